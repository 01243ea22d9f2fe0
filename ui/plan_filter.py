"""One filter for the whole window: what is typed, what fits, and whether the rest is hidden."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from bcp_planner.domain.change import Change
from ui.analysis_hub import AnalysisHub
from ui.bridge import PlanBridge
from ui.models.columns import Column
from ui.query import Condition, Query, WrongQuery, parse, written


class PlanFilter(QObject):
    """What people look for; canvas, table and outline follow the same one.

    Attributes:
        text: The filter as it was typed; `query` says how it is written.
        conditions: What it was understood as.
        matches: The services that fit, in the order of the plan; none without a filter.
        problem: Why it could not be understood; empty when it was.
        hides: Whether the services that do not fit are hidden.

    Signals:
        changed(): another filter, other services that fit, or other ones hidden.
    """

    changed = Signal()

    def __init__(self, bridge: PlanBridge, hub: AnalysisHub) -> None:
        super().__init__(bridge)
        self._bridge = bridge
        self.query = Query(())
        self.text = ""
        self.conditions: tuple[Condition, ...] = ()
        self.matches: tuple[str, ...] = ()
        self.problem = ""
        self.hides = False
        self._is_old = False
        bridge.changed.connect(self._on_changed)
        bridge.settled.connect(self._on_settled)
        bridge.replaced.connect(self.clear)
        for signal in (hub.impact_ready, hub.recovery_ready, hub.objectives_ready, hub.blast_ready):
            signal.connect(self._on_figures)

    def over(self, columns: Sequence[Column]) -> None:
        """Take the columns that can be asked for."""
        self.query = Query(columns)

    @property
    def shown(self) -> frozenset[str] | None:
        """The services that are not hidden; None when nothing is."""
        active = self.hides and bool(self.conditions) and not self.problem
        return frozenset(self.matches) if active else None

    def say(self, text: str, *, hides: bool | None = None) -> None:
        """Look for something else; `hides` also says whether the rest is hidden."""
        hides = self.hides if hides is None else hides
        if (text, hides) != (self.text, self.hides):
            self.text, self.hides, self.conditions = text, hides, parse(text)
            self._find()

    def drop(self, condition: Condition) -> None:
        """Go on without one condition."""
        self.say(written([kept for kept in self.conditions if kept != condition]))

    def clear(self) -> None:
        """Look for nothing."""
        self.say("", hides=False)

    # ------------------------------------------------------------------------------- inside

    def _find(self) -> None:
        self.matches, self.problem = (), ""
        if self.conditions:
            try:
                test = self.query.test(self.conditions)
            except WrongQuery as wrong:
                self.problem = str(wrong)
            else:
                services = self._bridge.plan.services.values()
                self.matches = tuple(service.id for service in services if test(service))
        self.changed.emit()

    def _on_changed(self, change: Change) -> None:
        self._is_old |= bool(change.tables.keys() & {"services", "contacts"})

    def _on_settled(self) -> None:
        """Look again once every view knows the services that are new."""
        if self._is_old and self.conditions:
            self._find()
        self._is_old = False

    def _on_figures(self) -> None:
        if self.query.uses_figures(self.conditions):
            self._find()
