"""Pushing the drawing about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter

if TYPE_CHECKING:
    from ui.canvas.view import CanvasView


class PanGesture:
    """Space and drag, or drag with the middle button."""

    hint = ""
    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(self, canvas: CanvasView, at: QPointF) -> None:
        self.canvas, self.last, self.start = canvas, at, canvas.camera

    def move(self, at: QPointF, keys: Qt.KeyboardModifier) -> None:
        push = at - self.last
        self.last = at
        self.canvas.look(self.canvas.camera.panned(push.x(), push.y()))

    def release(self, at: QPointF, keys: Qt.KeyboardModifier) -> None:
        self.canvas.sight.remember()

    def cancel(self) -> None:
        self.canvas.look(self.start)

    def paint(self, painter: QPainter) -> None:
        """Nothing: the picture itself moves."""
