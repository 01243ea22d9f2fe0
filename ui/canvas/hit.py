"""What lies under the pointer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import numpy as np
from PySide6.QtCore import QPointF, QRectF

from ui.canvas.camera import Camera
from ui.canvas.routes import Routes
from ui.canvas.scene import JUNCTION_H, JUNCTION_W, Floats, Ints, Scene

HANDLE = 8.0
"""Radius of a card's handles, in pixels."""
REACH = 6.0
"""How near to a line the pointer has to be, in pixels."""


class Part(Enum):
    """What kind of thing was hit."""

    EMPTY = "empty"
    CARD = "card"
    NEEDS_HANDLE = "needs handle"
    NEEDED_HANDLE = "needed handle"
    BADGE = "badge"
    LINE = "line"
    FRAME = "frame"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Hit:
    """What was hit, and which: an item, a line or a junction by number, a frame by group id."""

    part: Part = Part.EMPTY
    index: int = -1
    name: str = ""


def handle_points(scene: Scene, item: int, camera: Camera) -> tuple[QPointF, QPointF]:
    """Return in pixels the handles of a card: what it needs (below), who needs it (above)."""
    seen = camera.rect_to_screen(scene.rect(item))
    middle = seen.center().x()
    return QPointF(middle, seen.bottom() + 1), QPointF(middle, seen.top() - 1)


def hit(
    scene: Scene, routes: Routes | None, camera: Camera, at: QPointF, handles: int | None
) -> Hit:
    """Return what lies under a pixel, the topmost first.

    Args:
        scene: The drawing.
        routes: The curves of its lines; None where lines are drawn straight.
        camera: What is seen of it.
        at: Where, in pixels.
        handles: The item whose handles are shown, if any.
    """
    if handles is not None and handles < len(scene.ids):
        lower, upper = handle_points(scene, handles, camera)
        if _near(at, lower, HANDLE + 3):
            return Hit(Part.NEEDS_HANDLE, handles)
        if _near(at, upper, HANDLE + 3):
            return Hit(Part.NEEDED_HANDLE, handles)
    world = camera.to_world(at)
    item = item_at(scene, world)
    if item is not None:
        return Hit(Part.CARD, item)
    badge = _badge_at(scene, world)
    if badge is not None:
        return Hit(Part.BADGE, badge)
    line = line_at(scene, routes, world, REACH / camera.scale)
    return Hit(Part.LINE, line) if line is not None else Hit()


def item_at(scene: Scene, world: QPointF, slack: float = 0.0) -> int | None:
    """Return the topmost item at a point of the drawing."""
    if not len(scene.xy):
        return None
    inside = (abs(scene.xy - (world.x(), world.y())) <= scene.half + slack).all(axis=1)
    found = np.flatnonzero(inside)
    return int(found[-1]) if found.size else None


def _badge_at(scene: Scene, world: QPointF) -> int | None:
    if not len(scene.badge_xy):
        return None
    reach = (JUNCTION_W / 2 + 3, JUNCTION_H / 2 + 3)
    inside = (abs(scene.badge_xy - (world.x(), world.y())) <= reach).all(axis=1)
    found = np.flatnonzero(inside)
    return int(found[-1]) if found.size else None


def line_at(scene: Scene, routes: Routes | None, world: QPointF, reach: float) -> int | None:
    """Return the line nearest to a point of the drawing, if it is within reach."""
    if not len(scene.ends):
        return None
    point = np.array((world.x(), world.y()))
    if routes is None:
        away = _distances(scene.ends, point)
        best = int(np.argmin(away))
        return best if away[best] <= reach else None
    near = _candidates(scene, point, reach)
    best, least = None, reach
    for line in near.tolist():
        points = routes.of(line).points
        away = float(_distances(np.hstack((points[:-1], points[1:])), point).min())
        if away <= least:
            best, least = line, away
    return best


def _candidates(scene: Scene, point: Floats, reach: float) -> Ints:
    """Return the lines whose curve may pass a point: their ends' box lies around it, widened."""
    room = reach + 260.0
    x, y = scene.ends[:, 0::2], scene.ends[:, 1::2]
    around = (x.min(axis=1) < point[0] + room) & (x.max(axis=1) > point[0] - room)
    around &= (y.min(axis=1) < point[1] + reach + 90) & (y.max(axis=1) > point[1] - reach - 90)
    return np.flatnonzero(around)


def _distances(segments: Floats, point: Floats) -> Floats:
    """Return the distance of a point from each segment (n, 4)."""
    start, way = segments[:, :2], segments[:, 2:] - segments[:, :2]
    length = np.maximum((way**2).sum(axis=1), 1e-9)
    along = np.clip(((point - start) * way).sum(axis=1) / length, 0.0, 1.0)
    return np.hypot(*(start + way * along[:, None] - point).T)


def items_in(scene: Scene, area: QRectF) -> list[int]:
    """Return the items that a rubber band touches."""
    if not len(scene.xy):
        return []
    centre = (area.center().x(), area.center().y())
    reach = np.array((area.width() / 2, area.height() / 2))
    return np.flatnonzero((abs(scene.xy - centre) < scene.half + reach).all(axis=1)).tolist()


def _near(one: QPointF, other: QPointF, distance: float) -> bool:
    away = one - other
    return abs(away.x()) <= distance + 6 and abs(away.y()) <= distance
