"""Texts of a plan are shown as they were typed, never read as the HTML they may look like.

Qt takes a text that begins like HTML for HTML, and an image in it is loaded from wherever its
address leads, on Windows also from another computer. Labels are set to plain text by the style
sheet; tooltips have no such switch, so what comes from a plan goes through `plain`.
"""

from __future__ import annotations

from html import escape

from PySide6.QtGui import Qt

_LONGEST_TIP = 2_000


def brief(text: str, most: int = 300) -> str:
    """Return a text without what would never fit on the screen.

    Qt measures a whole text before it shows the beginning, which takes minutes for megabytes.
    """
    return text if len(text) <= most else f"{text[:most]}…"


def plain(text: str) -> str:
    """Return a text that a tooltip shows letter by letter."""
    text = brief(text, _LONGEST_TIP)
    if not Qt.mightBeRichText(text):
        return text
    return f"<span>{escape(text)}</span>".replace("\n", "<br>")
