"""Moving cards, with snap and guides; copies with Alt or Ctrl held at the start."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from ui.canvas.painter import items_in_view
from ui.canvas.scene import Point
from ui.canvas.snap import snap
from ui.language import mark, tr

if TYPE_CHECKING:
    from ui.canvas.view import CanvasView

_SNAP = 7.0
"""How near a guide has to be, in pixels."""


class MoveGesture:
    """Drag of the selected cards. One edit on release; Esc puts them back."""

    hint = mark("Alt: no snapping · Esc: put back")
    cursor = Qt.CursorShape.SizeAllCursor

    def __init__(self, canvas: CanvasView, at: QPointF, items: list[int], *, copies: bool) -> None:
        self.canvas, self.items, self.copies = canvas, items, copies
        self.start = canvas.camera.to_world(at)
        self.scene = canvas.scene
        self._near = self.scene.near(items)
        self.rect = self.scene.bounds(items)
        self.guides: tuple[QLineF, ...] = ()
        self.delta = (0.0, 0.0)
        view = canvas.camera.visible(canvas.size_f())
        others = np.setdiff1d(items_in_view(self.scene, view), np.array(items))
        self.centres, self.halves = self.scene.xy[others], self.scene.half[others]
        if copies:
            self.hint = tr("Drop to make a copy · Esc: cancel")
        else:
            canvas.hide_items(frozenset(items))

    def move(self, at: QPointF, keys: Qt.KeyboardModifier) -> None:
        way = self.canvas.camera.to_world(at) - self.start
        dx, dy = way.x(), way.y()
        if keys & Qt.KeyboardModifier.ShiftModifier:
            dx, dy = (dx, 0.0) if abs(dx) >= abs(dy) else (0.0, dy)
        self.guides = ()
        free = bool(keys & Qt.KeyboardModifier.AltModifier) and not self.copies
        if not free:
            moved = QRectF(self.rect).translated(dx, dy)
            found = snap(moved, self.centres, self.halves, _SNAP / self.canvas.camera.scale)
            dx, dy, self.guides = dx + found.dx, dy + found.dy, found.guides
        self.delta = (dx, dy)
        self.scene = self._near.moved(self._positions())
        self.canvas.viewport().update()

    def _positions(self) -> dict[int, Point]:
        dx, dy = self.delta
        places = self.canvas.scene.xy[self.items].tolist()
        return {n: (x + dx, y + dy) for n, (x, y) in zip(self.items, places, strict=True)}

    def release(self, at: QPointF, keys: Qt.KeyboardModifier) -> None:
        self.move(at, keys)
        self.canvas.hide_items(frozenset())
        if self.delta == (0.0, 0.0):
            return
        if self.copies:
            self.canvas.commands.copy_to(self.items, self.delta)
        else:
            self.canvas.commands.move_items(self._positions())

    def cancel(self) -> None:
        self.canvas.hide_items(frozenset())

    def paint(self, painter: QPainter) -> None:
        self.canvas.picture.paint_part(painter, self.scene, self.items, lines=not self.copies)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(QPen(self.canvas.theme.critical, 1, Qt.PenStyle.DashLine))
        camera = self.canvas.camera
        for guide in self.guides:
            painter.drawLine(QLineF(camera.to_screen(guide.p1()), camera.to_screen(guide.p2())))
