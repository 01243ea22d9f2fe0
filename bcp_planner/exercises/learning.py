"""What events teach: evidence of recovery times, estimates from it, actions and their effect."""

from __future__ import annotations

import datetime
import json
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from bcp_planner.domain import integrity
from bcp_planner.domain.change import diff
from bcp_planner.domain.codec import read_record, shown, write_record
from bcp_planner.domain.durations import Duration
from bcp_planner.domain.edits import free_id
from bcp_planner.domain.entities import Estimate
from bcp_planner.domain.errors import InputRefused
from bcp_planner.domain.exercising import Action, Evidence
from bcp_planner.domain.plan import LISTS, Plan, Record
from bcp_planner.exercises.age import age_in_days
from bcp_planner.exercises.review import Review

if TYPE_CHECKING:
    from bcp_planner.analysis.results import Comparison

MEASURED = ("test", "event")
FRESH_DAYS = 365
"""Days after which a measurement counts as old."""
OPEN = ("open", "in progress", "re-opened")


# Evidence ----------------------------------------------------------------------------------------


def evidence_of(found: Review, *, depth: str = "", conditions: str = "") -> tuple[Evidence, ...]:
    """Return what an event has measured, a record a service; tabletops measure nothing.

    Args:
        found: The event looked back on.
        depth: How thoroughly the recoveries were validated.
        conditions: Under which conditions, such as load and time of day.
    """
    event = found.at.event
    if event.kind == "tabletop":
        return ()
    kind = "event" if event.kind == "incident" else "test"
    return tuple(
        Evidence(
            id=f"{event.id}-{one.service}",
            service=one.service,
            kind=kind,
            duration=one.work,
            outage=one.outage,
            work="recovery" if one.failed else "restart",
            date=event.starts[:10],
            conditions=conditions,
            depth=depth,
            event=event.id,
        )
        for one in found.measured
        if one.work is not None or (one.outage is not None and one.up is not None)
    )


def put_evidence(plan: Plan, evidence: Iterable[Evidence]) -> Plan:
    """Return the plan with evidence added, or replaced where it is of the same event."""
    return plan.put("evidence", *evidence)


def is_fresh(one: Evidence, today: datetime.date) -> bool:
    """Return whether evidence was measured and is not too old to count."""
    age = age_in_days(one.date, today)
    return one.kind in MEASURED and age is not None and 0 <= age <= FRESH_DAYS


@dataclass(frozen=True, slots=True)
class Recalibration:
    """A three-point estimate from what was measured, with the data it rests on.

    Attributes:
        service: Id of the service.
        work: ``recovery`` or ``restart``.
        before: The estimate of the plan.
        after: Fewest, median and most of the measured times. Below five measurements the old
            optimistic and pessimistic times stay where they are wider.
        data: The evidence that went in, oldest first.
    """

    service: str
    work: str
    before: Estimate | None
    after: Estimate
    data: tuple[Evidence, ...]


_ENOUGH = 5


def recalibration(plan: Plan, service_id: str, work: str = "recovery") -> Recalibration | None:
    """Return an estimate made from the measured times of a service; None when there are none."""
    data = sorted(
        (
            one
            for one in plan.evidence.values()
            if one.service == service_id
            and one.kind in MEASURED
            and one.work == work
            and one.duration is not None
        ),
        key=lambda one: one.date,
    )
    times = [one.duration for one in data if one.duration is not None]
    if not times:
        return None
    before: Estimate | None = getattr(plan.services[service_id], work)
    low, likely, high = min(times), int(statistics.median(times)), max(times)
    if before is not None and len(times) < _ENOUGH:
        low, high = min(low, before.optimistic), max(high, before.pessimistic)
    return Recalibration(service_id, work, before, Estimate(low, likely, high), tuple(data))


def recalibrated(plan: Plan, found: Recalibration) -> Plan:
    """Return the plan with an estimate made from measured times."""
    service = plan.services[found.service]
    return plan.put("services", replace(service, **{found.work: found.after}))


@dataclass(frozen=True, slots=True)
class Capability:
    """What is known of the recovery of a service beside what is aimed for; None for unknown.

    Attributes:
        service: Its id.
        target: Its RTO.
        estimate: The likely working time in the plan.
        promise: Shortest time that somebody has promised.
        tested: The latest tested outage or working time.
        event: The latest one of a real incident.
        date: Day of the newest measurement.
        depth: How deep it was validated.
    """

    service: str
    target: Duration | None
    estimate: Duration | None
    promise: Duration | None
    tested: Duration | None
    event: Duration | None
    date: str
    depth: str


def capability(plan: Plan, service_id: str) -> Capability:
    """Return what is known of how long the recovery of a service takes."""
    service = plan.services[service_id]
    known = [one for one in plan.evidence.values() if one.service == service_id]
    newest = sorted(known, key=lambda one: one.date)

    def latest(kind: str) -> Duration | None:
        times = [one.outage or one.duration for one in newest if one.kind == kind]
        return next((time for time in reversed(times) if time is not None), None)

    promises = [one.duration for one in known if one.kind == "promise" and one.duration is not None]
    measured = [one for one in newest if one.kind in MEASURED]
    return Capability(
        service_id,
        service.rto,
        service.recovery.likely if service.recovery else None,
        min(promises, default=None),
        latest("test"),
        latest("event"),
        measured[-1].date if measured else "",
        measured[-1].depth if measured else "",
    )


# Corrective actions ------------------------------------------------------------------------------


def is_overdue(action: Action, today: datetime.date) -> bool:
    """Return whether an action should be done by now and is not."""
    return bool(action.due) and action.status in OPEN and action.due < today.isoformat()


def dated(action: Action, name: str, value: object, today: datetime.date) -> dict[str, str]:
    """Return the days that a new status sets, where they are still open.

    Re-opening takes them back: what was done did not hold.
    """
    if name != "status":
        return {}
    day = today.isoformat()
    if value == "re-opened":
        return {"done_on": "", "verified_on": ""}
    days: dict[str, str] = {}
    if value == "in progress" and not action.started:
        days["started"] = day
    if value in {"done", "verified"} and not action.done_on:
        days["done_on"] = day
    if value == "verified" and not action.verified_on:
        days["verified_on"] = day
    return days


def by_urgency(plan: Plan, today: datetime.date) -> list[Action]:
    """Return the actions: overdue, re-opened, open by due day, done, verified, dropped."""
    rank = {"re-opened": 1, "open": 2, "in progress": 2, "done": 3, "verified": 4, "dropped": 5}

    def key(one: Action) -> tuple[int, str]:
        return (0 if is_overdue(one, today) else rank[one.status], one.due or "9999")

    return sorted(plan.actions.values(), key=key)


def change_text(before: Plan, after: Plan) -> str:
    """Return what leads from one plan to another as an action carries it; see ``with_change``.

    Only records that are new or differ are in it, of those that differ only the fields that do.
    """
    document: dict[str, list[dict[str, object]]] = {}
    for name, table in diff(before, after).tables.items():
        for old, new in table.records.values():
            if new is None:
                continue
            written: dict[str, object] = dict(write_record(new))
            known: dict[str, object] = dict(write_record(old)) if old is not None else {}
            fields = {k: v for k, v in written.items() if k == "id" or known.get(k) != v}
            document.setdefault(name, []).append(fields)
    return json.dumps(document, ensure_ascii=False, indent=2) if document else ""


def services_of(before: Plan, after: Plan) -> tuple[str, ...]:
    """Return the services that a change is about: changed ones, and dependants of changed needs."""
    changed = diff(before, after).tables
    found: list[str] = []
    if "services" in changed:
        found += changed["services"].records
    if "requirements" in changed:
        found += [
            one.dependant
            for key in changed["requirements"].records
            if (one := after.requirements.get(key)) is not None
        ]
    return tuple(key for key in dict.fromkeys(found) if key in before.services)


def with_change(plan: Plan, action: Action) -> Plan:
    """Return the plan as it will be once an action is done: with the change that it carries.

    The change is plan JSON with only the lists, records and fields that differ, such as
    ``{"services": [{"id": "mail", "restart": "PT30M"}]}``.

    Raises:
        InputRefused: naming everything in the change that cannot be used.
    """
    where = f"Action {shown(action.id)}, change of the plan"
    try:
        document: object = json.loads(action.change or "{}")
    except ValueError as error:
        raise InputRefused(where, [f"it is not JSON: {error}"]) from error
    if not isinstance(document, dict):
        raise InputRefused(where, ["expected an object with lists of the plan"])
    problems: list[str] = []
    for name, items in cast("dict[str, object]", document).items():
        if name not in LISTS or not isinstance(items, list):
            problems.append(f"{name}: no list of the plan")
            continue
        for index, item in enumerate(cast("list[object]", items)):
            record = _merged(plan, name, item, f"{name}[{index}]", problems)
            plan = plan.put(name, record) if record is not None else plan
    problems += integrity.problems(plan)
    if problems:
        raise InputRefused(where, problems)
    return plan


def _merged(plan: Plan, name: str, item: object, path: str, problems: list[str]) -> Record | None:
    if not isinstance(item, dict):
        problems.append(f"{path}: expected an object in braces")
        return None
    given = cast("dict[str, object]", item)
    old = plan.table(name).get(str(given.get("id", "")))
    whole = {**write_record(old), **given} if old is not None else given
    return read_record(LISTS[name], whole, path, problems)


def effect(plan: Plan, action: Action, scenarios: Sequence[str] | None = None) -> Comparison:
    """Return what the change of an action makes better or worse, scenario by scenario.

    Args:
        plan: The plan as it is.
        action: Carries the change.
        scenarios: Ids; None for all scenarios of the plan.

    Raises:
        InputRefused: if the change cannot be used.
    """
    from bcp_planner.analysis.compare import compare

    chosen = list(plan.scenarios) if scenarios is None else scenarios
    return compare(plan, with_change(plan, action), chosen, seconds=2.0)


@dataclass(frozen=True, slots=True)
class MeasuredEffect:
    """What was measured before and after an action was done; None when nothing was."""

    before: Duration | None
    after: Duration | None


def measured_effect(plan: Plan, action: Action, service_id: str) -> MeasuredEffect:
    """Return the latest working time measured before, and the first after, an action was done."""
    done = action.done_on or action.verified_on or "9999"
    times = sorted(
        (one.date, one.outage or one.duration)
        for one in plan.evidence.values()
        if one.service == service_id and one.kind in MEASURED and (one.outage or one.duration)
    )
    before = [time for date, time in times if date < done]
    after = [time for date, time in times if date >= done]
    return MeasuredEffect(before[-1] if before else None, after[0] if after else None)


def add_action(plan: Plan, text: str, **fields: object) -> Plan:
    """Return the plan with one more corrective action."""
    action = replace(Action(id=free_id(plan.actions, "action")), text=text, **fields)
    return plan.put("actions", action)
