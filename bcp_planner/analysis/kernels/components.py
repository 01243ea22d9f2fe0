"""Strongly connected components and orders of a graph in compressed rows."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from bcp_planner.analysis.kernels.jit import helper, one_pass_kernel

Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


@one_pass_kernel
def rows(count: int, source: Ints, target: Ints) -> tuple[Ints, Ints]:
    """Return edges grouped by source: row starts (count + 1) and the targets, order kept."""
    first = np.zeros(count + 1, np.int64)
    for edge in range(len(source)):
        first[source[edge] + 1] += 1
    for node in range(count):
        first[node + 1] += first[node]
    fill = first.copy()
    grouped = np.empty(len(source), np.int64)
    for edge in range(len(source)):
        node = source[edge]
        grouped[fill[node]] = target[edge]
        fill[node] += 1
    return first, grouped


def components(first: Ints, target: Ints) -> tuple[Ints, int]:
    """Return the strongly connected component of every node, and their number.

    Components are numbered so that a component only reaches smaller numbers: with edges from
    dependant to provider, providers come first.
    """
    count = len(first) - 1
    whole, everyone = np.array([0, count], np.int64), np.arange(count, dtype=np.int64)
    edges, wanted = np.zeros(len(target), np.int64), np.ones(1, np.bool_)
    together = np.zeros(count, np.int64)
    run = refine.for_size(count)
    label, found, _ = run(first, target, edges, wanted, together, whole, everyone)
    return label, len(found) - 1


@helper
def _explore(
    group: Ints,
    begin: int,
    end: int,
    below_first: Ints,
    below: Ints,
    below_requirement: Ints,
    wanted: Flags,
    cycle: Ints,
    number: Ints,
    low: Ints,
    edge: Ints,
    waiting: Ints,
    path: Ints,
    new_cycle: Ints,
    new_first: Ints,
    new_group: Ints,
    found: int,
    seen: int,
) -> tuple[int, int]:
    """Find the cycles among the services of a group (Tarjan, without recursion).

    Returns:
        How many cycles were found, and how many services seen, so far.
    """
    for place in range(begin, end):
        path[0] = group[place]
        depth, height = 1 if number[group[place]] < 0 else 0, 0
        while depth > 0:
            node = path[depth - 1]
            if number[node] < 0:
                number[node], low[node] = seen, seen
                seen += 1
                waiting[height] = node
                height += 1
            if edge[node] < below_first[node + 1]:
                other = below[edge[node]]
                counts = wanted[below_requirement[edge[node]]] and cycle[other] == cycle[node]
                edge[node] += 1
                if counts and number[other] < 0:
                    path[depth] = other
                    depth += 1
                elif counts and new_cycle[other] < 0 and number[other] < low[node]:
                    low[node] = number[other]
                continue
            depth -= 1
            if low[node] == number[node]:
                first = last = new_first[found]
                while last == first or new_group[last - 1] != node:
                    height -= 1
                    new_cycle[waiting[height]] = found
                    new_group[last] = waiting[height]
                    last += 1
                if last - first > 1:
                    new_group[first:last].sort()
                found += 1
                new_first[found] = last
            if depth > 0 and low[node] < low[path[depth - 1]]:
                low[path[depth - 1]] = low[node]
    return found, seen


@one_pass_kernel
def refine(
    below_first: Ints,
    below: Ints,
    below_requirement: Ints,
    wanted: Flags,
    cycle: Ints,
    group_first: Ints,
    group: Ints,
) -> tuple[Ints, Ints, Ints]:
    """Split cycles into those that only some of the requirements form.

    Args:
        below_first: Where the providers of each service begin in ``below``.
        below: Providers by service.
        below_requirement: The requirement that each of these belongs to.
        wanted: The requirements that count.
        cycle: A number for each service; services of different numbers are in no cycle.
        group_first: Where the services of each number begin in ``group``.
        group: Services by number, numbers of providers before those of their dependants.

    Returns:
        New numbers, and the services by new number, in the same form as they were given.
    """
    count = len(group)
    new_cycle = np.full(count, -1, np.int64)
    new_first, new_group = np.zeros(count + 1, np.int64), np.empty(count, np.int64)
    number, low = np.full(count, -1, np.int64), np.empty(count, np.int64)
    waiting, path = np.empty(count, np.int64), np.empty(count, np.int64)
    edge = below_first[:-1].copy()
    found, seen = 0, 0
    for old in range(len(group_first) - 1):
        begin, end = group_first[old], group_first[old + 1]
        if end - begin == 1:
            new_cycle[group[begin]] = found
            new_group[new_first[found]] = group[begin]
            found += 1
            new_first[found] = new_first[found - 1] + 1
            continue
        found, seen = _explore(
            group,
            begin,
            end,
            below_first,
            below,
            below_requirement,
            wanted,
            cycle,
            number,
            low,
            edge,
            waiting,
            path,
            new_cycle,
            new_first,
            new_group,
            found,
            seen,
        )
    return new_cycle, new_first[: found + 1].copy(), new_group


@one_pass_kernel
def never_back(
    first: Ints,
    provider: Ints,
    needed: Ints,
    waits: Ints,
    own_first: Ints,
    own: Ints,
    cycle: Ints,
    group_first: Ints,
    group: Ints,
) -> Flags:
    """Return which services can never be recovered because of a loop that they are in.

    Everything fails, and whatever is outside of a loop comes back. Services that only wait for
    each other to finish come back together; waits to start must be met before.

    Args:
        first: Where the providers of each requirement begin in ``provider``.
        provider: The providers.
        needed: How many of them must be back.
        waits: 0 where recovery waits for the requirement to start, 1 to finish, 2 not at all.
        own_first: Where the requirements of each dependant begin in ``own``.
        own: Requirements by dependant.
        cycle: Services that wait for each other have the same number.
        group_first: Where the services of each number begin in ``group``.
        group: Services by number.
    """
    stuck = np.zeros(len(group), np.bool_)
    together = np.zeros(len(group), np.bool_)
    for number in range(len(group_first) - 1):
        begin, end = group_first[number], group_first[number + 1]
        if end - begin == 1:
            continue
        for place in range(begin, end):
            stuck[group[place]] = True
        progress = True
        while progress:
            progress = False
            # First who can start, then less and less who could finish with those.
            for relation in range(2):
                changed = True
                while changed:
                    changed = False
                    for place in range(begin, end):
                        service = group[place]
                        if not stuck[service]:
                            continue
                        if relation == 0:
                            together[service] = True
                        elif not together[service]:
                            continue
                        for position in range(own_first[service], own_first[service + 1]):
                            requirement = own[position]
                            if waits[requirement] != relation:
                                continue
                            there = 0
                            for edge in range(first[requirement], first[requirement + 1]):
                                other = provider[edge]
                                joining = relation == 1 and together[other]
                                if cycle[other] != number or not stuck[other] or joining:
                                    there += 1
                            if there < needed[requirement]:
                                together[service] = False
                                changed = relation == 1
                                break
            for place in range(begin, end):
                if together[group[place]]:
                    stuck[group[place]] = False
                    together[group[place]] = False
                    progress = True
    return stuck
