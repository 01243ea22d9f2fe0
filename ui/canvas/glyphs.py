"""Small vector signs: one for each kind of service, one for each status."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from ui.canvas.states import Status

_SIZE = 24.0


def _rects(*rects: tuple[float, float, float, float], radius: float = 1.5) -> QPainterPath:
    path = QPainterPath()
    for x, y, w, h in rects:
        path.addRoundedRect(QRectF(x, y, w, h), radius, radius)
    return path


def _lines(*lines: tuple[tuple[float, float], ...]) -> QPainterPath:
    path = QPainterPath()
    for points in lines:
        path.moveTo(*points[0])
        for point in points[1:]:
            path.lineTo(*point)
    return path


def _circle(path: QPainterPath, x: float, y: float, r: float) -> QPainterPath:
    path.addEllipse(QPointF(x, y), r, r)
    return path


def _product() -> QPainterPath:
    return _lines(
        ((12, 3), (20, 7.5), (20, 16.5), (12, 21), (4, 16.5), (4, 7.5), (12, 3)),
        ((4, 7.5), (12, 12), (20, 7.5)),
        ((12, 12), (12, 21)),
    )


def _process() -> QPainterPath:
    return _lines(
        ((3, 6), (9, 6), (12, 12), (9, 18), (3, 18), (6, 12), (3, 6)),
        ((12, 6), (18, 6), (21, 12), (18, 18), (12, 18), (15, 12), (12, 6)),
    )


def _application() -> QPainterPath:
    path = _rects((3, 4, 18, 16), radius=2)
    path.addPath(_lines(((3, 9), (21, 9)), ((6, 6.5), (6.5, 6.5)), ((9, 6.5), (9.5, 6.5))))
    return path


def _data() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QRectF(4, 3, 16, 6))
    path.moveTo(4, 6)
    path.lineTo(4, 18)
    path.arcTo(QRectF(4, 15, 16, 6), 180, 180)
    path.lineTo(20, 6)
    path.moveTo(4, 12)
    path.arcTo(QRectF(4, 9, 16, 6), 180, 180)
    return path


def _infrastructure() -> QPainterPath:
    path = _rects((3, 4, 18, 7), (3, 13, 18, 7), radius=1.5)
    path.addPath(
        _lines(((6.5, 7.5), (7.5, 7.5)), ((6.5, 16.5), (7.5, 16.5)), ((12, 7.5), (18, 7.5)))
    )
    return path


def _network() -> QPainterPath:
    path = _lines(((12, 9), (12, 13)), ((5, 17), (5, 13), (19, 13), (19, 17)))
    path.addPath(_rects((9, 3, 6, 6), (2, 17, 6, 4), (16, 17, 6, 4), radius=1))
    return path


def _facility() -> QPainterPath:
    path = _rects((5, 3, 14, 18), radius=1)
    path.addPath(
        _lines(
            ((9, 7), (10, 7)),
            ((14, 7), (15, 7)),
            ((9, 11), (10, 11)),
            ((14, 11), (15, 11)),
            ((10, 21), (10, 16), (14, 16), (14, 21)),
        )
    )
    return path


def _people() -> QPainterPath:
    path = _circle(QPainterPath(), 9, 8, 3.5)
    path.moveTo(2.5, 20)
    path.cubicTo(2.5, 11.5, 15.5, 11.5, 15.5, 20)
    path.moveTo(15, 4.8)
    path.cubicTo(19.5, 5.2, 19.5, 10.8, 15.5, 11.4)
    path.moveTo(17.5, 14)
    path.cubicTo(20.5, 15, 21.5, 17, 21.5, 20)
    return path


def _equipment() -> QPainterPath:
    path = _circle(QPainterPath(), 12, 12, 3.2)
    path = _circle(path, 12, 12, 6.4)
    spokes = ((12, 2.5), (18.7, 5.3), (21.5, 12), (18.7, 18.7))
    for x, y in (*spokes, *((24 - a, 24 - b) for a, b in spokes)):
        path.moveTo(x, y)
        path.lineTo(12 + (x - 12) * 0.68, 12 + (y - 12) * 0.68)
    return path


def _supplier() -> QPainterPath:
    path = _lines(
        ((2, 16.5), (2, 6), (14, 6), (14, 16.5), (8.5, 16.5)),
        ((14, 9.5), (18.5, 9.5), (22, 13), (22, 16.5), (20, 16.5)),
        ((15.5, 16.5), (14, 16.5)),
        ((4, 16.5), (2, 16.5)),
    )
    path = _circle(path, 6.2, 17, 2.2)
    return _circle(path, 17.7, 17, 2.2)


_KINDS = {
    "product": _product,
    "process": _process,
    "application": _application,
    "data": _data,
    "infrastructure": _infrastructure,
    "network": _network,
    "facility": _facility,
    "people": _people,
    "equipment": _equipment,
    "supplier": _supplier,
}


@cache
def kind_path(kind: str) -> QPainterPath:
    """Return the outline of a kind's sign in a square of 24."""
    return _KINDS.get(kind, _application)()


def draw_kind(painter: QPainter, kind: str, rect: QRectF, ink: QColor) -> None:
    """Draw the sign of a kind into a square."""
    painter.save()
    painter.translate(rect.topLeft())
    scale = rect.width() / _SIZE
    painter.scale(scale, scale)
    painter.setPen(
        QPen(ink, 1.7, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    )
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(kind_path(kind))
    painter.restore()


@cache
def _status_shape(status: Status) -> QPainterPath:
    """Return the outer shape of a status mark around 0, 0 with radius 1."""
    path = QPainterPath()
    if status is Status.AT_RISK:
        path.addPolygon([QPointF(0, -1.1), QPointF(1.1, 0.9), QPointF(-1.1, 0.9)])
        path.closeSubpath()
    elif status is Status.DEGRADED:
        path.addPolygon([QPointF(0, -1.15), QPointF(1.15, 0), QPointF(0, 1.15), QPointF(-1.15, 0)])
        path.closeSubpath()
    elif status is Status.FAILED:
        path.addRect(QRectF(-0.95, -0.95, 1.9, 1.9))
    else:
        path.addEllipse(QPointF(0, 0), 1.0, 1.0)
    return path


@cache
def _status_sign(status: Status) -> QPainterPath:
    """Return the sign inside a status mark."""
    if status is Status.AT_RISK:
        return _lines(((0, -0.3), (0, 0.25)), ((0, 0.58), (0, 0.6)))
    if status is Status.DEGRADED:
        return _lines(((0, -0.5), (0, 0.45)), ((-0.4, 0.08), (0, 0.48), (0.4, 0.08)))
    if status is Status.DOWN:
        return _lines(((-0.42, -0.42), (0.42, 0.42)), ((-0.42, 0.42), (0.42, -0.42)))
    if status is Status.FAILED:
        return _lines(((0.2, -0.65), (-0.3, 0.08), (0.3, 0.0), (-0.2, 0.68)))
    if status is Status.WORKING:
        return _lines(((-0.3, -0.45), (0.45, 0), (-0.3, 0.45), (-0.3, -0.45)))
    return _lines(((-0.45, 0.02), (-0.1, 0.38), (0.48, -0.35)))


def draw_status(
    painter: QPainter, status: Status, centre: QPointF, radius: float, ink: QColor, paper: QColor
) -> None:
    """Draw the mark of a status: its shape in ink, its sign in the colour of the paper."""
    if status in (Status.NONE, Status.UP):
        return
    painter.save()
    painter.translate(centre)
    painter.scale(radius, radius)
    painter.setPen(QPen(paper, 0.22))
    painter.setBrush(ink)
    painter.drawPath(_status_shape(status))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(
        QPen(paper, 0.24, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    )
    painter.drawPath(_status_sign(status))
    painter.restore()


def draw_pin(painter: QPainter, centre: QPointF, size: float, ink: QColor) -> None:
    """Draw the pin of a card that automatic layout leaves alone."""
    painter.save()
    painter.translate(centre)
    painter.scale(size / _SIZE, size / _SIZE)
    painter.setPen(QPen(ink, 2.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.setBrush(ink)
    painter.drawPath(_rects((-4, -10, 8, 9), (-7, -2, 14, 3), radius=1))
    painter.drawLine(QPointF(0, 1), QPointF(0, 10))
    painter.restore()
