"""The recovery order: a sentence on how good it is, the chart, and the same as a list."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
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

from bcp_planner.analysis.results import Recovery
from ui import words
from ui.models.columns import verdict_words
from ui.models.gantt_rows import GanttRow, gantt_rows, why_not_sooner
from ui.models.roles import ROW_ROLE
from ui.models.rows import RowColumn, RowsModel
from ui.panels.empty import OrEmpty
from ui.panels.gantt import GanttChart
from ui.workspace import Workspace

_MEASURED = 300
"""Rows up to which columns are made as wide as what is in them."""

_NO_SCENARIO = "Choose a scenario above to see who brings back what, when, and what comes late."


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
        self.summary = QLabel()
        self.summary.setAccessibleName("How good this recovery order is")
        self.chart = GanttChart(space)
        self.chart.chosen.connect(lambda key: self.jumped.emit((key,)))
        self.model: RowsModel[GanttRow] = RowsModel(self._columns(), self)
        self.list = QTableView()
        self._dress_list()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.chart)
        self._pages.addWidget(self.list)
        self._or_empty = OrEmpty(self._pages)
        self._lay_out()
        self.setFocusProxy(self.chart)
        for signal in (space.hub.recovery_ready, space.situation.scenario_changed):
            signal.connect(self.refresh)
        space.themes.changed.connect(self.model.repaint)
        self.refresh()

    def refresh(self) -> None:
        """Show the newest recovery order."""
        plan, recovery = self._space.bridge.plan, self._space.hub.recovery
        rows = gantt_rows(plan, recovery) if recovery else []
        self.chart.show_recovery(recovery, rows)
        self.model.show([row for row in rows if row.service])
        if len(rows) <= _MEASURED:
            self.list.resizeColumnsToContents()
        self.summary.setText(summary(recovery) if recovery else "")
        if recovery is not None:
            self._or_empty.say("" if rows else "No service goes down, so nothing is to be done.")
        elif self._space.situation.scenario is None:
            self._or_empty.say(_NO_SCENARIO)
        else:
            self._or_empty.say("Looking for a recovery order …")

    # ------------------------------------------------------------------------------- inside

    def _columns(self) -> tuple[RowColumn[GanttRow], ...]:
        plan = self._space.bridge

        def moment(name: str) -> RowColumn[GanttRow]:
            titles = {"down_at": "Lost", "start": "Start", "finish": "Finish", "up_at": "Back"}
            return RowColumn(titles[name], lambda row: _moment(row, name), right=True)

        return (
            RowColumn("Wave", lambda row: str(row.wave or "–"), right=True),
            RowColumn("Service", lambda row: row.name),
            RowColumn("People", lambda row: row.teams),
            moment("down_at"),
            moment("start"),
            moment("finish"),
            moment("up_at"),
            RowColumn("Outage", _outage, right=True),
            RowColumn("Verdict", lambda row: verdict_words(row.result)),
            RowColumn("Starts when", lambda row: why_not_sooner(plan.plan, row)),
        )

    def _dress_list(self) -> None:
        view = self.list
        view.setModel(self.model)
        view.setAccessibleName("Recovery as a list of tasks")
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setShowGrid(False)
        view.setWordWrap(False)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(26)
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
        row.addWidget(self.summary, 1)
        group = QButtonGroup(self)
        for page, text in enumerate(("Chart", "List")):
            button = QPushButton(text)
            button.setCheckable(True)
            button.setChecked(page == 0)
            button.clicked.connect(lambda _, page=page: self._pages.setCurrentIndex(page))
            group.addButton(button)
            row.addWidget(button)
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
        return "rides through"
    return words.at_least(result.outage, result.time_lower_bound)


def summary(recovery: Recovery) -> str:
    """Return one sentence on a recovery order: when all is back, what is late, how sure it is."""
    late = sum(result.rto_met is False for result in recovery.services.values())
    judged = sum(result.rto_met is not None for result in recovery.services.values())
    parts = [f"Everything is back at {words.moment(recovery.makespan)}"]
    if judged:
        parts.append(f"{late} of {words.count(judged, 'RTO')} missed" if late else "every RTO met")
    if recovery.latest_declaration is not None:
        parts.append(f"declare by {words.moment(recovery.latest_declaration)} to keep them")
    parts.append("proven best" if recovery.aim.proven else "best order found")
    if recovery.relaxed:
        parts.append(f"{words.count(len(recovery.relaxed), 'requirement')} relaxed")
    if recovery.time_lower_bound:
        parts.append("times are at least")
    return "  ·  ".join(parts)
