"""Commands that arrange the drawing and look around in it; the canvas carries them out."""

from __future__ import annotations

from typing import NamedTuple


class CanvasCommand(NamedTuple):
    """One command of the canvas as menus and the palette offer it.

    Attributes:
        name: What the canvas calls it.
        text: What menus say.
        least: How many services must be selected.
        keys: Its keys, which act while the canvas has the focus.
        icon: Name of a drawing; may be empty.
        tip: One sentence for the status bar and tooltips.
    """

    name: str
    text: str
    least: int = 0
    keys: tuple[str, ...] = ()
    icon: str = ""
    tip: str = ""


CANVAS_COMMANDS = (
    CanvasCommand("note", "Add a note", 0, ("Shift+N",), "note", "Text beside the services."),
    CanvasCommand(
        "frame", "Add a frame", 0, ("Shift+G",), tip="A titled frame, around what is selected."
    ),
    CanvasCommand("tidy-tiers", "Tidy with tiers as rows", tip="Tier 1 stands on top."),
    CanvasCommand(
        "tidy-sites",
        "Tidy with sites as lanes",
        tip="A tag such as site:Leeds says where a service is.",
    ),
    CanvasCommand("align-left", "Align left edges", 2),
    CanvasCommand("align-centre", "Align centres", 2),
    CanvasCommand("align-right", "Align right edges", 2),
    CanvasCommand("align-top", "Align tops", 2),
    CanvasCommand("align-middle", "Align middles", 2),
    CanvasCommand("align-bottom", "Align bottoms", 2),
    CanvasCommand("distribute-across", "Distribute across", 3),
    CanvasCommand("distribute-down", "Distribute down", 3),
    CanvasCommand("group", "Group…", 1, ("G",), "group", "Puts services into a group you name."),
    CanvasCommand("ungroup", "Ungroup", 1, ("Ctrl+Shift+G",)),
    CanvasCommand("collapse", "Collapse groups", 0, ("[",), tip="Draws each group as one card."),
    CanvasCommand("expand", "Expand groups", 0, ("]",)),
    CanvasCommand(
        "pin", "Pin or unpin", 1, ("P",), "pin", "A pinned service stays where it is when tidying."
    ),
    CanvasCommand(
        "focus", "Focus on the neighbourhood", 1, ("F",), "focus", "1 to 9 set how far it reaches."
    ),
    CanvasCommand("show-all", "Show all services"),
    CanvasCommand("upstream", "Select who needs it", 1, ("U",)),
    CanvasCommand("downstream", "Select what it needs", 1, ("J",)),
    CanvasCommand("minimap", "Overview map", 0, ("M",), "map"),
    CanvasCommand("back", "Back to where you looked before", 0, ("Alt+Shift+Left",)),
    CanvasCommand("forward", "Forward again", 0, ("Alt+Shift+Right",)),
)
