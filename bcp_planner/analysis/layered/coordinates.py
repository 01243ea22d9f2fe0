"""Coordinates: each node near its neighbours, in order, apart; wide rows folded into several."""

from __future__ import annotations

import math

import numpy as np

from bcp_planner.analysis.layered.order import Floats, Rows

SUB_ROW = 0.78
"""Distance of the sub-rows of a folded row, as a part of the distance of rows."""
_NARROWEST = 8
"""Rows of up to so many nodes are not folded."""


def folds(widths: list[int], cell: tuple[float, float], aspect: float) -> list[int]:
    """Return into how many sub-rows each row is folded so that the drawing has a usable shape.

    Args:
        widths: Number of nodes of each row.
        cell: Distance of neighbours in a row, and of rows.
        aspect: Wanted width divided by height.
    """
    if not widths:
        return []
    longest = max(widths)
    capacity = longest
    for candidate in range(longest, 3, -1):
        height = sum(1 + (math.ceil(w / candidate) - 1) * SUB_ROW for w in widths if w) * cell[1]
        capacity = candidate
        if candidate * cell[0] <= aspect * height or candidate <= _NARROWEST:
            break
    return [max(1, math.ceil(width / capacity)) for width in widths]


def heights(rows: list[int], cell: tuple[float, float]) -> Floats:
    """Return the y of each row's first sub-row, from the number of sub-rows of each."""
    depths = [1 + (count - 1) * SUB_ROW for count in rows]
    return np.concatenate(([0.0], np.cumsum(depths)[:-1])) * cell[1] if rows else np.zeros(0)


def across(graph: Rows, folded: list[int], cell: tuple[float, float], rounds: int) -> Floats:
    """Return x of every node.

    Rows are passed down and up; in each the nodes are put as near as their order and distances
    allow to the mean of their neighbours (least squares by pooling adjacent violators).

    Args:
        graph: Ordered rows.
        folded: Number of sub-rows of each row.
        cell: Distance of neighbours in a row, and of rows.
        rounds: Number of passes.
    """
    places = [
        np.arange(members.size) * cell[0] / depth
        for members, depth in zip(graph.members, folded, strict=True)
    ]
    x = np.zeros(graph.rows.size)
    for members, place in zip(graph.members, places, strict=True):
        x[members] = place - (place[-1] / 2 if place.size else 0.0)
    for turn in range(rounds):
        sequence = range(len(places)) if turn % 2 == 0 else range(len(places) - 1, -1, -1)
        both = turn >= rounds - 2
        wish_of = _wishes(graph, x, None if both else turn % 2 == 0)
        for row in sequence:
            wish, weight = wish_of(row)
            x[graph.members[row]] = places[row] + _pooled(wish - places[row], weight)
    return x


def columns(rows: Rows, folded: list[int], cell: tuple[float, float]) -> Floats:
    """Return x with every lane in a column of its own, wide enough for its fullest row."""
    x = np.zeros(rows.rows.size)
    left = 0.0
    for lane in np.unique(rows.key).tolist():
        mine = [members[rows.key[members] == lane] for members in rows.members]
        widths = [(m.size - 1) * cell[0] / depth for m, depth in zip(mine, folded, strict=True)]
        width = max(widths)
        for members, own, depth in zip(mine, widths, folded, strict=True):
            x[members] = left + (width - own) / 2 + np.arange(members.size) * cell[0] / depth
        left += width + cell[0] * 1.4
    return x


class _wishes:  # noqa: N801 - used as a function with memory
    """Where each node of a row would like to stand, from its neighbours' present x."""

    def __init__(self, graph: Rows, x: Floats, downward: bool | None) -> None:
        self.graph, self.x = graph, x
        ends = [graph.targets] if downward else [graph.sources] if downward is False else []
        ends = ends or [graph.targets, graph.sources]
        others = [graph.sources if e is graph.targets else graph.targets for e in ends]
        self.ends, self.others = np.concatenate(ends), np.concatenate(others)
        order = np.argsort(graph.rows[self.ends], kind="stable")
        self.ends, self.others = self.ends[order], self.others[order]
        self.bounds = np.searchsorted(graph.rows[self.ends], np.arange(len(graph.members) + 1))

    def __call__(self, row: int) -> tuple[Floats, Floats]:
        members = self.graph.members[row]
        chosen = slice(self.bounds[row], self.bounds[row + 1])
        local = self.graph.place[self.ends[chosen]].astype(np.int64)
        count = np.bincount(local, minlength=members.size)
        total = np.bincount(local, weights=self.x[self.others[chosen]], minlength=members.size)
        wish = np.where(count > 0, total / np.maximum(count, 1), self.x[members])
        return wish, np.where(count > 0, np.maximum(count, 1), 0.05)


def _pooled(values: Floats, weights: Floats) -> Floats:
    """Return the nearest values that never decrease (weighted pool adjacent violators)."""
    means: list[float] = []
    loads: list[float] = []
    sizes: list[int] = []
    for value, weight in zip(values.tolist(), weights.tolist(), strict=True):
        mean, load, size = value, weight, 1
        while means and means[-1] > mean:
            last, heavy = means.pop(), loads.pop()
            size += sizes.pop()
            mean = (mean * load + last * heavy) / (load + heavy)
            load += heavy
        means.append(mean)
        loads.append(load)
        sizes.append(size)
    return np.repeat(np.array(means), np.array(sizes, dtype=np.int64))
