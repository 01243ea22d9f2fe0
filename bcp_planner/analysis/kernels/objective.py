"""What objectives ask of providers (semantics.md 5), and what recovery can achieve."""

from __future__ import annotations

import heapq

import numpy as np
import numpy.typing as npt

from bcp_planner.analysis.kernels.jit import one_pass_kernel

Ints = npt.NDArray[np.int64]


@one_pass_kernel
def inherit(
    first: Ints,
    provider: Ints,
    tolerance: Ints,
    passes: Ints,
    own_first: Ints,
    own: Ints,
    cycle: Ints,
    group_first: Ints,
    group: Ints,
    rto: Ints,
    restart: Ints,
    never: int,
) -> tuple[Ints, Ints]:
    """Return what each service must achieve, and the requirement that asks it (-1: itself).

    Args:
        first: Where the providers of each requirement begin in ``provider``.
        provider: The providers.
        tolerance: How long the dependant of each requirement carries on.
        passes: 1 for requirements that pass objectives on.
        own_first: Where the requirements of each dependant begin in ``own``.
        own: Requirements by dependant.
        cycle: The dependency cycle that each service is in; larger for dependants.
        group_first: Where the services of each cycle begin in ``group``.
        group: Services by cycle.
        rto: Declared objective, ``never`` without one.
        restart: Restart time, 0 where unknown.
        never: The value of having no objective.
    """
    count = len(rto)
    required = rto.copy()
    asked_by = np.full(count, -1, np.int64)
    steps = np.zeros(count, np.int64)
    settled = np.zeros(count, np.bool_)
    heap = [(np.int64(0), np.int64(0), np.int64(0))]
    heap.pop()
    # Dependants come first; inside a cycle nothing is subtracted, so the least value is final.
    for number in range(len(group_first) - 2, -1, -1):
        begin, end = group_first[number], group_first[number + 1]
        alone = end - begin == 1
        if not alone:
            for place in range(begin, end):
                service = group[place]
                if required[service] < never:
                    least = np.int64(required[service])
                    heapq.heappush(heap, (least, np.int64(steps[service]), np.int64(service)))
        pending = alone
        while pending or len(heap) > 0:
            if pending:
                dependant = group[begin]
                value, step = required[dependant], steps[dependant]
                pending = False
            else:
                value, step, dependant = heapq.heappop(heap)
            if settled[dependant] or value >= never:
                continue
            settled[dependant] = True
            for place in range(own_first[dependant], own_first[dependant + 1]):
                requirement = own[place]
                if passes[requirement] == 0:
                    continue
                held = tolerance[requirement]
                for edge in range(first[requirement], first[requirement + 1]):
                    service = provider[edge]
                    same = cycle[service] == cycle[dependant]
                    asked = value + held
                    if not same:
                        asked = max(held, asked - restart[dependant])
                    equal = asked == required[service] and asked_by[service] >= 0
                    nearer = equal and step + 1 < steps[service]
                    before = (
                        equal and step + 1 == steps[service] and requirement < asked_by[service]
                    )
                    if settled[service] or not (asked < required[service] or nearer or before):
                        continue
                    required[service] = asked
                    asked_by[service] = requirement
                    steps[service] = step + 1
                    if same:
                        heapq.heappush(
                            heap, (np.int64(asked), np.int64(step + 1), np.int64(service))
                        )
    return required, asked_by


@one_pass_kernel
def achieve(
    first: Ints,
    provider: Ints,
    needed: Ints,
    waits: Ints,
    tolerance: Ints,
    own_first: Ints,
    own: Ints,
    cycle: Ints,
    group_first: Ints,
    group: Ints,
    begin: Ints,
    work: Ints,
    never: int,
) -> tuple[Ints, Ints]:
    """Return when each service is back if everything fails at once and people abound.

    Args:
        first: Where the providers of each requirement begin in ``provider``.
        provider: The providers.
        needed: How many of them must be back.
        waits: 0 where recovery waits for the requirement to start, 1 to finish, 2 not at all.
        tolerance: A requirement that is met again by then is not waited for.
        own_first: Where the requirements of each dependant begin in ``own``.
        own: Requirements by dependant.
        cycle: Services that wait for each other have the same number; larger for dependants.
        group_first: Where the services of each number begin in ``group``.
        group: Services by number.
        begin: When work on each service can begin at the earliest.
        work: Recovery time, 0 where unknown.
        never: A time that never comes.

    Returns:
        For each service when it is up, and the provider that it waited for last (-1: none).
        Waits to start inside a loop are left out, so the result then is the least possible.
    """
    count = len(begin)
    up = np.full(count, never, np.int64)
    last = np.full(count, -1, np.int64)
    widest = 1
    for requirement in range(len(needed)):
        widest = max(widest, first[requirement + 1] - first[requirement])
    times = np.empty(widest, np.int64)
    for number in range(len(group_first) - 1):
        start, end = group_first[number], group_first[number + 1]
        for relation in range(2):
            changed = True
            while changed:
                changed = False
                for place in range(start, end):
                    service = group[place]
                    until, reason = begin[service], -1
                    if relation == 1:
                        until, reason = up[service], last[service]
                    for position in range(own_first[service], own_first[service + 1]):
                        requirement = own[position]
                        if waits[requirement] != relation:
                            continue
                        # The k-th earliest return, by insertion: providers are few.
                        low = first[requirement]
                        for edge in range(low, first[requirement + 1]):
                            at = up[provider[edge]]
                            if relation == 0 and cycle[provider[edge]] == number:
                                at = never
                            spot = edge - low
                            while spot > 0 and times[spot - 1] > at:
                                times[spot] = times[spot - 1]
                                spot -= 1
                            times[spot] = at
                        restored = times[needed[requirement] - 1]
                        bridged = restored <= tolerance[requirement]
                        if restored >= never or restored <= until or bridged:
                            continue
                        until = restored
                        for edge in range(first[requirement], first[requirement + 1]):
                            if up[provider[edge]] == restored:
                                reason = provider[edge]
                                break
                    if relation == 0:
                        until += work[service]
                    if until != up[service]:
                        up[service], last[service] = until, reason
                        changed = relation == 1
    return up, last
