"""The look of the printed documents: measures, type sizes, inks.

One grid, one accent, hair lines. Nothing depends on colour alone: every tone also has a letter, a
hatch or a weight, because crisis rooms have black-and-white printers.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

MM = 72 / 25.4
"""Points in a millimetre; every length in this room is in points."""

Ink: TypeAlias = str
"""Red, green and blue as a PDF operator takes them."""


def ink(code: str) -> Ink:
    """Return the ink of a colour written `#RRGGBB`."""
    parts = (int(code[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return " ".join(f"{part:.3g}" for part in parts)


BLACK = ink("#15191D")
MUTED = ink("#55606A")
FAINT = ink("#8A949C")
RULE = ink("#C3CAD0")
HAIR = ink("#DDE2E6")
SHADE = ink("#F3F5F7")
WHITE = ink("#FFFFFF")
ACCENT = ink("#0C4A63")
ACCENT_SOFT = ink("#E3EDF1")

RED = ink("#A61B1B")
RED_SOFT = ink("#F8E6E4")
AMBER = ink("#8A5A00")
AMBER_SOFT = ink("#FAF0DA")
GREEN = ink("#1E6B3A")
GREEN_SOFT = ink("#E4F1E8")

TONES: dict[str, tuple[Ink, Ink]] = {
    "bad": (RED, RED_SOFT),
    "warning": (AMBER, AMBER_SOFT),
    "good": (GREEN, GREEN_SOFT),
    "note": (ACCENT, ACCENT_SOFT),
    "plain": (MUTED, SHADE),
}
"""Tone -> its strong ink and its ground."""

HAIRLINE = 0.35
LINE = 0.6
STRONG = 1.1


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph is set: sizes and distances in points."""

    size: float
    leading: float
    bold: bool = False
    ink: Ink = BLACK
    before: float = 0.0
    after: float = 0.0
    centred: bool = False


BODY = Look(9.5, 13.6, after=5)
LEAD = Look(11.5, 16.6, ink=MUTED, after=9)
STRONG_BODY = Look(9.5, 13.6, bold=True, after=3)
NOTE = Look(9, 12.6, ink=MUTED, after=4)
CELL = Look(9, 11.8)
CELL_STRONG = Look(9, 11.8, bold=True)
CELL_DETAIL = Look(9, 11.4, ink=MUTED)
HEAD_CELL = Look(9, 11.2, bold=True, ink=MUTED)
LABEL = Look(9, 11.8, ink=MUTED)

HEADINGS: dict[int, Look] = {
    1: Look(19, 24, bold=True, ink=ACCENT, before=0, after=9),
    2: Look(12.5, 16.5, bold=True, before=15, after=5),
    3: Look(10, 14, bold=True, ink=ACCENT, before=10, after=3),
}
"""Level -> look; level 1 opens a page."""

BASELINE = 0.78
"""Where the baseline lies below the top of a line: this share of the leading."""

WRITING_ROW = 8.5 * MM
"""Height that leaves room for handwriting."""
