"""Panels that are behind others wait with their work until they are seen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget


class WhenSeen(QObject):
    """Calls a function of a panel when it is asked for, or, while nobody sees it, when shown."""

    def __init__(self, panel: QWidget, refresh: Callable[[], None]) -> None:
        super().__init__(panel)
        self._panel, self._refresh = panel, refresh
        self._due = False
        panel.installEventFilter(self)

    def ask(self) -> None:
        """Refresh now, or when the panel is seen."""
        if self._panel.isVisible():
            self._refresh()
        else:
            self._due = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and self._due:
            self._due = False
            self._refresh()
        return False
