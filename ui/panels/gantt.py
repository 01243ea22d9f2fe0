"""The recovery as a chart: waiting, work and return of every service, with its objectives."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip

from bcp_planner.analysis.results import Recovery, State
from bcp_planner.domain.durations import Duration
from ui import icons, why, words
from ui.language import tr
from ui.models.gantt_rows import GanttRow, end_of, sentence
from ui.panels.time_axis import TimeScale
from ui.plain_text import brief
from ui.sizing import scaled
from ui.workspace import Workspace

_ROW, _HEAD, _NAMES = 26, 34, 230
"""Pixels of a row, of the axis and of the names, for letters of the usual size."""
_BAR, _PAD = 12.0, 12.0
_ROOM = 170
"""Right of the last return, for words."""
_LARGEST_ZOOM = 60.0


class GanttChart(QAbstractScrollArea):
    """Paints the rows in view; a click chooses a service, a click on the axis a moment.

    Signals:
        chosen(str): a service.
    """

    chosen = Signal(str)

    def __init__(self, space: Workspace) -> None:
        super().__init__()
        self._space = space
        self.rows: list[GanttRow] = []
        self._recovery: Recovery | None = None
        self._end: Duration = 1
        self._zoom = 1.0
        self._row, self._head = float(scaled(self, _ROW)), float(scaled(self, _HEAD))
        self._names = float(scaled(self, _NAMES))
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Recovery as a chart"))
        self.viewport().setMouseTracking(True)
        for signal in (space.situation.moment_changed, space.selection.changed):
            signal.connect(self.viewport().update)
        space.themes.changed.connect(self.viewport().update)

    def show_recovery(self, recovery: Recovery | None, rows: list[GanttRow]) -> None:
        """Draw another recovery, whose rows are given."""
        self._recovery, self.rows = recovery, rows
        self._end = end_of(self.rows, recovery) if recovery else 1
        self._settle()
        self.viewport().update()

    def scale(self) -> TimeScale:
        """Return where moments lie in the viewport now."""
        width = self._room() * self._zoom
        return TimeScale(
            self._names + _PAD - self.horizontalScrollBar().value(), max(40.0, width), self._end
        )

    def row_at(self, y: float) -> GanttRow | None:
        """Return the row under a height of the viewport."""
        number = int((y - self._head + self.verticalScrollBar().value()) // self._row)
        return self.rows[number] if y >= self._head and 0 <= number < len(self.rows) else None

    # ------------------------------------------------------------------------------ painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.viewport().rect(), self._space.theme.surface)
        scale, top = self.scale(), self.verticalScrollBar().value()
        first = max(0, int(top // self._row))
        last = min(len(self.rows), int((top + self.viewport().height()) // self._row) + 1)
        painter.setClipRect(
            QRectF(0, self._head, self.viewport().width(), self.viewport().height())
        )
        for number in range(first, last):
            self._paint_ground(painter, number, self._head + number * self._row - top)
        clip = QRectF(
            self._names, self._head, self.viewport().width() - self._names, self.viewport().height()
        )
        painter.setClipRect(clip)
        self._paint_grid(painter, scale)
        for number in range(first, last):
            self._paint_bars(
                painter, self.rows[number], self._head + number * self._row - top, scale
            )
        painter.setClipRect(QRectF(0, self._head, self._names, self.viewport().height()))
        for number in range(first, last):
            self._paint_name(painter, self.rows[number], self._head + number * self._row - top)
        painter.setClipping(False)
        self._paint_axis(painter, scale)
        painter.end()

    def _paint_ground(self, painter: QPainter, number: int, y: float) -> None:
        theme, row = self._space.theme, self.rows[number]
        box = QRectF(0, y, self.viewport().width(), self._row)
        if row.service in self._space.selection.services and row.service:
            painter.fillRect(box, theme.accent_soft)
        elif not row.service:
            painter.fillRect(box, theme.raised)
        painter.setPen(theme.border)
        painter.drawLine(QPointF(0, y + self._row - 0.5), QPointF(box.right(), y + self._row - 0.5))

    def _paint_name(self, painter: QPainter, row: GanttRow, y: float) -> None:
        theme = self._space.theme
        heading = not row.service
        painter.setFont(theme.font(bold=heading or row.critical))
        painter.setPen(theme.text if not heading else theme.muted)
        box = QRectF(10, y, self._names - 40, self._row)
        text = QFontMetricsF(painter.font()).elidedText(
            brief(row.name), Qt.TextElideMode.ElideRight, box.width()
        )
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), text)
        if row.misses:
            mark = icons.pixmap("warning", theme.error, 16, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(self._names - 26, y + (self._row - 16) / 2), mark)

    def _paint_grid(self, painter: QPainter, scale: TimeScale) -> None:
        painter.setPen(QPen(self._space.theme.border, 1))
        bottom = float(self.viewport().height())
        for tick in scale.ticks():
            x = round(scale.x(tick)) + 0.5
            painter.drawLine(QPointF(x, self._head), QPointF(x, bottom))
        if self._recovery is not None and self._recovery.declared > 0:
            x = scale.x(self._recovery.declared)
            painter.setPen(QPen(self._space.theme.muted, 1.4, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(x, self._head), QPointF(x, bottom))
        moment = self._space.situation.moment
        if moment is not None:
            x = scale.x(moment)
            painter.setPen(QPen(self._space.theme.accent, 2))
            painter.drawLine(QPointF(x, self._head), QPointF(x, bottom))

    def _paint_bars(self, painter: QPainter, row: GanttRow, y: float, scale: TimeScale) -> None:
        result, theme = row.result, self._space.theme
        if result is None:
            return
        if result.rides_through:
            self._paint_riding(painter, y, scale)
            return
        if result.down_at is None or result.up_at is None or result.start is None:
            return
        top, down = y + (self._row - _BAR) / 2, theme.state(State.DOWN)
        finish = result.finish if result.finish is not None else result.start
        waiting = _box(scale, result.down_at, result.up_at, top + 3, _BAR - 6)
        painter.fillRect(waiting, down.fill)
        painter.setPen(QPen(down.ink, 1, Qt.PenStyle.DotLine))
        painter.drawLine(
            QPointF(waiting.left(), y + self._row / 2), QPointF(waiting.right(), y + self._row / 2)
        )
        work = _box(scale, result.start, finish, top, _BAR)
        painter.setPen(QPen(theme.critical if row.critical else theme.accent, 1))
        painter.setBrush(theme.critical if row.critical else theme.accent)
        painter.drawRoundedRect(work, 2.5, 2.5)
        self._paint_up(painter, QPointF(scale.x(result.up_at), y + self._row / 2), theme.good)
        self._paint_target(painter, row.rto_at, result.rto_met, y, scale, filled=True)
        self._paint_target(painter, row.mtpd_at, result.mtpd_met, y, scale, filled=False)
        self._paint_late(painter, row, y, scale)

    def _paint_riding(self, painter: QPainter, y: float, scale: TimeScale) -> None:
        painter.setPen(QPen(self._space.theme.good, 1.5, Qt.PenStyle.DotLine))
        middle = y + self._row / 2
        painter.drawLine(QPointF(scale.x(0), middle), QPointF(scale.x(self._end), middle))

    def _paint_up(self, painter: QPainter, at: QPointF, colour: QColor) -> None:
        painter.setPen(QPen(self._space.theme.surface, 1.5))
        painter.setBrush(colour)
        painter.drawEllipse(at, 5.0, 5.0)

    def _paint_target(
        self,
        painter: QPainter,
        at: Duration | None,
        met: bool | None,
        y: float,
        scale: TimeScale,
        *,
        filled: bool,
    ) -> None:
        if at is None or at > self._end:
            return
        theme, x = self._space.theme, scale.x(at)
        colour = theme.error if met is False else theme.text
        painter.setPen(QPen(colour, 2))
        painter.drawLine(QPointF(x, y + 3), QPointF(x, y + self._row - 4))
        painter.setPen(QPen(colour, 1.4))
        painter.setBrush(colour if filled else theme.surface)
        flag = [QPointF(x - 4, y + 1.5), QPointF(x + 4, y + 1.5), QPointF(x, y + 7)]
        painter.drawPolygon(QPolygonF(flag))

    def _paint_late(self, painter: QPainter, row: GanttRow, y: float, scale: TimeScale) -> None:
        result, theme = row.result, self._space.theme
        if result is None or result.up_at is None:
            return
        text = row.teams
        painter.setPen(theme.muted)
        painter.setFont(theme.font(-1))
        if result.rto_met is False and result.slack is not None:
            text = tr("{value} late", value=words.duration(-result.slack)) + (
                f" · {text}" if text else ""
            )
            painter.setPen(theme.error)
        left = scale.x(result.up_at) + 11
        box = QRectF(left, y, max(0.0, self.viewport().width() - left), self._row)
        text = painter.fontMetrics().elidedText(
            brief(text), Qt.TextElideMode.ElideRight, round(box.width()) - 4
        )
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), text)

    def _paint_axis(self, painter: QPainter, scale: TimeScale) -> None:
        theme, width = self._space.theme, float(self.viewport().width())
        painter.fillRect(QRectF(0, 0, width, self._head), theme.surface)
        painter.setPen(theme.border)
        painter.drawLine(QPointF(0, self._head - 0.5), QPointF(width, self._head - 0.5))
        painter.drawLine(
            QPointF(self._names - 0.5, 0), QPointF(self._names - 0.5, self.viewport().height())
        )
        painter.setFont(theme.font(-1))
        painter.setClipRect(QRectF(self._names, 0, width - self._names, self._head))
        painter.setPen(theme.muted)
        line = self._head * 0.53
        for tick in scale.ticks(max(74.0, 2.2 * self._head)):
            box = QRectF(max(scale.x(tick), self._names + line) - 50, line * 0.9, 100, line)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words.moment(tick))
        if self._recovery is not None and self._recovery.declared > 0:
            x = scale.x(self._recovery.declared)
            painter.drawText(QRectF(x + 3, 1, 4 * self._head, line * 0.85), tr("declared"))
        self._paint_cursor(painter, scale)
        painter.setClipping(False)

    def _paint_cursor(self, painter: QPainter, scale: TimeScale) -> None:
        moment, theme = self._space.situation.moment, self._space.theme
        if moment is None:
            return
        text = words.moment(moment)
        width = QFontMetricsF(painter.font()).horizontalAdvance(text) + 12
        x = min(max(scale.x(moment), self._names + width / 2), self.viewport().width() - width / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.accent)
        label = QRectF(x - width / 2, self._head * 0.4, width, self._head * 0.55)
        painter.drawRoundedRect(label, 4, 4)
        painter.setPen(theme.on_accent)
        painter.drawText(label, int(Qt.AlignmentFlag.AlignCenter), text)

    # --------------------------------------------------------------------------------- input

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position()
        if place.y() < self._head and place.x() > self._names and self.rows:
            self._space.situation.move_to(self.scale().at(place.x()))
            return
        row = self.row_at(place.y())
        if row is not None and row.service:
            self._space.selection.set([row.service])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position()
        on_axis = place.y() < self._head and place.x() > self._names
        if event.buttons() & Qt.MouseButton.LeftButton and on_axis and self.rows:
            self._space.situation.move_to(self.scale().at(place.x()))
        shape = Qt.CursorShape.SplitHCursor if on_axis else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row = self.row_at(event.position().y())
        if row is not None and row.service:
            self.chosen.emit(row.service)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        key = Qt.Key(event.key())
        if key in steps:
            self._walk(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._space.selection.current:
            self.chosen.emit(self._space.selection.current)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        moment = self.scale().at(event.position().x())
        factor = 1.2 if event.angleDelta().y() > 0 else 1 / 1.2
        self._zoom = min(_LARGEST_ZOOM, max(1.0, self._zoom * factor))
        self._settle()
        shift = self.scale().x(moment) - event.position().x()
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() + round(shift))
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            row = self.row_at(event.pos().y())
            text = self._tip(row) if row is not None else ""
            QToolTip.showText(event.globalPos(), text, self.viewport())
            return True
        return super().viewportEvent(event)

    def _tip(self, row: GanttRow) -> str:
        said = escape(sentence(self._space.bridge.plan, row)).replace("\n", "<br>")
        reasons = why.tip(self._space, row.service, "start") if row.service else ""
        return f"<p>{said}</p>{reasons}"

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    def sizeHint(self) -> QSize:
        return QSize(640, 260)

    def _walk(self, step: int) -> None:
        services = [row.service for row in self.rows if row.service]
        current = self._space.selection.current
        number = services.index(current) + step if current in services else 0
        if services:
            wanted = services[min(max(0, number), len(services) - 1)]
            self._space.selection.set([wanted])
            self._show_row(wanted)

    def _show_row(self, service: str) -> None:
        number = next(i for i, row in enumerate(self.rows) if row.service == service)
        bar, room = self.verticalScrollBar(), self.viewport().height() - self._head
        top = number * self._row
        bar.setValue(round(min(max(bar.value(), top + self._row - room), top)))

    def _room(self) -> float:
        return max(80.0, self.viewport().width() - self._names - _PAD - scaled(self, _ROOM))

    def _settle(self) -> None:
        room = self.viewport().size()
        height = len(self.rows) * self._row + self._head
        self.verticalScrollBar().setRange(0, max(0, round(height - room.height())))
        self.verticalScrollBar().setPageStep(room.height())
        self.verticalScrollBar().setSingleStep(round(self._row))
        wide = self._room() * (self._zoom - 1)
        self.horizontalScrollBar().setRange(0, max(0, round(wide)))
        self.horizontalScrollBar().setPageStep(room.width())


def _box(scale: TimeScale, start: Duration, end: Duration, top: float, height: float) -> QRectF:
    left, right = scale.x(start), scale.x(end)
    return QRectF(left, top, max(2.0, right - left), height)
