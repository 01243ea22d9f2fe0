"""Work of some seconds that the person waits for, done beside the window, which goes on painting.

Deriving a key from a passphrase takes that long on purpose. What follows in the code follows in
time, as if the work had been done in its place; only what the person sees differs.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QProgressBar, QVBoxLayout, QWidget

from bcp_planner.domain.errors import Cancelled
from bcp_planner.storage import key_work
from ui.jobs import Channel, Ticket
from ui.language import tr
from ui.stillness import show_unknown

T = TypeVar("T")


class Patience(Generic[T]):
    """One piece of work, and what stops it."""

    def __init__(self, work: Callable[[], T]) -> None:
        """Prepare it.

        Args:
            work: Called in another thread; it must not touch anything of Qt.
        """
        self._work = work
        self._channel: Channel[T] = Channel("")
        self._results: list[T] = []
        self._problems: list[Exception] = []

    def wait(self) -> T:
        """Do the work, handling events meanwhile, and return what comes of it.

        Raises:
            Cancelled: if it was stopped.
            Exception: what the work raises.
        """
        loop, channel = QEventLoop(), self._channel
        channel.ready.connect(self._results.append)
        channel.failed.connect(self._problems.append)
        channel.busy_changed.connect(lambda busy: None if busy else loop.quit())
        channel.ask(self._do)
        if channel.busy:
            loop.exec()
        for problem in self._problems:
            raise problem
        for result in self._results:
            return result
        raise Cancelled(tr("Stopped"))

    def stop(self) -> None:
        """Let the work end soon; when it is done all the same, it counts."""
        self._channel.finish()

    def _do(self, ticket: Ticket) -> T:
        with key_work.beside(lambda: ticket.cancelled):
            return self._work()


def busy_bar() -> QProgressBar:
    """Return a bar that says that something goes on, and not how far it is."""
    bar = QProgressBar(textVisible=False)
    show_unknown(bar)
    bar.setAccessibleName(tr("Progress"))
    return bar


def patiently(
    window: QWidget | None, said: str, work: Callable[[], T], *, stoppable: bool = True
) -> T:
    """Do work beside a window, with a sign over it that says what is going on.

    Args:
        window: The window; None or a hidden one is not looked at by anybody, so that the work is
            done in place.
        said: What is going on, in a few words.
        work: Called in another thread; it must not touch anything of Qt.
        stoppable: Whether the sign has a button that stops it.

    Raises:
        Cancelled: if it was stopped.
        Exception: what the work raises.
    """
    if window is None or not window.isVisible():
        return work()
    patience = Patience(work)
    sign = _Sign(window, said, patience.stop if stoppable else None)
    sign.show()
    try:
        return patience.wait()
    finally:
        sign.hide()
        sign.deleteLater()


class _Sign(QDialog):
    """Says what is going on; the window behind it takes no input meanwhile."""

    def __init__(self, window: QWidget, said: str, stop: Callable[[], None] | None) -> None:
        super().__init__(window)
        self.setWindowTitle(tr("Business Continuity Planner"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._stop = stop
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        column.addWidget(QLabel(said))
        column.addWidget(busy_bar())
        if stop is not None:
            self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
            self.buttons.rejected.connect(self.reject)
            column.addWidget(self.buttons)
        self.setMinimumWidth(320)

    def reject(self) -> None:
        """Ask the work to stop, where it may; the sign goes when it has."""
        if self._stop is not None:
            self._stop()
            self.setEnabled(False)
