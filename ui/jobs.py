"""Work off the GUI thread: the newest question is answered, older answers are dropped."""

from __future__ import annotations

import time
import weakref
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, QThreadPool, Signal
from shiboken6 import isValid

from bcp_planner.domain.errors import Cancelled
from ui.language import tr

T = TypeVar("T")

_BETWEEN_ANSWERS = 0.3
"""Seconds between two answers to one question, so that the screen can follow."""


class Ticket:
    """Handed to the work: through it the work tells how far it is and learns that it may stop."""

    def __init__(self, number: int, work: Work[Any], channel: Channel[Any]) -> None:
        self.number = number
        self._work: Work[Any] | None = work
        self._channel = weakref.ref(channel)
        self._post = _post()
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
            self._tell(lambda channel: channel.take_better(self.number, answer))

    def report(self, fraction: float) -> None:
        """Tell how far the work is, 0 to 1.

        Raises:
            Cancelled: if the answer is not wanted any more.
        """
        if self._cancelled:
            raise Cancelled(tr("Stopped"))
        self._tell(lambda channel: channel.take_progress(self.number, fraction))

    def run(self) -> None:
        """Do the work, in a worker thread, and hand over what comes of it."""
        result, error = self._answer()
        self._tell(lambda channel: channel.take_end(self.number, result, error), last=True)

    def _answer(self) -> tuple[object, Exception | None]:
        assert self._work is not None  # noqa: S101 - runs once
        try:
            return self._work(self), None
        except Exception as problem:  # handed to the GUI thread, which reports it
            return None, problem

    def _tell(self, news: News, *, last: bool = False) -> None:
        with suppress(RuntimeError):  # the program is ending, nobody waits for the answer
            self._post.arrived.emit(lambda: self._deliver(news, last=last))

    def _deliver(self, news: News, *, last: bool) -> None:
        """Tell the channel, in the GUI thread, if it is still there."""
        if last:
            self._work = None  # here, since it may hold the last reference to a widget
        channel = self._channel()
        if channel is not None and isValid(channel):
            news(channel)


Work = Callable[[Ticket], T]
News = Callable[["Channel[Any]"], None]


class _Post(QObject):
    """Carries what workers tell to the GUI thread.

    A worker touches this object only and never a channel: it lives as long as the process, while
    a channel goes with the window or dialog that owns it, at any moment.

    Signals:
        arrived(object): a function to be called in the GUI thread.
    """

    arrived = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.arrived.connect(self._deliver)

    def _deliver(self, letter: Callable[[], None]) -> None:
        letter()


@cache
def _post() -> _Post:
    return _Post()


class Channel(QObject, Generic[T]):
    """One kind of question. A new question cancels the one before; at most one runs at a time.

    It may be destroyed at any moment, also while its work is under way: no answer comes then.

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

    def __init__(self, label: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.label = label
        self._number = 0
        self._running: Ticket | None = None
        self._waiting: Work[T] | None = None

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
        self._running = Ticket(self._number, work, self)
        QThreadPool.globalInstance().start(self._running.run)

    # ---------------------------------------------- what its tickets tell, in the GUI thread

    def take_end(self, number: int, result: object, error: Exception | None) -> None:
        """Take what came of the work of a ticket, and begin what was asked meanwhile."""
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

    def take_better(self, number: int, answer: object) -> None:
        """Take an answer that a better one may still replace."""
        if number == self._number:
            self.ready.emit(answer)

    def take_progress(self, number: int, fraction: float) -> None:
        """Take how far the work of a ticket is."""
        if number == self._number:
            self.progressed.emit(fraction)


def wait_for_all(milliseconds: int = 5000) -> None:
    """Wait until no worker runs, at closing time."""
    QThreadPool.globalInstance().waitForDone(milliseconds)
