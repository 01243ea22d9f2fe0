"""Likely causes of what is seen: the smallest sets of failures that explain it.

A set of services explains an observation when its failure at time 0 (semantics.md 2) takes down
every service seen down, degrades every service seen degraded, and leaves alone every service
seen up. Every explanation holds, for each service seen down, a minimal cut set of that service or
the service itself; the search branches over just those (a hitting-set tree), so that it is
complete up to its largest size.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from bcp_planner.analysis.cutsets import cut_sets
from bcp_planner.analysis.graph import digraph
from bcp_planner.analysis.impact import impact
from bcp_planner.analysis.results import Impact, State
from bcp_planner.domain.codec import shown
from bcp_planner.domain.durations import Duration
from bcp_planner.domain.entities import Failure, Scenario
from bcp_planner.domain.errors import Cancelled, PlannerError
from bcp_planner.domain.plan import Plan

LARGEST = 3
"""Most failures that one explanation may hold."""

MOST_TRIED = 20_000
"""Sets tried before the search stops and says that it is incomplete."""


@dataclass(frozen=True, slots=True)
class Observation:
    """What is seen: ids of services, and for how long the disruption has lasted."""

    down: frozenset[str] = frozenset()
    degraded: frozenset[str] = frozenset()
    up: frozenset[str] = frozenset()
    elapsed: Duration | None = None
    """Effects that come later are not expected to be seen yet; None: all are."""


@dataclass(frozen=True, slots=True)
class LikelyCause:
    """One explanation of what is seen.

    Attributes:
        fails: The services that would have failed, sorted.
        unexplained: Services seen down or degraded that it does not explain.
        to_check: Services that would also be down by now and of which nothing is known yet.
        next_down: Services that would go down later, with the time, earliest first.
    """

    fails: tuple[str, ...]
    unexplained: tuple[str, ...]
    to_check: tuple[str, ...]
    next_down: tuple[tuple[str, Duration], ...]


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """Likely causes, best first, and whether every one up to the largest size was tried."""

    causes: tuple[LikelyCause, ...]
    complete: bool


def diagnose(
    plan: Plan,
    seen: Observation,
    *,
    largest: int = LARGEST,
    most: int = 10,
    cancelled: Callable[[], bool] | None = None,
) -> Diagnosis:
    """Return the likely causes of an observation.

    Ranked by: what they leave unexplained, number of failures, number of services that would be
    down although nobody has reported them, then ids.

    Args:
        plan: The plan.
        seen: What is seen.
        largest: Most failures that an explanation may hold.
        most: Number of causes to return.
        cancelled: Asked now and then whether to stop.

    Raises:
        PlannerError: if a service is unknown, seen in two states, or none is seen down or
            degraded.
        Cancelled: when asked to stop.
    """
    _check(plan, seen)
    search = _Search(plan, seen, largest, cancelled)
    causes = sorted(search.run(), key=_rank)
    explaining = [cause for cause in causes if not cause.unexplained]
    return Diagnosis(tuple((explaining or causes)[:most]), search.complete)


def _rank(cause: LikelyCause) -> tuple[int, int, int, tuple[str, ...]]:
    return len(cause.unexplained), len(cause.fails), len(cause.to_check), cause.fails


def _check(plan: Plan, seen: Observation) -> None:
    sets = (seen.down, seen.degraded, seen.up)
    for service in sorted(frozenset[str]().union(*sets)):
        if service not in plan.services:
            raise PlannerError(f"{shown(service)} is not a service of the plan")
        if sum(service in one for one in sets) > 1:
            raise PlannerError(f"{shown(service)} is named in two states; name it once")
    if not seen.down and not seen.degraded:
        raise PlannerError("Name at least one service that is seen down or degraded")


class _Search:
    """Grows sets of failures until they explain everything that is seen."""

    def __init__(
        self, plan: Plan, seen: Observation, largest: int, cancelled: Callable[[], bool] | None
    ) -> None:
        self.complete = True
        self._plan = plan
        self._seen = seen
        self._largest = largest
        self._cancelled = cancelled
        self._tried: set[frozenset[str]] = set()
        self._cut_sets: dict[str, tuple[frozenset[str], ...]] = {}

    def run(self) -> list[LikelyCause]:
        """Return every set found that explains something; none holds another that explains all."""
        open_sets: list[frozenset[str]] = [frozenset()]
        found: list[LikelyCause] = []
        while open_sets:
            grown: set[frozenset[str]] = set()
            for failed in open_sets:
                effects = self._effects(failed)
                missing = self._unexplained(effects)
                if failed:
                    found.append(self._cause(failed, effects, missing))
                if missing:
                    grown.update(self._larger(failed, missing[0]))
            open_sets = sorted(grown, key=lambda one: (len(one), sorted(one)))
        return found

    def _larger(self, failed: frozenset[str], service: str) -> Iterator[frozenset[str]]:
        """Yield the sets that add an explanation of one more service and harm nothing seen up."""
        for added in self._explanations_of(service):
            larger = failed | added
            if len(larger) > self._largest or larger in self._tried:
                continue
            if len(self._tried) >= MOST_TRIED:
                self.complete = False
                return
            if self._cancelled is not None and self._cancelled():
                raise Cancelled("the diagnosis was stopped")
            self._tried.add(larger)
            if not self._harmed(self._effects(larger)):
                yield larger

    def _explanations_of(self, service: str) -> tuple[frozenset[str], ...]:
        known = self._cut_sets.get(service)
        if known is None:
            if service in self._seen.down:
                sets = cut_sets(
                    self._plan, service, max_order=self._largest, horizon=self._seen.elapsed
                )
                candidates = [frozenset({service}), *map(frozenset, sets)]
            else:
                candidates = self._degrading(service)
            known = tuple(one for one in candidates if not one & self._seen.up)
            self._cut_sets[service] = known
        return known

    def _degrading(self, service: str) -> list[frozenset[str]]:
        """Return the single failures below a service that degrade it."""
        import networkx as nx

        graph: Any = digraph(self._plan)
        below: set[str] = nx.descendants(graph, service)  # pyright: ignore[reportUnknownMemberType]
        return [
            frozenset({one})
            for one in sorted(below - self._seen.up)
            if self._effects(frozenset({one})).services[service].state is State.DEGRADED
        ]

    def _effects(self, failed: frozenset[str]) -> Impact:
        fails = tuple(Failure(service=service) for service in sorted(failed))
        return impact(self._plan, Scenario(id="diagnosis", fails=fails), self._seen.elapsed)

    def _unexplained(self, effects: Impact) -> list[str]:
        states = effects.services
        missing = [s for s in self._seen.down if states[s].state is not State.DOWN]
        missing += [s for s in self._seen.degraded if states[s].degraded_at is None]
        return sorted(missing)

    def _harmed(self, effects: Impact) -> bool:
        """Whether something that is seen to work better would be worse."""
        states = effects.services
        return any(states[s].degraded_at is not None for s in self._seen.up) or any(
            states[s].state is State.DOWN for s in self._seen.degraded
        )

    def _cause(self, failed: frozenset[str], effects: Impact, missing: list[str]) -> LikelyCause:
        down = {s for s, one in effects.services.items() if one.state is State.DOWN}
        later: list[tuple[str, Duration]] = []
        if self._seen.elapsed is not None:
            fails = tuple(Failure(service=service) for service in sorted(failed))
            final = impact(self._plan, Scenario(id="diagnosis", fails=fails))
            later = [
                (s, one.down_at)
                for s, one in final.services.items()
                if one.down_at is not None and s not in down
            ]
        return LikelyCause(
            fails=tuple(sorted(failed)),
            unexplained=tuple(missing),
            to_check=tuple(s for s in self._plan.services if s in down - self._seen.down),
            next_down=tuple(sorted(later, key=lambda item: (item[1], item[0]))),
        )
