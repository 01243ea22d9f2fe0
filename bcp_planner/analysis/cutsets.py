"""Minimal cut sets: which failures together take a service down (semantics.md 6)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from bcp_planner.analysis.arrays import Structure
from bcp_planner.analysis.families import EMPTY, Families
from bcp_planner.analysis.graph import compiled
from bcp_planner.domain.durations import Duration
from bcp_planner.domain.entities import SERVICE_KINDS
from bcp_planner.domain.errors import Cancelled, PlannerError
from bcp_planner.domain.plan import Plan

ALL, LEAVES = "all", "leaves"

MOST_LISTED = 3_000_000
"""More cut sets than this are counted, not listed."""

_UNBOUNDED = 1 << 30

_State: TypeAlias = tuple[int, Duration | None]
"""A service, and how long after time 0 it must be down at the latest; None: at whatever time."""

_Need: TypeAlias = tuple[int, Duration, list[int]]
"""A hard requirement: how many providers must be lost, its tolerance, its providers."""


@dataclass(frozen=True, slots=True)
class SharedCutSet:
    """Failures that together take services down."""

    members: tuple[str, ...]
    threatens: tuple[str, ...]
    """The services for which this is a minimal cut set, in the order of the plan."""


def cut_sets(
    plan: Plan,
    service: str,
    max_order: int | None = 2,
    among: str = ALL,
    horizon: Duration | None = None,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[tuple[str, ...], ...]:
    """Return the minimal sets of other services whose failure at time 0 takes a service down.

    Args:
        plan: The plan.
        service: Id of the service that goes down.
        max_order: Largest number of members; None for all sets.
        among: What may fail: ``all``, ``leaves`` (services without hard requirements) or a kind.
        horizon: Only sets that take it down by then; None for at whatever time.
        progress: Told the share of the work done, 0 to 1.
        cancelled: Asked now and then whether to stop.

    Returns:
        Each set sorted; the sets by size, then by text.

    Raises:
        PlannerError: if ``among`` is not known, or there are more sets than can be listed.
        Cancelled: when asked to stop.
    """
    search = _Search(plan, service, max_order, among, horizon)
    family = search.run(progress, cancelled)
    total = sum(search.families.counts(family).values())
    if total > MOST_LISTED:
        raise PlannerError(
            f"{service} has {total} minimal cut sets, too many to list; choose a lower order"
        )
    found = search.named(search.families.sets(family))
    return tuple(sorted(found, key=lambda members: (len(members), members)))


def cut_set_counts(
    plan: Plan,
    service: str,
    max_order: int | None = None,
    among: str = ALL,
    horizon: Duration | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Mapping[int, int]:
    """Return how many minimal cut sets there are of each order; any number can be counted."""
    search = _Search(plan, service, max_order, among, horizon)
    counts = search.families.counts(search.run(None, cancelled))
    return dict(sorted(counts.items()))


def shared_cut_sets(
    plan: Plan,
    services: Sequence[str],
    max_order: int | None = 2,
    among: str = ALL,
    horizon: Duration | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[SharedCutSet, ...]:
    """Return the cut sets of several services, such as a tier, with what each threatens.

    Sorted by size, then by how many of the services are threatened (most first), then by text.
    """
    threatens: dict[tuple[str, ...], list[str]] = {}
    for service in services:
        for members in cut_sets(plan, service, max_order, among, horizon, None, cancelled):
            threatens.setdefault(members, []).append(service)
    made = [SharedCutSet(members, tuple(lost)) for members, lost in threatens.items()]
    return tuple(sorted(made, key=lambda s: (len(s.members), -len(s.threatens), s.members)))


def may_fail(plan: Plan, among: str) -> list[bool]:
    """Return for every service, in the order of the plan, whether it may be a member.

    Raises:
        PlannerError: if ``among`` is neither all, leaves nor a kind.
    """
    if among == ALL:
        return [True] * len(plan.services)
    structure = compiled(plan).structure
    if among == LEAVES:
        inner = set(structure.dependant[structure.hard == 1].tolist())
        return [number not in inner for number in range(len(structure))]
    if among in SERVICE_KINDS:
        return [service.kind == among for service in plan.services.values()]
    known = ", ".join((ALL, LEAVES, *SERVICE_KINDS))
    raise PlannerError(f"“{among}” does not say what may fail; choose one of {known}")


class _Search:
    """The formula of one service, unfolded over time where a horizon cuts tolerances short."""

    def __init__(
        self,
        plan: Plan,
        service: str,
        max_order: int | None,
        among: str,
        horizon: Duration | None,
    ) -> None:
        self._structure = compiled(plan).structure
        if service not in self._structure.index:
            raise PlannerError(f"“{service}” is not among the services")
        self._target = self._structure.index[service]
        self._may_fail = may_fail(plan, among)
        self._may_fail[self._target] = False
        self._needs = _hard_needs(self._structure)
        self._slack = _longest_tolerances(self._structure) if horizon is not None else []
        self._unfold(self._state(self._target, horizon))
        self._stop: Callable[[], bool] = lambda: False
        largest = _UNBOUNDED if max_order is None else max_order
        self.families = Families(len(self._variables), largest, self._check)

    def named(self, sets: Iterable[tuple[int, ...]]) -> list[tuple[str, ...]]:
        """Return sets of variables as sorted ids."""
        ids = [self._structure.ids[number] for number in self._variables]
        return [tuple(sorted([ids[variable] for variable in members])) for members in sets]

    def run(
        self, progress: Callable[[float], None] | None, cancelled: Callable[[], bool] | None
    ) -> int:
        """Return the family of minimal cut sets."""
        self._stop = cancelled or self._stop
        family = dict.fromkeys(range(len(self._states)), EMPTY)
        done = 0
        for members in self._cycles():
            self._settle(members, family)
            done += len(members)
            self._check()
            if progress:
                progress(done / len(self._states))
        return family[0]

    def _check(self) -> None:
        if self._stop():
            raise Cancelled("Stopped looking for cut sets")

    def _settle(self, members: Sequence[int], family: dict[int, int]) -> None:
        """Set the families of a cycle: the least solution, grown from nothing."""
        growing = True
        while growing:
            growing = False
            for state in members:
                new = self._family(state, family)
                growing = growing or (new != family[state] and len(members) > 1)
                family[state] = new

    def _family(self, state: int, family: Mapping[int, int]) -> int:
        number = self._states[state][0]
        ways = [
            self.families.at_least(missing, [family[provider] for provider in providers])
            for missing, providers in self._formula[state]
        ]
        if self._may_fail[number]:
            ways.append(self.families.single(self._variables[number]))
        return self.families.union_of(ways)

    def _state(self, number: int, by: Duration | None) -> _State:
        """Return a state; a horizon that cuts nothing short below is no horizon."""
        if by is not None and by >= self._slack[number]:
            by = None
        return number, by

    def _unfold(self, root: _State) -> None:
        """Number the states that matter, and order the variables as the formula is read."""
        self._states: list[_State] = [root]
        self._formula: list[list[tuple[int, list[int]]]] = []
        self._variables: dict[int, int] = {}
        known = {root: 0}
        while len(self._formula) < len(self._states):
            state = self._states[len(self._formula)]
            ways: list[tuple[int, list[int]]] = []
            for missing, tolerance, providers in self._needs[state[0]]:
                by = None if state[1] is None else state[1] - tolerance
                if by is None or by >= 0:
                    below = [self._state(provider, by) for provider in providers]
                    for new in below:
                        if new not in known:
                            known[new] = len(self._states)
                            self._states.append(new)
                    ways.append((missing, [known[new] for new in below]))
            self._formula.append(ways)
        self._order_variables()

    def _order_variables(self) -> None:
        """Number the services that may fail in the order of a walk, leaves of a service first.

        A service comes before what is below it: adding its own failure to all that takes it
        down from below is then one step, however deep that goes.
        """
        seen = {0}
        path = [iter(self._parts(0))]
        self._take(0)
        while path:
            following = next((part for part in path[-1] if part not in seen), None)
            if following is None:
                path.pop()
                continue
            seen.add(following)
            self._take(following)
            path.append(iter(self._parts(following)))

    def _take(self, state: int) -> None:
        number = self._states[state][0]
        if self._may_fail[number] and number not in self._variables:
            self._variables[number] = len(self._variables)

    def _parts(self, state: int) -> list[int]:
        parts = (provider for _, providers in self._formula[state] for provider in providers)
        return sorted(parts, key=lambda part: bool(self._formula[part]))

    def _cycles(self) -> list[list[int]]:
        """Return states that depend on each other together, what they need before them."""
        import numpy as np

        from bcp_planner.analysis.kernels.components import components, rows

        pairs = [(s, p) for s, ways in enumerate(self._formula) for _, ps in ways for p in ps]
        source, target = np.array(pairs, np.int64).reshape(-1, 2).T.copy()
        size = len(self._states)
        first, below = rows.for_size(size)(size, source, target)
        label, count = components(first, below)
        cycles: list[list[int]] = [[] for _ in range(count)]
        numbers: list[int] = label.tolist()
        for state, number in enumerate(numbers):
            cycles[number].append(state)
        return cycles


def _hard_needs(structure: Structure) -> list[list[_Need]]:
    """Return for every service its hard requirements: how many must be lost, tolerance, whom."""
    needs: list[list[_Need]] = [[] for _ in range(len(structure))]
    missing = (structure.size - structure.needed + 1).tolist()
    tolerance, hard = structure.tolerance.tolist(), structure.hard.tolist()
    dependants: list[int] = structure.dependant.tolist()
    for requirement, dependant in enumerate(dependants):
        if hard[requirement]:
            providers = structure.providers_of(requirement)
            needs[dependant].append((missing[requirement], tolerance[requirement], providers))
    return needs


def _longest_tolerances(structure: Structure) -> list[Duration]:
    """Return a bound for the sum of tolerances on the way down from each service."""
    label, first, group = structure.cycles_of("hard", structure.hard == 1)
    needs = _hard_needs(structure)
    cycle: list[int] = label.tolist()
    longest: list[Duration] = [0] * len(structure)
    for number in range(len(first) - 1):
        members: list[int] = group[first[number] : first[number + 1]].tolist()
        inside, outside = 0, 0
        for member in members:
            for _, tolerance, providers in needs[member]:
                if any(cycle[provider] == number for provider in providers):
                    inside += tolerance
                below = [longest[p] for p in providers if cycle[p] != number]
                outside = max(outside, tolerance + max(below, default=0))
        for member in members:
            longest[member] = inside + outside
    return longest
