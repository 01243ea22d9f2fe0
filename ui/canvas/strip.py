"""The strips on the canvas: how much of the plan is shown, and where one is in it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from ui.language import tr
from ui.theme import Theme


class CountStrip(QLabel):
    """Says how many services and links are shown, always."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def say(self, shown: int, total: int, hidden_links: int, selected: int, hint: str) -> None:
        """Say the numbers, and what can be done now."""
        parts: list[str] = []
        if total and (shown < total or total > 30):
            parts.append(tr("Showing {shown:,} of {total:,} services", shown=shown, total=total))
        elif total:
            parts.append(tr("{total:,} services", total=total) if total != 1 else "1 service")
        if hidden_links:
            noun = "link" if hidden_links == 1 else "links"
            parts.append(
                tr("{hidden_links:,} {noun} not shown", hidden_links=hidden_links, noun=noun)
            )
        if selected > 1:
            parts.append(tr("{selected:,} selected", selected=selected))
        if hint:
            parts.append(hint)
        self.setText("   ·   ".join(parts))
        self.setVisible(bool(parts))
        self.adjustSize()

    def apply(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.setStyleSheet(
            f"QLabel {{ background: {theme.surface.name()}; color: {theme.muted.name()};"
            f" border: 1px solid {theme.border.name()}; border-radius: 6px; padding: 3px 8px; }}"
        )


class PathStrip(QWidget):
    """Says that only a part is looked at, and leads back to the whole."""

    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 2, 8, 2)
        row.setSpacing(6)
        self.button = QToolButton(self)
        self.button.setText(tr("All services"))
        self.button.setToolTip(tr("Back to all services (Esc)"))
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.clicked.connect(self.left)
        self.label = QLabel(self)
        row.addWidget(self.button)
        row.addWidget(self.label)
        self.hide()

    def say(self, text: str) -> None:
        """Say what is looked at; nothing hides the strip."""
        self.label.setText(f"›  {text}")
        self.setVisible(bool(text))
        self.adjustSize()

    def apply(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.setStyleSheet(
            f"PathStrip {{ background: {theme.surface.name()}; border: 1px solid"
            f" {theme.border.name()}; border-radius: 6px; }}"
            f" QLabel {{ color: {theme.text.name()}; background: transparent; }}"
            f" QToolButton {{ color: {theme.accent.name()}; background: transparent;"
            " border: none; padding: 2px 4px; text-decoration: underline; }"
        )
