"""The table of all services: a model generated from the fields, and its sorting and filtering."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import cast

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from bcp_planner.analysis.results import State
from bcp_planner.domain import edits
from bcp_planner.domain.change import Change
from bcp_planner.domain.entities import Service
from bcp_planner.domain.errors import EditRefused
from bcp_planner.domain.fields import FieldOf, Kind
from bcp_planner.domain.plan import Plan
from ui import icons, why, words
from ui.forms.text import WrongText, from_text
from ui.language import mark, mark_count, shown, tr
from ui.models.columns import FieldColumn, Figure, SortKey, TableColumn, columns
from ui.models.needs import NeedsColumn, with_needs
from ui.models.roles import FIELD_ROLE, SORT_ROLE
from ui.models.rows import runs
from ui.plain_text import brief
from ui.workspace import Workspace

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_WORDS = ("state", "verdict", "requires")
_NUMERIC = (Kind.DURATION, Kind.ESTIMATE, Kind.INTEGER, Kind.NUMBER)


class ServicesModel(QAbstractTableModel):
    """All services in the order of the plan; edits go through the bridge, one step each."""

    def __init__(self, space: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._space = space
        self.columns: Sequence[TableColumn] = columns(space)
        self._flags = [_flags_of(column) for column in self.columns]
        self._ids: list[str] = list(space.bridge.plan.services)
        self._rows = {key: row for row, key in enumerate(self._ids)}
        space.bridge.changed.connect(self._on_changed)
        space.bridge.replaced.connect(self._reset)
        for signal in (
            space.hub.impact_ready,
            space.hub.recovery_ready,
            space.hub.objectives_ready,
            space.hub.blast_ready,
            space.hub.room_ready,
        ):
            signal.connect(self._on_figures)

    def service_id(self, row: int) -> str:
        """Return which service a row shows."""
        return self._ids[row]

    def row_of(self, service_id: str) -> int | None:
        """Return the row of a service."""
        return self._rows.get(service_id)

    def column_of(self, name: str) -> int:
        """Return the place of a column by its name."""
        return next(i for i, column in enumerate(self.columns) if column.name == name)

    def set_texts(self, cells: Iterable[tuple[str, FieldOf, str]], label: str) -> bool:
        """Set several cells from text as one step, all or none.

        Args:
            cells: Service id, field and text.
            label: What was done, for the history.
        """
        plan = self._space.bridge.plan
        try:
            plan = with_texts(plan, cells)
        except WrongText as wrong:
            self._space.messages.notice(str(wrong))
            return False
        return self._space.bridge.edit(label, plan)

    # ------------------------------------------------------------------------------- inside

    def _service(self, row: int) -> Service | None:
        return self._space.bridge.plan.services.get(self._ids[row])

    def _on_changed(self, change: Change) -> None:
        touched = change.tables.get("services")
        if "requirements" in change.tables and self._ids:
            place = self.column_of("requires")
            self.dataChanged.emit(self.index(0, place), self.index(len(self._ids) - 1, place))
        if touched is None:
            return
        kept = all(before and after for before, after in touched.records.values())
        if not kept or touched.reordered:
            self._follow_rows()
        rows = sorted(self._rows[key] for key in touched.records if key in self._rows)
        if rows:
            last = len(self.columns) - 1
            self.dataChanged.emit(self.index(rows[0], 0), self.index(rows[-1], last))

    def _follow_rows(self) -> None:
        """Take over which services there are: by single rows where that is enough."""
        ids, services = self._ids, self._space.bridge.plan.services
        for row in [row for row, key in enumerate(ids) if key not in services][::-1]:
            self.beginRemoveRows(_ROOT, row, row)
            del ids[row]
            self.endRemoveRows()
        now = list(services)
        kept = set(ids)
        if ids != [key for key in now if key in kept]:
            self.beginResetModel()
            self._ids = now
            self.endResetModel()
        elif len(ids) < len(now):
            for top, bottom in runs(row for row, key in enumerate(now) if key not in kept):
                self.beginInsertRows(_ROOT, top, bottom)
                ids[top:top] = now[top : bottom + 1]
                self.endInsertRows()
        self._rows = {key: row for row, key in enumerate(self._ids)}

    def _reset(self) -> None:
        self.beginResetModel()
        self._ids = list(self._space.bridge.plan.services)
        self._rows = {key: row for row, key in enumerate(self._ids)}
        self.endResetModel()

    def _on_figures(self) -> None:
        figures = [i for i, column in enumerate(self.columns) if isinstance(column, Figure)]
        if self._ids:
            last = self.index(len(self._ids) - 1, figures[-1])
            self.dataChanged.emit(self.index(0, figures[0]), last)

    def _icon(self, service: Service, name: str) -> object:
        if name == "name":
            return icons.kind_icon(service.kind, self._space.theme)
        impact = self._space.hub.impact
        found = impact.services.get(service.id) if impact and name == "state" else None
        if found is None or found.state is State.UP:
            return None
        return icons.state_icon(found.state, self._space.theme)

    # ---------------------------------------------------------------------------- Qt's names

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        service = self._service(index.row()) if index.isValid() else None
        if service is None:
            return None
        column = self.columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return _text(service, column, role)
        if role == SORT_ROLE:
            return column.key(service)
        if role == Qt.ItemDataRole.DecorationRole:
            return self._icon(service, column.name)
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(column, Figure):
            return why.tip(self._space, service.id, column.name) or None
        return self._manner(column, role)

    def _manner(self, column: TableColumn, role: int) -> object:
        field = column.field if isinstance(column, FieldColumn) else None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            numeric = field is None or field.about.kind in _NUMERIC
            return int(_RIGHT) if numeric and column.name not in _WORDS else None
        if role == Qt.ItemDataRole.ForegroundRole and isinstance(column, Figure):
            return self._space.theme.muted
        return field if role == FIELD_ROLE else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.EditRole and isinstance(column, NeedsColumn):
            return self._set_needs(self._ids[index.row()], str(value))
        if role != Qt.ItemDataRole.EditRole or not isinstance(column, FieldColumn):
            return False
        edited = self.edited_with(self._ids[index.row()], column.field)
        plan = self._space.bridge.plan
        named = words.title(plan, edited[0])
        if len(edited) > 1:
            named = mark_count(len(edited), "service", "services")
        label = mark("Set {label} of {title}", label=column.label, title=named)
        done = self.set_texts([(key, column.field, str(value)) for key in edited], label)
        if done and len(edited) > 1 and self._space.bridge.plan is not plan:
            self._space.messages.notice(tr("{label}, all that are selected.", label=label))
        return done

    def _set_needs(self, service_id: str, text: str) -> bool:
        plan = self._space.bridge.plan
        label = mark("Set needs of {named}", named=words.title(plan, service_id))
        try:
            new = with_needs(plan, service_id, text)
        except (WrongText, EditRefused) as wrong:
            self._space.messages.notice(shown(str(wrong)))
            return False
        return self._space.bridge.edit(label, new)

    def edited_with(self, service_id: str, field: FieldOf) -> list[str]:
        """Return the services that an edit of one changes: all selected ones if it is of them.

        A name or an id is always one service's own.
        """
        chosen = self._space.selection.services
        if field.name in ("id", "name") or service_id not in chosen:
            return [service_id]
        return [key for key in self._ids if key in chosen]

    def flags(self, index: Index) -> Qt.ItemFlag:
        return self._flags[index.column()] if index.isValid() else Qt.ItemFlag.NoItemFlags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Vertical or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.ToolTipRole:
            return shown(column.help)
        return shown(column.label) if role == Qt.ItemDataRole.DisplayRole else None


def _flags_of(column: TableColumn) -> Qt.ItemFlag:
    """Return what can be done with the cells of a column; asked for every cell selected."""
    flag = Qt.ItemFlag
    flags = flag.ItemIsSelectable | flag.ItemIsEnabled | flag.ItemNeverHasChildren
    if isinstance(column, NeedsColumn) or (isinstance(column, FieldColumn) and column.editable):
        flags |= flag.ItemIsEditable
    return flags


class ServicesFilter(QSortFilterProxyModel):
    """Sorts by number where there are numbers, and keeps the rows of some services."""

    def __init__(self, model: ServicesModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._only: frozenset[str] | None = None
        self.setSourceModel(model)
        self.setSortRole(SORT_ROLE)
        self._follow()

    def keep(self, only: frozenset[str] | None) -> None:
        """Keep the rows of these services; None keeps all."""
        if only != self._only:
            self.beginFilterChange()
            self._only = only
            self.endFilterChange()
            self._follow()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 is the order of the plan."""
        super().sort(column, order)
        self._follow()

    def _follow(self) -> None:
        """Look at every row after a change only where that can alter which are shown, or where."""
        self.setDynamicSortFilter(self._only is not None or self.sortColumn() >= 0)

    def source(self) -> ServicesModel:
        """Return the model behind."""
        return cast("ServicesModel", self.sourceModel())

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        return self._only is None or self.source().service_id(source_row) in self._only

    def lessThan(self, source_left: Index, source_right: Index) -> bool:
        left = cast("SortKey", source_left.data(SORT_ROLE))
        right = cast("SortKey", source_right.data(SORT_ROLE))
        if left[0] != right[0]:  # unknown stays at the end, whichever way is sorted
            return (left[0] < right[0]) == (self.sortOrder() is Qt.SortOrder.AscendingOrder)
        return left < right


def with_texts(plan: Plan, cells: Iterable[tuple[str, FieldOf, str]]) -> Plan:
    """Return the plan with cells set from text.

    Raises:
        WrongText: if one text does not fit; the message names the service.
    """
    for service_id, field, text in cells:
        try:
            value = from_text(field, text, plan)
        except WrongText as wrong:
            raise WrongText(f"{words.title(plan, service_id)}: {wrong}") from None
        plan = edits.update(plan, "services", service_id, **{field.name: value})
    return plan


def _text(service: Service, column: TableColumn, role: int) -> str:
    """Return the text of a cell, as much of it as is shown or all that can be edited."""
    text = column.text(service)
    if role == Qt.ItemDataRole.EditRole:
        return text
    return brief(text or service.id if column.name == "name" else text)
