"""Snapping: cards that are moved align with others, else with the grid."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QLineF, QRectF

from ui.canvas.arrangement import STEP
from ui.canvas.scene import Floats


@dataclass(frozen=True, slots=True)
class Snap:
    """How far to move on so that something aligns, and the guides that show with what."""

    dx: float
    dy: float
    guides: tuple[QLineF, ...]


def snap(rect: QRectF, centres: Floats, halves: Floats, reach: float) -> Snap:
    """Return the snap of a rectangle among other cards.

    Args:
        rect: What is moved, around all its cards.
        centres: Centres of the cards it may align with, shape (n, 2).
        halves: Their half sizes, shape (n, 2).
        reach: How near counts, in canvas units.
    """
    dx, x_guides = _axis(rect, centres, halves, reach, 0)
    dy, y_guides = _axis(rect, centres, halves, reach, 1)
    if dx is None:
        dx = round(rect.center().x() / STEP) * STEP - rect.center().x()
    if dy is None:
        dy = round(rect.center().y() / STEP) * STEP - rect.center().y()
    return Snap(dx, dy, (*x_guides, *y_guides))


def _axis(
    rect: QRectF, centres: Floats, halves: Floats, reach: float, axis: int
) -> tuple[float | None, tuple[QLineF, ...]]:
    """Return the move along one axis, None when nothing is near, and its guide."""
    if not len(centres):
        return None, ()
    mine = (
        (rect.left(), rect.center().x(), rect.right())
        if axis == 0
        else (rect.top(), rect.center().y(), rect.bottom())
    )
    best, line = reach, None
    # Middles first: cards of the same size align in the middle and at both edges at once.
    for edge, sign in ((1, 0), (0, -1), (2, 1)):
        theirs = centres[:, axis] + sign * halves[:, axis]
        away = theirs - mine[edge]
        nearest = int(np.argmin(abs(away)))
        if abs(away[nearest]) < best - 1e-6:
            best, line = abs(float(away[nearest])), (float(away[nearest]), float(theirs[nearest]))
    if line is None:
        return None, ()
    return line[0], (_guide(rect, centres, halves, line[1], axis),)


def _guide(rect: QRectF, centres: Floats, halves: Floats, value: float, axis: int) -> QLineF:
    """Return the line through everything that aligns at a value."""
    other = 1 - axis
    edges = np.stack((centres - halves, centres, centres + halves))[:, :, axis]
    aligned = (abs(edges - value) < 0.5).any(axis=0)
    low = float((centres - halves)[aligned, other].min())
    high = float((centres + halves)[aligned, other].max())
    if axis == 0:
        return QLineF(value, min(low, rect.top()) - 16, value, max(high, rect.bottom()) + 16)
    return QLineF(min(low, rect.left()) - 16, value, max(high, rect.right()) + 16, value)
