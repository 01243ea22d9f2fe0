"""Placing a service of a kind by dragging its sign from the palette."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter

from ui.language import mark

if TYPE_CHECKING:
    from ui.canvas.view import CanvasView


class PlaceGesture:
    """Drag of a kind onto the canvas; the service is named where it is dropped."""

    hint = mark("Drop it where the service shall stand · Esc: cancel")
    cursor = Qt.CursorShape.DragCopyCursor

    def __init__(self, canvas: CanvasView, kind: str) -> None:
        self.canvas, self.kind = canvas, kind

    def move(self, at: QPointF, keys: Qt.KeyboardModifier) -> None:
        world = self.canvas.camera.to_world(at)
        self.canvas.drafts.preview((world.x(), world.y()), self.kind)

    def release(self, at: QPointF, keys: Qt.KeyboardModifier) -> None:
        self.canvas.drafts.drop()
        if self.canvas.viewport().rect().contains(at.toPoint()):
            world = self.canvas.camera.to_world(at)
            self.canvas.drafts.begin((world.x(), world.y()), kind=self.kind)

    def cancel(self) -> None:
        self.canvas.drafts.drop()

    def paint(self, painter: QPainter) -> None:
        """Paint nothing more: the draft is painted with the others."""
