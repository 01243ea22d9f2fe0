"""Without teams the orders that are tried hold a best one, and the answer is exact."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcp_planner.analysis import aims, every_order
from bcp_planner.analysis.following import Follower
from bcp_planner.analysis.recovery import recover
from bcp_planner.analysis.task import RecoveryTask, recovery_task
from bcp_planner.analysis.waits import prepared
from bcp_planner.domain.entities import Scenario
from bcp_planner.domain.errors import PlannerError
from bcp_planner.domain.plan import Plan
from tests.analysis.random_recoveries import recoveries
from tests.builders import plan, scenario


def best(task: RecoveryTask, aim: str, orders: Iterable[Sequence[int]]) -> tuple[float, ...]:
    follower, found = Follower(task), list[tuple[float, ...]]()
    for order in orders:
        try:
            state = follower.follow(order)
        except PlannerError:
            continue
        found.append(aims.criteria(task, state, aim))
    return min(found)


@given(recoveries(max_services=5, max_requirements=9), st.sampled_from(sorted(aims.AIMS)))
def test_no_order_beats_those_that_are_tried(drawn: tuple[Plan, Scenario], aim: str) -> None:
    task = prepared(recovery_task(*drawn, teams=False))
    if not len(task):
        return
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(every_order, "TINY", 0)
        tried = every_order.every_order(task)
    assert tried is not None
    assert best(task, aim, tried) == best(task, aim, permutations(range(len(task))))


def test_a_large_circle_is_solved_exactly_without_teams() -> None:
    made = plan()
    for number in range(9):
        made.service(f"s{number}", recovery=f"{number + 1}h", rto="12h")
        made.needs(f"s{number}", f"s{(number + 1) % 9}", tolerance=f"{number}h")
    built = made.build()
    found = recover(built, scenario(*(f"s{n}" for n in range(9))), teams=False, seconds=5)
    assert found.relaxed
    assert found.aim.proven


def test_too_many_orders_are_not_tried() -> None:
    made = plan()
    for number in range(12):
        for other in range(12):
            if other != number:
                made.needs(f"s{number}", f"s{other}", recovery="none")
    task = prepared(recovery_task(made.build(), scenario("s0", "s1"), teams=False))
    assert every_order.every_order(task) is None


def test_a_team_that_may_be_short_is_no_case_for_trying() -> None:
    made = plan().team("DBA", 1)
    for number in range(8):
        made.service(f"s{number}", needs={"DBA": 1}, recovery="1h")
    built = made.build()
    names = [f"s{number}" for number in range(8)]
    assert every_order.every_order(prepared(recovery_task(built, scenario(*names)))) is None
    free = prepared(recovery_task(built, scenario(*names), teams=False))
    assert every_order.every_order(free) is not None
