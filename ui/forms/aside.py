"""A figure beside a field; why it has its value is worked out when somebody asks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel

TONES = ("muted", "good", "wrong")


def _nothing() -> str:
    return ""


class Aside(QLabel):
    """A label whose tooltip is made when it is asked for: finding reasons takes time."""

    def __init__(self) -> None:
        super().__init__()
        self._why: Callable[[], str] = _nothing
        self._tone = ""

    def write(self, text: str, tone: str, why: Callable[[], str] | None) -> None:
        """Show a figure.

        Args:
            text: The figure.
            tone: One of `TONES`.
            why: Makes the tooltip.
        """
        self.setText(text)
        self._why = why or _nothing
        self.setToolTip("")
        self.setAccessibleDescription("")
        if tone != self._tone:
            self._tone = tone
            for other in TONES:
                self.setProperty(other, "true" if other == tone else "false")
            self.style().unpolish(self)
            self.style().polish(self)

    def explain(self) -> str:
        """Work out the tooltip, if that has not been done yet, and return it."""
        if not self.toolTip():
            tip = self._why()
            self.setToolTip(tip)
            self.setAccessibleDescription(tip)
        return self.toolTip()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            self.explain()
        return super().event(event)
