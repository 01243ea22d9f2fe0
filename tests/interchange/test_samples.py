"""The shipped sample plans: sound, complete enough to show the program, tidy on the canvas."""

from __future__ import annotations

import unicodedata
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from bcp_planner.domain.plan import Plan
from bcp_planner.interchange import plan_json

FOLDER = Path(__file__).parents[2] / "resources" / "samples"
NAMES = ("hospital", "manufacturer", "retailer")
CARD = (180, 64)
GAP = 40

samples = pytest.mark.parametrize("name", NAMES)


@cache
def sample(name: str) -> Plan:
    return plan_json.read_plan(FOLDER / f"{name}.json")


def test_every_sample_is_tested() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.json")) == sorted(NAMES)


@samples
def test_export_gives_the_very_text_that_is_shipped(name: str) -> None:
    shipped = (FOLDER / f"{name}.json").read_text(encoding="utf-8")
    assert plan_json.to_text(sample(name)) == shipped


@samples
def test_size_and_variety(name: str) -> None:
    plan = sample(name)
    requirements = plan.requirements.values()
    assert 45 <= len(plan.services) <= 70
    assert len({service.kind for service in plan.services.values()}) >= 9
    assert any(requirement.is_redundant for requirement in requirements)
    assert any(requirement.tolerance for requirement in requirements)
    assert {requirement.strength for requirement in requirements} == {"hard", "soft"}
    assert {"start", "finish"} <= {requirement.recovery for requirement in requirements}


@samples
def test_scenarios_say_what_happens_and_how_often(name: str) -> None:
    scenarios = sample(name).scenarios.values()
    assert 4 <= len(scenarios) <= 6
    assert all(scenario.description and scenario.likelihood_per_year for scenario in scenarios)
    assert any(scenario.corrupts_data for scenario in scenarios)
    assert any(len({failure.at for failure in scenario.fails}) > 1 for scenario in scenarios)


@samples
def test_about_half_of_the_services_have_a_runbook(name: str) -> None:
    plan = sample(name)
    with_steps = [service for service in plan.services.values() if service.steps]
    assert len(with_steps) >= 0.45 * len(plan.services)
    assert all(2 <= len(service.steps) <= 6 for service in with_steps)


@samples
def test_no_service_needs_more_people_than_its_team_has(name: str) -> None:
    plan = sample(name)
    for service in plan.services.values():
        for team, people in service.needs.items():
            capacity = plan.teams[team].capacity
            assert capacity is None or people <= capacity, service.id


@samples
def test_cards_do_not_crowd_each_other(name: str) -> None:
    for one, other in combinations(sample(name).services.values(), 2):
        assert one.position is not None
        assert other.position is not None
        across = abs(one.position[0] - other.position[0]) - CARD[0]
        down = abs(one.position[1] - other.position[1]) - CARD[1]
        assert across >= GAP or down >= GAP, (one.id, other.id)


@samples
def test_some_names_are_in_another_script(name: str) -> None:
    text = "".join(service.name for service in sample(name).services.values())
    scripts = {unicodedata.name(sign).split()[0] for sign in text if sign.isalpha()}
    assert scripts - {"LATIN"}


@samples
def test_some_figures_are_missing_as_in_real_plans(name: str) -> None:
    services = sample(name).services.values()
    assert any(not service.owner for service in services)
    assert any(service.tier == 1 and service.rto is None for service in services)
