"""Where an exercise or incident stands, as its log says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bcp_planner.analysis.case import Case
from bcp_planner.analysis.case import case as worked_out
from bcp_planner.analysis.impact import impact
from bcp_planner.analysis.task import Known
from bcp_planner.domain.durations import Duration
from bcp_planner.domain.entities import Failure, Scenario
from bcp_planner.domain.exercising import Event, Inject, LogEntry
from bcp_planner.domain.plan import Plan
from bcp_planner.exercises import log
from bcp_planner.exercises.preparation import event_of


@dataclass(frozen=True, slots=True)
class Due:
    """A message that is to go out.

    Attributes:
        communication: Id of the communication.
        at: When it is due, milliseconds after the disruption.
        sent: How often it has gone out so far.
    """

    communication: str
    at: Duration
    sent: int


@dataclass(frozen=True, slots=True)
class Standing:
    """What the log of an event says, up to a moment.

    Attributes:
        event: The event.
        scenario: What is lost: the scenario, and what else was seen to go down.
        case: The plan's own timeline, with the tasks as numbered on paper.
        now: Milliseconds after the disruption.
        declared: When it was declared; None while it is not.
        known: What has happened to services.
        started: Task number -> when it was started.
        finished: Task number -> when it was finished.
        given: Numbers of injects that were given -> when.
        roles: Role id -> who has it now.
        messages: Communication id -> when it went out, each time.
        entries: The entries that count, by time.
    """

    event: Event
    scenario: Scenario
    case: Case
    now: Duration
    declared: Duration | None
    known: Mapping[str, Known]
    started: Mapping[str, Duration]
    finished: Mapping[str, Duration]
    given: Mapping[str, Duration]
    roles: Mapping[str, str]
    messages: Mapping[str, Sequence[Duration]]
    entries: Sequence[LogEntry]

    def due_injects(self) -> list[Inject]:
        """Return the injects that should have been given by now, and were not."""
        return [
            one
            for one in self.event.injects
            if one.kind == "inject" and one.at <= self.now and one.key not in self.given
        ]

    def due_messages(self) -> list[Due]:
        """Return when each audience is to be told next, earliest first; none before it is known."""
        if self.declared is None:
            return []
        found: list[Due] = []
        for key, one in self.case.plan.communications.items():
            sent = self.messages.get(key, ())
            rhythm = one.then_every if sent else one.first_by
            if rhythm is not None:
                at = (max(sent) if sent else self.declared) + rhythm
                found.append(Due(key, at, len(sent)))
        return sorted(found, key=lambda due: due.at)


def planned_case(plan: Plan, event: Event, scenario: Scenario) -> Case:
    """Return the scenario of an event worked out in the order that the event has adopted."""
    from bcp_planner.analysis.recovery import follow, recover
    from bcp_planner.domain.errors import PlannerError

    try:
        recovery = follow(plan, scenario, event.order) if event.order else None
    except PlannerError:
        # The plan has changed since the order was adopted.
        recovery = None
    found = recovery or recover(plan, scenario, seconds=2.0)
    return worked_out(plan, scenario, impact(plan, scenario), found)


def standing(
    plan: Plan, event_id: str, now: Duration | None = None, case: Case | None = None
) -> Standing:
    """Return where an event stands.

    Args:
        plan: The plan.
        event_id: The event.
        now: Milliseconds after the disruption; None for its last entry.
        case: The scenario in the adopted order, where that is known already.
    """
    event = event_of(plan, event_id)
    entries = log.in_force(plan, event_id)
    moment = max((one.at for one in entries), default=0) if now is None else now
    entries = [one for one in entries if one.at <= moment]
    scenario = plan.scenarios.get(event.scenario or "") or Scenario(id="seen", name=event.title)
    planned = case or planned_case(plan, event, scenario)
    started = _first(entries, "task started")
    finished = _first(entries, "task finished")
    return Standing(
        event=event,
        scenario=_as_seen(planned, scenario, entries),
        case=planned,
        now=moment,
        declared=next((one.at for one in entries if one.kind == "declared"), None),
        known=_known(planned, entries),
        started=started,
        finished=finished,
        given=_first(entries, "inject"),
        roles={one.subject: one.by or one.text for one in entries if one.kind == "role"},
        messages=_messages(entries),
        entries=entries,
    )


def _first(entries: Sequence[LogEntry], kind: str) -> dict[str, Duration]:
    found: dict[str, Duration] = {}
    for one in entries:
        if one.kind == kind and one.subject:
            found.setdefault(one.subject, one.at)
    return found


def _messages(entries: Sequence[LogEntry]) -> dict[str, list[Duration]]:
    found: dict[str, list[Duration]] = {}
    for one in entries:
        if one.kind == "communication" and one.subject:
            found.setdefault(one.subject, []).append(one.at)
    return found


def _as_seen(case: Case, scenario: Scenario, entries: Sequence[LogEntry]) -> Scenario:
    """Return the scenario with every service that was seen down without the plan saying so."""
    seen: dict[str, Duration] = {}
    for one in entries:
        key = one.service
        down = one.kind == "service down" and key in case.plan.services
        if down and key not in case.recovery.services:
            seen.setdefault(key, one.at)
    if not seen:
        return scenario
    added = tuple(Failure(service=key, at=at) for key, at in seen.items())
    return Scenario(
        id=scenario.id,
        name=scenario.name,
        fails=(*scenario.fails, *added),
        declared_after=scenario.declared_after,
        corrupts_data=scenario.corrupts_data,
    )


def _known(case: Case, entries: Sequence[LogEntry]) -> dict[str, Known]:
    by_service: dict[str, list[LogEntry]] = {}
    for one in entries:
        if one.service and one.service in case.plan.services:
            by_service.setdefault(one.service, []).append(one)
    tasks: dict[str, set[str]] = {}
    for wave in case.waves:
        for task in wave.tasks:
            tasks.setdefault(task.service, set()).add(task.number)
    found = {key: _known_of(own, tasks.get(key, set())) for key, own in by_service.items()}
    return {key: one for key, one in found.items() if one != Known()}


def _known_of(entries: Sequence[LogEntry], tasks: set[str]) -> Known:
    """Return what the entries about one service say of it.

    Work begins with the first task that was started or finished. It is finished when all tasks
    are, or when an entry without a task number says so; a return ends all work.
    """

    def moments(kind: str) -> list[Duration]:
        return [one.at for one in entries if one.kind == kind]

    done = {one.subject for one in entries if one.kind == "task finished"}
    begun = min([*moments("task started"), *moments("task finished")], default=None)
    complete = "" in done or (bool(tasks) and tasks <= done)
    finish = max(moments("task finished")) if complete else None
    back = max(moments("service up"), default=None)
    if back is not None and finish is None:
        finish = back
    return Known(
        lost=min(moments("service down"), default=None),
        start=begun if begun is not None or finish is None else finish,
        finish=finish,
        back=back,
    )
