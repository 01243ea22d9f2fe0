"""How much longer work may take before a target is broken, in the same order."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor

from bcp_planner.analysis.arrays import NEVER
from bcp_planner.analysis.declaration import outage_of
from bcp_planner.analysis.following import Follower
from bcp_planner.analysis.kernels.growth import NO_LIMIT, advance, begin, room_to_grow
from bcp_planner.analysis.kernels.rows import Rows, empty_state
from bcp_planner.analysis.ordering import read_order
from bcp_planner.analysis.results import Room
from bcp_planner.analysis.task import RecoveryTask, recovery_task
from bcp_planner.analysis.waits import prepared
from bcp_planner.domain.entities import Scenario
from bcp_planner.domain.errors import Cancelled
from bcp_planner.domain.plan import Plan


def sensitivity(
    plan: Plan,
    scenario: Scenario,
    order: Sequence[str],
    *,
    teams: bool = True,
    services: Sequence[str] | None = None,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Mapping[str, Room]:
    """Return for each service in an order how much its working time alone may grow.

    No outage gets shorter when work takes longer, so all growths up to the answer keep the
    targets that are met now, and no larger one does.

    Args:
        plan: The plan.
        scenario: What fails.
        order: The order that is followed.
        teams: False counts every team as never short.
        services: Look at these of the order only; None for all.
        progress: Told the share that is done.
        cancelled: Asked before each service.

    Raises:
        PlannerError: if the order cannot be followed.
        Cancelled: when ``cancelled`` says yes.
    """
    task = prepared(recovery_task(plan, scenario, teams=teams))
    places = read_order(task, order)
    limits = _limits(task, places)
    wanted = set(places) if services is None else {task.index[key] for key in services}
    growths = _Growths(task, places, limits)
    rooms: dict[int, Room] = {}

    def look(share: int, of: int) -> None:
        for place, room in growths.each(wanted, share, of):
            rooms[place] = room
            if cancelled is not None and cancelled():
                raise Cancelled("Stopped")
            if progress is not None:
                progress(len(rooms) / len(wanted))

    # One processor is left to the window.
    workers = max(1, (os.cpu_count() or 1) - 1) if growths.compiled else 1
    with ThreadPoolExecutor(workers) as pool:
        for done in [pool.submit(look, share, workers) for share in range(workers)]:
            done.result()
    listed = places if services is None else [task.index[key] for key in services]
    return {task.ids[i]: rooms[i] for i in listed}


def _limits(task: RecoveryTask, order: Sequence[int]) -> list[int]:
    """Return the RTO of every service that meets it now, ``NO_LIMIT`` for all others."""
    state = Follower(task).follow(order)
    rto = [task.service(i).rto for i in range(len(task))]
    return [
        most if most is not None and outage_of(state, i) <= most else NO_LIMIT
        for i, most in enumerate(rto)
    ]


class _Growths:
    """Finds the room to grow of services in an order, one after the other."""

    def __init__(self, task: RecoveryTask, order: Sequence[int], limits: Sequence[int]) -> None:
        self._task, self._places, self._limits = task, order, limits
        size = len(task) * max(1, 40 * len(task) // 30)
        self._begin, self._advance = begin.for_size(size), advance.for_size(size)
        self._room = room_to_grow.for_size(size)
        self.compiled = self._room != room_to_grow.plain

    def each(self, wanted: set[int], share: int, of: int) -> Iterator[tuple[int, Room]]:
        """Yield the room of the wanted services at every so many-th place of the order.

        Following goes along: what comes before a service in the order is only followed once.
        """
        ids, largest = self._task.ids, max(self._limits, default=0)
        row, base = self._given(self._task.row()), self._given(empty_state(self._task.row()))
        room, limits, order = base.copy(), self._given(self._limits), self._given(self._places)
        broken = self._given([0] * len(self._task))
        self._begin(row, base)
        for place, service in enumerate(self._places):
            if service in wanted and place % of == share:
                growth, count = self._room(row, room, base, order, place, limits, largest, broken)
                breaks = tuple(ids[int(i)] for i in broken[:count])
                yield service, Room(None if growth >= NEVER else int(growth), breaks)
            self._advance(row, base, service)

    def _given(self, values: Sequence[int]) -> Rows:
        if not self.compiled:
            return list(values)
        import numpy as np

        return np.array(values, dtype=np.int64)
