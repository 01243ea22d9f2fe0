"""What was planned beside what happened: times, targets, blast radius and order of recovery."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bcp_planner.analysis.results import Recovery, State
from bcp_planner.analysis.task import Known
from bcp_planner.domain.durations import MINUTE, Duration, format_human
from bcp_planner.domain.edits import next_requirement_id
from bcp_planner.domain.entities import Estimate, Requirement
from bcp_planner.domain.exercising import LogEntry
from bcp_planner.domain.plan import Plan
from bcp_planner.exercises.standing import Standing, standing


@dataclass(frozen=True, slots=True)
class Measured:
    """One service in an event, planned and actual; None for what is not known.

    Attributes:
        service: Its id.
        planned_up: When the plan has it back.
        up: When it was back.
        planned_work: The estimate that counted.
        work: Working time measured, from the start of its first task to the end of the last.
        planned_outage: The outage that the plan predicts.
        outage: The outage measured, from its loss (as planned when nobody logged it).
        rto_met: Whether the measured outage meets the RTO.
        failed: Whether it failed itself, so that its work is a recovery and no restart.
    """

    service: str
    planned_up: Duration | None
    up: Duration | None
    planned_work: Duration | None
    work: Duration | None
    planned_outage: Duration | None
    outage: Duration | None
    rto_met: bool | None
    failed: bool


@dataclass(frozen=True, slots=True)
class Correction:
    """A change of the plan that the event suggests, to accept or not.

    Attributes:
        text: What would be changed, in a sentence.
        why: What was seen.
        plan: The plan with just this change.
    """

    text: str
    why: str
    plan: Plan


@dataclass(frozen=True, slots=True)
class Review:
    """An event looked back on.

    Attributes:
        at: Where it stood at its end.
        measured: Every service that the plan or the log has going down, in planned order.
        unexpected: Services seen down that the plan does not take down.
        not_seen: Services that the plan takes down in that time and nobody saw down; empty when
            losses were not logged at all.
        planned_order: Services in the order in which the plan brings them back.
        actual_order: Services in the order in which they were back.
    """

    at: Standing
    measured: tuple[Measured, ...]
    unexpected: tuple[str, ...]
    not_seen: tuple[str, ...]
    planned_order: tuple[str, ...]
    actual_order: tuple[str, ...]

    @property
    def outside(self) -> tuple[str, ...]:
        """The services of an experiment that went down although its limit does not name them."""
        limit = set(self.at.event.blast_limit)
        seen = dict.fromkeys([*self.unexpected, *_seen_down(self.at)])
        return tuple(key for key in seen if key not in limit) if limit else ()

    @property
    def achieved(self) -> tuple[int, int]:
        """How many of the measured services with an RTO met it, and how many there are."""
        judged = [one.rto_met for one in self.measured if one.rto_met is not None]
        return sum(judged), len(judged)


def review(plan: Plan, event_id: str) -> Review:
    """Return what was planned beside what happened in an event."""
    at = standing(plan, event_id)
    planned = at.case.recovery
    expected = [key for key, one in planned.services.items() if not one.rides_through]
    seen = _seen_down(at)
    logged = any(one.kind == "service down" for one in at.entries)
    unexpected = tuple(key for key in seen if key not in planned.services)
    due = [key for key in expected if (planned.services[key].down_at or 0) <= at.now]
    not_seen = tuple(key for key in due if key not in seen) if logged else ()
    backs = [(up, key) for key, one in at.known.items() if (up := _up(one)) is not None]
    return Review(
        at=at,
        measured=tuple(_measured(at, key) for key in (*_by_return(planned, expected), *unexpected)),
        unexpected=unexpected,
        not_seen=not_seen,
        planned_order=tuple(_by_return(planned, expected)),
        actual_order=tuple(key for _, key in sorted(backs)),
    )


def _seen_down(at: Standing) -> list[str]:
    """Return the services that were logged as down or worked on, in the order of the log."""
    kinds = {"service down", "task started", "task finished"}
    services = at.case.plan.services
    named = [one.service for one in at.entries if one.kind in kinds]
    return list(dict.fromkeys(key for key in named if key in services))


def _up(known: Known) -> Duration | None:
    return known.finish if known.back is None else known.back


def _by_return(recovery: Recovery, services: Sequence[str]) -> list[str]:
    def back(key: str) -> float:
        up = recovery.services[key].up_at
        return float("inf") if up is None else up

    return sorted(services, key=back)


def _measured(at: Standing, key: str) -> Measured:
    known = at.known.get(key, Known())
    planned = at.case.recovery.services.get(key)
    felt = at.case.impact.services[key]
    service = at.case.plan.services[key]
    estimate = service.recovery if felt.fails_itself else service.restart
    up = _up(known)
    lost = known.lost if known.lost is not None else (planned.down_at if planned else None)
    outage = max(0, up - lost) if up is not None and lost is not None else None
    has_work = known.start is not None and known.finish is not None and known.finish > known.start
    return Measured(
        service=key,
        planned_up=planned.up_at if planned else None,
        up=up,
        planned_work=estimate.likely if estimate else None,
        work=(known.finish or 0) - (known.start or 0) if has_work else None,
        planned_outage=planned.outage if planned else None,
        outage=outage,
        rto_met=None if outage is None or service.rto is None else outage <= service.rto,
        failed=felt.fails_itself or planned is None,
    )


# What the plan should say instead -----------------------------------------------------------------

_NOTABLE = 0.2
"""Share by which a measured time must differ before a change is offered."""


def corrections(found: Review) -> tuple[Correction, ...]:
    """Return the changes of the plan that an event suggests; each stands on its own.

    A tabletop is talked through with a clock that jumps: it measures no times, but may show what
    the plan does not connect.
    """
    makers = (_declaration, _work_times, _tolerances, _missing_links, _too_pessimistic)
    if found.at.event.kind == "tabletop":
        makers = (_missing_links,)
    return tuple(one for maker in makers for one in maker(found))


def _differs(planned: Duration, actual: Duration) -> bool:
    return abs(planned - actual) > max(5 * MINUTE, _NOTABLE * planned)


def _declaration(found: Review) -> Iterator[Correction]:
    at, plan = found.at, found.at.case.plan
    planned = at.case.recovery.declared
    scenario = plan.scenarios.get(at.scenario.id)
    if at.declared is None or scenario is None or not _differs(planned, at.declared):
        return
    changed = replace(scenario, declared_after=at.declared)
    yield Correction(
        f"Let “{scenario.title}” be declared after {format_human(at.declared)}.",
        f"The plan counts on {format_human(planned)}; it took {format_human(at.declared)}.",
        plan.put("scenarios", changed),
    )


def _work_times(found: Review) -> Iterator[Correction]:
    plan = found.at.case.plan
    for one in found.measured:
        if one.work is None or (one.planned_work and not _differs(one.planned_work, one.work)):
            continue
        service = plan.services[one.service]
        field = "recovery" if one.failed else "restart"
        words = "recovery time" if one.failed else "restart time"
        estimate: Estimate | None = getattr(service, field)
        low = min(one.work, estimate.optimistic) if estimate else one.work
        high = max(one.work, estimate.pessimistic) if estimate else one.work
        changed = replace(service, **{field: Estimate(low, one.work, high)})
        was = format_human(one.planned_work) if one.planned_work is not None else "nothing"
        yield Correction(
            f"Set the likely {words} of {service.title} to {format_human(one.work)}.",
            f"The plan says {was}; measured from start to finish: {format_human(one.work)}.",
            plan.put("services", changed),
        )


def _tolerances(found: Review) -> Iterator[Correction]:
    """Yield tolerances that were longer or shorter than the plan says."""
    at, plan = found.at, found.at.case.plan
    for key, known in at.known.items():
        felt = at.case.impact.services[key]
        if known.lost is None or felt.cause is None or felt.down_at is None:
            continue
        requirement = plan.requirements[felt.cause.requirement]
        lost = at.known.get(felt.cause.provider, Known()).lost
        tolerance = known.lost - (felt.cause.lost_at if lost is None else lost)
        if tolerance < 0 or not _differs(requirement.tolerance, tolerance):
            continue
        provider = plan.services[felt.cause.provider].title
        yield Correction(
            f"Set the tolerance of {plan.services[key].title} for the loss of {provider} to "
            f"{format_human(tolerance)}.",
            f"The plan says {format_human(requirement.tolerance)}; it went down after "
            f"{format_human(tolerance)}.",
            plan.put("requirements", replace(requirement, tolerance=tolerance)),
        )


def _missing_links(found: Review) -> Iterator[Correction]:
    """Yield a requirement for each service that went down although the plan does not say so."""
    at, plan = found.at, found.at.case.plan
    fails = {one.service: one.at for one in at.scenario.fails if one.service in plan.services}
    for key in found.unexpected:
        lost = at.known.get(key, Known()).lost
        earlier = [root for root, when in fails.items() if root != key and when <= (lost or 0)]
        if lost is None or not earlier:
            continue
        root = max(earlier, key=lambda one: fails[one])
        requirement = Requirement(
            id=next_requirement_id(plan.requirements),
            dependant=key,
            providers=(root,),
            tolerance=lost - fails[root],
            note=f"Seen in {at.event.title}; check what lies between the two.",
        )
        yield Correction(
            f"Let {plan.services[key].title} need {plan.services[root].title}, or whatever lies "
            "between the two.",
            f"It went down {format_human(lost - fails[root])} after "
            f"{plan.services[root].title}; the plan does not connect them.",
            plan.put("requirements", requirement),
        )


def _too_pessimistic(found: Review) -> Iterator[Correction]:
    """Yield a longer tolerance for services that carried on although the plan takes them down."""
    at, plan = found.at, found.at.case.plan
    for key in found.not_seen:
        felt = at.case.impact.services[key]
        if felt.cause is None or felt.state is not State.DOWN:
            continue
        requirement = plan.requirements[felt.cause.requirement]
        back = _up(at.known.get(felt.cause.provider, Known()))
        lasted = (at.now if back is None else back) - felt.cause.lost_at
        if lasted > requirement.tolerance:
            provider = plan.services[felt.cause.provider].title
            yield Correction(
                f"Set the tolerance of {plan.services[key].title} for the loss of {provider} to "
                f"at least {format_human(lasted)}, or call it a soft requirement.",
                "The plan takes it down; nobody saw it down.",
                plan.put("requirements", replace(requirement, tolerance=lasted)),
            )


@dataclass(frozen=True, slots=True)
class TimelineLine:
    """One line of the timeline: what was planned, what happened, and the entry behind it."""

    text: str
    planned: Duration | None
    actual: Duration | None
    entry: LogEntry | None = None


def timeline(found: Review) -> list[TimelineLine]:
    """Return the timeline of an event, planned against actual, in order of time."""
    at, plan = found.at, found.at.case.plan
    lines = [TimelineLine("Declared", at.case.recovery.declared, at.declared)]
    for one in found.measured:
        title = plan.services[one.service].title
        planned = at.case.recovery.services.get(one.service)
        known = at.known.get(one.service, Known())
        lines.append(
            TimelineLine(f"{title} goes down", planned.down_at if planned else None, known.lost)
        )
        lines.append(
            TimelineLine(f"Work on {title} starts", planned.start if planned else None, known.start)
        )
        lines.append(TimelineLine(f"{title} is back", one.planned_up, one.up))
    told = {"declared", "service down", "service up", "task started", "task finished", "clock"}
    lines += [
        TimelineLine(one.text or one.kind, None, one.at, one)
        for one in at.entries
        if one.kind not in told
    ]
    known_lines = [one for one in lines if one.planned is not None or one.actual is not None]
    return sorted(known_lines, key=_moment)


def _moment(line: TimelineLine) -> Duration:
    return line.actual if line.actual is not None else line.planned or 0
