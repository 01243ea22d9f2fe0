"""Dialogs that a function asks and then has done with."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from typing import TypeVar

from PySide6.QtWidgets import QDialog

Dialog = TypeVar("Dialog", bound=QDialog)


@contextmanager
def passing(dialog: Dialog) -> Generator[Dialog, None, None]:
    """Delete a dialog after the block, and with it what was typed into it.

    Otherwise its window would keep it, hidden, for as long as the window lives.
    """
    try:
        yield dialog
    finally:
        dialog.deleteLater()
