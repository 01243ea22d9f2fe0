"""What every gesture can do."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter


class Gesture(Protocol):
    """A gesture from press to release. Points are pixels of the canvas.

    Attributes:
        hint: One sentence shown while it lasts.
        cursor: Shape of the pointer meanwhile.
    """

    hint: str
    cursor: Qt.CursorShape

    def move(self, at: QPointF, keys: Qt.KeyboardModifier) -> None:
        """Follow the pointer; nothing is written."""
        ...

    def release(self, at: QPointF, keys: Qt.KeyboardModifier) -> None:
        """End with at most one edit."""
        ...

    def cancel(self) -> None:
        """End without a trace."""
        ...

    def paint(self, painter: QPainter) -> None:
        """Paint the preview on top of the picture."""
        ...
