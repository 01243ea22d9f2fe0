"""The table of all services: sort, filter, edit in place, copy to and paste from spreadsheets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from bcp_planner.domain.errors import EditRefused, InputRefused
from ui import words
from ui.forms.cells import CellDelegate
from ui.forms.text import WrongText
from ui.language import mark, mark_count, shown, tr
from ui.models import column_sets
from ui.models.columns import Figure, TableColumn
from ui.models.paste import Cell, cells_of, effects, pasted, with_cells
from ui.models.rows import runs
from ui.models.services import ServicesFilter, ServicesModel
from ui.panels.empty import OrEmpty
from ui.panels.filter_line import FilterLine
from ui.panels.horizon import HorizonField
from ui.panels.spreadsheet import SpreadsheetView
from ui.sizing import scaled
from ui.workspace import Workspace

_WIDTHS = {
    "name": 210,
    "description": 220,
    "owner": 130,
    "kind": 110,
    "needs": 160,
    "requires": 220,
    "state": 116,
    "down_at": 124,
    "outage": 130,
    "verdict": 130,
}
_USUAL_WIDTH = 104
_FIRST_HIDDEN = ("id", "pinned", "description", "cost_steps", "penalties", "impacts")


class TablePanel(QWidget):
    """All services in rows, in step with the selection.

    Signals:
        jumped(tuple): the canvas should show this service.
        reviewed(Pasted): this would be pasted, if the person agrees.
    """

    jumped = Signal(tuple)
    reviewed = Signal(object)

    def __init__(self, space: Workspace) -> None:
        super().__init__()
        self._space = space
        self._following = False
        self.setProperty("panel", "true")
        self.model = ServicesModel(space, self)
        self.sorted = ServicesFilter(self.model, self)
        self.view = SpreadsheetView()
        self.filter = FilterLine(space, hides=True)
        self.filter.setPlaceholderText(tr("Filter: any word, or owner:ward  rto<4h"))
        self.filter.setAccessibleName(tr("Filter the table"))
        self.horizon = HorizonField(space)
        self.counted = QLabel()
        self.counted.setProperty("muted", "true")
        self.chooser = QPushButton(tr("Columns"))
        self.chooser.setMenu(QMenu(self.chooser))
        self.chooser.menu().aboutToShow.connect(self._offer_columns)
        self._dress_view()
        self._or_empty = OrEmpty(self.view)
        self._lay_out()
        self._connect()
        self._count()

    def _on_filter(self) -> None:
        self.sorted.keep(self._space.filter.shown)
        self._count()

    def copy(self) -> None:
        """Put the selected cells onto the clipboard as a spreadsheet takes them."""
        indexes = self.view.selectionModel().selectedIndexes()
        QGuiApplication.clipboard().setText(self._as_text(indexes))

    def clear(self) -> None:
        """Make the values of the chosen cells unknown, or empty."""
        if self.view.is_range():
            cells = [(key, column, "") for key, column in self._range() if column.name != "name"]
            self._write(cells, mark("Clear {cells}", cells=mark_count(len(cells), "cell", "cells")))
            return
        index = self.view.currentIndex()
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.sorted.setData(index, "")

    def fill_down(self) -> None:
        """Write what the first row of the chosen cells says into those below it."""
        first: dict[str, str] = {}
        cells: list[Cell] = []
        for key, column in self._range() if self.view.is_range() else ():
            if column.name in first:
                cells.append((key, column, first[column.name]))
            else:
                first[column.name] = column.text(self._space.bridge.plan.services[key])
        self._write(cells, mark("Fill down {cells}", cells=mark_count(len(cells), "cell", "cells")))

    def paste(self) -> None:
        """Write the clipboard's cells from the current cell on; more rows become services."""
        text = QGuiApplication.clipboard().text()
        start = self.view.currentIndex()
        top = start.row() if start.isValid() else self.sorted.rowCount()
        ids = [self._id_at(row) for row in range(top, self.sorted.rowCount())]
        columns = self._columns_from(start.column() if start.isValid() else 0)
        plan = self._space.bridge.plan
        try:
            value = cells_of(text)
            if self.view.is_range() and [len(row) for row in value] == [1]:
                self._fill(value[0][0])
                return
            found = pasted(plan, text, ids, columns)
        except (WrongText, EditRefused, InputRefused) as wrong:
            self._space.messages.notice(shown(str(wrong)))
            return
        if len(effects(plan, found.plan)) > 1 or found.left_out:
            self.reviewed.emit(found)
        else:
            self._space.bridge.edit(found.label, found.plan)

    # ------------------------------------------------------------------------------- inside

    def _fill(self, text: str) -> None:
        """Write one copied cell into all that are chosen, as spreadsheets do."""
        cells = [(key, column, text) for key, column in self._range()]
        label = mark_count(len(cells), "cell", "cells")
        self._write(cells, mark("Paste into {cells}", cells=label))

    def _range(self) -> list[tuple[str, TableColumn]]:
        """Return the chosen cells that can be edited, row by row: service and column."""
        indexes = self.view.selectionModel().selectedIndexes()
        indexes.sort(key=lambda index: (index.row(), index.column()))
        return [
            (self._id_at(index.row()), self.model.columns[index.column()])
            for index in indexes
            if index.flags() & Qt.ItemFlag.ItemIsEditable
            and not self.view.isColumnHidden(index.column())
        ]

    def _write(self, cells: Sequence[Cell], label: str) -> None:
        """Write cells as one step, all or none."""
        bridge = self._space.bridge
        try:
            plan = with_cells(bridge.plan, cells)
        except (WrongText, EditRefused) as wrong:
            self._space.messages.notice(shown(str(wrong)))
            return
        bridge.edit(label, plan)

    def _dress_view(self) -> None:
        view = self.view
        view.setModel(self.sorted)
        view.setItemDelegate(CellDelegate(self._space.bridge, view))
        view.setAccessibleName(tr("Table of services"))
        view.setSortingEnabled(True)
        view.setWordWrap(False)
        view.setAlternatingRowColors(True)
        view.setTabKeyNavigation(True)
        view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(scaled(view, 28))
        header = view.horizontalHeader()
        header.setSectionsMovable(True)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSortIndicatorClearable(True)
        if not header.restoreState(self._space.settings.table_header):
            for place, column in enumerate(self.model.columns):
                view.setColumnWidth(place, _WIDTHS.get(column.name, _USUAL_WIDTH))
                view.setColumnHidden(place, column.name in _FIRST_HIDDEN)
            header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(8, 6, 8, 4)
        row.addWidget(self.filter, 1)
        row.addSpacing(6)
        row.addWidget(self.horizon)
        row.addSpacing(6)
        row.addWidget(self.counted)
        row.addSpacing(6)
        row.addWidget(self.chooser)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._or_empty, 1)
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        view, space = self.view, self._space
        view.copied.connect(self.copy)
        view.pasted.connect(self.paste)
        view.cleared.connect(self.clear)
        view.filled.connect(self.fill_down)
        view.selectionModel().selectionChanged.connect(self._on_selected)
        view.doubleClicked.connect(self._on_double_clicked)
        for signal in (self.sorted.rowsInserted, self.sorted.rowsRemoved, self.sorted.modelReset):
            signal.connect(self._count)
        space.selection.changed.connect(self._follow_selection)
        space.filter.changed.connect(self._on_filter)

    def save_header(self) -> None:
        """Remember widths, order and choice of the columns."""
        self._space.settings.table_header = self.view.horizontalHeader().saveState()

    def current_column(self) -> str:
        """Return the name of the column that the keyboard is in."""
        place = max(0, self.view.currentIndex().column())
        return self.model.columns[place].name

    def _id_at(self, row: int) -> str:
        return self.model.service_id(self.sorted.mapToSource(self.sorted.index(row, 0)).row())

    def _columns_from(self, column: int) -> list[TableColumn]:
        header = self.view.horizontalHeader()
        places = range(header.visualIndex(column), header.count())
        logical = [header.logicalIndex(place) for place in places]
        seen = [self.model.columns[i] for i in logical if not header.isSectionHidden(i)]
        return [column for column in seen if not isinstance(column, Figure)]

    def _as_text(self, indexes: list[QModelIndex]) -> str:
        header = self.view.horizontalHeader()
        rows = sorted({index.row() for index in indexes})
        places = sorted({header.visualIndex(index.column()) for index in indexes})
        chosen = {(index.row(), header.visualIndex(index.column())): index for index in indexes}
        return "\n".join(
            "\t".join(
                str(chosen[row, place].data() or "") if (row, place) in chosen else ""
                for place in places
            )
            for row in rows
        )

    def shown_columns(self) -> tuple[str, ...]:
        """Return the columns that are shown, from the left."""
        header = self.view.horizontalHeader()
        logical = [header.logicalIndex(place) for place in range(header.count())]
        return tuple(self.model.columns[i].name for i in logical if not header.isSectionHidden(i))

    def show_columns(self, names: Sequence[str]) -> None:
        """Show these columns in this order, and no others."""
        header = self.view.horizontalHeader()
        columns = [column.name for column in self.model.columns]
        wanted = column_sets.known(names, columns)
        for place, name in enumerate(columns):
            header.setSectionHidden(place, name not in wanted)
        for place, name in enumerate(wanted):
            header.moveSection(header.visualIndex(columns.index(name)), place)

    def keep_columns(self) -> None:
        """Ask for a name, and remember the columns that are shown under it."""
        settings, messages = self._space.settings, self._space.messages
        name = messages.ask_for_text(tr("Keep these columns"), tr("Name of the set:"))
        if name:
            settings.column_sets = {**settings.column_sets, name: self.shown_columns()}

    def forget_columns(self, name: str) -> None:
        """Forget one of the user's own sets."""
        sets = self._space.settings.column_sets
        self._space.settings.column_sets = {key: sets[key] for key in sets if key != name}

    def _offer_columns(self) -> None:
        menu, own = self.chooser.menu(), self._space.settings.column_sets
        menu.clear()
        now = self.shown_columns()
        for name, columns in (*column_sets.BUILT_IN.items(), *own.items()):
            title = name if name in own else shown(name)
            entry = menu.addAction(title, lambda columns=columns: self.show_columns(columns))
            entry.setCheckable(True)
            entry.setChecked(column_sets.known(columns, now) == now == columns)
        menu.addSeparator()
        menu.addAction(tr("Keep these columns as a set…"), self.keep_columns)
        if own:
            forget = menu.addMenu(tr("Forget a set"))
            for name in own:
                forget.addAction(name, lambda name=name: self.forget_columns(name))
        self._offer_single(menu.addMenu(tr("Single columns")))

    def _offer_single(self, menu: QMenu) -> None:
        header = self.view.horizontalHeader()
        for place, column in enumerate(self.model.columns):
            entry = QAction(shown(column.label), menu, checkable=True)
            entry.setChecked(not header.isSectionHidden(place))
            entry.setEnabled(column.name != "name")
            entry.toggled.connect(lambda on, place=place: header.setSectionHidden(place, not on))
            menu.addAction(entry)

    def _count(self) -> None:
        shown, total = self.sorted.rowCount(), self.model.rowCount()
        self.counted.setText(
            words.count(total, "service")
            if shown == total
            else tr("{shown:,} of {total:,} services", shown=shown, total=total)
        )
        empty = (
            "" if total else tr("Services appear here as rows, to be edited like a spreadsheet.")
        )
        self._or_empty.say(tr("No service fits the filter.") if total and not shown else empty)

    def _on_selected(self) -> None:
        if self._following:
            return
        rows = dict.fromkeys(i.row() for i in self.view.selectionModel().selectedIndexes())
        current = self.view.currentIndex()
        self._following = True
        self._space.selection.set(
            [self._id_at(row) for row in rows],
            current=self._id_at(current.row()) if current.isValid() else None,
        )
        self._following = False

    def _follow_selection(self) -> None:
        if self._following:
            return
        self._following = True
        services = self._space.selection.services
        chosen, last = QItemSelection(), self.sorted.columnCount() - 1
        rows: Iterable[int | None] = map(self._row_of, services)
        if len(services) == self.model.rowCount():
            rows = range(self.sorted.rowCount())
        for top, bottom in runs(row for row in rows if row is not None):
            chosen.select(self.sorted.index(top, 0), self.sorted.index(bottom, last))
        flags = QItemSelectionModel.SelectionFlag
        self.view.selectionModel().select(chosen, flags.ClearAndSelect)
        current = self._space.selection.current
        shown = self._row_of(current) if current is not None else None
        if shown is not None:
            self.view.scrollTo(self.sorted.index(shown, 0))
        self._following = False

    def _row_of(self, service: str) -> int | None:
        """Return the row that shows a service; None while it is filtered away."""
        row = self.model.row_of(service)
        index = self.sorted.mapFromSource(self.model.index(row, 0)) if row is not None else None
        return index.row() if index is not None and index.isValid() else None

    def _on_double_clicked(self, index: QModelIndex) -> None:
        if not index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.jumped.emit((self._id_at(index.row()),))
