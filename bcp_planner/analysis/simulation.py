"""The simulation of recovery (semantics.md 7): the same order, uncertain working times."""

from __future__ import annotations

import itertools
import math
import os
import zlib
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from bcp_planner.analysis.arrays import NEVER
from bcp_planner.analysis.following import Follower
from bcp_planner.analysis.kernels.lanes import LANES, Lanes, run_lanes
from bcp_planner.analysis.kernels.rows import T_MEMBER_FIRST, TEAMS, Rows, empty_state
from bcp_planner.analysis.kernels.trials import GOLDEN, MASK, POINTS, mixed, run_trials
from bcp_planner.analysis.ordering import read_order
from bcp_planner.analysis.pert import inverse_distribution, shape_of
from bcp_planner.analysis.recovery import recover
from bcp_planner.analysis.report import Followed, resting_on_unknown
from bcp_planner.analysis.results import (
    Bar,
    Percentiles,
    ServiceSimulation,
    Share,
    Simulation,
)
from bcp_planner.analysis.task import RecoveryTask, recovery_task
from bcp_planner.analysis.waits import prepared
from bcp_planner.domain.durations import Duration
from bcp_planner.domain.entities import Estimate, Scenario
from bcp_planner.domain.errors import Cancelled, PlannerError
from bcp_planner.domain.plan import Plan

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Ints: TypeAlias = npt.NDArray[np.int64]
    Packed: TypeAlias = npt.NDArray[np.uint32 | np.int64]

PIECE = 256
"""Trials computed in one go; between them progress is told and cancelling is possible."""

AT_ONCE = 64
"""Services summed up in one go."""

SMALL_LIMIT = 2**32 - 1
"""What an outage without end is packed as where outages fit into 32 bits."""

MOST_TRIALS = 1_000_000


def simulate(  # noqa: PLR0913 - each a question of its own
    plan: Plan,
    scenario: Scenario,
    *,
    trials: int = 10_000,
    seed: int = 0,
    order: Sequence[str] | None = None,
    aim: str = "lateness",
    teams: bool = True,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Simulation:
    """Return how outages spread when working times are uncertain.

    Each trial draws every working time from its estimate (three values: PERT with lambda 4; one
    value: that value; unknown: 0) and follows the same order. A percentile is the smallest
    outcome that at least that share of all trials does not exceed (nearest rank), so it is one
    that really occurred, in whole milliseconds.

    Args:
        plan: The plan.
        scenario: What fails.
        trials: How many trials.
        seed: Which random numbers; a service (by its id) gets the same ones in every plan.
        order: The order to follow; None looks for a good one by ``aim`` first.
        aim: What that order should be good at.
        teams: False counts every team as never short.
        progress: Told the share that is done.
        cancelled: Asked now and then.

    Raises:
        PlannerError: if the order cannot be followed, or the number of trials makes no sense.
        Cancelled: when ``cancelled`` says yes.
    """
    if not 1 <= trials <= MOST_TRIALS:
        raise PlannerError(f"The number of trials must be from 1 to {MOST_TRIALS:,}")
    if order is None:
        order = recover(plan, scenario, aim=aim, teams=teams, cancelled=cancelled).order
    task = prepared(recovery_task(plan, scenario, teams=teams))
    places = read_order(task, order)
    state = Follower(task).follow(places)
    unsure = resting_on_unknown(task, Followed(places, state))
    outcome = _run(task, places, trials, seed, _Watch(trials, progress, cancelled))
    return _summary(task, places, seed, outcome, unsure)


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What all trials found.

    Attributes:
        outages: Packed outages (``kernels.trials.packed_outage``), services by trials.
        base: The shortest outage of each service.
        limit: What an outage without end is packed as.
        makespans: Makespan of each trial.
        critical: In how many trials each service was on the critical path.
    """

    outages: Packed
    base: Ints
    limit: int
    makespans: Ints
    critical: Ints

    def outage(self, service: int, packed: int) -> Duration | None:
        """Return the outage that a packed one stands for, None for one without end."""
        if packed >= self.limit:
            return None
        return max(0, packed - 1 + int(self.base[service])) if packed else 0

    def within(self, service: int, most: Duration) -> int:
        """Return in how many trials an outage is not longer; riding through always counts."""
        import numpy as np

        packed = min(most - int(self.base[service]) + 1, self.limit - 1)
        return int(np.count_nonzero(self.outages[service] <= max(0, packed)))


class _Watch:
    """Tells progress and notices cancelling."""

    def __init__(
        self,
        trials: int,
        progress: Callable[[float], None] | None,
        cancelled: Callable[[], bool] | None,
    ) -> None:
        self._trials, self._done = trials, 0
        self._progress, self._cancelled = progress, cancelled

    def finished(self, trials: int) -> None:
        self._done += trials
        if self._cancelled is not None and self._cancelled():
            raise Cancelled("The simulation was stopped; nothing was changed")
        if self._progress is not None:
            self._progress(self._done / self._trials)


_Draws: TypeAlias = tuple[Rows, Rows, Rows, Rows, Rows, Rows]
"""Who is uncertain, random keys, lowest times, spans, where distributions begin; and these."""


def _run(
    task: RecoveryTask, order: Sequence[int], trials: int, seed: int, watch: _Watch
) -> _Outcome:
    outcome = _room_for(task, order, trials)
    if len(task):
        plain = run_trials.for_size(len(task) * trials // 20) == run_trials.plain
        run = _plainly if plain else _compiled
        run(task, order, _draws(task, seed), outcome, watch)
    return outcome


def _plainly(
    task: RecoveryTask, order: Sequence[int], draws: _Draws, outcome: _Outcome, watch: _Watch
) -> None:
    """Follow the trials as plain Python, on lists."""
    trials = len(outcome.makespans)
    task_row, state = list(task.row()), empty_state(task.row())
    lists: Any = tuple(row.tolist() for row in draws)
    outages, makespans = [0] * (len(task) * trials), [0] * trials
    critical, base = [0] * len(task), outcome.base.tolist()
    run: Callable[..., None] = run_trials.plain
    for first in range(0, trials, PIECE):
        count = min(PIECE, trials - first)
        written = (outages, base, outcome.limit, makespans, critical)
        run(task_row, state, list(order), lists, first, count, *written)
        watch.finished(count)
    outcome.outages.reshape(-1)[:] = outages
    outcome.makespans[:] = makespans
    outcome.critical[:] = critical


def _compiled(
    task: RecoveryTask, order: Sequence[int], draws: _Draws, outcome: _Outcome, watch: _Watch
) -> None:
    """Follow the trials on all processors, pieces that run at once in rooms of their own."""
    import numpy as np

    trials, in_step = len(outcome.makespans), _loops_stand_together(task, order)
    places = np.array(order, dtype=np.int64)
    run: Callable[..., None] = run_lanes.compiled if in_step else run_trials.compiled
    unused: list[list[Any]] = []

    def piece(first: int) -> tuple[int, Ints]:
        count, critical = min(PIECE, trials - first), np.zeros(len(task), dtype=np.int64)
        outages = outcome.outages.reshape(-1)
        written = (outages, outcome.base, outcome.limit, outcome.makespans, critical)
        try:
            rooms = unused.pop()
        except IndexError:
            rooms = _rooms(task, in_step)
        run(*rooms, places, draws, first, count, *written)
        unused.append(rooms)
        return count, critical

    pool = ThreadPoolExecutor(os.cpu_count())
    try:
        for count, critical in pool.map(piece, range(0, trials, PIECE)):
            outcome.critical[:] += critical
            watch.finished(count)
    finally:
        pool.shutdown(cancel_futures=True)


def _rooms(task: RecoveryTask, in_step: bool) -> list[Any]:
    """Return what following an order writes to."""
    import numpy as np

    rows = (task.row(), empty_state(task.row()))
    rooms: list[Any] = [np.array(row, dtype=np.int64) for row in rows]
    return [*rooms, _lanes(task)] if in_step else rooms


def _room_for(task: RecoveryTask, order: Sequence[int], trials: int) -> _Outcome:
    """Return room for what trials find.

    No outage is shorter than with every time at its shortest, nor longer than with every time at
    its longest, so most fit into 32 bits above the shortest.
    """
    import numpy as np

    shortest = _outages(task, order, [e.optimistic if e else 0 for e in _estimates(task)])
    longest = _outages(task, order, [e.pessimistic if e else 0 for e in _estimates(task)])
    finite = [b - a for a, b in zip(shortest, longest, strict=True) if b < NEVER]
    fits = max(finite, default=0) < SMALL_LIMIT - 2
    return _Outcome(
        outages=np.zeros((len(task), trials), dtype=np.uint32 if fits else np.int64),
        base=np.array([a if a < NEVER else 0 for a in shortest], dtype=np.int64),
        limit=SMALL_LIMIT if fits else NEVER,
        makespans=np.zeros(trials, dtype=np.int64),
        critical=np.zeros(len(task), dtype=np.int64),
    )


def _outages(task: RecoveryTask, order: Sequence[int], work: Sequence[int]) -> list[int]:
    state = Follower(task).follow(order, work=work)
    return [
        0 if lost >= NEVER else NEVER if back >= NEVER else back - lost
        for lost, back in zip(state.lost, state.back, strict=True)
    ]


def _loops_stand_together(task: RecoveryTask, order: Sequence[int]) -> bool:
    """Return whether the members of each finish loop follow one another in an order."""
    runs = [loop for loop, _ in itertools.groupby(task.loop[i] for i in order) if loop >= 0]
    return len(runs) == len(set(runs))


def _lanes(task: RecoveryTask) -> Lanes:
    """Return room for trials side by side."""
    import numpy as np

    row = task.row()
    members = row[row[T_MEMBER_FIRST] + row[TEAMS]]
    widest = max((len(wait.providers) for wait in task.waits), default=0)

    def room(rows: int) -> Ints:
        return np.zeros((rows, LANES), dtype=np.int64)

    work = np.repeat(np.array(task.work, dtype=np.int64)[:, None], LANES, axis=1)
    services = [room(len(task)) for _ in range(5)]
    single = [np.zeros(LANES, dtype=np.int64) for _ in range(6)]
    people = [room(members), room(members)]
    return Lanes(*[work, *services, *people, *single, room(widest)])


def _estimates(task: RecoveryTask) -> list[Estimate | None]:
    return [_estimate(task, service) for service in range(len(task))]


def _estimate(task: RecoveryTask, service: int) -> Estimate | None:
    record = task.service(service)
    return record.recovery if task.fails[service] < NEVER else record.restart


def _draws(task: RecoveryTask, seed: int) -> _Draws:
    """Return who is uncertain, with random keys, ranges and distributions."""
    import numpy as np

    found = [(i, e) for i in range(len(task)) if (e := _estimate(task, i)) and not e.is_certain]
    shapes = sorted({shape_of(estimate) for _, estimate in found})
    place = {shape: number * POINTS for number, shape in enumerate(shapes)}
    tables = [inverse_distribution(shape) for shape in shapes]
    return (
        np.array([i for i, _ in found], dtype=np.int64),
        np.array([random_key(task.ids[i], seed) for i, _ in found], dtype=np.int64),
        np.array([e.optimistic for _, e in found], dtype=np.float64),
        np.array([e.pessimistic - e.optimistic for _, e in found], dtype=np.float64),
        np.array([place[shape_of(e)] for _, e in found], dtype=np.int64),
        np.concatenate([*tables, [1.0]]),
    )


def random_key(service_id: str, seed: int) -> int:
    """Return the 32 bits that a service's random numbers start from."""
    return mixed((zlib.crc32(service_id.encode()) + seed * GOLDEN) & MASK)


def _summary(
    task: RecoveryTask,
    order: Sequence[int],
    seed: int,
    outcome: _Outcome,
    unsure: Sequence[bool],
) -> Simulation:
    trials = len(outcome.makespans)
    ranks = [math.ceil(trials * percent / 100) - 1 for percent in (50, 80, 95)]

    def summed_up(service: int) -> ServiceSimulation:
        record, outages = task.service(service), outcome.outages[service]
        shares = (
            _within(outcome, service, record.rto),
            _within(outcome, service, record.mtpd, record.wrt or 0),
            _share(int(outcome.critical[service]), trials),
        )
        # Only now, because it mixes up the trials.
        chosen = _of_ranks(outages, ranks)
        return ServiceSimulation(
            Percentiles(*(outcome.outage(service, packed) for packed in chosen)),
            *shares,
            lower_bound=unsure[service],
        )

    def some(first: int) -> list[ServiceSimulation]:
        return [summed_up(i) for i in range(first, min(first + AT_ONCE, len(task)))]

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        services = itertools.chain.from_iterable(pool.map(some, range(0, len(task), AT_ONCE)))
    return Simulation(
        trials=trials,
        seed=seed,
        order=tuple(task.ids[i] for i in order),
        services=dict(zip(task.ids, services, strict=True)),
        makespan=Percentiles(*(_moment(at) for at in _of_ranks(outcome.makespans.copy(), ranks))),
        makespans=tuple(_moment(at) for at in outcome.makespans.tolist()),
        lower_bound=any(unsure),
    )


def _of_ranks(values: Packed, ranks: Sequence[int]) -> list[int]:
    """Return the values of rising ranks, counted from 0; moves the values about.

    One rank at a time, each among what the one before left above it: numpy has a quick way for
    a single rank only.
    """
    begin = 0
    for rank in ranks:
        if rank >= begin:
            values[begin:].partition(rank - begin)
            begin = rank + 1
    return [int(values[rank]) for rank in ranks]


def _moment(time: int) -> Duration | None:
    return time if time < NEVER else None


def _share(count: int, trials: int) -> Share:
    value = count / trials
    return Share(value, math.sqrt(value * (1 - value) / trials))


def _within(
    outcome: _Outcome, service: int, limit: Duration | None, after: Duration = 0
) -> Share | None:
    """Return how often an outage and what comes after it fit; riding through always does."""
    if limit is None:
        return None
    return _share(outcome.within(service, limit - after), len(outcome.makespans))


def tornado(
    plan: Plan,
    scenario: Scenario,
    order: Sequence[str],
    *,
    service: str | None = None,
    teams: bool = True,
) -> tuple[Bar, ...]:
    """Return how far each uncertain estimate alone moves a result, the widest first.

    Args:
        plan: The plan.
        scenario: What fails.
        order: The order that is followed.
        service: The result is the outage of this service; None for the makespan.
        teams: False counts every team as never short.

    Raises:
        PlannerError: if the order cannot be followed.
    """
    task = prepared(recovery_task(plan, scenario, teams=teams))
    places = read_order(task, order)
    uncertain = [(i, e) for i in range(len(task)) if (e := _estimate(task, i)) and not e.is_certain]
    follower = Follower(task, times=2 * len(uncertain))
    follower.follow(places)

    def result(changed: int, time: Duration) -> Duration | None:
        work = [time if i == changed else each for i, each in enumerate(task.work)]
        state = follower.follow(places, work=work)
        if service is None:
            return _moment(max(state.back, default=0))
        i = task.index[service]
        up = _moment(state.back[i])
        return 0 if state.lost[i] >= NEVER else None if up is None else up - state.lost[i]

    bars = [
        Bar(task.ids[i], result(i, e.optimistic), result(i, e.pessimistic)) for i, e in uncertain
    ]
    return tuple(sorted(bars, key=lambda bar: -bar.swing))
