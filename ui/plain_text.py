"""Texts of a plan are shown as they were typed, never read as the HTML they may look like.

Qt takes a text that begins like HTML for HTML, and an image in it is loaded from wherever its
address leads, on Windows also from another computer. Labels are set to plain text by the style
sheet; tooltips have no such switch, so what comes from a plan goes through `plain`.
"""

from __future__ import annotations

from html import escape

from PySide6.QtGui import Qt


def plain(text: str) -> str:
    """Return a text that a tooltip shows letter by letter."""
    if not Qt.mightBeRichText(text):
        return text
    return f"<span>{escape(text)}</span>".replace("\n", "<br>")
