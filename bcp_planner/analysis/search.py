"""The search for a better recovery order: step by step, any time, always the same.

The search is counted in steps, not in seconds: ``seconds`` become a number of followed orders by
a fixed estimate of what following one costs, so that the same plan, aim and seed give the same
answer on every machine. The clock only stops a search on a machine that is much slower.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from bcp_planner.analysis import aims
from bcp_planner.analysis.arrays import NEVER, NOT_NEEDED, START
from bcp_planner.analysis.kernels.aims import Numbers
from bcp_planner.analysis.kernels.packing import P_CHECKED, PRECEDENCE, Profile
from bcp_planner.analysis.kernels.rows import (
    T_MEMBER_FIRST,
    T_NEED_FIRST,
    T_PROVIDER,
    TEAMS,
    Rows,
    empty_state,
    packed,
)
from bcp_planner.analysis.kernels.search import (
    MODULUS,
    Walk,
    anneal,
    breed,
    start_walk,
)
from bcp_planner.analysis.ordering import arrange
from bcp_planner.analysis.task import RecoveryTask, first_places

SLICE = 0.05
"""Seconds of search between two looks at the clock, at the cancel button and for news."""

DRAWS = 256
"""Size of the table of exponentially distributed draws."""

HERD = 100
"""How many orders the genetic search keeps."""

FOLLOWED_A_CHILD = 6
"""What placing, pushing and following a child costs, in orders followed."""

HERDS = 12
"""How many herds the genetic search breeds, one after the other has run dry."""

LARGEST_HERD = 600
"""Services up to which the genetic search is used for the makespan."""

SMALL = 30
"""Services up to which the search is short and runs as plain Python: sooner done than compiled."""


class Search:
    """One search, advanced slice by slice.

    Attributes:
        best: The best order so far, as indices.
        steps: How many orders were followed, about.
    """

    def __init__(
        self,
        task: RecoveryTask,
        aim: str,
        first: Sequence[Sequence[int]],
        seconds: float,
        seed: int,
    ) -> None:
        """Prepare a search from good first orders, the best one first."""
        self._plain = len(task) <= SMALL
        self._task, self._aim = task, aims.aim_number(aim)
        self._first = first
        self.best = list(first[0])
        self._cost = _cost_of_following(task)
        self._budget = int(seconds / self._cost)
        order_rules = precedence(task)
        self._choices = order_rules[order_rules[P_CHECKED]] > 0
        self._rows = (
            self._whole(task.row()),
            self._whole(empty_state(task.row())),
            self._real(aims.goals(task)),
            self._whole(order_rules),
        )
        self._walk = self._start(seed)

    def _start(self, seed: int) -> Walk:
        walk = Walk(
            random=self._whole([_seeded(seed)]),
            order=self._whole(self.best),
            trial=self._whole(self.best),
            place=self._whole(self.best),
            best=self._whole(self.best),
            now=self._real([0.0] * 5),
            record=self._real([math.inf] * 4),
            weight=self._real([1.0, 0.0, 0.0, 0.0]),
            found=self._real([0.0] * 5),
        )
        self._measure(walk)
        for i, value in enumerate(walk.record):
            walk.weight[i] = 1e-3**i / max(1.0, float(value))
        self._measure(walk)
        return walk

    def _measure(self, walk: Walk) -> None:
        walk.trial[:] = walk.best
        run = start_walk.plain if self._plain else start_walk.compiled
        run(*self._rows, walk, self._aim)

    def _whole(self, values: Sequence[int]) -> Rows:
        if self._plain:
            return list(values)
        import numpy as np

        return np.array(values, dtype=np.int64)

    def _real(self, values: Sequence[float]) -> Numbers:
        if self._plain:
            return list(values)
        import numpy as np

        return np.array(values, dtype=np.float64)

    def run(self, enough: Sequence[float]) -> Iterator[list[int]]:
        """Advance the search; yield the best order after every slice.

        Args:
            enough: Criteria that cannot be beaten.
        """
        breeds = (
            self._aim == aims.AIMS["makespan"]
            and SMALL < len(self.best) <= LARGEST_HERD
            and not self._choices
        )
        for _ in self._breed() if breeds else self._anneal():
            self.best = [int(service) for service in self._walk.best]
            yield self.best
            if tuple(self._walk.record[: len(enough)]) <= tuple(enough):
                return

    def _anneal(self) -> Iterator[None]:
        """Cool down three times, each time from the best order so far and less hot."""
        count = len(self.best)
        total = min(self._budget, 100 * count if self._plain else 20_000 + 4_000 * count)
        slice_moves = max(50, int(SLICE / self._cost) // (20 if self._plain else 1))
        run = anneal.plain if self._plain else anneal.compiled
        for hot in (0.3, 0.1, 0.03):
            moves = total // 3
            heat = self._heat(hot, moves)
            self._measure(self._walk)
            for done in range(0, moves, slice_moves):
                run(*self._rows, self._walk, self._aim, heat, min(slice_moves, moves - done))
                yield

    def _heat(self, hot: float, moves: int) -> Numbers:
        """Return the temperature row: from a share of the energy down to a thousandth of that."""
        parts = zip(self._walk.record, self._walk.weight, strict=True)
        energy = sum(float(value * weight) for value, weight in parts)
        table = [-math.log((i + 0.5) / DRAWS) for i in range(DRAWS)]
        start = hot * max(energy, 1e-6) / math.sqrt(len(self.best))
        return self._real([start, 1e-3 ** (1 / max(1, moves)), *table])

    def _breed(self) -> Iterator[None]:
        import numpy as np

        total = self._budget // FOLLOWED_A_CHILD
        slice_children = max(20, int(SLICE / self._cost / FOLLOWED_A_CHILD))
        patience = 2_000 + 100 * len(self.best)
        profile = self._profile()
        left, herds = total, 0
        while left > 0 and herds < HERDS:
            herd = np.array(list(self._herd(herds)), dtype=np.int64).reshape(-1)
            fitness = np.full(HERD, -1.0)
            marks = np.full(HERD, -1, dtype=np.int64)
            herds += 1
            idle, lowest = 0, math.inf
            while left > 0 and idle <= patience:
                children = min(slice_children, left)
                breed.compiled(
                    *self._rows, self._walk, self._aim, profile, herd, fitness, marks, children
                )
                left -= children
                idle = idle + children if fitness.min() >= lowest else 0
                lowest = float(fitness.min())
                yield

    def _profile(self) -> Profile:
        import numpy as np

        moments = 2 * len(self.best) + 2
        return Profile(
            time=np.zeros(moments, dtype=np.int64),
            used=np.zeros(moments * max(1, len(self._task.team_ids)), dtype=np.int64),
            size=np.zeros(1, dtype=np.int64),
            done=np.zeros(len(self.best), dtype=np.int64),
        )

    def _herd(self, herds: int) -> Iterator[Sequence[int]]:
        """Yield variations of good orders in which services changed places, more and more.

        The first herd stems from the first orders, every other one from the best order so far
        or, in turn, from the first orders again.
        """
        parents = [list(self._walk.best.tolist())] if herds % 2 else list(self._first)
        if not herds:
            yield from parents
        rank = [0.0] * len(self.best)
        random = self._walk.random
        for number in range(HERD if herds else HERD - len(parents)):
            base = parents[number % len(parents)]
            for place, service in enumerate(base):
                random[0] = random[0] * 48271 % MODULUS
                rank[service] = place + int(random[0]) / MODULUS * len(base) * (number + 1) / HERD
            yield arrange(self._task, _places(rank), patient=False)


def _places(rank: Sequence[float]) -> list[int]:
    """Return the place of each item when they are sorted by rank."""
    places = [0] * len(rank)
    for place, item in enumerate(sorted(range(len(rank)), key=rank.__getitem__)):
        places[item] = place
    return places


def _seeded(seed: int) -> int:
    """Return a start of the random numbers from 1 to MODULUS - 1, far apart for close seeds."""
    return (seed * 2_654_435_761 + 123_456_789) % (MODULUS - 1) + 1


def _cost_of_following(task: RecoveryTask) -> float:
    """Return about how many seconds it takes to follow one order, from its size alone."""
    row = task.row()
    providers = row[T_NEED_FIRST] - row[T_PROVIDER]
    members = row[row[T_MEMBER_FIRST] + row[TEAMS]] * len(task) // 2
    return 1e-9 * (500 + 80 * len(task) + 25 * providers + members)


def precedence(task: RecoveryTask) -> list[int]:
    """Return which services must come before which whatever the times are, as one row."""
    before: list[list[tuple[int, int]]] = [[] for _ in range(len(task))]
    after: list[list[tuple[int, int]]] = [[] for _ in range(len(task))]
    checked = 0
    for wait in task.waits:
        if wait.relation == NOT_NEEDED:
            continue
        choice = wait.needed < len(wait.providers)
        checked |= choice
        for provider in () if choice else wait.providers:
            checked |= task.loop[provider] >= 0
            together = task.loop[provider] == task.loop[wait.dependant] >= 0
            if wait.relation == START or not together:
                before[wait.dependant].append((provider, wait.relation == START))
                after[provider].append((wait.dependant, wait.relation == START))
    rows = {
        "before_first": first_places(before),
        "before": [item for row in before for item, _ in row],
        "before_starts": [int(starts) for row in before for _, starts in row],
        "after_first": first_places(after),
        "after": [item for row in after for item, _ in row],
        "after_starts": [int(starts) for row in after for _, starts in row],
        "checked": [int(checked)],
        "release": [_release(task, service) for service in range(len(task))],
    }
    return packed([rows[name] for name in PRECEDENCE])


def _release(task: RecoveryTask, service: int) -> int:
    """Return the earliest moment at which work on a service can start, whatever the order."""
    moments = [task.declared, task.down[service]]
    if task.fails[service] < NEVER:
        moments.append(task.fails[service])
    moments.extend(
        task.declared + (task.plan.teams[team].mobilisation or 0)
        for team in task.service(service).needs
    )
    return max(moments)
