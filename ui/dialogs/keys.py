"""All keys and gestures on one page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.actions import COMMANDS

if TYPE_CHECKING:
    from ui.main_window import MainWindow

GESTURES: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        "Draw",
        (
            ("Double-click the canvas", "New service there"),
            ("Drag from a card's edge", "Connect; on empty canvas, a new service"),
            ("Tab, Shift+Tab", "New service that the selected one needs, or that needs it"),
            ("Double-click a card, F2", "Rename"),
            ("Enter", "Edit in the inspector"),
            ("Drag, arrows (Shift: far)", "Move"),
            ("L, Shift+L", "First needs the others; one after the other"),
            ("K", "Make redundant: one of several is enough"),
            ("Delete, Ctrl+Delete", "Delete; delete and join its neighbours"),
            ("P", "Pin or unpin"),
            ("Shift+N, Shift+G", "Add a note; add a frame around the selection"),
            ("G, Ctrl+Shift+G", "Group, ungroup"),
        ),
    ),
    (
        "Look around",
        (
            ("Space or middle button and drag, scroll", "Move the view"),
            ("Ctrl and wheel, + and −", "Zoom"),
            ("0 or Shift+1, Shift+2, Ctrl+0", "Fit everything, fit the selection, actual size"),
            ("Drag on empty canvas, with Shift", "Select by a frame, add to the selection"),
            ("Alt and arrows", "Walk along the requirements"),
            ("U, J (Shift: all the way)", "Select who needs it, what it needs"),
            ("F, 1 to 9, Esc", "Focus on the neighbourhood, its depth, back"),
            ("[ and ]", "Collapse and expand groups"),
            ("M", "Overview map"),
            ("T", "Table"),
        ),
    ),
    (
        "Analyse",
        (
            ("B", "What if the selection fails"),
            ("R", "Recovery order"),
            ("Ctrl+Space", "Play through time"),
        ),
    ),
)


class KeysDialog(QDialog):
    """Gestures of the canvas, then the keys of all commands."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.setWindowTitle("Keys and gestures")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        page = QWidget()
        page.setProperty("panel", "true")
        grid = QGridLayout(page)
        grid.setContentsMargins(18, 12, 18, 12)
        grid.setHorizontalSpacing(28)
        grid.setVerticalSpacing(5)
        for title, lines in (*GESTURES, ("Commands", _command_keys())):
            self._add(grid, title, lines, window)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(page)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.accept)
        column = QVBoxLayout(self)
        column.addWidget(area, 1)
        column.addWidget(buttons)
        self.resize(640, 640)

    def _add(
        self,
        grid: QGridLayout,
        title: str,
        lines: tuple[tuple[str, str], ...],
        window: MainWindow,
    ) -> None:
        head = QLabel(title)
        head.setFont(window.space.theme.font(1, bold=True))
        head.setContentsMargins(0, 10, 0, 2)
        grid.addWidget(head, grid.rowCount(), 0, 1, 2)
        for keys, what in lines:
            row = grid.rowCount()
            name, said = QLabel(keys), QLabel(what)
            name.setProperty("heading", "true")
            said.setWordWrap(True)
            grid.addWidget(name, row, 0)
            grid.addWidget(said, row, 1)
        grid.setColumnStretch(1, 1)


def _command_keys() -> tuple[tuple[str, str], ...]:
    return tuple(
        (", ".join(QKeySequence(key).toString() for key in command.keys), command.text.rstrip("…"))
        for command in COMMANDS
        if command.keys
    )
