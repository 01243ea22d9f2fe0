"""A command of the window, and when it can be used."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.main_window import MainWindow

Test = Callable[["MainWindow"], bool]
Do = Callable[["MainWindow"], object]


def always(window: MainWindow) -> bool:
    """Any time."""
    return True


def has_services(window: MainWindow) -> bool:
    """Whether the plan has services."""
    return bool(window.space.bridge.plan.services)


def has_selection(window: MainWindow) -> bool:
    """Whether anything is selected."""
    return bool(window.space.selection.services or window.space.selection.requirements)


def has_chosen_services(window: MainWindow) -> bool:
    """Whether services are selected."""
    return bool(window.space.selection.services)


def has_two(window: MainWindow) -> bool:
    """Whether several services are selected."""
    return len(window.space.selection.services) > 1


def is_sealed(window: MainWindow) -> bool:
    """Whether the plan is encrypted."""
    session = window.space.bridge.session
    return session is not None and session.sealed is not None


def has_scenario(window: MainWindow) -> bool:
    """Whether a scenario is looked at."""
    return window.space.situation.scenario is not None


@dataclass(frozen=True, slots=True)
class Command:
    """One command.

    Attributes:
        name: Stable identifier.
        text: What menus and the palette say; an ellipsis when it asks for more.
        do: What it does to the window.
        icon: Name of a drawing; may be empty.
        keys: Shortcuts as Qt writes them; the first is shown in menus.
        when: Whether it can be used now.
        tip: One sentence for the status bar and tooltips.
        on_canvas: Its keys act only while the canvas has the focus, because they are letters.
    """

    name: str
    text: str
    do: Do
    icon: str = ""
    keys: tuple[str, ...] = ()
    when: Test = always
    tip: str = ""
    on_canvas: bool = False
