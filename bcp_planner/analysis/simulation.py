"""The simulation of recovery (semantics.md 7): the same order, uncertain working times."""

from __future__ import annotations

import math
import os
import zlib
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from bcp_planner.analysis.following import Follower
from bcp_planner.analysis.graph import NEVER
from bcp_planner.analysis.kernels.rows import Rows, empty_state
from bcp_planner.analysis.kernels.trials import GOLDEN, MASK, POINTS, mixed, run_trials
from bcp_planner.analysis.ordering import read_order
from bcp_planner.analysis.pert import inverse_distribution, shape_of
from bcp_planner.analysis.recovery import recover
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

PIECE = 250
"""Trials computed in one go; between them progress is told and cancelling is possible."""

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
    Follower(task).follow(places)
    outcome = _run(task, places, trials, seed, _Watch(trials, progress, cancelled))
    return _summary(task, places, seed, outcome)


@dataclass(frozen=True, slots=True)
class _Outcome:
    """Outages (services by trials), makespans, and how often each service was critical."""

    outages: Ints
    makespans: Ints
    critical: Ints


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


def _run(
    task: RecoveryTask, order: Sequence[int], trials: int, seed: int, watch: _Watch
) -> _Outcome:
    import numpy as np

    draws = _draws(task, seed)
    work: Callable[..., None] = run_trials.for_size(len(task) * trials // 20)
    compiled = work != run_trials.plain

    def piece(first: int) -> tuple[Ints, Ints, Ints]:
        count = min(PIECE, trials - first)
        rooms = [
            np.array(row, dtype=np.int64) for row in (task.row(), empty_state(task.row()), order)
        ]
        outages = np.zeros(len(task) * count, dtype=np.int64)
        makespans, critical = np.zeros(count, dtype=np.int64), np.zeros(len(task), dtype=np.int64)
        written = (outages, makespans, critical)
        if compiled:
            work(*rooms, draws, first, *written)
        else:
            plain = [list(map(int, row)) for row in written]
            lists = tuple(row.tolist() for row in draws)
            work(*(row.tolist() for row in rooms), lists, first, *plain)
            written = tuple(np.array(row, dtype=np.int64) for row in plain)
        return written[0].reshape(len(task), count), written[1], written[2]

    if not len(task):
        return _Outcome(*(np.zeros(shape, dtype=np.int64) for shape in ((0, trials), trials, 0)))
    pieces: list[tuple[Ints, Ints, Ints]] = []
    pool = ThreadPoolExecutor(os.cpu_count() if compiled else 1)
    try:
        for found in pool.map(piece, range(0, trials, PIECE)):
            pieces.append(found)
            watch.finished(len(found[1]))
    finally:
        pool.shutdown(cancel_futures=True)
    return _Outcome(
        np.concatenate([found[0] for found in pieces], axis=1),
        np.concatenate([found[1] for found in pieces]),
        np.sum([found[2] for found in pieces], axis=0),
    )


def _estimate(task: RecoveryTask, service: int) -> Estimate | None:
    record = task.service(service)
    return record.recovery if task.fails[service] < NEVER else record.restart


def _draws(task: RecoveryTask, seed: int) -> tuple[Rows, Rows, Rows, Rows, Rows, Rows]:
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


def _summary(task: RecoveryTask, order: Sequence[int], seed: int, outcome: _Outcome) -> Simulation:
    import numpy as np

    trials = len(outcome.makespans)
    ranks = [math.ceil(trials * percent / 100) - 1 for percent in (50, 80, 95)]
    sorted_outages = np.partition(outcome.outages, ranks, axis=1)[:, ranks]
    services: dict[str, ServiceSimulation] = {}
    for i, key in enumerate(task.ids):
        record, outages = task.service(i), outcome.outages[i]
        services[key] = ServiceSimulation(
            outage=_percentiles(sorted_outages[i]),
            rto_met=_within(outages, record.rto),
            mtpd_met=_within(outages, record.mtpd, record.wrt or 0),
            criticality=_share(int(outcome.critical[i]), trials),
        )
    return Simulation(
        trials=trials,
        seed=seed,
        order=tuple(task.ids[i] for i in order),
        services=services,
        makespan=_percentiles(np.partition(outcome.makespans, ranks)[ranks]),
        makespans=tuple(_moment(int(at)) for at in outcome.makespans),
    )


def _moment(time: int) -> Duration | None:
    return time if time < NEVER else None


def _percentiles(values: Ints) -> Percentiles:
    return Percentiles(*(_moment(max(0, int(value))) for value in values))


def _share(count: int, trials: int) -> Share:
    value = count / trials
    return Share(value, math.sqrt(value * (1 - value) / trials))


def _within(outages: Ints, limit: Duration | None, after: Duration = 0) -> Share | None:
    """Return how often an outage and what comes after it fit; riding through always does."""
    if limit is None:
        return None
    fits = (outages < 0) | (outages <= limit - after)
    return _share(int(fits.sum()), len(outages))


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
