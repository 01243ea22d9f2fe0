"""What the makers need to know about an installation, and nothing of anybody's plan."""

from __future__ import annotations

import copy
import importlib.metadata
import locale
import logging
import os
import platform
import sys
from collections.abc import Iterator
from logging.handlers import RotatingFileHandler
from pathlib import Path

import bcp_planner
import resources

LIBRARIES = (
    "PySide6-Essentials",
    "networkx",
    "numpy",
    "numba",
    "sqlite-utils",
    "reportlab",
    "openpyxl",
    "pyrage",
    "ortools",
)
_LOG_BYTES = 500_000
_OLD_LOGS = 3


def report() -> str:
    """Return versions and places, one a line; no name, path or content of a plan."""
    return "\n".join(f"{key}: {value}" for key, value in _facts())


def log_file() -> Path:
    """Return where the log lies; its folder is made when missing."""
    from ui.settings import data_folder

    return data_folder("logs") / "bcp-planner.log"


def write_log() -> None:
    """Write warnings and errors of the program to the log from now on.

    Files of half a megabyte, the last three older ones are kept.
    """
    handler = RotatingFileHandler(
        log_file(), maxBytes=_LOG_BYTES, backupCount=_OLD_LOGS, encoding="utf-8", delay=True
    )
    handler.setFormatter(_Discreet("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    handler.setLevel(logging.WARNING)
    logging.getLogger().addHandler(handler)


class _Discreet(logging.Formatter):
    """Writes where an error happened and not what it says, which may quote the plan."""

    def format(self, record: logging.LogRecord) -> str:
        own = copy.copy(record)
        own.exc_text = None  # what another formatter made of the error
        return super().format(own)

    def formatException(self, ei: object) -> str:
        from ui.crash import report as told

        error = ei[1] if isinstance(ei, tuple) else None
        return told(error) if isinstance(error, BaseException) else ""


def _facts() -> Iterator[tuple[str, object]]:
    yield "program", f"Business Continuity Planner {bcp_planner.__version__}"
    yield "runs as", "bundle" if hasattr(sys, "_MEIPASS") else "Python package"
    yield "Python", f"{platform.python_version()} ({platform.python_implementation()})"
    yield "system", f"{platform.system()} {platform.release()} {platform.machine()}"
    yield "processors", os.cpu_count()
    yield "language", ".".join(part or "?" for part in locale.getlocale())
    yield "screen", os.environ.get("QT_QPA_PLATFORM") or _screen()
    for name in LIBRARIES:
        yield name, _version(name)
    yield "SQLite", _sqlite()
    yield "resources", _shortened(resources.path(""))
    yield "log", _shortened(log_file())
    yield "settings", _shortened(_settings_file())


def _version(name: str) -> str:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return "not listed"


def _sqlite() -> str:
    from bcp_planner.storage.connection import library_version

    return library_version()


def _settings_file() -> Path:
    from PySide6.QtCore import QSettings

    from ui.settings import APPLICATION, ORGANISATION

    scope, form = QSettings.Scope.UserScope, QSettings.Format.IniFormat
    return Path(QSettings(form, scope, ORGANISATION, APPLICATION).fileName())


def _screen() -> str:
    if os.environ.get("WAYLAND_DISPLAY"):
        return "Wayland"
    return "X11" if os.environ.get("DISPLAY") else "the system's own"


def _shortened(path: Path) -> str:
    """Return a path without the person's name in it."""
    try:
        return f"~/{path.relative_to(Path.home()).as_posix()}"
    except ValueError:
        return str(path)
