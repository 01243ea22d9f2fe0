"""Whether things on the screen may move by themselves: not where the desktop asks for none."""

from __future__ import annotations

from PySide6.QtWidgets import QProgressBar, QStyle, QWidget


def may_move(widget: QWidget) -> bool:
    """Return whether the desktop wants animations."""
    hint = QStyle.StyleHint.SH_Widget_Animation_Duration
    return widget.style().styleHint(hint, None, widget) > 0


def show_unknown(bar: QProgressBar) -> None:
    """Let a bar say that something goes on and not how far it is; words beside it say what.

    Such a bar moves; where nothing may, it is an empty one.
    """
    bar.setRange(0, 0 if may_move(bar) else 1)
    bar.reset()
