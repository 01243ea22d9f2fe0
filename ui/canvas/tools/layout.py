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

_HINT = mark("This is how it would look · Enter or click: keep · Esc: put everything back")
_LOOKING = mark("Looking for fewer crossings … · Enter or click: keep · Esc: put everything back")


class LayoutPreview:
    """Shows where a layout puts the services; Enter or a click takes it, Esc puts all back.

    Closed groups are seen open meanwhile: it is the services in them that are laid out.
    """

    hint = _HINT
    cursor = Qt.CursorShape.ArrowCursor

    def __init__(
        self,
        canvas: CanvasView,
        places: Mapping[str, Point],
        take: Callable[[Mapping[str, Point]], object],
    ) -> None:
        self.canvas, self.places, self.take = canvas, places, take
        self.camera: Camera = canvas.camera
        self._show()

    def look_on(self) -> None:
        """Say that a better layout may come."""
        self.hint = _LOOKING

    def improve(self, better: Mapping[str, Point] | None) -> None:
        """Show a better layout instead; None says that none was found."""
        if better is not None:
            self.places = better
            self._show()
        self.hint = _HINT
        self.canvas.say()

    def _show(self) -> None:
        canvas = self.canvas
        before, after = canvas.scene, canvas.sight.scene_with(self.places)
        canvas.show_scene(after)
        canvas.motion.tween(before)
        if len(self.places) > 1:
            canvas.motion.fly(Camera.fitting(after.bounds(), canvas.size_f()))

    def move(self, at: QPointF, keys: Qt.KeyboardModifier) -> None:
        """Follow nothing: the pointer only looks."""

    def release(self, at: QPointF, keys: Qt.KeyboardModifier) -> None:
        self._end()
        self.take(self.places)

    def cancel(self) -> None:
        before = self.canvas.scene
        self._end()
        self.canvas.motion.tween(before)
        self.canvas.motion.fly(self.camera)

    def _end(self) -> None:
        self.canvas.commands.look_no_further()
        self.canvas.motion.stop()
        self.canvas.rebuild()

    def paint(self, painter: QPainter) -> None:
        """Paint nothing: the picture itself is the preview."""
