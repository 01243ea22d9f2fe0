"""Impact over time: a small curve for each category, and the MTPD that follows from it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from bcp_planner.domain.durations import DAY, HOUR, MINUTE, WEEK, Duration
from bcp_planner.domain.fields import FieldOf
from bcp_planner.domain.service import IMPACT_LEVELS, ImpactPoint, suggested_mtpd, with_impact
from ui import words
from ui.bridge import PlanBridge
from ui.forms.editors import quiet_combo
from ui.forms.lists import RecordsEditor
from ui.language import mark, tr
from ui.theme import ThemeStore

CATEGORIES = (
    mark("Financial"),
    mark("Customer"),
    mark("Legal"),
    mark("People"),
    mark("Reputation"),
)
TIMES: tuple[tuple[str, Duration], ...] = (
    ("15m", 15 * MINUTE),
    ("1h", HOUR),
    ("4h", 4 * HOUR),
    ("8h", 8 * HOUR),
    ("1d", DAY),
    ("2d", 2 * DAY),
    ("3d", 3 * DAY),
    ("1w", WEEK),
    ("2w", 2 * WEEK),
    ("1mo", 30 * DAY),
)
"""The elapsed times that people are asked about, with what stands below the curve."""
_LEFT, _BOTTOM, _TOP = 76.0, 20.0, 8.0


class ImpactCurve(QWidget):
    """Severity of one category by time. Click, or arrows: left and right the time, up and down.

    Signals:
        changed(int, str): from this time in milliseconds on it is this severe.
    """

    changed = Signal(object, str)

    def __init__(self, themes: ThemeStore) -> None:
        super().__init__()
        self._themes = themes
        self._points: Sequence[ImpactPoint] = ()
        self._category = ""
        self.column = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Impact over time"))
        self.setToolTip(
            tr(
                "Click how severe it is from a time on.\nWith the keyboard: left and right "
                "choose the time, up and down the severity."
            )
        )
        themes.changed.connect(self.update)

    def show_points(self, points: Sequence[ImpactPoint], category: str) -> None:
        """Show the curves, one of them to be edited."""
        self._points, self._category = points, category
        self._describe()
        self.update()

    def level(self, column: int, category: str) -> int:
        """Return how severe a category is at one of the times, 0 to 4."""
        until = TIMES[column][1]
        levels = (
            IMPACT_LEVELS.index(point.level)
            for point in self._points
            if point.category == category and point.after <= until
        )
        return max(levels, default=0)

    # ------------------------------------------------------------------------------- inside

    def _spot(self, column: int, level: int) -> QPointF:
        area = self._area()
        step = area.width() / len(TIMES)
        rise = area.height() / (len(IMPACT_LEVELS) - 1)
        return QPointF(area.left() + (column + 0.5) * step, area.bottom() - level * rise)

    def _area(self) -> QRectF:
        return QRectF(self.rect()).adjusted(_LEFT, _TOP, -4, -_BOTTOM)

    def _set(self, column: int, level: int) -> None:
        self.column = max(0, min(len(TIMES) - 1, column))
        level = max(0, min(len(IMPACT_LEVELS) - 1, level))
        if level != self.level(self.column, self._category):
            self.changed.emit(TIMES[self.column][1], IMPACT_LEVELS[level])
        self._describe()
        self.update()

    def _describe(self) -> None:
        said = IMPACT_LEVELS[self.level(self.column, self._category)]
        after = words.duration(TIMES[self.column][1])
        self.setAccessibleDescription(
            tr("{category} after {after}: {said}", category=self._category, after=after, said=said)
        )

    # ---------------------------------------------------------------------------- Qt's names

    def sizeHint(self) -> QSize:
        return QSize(280, 138)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        area, at = self._area(), event.position()
        rise = area.height() / (len(IMPACT_LEVELS) - 1)
        column = int((at.x() - area.left()) / area.width() * len(TIMES))
        if event.button() == Qt.MouseButton.LeftButton and at.x() >= area.left():
            self._set(column, round((area.bottom() - at.y()) / rise))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        now = self.level(self.column, self._category)
        ways = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, 1),
            Qt.Key.Key_Down: (0, -1),
        }
        way = ways.get(Qt.Key(event.key()))
        if way is None:
            super().keyPressEvent(event)
        elif way[0]:
            self.column = max(0, min(len(TIMES) - 1, self.column + way[0]))
            self._describe()
            self.update()
        else:
            self._set(self.column, now + way[1])

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_grid(painter)
        others = dict.fromkeys(p.category for p in self._points if p.category != self._category)
        theme = self._themes.current
        for category in others:
            self._paint_curve(painter, category, QPen(theme.border_strong, 1.2))
        self._paint_curve(painter, self._category, QPen(theme.accent, 2.2))
        painter.end()

    def _paint_grid(self, painter: QPainter) -> None:
        theme, area = self._themes.current, self._area()
        metrics = QFontMetricsF(painter.font())
        for level, name in enumerate(IMPACT_LEVELS):
            y = self._spot(0, level).y()
            painter.setPen(QPen(theme.error if name == "intolerable" else theme.border, 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(theme.muted)
            painter.drawText(QPointF(0, y + metrics.ascent() / 2 - 1), words.choice(name))
        for column, (text, _) in enumerate(TIMES):
            spot = self._spot(column, 0)
            if self.hasFocus() and column == self.column:
                painter.setPen(QPen(theme.accent, 1, Qt.PenStyle.DashLine))
                painter.drawLine(QPointF(spot.x(), area.top()), spot)
            painter.setPen(theme.muted)
            wide = metrics.horizontalAdvance(text)
            painter.drawText(QPointF(spot.x() - wide / 2, self.height() - 3.0), text)

    def _paint_curve(self, painter: QPainter, category: str, pen: QPen) -> None:
        area, line = self._area(), QPolygonF()
        half = area.width() / len(TIMES) / 2
        line.append(self._spot(0, 0) - QPointF(half, 0))
        for column in range(len(TIMES)):
            spot = self._spot(column, self.level(column, category))
            line.append(QPointF(spot.x(), line.last().y()))
            line.append(spot)
        line.append(line.last() + QPointF(half, 0))
        painter.setPen(pen)
        painter.drawPolyline(line)


class ImpactsEditor(RecordsEditor):
    """The curve of a category above the exact points, and the MTPD that follows.

    Signals:
        mtpd_wanted(int): the suggested MTPD, in milliseconds, was taken.
    """

    mtpd_wanted = Signal(object)

    def __init__(self, field: FieldOf, bridge: PlanBridge, themes: ThemeStore) -> None:
        self.category = quiet_combo()
        self.curve = ImpactCurve(themes)
        self.suggestion = QLabel(wordWrap=True)
        self.take = QPushButton(tr("Use as MTPD"))
        super().__init__(field, bridge, themes)
        self.category.setEditable(True)
        self.category.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.category.setAccessibleName(tr("Category of the impact"))
        self.category.addItems(CATEGORIES)
        self.category.currentTextChanged.connect(lambda _: self._follow())
        self.curve.changed.connect(self._on_curve)
        self.take.clicked.connect(self._on_taken)
        self.suggestion.setProperty("muted", "true")
        row = QHBoxLayout()
        row.addWidget(self.suggestion, 1)
        row.addWidget(self.take)
        self.column.insertWidget(0, self.category)
        self.column.insertWidget(1, self.curve)
        self.column.insertLayout(2, row)
        self._follow()

    def show_value(self, value: object, *, mixed: bool = False) -> None:
        super().show_value(value, mixed=mixed)
        for category in dict.fromkeys(point.category for point in self.points):
            if self.category.findText(category) < 0:
                self.category.addItem(category)
        self._follow()

    def reword(self) -> None:
        super().reword()
        self.take.setText(tr("Use as MTPD"))
        self._follow()

    @property
    def points(self) -> tuple[ImpactPoint, ...]:
        """The points that are shown."""
        return cast("tuple[ImpactPoint, ...]", tuple(self.model.records))

    def _follow(self) -> None:
        self.curve.show_points(self.points, self.category.currentText().strip())
        found = suggested_mtpd(self.points)
        self.take.setVisible(found is not None)
        if found is None:
            self.suggestion.setText(
                tr("Say when it becomes intolerable to have an MTPD suggested.")
            )
        else:
            self.suggestion.setText(
                tr(
                    "Suggested MTPD: {found} ({found2})",
                    found=words.duration(found[0]),
                    found2=found[1],
                )
            )

    def _on_curve(self, after: Duration, level: str) -> None:
        category = self.category.currentText().strip()
        if category:
            changed = with_impact(self.points, category, after, level)
            self.show_value(changed)
            self.committed.emit(changed)

    def _on_taken(self) -> None:
        found = suggested_mtpd(self.points)
        if found is not None:
            self.mtpd_wanted.emit(found[0])
