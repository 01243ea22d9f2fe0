"""The window of exercises and incidents: choose or make one, prepare it, run it, look back."""

from __future__ import annotations

import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QMenu,
    QPushButton,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from bcp_planner import documents
from bcp_planner.domain.codec import shown
from bcp_planner.domain.errors import PlannerError
from bcp_planner.domain.exercising import EVENT_KINDS, Event
from bcp_planner.exercises import preparation
from ui import words
from ui.dialogs.print import Printing
from ui.exercise.looking_back import LookingBackTab
from ui.exercise.preparing import PreparingTab
from ui.exercise.running import RunningTab
from ui.language import mark, tr
from ui.workspace import Workspace

_LISTS = mark("Events lists (*.xlsx *.csv)")


class ExerciseBoard(QWidget):
    """One window for all exercises and incidents of the plan."""

    def __init__(self, parent: QWidget, space: Workspace, printing: Printing) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._space = space
        self._printing = printing
        self._shown = ""
        self.setWindowTitle(tr("Exercises and incidents"))
        self.choice = QComboBox()
        self.choice.setAccessibleName(tr("Exercise or incident"))
        self.choice.setMinimumWidth(320)
        self.choice.currentIndexChanged.connect(self._on_chosen)
        self.empty = QLabel(
            tr("No exercise yet. “New exercise” prepares one from a scenario in a minute."),
            wordWrap=True,
        )
        self.preparing = PreparingTab(space)
        self.running = RunningTab(space)
        self.looking_back = LookingBackTab(space)
        self.tabs = QTabWidget()
        for tab, title in (
            (self.preparing, tr("Prepare")),
            (self.running, tr("Run")),
            (self.looking_back, tr("Look back")),
        ):
            self.tabs.addTab(tab, title)
        self.tabs.currentChanged.connect(lambda _: self._show_tab())
        column = QVBoxLayout(self)
        column.addLayout(self._build_head())
        column.addWidget(self.empty)
        column.addWidget(self.tabs, 1)
        self.resize(1240, 780)
        space.bridge.settled.connect(self.refresh)
        self.refresh()

    def _build_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        label = QLabel(mark("&Event"))
        label.setBuddy(self.choice)
        row.addWidget(label)
        row.addWidget(self.choice, 1)
        for text, tip, action in (
            (tr("Ne&w exercise…"), tr("Prepares an exercise from a scenario"), self.new_exercise),
            (tr("New &incident…"), tr("Opens the board for something real"), self.new_incident),
        ):
            button = QPushButton(text)
            button.setToolTip(tip)
            button.clicked.connect(action)
            row.addWidget(button)
        self.print_button = QToolButton()
        self.print_button.setText(tr("Print and files"))
        self.print_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.print_button.setMenu(self._print_menu())
        row.addWidget(self.print_button)
        return row

    def _print_menu(self) -> QMenu:
        menu = QMenu(self)
        for kind in documents.KINDS.values():
            if kind.needs_event or kind.id == "programme":
                menu.addAction(f"{kind.title}…", lambda kind=kind: self.print_document(kind.id))
        menu.addSeparator()
        menu.addAction(tr("Write the events list…"), self.write_list)
        menu.addAction(tr("Read an events list…"), self.read_list)
        return menu

    # ------------------------------------------------------------------------------- showing

    @property
    def event(self) -> Event | None:
        """The event that is shown."""
        return self._space.bridge.plan.events.get(self._shown)

    def refresh(self) -> None:
        """Show the events of the plan as it is now."""
        events = self._space.bridge.plan.events
        if self._shown not in events:
            self._shown = next(reversed(list(events)), "")
        self.choice.blockSignals(True)
        self.choice.clear()
        for one in events.values():
            self.choice.addItem(f"{one.title} ({one.kind}, {one.status})", one.id)
        self.choice.setCurrentIndex(self.choice.findData(self._shown))
        self.choice.blockSignals(False)
        self.empty.setVisible(not events)
        self.tabs.setEnabled(bool(events))
        self.print_button.setEnabled(bool(events))
        self._show_tab()

    def show_event(self, event_id: str) -> None:
        """Show one event."""
        self._shown = event_id
        self.refresh()

    def _on_chosen(self) -> None:
        self._shown = str(self.choice.currentData() or "")
        event = self.event
        if event is not None and event.kind == "incident":
            self.tabs.setCurrentWidget(self.running)
        self._show_tab()

    def _show_tab(self) -> None:
        tab = self.tabs.currentWidget()
        if self.isVisible() and isinstance(tab, PreparingTab | RunningTab | LookingBackTab):
            tab.show_event(self.event)

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        self._show_tab()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.running.clock.running and self.event and self.event.kind != "incident":
            self.running.toggle_clock()
        super().closeEvent(event)

    # ---------------------------------------------------------------------------------- new

    def _ask(self, title: str, question: str, choices: dict[str, str]) -> str | None:
        names = list(choices)
        name, given = QInputDialog.getItem(self, title, question, names, 0, editable=False)
        return choices[name] if given else None

    def _scenarios(self) -> dict[str, str]:
        plan = self._space.bridge.plan
        return {f"{one.title} ({key})": key for key, one in plan.scenarios.items()}

    def new_exercise(self) -> None:
        """Ask for scenario and kind, and prepare an exercise."""
        scenarios = self._scenarios()
        if not scenarios:
            self._space.messages.notice(tr("Add a scenario first: an exercise is about one."))
            return
        scenario = self._ask(tr("New exercise"), tr("What is lost?"), scenarios)
        if scenario is None:
            return
        kinds = {words.choice(kind): kind for kind in EVENT_KINDS if kind != "incident"}
        kind = self._ask(tr("New exercise"), tr("What kind of exercise?"), kinds)
        if kind is not None:
            self.prepare(scenario, kind)

    def prepare(self, scenario: str, kind: str) -> None:
        """Prepare an exercise and show it."""
        try:
            plan = preparation.prepare(self._space.bridge.plan, scenario, kind=kind)
        except PlannerError as refused:
            self._space.messages.notice(f"{refused}.")
            return
        made = list(plan.events.values())[-1]
        if self._space.bridge.edit(mark("Prepare {title}", title=made.title), plan):
            self.tabs.setCurrentWidget(self.preparing)
            self.show_event(made.id)

    def new_incident(self) -> None:
        """Ask which scenario fits, and open the board of an incident that begins now."""
        choices = {tr("Not known yet"): "", **self._scenarios()}
        scenario = self._ask(tr("New incident"), tr("Which scenario fits best?"), choices)
        if scenario is not None:
            self.begin_incident(scenario or None)

    def begin_incident(self, scenario: str | None) -> None:
        """Open the board of an incident that begins now."""
        starts = datetime.datetime.now().astimezone().isoformat(timespec="seconds")
        plan = preparation.declare_incident(
            self._space.bridge.plan, "incident", scenario, starts=starts
        )
        made = list(plan.events.values())[-1]
        if self._space.bridge.edit(mark("Begin {title}", title=made.title), plan):
            self.tabs.setCurrentWidget(self.running)
            self.show_event(made.id)

    # ------------------------------------------------------------------------ paper and files

    def print_document(self, kind: str) -> None:
        """Ask where, and write a document about the event that is shown."""
        event = self.event
        if event is None:
            return
        title = documents.KINDS[kind].title
        proposal = Path.home() / f"{event.id}-{kind}.pdf"
        target = self._space.messages.ask_where_to_save(title, proposal, "PDF (*.pdf)")
        if target is not None:
            options = documents.Options(event=event.id)
            self._printing.write(kind, target, None, options, None, open_after=True)

    def write_list(self) -> None:
        """Ask where, and write the events list."""
        from bcp_planner.interchange import msel

        event = self.event
        if event is None:
            return
        proposal = Path.home() / f"{event.id}.xlsx"
        target = self._space.messages.ask_where_to_save(
            tr("Write the events list"), proposal, _LISTS
        )
        if target is None:
            return
        try:
            msel.write(self._space.bridge.plan, event.id, target)
        except PlannerError as problem:
            self._space.messages.problem(f"{problem}.")
            return
        self._space.messages.notice(tr("{name} written.", name=target.name))

    def read_list(self) -> None:
        """Ask for a file, and take its events list over."""
        from bcp_planner.interchange import msel

        event = self.event
        if event is None:
            return
        source = self._space.messages.ask_for_file(tr("Read an events list"), Path.home(), _LISTS)
        if source is None:
            return
        try:
            found = msel.read(self._space.bridge.plan, event.id, source)
        except PlannerError as problem:
            self._space.messages.problem(f"{problem}.")
            return
        if self._space.bridge.edit(
            mark("Read events list {name}", name=shown(source.name)), found.plan
        ):
            self._space.messages.notice(
                tr(
                    "{changed} changed, {added} added, {kept} left alone.",
                    changed=words.count(len(found.changed), "inject"),
                    added=len(found.added),
                    kept=len(found.kept),
                )
            )
