"""The differences between two plans as rows: fields by record, and what follows from them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bcp_planner.analysis.results import (
    Comparison,
    FigureChange,
    Finding,
    ScenarioComparison,
    State,
    Verdict,
)
from bcp_planner.domain.change import TableChange, diff
from bcp_planner.domain.entities import PlanInfo, Requirement, Service
from bcp_planner.domain.fields import Kind, fields_of
from bcp_planner.domain.plan import Plan, Record
from ui import words
from ui.forms.text import to_text
from ui.language import mark, shown, tr

_FIGURES = {
    "state": mark("State"),
    "down_at": mark("Down at"),
    "outage": mark("Outage"),
    "data_loss": mark("Data lost"),
    "rto_met": "RTO met",
    "mtpd_met": "MTPD met",
    "rpo_met": "RPO met",
    "cost": mark("Cost"),
}
_VERDICTS = {
    Verdict.BETTER: mark("better"),
    Verdict.WORSE: mark("worse"),
    Verdict.MIXED: mark("mixed"),
    Verdict.SAME: mark("different"),
    Verdict.ADDED: mark("new"),
    Verdict.REMOVED: mark("gone"),
}


class Difference(NamedTuple):
    """One difference between two plans.

    Attributes:
        what: The record, or the scenario and the service.
        field: Which of its fields or figures.
        before: Its value in the first plan, as text.
        after: Its value in the second plan.
        verdict: Whether that is better; empty for fields.
        services: What a jump to it shows.
    """

    what: str
    field: str
    before: str
    after: str
    verdict: str = ""
    services: tuple[str, ...] = ()


def of_fields(before: Plan, after: Plan) -> list[Difference]:
    """Return every field that differs, record by record; positions on the canvas left out."""
    found = diff(before, after)
    rows: list[Difference] = []
    if found.info is not None:
        rows += _fields(tr("Plan"), *found.info, before, after, ())
    for table, change in found.tables.items():
        rows += _of_table(table, change, before, after)
    return rows


def of_records(before: Plan, after: Plan, keys: Sequence[tuple[str, str]]) -> list[Difference]:
    """Return every field that differs of the records with these lists and ids.

    The list ``plan`` means what is said about the plan itself.
    """
    rows: list[Difference] = []
    for table, key in keys:
        if table == "plan":
            rows += _fields(tr("Plan"), before.info, after.info, before, after, ())
            continue
        old, new = before.table(table)[key], after.table(table)[key]
        what = name_of(table, new, after)
        rows += _fields(what, old, new, before, after, _services(new))
    return rows


def of_results(found: Comparison, before: Plan, after: Plan) -> list[Difference]:
    """Return what changes for each service in each scenario, then findings solved and new."""
    rows: list[Difference] = []
    for scenario in found.scenarios:
        name = after.scenarios[scenario.scenario].title
        rows.append(_makespan(name, scenario))
        for key, service in scenario.services.items():
            title = words.title(after if key in after.services else before, key)
            rows += [_figure(f"{name}: {title}", key, change) for change in service.changes]
    rows += [_finding(each, mark("solved")) for each in found.solved_findings]
    rows += [_finding(each, mark("new")) for each in found.new_findings]
    return [row for row in rows if row.before != row.after]


def _of_table(table: str, change: TableChange, before: Plan, after: Plan) -> Iterator[Difference]:
    for old, new in change.records.values():
        record = new or old
        if record is None:
            continue
        what = name_of(table, record, after if new is not None else before)
        services = _services(record)
        if old is None or new is None:
            yield Difference(
                what,
                "",
                "" if old is None else tr("there"),
                "" if new is None else tr("there"),
                mark("added") if old is None else mark("deleted"),
                services,
            )
        else:
            yield from _fields(what, old, new, before, after, services)
    if change.reordered:
        yield Difference(words.choice(table), tr("Order"), "", tr("another order"))


def _fields(
    what: str,
    old: Record | PlanInfo,
    new: Record | PlanInfo,
    before: Plan,
    after: Plan,
    services: tuple[str, ...],
) -> Iterator[Difference]:
    for name, field in fields_of(type(new)).items():
        one, other = getattr(old, name), getattr(new, name)
        if one != other and field.about.kind is not Kind.POINT:
            texts = to_text(field, one, before), to_text(field, other, after)
            yield Difference(what, shown(field.about.label), *texts, "", services)


def name_of(table: str, record: Record, plan: Plan) -> str:
    """Return what a record is called, with its kind where that is not plain."""
    if isinstance(record, Requirement):
        needed = words.titles(plan, list(record.providers))
        return tr(
            "{dependant} needs {needed}",
            dependant=words.title(plan, record.dependant),
            needed=needed,
        )
    kind = "" if table == "services" else f"{words.choice(table)}: "
    named = (getattr(record, field, "") for field in ("title", "name", "text", "audience"))
    return f"{kind}{next(filter(None, named), record.id)}"


def _services(record: Record) -> tuple[str, ...]:
    if isinstance(record, Requirement):
        return (record.dependant, *record.providers)
    return (record.id,) if isinstance(record, Service) else ()


def _makespan(name: str, scenario: ScenarioComparison) -> Difference:
    before, after = scenario.makespan
    unsure = scenario.lower_bound
    texts = words.not_before(before, unsure[0]), words.not_before(after, unsure[1])
    slow = float("inf")
    later = (slow if after is None else after) > (slow if before is None else before)
    return Difference(
        name, tr("Everything is back"), *texts, mark("worse") if later else mark("better")
    )


def _figure(what: str, key: str, change: FigureChange) -> Difference:
    unsure = change.lower_bound
    texts = (
        _value(change.name, change.before, unsure[0]),
        _value(change.name, change.after, unsure[1]),
    )
    label = shown(_FIGURES.get(change.name, "")) or words.choice(change.name)
    return Difference(what, label, *texts, _VERDICTS[change.verdict], (key,))


def _value(name: str, value: object, unsure: bool) -> str:
    if value is None:
        return "–"
    text = _exactly(name, value)
    return tr("at least {text}", text=text) if unsure else text


def _exactly(name: str, value: object) -> str:
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    if isinstance(value, State):
        return words.choice(value.value)
    if name == "down_at" and isinstance(value, int):
        return words.moment(value)
    if name in ("outage", "data_loss") and isinstance(value, int):
        return words.duration(value)
    return tr("{value:,.0f}", value=value) if isinstance(value, float | int) else str(value)


def _finding(found: Finding, verdict: str) -> Difference:
    solved = verdict == mark("solved")
    text = shown(found.text)
    texts = (text, "") if solved else ("", text)
    return Difference(
        tr("Findings"), tr("Solved") if solved else tr("New"), *texts, verdict, found.services
    )
