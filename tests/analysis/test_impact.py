"""Blast radius: the definitions, their causes, and laws that hold for every plan."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcp_planner.analysis.impact import STATES, ServiceImpacts, impact
from bcp_planner.analysis.kernels.spread import spread
from bcp_planner.analysis.results import Impact, State
from bcp_planner.domain.durations import HOUR, MINUTE
from bcp_planner.domain.entities import Requirement, Scenario
from bcp_planner.domain.plan import Plan
from tests.analysis import brute_force
from tests.analysis.brute_force import NEVER
from tests.analysis.cases import Case, cases, millis, plan_of, scenario_of
from tests.analysis.random_plans import (
    horizons,
    plans,
    plans_and_scenarios,
    requirements,
    scenarios,
)
from tests.builders import plan, scenario


@pytest.mark.parametrize("case", cases("impact"), ids=lambda case: case["name"])
def test_worked_example(case: Case) -> None:
    found = impact(plan_of(case), scenario_of(case)).services

    for service, (state, down_at, degraded_at) in case["expect"].items():
        assert found[service].state is State(state), case["why"]
        assert found[service].down_at == millis(down_at), case["why"]
        assert found[service].degraded_at == millis(degraded_at), case["why"]


@given(plans_and_scenarios(), horizons)
def test_equals_its_definition(drawn: tuple[Plan, Scenario], horizon: int | None) -> None:
    a_plan, what = drawn
    down = brute_force.down(a_plan, what)
    degraded = brute_force.degraded(a_plan, down)
    at_risk = brute_force.at_risk(a_plan, down)

    found = impact(a_plan, what, horizon)

    fails = {failure.service for failure in what.fails}
    taken = sum(brute_force.within(down[s], horizon) < NEVER for s in down if s not in fails)
    assert found.taken_down == taken
    for service, one in found.services.items():
        times = [brute_force.within(t[service], horizon) for t in (down, degraded, at_risk)]
        seen = [one.down_at, one.degraded_at, one.at_risk_at]
        assert seen == [None if time == NEVER else time for time in times]
        assert one.state.value == brute_force.state(*times)


@given(plans_and_scenarios(), horizons)
def test_every_chain_leads_from_a_failed_service(
    drawn: tuple[Plan, Scenario], horizon: int | None
) -> None:
    a_plan, what = drawn
    at = {failure.service: failure.at for failure in what.fails}
    found = impact(a_plan, what, horizon)

    for service, one in found.services.items():
        chain = found.chain(service)
        assert bool(chain) == (one.state is not State.UP)
        if not chain:
            continue
        assert chain[0].down_at == at[chain[0].service]
        assert chain[-1].service == service
        for before, after in pairwise(chain):
            requirement = a_plan.requirements[after.requirement or ""]
            assert before.service in requirement.providers
            assert after.service == requirement.dependant
            assert before.down_at + after.added == after.down_at
        assert len({link.service for link in chain}) == len(chain)


@given(plans_and_scenarios())
def test_states_as_numbers_agree(drawn: tuple[Plan, Scenario]) -> None:
    found = impact(*drawn).services

    assert isinstance(found, ServiceImpacts)
    assert [STATES[number] for number in found.states()] == [one.state for one in found.values()]


def test_service_that_needs_itself_through_others_has_a_cause_outside_the_loop() -> None:
    loop = plan().needs("A", "B").needs("B", "A").needs("B", "Power").build()

    found = impact(loop, scenario("Power"))

    assert [link.service for link in found.chain("A")] == ["Power", "B", "A"]


def test_cause_names_the_provider_that_completes_the_loss() -> None:
    pair = plan().needs("Site", "Feed 1", "Feed 2", of=1, tolerance="20 min").build()

    cause = impact(pair, scenario("Feed 1@3 h", "Feed 2")).services["Site"].cause

    assert cause is not None
    assert (cause.provider, cause.lost_at, cause.tolerance) == ("Feed 1", 3 * HOUR, 20 * MINUTE)


def test_equal_causes_are_decided_by_the_order_of_requirements() -> None:
    two = plan().needs("App", "A").needs("App", "B").build()

    cause = impact(two, scenario("B", "A")).services["App"].cause

    assert cause is not None
    assert cause.requirement == "r1"


def test_degraded_service_names_what_it_lost() -> None:
    soft = plan().needs("App", "Search", strength="soft").needs("Shop", "App").build()
    found = impact(soft, scenario("Search"))

    assert found.services["Shop"].state is State.DEGRADED
    assert [link.service for link in found.chain("Shop")] == ["Search", "App", "Shop"]


def test_spare_that_is_gone_is_the_cause_of_being_at_risk() -> None:
    pair = plan().needs("App", "A", "B", of=1).needs("B", "Rack").build()
    found = impact(pair, scenario("Rack@1 h"))

    assert found.services["App"].at_risk_at == HOUR
    assert [link.service for link in found.chain("App")] == ["Rack", "B", "App"]


def test_service_that_fails_later_than_it_is_lost_still_counts_as_failing_itself() -> None:
    chain = plan().needs("App", "DB").build()
    found = impact(chain, scenario("DB", "App@5 h"))

    assert found.taken_down == 0
    assert found.services["App"].down_at == 0
    assert found.services["App"].fails_itself


@given(plans_and_scenarios(), st.data())
def test_one_more_requirement_never_shrinks_a_blast_radius(
    drawn: tuple[Plan, Scenario], data: st.DataObject
) -> None:
    a_plan, what = drawn
    more = data.draw(requirements(99, list(a_plan.services)))

    before, after = impact(a_plan, what), impact(a_plan.put("requirements", more), what)

    assert affected(before) <= affected(after)
    assert before.taken_down <= after.taken_down


@given(plans_and_scenarios(), st.data())
def test_longer_tolerance_never_brings_a_loss_forward(
    drawn: tuple[Plan, Scenario], data: st.DataObject
) -> None:
    a_plan, what = drawn
    if not a_plan.requirements:
        return
    chosen = data.draw(st.sampled_from(list(a_plan.requirements.values())))
    longer = replace(chosen, tolerance=chosen.tolerance + data.draw(st.integers(1, HOUR)))

    before, after = impact(a_plan, what), impact(a_plan.put("requirements", longer), what)

    for service in a_plan.services:
        assert felt(before, service) <= felt(after, service)


@given(plans(), st.data())
def test_plain_and_graph_equals_ancestors_in_networkx(a_plan: Plan, data: st.DataObject) -> None:
    plain = {r.id: all_needed(r) for r in a_plan.requirements.values()}
    a_plan = replace(a_plan, requirements=plain)
    what = data.draw(scenarios(a_plan))
    graph = nx.DiGraph((p, r.dependant) for r in plain.values() for p in r.providers)
    graph.add_nodes_from(a_plan.services)
    expected = set().union(*(nx.descendants(graph, f.service) | {f.service} for f in what.fails))

    found = impact(a_plan, what).services

    assert {s for s, one in found.items() if one.state is State.DOWN} == expected


@given(plans_and_scenarios())
def test_compiled_kernel_equals_the_plain_one(drawn: tuple[Plan, Scenario]) -> None:
    plain = impact(*drawn)
    try:
        spread.prefer_compiled = True
        fast = impact(*drawn)
    finally:
        spread.prefer_compiled = False

    assert dict(fast.services) == dict(plain.services)


def all_needed(requirement: Requirement) -> Requirement:
    return replace(requirement, needs=None, strength="hard")


def affected(found: Impact) -> set[str]:
    return {service for service, one in found.services.items() if one.state is not State.UP}


def felt(found: Impact, service: str) -> float:
    at = found.services[service].down_at
    return NEVER if at is None else at
