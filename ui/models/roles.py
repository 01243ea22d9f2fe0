"""Roles under which our models give more than Qt's own."""

from __future__ import annotations

from PySide6.QtCore import Qt

_FIRST = int(Qt.ItemDataRole.UserRole)

ROW_ROLE = _FIRST + 1
"""The value that a row shows."""

SORT_ROLE = _FIRST + 2
"""What a cell sorts by."""

FIELD_ROLE = _FIRST + 3
"""The `FieldOf` that a cell edits."""
