"""The recovery order: a sentence on how good it is, the chart, and the same as a list."""

from __future__ import annotations

from collections.abc import Callable
from math import inf

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from bcp_planner.analysis.results import AimValue, Recovery
from ui import why, words
from ui.language import mark, tr
from ui.models.columns import verdict_words
from ui.models.gantt_rows import GanttRow, gantt_rows, why_not_sooner
from ui.models.roles import ROW_ROLE
from ui.models.rows import Index, RowColumn, RowsModel
from ui.panels.empty import OrEmpty
from ui.panels.gantt import GanttChart
from ui.panels.seen import WhenSeen
from ui.sizing import scaled
from ui.workspace import Workspace

_MEASURED = 300
"""Rows up to which columns are made as wide as what is in them."""

_NO_SCENARIO = mark(
    "Choose a scenario above to see who brings back what, when, and what comes late."
)


class OrderView(QTableView):
    """A list whose rows are moved by dragging, or with Alt and the arrow keys.

    Signals:
        moved(int, int): a row shall stand before another one; the number of rows means the end.
    """

    moved = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.setDropIndicatorShown(True)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell the move; the rows themselves come back with the new recovery."""
        target = self.indexAt(event.position().toPoint())
        below = self.dropIndicatorPosition() == QAbstractItemView.DropIndicatorPosition.BelowItem
        before = target.row() + int(below) if target.isValid() else self.model().rowCount()
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        self.moved.emit(self.currentIndex().row(), before)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and row >= 0:
            if event.key() == Qt.Key.Key_Up and row > 0:
                self.moved.emit(row, row - 1)
                self.selectRow(row - 1)
                return
            if event.key() == Qt.Key.Key_Down and row + 1 < self.model().rowCount():
                self.moved.emit(row, row + 2)
                self.selectRow(row + 1)
                return
        super().keyPressEvent(event)


class OrderModel(RowsModel[GanttRow]):
    """The tasks in their order; a row can be dragged between two others."""

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        between = not index.isValid()
        return flags | (Qt.ItemFlag.ItemIsDropEnabled if between else Qt.ItemFlag.ItemIsDragEnabled)

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction


class _Summary(QLabel):
    """Says how good an order is; its tooltip says why."""

    def __init__(self, space: Workspace) -> None:
        super().__init__()
        self._space = space

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            self.setToolTip(why.whole_tip(self._space))
        return super().event(event)


class RecoveryPanel(QWidget):
    """Chart and list of one recovery order.

    Signals:
        jumped(tuple): the service of the row that was chosen.
    """

    jumped = Signal(tuple)

    def __init__(self, space: Workspace) -> None:
        super().__init__()
        self._space = space
        self.setProperty("panel", "true")
        self.summary = _Summary(space)
        self.summary.setAccessibleName(tr("How good this recovery order is"))
        self.summary.setWordWrap(True)
        self.search = QPushButton(tr("Look longer"))
        self.search.clicked.connect(self._on_search)
        self.chart = GanttChart(space)
        self.chart.chosen.connect(lambda key: self.jumped.emit((key,)))
        self.model = OrderModel(self._columns(), self)
        self.list = OrderView()
        self._dress_list()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.chart)
        self._pages.addWidget(self.list)
        self._or_empty = OrEmpty(self._pages)
        self._lay_out()
        self.setFocusProxy(self.chart)
        self._rows: list[GanttRow] = []
        self._seen = WhenSeen(self, self.refresh)
        self._list_seen = WhenSeen(self.list, self._show_list)  # one of the two is in front
        for signal in (space.hub.recovery_ready, space.situation.scenario_changed):
            signal.connect(self._seen.ask)
        space.hub.busy_changed.connect(self._show_search)
        self.list.moved.connect(self.move)
        space.themes.changed.connect(self.model.repaint)
        self.refresh()

    def refresh(self) -> None:
        """Show the newest recovery order."""
        plan, recovery = self._space.bridge.plan, self._space.hub.recovery
        self._rows = rows = gantt_rows(plan, recovery) if recovery else []
        self.chart.show_recovery(recovery, rows)
        self._list_seen.ask()
        self._show_search()
        if recovery is not None:
            self._or_empty.say(
                "" if rows else tr("No service goes down, so nothing is to be done.")
            )
        elif self._space.situation.scenario is None:
            self._or_empty.say(_NO_SCENARIO)
        else:
            self._or_empty.say(tr("Looking for a recovery order …"))

    def _show_list(self) -> None:
        recovery = self._space.hub.recovery
        place = {key: number for number, key in enumerate(recovery.order)} if recovery else {}
        tasks = [row for row in self._rows if row.service]
        tasks.sort(key=lambda row: place.get(row.service, len(place)))
        self.model.show(tasks)
        if len(tasks) <= _MEASURED:
            self.list.resizeColumnsToContents()

    def show_page(self, page: int) -> None:
        """Show the chart (0) or the list (1)."""
        self._pages.setCurrentIndex(page)

    def move(self, row: int, before: int) -> None:
        """Bring one service back earlier or later: its row is put before another row."""
        keys = [each.service for each in self.model.rows]
        recovery = self._space.hub.recovery
        if recovery is None or not 0 <= row < len(keys) or before in (row, row + 1):
            return
        key = keys[row]
        order = [other for other in recovery.order if other != key]
        place = order.index(keys[before]) if before < len(keys) else len(order)
        order.insert(place, key)
        self._space.selection.set([key])
        self._space.situation.follow_order(tuple(order))

    # ------------------------------------------------------------------------------- inside

    def _show_search(self) -> None:
        """Say how good the order is, and offer to stop or to look longer."""
        hub, situation = self._space.hub, self._space.situation
        recovery, busy = hub.recovery, hub.searching
        own = situation.order is not None
        said = summary(recovery, searching=busy and not own, own=own) if recovery else ""
        if said != self.summary.text():
            self.summary.setText(said)
        texts = {True: (tr("Stop"), tr("Ends the search; the best order found so far stays."))}
        longer = (tr("Look longer"), tr("Looks half a minute for a better order."))
        if own:
            longer = (
                tr("Best order again"),
                tr("Gives up your own order and looks for the best one."),
            )
        text, tip = texts.get(busy and not own, longer)
        self.search.setText(text)
        self.search.setToolTip(tip)
        proven = recovery is not None and recovery.aim.proven and not own
        self.search.setVisible(recovery is not None and (busy or not proven))

    def _on_search(self) -> None:
        hub, situation = self._space.hub, self._space.situation
        if situation.order is not None:
            situation.follow_order(None)
        elif hub.searching:
            hub.stop_search()
        else:
            hub.search_longer()

    def _columns(self) -> tuple[RowColumn[GanttRow], ...]:
        plan = self._space.bridge

        def because(figure: str) -> Callable[[GanttRow], str]:
            return lambda row: why.tip(self._space, row.service, figure)

        def moment(name: str) -> RowColumn[GanttRow]:
            titles = {
                "down_at": tr("Lost"),
                "start": tr("Start"),
                "finish": tr("Finish"),
                "up_at": tr("Back"),
            }
            return RowColumn(
                titles[name], lambda row: _moment(row, name), right=True, why=because(name)
            )

        return (
            RowColumn(tr("Wave"), lambda row: str(row.wave or "–"), right=True),
            RowColumn(tr("Service"), lambda row: row.name),
            RowColumn(tr("People"), lambda row: row.teams),
            moment("down_at"),
            moment("start"),
            moment("finish"),
            moment("up_at"),
            RowColumn(tr("Outage"), _outage, right=True, why=because("outage")),
            RowColumn(tr("Verdict"), lambda row: verdict_words(row.result), why=because("slack")),
            RowColumn(
                tr("Starts when"), lambda row: why_not_sooner(plan.plan, row), why=because("start")
            ),
        )

    def _dress_list(self) -> None:
        view = self.list
        view.setModel(self.model)
        view.setAccessibleName(tr("Recovery as a list of tasks"))
        view.setToolTip(tr("Drag a row, or press Alt and an arrow key, to follow your own order."))
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setShowGrid(False)
        view.setWordWrap(False)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(scaled(view, 26))
        view.horizontalHeader().setStretchLastSection(True)
        view.horizontalHeader().setHighlightSections(False)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        view.horizontalHeader().setDefaultAlignment(left)
        for column, width in enumerate((54, 210, 150, 90, 90, 90, 90, 100, 110)):
            view.setColumnWidth(column, width)
        self.model.bold = lambda row: row.critical
        self.model.colour = lambda row: self._space.theme.error if row.misses else None
        view.clicked.connect(self._on_chosen)
        view.activated.connect(self._on_chosen)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(12, 5, 8, 5)
        row.setSpacing(6)
        row.addWidget(self.summary, 1)
        row.addWidget(self.search)
        group = QButtonGroup(self)
        for page, text in enumerate((tr("Chart"), tr("List"))):
            button = QPushButton(text)
            button.setCheckable(True)
            button.setChecked(page == 0)
            group.addButton(button, page)
            row.addWidget(button)
        group.idClicked.connect(self.show_page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._or_empty, 1)

    def _on_chosen(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(row, GanttRow) and row.service in self._space.bridge.plan.services:
            self._space.selection.set([row.service])
            self.jumped.emit((row.service,))


def _moment(row: GanttRow, name: str) -> str:
    """Return one of its times; a loss never rests on an estimate, all else may."""
    at = getattr(row.result, name)
    unsure = name != "down_at" and row.result is not None and row.result.time_lower_bound
    return f"≥ {words.moment(at)}" if unsure and at is not None else words.moment(at, "")


def _outage(row: GanttRow) -> str:
    result = row.result
    if result is None or result.rides_through:
        return tr("rides through")
    return words.at_least(result.outage, result.time_lower_bound)


def quality(aim: AimValue, *, searching: bool = False) -> str:
    """Return how good an order is, in words: its value, and how far it may be from the best."""
    value = aim.value[0]
    if aim.proven:
        return tr("no order is better")
    said = _value_words(aim.name, value)
    if aim.bound > 0 and value < inf:
        gap = 100 * (value - aim.bound) / aim.bound
        figure = round(gap) if gap >= 10 else round(max(gap, 0.1), 1)
        said += tr(", at most {gap} % more than the best possible order", gap=figure)
    elif value < inf:
        said += tr("; a better order may exist")
    return tr("{said}, still looking for a better one …", said=said) if searching else said


def _value_words(aim: str, value: float) -> str:
    if value == inf:
        return tr("something never comes back")
    if aim == "cost":
        return tr("downtime costs {value:,.0f}", value=value)
    text = words.rounded(round(value))
    return {
        "lateness": tr("targets missed by {text} in all, important tiers counted more", text=text),
        "makespan": tr("all back in {text}", text=text),
    }.get(aim, text)


def summary(recovery: Recovery, *, searching: bool = False, own: bool = False) -> str:
    """Return one sentence on a recovery order: when all is back, what is late, how sure it is."""
    late = sum(result.rto_met is False for result in recovery.services.values())
    judged = sum(result.rto_met is not None for result in recovery.services.values())
    unsure = recovery.time_lower_bound
    makespan = words.not_before(recovery.makespan, unsure)
    parts = [tr("Everything is back at {makespan}", makespan=makespan)]
    if judged:
        parts.append(
            tr("{late} of {judged} missed", late=late, judged=words.count(judged, "RTO"))
            if late
            else tr("no RTO missed as far as times are known")
            if unsure
            else tr("every RTO met")
        )
    if recovery.latest_declaration is not None:
        parts.append(
            tr(
                "declare the disruption by {latest_declaration}, else a target is missed",
                latest_declaration=words.moment(recovery.latest_declaration),
            )
        )
    if own:
        parts.append(tr("your own order"))
    parts.append(quality(recovery.aim, searching=searching))
    if recovery.relaxed:
        parts.append(
            tr(
                "{relaxed} set aside, because services wait for each other in a circle",
                relaxed=words.count(len(recovery.relaxed), "requirement"),
            )
        )
    if unsure:
        parts.append(tr("some working times are unknown, so it may take longer"))
    return "  ·  ".join(parts)
