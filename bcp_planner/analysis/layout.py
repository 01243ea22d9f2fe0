"""Automatic drawing: services in rows, what they need below them.

A layered layout of our own in four steps (rows, order, coordinates, packing): it lays out ten
thousand services in a fraction of a second, knows tiers as rows and groups as lanes, and leaves
what is pinned alone. Positions are centres of cards; y grows downwards.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from bcp_planner.analysis import dot
from bcp_planner.analysis.layered import coordinates, order, ranks
from bcp_planner.analysis.layered.order import Floats, Rows
from bcp_planner.analysis.layered.ranks import Ints
from bcp_planner.analysis.placement import Point, free_slots

CELL: Point = (232.0, 152.0)
"""Usual distance between the centres of neighbours in a row, and of rows."""

_EFFORT = ((150, 6, 12), (400, 1, 10), (1_000, 1, 3), (2_500, 1, 1))
"""Up to so many nodes: how many starts are tried, and rounds of ordering by crossing counts."""
_MANY = 3_000
"""From so many nodes on fewer rounds are made: the drawing is read in parts anyway."""
_MEASURED = 800
"""Up to so many edges the drawings from several starts are compared by their crossings."""
_SIFTED = 5
"""Rounds of ordering by crossing counts that follow dot's order."""
_TOUCHING = 1e-6
"""Edges that only touch do not cross; a product of areas."""
FINER = 400
"""Up to so many nodes a drawing with fewer crossings is looked for with the help of dot."""
_APART = 40
"""So many connected parts are drawn side by side; what is left over is drawn as one."""


def layout(  # noqa: PLR0913 - each is a wish of its own, and named
    nodes: Sequence[str],
    edges: Sequence[tuple[str, str]],
    *,
    tier: Mapping[str, int] | None = None,
    lane: Mapping[str, str] | None = None,
    fixed: Mapping[str, Point] | None = None,
    previous: Mapping[str, Point] | None = None,
    cell: Point = CELL,
    aspect: float = 1.7,
    deadline: float | None = None,
) -> dict[str, Point]:
    """Return a position for every node.

    Args:
        nodes: Ids, each once; their order decides where nothing else does.
        edges: (dependant, provider); ids that are not among the nodes are ignored.
        tier: Row group of nodes: smaller above. Nodes that are absent go below all others.
        lane: Column of nodes, by name; columns stand side by side by name, the absent last.
        fixed: Nodes that stay where they are, exactly.
        previous: Where nodes were; their left-to-right order is kept where it costs nothing.
        cell: Distance of neighbours in a row and of rows, in canvas units.
        aspect: Wanted width divided by height; wide rows are folded to come near it.
        deadline: Seconds after which no further improvement is begun.

    Returns:
        Centres in canvas units. The same input gives the same drawing (as long as the deadline
        is not reached); no two nodes are nearer than a cell allows.
    """
    stop = None if deadline is None else time.perf_counter() + deadline
    graph = _Graph.of(nodes, edges, tier, lane, previous)
    xy = _parts_side_by_side(graph, cell, aspect, stop)
    drawn = {node: (float(x), float(y)) for node, (x, y) in zip(nodes, xy.tolist(), strict=True)}
    anchors = fixed or previous
    if anchors:
        drawn = _moved_near(drawn, anchors)
    return _around(drawn, fixed, cell) if fixed else drawn


def finer(
    nodes: Sequence[str],
    edges: Sequence[tuple[str, str]],
    *,
    previous: Mapping[str, Point] | None = None,
    cell: Point = CELL,
    aspect: float = 1.7,
    draw: dot.Draw | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> dict[str, Point] | None:
    """Return a drawing of few nodes with fewer crossings than `layout` finds, or None.

    Graphviz dot says which row nodes stand in and in which order. It never folds a wide row, and
    a drawing fifteen times as wide as high cannot be read: where rows are folded, and where
    exactly cards stand, is found as in `layout`, and each connected part keeps the better of both.

    Args:
        nodes: Ids, each once, `FINER` at most.
        edges: (dependant, provider).
        previous: Where nodes were; the drawing lies there as a whole.
        cell: As in `layout`.
        aspect: As in `layout`.
        draw: What draws in place of dot.
        cancelled: Whether nobody waits for it any more.
    """
    if len(nodes) > FINER or (draw is None and not dot.available()):
        return None
    graph = _Graph.of(nodes, edges, None, None, previous)
    parts = _parts(graph)[0]
    if not parts:
        return None
    wanted = [(part.size, _pairs(graph.part(part))) for part in parts]
    answers = dot.in_time(draw or dot.drawn, wanted, cancelled=cancelled)
    if answers is None:
        return None
    xy, plain = np.zeros((graph.count, 2)), np.zeros((graph.count, 2))
    boxes = _boxes(graph, cell, aspect, None)
    _pack(boxes, plain, cell, aspect)
    for number, places in enumerate(answers):
        part, own = boxes[number]
        boxes[number] = part, _finer_part(graph.part(part), own, np.array(places), cell, aspect)
    _pack(boxes, xy, cell, aspect)
    if measure(xy, graph.sources, graph.targets) >= measure(plain, graph.sources, graph.targets):
        return None
    found = {node: (float(x), float(y)) for node, (x, y) in zip(nodes, xy.tolist(), strict=True)}
    return _moved_near(found, previous) if previous else found


def _pairs(graph: _Graph) -> list[tuple[int, int]]:
    return list(zip(graph.sources.tolist(), graph.targets.tolist(), strict=True))


def _finer_part(graph: _Graph, own: Floats, places: Floats, cell: Point, aspect: float) -> Floats:
    """Return the best of our drawing of a part and those that follow from dot's rows and order."""
    row = np.unique(np.round(places[:, 1]), return_inverse=True)[1].reshape(-1)
    flip = row[graph.sources] > row[graph.targets]
    sources = np.where(flip, graph.targets, graph.sources)
    targets = np.where(flip, graph.sources, graph.targets)
    rows = Rows.of(row, sources, targets, graph.lane, places[:, 0])
    folded = coordinates.folds([members.size for members in rows.members], cell, aspect)
    drawings = [own, _drawn(rows, folded, cell, lanes=False)]
    order.sift(rows, _SIFTED, None)
    drawings.append(_drawn(rows, folded, cell, lanes=False))
    return min(drawings, key=lambda xy: measure(xy, graph.sources, graph.targets))


@dataclass(frozen=True, slots=True)
class _Graph:
    """A graph as arrays, cycles already cut."""

    count: int
    sources: Ints
    targets: Ints
    tier: Ints | None
    lane: Ints
    start: Floats | None

    @classmethod
    def of(
        cls,
        nodes: Sequence[str],
        edges: Sequence[tuple[str, str]],
        tier: Mapping[str, int] | None,
        lane: Mapping[str, str] | None,
        previous: Mapping[str, Point] | None,
    ) -> _Graph:
        index = {node: i for i, node in enumerate(nodes)}
        pairs = {(index[a], index[b]) for a, b in edges if a != b and a in index and b in index}
        ends = np.array(sorted(pairs), dtype=np.int64).reshape(-1, 2)
        sources, targets = ranks.without_cycles(len(index), ends[:, 0], ends[:, 1])
        last = max(tier.values(), default=0) + 1 if tier else 0
        tiers = np.array([tier.get(n, last) for n in nodes], dtype=np.int64) if tier else None
        names = sorted(set(lane.values())) if lane else []
        column = {name: i for i, name in enumerate(names)}
        lanes = [column[lane[n]] if lane and n in lane else len(names) for n in nodes]
        start = None
        if previous:
            start = np.array([previous.get(n, (math.inf, 0.0))[0] for n in nodes])
        return cls(len(nodes), sources, targets, tiers, np.array(lanes, dtype=np.int64), start)

    @property
    def has_lanes(self) -> bool:
        """Whether nodes stand in more than one column."""
        return bool(self.lane.size and self.lane.max() != self.lane.min())

    def part(self, members: Ints) -> _Graph:
        """Return the graph of some nodes, numbered in their order."""
        number = np.full(self.count, -1, dtype=np.int64)
        number[members] = np.arange(members.size)
        inside = (number[self.sources] >= 0) & (number[self.targets] >= 0)
        return _Graph(
            members.size,
            number[self.sources[inside]],
            number[self.targets[inside]],
            None if self.tier is None else self.tier[members],
            self.lane[members],
            None if self.start is None else self.start[members],
        )


def _parts_side_by_side(graph: _Graph, cell: Point, aspect: float, stop: float | None) -> Floats:
    xy = np.zeros((graph.count, 2))
    if graph.tier is not None or graph.has_lanes:
        return _layered(graph, cell, aspect, stop) if graph.count else xy
    _pack(_boxes(graph, cell, aspect, stop), xy, cell, aspect)
    return xy


def _parts(graph: _Graph) -> tuple[list[Ints], list[Ints]]:
    """Return the connected parts, and the nodes that nothing is connected to."""
    parts = _connected(graph)
    lonely = [part for part in parts if part.size == 1]
    parts = [part for part in parts if part.size > 1]
    if len(parts) > _APART:
        parts = [*parts[: _APART - 1], np.sort(np.concatenate(parts[_APART - 1 :]))]
    return parts, lonely


def _boxes(
    graph: _Graph, cell: Point, aspect: float, stop: float | None
) -> list[tuple[Ints, Floats]]:
    """Return the connected parts, each drawn on its own; at the end the single nodes together."""
    parts, lonely = _parts(graph)
    boxes = [(part, _layered(graph.part(part), cell, aspect, stop)) for part in parts]
    if lonely:
        boxes.append((np.concatenate(lonely), _grid(len(lonely), cell, aspect)))
    return boxes


def _connected(graph: _Graph) -> list[Ints]:
    """Return the connected parts, largest first."""
    label = np.arange(graph.count)
    while True:
        low = np.minimum(label[graph.sources], label[graph.targets])
        new = label.copy()
        np.minimum.at(new, graph.sources, low)
        np.minimum.at(new, graph.targets, low)
        new = new[new]
        if (new == label).all():
            break
        label = new
    order_ = np.argsort(label, kind="stable")
    cuts = np.flatnonzero(np.diff(label[order_])) + 1
    return sorted(
        np.split(order_, cuts), key=lambda part: (-part.size, int(part[0]) if part.size else 0)
    )


def _grid(count: int, cell: Point, aspect: float) -> Floats:
    columns = max(1, round(math.sqrt(count * aspect * cell[1] / cell[0])))
    places = np.arange(count)
    return np.column_stack((places % columns * cell[0], places // columns * cell[1])).astype(float)


def _pack(boxes: list[tuple[Ints, Floats]], xy: Floats, cell: Point, aspect: float) -> None:
    """Put the parts on shelves, in their order, in the shape of a page."""
    sizes = [np.ptp(part, axis=0) + cell for _, part in boxes]
    area = sum(float(w * h) for w, h in sizes)
    width = max([math.sqrt(area * aspect), *(float(w) for w, _ in sizes)], default=0.0)
    x = y = shelf = 0.0
    for (members, part), (w, h) in zip(boxes, sizes, strict=True):
        if x and x + w > width * 1.05:
            x, y, shelf = 0.0, y + shelf, 0.0
        xy[members] = part - part.min(axis=0) + (x, y)
        x, shelf = x + float(w) + cell[0] * 0.25, max(shelf, float(h))


def _layered(graph: _Graph, cell: Point, aspect: float, stop: float | None) -> Floats:
    """Return the positions of one connected part."""
    row = ranks.rank(graph.count, graph.sources, graph.targets, graph.tier)
    if graph.tier is None and ranks.is_tangled(row, graph.sources.size):
        depth = max(1, round(math.sqrt(graph.count * cell[0] / (cell[1] * aspect))))
        row = ranks.by_flow(graph.count, graph.sources, graph.targets, depth)
    level = row[graph.sources] == row[graph.targets]
    flip = row[graph.sources] > row[graph.targets]
    sources = np.where(flip, graph.targets, graph.sources)[~level]
    targets = np.where(flip, graph.sources, graph.targets)[~level]
    start = order.dfs_start(graph.count, row, graph.sources, graph.targets)
    if graph.start is not None:
        start = np.where(np.isinf(graph.start), graph.count, np.argsort(np.argsort(graph.start)))
    rows = Rows.of(row, sources, targets, graph.lane, start)
    folded = coordinates.folds([members.size for members in rows.members], cell, aspect)
    best, least = np.zeros((0, 2)), (math.inf, math.inf)
    for _ in _orders(rows, stop):
        drawn = _drawn(rows, folded, cell, lanes=graph.has_lanes)
        if graph.count > _EFFORT[0][0] or sources.size > _MEASURED:
            return drawn
        cost = measure(drawn, sources, targets)
        if cost < least:
            best, least = drawn, cost
    return best


def _orders(rows: Rows, stop: float | None) -> Iterator[None]:
    """Order the rows, several times from different starts in small graphs."""
    count = rows.rows.size
    if count > _EFFORT[-1][0]:
        order.sweep(rows, 12, stop)
        yield
        return
    attempts, rounds = next(effort for most, *effort in _EFFORT if count <= most)
    first = rows.copy_order()
    for attempt in range(attempts):
        if attempt:
            rows.restore([members[::-1] if attempt % 2 else members for members in first])
        order.sweep(rows, 8 + 3 * attempt, stop)
        order.sift(rows, rounds, stop)
        yield
        if stop is not None and time.perf_counter() > stop:
            return


def _drawn(rows: Rows, folded: list[int], cell: Point, *, lanes: bool) -> Floats:
    """Return the positions that follow from an order."""
    if lanes:
        x = coordinates.columns(rows, folded, cell)
    else:
        x = coordinates.across(rows, folded, cell, rounds=10 if rows.rows.size < _MANY else 4)
    y = coordinates.heights(folded, cell)[rows.rows]
    for members, depth in zip(rows.members, folded, strict=True):
        y[members] += np.arange(members.size) % depth * coordinates.SUB_ROW * cell[1]
    return np.column_stack((x, y))


def measure(xy: Floats, sources: Ints, targets: Ints) -> tuple[float, float]:
    """Return how often straight edges cross, and how long they are in all."""
    start, end = xy[sources], xy[targets]
    way = end - start
    length = float(np.hypot(*way.T).sum())
    to_start = start[None, :, :] - start[:, None, :]
    to_end = end[None, :, :] - start[:, None, :]
    along = way[:, None, :]
    one = along[..., 0] * to_start[..., 1] - along[..., 1] * to_start[..., 0]
    other = along[..., 0] * to_end[..., 1] - along[..., 1] * to_end[..., 0]
    apart = one * other < -_TOUCHING
    return float((apart & apart.T).sum()) / 2, length


def _moved_near(drawn: dict[str, Point], anchors: Mapping[str, Point]) -> dict[str, Point]:
    """Return the drawing moved as a whole so that it lies where it was."""
    shared = [node for node in drawn if node in anchors]
    if not shared:
        return drawn
    there = np.median(np.array([anchors[node] for node in shared]), axis=0)
    here = np.median(np.array([drawn[node] for node in shared]), axis=0)
    dx, dy = (there - here).tolist()
    return {node: (x + dx, y + dy) for node, (x, y) in drawn.items()}


def _around(drawn: dict[str, Point], fixed: Mapping[str, Point], cell: Point) -> dict[str, Point]:
    """Return the drawing with fixed nodes in their place and nothing on top of them."""
    taken = {node: point for node, point in fixed.items() if node in drawn}
    free = [node for node in drawn if node not in taken]
    room = (cell[0] * 0.86, cell[1] * 0.6)
    placed = free_slots([drawn[node] for node in free], list(taken.values()), cell, room)
    return {**drawn, **dict(zip(free, placed, strict=True)), **taken}
