"""A plain table of words: read only, one row at a time, by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.plain_text import plain

Index = QModelIndex | QPersistentModelIndex
_NARROWEST = 48
"""Least pixels of a column of short words."""
_PADDING = 20
"""Pixels of a cell beside its words."""
_STYLED = 14
"""Pixels of these that the style takes."""
_ROWS_READ = 200
"""Rows in which the longest word of a column is looked for."""
_LEAST = 0.3
"""Least of the width that is left to the wide column."""


class _Wrapped(QStyledItemDelegate):
    """Knows how high a row must be: the style's padding takes room that Qt counts on."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        narrower = QStyleOptionViewItem(option)
        if option.rect.width() > _STYLED:
            narrower.rect.setWidth(option.rect.width() - _STYLED)
        return super().sizeHint(narrower, index)


class Grid(QTableWidget):
    """Shows rows of text; each row has a key by which it stays chosen."""

    def __init__(
        self, name: str, headings: Sequence[str], wide: int, *, least: float = _LEAST
    ) -> None:
        """Make a table.

        Args:
            name: What it shows, for those who hear it.
            headings: Of each column.
            wide: The column that takes the width that is left.
            least: The share of the width that this one is given in any case.
        """
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
        self._wide, self._least = wide, least
        self.setItemDelegate(_Wrapped(self))
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        )
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
        left = int(room * (1 - self._least))
        for place, column in enumerate(sorted(others, key=wanted.__getitem__)):
            share = max(_NARROWEST, left // (len(others) - place), self._longest_word(column))
            width = min(wanted[column], share)
            self.setColumnWidth(column, width)
            left -= width
        taken = sum(self.columnWidth(column) for column in others)
        self.setColumnWidth(self._wide, max(room - taken, int(room * self._least)))
        narrow = any(header.sectionSizeHint(one) > self.columnWidth(one) for one in others)
        lines = header.fontMetrics().lineSpacing() if narrow else 0
        header.setMinimumHeight(header.sizeHint().height() + lines)
        self.resizeRowsToContents()

    def _longest_word(self, column: int) -> int:
        """Return how wide a column must be so that no word of it is cut."""
        heading = self.horizontalHeaderItem(column)
        found = [self.item(row, column) for row in range(min(self.rowCount(), _ROWS_READ))]
        words = " ".join(item.text() for item in found if item is not None).split()
        cells = max(map(self.fontMetrics().horizontalAdvance, set(words)), default=0)
        bold = QFontMetrics(self.horizontalHeader().font())
        return _PADDING + max(
            cells, *map(bold.horizontalAdvance, heading.text().split() if heading else ()), 0
        )

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
