"""A table that is worked in as a spreadsheet is: the keys that hands know."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemDelegate, QTableView, QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_FILL = (Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)


class SpreadsheetView(QTableView):
    """Enter goes to the cell below, also after an edit; Ctrl+D fills a range from its first row.

    Signals:
        copied(), pasted(), cleared(), filled(): the person asked for it.
    """

    cleared = Signal()
    copied = Signal()
    pasted = Signal()
    filled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._below: QPersistentModelIndex | None = None

    def is_range(self) -> bool:
        """Tell whether several cells are chosen that are less than whole rows.

        Whole rows are services chosen elsewhere, on the canvas for example.
        """
        model, chosen = self.model(), self.selectionModel()
        ranges = chosen.selection().toList()
        cells = sum(each.height() * each.width() for each in ranges)
        return cells > 1 and all(each.width() < model.columnCount() for each in ranges)

    def _go(self, rows: int) -> None:
        """Make the cell that many rows below the current one."""
        now = self.currentIndex()
        there = now.siblingAtRow(now.row() + rows)
        if there.isValid():
            self.setCurrentIndex(there)

    # ------------------------------------------------------------------------ Qt's own names

    def commitData(self, editor: QWidget) -> None:
        now = self.currentIndex()  # a table that is sorted moves the row when its value changes
        self._below = QPersistentModelIndex(now.siblingAtRow(now.row() + 1))
        super().commitData(editor)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, hint)
        by_enter = hint is QAbstractItemDelegate.EndEditHint.SubmitModelCache
        if by_enter and not self.is_range() and self._below is not None and self._below.isValid():
            below = self._below
            self.setCurrentIndex(self.model().index(below.row(), below.column()))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            fills = (event.key(), event.modifiers()) == _FILL and self.is_range()
            if fills:  # else the window duplicates the services
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.cleared.emit()
        elif (event.key(), event.modifiers()) == _FILL:
            self.filled.emit()
        elif event.key() in _ENTER and self.state() != self.State.EditingState:
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self._go(-1 if back else 1)
        else:
            super().keyPressEvent(event)
