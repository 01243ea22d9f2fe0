"""The row of signs below a new service: what kind it is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QToolButton,
    QWidget,
)

from bcp_planner.domain.entities import SERVICE_KINDS
from ui import words
from ui.canvas import glyphs
from ui.canvas.colours import kind_ink
from ui.language import shown
from ui.theme import Theme

SIGN = 18
"""Pixels of the sign of a kind."""


class KindChips(QFrame):
    """One button for each kind. The guess from the name is marked until one is chosen."""

    def __init__(self, canvas: QAbstractScrollArea, field: QWidget) -> None:
        """Make the row, hidden. ``field`` is where the name is typed: a click keeps it typing."""
        super().__init__(canvas.viewport())
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # else a click gives the canvas the keys
        self.setFocusProxy(field)
        self._canvas = canvas
        self._chosen: Callable[[str], None] | None = None
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QToolButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 4, 4, 4)
        row.setSpacing(2)
        for kind in SERVICE_KINDS:
            button = QToolButton(self)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setToolTip(shown(words.choice(kind)))
            button.setAccessibleName(button.toolTip())
            button.setIconSize(QSize(SIGN, SIGN))
            button.clicked.connect(lambda _=False, kind=kind: self._choose(kind))
            self._group.addButton(button)
            self._buttons[kind] = button
            row.addWidget(button)
        self.hide()

    def begin(self, kind: str, below: QRectF, chosen: Callable[[str], None]) -> None:
        """Show the row below a card, with one kind marked."""
        self._chosen = chosen
        self.mark(kind)
        self.adjustSize()
        self.move_to(below)
        self.show()
        self.raise_()

    def mark(self, kind: str) -> None:
        """Mark a kind."""
        self._buttons[kind].setChecked(True)

    def move_to(self, below: QRectF) -> None:
        """Follow the card; above it where there is no room below."""
        area = self._canvas.viewport().rect()
        x = round(below.center().x() - self.width() / 2)
        y = round(below.bottom() + 6)
        if y + self.height() > area.height():
            y = round(below.top() - self.height() - 6)
        self.move(QPoint(max(4, min(x, area.width() - self.width() - 4)), y))

    def button(self, kind: str) -> QToolButton:
        """Return the button of a kind."""
        return self._buttons[kind]

    def _choose(self, kind: str) -> None:
        if self._chosen is not None:
            self._chosen(kind)

    def apply(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.setStyleSheet(
            f"KindChips {{ background: {theme.surface.name()}; border: 1px solid"
            f" {theme.border.name()}; border-radius: 8px; }}"
            " QToolButton { background: transparent; border: 1px solid transparent;"
            " border-radius: 5px; padding: 3px; }"
            f" QToolButton:hover {{ background: {theme.raised.name()}; }}"
            f" QToolButton:checked {{ background: {theme.accent_soft.name()};"
            f" border-color: {theme.accent.name()}; }}"
        )
        for kind, button in self._buttons.items():
            button.setIcon(sign(kind, theme))


def sign(kind: str, theme: Theme) -> QIcon:
    """Return the sign of a kind in its own colour."""
    picture = QPixmap(SIGN * 3, SIGN * 3)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    side = SIGN * 3.0
    glyphs.draw_kind(painter, kind, QRectF(0, 0, side, side), kind_ink(kind, theme.dark))
    painter.end()
    picture.setDevicePixelRatio(3.0)
    return QIcon(picture)
