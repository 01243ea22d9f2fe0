"""What happens when the program itself is wrong: a report without anything from the plan."""

from __future__ import annotations

import logging
import platform
import sys
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QObject, Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout

import bcp_planner
from ui.language import mark, shown, tr

_SAID = mark(
    "The program made a mistake. Your plan is safe: every edit is already in its file. "
    "You can go on working, or copy the report below, which holds nothing of your plan."
)

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], object]


def report(error: BaseException) -> str:
    """Return a report for the makers: versions, and where in the program it broke.

    The error's own message is left out, because it may quote the plan.
    """
    places = traceback.extract_tb(error.__traceback__)
    lines = [f"  {_short(place.filename)}:{place.lineno} in {place.name}" for place in places]
    system = f"{platform.system()} {platform.release()}"
    return "\n".join(
        [
            f"Business Continuity Planner {bcp_planner.__version__}",
            f"Python {platform.python_version()}, Qt {qVersion()}, {system}",
            f"{type(error).__name__} at",
            *lines,
        ]
    )


def _short(filename: str) -> str:
    for root in ("bcp_planner", "ui"):
        _, found, rest = filename.replace("\\", "/").rpartition(f"/{root}/")
        if found:
            return f"{root}/{rest}"
    return filename.replace("\\", "/").rsplit("/", 1)[-1]


LEAVE = 2
"""What the dialog ends with when the program is to be closed; Escape only closes the dialog."""


class CrashDialog(QDialog):
    """Says that the program made a mistake and that the plan is safe; the report can be copied."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setWindowTitle(tr("Something went wrong"))
        said = QLabel(shown(_SAID), wordWrap=True)
        self.text = QPlainTextEdit(text, readOnly=True)
        self.text.setAccessibleName(tr("Report"))
        copy, go_on = QPushButton(tr("Copy report")), QPushButton(tr("Go on working"))
        leave = QPushButton(tr("Close the program"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(text))
        go_on.clicked.connect(self.accept)
        leave.clicked.connect(lambda: self.done(LEAVE))
        go_on.setProperty("primary", "true")
        row = QHBoxLayout()
        row.addWidget(copy)
        row.addStretch()
        row.addWidget(leave)
        row.addWidget(go_on)
        layout = QVBoxLayout(self)
        layout.addWidget(said)
        layout.addWidget(self.text)
        layout.addLayout(row)
        self.resize(620, 380)


class CrashHook(QObject):
    """Catches what nobody caught, also from workers, and shows each mistake once."""

    _caught = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._showing = False
        self._told: set[str] = set()
        self._before: Hook = sys.excepthook
        self._caught.connect(self._show)

    def install(self) -> None:
        """Become the interpreter's hook for uncaught errors."""
        sys.excepthook = self._on_error

    def remove(self) -> None:
        """Give the hook back."""
        sys.excepthook = self._before

    def tell(self, error: BaseException) -> None:
        """Report an error that was caught elsewhere, such as in a worker; the log keeps it."""
        text = report(error)
        logging.getLogger(__name__).error("%s", text)
        self._caught.emit(text)

    def _on_error(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        self._before(kind, error, trace)
        if issubclass(kind, KeyboardInterrupt):
            QGuiApplication.quit()
        else:
            self.tell(error)

    def _show(self, text: str) -> None:
        if self._showing or text in self._told:
            return
        self._told.add(text)
        self._showing = True
        answer = CrashDialog(text).exec()
        self._showing = False
        if answer == LEAVE:
            QGuiApplication.quit()
