"""How good an order can be at best: values that no order beats, found without searching."""

from __future__ import annotations

from bcp_planner.analysis import aims
from bcp_planner.analysis.arrays import NEVER
from bcp_planner.analysis.kernels.list_schedule import best_case
from bcp_planner.analysis.kernels.rows import empty_state
from bcp_planner.analysis.ordering import arrange
from bcp_planner.analysis.state import State, state_of
from bcp_planner.analysis.task import RecoveryTask

SWEEPS = 60
"""How often the best case is improved; one sweep is enough without cycles."""


def best_case_of(task: RecoveryTask) -> State:
    """Return moments that no order can beat: everybody sees all others, nobody lacks people."""
    return task.once("best case", lambda: _best_case(task))


def _best_case(task: RecoveryTask) -> State:
    free = task.without_teams()
    row, state = free.row(), empty_state(free.row())
    order = arrange(free, [0] * len(free), patient=True)
    run = best_case.for_size(len(free))
    if run == best_case.plain:
        run(row, state, order, SWEEPS)
        return state_of(state, len(free))
    import numpy as np

    room = np.array(state, dtype=np.int64)
    run(np.array(row, dtype=np.int64), room, np.array(order, dtype=np.int64), SWEEPS)
    return state_of(room.tolist(), len(free))


def bounds(task: RecoveryTask, aim: str) -> tuple[float, ...]:
    """Return values that the criteria of an aim cannot go below, each on its own."""
    best = best_case_of(task)
    values = aims.criteria(task, best, aim)
    if aim == "makespan":
        return (max(values[0], _busiest_team(task, best)),)
    return values


def _busiest_team(task: RecoveryTask, best: State) -> float:
    """Return when the work of each team is done at best, counting heads and tails of chains.

    Work that cannot start before some moment needs at least (working time x people) / capacity
    after it.
    """
    bound = 0
    for team_id in task.team_ids:
        team = task.plan.teams[team_id]
        if not task.teams or not team.capacity:
            continue
        tasks = [
            (best.start[i], task.work[i] * people)
            for i in range(len(task))
            if best.lost[i] < NEVER and (people := task.service(i).needs.get(team_id, 0)) > 0
        ]
        load = 0
        for start, effort in sorted(tasks, reverse=True):
            load += effort
            bound = max(bound, start + -(-load // team.capacity))
    return float(bound)
