"""Who waits for whom: finish loops, deadlocks and what to relax (semantics.md 3, Deadlock).

A service waits for every hard requirement with recovery ``start`` or ``finish``. An order exists
exactly when services can be brought back one after the other, each with its requirements met by
what is back already, or in groups whose members wait for one another with ``finish`` alone. With
k of n a wait is over as soon as k providers are back, so a cycle in the picture need not be a
deadlock.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from heapq import nlargest

from bcp_planner.analysis.arrays import FINISH, NOT_NEEDED, START
from bcp_planner.analysis.knots import MOST_SERVICES, Knot
from bcp_planner.analysis.task import RecoveryTask, Wait
from bcp_planner.domain.durations import Duration

MOST_LOOPS = 100
"""Deadlocks that are named; of the others only the relaxed requirements are."""


def prepared(task: RecoveryTask) -> RecoveryTask:
    """Return the task with its deadlocks relaxed and its finish loops marked."""
    chosen = _relaxing(task)
    if chosen:
        numbers = {wait.requirement.id for wait in chosen}
        freed = _relaxed(task, numbers)
        rows = freed.waits_of()
        loops = dict.fromkeys(_cycle_through(rows, wait) for wait in chosen[:MOST_LOOPS])
        named = tuple(tuple(task.ids[i] for i in loop) for loop in loops if loop)
        relaxed = tuple(key for key in task.plan.requirements if key in numbers)
        task = replace(freed, relaxed=relaxed, deadlocks=named)
    return replace(task, loop=_finish_loops(task))


def _relaxed(task: RecoveryTask, requirement_ids: Collection[str]) -> RecoveryTask:
    """Return the task with some requirements counting as recovery = none."""
    waits = tuple(
        replace(wait, relation=NOT_NEEDED) if wait.requirement.id in requirement_ids else wait
        for wait in task.waits
    )
    return replace(task, waits=waits)


def _relaxing(task: RecoveryTask) -> list[Wait]:
    """Return an inclusion-minimal set of waits without which an order exists.

    Where services are stuck, the waits of largest tolerance in each of their cycles are dropped
    (the plan's order decides between equals), first one, then two, four ... until nothing is
    stuck; then every drop that turns out to be unnecessary is taken back, smallest tolerance
    first.
    """
    place = {id(wait): number for number, wait in enumerate(task.waits)}

    def by_tolerance(wait: Wait) -> tuple[Duration, int]:
        return wait.requirement.tolerance, -place[id(wait)]

    dropped: set[int] = set()
    stuck = stuck_services(task)
    knots = _cycles(task, stuck, dropped)
    at_once = 1
    while stuck:
        for cycle in _cycles(task, stuck, dropped):
            worst = nlargest(min(at_once, (len(cycle) + 1) // 2), cycle, key=by_tolerance)
            dropped.update(place[id(wait)] for wait in worst)
        at_once *= 2
        stuck = stuck_services(task, dropped)
    for knot in knots:
        doubtful = sorted((w for w in knot if place[id(w)] in dropped), key=by_tolerance)
        for wait in _kept_after_all(task, knot, doubtful, dropped):
            dropped.discard(place[id(wait)])
    return [task.waits[number] for number in sorted(dropped)]


def _kept_after_all(
    task: RecoveryTask, knot: Sequence[Wait], doubtful: Sequence[Wait], dropped: set[int]
) -> Iterator[Wait]:
    """Yield the waits of a knot that need not be dropped; each is kept before the next."""
    services = {wait.dependant: None for wait in knot}
    needs_all = all(wait.needed == len(wait.providers) for wait in knot)
    if needs_all and len(services) <= MOST_SERVICES:
        out = set(map(id, doubtful))
        found = Knot(services, (wait for wait in knot if id(wait) not in out), components)
        for wait in doubtful:
            if found.can_keep(wait):
                found.keep(wait)
                yield wait
        return
    place = {id(wait): number for number, wait in enumerate(task.waits)}
    for wait in doubtful:
        if not stuck_services(task, dropped - {place[id(wait)]}):
            yield wait


def stuck_services(task: RecoveryTask, dropped: Collection[int] = ()) -> set[int]:
    """Return the services that no order can bring back.

    Args:
        task: What is to be recovered.
        dropped: Places of waits in ``task.waits`` to leave out of account.
    """
    progress = Progress(task, dropped)
    while progress.left:
        if not progress.advance() and not progress.advance_group():
            break
    return progress.left


class Progress:
    """Services brought back as early as waits allow, ignoring times and people."""

    def __init__(self, task: RecoveryTask, dropped: Collection[int] = ()) -> None:
        self.left = set(range(len(task)))
        self._waits = [
            wait
            for number, wait in enumerate(task.waits)
            if wait.relation != NOT_NEEDED and number not in dropped
        ]
        self._missing = [wait.needed for wait in self._waits]
        self._open = [0] * len(task)
        self._open_starts = [0] * len(task)
        self._of: list[list[int]] = [[] for _ in range(len(task))]
        self._users: list[list[int]] = [[] for _ in range(len(task))]
        for number, wait in enumerate(self._waits):
            self._of[wait.dependant].append(number)
            self._open[wait.dependant] += 1
            self._open_starts[wait.dependant] += wait.relation == START
            for provider in wait.providers:
                self._users[provider].append(number)
        self._ready = deque(i for i in range(len(task)) if not self._open[i])

    def advance(self) -> bool:
        """Bring back everything that can be, one by one; return whether there was anything."""
        moved = bool(self._ready)
        while self._ready:
            self.done(self._ready.popleft())
        return moved

    def advance_group(self) -> bool:
        """Bring back the largest group that waits for itself with ``finish`` alone."""
        group = self.group()
        for service in group:
            self.done(service)
        return bool(group)

    def group(self) -> set[int]:
        """Return that group, without bringing it back."""
        group = {service for service in self.left if not self._open_starts[service]}
        unchecked = deque(group)
        while unchecked:
            service = unchecked.popleft()
            if service in group and not self._meets_itself(service, group):
                group.discard(service)
                unchecked.extend(self._waits[w].dependant for w in self._users[service])
        return group

    def _meets_itself(self, service: int, group: Collection[int]) -> bool:
        return all(
            self._missing[w] <= sum(p in group for p in self._waits[w].providers)
            for w in self._of[service]
        )

    def done(self, service: int) -> None:
        """Bring back one service."""
        if service not in self.left:
            return
        self.left.discard(service)
        for number in self._users[service]:
            self._missing[number] -= 1
            if self._missing[number] == 0:
                wait = self._waits[number]
                self._open[wait.dependant] -= 1
                self._open_starts[wait.dependant] -= wait.relation == START
                if not self._open[wait.dependant]:
                    self._ready.append(wait.dependant)


def _cycles(
    task: RecoveryTask, stuck: Collection[int], dropped: Collection[int]
) -> list[list[Wait]]:
    """Return, for each cycle of stuck services that cannot begin, the waits inside it."""
    waits = [
        wait
        for number, wait in enumerate(task.waits)
        if number not in dropped and wait.relation != NOT_NEEDED and wait.dependant in stuck
    ]
    label = components(len(task), ((w.dependant, p) for w in waits for p in w.providers))
    inside: dict[int, list[Wait]] = {}
    for wait in waits:
        own = label[wait.dependant]
        if any(label[p] == own for p in wait.providers):
            inside.setdefault(own, []).append(wait)
    return [group for group in inside.values() if any(w.relation == START for w in group)]


def _cycle_through(rows: Sequence[Sequence[Wait]], closing: Wait) -> tuple[int, ...]:
    """Return the shortest loop of waits that a relaxed wait would close, its dependant first.

    The loop holds at least one wait with ``start``, the closing one included.
    """
    goal = (closing.dependant, True)
    first = [(provider, closing.relation == START) for provider in closing.providers]
    came_from: dict[tuple[int, bool], tuple[int, bool] | None] = dict.fromkeys(first)
    coming = deque(first)
    while coming and goal not in came_from:
        here = coming.popleft()
        for wait in rows[here[0]]:
            if wait.relation == NOT_NEEDED:
                continue
            for provider in wait.providers:
                step = (provider, here[1] or wait.relation == START)
                if step not in came_from:
                    came_from[step] = here
                    coming.append(step)
    path: list[int] = []
    at = came_from.get(goal)
    while at is not None:
        path.append(at[0])
        at = came_from[at]
    return (closing.dependant, *dict.fromkeys(reversed(path))) if path else ()


def _finish_loops(task: RecoveryTask) -> tuple[int, ...]:
    """Return a number for each service in a loop of ``finish`` waits, -1 for the rest."""
    edges = [
        (wait.dependant, provider)
        for wait in task.waits
        if wait.relation == FINISH
        for provider in wait.providers
    ]
    if not edges:
        return (-1,) * len(task)
    label = components(len(task), edges)
    size = [0] * len(task)
    for number in label:
        size[number] += 1
    return tuple(number if size[number] > 1 else -1 for number in label)


def components(count: int, edges: Iterable[tuple[int, int]]) -> list[int]:
    """Return the strongly connected component of each node; targets get smaller numbers."""
    import numpy as np

    from bcp_planner.analysis.kernels.components import components as found
    from bcp_planner.analysis.kernels.components import rows

    pairs = np.array(list(edges), np.int64).reshape(-1, 2)
    first, target = rows.for_size(count)(count, pairs[:, 0].copy(), pairs[:, 1].copy())
    return found(first, target)[0].tolist()
