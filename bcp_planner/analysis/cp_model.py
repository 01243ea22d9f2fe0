"""The recovery problem in the language of CP-SAT; only imported in the solver's own process."""

# OR-tools ships no complete types.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportUnknownParameterType=false

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from ortools.sat.python import cp_model

from bcp_planner.analysis.cp_terms import Job, Model, News

STRATEGIES = 8
"""Strategies of search that take turns."""

ROUND = 2.5
"""Effort from which they do. A round cannot be cut short, so that less than this (a few seconds)
goes to one strategy."""


def solve_model(model: Model, tell: Callable[[News], None]) -> None:
    """Solve a model; tell every better schedule and bound, the last one marked final."""
    built = _Built(model)
    solver = cp_model.CpSolver()
    # Counted in the solver's own units of work, not in seconds: same answer on every machine.
    solver.parameters.max_deterministic_time = model.effort
    solver.parameters.random_seed = model.seed % 2**31
    together = model.effort >= ROUND
    solver.parameters.num_workers = STRATEGIES if together else 1
    solver.parameters.interleave_search = together
    watcher = _Watcher(built.starts, tell)
    status = solver.solve(built.model, watcher)
    known = status in {cp_model.OPTIMAL, cp_model.FEASIBLE}
    starts = tuple(solver.value(start) for start in built.starts) if known else None
    bound = solver.best_objective_bound if status != cp_model.UNKNOWN or known else -math.inf
    tell(News(starts, _whole(bound), final=True))


def _whole(bound: float) -> float:
    """Return the next whole number, which a bound of whole numbers may be raised to."""
    return bound if math.isinf(bound) else float(math.ceil(bound - 1e-6))


class _Watcher(cp_model.CpSolverSolutionCallback):
    """Tells every better schedule."""

    def __init__(self, starts: list[Any], tell: Callable[[News], None]) -> None:
        super().__init__()
        self._starts, self._tell = starts, tell

    def on_solution_callback(self) -> None:
        starts = tuple(self.value(start) for start in self._starts)
        self._tell(News(starts, _whole(self.best_objective_bound), final=False))


class _Built:
    """A CP-SAT model with the variables for the start of each job."""

    def __init__(self, model: Model) -> None:
        self.model = cp_model.CpModel()
        self._given = model
        self.starts: list[Any] = []
        self._ends: list[Any] = []
        self._backs: list[Any] = []
        for number, job in enumerate(model.jobs):
            self._add_job(number, job)
        for dependant, starts, providers, needed in model.waits:
            self._add_wait(dependant, starts, providers, needed)
        for team, capacity in enumerate(model.capacity):
            self._add_team(team, capacity)
        self._aim()

    def _add_job(self, number: int, job: Job) -> None:
        start = self.model.new_int_var(job.release, self._given.horizon, f"s{number}")
        end = start + job.work
        back = self.model.new_int_var(job.back, self._given.horizon, f"b{number}")
        self.model.add(back >= end)
        self.model.add_hint(start, job.hint)
        self.starts.append(start)
        self._ends.append(end)
        self._backs.append(back)

    def _add_wait(
        self, dependant: int, starts: bool, providers: tuple[int, ...], needed: int
    ) -> None:
        until = self.starts[dependant] if starts else self._backs[dependant]
        if needed == len(providers):
            for provider in providers:
                self.model.add(until >= self._backs[provider])
            return
        chosen = [self.model.new_bool_var("") for _ in providers]
        self.model.add(sum(chosen) >= needed)
        for use, provider in zip(chosen, providers, strict=True):
            self.model.add(until >= self._backs[provider]).only_enforce_if(use)

    def _add_team(self, team: int, capacity: int) -> None:
        intervals: list[Any] = []
        people: list[int] = []
        for number, job in enumerate(self._given.jobs):
            for needed, count in job.needs:
                if needed == team and job.work > 0:
                    start, end = self.starts[number], self._ends[number]
                    intervals.append(self.model.new_interval_var(start, job.work, end, ""))
                    people.append(count)
        if capacity and intervals:
            self.model.add_cumulative(intervals, people, capacity)

    def _aim(self) -> None:
        if self._given.aim == "makespan":
            last = self.model.new_int_var(0, self._given.horizon, "makespan")
            for back in self._backs:
                self.model.add(last >= back)
            self.model.minimize(last)
            return
        parts: list[Any] = []
        measure = self._cost if self._given.aim == "cost" else self._late
        for job, back in zip(self._given.jobs, self._backs, strict=True):
            parts.extend(measure(job, back))
        self.model.minimize(sum(parts))

    def _late(self, job: Job, back: Any) -> list[Any]:  # noqa: ANN401 - a solver's variable
        if job.rto is None:
            return []
        late = self.model.new_int_var(0, self._given.horizon, "")
        self.model.add(late >= back - job.lost - job.rto)
        return [job.weight * late]

    def _cost(self, job: Job, back: Any) -> list[Any]:  # noqa: ANN401 - a solver's variable
        parts: list[Any] = []
        for after, change in job.costs:
            beyond = self.model.new_int_var(0, self._given.horizon, "")
            self.model.add_max_equality(beyond, [0, back - job.lost - after])
            parts.append(change * beyond)
        for after, cost in job.penalties:
            due = self.model.new_bool_var("")
            self.model.add(back - job.lost < after).only_enforce_if(due.negated())
            parts.append(cost * due)
        return parts
