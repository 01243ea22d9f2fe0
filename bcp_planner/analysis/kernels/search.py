"""Looking for better recovery orders: annealing for any aim, a genetic search for the makespan.

Both walk over orders in which every service comes after what it waits for. What a move may not
show in advance (k of n, finish loops) is checked while the order is followed. All randomness
comes from a number that is kept between calls, so that a search can pause, report and go on, and
gives the same answer whether it runs as plain Python or compiled.
"""

from __future__ import annotations

from typing import NamedTuple

from bcp_planner.analysis.kernels.aims import LONG, Numbers, value_of
from bcp_planner.analysis.kernels.jit import helper, kernel
from bcp_planner.analysis.kernels.list_schedule import bring_back, is_valid, reset
from bcp_planner.analysis.kernels.packing import (
    P_AFTER,
    P_AFTER_FIRST,
    P_BEFORE,
    P_BEFORE_FIRST,
    P_CHECKED,
    Profile,
    justify,
)
from bcp_planner.analysis.kernels.rows import Rows

MODULUS = 2_147_483_647


class Walk(NamedTuple):
    """Where a search stands."""

    random: Rows
    """One number, the state of the random numbers."""
    order: Rows
    """The order the search stands at."""
    trial: Rows
    place: Rows
    """Place of each service in ``order``."""
    best: Rows
    """The best order so far."""
    now: Numbers
    """Its four criteria, then its energy."""
    record: Numbers
    """The four criteria of ``best``."""
    weight: Numbers
    """What each criterion adds to the energy."""
    found: Numbers
    """The four criteria and the energy of ``trial``."""


@helper
def draw(random: Rows, below: int) -> int:
    """Return the next random number from 0 to below, without it (Lehmer, 48271)."""
    random[0] = random[0] * 48271 % MODULUS
    return random[0] * below // MODULUS


@helper
def follow_valid(t: Rows, s: Rows, p: Rows, order: Rows) -> bool:
    """Follow an order; return False as soon as a service may not come yet."""
    reset(t, s)
    for service in order:
        if p[p[P_CHECKED]] > 0 and not is_valid(t, s, service):
            return False
        bring_back(t, s, service)
    return True


@helper
def _window(p: Rows, place: Rows, service: int) -> tuple[int, int]:
    """Return the first and last place that a service can move to."""
    low, high = 0, len(place) - 1
    for i in range(p[p[P_BEFORE_FIRST] + service], p[p[P_BEFORE_FIRST] + service + 1]):
        low = max(low, place[p[p[P_BEFORE] + i]] + 1)
    for i in range(p[p[P_AFTER_FIRST] + service], p[p[P_AFTER_FIRST] + service + 1]):
        high = min(high, place[p[p[P_AFTER] + i]] - 1)
    return low, high


@helper
def _shifted(order: Rows, trial: Rows, source: int, target: int) -> None:
    """Write an order with one service moved to another place."""
    for i in range(len(order)):
        trial[i] = order[i]
    step = 1 if target > source else -1
    for i in range(source, target, step):
        trial[i] = order[i + step]
    trial[target] = order[source]


@helper
def _better(left: Numbers, right: Numbers) -> bool:
    """Return whether four criteria are better, the first difference deciding."""
    for i in range(4):
        if left[i] != right[i]:
            return left[i] < right[i]
    return False


@helper
def _measure(s: Rows, g: Numbers, w: Walk, aim: int) -> None:
    """Write the criteria of the followed trial and its energy."""
    first, second, third, fourth = value_of(g, s, len(w.order), aim)
    w.found[0], w.found[1], w.found[2], w.found[3] = first, second, third, fourth
    w.found[4] = (
        first * w.weight[0] + second * w.weight[1] + third * w.weight[2] + fourth * w.weight[3]
    )


@helper
def _adopt(w: Walk) -> None:
    """Make the trial the order the search stands at, and the best one if it is."""
    for i in range(len(w.order)):
        w.order[i] = w.trial[i]
        w.place[w.trial[i]] = i
    for i in range(5):
        w.now[i] = w.found[i]
    if _better(w.found, w.record):
        for i in range(len(w.order)):
            w.best[i] = w.trial[i]
        for i in range(4):
            w.record[i] = w.found[i]


@kernel
def start_walk(t: Rows, s: Rows, g: Numbers, p: Rows, w: Walk, aim: int) -> bool:
    """Measure the order in ``w.trial`` and stand there; return whether it can be followed."""
    if not follow_valid(t, s, p, w.trial):
        return False
    _measure(s, g, w, aim)
    _adopt(w)
    return True


@kernel
def anneal(
    t: Rows, s: Rows, g: Numbers, p: Rows, w: Walk, aim: int, heat: Numbers, moves: int
) -> int:
    """Move single services to other places, accepting worse orders less and less.

    Args:
        t: The task.
        s: Room for following orders.
        g: What counts.
        p: Who must come before whom.
        w: Where the search stands; moved on.
        aim: Number of the aim.
        heat: Temperature (in energy) and its factor a move, then a table of exponential draws.
        moves: How many moves to try.

    Returns:
        How many moves in a row at the end found nothing better than the best.
    """
    count = len(w.order)
    idle = 0
    for _ in range(moves):
        heat[0] *= heat[1]
        idle += 1
        service = w.order[draw(w.random, count)]
        low, high = _window(p, w.place, service)
        source = w.place[service]
        target = low + draw(w.random, high - low + 1)
        if target == source:
            continue
        _shifted(w.order, w.trial, source, target)
        if not follow_valid(t, s, p, w.trial):
            continue
        _measure(s, g, w, aim)
        luck = heat[2 + draw(w.random, len(heat) - 2)]
        if w.found[4] - w.now[4] <= heat[0] * luck:
            if _better(w.found, w.record):
                idle = 0
            _adopt(w)
    return idle


@helper
def _cross(w: Walk, herd: Rows, parents: tuple[int, int], used: Rows) -> None:
    """Write a child: the mother's order with the middle part in the father's sequence."""
    count = len(used)
    mother, father = parents[0] * count, parents[1] * count
    first, last = draw(w.random, count), draw(w.random, count)
    first, last = min(first, last), max(first, last)
    for i in range(count):
        used[i] = 0
    for i in range(first):
        w.trial[i] = herd[mother + i]
        used[herd[mother + i]] = 1
    fill = first
    for i in range(count):
        if fill < last and used[herd[father + i]] == 0:
            w.trial[fill] = herd[father + i]
            used[herd[father + i]] = 1
            fill += 1
    for i in range(count):
        if used[herd[mother + i]] == 0:
            w.trial[fill] = herd[mother + i]
            fill += 1


@helper
def _disturb(p: Rows, w: Walk, rate: int) -> None:
    """Swap neighbours of the trial here and there (rate in 1,000) where nothing forbids it."""
    for i in range(len(w.trial) - 1):
        if draw(w.random, 1000) < rate:
            left, right = w.trial[i], w.trial[i + 1]
            free = True
            for j in range(p[p[P_AFTER_FIRST] + left], p[p[P_AFTER_FIRST] + left + 1]):
                if p[p[P_AFTER] + j] == right:
                    free = False
            if free:
                w.trial[i], w.trial[i + 1] = right, left


@helper
def _try(t: Rows, s: Rows, g: Numbers, p: Rows, w: Walk, aim: int) -> bool:
    """Follow the trial and measure it; return whether it can be followed."""
    if not follow_valid(t, s, p, w.trial):
        return False
    _measure(s, g, w, aim)
    if _better(w.found, w.record):
        _adopt(w)
    return True


@helper
def _mark(starts: Rows) -> int:
    """Return a number that is hardly ever the same for different starts."""
    mark = 17
    for i in range(len(starts)):
        mark = (mark * 48271 + starts[i] % MODULUS) % MODULUS
    return mark


@helper
def _is_new(marks: Rows, starts: Rows) -> bool:
    mark = _mark(starts)
    new = True
    for i in range(len(marks)):
        if marks[i] == mark:
            new = False
    return new


@kernel
def breed(
    t: Rows,
    s: Rows,
    g: Numbers,
    p: Rows,
    w: Walk,
    aim: int,
    f: Profile,
    herd: Rows,
    fitness: Numbers,
    marks: Rows,
    children: int,
) -> int:
    """Cross orders with one another, each child pushed late and forward again.

    Args:
        t: The task.
        s: Room for following orders.
        g: What counts.
        p: Who must come before whom.
        w: Holds the best order.
        aim: Number of the aim.
        f: Room for placing work.
        herd: Orders, one after the other, valid; replaced by better ones.
        fitness: First criterion of each order; below 0 while it was not measured.
        marks: A number for each order that tells different schedules apart.
        children: How many children to make.

    Returns:
        How many children in a row at the end found nothing better than the best.
    """
    count, size = len(w.trial), len(fitness)
    key = w.place.copy()
    idle = 0
    for child in range(children):
        place = child % size if fitness[child % size] < 0 else -1
        if place >= 0:
            for i in range(count):
                w.trial[i] = herd[place * count + i]
        else:
            mother, father = draw(w.random, size), draw(w.random, size)
            _cross(w, herd, (mother, father), key)
            _disturb(p, w, 50)
            place = mother if fitness[mother] > fitness[father] else father
        before = w.record[0]
        justify(t, p, f, w.trial, key)
        good = _try(t, s, g, p, w, aim)
        idle = 0 if w.record[0] < before else idle + 1
        if fitness[place] < 0:
            fitness[place] = LONG * LONG
        if good and w.found[0] <= fitness[place] and _is_new(marks, key):
            marks[place] = _mark(key)
            for i in range(count):
                herd[place * count + i] = w.trial[i]
            fitness[place] = w.found[0]
    return idle
