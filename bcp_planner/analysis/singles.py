"""What every service's failure alone takes down, and single points of failure (semantics.md 6).

Computed by losing each service in turn (all at once, bit by bit), so redundancy that shares
something below is seen for what it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from bcp_planner.analysis.arrays import Compiled, Structure
from bcp_planner.analysis.graph import compiled
from bcp_planner.analysis.impact import going_down, impact
from bcp_planner.domain.durations import Duration
from bcp_planner.domain.entities import Failure, Scenario
from bcp_planner.domain.plan import Plan

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Ints: TypeAlias = npt.NDArray[np.int64]
    Flags: TypeAlias = npt.NDArray[np.bool_]
    Words: TypeAlias = npt.NDArray[np.uint64]


SIZES, CAUSES, ALL_DETAILS = range(3)
"""How much a sweep finds out."""


@dataclass(frozen=True, slots=True)
class SinglePoint:
    """A service whose failure alone takes others down."""

    service: str
    taken_down: tuple[str, ...]
    """The services that go down with it, in the order of the plan."""
    targets: tuple[str, ...]
    """Those of them with an objective of their own (RTO or MTPD)."""


@dataclass(frozen=True, slots=True)
class Sweep:
    """What single failures do, as arrays in the order of the plan.

    Attributes:
        taken: How many other services each service takes down.
        singles: How many other services take each service down alone.
        common: For each redundant requirement, how many single failures lose it.
        example: One of those, -1 where there is none.
        watched: Some services, by number.
        rows: A row of bits for each of these: what takes it down, itself included.
        place: The bit that stands for each service.
    """

    taken: Ints
    singles: Ints
    common: Ints
    example: Ints
    watched: Ints
    rows: Words
    place: Ints

    def threatened(self) -> Ints:
        """Return how many watched services each service takes down, others than itself."""
        import numpy as np

        counts = np.zeros(self.rows.shape[1] * 64, np.int64)
        # As many rows at once as a byte can count.
        for begin in range(0, len(self.rows), 255):
            some = self.rows[begin : begin + 255].view(np.uint8)
            bits = np.unpackbits(some, axis=1, bitorder="little")
            counts += bits.sum(axis=0, dtype=np.uint8)
        counts = counts[self.place]
        counts[self.watched] -= 1
        return counts

    def taken_down_by(self, culprit: int) -> list[int]:
        """Return the watched services that a service takes down, others than itself."""
        word, bit = divmod(int(self.place[culprit]), 64)
        lost = (self.rows[:, word] >> bit) & 1 == 1
        return [number for number in self.watched[lost].tolist() if number != culprit]


def blast_sizes(plan: Plan, horizon: Duration | None = None) -> Mapping[str, int]:
    """Return for every service how many others its failure alone takes down.

    Args:
        plan: The plan.
        horizon: Only losses up to then count; 0 is immediately, None is eventually.
    """
    structure = compiled(plan).structure
    return BlastSizes(structure, _sizes(structure, horizon))


class BlastSizes(Mapping[str, int]):
    """How many others the failure of each service alone takes down."""

    def __init__(self, structure: Structure, sizes: Ints) -> None:
        self._structure, self._sizes = structure, sizes

    def __len__(self) -> int:
        """Return the number of services."""
        return len(self._structure)

    def __iter__(self) -> Iterator[str]:
        """Iterate over service ids in the order of the plan."""
        return iter(self._structure.ids)

    def __getitem__(self, service_id: str) -> int:
        """Return how many others a service takes down."""
        return int(self._sizes[self._structure.index[service_id]])


def single_point_counts(plan: Plan) -> Mapping[str, int]:
    """Return for every service how many others take it down by failing alone."""
    structure = compiled(plan).structure
    counts = run_sweep(structure, structure.carrying, details=ALL_DETAILS).singles.tolist()
    return dict(zip(structure.ids, counts, strict=True))


def single_points(plan: Plan, services: Sequence[str] | None = None) -> SinglePoints:
    """Return every service whose failure alone takes others down, the most harmful first.

    Args:
        plan: The plan.
        services: Look at these only; None for all.
    """
    return SinglePoints(plan, compiled(plan), services)


class SinglePoints(Mapping[str, SinglePoint]):
    """Single points of failure by id, most services first; details when asked for."""

    def __init__(self, plan: Plan, arrays: Compiled, services: Sequence[str] | None) -> None:
        structure = arrays.structure
        taken = sweep_of(structure).taken.tolist()
        wanted = range(len(taken)) if services is None else [structure.index[s] for s in services]
        ranked = sorted((n for n in wanted if taken[n]), key=lambda n: -taken[n])
        self._plan = plan
        self.sizes: Mapping[str, int] = {structure.ids[n]: taken[n] for n in ranked}
        """How many services each one takes down."""

    def __len__(self) -> int:
        """Return the number of single points of failure."""
        return len(self.sizes)

    def __iter__(self) -> Iterator[str]:
        """Iterate over ids, the one that takes most services down first."""
        return iter(self.sizes)

    def __getitem__(self, service_id: str) -> SinglePoint:
        """Return what one of them takes down."""
        if service_id not in self.sizes:
            raise KeyError(service_id)
        lost = taken_down_by(self._plan, service_id)
        targets = (s for s in lost if _has_target(self._plan, s))
        return SinglePoint(service_id, lost, tuple(targets))


def taken_down_by(plan: Plan, service_id: str, horizon: Duration | None = None) -> tuple[str, ...]:
    """Return the other services that go down when one service fails alone at time 0."""
    alone = Scenario(id=service_id, fails=(Failure(service=service_id),))
    lost = impact(plan, alone, horizon).services
    return tuple(s for s in going_down(lost) if s != service_id)


def _has_target(plan: Plan, service_id: str) -> bool:
    service = plan.services[service_id]
    return service.rto is not None or service.mtpd is not None


def _sizes(structure: Structure, horizon: Duration | None) -> Ints:
    """Return the sizes; a sweep is enough when no tolerance can be cut short by the horizon."""
    import numpy as np

    if horizon is None:
        return sweep_of(structure).taken
    in_time = (structure.hard == 1) & (structure.tolerance <= horizon)
    if not structure.tolerance[in_time].any():
        return run_sweep(structure, in_time, details=SIZES).taken
    from bcp_planner.analysis.kernels.spread import taken_down_by_each

    return taken_down_by_each.for_size(len(structure))(
        structure.dependant,
        structure.size - structure.needed + 1,
        in_time.astype(np.int64),
        structure.tolerance,
        *structure.used,
        len(structure),
        horizon,
    )


def sweep_of(structure: Structure) -> Sweep:
    """Return the sweep over all hard requirements, kept with the structure."""
    found = structure.kept.get("sweep")
    return found if isinstance(found, Sweep) else watching(structure, ())


def watching(structure: Structure, services: Sequence[int]) -> Sweep:
    """Return the sweep over all hard requirements that also tells what takes some down."""
    import numpy as np

    wanted = np.array(services, np.int64)
    found = structure.kept.get("sweep")
    if not isinstance(found, Sweep) or not np.array_equal(found.watched, wanted):
        found = run_sweep(structure, structure.carrying, wanted)
        structure.kept["sweep"] = found
    return found


def run_sweep(
    structure: Structure,
    carries: Flags,
    watched: Ints | None = None,
    details: int = CAUSES,
) -> Sweep:
    """Lose every service in turn, with only some of the requirements taking dependants along.

    Args:
        structure: Who needs whom.
        carries: The requirements that take their dependants down.
        watched: Services whose rows are wanted.
        details: ``SIZES``, ``CAUSES`` (all but ``singles``) or ``ALL_DETAILS``.
    """
    import numpy as np

    from bcp_planner.analysis.kernels.sweep import sweep

    watched = np.empty(0, np.int64) if watched is None else watched
    row_of = np.full(len(structure), -1, np.int64)
    row_of[watched] = np.arange(len(watched))
    group_first, group, twin = _sweep_order(structure, carries)
    taken, singles, common, example, rows = sweep.for_size(len(structure))(
        structure.first,
        structure.provider,
        structure.needed,
        carries.astype(np.int64),
        *structure.own,
        group_first,
        group,
        twin,
        row_of,
        details,
    )
    place = np.empty_like(group)
    place[group] = np.arange(len(group))
    return Sweep(taken, singles, common, example, watched, rows, place)


def _sweep_order(structure: Structure, carries: Flags) -> tuple[Ints, Ints, Ints]:
    """Return cycles, services by cycle, and which services always go down together."""
    if carries is structure.carrying:
        cycles = structure.cycles_of("hard", carries)
        twin = structure.splits_of("twin", cycles, carries & structure.needs_all)
    else:
        cycles = structure.cycles(carries)
        twin = structure.split(cycles, carries & structure.needs_all)
    return cycles[1], twin[2], twin[0]
