"""The rubber band."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ui.canvas.hit import items_in
from ui.language import mark

if TYPE_CHECKING:
    from ui.canvas.view import CanvasView


class BandGesture:
    """Drag over empty canvas selects what is touched; with Shift it adds."""

    hint = mark("Select what the frame touches; hold Shift to add to the selection")
    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, canvas: CanvasView, at: QPointF, *, adds: bool) -> None:
        self.canvas = canvas
        self.corner = canvas.camera.to_world(at)
        self.opposite = self.corner
        selection = canvas.selection
        self.before = (selection.services, selection.requirements, selection.current)
        self.kept = selection.services if adds else frozenset[str]()

    def _area(self) -> QRectF:
        return QRectF(self.corner, self.opposite).normalized()

    def move(self, at: QPointF, keys: Qt.KeyboardModifier) -> None:
        self.opposite = self.canvas.camera.to_world(at)
        scene = self.canvas.scene
        items = items_in(scene, self._area())
        touched = [name for item in items for name in self.canvas.services_of(item)]
        self.canvas.selection.set([*self.kept, *touched])
        self.canvas.viewport().update()

    def release(self, at: QPointF, keys: Qt.KeyboardModifier) -> None:
        self.move(at, keys)

    def cancel(self) -> None:
        self.canvas.selection.set(*self.before)

    def paint(self, painter: QPainter) -> None:
        accent = self.canvas.theme.accent
        area = self.canvas.camera.rect_to_screen(self._area())
        painter.setPen(QPen(accent, 1))
        painter.setBrush(QColor(accent.red(), accent.green(), accent.blue(), 28))
        painter.drawRect(area)
