"""Compiles the kernels ahead of their use, so that nobody waits for it later."""

from __future__ import annotations

from collections.abc import Callable

from bcp_planner.domain.durations import HOUR, MINUTE
from bcp_planner.domain.entities import Estimate, Failure, Requirement, Scenario, Service, Team
from bcp_planner.domain.plan import Plan


def warm(cancelled: Callable[[], bool] = lambda: False) -> None:
    """Run every analysis on a tiny plan with compiled kernels.

    Takes seconds the first time on a machine and a fraction of one afterwards, when the compiled
    code comes from the cache. Meant for a background thread after the first paint; other threads
    use the plain kernels meanwhile.

    Args:
        cancelled: Asked between analyses whether to stop.
    """
    from bcp_planner.analysis.cutsets import cut_sets
    from bcp_planner.analysis.findings import findings
    from bcp_planner.analysis.impact import impact
    from bcp_planner.analysis.kernels.jit import compiling
    from bcp_planner.analysis.objectives import objectives
    from bcp_planner.analysis.recovery import recover
    from bcp_planner.analysis.sensitivity import sensitivity
    from bcp_planner.analysis.singles import blast_sizes

    plan = _tiny_plan()
    (scenario,) = plan.scenarios.values()
    analyses: tuple[Callable[[], object], ...] = (
        lambda: impact(plan, scenario),
        lambda: objectives(plan),
        lambda: findings(plan),
        lambda: blast_sizes(plan),
        lambda: blast_sizes(plan, 10 * MINUTE),
        lambda: cut_sets(plan, "shop"),
        lambda: recover(plan, scenario),
        lambda: sensitivity(plan, scenario, recover(plan, scenario, seconds=0).order),
    )
    with compiling():
        for analysis in analyses:
            if cancelled():
                return
            analysis()


def _tiny_plan() -> Plan:
    """Return a plan with everything in it that an analysis treats on its own."""
    hour = Estimate.of(HOUR)
    services = (
        Service(id="shop", tier=1, rto=HOUR, rpo=MINUTE, restart=Estimate.of(MINUTE)),
        Service(id="app-1", rto=2 * HOUR, recovery=hour, recovery_point=HOUR, needs={"ops": 1}),
        Service(id="app-2", rto=2 * HOUR, recovery=Estimate(MINUTE, HOUR, 2 * HOUR)),
        Service(id="host", recovery=hour, consistency_group="g", needs={"ops": 1}),
        Service(id="names", recovery=hour, consistency_group="g"),
    )
    requirements = (
        Requirement(id="r1", dependant="shop", providers=("app-1", "app-2"), needs=1),
        Requirement(id="r2", dependant="app-1", providers=("host",), tolerance=5 * MINUTE),
        Requirement(id="r3", dependant="app-2", providers=("host",), recovery="finish"),
        Requirement(id="r4", dependant="host", providers=("names",), recovery="finish"),
        Requirement(id="r5", dependant="names", providers=("host",), recovery="finish"),
        Requirement(id="r6", dependant="shop", providers=("names",), strength="soft"),
    )
    scenario = Scenario(id="lost", fails=(Failure(service="host"), Failure(service="names")))
    return Plan(
        teams={"ops": Team(id="ops", capacity=1)},
        services={service.id: service for service in services},
        requirements={requirement.id: requirement for requirement in requirements},
        scenarios={scenario.id: scenario},
    )
