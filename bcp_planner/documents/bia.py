"""The business impact analysis: what hurts when, what must be back by when, and what cannot be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bcp_planner.documents import charts, forms, people
from bcp_planner.documents.arrangements import service_names
from bcp_planner.documents.basis import closing
from bcp_planner.documents.bia_activities import objectives, owners, participants, sheets
from bcp_planner.documents.continuity import actions_table
from bcp_planner.documents.heat import heat_table, intolerable_after
from bcp_planner.documents.lines import Text
from bcp_planner.documents.money import cost_at, cost_figure, costly
from bcp_planner.documents.priorities import verdict
from bcp_planner.documents.story import (
    Block,
    Column,
    Contents,
    Cover,
    Document,
    Figure,
    Heading,
    Measure,
    Measures,
    NewPage,
    Paragraph,
    Points,
    Row,
    Table,
    Words,
)
from bcp_planner.documents.subject import Subject
from bcp_planner.documents.wording import KIND_WORDS, count, length, name, names, sentence
from bcp_planner.domain.durations import DAY, HOUR, WEEK

KIND = "Business impact analysis"
_MOST_ROWS = 5_000
_MOST_SINGLES = 40


def document(subject: Subject) -> Document:
    """Return the report on all activities, or on the chosen services."""
    info = subject.plan.info
    title = subject.titled(info.name or info.organisation or "Unnamed plan")
    return Document(subject.edition.imprint(KIND, title, "BIA"), tuple(_blocks(subject, title)))


def _blocks(subject: Subject, title: str) -> Iterator[Block]:
    yield _cover(subject, title)
    yield Contents()
    yield from _summary(subject)
    yield from _method(subject)
    yield from _impact(subject)
    yield from _targets(subject)
    yield from _inherited(subject)
    yield from _capability(subject)
    yield from _singles(subject)
    yield from _concentration(subject)
    yield from _money(subject)
    yield from _peaks(subject)
    yield from _sign_off(subject)
    yield from sheets(subject)
    yield from closing(subject)


def _cover(subject: Subject, title: str) -> Cover:
    purpose: list[tuple[str, Text]] = [
        ("What it is for", "Deciding what must be back first, and where money must go."),
        (
            "What it covers",
            sentence(*names(subject.plan, subject.chosen[:12]))
            if subject.is_selection
            else f"{count(len(subject.activities), 'activity', 'activities')} and "
            f"{count(len(subject.plan.services), 'service')} in all.",
        ),
        ("What to decide", "Accept the objectives, and close or accept each gap in section 6."),
    ]
    return Cover("Business impact analysis", title, "", purpose, subject.edition.control())


def _summary(subject: Subject) -> Iterator[Block]:
    activities, gaps = subject.activities, subject.gaps
    late = [key for key in activities if key in set(gaps)]
    inherited = _inherited_keys(subject)
    singles = _singles_of(subject)
    yield Heading("Summary", anchor="summary")
    yield Measures(
        [
            Measure("Activities", str(len(activities))),
            Measure(
                "Activities that come back late",
                str(len(late)),
                "against the strictest RTO",
                "bad" if late else "good",
            ),
            Measure(
                "Needed earlier than declared",
                str(len(inherited)),
                "services",
                "warning" if inherited else "good",
            ),
            Measure("Single points of failure", str(len(singles)), "take down 2 or more"),
        ]
    )
    yield Heading("What must be back first", 2)
    first = [
        sentence(
            name(subject.service(key).title, bold=True),
            f": within {length(subject.service(key).rto, unknown='an unknown time')}, "
            f"unacceptable after {length(subject.service(key).mtpd, unknown='an unknown time')}",
        )
        for key in activities[:8]
    ]
    yield Points(first or ["The plan has no activity."], "number")
    yield Heading("The biggest gaps", 2)
    worst = [
        sentence(
            name(subject.service(key).title, bold=True),
            f" is back {length(subject.gap(key))} after it is needed",
        )
        for key in gaps[:8]
    ]
    yield Points(worst or ["Every strictest RTO can be met by the plan's own estimates."])
    yield Heading("Decisions asked", 2)
    yield Points(
        [
            f"Approve the objectives of {count(len(activities), 'activity', 'activities')}",
            f"Close, or accept in writing, {count(len(gaps), 'gap')} (section 6)",
            f"Raise {count(len(inherited), 'objective')} that others rely on (section 5)",
        ],
        "check",
    )


def _method(subject: Subject) -> Iterator[Block]:
    categories = dict.fromkeys(
        point.category for one in subject.plan.services.values() for point in one.impacts
    )
    term = subject.plan.info.outage_term
    yield Heading("Scope and method", anchor="method", flows=True)
    yield Paragraph(subject.plan.info.description or "The plan does not describe its scope.")
    yield Points(
        [
            (
                "Severity over time is rated per category: 0 none, 1 minor, 2 moderate, 3 major, "
                f"4 intolerable. An activity's {term} should not be later than its first 4."
            ),
            f"Categories used: {', '.join(categories) or 'none yet'}.",
            (
                f"RTO is the longest outage aimed for, {term} the longest that can be borne, "
                "RPO the most data that may be lost, WRT the time to catch up."
            ),
            (
                "Inherited objectives: whatever an activity cannot do without must be back before "
                "the activity's own RTO, less its restart time, plus the time it can carry on."
            ),
            (
                "Achieved: everything below is lost at once, teams mobilise, work is done in the "
                "order the dependencies force, with enough people."
            ),
        ]
    )
    yield Heading("Participants", 2)
    yield participants(subject)


def _impact(subject: Subject) -> Iterator[Block]:
    rated = [key for key in subject.activities if subject.service(key).impacts]
    yield Heading("Impact over time", anchor="impact")
    yield Figure(charts.draw_heat_legend, 18, "Legend of the severities 0 to 4 in the table below.")
    yield heat_table(subject, rated, by_category=True)
    odd = [key for key in rated if _late_mtpd(subject, key)]
    if odd:
        term = subject.plan.info.outage_term
        yield Heading(f"{term} later than the first intolerable impact", 2)
        yield Points(
            [
                sentence(
                    name(subject.service(key).title),
                    f": intolerable ({found[1]}) after {length(found[0])}, "
                    f"{term} {length(subject.service(key).mtpd)}",
                )
                for key in odd
                if (found := intolerable_after(subject.service(key)))
            ]
        )


def _late_mtpd(subject: Subject, key: str) -> bool:
    found, mtpd = intolerable_after(subject.service(key)), subject.service(key).mtpd
    return found is not None and mtpd is not None and mtpd > found[0]


def _targets(subject: Subject) -> Iterator[Block]:
    yield NewPage(landscape=True)
    yield Heading("Objectives", anchor="objectives")
    yield objectives(subject)


def _inherited_keys(subject: Subject) -> list[str]:
    """Return services that are needed earlier than their own RTO says, worst first."""
    found: list[tuple[int, str]] = []
    for key in subject.chosen:
        one = subject.objectives[key]
        if one.driver is not None and one.required_rto is not None:
            own = one.rto if one.rto is not None else 10**15
            found.append((one.required_rto - own, key))
    return [key for _, key in sorted(found)]


def _inherited(subject: Subject) -> Iterator[Block]:
    keys = _inherited_keys(subject)
    yield Heading(
        "Inherited objectives",
        anchor="inherited",
        flows=True,
        note="Services that others need earlier than their own objective promises.",
    )
    columns = [
        Column("Service", weight=1.5),
        Column("Own RTO", 52, align="right"),
        Column("Needed within", 76, align="right"),
        Column("Earlier by", 64, align="right"),
        Column("Because of", weight=2.4),
        Column("Treatment", 90, writing=True),
    ]
    rows: list[Row] = []
    for key in keys:
        one = subject.objectives[key]
        gap = None if one.rto is None or one.required_rto is None else one.rto - one.required_rto
        chain = list(one.chain)
        if len(chain) > 6:
            words: Text = sentence(
                *names(subject.plan, chain[:3], joint=" → "),
                " → … → ",
                *names(subject.plan, chain[-2:], joint=" → "),
            )
        else:
            words = names(subject.plan, chain, joint=" → ")
        rows.append(
            Row(
                [
                    Words(
                        subject.service(key).title,
                        KIND_WORDS.get(subject.service(key).kind, ""),
                        bold=True,
                    ),
                    length(one.rto, unknown="none"),
                    length(one.required_rto),
                    length(gap),
                    Words(words),
                ],
                writing=True,
            )
        )
    yield Table(columns, rows, empty="Every service is wanted back no earlier than it promises.")


def _capability(subject: Subject) -> Iterator[Block]:
    yield Heading(
        "Objectives against capability",
        anchor="capability",
        note="Strictest RTO: its own or an inherited one. Late ones first, then activities.",
    )
    keys = list(dict.fromkeys([*subject.gaps, *subject.activities]))
    times = [
        value
        for key in keys
        for value in (
            subject.objectives[key].achieved,
            subject.target(key),
            subject.service(key).mtpd,
        )
        if value is not None
    ]
    scale = charts.Scale.of(times)
    columns = [
        Column("Service", weight=1.4),
        Column("Strictest RTO", 72, align="right"),
        Column("Achieved, known from", 92, align="right"),
        Column("", weight=1.4, draw_head=lambda pen, box: charts.draw_scale(scale, pen, box)),
        Column("Gap", 112),
        Column("Option", 70, writing=True),
        Column("Cost", 44, writing=True),
        Column("Owner", 54, writing=True),
        Column("Due", 44, writing=True),
    ]
    yield Figure(
        charts.target_legend(subject.plan.info.outage_term),
        18,
        "Legend of the bars in the table below.",
    )
    yield Table(
        columns,
        [_gap_row(subject, key, scale) for key in keys],
        empty="No service has an objective.",
    )
    yield NewPage()
    yield Heading("Corrective actions that are open", 2)
    yield actions_table(subject)


def _gap_row(subject: Subject, key: str, scale: charts.Scale) -> Row:
    found, service = subject.objectives[key], subject.service(key)
    evidence = subject.evidence.get(key)
    known = f"{evidence.kind} {evidence.date}".strip() if evidence else "estimate"
    achieved = length(found.achieved, unknown="never", lower_bound=found.lower_bound)
    return Row(
        [
            Words(service.title, bold=True),
            length(found.required_rto),
            Words(achieved, known),
            charts.target_bar(scale, found.achieved, found.required_rto, service.mtpd),
            verdict(found.achieved, found.required_rto, lower_bound=found.lower_bound),
        ],
        writing=True,
    )


def _singles_of(subject: Subject) -> list[str]:
    """Return what takes two or more others down alone, most first."""
    chosen = set(subject.chosen)
    found = [key for key, taken in subject.blast.items() if taken > 1 and key in chosen]
    return sorted(found, key=lambda key: -subject.blast[key])


def _singles(subject: Subject) -> Iterator[Block]:
    keys = _singles_of(subject)
    yield Heading(
        "Single points of failure",
        anchor="singles",
        flows=True,
        note="Each of these takes others down when it fails alone, spares and all.",
    )
    most = max((subject.blast[key] for key in keys), default=1)
    columns = [
        Column("Service", weight=1.2),
        Column("Takes down", 92),
        Column("Among them the activities", weight=2.2),
        Column("Treatment", 96, writing=True),
    ]
    activities = set(subject.activities)
    rows: list[Row] = []
    for key in keys[:_MOST_SINGLES]:
        lost = [other for other, _ in subject.lost_with(key) if other in activities]
        rows.append(
            Row(
                [
                    Words(
                        subject.service(key).title,
                        KIND_WORDS.get(subject.service(key).kind, ""),
                        bold=True,
                    ),
                    charts.count_bar(subject.blast[key], most),
                    service_names(subject, lost),
                ],
                writing=True,
            )
        )
    yield Table(columns, rows, empty="Nothing takes two or more services down alone.")
    rest = len(keys) - _MOST_SINGLES
    if rest > 0:
        yield Paragraph(f"{count(rest, 'other takes', 'others take')} fewer down.")


def _concentration(subject: Subject) -> Iterator[Block]:
    yield Heading(
        "Concentration",
        anchor="concentration",
        flows=True,
        note="How much rests on one supplier, one site, one group of people, one person.",
    )
    for title, kinds in (
        ("Suppliers", ("supplier",)),
        ("Sites", ("facility",)),
        ("Groups of people", ("people",)),
    ):
        yield Heading(title, 2)
        yield from _weights(subject, subject.of_kind(*kinds))
    yield Heading("Persons", 2)
    rows = [
        Row([Words(who.title, who.function, bold=True), str(len(duties)), ", ".join(duties)])
        for who, duties in people.many_hats(subject)
    ]
    yield Table(
        [Column("Person", weight=1), Column("Duties", 48, align="right"), Column("", weight=2)],
        rows,
        empty="Nobody has more than one duty.",
    )


def _weights(subject: Subject, keys: Sequence[str]) -> Iterator[Block]:
    ranked = sorted(keys, key=lambda key: -subject.blast[key])[:_MOST_SINGLES]
    most = max((subject.blast[key] for key in ranked), default=1)
    columns = [
        Column("Name", weight=1.4),
        Column("Direct dependants", 64, align="right"),
        Column("Takes down alone", 150),
        Column("Spare", weight=0.8),
    ]
    rows = [
        Row(
            [
                Words(subject.service(key).title, bold=True),
                str(len({one.dependant for one in subject.needed_by[key]})),
                charts.count_bar(subject.blast[key], most),
                "yes" if any(one.is_redundant for one in subject.needed_by[key]) else "none",
            ]
        )
        for key in ranked
    ]
    yield Table(columns, rows, empty="The plan names none.")
    if len(keys) > len(ranked):
        rest = len(keys) - len(ranked)
        yield Paragraph(f"{count(rest, 'other takes', 'others take')} no more down than these.")


def _money(subject: Subject) -> Iterator[Block]:
    yield Heading("Cost of an outage", anchor="cost", flows=True)
    keys = costly(subject)
    if not keys:
        yield Paragraph("No activity has its cost of downtime written down.")
        return
    yield cost_figure(subject, keys)
    spans = (("4 h", 4 * HOUR), ("1 d", DAY), ("3 d", 3 * DAY), ("1 w", WEEK))
    columns = [
        Column("Activity", weight=2),
        *(Column(f"after {words}", 64, align="right") for words, _ in spans),
    ]
    rows = [
        Row(
            [
                Words(subject.service(key).title, bold=True),
                *(f"{cost_at(subject.service(key), at):,.0f}" for _, at in spans),
            ]
        )
        for key in keys
    ]
    yield Heading(f"Accumulated cost in {subject.plan.info.currency or 'the plan’s currency'}", 2)
    yield Table(columns, rows)


def _peaks(subject: Subject) -> Iterator[Block]:
    yield Heading("Peak times", anchor="peaks", flows=True)
    rows = [
        Row([Words(subject.service(key).title, bold=True), subject.service(key).peak_times])
        for key in subject.activities
        if subject.service(key).peak_times
    ]
    yield Table(
        [Column("Activity"), Column("When its loss hurts most")],
        rows,
        empty="No activity has peak times.",
    )


def _sign_off(subject: Subject) -> Iterator[Block]:
    yield Heading(
        "Sign-off", anchor="signoff", flows=True, note="Each owner confirms ratings and objectives."
    )
    rows = [
        Row([Words(owner, bold=True), service_names(subject, keys)], writing=True)
        for owner, keys in owners(subject).items()
    ]
    yield Table(
        [
            Column("Owner", weight=1.1),
            Column("For", weight=1.8),
            Column("Signature", writing=True),
            Column("Date", 74, writing=True),
        ],
        rows,
        empty="The plan has no activity.",
    )
    yield forms.sign_off((subject.plan.info.owner or "Owner of the plan", "Approved by"))
