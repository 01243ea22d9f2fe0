"""Likely causes of what is seen to be down."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from bcp_planner.analysis.diagnosis import Diagnosis, Observation, diagnose
from bcp_planner.domain.durations import DurationError, parse_human
from bcp_planner.domain.errors import PlannerError
from bcp_planner.exercises.msel import clock_text
from ui import words
from ui.exercise.grid import Grid
from ui.jobs import Channel, Ticket
from ui.language import mark, shown, tr
from ui.sizing import open_at
from ui.workspace import Workspace

_STATES = ("–", mark("Down"), mark("Degraded"), mark("Up"))


class DiagnoseDialog(QDialog):
    """Asks what is seen, and ranks what may have caused it."""

    def __init__(self, parent: QWidget, space: Workspace) -> None:
        super().__init__(parent)
        self._space = space
        self.setWindowTitle(tr("Likely causes"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._channel: Channel[Diagnosis] = Channel(tr("Looking for causes"), self)
        self._channel.ready.connect(self._show)
        self._channel.failed.connect(self._refuse)
        self.finished.connect(self._channel.cancel)
        said = QLabel(
            tr(
                "Say what you see. What nobody has looked at stays “–”. The smallest failures "
                "that explain it come first, with what to check next."
            ),
            wordWrap=True,
        )
        self._ids = list(space.bridge.plan.services)
        self.filter = QLineEdit(placeholderText=tr("Find a service"))
        self.filter.setAccessibleName(tr("Find a service"))
        self.filter.textChanged.connect(self._on_filter)
        self.seen = self._build_seen()
        self.elapsed = QLineEdit(
            placeholderText=tr("Time since it began, e.g. 30 min (may be empty)")
        )
        self.elapsed.setAccessibleName(tr("Time since it began"))
        ask = QPushButton(tr("&Find causes"))
        ask.setDefault(True)
        ask.clicked.connect(self.ask)
        self.causes = Grid(
            tr("Likely causes"),
            ("", tr("Failed"), tr("Check next"), tr("Will follow"), tr("Unexplained")),
            wide=2,
        )
        row = QHBoxLayout()
        row.addWidget(self.elapsed, 1)
        row.addWidget(ask)
        column = QVBoxLayout(self)
        for widget in (said, self.filter):
            column.addWidget(widget)
        column.addWidget(self.seen, 3)
        column.addLayout(row)
        column.addWidget(self.causes, 2)
        open_at(self, 820, 640)

    def _build_seen(self) -> QTableWidget:
        plan = self._space.bridge.plan
        table = QTableWidget(len(plan.services), 2)
        table.setAccessibleName(tr("What is seen"))
        table.setHorizontalHeaderLabels([tr("Service"), tr("Seen")])
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.setColumnWidth(0, 420)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        for row, service in enumerate(plan.services.values()):
            table.setItem(row, 0, QTableWidgetItem(service.title))
            choice = QComboBox()
            for state in _STATES:
                choice.addItem(shown(state), state)
            choice.setAccessibleName(tr("{title} is seen", title=service.title))
            table.setCellWidget(row, 1, choice)
        return table

    def _on_filter(self, text: str) -> None:
        for row in range(self.seen.rowCount()):
            title = words.title(self._space.bridge.plan, self._ids[row])
            self.seen.setRowHidden(row, text.casefold() not in title.casefold())

    def see(self, service_id: str, state: str) -> None:
        """Say in which state a service is seen."""
        for row in range(self.seen.rowCount()):
            choice = self.seen.cellWidget(row, 1)
            if self._ids[row] == service_id and isinstance(choice, QComboBox):
                choice.setCurrentIndex(choice.findData(state))

    def _observed(self, state: str) -> frozenset[str]:
        found: set[str] = set()
        for row in range(self.seen.rowCount()):
            choice = self.seen.cellWidget(row, 1)
            if isinstance(choice, QComboBox) and choice.currentData() == state:
                found.add(self._ids[row])
        return frozenset(found)

    def ask(self) -> None:
        """Look for causes of what is seen."""
        text = self.elapsed.text().strip()
        try:
            elapsed = parse_human(text) if text else None
        except DurationError as error:
            self._space.messages.notice(f"{error}.")
            return
        seen = Observation(
            self._observed("Down"),
            self._observed("Degraded"),
            self._observed("Up"),
            elapsed,
        )
        plan = self._space.bridge.plan

        def work(ticket: Ticket) -> Diagnosis:
            return diagnose(plan, seen, cancelled=lambda: ticket.cancelled)

        self._channel.ask(work)

    def _show(self, found: Diagnosis) -> None:
        plan = self._space.bridge.plan
        rows = [
            (
                str(number),
                (
                    f"{number}.",
                    words.titles(plan, one.fails),
                    words.titles(plan, one.to_check, 6),
                    "; ".join(
                        f"{words.title(plan, key)} {clock_text(at)}"
                        for key, at in one.next_down[:3]
                    ),
                    words.titles(plan, one.unexplained),
                ),
            )
            for number, one in enumerate(found.causes, 1)
        ]
        self.causes.show_rows(rows)
        if not rows:
            self._space.messages.notice(tr("Nothing in the plan explains what is seen."))

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, PlannerError):
            raise error
        self._space.messages.notice(f"{error}.")
