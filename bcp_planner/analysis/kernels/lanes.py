"""Trials side by side: the simulation of ``trials`` with several trials in step.

Every row holds one number a trial ("lane"), so that maxima, minima and hand-outs of people run
over lanes at once. Finish loops are brought back lane by lane by ``list_schedule`` itself, which
needs their members one after the other in the order. The results are those of ``run_trials``.
"""

from __future__ import annotations

from typing import NamedTuple

from bcp_planner.analysis.arrays import FINISH, NEVER, START
from bcp_planner.analysis.kernels.aims import Numbers
from bcp_planner.analysis.kernels.jit import helper, kernel
from bcp_planner.analysis.kernels.list_schedule import BACK, BY_TEAM, LATER, bring_back, reset
from bcp_planner.analysis.kernels.rows import (
    S_BACK,
    S_BLAMED,
    S_FINISH_BLAMED,
    S_FREE,
    S_HOLDER,
    S_LOST,
    S_PENDING,
    S_REASON,
    S_START,
    S_STATUS,
    SERVICES,
    T_DECLARED,
    T_DOWN,
    T_FAILS,
    T_LIMITED,
    T_LOOP,
    T_MEMBER_FIRST,
    T_MOBILISATION,
    T_NEED_FIRST,
    T_NEED_PEOPLE,
    T_NEED_TEAM,
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
from bcp_planner.analysis.kernels.trials import chance, drawn_work, packed_outage

LANES = 128

AT_FINISH = -2


class Lanes(NamedTuple):
    """Moments of services (rows) in trials (columns), and room to compute a row."""

    work: Rows
    lost: Rows
    back: Rows
    start: Rows
    held: Rows
    """The service that held the people this one started late for, or -1; ``AT_FINISH`` where it
    waited for something after its own work."""
    late: Rows
    """The service it waited for after its own work, or -1; of finish loops only."""
    free: Rows
    """When each member is free."""
    holder: Rows
    effect: Rows
    ready: Rows
    loss: Rows
    restored: Rows
    until: Rows
    carry: Rows
    sort: Rows
    """As many rows as the widest requirement has providers."""


@helper
def _and_wait(t: Rows, a: Lanes, w: int) -> None:
    """Write when a requirement that needs all its providers is lost and restored."""
    begin, end = t[t[T_PROVIDER_FIRST] + w], t[t[T_PROVIDER_FIRST] + w + 1]
    provider = t[t[T_PROVIDER] + begin]
    lost, back = a.lost[provider], a.back[provider]
    for lane in range(LANES):
        a.loss[lane], a.restored[lane] = lost[lane], back[lane]
    for p in range(begin + 1, end):
        provider = t[t[T_PROVIDER] + p]
        lost, back = a.lost[provider], a.back[provider]
        for lane in range(LANES):
            a.loss[lane] = min(a.loss[lane], lost[lane])
            a.restored[lane] = max(a.restored[lane], back[lane])


@helper
def _kth(t: Rows, a: Lanes, w: int, values: Rows, rank: int, into: Rows) -> None:
    """Write the value of given rank among the providers of a wait: a sort by comparing rows."""
    begin = t[t[T_PROVIDER_FIRST] + w]
    count = t[t[T_PROVIDER_FIRST] + w + 1] - begin
    for i in range(count):
        row, new = a.sort[i], values[t[t[T_PROVIDER] + begin + i]]
        for lane in range(LANES):
            row[lane] = new[lane]
        for j in range(i, 0, -1):
            high, low = a.sort[j], a.sort[j - 1]
            for lane in range(LANES):
                x, y = low[lane], high[lane]
                low[lane], high[lane] = min(x, y), max(x, y)
    found = a.sort[rank - 1]
    for lane in range(LANES):
        into[lane] = found[lane]


@helper
def _wait(t: Rows, a: Lanes, w: int) -> None:
    """Write when a requirement is lost and restored."""
    count = t[t[T_PROVIDER_FIRST] + w + 1] - t[t[T_PROVIDER_FIRST] + w]
    needed = t[t[T_WAIT_NEEDED] + w]
    if needed == count:
        _and_wait(t, a, w)
    else:
        _kth(t, a, w, a.lost, count - needed + 1, a.loss)
        _kth(t, a, w, a.back, needed, a.restored)


@helper
def _people(t: Rows, a: Lanes, service: int) -> None:
    """Move the start of a service to when every team has people free; note who held them."""
    start, held = a.start[service], a.held[service]
    for n in range(t[t[T_NEED_FIRST] + service], t[t[T_NEED_FIRST] + service + 1]):
        team = t[t[T_NEED_TEAM] + n]
        if t[t[T_LIMITED] + team] > 0:
            last = t[t[T_MEMBER_FIRST] + team] + t[t[T_NEED_PEOPLE] + n] - 1
            if last < t[t[T_MEMBER_FIRST] + team + 1]:
                free, holder = a.free[last], a.holder[last]
                for lane in range(LANES):
                    later = free[lane] > start[lane]
                    held[lane] = holder[lane] if later else held[lane]
                    start[lane] = free[lane] if later else start[lane]
            else:
                for lane in range(LANES):
                    start[lane], held[lane] = NEVER, -1
        else:
            free_at = t[t[T_DECLARED]] + t[t[T_MOBILISATION] + team]
            for lane in range(LANES):
                held[lane] = -1 if free_at > start[lane] else held[lane]
                start[lane] = max(start[lane], free_at)


@helper
def _bind(t: Rows, a: Lanes, service: int, team: int, people: int) -> None:
    """Keep the members free earliest until ``a.until``; where a lane rides through, nobody."""
    first, end = t[t[T_MEMBER_FIRST] + team], t[t[T_MEMBER_FIRST] + team + 1]
    start = a.start[service]
    for _ in range(people):
        free, holder = a.free[first], a.holder[first]
        for lane in range(LANES):
            binds = start[lane] < NEVER
            a.ready[lane] = a.until[lane] if binds else free[lane]
            a.carry[lane] = service if binds else holder[lane]
        for member in range(first, end - 1):
            free, holder = a.free[member], a.holder[member]
            next_free, next_holder = a.free[member + 1], a.holder[member + 1]
            for lane in range(LANES):
                until, who = a.ready[lane], a.carry[lane]
                sooner = next_free[lane] <= until
                free[lane] = next_free[lane] if sooner else until
                holder[lane] = next_holder[lane] if sooner else who
                a.ready[lane] = until if sooner else next_free[lane]
                a.carry[lane] = who if sooner else next_holder[lane]
        free, holder = a.free[end - 1], a.holder[end - 1]
        for lane in range(LANES):
            free[lane], holder[lane] = a.ready[lane], a.carry[lane]


@helper
def _feel(t: Rows, a: Lanes, w: int, loss: Rows, restored: Rows) -> None:
    """Let a requirement take effect on its dependant, and keep it waiting."""
    tolerance, relation = t[t[T_WAIT_TOLERANCE] + w], t[t[T_WAIT_RELATION] + w]
    for lane in range(LANES):
        effect = loss[lane] + tolerance
        takes = loss[lane] < NEVER and restored[lane] > effect
        a.effect[lane] = min(a.effect[lane], effect) if takes else a.effect[lane]
    if relation == START:
        for lane in range(LANES):
            a.ready[lane] = max(a.ready[lane], restored[lane])
    elif relation == FINISH:
        for lane in range(LANES):
            a.until[lane] = max(a.until[lane], restored[lane])


@helper
def _loss_and_ready(t: Rows, a: Lanes, service: int) -> None:
    """Write effects and readiness of a service from all its requirements."""
    ready = t[t[T_DECLARED]]
    if t[t[T_FAILS] + service] < NEVER:
        ready = max(ready, t[t[T_FAILS] + service])
    for lane in range(LANES):
        a.effect[lane], a.ready[lane], a.until[lane] = NEVER, ready, 0
    for w in range(t[t[T_WAIT_FIRST] + service], t[t[T_WAIT_FIRST] + service + 1]):
        begin = t[t[T_PROVIDER_FIRST] + w]
        if t[t[T_PROVIDER_FIRST] + w + 1] - begin == 1:
            provider = t[t[T_PROVIDER] + begin]
            _feel(t, a, w, a.lost[provider], a.back[provider])
        else:
            _wait(t, a, w)
            _feel(t, a, w, a.loss, a.restored)


@helper
def _bring_back(t: Rows, a: Lanes, service: int) -> None:
    """Follow the order by one service that is in no finish loop, in all lanes."""
    _loss_and_ready(t, a, service)
    fails = t[t[T_FAILS] + service]
    lost, back, start = a.lost[service], a.back[service], a.start[service]
    held, work = a.held[service], a.work[service]
    for lane in range(LANES):
        lost[lane] = min(a.effect[lane], fails)
        start[lane] = min(max(a.ready[lane], lost[lane]), NEVER)
        held[lane] = -1
        back[lane] = a.until[lane]
    _people(t, a, service)
    for lane in range(LANES):
        # Who rides through has no start, so that nobody is bound.
        start[lane] = NEVER if lost[lane] >= NEVER else start[lane]
        a.until[lane] = NEVER if start[lane] >= NEVER else start[lane] + work[lane]
        held[lane] = AT_FINISH if back[lane] > a.until[lane] else held[lane]
        back[lane] = 0 if lost[lane] >= NEVER else max(back[lane], a.until[lane])
    for n in range(t[t[T_NEED_FIRST] + service], t[t[T_NEED_FIRST] + service + 1]):
        team, people = t[t[T_NEED_TEAM] + n], t[t[T_NEED_PEOPLE] + n]
        size = t[t[T_MEMBER_FIRST] + team + 1] - t[t[T_MEMBER_FIRST] + team]
        if t[t[T_LIMITED] + team] > 0 and people <= size:
            _bind(t, a, service, team, people)


@helper
def _load(t: Rows, s: Rows, a: Lanes, service: int, lane: int) -> None:
    """Copy into a plain state what bringing back a member of a finish loop reads."""
    t[t[T_WORK] + service] = a.work[service][lane]
    for w in range(t[t[T_WAIT_FIRST] + service], t[t[T_WAIT_FIRST] + service + 1]):
        for p in range(t[t[T_PROVIDER_FIRST] + w], t[t[T_PROVIDER_FIRST] + w + 1]):
            other = t[t[T_PROVIDER] + p]
            if t[t[T_LOOP] + other] != t[t[T_LOOP] + service]:
                s[s[S_LOST] + other] = a.lost[other][lane]
                s[s[S_BACK] + other] = a.back[other][lane]
                came = s[s[S_BACK] + other] < NEVER or a.start[other][lane] >= 0
                s[s[S_STATUS] + other] = BACK if came else LATER
    for n in range(t[t[T_NEED_FIRST] + service], t[t[T_NEED_FIRST] + service + 1]):
        team = t[t[T_NEED_TEAM] + n]
        for m in range(t[t[T_MEMBER_FIRST] + team], t[t[T_MEMBER_FIRST] + team + 1]):
            s[s[S_FREE] + m], s[s[S_HOLDER] + m] = a.free[m][lane], a.holder[m][lane]


@helper
def _store(t: Rows, s: Rows, a: Lanes, service: int, lane: int) -> None:
    """Copy the people that a member of a finish loop has bound back to its lane."""
    for n in range(t[t[T_NEED_FIRST] + service], t[t[T_NEED_FIRST] + service + 1]):
        team = t[t[T_NEED_TEAM] + n]
        for m in range(t[t[T_MEMBER_FIRST] + team], t[t[T_MEMBER_FIRST] + team + 1]):
            a.free[m][lane], a.holder[m][lane] = s[s[S_FREE] + m], s[s[S_HOLDER] + m]


@helper
def _bring_back_loop(t: Rows, s: Rows, a: Lanes, order: Rows, first: int, last: int) -> None:
    """Follow the order through the members of a finish loop, lane by lane."""
    for lane in range(LANES):
        s[s[S_PENDING] + t[SERVICES]] = 0
        for place in range(first, last):
            service = order[place]
            s[s[S_LOST] + service] = t[t[T_DOWN] + service]
            s[s[S_BACK] + service], s[s[S_STATUS] + service] = NEVER, LATER
        for place in range(first, last):
            _load(t, s, a, order[place], lane)
            bring_back(t, s, order[place])
            _store(t, s, a, order[place], lane)
        for place in range(first, last):
            service = order[place]
            lost = s[s[S_LOST] + service]
            a.lost[service][lane], a.back[service][lane] = lost, s[s[S_BACK] + service]
            down = lost < NEVER
            a.start[service][lane] = s[s[S_START] + service] if down else NEVER
            by_team = s[s[S_REASON] + service] == BY_TEAM
            a.held[service][lane] = s[s[S_BLAMED] + service] if down and by_team else -1
            a.late[service][lane] = s[s[S_FINISH_BLAMED] + service] if down else -1


@helper
def _follow(t: Rows, s: Rows, a: Lanes, order: Rows) -> None:
    """Follow an order from its beginning in all lanes."""
    declared = t[t[T_DECLARED]]
    for team in range(t[TEAMS]):
        for m in range(t[t[T_MEMBER_FIRST] + team], t[t[T_MEMBER_FIRST] + team + 1]):
            for lane in range(LANES):
                a.free[m][lane] = declared + t[t[T_MOBILISATION] + team]
                a.holder[m][lane] = -1
    for i in range(t[SERVICES]):
        for lane in range(LANES):
            a.lost[i][lane], a.back[i][lane] = t[t[T_DOWN] + i], NEVER
            a.start[i][lane] = -1
    place = 0
    while place < len(order):
        loop, first = t[t[T_LOOP] + order[place]], place
        place += 1
        if loop < 0:
            _bring_back(t, a, order[first])
            continue
        while place < len(order) and t[t[T_LOOP] + order[place]] == loop:
            place += 1
        _bring_back_loop(t, s, a, order, first, place)


@helper
def _returned(t: Rows, a: Lanes, w: int, moment: int, lane: int) -> int:
    """Return the first provider of a wait that went down and is back at a moment, or -1."""
    found = -1
    for p in range(t[t[T_PROVIDER_FIRST] + w], t[t[T_PROVIDER_FIRST] + w + 1]):
        other = t[t[T_PROVIDER] + p]
        if found < 0 and a.back[other][lane] == moment and a.lost[other][lane] < NEVER:
            found = other
    return found


@helper
def _before(t: Rows, a: Lanes, service: int, lane: int) -> int:
    """Return the service that is the reason why this one could not be back earlier, or -1."""
    if t[t[T_LOOP] + service] >= 0 and a.late[service][lane] >= 0:
        return a.late[service][lane]
    if a.held[service][lane] >= 0:
        return a.held[service][lane]
    first, end = t[t[T_WAIT_FIRST] + service], t[t[T_WAIT_FIRST] + service + 1]
    if a.held[service][lane] == AT_FINISH:
        back = a.back[service][lane]
        for w in range(first, end):
            found = _returned(t, a, w, back, lane) if t[t[T_WAIT_RELATION] + w] == FINISH else -1
            if found >= 0:
                return found
    start = a.start[service][lane]
    for w in range(end - 1, first - 1, -1):
        found = _returned(t, a, w, start, lane) if t[t[T_WAIT_RELATION] + w] == START else -1
        if found >= 0:
            return found
    return -1


@helper
def _find_last(a: Lanes, order: Rows) -> None:
    """Write the latest return of each lane into ``effect``, and whose it is into ``carry``."""
    for lane in range(LANES):
        a.effect[lane], a.carry[lane] = 0, order[0]
    for service in order:
        back = a.back[service]
        for lane in range(LANES):
            later = back[lane] > a.effect[lane]
            a.carry[lane] = service if later else a.carry[lane]
            a.effect[lane] = back[lane] if later else a.effect[lane]


@helper
def _mark_critical(
    t: Rows, a: Lanes, last: int, lane: int, seen: Rows, stamp: int, critical: Rows
) -> None:
    """Count the services on the critical path of a lane, back from the last to return."""
    if a.lost[last][lane] >= NEVER:
        return
    while last >= 0 and seen[last] != stamp:
        seen[last] = stamp
        critical[last] += 1
        last = _before(t, a, last, lane)


@kernel
def run_lanes(
    t: Rows,
    s: Rows,
    a: Lanes,
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
    """Follow an order once for each trial, several trials at a time.

    Args as of ``trials.run_trials``, and ``a``: room for the lanes, with the certain working
    times in place.
    """
    uncertain, keys, low, span, shape, table = draws
    count = len(order)
    seen = critical.copy()
    for i in range(count):
        seen[i] = -1
    reset(t, s)
    for begin in range(0, trials, LANES):
        for i in range(len(uncertain)):
            work = a.work[uncertain[i]]
            for lane in range(LANES):
                luck = chance(keys[i], first + begin + lane)
                work[lane] = drawn_work(low[i], span[i], table, shape[i], luck)
        _follow(t, s, a, order)
        used = min(LANES, trials - begin)
        for i in range(count):
            lost, back = a.lost[i], a.back[i]
            for lane in range(used):
                value = packed_outage(lost[lane], back[lane], base[i], limit)
                outages[i * len(makespans) + first + begin + lane] = value
        _find_last(a, order)
        for lane in range(used):
            makespans[first + begin + lane] = a.effect[lane]
            _mark_critical(t, a, a.carry[lane], lane, seen, begin + lane, critical)
