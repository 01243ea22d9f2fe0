"""Order inside the rows: few crossings between neighbouring rows.

Barycentre sweeps find a good order in any size; for rows that fit a matrix the order is then
improved by sifting (Matuszewski, Schönfeld, Molitor 1999): each node goes where it causes the
fewest crossings with both neighbouring rows, from exact pair counts.
"""

from __future__ import annotations

import time
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bcp_planner.analysis.layered.ranks import Ints

Floats = NDArray[np.float64]

SIFTED_CELLS = 400_000
"""Rows are sifted while the product of two neighbouring row lengths stays below this."""


@dataclass(slots=True)
class Rows:
    """Nodes in rows, with edges that point down.

    Attributes:
        rows: Row of every node.
        sources: Upper end of every edge.
        targets: Lower end of every edge, at least one row further down.
        key: Sort key of every node that comes before anything else: its lane.
        members: Nodes of each row from left to right.
        place: Place of every node inside its row.
    """

    rows: Ints
    sources: Ints
    targets: Ints
    key: Ints
    members: list[Ints]
    place: Floats

    @classmethod
    def of(cls, rows: Ints, sources: Ints, targets: Ints, key: Ints, start: Floats) -> Rows:
        """Return rows ordered by lane and then by a start value."""
        count = int(rows.max(initial=-1)) + 1
        made = cls(rows, sources, targets, key, [], np.zeros(rows.size))
        order = np.lexsort((start, key, rows))
        bounds = np.searchsorted(rows[order], np.arange(count + 1))
        made.members = [order[bounds[r] : bounds[r + 1]] for r in range(count)]
        made.renumber()
        return made

    def renumber(self) -> None:
        """Note the place of every node after rows were ordered anew."""
        for members in self.members:
            self.place[members] = np.arange(members.size)

    def copy_order(self) -> list[Ints]:
        """Return the order so that `restore` can bring it back."""
        return [members.copy() for members in self.members]

    def restore(self, order: list[Ints]) -> None:
        """Set an order that `copy_order` gave."""
        self.members = [members.copy() for members in order]
        self.renumber()


def dfs_start(count: int, rows: Ints, sources: Ints, targets: Ints) -> Floats:
    """Return a start value that keeps what hangs together side by side: order of a walk down."""
    order = np.argsort(sources, kind="stable")
    heads = targets[order].tolist()
    starts = np.concatenate(([0], np.cumsum(np.bincount(sources, minlength=count)))).tolist()
    seen = bytearray(count)
    number = np.zeros(count)
    met = 0
    for root in np.argsort(rows, kind="stable").tolist():
        if seen[root]:
            continue
        stack = [root]
        while stack:
            node = stack.pop()
            if seen[node]:
                continue
            seen[node] = 1
            number[node] = met
            met += 1
            stack.extend(h for h in heads[starts[node] : starts[node + 1]][::-1] if not seen[h])
    return number


def sweep(graph: Rows, rounds: int, deadline: float | None = None) -> None:
    """Order each row by the mean place of its neighbours, down and up again, `rounds` times."""
    count = graph.rows.size
    down = np.bincount(graph.targets, minlength=count)
    up = np.bincount(graph.sources, minlength=count)
    relative = _relative(graph)
    for turn in range(rounds):
        if deadline is not None and time.perf_counter() > deadline:
            break
        downward = turn % 2 == 0
        degree = down if downward else up
        sums = np.zeros(count)
        sequence = (
            range(1, len(graph.members)) if downward else range(len(graph.members) - 2, -1, -1)
        )
        edges = _edges_by_row(graph, downward)
        for row in sequence:
            ends, others = edges[row]
            np.add.at(sums, ends, relative[others])
            members = graph.members[row]
            known = degree[members] > 0
            mean = np.where(
                known, sums[members] / np.maximum(degree[members], 1), relative[members]
            )
            graph.members[row] = ordered = members[np.lexsort((mean, graph.key[members]))]
            relative[ordered] = (np.arange(ordered.size) + 0.5) / ordered.size
    graph.renumber()


def _relative(graph: Rows) -> Floats:
    relative = np.zeros(graph.rows.size)
    for members in graph.members:
        relative[members] = (np.arange(members.size) + 0.5) / max(members.size, 1)
    return relative


def _edges_by_row(graph: Rows, downward: bool) -> list[tuple[Ints, Ints]]:
    """Return for each row the edges that order it: (node of the row, neighbour)."""
    ends = graph.targets if downward else graph.sources
    others = graph.sources if downward else graph.targets
    order = np.argsort(graph.rows[ends], kind="stable")
    bounds = np.searchsorted(graph.rows[ends][order], np.arange(len(graph.members) + 1))
    pieces = [order[bounds[r] : bounds[r + 1]] for r in range(len(graph.members))]
    return [(ends[piece], others[piece]) for piece in pieces]


def _right_of(between: Floats) -> Floats:
    """Return for each node and place how many of its neighbours stand right of that place."""
    return between.sum(axis=1, keepdims=True) - np.cumsum(between, axis=1)


def sift(graph: Rows, rounds: int, deadline: float | None = None) -> None:
    """Put each node where it causes the fewest crossings with both neighbouring rows."""
    for turn in range(rounds):
        rows = range(len(graph.members))
        moved = False
        for row in rows if turn % 2 == 0 else reversed(rows):
            if deadline is not None and time.perf_counter() > deadline:
                return
            moved |= _sift_row(graph, row)
        if not moved:
            return


def _sift_row(graph: Rows, row: int) -> bool:
    members = graph.members[row]
    if members.size <= 1:
        return False
    cost = np.zeros((members.size, members.size))
    """cost[i, j]: crossings between the edges of i and j while i stands left of j."""
    relative = _relative(graph)
    for ends, others in ((graph.targets, graph.sources), (graph.sources, graph.targets)):
        beside = _beside(graph, row, ends, others, relative)
        if 0 < beside.size <= SIFTED_CELLS:
            cost += _right_of(beside) @ beside.T
    order = _sifted(cost, graph.key[members])
    graph.members[row] = members[order]
    graph.place[graph.members[row]] = np.arange(members.size)
    return bool((order != np.arange(members.size)).any())


def _beside(graph: Rows, row: int, ends: Ints, others: Ints, relative: Floats) -> Floats:
    """Return a row's edges upwards or downwards as a matrix: its nodes, their neighbours.

    Neighbours in rows further away count with their place relative to the length of their row.
    """
    chosen = graph.rows[ends] == row
    mine, theirs = ends[chosen], others[chosen]
    places: Floats = np.unique(relative[theirs])
    column: Ints = np.searchsorted(places, relative[theirs])
    beside = np.zeros((graph.members[row].size, places.size))
    np.add.at(beside, (graph.place[mine].astype(np.int64), column), 1.0)
    return beside


def _sifted(cost: Floats, key: Ints) -> Ints:
    """Return the order after each node went to its best place among those of its own lane."""
    gain = cost - cost.T
    order = list(range(len(cost)))
    lane: list[int] = key.tolist()
    lanes = len(set(lane)) > 1
    low, high = 0, len(cost)
    for node in range(len(cost)):
        at = order.index(node)
        rest = order[:at] + order[at + 1 :]
        totals = np.zeros(len(cost))
        np.cumsum(gain[rest, node], out=totals[1:])
        if lanes:
            mates = [lane[other] for other in rest]
            low, high = bisect_left(mates, lane[node]), bisect_right(mates, lane[node]) + 1
        best = low + int(totals[low:high].argmin())
        if totals[best] < totals[at]:
            order = [*rest[:best], node, *rest[best:]]
    return np.array(order, dtype=np.int64)
