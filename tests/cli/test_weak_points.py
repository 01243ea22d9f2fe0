from __future__ import annotations

import json
from pathlib import Path

import pytest

from bcp_planner.cli import main
from bcp_planner.session import PlanSession
from tests.builders import plan


@pytest.fixture
def path(tmp_path: Path) -> str:
    """A shop and a till of tier 1 on one room; the shop has two databases, one is enough."""
    made = (
        plan()
        .service("room", kind="facility")
        .service("db-a")
        .service("db-b")
        .service("shop", tier=1, rto="4h")
        .service("till", tier=1)
        .needs("shop", "db-a", "db-b", of=1)
        .needs("shop", "room")
        .needs("till", "room")
        .build()
    )
    file = tmp_path / "plan.bcplan"
    PlanSession.create(file, made).close()
    return str(file)


def answer(words: list[str], capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    assert main([*words, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_cut_sets_of_a_tier_say_what_each_threatens(
    path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert answer(["cutsets", path, "--tier", "1"], capsys) == {
        "tier": 1,
        "services": ["shop", "till"],
        "cut_sets": [
            {"members": ["room"], "threatens": ["shop", "till"]},
            {"members": ["db-a", "db-b"], "threatens": ["shop"]},
        ],
    }


def test_single_points_come_with_the_targets_they_threaten(
    path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    room = {"service": "room", "taken_down": ["shop", "till"], "targets": ["shop"]}
    assert answer(["singles", path], capsys) == {"single_points": [room]}
    assert answer(["singles", path, "--among", "supplier"], capsys) == {"single_points": []}


def test_both_can_be_read(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["cutsets", path, "--tier", "1"]) == 0
    assert "db-a + db-b" in capsys.readouterr().out
    assert main(["singles", path]) == 0
    told = capsys.readouterr().out
    assert "takes others down: 1" in told
    assert "room     facility  2" in told
