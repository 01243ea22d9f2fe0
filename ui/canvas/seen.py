"""How a plan was looked at last, as plain values that settings can keep."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from ui.canvas import viewing
from ui.canvas.camera import LARGEST, SMALLEST, Camera

if TYPE_CHECKING:
    from ui.canvas.view import CanvasView


def seen(canvas: CanvasView) -> dict[str, object]:
    """Return the grouping, the collapsed groups, the zoom and the middle of the view."""
    middle = canvas.camera.visible(canvas.size_f()).center()
    return {
        "grouping": canvas.sight.viewing.grouping,
        "collapsed": sorted(canvas.sight.viewing.collapsed),
        "scale": canvas.camera.scale,
        "middle": [middle.x(), middle.y()],
        "minimap": not canvas.strips.minimap.isHidden(),
        "palette": canvas.strips.palette.wanted,
    }


def see_again(canvas: CanvasView, state: Mapping[str, object]) -> bool:
    """Look at the plan as it was looked at last; return whether there is anything to see there.

    What does not fit the plan any more is left out.
    """
    _group(canvas, state)
    camera = _camera(canvas, state)
    if camera is None or not camera.visible(canvas.size_f()).intersects(canvas.scene.bounds()):
        return False
    canvas.look(camera)
    canvas.strips.minimap.setVisible(state.get("minimap") is True)
    canvas.strips.palette.wanted = state.get("palette") is not False
    canvas.strips.place()
    return True


def _group(canvas: CanvasView, state: Mapping[str, object]) -> None:
    grouping, collapsed = state.get("grouping"), state.get("collapsed")
    if not isinstance(grouping, str) or grouping not in viewing.GROUPINGS:
        return
    known = {group.id for group in viewing.groups(canvas.plan, grouping)}
    closed = frozenset(known.intersection(collapsed if isinstance(collapsed, list) else ()))
    wanted = replace(canvas.sight.viewing, grouping=grouping, collapsed=closed)
    canvas.motion.instantly(lambda: canvas.sight.view_as(wanted, remember=False))


def _camera(canvas: CanvasView, state: Mapping[str, object]) -> Camera | None:
    scale, middle = state.get("scale"), state.get("middle")
    if not isinstance(scale, float | int) or not isinstance(middle, list) or len(middle) != 2:
        return None
    x, y = middle
    if not all(isinstance(n, float | int) and math.isfinite(n) for n in (scale, x, y)):
        return None
    near = Camera(min(LARGEST, max(SMALLEST, float(scale))))
    return near.centred(QPointF(float(x), float(y)), canvas.size_f())
