"""First steps: a card that leads through the window on a sample, one thing at a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.language import mark, shown, tr
from ui.sizing import scaled

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from ui.main_window import MainWindow

About = Callable[["MainWindow"], QWidget]
Do = Callable[["MainWindow"], object]

SAMPLE = "hospital"
_WIDTH = 360
_GAP = 14
"""Pixels between the card and what it speaks of."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what is said, what of the window it is about, and what it shows there."""

    title: str
    text: str
    about: About
    do: Do = lambda _: None


def _select_first(window: MainWindow) -> None:
    first = next(iter(window.space.bridge.plan.services), None)
    if first is not None:
        window.do.look_at(first)
        window.docks.show("inspector")


def _choose_scenario(window: MainWindow) -> None:
    first = next(iter(window.space.bridge.plan.scenarios), None)
    if first is not None:
        window.space.situation.choose(first)


STEPS = (
    Step(
        mark("A plan is a drawing"),
        mark(
            "Every card is a service that can be lost: what patients get on top, what it rests "
            "on below. A line leads down to what a service needs; “1 of 2” means that one of "
            "two is enough. Dashed lines are helpful, not vital."
        ),
        lambda window: window.canvas,
        lambda window: window.canvas.fit(),
    ),
    Step(
        mark("Everything about one service"),
        mark(
            "Click a card to see and change it here. Targets stand beside what the services "
            "above ask for and what the plan achieves, so that gaps are seen. Every edit is "
            "saved at once, and undone with Ctrl+Z."
        ),
        lambda window: window.docks["inspector"],
        _select_first,
    ),
    Step(
        mark("What if it fails?"),
        mark(
            "A scenario says what is lost. Choose one here, or select cards and press B. The "
            "canvas then shows what goes down with it."
        ),
        lambda window: window.scenario_bar,
        _choose_scenario,
    ),
    Step(
        mark("Move through time"),
        mark(
            "Drag the slider, or press Space: services go down, are worked on and come back. "
            "Canvas, table and recovery chart show the same moment."
        ),
        lambda window: window.time_bar,
    ),
    Step(
        mark("Who brings back what, when"),
        mark(
            "The recovery order as a chart and as a list. Red bars come back later than their "
            "recovery time objective (RTO). Drag a row of the list to try an order of your own."
        ),
        lambda window: window.docks["recovery"],
        lambda window: window.docks.show("recovery"),
    ),
    Step(
        mark("What does not hold yet"),
        mark(
            "Findings are gaps of the plan, each with what to do about it. A click shows the "
            "service on the canvas."
        ),
        lambda window: window.docks["findings"],
        lambda window: window.docks.show("findings"),
    ),
    Step(
        mark("Find and filter"),
        mark(
            "Type any word, or a field and a value, to show only some services. “Conditions…” "
            "does the same without typing. The outline and the table follow."
        ),
        lambda window: window.filter_bar,
        lambda window: window.space.filter.say("kind:application rto<=4h", hides=True),
    ),
    Step(
        mark("Onto paper"),
        mark(
            "Ctrl+P writes runbooks, contact lists and other documents as PDF. Press ? for all "
            "keys. This sample is a copy of your own: change what you like, then start your plan "
            "with Ctrl+N."
        ),
        lambda window: window.menuBar(),
        lambda window: window.filter_bar.leave(),
    ),
)


class Ring(QWidget):
    """A frame around what a step is about; the pointer goes through it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._window.space.theme.accent, 3))
        painter.drawRoundedRect(self.rect().adjusted(2, 2, -2, -2), 8, 8)
        painter.end()


class Tour(QFrame):
    """The card of the tour; Esc ends it, everything around stays usable."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.place = 0
        self.setObjectName("tour")
        self._width = scaled(self, _WIDTH)
        self.setFixedWidth(self._width)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._ring = Ring(window)
        self.title, self.text, self.count = QLabel(), QLabel(), QLabel()
        self.title.setFont(window.space.theme.font(2, bold=True))
        self.text.setWordWrap(True)
        self.count.setProperty("muted", "true")
        self.back = QPushButton(tr("Previous"))
        self.next = QPushButton(tr("Next"))
        self.next.setProperty("primary", "true")
        self.end = QPushButton(tr("End the tour"))
        self.end.setProperty("link", "true")
        self.back.clicked.connect(lambda: self.go(self.place - 1))
        self.next.clicked.connect(lambda: self.go(self.place + 1))
        self.end.clicked.connect(self.close)
        self._lay_out()
        self._recolour()
        window.space.themes.changed.connect(self._recolour)
        window.installEventFilter(self)

    def go(self, place: int) -> None:
        """Show a step; after the last one the tour ends."""
        if place >= len(STEPS):
            self.close()
            return
        self.place = max(0, place)
        step = STEPS[self.place]
        step.do(self._window)
        self.title.setText(shown(step.title))
        self.text.setText(shown(step.text))
        self.count.setText(tr("{place} of {total}", place=self.place + 1, total=len(STEPS)))
        self.setAccessibleName(shown(step.title))
        self.setAccessibleDescription(shown(step.text))
        self.next.setAccessibleDescription(f"{shown(step.title)}. {shown(step.text)}")
        self.back.setEnabled(self.place > 0)
        self.next.setText(tr("Done") if self.place == len(STEPS) - 1 else tr("Next"))
        self._put_in_place()
        self.next.setFocus(Qt.FocusReason.OtherFocusReason)

    # ------------------------------------------------------------------------------- inside

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.end)
        row.addStretch()
        row.addWidget(self.count)
        row.addWidget(self.back)
        row.addWidget(self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 12)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.text)
        column.addLayout(row)

    def _put_in_place(self) -> None:
        about = STEPS[self.place].about(self._window)
        if not about.isVisible():  # it comes with results that are still worked out
            about = self._window.canvas
        corner = about.mapTo(self._window, QPoint(0, 0))
        seen = QRect(corner, about.size())
        self._ring.setGeometry(seen.adjusted(-3, -3, 3, 3).intersected(self._window.rect()))
        self._ring.show()
        self._ring.raise_()
        self.text.setMinimumHeight(self.text.heightForWidth(self._width - 36))
        self.adjustSize()
        self.move(beside(seen, self.rect(), self._window.rect()))
        self.show()
        self.raise_()

    def _recolour(self) -> None:
        theme = self._window.space.theme
        self.setStyleSheet(
            f"#tour {{ background: {theme.raised.name()}; border: 1px solid"
            f" {theme.accent.name()}; border-radius: 10px; }} #tour QLabel {{ background: none; }}"
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            (focused if isinstance(focused, QPushButton) else self.next).click()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest) and self.isVisible():
            self._put_in_place()
        return False

    def hideEvent(self, event: QHideEvent) -> None:
        self._ring.hide()

    def close(self) -> bool:
        self._window.removeEventFilter(self)
        self._ring.deleteLater()
        self._window.filter_bar.leave()
        return super().close()


def beside(seen: QRect, card: QRect, room: QRect) -> QPoint:
    """Return where a card stands so that it covers little of what it speaks of.

    Below, above, to the left or to the right, whichever hides least of it.
    """
    below = QPoint(seen.center().x() - card.width() // 2, seen.bottom() + _GAP)
    above = QPoint(below.x(), seen.top() - _GAP - card.height())
    left = QPoint(seen.left() - _GAP - card.width(), seen.top() + _GAP)
    right = QPoint(seen.right() + _GAP, seen.top() + _GAP)
    places = (_within(QRect(corner, card.size()), room) for corner in (below, above, left, right))
    return min(places, key=lambda place: _area(place.intersected(seen))).topLeft()


def _area(rect: QRect) -> int:
    return rect.width() * rect.height() if rect.isValid() else 0


def _within(card: QRect, room: QRect) -> QRect:
    left = min(max(card.left(), _GAP), max(_GAP, room.right() - card.width() - _GAP))
    top = min(max(card.top(), _GAP), max(_GAP, room.bottom() - card.height() - _GAP))
    return QRect(QPoint(left, top), card.size())
