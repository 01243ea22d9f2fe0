from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bcp_planner.domain.errors import FileProblem
from bcp_planner.domain.plan import EMPTY
from bcp_planner.session import PlanSession
from bcp_planner.storage import backups as module
from bcp_planner.storage.backups import Backups, default_folder, restore
from tests.builders import plan as describe

SHOP = describe().service("Shop", rto="4h").build()
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "shop & co.bcplan"
    PlanSession.create(path, SHOP).close()
    return path


@pytest.fixture
def backups(tmp_path: Path) -> Backups:
    return Backups(tmp_path / "backups", keep=3, days=10)


def worked_on(path: Path, backups: Backups) -> None:
    with PlanSession.open(path, backups=backups) as session:
        session.edit(
            "Clear" if session.plan.services else "Fill", EMPTY if session.plan.services else SHOP
        )
        session.undo()
        session.redo()
        assert session.backup_problem is None


def test_the_plan_as_opened_is_backed_up_before_its_first_edit(
    path: Path, backups: Backups
) -> None:
    with PlanSession.open(path, backups=backups) as session:
        assert backups.of(path) == []
        session.edit("Clear", EMPTY)
        (backup,) = backups.of(path)
        with PlanSession.open(backup.path, edit=False) as kept:
            assert kept.plan == SHOP
        session.undo()
        assert len(backups.of(path)) == 1


def test_reading_backs_nothing_up(path: Path, backups: Backups) -> None:
    PlanSession.open(path, backups=backups).close()
    assert backups.of(path) == []
    assert not backups.folder.exists()


def test_the_newest_are_kept(path: Path, backups: Backups, monkeypatch: pytest.MonkeyPatch) -> None:
    for day in range(5):
        monkeypatch.setattr(module, "now", lambda day=day: NOON + timedelta(days=day))
        worked_on(path, backups)
    assert [backup.at.day for backup in backups.of(path)] == [5, 4, 3]


def test_old_ones_go_but_never_the_newest(
    path: Path, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    for day in (0, 9, 15, 60):
        monkeypatch.setattr(module, "now", lambda day=day: NOON + timedelta(days=day))
        worked_on(path, backups)
    assert [backup.at for backup in backups.of(path)] == [NOON + timedelta(days=60)]


def test_a_clock_set_back_makes_no_backup_older(
    path: Path, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "now", lambda: NOON)
    worked_on(path, backups)
    monkeypatch.setattr(module, "now", lambda: NOON - timedelta(days=400))
    worked_on(path, backups)
    newest, older = backups.of(path)
    assert newest.at > older.at == NOON


def test_no_backups_are_made_when_none_are_wanted(path: Path, tmp_path: Path) -> None:
    worked_on(path, Backups(tmp_path / "backups", keep=0))
    assert not (tmp_path / "backups").exists()


def test_an_edit_is_made_even_when_its_backup_cannot_be(path: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with PlanSession.open(path, backups=Backups(tmp_path / "file")) as session:
        session.edit("Clear", EMPTY)
        assert session.plan == EMPTY
        assert session.backup_problem is not None
        assert session.backup_problem.startswith("No backup was made: ")


def test_restoring(path: Path, backups: Backups) -> None:
    with PlanSession.open(path, backups=backups) as session:
        session.edit("Clear", EMPTY)
        (backup,) = backups.of(path)
        with pytest.raises(FileProblem, match="being edited"):
            restore(backup.path, path)
    restore(backup.path, path)
    with PlanSession.open(path) as session:
        assert session.plan == SHOP
    path.unlink()
    assert backups.of(path) == [backup]
    restore(backup.path, path)
    assert path.exists()


def test_two_plans_of_one_name_have_their_own(path: Path, backups: Backups, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other = tmp_path / "other" / path.name
    PlanSession.create(other, SHOP).close()
    worked_on(path, backups)
    assert len(backups.of(path)) == 1
    assert backups.of(other) == []


def test_where_they_lie(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert default_folder() == tmp_path / "bcp-planner" / "backups"
    monkeypatch.setattr("sys.platform", "darwin")
    assert "Application Support" in default_folder().parts
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "Local"))
    assert default_folder() == tmp_path / "Local" / "bcp-planner" / "backups"


def test_what_a_killed_program_left_half_made_goes(path: Path, backups: Backups) -> None:
    with PlanSession.open(path, backups=backups) as session:
        session.edit("Clear", EMPTY)
    (made,) = backups.of(path)
    half = made.path.with_name(f".{made.path.name}.4711.tmp")
    other = made.path.with_name(".mine.tmp")
    for file in (half, half.with_name(f"{half.name}-journal"), other):
        file.write_bytes(b"half")
    with PlanSession.open(path, backups=backups) as session:
        session.edit("Rename", replace(EMPTY, info=replace(EMPTY.info, name="Again")))
    assert sorted(made.path.parent.glob(".*")) == [other]
    assert len(backups.of(path)) == 2
    half.write_bytes(b"half")
    backups.forget(path)
    assert list(made.path.parent.iterdir()) == [other]
