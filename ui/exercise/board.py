"""The window of exercises and incidents: choose or make one, prepare it, run it, look back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from bcp_planner.domain.errors import PlannerError
from bcp_planner.domain.exercising import Event
from bcp_planner.domain.plan import Plan
from bcp_planner.exercises import preparation
from bcp_planner.exercises.rewording import reworded
from ui import words
from ui.dialogs.print import Printing
from ui.exercise.event_files import EventFiles
from ui.exercise.looking_back import LookingBackTab
from ui.exercise.new_event import NewExerciseDialog, NewIncidentDialog
from ui.exercise.preparing import PreparingTab
from ui.exercise.reviewing import ReviewingTab
from ui.exercise.running import RunningTab
from ui.exercise.setup import SetupTab
from ui.jobs import Channel, Ticket
from ui.language import mark, shown, tr
from ui.panels.notices import Toast
from ui.plain_text import brief
from ui.sizing import open_at
from ui.workspace import Workspace

_Tab = SetupTab | PreparingTab | RunningTab | LookingBackTab | ReviewingTab


class ExerciseBoard(QWidget):
    """One window for all exercises and incidents of the plan."""

    def __init__(self, parent: QWidget, space: Workspace, printing: Printing) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._space = space
        self._shown = ""
        self.setWindowTitle(tr("Exercises and incidents"))
        self.files = EventFiles(space, printing, lambda: self.event)
        self.preparations: Channel[Event] = Channel(tr("Preparing the exercise"), self)
        self.preparations.ready.connect(self._on_prepared)
        self.preparations.failed.connect(self._refuse)
        self.preparations.busy_changed.connect(lambda _: self.refresh())
        self.choice = QComboBox()
        self.choice.setAccessibleName(tr("Exercise or incident"))
        self.choice.setMinimumContentsLength(12)
        self.choice.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.choice.currentIndexChanged.connect(self._on_chosen)
        self.said = QLabel(wordWrap=True)
        self.setup = SetupTab(space)
        self.preparing = PreparingTab(space)
        self.running = RunningTab(space)
        self.looking_back = LookingBackTab(space)
        self.reviewing = ReviewingTab(space)
        self.tabs = QTabWidget()
        for tab, title in (
            (self.setup, tr("Set up")),
            (self.preparing, tr("Events list")),
            (self.running, tr("Run")),
            (self.looking_back, tr("Look back")),
            (self.reviewing, tr("Review")),
        ):
            self.tabs.addTab(tab, title)
        self.tabs.currentChanged.connect(lambda _: self._show_tab())
        column = QVBoxLayout(self)
        column.addLayout(self._build_head())
        column.addWidget(self.said)
        column.addWidget(self.tabs, 1)
        self.toast = Toast(self)
        space.messages.noticed.connect(self._on_noticed)
        open_at(self, 1280, 820)
        space.bridge.settled.connect(self.refresh)
        self.refresh()

    def _build_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        label = QLabel(tr("&Event"))
        label.setBuddy(self.choice)
        row.addWidget(label)
        row.addWidget(self.choice, 1)
        self.new_buttons: list[QPushButton] = []
        for text, tip, action in (
            (tr("Ne&w exercise…"), tr("Prepares an exercise from a scenario"), self.new_exercise),
            (tr("New &incident…"), tr("Opens the board for something real"), self.new_incident),
        ):
            button = QPushButton(text)
            button.setToolTip(tip)
            button.clicked.connect(action)
            row.addWidget(button)
            self.new_buttons.append(button)
        self.print_button = QToolButton()
        self.print_button.setText(tr("Print and files"))
        self.print_button.setProperty("button", "true")
        self.print_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.print_button.setMenu(self.files.menu(self))
        row.addWidget(self.print_button)
        return row

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
            about = f"{words.choice(one.kind)} · {words.choice(one.status)}"
            self.choice.addItem(brief(f"{one.title} · {about}"), one.id)
        self.choice.setCurrentIndex(self.choice.findData(self._shown))
        self.choice.blockSignals(False)
        busy = self.preparations.busy
        self.said.setText(
            tr("Preparing the exercise: the scenario is worked out…")
            if busy
            else tr("No exercise yet. “New exercise” prepares one from a scenario in a minute.")
        )
        self.said.setVisible(busy or not events)
        self.new_buttons[0].setDisabled(busy)
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
        if self.isVisible() and isinstance(tab, _Tab):
            tab.show_event(self.event)

    def _on_noticed(self, text: str) -> None:
        if self.isVisible():
            self.toast.say(text)

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        self._show_tab()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.running.clock.running and self.event and self.event.kind != "incident":
            self.running.bar.toggle()
        super().closeEvent(event)

    # ---------------------------------------------------------------------------------- new

    def new_exercise(self) -> None:
        """Ask for scenario and kind, and prepare an exercise."""
        if not self._space.bridge.plan.scenarios:
            self._space.messages.notice(tr("Add a scenario first: an exercise is about one."))
            return
        dialog = NewExerciseDialog(self, self._space.bridge.plan)
        dialog.accepted.connect(
            lambda: self.prepare(
                str(dialog.scenario.currentData()),
                str(dialog.kind.currentData()),
                dialog.name.text().strip(),
            )
        )
        dialog.open()

    def prepare(self, scenario: str, kind: str, name: str = "") -> None:
        """Prepare an exercise beside the window, then show it."""
        plan = self._space.bridge.plan
        about = plan.scenarios.get(scenario)
        title = name or (f"{words.choice(kind)}: {about.title}" if about else "")

        def work(_: Ticket) -> Event:
            prepared = preparation.prepare(plan, scenario, kind=kind, name=title)
            return reworded(list(prepared.events.values())[-1], shown)

        self.preparations.ask(work)

    def _on_prepared(self, made: Event) -> None:
        def added(plan: Plan) -> Plan:  # the plan may have changed meanwhile
            return preparation.adopt(plan, made)

        if self._space.bridge.try_edit(mark("Prepare {title}", title=made.title), added):
            self.tabs.setCurrentWidget(self.setup)
            self.show_event(list(self._space.bridge.plan.events)[-1])

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, PlannerError):
            raise error
        self._space.messages.notice(f"{shown(str(error))}.")

    def new_incident(self) -> None:
        """Ask which scenario fits and when it began, and open the board for it."""
        dialog = NewIncidentDialog(self, self._space.bridge.plan)
        dialog.accepted.connect(
            lambda: self.begin_incident(
                str(dialog.scenario.currentData()) or None,
                starts=dialog.starts,
                name=dialog.name.text().strip(),
                severity=dialog.severity.text().strip(),
                afterwards=dialog.afterwards.isChecked(),
            )
        )
        dialog.open()

    def begin_incident(
        self,
        scenario: str | None,
        *,
        starts: str,
        name: str = "",
        severity: str = "",
        afterwards: bool = False,
    ) -> None:
        """Open the board of an incident."""
        about = self._space.bridge.plan.scenarios.get(scenario or "")
        plan = preparation.declare_incident(
            self._space.bridge.plan,
            "incident",
            scenario,
            starts=starts,
            name=name or (tr("Incident: {title}", title=about.title) if about else tr("Incident")),
            severity=severity,
            afterwards=afterwards,
        )
        made = list(plan.events.values())[-1]
        if self._space.bridge.edit(mark("Begin {title}", title=made.title), plan):
            self.tabs.setCurrentWidget(self.running)
            self.show_event(made.id)
