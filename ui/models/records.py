"""Nested records of a field as a table: a row each, a column for each of their fields."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from bcp_planner.domain.fields import FieldOf, Kind, fields_of
from bcp_planner.domain.plan import Plan
from ui.forms.text import WrongText, from_text, to_text
from ui.language import shown
from ui.models.roles import FIELD_ROLE
from ui.plain_text import brief, plain

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class RecordsModel(QAbstractTableModel):
    """Holds a tuple of records; every edit makes a new tuple.

    Signals:
        edited(object): the records after an edit of the person.
        refused(str): what is wrong with what was typed; empty when it was right.
    """

    edited = Signal(object)
    refused = Signal(str)

    def __init__(
        self, record: type[Any], plan: Callable[[], Plan], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.record = record
        self.fields: Sequence[FieldOf] = tuple(fields_of(record).values())
        self.records: tuple[Any, ...] = ()
        self._plan = plan

    def show(self, records: tuple[Any, ...]) -> None:
        """Show other records."""
        if records != self.records:
            self.beginResetModel()
            self.records = records
            self.endResetModel()

    def replace_all(self, records: tuple[Any, ...]) -> None:
        """Put other records in place, as an edit."""
        self.show(records)
        self.edited.emit(records)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.records)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.fields)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        field = self.fields[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            value = getattr(self.records[index.row()], field.name)
            text = to_text(field, value, self._plan())
            return brief(text) if role == Qt.ItemDataRole.DisplayRole else text
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain(str(self.data(index))) or None
        return field if role == FIELD_ROLE else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole:
            return False
        field = self.fields[index.column()]
        try:
            parsed = from_text(field, str(value), self._plan())
        except WrongText as wrong:
            self.refused.emit(str(wrong))
            return False
        self.refused.emit("")
        records = list(self.records)
        records[index.row()] = replace(records[index.row()], **{field.name: parsed})
        self.records = tuple(records)
        self.dataChanged.emit(index, index)
        self.edited.emit(self.records)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.isValid() else flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Vertical or not 0 <= section < len(self.fields):
            return None
        about = self.fields[section].about
        if role == Qt.ItemDataRole.DisplayRole:
            return shown(about.label)
        return shown(about.help) if role == Qt.ItemDataRole.ToolTipRole else None


def new_record(record: type[Any], plan: Plan, others: Sequence[Any]) -> Any | None:  # noqa: ANN401
    """Return a record with as little in it as its type allows.

    A reference takes the first record that `others` do not refer to; None when there is none.
    """
    values: dict[str, object] = {}
    for name, field in fields_of(record).items():
        if not field.required:
            continue
        if field.about.kind is Kind.REFERENCE:
            used = {getattr(other, name) for other in others}
            free = [key for key in plan.table(field.about.target) if key not in used]
            if not free:
                return None
            values[name] = free[0]
        else:
            values[name] = _least(field)
    return record(**values)


def _least(field: FieldOf) -> object:
    by_kind: dict[Kind, object] = {Kind.DURATION: 0, Kind.NUMBER: 0.0, Kind.INTEGER: 0}
    if field.about.kind is Kind.CHOICE:
        return field.about.choices[0]
    return by_kind.get(field.about.kind, "")
