"""The blast radius of a scenario: what goes down, when, and why (semantics.md 2)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, TypeAlias

from bcp_planner.analysis.arrays import NEVER, Structure
from bcp_planner.analysis.graph import compiled
from bcp_planner.analysis.results import Cause, Impact, ServiceImpact, State
from bcp_planner.domain.durations import Duration
from bcp_planner.domain.entities import Scenario
from bcp_planner.domain.plan import Plan

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from bcp_planner.analysis.kernels.spread import Spread

    Ints: TypeAlias = npt.NDArray[np.int64]

STATES = (State.UP, State.AT_RISK, State.DEGRADED, State.DOWN)
"""States by number, best first."""


def impact(plan: Plan, scenario: Scenario, horizon: Duration | None = None) -> Impact:
    """Return what a scenario does to every service of the plan, before any recovery.

    Args:
        plan: The plan.
        scenario: What fails and when; services that the plan does not know are ignored.
        horizon: Later times count as never; None for no limit.
    """
    structure = compiled(plan).structure
    fails = {failure.service for failure in scenario.fails}
    services = ServiceImpacts(structure, fails, *_spread(structure, scenario, horizon))
    return Impact(services, services.taken_down(), horizon)


def going_down(services: Mapping[str, ServiceImpact]) -> list[str]:
    """Return the ids of the services that go down, in the order of the plan."""
    if isinstance(services, ServiceImpacts):
        return services.going_down()
    return [key for key, one in services.items() if one.state is State.DOWN]


def _spread(
    structure: Structure, scenario: Scenario, horizon: Duration | None
) -> tuple[Spread, Spread, int]:
    """Return losses, degradations, and the first moment that counts as never."""
    import numpy as np

    from bcp_planner.analysis.kernels.spread import spread

    never = NEVER if horizon is None else min(NEVER, horizon + 1)
    run = spread.for_size(len(structure))
    missing = structure.size - structure.needed + 1
    shared = (structure.dependant, missing, structure.hard)
    begin = np.full(len(structure), never, np.int64)
    for failure in scenario.fails:
        number = structure.index.get(failure.service)
        if number is not None:
            begin[number] = min(failure.at, begin[number])
    down = run(*shared, structure.tolerance, *structure.used, begin, _in_time(begin, never), never)
    begin = down[0].copy()
    soft = np.flatnonzero(structure.hard == 0)
    np.minimum.at(begin, structure.dependant[soft], down[2][soft])
    no_delay = np.zeros_like(structure.tolerance)
    return (
        down,
        run(*shared, no_delay, *structure.used, begin, _in_time(begin, never), never),
        never,
    )


def _in_time(begin: Ints, never: int) -> Ints:
    """Return the services that are lost by themselves, by time and then by number."""
    import numpy as np

    failing = np.flatnonzero(begin < never)
    return failing[np.argsort(begin[failing], kind="stable")]


class ServiceImpacts(Mapping[str, ServiceImpact]):
    """The impact on every service; each one is put together when it is asked for."""

    def __init__(
        self, structure: Structure, fails: set[str], down: Spread, degraded: Spread, never: int
    ) -> None:
        self._structure = structure
        self._fails = fails
        self._never = never
        self._down_at, self._down_cause, self._lost, self._lost_by = down
        self._degraded_at, self._degraded_cause, self._slow, self._slow_by = degraded
        self._made: dict[str, ServiceImpact] = {}

    def __len__(self) -> int:
        """Return the number of services."""
        return len(self._structure)

    def __iter__(self) -> Iterator[str]:
        """Iterate over service ids in the order of the plan."""
        return iter(self._structure.ids)

    def __getitem__(self, service_id: str) -> ServiceImpact:
        """Return the impact on one service."""
        made = self._made.get(service_id)
        if made is None:
            made = self._made[service_id] = self._make(self._structure.index[service_id])
        return made

    def taken_down(self) -> int:
        """Return how many services go down without failing themselves."""
        import numpy as np

        goes_down = self._down_at < self._never
        themselves = [
            number
            for service_id in self._fails
            if (number := self._structure.index.get(service_id)) is not None
        ]
        return int(np.count_nonzero(goes_down) - np.count_nonzero(goes_down[themselves]))

    def going_down(self) -> list[str]:
        """Return the ids of the services that go down, in the order of the plan."""
        import numpy as np

        numbers = np.flatnonzero(self._down_at < self._never).tolist()
        return [self._structure.ids[number] for number in numbers]

    def states(self) -> npt.NDArray[np.int8]:
        """Return the state of every service as its place in ``STATES``, in the plan's order."""
        import numpy as np

        states = np.where(self._at_risk() < self._never, 1, 0)
        states[self._degraded_at < self._never] = 2
        states[self._down_at < self._never] = 3
        return states.astype(np.int8)

    def _at_risk(self) -> Ints:
        """Return when the first spare of each service is gone."""
        import numpy as np

        providers, dependants = self._structure.spare_edges
        risk = np.full(len(self._structure), self._never, np.int64)
        np.minimum.at(risk, dependants, self._down_at[providers])
        return risk

    def _make(self, number: int) -> ServiceImpact:
        risk, risk_cause = self._risk_of(number)
        down, degraded = int(self._down_at[number]), int(self._degraded_at[number])
        down_cause = self._down_cause_of(number)
        degraded_by = down_cause if degraded == down else self._degraded_cause_of(number)
        state, cause = State.UP, None
        if down < self._never:
            state, cause = State.DOWN, down_cause
        elif degraded < self._never:
            state, cause = State.DEGRADED, degraded_by
        elif risk < self._never:
            state, cause = State.AT_RISK, risk_cause
        return ServiceImpact(
            state=state,
            down_at=self._moment(down),
            degraded_at=self._moment(degraded),
            at_risk_at=self._moment(risk),
            fails_itself=self._structure.ids[number] in self._fails,
            cause=cause,
            degraded_by=degraded_by,
        )

    def _moment(self, time: int) -> Duration | None:
        return time if time < self._never else None

    def _down_cause_of(self, number: int) -> Cause | None:
        requirement = int(self._down_cause[number])
        if requirement < 0:
            return None
        tolerance = int(self._structure.tolerance[requirement])
        return self._cause(
            requirement, self._lost_by[requirement], self._lost[requirement], tolerance
        )

    def _degraded_cause_of(self, number: int) -> Cause | None:
        """Return the hard requirement that slows it down, or else the soft one it has lost."""
        requirement = int(self._degraded_cause[number])
        if requirement >= 0:
            return self._cause(requirement, self._slow_by[requirement], self._slow[requirement])
        at = self._degraded_at[number]
        if at < self._never:
            for requirement in self._own(number):
                if not self._structure.hard[requirement] and self._lost[requirement] == at:
                    return self._cause(requirement, self._lost_by[requirement], at)
        return None

    def _risk_of(self, number: int) -> tuple[int, Cause | None]:
        """Return when the first spare is gone, and which."""
        structure, best, cause = self._structure, self._never, None
        for requirement in self._own(number):
            if structure.needed[requirement] < structure.size[requirement]:
                for provider in structure.providers_of(requirement):
                    if self._down_at[provider] < best:
                        best = int(self._down_at[provider])
                        cause = self._cause(requirement, provider, best)
        return best, cause

    def _own(self, number: int) -> list[int]:
        first, requirements = self._structure.own
        return requirements[first[number] : first[number + 1]].tolist()

    def _cause(
        self, requirement: int, provider: int, lost_at: int, tolerance: Duration = 0
    ) -> Cause:
        structure = self._structure
        return Cause(
            structure.requirement_ids[requirement],
            structure.ids[provider],
            int(lost_at),
            tolerance,
        )
