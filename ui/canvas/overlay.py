"""What is painted on top of the picture each frame: selection, hover, handles, pulse, drafts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ui.canvas import links
from ui.canvas.cards import Detail, detail
from ui.canvas.colours import mix
from ui.canvas.hit import Part, handle_points
from ui.canvas.links import Stroke
from ui.canvas.painter import items_in_view

if TYPE_CHECKING:
    from ui.canvas.view import CanvasView

_MOST_OUTLINES = 2_000


def paint_overlay(painter: QPainter, canvas: CanvasView) -> None:
    """Paint everything that changes without the picture changing."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
    _paint_hover(painter, canvas)
    _paint_selected_lines(painter, canvas)
    _paint_selection(painter, canvas)
    canvas.notes.paint(painter)
    _paint_handles(painter, canvas)
    _paint_pulse(painter, canvas)
    _paint_draft(painter, canvas)
    if canvas.gesture is not None:
        canvas.gesture.paint(painter)


def _paint_hover(painter: QPainter, canvas: CanvasView) -> None:
    """Paint what the hovered card needs and who needs it, everything else behind a veil."""
    item = canvas.hover.card
    if item is None or canvas.gesture is not None or item >= len(canvas.scene.ids):
        return
    scene, theme = canvas.scene, canvas.theme
    lines = scene.lines_of([item])
    if not lines.size:
        return
    if canvas.hover.veiled:
        veil = QColor(theme.canvas)
        veil.setAlphaF(0.66)
        painter.fillRect(QRectF(QPointF(0, 0), canvas.size_f()), veil)
    if lines.size > 600:
        lines = lines[:: -(-lines.size // 600)]
    near = np.unique(np.concatenate((scene.upper[lines], scene.lower[lines], [item])))
    near = near[near >= 0]
    below = lines[scene.upper[lines] == item]
    above = lines[scene.upper[lines] != item]
    for chosen, colour in ((below, theme.accent), (above, theme.critical)):
        links.paint_curves(
            painter, canvas.hover.own_curves(), chosen, canvas.camera, Stroke(colour, 2.0), theme
        )
    if canvas.hover.veiled:
        canvas.picture.paint_part(painter, scene, near.tolist(), lines=False)
        badges = np.unique(scene.junction[lines][scene.junction[lines] >= 0])
        canvas.picture.paint_badges(painter, badges.tolist())


def _paint_selected_lines(painter: QPainter, canvas: CanvasView) -> None:
    for requirement_id in canvas.selection.requirements:
        canvas.picture.paint_requirement(painter, requirement_id)


def _paint_selection(painter: QPainter, canvas: CanvasView) -> None:
    scene, theme, camera = canvas.scene, canvas.theme, canvas.camera
    if canvas.gesture is not None and canvas.picture.hidden:
        return
    selected = np.array(canvas.selected_items(), dtype=np.int64)
    if selected.size:
        selected = np.intersect1d(selected, items_in_view(scene, camera.visible(canvas.size_f())))
    blocks = detail(camera.scale) <= Detail.BLOCKS
    painter.setBrush(Qt.BrushStyle.NoBrush)
    current = canvas.current_item()
    for item in selected[:_MOST_OUTLINES].tolist():
        grow = 2.0 if blocks else 3.5
        rect = camera.rect_to_screen(scene.rect(item)).adjusted(-grow, -grow, grow, grow)
        radius = 2.0 if blocks else 8 * camera.scale + grow
        painter.setPen(QPen(theme.accent, 2.5 if item == current else 1.8))
        painter.drawRoundedRect(rect, radius, radius)
        if item == current and canvas.hasFocus() and selected.size > 1:
            painter.setPen(QPen(theme.accent, 1, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(rect.adjusted(-4, -4, 4, 4), radius + 4, radius + 4)


def _paint_handles(painter: QPainter, canvas: CanvasView) -> None:
    item = canvas.hover.handles
    if item is None or canvas.gesture is not None or canvas.drafts.editor.active:
        return
    theme = canvas.theme
    lower, upper = handle_points(canvas.scene, item, canvas.camera)
    for point, part in ((lower, Part.NEEDS_HANDLE), (upper, Part.NEEDED_HANDLE)):
        hot = canvas.hover.hit.part is part
        radius = 10.0 if hot else 7.5
        painter.setPen(QPen(theme.card, 1.5))
        painter.setBrush(theme.accent if hot else mix(theme.accent, theme.card, 0.8))
        painter.drawEllipse(point, radius, radius)
        painter.setPen(QPen(theme.on_accent, 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        arm = radius * 0.48
        for dx, dy in ((arm, 0.0), (0.0, arm)):
            painter.drawLine(point - QPointF(dx, dy), point + QPointF(dx, dy))


def _paint_pulse(painter: QPainter, canvas: CanvasView) -> None:
    """Paint the ring around a service that was jumped to."""
    pulse = canvas.pulse
    if pulse is None or pulse[0] not in canvas.scene.index:
        return
    rect = canvas.camera.rect_to_screen(canvas.scene.rect(canvas.scene.index[pulse[0]]))
    grow = 4 + 26 * pulse[1]
    colour = QColor(canvas.theme.accent)
    colour.setAlphaF(max(0.0, 1 - pulse[1]))
    painter.setPen(QPen(colour, 4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(-grow, -grow, grow, grow), 10 + grow, 10 + grow)


def _paint_draft(painter: QPainter, canvas: CanvasView) -> None:
    """Paint the card of a service whose name is being typed, and its line."""
    draft = canvas.drafts.now
    if draft is None:
        return
    theme = canvas.theme
    rect = canvas.drafts.rect()
    anchor = canvas.drafts.anchor()
    painter.setPen(QPen(theme.accent, 2, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if anchor is not None:
        upper = draft.tie.provider is not None if draft.tie else False
        end = QPointF(rect.center().x(), rect.bottom() if upper else rect.top())
        painter.drawLine(anchor, end)
    painter.setBrush(theme.card)
    painter.drawRoundedRect(rect, 8, 8)
