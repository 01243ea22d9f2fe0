"""Why a service comes back when it does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bcp_planner.analysis.explain import explain
from bcp_planner.analysis.explain_recovery import RECOVERY_FIGURES
from bcp_planner.analysis.recovery import recover
from bcp_planner.analysis.wording import moment_text
from bcp_planner.domain.plan import Plan
from tests.builders import cost, penalty, plan, scenario

SHOP = (
    plan(declared_after="30 min")
    .team("DBA", 1)
    .service("DB 1", recovery="2h", needs={"DBA": 1}, rto="4h")
    .service("DB 2", recovery="3h", needs={"DBA": 1}, recovery_point="5 min", rpo="1h")
    .service("Shop", restart="15 min", rto="4h", mtpd="1d", wrt="1h")
    .service("Kiosk")
    .needs("Shop", "DB 1", "DB 2")
    .needs("Kiosk", "DB 1", tolerance="10h")
    .build()
)


def sentence(a_plan: Plan, service: str, figure: str) -> str:
    found = recover(a_plan, scenario("DB 1", "DB 2"))
    return explain(a_plan, found, service, figure).sentence


def test_start_waits_for_busy_people() -> None:
    assert sentence(SHOP, "DB 2", "start") == (
        "Work on DB 2 starts at T+2 h 30 min, when people of DBA are done with DB 1."
    ) or sentence(SHOP, "DB 1", "start").endswith("are done with DB 2.")


def test_start_waits_for_what_it_needs() -> None:
    found = recover(SHOP, scenario("DB 1", "DB 2"))
    why = explain(SHOP, found, "Shop", "start")

    assert ("needs DB 1 and DB 2, back at", "T+5 h 30 min") in why.terms
    assert why.sentence.startswith("Work on Shop starts at T+5 h 30 min, when DB ")


def test_missed_target_says_by_how_much() -> None:
    assert sentence(SHOP, "Shop", "slack") == "Shop misses its RTO by 1 h 45 min."
    assert sentence(SHOP, "Shop", "mtpd_met") == "Shop stays within its MTPD."


def test_data_loss_comes_from_below() -> None:
    assert sentence(SHOP, "Shop", "data_loss").startswith("Shop loses at least 5 min of data")


def test_service_that_rides_through_says_so() -> None:
    assert "never goes down" in sentence(SHOP, "Kiosk", "outage")


def test_cost_is_made_of_rates_and_penalties() -> None:
    a_plan = plan().service(
        "Shop",
        recovery="3h",
        cost_steps=(cost("0", 10), cost("2h", 100)),
        penalties=(penalty("1h", 50),),
    )
    found = recover(a_plan.build(), scenario("Shop"))
    why = explain(a_plan.build(), found, "Shop", "cost")

    assert why.terms == (
        ("outage", "3 h"),
        ("from 0 min on", "10.00 an hour"),
        ("from 2 h on", "100.00 an hour"),
        ("once at 1 h", "50.00"),
    )
    assert why.sentence == "The outage of Shop costs 170.00."


def test_what_has_happened_is_a_reason() -> None:
    found = recover(SHOP, scenario("DB 1", "DB 2"))
    row = replace(found.services["DB 1"], reason="fact", reason_ids=())
    told = replace(found, services={**found.services, "DB 1": row})

    assert explain(SHOP, told, "DB 1", "start").sentence == (
        f"Work on DB 1 starts at {moment_text(row.start)}, as the log of the event says; "
        "work that it does not mention starts from now on."
    )


@pytest.mark.parametrize("figure", RECOVERY_FIGURES)
def test_every_figure_is_explained(figure: str) -> None:
    found = recover(SHOP, scenario("DB 1", "DB 2"))

    for service in found.services:
        why = explain(SHOP, found, service, figure)
        assert why.formula
        assert why.sentence.endswith(".")


def test_unknown_figure_is_refused() -> None:
    with pytest.raises(ValueError, match="colour"):
        sentence(SHOP, "Shop", "colour")
