"""Copies that went separate ways are joined from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bcp_planner import cli
from bcp_planner.domain import edits
from bcp_planner.domain.entities import Service
from bcp_planner.session import PlanSession
from tests.builders import plan

PLAN = plan("Shop").service("Shop", rto="4h").service("Database").build()


@pytest.fixture
def copies(tmp_path: Path) -> tuple[Path, Path]:
    mine, theirs = tmp_path / "mine.bcplan", tmp_path / "theirs.bcplan"
    with PlanSession.create(mine, PLAN, who="anna@pc") as session:
        session.save_copy(theirs)
        session.edit("My RTO", edits.update(session.plan, "services", "Shop", rto=1000))
    with PlanSession.open(theirs, who="bob@laptop") as session:
        session.edit("Their RTO", edits.update(session.plan, "services", "Shop", rto=2000))
        session.edit("DNS", edits.add(session.plan, "services", Service(id="dns")))
    return mine, theirs


def run(capsys: pytest.CaptureFixture[str], *words: object) -> dict[str, object]:
    assert cli.main([str(word) for word in (*words, "--json")]) == 0
    found: dict[str, object] = json.loads(capsys.readouterr().out)
    return found


def test_what_both_did_is_joined_and_conflicts_are_told(
    copies: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    said = run(capsys, "merge", *copies)

    assert said["merged"] is True
    assert said["changes"] == {"added": {"services": ["dns"]}, "changed": {}, "removed": {}}
    (conflict,) = said["conflicts"]  # type: ignore[misc]
    assert conflict["mine"] == "PT1S"
    assert conflict["theirs"] == "PT2S"
    assert conflict["kept"] == "mine"
    assert conflict["mine_by"]["who"] == "anna@pc"
    assert conflict["theirs_by"]["who"] == "bob@laptop"
    with PlanSession.open(copies[0], edit=False) as session:
        assert session.plan.services["Shop"].rto == 1000
        assert "dns" in session.plan.services
        assert len(session.history()) == 2


def test_the_other_side_can_count(
    copies: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    run(capsys, "merge", *copies, "--keep", "theirs")
    with PlanSession.open(copies[0], edit=False) as session:
        assert session.plan.services["Shop"].rto == 2000


def test_a_dry_run_writes_nothing(
    copies: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    before = copies[0].read_bytes()
    assert cli.main(["merge", str(copies[0]), str(copies[1]), "--dry-run"]) == 0
    said = capsys.readouterr().out
    assert "nothing was written" in said
    assert "conflict: services “Shop” rto" in said
    assert copies[0].read_bytes() == before


def test_an_unusable_copy_is_one_sentence(
    copies: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "noise").write_bytes(b"noise" * 50)
    assert cli.main(["merge", str(copies[0]), str(tmp_path / "noise")]) == 2
    assert "not a plan file" in capsys.readouterr().err
