"""What the pointer is over, and what that shows: handles, neighbours, a hint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRectF, QSizeF, Qt, QTimer

from ui.canvas import links, painter
from ui.canvas.hit import Hit, Part, hit
from ui.canvas.notes import note_at
from ui.canvas.routes import Routes
from ui.language import mark, shown

if TYPE_CHECKING:
    from ui.canvas.view import CanvasView

_VEIL = 350
"""Milliseconds over a card until all but its neighbours fades."""
_TITLE = 36.0
"""Height of the part of a group's frame that takes clicks, in canvas units."""
_ON_CARD = (Part.CARD, Part.NEEDS_HANDLE, Part.NEEDED_HANDLE)
_CURSORS = {
    Part.NEEDS_HANDLE: Qt.CursorShape.CrossCursor,
    Part.NEEDED_HANDLE: Qt.CursorShape.CrossCursor,
    Part.LINE: Qt.CursorShape.PointingHandCursor,
    Part.BADGE: Qt.CursorShape.PointingHandCursor,
    Part.FRAME: Qt.CursorShape.PointingHandCursor,
    Part.NOTE: Qt.CursorShape.SizeAllCursor,
}
_HINTS = {
    Part.NEEDS_HANDLE: mark("Drag to what it needs"),
    Part.NEEDED_HANDLE: mark("Drag to what needs it"),
    Part.BADGE: mark("Drag from here to add a provider; double-click changes how many are needed"),
    Part.FRAME: mark("Double-click to collapse"),
    Part.NOTE: mark("Drag to move, its corner to resize; double-click to write"),
}


class Hover(QObject):
    """Follows the pointer over a canvas while nothing is pressed.

    Attributes:
        hit: What is under the pointer.
        veiled: Whether everything but the neighbours of the hovered card is faded.
    """

    def __init__(self, canvas: CanvasView) -> None:
        super().__init__(canvas)
        self.canvas = canvas
        self.hit = Hit()
        self.veiled = False
        self._veil = QTimer(self, singleShot=True, interval=_VEIL)
        self._veil.timeout.connect(self._draw_veil)

    @property
    def card(self) -> int | None:
        """The item under the pointer."""
        known = self.hit.index < len(self.canvas.scene.ids)
        return self.hit.index if self.hit.part in _ON_CARD and known else None

    @property
    def handles(self) -> int | None:
        """The item whose handles are shown: the hovered one, else the only selected one."""
        canvas = self.canvas
        item = self.card
        if item is None and len(canvas.selected_items()) == 1:
            item = canvas.selected_items()[0]
        if item is None or item in canvas.scene.groups:
            return None
        return item if canvas.camera.scale >= 0.3 else None

    @property
    def hint(self) -> str:
        """What can be done with what is under the pointer."""
        return shown(_HINTS.get(self.hit.part, ""))

    def at(self, point: QPointF) -> Hit:
        """Return what lies under a pixel."""
        canvas = self.canvas
        found = hit(canvas.scene, self.curves(), canvas.camera, point, self.handles)
        if found.part is not Part.EMPTY:
            return found
        for group_id, rect in painter.frame_rects(canvas.scene).items():
            title = QRectF(rect.topLeft(), QSizeF(rect.width(), _TITLE))
            if canvas.camera.rect_to_screen(title).contains(point):
                return Hit(Part.FRAME, name=group_id)
        note = note_at(canvas.plan, canvas.camera, point) if canvas.notes.shown else ""
        return Hit(Part.NOTE, name=note) if note else found

    def follow(self, point: QPointF) -> None:
        """Note where the pointer is."""
        found = self.at(point)
        if found == self.hit:
            return
        if found.index != self.hit.index or self.card is None:
            self.veiled = False
            self._veil.start()
        self.hit = found
        self.canvas.viewport().setCursor(_CURSORS.get(found.part, Qt.CursorShape.ArrowCursor))
        self.canvas.say()
        self.canvas.viewport().update()

    def leave(self) -> None:
        """Note that nothing is under the pointer."""
        self.hit = Hit()
        self.veiled = False
        self.canvas.viewport().update()

    def lift(self) -> None:
        """Show everything again until the pointer moves: a key has been pressed."""
        self._veil.stop()
        self.veiled = False
        self.canvas.viewport().update()

    def _draw_veil(self) -> None:
        if self.card is not None and self.canvas.gesture is None:
            self.veiled = True
            self.canvas.viewport().update()

    def curves(self) -> Routes | None:
        """Return the curves of lines, or None while lines are drawn straight."""
        canvas = self.canvas
        view = canvas.camera.visible(canvas.size_f())
        lines = painter.lines_in_view(canvas.scene, view, canvas.camera.scale, canvas.picture.how())
        few = lines.size <= links.CURVED and canvas.camera.scale >= links.CURVES_FROM
        return canvas.routes if few else None

    def own_curves(self) -> Routes:
        """Return the curves with which single lines are drawn on top of the picture."""
        return self.curves() or Routes(self.canvas.scene, around=False)
