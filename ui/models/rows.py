"""A table of values that are computed elsewhere: each row is one value, each column reads it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QIcon

from ui.language import shown
from ui.models.roles import ROW_ROLE, SORT_ROLE
from ui.plain_text import brief, plain

Index = QModelIndex | QPersistentModelIndex
Row = TypeVar("Row")
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class RowColumn(Generic[Row]):
    """How one column reads a row: text, and if wanted an icon, a sort key and a place."""

    label: str
    text: Callable[[Row], str]
    icon: Callable[[Row], QIcon | None] | None = None
    key: Callable[[Row], Any] | None = None
    help: str = ""
    right: bool = False
    tip: Callable[[Row], str] | None = None
    """Makes the tooltip from words of the plan, shown letter by letter."""
    why: Callable[[Row], str] | None = None
    """Makes the tooltip that explains the figure, rich text of `why.tip`."""


def runs(rows: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield first and last of each run of rows without a gap; selections of few ranges are fast."""
    first = last = None
    for row in sorted(rows):
        if first is None or last is None or row != last + 1:
            if first is not None and last is not None:
                yield first, last
            first = row
        last = row
    if first is not None and last is not None:
        yield first, last


class RowsModel(QAbstractTableModel, Generic[Row]):
    """Shows a sequence of values; `show` replaces them."""

    def __init__(self, columns: Sequence[RowColumn[Row]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._rows: Sequence[Row] = ()
        self.colour: Callable[[Row], QColor | None] = lambda _: None
        self.bold: Callable[[Row], bool] = lambda _: False

    @property
    def rows(self) -> Sequence[Row]:
        """The values shown."""
        return self._rows

    def show(self, rows: Sequence[Row]) -> None:
        """Show other values; equal ones leave everything as it is."""
        if rows == self._rows:
            self.repaint()
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def repaint(self) -> None:
        """Ask for every cell again: colours or names have changed."""
        if self._rows:
            last = self.index(len(self._rows) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], self._columns[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            explained = column.why(row) if column.why is not None else ""
            return explained or plain((column.tip or column.text)(row)) or None
        if role == Qt.ItemDataRole.DisplayRole:
            return brief(column.text(row)) or None
        if role == Qt.ItemDataRole.DecorationRole:
            return column.icon(row) if column.icon else None
        if role == SORT_ROLE:
            return column.key(row) if column.key else column.text(row).casefold()
        return row if role == ROW_ROLE else self._manner(row, column, role)

    def _manner(self, row: Row, column: RowColumn[Row], role: int) -> object:
        if role == Qt.ItemDataRole.ForegroundRole:
            return self.colour(row)
        if role == Qt.ItemDataRole.FontRole and self.bold(row):
            font = QFont()
            font.setBold(True)
            return font
        if role == Qt.ItemDataRole.TextAlignmentRole and column.right:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Vertical or not 0 <= section < len(self._columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return shown(self._columns[section].label)
        return (shown(self._columns[section].help) or None) if role == 3 else None


class RowsSorter(QSortFilterProxyModel):
    """Sorts rows by the keys of their columns, and keeps those in which every word occurs."""

    def __init__(self, model: RowsModel[Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: list[str] = []
        self.setSourceModel(model)

    def set_filter(self, text: str) -> None:
        """Keep rows in which each of the words occurs somewhere."""
        self.beginFilterChange()
        self._words = text.casefold().split()
        self.endFilterChange()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        if not self._words:
            return True
        model = self.sourceModel()
        cells = (model.index(source_row, column) for column in range(model.columnCount()))
        line = "\n".join(str(cell.data() or "") for cell in cells).casefold()
        return all(word in line for word in self._words)

    def lessThan(self, source_left: Index, source_right: Index) -> bool:
        return source_left.data(SORT_ROLE) < source_right.data(SORT_ROLE)
