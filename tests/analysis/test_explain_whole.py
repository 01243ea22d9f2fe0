"""Why a whole recovery, a single failure and a simulation are as they are."""

from __future__ import annotations

import pytest

from bcp_planner.analysis.explain import explain
from bcp_planner.analysis.explain_simulation import SIMULATION_FIGURES, explain_makespan
from bcp_planner.analysis.explain_whole import (
    WHOLE_FIGURES,
    explain_blast,
    explain_room,
    explain_whole,
)
from bcp_planner.analysis.recovery import recover
from bcp_planner.analysis.results import Room
from bcp_planner.analysis.simulation import simulate
from bcp_planner.domain.durations import HOUR, MINUTE
from tests.builders import cost, plan, scenario

SHOP = (
    plan(declared_after="30 min")
    .service("DB", recovery="2h", rto="4h", cost_steps=(cost("0h", 100),))
    .service("Shop", restart="1h", rto="1h", tier=2)
    .service("Mail", restart="15 min", rto="4h", tier=1)
    .needs("Shop", "DB")
    .needs("Mail", "DB", tolerance="1h")
    .build()
)
LOSS = scenario("DB")


def test_the_end_is_told_along_the_critical_path() -> None:
    found = explain_whole(SHOP, recover(SHOP, LOSS), "makespan")
    assert found.terms == (("DB is back at", "T+2 h 30 min"), ("Shop is back at", "T+3 h 30 min"))
    assert found.sentence == "Shop is the last to be back, at T+3 h 30 min."


def test_latest_declaration_names_who_has_least_to_spare() -> None:
    found = explain_whole(SHOP, recover(SHOP, LOSS), "latest_declaration")
    assert ("targets met now", "2") in found.terms
    assert ("to spare for DB", "1 h 30 min") in found.terms
    assert found.sentence.startswith("Declared by T+2 h, every RTO that is met now is still met")


def test_lateness_is_weighted_by_tier() -> None:
    found = explain_whole(SHOP, recover(SHOP, LOSS), "aim")
    assert found.terms[0] == ("Shop is late by", "2 h 30 min × 16")
    assert found.terms[1] == ("no order is better", "this is proven")
    assert found.sentence == "Weighted by tier, targets are missed by 1 d 16 h in all."


def test_weighted_lateness_adds_up_to_the_value_of_the_aim() -> None:
    recovery = recover(SHOP, LOSS)
    assert recovery.aim.value[0] == 16 * (2 * HOUR + 30 * MINUTE)


def test_cost_is_the_sum_of_all_outages() -> None:
    recovery = recover(SHOP, LOSS, aim="cost")
    found = explain_whole(SHOP, recovery, "aim")
    assert found == explain_whole(SHOP, recovery, "total_cost")
    assert found.terms[0] == ("DB", "250.00")
    assert found.sentence == "All outages together cost 250.00."


@pytest.mark.parametrize("figure", WHOLE_FIGURES)
def test_a_recovery_of_nothing_is_answered_too(figure: str) -> None:
    assert explain_whole(SHOP, recover(SHOP, scenario()), figure).sentence.endswith(".")


def test_what_is_no_figure_is_refused() -> None:
    with pytest.raises(ValueError, match="has no colour"):
        explain_whole(SHOP, recover(SHOP, LOSS), "colour")
    with pytest.raises(ValueError, match="has no colour"):
        explain(SHOP, simulate(SHOP, LOSS, trials=1), "DB", "colour")


def test_a_blast_radius_counts_by_when() -> None:
    found = explain_blast(SHOP, "DB", 30 * MINUTE)
    assert dict(found.terms) == {
        "at the moment it fails": "1",
        "within 30 min": "1",
        "sooner or later": "2",
    }
    assert found.sentence == "With DB go down: Shop; Mail."
    assert "nothing else" in explain_blast(SHOP, "Shop", 0).sentence


def test_room_to_grow_names_what_is_missed_beyond_it() -> None:
    recovery = recover(SHOP, LOSS)
    found = explain_room(SHOP, recovery, Room(90 * MINUTE, ("DB",)), "DB")
    assert found.terms == (("working time now", "2 h"),)
    assert "1 h 30 min longer; beyond that the RTO of DB is missed" in found.sentence
    assert "However long" in explain_room(SHOP, recovery, Room(None, ()), "DB").sentence


@pytest.mark.parametrize("figure", SIMULATION_FIGURES)
def test_every_simulated_figure_says_how_many_trials_it_rests_on(figure: str) -> None:
    uncertain = (
        plan().service("DB", recovery=("1h", "2h", "5h"), rto="2h", mtpd="1d", wrt="1h").build()
    )
    simulation = simulate(uncertain, LOSS, trials=400)
    found = explain(uncertain, simulation, "DB", figure)
    assert "400" in dict(found.terms).values()
    assert found.sentence.startswith(("DB ", "In "))


def test_a_share_is_so_many_of_all_trials() -> None:
    uncertain = plan().service("DB", recovery=("1h", "2h", "5h"), rto="2h").build()
    simulation = simulate(uncertain, LOSS, trials=400)
    share = simulation.services["DB"].rto_met
    assert share is not None
    found = explain(uncertain, simulation, "DB", "rto_met")
    assert ("such trials", str(round(400 * share.value))) in found.terms
    assert found.sentence == f"DB keeps its RTO in {share.value:.1%} of the trials."
    assert explain_makespan(uncertain, simulation).terms[-1] == ("DB decides the end in", "100.0%")
