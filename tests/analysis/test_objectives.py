"""Inherited objectives, their drivers, and what estimates can achieve."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given

from bcp_planner.analysis.kernels.objective import achieve, inherit
from bcp_planner.analysis.objectives import objectives
from bcp_planner.domain.durations import HOUR, MINUTE
from bcp_planner.domain.plan import Plan
from tests.analysis import brute_force
from tests.analysis.brute_force import NEVER
from tests.analysis.cases import Case, cases, millis, plan_of
from tests.analysis.random_plans import plans
from tests.builders import plan


@pytest.mark.parametrize("case", cases("required_rto"), ids=lambda case: case["name"])
def test_worked_example(case: Case) -> None:
    found = objectives(plan_of(case))

    for service, expected in case["expect"].items():
        assert found[service].required_rto == millis(expected), case["why"]


@given(plans())
def test_equals_its_definition(a_plan: Plan) -> None:
    expected = brute_force.required_rto(a_plan)

    found = objectives(a_plan)

    for service, value in expected.items():
        assert found[service].required_rto == (None if value == NEVER else value)


@given(plans())
def test_every_chain_leads_from_a_declared_objective(a_plan: Plan) -> None:
    for service, found in objectives(a_plan).items():
        own = a_plan.services[service].rto
        if not found.chain:
            assert found.driver is None
            assert found.required_rto == own
            continue
        assert found.chain[0] == found.driver
        assert found.chain[-1] == service
        assert a_plan.services[found.chain[0]].rto is not None
        for dependant, provider in pairwise(found.chain):
            assert any(
                r.dependant == dependant and provider in r.providers
                for r in a_plan.requirements.values()
            )


def test_driver_is_the_dependant_that_asks_for_the_most() -> None:
    made = (
        plan()
        .service("Shop", rto="2h", restart="30 min")
        .service("Reports", rto="1d")
        .service("DB", rto="8h")
        .needs("Shop", "App")
        .needs("App", "DB")
        .needs("Reports", "DB")
        .build()
    )
    found = objectives(made)["DB"]

    assert found.required_rto == 90 * MINUTE
    assert found.driver == "Shop"
    assert found.chain == ("Shop", "App", "DB")


def test_own_objective_that_is_as_strict_has_no_driver() -> None:
    made = plan().service("Shop", rto="2h").service("DB", rto="2h").needs("Shop", "DB").build()

    assert objectives(made)["DB"].driver is None


def test_nobody_inherits_more_than_the_tolerance_takes_away() -> None:
    made = (
        plan()
        .service("Shop", rto="1h", restart="3h")
        .needs("Shop", "DB", tolerance="20 min")
        .build()
    )
    assert objectives(made)["DB"].required_rto == 20 * MINUTE


def test_achieved_adds_up_what_must_be_recovered_one_after_the_other() -> None:
    made = (
        plan(declared_after="30 min")
        .team("DBA", mobilisation="15 min")
        .service("DB", recovery="2h", needs={"DBA": 1})
        .service("App", recovery="1h")
        .needs("App", "DB")
        .build()
    )
    found = objectives(made)["App"]

    assert found.achieved == 3 * HOUR + 45 * MINUTE
    assert found.achieved_chain == ("DB", "App")
    assert not found.lower_bound


def test_achieved_waits_for_as_many_providers_as_are_needed() -> None:
    made = (
        plan()
        .service("A", recovery="1h")
        .service("B", recovery="5h")
        .service("App", recovery="10 min")
        .needs("App", "A", "B", of=1)
        .build()
    )
    assert objectives(made)["App"].achieved == 70 * MINUTE


def test_services_that_finish_together_are_achieved_together() -> None:
    made = (
        plan()
        .service("AD 1", recovery="1h")
        .service("AD 2", recovery="2h")
        .needs("AD 1", "AD 2", recovery="finish")
        .needs("AD 2", "AD 1", recovery="finish")
        .build()
    )
    assert [one.achieved for one in objectives(made).values()] == [2 * HOUR, 2 * HOUR]


def test_unknown_estimate_below_makes_the_figure_a_lower_bound() -> None:
    made = plan().service("App", recovery="1h").needs("App", "DB").build()

    assert objectives(made)["App"].lower_bound


@given(plans())
def test_compiled_kernels_equal_the_plain_ones(a_plan: Plan) -> None:
    plain = dict(objectives(a_plan))
    try:
        inherit.prefer_compiled = achieve.prefer_compiled = True
        fast = dict(objectives(a_plan))
    finally:
        inherit.prefer_compiled = achieve.prefer_compiled = False

    assert fast == plain
