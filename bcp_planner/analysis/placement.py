"""Places for new services: beside what they are connected with, nothing else moves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

import numpy as np

Point: TypeAlias = tuple[float, float]


def place_beside(
    new: Sequence[str],
    edges: Iterable[tuple[str, str]],
    placed: Mapping[str, Point],
    cell: Point,
) -> dict[str, Point]:
    """Return positions for new nodes beside their neighbours, on free ground.

    A node goes under what depends on it, else above what it needs, in the middle of them; one
    without placed neighbours goes in a row below everything.

    Args:
        new: Nodes without a position.
        edges: (dependant, provider).
        placed: Positions that stay as they are.
        cell: Distance of neighbours in a row and of rows.
    """
    above: dict[str, list[str]] = {node: [] for node in new}
    below: dict[str, list[str]] = {node: [] for node in new}
    for dependant, provider in edges:
        if provider in above:
            above[provider].append(dependant)
        if dependant in below:
            below[dependant].append(provider)
    ground = _Ground(list(placed.values()), cell, (cell[0] * 0.86, cell[1] * 0.6))
    known: dict[str, Point] = dict(placed)
    found: dict[str, Point] = {}
    waiting = list(new)
    while waiting:
        ready = [n for n in waiting if any(m in known for m in (*above[n], *below[n]))]
        for node in ready or waiting[:1]:
            wish = _wish(above[node], below[node], known, cell) or ground.below()
            known[node] = found[node] = ground.take(wish)
        done = set(ready or waiting[:1])
        waiting = [node for node in waiting if node not in done]
    return {node: found[node] for node in new}


def _wish(
    above: Sequence[str], below: Sequence[str], known: Mapping[str, Point], cell: Point
) -> Point | None:
    upper = [known[node] for node in above if node in known]
    lower = [known[node] for node in below if node in known]
    if upper:
        return sum(x for x, _ in upper) / len(upper), max(y for _, y in upper) + cell[1]
    if lower:
        return sum(x for x, _ in lower) / len(lower), min(y for _, y in lower) - cell[1]
    return None


def free_slots(
    wishes: Sequence[Point], taken: Sequence[Point], cell: Point, room: Point
) -> list[Point]:
    """Return for each wish the nearest place that is free of what is taken.

    Only wishes that lie on taken ground move; the others stay and count as taken.

    Args:
        wishes: Wanted centres, far enough from each other.
        taken: Centres that stay.
        cell: Steps in which a free place is looked for.
        room: Least distance of centres across and down: nearer in both means overlap.
    """
    fixed = np.array(taken, dtype=float).reshape(-1, 2)
    clash = [bool(_hits(fixed, wish, room).any()) for wish in wishes]
    standing = [wish for wish, hit in zip(wishes, clash, strict=True) if not hit]
    ground = _Ground([*taken, *standing], cell, room)
    return [ground.take(w) if hit else w for w, hit in zip(wishes, clash, strict=True)]


def _hits(points: np.ndarray, at: Point, room: Point) -> np.ndarray:
    return (abs(points[:, 0] - at[0]) < room[0]) & (abs(points[:, 1] - at[1]) < room[1])


class _Ground:
    """The canvas with what stands on it."""

    def __init__(self, points: Sequence[Point], cell: Point, room: Point) -> None:
        self.cell, self.room = cell, room
        self.points = np.zeros((max(64, 2 * len(points)), 2))
        self.count = len(points)
        if points:
            self.points[: len(points)] = points

    def below(self) -> Point:
        """Return where a row below everything begins."""
        if not self.count:
            return 0.0, 0.0
        taken = self.points[: self.count]
        return float(taken[:, 0].min()), float(taken[:, 1].max()) + self.cell[1]

    def take(self, wish: Point) -> Point:
        """Return the free place nearest to the wish, and count it as taken."""
        point = next(place for place in self._rings(wish) if self._is_free(place))
        if self.count == len(self.points):
            self.points = np.concatenate((self.points, np.zeros_like(self.points)))
        self.points[self.count] = point
        self.count += 1
        return point

    def _is_free(self, at: Point) -> bool:
        return not _hits(self.points[: self.count], at, self.room).any()

    def _rings(self, wish: Point) -> Iterable[Point]:
        """Yield places around the wish: sideways first, then rows further away."""
        yield wish
        ring = 1
        while True:
            for down in sorted(range(-(ring // 2), ring // 2 + 1), key=abs):
                across = ring - 2 * abs(down)
                for step in (across, -across) if across else (0,):
                    yield wish[0] + step * self.cell[0] / 2, wish[1] + down * self.cell[1]
            ring += 1
