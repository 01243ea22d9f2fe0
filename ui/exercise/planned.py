"""The planned course of an event, worked out beside the window."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from bcp_planner.analysis.case import Case
from bcp_planner.domain.entities import Scenario
from bcp_planner.domain.errors import PlannerError
from bcp_planner.domain.exercising import Event
from bcp_planner.domain.plan import Plan
from bcp_planner.exercises.standing import planned_case
from ui.jobs import Channel, Ticket
from ui.language import shown, tr
from ui.workspace import Workspace

_READ = ("services", "requirements", "teams", "scenarios", "communications", "info")
"""Parts of the plan from which the course follows."""


class _Known(NamedTuple):
    plan: Plan
    event: Event
    case: Case


class PlannedCase(QObject):
    """Keeps the planned course of one event, and works it out again when the plan has changed.

    Signals:
        ready(): there is a newer one.
    """

    ready = Signal()

    def __init__(self, space: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._space = space
        self._known: _Known | None = None
        self._asked: tuple[Plan, Event] | None = None
        self._channel: Channel[_Known] = Channel(tr("Working out the scenario"), self)
        self._channel.ready.connect(self._take)
        self._channel.failed.connect(self._refuse)

    def of(self, event: Event) -> Case | None:
        """Return the newest course known of an event, None before the first; `ready` follows."""
        plan, known = self._space.bridge.plan, self._known
        if known is None or not _same(known.plan, known.event, plan, event):
            self._ask(plan, event)
        return known.case if known is not None and known.event.id == event.id else None

    def _ask(self, plan: Plan, event: Event) -> None:
        if self._asked is not None and _same(*self._asked, plan, event):
            return
        self._asked = (plan, event)
        scenario = plan.scenarios.get(event.scenario or "") or Scenario(id="seen")

        def work(_: Ticket) -> _Known:
            return _Known(plan, event, planned_case(plan, event, scenario))

        self._channel.ask(work)

    def _take(self, known: _Known) -> None:
        self._known, self._asked = known, None
        self.ready.emit()

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, PlannerError):
            raise error
        self._space.messages.notice(f"{shown(str(error))}.")


def _same(plan: Plan, event: Event, other: Plan, other_event: Event) -> bool:
    return (
        event.id == other_event.id
        and event.order == other_event.order
        and event.scenario == other_event.scenario
        and all(getattr(plan, name) is getattr(other, name) for name in _READ)
    )
