"""Work off the GUI thread: the newest question is answered, older answers are dropped."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QThreadPool, Signal

from bcp_planner.domain.errors import Cancelled

T = TypeVar("T")

_BETWEEN_ANSWERS = 0.3
"""Seconds between two answers to one question, so that the screen can follow."""


class Ticket:
    """Handed to the work: through it the work tells how far it is and learns that it may stop."""

    def __init__(
        self,
        number: int,
        tell: Callable[[int, float], None],
        improve: Callable[[int, object], None],
    ) -> None:
        self.number = number
        self._tell, self._improve = tell, improve
        self._cancelled = False
        self._shown_at = float("-inf")

    def cancel(self) -> None:
        """Ask the work to stop at its next report."""
        self._cancelled = True

    @property
    def cancelled(self) -> bool:
        """Whether somebody asked to stop, or asked something newer."""
        return self._cancelled

    def better(self, answer: object) -> None:
        """Show an answer that a better one may still replace; not more than a few a second."""
        now = time.monotonic()
        if not self._cancelled and now - self._shown_at > _BETWEEN_ANSWERS:
            self._shown_at = now
            self._improve(self.number, answer)

    def report(self, fraction: float) -> None:
        """Tell how far the work is, 0 to 1.

        Raises:
            Cancelled: if the answer is not wanted any more.
        """
        if self._cancelled:
            raise Cancelled("Stopped")
        self._tell(self.number, fraction)


Work = Callable[[Ticket], T]


class Channel(QObject, Generic[T]):
    """One kind of question. A new question cancels the one before; at most one runs at a time.

    Signals (all on the GUI thread):
        ready(object): the answer to the newest question; better ones may follow while it is busy.
        failed(Exception): the newest question could not be answered.
        progressed(float): how far it is, 0 to 1.
        busy_changed(bool): work began or everything asked is done.
    """

    ready = Signal(object)
    failed = Signal(object)
    progressed = Signal(float)
    busy_changed = Signal(bool)
    _ended = Signal(int, object, object)
    _told = Signal(int, float)
    _improved = Signal(int, object)

    def __init__(self, label: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.label = label
        self._number = 0
        self._running: Ticket | None = None
        self._waiting: Work[T] | None = None
        self._ended.connect(self._on_ended)
        self._told.connect(self._on_told)
        self._improved.connect(self._on_improved)

    @property
    def busy(self) -> bool:
        """Whether an answer is on its way."""
        return self._running is not None

    def ask(self, work: Work[T]) -> None:
        """Answer this question in a worker thread; the answer to any earlier one is dropped.

        Args:
            work: Called with a `Ticket` in another thread; it must not touch anything of Qt.
        """
        self._number += 1
        if self._running is None:
            self._start(work)
            self.busy_changed.emit(True)
        else:
            self._running.cancel()
            self._waiting = work

    def cancel(self) -> None:
        """Drop the question: no answer will come."""
        self._number += 1
        self._waiting = None
        if self._running is not None:
            self._running.cancel()

    def finish(self) -> None:
        """Ask the work to end soon with the best answer it has, which still counts."""
        if self._running is not None and self._waiting is None:
            self._running.cancel()

    def _start(self, work: Work[T]) -> None:
        ticket = Ticket(self._number, self._told.emit, self._improved.emit)
        self._running = ticket
        QThreadPool.globalInstance().start(lambda: self._run(work, ticket))

    def _run(self, work: Work[T], ticket: Ticket) -> None:
        result: T | None = None
        error: Exception | None = None
        try:
            result = work(ticket)
        except Exception as problem:  # handed to the GUI thread, which reports it
            error = problem
        try:
            self._ended.emit(ticket.number, result, error)
        except RuntimeError:
            return  # the window is gone, nobody waits for the answer

    def _on_ended(self, number: int, result: object, error: Exception | None) -> None:
        self._running = None
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self._start(waiting)
        else:
            self.busy_changed.emit(False)
        if number != self._number or isinstance(error, Cancelled):
            return
        if error is None:
            self.ready.emit(result)
        else:
            self.failed.emit(error)

    def _on_improved(self, number: int, answer: object) -> None:
        if number == self._number:
            self.ready.emit(answer)

    def _on_told(self, number: int, fraction: float) -> None:
        if number == self._number:
            self.progressed.emit(fraction)


def wait_for_all(milliseconds: int = 5000) -> None:
    """Wait until no worker runs, at closing time."""
    QThreadPool.globalInstance().waitForDone(milliseconds)
