"""Rows: which service stands above which, with cycles cut where they close."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]


def without_cycles(count: int, sources: Ints, targets: Ints) -> tuple[Ints, Ints]:
    """Return the edges with those reversed that close a cycle.

    A depth-first walk starts at the nodes that nothing points to, so that the usual direction of
    the plan survives and only the edge that goes back up is turned.
    """
    order = np.argsort(sources, kind="stable")
    heads = targets[order].tolist()
    starts = np.concatenate(([0], np.cumsum(np.bincount(sources, minlength=count)))).tolist()
    incoming = np.bincount(targets, minlength=count)
    back: list[int] = []
    state = bytearray(count)  # 0 unseen, 1 on the path, 2 done
    for root in np.argsort(incoming, kind="stable").tolist():
        if not state[root]:
            _walk(root, starts, heads, state, back)
    turned = order[np.array(back, dtype=np.int64)]
    new_sources, new_targets = sources.copy(), targets.copy()
    new_sources[turned], new_targets[turned] = targets[turned], sources[turned]
    return new_sources, new_targets


def _walk(
    root: int, starts: list[int], heads: list[int], state: bytearray, back: list[int]
) -> None:
    """Walk down from one node and note the edges that lead back to the path walked on."""
    state[root] = 1
    path, cursors = [root], [starts[root]]
    while path:
        node, cursor = path[-1], cursors[-1]
        if cursor == starts[node + 1]:
            state[node] = 2
            path.pop()
            cursors.pop()
            continue
        cursors[-1] = cursor + 1
        head = heads[cursor]
        if state[head] == 1:
            back.append(cursor)
        elif state[head] == 0:
            state[head] = 1
            path.append(head)
            cursors.append(starts[head])


def rank(count: int, sources: Ints, targets: Ints, tier: Ints | None = None) -> Ints:
    """Return the row of every node, 0 on top, each edge pointing down (without `tier`).

    Args:
        count: Number of nodes.
        sources: Upper end of every edge; the edges hold no cycle.
        targets: Lower end of every edge.
        tier: Row group of every node; groups never mix and follow each other by value.
    """
    if tier is None:
        return _compact(_tightened(_longest_paths(count, sources, targets), sources, targets))
    inside = tier[sources] == tier[targets]
    inner = _longest_paths(count, sources[inside], targets[inside])
    depth = int(inner.max(initial=0)) + 1
    return _compact(tier * depth + inner)


def is_tangled(rows: Ints, edges: int) -> bool:
    """Whether rows by longest paths degenerate to a long chain: nearly all nodes in cycles."""
    depth = int(rows.max(initial=0)) + 1
    return edges > 4 * rows.size and depth > 4 + 1.5 * rows.size**0.5


def by_flow(count: int, sources: Ints, targets: Ints, depth: int) -> Ints:
    """Return rows of equal length: those that need more than they are needed come first.

    For tangled graphs, such as groups that all need each other. Edges may point up or level.
    """
    out = np.bincount(sources, minlength=count)
    into = np.bincount(targets, minlength=count)
    flow = (into - out) / np.maximum(into + out, 1)
    rows = np.empty(count, dtype=np.int64)
    rows[np.argsort(flow, kind="stable")] = np.arange(count) * depth // count
    return rows


def _longest_paths(count: int, sources: Ints, targets: Ints) -> Ints:
    rows = np.zeros(count, dtype=np.int64)
    waiting = np.bincount(targets, minlength=count)
    ready = np.flatnonzero(waiting == 0)
    order = np.argsort(sources, kind="stable")
    heads = targets[order]
    starts = np.concatenate(([0], np.cumsum(np.bincount(sources, minlength=count))))
    row = 0
    while ready.size:
        rows[ready] = row
        reached = heads[_slices(starts, ready)]
        np.subtract.at(waiting, reached, 1)
        candidates = np.unique(reached)
        ready = candidates[waiting[candidates] == 0]
        row += 1
    return rows


def _slices(starts: Ints, nodes: Ints) -> Ints:
    """Return the positions of all edges that leave the nodes."""
    lengths = starts[nodes + 1] - starts[nodes]
    firsts = np.repeat(starts[nodes] - np.concatenate(([0], np.cumsum(lengths)[:-1])), lengths)
    return firsts + np.arange(int(lengths.sum()))


def _tightened(rows: Ints, sources: Ints, targets: Ints) -> Ints:
    """Return rows with every node moved to the side where most of its edges are.

    All downward moves of one round are made at once: a node stops above its lowest neighbour of
    before, which can itself only have gone further down, so no edge ever turns. Upward likewise.
    """
    count = rows.size
    outgoing = np.bincount(sources, minlength=count)
    incoming = np.bincount(targets, minlength=count)
    rows = rows.copy()
    far = np.iinfo(np.int64).max // 2
    for _ in range(8):
        before = rows.copy()
        lowest = np.full(count, far)
        np.minimum.at(lowest, sources, rows[targets])
        down = (outgoing > incoming) & (lowest < far)
        rows[down] = lowest[down] - 1
        highest = np.full(count, -far)
        np.maximum.at(highest, targets, rows[sources])
        up = (incoming > outgoing) & (highest > -far)
        rows[up] = highest[up] + 1
        if (rows == before).all():
            break
    return rows


def _compact(rows: Ints) -> Ints:
    return np.unique(rows, return_inverse=True)[1].astype(np.int64).reshape(-1)
