"""The bar below the canvas: moves the scenario through time."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSlider,
    QStyle,
    QStyleOptionSlider,
    QToolButton,
    QWidget,
)

from bcp_planner.analysis.results import Impact, Recovery
from bcp_planner.domain.durations import HOUR, Duration
from ui import icons, words
from ui.language import tr
from ui.sizing import scaled
from ui.workspace import Workspace

_ROOMY = 470
"""Width in pixels from which on the moment has room in words beside the slider."""
_STEPS = 1000
_FRAME_MS = 50
_WHOLE_MS = 16_000
"""How long playing from the disruption to the end takes."""


class TimeSlider(QSlider):
    """A slider over the time of a scenario with a tick for every loss and every return."""

    def __init__(self, space: Workspace) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._space = space
        self._losses: list[float] = []
        self._returns: list[float] = []
        self.setRange(0, _STEPS)
        self.setPageStep(_STEPS // 20)
        self.setAccessibleName(tr("Time after the disruption"))
        self.setMinimumHeight(30)

    def show_ticks(self, losses: list[float], returns: list[float]) -> None:
        """Mark moments, each as a share of the whole time."""
        self._losses, self._returns = losses, returns
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        groove = self.style().subControlRect(
            QStyle.ComplexControl.CC_Slider, option, QStyle.SubControl.SC_SliderGroove, self
        )
        painter, theme = QPainter(self), self._space.theme
        left, span = groove.left() + 6.0, groove.width() - 13.0
        for share in self._losses:
            painter.fillRect(QRectF(left + share * span, 1, 2, 6), theme.error)
        for share in self._returns:
            painter.fillRect(QRectF(left + share * span, self.height() - 7, 2, 6), theme.good)
        painter.end()


class TimeBar(QWidget):
    """Slider, play and step buttons; the moment itself lives in the situation."""

    def __init__(self, space: Workspace) -> None:
        super().__init__()
        self._space = space
        self._events: list[Duration] = []
        self._end: Duration = HOUR
        self.setProperty("footer", "true")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.play = self._button(tr("Play through time (Ctrl+Space)"))
        self.back = self._button(tr("Back to the disruption"))
        self.step = self._button(tr("On to the next event"))
        self.slider = TimeSlider(space)
        self.outcome = QPushButton(tr("Outcome"))
        self.outcome.setCheckable(True)
        self.outcome.setToolTip(tr("Shows the worst that happens to each service, at any time."))
        self.label = QLabel()
        self.label.setProperty("rich", "true")  # bold moments; nothing of a plan
        self.label.setMinimumWidth(scaled(self, 210))
        self._timer = QTimer(self, interval=_FRAME_MS)
        self._connect()
        self._lay_out()
        self._recolour()
        self._on_results()

    @property
    def is_playing(self) -> bool:
        """Whether time goes on by itself."""
        return self._timer.isActive()

    def toggle_play(self) -> None:
        """Start moving through time, or pause."""
        if self._timer.isActive():
            self._timer.stop()
        else:
            moment = self._space.situation.moment
            if moment is None or moment >= self._end:
                self._space.situation.move_to(0)
            self._timer.start()
        self._recolour()

    def next_event(self) -> None:
        """Move to the next loss or return."""
        moment = self._space.situation.moment
        index = 0 if moment is None else bisect_right(self._events, moment)
        if index < len(self._events):
            self._space.situation.move_to(self._events[index])

    # ------------------------------------------------------------------------------- inside

    def _button(self, tip: str) -> QToolButton:
        button = QToolButton()
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _connect(self) -> None:
        space = self._space
        self.play.clicked.connect(self.toggle_play)
        self.back.clicked.connect(lambda: space.situation.move_to(0))
        self.step.clicked.connect(self.next_event)
        self.outcome.clicked.connect(self._on_outcome)
        self.slider.valueChanged.connect(self._on_slid)
        self._timer.timeout.connect(self._on_frame)
        space.situation.moment_changed.connect(self._show_moment)
        space.hub.impact_ready.connect(self._on_results)
        space.hub.recovery_ready.connect(self._on_results)
        space.themes.changed.connect(self._recolour)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(6)
        for widget in (self.back, self.play, self.step):
            row.addWidget(widget)
        row.addWidget(self.slider, 1)
        row.addWidget(self.label)
        row.addWidget(self.outcome)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.label.setVisible(self.width() >= _ROOMY)

    def minimumSizeHint(self) -> QSize:
        return QSize(284, super().minimumSizeHint().height())

    def _recolour(self) -> None:
        theme = self._space.theme
        self.play.setIcon(icons.icon("pause" if self._timer.isActive() else "play", theme))
        self.back.setIcon(icons.icon("restart", theme))
        self.step.setIcon(icons.icon("step", theme))

    def _on_results(self) -> None:
        impact, recovery = self._space.hub.impact, self._space.hub.recovery
        losses, returns = _losses(impact), _returns(recovery)
        self._events = sorted({0, *losses, *returns})
        self._end = max(self._events[-1], 1)
        self.slider.show_ticks(
            [moment / self._end for moment in losses], [moment / self._end for moment in returns]
        )
        self.setVisible(impact is not None)
        if impact is None:
            self._timer.stop()
            self._recolour()
        self._show_moment()

    def _show_moment(self) -> None:
        moment = self._space.situation.moment
        self.slider.blockSignals(True)
        share = 0 if moment is None else min(1.0, moment / self._end)
        self.slider.setValue(round(share * _STEPS))
        self.slider.blockSignals(False)
        self.outcome.setChecked(moment is None)
        self.label.setText(self._caption(moment))

    def _caption(self, moment: Duration | None) -> str:
        if moment is None:
            return tr("Worst that happens")
        phase = tr("recovery") if self._declared() <= moment else tr("not yet declared")
        return f"<b>{words.moment(moment)}</b> · {phase}"

    def _declared(self) -> Duration:
        scenario = self._space.situation.scenario
        return self._space.bridge.plan.declared_after(scenario) if scenario else 0

    def _on_slid(self, value: int) -> None:
        wanted = round(value / _STEPS * self._end)
        nearest = self._snapped(wanted)
        self._space.situation.move_to(nearest)

    def _snapped(self, moment: Duration) -> Duration:
        """Return a rounded moment, or the event that is within half a step of the slider."""
        near = self._end // (2 * _STEPS)
        index = bisect_left(self._events, moment - near)
        if index < len(self._events) and self._events[index] <= moment + near:
            return self._events[index]
        return round(moment / 60_000) * 60_000 if self._end > 40 * 60_000 else moment

    def _on_outcome(self, checked: bool) -> None:
        self._timer.stop()
        self._recolour()
        self._space.situation.move_to(None if checked else 0)

    def _on_frame(self) -> None:
        moment = self._space.situation.moment
        if moment is None or moment >= self._end:
            self.toggle_play()
            return
        stride = max(1, self._end * _FRAME_MS // _WHOLE_MS)
        self._space.situation.move_to(min(self._end, moment + stride))


def _losses(impact: Impact | None) -> list[Duration]:
    services = impact.services.values() if impact else ()
    return sorted({s.down_at for s in services if s.down_at is not None})


def _returns(recovery: Recovery | None) -> list[Duration]:
    services = recovery.services.values() if recovery else ()
    return sorted({s.up_at for s in services if s.up_at is not None})
