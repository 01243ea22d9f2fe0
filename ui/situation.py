"""What the person looks at: the scenario, the aim of the recovery, and the moment in time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from bcp_planner.domain.durations import HOUR, Duration
from bcp_planner.domain.entities import Failure, Scenario
from bcp_planner.domain.plan import Plan
from ui.bridge import PlanBridge
from ui.language import tr

AIMS = ("lateness", "cost", "makespan")

FIRST_HORIZON = 4 * HOUR
"""Within which time losses are counted until the person says otherwise."""


@dataclass(frozen=True, slots=True)
class WhatIf:
    """A scenario that is tried out and is not part of the plan."""

    services: tuple[str, ...]

    def scenario(self, plan: Plan) -> Scenario:
        """Return it as a scenario of services that the plan still has."""
        alive = [key for key in self.services if key in plan.services]
        names = ", ".join(plan.services[key].title for key in alive[:3])
        more = tr(" and {value} more", value=len(alive) - 3) if len(alive) > 3 else ""
        fails = tuple(Failure(service=key) for key in alive)
        return Scenario(
            id="", name=tr("What if {names}{more} fails", names=names, more=more), fails=fails
        )


class Situation(QObject):
    """The chosen scenario, kept true while the plan changes.

    Signals:
        scenario_changed(): another scenario, or the chosen one was edited.
        aim_changed(): the recovery is to be planned for another aim.
        moment_changed(): another time after the disruption is shown.
        horizon_changed(): losses are counted within another time.
        order_changed(): the person's own recovery order is another one, or none.
    """

    scenario_changed = Signal()
    aim_changed = Signal()
    moment_changed = Signal()
    horizon_changed = Signal()
    order_changed = Signal()

    def __init__(self, bridge: PlanBridge, aim: str = "lateness") -> None:
        super().__init__(bridge)
        self._bridge = bridge
        self._chosen: str | WhatIf | None = None
        self._scenario: Scenario | None = None
        self._moment: Duration | None = None
        self._aim = aim
        self._horizon: Duration = FIRST_HORIZON
        self._order: tuple[str, ...] | None = None
        bridge.replaced.connect(self._forget)
        bridge.settled.connect(self._refresh)

    @property
    def scenario(self) -> Scenario | None:
        """The scenario that is looked at; its id is empty while it is only tried out."""
        return self._scenario

    @property
    def scenario_id(self) -> str | None:
        """Id of the chosen scenario of the plan; None for none or one that is tried out."""
        return self._chosen if isinstance(self._chosen, str) else None

    @property
    def is_what_if(self) -> bool:
        """Whether the scenario is only tried out."""
        return isinstance(self._chosen, WhatIf)

    @property
    def aim(self) -> str:
        """What the recovery order is chosen for."""
        return self._aim

    @property
    def moment(self) -> Duration | None:
        """Milliseconds after the disruption; None shows the worst that happens to each service."""
        return self._moment

    @property
    def horizon(self) -> Duration:
        """Within which time after a failure losses are counted where a horizon is asked for."""
        return self._horizon

    @property
    def order(self) -> tuple[str, ...] | None:
        """The person's own recovery order; None looks for the best one."""
        return self._order

    def choose(self, scenario_id: str | None) -> None:
        """Look at a scenario of the plan, or at none."""
        self._chosen = scenario_id or None
        self._moment = None
        self._refresh()

    def try_failure(self, services: Iterable[str]) -> None:
        """Look at what happens if these services fail at once."""
        self._chosen = WhatIf(tuple(services))
        self._moment = None
        self._refresh()

    def choose_aim(self, aim: str) -> None:
        """Plan the recovery for another aim."""
        if aim != self._aim and aim in AIMS:
            self._aim = aim
            self.aim_changed.emit()

    def move_to(self, moment: Duration | None) -> None:
        """Show another time after the disruption; None shows the outcome."""
        if moment != self._moment:
            self._moment = moment
            self.moment_changed.emit()

    def choose_horizon(self, horizon: Duration) -> None:
        """Count losses within another time."""
        if horizon != self._horizon:
            self._horizon = horizon
            self.horizon_changed.emit()

    def follow_order(self, order: tuple[str, ...] | None) -> None:
        """Follow the person's own recovery order; None looks for the best one again."""
        if order != self._order:
            self._order = order
            self.order_changed.emit()

    def _refresh(self) -> None:
        found = self._resolved()
        if found != self._scenario:
            self._scenario = found
            self._order = None
            self.scenario_changed.emit()
            self.moment_changed.emit()

    def _resolved(self) -> Scenario | None:
        plan = self._bridge.plan
        if isinstance(self._chosen, WhatIf):
            made = self._chosen.scenario(plan)
            return made if made.fails else None
        return plan.scenarios.get(self._chosen) if self._chosen else None

    def _forget(self) -> None:
        self._chosen, self._moment, self._order = None, None, None
