"""What will happen from here: the recovery of semantics.md 3 with actual times put in.

- The declaration is the one in the log; while there is none, the planned one, but not before now.
- A service seen down went down when it was seen; one that the plan does not expect to go down
  counts as failed. Work that has started shows that a service is down.
- Work starts when it did. What has not started starts by the rules, but not before now.
- Work finishes when it did. What has started and not finished takes as long as estimated, and
  finishes no earlier than now.
- A service seen up is up from then on.
- Work that has started comes first in the order, by time; the rest follows as adopted.
- Work that has started keeps its people until it is finished, or until all that they do is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bcp_planner.analysis.following import Follower
from bcp_planner.analysis.ordering import arrange, read_order
from bcp_planner.analysis.report import reported
from bcp_planner.analysis.results import Recovery
from bcp_planner.analysis.task import Known, RecoveryTask, recovery_task
from bcp_planner.analysis.waits import prepared
from bcp_planner.domain.durations import Duration
from bcp_planner.domain.errors import EditRefused
from bcp_planner.exercises.standing import Standing


@dataclass(frozen=True, slots=True)
class Miss:
    """A target that is missed, or will be.

    Attributes:
        service: Id of the service.
        target: ``RTO`` or ``MTPD``.
        due: When it would have to be up, milliseconds after the disruption.
        expected: When it is; None for never.
        passed: Whether the moment has passed already, so that nothing can be done about it.
    """

    service: str
    target: str
    due: Duration
    expected: Duration | None
    passed: bool


@dataclass(frozen=True, slots=True)
class DecisionDue:
    """Something that must be decided or begun by a moment, or a target is missed.

    Attributes:
        what: ``declare`` or ``start``.
        by: Latest moment, milliseconds after the disruption.
        service: Id of the service whose work is to start; empty for a declaration.
    """

    what: str
    by: Duration
    service: str = ""


@dataclass(frozen=True, slots=True)
class Forecast:
    """What follows from where an event stands.

    Attributes:
        now: The moment of the forecast.
        recovery: The recovery with actual times put in.
        misses: Targets that are missed or will be, by time.
        decisions: What is due by when, earliest first.
        next_down: Services that will still go down, with the time, earliest first.
        outside: Services of an experiment that go down although its limit does not name them.
    """

    now: Duration
    recovery: Recovery
    misses: tuple[Miss, ...]
    decisions: tuple[DecisionDue, ...]
    next_down: tuple[tuple[str, Duration], ...]
    outside: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Alternative:
    """Two forecasts side by side: as adopted, and what if.

    Attributes:
        adopted: The forecast in the adopted order.
        other: The forecast in the other order.
        order: The other order, complete.
        changes: Services whose return differs: id, return as adopted, return in the other order.
        spared: Misses of the adopted order that the other one does not have.
        added: Misses of the other order that the adopted one does not have.
    """

    adopted: Forecast
    other: Forecast
    order: tuple[str, ...]
    changes: tuple[tuple[str, Duration | None, Duration | None], ...]
    spared: tuple[Miss, ...]
    added: tuple[Miss, ...]


def forecast(at: Standing, order: Sequence[str] | None = None) -> Forecast:
    """Return what will happen from here.

    Args:
        at: Where the event stands.
        order: Recovery order for what has not started; None for the adopted one. Services that
            it lacks come in where they can.
    """
    task = live_task(at)
    wished = list(order if order is not None else at.case.recovery.order)
    places = _live_order(task, wished)
    state = Follower(task).follow(places)
    recovery = reported(task, places, state, at.case.recovery.aim.name)
    if at.declared is not None:
        recovery = replace(recovery, latest_declaration=None)
    limit = set(at.event.blast_limit)
    down = [key for key, one in recovery.services.items() if not one.rides_through]
    return Forecast(
        now=at.now,
        recovery=recovery,
        misses=tuple(sorted(_misses(at, recovery), key=lambda miss: miss.due)),
        decisions=tuple(sorted(_decisions(at, recovery), key=lambda due: due.by)),
        next_down=_next_down(recovery, at.now),
        outside=tuple(key for key in down if key not in limit) if limit else (),
    )


def live_task(at: Standing) -> RecoveryTask:
    """Return what is still asked of recovery, with what has happened so far."""
    task = prepared(recovery_task(at.case.plan, at.scenario))
    declared = max(task.declared, at.now) if at.declared is None else at.declared
    known = {key: one for key, one in at.known.items() if key in task.index}
    for key, one in known.items():
        if one.start is not None and one.lost is None:
            lost = min(task.down[task.index[key]], one.start)
            known[key] = replace(one, lost=lost)
    return task.as_of(at.now, known, declared)


def _live_order(task: RecoveryTask, wished: Sequence[str]) -> list[int]:
    wished = [key for key in dict.fromkeys(wished) if key in task.index]
    missing = [key for key in task.ids if key not in wished]
    if missing:
        rank = {key: place for place, key in enumerate([*missing, *wished])}
        places = arrange(task, [rank[key] for key in task.ids], patient=False)
    else:
        places = read_order(task, wished)
    starts = {
        task.index[key]: one.start for key, one in task.known.items() if one.start is not None
    }
    begun = [place for place in places if place in starts]
    rest = [place for place in places if place not in starts]
    return [*sorted(begun, key=lambda place: starts[place]), *rest]


def _misses(at: Standing, recovery: Recovery) -> Iterator[Miss]:
    for key, found in recovery.services.items():
        service = at.case.plan.services[key]
        if found.rides_through or found.down_at is None:
            continue
        if found.rto_met is False and service.rto is not None:
            due = found.down_at + service.rto
            yield Miss(key, "RTO", due, found.up_at, due <= at.now)
        if found.mtpd_met is False and service.mtpd is not None:
            due = found.down_at + max(0, service.mtpd - (service.wrt or 0))
            yield Miss(key, "MTPD", due, found.up_at, due <= at.now)


def _decisions(at: Standing, recovery: Recovery) -> Iterator[DecisionDue]:
    if at.declared is None and recovery.latest_declaration is not None:
        yield DecisionDue("declare", recovery.latest_declaration)
    for key, found in recovery.services.items():
        if found.start is None or found.finish is None or found.latest_finish is None:
            continue
        known = at.known.get(key, Known())
        if known.start is None and found.finish <= found.latest_finish:
            yield DecisionDue("start", found.latest_finish - (found.finish - found.start), key)


def _next_down(recovery: Recovery, now: Duration) -> tuple[tuple[str, Duration], ...]:
    later = [
        (key, one.down_at)
        for key, one in recovery.services.items()
        if one.down_at is not None and one.down_at > now
    ]
    return tuple(sorted(later, key=lambda item: item[1]))


def sooner(at: Standing, service_id: str) -> tuple[str, ...]:
    """Return the adopted order with one service, and all it waits for, as early as possible.

    Raises:
        EditRefused: if the service is not one that goes down.
    """
    task = live_task(at)
    if service_id not in task.index:
        raise EditRefused(f"{service_id} does not go down in this event; choose one that does")
    wanted = {task.index[service_id]}
    rows = task.waits_of()
    open_ones = list(wanted)
    while open_ones:
        for wait in rows[open_ones.pop()]:
            new = set(wait.providers) - wanted
            wanted |= new
            open_ones.extend(new)
    adopted = [task.index[key] for key in at.case.recovery.order if key in task.index]
    adopted += [place for place in range(len(task)) if place not in adopted]
    ranked = [place for place in adopted if place in wanted]
    ranked += [place for place in adopted if place not in wanted]
    rank = {place: number for number, place in enumerate(ranked)}
    order = arrange(task, [rank[place] for place in range(len(task))], patient=False)
    return tuple(task.ids[place] for place in order)


def what_if(at: Standing, order: Sequence[str]) -> Alternative:
    """Return the forecast as adopted beside the one in another order."""
    adopted, other = forecast(at), forecast(at, order)
    changes = tuple(
        (key, one.up_at, other.recovery.services[key].up_at)
        for key, one in adopted.recovery.services.items()
        if one.up_at != other.recovery.services[key].up_at
    )

    def key_of(miss: Miss) -> tuple[str, str]:
        return miss.service, miss.target

    mine, theirs = set(map(key_of, adopted.misses)), set(map(key_of, other.misses))
    return Alternative(
        adopted,
        other,
        tuple(order),
        changes,
        tuple(miss for miss in adopted.misses if key_of(miss) not in theirs),
        tuple(miss for miss in other.misses if key_of(miss) not in mine),
    )
