"""What lies on the corners of the canvas: counts, the way back, the overview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from ui.canvas.kind_palette import KindPalette
from ui.canvas.minimap import Minimap
from ui.canvas.strip import CountStrip, PathStrip
from ui.language import shown
from ui.theme import Theme

if TYPE_CHECKING:
    from ui.canvas.view import CanvasView

_EDGE = 12
"""Distance from the edges, in pixels."""


class Strips:
    """The strips and the minimap of one canvas."""

    def __init__(self, canvas: CanvasView) -> None:
        self.canvas = canvas
        self.counts = CountStrip(canvas.viewport())
        self.path = PathStrip(canvas.viewport())
        self.minimap = Minimap(canvas)
        self.palette = KindPalette(canvas)

    def apply(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.counts.apply(theme)
        self.path.apply(theme)
        self.palette.apply(theme)
        self.minimap.renew()

    def say(self) -> None:
        """Say how much is shown, what can be done, and where one is."""
        canvas, scene = self.canvas, self.canvas.scene
        hint = shown(canvas.gesture.hint) if canvas.gesture else canvas.hover.hint
        selected = len(canvas.selection.services)
        self.counts.say(scene, selected, hint)
        sight = canvas.sight
        self.path.say(sight.crumbs(), sight.remark(), sight.can_step)
        self.place()

    def place(self) -> None:
        """Put everything into its corner."""
        area = self.canvas.viewport().rect()
        self.counts.move(_EDGE, area.height() - self.counts.height() - _EDGE)
        self.path.move(_EDGE, _EDGE)
        self.palette.place()
        size = self.minimap.size()
        self.minimap.move(
            area.bottomRight() - QPoint(size.width() + _EDGE - 1, size.height() + _EDGE - 1)
        )

    def toggle_palette(self) -> None:
        """Show or hide the kinds to be dragged onto the canvas."""
        self.palette.wanted = not self.palette.wanted
        self.place()

    def toggle_minimap(self) -> None:
        """Show or hide the overview."""
        self.minimap.setVisible(self.minimap.isHidden())
        self.place()
