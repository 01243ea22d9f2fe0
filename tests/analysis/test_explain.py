"""Every figure says why: terms with names and values, and a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given

from bcp_planner.analysis.explain import (
    IMPACT_FIGURES,
    OBJECTIVE_FIGURES,
    explain,
    explain_impact,
)
from bcp_planner.analysis.impact import impact
from bcp_planner.analysis.objectives import objectives
from bcp_planner.domain.durations import HOUR, MINUTE
from bcp_planner.domain.entities import Scenario
from bcp_planner.domain.plan import Plan
from tests.analysis.random_plans import plans_and_scenarios
from tests.builders import plan, scenario

CHAIN = (
    plan(declared_after="30 min")
    .service("DB", recovery="2h")
    .service("App", restart="15 min", recovery="1h")
    .service("Shop", rto="2h", restart="30 min")
    .needs("App", "DB", tolerance="30 min")
    .needs("Shop", "App", tolerance="5 min")
    .needs("Shop", "Search", strength="soft")
    .build()
)
PAIR = plan().needs("Site", "Feed 1", "Feed 2", of=1, tolerance="20 min").build()


def test_chain_of_causes_as_sentences() -> None:
    assert explain_impact(CHAIN, impact(CHAIN, scenario("DB")), "Shop") == [
        "DB fails at T+0 min.",
        "App needs DB, lasts 30 min without and goes down at T+30 min.",
        "Shop needs App, lasts 5 min without and goes down at T+35 min.",
    ]


def test_loss_with_its_terms() -> None:
    found = explain(PAIR, impact(PAIR, scenario("Feed 1@3h", "Feed 2")), "Site", "down_at")

    assert found.terms == (
        ("needs 1 of Feed 1 and Feed 2, lost at", "T+3 h + 20 min = T+3 h 20 min"),
    )
    assert found.sentence == (
        "Site goes down at T+3 h 20 min because Feed 1 is lost at T+3 h, one of Feed 1 and "
        "Feed 2, and it carries on for 20 min without."
    )


def test_degradation_with_its_terms() -> None:
    found = explain(CHAIN, impact(CHAIN, scenario("Search@1h")), "Shop", "degraded_at")

    assert ("makes use of Search, lost at", "T+1 h") in found.terms
    assert found.sentence == "Shop is degraded at T+1 h because Search is lost at T+1 h."


def test_spare_that_is_gone() -> None:
    found = explain(PAIR, impact(PAIR, scenario("Feed 2")), "Site", "at_risk_at")

    assert found.terms == (("Feed 1 is lost at", "never"), ("Feed 2 is lost at", "T+0 min"))
    assert "one of Feed 1 and Feed 2" in found.sentence


def test_unaffected_service_says_so() -> None:
    unhurt = impact(CHAIN, scenario("Search"))

    assert explain_impact(CHAIN, unhurt, "DB") == ["DB is not affected."]
    assert explain(CHAIN, unhurt, "DB", "down_at").sentence == "DB never goes down."


def test_required_rto_with_its_driver() -> None:
    found = explain(CHAIN, objectives(CHAIN), "DB", "required_rto")

    assert found.terms == (
        ("its own RTO", "none"),
        ("App asks", "1 h 35 min + 30 min tolerance − 15 min restart = 1 h 50 min"),
    )
    assert found.sentence == (
        "DB must be back within 1 h 50 min because Shop has an RTO of 2 h (Shop → App → DB)."
    )


def test_achieved_adds_up() -> None:
    found = explain(CHAIN, objectives(CHAIN), "App", "achieved")

    assert found.terms == (
        ("declared after", "30 min"),
        ("recovery of DB", "2 h"),
        ("recovery of App", "1 h"),
    )
    assert found.sentence.endswith("it is back after 3 h 30 min.")


def test_unknown_figure_is_refused() -> None:
    with pytest.raises(ValueError, match="outage"):
        explain(CHAIN, impact(CHAIN, scenario("DB")), "Shop", "outage")


@given(plans_and_scenarios())
def test_every_figure_of_every_plan_is_explained(drawn: tuple[Plan, Scenario]) -> None:
    a_plan, what = drawn
    hit, targets = impact(a_plan, what), objectives(a_plan)

    for service in a_plan.services:
        for figure in IMPACT_FIGURES:
            assert explain(a_plan, hit, service, figure).sentence.endswith(".")
        for figure in OBJECTIVE_FIGURES:
            assert explain(a_plan, targets, service, figure).sentence.endswith(".")


def test_inside_a_circle_no_restart_is_taken_off() -> None:
    ring = (
        plan()
        .service("Directory", restart="10 min", rto="2h")
        .service("Names", restart="10 min")
        .needs("Directory", "Names")
        .needs("Names", "Directory")
        .build()
    )
    found = explain(ring, objectives(ring), "Names", "required_rto")
    assert found.terms[1] == ("Directory asks", "2 h")
    assert objectives(ring)["Names"].required_rto == 2 * HOUR


def test_a_restart_longer_than_the_objective_leaves_the_tolerance() -> None:
    slow = (
        plan()
        .service("Shop", restart="3h", rto="2h")
        .needs("Shop", "DB", tolerance="30 min")
        .build()
    )
    found = explain(slow, objectives(slow), "DB", "required_rto")
    assert found.terms[1][1].startswith("30 min, its tolerance")
    assert objectives(slow)["DB"].required_rto == 30 * MINUTE
