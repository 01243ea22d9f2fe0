"""Charts of the simulation, painted: how outcomes spread, and which estimate moves them most."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from bcp_planner.analysis.results import Bar, Percentiles
from bcp_planner.domain.durations import Duration
from ui import words
from ui.language import tr
from ui.panels.time_axis import TimeScale
from ui.plain_text import brief, plain
from ui.workspace import Workspace

_PAD, _FOOT, _HEAD = 14.0, 24.0, 22.0
_MOST_BARS = 40
_TORNADO_ROW, _NAMES = 24.0, 170.0
_MOST_ROWS = 20


class Histogram(QWidget):
    """How often everything was back by when, with P50, P80 and P95 marked."""

    def __init__(self, space: Workspace) -> None:
        super().__init__()
        self._space = space
        self._times: Sequence[Duration] = ()
        self._never = 0
        self._marks: Percentiles | None = None
        self._bins: list[int] = []
        self._first: Duration = 0
        self._end: Duration = 1
        self.setMinimumSize(220, 120)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("Histogram of when everything is back"))
        space.themes.changed.connect(self.update)

    def show_times(self, times: Sequence[Duration | None], marks: Percentiles | None) -> None:
        """Draw other outcomes."""
        self._times = [time for time in times if time is not None]
        self._never = len(times) - len(self._times)
        self._marks = marks
        self._count()
        self.setAccessibleDescription(self._in_words())
        self.update()

    def _count(self) -> None:
        if not self._times:
            self._bins = []
            return
        self._first, last = min(self._times), max(self._times)
        self._end = max(1, last - self._first)
        number = min(_MOST_BARS, max(1, round(len(self._times) ** 0.5)))
        self._bins = [0] * number
        for time in self._times:
            self._bins[min(number - 1, (time - self._first) * number // self._end)] += 1

    def _in_words(self) -> str:
        if self._marks is None or not self._times:
            return tr("No outcome yet.")
        marks = self._marks
        return tr(
            "From {min} to {max}; P50 {p50}, P80 {p80}, P95 {p95}.",
            min=words.moment(min(self._times)),
            max=words.moment(max(self._times)),
            p50=words.moment(marks.p50),
            p80=words.moment(marks.p80),
            p95=words.moment(marks.p95),
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._space.theme.font(-1))
        if self._bins:
            scale = TimeScale(_PAD, self.width() - 2 * _PAD, self._end)
            self._paint_bins(painter)
            self._paint_axis(painter, scale)
            self._paint_marks(painter, scale)
        painter.end()

    def _paint_bins(self, painter: QPainter) -> None:
        theme, most = self._space.theme, max(self._bins)
        width = (self.width() - 2 * _PAD) / len(self._bins)
        room = self.height() - _FOOT - _HEAD - 16
        painter.setPen(QPen(theme.accent, 1))
        painter.setBrush(theme.accent_soft)
        for place, count in enumerate(self._bins):
            height = room * count / most
            top = self.height() - _FOOT - height
            painter.drawRect(QRectF(_PAD + place * width + 0.5, top, max(1.0, width - 1), height))

    def _paint_axis(self, painter: QPainter, scale: TimeScale) -> None:
        theme, y = self._space.theme, self.height() - _FOOT
        painter.setPen(theme.border_strong)
        painter.drawLine(QPointF(_PAD, y), QPointF(self.width() - _PAD, y))
        painter.setPen(theme.muted)
        step = TimeScale(_PAD, scale.width, self._end).step(96)
        tick = -(-self._first // step) * step
        while tick <= self._first + self._end:
            x = scale.x(tick - self._first)
            box = QRectF(min(max(x - 60, 0), self.width() - 120), y + 3, 120, 18)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words.moment(tick))
            tick += step

    def _paint_marks(self, painter: QPainter, scale: TimeScale) -> None:
        theme, marks = self._space.theme, self._marks
        if marks is None:
            return
        taken = -100.0
        for name, at in (("P50", marks.p50), ("P80", marks.p80), ("P95", marks.p95)):
            if at is None:
                continue
            x = scale.x(at - self._first)
            painter.setPen(QPen(theme.critical, 1.5, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(x, _HEAD), QPointF(x, self.height() - _FOOT))
            width = QFontMetricsF(painter.font()).horizontalAdvance(name) + 6
            left = min(max(x - width / 2, taken), self.width() - width)
            painter.drawText(QRectF(left, 3, width, 18), int(Qt.AlignmentFlag.AlignCenter), name)
            taken = left + width

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._tip(event.pos().x()), self)
            return True
        return super().event(event)

    def _tip(self, x: float) -> str:
        if not self._bins:
            return ""
        place = int((x - _PAD) * len(self._bins) / max(1.0, self.width() - 2 * _PAD))
        if not 0 <= place < len(self._bins):
            return self._in_words()
        low = self._first + self._end * place // len(self._bins)
        high = self._first + self._end * (place + 1) // len(self._bins)
        total = len(self._times) + self._never
        share = f"{100 * self._bins[place] / total:.1f} %"
        return tr(
            "{bins:,} trials ({share}): {low} to {high}",
            bins=self._bins[place],
            share=share,
            low=words.moment(low),
            high=words.moment(high),
        )


class Tornado(QWidget):
    """Bars of how far each uncertain estimate alone moves the result, the widest first.

    Signals:
        chosen(str): the service of a bar.
    """

    chosen = Signal(str)

    def __init__(self, space: Workspace) -> None:
        super().__init__()
        self._space = space
        self._bars: Sequence[Bar] = ()
        self._likely: Duration = 0
        self._current = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Which estimate moves the result most"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        space.themes.changed.connect(self.update)

    def show_bars(self, bars: Sequence[Bar], likely: Duration | None) -> None:
        """Draw other bars; `likely` is the result with likely times."""
        self._bars = [bar for bar in bars if bar.swing > 0][:_MOST_ROWS]
        self._likely = likely or 0
        self._current = 0
        said = "; ".join(self._in_words(bar) for bar in self._bars[:5])
        self.setAccessibleDescription(said or tr("No uncertain estimate moves it."))
        self.setMinimumHeight(round(_HEAD + len(self._bars) * _TORNADO_ROW + 6))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, round(_HEAD + max(3, len(self._bars)) * _TORNADO_ROW + 6))

    def _in_words(self, bar: Bar) -> str:
        name = words.title(self._space.bridge.plan, bar.service)
        return tr(
            "{name}: {low} to {high}",
            name=name,
            low=words.duration(bar.low, tr("never")),
            high=words.duration(bar.high, tr("never")),
        )

    def _range(self) -> tuple[Duration, Duration]:
        ends = [end for bar in self._bars for end in (bar.low, bar.high) if end is not None]
        return min([*ends, self._likely]), max([*ends, self._likely])

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._bars:
            low, high = self._range()
            left = min(_NAMES, self.width() * 0.4)
            room = max(40.0, self.width() - left - 2 * _PAD)
            scale = TimeScale(left + _PAD, room, max(1, high - low))
            for number, bar in enumerate(self._bars):
                self._paint_bar(painter, number, bar, scale, low, high)
            self._paint_middle(painter, scale, low)
        painter.end()

    def _paint_bar(
        self,
        painter: QPainter,
        number: int,
        bar: Bar,
        scale: TimeScale,
        low: Duration,
        high: Duration,
    ) -> None:
        theme, y = self._space.theme, _HEAD + number * _TORNADO_ROW
        if self.hasFocus() and number == self._current:
            painter.fillRect(QRectF(0, y, self.width(), _TORNADO_ROW), theme.accent_soft)
        painter.setFont(theme.font(-0.5))
        name = words.title(self._space.bridge.plan, bar.service)
        box = QRectF(8, y, scale.left - _PAD - 8, _TORNADO_ROW)
        short = QFontMetricsF(painter.font()).elidedText(
            brief(name), Qt.TextElideMode.ElideRight, box.width()
        )
        painter.setPen(theme.text)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), short)
        ends = [low if bar.low is None else bar.low, high if bar.high is None else bar.high]
        middle = scale.x(self._likely - low)
        for end, tone in zip(ends, (theme.good, theme.warning), strict=True):
            x = scale.x(end - low)
            painter.setPen(QPen(tone, 1))
            fill = type(tone)(tone)
            fill.setAlpha(70)
            painter.setBrush(fill)
            painter.drawRect(QRectF(min(x, middle), y + 5, abs(x - middle), _TORNADO_ROW - 10))

    def _paint_middle(self, painter: QPainter, scale: TimeScale, low: Duration) -> None:
        theme, x = self._space.theme, scale.x(self._likely - low)
        painter.setPen(QPen(theme.text, 1.2))
        painter.drawLine(QPointF(x, _HEAD - 2), QPointF(x, _HEAD + len(self._bars) * _TORNADO_ROW))
        painter.setPen(theme.muted)
        painter.setFont(theme.font(-1))
        left = min(max(x - 90, scale.left - _PAD), self.width() - 180)
        text = tr("likely: {likely}", likely=words.duration(self._likely))
        painter.drawText(QRectF(left, 0, 180, 18), int(Qt.AlignmentFlag.AlignCenter), text)

    def _row(self, y: float) -> int | None:
        number = int((y - _HEAD) // _TORNADO_ROW)
        return number if 0 <= number < len(self._bars) and y >= _HEAD else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self._row(event.position().y())
        if number is not None:
            self._current = number
            self.chosen.emit(self._bars[number].service)
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        key = Qt.Key(event.key())
        if key in steps and self._bars:
            self._current = min(max(0, self._current + steps[key]), len(self._bars) - 1)
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._bars:
            self.chosen.emit(self._bars[self._current].service)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            number = self._row(event.pos().y())
            text = self._in_words(self._bars[number]) if number is not None else ""
            QToolTip.showText(event.globalPos(), plain(text), self)
            return True
        return super().event(event)
