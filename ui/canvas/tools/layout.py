"""A new layout looked at before it is taken: the cards stand there, the plan does not yet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter

from ui.canvas.camera import Camera
from ui.canvas.scene import Point
from ui.language import mark

if TYPE_CHECKING:
    from ui.canvas.view import CanvasView


class LayoutPreview:
    """Shows where a layout puts the cards; Enter or a click takes it, Esc puts all back."""

    hint = mark("This is how it would look · Enter or click: keep · Esc: put everything back")
    cursor = Qt.CursorShape.ArrowCursor

    def __init__(
        self, canvas: CanvasView, places: Mapping[str, Point], take: Callable[[], object]
    ) -> None:
        self.canvas, self.take = canvas, take
        self.camera: Camera = canvas.camera
        before, index = canvas.scene, canvas.scene.index
        after = before.moved({index[key]: at for key, at in places.items() if key in index})
        canvas.show_scene(after)
        canvas.motion.tween(before)
        if len(places) > 1:
            canvas.motion.fly(Camera.fitting(after.bounds(), canvas.size_f()))

    def move(self, at: QPointF, keys: Qt.KeyboardModifier) -> None:
        """Follow nothing: the pointer only looks."""

    def release(self, at: QPointF, keys: Qt.KeyboardModifier) -> None:
        self.canvas.motion.stop()
        self.canvas.rebuild()
        self.take()

    def cancel(self) -> None:
        before = self.canvas.scene
        self.canvas.motion.stop()
        self.canvas.rebuild()
        self.canvas.motion.tween(before)
        self.canvas.motion.fly(self.camera)

    def paint(self, painter: QPainter) -> None:
        """Paint nothing: the picture itself is the preview."""
