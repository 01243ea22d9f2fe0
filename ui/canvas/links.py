"""Painting lines: as curves with arrows while they can be told apart, else in bulk."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QPainter,
    QPainterPath,
    QPen,
)

from bcp_planner.domain.entities import Requirement
from ui import words
from ui.canvas import bulk
from ui.canvas.camera import Camera
from ui.canvas.colours import mix
from ui.canvas.routes import Route, Routes
from ui.canvas.scene import JUNCTION_H, JUNCTION_W, Floats, Ints, Scene
from ui.language import tr
from ui.theme import Theme

CURVED = 400
"""Up to so many visible lines are drawn as smooth curves."""
PASSING = 150
"""Up to so many visible lines, those count too that only pass through."""
ON_PAPER = 4_000
"""Up to so many lines are drawn as curves on paper, where nobody waits for the next frame."""
CURVES_FROM = 0.2
"""Scale from which on lines are drawn as curves."""
LABELLED = 160
"""Up to so many visible lines carry their labels."""
HEAVY = 100
"""Up to so many curves get a pen wider than one pixel, which costs five times as much."""
SMOOTH = 2_500
"""Up to so many straight lines are smoothed at rest."""
MOVING = 2_000
"""So many lines are drawn while the picture moves; the rest follows when it stands."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """How some lines are drawn."""

    colour: QColor
    width: float = 1.3
    dashed: bool = False


def in_view(scene: Scene, view: QRectF, *, both_out: bool) -> Ints:
    """Return the lines that touch a part of the drawing.

    Args:
        scene: The drawing.
        view: The part.
        both_out: Whether lines count of which both ends lie outside.
    """
    ends = scene.ends
    if not len(ends):
        return np.zeros(0, dtype=np.int64)
    left, right, top, bottom = view.left(), view.right(), view.top(), view.bottom()
    # Column by column: a minimum along short rows takes many times as long.
    x1, y1, x2, y2 = ends.T
    if not both_out:
        begins = (x1 > left) & (x1 < right) & (y1 > top) & (y1 < bottom)
        arrives = (x2 > left) & (x2 < right) & (y2 > top) & (y2 < bottom)
        return np.flatnonzero(begins | arrives)
    crosses = (np.minimum(x1, x2) < right) & (np.maximum(x1, x2) > left)
    crosses &= (np.minimum(y1, y2) < bottom) & (np.maximum(y1, y2) > top)
    return np.flatnonzero(crosses)


def stroke_of(soft: bool, theme: Theme) -> Stroke:
    """Return how a hard or a soft requirement is drawn."""
    if soft:
        return Stroke(theme.line_soft, 1.4, dashed=True)
    return Stroke(mix(theme.line, theme.canvas, 0.8), 1.5)


def paint_bulk(
    painter: QPainter, scene: Scene, lines: Ints, camera: Camera, theme: Theme, *, moving: bool
) -> None:
    """Paint many straight lines, paler the more there are."""
    strength = 0.75 if lines.size < 2_000 else 0.5 if lines.size < MOVING else 0.32
    smooth = not moving and lines.size <= SMOOTH
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=smooth)
    soft = scene.soft[lines]
    for chosen, colour in ((lines[soft], theme.line_soft), (lines[~soft], theme.line)):
        # Without smoothing a pen of 1.2 is filled as an area, four times faster than one of 1.
        pen = QPen(mix(colour, theme.canvas, strength), 1.0 if smooth else 1.2)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        bulk.draw_lines(painter, on_screen(scene.ends[chosen], camera))


def on_screen(ends: Floats, camera: Camera) -> Floats:
    """Return line ends (n, 4) in pixels."""
    corner = (camera.left, camera.top, camera.left, camera.top)
    return np.ascontiguousarray((ends - corner) * camera.scale)


def paint_curves(
    painter: QPainter,
    routes: Routes,
    lines: Ints,
    camera: Camera,
    stroke: Stroke | None,
    theme: Theme,
) -> None:
    """Paint lines as curves with arrow heads; without a stroke each by its own strength."""
    finer = painter.transform().m11()  # 1 on screen; on paper a pixel is a fraction of a unit
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
    painter.scale(camera.scale, camera.scale)
    painter.translate(-camera.left, -camera.top)
    scene = routes.scene
    thin = lines.size > HEAVY and stroke is None
    for soft in (True, False):
        same = lines[scene.soft[lines] == soft]
        how = stroke or stroke_of(soft, theme)
        for weight in np.unique(scene.weight[same]).tolist():
            width = how.width * min(1.0, max(0.55, camera.scale)) * (1 + 0.5 * math.log2(weight))
            width = finer * (min(width, 1.0) if thin else width)
            painter.setPen(_pen(how.colour, width, dashed=soft))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            found = [routes.of(line) for line in same[scene.weight[same] == weight].tolist()]
            for route in found:
                painter.drawPath(route.path)
            _paint_heads(painter, found, how.colour, max(9.0, 6.0 / camera.scale))
    painter.restore()


def _pen(colour: QColor, width: float, *, dashed: bool) -> QPen:
    pen = QPen(colour, width)
    pen.setCosmetic(True)
    if dashed:
        pen.setDashPattern([4.5, 3.0])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def _paint_heads(painter: QPainter, routes: list[Route], colour: QColor, size: float) -> None:
    """Paint the arrow heads of lines that end at a card, all as one shape."""
    heads = QPainterPath()
    heads.setFillRule(Qt.FillRule.WindingFill)
    for route in routes:
        if route.arrives:
            heads.addPath(route.head(size))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPath(heads)


def paint_arrows(
    painter: QPainter, scene: Scene, lines: Ints, camera: Camera, theme: Theme
) -> None:
    """Paint the heads of many straight lines, open, as two short strokes each."""
    chosen = lines[scene.lower[lines] >= 0]
    ends = on_screen(scene.ends[chosen], camera)
    way = ends[:, 2:4] - ends[:, 0:2]
    way /= np.maximum(np.hypot(way[:, 0], way[:, 1]), 1e-9)[:, None]
    size = 5.0 + 2.0 * camera.scale
    painter.setPen(QPen(mix(theme.line, theme.canvas, 0.9), 0))
    for turn in (-0.5, 0.5):
        across = np.column_stack((-way[:, 1], way[:, 0])) * turn
        back = ends[:, 2:4] - (way + across) * size
        bulk.draw_lines(painter, np.ascontiguousarray(np.hstack((ends[:, 2:4], back))))


def label_of(requirement: Requirement) -> str:
    """Return what a line says of its requirement; empty when nothing is special."""
    parts: list[str] = []
    if requirement.tolerance:
        parts.append(tr("holds {tolerance}", tolerance=words.duration(requirement.tolerance)))
    if requirement.recovery == "finish":
        parts.append(tr("back to finish"))
    elif requirement.recovery == "none":
        parts.append(tr("not for recovery"))
    return " · ".join(parts)


def small_font(size: float, *, bold: bool = False) -> QFont:
    """Return the text font in a size of pixels."""
    font = QFont(QGuiApplication.font())
    font.setPixelSize(max(1, round(size)))
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def label_size(text: str, camera: Camera) -> QRectF:
    """Return the rectangle that a label needs, in pixels."""
    scale = min(1.25, camera.scale)
    width = QFontMetricsF(small_font(11 * scale)).horizontalAdvance(text)
    return QRectF(0, 0, width + 10 * scale, 16 * scale)


def free_place(rect: QRectF, route: Route, camera: Camera, taken: Sequence[QRectF]) -> QRectF:
    """Return the rectangle on a curve, near its middle, where it covers no other."""
    count = len(route.points)
    places = [count * part // 20 for part in (10, 8, 12, 6, 14, 4, 16)]
    for place in places:
        x, y = route.points[place].tolist()
        rect.moveCenter(camera.to_screen(QPointF(x, y)))
        if not any(rect.intersects(other) for other in taken):
            return QRectF(rect)
    x, y = route.points[places[0]].tolist()
    rect.moveCenter(camera.to_screen(QPointF(x, y)))
    return QRectF(rect)


def paint_label(painter: QPainter, rect: QRectF, text: str, camera: Camera, theme: Theme) -> None:
    """Paint a small label."""
    scale = min(1.25, camera.scale)
    painter.setFont(small_font(11 * scale))
    painter.setPen(QPen(mix(theme.line, theme.canvas, 0.35), 1))
    painter.setBrush(theme.canvas)
    painter.drawRoundedRect(rect, 4 * scale, 4 * scale)
    painter.setPen(theme.muted)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)


def badge_rect(scene: Scene, badge: int, camera: Camera) -> QRectF:
    """Return where a junction is seen."""
    x, y = scene.badge_xy[badge].tolist()
    rect = QRectF(0, 0, JUNCTION_W * camera.scale, JUNCTION_H * camera.scale)
    rect.moveCenter(camera.to_screen(QPointF(x, y)))
    return rect


def paint_badge(
    painter: QPainter,
    rect: QRectF,
    requirement: Requirement,
    theme: Theme,
    colour: QColor | None = None,
) -> None:
    """Paint the junction of a requirement with several providers: "1 of 2"."""
    scale = rect.height() / JUNCTION_H
    painter.setPen(QPen(colour or theme.line, 1.3 if scale > 0.5 else 1))
    spare = mix(theme.accent_soft, theme.card, 0.8)
    painter.setBrush(spare if requirement.is_redundant else theme.card)
    painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
    if scale < 0.3:
        return
    painter.setFont(small_font(12 * scale, bold=True))
    painter.setPen(theme.text)
    text = tr(
        "{needed} of {providers}", needed=requirement.needed, providers=len(requirement.providers)
    )
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, text)
