"""How losses spread from service to service (semantics.md 2)."""

from __future__ import annotations

import heapq

import numpy as np
import numpy.typing as npt

from bcp_planner.analysis.kernels.jit import kernel, one_pass_kernel

Ints = npt.NDArray[np.int64]
Spread = tuple[Ints, Ints, Ints, Ints]


@one_pass_kernel
def spread(
    dependant: Ints,
    missing: Ints,
    carries: Ints,
    delay: Ints,
    used_first: Ints,
    used: Ints,
    begin: Ints,
    failing: Ints,
    never: int,
) -> Spread:
    """Return the least solution of: a loss, or ``missing`` providers lost plus a delay.

    Losses are settled moment by moment, and within a moment wave by wave: first what is lost
    then by itself or after a delay, then what that takes along at once, and so on. So a cause
    always lies before its effect, also inside cycles. Among causes of one wave the first
    requirement counts.

    Args:
        dependant: The dependant of each requirement.
        missing: How many providers must be lost until a requirement is lost (n - k + 1).
        carries: 1 where the loss of the requirement takes the dependant along.
        delay: Time between the loss of a requirement and its effect.
        used_first: Where the requirements that a service provides for begin in ``used``.
        used: Requirements that each service provides for.
        begin: When each service is lost by itself, ``never`` if it is not.
        failing: The services that are lost by themselves, in the order of time and number.
        never: Times from here on never come.

    Returns:
        For each service when it is lost and the requirement that did it (-1: itself); for each
        requirement when it is lost and the provider that completed its loss (-1: not lost).
    """
    count = len(begin)
    time = begin.copy()
    cause = np.full(count, -1, np.int64)
    # The wave that each service was lost in; -1 while it is not.
    level = np.full(count, -1, np.int64)
    left = missing.copy()
    lost = np.full(len(missing), never, np.int64)
    completed_by = np.full(len(missing), -1, np.int64)
    queue = np.empty(count, np.int64)
    later = [(np.int64(0), np.int64(0))]
    later.pop()
    coming, waves, start, end = 0, 0, 0, 0
    while True:
        # The next moment at which something is lost by itself or after a delay.
        now = never
        if coming < len(failing):
            now = begin[failing[coming]]
        if len(later) > 0:
            now = min(now, later[0][0])
        if now >= never:
            break
        while coming < len(failing) and begin[failing[coming]] == now:
            service = failing[coming]
            coming += 1
            if level[service] < 0:
                level[service] = waves
                cause[service] = -1
                queue[end] = service
                end += 1
        while len(later) > 0 and later[0][0] == now:
            service = heapq.heappop(later)[1]
            if level[service] < 0:
                level[service] = waves
                queue[end] = service
                end += 1
        while start < end:
            service = queue[start]
            start += 1
            waves = level[service] + 1
            for place in range(used_first[service], used_first[service + 1]):
                requirement = used[place]
                left[requirement] -= 1
                if left[requirement] != 0:
                    continue
                lost[requirement] = now
                completed_by[requirement] = service
                if carries[requirement] == 0:
                    continue
                other = dependant[requirement]
                effect = now + delay[requirement]
                if level[other] >= 0:
                    at_once = delay[requirement] == 0 and level[other] == waves
                    if at_once and requirement < cause[other]:
                        cause[other] = requirement
                elif delay[requirement] == 0:
                    level[other] = waves
                    time[other] = now
                    cause[other] = requirement
                    queue[end] = other
                    end += 1
                elif effect < time[other]:
                    time[other] = effect
                    cause[other] = requirement
                    heapq.heappush(later, (np.int64(effect), np.int64(other)))
                elif effect == time[other] and requirement < cause[other]:
                    cause[other] = requirement
        waves += 1
    return time, cause, lost, completed_by


@kernel
def taken_down_by_each(
    dependant: Ints,
    missing: Ints,
    carries: Ints,
    delay: Ints,
    used_first: Ints,
    used: Ints,
    count: int,
    horizon: int,
) -> Ints:
    """Return how many other services each service takes down within a horizon, failing alone.

    The arguments are those of ``spread``; times up to and including ``horizon`` count.
    """
    size = np.zeros(count, np.int64)
    left = missing.copy()
    time = np.full(count, horizon + 1, np.int64)
    settled = np.zeros(count, np.bool_)
    reached = np.empty(count, np.int64)
    for source in range(count):
        found = 0
        time[source] = 0
        heap = [(np.int64(0), np.int64(source))]
        while len(heap) > 0:
            now, service = heapq.heappop(heap)
            if settled[service]:
                continue
            settled[service] = True
            reached[found] = service
            found += 1
            for place in range(used_first[service], used_first[service + 1]):
                requirement = used[place]
                left[requirement] -= 1
                other = dependant[requirement]
                effect = now + delay[requirement]
                if left[requirement] == 0 and carries[requirement] == 1 and effect < time[other]:
                    time[other] = effect
                    heapq.heappush(heap, (np.int64(effect), np.int64(other)))
        size[source] = found - 1
        for position in range(found):
            service = reached[position]
            settled[service] = False
            time[service] = horizon + 1
            for place in range(used_first[service], used_first[service + 1]):
                left[used[place]] = missing[used[place]]
    return size
