"""A copy without personal data holds none, and computes the same."""

from __future__ import annotations

from pathlib import Path

import pytest

import resources
from bcp_planner.analysis.impact import impact
from bcp_planner.domain import integrity
from bcp_planner.domain.privacy import personal_texts, without_persons
from bcp_planner.interchange.plan_json import read_plan
from bcp_planner.session import PlanSession

SAMPLES = ("hospital", "manufacturer", "retailer")


@pytest.mark.parametrize("name", SAMPLES)
def test_no_byte_of_the_copy_quotes_a_contact(name: str, tmp_path: Path) -> None:
    plan = read_plan(resources.path(f"samples/{name}.json"))
    texts = personal_texts(plan)
    assert len(texts) > 10
    path = tmp_path / "copy.bcplan"

    PlanSession.create(path, without_persons(plan)).close()

    content = path.read_bytes().lower()
    named = {plan.info.owner, plan.info.approved_by} - {""}
    left = [text for text in texts | named if text.lower().encode() in content]
    assert left == []


@pytest.mark.parametrize("name", SAMPLES)
def test_the_copy_is_sound_and_computes_the_same(name: str) -> None:
    plan = read_plan(resources.path(f"samples/{name}.json"))

    bare = without_persons(plan)

    assert list(integrity.problems(bare)) == []
    assert not bare.contacts
    assert list(bare.services) == list(plan.services)
    for scenario in plan.scenarios.values():
        states = {key: one.state for key, one in impact(plan, scenario).services.items()}
        assert {k: one.state for k, one in impact(bare, scenario).services.items()} == states


def test_removing_twice_changes_nothing_more() -> None:
    bare = without_persons(read_plan(resources.path("samples/hospital.json")))

    assert without_persons(bare) == bare
