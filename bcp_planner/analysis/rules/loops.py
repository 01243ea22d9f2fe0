"""Services that need each other: legal in general, impossible to start in some cases."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, TypeAlias, cast

from bcp_planner.analysis.arrays import NOT_NEEDED, START, Structure
from bcp_planner.analysis.results import Finding, Severity
from bcp_planner.analysis.rules.look import Look, one_by_one

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Ints: TypeAlias = npt.NDArray[np.int64]

_TRIED = 50
"""Waits from which a shortest loop is looked for."""


def find(look: Look) -> Iterator[Finding]:
    """Yield loops in which recovery waits for itself, and a note on every other cycle."""
    loops = deadlocks(look.structure)
    for loop in loops:
        yield _deadlock(look, loop)
    stuck = {number for loop in loops for number in loop}
    cycles = [c for c in groups(look.structure.all_cycles) if not stuck & {*c}]

    def each(place: int) -> Finding:
        return _cycle(look, cycles[place])

    def together(rest: Sequence[int]) -> Finding:
        members = [number for place in rest for number in cycles[place]]
        return _cycle(look, members)

    yield from one_by_one(range(len(cycles)), each, together)


def groups(cycles: tuple[Ints, Ints, Ints]) -> list[list[int]]:
    """Return the services of every cycle of more than one."""
    import numpy as np

    _, first, group = cycles
    large = np.flatnonzero(first[1:] - first[:-1] > 1).tolist()
    return sorted(group[first[at] : first[at + 1]].tolist() for at in large)


def _deadlock(look: Look, loop: Sequence[int]) -> Finding:
    return Finding(
        "deadlock",
        Severity.ERROR,
        look.ids(loop),
        f"The recovery of {look.names(loop)} can never begin if all are lost: each waits for the "
        f"next ({look.path([*loop, loop[0]])}).",
        "Say how one of them is brought up without the other: set that requirement to be met "
        "before the work can finish, or to not needed for recovery.",
    )


def _cycle(look: Look, members: Sequence[int]) -> Finding:
    return Finding(
        "dependency-cycle",
        Severity.NOTE,
        look.ids(members),
        f"{look.names(members)} need each other in a circle.",
        "Check that the circle is real, and that the recovery steps say which comes up first.",
    )


def deadlocks(structure: Structure) -> list[list[int]]:
    """Return loops of services that could never begin if everything failed (semantics.md 3).

    Each is a short loop that contains a wait to start, in waiting order: every service waits
    for the next, the last for the first.
    """
    kept = structure.kept.get("deadlocks")
    if kept is None:
        kept = structure.kept["deadlocks"] = _find_deadlocks(structure)
    return cast("list[list[int]]", kept)


def _find_deadlocks(structure: Structure) -> list[list[int]]:
    import numpy as np

    from bcp_planner.analysis.kernels.components import never_back

    waits = np.where(structure.hard == 1, structure.relation, NOT_NEEDED)
    cycles = structure.cycles_of("waiting", waits != NOT_NEEDED)
    stuck = never_back.for_size(len(structure))(
        structure.first,
        structure.provider,
        structure.needed,
        waits,
        *structure.own,
        *cycles,
    )
    found: list[list[int]] = []
    for members in groups(cycles):
        blocked = [member for member in members if stuck[member]]
        if blocked:
            found.append(_loop_through_a_start(structure, waits, blocked))
    return found


def _loop_through_a_start(structure: Structure, waits: Ints, blocked: Sequence[int]) -> list[int]:
    """Return a shortest loop of blocked services with a wait to start in it.

    In a large knot of loops only the first waits are tried.
    """
    inside = set(blocked)
    first, own = structure.own
    ahead: dict[int, list[int]] = {number: [] for number in blocked}
    starts: list[tuple[int, int]] = []
    for number in blocked:
        requirements: list[int] = own[first[number] : first[number + 1]].tolist()
        for requirement in requirements:
            if waits[requirement] == NOT_NEEDED:
                continue
            providers = [p for p in structure.providers_of(requirement) if p in inside]
            ahead[number].extend(providers)
            if waits[requirement] == START:
                starts.extend((number, provider) for provider in providers)
    paths = (_shortest(ahead, provider, number) for number, provider in starts[:_TRIED])
    loops = [[path[-1], *path[:-1]] for path in paths if path]
    return min(loops, key=len, default=list(blocked))


def _shortest(ahead: dict[int, list[int]], begin: int, end: int) -> list[int]:
    """Return the shortest way from one service to another along waits; empty without one."""
    came_from = {begin: begin}
    queue = [begin]
    for at in queue:
        if at == end:
            path = [at]
            while path[-1] != begin:
                path.append(came_from[path[-1]])
            return path[::-1]
        for following in ahead[at]:
            if following not in came_from:
                came_from[following] = at
                queue.append(following)
    return []
