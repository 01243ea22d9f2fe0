"""A tree of two levels: headings and what stands under them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon

from ui.plain_text import brief, plain

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()

ITEM_ROLE = int(Qt.ItemDataRole.UserRole) + 1
SECOND_ROLE = int(Qt.ItemDataRole.UserRole) + 2


@dataclass(frozen=True, slots=True)
class Item:
    """One entry: an identifier for whoever made it, its text, a second line, a picture."""

    key: str
    text: str
    second: str = ""
    icon: QIcon | None = None
    tip: str = ""
    why: Callable[[], str] | None = field(default=None, compare=False)
    """Makes the tooltip that explains it, rich text of `why.tip`, when somebody asks."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with its entries."""

    key: str
    text: str
    items: tuple[Item, ...]
    icon: QIcon | None = None


class GroupsModel(QAbstractItemModel):
    """Headings with entries, read-only."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings: Sequence[Heading] = ()
        self._places: dict[str, tuple[int, int]] | None = None
        self.mark: Callable[[str], QIcon | None] | None = None
        """Gives the picture of an entry by its key, in place of the entry's own."""

    @property
    def headings(self) -> Sequence[Heading]:
        """What is shown."""
        return self._headings

    def show(self, headings: Sequence[Heading]) -> None:
        """Show other entries."""
        self.beginResetModel()
        self._headings, self._places = headings, None
        self.endResetModel()

    def move(self, heading: int, row: int, item: Item, to: int) -> None:
        """Replace an entry and put it into another row under its heading.

        Args:
            heading: Row of the heading.
            row: Row of the entry below it.
            item: The entry now.
            to: Row that it has then.
        """
        if row != to:
            self.take(heading, row)
            self.put(heading, to, item)
            return
        items = [*self._headings[heading].items]
        items[row] = item
        self._set_items(heading, items)
        index = self.index(row, 0, self.index(heading, 0))
        self.dataChanged.emit(index, index)

    def take(self, heading: int, row: int) -> None:
        """Take an entry out from under its heading."""
        self.beginRemoveRows(self.index(heading, 0), row, row)
        items = [*self._headings[heading].items]
        del items[row]
        self._set_items(heading, items)
        self.endRemoveRows()

    def put(self, heading: int, row: int, item: Item) -> None:
        """Put a new entry into a row under a heading."""
        self.beginInsertRows(self.index(heading, 0), row, row)
        items = [*self._headings[heading].items]
        items.insert(row, item)
        self._set_items(heading, items)
        self.endInsertRows()

    def _set_items(self, heading: int, items: Sequence[Item]) -> None:
        headings = list(self._headings)
        headings[heading] = replace(headings[heading], items=tuple(items))
        self._headings, self._places = headings, None

    def repaint(self) -> None:
        """Ask for the pictures of all entries again."""
        for row, heading in enumerate(self._headings):
            if heading.items:
                top = self.index(row, 0)
                last = self.index(len(heading.items) - 1, 0, top)
                self.dataChanged.emit(self.index(0, 0, top), last, [Qt.ItemDataRole.DecorationRole])

    def item(self, index: Index) -> Item | None:
        """Return the entry at an index; None for a heading."""
        if not index.isValid() or index.internalId() == 0:
            return None
        return self._headings[index.internalId() - 1].items[index.row()]

    def heading(self, index: Index) -> Heading | None:
        """Return the heading at an index; None for an entry."""
        if not index.isValid() or index.internalId() != 0:
            return None
        return self._headings[index.row()]

    def place_of(self, key: str) -> tuple[int, int] | None:
        """Return the row of the heading and the row below it of the first entry with a key."""
        if self._places is None:
            self._places = {
                item.key: (row, place)
                for row, heading in reversed(list(enumerate(self._headings)))
                for place, item in enumerate(heading.items)
            }
        return self._places.get(key)

    def index_of(self, key: str) -> QModelIndex:
        """Return where the first entry with a key stands; invalid when nowhere."""
        found = self.place_of(key)
        if found is None:
            return QModelIndex()
        row, place = found
        return self.createIndex(place, 0, row + 1)

    # An index's internal id is 0 for a heading, and for an entry the number of its heading plus 1.

    # Views ask `index` and `hasChildren` of every row, so both answer without asking others.

    def index(self, row: int, column: int, parent: Index = _ROOT) -> QModelIndex:
        inside = not column and 0 <= row < self.rowCount(parent)
        if not inside:
            return QModelIndex()
        return self.createIndex(row, 0, parent.row() + 1 if parent.isValid() else 0)

    def hasChildren(self, parent: Index = _ROOT) -> bool:
        return self.rowCount(parent) > 0

    def parent(self, child: Index = _ROOT) -> QModelIndex:  # type: ignore[override]
        if not child.isValid() or child.internalId() == 0:
            return QModelIndex()
        return self.createIndex(child.internalId() - 1, 0, 0)

    def rowCount(self, parent: Index = _ROOT) -> int:
        if not parent.isValid():
            return len(self._headings)
        if parent.internalId() != 0 or parent.column() != 0:
            return 0
        return len(self._headings[parent.row()].items)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if item := self.item(index):
            if role == Qt.ItemDataRole.DecorationRole and self.mark is not None:
                return self.mark(item.key)
            return _of_item(item, role)
        if heading := self.heading(index):
            return _of_heading(heading, role)
        return None


def _of_item(item: Item, role: int) -> object:
    if role == Qt.ItemDataRole.DisplayRole:
        return brief(item.text)
    if role == Qt.ItemDataRole.DecorationRole:
        return item.icon
    if role == Qt.ItemDataRole.ToolTipRole:
        explained = item.why() if item.why is not None else ""
        return explained or plain(item.tip) or None
    if role == Qt.ItemDataRole.AccessibleTextRole:
        return f"{brief(item.text)} {brief(item.second)}".strip()
    return {ITEM_ROLE: item.key, SECOND_ROLE: item.second or None}.get(role)


def _of_heading(heading: Heading, role: int) -> object:
    if role == Qt.ItemDataRole.DisplayRole:
        return f"{brief(heading.text)}  {len(heading.items):,}"
    return heading.icon if role == Qt.ItemDataRole.DecorationRole else None
