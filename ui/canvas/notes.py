"""Notes and frames of the canvas: how they look, and what is under the pointer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from bcp_planner.domain.notes import Note
from bcp_planner.domain.plan import Plan
from ui.canvas import links
from ui.canvas.camera import Camera
from ui.canvas.colours import mix
from ui.plain_text import brief
from ui.theme import Theme

TITLE = 34.0
"""Height of the part of a frame that is grabbed, in canvas units."""
CORNER = 12.0
"""Size of the corner that is dragged to make it larger, in pixels."""
_EDGE = 6.0
_SMALLEST_TEXT = 5.0
"""In pixels; smaller text is left out."""


def rect_of(note: Note) -> QRectF:
    """Return where a note is, in canvas units."""
    x, y = note.position or (0.0, 0.0)
    size = QSizeF(note.width, note.height)
    return QRectF(QPointF(x - size.width() / 2, y - size.height() / 2), size)


def bounds(plan: Plan) -> QRectF:
    """Return the rectangle around all notes; null when there are none."""
    around = QRectF()
    for note in plan.notes.values():
        around = around.united(rect_of(note))
    return around


def note_at(plan: Plan, camera: Camera, point: QPointF) -> str:
    """Return the note under a pixel, the topmost first; of a frame only its title and edge."""
    for note in reversed(_ordered(plan.notes)):
        seen = camera.rect_to_screen(rect_of(note))
        if not seen.adjusted(-_EDGE, -_EDGE, _EDGE, _EDGE).contains(point):
            continue
        title = max(16.0, TITLE * camera.scale)
        inner = seen.adjusted(_EDGE, title, -_EDGE, -_EDGE)
        if note.kind == "note" or not inner.contains(point) or is_corner(note, camera, point):
            return note.id
    return ""


def is_corner(note: Note, camera: Camera, point: QPointF) -> bool:
    """Whether a pixel is on the corner that is dragged to make a note larger."""
    away = camera.rect_to_screen(rect_of(note)).bottomRight() - point
    return abs(away.x()) <= CORNER and abs(away.y()) <= CORNER


def paint_notes(painter: QPainter, plan: Plan, camera: Camera, size: QSizeF, theme: Theme) -> None:
    """Paint all notes that a widget of this size shows, frames first."""
    view = camera.visible(size)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
    for note in _ordered(plan.notes):
        if rect_of(note).intersects(view):
            paint_note(painter, note, camera, theme)


def paint_note(painter: QPainter, note: Note, camera: Camera, theme: Theme) -> None:
    """Paint one note or frame."""
    seen = camera.rect_to_screen(rect_of(note))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
    if note.kind == "frame":
        _paint_frame(painter, note, seen, camera, theme)
    else:
        _paint_paper(painter, note, seen, camera, theme)


def paint_chosen(painter: QPainter, note: Note, camera: Camera, theme: Theme) -> None:
    """Paint that a note is chosen, and the corner that is dragged."""
    seen = camera.rect_to_screen(rect_of(note)).adjusted(-3, -3, 3, 3)
    painter.setPen(QPen(theme.accent, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(seen, 8, 8)
    painter.setBrush(theme.accent)
    painter.drawRect(QRectF(seen.bottomRight() - QPointF(6, 6), QSizeF(9, 9)))


def _ordered(table: Mapping[str, Note]) -> list[Note]:
    """Return frames first: notes lie on top of them."""
    notes: Iterable[Note] = table.values()
    return sorted(notes, key=lambda note: note.kind != "frame")


def _paint_frame(painter: QPainter, note: Note, seen: QRectF, camera: Camera, theme: Theme) -> None:
    painter.setPen(QPen(theme.border_strong, 1.4, Qt.PenStyle.DashLine))
    fill = QColor(theme.accent)
    fill.setAlphaF(0.05)
    painter.setBrush(fill)
    radius = max(2.0, 12 * camera.scale)
    painter.drawRoundedRect(seen, radius, radius)
    height = min(24.0, max(10.0, 17 * camera.scale))
    font = links.small_font(height, bold=True)
    painter.setFont(font)
    painter.setPen(theme.muted)
    said = QFontMetricsF(font).elidedText(
        brief(note.text.replace("\n", " ")), Qt.TextElideMode.ElideRight, seen.width() - 20
    )
    painter.drawText(seen.topLeft() + QPointF(10, height * 1.35), said)


def _paint_paper(painter: QPainter, note: Note, seen: QRectF, camera: Camera, theme: Theme) -> None:
    painter.setPen(QPen(mix(theme.warning, theme.canvas, 0.5), 1))
    painter.setBrush(mix(theme.warning, theme.card, 0.12))
    radius = max(1.0, 4 * camera.scale)
    painter.drawRoundedRect(seen, radius, radius)
    height = 13.0 * camera.scale
    if height < _SMALLEST_TEXT:
        return
    inset = 10 * camera.scale
    painter.setFont(links.small_font(height))
    painter.setPen(theme.text)
    flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
    painter.save()
    painter.setClipRect(seen)
    painter.drawText(
        seen.adjusted(inset, inset, -inset, -inset), int(flags), brief(note.text, 5_000)
    )
    painter.restore()
