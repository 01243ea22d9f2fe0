"""Running an exercise or incident: clock, injects, tasks, log, forecast."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from bcp_planner.analysis.case import Task
from bcp_planner.domain.durations import Duration
from bcp_planner.domain.exercising import Event, LogEntry
from bcp_planner.domain.plan import Plan
from bcp_planner.exercises import log
from bcp_planner.exercises.forecast import Forecast
from bcp_planner.exercises.msel import clock_text
from bcp_planner.exercises.situation import situation_report
from bcp_planner.exercises.standing import Standing, standing
from ui import words
from ui.exercise.clock import PlayClock
from ui.exercise.entry_form import EntryForm
from ui.exercise.forecasting import Choice, Forecasting, Foreseen
from ui.exercise.grid import Grid, titled
from ui.exercise.instead import InsteadDialog
from ui.exercise.log_writer import LogWriter
from ui.exercise.messages_due import MessagesDue
from ui.exercise.outlook import Outlook
from ui.exercise.planned import PlannedCase
from ui.exercise.roles import RolesHeld
from ui.exercise.timing import ClockBar
from ui.language import mark, shown, tr
from ui.workspace import Workspace


class RunningTab(QWidget):
    """The board while it runs. Everything that happens goes into the log."""

    def __init__(self, space: Workspace) -> None:
        super().__init__()
        self._space = space
        self._event: Event | None = None
        self.at: Standing | None = None
        self.forecast: Forecast | None = None
        self.planned = PlannedCase(space, self)
        self.planned.ready.connect(self.refresh)
        self.forecasting = Forecasting(space, self)
        self.forecasting.ready.connect(self._foresee)
        self.forecasting.compared.connect(self._offer)
        self.bar = ClockBar(space)
        self.writer = LogWriter(
            space,
            lambda: self._event,
            self._now,
            self._writes,
        )
        self.form = EntryForm(
            space, self.writer.write, lambda: self._event.starts if self._event else ""
        )
        self.messages = MessagesDue(self.writer)
        self.roles = RolesHeld(space, self.writer)
        self.outlook = Outlook()
        self.injects = Grid(
            tr("Injects due and to come"), (tr("No."), "T+", tr("Inject"), tr("To")), wide=2
        )
        self.tasks = Grid(
            tr("Tasks of the runbook"),
            (tr("No."), tr("State"), tr("Task"), tr("Service"), tr("Expected"), tr("Team")),
            wide=2,
        )
        self.entries = Grid(
            tr("Log"), ("T+", tr("Kind"), tr("What"), tr("By"), tr("Source")), wide=2
        )
        self.reminder = QLabel(wordWrap=True)
        self.reminder.setProperty("notice", "true")
        self.reminder.setAccessibleName(tr("Reminder"))
        self.reminder.hide()
        self._lay_out()
        self._connect()

    # ------------------------------------------------------------------------------ building

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.addWidget(self.bar)
        column.addLayout(self._build_buttons())
        column.addWidget(self.reminder)
        column.addWidget(self._build_parts(), 1)
        column.addWidget(self.form)

    def _build_buttons(self) -> QHBoxLayout:
        self.declare = _button(
            tr("&Declare"), tr("Logs that the scenario is declared"), self.declared
        )
        self.stop = _button(
            tr("Stand do&wn"), tr("Logs that it is over, or that it is stopped"), self.stood_down
        )
        self.instead = _button(
            tr("W&hat if this first?"),
            tr("Compares: the service of the chosen task as early as possible"),
            self.compare,
        )
        self.report = _button(
            tr("Situation re&port"), tr("Copies a report made from the state"), self.copy_report
        )
        row = QHBoxLayout()
        for widget in (self.declare, self.stop, self.instead, self.report):
            row.addWidget(widget)
        row.addStretch()
        return row

    def _build_parts(self) -> QSplitter:
        self.books = QTabWidget()
        self.books.addTab(
            titled(tr("Entries stay as written; Delete adds a correction"), self.entries), tr("Log")
        )
        self.books.addTab(self.messages, tr("Messages"))
        self.books.addTab(self.roles, tr("Roles"))
        left, right = QSplitter(Qt.Orientation.Vertical), QSplitter(Qt.Orientation.Vertical)
        self._injects = titled(tr("Injects – Enter: it was given"), self.injects)
        left.addWidget(self._injects)
        left.addWidget(titled(tr("Tasks – Space: begun, then done"), self.tasks))
        right.addWidget(titled(tr("Outlook"), self.outlook))
        right.addWidget(self.books)
        parts = QSplitter()
        for part in (left, right):
            parts.addWidget(part)
            part.setSizes([1000, 1000])
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 2)
        return parts

    def _connect(self) -> None:
        self.bar.ticked.connect(self.refresh)
        self.bar.told.connect(lambda text: self.writer.write("clock", text))
        self.bar.moved.connect(self._choose_due)
        self.messages.fell_due.connect(self._remind)
        self.tasks.on_key(Qt.Key.Key_Space, self.advance_task)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.injects.on_key(key, self.give_inject)
        self.entries.on_key(Qt.Key.Key_Delete, self.correct)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self.form.log_it)
        self.injects.doubleClicked.connect(lambda *_: self.give_inject())
        self.tasks.doubleClicked.connect(lambda *_: self.advance_task())

    # ------------------------------------------------------------------------------- showing

    @property
    def clock(self) -> PlayClock:
        """The clock of the board."""
        return self.bar.clock

    def show_event(self, event: Event | None) -> None:
        """Show an event; another one sets the clock to the last entry of its log."""
        another = event is None or self._event is None or event.id != self._event.id
        self._event = event
        self.bar.show_event(event, self._last(event), another=another)
        if another:
            self.messages.forget()
            self.reminder.hide()
            self.at = self.forecast = None
        live = event is not None and event.status != "closed"
        for widget in (self.form, self.stop):
            widget.setEnabled(live)
        self._injects.setVisible(bool(event and event.injects))
        self.form.fill()
        self.refresh()

    def _now(self) -> Duration:
        return self.clock.at()

    def _writes(self) -> str:
        return self.form.by.currentText()

    def _last(self, event: Event | None) -> Duration:
        plan = self._space.bridge.plan
        written = log.entries_of(plan, event.id) if event else ()
        return max((one.at for one in written), default=0)

    def refresh(self) -> None:
        """Work out again where it stands and what will happen."""
        event = self._event
        if event is None:
            self.at = self.forecast = None
            return
        self._show_entries(event)
        case = self.planned.of(event)
        if case is None:
            self.bar.state.setText(tr("Working out the scenario…"))
            return
        plan = self._space.bridge.plan
        now = self._last(event) if event.status == "closed" else self.clock.at()
        self.at = standing(plan, event.id, now, case)
        self.forecasting.look(self.at)
        self.bar.show_state(self.at.now, self.at.declared)
        self.declare.setEnabled(self.at.declared is None and event.status != "closed")
        self._show_injects(self.at)
        self._show_tasks(self.at, self.forecast)
        self._show_books(self.at)

    def _foresee(self, seen: Foreseen) -> None:
        if self._event is None or self.at is None or seen.at.event.id != self._event.id:
            return
        self.forecast = seen.forecast
        self._show_tasks(self.at, seen.forecast)
        self.outlook.show_forecast(seen.at, seen.forecast)

    def _show_books(self, at: Standing) -> None:
        self.messages.show_standing(at)
        self.roles.show_standing(at)
        due = self.messages.overdue()
        title = tr("Messages ({number} due)", number=due) if due else tr("Messages")
        self.books.setTabText(self.books.indexOf(self.messages), title)
        if not due:
            self.reminder.hide()

    def _show_entries(self, event: Event) -> None:
        plan = self._space.bridge.plan
        rows = [
            (
                one.id,
                (
                    clock_text(one.at),
                    words.choice(one.kind),
                    _entry_text(plan, one),
                    one.by,
                    one.source,
                ),
            )
            for one in reversed(log.entries_of(plan, event.id))
        ]
        if len(rows) != self.entries.rowCount():
            self.entries.setCurrentCell(-1, -1)  # the newest is chosen
        self.entries.show_rows(rows)

    def _show_injects(self, at: Standing) -> None:
        due = {one.key for one in at.due_injects() if at.event.status != "closed"}
        rows: list[tuple[str, tuple[str, ...]]] = []
        for one in at.event.injects:
            if one.key in at.given:
                continue
            words_of_it = tr("if needed") if one.kind == "contingency" else ""
            moment = f"{clock_text(one.at)} {tr('due') if one.key in due else words_of_it}".strip()
            rows.append((one.key, (one.key, moment, one.text, one.receiver)))
        self.injects.show_rows(sorted(rows, key=lambda row: row[0] not in due))

    def _show_tasks(self, at: Standing, found: Forecast | None) -> None:
        plan = at.case.plan
        rows: list[tuple[str, tuple[str, ...]]] = []
        for task in self._tasks():
            expected = _expected(found, task) if found else "…"
            team = plan.teams[task.team].title if task.team else "–"
            name = words.title(plan, task.service)
            cells = (task.number, _state_of(at, task), _text_of(task), name, expected, team)
            rows.append((task.number, cells))
        self.tasks.show_rows(rows)

    def _tasks(self) -> list[Task]:
        return [task for wave in self.at.case.waves for task in wave.tasks] if self.at else []

    def _chosen_task(self) -> Task | None:
        key = self.tasks.chosen()
        return next((one for one in self._tasks() if one.number == key), None)

    def _remind(self, text: str) -> None:
        self.reminder.setText(text)
        self.reminder.show()
        QApplication.beep()
        QApplication.alert(self.window())

    # ----------------------------------------------------------------------------------- log

    def declared(self) -> None:
        """Log the declaration."""
        self.writer.write("declared", tr("Scenario declared"))

    def stood_down(self) -> None:
        """Ask why it is over, and log that."""
        said = self._space.messages.ask_for_text(
            tr("Stand down"), tr("Is it over, or stopped, and why?")
        )
        if said:
            self.writer.write("stood down", said)

    def give_inject(self) -> None:
        """Log that the chosen inject was given."""
        event, key = self._event, self.injects.chosen()
        inject = next((one for one in event.injects if one.key == key), None) if event else None
        if inject is not None and self.writer.write(
            "inject", inject.text, subject=key, by=tr("Exercise control")
        ):
            self._choose_due()

    def _choose_due(self) -> None:
        """Choose the first inject of the list: those that are due stand before all others."""
        if self.at is not None and self.at.due_injects():
            self.injects.setCurrentCell(0, 0)

    def advance_task(self) -> None:
        """Start the chosen task, or finish it when it is under way."""
        at, task = self.at, self._chosen_task()
        if at is None or task is None or task.number in at.finished:
            return
        kind = "task finished" if task.number in at.started else "task started"
        self.writer.write(kind, task.text, service=task.service, subject=task.number)

    def correct(self) -> None:
        """Ask what is right about the chosen entry and log that; the entry itself stays."""
        key = self.entries.chosen()
        if not key:
            return
        said = self._space.messages.ask_for_text(
            tr("Correct an entry"),
            tr("What is right? The entry itself stays. “Void” and why: it does not count."),
        )
        if said:
            self.writer.correct(
                key, said, withdraws=said.casefold().startswith(("void", tr("void")))
            )

    # ------------------------------------------------------------------------------- looking

    def compare(self) -> None:
        """Compare with an order in which the service of the chosen task comes first."""
        at, task = self.at, self._chosen_task()
        if at is None or task is None:
            self._space.messages.notice(tr("Choose a task first."))
            return
        self.forecasting.compare(at, task.service)

    def _offer(self, choice: Choice) -> None:
        first, found = choice.first, choice.found

        def decide(reason: str) -> bool:
            return self.adopt(first, found.order, reason)

        InsteadDialog(self, choice.at.case.plan, first, found, decide).open()

    def adopt(self, first: str, order: tuple[str, ...], reason: str) -> bool:
        """Log the decision for another order, and go on with it."""
        event = self._event
        if event is None:
            return False
        name = words.title(self._space.bridge.plan, first)
        logged = self.writer.write(
            "decision",
            tr("{name} comes first", name=name),
            service=first,
            options=tr("as adopted; {name} first", name=name),
            reason=reason,
        )
        return logged and self._space.bridge.try_edit(
            mark("Adopt another order"),
            lambda plan: plan.put("events", replace(plan.events[event.id], order=order)),
        )

    def copy_report(self) -> None:
        """Put a situation report on the clipboard."""
        if self.at is None or self.forecast is None:
            return
        heads = ("Situation report", tr("Situation report"))
        number = 1 + sum(one.text.startswith(heads) for one in self.at.entries)
        text = situation_report(self.at, self.forecast, number=number, say=shown)
        QApplication.clipboard().setText(text)
        if self.at.event.status != "closed":
            self.writer.write("communication", tr("Situation report {number} made", number=number))
        self._space.messages.tell(text)


def _button(text: str, tip: str, action: Callable[[], object]) -> QPushButton:
    button = QPushButton(text)
    button.setToolTip(tip)
    button.clicked.connect(action)
    return button


_BARE = {"Recover": mark("Recover"), "Bring up": mark("Bring up")}
"""What is to be done where a service has no steps of its own."""


def _text_of(task: Task) -> str:
    return shown(_BARE[task.text]) if task.text in _BARE else task.text


def _state_of(at: Standing, task: Task) -> str:
    if task.number in at.finished:
        return tr("done {at}", at=clock_text(at.finished[task.number]))
    if task.number in at.started:
        return tr("under way since {at}", at=clock_text(at.started[task.number]))
    return tr("to do")


def _expected(found: Forecast, task: Task) -> str:
    service = found.recovery.services.get(task.service)
    up = service.up_at if service else None
    return clock_text(up) if up is not None else tr("never")


def _entry_text(plan: Plan, one: LogEntry) -> str:
    service = words.title(plan, one.service) if one.service else ""
    parts = [
        one.subject if one.kind != "correction" else tr("on {entry}", entry=one.subject),
        service,
        one.text,
    ]
    details = [tr("options: {options}", options=one.options) if one.options else "", one.reason]
    return " · ".join(part for part in (*parts, *details) if part)
