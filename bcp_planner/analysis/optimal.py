"""Proof of the best recovery order by OR-tools CP-SAT, where that extra is installed.

The model is a relaxation that every order satisfies, so that its bound is a bound of the aim:
services that might ride through are left out, the others go down at the latest moment that any
order allows, and with k of n the solver chooses the providers. A schedule it finds is only taken
as a sequence, by start; what that sequence is worth is found out by following it.

The solver runs in a process of its own: it cannot be imported beside some other libraries, can be
stopped at any moment, and its memory is given back.
"""

from __future__ import annotations

import importlib.util
import itertools
import math
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress

from bcp_planner.analysis.arrays import NEVER, START
from bcp_planner.analysis.bounds import best_case_of
from bcp_planner.analysis.cp_terms import Job, Model, News
from bcp_planner.analysis.kernels.rows import (
    T_MEMBER_FIRST,
    T_NEED_FIRST,
    T_NEED_PEOPLE,
    T_NEED_TEAM,
)
from bcp_planner.analysis.ordering import arrange
from bcp_planner.analysis.state import State
from bcp_planner.analysis.task import RecoveryTask
from bcp_planner.domain.child_process import Pipe, child

LARGEST = 1_500
"""Services up to which a model is built; proofs of larger ones do not come in time."""

EFFORT = 0.3
"""The solver's own units of work in a second, two cores shared by its strategies."""

LOOK = 0.1
"""Seconds between two looks at the cancel button."""


def available() -> bool:
    """Return whether the solver is installed."""
    return importlib.util.find_spec("ortools") is not None


class Prover:
    """Improves on an order and proves how good any order can be."""

    def __init__(
        self, task: RecoveryTask, aim: str, state: State, seconds: float, seed: int
    ) -> None:
        """Prepare a model from a followed order, which becomes the solver's first hint."""
        self._task, self._aim = task, aim
        best = best_case_of(task)
        self._jobs = [i for i in range(len(task)) if best.lost[i] < NEVER]
        self._unit = _unit(task, self._jobs, best)
        self._money = 1.0
        self._model = self._build(best, state, seconds, seed)

    def run(
        self, stopped: Callable[[], bool]
    ) -> Iterator[tuple[Sequence[int] | None, float | None]]:
        """Yield orders to try, and bounds of the first criterion, as the solver finds them."""
        with suppress(EOFError, OSError), child(solve, self._model) as pipe:
            while not stopped():
                if not pipe.poll(LOOK):
                    continue
                news: News = pipe.recv()
                order = None if news.starts is None else self._order(news.starts)
                yield order, self._bound(news.bound)
                if news.final:
                    return

    def _order(self, starts: Sequence[int]) -> list[int]:
        """Return services by start; those outside the model as early as they may come."""
        rank = [0] * len(self._task)
        begins = dict(zip(self._jobs, starts, strict=True))
        by_start = sorted(range(len(self._task)), key=lambda i: (begins.get(i, -1), i))
        for place, service in enumerate(by_start):
            rank[service] = place
        return arrange(self._task, rank, patient=False)

    def _bound(self, bound: float) -> float | None:
        if math.isinf(bound):
            return None
        return bound / self._money if self._aim == "cost" else bound * self._unit

    def _build(self, best: State, state: State, seconds: float, seed: int) -> Model:
        task, unit = self._task, self._unit
        number = {service: place for place, service in enumerate(self._jobs)}
        row = task.row()
        members = row[row[T_MEMBER_FIRST] : row[T_MEMBER_FIRST] + len(task.team_ids) + 1]
        capacity = tuple(b - a for a, b in itertools.pairwise(members))
        horizon = max((best.start[i] for i in self._jobs), default=0)
        horizon += sum(task.work[i] for i in self._jobs)
        if self._aim == "cost":
            self._money = _money_scale(task, horizon)
        waits: list[tuple[int, bool, tuple[int, ...], int]] = []
        for wait in task.waits:
            inside = tuple(number[p] for p in wait.providers if p in number)
            needed = wait.needed - (len(wait.providers) - len(inside))
            if wait.relation in {0, 1} and wait.dependant in number and needed > 0:
                starts = wait.relation == START
                waits.append((number[wait.dependant], starts, inside, needed))
        return Model(
            jobs=tuple(self._job(i, best, state, row, capacity) for i in self._jobs),
            waits=tuple(waits),
            capacity=capacity,
            horizon=horizon // unit + 1,
            aim=self._aim,
            effort=EFFORT * seconds,
            seed=seed,
        )

    def _job(
        self, i: int, best: State, state: State, row: Sequence[int], capacity: Sequence[int]
    ) -> Job:
        from bcp_planner.analysis.aims import WEIGHTS, cost_changes

        task, unit = self._task, self._unit
        service = task.service(i)
        first = range(row[row[T_NEED_FIRST] + i], row[row[T_NEED_FIRST] + i + 1])
        needs = ((row[row[T_NEED_TEAM] + n], row[row[T_NEED_PEOPLE] + n]) for n in first)
        scale = self._money
        return Job(
            release=best.start[i] // unit,
            back=best.back[i] // unit,
            work=task.work[i] // unit,
            lost=best.lost[i] // unit,
            needs=tuple((team, people) for team, people in needs if capacity[team]),
            hint=state.start[i] // unit if state.lost[i] < NEVER else best.start[i] // unit,
            rto=None if service.rto is None else service.rto // unit,
            weight=int(WEIGHTS.get(service.tier or 0, 1)),
            costs=tuple(
                (after // unit, math.floor(change * unit / 3_600_000 * scale))
                for after, change in cost_changes(service)
            ),
            penalties=tuple(
                (p.after // unit, math.floor(p.cost * scale)) for p in service.penalties
            ),
        )


def _unit(task: RecoveryTask, jobs: Sequence[int], best: State) -> int:
    """Return the largest unit of time in which everything in the model is whole."""
    unit = task.declared
    for i in jobs:
        service = task.service(i)
        unit = math.gcd(unit, task.work[i], best.start[i], best.lost[i], best.back[i])
        unit = math.gcd(unit, service.rto or 0)
        unit = math.gcd(unit, *(step.after for step in service.cost_steps))
        unit = math.gcd(unit, *(penalty.after for penalty in service.penalties))
    return unit or 1


def _money_scale(task: RecoveryTask, horizon: int) -> float:
    """Return how many parts of the currency to count in, so that sums stay far below 64 bits."""
    hours = horizon / 3_600_000 + 1
    most = 1.0
    for i in range(len(task)):
        service = task.service(i)
        most += sum(step.cost_per_hour for step in service.cost_steps) * hours
        most += sum(penalty.cost for penalty in service.penalties)
    return 1e14 / most


def solve(model: Model, pipe: Pipe) -> None:
    """Solve a model in this process and send what is found; runs in the solver's process."""
    from bcp_planner.analysis.cp_model import solve_model

    solve_model(model, pipe.send)
    pipe.close()
