"""Sentences that nobody has to click away: a banner on top, a note that fades at the bottom."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from ui.sizing import scaled

_SHOWN_MS = 7000


class Banner(QFrame):
    """Stays while something is true, such as that the plan cannot be edited."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("notice", "true")
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.button = QPushButton()
        self._do: Callable[[], object] | None = None
        self.button.clicked.connect(self._on_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.addWidget(self.text, 1)
        row.addWidget(self.button)
        self.hide()

    def say(self, text: str, button: str, do: Callable[[], object]) -> None:
        """Show a sentence and a button for what can be done; an empty sentence hides both."""
        self.text.setText(text)
        self.text.setAccessibleName(text)
        self.button.setText(button)
        self._do = do
        self.setVisible(bool(text))

    def _on_clicked(self) -> None:
        if self._do is not None:
            self._do()


class Toast(QFrame):
    """One sentence over the lower edge of a widget for some seconds."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.setProperty("toast", "true")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setMaximumWidth(scaled(self, 520))
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 14, 8)
        row.addWidget(self.text)
        self._timer = QTimer(self, singleShot=True, interval=_SHOWN_MS)
        self._timer.timeout.connect(self.hide)
        over.installEventFilter(self)
        self.hide()

    def say(self, text: str) -> None:
        """Show a sentence in place of the one before."""
        self.text.setText(text)
        self.setAccessibleName(text)
        self.adjustSize()
        self._place()
        self.show()
        self.raise_()
        self._timer.start()

    def _place(self) -> None:
        over = self._over
        self.adjustSize()
        self.move((over.width() - self.width()) // 2, over.height() - self.height() - 24)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False
