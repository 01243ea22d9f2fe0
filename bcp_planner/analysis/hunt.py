"""The hunt for the best recovery order: rules, every order of a small task, search, and proof."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

from bcp_planner.analysis import aims, optimal
from bcp_planner.analysis.bounds import bounds
from bcp_planner.analysis.every_order import every_order
from bcp_planner.analysis.following import Follower
from bcp_planner.analysis.ordering import first_orders
from bcp_planner.analysis.search import SMALL, Search
from bcp_planner.analysis.task import RecoveryTask
from bcp_planner.domain.errors import PlannerError

LOOK = 200
"""Orders that are tried between two looks at the clock and the cancel button."""

PATIENCE = 10
"""How many times the seconds it was given a hunt may take. The work is counted, so that the same
plan and seed give the same answer; the clock is for machines on which it would hardly end."""

START_UP = 30.0
"""Seconds that starting the solver's process may take on such a machine."""

SEARCHES = 2
"""How many searches run side by side, whatever the number of processors: same answer anywhere."""

SHARE = 0.45
"""Part of the time for our own search; the rest is for proving."""


def _advance(search: Iterator[list[int]]) -> list[int] | None:
    return next(search, None)


class Hunt:
    """Finds better and better orders.

    Attributes:
        best: The best order so far, as indices.
        bound: A value that the first criterion of no order can beat.
    """

    def __init__(
        self,
        task: RecoveryTask,
        aim: str,
        *,
        seconds: float,
        seed: int,
        cancelled: Callable[[], bool] | None,
    ) -> None:
        self._task, self._aim = task, aim
        self._seconds, self._seed = seconds, seed
        self._cancelled = cancelled
        self._started = time.monotonic()
        self._follower = Follower(task, times=8)
        self._limits = bounds(task, aim)
        self._rules = sorted(first_orders(task), key=self._value)
        self.best: Sequence[int] = self._rules[0]
        self._best_value = self._value(self.best)

    @property
    def bound(self) -> float:
        """A value that the first criterion of no order can beat."""
        return self._limits[0]

    def improvements(self) -> Iterator[Sequence[int]]:
        """Yield the best order by rule, and then every better one that is found."""
        yield self.best
        if self._settled() or self._seconds <= 0:
            return
        orders = every_order(self._task)
        if orders is not None:
            yield from self._better_of(self._possible(orders))
            if not self._stopped():
                self._limits = self._best_value
            return
        for orders in self._searches():
            yield from self._better_of(orders)
            if self._settled() or self._stopped():
                return
        yield from self._proving()

    def _searches(self) -> Iterator[list[list[int]]]:
        """Advance independent searches side by side; yield the best order of each, in turns."""
        share = self._seconds * SHARE
        number = 1 if len(self._task) <= SMALL else SEARCHES
        running = [
            Search(self._task, self._aim, self._rules, share, self._seed * SEARCHES + i).run(
                self._limits
            )
            for i in range(number)
        ]
        with ThreadPoolExecutor(number) as pool:
            while True:
                found = list(pool.map(_advance, running))
                orders = [order for order in found if order is not None]
                if not orders:
                    return
                yield orders

    def _proving(self) -> Iterator[Sequence[int]]:
        """Let the solver improve on the best order and prove a bound, if it is installed."""
        if not optimal.available() or len(self._task) > optimal.LARGEST:
            return
        if self._best_value[0] <= self._limits[0] or math.isinf(self._best_value[0]):
            return
        state = self._follower.follow(self.best)
        seconds = self._seconds * (1 - SHARE)
        prover = optimal.Prover(self._task, self._aim, state, seconds, self._seed)
        for order, bound in prover.run(self._stopped):
            if order is not None:
                yield from self._better_of([order])
            if bound is not None and bound > self._limits[0]:
                self._limits = (bound, *self._limits[1:])

    def _settled(self) -> bool:
        return self._best_value <= self._limits

    def _stopped(self) -> bool:
        late = time.monotonic() - self._started > PATIENCE * self._seconds + START_UP
        return late or (self._cancelled is not None and self._cancelled())

    def _better_of(self, orders: Iterable[Sequence[int]]) -> Iterator[Sequence[int]]:
        for order in orders:
            value = self._value(order)
            if value < self._best_value:
                self.best, self._best_value = list(order), value
                yield self.best

    def _value(self, order: Sequence[int]) -> tuple[float, ...]:
        return aims.criteria(self._task, self._follower.follow(order), self._aim)

    def _possible(self, orders: Iterable[list[int]]) -> Iterator[list[int]]:
        """Yield the orders that can be followed, until the search is stopped."""
        for number, order in enumerate(orders):
            if number % LOOK == 0 and self._stopped():
                return
            try:
                self._follower.follow(order)
            except PlannerError:
                continue
            yield order
