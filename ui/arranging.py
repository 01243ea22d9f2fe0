"""Commands that arrange the drawing and look around in it; the canvas carries them out."""

from __future__ import annotations

from typing import NamedTuple

from ui.language import mark


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
    CanvasCommand("chain-down", mark("Add what it needs"), 1, ("Tab",)),
    CanvasCommand("chain-up", mark("Add what needs it"), 1, ("Shift+Tab",)),
    CanvasCommand(
        "link-series",
        mark("Connect selected services one after the other"),
        2,
        ("Shift+L",),
        tip=mark("Each needs the next one below it."),
    ),
    CanvasCommand(
        "delete-and-join",
        mark("Delete and join the neighbours"),
        1,
        ("Ctrl+Del",),
        tip=mark("What needed it needs what it needed."),
    ),
    CanvasCommand(
        "note", mark("Add a note"), 0, ("Shift+N",), "note", mark("Text beside the services.")
    ),
    CanvasCommand(
        "frame",
        mark("Add a frame"),
        0,
        ("Shift+G",),
        tip=mark("A titled frame, around what is selected."),
    ),
    CanvasCommand("tidy-tiers", mark("Tidy with tiers as rows"), tip=mark("Tier 1 stands on top.")),
    CanvasCommand(
        "tidy-sites",
        mark("Tidy with sites as lanes"),
        tip=mark("A tag such as site:Leeds says where a service is."),
    ),
    CanvasCommand("align-left", mark("Align left edges"), 2),
    CanvasCommand("align-centre", mark("Align centres"), 2),
    CanvasCommand("align-right", mark("Align right edges"), 2),
    CanvasCommand("align-top", mark("Align tops"), 2),
    CanvasCommand("align-middle", mark("Align middles"), 2),
    CanvasCommand("align-bottom", mark("Align bottoms"), 2),
    CanvasCommand("distribute-across", mark("Distribute across"), 3),
    CanvasCommand("distribute-down", mark("Distribute down"), 3),
    CanvasCommand(
        "group", mark("Group…"), 1, ("G",), "group", mark("Puts services into a group you name.")
    ),
    CanvasCommand("ungroup", mark("Ungroup"), 1, ("Ctrl+Shift+G",)),
    CanvasCommand(
        "collapse", mark("Collapse groups"), 0, ("[",), tip=mark("Draws each group as one card.")
    ),
    CanvasCommand("expand", mark("Expand groups"), 0, ("]",)),
    CanvasCommand(
        "pin",
        mark("Pin or unpin"),
        1,
        ("P",),
        "pin",
        mark("A pinned service stays where it is when tidying."),
    ),
    CanvasCommand(
        "focus",
        mark("Focus on the neighbourhood"),
        1,
        ("F",),
        "focus",
        mark("1 to 9 set how far it reaches."),
    ),
    CanvasCommand("show-all", mark("Show all services")),
    CanvasCommand("upstream", mark("Select who needs it"), 1, ("U",)),
    CanvasCommand("downstream", mark("Select what it needs"), 1, ("J",)),
    CanvasCommand("upstream-all", mark("Select all who need it in the end"), 1, ("Shift+U",)),
    CanvasCommand("downstream-all", mark("Select all that it rests on"), 1, ("Shift+J",)),
    CanvasCommand("palette-of-kinds", mark("Kinds to drag onto the canvas"), 0),
    CanvasCommand("minimap", mark("Overview map"), 0, ("M",), "map"),
    CanvasCommand("back", mark("Back to where you looked before"), 0, ("Alt+Shift+Left",)),
    CanvasCommand("forward", mark("Forward again"), 0, ("Alt+Shift+Right",)),
)
