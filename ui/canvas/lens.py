"""Where the canvas looks: the first look at a plan, and jumps to services."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSizeF

from ui.canvas.camera import Camera
from ui.canvas.scene import CARD_H, CARD_W, Point
from ui.canvas.viewing import GROUPED_FROM

if TYPE_CHECKING:
    from ui.canvas.view import CanvasView

READABLE = 0.5
"""Scale from which on the names on cards can be read with ease."""
_ROOMY = QSizeF(520, 300)
"""Canvas from which on the overview does not cover what it is an overview of."""
_ON_JUMP = 0.8
"""Least scale after a jump to a service."""


class Lens:
    """Moves the camera of one canvas."""

    def __init__(self, canvas: CanvasView) -> None:
        self.canvas = canvas

    def first_look(self) -> None:
        """Show everything if names can be read then, else the top of it with the overview."""
        canvas = self.canvas
        bounds, size = canvas.scene.bounds(), canvas.size_f()
        whole = Camera.fitting(bounds, size)
        large = len(canvas.plan.services) > GROUPED_FROM and not canvas.sight.viewing.collapsed
        if whole.scale >= READABLE or not canvas.scene.ids or large:
            canvas.motion.instantly(canvas.fit)
        else:
            near = replace(whole, scale=READABLE).centred(bounds.center(), size)
            canvas.look(replace(near, top=bounds.top() - 40))
            roomy = size.width() >= _ROOMY.width() and size.height() >= _ROOMY.height()
            canvas.strips.minimap.setVisible(roomy)
        canvas.fit_when_shown = True

    def center_on(self, service_id: str, *, pulse: bool) -> None:
        """Bring a service into the middle, readable; open what hides it."""
        canvas = self.canvas
        if service_id in canvas.plan.services and service_id not in canvas.scene.index:
            canvas.sight.reveal(service_id)
        item = canvas.scene.index.get(service_id)
        if item is None:
            return
        x, y = canvas.scene.xy[item].tolist()
        near = replace(canvas.camera, scale=max(canvas.camera.scale, _ON_JUMP))
        canvas.motion.fly(near.centred(QPointF(x, y), canvas.size_f()))
        if pulse:
            canvas.motion.pulse(service_id)
        canvas.sight.remember()

    def reveal(self, services: Iterable[str]) -> None:
        """Bring services into view: one pulses, several are fitted."""
        canvas = self.canvas
        known = [key for key in services if key in canvas.plan.services]
        items = [canvas.scene.index[key] for key in known if key in canvas.scene.index]
        if len(known) == 1:
            self.center_on(known[0], pulse=True)
        elif items:
            bounds = canvas.scene.bounds(items)
            canvas.motion.fly(Camera.fitting(bounds, canvas.size_f()))

    def bring_into_view(self, item: int) -> None:
        """Look so that a card is seen whole."""
        x, y = self.canvas.scene.xy[item].tolist()
        self.bring_point_into_view((x, y))

    def bring_point_into_view(self, spot: Point) -> None:
        """Look so that a card at a place is seen whole and its text can be read."""
        camera, size = self.canvas.camera, self.canvas.size_f()
        if camera.scale < READABLE:
            camera = replace(camera, scale=_ON_JUMP).centred(QPointF(*spot), size)
        seen = camera.visible(size)
        room = seen.adjusted(CARD_W * 0.6, CARD_H, -CARD_W * 0.6, -CARD_H)
        x = min(max(spot[0], room.left()), room.right())
        y = min(max(spot[1], room.top()), room.bottom())
        moved = replace(camera, left=camera.left + spot[0] - x, top=camera.top + spot[1] - y)
        self.canvas.look(moved)
