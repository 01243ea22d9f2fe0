"""Colours that follow from the theme. Lines are never blended: they are mixed beforehand."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QColor

from bcp_planner.domain.entities import SERVICE_KINDS
from ui.theme import Theme

_HUES = {
    "product": 268,
    "process": 292,
    "application": 214,
    "data": 190,
    "infrastructure": 232,
    "network": 170,
    "facility": 28,
    "people": 330,
    "equipment": 48,
    "supplier": 88,
}


def mix(one: QColor, other: QColor, part: float) -> QColor:
    """Return an opaque colour with `part` (0 to 1) of the first and the rest of the second."""
    rest = 1 - part
    return QColor(
        round(one.red() * part + other.red() * rest),
        round(one.green() * part + other.green() * rest),
        round(one.blue() * part + other.blue() * rest),
    )


@lru_cache(maxsize=64)
def kind_ink(kind: str, dark: bool) -> QColor:
    """Return the colour of a kind's sign; muted, so that states stand out against it."""
    hue = _HUES.get(kind, 214)
    return QColor.fromHsl(hue, 110 if dark else 105, 178 if dark else 92)


def kind_soft(kind: str, theme: Theme) -> QColor:
    """Return the area colour behind a kind's sign."""
    return mix(kind_ink(kind, theme.dark), theme.card, 0.22 if theme.dark else 0.15)


def kind_block(number: int, theme: Theme) -> QColor:
    """Return the colour of a small block for a kind's number; -1 for a group."""
    if number < 0:
        return mix(theme.accent, theme.canvas, 0.45)
    return mix(kind_ink(SERVICE_KINDS[number], theme.dark), theme.canvas, 0.55)
