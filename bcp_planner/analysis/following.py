"""Following orders of one task many times, with times changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bcp_planner.analysis.arrays import NEVER
from bcp_planner.analysis.kernels.list_schedule import follow_once
from bcp_planner.analysis.kernels.rows import (
    S_BACK,
    S_LOST,
    T_DECLARED,
    T_WORK,
    Rows,
    empty_state,
    part,
)
from bcp_planner.analysis.ordering import offence
from bcp_planner.analysis.state import State, state_of
from bcp_planner.analysis.task import RecoveryTask


class Follower:
    """Follows orders of a task, compiled where that pays."""

    def __init__(self, task: RecoveryTask, times: int = 1) -> None:
        """Prepare for following orders of a task.

        Args:
            task: What is to be recovered.
            times: About how many orders will be followed.
        """
        self._task = task
        self._run = follow_once.for_size(len(task) * max(1, times // 30))
        self._compiled = self._run != follow_once.plain
        self._row = self._given(task.row())
        self._state = self._given(empty_state(task.row()))

    def follow(
        self,
        order: Sequence[int],
        *,
        declared: int | None = None,
        work: Sequence[int] | None = None,
    ) -> State:
        """Return what following an order finds.

        Args:
            order: Indices of all services.
            declared: Time of the declaration, in milliseconds; None for the task's.
            work: Working times to use instead of the task's.

        Raises:
            PlannerError: if a service comes before what it waits for, with the task's own times.
        """
        place = self._followed(order, declared, work)
        if place >= 0 and declared is None and work is None:
            raise offence(self._task, order, place)
        return state_of(self._state, len(self._task))

    def keeps(self, order: Sequence[int], limits: Mapping[int, int], declared: int) -> bool:
        """Return whether no outage is longer than its limit with another declaration.

        Args:
            order: Indices of all services.
            limits: Longest outages by index, in milliseconds.
            declared: Time of the declaration, in milliseconds.
        """
        self._followed(order, declared, None)
        lost, back = (part(self._state, row, len(self._task)) for row in (S_LOST, S_BACK))
        return all(lost[i] >= NEVER or back[i] - lost[i] <= most for i, most in limits.items())

    def _followed(
        self, order: Sequence[int], declared: int | None, work: Sequence[int] | None
    ) -> int:
        """Follow an order into the state; return where it breaks a rule, or -1."""
        row = self._row
        if declared is not None or work is not None:
            row = row.copy()
            row[row[T_DECLARED]] = self._task.declared if declared is None else declared
            if work is not None:
                row[row[T_WORK] : row[T_WORK] + len(work)] = work
        return int(self._run(row, self._state, self._given(order)))

    def _given(self, values: Sequence[int]) -> Rows:
        if not self._compiled:
            return list(values)
        import numpy as np

        return np.array(values, dtype=np.int64)
