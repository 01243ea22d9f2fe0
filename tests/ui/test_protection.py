"""Encrypted copies, copies without persons, backups and repairs from the window."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit

from bcp_planner.domain import edits
from bcp_planner.domain.errors import Cancelled
from bcp_planner.domain.plan import Plan
from bcp_planner.session import PlanSession
from bcp_planner.storage import key_work, sealed_file
from bcp_planner.storage.backups import Backup, Backups
from tests.builders import plan
from tests.storage import quick_age
from tests.ui.test_accessibility import nameless
from ui import protection
from ui.dialogs.backups import BackupsDialog
from ui.dialogs.passphrase import PassphraseDialog
from ui.dialogs.repaired import RepairedDialog

if TYPE_CHECKING:
    from tests.ui.conftest import Person, SaidMessages

PLAN = plan("Shop").service("Shop", owner="Ada Byron").service("Database").build()

Show = Callable[[Plan], "Person"]


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    quick_age.use(monkeypatch)


@pytest.fixture
def type_passphrase(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Return a function that says what is typed into the dialogs to come, one after the other."""

    def typed(*passphrases: str, said: list[str] | None = None, also: bool = True) -> None:
        left = list(passphrases)

        def fill(dialog: PassphraseDialog) -> int:
            dialog.also.setChecked(also)
            while left and not dialog.result():
                passphrase = left.pop(0)
                dialog.first.setText(passphrase)
                dialog.second.setText(passphrase)
                dialog.buttons.button(dialog.buttons.StandardButton.Ok).click()
                if said is not None:
                    said.append(dialog.wrong.text())
            return dialog.result()

        monkeypatch.setattr(PassphraseDialog, "exec", fill)

    return typed


TypePassphrase = Callable[..., None]


def encrypted(show: Show, folder: Path, type_passphrase: TypePassphrase) -> tuple[Person, Path]:
    """Return the window with a plan that was encrypted in it."""
    person, target = show(PLAN), folder / "shop.bcplan.age"
    (folder / "plan.bcplan.1.old").write_bytes(b"Ada Byron, before a change of the tables")
    person.messages.answers.append(target)
    type_passphrase("sesame")
    person.run("encrypt")
    assert person.space.bridge.path == target
    return person, target


def rename(person: Person, name: str) -> None:
    plan = edits.update(person.plan, "services", "Shop", name=name)
    assert person.space.bridge.edit("Rename", plan)


def test_a_plan_is_encrypted_and_worked_on(
    show: Show, tmp_path: Path, type_passphrase: TypePassphrase
) -> None:
    plain = tmp_path / "plan.bcplan"
    person, target = encrypted(show, tmp_path, type_passphrase)

    rename(person, "Harbour")
    person.space.bridge.undo()
    person.space.bridge.redo()

    person.window._remember()
    assert not plain.exists()
    assert not person.space.settings.view_of(target)
    assert "(encrypted)" in person.window.windowTitle()
    content = b"".join(f.read_bytes() for f in tmp_path.rglob("*") if f.is_file())
    for word in (b"Harbour", b"Ada Byron", b"SQLite"):
        assert word not in content
    person.space.bridge.close()
    with PlanSession.open(target, passphrase="sesame") as session:
        assert session.plan.services["Shop"].name == "Harbour"


def test_the_file_that_is_not_encrypted_may_stay(
    show: Show, tmp_path: Path, type_passphrase: TypePassphrase
) -> None:
    person = show(PLAN)
    person.messages.answers.append(tmp_path / "shop")
    type_passphrase("sesame", also=False)
    person.run("encrypt")
    assert (tmp_path / "plan.bcplan").exists()
    assert (tmp_path / "shop.bcplan.age").exists()


def test_a_wrong_passphrase_is_told_and_asked_again(
    show: Show, person: Person, tmp_path: Path, type_passphrase: TypePassphrase
) -> None:
    _, target = encrypted(show, tmp_path, type_passphrase)
    person.window.files.start_new()
    said: list[str] = []
    type_passphrase("barley", "sesame", said=said)

    person.window.files.open(target)

    assert "the passphrase is wrong" in said[0]
    assert person.plan == PLAN


def test_a_changed_byte_is_told_and_the_plan_stays(
    show: Show, tmp_path: Path, type_passphrase: TypePassphrase
) -> None:
    person, target = encrypted(show, tmp_path, type_passphrase)
    other = tmp_path / "other.bcplan.age"
    content = bytearray(target.read_bytes())
    content[-5] ^= 1
    other.write_bytes(content)
    type_passphrase("sesame")

    person.window.files.open(other)

    assert "was changed or is damaged" in person.messages.said[-1]
    assert person.space.bridge.path == target


def test_the_passphrase_is_changed_and_removed(
    show: Show, tmp_path: Path, type_passphrase: TypePassphrase, monkeypatch: pytest.MonkeyPatch
) -> None:
    person, target = encrypted(show, tmp_path, type_passphrase)
    rename(person, "Harbour")
    type_passphrase("barley")
    person.run("change-passphrase")
    person.window.files.start_new()
    with PlanSession.open(target, passphrase="barley", edit=False) as session:
        assert session.plan.services["Shop"].name == "Harbour"
    type_passphrase("barley")
    person.window.files.open(target)
    monkeypatch.setattr(person.messages, "confirm", lambda *_: True)

    person.run("remove-passphrase")

    assert not target.exists()
    assert person.space.bridge.path == tmp_path / "shop.bcplan"
    assert person.plan.services["Shop"].name == "Harbour"
    assert person.window.actions_by_name["encrypt"].isEnabled()


def test_copies_of_an_encrypted_plan_are_encrypted(
    show: Show, tmp_path: Path, type_passphrase: TypePassphrase
) -> None:
    person, _ = encrypted(show, tmp_path, type_passphrase)
    person.messages.answers.append(tmp_path / "copy.bcplan")
    person.run("save-copy")
    with PlanSession.open(tmp_path / "copy.bcplan.age", passphrase="sesame") as session:
        assert session.plan == PLAN
    person.messages.answers.append(tmp_path / "other.bcplan.age")
    type_passphrase("barley")
    person.run("save-encrypted")
    with PlanSession.open(tmp_path / "other.bcplan.age", passphrase="barley") as session:
        assert session.plan == PLAN


def test_saving_puts_every_edit_into_the_encrypted_file(
    show: Show, tmp_path: Path, type_passphrase: TypePassphrase
) -> None:
    person, target = encrypted(show, tmp_path, type_passphrase)
    rename(person, "Harbour")
    person.run("save")
    person.qtbot.waitUntil(lambda: "already saved" in person.messages.said[-1])
    elsewhere = tmp_path / "elsewhere.bcplan.age"
    elsewhere.write_bytes(target.read_bytes())
    with PlanSession.open(elsewhere, passphrase="sesame") as session:
        assert session.plan.services["Shop"].name == "Harbour"


def test_backups_of_an_encrypted_plan_open_and_come_back(
    show: Show, tmp_path: Path, type_passphrase: TypePassphrase
) -> None:
    person, target = encrypted(show, tmp_path, type_passphrase)
    rename(person, "Harbour")
    (backup,) = Backups().of(target)
    type_passphrase("sesame")

    protection.bring_back(person.window, backup)

    assert person.plan == PLAN
    person.space.bridge.undo()
    assert person.plan.services["Shop"].name == "Harbour"
    type_passphrase("sesame")
    protection.restore_as_copy(person.window, backup.path)
    assert person.plan == PLAN
    assert person.space.bridge.path is not None
    assert person.space.bridge.path.name.startswith("Backup of")
    assert "(encrypted)" in person.window.windowTitle()


def test_what_a_killed_program_left_is_put_back_and_told(
    show: Show, tmp_path: Path, type_passphrase: TypePassphrase
) -> None:
    person, _ = encrypted(show, tmp_path, type_passphrase)
    rename(person, "Harbour")
    for file in tmp_path.glob("*shop*"):
        (tmp_path / file.name.replace("shop", "left")).write_bytes(file.read_bytes())
    (tmp_path / ".left.bcplan.age.lock").unlink()
    type_passphrase("sesame")

    person.window.files.open(tmp_path / "left.bcplan.age")

    assert person.plan.services["Shop"].name == "Harbour"
    assert any("all edits were put back" in text for text in person.messages.said)


class Slow:
    """Stands for the second that a passphrase takes, which ends when the window has been used."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, use: Callable[[], None]) -> None:
        self.used = threading.Event()
        self._here = key_work.in_own_process
        self._timer = QTimer(singleShot=True, interval=0)
        self._timer.timeout.connect(use)
        self._begun = _Begun()
        self._begun.signal.connect(self._timer.start)
        monkeypatch.setattr(key_work, "in_own_process", self)

    def __call__(
        self, task: key_work.Task, content: bytes, passphrase: str, stopped: key_work.Stopped
    ) -> bytes:
        self._begun.signal.emit()
        while not self.used.wait(0.01):
            if stopped():
                raise Cancelled("Stopped")
        return self._here(task, content, passphrase, stopped)


class _Begun(QObject):
    signal = Signal()


def top_dialogs(person: Person) -> list[QDialog]:
    return [dialog for dialog in person.window.findChildren(QDialog) if dialog.isVisible()]


def test_the_window_goes_on_while_a_plan_is_opened(
    show: Show, tmp_path: Path, type_passphrase: TypePassphrase, monkeypatch: pytest.MonkeyPatch
) -> None:
    person, target = encrypted(show, tmp_path, type_passphrase)
    person.window.files.start_new()
    type_passphrase("sesame")
    seen: list[tuple[bool, bool]] = []

    def look() -> None:
        (dialog,) = person.window.findChildren(PassphraseDialog)[-1:]
        ok = dialog.buttons.button(dialog.buttons.StandardButton.Ok)
        seen.append((dialog.bar.isVisibleTo(dialog), ok.isEnabled()))
        slow.used.set()

    slow = Slow(monkeypatch, look)
    person.window.files.open(target)

    assert seen == [(True, False)]
    assert person.plan == PLAN


def test_opening_an_encrypted_plan_can_be_stopped(
    show: Show, tmp_path: Path, type_passphrase: TypePassphrase, monkeypatch: pytest.MonkeyPatch
) -> None:
    person, target = encrypted(show, tmp_path, type_passphrase)
    person.window.files.start_new()
    type_passphrase("sesame")

    def cancel() -> None:
        person.window.findChildren(PassphraseDialog)[-1].reject()

    slow = Slow(monkeypatch, cancel)

    person.window.files.open(target)

    assert not slow.used.is_set()
    assert person.space.bridge.path is None
    with PlanSession.open(target, passphrase="sesame") as session:
        assert session.read_only is None  # nobody holds it


def test_edits_go_on_while_the_plan_is_encrypted_as_a_whole(
    show: Show, tmp_path: Path, type_passphrase: TypePassphrase, monkeypatch: pytest.MonkeyPatch
) -> None:
    person, target = encrypted(show, tmp_path, type_passphrase)
    rename(person, "Harbour")

    def edit() -> None:
        rename(person, "Pier")
        slow.used.set()

    slow = Slow(monkeypatch, edit)
    person.run("save")
    person.qtbot.waitUntil(lambda: "already saved" in person.messages.said[-1])

    elsewhere = tmp_path / "elsewhere.bcplan.age"
    elsewhere.write_bytes(target.read_bytes())
    with PlanSession.open(elsewhere, passphrase="sesame") as session:
        assert session.plan.services["Shop"].name == "Pier"


def test_leaving_an_encrypted_plan_says_what_goes_on_and_takes_no_input(
    show: Show, tmp_path: Path, type_passphrase: TypePassphrase, monkeypatch: pytest.MonkeyPatch
) -> None:
    person, target = encrypted(show, tmp_path, type_passphrase)
    rename(person, "Harbour")
    seen: list[tuple[str, bool]] = []

    def look() -> None:
        (sign,) = top_dialogs(person)
        sign.reject()  # it cannot be stopped
        said = "".join(label.text() for label in sign.findChildren(QLabel))
        seen.append((said, sign.isModal() and sign.isVisible()))
        slow.used.set()

    slow = Slow(monkeypatch, look)
    person.window.files.start_new()

    assert seen == [("Encrypting shop.bcplan.age…", True)]
    assert top_dialogs(person) == []
    elsewhere = tmp_path / "elsewhere.bcplan.age"
    elsewhere.write_bytes(target.read_bytes())
    with PlanSession.open(elsewhere, passphrase="sesame") as session:
        assert session.plan.services["Shop"].name == "Harbour"


def test_saving_a_copy_can_be_stopped(
    show: Show, tmp_path: Path, type_passphrase: TypePassphrase, monkeypatch: pytest.MonkeyPatch
) -> None:
    person, target = encrypted(show, tmp_path, type_passphrase)
    person.messages.answers.append(tmp_path / "copy.bcplan.age")

    def cancel() -> None:
        top_dialogs(person)[0].reject()

    Slow(monkeypatch, cancel)
    person.run("save-copy")
    assert not (tmp_path / "copy.bcplan.age").exists()
    assert person.space.bridge.path == target


def test_many_edits_are_put_into_the_encrypted_file_meanwhile(
    show: Show, tmp_path: Path, type_passphrase: TypePassphrase, monkeypatch: pytest.MonkeyPatch
) -> None:
    person, _ = encrypted(show, tmp_path, type_passphrase)
    monkeypatch.setattr(sealed_file, "_LONG", 1)
    rename(person, "Harbour")
    session = person.space.bridge.session
    assert session is not None
    file = session.sealed
    assert file is not None
    person.qtbot.waitUntil(lambda: not file.has_edits_beside)


def test_the_passphrase_is_asked_twice_for_a_new_one(show: Show) -> None:
    dialog = PassphraseDialog(show(PLAN).window, "Encrypt", lambda _: None, new=True)
    ok = dialog.buttons.button(dialog.buttons.StandardButton.Ok)

    dialog.first.setText("sesame")
    assert not ok.isEnabled()
    dialog.second.setText("sesame")
    assert ok.isEnabled()
    dialog.seen.setChecked(True)
    assert dialog.first.echoMode() == QLineEdit.EchoMode.Normal


def test_a_copy_without_persons_is_written(show: Show, tmp_path: Path) -> None:
    person = show(PLAN)
    person.messages.answers.append(tmp_path / "bare.bcplan")

    person.run("save-redacted")

    assert b"Ada Byron" not in (tmp_path / "bare.bcplan").read_bytes()
    with PlanSession.open(tmp_path / "bare.bcplan", edit=False) as session:
        assert set(session.plan.services) == set(PLAN.services)


def test_a_copy_without_persons_takes_the_place_of_the_chosen_file(
    show: Show, tmp_path: Path
) -> None:
    person = show(PLAN)
    old = tmp_path / "old.bcplan"
    PlanSession.create(old, PLAN).close()
    before = set(tmp_path.iterdir())
    person.messages.answers.append(old)

    person.run("save-redacted")

    assert b"Ada Byron" not in old.read_bytes()
    assert set(tmp_path.iterdir()) == before

    person.messages.answers.append(person.space.bridge.path)
    person.run("save-redacted")

    assert "being edited" in person.messages.said[-1]
    assert person.plan == PLAN
    assert set(tmp_path.iterdir()) == before


@pytest.mark.parametrize("agreed", [True, False])
@pytest.mark.parametrize(("command", "other"), [("save-copy", "x.txt"), ("encrypt", "old.bcplan")])
def test_no_file_is_replaced_under_a_name_that_nobody_agreed_to(
    show: Show,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    command: str,
    other: str,
    agreed: bool,
) -> None:
    person = show(PLAN)
    kept = [tmp_path / "x.txt.bcplan", tmp_path / "old.bcplan.age"]
    for path in kept:
        path.write_bytes(b"precious")
    questions: list[str] = []
    monkeypatch.setattr(
        person.messages, "confirm", lambda text, _: [agreed, questions.append(text)][0]
    )
    monkeypatch.setattr(protection.PassphraseDialog, "exec", lambda _: QDialog.DialogCode.Rejected)
    person.messages.answers.append(tmp_path / other)

    person.run(command)

    assert ["is there already" in text for text in questions] == [True]
    assert (b"precious" in kept[0].read_bytes()) == (command == "encrypt" or not agreed)
    assert kept[1].read_bytes() == b"precious"


def test_a_backup_opens_as_a_plan_of_its_own(person: Person, tmp_path: Path) -> None:
    path = tmp_path / "shop.bcplan"
    PlanSession.create(path, PLAN).close()
    with PlanSession.open(path) as session:
        session.edit("Change", edits.update(PLAN, "services", "Shop", name="Changed"))
    backup = Backups().of(path)[0]

    protection.restore_as_copy(person.window, backup.path)

    assert person.plan == PLAN
    assert person.space.bridge.path is not None
    assert person.space.bridge.path.name.startswith("Backup of")
    person.window.files.open(path)
    protection.bring_back(person.window, backup)
    assert person.plan == PLAN
    person.space.bridge.undo()
    assert person.plan.services["Shop"].name == "Changed"


def test_how_many_backups_are_kept_is_set_and_used(person: Person, tmp_path: Path) -> None:
    dialog = BackupsDialog(person.window, (), person.space.settings)
    dialog.kept.setValue(1)
    dialog.days.setValue(7)
    dialog.close()
    path = tmp_path / "shop.bcplan"
    PlanSession.create(path, PLAN).close()

    for name in ("One", "Two", "Three"):
        person.window.files.open(path)
        person.space.bridge.edit("Rename", edits.update(person.plan, "services", "Shop", name=name))

    assert len(Backups().of(path)) == 1
    assert person.space.settings.backup_days == 7


def test_a_damaged_plan_is_offered_for_repair(
    person: Person, said: SaidMessages, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "shop.bcplan"
    services = plan("Many")
    for number in range(400):
        services = services.service(f"Service {number}", description="x" * 60)
    PlanSession.create(path, services.build()).close()
    content = bytearray(path.read_bytes())
    middle = len(content) // 4096 // 2 * 4096
    content[middle : middle + 4096] = bytes(4096)
    path.write_bytes(content)
    questions: list[str] = []
    monkeypatch.setattr(said, "confirm", lambda text, _: not questions.append(text))

    person.window.files.open(path)

    assert "damaged" in questions[0]
    assert person.plan.services
    assert person.space.bridge.path is not None
    assert "(repaired)" in person.space.bridge.path.name
    report = person.dialog(RepairedDialog)
    assert nameless(report) == []
    lines = report.text.toPlainText().splitlines()
    assert any(line.startswith("  Services: ") for line in lines)
    assert lines[-1] == "  services: some rows cannot be read"


def test_the_dialogs_can_be_read_aloud(show: Show, tmp_path: Path) -> None:
    person = show(PLAN)
    backups = [Backup(tmp_path / "one.bcplan.age", datetime(2026, 3, 1, tzinfo=UTC))]
    for dialog in (
        PassphraseDialog(person.window, "Encrypt", lambda _: None, new=True, also="Delete it"),
        BackupsDialog(person.window, backups, person.space.settings),
    ):
        dialog.show()
        assert nameless(dialog) == []
        dialog.close()
