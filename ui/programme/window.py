"""The window of the programme: readiness, coverage, calendar, figures over time, actions."""

from __future__ import annotations

import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QTabWidget, QVBoxLayout, QWidget

from bcp_planner import documents
from ui.dialogs.print import Printing
from ui.language import tr
from ui.panels.notices import Toast
from ui.programme.actions import ActionsTab
from ui.programme.coverage import CalendarTab, CoverageTab
from ui.programme.maturity import MaturityTab
from ui.programme.measured import MeasuredTab
from ui.programme.readiness import ReadinessTab, TrendTab
from ui.sizing import open_at
from ui.workspace import Workspace

_Tab = ReadinessTab | TrendTab | CoverageTab | CalendarTab | MeasuredTab | MaturityTab | ActionsTab


class ProgrammeWindow(QWidget):
    """How well the plan is exercised, and what is to be done next."""

    def __init__(self, parent: QWidget, space: Workspace, printing: Printing) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._space, self._printing = space, printing
        self.setWindowTitle(tr("Exercise programme"))
        self.readiness = ReadinessTab(space)
        self.coverage = CoverageTab(space)
        self.calendar = CalendarTab(space)
        self.trend = TrendTab(space)
        self.measured = MeasuredTab(space)
        self.actions_ = ActionsTab(space)
        self.maturity = MaturityTab(space)
        self.tabs = QTabWidget()
        for tab, title in (
            (self.readiness, tr("Readiness")),
            (self.coverage, tr("Coverage")),
            (self.calendar, tr("Calendar")),
            (self.trend, tr("Over time")),
            (self.measured, tr("Measured times")),
            (self.actions_, tr("Actions")),
            (self.maturity, tr("Maturity")),
        ):
            self.tabs.addTab(tab, title)
        self.tabs.currentChanged.connect(lambda _: self.refresh())
        button = QPushButton(tr("&Print the programme…"))
        button.setToolTip(tr("One page: readiness, calendar, coverage, open actions"))
        button.clicked.connect(self.print_page)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(button)
        column = QVBoxLayout(self)
        column.addWidget(self.tabs, 1)
        column.addLayout(row)
        self.toast = Toast(self)
        space.messages.noticed.connect(self._on_noticed)
        space.bridge.settled.connect(self.refresh)
        open_at(self, 1180, 760)

    def refresh(self) -> None:
        """Show the plan as it is now, on the tab in front."""
        tab = self.tabs.currentWidget()
        if self.isVisible() and isinstance(tab, _Tab):
            today = datetime.datetime.now().astimezone().date()
            tab.show_plan(self._space.bridge.plan, today)

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        self.refresh()

    def _on_noticed(self, text: str) -> None:
        if self.isVisible():
            self.toast.say(text)

    def print_page(self) -> None:
        """Ask where, and write the programme as PDF."""
        proposal = self._space.settings.folder / "programme.pdf"
        target = self._space.messages.ask_where_to_save(
            tr("Print the programme"), proposal, "PDF (*.pdf)"
        )
        if target is not None:
            orders = documents.Orders(self._space.bridge.plan)
            options = documents.Options()
            self._printing.write("programme", target, None, options, orders, open_after=True)
