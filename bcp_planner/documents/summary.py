"""The management summary: two pages that say where continuity stands and what must be decided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bcp_planner.analysis.results import Severity
from bcp_planner.documents import charts
from bcp_planner.documents.basis import ages
from bcp_planner.documents.continuity import actions_table
from bcp_planner.documents.money import cost_figure, costly
from bcp_planner.documents.story import (
    Block,
    Column,
    Document,
    Facts,
    Figure,
    Fitted,
    Heading,
    Measure,
    Measures,
    Paragraph,
    Row,
    Table,
    Words,
)
from bcp_planner.documents.style import NOTE
from bcp_planner.documents.subject import Subject
from bcp_planner.documents.wording import clock, count, length
from bcp_planner.domain.durations import Duration

KIND = "Management summary"
_ROWS = (8, 7, 5, 3, 2, 1)
"""Rows of each table; fewer where texts are long."""
_MOST_ACTIONS = 4
_MOST_NAMES = 2


def document(subject: Subject) -> Document:
    """Return the two pages."""
    info = subject.plan.info
    title = info.name or info.organisation or "Unnamed plan"
    state = [tuple(_state(subject, title, rows)) for rows in _ROWS]
    risks = [tuple(_risks(subject, rows)) for rows in _ROWS]
    imprint = subject.edition.imprint(KIND, title, "SUM")
    return Document(imprint, (Fitted(state, 1), Fitted(risks, 1)))


def _state(subject: Subject, title: str, most: int) -> Iterator[Block]:
    """Yield the first page: can the objectives be met?"""
    yield Heading(f"State of continuity: {title}", numbered=False, anchor="state")
    yield Paragraph(_in_a_sentence(subject))
    yield _measures(subject)
    yield Heading("Can the objectives be met?", 2, numbered=False)
    late, unsure, good, none = _split(subject)
    yield Figure(
        lambda pen, box: charts.share_bar(
            [
                ("late", late, "hatch"),
                ("uncertain, an estimate is missing", unsure, "none"),
                ("met", good, "full"),
                ("no objective", none, "light"),
            ],
            pen,
            box,
        ),
        38,
        f"Bar: {late} services late, {unsure} uncertain, {good} met, {none} without objective.",
    )
    yield _worst_gaps(subject, most)
    yield Heading("Scenarios", 2, numbered=False)
    yield _scenarios(subject, most)
    yield Paragraph(
        "Late: back after the strictest RTO, its own or one inherited from what depends on it, if "
        "everything below is lost at once. Details: business impact analysis.",
        NOTE,
    )


def _risks(subject: Subject, most: int) -> Iterator[Block]:
    """Yield the second page: what rests on one thing, what it costs, what is being done."""
    yield Heading("What rests on one thing alone", numbered=False, anchor="risks")
    yield _singles(subject, most)
    keys = costly(subject)
    if keys:
        yield Heading("What an outage costs", 2, numbered=False)
        yield cost_figure(subject, keys, 160, min(most, len(keys)))
    yield Heading("Open corrective actions", 2, numbered=False)
    yield _actions(subject, min(most, _MOST_ACTIONS))
    yield Heading("Age of the data", 2, numbered=False)
    yield Facts(ages(subject.edition)[2:], columns=2)


def _in_a_sentence(subject: Subject) -> str:
    late, activities = (
        len([k for k in subject.activities if k in set(subject.gaps)]),
        len(subject.activities),
    )
    if not activities:
        return "The plan has no activity yet; nothing can be said about its state."
    if not late:
        return f"All {activities} activities can be brought back in time by the plan's estimates."
    return (
        f"{late} of {count(activities, 'activity', 'activities')} would come back later than "
        "needed if everything below failed at once."
    )


def _split(subject: Subject) -> tuple[int, int, int, int]:
    late = unsure = good = none = 0
    for key in subject.plan.services:
        found, gap = subject.objectives[key], subject.gap(key)
        if found.required_rto is None:
            none += 1
        elif gap is None or gap > 0:
            late += 1
        elif found.lower_bound:
            unsure += 1
        else:
            good += 1
    return late, unsure, good, none


def _measures(subject: Subject) -> Measures:
    plan = subject.plan
    today = subject.edition.today
    overdue = sum(
        bool(one.due) and one.due < today and one.status in ("open", "in progress", "re-opened")
        for one in plan.actions.values()
    )
    tested = sum(
        subject.evidence[key].kind in ("test", "event")
        for key in subject.activities
        if key in subject.evidence
    )
    errors = sum(one.severity is Severity.ERROR for one in subject.findings)
    verified = sum(bool(one.verified_on) for one in plan.contacts.values())
    share = f"{100 * verified // len(plan.contacts)} %" if plan.contacts else "–"
    return Measures(
        [
            Measure(
                "Late services",
                str(len(subject.gaps)),
                f"of {len(plan.services):,}",
                "bad" if subject.gaps else "good",
            ),
            Measure("Activities tested", f"{tested} of {len(subject.activities)}", "by measuring"),
            Measure("Errors in the plan", str(errors), "see check", "bad" if errors else "good"),
            Measure(
                "Actions overdue",
                str(overdue),
                f"of {len(plan.actions)}",
                "bad" if overdue else "good",
            ),
            Measure("Contacts verified", share, "at least once"),
        ]
    )


def _more(hidden: int, where: str) -> str:
    """Return how many rows there is no room for, and where they stand."""
    return f"and {hidden:,} more: see the {where}" if hidden > 0 else ""


def _worst_gaps(subject: Subject, most: int) -> Table:
    keys = subject.gaps[:most]
    values: list[Duration] = []
    for key in keys:
        found = subject.objectives[key]
        values += [one for one in (found.achieved, found.required_rto) if one is not None]
    scale = charts.Scale.of(values)
    rows = [
        Row(
            [
                Words(subject.service(key).title, bold=True),
                charts.target_bar(
                    scale,
                    subject.objectives[key].achieved,
                    subject.objectives[key].required_rto,
                    None,
                ),
                f"{length(subject.gap(key))} late",
                subject.service(key).owner or "nobody",
            ],
            tight=True,
        )
        for key in keys
    ]
    columns = [
        Column("Largest gaps", weight=1.3),
        Column("", weight=1.5, draw_head=lambda pen, box: charts.draw_scale(scale, pen, box)),
        Column("Gap", 92, align="right"),
        Column("Owner", weight=0.9),
    ]
    foot = _more(len(subject.gaps) - len(keys), "business impact analysis")
    return Table(columns, rows, empty="No service is late.", foot=foot)


def _scenarios(subject: Subject, most: int) -> Table:
    rows: list[Row] = []
    scenarios = list(subject.plan.scenarios.values())
    for scenario in scenarios[:most]:
        found = subject.about(scenario).case
        rows.append(
            Row(
                [
                    Words(scenario.title, bold=True),
                    "–"
                    if scenario.likelihood_per_year is None
                    else f"{scenario.likelihood_per_year:g}",
                    f"{len(found.recovered):,}",
                    clock(found.recovery.makespan, lower_bound=found.recovery.time_lower_bound),
                    Words(f"{len(found.missed):,}", tone="bad" if found.missed else None),
                    charts.money(found.recovery.total_cost),
                ],
                tight=True,
            )
        )
    currency = subject.plan.info.currency
    columns = [
        Column("Scenario", weight=2),
        Column("Times a year", 64, align="right"),
        Column("Services lost", 64, align="right"),
        Column("All back at", 74, align="right"),
        Column("Late", 40, align="right"),
        Column(f"Cost {currency}".strip(), 64, align="right"),
    ]
    foot = _more(len(scenarios) - most, "continuity plan")
    return Table(columns, rows, empty="The plan has no scenarios.", foot=foot)


def _singles(subject: Subject, most: int) -> Table:
    ranked = sorted(subject.plan.services, key=lambda key: -subject.blast[key])
    found = [key for key in ranked if subject.blast[key]]
    ranked = found[:most]
    largest = max((subject.blast[key] for key in ranked), default=1)
    rows = [
        Row(
            [
                Words(subject.service(key).title, bold=True),
                charts.count_bar(subject.blast[key], largest),
                subject.service(key).owner or "nobody",
            ],
            tight=True,
        )
        for key in ranked
    ]
    columns = [
        Column("Single point of failure", weight=1.4),
        Column("Services it takes down alone", weight=1.6),
        Column("Owner", weight=0.9),
    ]
    foot = _more(len(found) - len(ranked), "business impact analysis")
    return Table(columns, rows, empty="Nothing takes others down alone.", foot=foot)


def _actions(subject: Subject, most: int) -> Table:
    table = actions_table(subject, _MOST_NAMES)
    foot = _more(len(table.rows) - most, "continuity plan")
    return replace(table, rows=table.rows[:most], foot=foot)
