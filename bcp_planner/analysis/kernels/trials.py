"""Trials of the simulation (semantics.md 7): draw working times, follow the order, count.

Random numbers are counted, not drawn one after the other: a number belongs to a service and a
trial, whatever else is computed, in which pieces, and by how many processors.
"""

from __future__ import annotations

from bcp_planner.analysis.arrays import NEVER
from bcp_planner.analysis.kernels.aims import Numbers
from bcp_planner.analysis.kernels.jit import helper, kernel
from bcp_planner.analysis.kernels.list_schedule import follow_order
from bcp_planner.analysis.kernels.rows import (
    S_BACK,
    S_BLAMED,
    S_FINISH_BLAMED,
    S_LOST,
    T_WORK,
    Rows,
)

MASK = 0xFFFFFFFF
GOLDEN = 0x9E3779B9
POINTS = 513
"""Points of an inverse distribution, at equal steps of probability from 0 to 1."""


@helper
def mixed(value: int) -> int:
    """Return 32 bits that look random, the same for the same 32 bits (lowbias32)."""
    value ^= value >> 16
    value = value * 0x7FEB352D & MASK
    value ^= value >> 15
    value = value * 0x846CA68B & MASK
    return value ^ value >> 16


@helper
def chance(key: int, trial: int) -> float:
    """Return a number above 0 and below 1 that belongs to a service and a trial."""
    return (mixed(key ^ mixed(trial * GOLDEN & MASK)) + 0.5) / 4294967296.0


@helper
def drawn_work(low: float, span: float, table: Numbers, first: int, luck: float) -> int:
    """Return a working time: the inverse distribution at a chance, in whole milliseconds."""
    place = luck * (POINTS - 1)
    cell = int(place)
    rest = place - cell
    share = table[first + cell] * (1.0 - rest) + table[first + cell + 1] * rest
    return int(low + span * share + 0.5)


@helper
def packed_outage(lost: int, back: int, base: int, limit: int) -> int:
    """Return an outage as a small number: 0 rides through, 1 the shortest, limit without end."""
    if lost >= NEVER:
        return 0
    return limit if back >= NEVER else min(limit, back - lost - base + 1)


@helper
def _mark_critical(s: Rows, order: Rows, seen: Rows, stamp: int, critical: Rows) -> None:
    """Count the services on the critical path of a followed order."""
    last = order[0]
    for service in order:
        if s[s[S_BACK] + service] > s[s[S_BACK] + last]:
            last = service
    if s[s[S_LOST] + last] >= NEVER:
        return
    while last >= 0 and seen[last] != stamp:
        seen[last] = stamp
        critical[last] += 1
        later = s[s[S_FINISH_BLAMED] + last]
        last = later if later >= 0 else s[s[S_BLAMED] + last]


@kernel
def run_trials(
    t: Rows,
    s: Rows,
    order: Rows,
    draws: tuple[Rows, Rows, Numbers, Numbers, Rows, Numbers],
    first: int,
    trials: int,
    outages: Rows,
    base: Rows,
    limit: int,
    makespans: Rows,
    critical: Rows,
) -> None:
    """Follow an order once for each of some trials.

    Args:
        t: The task; its working times are overwritten.
        s: Room for following.
        order: The order.
        draws: Services whose time is uncertain; their random keys; lowest time; span of times;
            where their inverse distribution begins; and the distributions.
        first: Number of the first trial.
        trials: How many trials.
        outages: Receives ``packed_outage`` for each service in each trial, service by service.
        base: The shortest outage of each service.
        limit: What an outage without end is packed as.
        makespans: Receives the makespan of each trial.
        critical: Counts, for each service, the trials in which it is on the critical path.
    """
    uncertain, keys, low, span, shape, table = draws
    count = len(order)
    seen = critical.copy()
    for i in range(count):
        seen[i] = -1
    for trial in range(trials):
        for i in range(len(uncertain)):
            t[t[T_WORK] + uncertain[i]] = drawn_work(
                low[i], span[i], table, shape[i], chance(keys[i], first + trial)
            )
        follow_order(t, s, order)
        latest = 0
        for i in range(count):
            back, lost = s[s[S_BACK] + i], s[s[S_LOST] + i]
            latest = max(latest, back)
            outages[i * len(makespans) + first + trial] = packed_outage(lost, back, base[i], limit)
        makespans[first + trial] = latest
        _mark_critical(s, order, seen, trial, critical)
