"""A followed order put into words and figures for people: the recovery of every service."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from bcp_planner.analysis import aims
from bcp_planner.analysis.arrays import NEVER, NOT_NEEDED
from bcp_planner.analysis.backward import latest_returns_of
from bcp_planner.analysis.bounds import bounds
from bcp_planner.analysis.data_loss import DataLoss, data_loss
from bcp_planner.analysis.declaration import latest_declaration
from bcp_planner.analysis.following import Follower
from bcp_planner.analysis.kernels.list_schedule import (
    BY_DECLARATION,
    BY_FACT,
    BY_LOSS,
    BY_MOBILISATION,
    BY_REQUIREMENT,
    BY_TEAM,
)
from bcp_planner.analysis.results import AimValue, Recovery, ServiceRecovery
from bcp_planner.analysis.state import State
from bcp_planner.analysis.task import RecoveryTask
from bcp_planner.analysis.waits import components
from bcp_planner.domain.durations import Duration

REASONS: Mapping[int, str] = {
    BY_DECLARATION: "declaration",
    BY_LOSS: "loss",
    BY_REQUIREMENT: "requirement",
    BY_TEAM: "team",
    BY_MOBILISATION: "team",
    BY_FACT: "fact",
}


NO_MONEY = 0.005
"""Half a cent: costs that differ by less are the same."""


class Followed(NamedTuple):
    """An order, and what happens when it is followed."""

    order: Sequence[int]
    state: State


def reported(
    task: RecoveryTask,
    order: Sequence[int],
    state: State,
    aim: str,
    bound: float | None = None,
) -> Recovery:
    """Return the recovery that follows from an order.

    Args:
        task: What was to be recovered.
        order: The order, as indices.
        state: What following it found.
        aim: The aim whose value is reported.
        bound: A proven bound of the aim's first criterion; None to use the one found at once.
    """
    followed = Followed(order, state)
    unsure = resting_on_unknown(task, followed)
    services = _services(task, followed, unsure)
    last = [moment(state.back[i]) for i in order]
    return Recovery(
        order=tuple(task.ids[i] for i in order),
        services=services,
        waves=_waves(task, followed),
        critical_path=tuple(task.ids[i] for i in critical_path(order, state)),
        makespan=None if None in last else max((at for at in last if at is not None), default=0),
        declared=task.declared,
        latest_declaration=latest_declaration(task, order, state),
        aim=_aim_value(task, state, aim, bound),
        relaxed=task.relaxed,
        deadlocks=task.deadlocks,
        total_cost=aims.cost_total(task, state),
        lower_bound=any(unsure) or any(found.lower_bound for found in services.values()),
        time_lower_bound=any(unsure),
    )


def moment(time: int) -> Duration | None:
    """Return a moment of a state, None for never."""
    return int(time) if time < NEVER else None


def _aim_value(task: RecoveryTask, state: State, aim: str, bound: float | None) -> AimValue:
    value = aims.criteria(task, state, aim)
    at_once = bounds(task, aim)[0]
    proven = at_once if bound is None else max(at_once, bound)
    if aim == "cost" and value[0] - proven < NO_MONEY:
        proven = value[0]
    return AimValue(aim, value, min(proven, value[0]), proven >= value[0])


def resting_on_unknown(task: RecoveryTask, followed: Followed) -> list[bool]:
    """Return for each service whether its figures rest on an unknown recovery time.

    They do when they change if the unknown times were longer than anything else in the plan. No
    figure gets better when a time grows, so anything that depends on one of them shows. Times
    without end would not do: what never begins binds nobody, and so frees people for others.
    """
    unknown = [
        i for i in range(len(task)) if task.fails[i] < NEVER and task.service(i).recovery is None
    ]
    if not unknown:
        return [False] * len(task)
    work = list(task.work)
    long = NEVER // 4 // len(unknown)
    for service in unknown:
        work[service] = long
    other = Follower(task).follow(followed.order, work=work)
    state = followed.state
    return [
        i in unknown
        or (state.lost[i], state.back[i]) != (other.lost[i], other.back[i])
        or (
            state.lost[i] < NEVER
            and (state.start[i], state.finish[i]) != (other.start[i], other.finish[i])
        )
        for i in range(len(task))
    ]


def _services(
    task: RecoveryTask, followed: Followed, unsure: Sequence[bool]
) -> dict[str, ServiceRecovery]:
    losses = data_loss(task.plan, task.scenario)
    latest = latest_returns_of(task, followed.order, followed.state)
    waited = waits_for(task, followed)
    return {
        key: _service(task, followed.state, i, losses[key], latest[i], waited[i], unsure[i])
        for i, key in enumerate(task.ids)
    }


def _service(
    task: RecoveryTask,
    state: State,
    i: int,
    data: DataLoss,
    latest: int,
    waited: Sequence[int],
    unsure: bool,
) -> ServiceRecovery:
    service = task.service(i)
    rides = state.lost[i] >= NEVER
    up = moment(state.back[i])
    outage = 0 if rides else None if up is None else up - int(state.lost[i])
    slack = None if service.rto is None or outage is None else service.rto - outage
    caught_up = None if outage is None else outage + (0 if rides else service.wrt or 0)
    return ServiceRecovery(
        rides_through=rides,
        down_at=None if rides else int(state.lost[i]),
        ready=None if rides else moment(state.ready[i]),
        start=None if rides else moment(state.start[i]),
        finish=None if rides else moment(state.finish[i]),
        up_at=None if rides else up,
        outage=outage,
        slack=slack,
        rto_met=_met(service.rto, outage),
        mtpd_met=_met(service.mtpd, caught_up),
        data_loss=data.loss,
        rpo_met=data.rpo_met,
        lower_bound=unsure or (data.lower_bound and service.rpo is not None),
        latest_finish=None if rides else moment(latest),
        waits_for=tuple(task.ids[p] for p in waited),
        reason="" if rides else REASONS[state.reason[i]],
        reason_ids=() if rides else _reason_ids(task, state, i),
        data_loss_lower_bound=data.lower_bound,
        time_lower_bound=unsure,
        cost=0.0 if rides else aims.outage_cost(service, outage),
    )


def _met(target: Duration | None, reached: Duration | None) -> bool | None:
    if target is None:
        return None
    return reached is not None and reached <= target


def _reason_ids(task: RecoveryTask, state: State, i: int) -> tuple[str, ...]:
    service: int = state.blamed[i]
    team: int = state.blamed_team[i]
    if state.reason[i] == BY_REQUIREMENT:
        return (task.ids[service],)
    if state.reason[i] in {BY_TEAM, BY_MOBILISATION}:
        holder = (task.ids[service],) if service >= 0 else ()
        return (*holder, task.team_ids[team])
    return ()


def waits_for(task: RecoveryTask, followed: Followed) -> list[list[int]]:
    """Return for each service those whose return it waits for, in the order they come back.

    Of k of n providers only the k that are back first count; who rides through neither waits
    nor is waited for.
    """
    state = followed.state
    place = {service: number for number, service in enumerate(followed.order)}
    found: list[dict[int, None]] = [{} for _ in range(len(task))]
    for wait in task.waits:
        if wait.relation == NOT_NEEDED or state.lost[wait.dependant] >= NEVER:
            continue
        first = sorted(wait.providers, key=lambda p: (state.back[p], place[p]))[: wait.needed]
        found[wait.dependant].update((p, None) for p in first if state.lost[p] < NEVER)
    return [sorted(row, key=lambda p: (state.back[p], place[p])) for row in found]


def _waves(task: RecoveryTask, followed: Followed) -> tuple[tuple[str, ...], ...]:
    """Return services by the longest chain of waits before them, a finish loop as one."""
    waited = waits_for(task, followed)
    together = components(len(task), ((i, p) for i, row in enumerate(waited) for p in row))
    members: dict[int, list[int]] = {}
    for service, number in enumerate(together):
        members.setdefault(number, []).append(service)
    wave: dict[int, int] = {}
    for number in sorted(members):
        before = {together[p] for service in members[number] for p in waited[service]} - {number}
        wave[number] = 1 + max((wave[other] for other in before), default=0)
    rows: dict[int, list[str]] = {}
    for service in followed.order:
        if followed.state.lost[service] < NEVER:
            rows.setdefault(wave[together[service]], []).append(task.ids[service])
    return tuple(tuple(rows[number]) for number in sorted(rows))


def critical_path(order: Sequence[int], state: State) -> list[int]:
    """Return the chain of services up to the latest return, each the reason for the next.

    The reason is the provider that a service waited for to start or to finish, or the service
    that held the people it needed. The chain begins where the declaration, the mobilisation or
    the loss itself is the reason.
    """
    if not order:
        return []
    service = max(order, key=lambda i: state.back[i])
    path: dict[int, None] = {}
    while service >= 0 and service not in path:
        path[service] = None
        later = state.finish_blamed[service]
        service = later if later >= 0 else state.blamed[service]
    last = next(iter(path))
    return list(path)[::-1] if state.lost[last] < NEVER else []
