"""The latest declaration that an order can stand (semantics.md 3)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bcp_planner.analysis.arrays import NEVER
from bcp_planner.analysis.following import Follower
from bcp_planner.analysis.state import State
from bcp_planner.analysis.task import RecoveryTask
from bcp_planner.domain.durations import Duration


def latest_declaration(task: RecoveryTask, order: Sequence[int], state: State) -> Duration | None:
    """Return the largest declaration time with which the order meets what it meets now.

    No outage gets shorter when the declaration moves back: every return is a maximum, a k-th
    smallest or a sum of earlier ones, members only become free later, and a later return can only
    bring losses forward. So the times that keep all targets are those up to one largest time,
    and halving finds it exactly.

    Args:
        task: What is to be recovered.
        order: The order that is kept.
        state: What following it now finds.

    Returns:
        Milliseconds; None when no RTO is met now.
    """
    targets = {i: rto for i in range(len(task)) if (rto := task.service(i).rto) is not None}
    met = {i: rto for i, rto in targets.items() if outage_of(state, i) <= rto}
    if not met:
        return None
    follower = Follower(task, times=40)

    def holds(declared: Duration) -> bool:
        return follower.keeps(order, met, declared)

    # Later than this, no requirement of the service is back before it goes down without
    # recovery, and its outage lasts longer than its target.
    too_late = max(*task.down, task.declared) + min(met.values()) + 1
    slack = min(rto - outage_of(state, i) for i, rto in met.items())
    return largest(holds, task.declared, too_late, task.declared + slack)


def outage_of(state: State, service: int) -> int:
    """Return the outage of a service in a followed order, about ``NEVER`` for one without end."""
    return 0 if state.lost[service] >= NEVER else state.back[service] - state.lost[service]


def largest(holds: Callable[[int], bool], low: int, high: int, guess: int) -> int:
    """Return the largest number that holds, between one that does and one that does not.

    A guess that is right costs two questions instead of one for each halving.
    """
    if low < guess < high:
        if holds(guess):
            low = guess
        else:
            high = guess
    if low + 1 < high:
        if holds(low + 1):
            low += 1
        else:
            high = low + 1
    while low + 1 < high:
        middle = (low + high) // 2
        if holds(middle):
            low = middle
        else:
            high = middle
    return low
