"""Services that need each other: legal in general, impossible to start in some cases."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, TypeAlias

from bcp_planner.analysis.graph import FINISH, NOT_NEEDED, START, Structure
from bcp_planner.analysis.results import Finding, Severity
from bcp_planner.analysis.rules.look import Look, one_by_one

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Ints: TypeAlias = npt.NDArray[np.int64]


def find(look: Look) -> Iterator[Finding]:
    """Yield loops in which recovery waits for itself, and a note on every other cycle."""
    loops = deadlocks(look.structure)
    for loop in loops:
        yield _deadlock(look, loop)
    stuck = {number for loop in loops for number in loop}
    everything = look.structure.size > 0
    cycles = [c for c in groups(look.structure.cycles_of("all", everything)) if not stuck & {*c}]

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

    Each is a shortest loop that contains a wait to start, in waiting order: every service waits
    for the next, the last for the first.
    """
    waits = (structure.hard == 1) & (structure.relation != NOT_NEEDED)
    label, first, group = structure.cycles_of("waiting", waits)
    found: list[list[int]] = []
    for members in groups((label, first, group)):
        if _waits_to_start_inside(structure, waits, label, members):
            blocked = _blocked(structure, waits, set(members))
            loop = _loop_through_a_start(structure, waits, blocked)
            if loop:
                found.append(loop)
    return found


def _waits_to_start_inside(
    structure: Structure, waits: npt.NDArray[np.bool_], label: Ints, members: Sequence[int]
) -> bool:
    return any(
        structure.relation[r] == START and label[p] == label[member]
        for member in members
        for r in _own(structure, waits, member)
        for p in structure.providers_of(r)
    )


def _own(structure: Structure, waits: npt.NDArray[np.bool_], number: int) -> list[int]:
    first, own = structure.own
    return [r for r in own[first[number] : first[number + 1]].tolist() if waits[r]]


def _blocked(
    structure: Structure, waits: npt.NDArray[np.bool_], members: set[int]
) -> frozenset[int]:
    """Return the members that never come back although everything outside the loop does."""
    back: set[int] = set()

    def met(requirement: int, returned: set[int]) -> bool:
        providers = structure.providers_of(requirement)
        there = sum(p not in members or p in returned for p in providers)
        return bool(there >= structure.needed[requirement])

    def ready(member: int, relation: int, returned: set[int]) -> bool:
        return all(
            met(r, returned)
            for r in _own(structure, waits, member)
            if structure.relation[r] == relation
        )

    while True:
        together = {m for m in members - back if ready(m, START, back)}
        while late := {m for m in together if not ready(m, FINISH, back | together)}:
            together -= late
        if not together:
            return frozenset(members - back)
        back |= together


def _loop_through_a_start(
    structure: Structure, waits: npt.NDArray[np.bool_], blocked: frozenset[int]
) -> list[int]:
    """Return the shortest loop of blocked services with a wait to start in it."""
    ahead = {
        number: [
            (p, structure.relation[r] == START)
            for r in _own(structure, waits, number)
            for p in structure.providers_of(r)
            if p in blocked
        ]
        for number in sorted(blocked)
    }
    best: list[int] = []
    for number, waiting in ahead.items():
        for provider, to_start in waiting:
            path = _shortest(ahead, provider, number) if to_start else []
            if path and (not best or len(path) < len(best)):
                best = [number, *path[:-1]]
    return best


def _shortest(ahead: dict[int, list[tuple[int, bool]]], begin: int, end: int) -> list[int]:
    """Return the shortest way from one service to another along waits; empty without one."""
    came_from = {begin: begin}
    queue = [begin]
    for at in queue:
        if at == end:
            path = [at]
            while path[-1] != begin:
                path.append(came_from[path[-1]])
            return path[::-1]
        for following, _ in ahead[at]:
            if following not in came_from:
                came_from[following] = at
                queue.append(following)
    return []
