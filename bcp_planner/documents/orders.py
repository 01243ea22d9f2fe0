"""The recovery orders that documents print, each worked out once for all of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from bcp_planner.domain.entities import Scenario
from bcp_planner.domain.errors import Cancelled
from bcp_planner.domain.plan import Plan

if TYPE_CHECKING:
    from bcp_planner.analysis.results import Recovery

SECONDS = 10.0
"""How long the best order of a scenario is looked for."""


class Orders:
    """The recovery orders of one plan value; threads may share it."""

    def __init__(self, plan: Plan, *, seconds: float = SECONDS) -> None:
        """Know nothing yet.

        Args:
            plan: The plan.
            seconds: How long to look for a better order; 0 takes the best by rule, at once.
        """
        self.plan = plan
        self._seconds = seconds
        self._known: dict[str, tuple[Scenario, Recovery]] = {}

    def know(self, scenario: Scenario, recovery: Recovery) -> None:
        """Print this order, such as the one on screen, for a scenario."""
        self._known[scenario.id] = (scenario, recovery)

    def knows(self, scenario: Scenario) -> bool:
        """Tell whether the order of a scenario needs no more work."""
        known = self._known.get(scenario.id)
        return known is not None and known[0] == scenario

    def of(self, scenario: Scenario, report: Callable[[float], None]) -> Recovery:
        """Return the order of a scenario.

        Args:
            scenario: What fails.
            report: Asked now and then; raises `Cancelled` to stop.

        Raises:
            Cancelled: if `report` asked to stop.
        """
        if self.knows(scenario):
            return self._known[scenario.id][1]
        from bcp_planner.analysis.recovery import recover

        def stopped() -> bool:
            try:
                report(0.0)
            except Cancelled:
                return True
            return False

        found = recover(self.plan, scenario, seconds=self._seconds, cancelled=stopped)
        report(0.0)
        self.know(scenario, found)
        return found
