"""Following orders of one task many times, with times changed."""

from __future__ import annotations

from collections.abc import Sequence

from bcp_planner.analysis.kernels.list_schedule import State, follow_once, state_of
from bcp_planner.analysis.ordering import offence
from bcp_planner.analysis.task import RecoveryTask, arrays


class Follower:
    """Follows orders of a task, compiled where that pays."""

    def __init__(self, task: RecoveryTask, times: int = 1) -> None:
        """Prepare for following orders of a task.

        Args:
            task: What is to be recovered.
            times: About how many orders will be followed.
        """
        self._task = task
        rows = task.rows()
        self._run = follow_once.for_size(len(task) * max(1, times // 30))
        self._compiled = self._run != follow_once.plain
        self._rows = arrays(rows) if self._compiled else rows
        state = state_of(rows)
        self._state = arrays(state) if self._compiled else state

    def follow(
        self,
        order: Sequence[int],
        *,
        declared: int | None = None,
        work: Sequence[int] | None = None,
    ) -> State:
        """Return what following an order finds, as lists that stay as they are.

        Args:
            order: Indices of all services.
            declared: Time of the declaration, in milliseconds; None for the task's.
            work: Working times to use instead of the task's.

        Raises:
            PlannerError: if a service comes before what it waits for, with the task's own times.
        """
        rows = self._rows
        if declared is not None:
            rows = rows._replace(declared=self._row([declared]))
        if work is not None:
            rows = rows._replace(work=self._row(work))
        place = self._run(rows, self._state, self._row(order))
        if place >= 0 and declared is None and work is None:
            raise offence(self._task, order, int(place))
        return State(*(list(map(int, row)) for row in self._state))

    def _row(self, values: Sequence[int]) -> Sequence[int]:
        if not self._compiled:
            return list(values)
        import numpy as np

        row: Sequence[int] = np.array(values, dtype=np.int64)
        return row
