"""The name field that opens on a card."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractScrollArea, QLineEdit

from ui.language import tr
from ui.theme import Theme

Done = Callable[[str, str], None]
"""Called with the text and with what ended it: "enter", "tab", "backtab" or "away"."""


class InlineEditor(QLineEdit):
    """A field on top of a card: Enter, Tab or a click elsewhere keep the text, Esc does not."""

    def __init__(self, canvas: QAbstractScrollArea) -> None:
        super().__init__(canvas.viewport())
        self._canvas = canvas
        self.setAccessibleName(tr("Name of the service"))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMaxLength(200)
        self._done: Done | None = None
        self._cancelled: Callable[[], None] | None = None
        self.hide()

    @property
    def active(self) -> bool:
        """Whether a name is being typed."""
        return self._done is not None

    def begin(self, text: str, place: QRectF, done: Done, cancelled: Callable[[], None]) -> None:
        """Open the field with a text, all of it selected."""
        self._done, self._cancelled = done, cancelled
        self.setText(text)
        self.selectAll()
        self.move_to(place)
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def move_to(self, place: QRectF) -> None:
        """Follow the card."""
        height = max(28, self.sizeHint().height())
        width = max(170, round(place.width()) - 8)
        centre = place.center()
        self.setGeometry(
            round(centre.x() - width / 2), round(centre.y() - height / 2), width, height
        )

    def apply(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.setStyleSheet(
            f"QLineEdit {{ background: {theme.surface.name()}; color: {theme.text.name()};"
            f" border: 2px solid {theme.accent.name()}; border-radius: 6px; padding: 2px 6px; }}"
        )

    def finish(self, how: str) -> None:
        """Keep the text and close."""
        done = self._done
        if done is not None:
            self._close()
            done(self.text(), how)

    def abandon(self) -> None:
        """Close without keeping anything."""
        cancelled = self._cancelled
        if self._done is not None:
            self._close()
            if cancelled is not None:
                cancelled()

    def _close(self) -> None:
        self._done = self._cancelled = None
        focused = self.hasFocus()
        self.hide()
        if focused:
            self._canvas.setFocus()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            ways = {
                Qt.Key.Key_Return: "enter",
                Qt.Key.Key_Enter: "enter",
                Qt.Key.Key_Tab: "tab",
                Qt.Key.Key_Backtab: "backtab",
            }
            way = ways.get(Qt.Key(event.key()))
            if way:
                self.finish(way)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.abandon()
                return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.finish("away")
