"""What happens in a scenario, moment by moment, as the computed timeline says.

Each happening knows the rule and the services that it comes from; its origin names both and stays
the same while the plan changes, so that a list made from an older plan can be compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bcp_planner.analysis.case import Case
from bcp_planner.analysis.case import case as worked_out
from bcp_planner.analysis.results import Cause, State
from bcp_planner.domain.durations import HOUR, MINUTE, Duration
from bcp_planner.domain.entities import Scenario
from bcp_planner.domain.plan import Plan

MANY = 6
"""Services of which a happening of their own is told, by rule; the rest is told together."""


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that takes place at one moment of a scenario.

    Attributes:
        rule: Why it is told: ``loss``, ``tolerance``, ``degraded``, ``near-miss``, ``decision``,
            ``team``, ``data``, ``target``, ``limit``, ``back``, ``message`` or ``absence``.
        at: Milliseconds after the disruption.
        services: Ids, most important first.
        cause: Why a service is lost, where that is the point.
        subject: Id of a team, role or communication; empty when it is about services.
        contingency: Whether it takes place only if something else did not.
    """

    rule: str
    at: Duration
    services: tuple[str, ...] = ()
    cause: Cause | None = None
    subject: str = ""
    contingency: bool = False

    @property
    def origin(self) -> str:
        """Rule and first service or subject: the same as long as it is the same happening."""
        return f"{self.rule}:{self.subject or next(iter(self.services), '')}"


def work_out(plan: Plan, scenario: Scenario, *, seconds: float = 2.0) -> Case:
    """Return a scenario with its impact, the best recovery order found, and its tasks."""
    from bcp_planner.analysis.impact import impact
    from bcp_planner.analysis.recovery import recover

    return worked_out(
        plan, scenario, impact(plan, scenario), recover(plan, scenario, seconds=seconds)
    )


def happenings(case: Case) -> list[Happening]:
    """Return what happens in a scenario when its recovery goes as planned, in order of time."""
    rules = (
        _losses,
        _used_up,
        _degraded,
        _teams,
        _decision,
        _data,
        _targets,
        _returns,
        _messages,
        _absence,
    )
    found = [happening for rule in rules for happening in rule(case)]
    return sorted(found, key=lambda one: one.at)


def by_importance(case: Case, services: Sequence[str]) -> list[str]:
    """Return services by tier, those without one last, else as given."""
    return sorted(services, key=lambda key: case.service(key).tier or 99)


def _losses(case: Case) -> Iterator[Happening]:
    """Yield each failure with all that goes down at once because of it."""
    groups: dict[str, list[str]] = {}
    for key, found in case.impact.services.items():
        if found.state is not State.DOWN or found.down_at is None:
            continue
        first = case.impact.chain(key)[0]
        if first.down_at == found.down_at:
            groups.setdefault(first.service, []).append(key)
    for root, services in groups.items():
        at = case.impact.services[root].down_at or 0
        others = [key for key in services if key != root]
        yield Happening("loss", at, (root, *by_importance(case, others)))


def _used_up(case: Case) -> Iterator[Happening]:
    """Yield the reserves that are used up; one that recovery spares comes only if that is late."""
    found = [
        (key, one.down_at, one.cause)
        for key, one in case.impact.services.items()
        if one.down_at is not None and one.cause is not None and one.cause.tolerance > 0
    ]
    ranked = set(by_importance(case, [key for key, _, _ in found])[: 2 * MANY])
    for key, at, cause in found:
        if key in ranked:
            spared = case.found(key).rides_through
            rule = "near-miss" if spared else "tolerance"
            lost = case.found(key).down_at
            moment = at if spared or lost is None else lost
            yield Happening(rule, moment, (key,), cause, contingency=spared)


def _degraded(case: Case) -> Iterator[Happening]:
    groups: dict[Duration, list[str]] = {}
    for key, found in case.impact.services.items():
        if found.state is State.DEGRADED and found.degraded_at is not None:
            groups.setdefault(found.degraded_at, []).append(key)
    for at, services in groups.items():
        yield Happening("degraded", at, tuple(by_importance(case, services)))


def _decision(case: Case) -> Iterator[Happening]:
    recovery = case.recovery
    if case.recovered:
        yield Happening("decision", recovery.declared, subject="declare")
    latest = recovery.latest_declaration
    if latest is not None and latest > recovery.declared:
        kept = [key for key in case.recovered if case.found(key).rto_met]
        services = tuple(by_importance(case, kept))
        yield Happening("decision", latest, services, subject="latest", contingency=True)


def _teams(case: Case) -> Iterator[Happening]:
    """Yield when each team that has work is there."""
    busy: dict[str, list[str]] = {}
    for key in case.recovered:
        for team in case.service(key).needs:
            busy.setdefault(team, []).append(key)
    for team, services in busy.items():
        ready = case.recovery.declared + (case.plan.teams[team].mobilisation or 0)
        yield Happening("team", ready, tuple(by_importance(case, services)), subject=team)


def _data(case: Case) -> Iterator[Happening]:
    """Yield when work on a service ends that has lost data of its own."""
    lossy = [
        key
        for key in case.recovered
        if case.impact.services[key].fails_itself and case.found(key).data_loss > 0
    ]
    for key in by_importance(case, lossy)[:MANY]:
        finish = case.found(key).finish
        if finish is not None:
            yield Happening("data", finish, (key,))


def _targets(case: Case) -> Iterator[Happening]:
    """Yield warnings shortly before a target is missed, of the most important services."""
    for rule, verdict in (("target", "rto_met"), ("limit", "mtpd_met")):
        missed = [key for key in case.recovered if getattr(case.found(key), verdict) is False]
        for key in by_importance(case, missed)[:MANY]:
            service, found = case.service(key), case.found(key)
            bound = service.rto if rule == "target" else (service.mtpd or 0) - (service.wrt or 0)
            due = (found.down_at or 0) + max(bound or 0, 0)
            warning = min(HOUR, max(15 * MINUTE, (bound or 0) // 10))
            yield Happening(rule, max(found.down_at or 0, due - warning), (key,))


def _returns(case: Case) -> Iterator[Happening]:
    """Yield the return of the most important services, and of the last one."""
    back = [(key, up) for key in case.recovered if (up := case.found(key).up_at) is not None]
    chosen = set(by_importance(case, [key for key, _ in back])[:MANY])
    latest = max(back, key=lambda item: item[1], default=None)
    for key, up in back:
        if key in chosen or (latest is not None and key == latest[0]):
            yield Happening("back", up, (key,))


def _messages(case: Case) -> Iterator[Happening]:
    """Yield when somebody has to have been told for the first time."""
    if not case.recovered:
        return
    for key, one in case.plan.communications.items():
        if one.first_by is not None:
            at = case.recovery.declared + one.first_by
            yield Happening("message", at, subject=key, contingency=True)


def _absence(case: Case) -> Iterator[Happening]:
    """Yield that the head of the response cannot be reached."""
    top = next((role for role in case.plan.roles.values() if role.reports_to is None), None)
    if top is not None and case.recovered:
        at = case.recovery.declared // 2
        yield Happening("absence", at, subject=top.id, contingency=True)
