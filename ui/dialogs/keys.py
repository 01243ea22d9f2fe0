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
from ui.language import mark, shown, tr
from ui.sizing import open_at

if TYPE_CHECKING:
    from ui.main_window import MainWindow

GESTURES: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        mark("Draw"),
        (
            (mark("Double-click the canvas"), mark("New service there")),
            (mark("Drag a kind from the left edge"), mark("New service of that kind")),
            (mark("Drag from a card's edge"), mark("Connect; on empty canvas, a new service")),
            (
                mark("Tab, Shift+Tab"),
                mark("New service that the selected one needs, or that needs it"),
            ),
            (mark("Double-click a card, F2"), mark("Rename")),
            (mark("Enter"), mark("Edit in the inspector")),
            (mark("Drag, arrows (Shift: far)"), mark("Move")),
            (mark("L, Shift+L"), mark("First needs the others; one after the other")),
            ("K", mark("Make redundant: one of several is enough")),
            (mark("Delete, Ctrl+Delete"), mark("Delete; delete and join its neighbours")),
            (mark("Ctrl+L, then Enter or Esc"), mark("Tidy layout: look, then keep it or not")),
            ("P", mark("Pin or unpin")),
            (mark("Shift+N, Shift+G"), mark("Add a note; add a frame around the selection")),
            (mark("G, Ctrl+Shift+G"), mark("Group, ungroup")),
        ),
    ),
    (
        mark("Look around"),
        (
            (mark("Space or middle button and drag, scroll"), mark("Move the view")),
            (mark("Ctrl and wheel, + and −"), mark("Zoom")),
            (
                mark("0 or Shift+1, Shift+2, Ctrl+0"),
                mark("Fit everything, fit the selection, actual size"),
            ),
            (
                mark("Drag on empty canvas, with Shift"),
                mark("Select by a frame, add to the selection"),
            ),
            (mark("Alt and arrows"), mark("Walk along the requirements")),
            (mark("U, J (Shift: all the way)"), mark("Select who needs it, what it needs")),
            (mark("F, 1 to 9, Esc"), mark("Focus on the neighbourhood, its depth, back")),
            (mark("Ctrl+F, Enter, Shift+Enter"), mark("Find, next one, the one before")),
            ("Ctrl+Shift+F", mark("Show only what fits, for example rto<4h")),
            (mark("[ and ]"), mark("Collapse and expand groups")),
            ("M", mark("Overview map")),
            ("T", mark("Table")),
        ),
    ),
    (
        mark("In the table"),
        (
            (mark("Enter, Shift+Enter"), mark("The cell below, the one above")),
            (mark("Delete"), mark("Empty the chosen cells")),
            (mark("Ctrl+D"), mark("Fill the chosen cells from the first row of them")),
        ),
    ),
    (
        mark("Analyse"),
        (
            ("B", mark("What if the selection fails")),
            ("R", mark("Recovery order")),
            (mark("Ctrl+Space"), mark("Play through time")),
        ),
    ),
)


class KeysDialog(QDialog):
    """Gestures of the canvas, then the keys of all commands."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.setWindowTitle(tr("Keys and gestures"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        page = QWidget()
        page.setProperty("panel", "true")
        grid = QGridLayout(page)
        grid.setContentsMargins(18, 12, 18, 12)
        grid.setHorizontalSpacing(28)
        grid.setVerticalSpacing(5)
        for title, lines in (*GESTURES, (tr("Commands"), _command_keys())):
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
        open_at(self, 640, 640)

    def _add(
        self,
        grid: QGridLayout,
        title: str,
        lines: tuple[tuple[str, str], ...],
        window: MainWindow,
    ) -> None:
        head = QLabel(shown(title))
        head.setFont(window.space.theme.font(1, bold=True))
        head.setContentsMargins(0, 10, 0, 2)
        grid.addWidget(head, grid.rowCount(), 0, 1, 2)
        for keys, what in lines:
            row = grid.rowCount()
            name, said = QLabel(shown(keys)), QLabel(shown(what))
            name.setProperty("heading", "true")
            said.setWordWrap(True)
            grid.addWidget(name, row, 0)
            grid.addWidget(said, row, 1)
        grid.setColumnStretch(1, 1)


def _command_keys() -> tuple[tuple[str, str], ...]:
    return tuple(
        (
            ", ".join(
                QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
                for key in command.keys
            ),
            shown(command.text).rstrip("…"),
        )
        for command in COMMANDS
        if command.keys
    )
