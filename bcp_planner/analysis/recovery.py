"""Recovery: following an order exactly, and finding a good one (semantics.md 3).

``follow`` says what happens when services are brought back in a given order. ``recover`` looks
for the order that serves an aim best. Readings of the definition that were open:

- Without team limits a team still has to mobilise; only its capacity stops counting.
- People who can never be there (a task needs more than the team has) mean that the task never
  starts: its moments are None, every target is missed, and nobody is bound by it.
- Where only a part of a finish loop is needed (k of n), those services come up together that
  wait for nothing else; a provider that comes later in the order counts as not yet back.
- A service inside a finish loop rides through when no requirement takes effect supposing that it
  does, so that the members before it need not wait for it.
- A service that rides through has an outage of 0, meets its targets and is in no wave.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bcp_planner.analysis import aims
from bcp_planner.analysis.following import Follower
from bcp_planner.analysis.hunt import Hunt
from bcp_planner.analysis.ordering import read_order
from bcp_planner.analysis.report import reported
from bcp_planner.analysis.results import Recovery
from bcp_planner.analysis.task import recovery_task
from bcp_planner.analysis.waits import prepared
from bcp_planner.domain.entities import Scenario
from bcp_planner.domain.plan import Plan


def follow(
    plan: Plan,
    scenario: Scenario,
    order: Sequence[str],
    *,
    aim: str = "lateness",
    teams: bool = True,
) -> Recovery:
    """Return what happens when services are brought back in the given order.

    Args:
        plan: The plan.
        scenario: What fails.
        order: All services that the scenario takes down, by id.
        aim: ``lateness``, ``cost`` or ``makespan``: which value is reported.
        teams: False counts every team as never short; it still has to mobilise.

    Raises:
        PlannerError: naming the first thing that is wrong with the order.
    """
    aims.aim_number(aim)
    task = prepared(recovery_task(plan, scenario, teams=teams))
    places = read_order(task, order)
    return reported(task, places, Follower(task).follow(places), aim)


def recover(  # noqa: PLR0913 - each a question of its own
    plan: Plan,
    scenario: Scenario,
    *,
    aim: str = "lateness",
    seconds: float = 10.0,
    seed: int = 0,
    teams: bool = True,
    on_better: Callable[[Recovery], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Recovery:
    """Return the best recovery order found for an aim.

    A first answer comes at once from priority rules, better ones as they are found. The search
    ends when the best value is proven, or when its share of ``seconds`` is used up; it is counted
    in steps, so that the same plan and seed give the same answer, and time only stops it on a
    machine that is much slower than usual.

    Args:
        plan: The plan.
        scenario: What fails.
        aim: ``lateness``, ``cost`` or ``makespan``.
        seconds: How long to look for better orders.
        seed: Start of the random numbers.
        teams: False counts every team as never short; it still has to mobilise.
        on_better: Called with every better answer, the first one included.
        cancelled: Asked now and then; the best answer so far is returned once it says yes.
    """
    aims.aim_number(aim)
    task = prepared(recovery_task(plan, scenario, teams=teams))
    hunt = Hunt(task, aim, seconds=seconds, seed=seed, cancelled=cancelled)
    for order in hunt.improvements():
        if on_better is not None:
            on_better(reported(task, order, Follower(task).follow(order), aim))
    order = hunt.best
    return reported(task, order, Follower(task).follow(order), aim, hunt.bound)
