"""Forecasts beside the window: of where an event stands, and of what if."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from bcp_planner.domain.errors import PlannerError
from bcp_planner.exercises.forecast import Alternative, Forecast, forecast, sooner, what_if
from bcp_planner.exercises.standing import Standing
from ui.jobs import Channel
from ui.language import shown, tr
from ui.workspace import Workspace


class Foreseen(NamedTuple):
    """A forecast and where the event stood when it was made."""

    at: Standing
    forecast: Forecast


class Choice(NamedTuple):
    """What would change if one service came first."""

    at: Standing
    first: str
    found: Alternative


class Forecasting(QObject):
    """Answers one question at a time; while it works, only the newest standing waits.

    Signals:
        ready(Foreseen): a forecast.
        compared(Choice): what would change in another order.
    """

    ready = Signal(object)
    compared = Signal(object)

    def __init__(self, space: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._space = space
        self._next: Standing | None = None
        self.looking: Channel[Foreseen] = Channel(tr("Forecasting"), self)
        self.looking.ready.connect(self._on_ready)
        self.choosing: Channel[Choice] = Channel(tr("Comparing two orders"), self)
        self.choosing.ready.connect(self.compared)
        for channel in (self.looking, self.choosing):
            channel.failed.connect(self._refuse)

    def look(self, at: Standing) -> None:
        """Forecast from where an event stands.

        The clock asks each second: a forecast under way is finished first, or in a large plan
        none would ever be.
        """
        if self.looking.busy:
            self._next = at
        else:
            self.looking.ask(lambda _: Foreseen(at, forecast(at)))

    def compare(self, at: Standing, first: str) -> None:
        """Compare the adopted order with one in which a service comes as early as possible."""
        self.choosing.ask(lambda _: Choice(at, first, what_if(at, sooner(at, first))))

    def _on_ready(self, seen: Foreseen) -> None:
        self.ready.emit(seen)
        self._go_on()

    def _go_on(self) -> None:
        waiting, self._next = self._next, None
        if waiting is not None:
            self.look(waiting)

    def _refuse(self, error: Exception) -> None:
        self._go_on()
        if not isinstance(error, PlannerError):
            raise error
        self._space.messages.notice(f"{shown(str(error))}.")
