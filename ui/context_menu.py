"""The menu of a right click on the canvas: all that can be done with what was clicked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QMenu

from ui.canvas.hit import Hit, Part
from ui.language import tr
from ui.menus import ALIGNING, Entries

if TYPE_CHECKING:
    from ui.main_window import MainWindow

_SERVICES: Entries = (
    *("rename", "inspector", "chain-down", "chain-up", "link", "link-series", "redundant", "|"),
    *("what-if", "recovery-view", "focus", "@selecting", "|"),
    *("cut", "copy", "duplicate", "delete", "delete-and-join", "|"),
    *("group", "ungroup", "collapse", "expand", "frame", "|"),
    *("tidy", "@aligning", "pin", "fit-selection"),
)
_LINES: Entries = ("inspector", "redundant", "delete")
_GROUND: Entries = (
    *("paste", "note", "frame", "|", "select-all", "find", "palette", "|"),
    *("tidy", "tidy-tiers", "tidy-sites", "|", "@grouping", "collapse", "expand", "|"),
    *("fit", "zoom-real", "back", "forward", "show-all", "|"),
    *("palette-of-kinds", "minimap", "table", "keys"),
)
_SELECTING: Entries = ("upstream", "upstream-all", "downstream", "downstream-all")


def context_menu(window: MainWindow, hit: Hit, at: QPointF) -> QMenu:
    """Return the menu for what lies under the pointer.

    Args:
        window: The window; a click on a service or line has selected it.
        hit: What was clicked.
        at: Where, in pixels of the canvas.
    """
    menu, canvas, actions = QMenu(window), window.canvas, window.actions_by_name
    if hit.part in (Part.CARD, Part.NEEDS_HANDLE, Part.NEEDED_HANDLE):
        if hit.index in canvas.scene.groups:
            group = canvas.scene.ids[hit.index]
            menu.addAction(tr("Open this group"), lambda: canvas.sight.toggle(group))
        entries = _SERVICES
    elif hit.part in (Part.LINE, Part.BADGE):
        entries = _LINES
    else:
        menu.addAction(tr("New service here"), lambda: canvas.drafts.begin_at(at))
        if hit.part is Part.NOTE:
            menu.addAction(tr("Write on this note"), lambda: canvas.notes.write(hit.name))
            menu.addAction(tr("Delete this note"), canvas.notes.remove)
            canvas.notes.choose(hit.name)
        elif hit.part is Part.FRAME:
            menu.addAction(tr("Close this group"), lambda: canvas.sight.toggle(hit.name))
        entries = _GROUND
    for entry in entries:
        if entry in _SUBMENUS:
            title, inside = _SUBMENUS[entry]()
            actions.fill_menu(menu.addMenu(title), inside)
        else:
            actions.fill_menu(menu, (entry,))
    return menu


_SUBMENUS = {
    "@selecting": lambda: (tr("Select along the requirements"), _SELECTING),
    "@aligning": lambda: (tr("Align and distribute"), ALIGNING),
}
