"""Charts of the programme, painted: bars with their words, and lines over named versions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui.language import tr
from ui.plain_text import brief
from ui.theme import Theme
from ui.workspace import Workspace

_ROW_PAD, _PAD, _BAR = 10.0, 12.0, 10.0
_NAME_SHARE, _BAR_SHARE = 0.34, 0.26
_AXIS = 44.0


@dataclass(frozen=True, slots=True)
class BarRow:
    """One bar.

    Attributes:
        name: What it is about.
        share: How full, 0 to 1; None when there is nothing to count.
        figure: The number beside it.
        said: What follows from it, in words.
        tone: ``good``, ``warning``, ``error`` or ``accent``; always said in words as well.
    """

    name: str
    share: float | None
    figure: str
    said: str = ""
    tone: str = "accent"
    why: Callable[[], str] | None = None
    """Makes the tooltip, rich text; None for name, number and words."""


class BarChart(QWidget):
    """Rows of a name, a bar, its number, and words; as tall as its rows."""

    def __init__(self, space: Workspace, name: str) -> None:
        super().__init__()
        self._space = space
        self._rows: Sequence[BarRow] = ()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        space.themes.changed.connect(self.update)

    def show_rows(self, rows: Sequence[BarRow]) -> None:
        """Draw other bars."""
        self._rows = tuple(rows)
        self.setAccessibleDescription("; ".join(f"{r.name}: {r.figure} {r.said}" for r in rows))
        self.setFixedHeight(round(self._height() * max(1, len(rows)) + 2 * _PAD))
        self.update()

    def _height(self) -> float:
        return QFontMetricsF(self._space.theme.font()).height() + _ROW_PAD

    def sizeHint(self) -> QSize:
        return QSize(520, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._space.theme.font())
        for number, row in enumerate(self._rows):
            self._paint_row(painter, row, _PAD + number * self._height())
        painter.end()

    def _paint_row(self, painter: QPainter, row: BarRow, y: float) -> None:
        theme, tall, wide = self._space.theme, self._height(), self.width() - 2 * _PAD
        name_end, bar = _PAD + wide * _NAME_SHARE, wide * _BAR_SHARE
        _write(painter, QRectF(_PAD, y, wide * _NAME_SHARE - 8, tall), row.name, theme.text)
        groove = QRectF(name_end, y + (tall - _BAR) / 2, bar, _BAR)
        painter.setPen(QPen(theme.border_strong, 1))
        painter.setBrush(theme.sunken)
        painter.drawRoundedRect(groove, 3, 3)
        if row.share:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(_tone(theme, row.tone))
            full = QRectF(groove)
            full.setWidth(max(4.0, groove.width() * min(1.0, row.share)))
            painter.drawRoundedRect(full, 3, 3)
        figure = QFontMetricsF(painter.font()).horizontalAdvance("000 of 000 ")
        _write(painter, QRectF(name_end + bar + 10, y, figure, tall), row.figure, theme.text)
        left = name_end + bar + 10 + figure
        _write(painter, QRectF(left, y, self.width() - _PAD - left, tall), row.said, theme.muted)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            place = int((event.pos().y() - _PAD) / self._height())
            row = self._rows[place] if 0 <= place < len(self._rows) else None
            said = f"{row.name}: {row.figure}\n{row.said}" if row else ""
            if row is not None and row.why is not None:
                said = row.why()
            QToolTip.showText(event.globalPos(), said, self)
            return True
        return super().event(event)


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its name, and a value from 0 to 1 at each place, None where it is not known."""

    name: str
    values: Sequence[float | None]


class LineChart(QWidget):
    """Shares over named versions, each line with a mark of its own and its name at its end."""

    def __init__(self, space: Workspace, name: str) -> None:
        super().__init__()
        self._space = space
        self._places: Sequence[str] = ()
        self._lines: Sequence[Line] = ()
        self.setAccessibleName(name)
        self.setMinimumSize(360, 200)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        space.themes.changed.connect(self.update)

    def show_lines(self, places: Sequence[str], lines: Sequence[Line]) -> None:
        """Draw other lines; `places` are the names below the axis."""
        self._places, self._lines = tuple(places), tuple(lines)
        said = [
            f"{line.name}: "
            + ", ".join(
                f"{place} {_percent(value)}"
                for place, value in zip(places, line.values, strict=True)
            )
            for line in lines
        ]
        self.setAccessibleDescription("; ".join(said))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._space.theme.font(-0.5))
        if self._places:
            self._paint_axes(painter)
            for number, line in enumerate(self._lines):
                self._paint_line(painter, number, line)
        painter.end()

    def _area(self) -> QRectF:
        line = QFontMetricsF(self._space.theme.font(-0.5)).height()
        names = self.width() * 0.36
        return QRectF(_AXIS, _PAD, self.width() - _AXIS - names, self.height() - 2 * _PAD - line)

    def _x(self, place: int) -> float:
        area, gaps = self._area(), max(1, len(self._places) - 1)
        return area.left() + area.width() * place / gaps

    def _paint_axes(self, painter: QPainter) -> None:
        theme, area = self._space.theme, self._area()
        line = QFontMetricsF(painter.font()).height()
        for quarter in range(5):
            y = area.bottom() - area.height() * quarter / 4
            painter.setPen(QPen(theme.border, 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(theme.muted)
            box = QRectF(0, y - line / 2, _AXIS - 6, line)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignRight), f"{25 * quarter} %")
        room = area.width() / max(1, len(self._places) - 1)
        for place, name in enumerate(self._places):
            wide = min(max(60.0, room - 6), 2 * self._x(place))
            box = QRectF(self._x(place) - wide / 2, area.bottom() + 4, wide, line)
            _write(painter, box, name, theme.muted, centred=True)

    def _paint_line(self, painter: QPainter, number: int, line: Line) -> None:
        theme, area = self._space.theme, self._area()
        colours = (theme.text, theme.accent, theme.good, theme.warning, theme.error, theme.critical)
        colour = colours[number % len(colours)]
        points = [
            QPointF(self._x(place), area.bottom() - area.height() * value)
            for place, value in enumerate(line.values)
            if value is not None
        ]
        painter.setPen(QPen(colour, 2.6 if number == 0 else 1.4))
        painter.drawPolyline(points)
        for point in points:
            _mark(painter, number, point, colour)
        tall = QFontMetricsF(painter.font()).height() + 3
        y = area.top() + number * tall
        left = area.right() + 22
        _mark(painter, number, QPointF(left - 8, y + tall / 2), colour)
        said = f"{line.name}  {_percent(line.values[-1])}"
        _write(painter, QRectF(left, y, self.width() - left - 4, tall), said, theme.text)


def _mark(painter: QPainter, number: int, at: QPointF, colour: QColor) -> None:
    """Draw the mark of a line: circle, square, diamond or triangle, filled or not."""
    painter.save()
    painter.translate(at)
    painter.setBrush(colour if number < 4 else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, 1.4))
    shape = number % 4
    if shape == 0:
        painter.drawEllipse(QPointF(0, 0), 3.6, 3.6)
    elif shape == 1:
        painter.drawRect(QRectF(-3.2, -3.2, 6.4, 6.4))
    elif shape == 2:
        painter.drawPolygon([QPointF(0, -4.5), QPointF(4.5, 0), QPointF(0, 4.5), QPointF(-4.5, 0)])
    else:
        painter.drawPolygon([QPointF(0, -4.2), QPointF(4.2, 3.4), QPointF(-4.2, 3.4)])
    painter.restore()


def _write(
    painter: QPainter, box: QRectF, text: str, colour: QColor, *, centred: bool = False
) -> None:
    metrics = QFontMetricsF(painter.font())
    short = metrics.elidedText(brief(text), Qt.TextElideMode.ElideRight, box.width())
    across = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft
    painter.setPen(colour)
    painter.drawText(box, int(across | Qt.AlignmentFlag.AlignVCenter), short)


def _tone(theme: Theme, tone: str) -> QColor:
    tones = {"good": theme.good, "warning": theme.warning, "error": theme.error}
    return tones.get(tone, theme.accent)


def _percent(share: float | None) -> str:
    return tr("nothing to count") if share is None else f"{100 * share:.0f} %"
