"""What is around the plan: settings, files that were started, mistakes of the program."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtTest import QTest

from bcp_planner.domain.plan import Plan
from bcp_planner.session import PlanSession
from tests.builders import plan
from ui import crash
from ui.app import new_window, start_with
from ui.handed_over import HandedOver
from ui.plan_paths import drafts
from ui.settings import Settings

if TYPE_CHECKING:
    import pytest
    from PySide6.QtWidgets import QApplication
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
