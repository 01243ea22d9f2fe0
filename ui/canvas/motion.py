"""Movement on the canvas: flights of the camera, cards gliding to new places, a pulse.

Nothing moves for people whose desktop asks for no animation.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation

from ui.canvas.camera import Camera
from ui.canvas.scene import Scene
from ui.stillness import may_move

if TYPE_CHECKING:
    from ui.canvas.view import CanvasView

_FLIGHT, _GLIDE, _PULSE = 220, 320, 700
"""Durations in milliseconds."""


class Motion(QObject):
    """The animations of one canvas. `quiet` and `enabled` False make them jump."""

    def __init__(self, canvas: CanvasView) -> None:
        super().__init__(canvas)
        self.canvas = canvas
        self.enabled = True
        self.quiet = False
        self._running: dict[str, QVariantAnimation] = {}
        self._goal: Camera | None = None

    @property
    def is_running(self) -> bool:
        """Whether anything moves."""
        return bool(self._running)

    @property
    def is_still(self) -> bool:
        """Whether everything jumps to its place, because movement is not wanted or not seen."""
        wanted = self.enabled and may_move(self.canvas)
        return not (wanted and self.canvas.isVisible() and not self.quiet)

    @property
    def destination(self) -> Camera:
        """The camera at the end of the flight under way; the present one when none is."""
        goal = self._goal if "fly" in self._running else None
        return goal or self.canvas.camera

    def instantly(self, action: Callable[[], None]) -> None:
        """Do something without movement."""
        before, self.quiet = self.quiet, True
        action()
        self.quiet = before

    def _start(self, name: str, duration: int, step: Callable[[float], None]) -> None:
        self._stop(name)
        animation = QVariantAnimation(self)
        animation.setStartValue(0.0)
        animation.setEndValue(1.0)
        animation.setDuration(duration)
        animation.setEasingCurve(QEasingCurve.Type.InOutCubic)

        def follow(value: Any) -> None:  # noqa: ANN401 - Qt's variant
            step(float(value))

        animation.valueChanged.connect(follow)
        animation.finished.connect(lambda: self._stop(name))
        self._running[name] = animation
        animation.start()

    def _stop(self, name: str) -> None:
        animation = self._running.pop(name, None)
        if animation is not None:
            animation.stop()
            animation.deleteLater()

    def stop(self) -> None:
        """End what moves where it is."""
        for name in tuple(self._running):
            self._stop(name)

    def fly(self, camera: Camera) -> None:
        """Move the camera to another place."""
        start, canvas = self.canvas.camera, self.canvas
        self._stop("fly")
        if self.is_still:
            canvas.look(camera)
            return
        size = canvas.size_f()
        self._goal = camera
        self._start("fly", _FLIGHT, lambda part: canvas.look(start.towards(camera, part, size)))

    def tween(self, before: Scene, *, always: bool = False) -> None:
        """Let cards glide from where they were, if more than one stands elsewhere now."""
        self._stop("tween")
        canvas, after = self.canvas, self.canvas.scene
        if self.is_still:
            return
        start = after.xy.copy()
        for item, name in enumerate(after.ids):
            old = before.index.get(name)
            if old is not None:
                start[item] = before.xy[old]
        moved = (abs(start - after.xy) > 0.5).any(axis=1)
        if int(np.count_nonzero(moved)) < (1 if always else 2):
            return

        def step(part: float) -> None:
            if part >= 1.0:
                canvas.show_scene(after)
            else:
                canvas.show_scene(after.at(start + (after.xy - start) * part), moving=True)

        step(0.0)
        self._start("tween", _GLIDE, step)

    def pulse(self, service_id: str) -> None:
        """Let a ring run out from a service once."""
        canvas = self.canvas

        def step(part: float) -> None:
            canvas.pulse = None if part >= 1.0 else (service_id, part)
            canvas.viewport().update()

        if not self.is_still:
            self._start("pulse", _PULSE, step)
