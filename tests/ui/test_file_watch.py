"""What happens to the file of the open plan is told in one sentence, and nothing is lost."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from bcp_planner.domain import edits
from bcp_planner.domain.plan import Plan
from bcp_planner.session import PlanSession
from bcp_planner.storage import backups as backups_module
from bcp_planner.storage import writing
from tests.builders import plan

if TYPE_CHECKING:
    from tests.ui.conftest import Person, SaidMessages

PLAN = plan("Shop").service("Shop").build()

Show = Callable[[Plan], "Person"]


@pytest.fixture
def opened(person: Person, tmp_path: Path) -> Path:
    """A plan in a folder of its own, opened from its file."""
    path = tmp_path / "folder" / "shop.bcplan"
    path.parent.mkdir()
    PlanSession.create(path, PLAN).close()
    person.window.files.open(path)
    return path


def renamed(person: Person, name: str) -> bool:
    new = edits.update(person.plan, "services", "Shop", name=name)
    return person.space.bridge.edit("Rename", new)


def removed(path: Path) -> None:
    path.unlink()


def replaced(path: Path) -> None:
    other = path.with_name("other.bcplan")
    PlanSession.create(other).close()
    other.replace(path)


def folder_removed(path: Path) -> None:
    shutil.rmtree(path.parent)


@pytest.mark.parametrize("away", [removed, replaced, folder_removed])
def test_a_file_taken_away_is_told_and_the_plan_goes_on_in_a_copy(
    person: Person,
    said: SaidMessages,
    opened: Path,
    away: Callable[[Path], None],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert renamed(person, "Before")
    away(opened)

    QApplication.sendEvent(person.window, QEvent(QEvent.Type.WindowActivate))
    assert person.window.banner.isVisible()
    assert "removed, moved or replaced" in person.window.banner.text.text()
    assert not renamed(person, "After")
    assert "removed, moved or replaced" in said.said[-1]
    assert "save a copy" in said.said[-1]

    asked: list[str] = []
    monkeypatch.setattr(said, "confirm", lambda text, _: bool(asked.append(text)))
    person.window.close()
    assert person.window.isVisible()
    assert "Without a copy it is lost" in asked[0]

    said.answers.append(tmp_path / "copy.bcplan")
    person.window.banner.button.click()
    assert person.space.bridge.path == tmp_path / "copy.bcplan"
    assert not person.window.banner.isVisible()
    assert person.plan.services["Shop"].name == "Before"
    assert renamed(person, "After")
    assert len(asked) == 1


def test_an_edit_on_a_full_disk_is_told_and_not_made(
    person: Person, said: SaidMessages, opened: Path
) -> None:
    assert renamed(person, "Before")
    session = person.space.bridge.session
    assert session is not None
    connection = session._file._connection
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages}")

    assert not renamed(person, "x" * 100_000)

    assert "the disk is full; free some space and try again, nothing was changed" in said.said[-1]
    assert person.plan.services["Shop"].name == "Before"


@pytest.mark.skipif(os.name == "nt", reason="folders cannot be write-protected")
def test_a_write_protected_file_is_told_and_can_be_copied(
    person: Person, said: SaidMessages, opened: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    person.window.files.start_new()
    real = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK and real(path, mode))

    person.window.files.open(opened)

    assert "write-protected" in person.window.banner.text.text()
    assert "save a copy" in person.window.banner.text.text()
    assert not renamed(person, "After")


def test_a_backup_that_cannot_be_made_is_told_once(
    person: Person, said: SaidMessages, opened: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "no space")

    monkeypatch.setattr(backups_module.copies, "copy_database", full)

    assert renamed(person, "One")
    assert renamed(person, "Two")

    told = [text for text in said.said if "No backup was made" in text]
    assert len(told) == 1
    assert "the disk is full" in told[0]


def test_a_clock_that_jumps_back_loses_nothing(
    person: Person, opened: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert renamed(person, "One")
    monkeypatch.setattr(writing, "now", lambda: datetime(1999, 1, 1, tzinfo=UTC))
    assert renamed(person, "Two")
    person.space.bridge.undo()
    assert person.plan.services["Shop"].name == "One"
    assert [entry.label for entry in person.space.bridge.history()] == ["Rename"] * 3


def test_a_plan_that_is_open_is_not_opened_once_more(
    person: Person, said: SaidMessages, opened: Path
) -> None:
    session = person.space.bridge.session
    person.window.files.open(opened)
    assert person.space.bridge.session is session
    assert said.said[-1] == "shop.bcplan is open already."
    assert renamed(person, "After")


def test_a_file_that_is_there_again_is_worked_on(person: Person, opened: Path) -> None:
    elsewhere = opened.with_name("elsewhere.bcplan")
    opened.rename(elsewhere)
    QApplication.sendEvent(person.window, QEvent(QEvent.Type.WindowActivate))
    assert person.window.banner.isVisible()

    elsewhere.rename(opened)
    QApplication.sendEvent(person.window, QEvent(QEvent.Type.WindowActivate))

    assert not person.window.banner.isVisible()
    assert renamed(person, "After")
