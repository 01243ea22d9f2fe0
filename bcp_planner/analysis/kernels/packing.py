"""Placing work in the gaps that others leave: how the search for the makespan reads an order.

Following a recovery order hands out people in its sequence and never looks back at a gap. The
genetic search therefore places work wherever people are free (serial schedule generation), pushes
everything late and forward again, and then sorts by start: followed in that sequence nothing
starts later than it was placed.
"""

from __future__ import annotations

from typing import NamedTuple

from bcp_planner.analysis.arrays import NEVER
from bcp_planner.analysis.kernels.jit import helper
from bcp_planner.analysis.kernels.rows import (
    T_LIMITED,
    T_MEMBER_FIRST,
    T_NEED_FIRST,
    T_NEED_PEOPLE,
    T_NEED_TEAM,
    T_WORK,
    TEAMS,
    Rows,
)

PRECEDENCE = (
    "before_first",
    "before",
    "before_starts",
    "after_first",
    "after",
    "after_starts",
    "checked",
    "release",
)
"""Which services must come before which whatever the times are, packed like a task.

``..._starts`` is 1 where the later one waits to start, 0 where it waits to finish. ``checked`` is
one number: 1 when orders must be checked while they are followed, else 0. ``release`` is before
when no work can start.
"""
(
    P_BEFORE_FIRST,
    P_BEFORE,
    P_BEFORE_STARTS,
    P_AFTER_FIRST,
    P_AFTER,
    P_AFTER_STARTS,
    P_CHECKED,
    P_RELEASE,
) = range(len(PRECEDENCE))


class Profile(NamedTuple):
    """People at work over time: from ``time[i]`` to ``time[i + 1]``, ``used[i]`` of each team."""

    time: Rows
    used: Rows
    size: Rows
    """One number: how many moments there are."""
    done: Rows
    """When each placed service is finished."""


@helper
def _fits(t: Rows, f: Profile, moment: int, service: int) -> bool:
    """Return whether enough people are free from one moment of the profile to the next."""
    teams = t[TEAMS]
    for n in range(t[t[T_NEED_FIRST] + service], t[t[T_NEED_FIRST] + service + 1]):
        team = t[t[T_NEED_TEAM] + n]
        if t[t[T_LIMITED] + team] > 0:
            place = t[T_MEMBER_FIRST] + team
            busy = f.used[moment * teams + team]
            if busy + t[t[T_NEED_PEOPLE] + n] > t[place + 1] - t[place]:
                return False
    return True


@helper
def _earliest(t: Rows, f: Profile, service: int, ready: int) -> int:
    """Return the earliest start from which people are free for the whole of the work."""
    work = t[t[T_WORK] + service]
    moment = 0
    while moment + 1 < f.size[0] and f.time[moment + 1] <= ready:
        moment += 1
    start = ready
    while moment < f.size[0]:
        if not _fits(t, f, moment, service):
            if moment + 1 == f.size[0]:
                return NEVER
            start = f.time[moment + 1]
        elif moment + 1 == f.size[0] or f.time[moment + 1] >= start + work:
            return start
        moment += 1
    return start


@helper
def _split(t: Rows, f: Profile, at: int) -> int:
    """Make a moment of the profile at a time; return its number."""
    teams = t[TEAMS]
    moment = f.size[0]
    while moment > 0 and f.time[moment - 1] > at:
        moment -= 1
    if moment > 0 and f.time[moment - 1] == at:
        return moment - 1
    for i in range(f.size[0], moment, -1):
        f.time[i] = f.time[i - 1]
    for i in range(f.size[0] * teams - 1, moment * teams - 1, -1):
        f.used[i + teams] = f.used[i]
    for team in range(teams):
        f.used[moment * teams + team] = f.used[(moment - 1) * teams + team] if moment > 0 else 0
    f.time[moment] = at
    f.size[0] += 1
    return moment


@helper
def _occupy(t: Rows, f: Profile, service: int, start: int, finish: int) -> None:
    """Bind the people of a service from its start to its finish."""
    first, last, teams = _split(t, f, start), _split(t, f, finish), t[TEAMS]
    for n in range(t[t[T_NEED_FIRST] + service], t[t[T_NEED_FIRST] + service + 1]):
        team, people = t[t[T_NEED_TEAM] + n], t[t[T_NEED_PEOPLE] + n]
        for moment in range(first, last):
            f.used[moment * teams + team] += people


@helper
def _clear(t: Rows, f: Profile) -> None:
    f.size[0] = 1
    f.time[0] = 0
    for team in range(t[TEAMS]):
        f.used[team] = 0


@helper
def _place(t: Rows, f: Profile, service: int, ready: int) -> int:
    """Place a service from ready on; return its start."""
    start = _earliest(t, f, service, ready)
    finish = start + t[t[T_WORK] + service]
    if start < finish < NEVER:
        _occupy(t, f, service, start, finish)
    f.done[service] = min(finish, NEVER)
    return min(start, NEVER)


@helper
def place_forward(t: Rows, p: Rows, f: Profile, order: Rows, key: Rows) -> None:
    """Place services in the sequence of an order; write their starts, negated, into key."""
    _clear(t, f)
    for i in range(len(order)):
        service = order[i]
        ready, held = p[p[P_RELEASE] + service], 0
        for j in range(p[p[P_BEFORE_FIRST] + service], p[p[P_BEFORE_FIRST] + service + 1]):
            done = f.done[p[p[P_BEFORE] + j]]
            if p[p[P_BEFORE_STARTS] + j] > 0:
                ready = max(ready, done)
            else:
                held = max(held, done)
        key[service] = -_place(t, f, service, ready)
        f.done[service] = max(f.done[service], held)


@helper
def place_backward(t: Rows, p: Rows, f: Profile, order: Rows, key: Rows) -> None:
    """Place services from the end in the sequence of an order, as late as possible.

    Writes how long before the end each one starts into key.
    """
    _clear(t, f)
    for i in range(len(order)):
        service = order[i]
        ready = 0
        for j in range(p[p[P_AFTER_FIRST] + service], p[p[P_AFTER_FIRST] + service + 1]):
            if p[p[P_AFTER_STARTS] + j] > 0:
                ready = max(ready, f.done[p[p[P_AFTER] + j]])
        _place(t, f, service, ready)
        key[service] = f.done[service]


@helper
def sort_by(order: Rows, key: Rows) -> None:
    """Sort an order by falling key; equal ones keep their sequence."""
    for i in range(1, len(order)):
        service = order[i]
        place = i
        while place > 0 and key[order[place - 1]] < key[service]:
            order[place] = order[place - 1]
            place -= 1
        order[place] = service


@helper
def _turn(order: Rows) -> None:
    count = len(order)
    for i in range(count // 2):
        order[i], order[count - 1 - i] = order[count - 1 - i], order[i]


@helper
def justify(t: Rows, p: Rows, f: Profile, order: Rows, key: Rows) -> None:
    """Place an order forward, push it late, and forward again; sort it by its starts.

    Equal moments keep the sequence, so that nobody comes before what it waits for.
    """
    place_forward(t, p, f, order, key)
    for i in range(len(order)):
        key[order[i]] = f.done[order[i]]
    _turn(order)
    sort_by(order, key)
    place_backward(t, p, f, order, key)
    _turn(order)
    sort_by(order, key)
    place_forward(t, p, f, order, key)
    sort_by(order, key)
