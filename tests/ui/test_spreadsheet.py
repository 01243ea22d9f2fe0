"""The table under the hands of somebody who knows spreadsheets."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bcp_planner.domain.durations import HOUR, MINUTE
from bcp_planner.domain.plan import Plan
from tests.builders import plan
from tests.ui.conftest import Person

Show = Callable[[Plan], Person]

PLAN = (
    plan().service("Mail", rto="1h", tier=1).service("DNS").service("Desk").service("Power").build()
)
ALL = ("Mail", "DNS", "Desk", "Power")
_K, _M = Qt.Key, Qt.KeyboardModifier


class Sheet:
    """The table of a window, by rows and names of columns."""

    def __init__(self, person: Person) -> None:
        self.person, self.table = person, person.window.table
        self.view = self.table.view
        person.run("table")
        self.view.setFocus()

    def at(self, row: int, column: str) -> Any:
        return self.table.sorted.index(row, self.table.model.column_of(column))

    def go(self, row: int, column: str) -> None:
        self.view.setCurrentIndex(self.at(row, column))

    def choose(self, top: int, bottom: int, *columns: str) -> None:
        """Select cells as a drag over them does."""
        chosen = self.view.selectionModel()
        self.go(top, columns[0])
        for row in range(top, bottom + 1):
            for column in columns:
                chosen.select(self.at(row, column), chosen.SelectionFlag.Select)

    def type(self, text: str, end: Qt.Key = _K.Key_Return) -> None:
        """Begin to type in the current cell, as a keyboard does, and wait for it to be kept."""
        QTest.keyClicks(self.view, text[:1])
        editor = QApplication.focusWidget()
        assert editor is not self.view
        QTest.keyClicks(editor, text[1:])
        QTest.keyClick(editor, end)
        QApplication.processEvents()

    def key(self, key: Qt.Key, keys: Qt.KeyboardModifier = _M.NoModifier) -> None:
        QTest.keyClick(self.view, key, keys)

    def column(self, name: str) -> list[Any]:
        return [getattr(self.person.plan.services[key], name) for key in ALL]

    @property
    def now(self) -> tuple[int, str]:
        index = self.view.currentIndex()
        return index.row(), self.table.model.columns[index.column()].name


@pytest.fixture
def sheet(show: Show) -> Sheet:
    return Sheet(show(PLAN))


def test_a_column_is_typed_from_top_to_bottom(sheet: Sheet) -> None:
    sheet.go(0, "rto")
    for text in ("2h", "30 min", "1d"):
        sheet.type(text)

    assert sheet.column("rto") == [2 * HOUR, 30 * MINUTE, 24 * HOUR, None]
    assert sheet.now == (3, "rto")
    assert sheet.person.steps == 3


def test_enter_goes_down_and_with_shift_up(sheet: Sheet) -> None:
    sheet.go(1, "owner")
    sheet.key(_K.Key_Return)
    assert sheet.now == (2, "owner")

    sheet.key(_K.Key_Return, _M.ShiftModifier)
    sheet.key(_K.Key_Return, _M.ShiftModifier)
    sheet.key(_K.Key_Return, _M.ShiftModifier)
    assert sheet.now == (0, "owner")


def test_in_a_sorted_table_enter_goes_to_the_row_that_was_seen_below(sheet: Sheet) -> None:
    sheet.view.sortByColumn(sheet.table.model.column_of("name"), Qt.SortOrder.AscendingOrder)
    assert [sheet.at(row, "name").data() for row in range(4)] == ["Desk", "DNS", "Mail", "Power"]
    sheet.go(0, "name")

    sheet.type("Zebra")

    row, column = sheet.now
    assert (sheet.at(row, "name").data(), column) == ("DNS", "name")


def test_escape_changes_nothing_and_stays(sheet: Sheet) -> None:
    sheet.go(0, "rto")
    sheet.type("9h", _K.Key_Escape)

    assert sheet.person.plan == PLAN
    assert sheet.now == (0, "rto")


def test_delete_clears_all_cells_chosen_in_one_step(sheet: Sheet) -> None:
    sheet.choose(0, 1, "name", "rto", "tier")
    sheet.key(_K.Key_Delete)

    mail = sheet.person.plan.services["Mail"]
    assert (mail.name, mail.rto, mail.tier) == ("Mail", None, None)
    assert sheet.person.steps == 1
    assert sheet.person.space.bridge.undo_label == "Clear 4 cells"


def test_ctrl_d_fills_a_range_from_its_first_row(sheet: Sheet) -> None:
    sheet.choose(0, 2, "rto", "tier")
    sheet.key(_K.Key_D, _M.ControlModifier)

    assert sheet.column("rto") == [HOUR, HOUR, HOUR, None]
    assert sheet.column("tier") == [1, 1, 1, None]
    assert sheet.person.space.bridge.undo_label == "Fill down 4 cells"
    assert len(sheet.person.plan.services) == 4  # nothing was duplicated


def test_one_copied_cell_is_pasted_into_all_that_are_chosen(sheet: Sheet, qapp: Any) -> None:
    qapp.clipboard().setText("3 h\r\n")
    sheet.choose(1, 3, "rto")

    sheet.table.paste()

    assert sheet.column("rto") == [HOUR, 3 * HOUR, 3 * HOUR, 3 * HOUR]
    assert sheet.person.steps == 1


def test_a_value_that_fits_nowhere_is_told_and_changes_nothing(sheet: Sheet, qapp: Any) -> None:
    qapp.clipboard().setText("soon")
    sheet.choose(1, 3, "rto")

    sheet.table.paste()

    assert sheet.person.plan == PLAN
    assert "soon" in sheet.person.messages.said[-1]
