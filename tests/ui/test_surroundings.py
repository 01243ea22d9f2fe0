"""What is around the plan: settings, files that were started, mistakes of the program."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtGui import QFileOpenEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from bcp_planner.domain.plan import Plan
from bcp_planner.session import PlanSession
from bcp_planner.storage.backups import Backups
from tests.builders import plan
from ui import crash, diagnosis
from ui.app import new_window, start_with
from ui.handed_over import HandedOver
from ui.plan_paths import drafts
from ui.settings import Settings

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.conftest import Person, SaidMessages

Show = Callable[[Plan], "Person"]

PLAN = plan("Small").service("Mail", rto="4 h").service("DNS").needs("Mail", "DNS").build()


def test_settings_are_read_back(tmp_path: Path) -> None:
    store = QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)
    (tmp_path / "a.bcplan").touch()
    first = Settings(store)
    first.theme, first.aim = "dark", "cost"
    first.closed_groups = frozenset({"Data", "Targets"})
    first.folder = tmp_path
    first.add_recent(tmp_path / "a.bcplan")
    first.add_recent(tmp_path / "gone.bcplan")
    first.save()

    again = Settings(QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))

    assert (again.theme, again.aim) == ("dark", "cost")
    assert again.closed_groups == {"Data", "Targets"}
    assert again.folder == tmp_path
    assert again.recent == [tmp_path / "a.bcplan"]
    again.forget_recent()
    assert again.recent == []


def test_unknown_settings_count_as_the_usual_ones(tmp_path: Path) -> None:
    store = QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)
    store.setValue("aim", "world domination")

    assert Settings(store).aim == "lateness"


def test_a_draft_is_offered_at_the_next_start(
    person: Person, settings: Settings, said: SaidMessages, qtbot: QtBot
) -> None:
    person.space.bridge.edit("Start", PLAN)
    person.window.close()
    again = new_window(settings, said)
    qtbot.addWidget(again)

    start_with(again, None, None)
    assert not again.banner.isHidden()
    again.banner.button.click()

    assert again.space.bridge.plan == PLAN
    assert again.space.bridge.path == drafts()[0]
    again.close()


def test_a_sample_is_opened_as_a_copy(person: Person, tmp_path: Path) -> None:
    start_with(person.window, None, "retailer")

    path = person.space.bridge.path
    assert path is not None
    assert path.is_relative_to(tmp_path / "data")
    assert len(person.plan.services) > 20


def test_save_says_that_all_is_saved(show: Show) -> None:
    person = show(PLAN)

    person.run("save")

    assert person.messages.said == ["Every edit is already saved in plan.bcplan."]


def test_delete_works_in_the_outline(show: Show) -> None:
    person = show(PLAN)
    person.select("DNS")

    QTest.keyClick(person.window.outline.view, Qt.Key.Key_Delete)

    assert list(person.plan.services) == ["Mail"]
    assert person.space.bridge.undo_label == "Delete DNS"


def test_delete_in_the_table_clears_one_cell(show: Show) -> None:
    person = show(PLAN)
    table = person.window.table
    person.run("table")
    table.view.setFocus()
    table.view.setCurrentIndex(table.sorted.index(0, table.model.column_of("rto")))

    QTest.keyClick(table.view, Qt.Key.Key_Delete)

    assert person.plan.services["Mail"].rto is None
    assert list(person.plan.services) == ["Mail", "DNS"]


def test_the_themes_of_a_window_can_be_switched(show: Show) -> None:
    person = show(PLAN)

    for choice in ("dark", "light"):
        person.window._choose_theme(choice)
        assert person.space.theme.name == choice
        assert person.space.theme.surface.name() in person.window.legend.styleSheet()


def test_files_handed_over_by_the_desktop_are_opened(
    qapp: QApplication, show: Show, tmp_path: Path
) -> None:
    person = show(PLAN)
    PlanSession.create(tmp_path / "early.bcplan", plan("Early").service("A").build()).close()
    PlanSession.create(tmp_path / "late.bcplan", plan("Late").service("B").build()).close()
    handed = HandedOver(qapp)
    qapp.sendEvent(qapp, QFileOpenEvent(str(tmp_path / "early.bcplan")))
    assert person.plan == PLAN

    assert handed.show_with(lambda path: start_with(person.window, path, None))
    assert person.plan.info.name == "Early"
    qapp.sendEvent(qapp, QFileOpenEvent(str(tmp_path / "late.bcplan")))
    assert person.plan.info.name == "Late"
    qapp.removeEventFilter(handed)


def _broken(secret: str) -> None:
    raise ValueError(f"cannot handle {secret}")


def test_a_crash_report_holds_nothing_of_the_plan() -> None:
    try:
        _broken("Secret service")
    except ValueError as error:
        text = crash.report(error)

    assert "ValueError" in text
    assert "_broken" in text
    assert "Secret" not in text
    assert str(Path(__file__).parent) not in text


def test_a_crash_is_in_the_log_without_what_it_quotes(
    qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    hook = crash.CrashHook()
    hook.blockSignals(True)
    hook.tell(ValueError("cannot handle Secret service"))

    (entry,) = caplog.messages
    assert "ValueError" in entry
    assert "Secret" not in caplog.text


def test_the_log_file_tells_where_a_listener_failed_and_nothing_of_the_plan(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    root = logging.getLogger()
    before = root.handlers[:]
    diagnosis.write_log()
    (handler,) = [one for one in root.handlers if one not in before]
    try:
        (tmp_path / "no folder").write_bytes(b"")
        secret = tmp_path / "Secret merger.bcplan"
        PlanSession.create(secret, plan("Secret").service("Secret service").build()).close()
        backups = Backups(folder=tmp_path / "no folder")
        with PlanSession.open(secret, backups=backups) as session:
            session.subscribe(lambda *_: _broken("Secret service"))
            session.edit("Clear", Plan())
            assert session.backup_problem is not None
    finally:
        root.removeHandler(handler)
        handler.close()
    written = diagnosis.log_file().read_text(encoding="utf-8")
    assert "a listener failed after an edit" in written
    assert "in _broken" in written
    assert "no backup was made: NotADirectoryError" in written
    assert "Secret" not in written


def test_mistakes_in_workers_are_shown_once(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []

    class Quiet(crash.CrashDialog):
        def exec(self) -> int:
            shown.append(self.text.toPlainText())
            return int(self.DialogCode.Accepted)

    monkeypatch.setattr(crash, "CrashDialog", Quiet)
    hook = crash.CrashHook()
    error = ValueError("x")

    workers = [threading.Thread(target=hook.tell, args=[error]) for _ in range(2)]
    for worker in workers:
        worker.start()
        worker.join()

    qtbot.waitUntil(lambda: bool(shown))
    assert len(shown) == 1


@pytest.mark.parametrize("leaves", [False, True])
def test_only_its_button_closes_the_program_after_a_crash(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, leaves: bool
) -> None:
    ended: list[bool] = []
    monkeypatch.setattr(QGuiApplication, "quit", lambda: ended.append(True))

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, crash.CrashDialog)
        if leaves:
            (button,) = [b for b in dialog.findChildren(QPushButton) if "Close" in b.text()]
            button.click()
        else:
            QTest.keyClick(dialog, Qt.Key.Key_Escape)

    QTimer.singleShot(0, answer)
    crash.CrashHook().tell(ValueError("no"))

    assert ended == [True] * leaves
