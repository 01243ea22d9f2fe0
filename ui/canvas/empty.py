"""What an empty canvas says: what to do first."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from ui.canvas.colours import mix
from ui.canvas.links import small_font
from ui.canvas.scene import CARD_H, CARD_W
from ui.language import mark, shown
from ui.theme import Theme

TITLE = mark("Double-click to add your first service")
LINES = (
    mark(
        "A service is anything that can be lost: a process, an application, a building, a supplier."
    ),
    mark("Then drag from its lower edge to what it needs. Tab adds the next one."),
)


def paint_empty(painter: QPainter, area: QRectF, theme: Theme) -> None:
    """Paint the invitation into the middle of an empty canvas."""
    middle = area.center() - QPointF(0, 40)
    card = QRectF(0, 0, CARD_W, CARD_H)
    card.moveCenter(middle)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(mix(theme.card, theme.canvas, 0.7))
    painter.setPen(QPen(theme.border_strong, 1.5, Qt.PenStyle.DashLine))
    painter.drawRoundedRect(card, 9, 9)
    painter.setPen(QPen(theme.accent, 2.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    for dx, dy in ((11.0, 0.0), (0.0, 11.0)):
        painter.drawLine(middle - QPointF(dx, dy), middle + QPointF(dx, dy))
    _line(painter, shown(TITLE), card.bottom() + 34, area, 19, theme, strong=True)
    for number, text in enumerate(LINES):
        _line(painter, shown(text), card.bottom() + 66 + number * 22, area, 13, theme, strong=False)


def _line(
    painter: QPainter, text: str, y: float, area: QRectF, size: float, theme: Theme, *, strong: bool
) -> None:
    painter.setFont(small_font(size, bold=strong))
    painter.setPen(theme.text if strong else theme.muted)
    place = QRectF(area.left() + 16, y - 14, area.width() - 32, 28)
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, text)
