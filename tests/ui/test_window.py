"""The window with a plan in it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QTabBar

from bcp_planner.domain.durations import HOUR, MINUTE
from bcp_planner.domain.plan import Plan
from bcp_planner.session import PlanSession
from tests.builders import plan
from ui.app import new_window
from ui.canvas.states import Status
from ui.dialogs.keys import KeysDialog
from ui.dialogs.palette import Palette, matching

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.conftest import Person, SaidMessages
    from ui.main_window import MainWindow
    from ui.settings import Settings

ROOT = Path(__file__).parents[2]

SHOP = (
    plan("Web shop")
    .service("Shop", kind="product", tier=1, rto="4 h", restart="15 min")
    .service("Database", kind="data", recovery="2 h", restart="10 min", owner="Ada")
    .service("Cluster A", kind="infrastructure", recovery="6 h")
    .service("Cluster B", kind="infrastructure", recovery="6 h")
    .needs("Shop", "Database", tolerance="30 min")
    .needs("Database", "Cluster A", "Cluster B", of=1)
    .scenario("Fire", "Cluster A", "Cluster B@1 h")
    .build()
)

Show = Callable[[Plan], "Person"]


def test_a_new_window_says_what_to_do_first(window: MainWindow) -> None:
    assert window.welcome.isVisible()
    assert "Services appear here" in window.outline._or_empty.said
    assert window.windowTitle().startswith("Untitled plan")


def test_an_untouched_plan_has_no_file(person: Person, tmp_path: Path) -> None:
    assert person.space.bridge.path is None
    assert not list((tmp_path / "data").rglob("*.bcplan"))


def test_the_first_edit_makes_a_draft(person: Person, tmp_path: Path) -> None:
    person.space.bridge.edit("Name the plan", SHOP)

    assert [path.parent.name for path in (tmp_path / "data").rglob("*.bcplan")] == ["drafts"]


def test_opening_shows_the_plan_everywhere(show: Show) -> None:
    person = show(SHOP)

    assert person.window.windowTitle().startswith("Web shop – plan.bcplan")
    assert not person.window.welcome.isVisible()
    assert person.window.table.model.rowCount() == 4
    assert len(person.window.outline.model.headings) == 3


def test_undo_and_redo_are_named(show: Show) -> None:
    person = show(SHOP)
    person.select("Shop")
    person.fill("owner", "Grace")

    assert person.window.actions_by_name["undo"].text() == "Undo Set Owner of Shop"
    person.run("undo")

    assert person.plan == SHOP
    assert person.window.actions_by_name["redo"].text() == "Redo Set Owner of Shop"
    person.run("redo")
    assert person.plan.services["Shop"].owner == "Grace"


def test_choosing_a_scenario_shows_it_everywhere(show: Show) -> None:
    person = show(SHOP)

    person.choose("Fire")
    person.wait_for_results()

    names = [effect.service for effect in person.window.impact.model.rows]
    assert names == ["Cluster A", "Cluster B", "Database", "Shop"]
    assert [row.service for row in person.order_list().model.rows][-1] == "Shop"
    shown = {status: row[2].text() for status, row in person.window.legend._rows.items()}
    assert (shown[Status.FAILED], shown[Status.DOWN], shown[Status.UP]) == ("2", "2", "0")
    assert person.window.time_bar.isVisible()


def test_the_moment_is_the_same_in_list_chart_and_legend(show: Show) -> None:
    person = show(SHOP)
    person.choose("Fire")
    person.wait_for_results()

    person.space.situation.move_to(30 * MINUTE)

    shown = {status: row[2].text() for status, row in person.window.legend._rows.items()}
    assert (shown[Status.WORKING], shown[Status.UP]) == ("1", "2")
    pale = [person.window.impact._colour(row) for row in person.window.impact.model.rows]
    assert [colour is None for colour in pale] == [True, False, False, False]
    assert "T+30 min" in person.window.time_bar.label.text()


def test_stepping_goes_from_event_to_event(show: Show) -> None:
    person = show(SHOP)
    person.choose("Fire")
    person.wait_for_results()

    moments = []
    for _ in range(4):
        person.window.time_bar.next_event()
        moments.append(person.space.situation.moment)

    assert moments == [0, HOUR, HOUR + 30 * MINUTE, 6 * HOUR]


def test_playing_reaches_the_end_and_stops(show: Show) -> None:
    person = show(SHOP)
    person.choose("Fire")
    person.wait_for_results()
    person.window.time_bar._timer.setInterval(0)

    person.window.time_bar.toggle_play()

    person.qtbot.waitUntil(lambda: not person.window.time_bar._timer.isActive(), timeout=20_000)
    counts = {status: row[2].text() for status, row in person.window.legend._rows.items()}
    assert counts[Status.BACK] == "4"


def test_what_if_is_not_part_of_the_plan(show: Show) -> None:
    person = show(SHOP)
    person.select("Database")

    person.run("what-if")
    person.wait_for_results()

    assert [row.service for row in person.window.impact.model.rows] == ["Database", "Shop"]
    assert person.plan == SHOP
    assert person.window.scenario_bar.choice.currentText() == "What if Database fails"


def test_deleting_the_service_that_fails_ends_the_what_if(show: Show) -> None:
    person = show(SHOP)
    person.select("Database")
    person.run("what-if")

    person.run("delete")
    person.wait_for_results()

    assert person.space.situation.scenario is None
    assert person.space.hub.impact is None


def test_findings_lead_to_their_services(show: Show) -> None:
    person = show(SHOP)
    person.wait_for_results()
    panel = person.window.findings
    first = panel.model.index(0, 0, panel.model.index(0, 0))
    finding = panel._shown[panel.model.item(first).key]

    panel.view.clicked.emit(first)

    assert person.space.selection.services == set(finding.services)
    assert person.space.selection.current == finding.services[0]


def test_findings_can_be_filtered(show: Show) -> None:
    person = show(SHOP)
    person.wait_for_results()
    panel = person.window.findings
    everything = len(panel._shown)

    panel.filter.setText("owner")

    assert 0 < len(panel._shown) < everything
    panel.filter.setText("no such words at all")
    assert panel._or_empty.said == "No finding fits the filter."


def test_history_goes_back_to_any_point_as_one_step(show: Show) -> None:
    person = show(SHOP)
    person.select("Shop")
    for owner in ("Ada", "Grace", "Edsger"):
        person.fill("owner", owner)
    panel = person.window.history
    panel.refresh()

    panel.view.selectRow(2)
    panel.go_back()

    assert person.plan.services["Shop"].owner == "Ada"
    person.run("undo")
    assert person.plan.services["Shop"].owner == "Edsger"


def test_a_second_window_reads_only_and_says_so(
    show: Show, settings: Settings, said: SaidMessages, qtbot: QtBot, tmp_path: Path
) -> None:
    show(SHOP)
    second = new_window(settings, said)
    qtbot.addWidget(second)

    second.files.open(tmp_path / "plan.bcplan")

    assert second.space.bridge.read_only
    assert "(read-only)" in second.windowTitle()
    assert second.banner.text.text()
    assert not second.space.bridge.edit("Nothing", plan().service("New").build())
    assert second.space.bridge.plan == SHOP
    second.close()


def test_saving_a_draft_moves_on_to_the_copy(person: Person, tmp_path: Path) -> None:
    person.space.bridge.edit("Start", SHOP)
    draft = person.space.bridge.path
    person.messages.answers.append(tmp_path / "kept")

    person.run("save-copy")

    assert person.space.bridge.path == tmp_path / "kept.bcplan"
    assert draft is not None
    assert not draft.exists()
    assert person.plan == SHOP


def test_saving_a_copy_of_a_plan_stays_with_the_plan(show: Show, tmp_path: Path) -> None:
    person = show(SHOP)
    person.messages.answers.append(tmp_path / "copy.bcplan")

    person.run("save-copy")

    assert person.space.bridge.path == tmp_path / "plan.bcplan"
    with PlanSession.open(tmp_path / "copy.bcplan") as copy:
        assert copy.plan == SHOP


def test_a_file_dropped_on_the_window_is_opened(person: Person, tmp_path: Path) -> None:
    PlanSession.create(tmp_path / "other.bcplan", SHOP).close()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "other.bcplan"))])
    event = QDropEvent(
        QPointF(50, 50),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )

    person.window.dropEvent(event)

    assert person.plan == SHOP
    assert person.space.settings.recent[0] == tmp_path / "other.bcplan"


def test_a_recent_plan_that_is_not_there_is_told_with_its_folder(
    person: Person, tmp_path: Path
) -> None:
    person.window.files.open(tmp_path / "moved" / "old.bcplan")

    assert str(tmp_path / "moved") in person.messages.said[-1]


def test_plan_json_becomes_a_draft(person: Person, tmp_path: Path) -> None:
    source = tmp_path / "small.json"
    services = [{"id": "mail", "name": "Mail", "kind": "application"}]
    document = {"format": "bcp-planner/plan", "version": 1, "services": services}
    source.write_text(json.dumps(document), encoding="utf-8")

    person.window.files.open(source)
    person.qtbot.waitUntil(lambda: "mail" in person.plan.services)

    assert person.space.bridge.path is not None
    assert person.space.bridge.path.parent.name == "drafts"


def test_what_is_not_a_plan_is_refused_in_one_sentence(person: Person, tmp_path: Path) -> None:
    wrong = tmp_path / "letter.bcplan"
    wrong.write_text("Dear Sir", encoding="utf-8")

    person.window.files.open(wrong)

    assert len(person.messages.said) == 1
    assert "letter.bcplan" in person.messages.said[0]
    assert person.messages.said[0].endswith(".")


def test_a_broken_import_changes_nothing(show: Show, tmp_path: Path) -> None:
    person = show(SHOP)
    source = tmp_path / "broken.json"
    source.write_text("{", encoding="utf-8")
    person.messages.answers.append(source)

    person.run("import")
    person.qtbot.waitUntil(lambda: bool(person.messages.said))

    assert "broken.json" in person.messages.said[0]
    assert person.plan == SHOP


def test_the_palette_finds_commands_and_services(show: Show) -> None:
    person = show(SHOP)
    person.run("palette")
    palette = person.dialog(Palette)
    assert isinstance(palette, Palette)

    palette.line.setText("clus b")
    assert [entry.text for entry in palette.model.rows] == ["Cluster B"]
    palette._take(palette.model.index(0, 0))

    assert person.space.selection.services == {"Cluster B"}
    assert matching(palette._entries, "undo") == []


def test_key_help_opens(show: Show) -> None:
    person = show(SHOP)

    person.run("keys")

    person.dialog(KeysDialog).close()


def test_the_arrangement_is_remembered(
    show: Show, settings: Settings, said: SaidMessages, qtbot: QtBot
) -> None:
    person = show(SHOP)
    person.window.docks["outline"].hide()
    person.window.close()

    again = new_window(settings, said)
    qtbot.addWidget(again)
    with qtbot.waitExposed(again):
        again.show()

    assert not again.docks["outline"].isVisible()
    again.close()


def test_panels_in_windows_of_their_own_are_there_again(
    show: Show, settings: Settings, said: SaidMessages, qtbot: QtBot
) -> None:
    person = show(SHOP)
    for name in ("recovery", "findings"):
        person.window.docks[name].setFloating(True)
    person.window.docks["outline"].close()
    QApplication.processEvents()
    person.window.close()

    again = new_window(settings, said)
    qtbot.addWidget(again)
    with qtbot.waitExposed(again):
        again.show()

    docks = {name: again.docks[name] for name in again.docks.names()}
    assert {name for name, dock in docks.items() if dock.isFloating()} == {"recovery", "findings"}
    assert {name for name, dock in docks.items() if dock.isHidden()} == {"outline"}
    again.actions_by_name["first-arrangement"].trigger()
    assert not any(dock.isFloating() for dock in docks.values())
    assert not docks["outline"].isHidden()
    again.close()


def test_everything_that_takes_focus_has_a_name(show: Show) -> None:
    from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit

    person = show(SHOP)
    person.select("Shop")
    nameless = [
        widget
        for kind in (QLineEdit, QComboBox, QPlainTextEdit, QAbstractButton)
        for widget in person.window.findChildren(kind)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and widget.isVisible()
        and not widget.accessibleName()
        and not getattr(widget, "text", str)()
        and not widget.objectName().startswith("qt_")
        and not isinstance(widget.parent(), QComboBox)
    ]

    assert nameless == []


def test_the_window_starts_without_heavy_libraries() -> None:
    heavy = ["networkx", "numba", "reportlab", "openpyxl", "ortools", "pandas"]
    program = f"import sys, ui.app; print(*sys.modules.keys() & {heavy})"

    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert done.stdout.split() == []


def test_docks_put_back_in_place_leave_no_tabs_behind(show: Show) -> None:
    window = show(Plan()).window
    window.docks.arrange()
    QApplication.processEvents()

    on_screen = [
        bar
        for bar in window.findChildren(QTabBar)
        if bar.isVisible() and bar.parent() is window and window.rect().intersects(bar.geometry())
    ]
    titles = [bar.tabText(index) for bar in on_screen for index in range(bar.count())]
    assert len(titles) == len(set(titles))
