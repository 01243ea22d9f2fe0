"""A copy that went its own way is joined in the window, every conflict decided, in one step."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from bcp_planner.domain import edits
from bcp_planner.domain.entities import Service
from bcp_planner.domain.merge import Side
from bcp_planner.domain.plan import Plan
from bcp_planner.session import PlanSession
from bcp_planner.storage import sealed
from tests.builders import plan
from tests.storage import quick_age
from tests.ui.test_accessibility import nameless
from ui.dialogs.merge import MergeDialog
from ui.dialogs.passphrase import PassphraseDialog

if TYPE_CHECKING:
    from tests.ui.conftest import Person

PLAN = (
    plan("Shop").service("Shop", rto="4h", owner="Ada").service("Database").service("Old").build()
)

Show = Callable[[Plan], "Person"]


def change(session: PlanSession, label: str, key: str, **fields: object) -> None:
    session.edit(label, edits.update(session.plan, "services", key, **fields))


@pytest.fixture
def person(show: Show, tmp_path: Path) -> Person:
    """Somebody whose plan and whose copy of it were both edited."""
    person = show(PLAN)
    session = person.space.bridge.session
    assert session is not None
    change(session, "Before", "Shop", description="What customers see")
    session.save_copy(tmp_path / "copy.bcplan")
    with PlanSession.open(tmp_path / "copy.bcplan", who="bob@laptop") as copy:
        change(copy, "Their RTO", "Shop", rto=3_600_000)
        change(copy, "Their owner", "Database", owner="Bob")
        change(copy, "Their words", "Old", description="Still used")
        copy.edit("DNS", edits.add(copy.plan, "services", Service(id="dns", name="DNS")))
    change(session, "My RTO", "Shop", rto=7_200_000)
    change(session, "My owner", "Shop", owner="Grace")
    session.edit("Clear out", edits.remove(session.plan, "services", ["Old"]))
    return person


def opened(person: Person, path: Path) -> MergeDialog:
    person.messages.answers.append(path)
    person.run("merge")
    person.qtbot.waitUntil(lambda: bool(person.window.findChildren(MergeDialog)))
    dialog = person.dialog(MergeDialog)
    assert isinstance(dialog, MergeDialog)
    return dialog


def cells(dialog: MergeDialog) -> list[list[str]]:
    table = dialog.conflicts
    return [
        [table.item(row, column).text() for column in range(5)] for row in range(table.rowCount())
    ]


def test_conflicts_are_shown_field_by_field_with_who_and_when(
    person: Person, tmp_path: Path
) -> None:
    dialog = opened(person, tmp_path / "copy.bcplan")

    first, second = cells(dialog)
    assert first[:3] == ["Shop", "RTO", "4 h"]
    assert first[3].startswith("2 h\n")
    assert "@" in first[3]
    assert first[4].startswith("1 h\nbob@laptop, ")
    assert second[0] == "Old"
    assert second[1] == "Deleted here, changed in the other copy"
    taken = {
        (row.change.what, row.change.field or row.change.verdict, row.side)
        for row in dialog.taken[1].rows
    }
    assert ("Database", "Owner", "The other copy") in taken
    assert ("DNS", "added", "The other copy") in taken
    assert ("Shop", "Owner", "This plan") in taken


def test_it_is_joined_as_chosen_in_one_step_of_undo(person: Person, tmp_path: Path) -> None:
    before, steps = person.plan, person.steps
    dialog = opened(person, tmp_path / "copy.bcplan")
    rto, old = dialog.choices
    assert rto.accessibleName().startswith("Keep for Shop, RTO: here 2 h, in the other copy 1 h")

    QTest.keyClick(rto, Qt.Key.Key_Down)
    QTest.keyClick(old, Qt.Key.Key_Up)
    dialog.go.click()

    services = person.plan.services
    assert set(services) == {"Shop", "Database", "dns"}
    assert (services["Shop"].rto, services["Shop"].owner) == (3_600_000, "Grace")
    assert services["Database"].owner == "Bob"
    assert person.steps == steps + 1
    person.space.bridge.undo()
    assert person.plan == before


def test_one_side_is_chosen_for_all(person: Person, tmp_path: Path) -> None:
    dialog = opened(person, tmp_path / "copy.bcplan")
    dialog.choose_all(Side.THEIRS)
    dialog.take()
    assert person.plan.services["Shop"].rto == 3_600_000
    assert person.plan.services["Old"].description == "Still used"


def test_it_can_be_read_aloud_and_worked_with_the_keyboard(person: Person, tmp_path: Path) -> None:
    dialog = opened(person, tmp_path / "copy.bcplan")
    assert nameless(dialog) == []
    reached: set[QWidget | None] = set()
    dialog.choices[0].setFocus()
    for _ in range(12):
        reached.add(QApplication.focusWidget())
        QTest.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Tab)
    assert {*dialog.choices, dialog.go} <= reached


def test_leaving_it_changes_nothing(person: Person, tmp_path: Path) -> None:
    before = person.plan
    opened(person, tmp_path / "copy.bcplan").reject()
    assert person.plan is before


def test_a_copy_without_news_says_so(person: Person, tmp_path: Path) -> None:
    session = person.space.bridge.session
    assert session is not None
    session.save_copy(tmp_path / "same.bcplan")
    dialog = opened(person, tmp_path / "same.bcplan")
    assert not dialog.go.isEnabled()


def test_an_unusable_copy_is_told(person: Person, tmp_path: Path) -> None:
    (tmp_path / "noise.bcplan").write_bytes(b"noise" * 100)
    person.messages.answers.append(tmp_path / "noise.bcplan")
    person.run("merge")
    person.qtbot.waitUntil(lambda: "not a plan file" in (person.messages.said or [""])[-1])


def test_an_encrypted_copy_asks_for_its_passphrase(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    quick_age.use(monkeypatch)
    sealed.encrypt(tmp_path / "copy.bcplan", tmp_path / "copy.bcplan.age", "sesame")

    def fill(dialog: PassphraseDialog) -> int:
        dialog.first.setText("sesame")
        dialog.try_it()
        return dialog.result()

    monkeypatch.setattr(PassphraseDialog, "exec", fill)
    assert len(opened(person, tmp_path / "copy.bcplan.age").choices) == 2
