"""Encrypted copies, copies without persons, backups and repairs from the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from bcp_planner.domain import edits
from bcp_planner.domain.plan import Plan
from bcp_planner.session import PlanSession
from bcp_planner.storage.backups import Backups
from tests.builders import plan
from ui import protection

if TYPE_CHECKING:
    import pytest

    from tests.ui.conftest import Person, SaidMessages

PLAN = plan("Shop").service("Shop", owner="Ada Byron").service("Database").build()

Show = Callable[[Plan], "Person"]


def test_an_encrypted_copy_opens_with_its_passphrase(show: Show, tmp_path: Path) -> None:
    person = show(PLAN)
    window, target = person.window, tmp_path / "shop.bcplan.age"
    assert person.space.bridge.path is not None

    protection.write_encrypted(window, person.space.bridge.path, target, "sesame")
    protection.open_with(window, target, "sesame")

    assert person.plan == PLAN
    assert person.space.bridge.path is not None
    assert person.space.bridge.path.parent.name == "opened"
    assert "not encrypted" in person.messages.said[-1]


def test_a_wrong_passphrase_is_told_and_the_plan_stays(show: Show, tmp_path: Path) -> None:
    person = show(PLAN)
    target, path = tmp_path / "shop.bcplan.age", person.space.bridge.path
    assert path is not None
    protection.write_encrypted(person.window, path, target, "sesame")

    protection.open_with(person.window, target, "barley")

    assert "passphrase is wrong" in person.messages.said[-1]
    assert person.space.bridge.path == path


def test_the_passphrase_is_asked_twice_for_a_new_copy(show: Show) -> None:
    dialog = protection.PassphraseDialog(show(PLAN).window, "Encrypt", new=True)
    ok = dialog.buttons.button(dialog.buttons.StandardButton.Ok)

    dialog.first.setText("sesame")
    assert not ok.isEnabled()
    dialog.second.setText("sesame")
    assert ok.isEnabled()


def test_a_copy_without_persons_is_written(show: Show, tmp_path: Path) -> None:
    person = show(PLAN)
    person.messages.answers.append(tmp_path / "bare.bcplan")

    person.run("save-redacted")

    assert b"Ada Byron" not in (tmp_path / "bare.bcplan").read_bytes()
    with PlanSession.open(tmp_path / "bare.bcplan", edit=False) as session:
        assert set(session.plan.services) == set(PLAN.services)


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


def test_how_many_backups_are_kept_is_set_and_used(person: Person, tmp_path: Path) -> None:
    dialog = protection.BackupsDialog(person.window, (), person.space.settings)
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
    assert "Not readable" in said.said[-1]
