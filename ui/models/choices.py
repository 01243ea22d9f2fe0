"""Records of one list to choose from, by name; names are read when they are seen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from bcp_planner.domain.plan import Plan
from ui.forms.text import name_in
from ui.plain_text import brief

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class ChoicesModel(QAbstractListModel):
    """Ids of records under their names, after an entry that stands for none, if wanted.

    The id is the data of an entry, so that a box finds it with `findData` and `currentData`.
    """

    def __init__(self, plan: Callable[[], Plan], table: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._plan, self._table = plan, table
        self._keys: Sequence[str | None] = ()
        self._none = ""

    def offer(self, keys: Sequence[str], none: str | None = None) -> None:
        """Offer other records; the same ones leave everything as it is.

        Args:
            keys: Ids, in the order shown.
            none: Text of the first entry, which stands for none; None for no such entry.
        """
        wanted = list(keys) if none is None else [None, *keys]
        if wanted != self._keys or none != self._none:
            self.beginResetModel()
            self._keys, self._none = wanted, none or ""
            self.endResetModel()

    def place_of(self, key: object) -> int:
        """Return the row of a record; -1 when it is not offered."""
        return next((row for row, other in enumerate(self._keys) if other == key), -1)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._keys)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        key = self._keys[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._none if key is None else brief(name_in(self._plan(), self._table, key))
        return key if role == Qt.ItemDataRole.UserRole else None
