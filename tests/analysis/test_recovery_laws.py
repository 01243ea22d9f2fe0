"""Recovery against its definition, and laws that hold for every plan."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bcp_planner.analysis.data_loss import data_loss
from bcp_planner.analysis.ordering import arrange
from bcp_planner.analysis.recovery import follow, recover
from bcp_planner.analysis.task import recovery_task
from bcp_planner.analysis.waits import prepared
from bcp_planner.domain.durations import LONGEST
from bcp_planner.domain.entities import Scenario
from bcp_planner.domain.errors import PlannerError
from bcp_planner.domain.plan import Plan
from tests.analysis import brute_force_recovery as brute
from tests.analysis.brute_force_recovery import Walk
from tests.analysis.random_recoveries import TIMES, recoveries

AIMS = ("lateness", "cost", "makespan")


@st.composite
def orders(draw: st.DrawFn, plan: Plan, scenario: Scenario, teams: bool) -> list[str]:
    """An order that can be followed, with random preferences."""
    task = prepared(recovery_task(plan, scenario, teams=teams))
    rank = draw(st.permutations(range(len(task))))
    return [task.ids[i] for i in arrange(task, rank, patient=draw(st.booleans()))]


def _moment(time: int | None) -> float:
    return math.inf if time is None else time


@given(recoveries(), st.booleans(), st.data())
def test_following_equals_its_definition(
    drawn: tuple[Plan, Scenario], teams: bool, data: st.DataObject
) -> None:
    plan, scenario = drawn
    order = data.draw(orders(plan, scenario, teams))
    aim = data.draw(st.sampled_from(AIMS))

    found = follow(plan, scenario, order, teams=teams, aim=aim)

    relaxed = frozenset(found.relaxed)
    expected = Walk(plan, scenario, relaxed, teams).follow(order)
    for key, outcome in expected.items():
        row = found.services[key]
        assert row.rides_through == outcome.rides
        if not outcome.rides:
            times = (row.down_at, row.start, row.finish, row.up_at)
            assert tuple(map(_moment, times)) == (
                outcome.down,
                outcome.start,
                outcome.finish,
                outcome.up,
            )
            outage = outcome.up - outcome.down
            service = plan.services[key]
            assert _moment(row.outage) == outage
            assert row.rto_met == (None if service.rto is None else outage <= service.rto)
            mtpd_met = None if service.mtpd is None else outage + (service.wrt or 0) <= service.mtpd
            assert row.mtpd_met == mtpd_met
    assert found.aim.value == pytest.approx(brute.value(plan, expected, aim))
    assert found.total_cost == pytest.approx(brute.cost(plan, expected))


@given(recoveries(), st.data())
def test_unknown_recovery_times_show_wherever_they_matter(
    drawn: tuple[Plan, Scenario], data: st.DataObject
) -> None:
    plan, scenario = drawn
    order = data.draw(orders(plan, scenario, True))

    found = follow(plan, scenario, order)

    unknown = [f.service for f in scenario.fails if plan.services[f.service].recovery is None]
    relaxed = frozenset(found.relaxed)
    now = Walk(plan, scenario, relaxed).follow(order)
    works = {key: data.draw(st.sampled_from(TIMES)) for key in unknown}
    known = Walk(plan, scenario, relaxed, works=works).follow(order)
    longest = Walk(plan, scenario, relaxed, works=dict.fromkeys(unknown, LONGEST)).follow(order)
    for key, row in found.services.items():
        if now[key] != known[key]:
            assert row.time_lower_bound
        if key not in unknown:
            assert row.time_lower_bound == (now[key] != longest[key])


@given(recoveries())
def test_deadlocks_are_relaxed_minimally_largest_tolerance_first(
    drawn: tuple[Plan, Scenario],
) -> None:
    plan, scenario = drawn

    task = prepared(recovery_task(plan, scenario))

    assert list(task.relaxed) == brute.to_relax(plan, scenario)
    assert bool(task.deadlocks) == bool(task.relaxed)


@given(recoveries(), st.data())
def test_latest_declaration_is_the_last_that_keeps_every_target(
    drawn: tuple[Plan, Scenario], data: st.DataObject
) -> None:
    plan, scenario = drawn
    order = data.draw(orders(plan, scenario, True))

    found = follow(plan, scenario, order)

    met = {key for key, row in found.services.items() if row.rto_met}
    latest = found.latest_declaration
    if not met:
        assert latest is None
        return
    assert latest is not None
    assert latest >= found.declared

    def keeps(declared: int) -> bool:
        walk = Walk(plan, scenario, frozenset(found.relaxed), declared=declared)
        for service in order:
            walk.bring_back(service)
        return all(
            walk.done[key].rides
            or walk.done[key].up - walk.done[key].down <= (plan.services[key].rto or 0)
            for key in met
            if key in walk.done
        ) and met <= set(walk.done)

    assert keeps(latest)
    assert not keeps(latest + 1)


@given(recoveries())
def test_data_loss_equals_its_definition(drawn: tuple[Plan, Scenario]) -> None:
    plan, scenario = drawn

    found = data_loss(plan, scenario)

    expected = brute.data_loss(plan, scenario)
    assert {key: row.loss for key, row in found.items()} == expected
    for key, row in found.items():
        rpo = plan.services[key].rpo
        assert row.rpo_met == (None if rpo is None else expected[key] <= rpo)


@given(recoveries(), st.sampled_from(AIMS), st.booleans())
def test_a_found_order_keeps_to_its_bound(
    drawn: tuple[Plan, Scenario], aim: str, teams: bool
) -> None:
    plan, scenario = drawn

    found = recover(plan, scenario, aim=aim, teams=teams, seconds=0)

    again = follow(plan, scenario, found.order, aim=aim, teams=teams)
    assert again.aim.value == found.aim.value
    assert again.services == found.services
    assert found.aim.bound <= found.aim.value[0]
    assert found.aim.proven == (found.aim.bound == found.aim.value[0])


@settings(max_examples=25)
@given(recoveries(max_services=5), st.sampled_from(AIMS))
def test_a_small_optimum_is_the_best_of_all_orders(drawn: tuple[Plan, Scenario], aim: str) -> None:
    plan, scenario = drawn
    assume(len(recovery_task(plan, scenario)) <= 5)

    found = recover(plan, scenario, aim=aim)

    values = []
    for order in brute.every_order(found.order):
        try:
            values.append(follow(plan, scenario, order, aim=aim).aim.value)
        except PlannerError:
            continue
    assert found.aim.proven
    assert found.aim.value == min(values)


@settings(max_examples=25)
@given(recoveries(max_services=5), st.sampled_from(AIMS), st.data())
def test_one_more_person_never_makes_the_optimum_worse(
    drawn: tuple[Plan, Scenario], aim: str, data: st.DataObject
) -> None:
    plan, scenario = drawn
    limited = [team for team in plan.teams.values() if team.capacity is not None]
    assume(limited and len(recovery_task(plan, scenario)) <= 5)
    team = data.draw(st.sampled_from(limited))
    larger = replace(team, capacity=(team.capacity or 0) + 1)

    before = recover(plan, scenario, aim=aim)
    after = recover(replace(plan, teams=plan.teams | {team.id: larger}), scenario, aim=aim)

    assert before.aim.proven
    assert after.aim.proven
    assert after.aim.value <= before.aim.value


@given(recoveries(max_services=5), st.sampled_from(AIMS), st.booleans())
def test_no_order_beats_the_bound(drawn: tuple[Plan, Scenario], aim: str, teams: bool) -> None:
    plan, scenario = drawn
    found = recover(plan, scenario, aim=aim, teams=teams, seconds=0)
    assume(len(found.order) <= 5)

    values = []
    for order in brute.every_order(found.order):
        try:
            values.append(follow(plan, scenario, order, aim=aim, teams=teams).aim.value)
        except PlannerError:
            continue

    assert found.aim.bound <= min(values)[0]
    assert found.aim.value >= min(values)
    if found.aim.proven:
        assert found.aim.value[0] == min(values)[0]
    if (
        not teams
        and not found.relaxed
        and all(r.recovery == "start" and not r.is_redundant for r in plan.requirements.values())
    ):
        assert found.aim.proven
