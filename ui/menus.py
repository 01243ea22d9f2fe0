"""Menus, toolbar and the actions of one window, made from the table of commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence

from ui import icons
from ui.actions import COMMANDS
from ui.command import Command
from ui.language import mark, shown, tr
from ui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu, QToolBar

    from ui.main_window import MainWindow

Entries = tuple[str, ...]


def _entries(names: str) -> Entries:
    return tuple(names.split())


ALIGNING = _entries(
    "align-left align-centre align-right align-top align-middle align-bottom "
    "distribute-across distribute-down"
)

MENUS: tuple[tuple[str, Entries], ...] = (
    (
        mark("&File"),
        _entries(
            "new @samples open @recent | import import-folder template | save save-copy backups | "
            "encrypt change-passphrase remove-passphrase save-encrypted save-redacted | "
            "print picture export-as | quit"
        ),
    ),
    (
        mark("&Edit"),
        _entries("undo redo | cut copy paste duplicate delete delete-and-join |")
        + _entries("select-all find filter conditions palette"),
    ),
    (
        mark("&Plan"),
        _entries(
            "add-service chain-down chain-up rename | link link-series redundant | note frame | "
            "details teams contacts scenarios | compare merge"
        ),
    ),
    (
        mark("&Arrange"),
        _entries("tidy tidy-tiers tidy-sites |")
        + ALIGNING
        + _entries("| group ungroup collapse expand @grouping | pin"),
    ),
    (
        mark("&Scenario"),
        _entries(
            "what-if new-scenario edit-scenario no-scenario | play recovery-view | "
            "why weak-points simulation compare"
        ),
    ),
    (
        mark("&View"),
        _entries("zoom-in zoom-out zoom-real fit fit-selection |")
        + _entries("minimap palette-of-kinds | back forward | focus")
        + _entries("show-all | upstream upstream-all downstream downstream-all |")
        + _entries("table inspector canvas |")
        + _entries("@panels @theme @language"),
    ),
    (mark("E&xercises"), _entries("exercises programme diagnose")),
    (mark("&Help"), _entries("tour guide keys about")),
)
"""Menus and their commands; `|` is a line, `@name` a submenu that the window makes."""

TOOLBAR = _entries(
    "new open | undo redo | add-service link redundant delete | tidy fit | table print"
) + _entries("| find filter palette")


class ActionSet:
    """The `QAction` of every command of one window."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._actions: dict[str, QAction] = {}
        for command in COMMANDS:
            self._actions[command.name] = self._made(command)

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def refresh(self) -> None:
        """Enable what can be used now, and name what undo would take back."""
        for command in COMMANDS:
            self._actions[command.name].setEnabled(command.when(self._window))
        bridge = self._window.space.bridge
        undo, redo = shown(bridge.undo_label), shown(bridge.redo_label)
        self["undo"].setText(tr("Undo {undo_label}", undo_label=undo) if undo else tr("Undo"))
        self["redo"].setText(tr("Redo {redo_label}", redo_label=redo) if redo else tr("Redo"))

    def recolour(self, theme: Theme) -> None:
        """Draw the icons in the colours of a theme."""
        for command in COMMANDS:
            if command.icon:
                self[command.name].setIcon(icons.icon(command.icon, theme))

    def fill_menu(self, menu: QMenu, entries: Entries) -> None:
        """Put commands and submenus into a menu."""
        for entry in entries:
            if entry == "|":
                menu.addSeparator()
            elif entry.startswith("@"):
                menu.addMenu(self._window.submenu(entry[1:]))
            else:
                menu.addAction(self[entry])

    def fill_toolbar(self, bar: QToolBar) -> None:
        """Put the commands of the toolbar into it."""
        for entry in TOOLBAR:
            if entry == "|":
                bar.addSeparator()
            else:
                bar.addAction(self[entry])

    def _made(self, command: Command) -> QAction:
        window = self._window
        action = QAction(shown(command.text), window)
        action.setShortcuts([QKeySequence(key) for key in command.keys])
        keys = ", ".join(
            QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
            for key in command.keys[:1]
        )
        about = shown(command.tip) or shown(command.text).rstrip("…")
        action.setToolTip(f"{about} ({keys})" if keys else about)
        action.setStatusTip(shown(command.tip))
        action.triggered.connect(lambda: command.do(window))
        owner = window.canvas if command.on_canvas else window
        if command.on_canvas:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        owner.addAction(action)
        return action
