"""The proof of the best order, where the solver is installed."""

from __future__ import annotations

import pytest

from bcp_planner.analysis import optimal
from bcp_planner.analysis.following import Follower
from bcp_planner.analysis.hunt import Hunt
from bcp_planner.analysis.ordering import arrange
from bcp_planner.analysis.recovery import recover
from bcp_planner.analysis.task import recovery_task
from bcp_planner.analysis.waits import prepared
from bcp_planner.domain.plan import Plan
from tests.builders import cost, penalty, plan, scenario

pytestmark = pytest.mark.skipif(not optimal.available(), reason="the extra is not installed")

NAMES = ("A", "B", "C", "D", "E", "F", "G", "H")


def busy_week(capacity: int = 2) -> Plan:
    """Eight tasks of two teams that get into each other's way."""
    made = plan().team("Ops", capacity).team("Net", 1, mobilisation="15 min")
    for number, name in enumerate(NAMES):
        made.service(
            name,
            recovery=f"{30 + 17 * number % 50} min",
            rto=f"{40 + 13 * number} min",
            tier=1 + number % 3,
            needs={"Ops": 1} if number % 2 else {"Ops": 1, "Net": 1},
            cost_steps=(cost("0", 10), cost("1 h", 100)),
            penalties=(penalty("2 h", 500),),
        )
    return made.needs("H", "A").needs("G", "B", "C", of=1).build()


@pytest.mark.parametrize("aim", ["lateness", "cost", "makespan"])
def test_proves_what_no_order_can_beat(aim: str) -> None:
    task = prepared(recovery_task(busy_week(), scenario(*NAMES)))
    worst = arrange(task, [-i for i in range(len(task))], patient=True)
    state = Follower(task).follow(worst)
    prover = optimal.Prover(task, aim, state, seconds=10, seed=0)

    news = list(prover.run(lambda: False))

    best = recover(busy_week(), scenario(*NAMES), aim=aim, seconds=20).aim
    bound = max(found for _, found in news if found is not None)
    assert bound <= best.value[0]
    assert bound == pytest.approx(best.value[0], rel=1e-6)
    assert best.proven or aim == "cost"


def test_can_be_stopped() -> None:
    task = prepared(recovery_task(busy_week(), scenario(*NAMES)))
    hunt = Hunt(task, "lateness", seconds=10, seed=0, cancelled=lambda: True)

    assert len(list(hunt.improvements())) >= 1
    assert hunt.bound <= 10**9


def test_more_people_never_make_the_proven_optimum_worse() -> None:
    values = [recover(busy_week(n), scenario(*NAMES), seconds=10).aim for n in (1, 2, 3, 8)]

    assert all(value.proven for value in values)
    assert [v.value[0] for v in values] == sorted((v.value[0] for v in values), reverse=True)
