"""What a panel shows while it has nothing to show: a sentence that says what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from ui.language import shown
from ui.sizing import scaled

_WIDTH = 420
"""Pixels a line is at most, so that it is read at a glance."""


class OrEmpty(QStackedWidget):
    """Shows a panel's content, or a sentence in its place."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self._said = QLabel()
        self._said.setWordWrap(True)
        self._said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._said.setProperty("muted", "true")
        self._said.setMaximumWidth(scaled(self, _WIDTH))
        page = QWidget()
        page.setProperty("panel", "true")
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 12, 16, 12)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._said, 100)
        row.addStretch(1)
        column.addLayout(row, 1)
        self.addWidget(content)
        self.addWidget(page)
        self.setFocusProxy(content)

    def say(self, text: str) -> None:
        """Show a sentence; an empty one shows the content again."""
        self._said.setText(shown(text))
        self.setCurrentIndex(1 if text else 0)

    @property
    def said(self) -> str:
        """The sentence that is shown, empty while the content is."""
        return self._said.text()
