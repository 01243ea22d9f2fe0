"""Following a recovery order (semantics.md 3), as loops over rows of numbers.

The rows of a task (``task.Tables``) are read, the rows of a ``State`` are written. Every function
here runs as plain Python on lists and compiled on 64-bit arrays.

A service is *later* until the order reaches it. Then it rides through or goes down, gets its
people, and is *back* unless it still waits to finish for a finish loop that is not complete: then
it is *pending*. Whenever something changes, the largest group of pending services that wait for
nothing outside it comes back together; each at the least time that satisfies all of them.
"""

from __future__ import annotations

import itertools
from typing import NamedTuple

from bcp_planner.analysis.graph import FINISH, NEVER, START
from bcp_planner.analysis.kernels.jit import helper, kernel
from bcp_planner.analysis.task import Rows, Tables

LATER, PENDING, BACK, TENTATIVE = 0, 1, 2, 3
BY_DECLARATION, BY_LOSS, BY_REQUIREMENT, BY_TEAM, BY_MOBILISATION = 0, 1, 2, 3, 4


class State(NamedTuple):
    """What following an order finds out; moments that do not come are ``NEVER``."""

    lost: Rows
    """When each service goes down; ``NEVER`` when it rides through."""
    back: Rows
    """When each service is up again; 0 when it rides through."""
    ready: Rows
    start: Rows
    finish: Rows
    status: Rows
    """LATER, PENDING, BACK or (inside ``_settle``) TENTATIVE."""
    reason: Rows
    """Why work did not start earlier: one of ``BY_...``."""
    blamed: Rows
    """The service behind that reason, or -1."""
    blamed_team: Rows
    """The team behind that reason, or -1."""
    finish_blamed: Rows
    """The service whose return kept this one waiting after its own work, or -1."""
    free: Rows
    """When each member is free, ascending inside each team."""
    holder: Rows
    """The service that holds each member until then, or -1."""
    pending: Rows
    """The pending services, and in the last place their number."""
    scratch: Rows


def _groups(rows: Tables) -> list[range]:
    return [range(a, b) for a, b in itertools.pairwise(rows.provider_first)]


def state_of(rows: Tables) -> State:
    """Return lists to follow orders of a task in."""
    count, members = len(rows.fails), rows.member_first[-1]
    widest = max(
        (b - a for a, b in zip(rows.provider_first, rows.provider_first[1:], strict=False)),
        default=0,
    )
    sizes = [count] * 10 + [members] * 2 + [count + 1, widest]
    return State(*([0] * size for size in sizes))


@helper
def reset(t: Tables, s: State) -> None:
    """Prepare a state for following an order from its beginning."""
    declared = t.declared[0]
    count = len(t.fails)
    for i in range(count):
        s.lost[i] = t.down[i]
        s.back[i] = NEVER
        s.status[i] = LATER
    s.pending[count] = 0
    for team in range(len(t.limited)):
        for member in range(t.member_first[team], t.member_first[team + 1]):
            s.free[member] = declared + t.mobilisation[team]
            s.holder[member] = -1


@helper
def _kth(t: Tables, w: int, values: Rows, rank: int, scratch: Rows) -> int:
    """Return the value of given rank (1 is smallest) among the providers of a wait."""
    begin = t.provider_first[w]
    count = t.provider_first[w + 1] - begin
    for i in range(count):
        value = values[t.provider[begin + i]]
        place = i
        while place > 0 and scratch[place - 1] > value:
            scratch[place] = scratch[place - 1]
            place -= 1
        scratch[place] = value
    return scratch[rank - 1]


@helper
def lost_at(t: Tables, s: State, w: int) -> int:
    """Return when the requirement behind a wait is lost, as far as the order was followed."""
    begin, end = t.provider_first[w], t.provider_first[w + 1]
    if t.wait_needed[w] < end - begin:
        return _kth(t, w, s.lost, end - begin - t.wait_needed[w] + 1, s.scratch)
    earliest = s.lost[t.provider[begin]]
    for p in range(begin + 1, end):
        earliest = min(earliest, s.lost[t.provider[p]])
    return earliest


@helper
def restored_at(t: Tables, s: State, w: int) -> int:
    """Return when the requirement behind a wait is restored, as far as the order was followed."""
    begin, end = t.provider_first[w], t.provider_first[w + 1]
    if t.wait_needed[w] < end - begin:
        return _kth(t, w, s.back, t.wait_needed[w], s.scratch)
    latest = s.back[t.provider[begin]]
    for p in range(begin + 1, end):
        latest = max(latest, s.back[t.provider[p]])
    return latest


@helper
def first_effect(t: Tables, s: State, service: int) -> int:
    """Return the earliest moment at which a hard requirement of a service takes effect."""
    earliest = NEVER
    for w in range(t.wait_first[service], t.wait_first[service + 1]):
        lost = lost_at(t, s, w)
        if lost < NEVER:
            effect = lost + t.wait_tolerance[w]
            if effect < earliest and restored_at(t, s, w) > effect:
                earliest = effect
    return earliest


@helper
def _known(t: Tables, s: State, w: int) -> int:
    """Return how many providers of a wait are back for good (or never, with no people)."""
    count = 0
    for p in range(t.provider_first[w], t.provider_first[w + 1]):
        if s.status[t.provider[p]] >= BACK:
            count += 1
    return count


@helper
def _may_come(t: Tables, s: State, w: int, service: int) -> int:
    """Return how many providers come earlier in the order or in the same finish loop."""
    count = 0
    loop = t.loop[service]
    for p in range(t.provider_first[w], t.provider_first[w + 1]):
        other = t.provider[p]
        if s.status[other] != LATER or (loop >= 0 and t.loop[other] == loop):
            count += 1
    return count


@helper
def is_valid(t: Tables, s: State, service: int) -> bool:
    """Return whether what a service waits for comes earlier (or in its finish loop)."""
    for w in range(t.wait_first[service], t.wait_first[service + 1]):
        relation = t.wait_relation[w]
        if relation == START and _known(t, s, w) < t.wait_needed[w]:
            return False
        if relation == FINISH and _may_come(t, s, w, service) < t.wait_needed[w]:
            return False
    return True


@helper
def _stays(t: Tables, s: State, service: int) -> bool:
    """Return whether a tentative service waits only for what is back or tentative."""
    for w in range(t.wait_first[service], t.wait_first[service + 1]):
        if t.wait_relation[w] == FINISH and _known(t, s, w) < t.wait_needed[w]:
            return False
    return True


@helper
def _choose_group(t: Tables, s: State) -> int:
    """Make the largest self-sufficient group of pending services tentative; return its size."""
    count = len(t.fails)
    waiting = s.pending[count]
    for i in range(waiting):
        s.status[s.pending[i]] = TENTATIVE
    left = waiting
    changed = True
    while changed:
        changed = False
        for i in range(waiting):
            service = s.pending[i]
            if s.status[service] == TENTATIVE and not _stays(t, s, service):
                s.status[service] = PENDING
                left -= 1
                changed = True
    return left


@helper
def _last_provider(t: Tables, s: State, w: int, moment: int) -> int:
    """Return a provider that went down and is back at a moment, or -1."""
    for p in range(t.provider_first[w], t.provider_first[w + 1]):
        other = t.provider[p]
        if s.back[other] == moment and s.lost[other] < NEVER:
            return other
    return -1


@helper
def _settle(t: Tables, s: State) -> int:
    """Give the largest self-sufficient group its times of return; return its size.

    The times are the least solution of up = max(finish; restored(r) for every r with recovery =
    finish): services that wait for each other come up together.
    """
    size = _choose_group(t, s)
    waiting = s.pending[len(t.fails)]
    for i in range(waiting):
        service = s.pending[i]
        if s.status[service] == TENTATIVE:
            s.back[service] = s.finish[service]
            s.finish_blamed[service] = -1
    changed = size > 0
    while changed:
        changed = False
        for i in range(waiting):
            service = s.pending[i]
            if s.status[service] == TENTATIVE and _raise_return(t, s, service):
                changed = True
    return size


@helper
def _raise_return(t: Tables, s: State, service: int) -> bool:
    """Move the return of a service to the latest of what it waits for to finish."""
    raised = False
    for w in range(t.wait_first[service], t.wait_first[service + 1]):
        if t.wait_relation[w] == FINISH:
            restored = restored_at(t, s, w)
            if restored > s.back[service]:
                s.back[service] = restored
                s.finish_blamed[service] = _last_provider(t, s, w, restored)
                raised = True
    return raised


@helper
def _keep(t: Tables, s: State) -> None:
    """Make tentative returns final."""
    count = len(t.fails)
    left = 0
    for i in range(s.pending[count]):
        service = s.pending[i]
        if s.status[service] == TENTATIVE:
            s.status[service] = BACK
        else:
            s.pending[left] = service
            left += 1
    s.pending[count] = left


@helper
def _forget(t: Tables, s: State) -> None:
    """Make tentative services pending again."""
    for i in range(s.pending[len(t.fails)]):
        service = s.pending[i]
        s.status[service] = PENDING
        s.back[service] = NEVER


@helper
def _rides_through_loop(t: Tables, s: State, service: int) -> bool:
    """Return whether a service that is part of a finish loop can ride through it.

    It does when no requirement takes effect supposing that it rides through, so that pending
    services need not wait for it. Keeps the returns that follow from that.
    """
    if s.pending[len(t.fails)] == 0:
        return False
    lost = s.lost[service]
    s.lost[service], s.back[service], s.status[service] = NEVER, 0, BACK
    if _settle(t, s) > 0 and first_effect(t, s, service) >= NEVER:
        _keep(t, s)
        return True
    _forget(t, s)
    s.lost[service], s.back[service], s.status[service] = lost, NEVER, LATER
    return False


@helper
def _goes_down(t: Tables, s: State, service: int) -> bool:
    """Decide whether a service goes down, and when."""
    effect = first_effect(t, s, service)
    if effect >= NEVER and t.fails[service] >= NEVER:
        s.lost[service], s.back[service], s.status[service] = NEVER, 0, BACK
        if s.pending[len(t.fails)] > 0:
            _settle(t, s)
            _keep(t, s)
        return False
    if t.fails[service] >= NEVER and _rides_through_loop(t, s, service):
        return False
    s.lost[service] = min(effect, t.fails[service])
    return True


@helper
def _get_ready(t: Tables, s: State, service: int) -> None:
    """Find out from when on the work could start if people were there, and why."""
    ready = t.declared[0]
    s.reason[service], s.blamed[service], s.blamed_team[service] = BY_DECLARATION, -1, -1
    loss = s.lost[service]
    if t.fails[service] < NEVER:
        loss = max(loss, t.fails[service])
    if loss > ready:
        ready = loss
        s.reason[service] = BY_LOSS
    for w in range(t.wait_first[service], t.wait_first[service + 1]):
        if t.wait_relation[w] == START:
            restored = restored_at(t, s, w)
            provider = _last_provider(t, s, w, restored) if restored >= ready else -1
            if provider >= 0:
                ready = restored
                s.reason[service], s.blamed[service] = BY_REQUIREMENT, provider
    s.ready[service] = min(ready, NEVER)


@helper
def _find_people(t: Tables, s: State, service: int) -> None:
    """Find the earliest moment at which every team has enough people free."""
    start = s.ready[service]
    for n in range(t.need_first[service], t.need_first[service + 1]):
        team, holder = t.need_team[n], -1
        free = t.declared[0] + t.mobilisation[team]
        if t.limited[team]:
            last = t.member_first[team] + t.need_people[n] - 1
            free = NEVER
            if last < t.member_first[team + 1]:
                free, holder = s.free[last], s.holder[last]
        if free > start:
            start = free
            s.reason[service] = BY_TEAM if holder >= 0 or free >= NEVER else BY_MOBILISATION
            s.blamed[service], s.blamed_team[service] = holder, team
    s.start[service] = start
    s.finish[service] = NEVER if start >= NEVER else min(NEVER, start + t.work[service])


@helper
def _bind_people(t: Tables, s: State, service: int) -> None:
    """Keep the members that are free earliest until the work is finished."""
    until = s.finish[service]
    for n in range(t.need_first[service], t.need_first[service + 1]):
        team = t.need_team[n]
        if t.limited[team]:
            place = t.member_first[team]
            taken, end = t.need_people[n], t.member_first[team + 1]
            while place + taken < end and s.free[place + taken] <= until:
                s.free[place], s.holder[place] = s.free[place + taken], s.holder[place + taken]
                place += 1
            for i in range(place, place + taken):
                s.free[i], s.holder[i] = until, service


@helper
def _come_back(t: Tables, s: State, service: int) -> None:
    """Bring a service up after its work, or make it pending with the rest of its loop."""
    count = len(t.fails)
    complete = True
    for w in range(t.wait_first[service], t.wait_first[service + 1]):
        if t.wait_relation[w] == FINISH and _known(t, s, w) < t.wait_needed[w]:
            complete = False
    s.finish_blamed[service] = -1
    if complete:
        s.back[service] = s.finish[service]
        _raise_return(t, s, service)
        s.status[service] = BACK
    else:
        s.status[service] = PENDING
        s.pending[s.pending[count]] = service
        s.pending[count] += 1
    if s.pending[count] > 0 and _settle(t, s) > 0:
        _keep(t, s)


@helper
def bring_back(t: Tables, s: State, service: int) -> None:
    """Follow the order by one service."""
    if _goes_down(t, s, service):
        _get_ready(t, s, service)
        _find_people(t, s, service)
        if s.start[service] < NEVER:
            _bind_people(t, s, service)
        _come_back(t, s, service)


@helper
def follow_order(t: Tables, s: State, order: Rows) -> int:
    """Follow an order from its beginning.

    Returns:
        The place of the first service that comes before what it waits for, -1 for none. The
        order is followed to its end nevertheless; such a service never starts.
    """
    reset(t, s)
    offence = -1
    for place in range(len(order)):
        if offence < 0 and not is_valid(t, s, order[place]):
            offence = place
        bring_back(t, s, order[place])
    return offence


@kernel
def follow_once(t: Tables, s: State, order: Rows) -> int:
    """Follow one order; return the place of the first service that may not come yet, or -1."""
    return follow_order(t, s, order)


@helper
def _hasten(t: Tables, s: State, service: int) -> bool:
    """Let one service see the best that the others can do; return whether it changed."""
    lost, back = s.lost[service], s.back[service]
    effect = first_effect(t, s, service)
    if effect < NEVER or t.fails[service] < NEVER:
        s.lost[service] = min(effect, t.fails[service])
        _get_ready(t, s, service)
        _find_people(t, s, service)
        s.back[service] = s.finish[service]
        _raise_return(t, s, service)
    return s.lost[service] != lost or s.back[service] != back


@kernel
def best_case(t: Tables, s: State, order: Rows, sweeps: int) -> None:
    """Find moments that no order can beat, as if teams were never short.

    Every service sees all others, wherever they stand in the order: the least solution of the
    equations, from below. Stopping early keeps it a bound.

    Args:
        t: A task without team limits.
        s: Receives the moments.
        order: Any order of all services; close to a good one it takes fewer sweeps.
        sweeps: How often to go through the order at most.
    """
    reset(t, s)
    for i in range(len(t.fails)):
        s.lost[i], s.back[i], s.status[i] = t.fails[i], 0, BACK
        s.finish_blamed[i] = -1
    changed = True
    while changed and sweeps > 0:
        changed = False
        sweeps -= 1
        for service in order:
            if _hasten(t, s, service):
                changed = True
