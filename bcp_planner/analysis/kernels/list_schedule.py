"""Following a recovery order (semantics.md 3), as loops over rows of numbers.

``t`` holds the rows of a task and is read, ``s`` the rows of a state and is written; ``rows`` says
what is in them. Every function here runs as plain Python on lists and compiled on 64-bit arrays.

A service is *later* until the order reaches it. Then it rides through or goes down, gets its
people, and is *back* unless it still waits to finish for a finish loop that is not complete: then
it is *pending*. Whenever something changes, the largest group of pending services that wait for
nothing outside it comes back together; each at the least time that satisfies all of them.

What has happened already is known: it stands in place of what would follow from the rules, and
work that has not started starts no earlier than now.
"""

from __future__ import annotations

from bcp_planner.analysis.arrays import FINISH, NEVER, START
from bcp_planner.analysis.kernels.jit import helper, kernel
from bcp_planner.analysis.kernels.rows import (
    S_BACK,
    S_BLAMED,
    S_BLAMED_TEAM,
    S_FINISH,
    S_FINISH_BLAMED,
    S_FREE,
    S_HOLDER,
    S_LOST,
    S_PENDING,
    S_READY,
    S_REASON,
    S_SCRATCH,
    S_START,
    S_STATUS,
    SERVICES,
    T_DECLARED,
    T_DOWN,
    T_FAILS,
    T_KNOWN_BACK,
    T_KNOWN_FINISH,
    T_KNOWN_LOST,
    T_KNOWN_START,
    T_LIMITED,
    T_LOOP,
    T_MEMBER_FIRST,
    T_MOBILISATION,
    T_NEED_FIRST,
    T_NEED_PEOPLE,
    T_NEED_TEAM,
    T_NOW,
    T_PROVIDER,
    T_PROVIDER_FIRST,
    T_WAIT_FIRST,
    T_WAIT_NEEDED,
    T_WAIT_RELATION,
    T_WAIT_TOLERANCE,
    T_WORK,
    TEAMS,
    Rows,
)

LATER, PENDING, BACK, TENTATIVE = 0, 1, 2, 3
BY_DECLARATION, BY_LOSS, BY_REQUIREMENT, BY_TEAM, BY_MOBILISATION, BY_FACT = 0, 1, 2, 3, 4, 5


@helper
def reset(t: Rows, s: Rows) -> None:
    """Prepare a state for following an order from its beginning."""
    declared = t[t[T_DECLARED]]
    count = t[SERVICES]
    for i in range(count):
        s[s[S_LOST] + i] = t[t[T_DOWN] + i]
        s[s[S_BACK] + i] = NEVER
        s[s[S_STATUS] + i] = LATER
    s[s[S_PENDING] + count] = 0
    for team in range(t[TEAMS]):
        for member in range(t[t[T_MEMBER_FIRST] + team], t[t[T_MEMBER_FIRST] + team + 1]):
            s[s[S_FREE] + member] = declared + t[t[T_MOBILISATION] + team]
            s[s[S_HOLDER] + member] = -1


@helper
def _kth(t: Rows, s: Rows, w: int, row: int, rank: int) -> int:
    """Return the value of given rank (1 is smallest) in a row among the providers of a wait."""
    begin, scratch = t[t[T_PROVIDER_FIRST] + w], s[S_SCRATCH]
    for i in range(t[t[T_PROVIDER_FIRST] + w + 1] - begin):
        value = s[s[row] + t[t[T_PROVIDER] + begin + i]]
        place = scratch + i
        while place > scratch and s[place - 1] > value:
            s[place] = s[place - 1]
            place -= 1
        s[place] = value
    return s[scratch + rank - 1]


@helper
def lost_at(t: Rows, s: Rows, w: int) -> int:
    """Return when the requirement behind a wait is lost, as far as the order was followed."""
    begin, end = t[t[T_PROVIDER_FIRST] + w], t[t[T_PROVIDER_FIRST] + w + 1]
    if t[t[T_WAIT_NEEDED] + w] < end - begin:
        return _kth(t, s, w, S_LOST, end - begin - t[t[T_WAIT_NEEDED] + w] + 1)
    earliest = s[s[S_LOST] + t[t[T_PROVIDER] + begin]]
    for p in range(begin + 1, end):
        earliest = min(earliest, s[s[S_LOST] + t[t[T_PROVIDER] + p]])
    return earliest


@helper
def restored_at(t: Rows, s: Rows, w: int) -> int:
    """Return when the requirement behind a wait is restored, as far as the order was followed."""
    begin, end = t[t[T_PROVIDER_FIRST] + w], t[t[T_PROVIDER_FIRST] + w + 1]
    if t[t[T_WAIT_NEEDED] + w] < end - begin:
        return _kth(t, s, w, S_BACK, t[t[T_WAIT_NEEDED] + w])
    latest = s[s[S_BACK] + t[t[T_PROVIDER] + begin]]
    for p in range(begin + 1, end):
        latest = max(latest, s[s[S_BACK] + t[t[T_PROVIDER] + p]])
    return latest


@helper
def first_effect(t: Rows, s: Rows, service: int) -> int:
    """Return the earliest moment at which a hard requirement of a service takes effect."""
    earliest = NEVER
    for w in range(t[t[T_WAIT_FIRST] + service], t[t[T_WAIT_FIRST] + service + 1]):
        lost = lost_at(t, s, w)
        if lost < NEVER:
            effect = lost + t[t[T_WAIT_TOLERANCE] + w]
            if effect < earliest and restored_at(t, s, w) > effect:
                earliest = effect
    return earliest


@helper
def _known(t: Rows, s: Rows, w: int) -> int:
    """Return how many providers of a wait are back for good (or never, with no people)."""
    count = 0
    for p in range(t[t[T_PROVIDER_FIRST] + w], t[t[T_PROVIDER_FIRST] + w + 1]):
        if s[s[S_STATUS] + t[t[T_PROVIDER] + p]] >= BACK:
            count += 1
    return count


@helper
def _may_come(t: Rows, s: Rows, w: int, service: int) -> int:
    """Return how many providers come earlier in the order or in the same finish loop."""
    count = 0
    loop = t[t[T_LOOP] + service]
    for p in range(t[t[T_PROVIDER_FIRST] + w], t[t[T_PROVIDER_FIRST] + w + 1]):
        other = t[t[T_PROVIDER] + p]
        if s[s[S_STATUS] + other] != LATER or (loop >= 0 and t[t[T_LOOP] + other] == loop):
            count += 1
    return count


@helper
def is_valid(t: Rows, s: Rows, service: int) -> bool:
    """Return whether what a service waits for comes earlier (or in its finish loop).

    Work that has started shows that it need not wait.
    """
    if t[t[T_KNOWN_START] + service] >= 0:
        return True
    for w in range(t[t[T_WAIT_FIRST] + service], t[t[T_WAIT_FIRST] + service + 1]):
        relation = t[t[T_WAIT_RELATION] + w]
        if relation == START and _known(t, s, w) < t[t[T_WAIT_NEEDED] + w]:
            return False
        if relation == FINISH and _may_come(t, s, w, service) < t[t[T_WAIT_NEEDED] + w]:
            return False
    return True


@helper
def _stays(t: Rows, s: Rows, service: int) -> bool:
    """Return whether a tentative service waits only for what is back or tentative."""
    for w in range(t[t[T_WAIT_FIRST] + service], t[t[T_WAIT_FIRST] + service + 1]):
        if t[t[T_WAIT_RELATION] + w] == FINISH and _known(t, s, w) < t[t[T_WAIT_NEEDED] + w]:
            return False
    return True


@helper
def _choose_group(t: Rows, s: Rows) -> int:
    """Make the largest self-sufficient group of pending services tentative; return its size."""
    count = t[SERVICES]
    waiting = s[s[S_PENDING] + count]
    for i in range(waiting):
        s[s[S_STATUS] + s[s[S_PENDING] + i]] = TENTATIVE
    left = waiting
    changed = True
    while changed:
        changed = False
        for i in range(waiting):
            service = s[s[S_PENDING] + i]
            if s[s[S_STATUS] + service] == TENTATIVE and not _stays(t, s, service):
                s[s[S_STATUS] + service] = PENDING
                left -= 1
                changed = True
    return left


@helper
def _last_provider(t: Rows, s: Rows, w: int, moment: int) -> int:
    """Return a provider that went down and is back at a moment, or -1."""
    for p in range(t[t[T_PROVIDER_FIRST] + w], t[t[T_PROVIDER_FIRST] + w + 1]):
        other = t[t[T_PROVIDER] + p]
        if s[s[S_BACK] + other] == moment and s[s[S_LOST] + other] < NEVER:
            return other
    return -1


@helper
def _settle(t: Rows, s: Rows) -> int:
    """Give the largest self-sufficient group its times of return; return its size.

    The times are the least solution of up = max(finish; restored(r) for every r with recovery =
    finish): services that wait for each other come up together.
    """
    size = _choose_group(t, s)
    waiting = s[s[S_PENDING] + t[SERVICES]]
    for i in range(waiting):
        service = s[s[S_PENDING] + i]
        if s[s[S_STATUS] + service] == TENTATIVE:
            s[s[S_BACK] + service] = s[s[S_FINISH] + service]
            s[s[S_FINISH_BLAMED] + service] = -1
    changed = size > 0
    while changed:
        changed = False
        for i in range(waiting):
            service = s[s[S_PENDING] + i]
            if s[s[S_STATUS] + service] == TENTATIVE and _raise_return(t, s, service):
                changed = True
    return size


@helper
def _raise_return(t: Rows, s: Rows, service: int) -> bool:
    """Move the return of a service to the latest of what it waits for to finish."""
    raised = False
    for w in range(t[t[T_WAIT_FIRST] + service], t[t[T_WAIT_FIRST] + service + 1]):
        if t[t[T_WAIT_RELATION] + w] == FINISH:
            restored = restored_at(t, s, w)
            if restored > s[s[S_BACK] + service]:
                s[s[S_BACK] + service] = restored
                s[s[S_FINISH_BLAMED] + service] = _last_provider(t, s, w, restored)
                raised = True
    return raised


@helper
def _keep(t: Rows, s: Rows) -> None:
    """Make tentative returns final."""
    count = t[SERVICES]
    left = 0
    for i in range(s[s[S_PENDING] + count]):
        service = s[s[S_PENDING] + i]
        if s[s[S_STATUS] + service] == TENTATIVE:
            s[s[S_STATUS] + service] = BACK
        else:
            s[s[S_PENDING] + left] = service
            left += 1
    s[s[S_PENDING] + count] = left


@helper
def _forget(t: Rows, s: Rows) -> None:
    """Make tentative services pending again."""
    for i in range(s[s[S_PENDING] + t[SERVICES]]):
        service = s[s[S_PENDING] + i]
        s[s[S_STATUS] + service] = PENDING
        s[s[S_BACK] + service] = NEVER


@helper
def _rides_through_loop(t: Rows, s: Rows, service: int) -> bool:
    """Return whether a service that is part of a finish loop can ride through it.

    It does when no requirement takes effect supposing that it rides through, so that pending
    services need not wait for it. Keeps the returns that follow from that.
    """
    if s[s[S_PENDING] + t[SERVICES]] == 0:
        return False
    lost = s[s[S_LOST] + service]
    s[s[S_LOST] + service], s[s[S_BACK] + service], s[s[S_STATUS] + service] = NEVER, 0, BACK
    if _settle(t, s) > 0 and first_effect(t, s, service) >= NEVER:
        _keep(t, s)
        return True
    _forget(t, s)
    s[s[S_LOST] + service], s[s[S_BACK] + service], s[s[S_STATUS] + service] = lost, NEVER, LATER
    return False


@helper
def _goes_down(t: Rows, s: Rows, service: int) -> bool:
    """Decide whether a service goes down, and when."""
    known = t[t[T_KNOWN_LOST] + service]
    if known >= 0:
        s[s[S_LOST] + service] = known
        return True
    effect = first_effect(t, s, service)
    if effect >= NEVER and t[t[T_FAILS] + service] >= NEVER:
        s[s[S_LOST] + service], s[s[S_BACK] + service], s[s[S_STATUS] + service] = NEVER, 0, BACK
        if s[s[S_PENDING] + t[SERVICES]] > 0:
            _settle(t, s)
            _keep(t, s)
        return False
    if t[t[T_FAILS] + service] >= NEVER and _rides_through_loop(t, s, service):
        return False
    s[s[S_LOST] + service] = min(effect, t[t[T_FAILS] + service])
    return True


@helper
def _get_ready(t: Rows, s: Rows, service: int) -> None:
    """Find out from when on the work could start if people were there, and why."""
    ready = t[t[T_DECLARED]]
    s[s[S_REASON] + service], s[s[S_BLAMED] + service], s[s[S_BLAMED_TEAM] + service] = (
        BY_DECLARATION,
        -1,
        -1,
    )
    loss = s[s[S_LOST] + service]
    if t[t[T_FAILS] + service] < NEVER:
        loss = max(loss, t[t[T_FAILS] + service])
    if loss > ready:
        ready = loss
        s[s[S_REASON] + service] = BY_LOSS
    for w in range(t[t[T_WAIT_FIRST] + service], t[t[T_WAIT_FIRST] + service + 1]):
        if t[t[T_WAIT_RELATION] + w] == START:
            restored = restored_at(t, s, w)
            provider = _last_provider(t, s, w, restored) if restored >= ready else -1
            if provider >= 0:
                ready = restored
                s[s[S_REASON] + service], s[s[S_BLAMED] + service] = BY_REQUIREMENT, provider
    s[s[S_READY] + service] = min(ready, NEVER)


@helper
def _find_people(t: Rows, s: Rows, service: int) -> None:
    """Find the earliest moment at which every team has enough people free."""
    start = s[s[S_READY] + service]
    for n in range(t[t[T_NEED_FIRST] + service], t[t[T_NEED_FIRST] + service + 1]):
        team, holder = t[t[T_NEED_TEAM] + n], -1
        free = t[t[T_DECLARED]] + t[t[T_MOBILISATION] + team]
        if t[t[T_LIMITED] + team]:
            last = t[t[T_MEMBER_FIRST] + team] + t[t[T_NEED_PEOPLE] + n] - 1
            free = NEVER
            if last < t[t[T_MEMBER_FIRST] + team + 1]:
                free, holder = s[s[S_FREE] + last], s[s[S_HOLDER] + last]
        if free > start:
            start = free
            s[s[S_REASON] + service] = BY_TEAM if holder >= 0 or free >= NEVER else BY_MOBILISATION
            s[s[S_BLAMED] + service], s[s[S_BLAMED_TEAM] + service] = holder, team
    if start < t[t[T_NOW]]:
        start = t[t[T_NOW]]
        s[s[S_REASON] + service], s[s[S_BLAMED] + service] = BY_FACT, -1
    s[s[S_START] + service] = start
    s[s[S_FINISH] + service] = (
        NEVER if start >= NEVER else min(NEVER, start + t[t[T_WORK] + service])
    )
    if t[t[T_KNOWN_START] + service] >= 0:
        _as_known(t, s, service)


@helper
def _as_known(t: Rows, s: Rows, service: int) -> None:
    """Put in when work started and finished; what is not finished does so no earlier than now."""
    start, finish = t[t[T_KNOWN_START] + service], t[t[T_KNOWN_FINISH] + service]
    s[s[S_REASON] + service], s[s[S_BLAMED] + service] = BY_FACT, -1
    s[s[S_READY] + service] = min(s[s[S_READY] + service], start)
    s[s[S_START] + service] = start
    if finish < 0:
        finish = max(t[t[T_NOW]], min(NEVER, start + t[t[T_WORK] + service]))
    s[s[S_FINISH] + service] = finish


@helper
def _bind_people(t: Rows, s: Rows, service: int) -> None:
    """Keep the members that are free earliest until the work is finished.

    Work that has started may have taken more people than the plan has, or people who were not
    free: these are kept until all that they do is finished.
    """
    for n in range(t[t[T_NEED_FIRST] + service], t[t[T_NEED_FIRST] + service + 1]):
        team = t[t[T_NEED_TEAM] + n]
        if t[t[T_LIMITED] + team]:
            place, end = t[t[T_MEMBER_FIRST] + team], t[t[T_MEMBER_FIRST] + team + 1]
            taken = min(t[t[T_NEED_PEOPLE] + n], end - place)
            if taken < 1:
                continue
            until = max(s[s[S_FINISH] + service], s[s[S_FREE] + place + taken - 1])
            while place + taken < end and s[s[S_FREE] + place + taken] <= until:
                s[s[S_FREE] + place], s[s[S_HOLDER] + place] = (
                    s[s[S_FREE] + place + taken],
                    s[s[S_HOLDER] + place + taken],
                )
                place += 1
            for i in range(place, place + taken):
                s[s[S_FREE] + i], s[s[S_HOLDER] + i] = until, service


@helper
def _come_back(t: Rows, s: Rows, service: int) -> None:
    """Bring a service up after its work, or make it pending with the rest of its loop."""
    count = t[SERVICES]
    known = t[t[T_KNOWN_BACK] + service]
    complete = True
    for w in range(t[t[T_WAIT_FIRST] + service], t[t[T_WAIT_FIRST] + service + 1]):
        if t[t[T_WAIT_RELATION] + w] == FINISH and _known(t, s, w) < t[t[T_WAIT_NEEDED] + w]:
            complete = False
    s[s[S_FINISH_BLAMED] + service] = -1
    if known >= 0:
        s[s[S_BACK] + service], s[s[S_STATUS] + service] = known, BACK
    elif complete and s[s[S_PENDING] + count] == 0:
        s[s[S_BACK] + service] = s[s[S_FINISH] + service]
        _raise_return(t, s, service)
        s[s[S_STATUS] + service] = BACK
    else:
        s[s[S_STATUS] + service] = PENDING
        s[s[S_PENDING] + s[s[S_PENDING] + count]] = service
        s[s[S_PENDING] + count] += 1
    if s[s[S_PENDING] + count] > 0 and _settle(t, s) > 0:
        _keep(t, s)


@helper
def bring_back(t: Rows, s: Rows, service: int) -> None:
    """Follow the order by one service."""
    if _goes_down(t, s, service):
        _get_ready(t, s, service)
        _find_people(t, s, service)
        if s[s[S_START] + service] < NEVER:
            _bind_people(t, s, service)
        _come_back(t, s, service)


@helper
def follow_order(t: Rows, s: Rows, order: Rows) -> int:
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
def follow_once(t: Rows, s: Rows, order: Rows) -> int:
    """Follow one order; return the place of the first service that may not come yet, or -1."""
    return follow_order(t, s, order)


@helper
def _hasten(t: Rows, s: Rows, service: int) -> bool:
    """Let one service see the best that the others can do; return whether it changed."""
    lost, back = s[s[S_LOST] + service], s[s[S_BACK] + service]
    effect = first_effect(t, s, service)
    if effect < NEVER or t[t[T_FAILS] + service] < NEVER:
        s[s[S_LOST] + service] = min(effect, t[t[T_FAILS] + service])
        _get_ready(t, s, service)
        _find_people(t, s, service)
        s[s[S_BACK] + service] = s[s[S_FINISH] + service]
        _raise_return(t, s, service)
    return s[s[S_LOST] + service] != lost or s[s[S_BACK] + service] != back


@kernel
def best_case(t: Rows, s: Rows, order: Rows, sweeps: int) -> None:
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
    for i in range(t[SERVICES]):
        s[s[S_LOST] + i], s[s[S_BACK] + i], s[s[S_STATUS] + i] = t[t[T_FAILS] + i], 0, BACK
        s[s[S_FINISH_BLAMED] + i] = -1
    changed = True
    while changed and sweeps > 0:
        changed = False
        sweeps -= 1
        for service in order:
            if _hasten(t, s, service):
                changed = True
