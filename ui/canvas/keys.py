"""The keys of the canvas: what is pressed to the name of what is done."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_PLAIN = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_CTRL_SHIFT = _CTRL | _SHIFT
_K = Qt.Key

KEYS: Mapping[tuple[Qt.Key, Qt.KeyboardModifier], str] = {
    (_K.Key_F2, _PLAIN): "rename",
    (_K.Key_Delete, _PLAIN): "delete",
    (_K.Key_Backspace, _PLAIN): "delete",
    (_K.Key_Delete, _CTRL): "delete-and-join",
    (_K.Key_Backspace, _CTRL): "delete-and-join",
    (_K.Key_Tab, _PLAIN): "chain-down",
    (_K.Key_Backtab, _SHIFT): "chain-up",
    (_K.Key_Tab, _SHIFT): "chain-up",
    (_K.Key_Backtab, _PLAIN): "chain-up",
    (_K.Key_L, _PLAIN): "link",
    (_K.Key_L, _SHIFT): "link-series",
    (_K.Key_K, _PLAIN): "redundant",
    (_K.Key_L, _CTRL): "tidy",
    (_K.Key_P, _PLAIN): "pin",
    (_K.Key_U, _PLAIN): "upstream",
    (_K.Key_U, _SHIFT): "upstream-all",
    (_K.Key_J, _PLAIN): "downstream",
    (_K.Key_J, _SHIFT): "downstream-all",
    (_K.Key_F, _PLAIN): "focus",
    (_K.Key_G, _PLAIN): "group",
    (_K.Key_G, _CTRL_SHIFT): "ungroup",
    (_K.Key_BracketLeft, _PLAIN): "collapse",
    (_K.Key_BracketRight, _PLAIN): "expand",
    (_K.Key_M, _PLAIN): "minimap",
    (_K.Key_N, _PLAIN): "new",
    (_K.Key_Insert, _PLAIN): "new",
    (_K.Key_N, _SHIFT): "note",
    (_K.Key_G, _SHIFT): "frame",
    (_K.Key_0, _PLAIN): "fit",
    (_K.Key_0, _CTRL): "actual-size",
    (_K.Key_Plus, _PLAIN): "zoom-in",
    (_K.Key_Equal, _PLAIN): "zoom-in",
    (_K.Key_Plus, _CTRL): "zoom-in",
    (_K.Key_Equal, _CTRL): "zoom-in",
    (_K.Key_Minus, _PLAIN): "zoom-out",
    (_K.Key_Minus, _CTRL): "zoom-out",
    (_K.Key_Left, _ALT): "walk-left",
    (_K.Key_Right, _ALT): "walk-right",
    (_K.Key_Up, _ALT): "walk-up",
    (_K.Key_Down, _ALT): "walk-down",
    (_K.Key_Left, _PLAIN): "nudge-left",
    (_K.Key_Right, _PLAIN): "nudge-right",
    (_K.Key_Up, _PLAIN): "nudge-up",
    (_K.Key_Down, _PLAIN): "nudge-down",
    (_K.Key_Left, _SHIFT): "nudge-left-far",
    (_K.Key_Right, _SHIFT): "nudge-right-far",
    (_K.Key_Up, _SHIFT): "nudge-up-far",
    (_K.Key_Down, _SHIFT): "nudge-down-far",
    (_K.Key_A, _CTRL): "select-all",
    (_K.Key_C, _CTRL): "copy",
    (_K.Key_X, _CTRL): "cut",
    (_K.Key_V, _CTRL): "paste",
    (_K.Key_D, _CTRL): "duplicate",
    (_K.Key_Z, _CTRL): "undo",
    (_K.Key_Z, _CTRL_SHIFT): "redo",
    (_K.Key_Y, _CTRL): "redo",
    (_K.Key_Escape, _PLAIN): "escape",
    (_K.Key_Return, _PLAIN): "edit-rto",
    (_K.Key_Enter, _PLAIN): "edit-rto",
    (_K.Key_B, _PLAIN): "blast-radius",
    (_K.Key_R, _PLAIN): "recovery-order",
    (_K.Key_T, _PLAIN): "table",
}
"""Keys that need no layout of their own; digits, ?, ! and @ are read from the text instead."""

_TEXTS: Mapping[str, str] = {
    "?": "key-help",
    "!": "fit",
    "@": "fit-selection",
    '"': "fit-selection",
    "[": "collapse",
    "]": "expand",
    "+": "zoom-in",
    "-": "zoom-out",
}


def command_of(event: QKeyEvent) -> str:
    """Return the command of a key press; empty when it has none here.

    Shift and 1 or 2 fit all or the selection; on most keyboards these are ``!`` and ``@`` or
    ``"``. Digits alone set the depth of a focus: ``depth-3``.
    """
    keypad = Qt.KeyboardModifier.KeypadModifier
    modifiers = event.modifiers() & ~keypad
    found = KEYS.get((Qt.Key(event.key()), modifiers))
    if found:
        return found
    if modifiers in (_PLAIN, _SHIFT):
        text = event.text()
        if modifiers == _PLAIN and text in tuple("123456789"):
            return f"depth-{text}"
        if modifiers == _SHIFT and event.key() in (_K.Key_1, _K.Key_2):
            return "fit" if event.key() == _K.Key_1 else "fit-selection"
        return _TEXTS.get(text, "")
    return ""
