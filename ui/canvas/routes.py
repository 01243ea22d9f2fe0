"""Curves of lines: out of a card, around the cards in between, into the next one."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath, QPolygonF

from ui.canvas.scene import Floats, Ints, Point, Scene

MOST_KEPT = 2_000
"""Curves of one scene that are kept: several screens full, at two kilobytes each."""
_CLEAR = 12.0
"""Distance that a curve keeps from cards it passes, in canvas units."""
_STEPS = np.linspace(0, 1, 13)
_BLEND = np.column_stack(
    ((1 - _STEPS) ** 3, 3 * (1 - _STEPS) ** 2 * _STEPS, 3 * (1 - _STEPS) * _STEPS**2, _STEPS**3)
)


@dataclass(frozen=True, slots=True)
class Route:
    """One line as it is drawn.

    Attributes:
        path: The curve in canvas units.
        points: Points along it, shape (n, 2), for hit testing and labels.
        heading: Direction in which it arrives, a unit vector.
        arrives: Whether it ends at a card, with an arrow head, and not at a junction.
    """

    path: QPainterPath
    points: Floats
    heading: Point
    arrives: bool
    _heads: dict[float, QPainterPath] = field(default_factory=dict[float, QPainterPath])

    def head(self, size: float) -> QPainterPath:
        """Return the arrow head in canvas units; the one of the last size is kept."""
        found = self._heads.get(size)
        if found is None:
            self._heads.clear()  # each step of zooming has a size of its own
            found = self._heads[size] = QPainterPath()
            tip = (float(self.points[-1, 0]), float(self.points[-1, 1]))
            found.addPolygon(arrow(tip, self.heading, size))
            found.closeSubpath()
        return found


@dataclass(slots=True)
class Routes:
    """The curves of one scene, each found when it is first drawn.

    `around` False leaves out the way around cards: for pictures in movement.
    """

    scene: Scene
    around: bool = True
    _found: dict[int, Route] = field(default_factory=dict[int, Route])

    def of(self, line: int) -> Route:
        """Return the curve of a line; the last ones found are kept."""
        route = self._found.get(line)
        if route is None:
            if len(self._found) >= MOST_KEPT:
                del self._found[next(iter(self._found))]
            route = self._found[line] = self._find(line)
        return route

    def _find(self, line: int) -> Route:
        scene = self.scene
        x1, y1, x2, y2 = scene.ends[line].tolist()
        upper, lower = int(scene.upper[line]), int(scene.lower[line])
        ends, arrives = {upper, lower}, lower >= 0
        if _leaves_sideways(scene, line):
            return self._level(line, ends)
        corners = _curve((x1, y1), (x2, y2))
        if self.around and lower >= 0 and abs(y2 - y1) > 60:
            hits = self._hit_cards(corners, ends)
            if hits.size:
                way = [(x1, y1), *self._gaps(hits, (x1, y1), (x2, y2), ends), (x2, y2)]
                corners = np.concatenate([_curve(a, b) for a, b in itertools.pairwise(way)])
        return _route(corners, arrives=arrives)

    def _level(self, line: int, ends: set[int]) -> Route:
        """Return the curve between neighbours of one row; it dips under cards in between."""
        scene = self.scene
        x1, y1, x2, y2 = scene.ends[line].tolist()
        middle, arrives = (x1 + x2) / 2, bool(scene.lower[line] >= 0)
        corners = np.array([[(x1, y1), (middle, y1), (middle, y2), (x2, y2)]])
        if not (self.around and self._hit_cards(corners, ends).size):
            return _route(corners, arrives=arrives)
        upper = int(scene.upper[line])
        lower = int(scene.lower[line])
        xa, ya = scene.xy[upper].tolist()
        xb, yb = scene.xy[lower].tolist() if lower >= 0 else (x2, y2)
        ya += scene.half[upper][1]
        yb += scene.half[lower][1] if lower >= 0 else 0
        sign = 1 if xb > xa else -1
        xa, xb = xa + sign * 30, xb - sign * 30
        dip = max(ya, yb) + 34 + min(40.0, abs(xb - xa) * 0.03)
        corners = np.array([[(xa, ya), (xa, dip + 14), (xb, dip + 14), (xb, yb)]])
        return _route(corners, arrives=arrives)

    def _hit_cards(self, corners: Floats, ends: set[int]) -> Ints:
        """Return the cards that a curve touches, its own ends left out."""
        scene = self.scene
        points = _sampled(corners)
        low, high = points.min(axis=0), points.max(axis=0)
        inside = (scene.xy + scene.half > low).all(axis=1) & (scene.xy - scene.half < high).all(
            axis=1
        )
        near = np.array([item for item in np.flatnonzero(inside).tolist() if item not in ends])
        if not near.size:
            return near.astype(np.int64)
        gap = abs(points[None, :, :] - scene.xy[near][:, None, :])
        room = scene.half[near][:, None, :] + np.array((_CLEAR * 0.6, 2.0))
        touched = np.any(np.all(gap < room, axis=2), axis=1)
        return near[touched]

    def _gaps(self, hits: Ints, start: Point, end: Point, ends: set[int]) -> list[Point]:
        """Return points through the free gaps nearest to the straight way past the hit cards."""
        scene = self.scene
        way: list[Point] = []
        down = end[1] > start[1]
        order = np.argsort(scene.xy[hits, 1]) if down else np.argsort(-scene.xy[hits, 1])
        passed: float | None = None
        for item in hits[order].tolist():
            y, half = float(scene.xy[item, 1]), float(scene.half[item, 1])
            if passed is not None and abs(y - passed) < half:
                continue
            passed = y
            last = way[-1] if way else start
            part = (y - last[1]) / ((end[1] - last[1]) or 1.0)
            wish = last[0] + (end[0] - last[0]) * min(1.0, max(0.0, part))
            x = self._free_x(y, half, wish, ends)
            step = (half + 8) * (1 if down else -1)
            way += [(x, y - step), (x, y + step)]
        limit = (min(start[1], end[1]) + 4, max(start[1], end[1]) - 4)
        return [point for point in way if limit[0] < point[1] < limit[1]]

    def _free_x(self, y: float, half: float, wish: float, ends: set[int]) -> float:
        """Return the x nearest to a wish where nothing stands in a band of the drawing."""
        scene = self.scene
        band = abs(scene.xy[:, 1] - y) < scene.half[:, 1] + half
        band[[end for end in ends if end >= 0]] = False
        left = np.sort(scene.xy[band, 0] - scene.half[band, 0] - _CLEAR)
        right = np.sort(scene.xy[band, 0] + scene.half[band, 0] + _CLEAR)
        low = high = wish
        for a, b in zip(left.tolist(), right.tolist(), strict=True):
            if a < high < b:
                high = b
        for a, b in zip(left[::-1].tolist(), right[::-1].tolist(), strict=True):
            if a < low < b:
                low = a
        return low if wish - low < high - wish else high


def _leaves_sideways(scene: Scene, line: int) -> bool:
    """Whether a line leaves its card at the left or right edge."""
    trunk_or_plain = scene.junction[line] < 0 or scene.lower[line] < 0
    if not trunk_or_plain:
        y = scene.badge_xy[int(scene.junction[line]), 1]
    else:
        y = scene.xy[int(scene.upper[line]), 1]
    return bool(abs(scene.ends[line, 1] - y) < 0.01)


def _curve(start: Point, end: Point) -> Floats:
    """Return the corners of a curve that leaves and arrives upright, shape (1, 4, 2)."""
    (x1, y1), (x2, y2) = start, end
    bow = min(90.0, abs(y2 - y1) * 0.5) * (1 if y2 >= y1 else -1)
    return np.array([[(x1, y1), (x1, y1 + bow), (x2, y2 - bow), (x2, y2)]])


def _sampled(corners: Floats) -> Floats:
    return np.einsum("sk,cki->csi", _BLEND, corners).reshape(-1, 2)


def _route(corners: Floats, *, arrives: bool) -> Route:
    path = QPainterPath(QPointF(*corners[0, 0]))
    for _, one, two, end in corners.tolist():
        path.cubicTo(QPointF(*one), QPointF(*two), QPointF(*end))
    last = corners[-1, 3] - corners[-1, 2]
    length = float(np.hypot(*last)) or 1.0
    heading = (float(last[0]) / length, float(last[1]) / length)
    return Route(path, _sampled(corners), heading, arrives)


def arrow(tip: Point, heading: Point, size: float) -> QPolygonF:
    """Return the head of an arrow: three corners, the first one its tip."""
    (x, y), (dx, dy) = tip, heading
    back = (x - dx * size, y - dy * size)
    wide = size * 0.45
    return QPolygonF(
        [
            QPointF(x, y),
            QPointF(back[0] - dy * wide, back[1] + dx * wide),
            QPointF(back[0] + dy * wide, back[1] - dx * wide),
        ]
    )
