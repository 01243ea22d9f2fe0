"""The picture of the canvas: painted once, kept until something changes, completed at rest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QPainter, QPixmap

from ui.canvas import links, painter
from ui.canvas.cards import CardPictures, Detail, detail
from ui.canvas.links import Stroke
from ui.canvas.painter import Paint
from ui.canvas.routes import Routes
from ui.canvas.scene import Group, Scene
from ui.canvas.states import Moment
from ui.canvas.statuses import Statuses
from ui.canvas.summary import summary

if TYPE_CHECKING:
    from bcp_planner.domain.plan import Plan
    from ui.canvas.view import CanvasView

_AROUND_LINES, _AROUND_ITEMS = 40, 2_000
"""Lines, and items of the drawing, up to which lines on top of it go around cards."""
REST = 80
"""Milliseconds after the last movement until everything is painted."""


class Picture(QObject):
    """What lies below selection, hover and gestures.

    Attributes:
        moment: What a scenario does at the moment shown; None without one.
        hidden: Items left out because a gesture paints them.
        moving: Whether less is painted because the next frame follows soon.
        rto_met: Whether a service is back within its RTO; None where that is not known.
    """

    def __init__(self, canvas: CanvasView) -> None:
        super().__init__(canvas)
        self.canvas = canvas
        self.moment: Moment | None = None
        self.hidden: frozenset[int] = frozenset()
        self.moving = False
        self.rto_met: Callable[[str], bool | None] = lambda service: None
        self._cards = CardPictures()
        self._statuses = Statuses()
        self._said: dict[str, str] = {}
        self._said_of: tuple[Plan | None, Moment | None] = (None, None)
        self._kept: QPixmap | None = None
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self.renew)

    def renew(self, *, moving: bool = False) -> None:
        """Paint anew next time; while moving only what a frame has time for."""
        self.moving = moving
        self._kept = None
        if moving:
            self._rest.start()
        self.canvas.viewport().update()

    def forget_cards(self) -> None:
        """Paint the cards anew too: colours are different."""
        self._cards.clear()
        self.renew()

    def how(self) -> Paint:
        """Return what the painter needs for the screen."""
        canvas = self.canvas
        return Paint(
            plan=canvas.plan,
            theme=canvas.theme,
            moment=self.moment,
            moving=self.moving,
            hidden=self.hidden,
            pictures=self._cards,
            ratio=canvas.devicePixelRatioF(),
            notes=canvas.notes.shown,
            summary=self.summary,
            statuses=self._statuses,
            rto_met=self.rto_met,
        )

    def summary(self, group: Group) -> str:
        """Return what a collapsed group says of its members; worked out once for each plan."""
        about = (self.canvas.plan, self.moment)
        if self._said_of[0] is not about[0] or self._said_of[1] is not about[1]:
            self._said_of = about
            self._said.clear()
        if group.id not in self._said:
            self._said[group.id] = summary(self.canvas.plan, group, self.moment)
        return self._said[group.id]

    def paint(self, on: QPainter) -> None:
        """Paint onto the canvas, from what is kept if that is still right."""
        canvas = self.canvas
        ratio = canvas.devicePixelRatioF()
        wanted = canvas.viewport().size() * ratio
        if self._kept is None or self._kept.size() != wanted:
            self._kept = QPixmap(wanted)
            self._kept.setDevicePixelRatio(ratio)
            inner = QPainter(self._kept)
            painter.paint(
                inner, canvas.scene, canvas.routes, canvas.camera, canvas.size_f(), self.how()
            )
            inner.end()
        on.drawPixmap(0, 0, self._kept)

    # ------------------------------------------------------------------------------- on top

    def paint_part(self, on: QPainter, scene: Scene, items: list[int], *, lines: bool) -> None:
        """Paint some items of a scene, and their lines, on top of the picture."""
        camera, how = self.canvas.camera, replace(self.how(), hidden=frozenset())
        if lines:
            touched = scene.lines_of(items)
            few = touched.size <= _AROUND_LINES and len(scene.ids) <= _AROUND_ITEMS
            routes = Routes(scene, around=few)
            painter.paint_lines(on, scene, routes, touched[: links.MOVING], camera, how)
        chosen = np.array(items, dtype=np.int64)
        if detail(camera.scale) <= Detail.BLOCKS:
            painter.paint_blocks(on, scene, chosen, camera, how)
        else:
            painter.paint_cards(on, scene, chosen, camera, how)

    def paint_badges(self, on: QPainter, badges: list[int]) -> None:
        """Paint junctions on top of the picture."""
        for badge in badges:
            painter.paint_badge(on, self.canvas.scene, badge, self.canvas.camera, self.how())

    def paint_requirement(self, on: QPainter, requirement_id: str) -> None:
        """Paint a requirement as selected."""
        canvas = self.canvas
        scene, accent = canvas.scene, canvas.theme.accent
        lines = np.array(scene.lines_of_requirement(requirement_id), dtype=np.int64)
        routes = canvas.hover.own_curves()
        links.paint_curves(on, routes, lines, canvas.camera, Stroke(accent, 3.0), canvas.theme)
        if requirement_id in scene.badges:
            badge = scene.badges.index(requirement_id)
            painter.paint_badge(on, scene, badge, canvas.camera, self.how(), accent)
