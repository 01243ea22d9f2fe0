"""The clock of the board, with what sets it."""

from __future__ import annotations

import datetime

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from bcp_planner.domain.durations import Duration, DurationError, parse_human
from bcp_planner.domain.exercising import Event
from bcp_planner.exercises.msel import clock_text, later
from ui import words
from ui.exercise.clock import SPEEDS, PlayClock
from ui.language import dated, shown, tr
from ui.workspace import Workspace

_TICK = 1000


class ClockBar(QWidget):
    """Shows the time of the story and the clocks beside it; starts, pauses and moves it.

    Signals:
        ticked(): a second has passed, or the clock was moved.
        told(str): what happened to the clock, for the log.
        moved(): the clock was moved on, and what follows from that is shown.
    """

    ticked = Signal()
    told = Signal(str)
    moved = Signal()

    def __init__(self, space: Workspace) -> None:
        super().__init__()
        self._space = space
        self.clock = PlayClock()
        self._event: Event | None = None
        self._timer = QTimer(self, interval=_TICK)
        self._timer.timeout.connect(self.ticked)
        self.time = QLabel("T+00:00")
        self.time.setFont(space.theme.font(12, bold=True))
        self.time.setAccessibleName(tr("Clock of the story"))
        self.state = QLabel()
        self.go = QPushButton()
        self.go.setToolTip(tr("Starts or pauses the clock"))
        self.go.clicked.connect(self.toggle)
        self.speed = QComboBox()
        self.speed.setAccessibleName(tr("Speed of the clock"))
        for speed in SPEEDS:
            self.speed.addItem(f"{speed}×", speed)
        self.speed.currentIndexChanged.connect(self._on_speed)
        self.to = QLineEdit(placeholderText=tr("Jump to, e.g. 4 h"))
        self.to.setAccessibleName(tr("Jump the clock to"))
        self.to.returnPressed.connect(self._on_jump)
        width = self.to.fontMetrics().horizontalAdvance(self.to.placeholderText())
        self.to.setFixedWidth(width + 32)
        self.next = QPushButton(tr("&Next inject"))
        self.next.setToolTip(tr("Moves the clock to the next inject"))
        self.next.clicked.connect(self.to_next)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (self.time, self.state):
            row.addWidget(widget)
        row.addStretch()
        for widget in (self.go, self.speed, self.to, self.next):
            row.addWidget(widget)

    def show_event(self, event: Event | None, last: Duration, *, another: bool) -> None:
        """Show the clock of an event.

        Args:
            event: The event; None for none.
            last: When its last entry was; an exercise goes on from there.
            another: Whether it is another event than before, so that the clock is set anew.
        """
        self._event = event
        if another:
            self._timer.stop()
            self.clock = PlayClock(_begin(event, last))
            self.speed.setCurrentIndex(0)
            if event is not None and _is_now(event):
                self.clock.start()
                self._timer.start()
        drill = event is not None and event.status != "closed" and event.kind != "incident"
        for widget in (self.go, self.to, self.next, self.speed):
            widget.setVisible(drill)
        if event is not None and event.status == "closed":
            self._timer.stop()
            self.clock.pause()

    def show_state(self, now: Duration, declared: Duration | None) -> None:
        """Show the moment in all clocks, and whether it is declared."""
        event = self._event
        if event is None:
            return
        self.time.setText(clock_text(now))
        said = tr("Declared {at}", at=clock_text(declared)) if declared is not None else ""
        story = later(event.scenario_start or event.starts, now)
        wall = datetime.datetime.now().astimezone().strftime("%H:%M")
        parts = [
            said or tr("Undeclared"),
            words.choice(event.status),
            tr("story {at}", at=dated(story)) if story else "",
            tr("wall {at}", at=wall) if event.status == "running" and not event.afterwards else "",
        ]
        self.state.setText(" · ".join(part for part in parts if part))
        running = self.clock.running
        self.go.setText(tr("Pa&use the clock") if running else tr("&Start the clock"))

    def toggle(self) -> None:
        """Start the clock, or pause it; the first start begins the event."""
        if self._event is None:
            return
        if self.clock.running:
            self.clock.pause()
            self._timer.stop()
            self.told.emit(tr("Clock paused"))
        else:
            self.told.emit(tr("Clock started") if self.clock.at() == 0 else tr("Clock goes on"))
            self.clock.start()
            self._timer.start()
        self.ticked.emit()

    def jump(self, to: Duration) -> None:
        """Move the clock on; it never goes back."""
        if to > self.clock.at():
            self.clock.jump(to)
            self.told.emit(tr("Clock moved on to {at}", at=clock_text(to)))
            self.ticked.emit()
            self.moved.emit()

    def to_next(self) -> None:
        """Move the clock to the next inject that has a time."""
        now = self.clock.at()
        injects = self._event.injects if self._event else ()
        moments = [one.at for one in injects if one.kind == "inject" and one.at > now]
        if moments:
            self.jump(min(moments))

    def _on_speed(self) -> None:
        self.clock.run_at(int(self.speed.currentData()))

    def _on_jump(self) -> None:
        try:
            to = parse_human(self.to.text())
        except DurationError as error:
            self._space.messages.notice(f"{shown(str(error))}.")
            return
        self.to.clear()
        self.jump(to)


def _is_now(event: Event) -> bool:
    """Return whether it is an incident under way, whose clock is the real one."""
    return event.kind == "incident" and event.status == "running" and not event.afterwards


def _begin(event: Event | None, last: Duration) -> Duration:
    """Return where the clock stands: the real time in an incident, else the last entry."""
    if event is None or not _is_now(event):
        return last
    try:
        start = datetime.datetime.fromisoformat(event.starts)
        passed = datetime.datetime.now().astimezone() - start
    except (ValueError, TypeError):
        return last
    return max(last, int(passed.total_seconds() * 1000))
