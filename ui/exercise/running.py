"""Running an exercise or incident: clock, injects, tasks, log, forecast."""

from __future__ import annotations

import datetime
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from bcp_planner.analysis.case import Case, Task
from bcp_planner.domain.durations import Duration, DurationError, parse_human
from bcp_planner.domain.exercising import Event, LogEntry
from bcp_planner.domain.plan import Plan
from bcp_planner.exercises import log
from bcp_planner.exercises.forecast import Forecast, forecast, sooner, what_if
from bcp_planner.exercises.msel import clock_text
from bcp_planner.exercises.situation import (
    decisions_in_words,
    messages_in_words,
    situation_report,
)
from bcp_planner.exercises.standing import Standing, planned_case, standing
from ui import words
from ui.exercise.clock import SPEEDS, PlayClock
from ui.exercise.entry_form import EntryForm
from ui.exercise.grid import Grid
from ui.language import mark, tr
from ui.workspace import Workspace

_TICK = 1000


class _Known(NamedTuple):
    """A case and what it was worked out from."""

    plan: Plan
    event: Event
    case: Case


class RunningTab(QWidget):
    """The board while it runs. Everything that happens goes into the log."""

    def __init__(self, space: Workspace) -> None:
        super().__init__()
        self._space = space
        self._event: Event | None = None
        self._known: _Known | None = None
        self.clock = PlayClock()
        self.at: Standing | None = None
        self.forecast: Forecast | None = None
        self._timer = QTimer(self, interval=_TICK)
        self._timer.timeout.connect(self._tick)
        self.injects = Grid(
            tr("Injects due and to come"), (tr("No."), "T+", tr("Inject"), tr("To")), wide=2
        )
        self.tasks = Grid(
            tr("Tasks of the runbook"),
            (tr("No."), tr("State"), tr("Task"), tr("Service"), tr("Expected"), tr("Team")),
            wide=2,
        )
        self.entries = Grid(tr("Log"), ("T+", tr("Kind"), tr("What"), tr("By")), wide=2)
        self.outlook = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.outlook.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.outlook.setAccessibleName(tr("Forecast"))
        self.outlook.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(self)
        column.addLayout(self._build_clock())
        column.addWidget(self._build_parts(), 1)
        self.form = EntryForm(space, self._log)
        column.addWidget(self.form)
        self._build_keys()

    # ------------------------------------------------------------------------------ building

    def _build_clock(self) -> QHBoxLayout:
        self.time = QLabel("T+00:00")
        font = self.time.font()
        font.setPointSize(font.pointSize() + 12)
        font.setBold(True)
        self.time.setFont(font)
        self.time.setAccessibleName(tr("Clock of the story"))
        self.state = QLabel()
        self.go = self._button(
            tr("&Start the clock"), tr("Starts or pauses the clock"), self.toggle_clock
        )
        self.speed = QComboBox()
        self.speed.setAccessibleName(tr("Speed of the clock"))
        for speed in SPEEDS:
            self.speed.addItem(f"{speed}×", speed)
        self.speed.currentIndexChanged.connect(self._on_speed)
        self.to = QLineEdit(placeholderText=tr("Jump to, e.g. 4 h"))
        self.to.setAccessibleName(tr("Jump the clock to"))
        self.to.setMaximumWidth(130)
        self.to.returnPressed.connect(self._on_jump)
        self.next = self._button(
            tr("&Next inject"), tr("Moves the clock to the next inject"), self.to_next
        )
        self.declare = self._button(
            tr("&Declare"), tr("Logs that the scenario is declared"), self.declared
        )
        self.report = self._button(
            tr("Situation re&port"), tr("Copies a report made from the state"), self.copy_report
        )
        self.instead = self._button(
            tr("&What if this first?"),
            tr("Compares: the service of the chosen task as early as possible"),
            self.compare,
        )
        row = QHBoxLayout()
        for widget in (self.time, self.state):
            row.addWidget(widget)
        row.addStretch()
        for widget in (self.go, self.speed, self.to, self.next, self.declare):
            row.addWidget(widget)
        for widget in (self.instead, self.report):
            row.addWidget(widget)
        return row

    def _button(self, text: str, tip: str, action: object) -> QPushButton:
        button = QPushButton(text)
        button.setToolTip(tip)
        button.clicked.connect(action)
        return button

    def _build_parts(self) -> QSplitter:
        parts = QSplitter()
        left, right = QSplitter(Qt.Orientation.Vertical), QSplitter(Qt.Orientation.Vertical)
        left.addWidget(_titled(tr("Injects (Return: given)"), self.injects))
        left.addWidget(_titled(tr("Tasks (Space: start, then finish)"), self.tasks))
        scroll = QScrollArea(widgetResizable=True)
        scroll.setWidget(self.outlook)
        scroll.setAccessibleName(tr("Outlook"))
        right.addWidget(_titled(tr("Outlook"), scroll))
        right.addWidget(_titled(tr("Log (added to, never changed; Delete: correct)"), self.entries))
        for part in (left, right):
            parts.addWidget(part)
            part.setSizes([1000, 1000])
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 2)
        return parts

    def _build_keys(self) -> None:
        self.tasks.on_key(Qt.Key.Key_Space, self.advance_task)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.injects.on_key(key, self.give_inject)
        self.entries.on_key(Qt.Key.Key_Delete, self.correct)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self.form.log_it)
        self.injects.doubleClicked.connect(lambda *_: self.give_inject())
        self.tasks.doubleClicked.connect(lambda *_: self.advance_task())

    # ------------------------------------------------------------------------------- showing

    def show_event(self, event: Event | None) -> None:
        """Show an event; another one sets the clock to the last entry of its log."""
        another = event is None or self._event is None or event.id != self._event.id
        self._event = event
        if another:
            self.clock = PlayClock(self._start_of(event))
            self._timer.stop()
            self.speed.setCurrentIndex(0)
            if event is not None and event.kind == "incident" and event.status == "running":
                self.clock.start()
                self._timer.start()
        live = event is not None and event.status != "closed"
        for widget in (self.go, self.to, self.next, self.declare, self.form, self.speed):
            widget.setEnabled(live)
        drill = live and event is not None and event.kind != "incident"
        for widget in (self.go, self.to, self.next, self.speed):
            widget.setVisible(drill)
        self.form.fill()
        self.refresh()

    def _start_of(self, event: Event | None) -> Duration:
        """Return where the clock stands: the real time in an incident, else the last entry."""
        if event is None:
            return 0
        written = log.entries_of(self._space.bridge.plan, event.id)
        last = max((one.at for one in written), default=0)
        if event.kind == "incident" and event.status == "running" and event.starts:
            try:
                start = datetime.datetime.fromisoformat(event.starts)
                passed = datetime.datetime.now().astimezone() - start
            except (ValueError, TypeError):
                return last
            return max(last, int(passed.total_seconds() * 1000))
        return last

    def refresh(self) -> None:
        """Work out again where it stands and what will happen."""
        event = self._event
        if event is None:
            self.at = self.forecast = None
            return
        plan = self._space.bridge.plan
        self.at = standing(plan, event.id, self._moment(event), self._case(plan, event))
        self.forecast = forecast(self.at)
        self._show_time()
        self._show_injects()
        self._show_tasks()
        self._show_outlook()
        rows = [
            (one.id, (clock_text(one.at), one.kind, _entry_text(plan, one), one.by))
            for one in reversed(log.entries_of(plan, event.id))
        ]
        if len(rows) != self.entries.rowCount():
            self.entries.setCurrentCell(-1, -1)  # the newest is chosen
        self.entries.show_rows(rows)

    def _moment(self, event: Event) -> Duration:
        """Return the moment shown; the end of the log when it is closed."""
        return self._start_of(event) if event.status == "closed" else self.clock.at()

    def _case(self, plan: Plan, event: Event) -> Case:
        """Return the planned case; worked out again only when plan or order have changed."""
        known = self._known
        if known is not None and known.event.id == event.id and known.event.order == event.order:
            same = (
                known.plan.services is plan.services
                and known.plan.requirements is plan.requirements
                and known.plan.teams is plan.teams
                and known.plan.scenarios is plan.scenarios
            )
            if same and known.plan.communications is plan.communications:
                return known.case
        from bcp_planner.domain.entities import Scenario

        scenario = plan.scenarios.get(event.scenario or "") or Scenario(id="seen")
        case = planned_case(plan, event, scenario)
        self._known = _Known(plan, event, case)
        return case

    def _show_time(self) -> None:
        at = self.at
        if at is None:
            return
        self.time.setText(clock_text(at.now))
        declared = (
            tr("Declared {declared}", declared=clock_text(at.declared))
            if at.declared is not None
            else tr("Undeclared")
        )
        self.state.setText(f"{declared} · {at.event.status}")
        self.go.setText(tr("&Pause the clock") if self.clock.running else tr("&Start the clock"))
        self.declare.setEnabled(at.declared is None and at.event.status != "closed")

    def _show_injects(self) -> None:
        at = self.at
        if at is None:
            return
        due = {one.key for one in at.due_injects()}
        rows: list[tuple[str, tuple[str, ...]]] = []
        for one in at.event.injects:
            if one.key in at.given:
                continue
            note = "due" if one.key in due else tr("if needed") if one.kind == "contingency" else ""
            moment = f"{clock_text(one.at)} {note}".strip()
            rows.append((one.key, (one.key, moment, one.text, one.receiver)))
        self.injects.show_rows(sorted(rows, key=lambda row: row[0] not in due))

    def _show_tasks(self) -> None:
        at, found = self.at, self.forecast
        if at is None or found is None:
            return
        plan = at.case.plan
        rows: list[tuple[str, tuple[str, ...]]] = []
        for task in self._tasks():
            service = found.recovery.services.get(task.service)
            up = service.up_at if service else None
            expected = clock_text(up) if up is not None else "never"
            team = plan.teams[task.team].title if task.team else "–"
            name = words.title(plan, task.service)
            cells = (task.number, self._state_of(task), task.text, name, expected, team)
            rows.append((task.number, cells))
        self.tasks.show_rows(rows)

    def _tasks(self) -> list[Task]:
        return [task for wave in self.at.case.waves for task in wave.tasks] if self.at else []

    def _state_of(self, task: Task) -> str:
        at = self.at
        if at is None:
            return ""
        if task.number in at.finished:
            return tr("done {finished}", finished=clock_text(at.finished[task.number]))
        if task.number in at.started:
            return tr("under way since {started}", started=clock_text(at.started[task.number]))
        return tr("to do")

    def _show_outlook(self) -> None:
        at, found = self.at, self.forecast
        if at is None or found is None:
            return
        plan = at.case.plan
        back = found.recovery.makespan
        lines = [tr("All back: {value}", value=clock_text(back) if back is not None else "never")]
        if found.outside:
            lines.append(
                tr(
                    "ABORT: outside the limit: {outside}",
                    outside=words.titles(plan, list(found.outside)),
                )
            )
        for one in found.misses[:5]:
            verb = "missed" if one.passed else tr("will be missed")
            lines.append(
                tr(
                    "{target} of {service} {verb}, due {due}",
                    target=one.target,
                    service=words.title(plan, one.service),
                    verb=verb,
                    due=clock_text(one.due),
                )
            )
        lines += decisions_in_words(at, found)[:4]
        for key, moment in found.next_down[:3]:
            lines.append(
                tr(
                    "{moment}: {key} goes down",
                    moment=clock_text(moment),
                    key=words.title(plan, key),
                )
            )
        lines += [tr("Tell {text}", text=text) for text in messages_in_words(at)[:4]]
        self.outlook.setText("\n".join(lines))

    # --------------------------------------------------------------------------------- clock

    def toggle_clock(self) -> None:
        """Start the clock, or pause it; the first start begins the event."""
        if self._event is None:
            return
        if self.clock.running:
            self.clock.pause()
            self._timer.stop()
            self._log("clock", mark("Clock paused"))
        else:
            self._log(
                "clock", mark("Clock started") if self.clock.at() == 0 else mark("Clock goes on")
            )
            self.clock.start()
            self._timer.start()
        self._show_time()

    def _on_speed(self) -> None:
        self.clock.run_at(int(self.speed.currentData()))

    def _on_jump(self) -> None:
        try:
            to = parse_human(self.to.text())
        except DurationError as error:
            self._space.messages.notice(f"{error}.")
            return
        self.to.clear()
        self.jump(to)

    def jump(self, to: Duration) -> None:
        """Move the clock on."""
        if to > self.clock.at():
            self.clock.jump(to)
            self._log("clock", mark("Clock moved on to {to}", to=clock_text(to)))
            self.refresh()

    def to_next(self) -> None:
        """Move the clock to the next inject that has a time."""
        at = self.at
        later = (
            [one.at for one in at.event.injects if one.kind == "inject" and one.at > at.now]
            if at
            else []
        )
        if later:
            self.jump(min(later))

    def _tick(self) -> None:
        self.refresh()

    # ----------------------------------------------------------------------------------- log

    def _log(
        self,
        kind: str,
        text: str = "",
        *,
        service: str | None = None,
        subject: str = "",
        options: str = "",
        reason: str = "",
        by: str = "",
    ) -> bool:
        event = self._event
        if event is None:
            return False
        now = datetime.datetime.now().astimezone()
        made = log.entry(
            kind,
            self.clock.at(),
            text,
            now=now,
            by=by or self.form.by.currentText(),
            service=service,
            subject=subject,
            options=options,
            reason=reason,
        )

        def change(plan: Plan) -> Plan:
            from dataclasses import replace

            current = plan.events[event.id]
            if current.status == "planned":
                starts = current.starts or now.isoformat(timespec="minutes")
                plan = plan.put("events", replace(current, status="running", starts=starts))
            return log.append(plan, event.id, made)

        return self._space.bridge.try_edit(mark("Log {kind}", kind=kind), change)

    def declared(self) -> None:
        """Log the declaration."""
        self._log("declared", mark("Scenario declared"))

    def give_inject(self) -> None:
        """Log that the chosen inject was given."""
        event, key = self._event, self.injects.chosen()
        inject = next((one for one in event.injects if one.key == key), None) if event else None
        if inject is not None:
            self._log("inject", inject.text, subject=key, by="Exercise control")

    def advance_task(self) -> None:
        """Start the chosen task, or finish it when it is under way."""
        at, key = self.at, self.tasks.chosen()
        task = next((one for one in self._tasks() if one.number == key), None)
        if at is None or task is None or task.number in at.finished:
            return
        kind = "task finished" if task.number in at.started else "task started"
        self._log(kind, task.text, service=task.service, subject=task.number)

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
            now = datetime.datetime.now().astimezone()
            self._space.bridge.try_edit(
                mark("Log correction"),
                lambda plan: log.correct(
                    plan,
                    key,
                    said,
                    now=now,
                    by=self.form.by.currentText(),
                    withdraws=said.casefold().startswith("void"),
                ),
            )

    # ------------------------------------------------------------------------------- looking

    def compare(self) -> None:
        """Say what would change if the service of the chosen task came first."""
        at = self.at
        task = next((one for one in self._tasks() if one.number == self.tasks.chosen()), None)
        if at is None or task is None:
            return
        found = what_if(at, sooner(at, task.service))
        plan = at.case.plan
        lines = [tr("If {service} came first:", service=words.title(plan, task.service))]
        lines += [
            f"{words.title(plan, key)}: {_moment(before)} → {_moment(after)}"
            for key, before, after in found.changes[:8]
        ] or [tr("nothing would change")]
        lines += [
            tr(
                "{target} of {service} met",
                target=one.target,
                service=words.title(plan, one.service),
            )
            for one in found.spared
        ]
        lines += [
            tr(
                "{target} of {service} MISSED",
                target=one.target,
                service=words.title(plan, one.service),
            )
            for one in found.added
        ]
        self._space.messages.tell("\n".join(lines))

    def copy_report(self) -> None:
        """Put a situation report on the clipboard."""
        if self.at is None or self.forecast is None:
            return
        number = 1 + sum(one.text.startswith("Situation report") for one in self.at.entries)
        text = situation_report(self.at, self.forecast, number=number)
        QApplication.clipboard().setText(text)
        if self.at.event.status != "closed":
            self._log("communication", mark("Situation report {number} made", number=number))
        self._space.messages.tell(text)


def _moment(at: Duration | None) -> str:
    return clock_text(at) if at is not None else "never"


def _entry_text(plan: Plan, one: LogEntry) -> str:
    service = words.title(plan, one.service) if one.service else ""
    parts = [
        one.subject if one.kind != "correction" else tr("on {subject}", subject=one.subject),
        service,
        one.text,
    ]
    details = [f"options: {one.options}" if one.options else "", one.reason]
    return " · ".join(part for part in (*parts, *details) if part)


def _titled(title: str, widget: QWidget) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    label = QLabel(title)
    label.setProperty("heading", "true")
    label.setBuddy(widget)
    column.addWidget(label)
    column.addWidget(widget, 1)
    return box
