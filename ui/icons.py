"""Icons in the colours of the theme, from the shipped drawings."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPixmap
from PySide6.QtSvg import QSvgRenderer

import resources
from bcp_planner.analysis.results import Severity, State
from ui.theme import Shape, Theme

_SIZES = (16, 20, 24, 32, 48)
_SCALES = (1.0, 2.0)


@cache
def _source(name: str) -> str:
    return resources.path(f"icons/{name}.svg").read_text(encoding="utf-8")


def pixmap(name: str, colour: QColor, size: int, scale: float = 1.0) -> QPixmap:
    """Return one drawing in one colour; `size` in logical pixels."""
    drawing = _source(name).replace("currentColor", colour.name())
    renderer = QSvgRenderer(QByteArray(drawing.encode()))
    picture = _blank(size, scale)
    painter = QPainter(picture)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return picture


def icon(name: str, theme: Theme) -> QIcon:
    """Return an icon for buttons and menus, with its paler disabled look."""
    return _icon(name, theme.text.name(), theme.border_strong.name())


@cache
def _icon(name: str, colour: str, disabled: str) -> QIcon:
    made = QIcon()
    for mode, tint in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Disabled, disabled)):
        for size in (16, 24):
            for scale in _SCALES:
                made.addPixmap(pixmap(name, QColor(tint), size, scale), mode)
    return made


@cache
def app_icon() -> QIcon:
    """Return the program's own icon."""
    made = QIcon()
    for size in (*_SIZES, 128):
        made.addPixmap(pixmap("app", QColor(), size))
    return made


@cache
def tinted(name: str, colour: str, size: int = 16) -> QIcon:
    """Return an icon in one given colour (its `QColor.name()`), for lists."""
    made = QIcon()
    for scale in _SCALES:
        made.addPixmap(pixmap(name, QColor(colour), size, scale))
    return made


def severity_icon(severity: Severity, theme: Theme) -> QIcon:
    """Return the mark of a finding's severity."""
    colours = {
        Severity.ERROR: theme.error,
        Severity.WARNING: theme.warning,
        Severity.NOTE: theme.note,
    }
    return tinted(severity.value, colours[severity].name())


def kind_icon(kind: str, theme: Theme) -> QIcon:
    """Return the mark of a kind of service."""
    return tinted(f"kind-{kind}", theme.muted.name())


def state_icon(state: State, theme: Theme) -> QIcon:
    """Return the mark of a state: its shape in its colour."""
    look = theme.state(state)
    return _shape_icon(look.shape, look.ink.name(), theme.surface.name())


@cache
def _shape_icon(shape: Shape, ink: str, paper: str) -> QIcon:
    made = QIcon()
    for scale in _SCALES:
        picture = _blank(16, scale)
        painter = QPainter(picture)
        paint_shape(painter, shape, QRectF(1.5, 1.5, 13, 13), QColor(ink), QColor(paper))
        painter.end()
        made.addPixmap(picture)
    return made


def paint_shape(painter: QPainter, shape: Shape, box: QRectF, ink: QColor, paper: QColor) -> None:
    """Paint the mark of a state into a box: filled with ink, its inside in the paper's colour."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawPath(_outline(shape, box))
    _PAINT_INSIDE[shape](painter, box, paper)
    painter.restore()


def _outline(shape: Shape, box: QRectF) -> QPainterPath:
    path = QPainterPath()
    if shape is Shape.RING:
        path.addEllipse(box)
    elif shape is Shape.CROSS:
        path.addRoundedRect(box, box.width() * 0.16, box.width() * 0.16)
    elif shape is Shape.TRIANGLE:
        path.moveTo(box.center().x(), box.top())
        path.lineTo(box.bottomRight())
        path.lineTo(box.bottomLeft())
        path.closeSubpath()
    else:
        path.moveTo(box.center().x(), box.top())
        path.lineTo(box.right(), box.center().y())
        path.lineTo(box.center().x(), box.bottom())
        path.lineTo(box.left(), box.center().y())
        path.closeSubpath()
    return path


def _paint_hole(painter: QPainter, box: QRectF, paper: QColor) -> None:
    painter.setBrush(paper)
    painter.drawEllipse(box.center(), box.width() * 0.26, box.height() * 0.26)


def _paint_bar(painter: QPainter, box: QRectF, paper: QColor) -> None:
    width, centre = box.width(), box.center()
    painter.fillRect(
        QRectF(centre.x() - width * 0.06, box.top() + width * 0.38, width * 0.12, width * 0.28),
        paper,
    )
    painter.fillRect(
        QRectF(centre.x() - width * 0.06, box.top() + width * 0.74, width * 0.12, width * 0.12),
        paper,
    )


def _paint_minus(painter: QPainter, box: QRectF, paper: QColor) -> None:
    width, centre = box.width(), box.center()
    painter.fillRect(
        QRectF(centre.x() - width * 0.22, centre.y() - width * 0.065, width * 0.44, width * 0.13),
        paper,
    )


def _paint_cross(painter: QPainter, box: QRectF, paper: QColor) -> None:
    pen = painter.pen()
    pen.setStyle(Qt.PenStyle.SolidLine)
    pen.setColor(paper)
    pen.setWidthF(box.width() * 0.15)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    inner = box.adjusted(*(box.width() * part for part in (0.28, 0.28, -0.28, -0.28)))
    painter.drawLine(inner.topLeft(), inner.bottomRight())
    painter.drawLine(inner.topRight(), inner.bottomLeft())


_PAINT_INSIDE = {
    Shape.RING: _paint_hole,
    Shape.TRIANGLE: _paint_bar,
    Shape.DIAMOND: _paint_minus,
    Shape.CROSS: _paint_cross,
}


def _blank(size: int, scale: float) -> QPixmap:
    picture = QPixmap(round(size * scale), round(size * scale))
    picture.setDevicePixelRatio(scale)
    picture.fill(Qt.GlobalColor.transparent)
    return picture
