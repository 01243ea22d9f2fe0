"""The continuity plan: what ISO 22301 8.4.4 asks of a plan, in the order of its use."""

from __future__ import annotations

from collections.abc import Iterator

from bcp_planner.documents import arrangements, extract, forms, organisation, people
from bcp_planner.documents.basis import closing
from bcp_planner.documents.charts import draw_heat_legend
from bcp_planner.documents.first_page import answers
from bcp_planner.documents.heat import heat_table
from bcp_planner.documents.lines import Span, Text
from bcp_planner.documents.priorities import downstream, prioritised, upstream
from bcp_planner.documents.procedures import procedures
from bcp_planner.documents.role_card import card_index, role_card
from bcp_planner.documents.story import (
    Block,
    Callout,
    Column,
    Contents,
    Cover,
    Document,
    Facts,
    Figure,
    Heading,
    NewPage,
    Paragraph,
    Points,
    Row,
    Table,
    Tick,
    Words,
)
from bcp_planner.documents.subject import Subject
from bcp_planner.documents.suppliers import contracts
from bcp_planner.documents.wording import clock, count, length, names, sentence

KIND = "Continuity plan"
_MOST_LINES = 400


def document(subject: Subject) -> Document:
    """Return the plan of the whole organisation, or of the chosen services."""
    info = subject.plan.info
    title = info.name or info.organisation or "Unnamed plan"
    title = subject.titled(title)
    imprint = subject.edition.imprint(KIND, title, "BCP")
    return Document(imprint, tuple(_blocks(subject, title)))


def _blocks(subject: Subject, title: str) -> Iterator[Block]:
    yield _cover(subject, title)
    yield Contents()
    yield from _activation(subject)
    yield from _purpose(subject)
    yield from _organisation(subject)
    yield from _notification(subject)
    yield from _activities(subject)
    yield from _interdependencies(subject)
    yield from _strategies(subject)
    yield from procedures(subject)
    yield from _sequence(subject)
    yield from _resources(subject)
    yield from _communication(subject)
    yield NewPage()
    yield from _sheets()
    yield from _return(subject)
    yield from _maintenance(subject)
    if subject.plan.roles:
        yield Heading(
            "Action cards", anchor="cards", note="One sheet a role; hand them out.", flows=True
        )
        yield card_index(subject)
    for role in subject.plan.roles.values():
        yield from role_card(subject, role, level=2)
    yield from closing(subject)


def _cover(subject: Subject, title: str) -> Cover:
    scope = (
        sentence("Only ", *names(subject.plan, subject.chosen[:12]), _more(subject, 12))
        if subject.is_selection
        else subject.plan.info.description or "The whole organisation."
    )
    purpose: list[tuple[str, Text]] = [
        ("What it covers", scope),
        ("When to use it", "; ".join(subject.plan.info.activation) or "Not laid down. See 1."),
        *answers(subject.edition),
    ]
    return Cover("Business continuity plan", title, "", purpose, subject.edition.control())


def _more(subject: Subject, shown: int) -> str:
    rest = len(subject.chosen) - shown
    return f" and {rest} more." if rest > 0 else "."


def _activation(subject: Subject) -> Iterator[Block]:
    info = subject.plan.info
    yield Heading("Activation", anchor="activation", note="Tear this page out and start here.")
    yield Heading("Use this plan when", 2)
    yield Points(list(info.activation) or ["The plan lays down no threshold."], "check")
    yield Heading("First actions of anybody", 2)
    yield Points(list(info.first_actions) or ["Make sure people are safe."], "number")
    places: list[tuple[str, Text]] = [
        ("Hot line", info.hotline),
        ("Bridge", info.bridge),
        ("Command centre", info.command_centre),
        ("If it is lost", info.alternate_centre),
    ]
    yield Heading("Where to report and meet", 2)
    yield Facts(places)
    yield Heading("Decision", 2)
    yield Table(
        [
            Column("Activate", 52, align="centre"),
            Column("Stand by", 52, align="centre"),
            Column("No", 30, align="centre"),
            Column("Decided by", writing=True),
            Column("Date, time, zone", 110, writing=True),
            Column("Signature", writing=True),
        ],
        [Row([Tick(), Tick(), Tick()], writing=True) for _ in range(2)],
    )
    yield Heading("First hour", 2)
    yield from forms.welfare()


def _purpose(subject: Subject) -> Iterator[Block]:
    info = subject.plan.info
    yield Heading("Purpose and scope", anchor="purpose")
    yield Paragraph(info.description or "The plan does not describe its purpose.")
    if subject.is_selection:
        yield Callout(
            "This copy is about some services only",
            sentence(*names(subject.plan, subject.chosen[:_MOST_LINES])),
        )
    for title, items in (
        ("Objectives", info.objectives),
        ("Assumptions", info.assumptions),
        ("Not covered", info.exclusions),
        ("Related plans", info.related_plans),
    ):
        yield Heading(title, 2)
        yield Points(list(items) or ["None are written down."])


def _organisation(subject: Subject) -> Iterator[Block]:
    yield Heading("Response structure and roles", anchor="roles", flows=True)
    yield Paragraph(
        "Each role has one holder and people who follow in this order when the holder cannot be "
        "reached within 15 minutes. Action cards are at the end."
    )
    structure = organisation.chart(subject)
    if structure is not None:
        yield structure
    yield people.roles_table(subject)
    yield Heading("Recovery teams", 2)
    yield Table(
        [
            Column("Team", weight=1.3),
            Column("Lead", weight=1.2),
            Column("Alternate", weight=1.2),
            Column("People", 42, align="right"),
            Column("Ready after", 58),
            Column("Meets", weight=1),
        ],
        [
            Row(
                [
                    Words(team.title, bold=True),
                    _with_phone(subject, team.lead),
                    _with_phone(subject, team.alternate),
                    "any" if team.capacity is None else str(team.capacity),
                    length(team.mobilisation),
                    team.meeting_point or "–",
                ]
            )
            for team in subject.plan.teams.values()
        ],
        empty="The plan has no teams.",
    )


def _with_phone(subject: Subject, key: str | None) -> Words:
    contact = subject.contact(key)
    if contact is None:
        return Words("not named")
    return Words(contact.title, subject.edition.phones(contact))


def _notification(subject: Subject) -> Iterator[Block]:
    yield NewPage(landscape=True)
    yield Heading("Call tree", anchor="calls", note="Pull these pages out.")
    yield people.call_tree(subject)
    yield Heading("Contacts", anchor="contacts")
    yield people.contact_list(subject)


def _activities(subject: Subject) -> Iterator[Block]:
    yield Heading(
        "Prioritised activities",
        anchor="activities",
        note="In the order in which they must be back. Achieved: by the plan's own estimates.",
    )
    yield prioritised(subject)
    yield Heading("Impact over time", 2)
    rated = [key for key in subject.activities if subject.service(key).impacts]
    if not rated:
        yield Paragraph("No activity has its impact over time rated.")
        return
    yield Figure(draw_heat_legend, 18, "Legend of the severities 0 to 4 in the table below.")
    yield heat_table(subject, rated, by_category=False)


def _interdependencies(subject: Subject) -> Iterator[Block]:
    yield Heading("Interdependencies", anchor="dependencies")
    yield from extract.extract(subject)
    yield Heading("What the activities need", 2)
    yield upstream(subject)
    yield Heading("Who needs them", 2)
    yield downstream(subject)


def _strategies(subject: Subject) -> Iterator[Block]:
    yield Heading("Strategies", anchor="strategies", flows=True)
    yield arrangements.strategies(subject)
    missing = arrangements.losses_without_strategy(subject)
    if missing:
        words = f"No strategy is laid down for the loss of {', '.join(missing)}."
        yield Callout("Gaps", words, "warning")


def _sequence(subject: Subject) -> Iterator[Block]:
    yield Heading(
        "Recovery sequence",
        anchor="sequence",
        flows=True,
        note="The runbooks hold the tasks. Here: how each scenario ends.",
    )
    rows: list[Row] = []
    for scenario in subject.plan.scenarios.values():
        found = subject.about(scenario).case
        latest = found.recovery.latest_declaration
        rows.append(
            Row(
                [
                    Words(scenario.title, scenario.description, bold=True),
                    count(len(found.recovered), "service"),
                    str(len(found.waves)),
                    clock(found.recovery.makespan, lower_bound=found.recovery.time_lower_bound),
                    "–" if latest is None else clock(latest),
                    Words(str(len(found.missed)), tone="bad" if found.missed else None),
                ]
            )
        )
    yield Table(
        [
            Column("Scenario", weight=3),
            Column("To bring back", 72),
            Column("Waves", 38, align="right"),
            Column("All back at", 66),
            Column("Declare by", 60),
            Column("Late", 34, align="right"),
        ],
        rows,
        empty="The plan has no scenarios.",
    )


def _resources(subject: Subject) -> Iterator[Block]:
    yield Heading("Resources", anchor="resources", flows=True)
    yield Heading("Needed as time goes by", 2)
    yield arrangements.resources(subject)
    yield Heading("Vital records", 2)
    yield arrangements.vital_records(subject)
    yield Heading("Suppliers", 2)
    yield contracts(subject)


def _communication(subject: Subject) -> Iterator[Block]:
    yield Heading(
        "Communication",
        anchor="communication",
        flows=True,
        note="Times count from the declaration.",
    )
    yield arrangements.messages(subject)
    templates = arrangements.templates(subject)
    if templates is not None:
        yield Heading("Message templates", 2, note="Fill in what stands in brackets.")
        yield templates
    yield Callout(
        "Media",
        "Only the communications role speaks to the media. Everybody else takes name, medium, "
        "question and number, and passes them on.",
    )


def _sheets() -> Iterator[Block]:
    yield from forms.first_meeting()
    yield from forms.situation_report()
    yield from forms.decision_log()
    yield from forms.action_log()
    yield from forms.expenses()


def _return(subject: Subject) -> Iterator[Block]:
    yield Heading("Return to normal and stand-down", anchor="normal")
    yield Callout(
        "Fence the old site first",
        "Before anything that was lost is switched on again, cut it off: network, storage, jobs.",
        "bad",
    )
    notes = [key for key in subject.chosen if subject.service(key).fail_back]
    if notes:
        yield Heading("Notes of the services", 2)
        rows = [
            Row([Words(subject.service(key).title, bold=True), subject.service(key).fail_back])
            for key in notes
        ]
        yield Table([Column("Service", 160), Column("How it goes back")], rows)
    yield Heading("Stand-down", 2)
    yield from forms.stand_down(
        [
            "Every prioritised activity runs at its normal level",
            "Work done by hand meanwhile is entered",
            "Temporary places, staff and contracts are ended",
            "Customers, authorities and staff are told that it is over",
            "Debriefing is arranged; logs are collected",
        ]
    )
    yield Heading("Sign-off", 2)
    yield forms.sign_off(("Incident commander", "Recovery lead", "Business owner"))


def _maintenance(subject: Subject) -> Iterator[Block]:
    yield Heading("Maintenance", anchor="maintenance", flows=True)
    yield Heading("Exercises and incidents", 2)
    events = [
        Row(
            [Words(one.title, bold=True), one.kind, one.starts[:10], one.status, one.summary or "–"]
        )
        for one in subject.plan.events.values()
    ]
    yield Table(
        [
            Column("Name", weight=1.2),
            Column("Kind", 78),
            Column("Date", 60),
            Column("Status", 50),
            Column("How it went", weight=2),
        ],
        events,
        empty="No exercise is recorded.",
    )
    yield Heading("Corrective actions", 2)
    yield actions_table(subject)
    yield Heading("Lessons", 2)
    lessons: list[Text] = [(Span(lesson.text),) for lesson in subject.plan.lessons.values()]
    yield Points(lessons or ["None are recorded."])


def actions_table(subject: Subject, most: int | None = None) -> Table:
    """Return the corrective actions that are not finished, overdue ones marked.

    Args:
        subject: What is printed.
        most: Names no more services for each action.
    """
    rows: list[Row] = []
    for action in subject.plan.actions.values():
        if action.status in ("verified", "dropped"):
            continue
        late = bool(action.due) and action.due < subject.edition.today and action.status != "done"
        due = Words(
            action.due or "no date", "overdue" if late else "", tone="bad" if late else None
        )
        hidden = 0 if most is None else len(action.services) - most
        more = f" and {hidden} more" if hidden > 0 else ""
        served = names(subject.plan, action.services[:most])
        where = sentence(*served, more) if action.services else ""
        text = Words(action.text or action.id, where)
        rows.append(Row([text, action.owner or "nobody", due, action.status]))
    return Table(
        [
            Column("Action", weight=3),
            Column("Owner", weight=1),
            Column("Due", 62),
            Column("Status", 64),
        ],
        rows,
        empty="No corrective action is open.",
    )
