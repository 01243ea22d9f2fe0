"""Sizes of windows and fields: they follow the size of the letters and the room on the screen."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSpinBox, QWidget

_LETTERS = 17
"""Height in pixels of a line of text in the font that the sizes below are meant for."""
_INDENT = 5
_FRAME = QSize(16, 56)
"""What the desktop puts around a window, and a little air."""


def scaled(widget: QWidget, pixels: int) -> int:
    """Return a length that was chosen for letters of the usual size, for those of a widget."""
    return round(pixels * max(1.0, widget.fontMetrics().height() / _LETTERS))


def indented(spin: QSpinBox) -> QSpinBox:
    """Return a number field whose text begins where that of other fields does.

    With buttons of its own a style sheet gives the text of a spin box no padding.
    """
    spin.lineEdit().setTextMargins(_INDENT, 0, 0, 0)
    return spin


def open_at(window: QWidget, width: int, height: int) -> None:
    """Give a window a size that suits its letters, but never more than the screen has room for.

    Args:
        window: A window that is not shown yet.
        width: Pixels, for letters of the usual size.
        height: Pixels, for letters of the usual size.
    """
    wanted = QSize(scaled(window, width), scaled(window, height))
    window.resize(wanted.boundedTo(window.screen().availableSize() - _FRAME))
