"""Inherited objectives (semantics.md 5), and what the plan's estimates can achieve."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias, cast

from bcp_planner.analysis.arrays import FINISH, NEVER, NOT_NEEDED, Compiled, Structure
from bcp_planner.analysis.graph import compiled
from bcp_planner.analysis.results import ServiceObjectives
from bcp_planner.domain.durations import Duration
from bcp_planner.domain.plan import Plan

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Ints: TypeAlias = npt.NDArray[np.int64]


MOST_LINKS = 1_000_000
"""Most services in the chains of an answer about all services."""


def objectives(plan: Plan) -> Objectives:
    """Return declared, required and achieved objectives of every service.

    A dependency cycle, inside which restart times are not subtracted, is a cycle of the
    requirements that pass objectives on: hard ones that need all their providers, with a
    recovery relation other than none.
    """
    arrays = compiled(plan)
    return Objectives(arrays, *required(arrays), achieved(plan, arrays))


def required(arrays: Compiled) -> tuple[Ints, Ints]:
    """Return the required RTO of every service and the requirement that asks it (-1: none).

    ``NEVER`` stands for having no objective. The answer is kept with the arrays.
    """
    kept = arrays.kept.get("required")
    if kept is None:
        kept = arrays.kept["required"] = _required(arrays)
    return cast("tuple[Ints, Ints]", kept)


def achieved(plan: Plan, arrays: Compiled) -> Achieved:
    """Return what the plan's estimates can achieve, kept with the arrays."""
    kept = arrays.kept.get("achieved")
    if isinstance(kept, Achieved) and kept.fits(plan):
        return kept
    made = arrays.kept["achieved"] = Achieved(plan, arrays)
    return made


def _required(arrays: Compiled) -> tuple[Ints, Ints]:
    import numpy as np

    from bcp_planner.analysis.kernels.objective import inherit

    structure = arrays.structure
    passes = structure.passing
    rto = arrays.figure("rto")
    return inherit.for_size(len(structure))(
        structure.first,
        structure.provider,
        structure.tolerance,
        passes.astype(np.int64),
        *structure.own,
        *structure.cycles_of("passing", passes),
        np.where(rto < 0, NEVER, rto),
        arrays.known("restart"),
        NEVER,
    )


class Achieved:
    """When every service is back if it and all that it needs fail at time 0.

    People count as plenty, but teams must mobilise; the declaration is the plan's. What is back
    before its dependant's tolerance has run out does not hold that dependant up.

    Attributes:
        begin: When work on each service can begin at the earliest.
        up: When each service is back.
        waited_for: The provider that each service waited for last, -1 for none.
    """

    def __init__(self, plan: Plan, arrays: Compiled) -> None:
        import numpy as np

        from bcp_planner.analysis.kernels.objective import achieve

        structure = arrays.structure
        waits = np.where(structure.hard == 1, structure.relation, NOT_NEEDED)
        self._structure = structure
        self._waits: Ints = waits
        self._teams, self._declared_after = plan.teams, plan.info.declared_after
        self._unknown = arrays.figure("recovery") < 0
        self.begin = earliest_begin(plan, arrays)
        self._cycles = structure.cycles_of("waiting", waits != NOT_NEEDED)
        self.up, self.waited_for = achieve.for_size(len(structure))(
            structure.first,
            structure.provider,
            structure.needed,
            waits,
            structure.tolerance,
            *structure.own,
            *self._cycles,
            self.begin,
            arrays.known("recovery"),
            NEVER,
        )

    def fits(self, plan: Plan) -> bool:
        """Return whether a plan with the same arrays also has the same teams and declaration."""
        return self._teams is plan.teams and self._declared_after == plan.info.declared_after

    def chain(self, number: int) -> list[int]:
        """Return the services whose work adds up, in the order of recovery."""
        found: dict[int, None] = {}
        while number >= 0 and number not in found:
            found[number] = None
            number = int(self.waited_for[number])
        return list(found)[::-1]

    def rests_on_unknown(self, number: int) -> bool:
        """Return whether an estimate is missing here or in anything that it waits for."""
        return bool(self._unknown_below[number])

    @cached_property
    def _unknown_below(self) -> Ints:
        """For every service 1 if an estimate is missing in it or below it, else 0."""
        import numpy as np

        from bcp_planner.analysis.kernels.objective import achieve

        structure = self._structure
        nothing = np.zeros_like(self.begin)
        return achieve.for_size(len(structure))(
            structure.first,
            structure.provider,
            structure.size,
            np.where(self._waits == NOT_NEEDED, NOT_NEEDED, FINISH),
            np.zeros_like(structure.tolerance),
            *structure.own,
            *self._cycles,
            self._unknown.astype(np.int64),
            nothing,
            NEVER,
        )[0]


def earliest_begin(plan: Plan, arrays: Compiled) -> Ints:
    """Return declaration plus the longest mobilisation among the teams of each service."""
    import numpy as np

    declared = plan.info.declared_after or 0
    begin = np.full(len(arrays.structure), declared, np.int64)
    mobilisation = {key: team.mobilisation or 0 for key, team in plan.teams.items()}
    if any(mobilisation.values()):
        for number in np.flatnonzero(arrays.figure("needs") > 0).tolist():
            needs = arrays.service_records[number].needs
            begin[number] += max(mobilisation.get(team, 0) for team in needs)
    return begin


class Objectives(Mapping[str, ServiceObjectives]):
    """The objectives of every service; each one is put together when it is asked for."""

    def __init__(
        self, arrays: Compiled, required_rto: Ints, asked_by: Ints, achieved: Achieved
    ) -> None:
        self._arrays = arrays
        self._required = required_rto
        self._asked_by = asked_by
        self._achieved = achieved

    def __len__(self) -> int:
        """Return the number of services."""
        return len(self._arrays.structure)

    def __iter__(self) -> Iterator[str]:
        """Iterate over service ids in the order of the plan."""
        return iter(self._arrays.structure.ids)

    def __getitem__(self, service_id: str) -> ServiceObjectives:
        """Return the objectives of one service."""
        structure = self._arrays.structure
        number = structure.index[service_id]
        chain = self._named(driving_numbers(structure, self._asked_by, number))
        return self._found(number, chain, self._named(self._achieved.chain(number)))

    def in_short(self) -> Iterator[tuple[str, ServiceObjectives]]:
        """Yield the objectives of every service with no chain of what is achieved.

        The chains down from the drivers are whole unless all of them would have more than
        ``MOST_LINKS`` services; then each of the longer ones has its driver and those nearest to
        the service.
        """
        structure = self._arrays.structure
        above, driver, depth = self._ways_up()
        most = len(structure)
        if sum(depth) > MOST_LINKS:
            most = max(2, MOST_LINKS // most)
        for number, service_id in enumerate(structure.ids):
            chain, at = [number], number
            while above[at] >= 0 and len(chain) < most - 1:
                at = above[at]
                chain.append(at)
            if above[at] >= 0:
                chain.append(driver[at])
            yield service_id, self._found(number, self._named(chain[::-1]), ())

    def _ways_up(self) -> tuple[list[int], list[int], list[int]]:
        """Return who asks each service (-1: nobody), its driver, and the length of its chain."""
        asked_by: list[int] = self._asked_by.tolist()
        dependant: list[int] = self._arrays.structure.dependant.tolist()
        above = [dependant[by] if by >= 0 else -1 for by in asked_by]
        driver, depth = [-1] * len(above), [0] * len(above)
        for number in range(len(above)):
            path = [number]
            while driver[path[-1]] < 0 and above[path[-1]] >= 0:
                path.append(above[path[-1]])
            top = path[-1]
            if driver[top] < 0:
                driver[top], depth[top] = top, 1
            for length, below in enumerate(reversed(path[:-1]), 1):
                driver[below], depth[below] = driver[top], depth[top] + length
        return above, driver, depth

    def _named(self, numbers: list[int]) -> tuple[str, ...]:
        return tuple(self._arrays.structure.ids[number] for number in numbers)

    def _found(
        self, number: int, chain: tuple[str, ...], achieved_chain: tuple[str, ...]
    ) -> ServiceObjectives:
        service = self._arrays.service_records[number]
        has_driver = len(chain) > 1
        return ServiceObjectives(
            rto=service.rto,
            required_rto=_known(int(self._required[number])),
            driver=chain[0] if has_driver else None,
            chain=chain if has_driver else (),
            rpo=service.rpo,
            mtpd=service.mtpd,
            achieved=_known(int(self._achieved.up[number])),
            achieved_chain=achieved_chain,
            lower_bound=self._achieved.rests_on_unknown(number),
        )


def driving_numbers(structure: Structure, asked_by: Ints, number: int) -> list[int]:
    """Return the services from the one whose own objective decides down to this one."""
    chain = [number]
    while asked_by[number] >= 0:
        number = int(structure.dependant[asked_by[number]])
        chain.append(number)
    return chain[::-1]


def _known(value: int) -> Duration | None:
    return None if value >= NEVER else value
