"""Strongly connected components and orders of a graph in compressed rows."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from bcp_planner.analysis.kernels.jit import kernel

Ints = npt.NDArray[np.int64]


@kernel
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


@kernel
def components(first: Ints, target: Ints) -> tuple[Ints, int]:
    """Return the component of every node and their number (Tarjan, without recursion).

    Components are numbered so that a component only reaches smaller numbers: with edges from
    dependant to provider, providers come first.
    """
    count = len(first) - 1
    label = np.full(count, -1, np.int64)
    number = np.full(count, -1, np.int64)
    low = np.empty(count, np.int64)
    waiting = np.empty(count, np.int64)
    path = np.empty(count, np.int64)
    edge = first[:-1].copy()
    found, height, seen = 0, 0, 0
    for root in range(count):
        if number[root] >= 0:
            continue
        path[0] = root
        depth = 1
        while depth > 0:
            node = path[depth - 1]
            if number[node] < 0:
                number[node] = seen
                low[node] = seen
                seen += 1
                waiting[height] = node
                height += 1
            if edge[node] < first[node + 1]:
                other = target[edge[node]]
                edge[node] += 1
                if number[other] < 0:
                    path[depth] = other
                    depth += 1
                elif label[other] < 0 and number[other] < low[node]:
                    low[node] = number[other]
                continue
            depth -= 1
            if low[node] == number[node]:
                member = -1
                while member != node:
                    height -= 1
                    member = waiting[height]
                    label[member] = found
                found += 1
            if depth > 0 and low[node] < low[path[depth - 1]]:
                low[path[depth - 1]] = low[node]
    return label, found
