"""A plain table of words: read only, one row at a time, by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.plain_text import plain

_NARROWEST = 48
"""Least pixels of a column of short words."""
_LEAST = 0.3
"""Least of the width that is left to the wide column."""


class Grid(QTableWidget):
    """Shows rows of text; each row has a key by which it stays chosen."""

    def __init__(self, name: str, headings: Sequence[str], wide: int) -> None:
        super().__init__(0, len(headings))
        self._actions: dict[Qt.Key, Callable[[], object]] = {}
        self.setAccessibleName(name)
        self.setHorizontalHeaderLabels(list(headings))
        self.verticalHeader().hide()
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setAlternatingRowColors(True)
        self._wide = wide
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)

    def on_key(self, key: Qt.Key, action: Callable[[], object]) -> None:
        """Do something with the chosen row when a key is pressed in the table."""
        self._actions[key] = action

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = self._actions.get(Qt.Key(event.key()))
        if action is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        action()
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        """Give each column what its words need, at most its share, and the rest to the wide one."""
        room = self.viewport().width()
        header = self.horizontalHeader()
        others = [column for column in range(self.columnCount()) if column != self._wide]
        wanted = {
            column: max(self.sizeHintForColumn(column), header.sectionSizeHint(column))
            for column in others
        }
        left = int(room * (1 - _LEAST))
        for place, column in enumerate(sorted(others, key=wanted.__getitem__)):
            width = min(wanted[column], max(_NARROWEST, left // (len(others) - place)))
            self.setColumnWidth(column, width)
            left -= width
        taken = sum(self.columnWidth(column) for column in others)
        self.setColumnWidth(self._wide, max(room - taken, int(room * _LEAST)))
        self.resizeRowsToContents()

    def show_rows(self, rows: Sequence[tuple[str, Sequence[str]]]) -> None:
        """Show rows of (key, cells); the chosen row stays chosen, else the first one is."""
        chosen, place = self.chosen(), self.currentRow()
        changed = self.rowCount() != len(rows)
        self.setRowCount(len(rows))
        for number, (key, cells) in enumerate(rows):
            for column, text in enumerate(cells):
                item = self.item(number, column)
                if item is None:
                    item = QTableWidgetItem()
                    self.setItem(number, column, item)
                if item.text() != text:
                    changed = True
                    item.setText(text)
                    item.setToolTip(plain(text))
                item.setData(Qt.ItemDataRole.UserRole, key)
        if changed:
            self._share_width()
        keys = [key for key, _ in rows]
        if chosen in keys:
            place = keys.index(chosen)
        if rows:
            self.setCurrentCell(max(0, min(place, len(rows) - 1)), 0)

    def chosen(self) -> str:
        """Return the key of the chosen row; empty when there is none."""
        item = self.item(self.currentRow(), 0)
        return str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else ""

    def choose(self, key: str) -> None:
        """Choose the row with a key."""
        for row in range(self.rowCount()):
            item = self.item(row, 0)
            if item is not None and item.data(Qt.ItemDataRole.UserRole) == key:
                self.setCurrentCell(row, 0)
                return


def titled(title: str, widget: QWidget) -> QWidget:
    """Return a widget under its heading."""
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(6, 2, 0, 0)
    label = QLabel(title)
    label.setProperty("heading", "true")
    label.setBuddy(widget)
    column.addWidget(label)
    column.addWidget(widget, 1)
    return box
