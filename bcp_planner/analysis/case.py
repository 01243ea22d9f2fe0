"""One scenario worked out: waves, numbered tasks, and what was found about them.

The numbers are those of the printed runbook; injects, logs and boards refer to them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bcp_planner.analysis.results import Impact, Recovery, ServiceRecovery, State
from bcp_planner.domain.durations import Duration
from bcp_planner.domain.entities import Requirement, Scenario, Service, Step
from bcp_planner.domain.plan import Plan


@dataclass(frozen=True, slots=True)
class Task:
    """A line of a task table: one recovery step, or the whole work of a service without steps.

    Attributes:
        number: Such as `W2-07`; unique in the runbook.
        service: Id of the service.
        text: What to do.
        team: Id of the team; None when no one is named.
        after: Numbers of the tasks it waits for.
        start: Planned start; None when it is not known on its own.
        end: Planned end; None when it is not known on its own.
        latest: Latest end that breaks no target; on the last task of a service.
        step: The step it comes from; None for the whole work of a service.
        duration: Expected working time; None when unknown.
    """

    number: str
    service: str
    text: str
    team: str | None
    after: tuple[str, ...]
    start: Duration | None
    end: Duration | None
    latest: Duration | None
    step: Step | None
    duration: Duration | None


@dataclass(frozen=True, slots=True)
class Wave:
    """Services that can be worked on at the same stage, and their tasks."""

    number: int
    services: tuple[str, ...]
    tasks: tuple[Task, ...]
    start: Duration | None
    end: Duration | None


@dataclass(frozen=True, slots=True)
class Case:
    """A scenario with its impact, its recovery, and the numbered tasks that follow."""

    plan: Plan
    scenario: Scenario
    impact: Impact
    recovery: Recovery
    waves: tuple[Wave, ...]
    last_task: Mapping[str, str]
    """Service -> number of the task after which it is back."""
    recovered: tuple[str, ...]
    """The services that need work, in the order of the waves."""
    missed: tuple[str, ...]
    """The services that miss their RTO or MTPD."""
    critical: frozenset[str]
    """The services of the critical path."""
    requirements: Mapping[str, tuple[Requirement, ...]]
    """Dependant -> what it needs; every service is a key."""

    def found(self, service_id: str) -> ServiceRecovery:
        """Return how a service comes back."""
        return self.recovery.services[service_id]

    def service(self, service_id: str) -> Service:
        """Return a service of the plan."""
        return self.plan.services[service_id]

    def in_state(self, *states: State) -> list[str]:
        """Return the services in some states: by time, failed ones and high tiers first."""
        chosen = [key for key, found in self.impact.services.items() if found.state in states]

        def rank(key: str) -> tuple[Duration, bool, int]:
            fails = self.impact.services[key].fails_itself
            return (self.effect_at(key) or 0, not fails, self.service(key).tier or 99)

        return sorted(chosen, key=rank)

    def effect_at(self, service_id: str) -> Duration | None:
        """Return when a service enters its state."""
        found = self.impact.services[service_id]
        moments = {
            State.DOWN: found.down_at,
            State.DEGRADED: found.degraded_at,
            State.AT_RISK: found.at_risk_at,
        }
        return moments.get(found.state)

    def riding_through(self) -> list[str]:
        """Return the services that carry on because what they need is back in time."""
        return [key for key, found in self.recovery.services.items() if found.rides_through]

    def relaxed_of(self, service_id: str) -> list[str]:
        """Return the relaxed requirements of a service: it is brought up without them."""
        return [
            key
            for key in self.recovery.relaxed
            if self.plan.requirements[key].dependant == service_id
        ]

    def steps_beyond(self, service_id: str) -> Duration | None:
        """Return what the steps of a service take in all, when it is longer than its work."""
        found = self.found(service_id)
        spent = sum(step.duration or 0 for step in self.service(service_id).steps)
        if found.start is None or found.finish is None:
            return None
        return spent if spent > found.finish - found.start else None

    def without_estimate(self) -> list[str]:
        """Return the services that fail themselves and whose recovery time is unknown."""
        return [
            key
            for key in self.recovered
            if self.impact.services[key].fails_itself and self.service(key).recovery is None
        ]


def case(plan: Plan, scenario: Scenario, impact: Impact, recovery: Recovery) -> Case:
    """Number the tasks of a recovery, wave by wave, in the order in which they start."""
    services = [_by_start(recovery, wave) for wave in recovery.waves]
    services = [wave for wave in services if wave]
    last = _last_numbers(plan, services)
    waves = tuple(
        _wave(number, wave, plan, impact, recovery, last) for number, wave in enumerate(services, 1)
    )
    working = tuple(key for wave in waves for key in wave.services)
    return Case(
        plan,
        scenario,
        impact,
        recovery,
        waves,
        last,
        working,
        tuple(key for key in working if _is_missed(recovery.services[key])),
        frozenset(recovery.critical_path),
        _by_dependant(plan),
    )


def _is_missed(found: ServiceRecovery) -> bool:
    return found.rto_met is False or found.mtpd_met is False


def _by_dependant(plan: Plan) -> dict[str, tuple[Requirement, ...]]:
    found: dict[str, list[Requirement]] = {key: [] for key in plan.services}
    for requirement in plan.requirements.values():
        found[requirement.dependant].append(requirement)
    return {key: tuple(requirements) for key, requirements in found.items()}


def _by_start(recovery: Recovery, wave: Sequence[str]) -> list[str]:
    place = {key: index for index, key in enumerate(recovery.order)}
    working = [key for key in wave if not recovery.services[key].rides_through]
    never = 10**18

    def start(key: str) -> tuple[int, int]:
        begun = recovery.services[key].start
        return (never if begun is None else begun, place.get(key, 0))

    return sorted(working, key=start)


def _number(wave: int, place: int) -> str:
    return f"W{wave}-{place:02d}"


def _last_numbers(plan: Plan, waves: Sequence[Sequence[str]]) -> dict[str, str]:
    last: dict[str, str] = {}
    for number, wave in enumerate(waves, 1):
        place = 0
        for key in wave:
            place += max(len(plan.services[key].steps), 1)
            last[key] = _number(number, place)
    return last


def _wave(
    number: int,
    services: Sequence[str],
    plan: Plan,
    impact: Impact,
    recovery: Recovery,
    last: Mapping[str, str],
) -> Wave:
    tasks: list[Task] = []
    for key in services:
        failed = impact.services[key].fails_itself
        after = tuple(last[other] for other in recovery.services[key].waits_for if other in last)
        found = recovery.services[key]
        for task in _tasks(plan.services[key], found, after, failed=failed):
            place = _number(number, len(tasks) + 1)
            tasks.append(_numbered(task, place, tasks))
    found = [recovery.services[key] for key in services]
    starts = [one.start for one in found if one.start is not None]
    ends = [one.up_at for one in found if one.up_at is not None]
    return Wave(
        number,
        tuple(services),
        tuple(tasks),
        min(starts, default=None),
        max(ends) if len(ends) == len(found) else None,
    )


def _numbered(task: Task, number: str, before: Sequence[Task]) -> Task:
    """Give a task its number; a later step of a service comes after the step before."""
    follows = before and before[-1].service == task.service
    after = (before[-1].number,) if follows else task.after
    return Task(
        number,
        task.service,
        task.text,
        task.team,
        after,
        task.start,
        task.end,
        task.latest,
        task.step,
        task.duration,
    )


def _tasks(
    service: Service, found: ServiceRecovery, after: tuple[str, ...], *, failed: bool
) -> Iterator[Task]:
    team = next(iter(service.needs), None)
    if not service.steps:
        verb = "Recover" if failed else "Bring up"
        estimate = service.recovery if failed else service.restart
        length = None if estimate is None else _work(found)
        yield Task(
            "",
            service.id,
            verb,
            team,
            after,
            found.start,
            found.up_at,
            found.latest_finish,
            None,
            length,
        )
        return
    times = _step_times(service.steps, found)
    for index, step in enumerate(service.steps):
        is_last = index == len(service.steps) - 1
        yield Task(
            "",
            service.id,
            step.text,
            step.team or team,
            after,
            times[index],
            found.up_at if is_last else times[index + 1],
            found.latest_finish if is_last else None,
            step,
            step.duration,
        )


def _work(found: ServiceRecovery) -> Duration | None:
    if found.start is None or found.finish is None:
        return None
    return found.finish - found.start


def _step_times(steps: Sequence[Step], found: ServiceRecovery) -> list[Duration | None]:
    """Return when each step starts, as far as the lengths of the steps before it say so.

    Lengths that add up to more than the estimate of the service contradict it; then only the
    first start is known.
    """
    times: list[Duration | None] = [found.start]
    work = _work(found)
    for step in steps[:-1]:
        before = times[-1]
        known = before is not None and step.duration is not None
        times.append((before or 0) + (step.duration or 0) if known else None)
    spent = [step.duration for step in steps]
    if work is None or sum(one or 0 for one in spent) > work:
        return [found.start, *[None] * (len(steps) - 1)]
    return times
