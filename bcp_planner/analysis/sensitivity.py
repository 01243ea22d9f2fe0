"""How much longer work may take before a target is broken, in the same order."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from bcp_planner.analysis.arrays import NEVER
from bcp_planner.analysis.declaration import largest, outage_of
from bcp_planner.analysis.following import Follower
from bcp_planner.analysis.ordering import read_order
from bcp_planner.analysis.results import Room
from bcp_planner.analysis.task import recovery_task
from bcp_planner.analysis.waits import prepared
from bcp_planner.domain.entities import Scenario
from bcp_planner.domain.errors import Cancelled
from bcp_planner.domain.plan import Plan


def sensitivity(
    plan: Plan,
    scenario: Scenario,
    order: Sequence[str],
    *,
    teams: bool = True,
    services: Sequence[str] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Mapping[str, Room]:
    """Return for each service in an order how much its working time alone may grow.

    No outage gets shorter when work takes longer, so all growths up to the answer keep the
    targets that are met now, and no larger one does.

    Args:
        plan: The plan.
        scenario: What fails.
        order: The order that is followed.
        teams: False counts every team as never short.
        services: Look at these of the order only; None for all.
        cancelled: Asked before each service.

    Raises:
        PlannerError: if the order cannot be followed.
        Cancelled: when ``cancelled`` says yes.
    """
    task = prepared(recovery_task(plan, scenario, teams=teams))
    places = read_order(task, order)
    follower = Follower(task, times=40 * len(task))
    state = follower.follow(places)
    targets = {i: rto for i in range(len(task)) if (rto := task.service(i).rto) is not None}
    met = {i: rto for i, rto in targets.items() if outage_of(state, i) <= rto}

    def broken(service: int, growth: int) -> list[int]:
        work = list(task.work)
        work[service] = min(NEVER, work[service] + growth)
        then = follower.follow(places, work=work)
        return [i for i, rto in met.items() if outage_of(then, i) > rto]

    def room(service: int) -> Room:
        if cancelled is not None and cancelled():
            raise Cancelled("Stopped")
        if not broken(service, NEVER):
            return Room(None, ())
        slack = min(met[i] - outage_of(state, i) for i in met)
        most = max(1, 2 * slack)
        while not broken(service, most):
            most *= 4
        growth = largest(lambda g: not broken(service, g), 0, most, slack)
        return Room(growth, tuple(task.ids[i] for i in broken(service, growth + 1)))

    wanted = places if services is None else [task.index[key] for key in services]
    return {task.ids[i]: room(i) for i in wanted}
