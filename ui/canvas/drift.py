"""The picture moves on while something is dragged to its edge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Qt, QTimer

if TYPE_CHECKING:
    from ui.canvas.view import CanvasView

_EDGE = 36
"""Width of the zone along the edges, in pixels."""
_FASTEST = 22.0
"""Pixels a step at the very edge."""
_STEP = 16
"""Milliseconds between steps."""


class Drift(QObject):
    """Pans a canvas while a gesture's pointer is near an edge."""

    def __init__(self, canvas: CanvasView) -> None:
        super().__init__(canvas)
        self.canvas = canvas
        self._at = QPointF()
        self._keys = Qt.KeyboardModifier.NoModifier
        self._timer = QTimer(self, interval=_STEP)
        self._timer.timeout.connect(self._step)

    def follow(self, at: QPointF, keys: Qt.KeyboardModifier) -> None:
        """Note where the pointer is; begin or stop to drift."""
        self._at, self._keys = at, keys
        if self._push().isNull():
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """Stop: the gesture is over."""
        self._timer.stop()

    def _push(self) -> QPointF:
        """Return by how much the picture is pushed in a step."""
        size = self.canvas.size_f()
        return QPointF(_pull(self._at.x(), size.width()), _pull(self._at.y(), size.height()))

    def _step(self) -> None:
        canvas, gesture, push = self.canvas, self.canvas.gesture, self._push()
        if gesture is None or push.isNull():
            self._timer.stop()
            return
        canvas.look(canvas.camera.panned(push.x(), push.y()))
        gesture.move(self._at, self._keys)


def _pull(at: float, length: float) -> float:
    """Return the push along one axis: positive near the beginning, negative near the end."""
    if at < _EDGE:
        return _FASTEST * min(1.0, (_EDGE - at) / _EDGE)
    if at > length - _EDGE:
        return -_FASTEST * min(1.0, (at - length + _EDGE) / _EDGE)
    return 0.0
