"""Drawing a requirement: from a card's handle, or from a junction, to a card or to empty ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen

from bcp_planner.domain.entities import Requirement
from ui.canvas.acts import Tie
from ui.canvas.hit import Hit, Part, hit
from ui.canvas.links import small_font
from ui.canvas.routes import arrow
from ui.canvas.scene import JUNCTION_H
from ui.language import mark, tr

if TYPE_CHECKING:
    from ui.canvas.view import CanvasView


class ConnectGesture:
    """Drag of a new line. `tie` says what the service at its other end will be.

    A line that is dropped on a junction, or on a line of the same dependant, adds a provider to
    that requirement: this is how a redundant pair is drawn.
    """

    hint = mark("Drop on a service to connect, on empty ground to add one · Esc: cancel")
    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, canvas: CanvasView, start: QPointF, tie: Tie) -> None:
        self.canvas, self.tie = canvas, tie
        self.start = canvas.camera.to_world(start)
        self.at = start
        self.target: str | None = None
        self.joined: Requirement | None = None

    def _dependant(self) -> str | None:
        if self.tie.requirement is not None:
            return self.canvas.plan.requirements[self.tie.requirement].dependant
        return self.tie.dependant

    def move(self, at: QPointF, keys: Qt.KeyboardModifier) -> None:
        self.at = at
        found = hit(
            self.canvas.scene, self.canvas.hover.curves(), self.canvas.camera, at, handles=None
        )
        self.joined = self._joinable(found)
        self.target = None
        if found.part is Part.CARD and found.index not in self.canvas.scene.groups:
            name = self.canvas.scene.ids[found.index]
            if name not in (self._dependant(), self.tie.provider):
                self.target = name
        self.canvas.viewport().update()

    def _joinable(self, found: Hit) -> Requirement | None:
        """Return the requirement that would get one more provider."""
        scene, plan = self.canvas.scene, self.canvas.plan
        if found.part is Part.BADGE:
            requirement = plan.requirements.get(scene.badges[found.index])
        elif found.part is Part.LINE:
            requirement = plan.requirements.get(scene.requirements[found.index])
        else:
            return None
        if requirement is None or self.tie.requirement is not None:
            return None
        if self.tie.provider is not None:
            # Drawn upwards from a provider: it joins whatever requirement it is dropped on.
            own = self.tie.provider
            return None if own in (requirement.dependant, *requirement.providers) else requirement
        return None

    def release(self, at: QPointF, keys: Qt.KeyboardModifier) -> None:
        self.move(at, keys)
        commands = self.canvas.commands
        if self.joined is not None and self.tie.provider is not None:
            commands.join_provider(self.joined.id, self.tie.provider)
        elif self.target is not None:
            commands.tie(self.target, self.tie)
        elif hit(self.canvas.scene, None, self.canvas.camera, at, None).part is not Part.CARD:
            self.canvas.drafts.ask(at, self.tie)

    def cancel(self) -> None:
        self.canvas.viewport().update()

    def sentence(self) -> str:
        """Return what would happen on release."""
        services = self.canvas.plan.services
        other = services[self.target].title if self.target else "…"
        if self.joined is not None:
            names = [services[p].title for p in (*self.joined.providers, self.tie.provider or "")]
            needed = 1 if len(self.joined.providers) == 1 else self.joined.needed
            dependant = services[self.joined.dependant].title
            return tr(
                "{dependant} needs {needed} of: {names}",
                dependant=dependant,
                needed=needed,
                names=", ".join(names),
            )
        if self.tie.requirement is not None:
            requirement = self.canvas.plan.requirements[self.tie.requirement]
            return tr(
                "{title} can also use {other}",
                title=services[requirement.dependant].title,
                other=other,
            )
        if self.tie.dependant is not None:
            return tr(
                "{title} needs {other}", title=services[self.tie.dependant].title, other=other
            )
        return tr(
            "{other} needs {title}", other=other, title=services[self.tie.provider or ""].title
        )

    def paint(self, painter: QPainter) -> None:
        theme, camera = self.canvas.theme, self.canvas.camera
        start, end = camera.to_screen(self.start), self._tip()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
        upwards = self.tie.provider is not None
        path = QPainterPath(start)
        bow = max(30.0, abs(end.y() - start.y()) * 0.45) * (-1 if upwards else 1)
        path.cubicTo(start + QPointF(0, bow), end - QPointF(0, bow), end)
        painter.setPen(QPen(theme.accent, 2.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.accent)
        tip, heading = (start, 1.0) if upwards else (end, 1.0)
        painter.drawPolygon(arrow((tip.x(), tip.y()), (0.0, heading), 11.0))
        self._paint_target(painter)
        self._paint_sentence(painter)

    def _tip(self) -> QPointF:
        """Return the free end: on the target's edge, on a junction, or at the pointer."""
        scene, camera = self.canvas.scene, self.canvas.camera
        if self.target is not None:
            rect = camera.rect_to_screen(scene.rect(scene.index[self.target]))
            upwards = self.tie.provider is not None
            return QPointF(rect.center().x(), rect.bottom() if upwards else rect.top())
        if self.joined is not None and self.joined.id in scene.badges:
            x, y = scene.badge_xy[scene.badges.index(self.joined.id)].tolist()
            return camera.to_screen(QPointF(x, y + JUNCTION_H / 2))
        return self.at

    def _paint_target(self, painter: QPainter) -> None:
        scene, camera = self.canvas.scene, self.canvas.camera
        painter.setPen(QPen(self.canvas.theme.accent, 3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.target is not None:
            rect = camera.rect_to_screen(scene.rect(scene.index[self.target]))
            painter.drawRoundedRect(rect.adjusted(-4, -4, 4, 4), 10, 10)
        if self.joined is not None:
            self.canvas.picture.paint_requirement(painter, self.joined.id)

    def _paint_sentence(self, painter: QPainter) -> None:
        theme = self.canvas.theme
        font = small_font(13, bold=True)
        text = self.sentence()
        width = QFontMetricsF(font).horizontalAdvance(text) + 20
        rect = QRectF(self.at + QPointF(16, 14), QPointF())
        rect.setSize(rect.size().expandedTo(rect.size()))
        rect = QRectF(self.at.x() + 16, self.at.y() + 14, width, 28)
        area = self.canvas.viewport().rect()
        if rect.right() > area.right() - 4:
            rect.moveRight(max(width, self.at.x() - 12))
        if rect.bottom() > area.bottom() - 4:
            rect.moveBottom(self.at.y() - 12)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.accent)
        painter.drawRoundedRect(rect, 6, 6)
        painter.setPen(theme.on_accent)
        painter.setFont(font)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
