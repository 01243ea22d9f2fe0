"""Files that the desktop hands over: macOS tells them by an event, not on the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import cast

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFileOpenEvent


class HandedOver(QObject):
    """Listens from the start, and keeps what comes before there is a window to show it."""

    def __init__(self, app: QObject) -> None:
        super().__init__(app)
        self._waiting: list[Path] = []
        self._show: Callable[[Path], object] | None = None
        app.installEventFilter(self)

    def show_with(self, show: Callable[[Path], object]) -> bool:
        """Show what came so far and what comes from now on; return whether anything had come."""
        self._show = show
        came, self._waiting = self._waiting, []
        for path in came:
            show(path)
        return bool(came)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.FileOpen:
            return False
        path = Path(cast("QFileOpenEvent", event).file())
        if self._show is None:
            self._waiting.append(path)
        else:
            self._show(path)
        return True
