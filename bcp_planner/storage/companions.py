"""Files beside a plan file that SQLite acts on by itself, refused where they reach elsewhere.

A journal takes half-made changes of a crash back, which is wanted. But one that was made by hand
can name any other file, which SQLite then deletes; a link can lead its writes to any other file;
and a write-ahead log replaces the content that was checked. No plan of this program has these.
"""

from __future__ import annotations

import os
from pathlib import Path

from bcp_planner.storage.problems import problem

_MAGIC = bytes.fromhex("d9d505f920a163d7")
"""Ends a journal that names another file (a super-journal)."""

_LINK = "“{name}” beside it leads to another place, so it was not opened; remove that file first"
_NAMES_ANOTHER = (
    "“{name}” beside it was not made by this program and could damage other files, so it was not "
    "opened; remove that file, or ask its sender for a fresh copy"
)
_LOG = (
    "another program keeps part of it in “{name}” beside it; close it in that program, "
    "or ask its sender for a fresh copy"
)


def refuse_companions(path: Path) -> None:
    """Refuse a plan file because of what lies beside it.

    Raises:
        FileProblem: if there is a link, a write-ahead log, or a journal that names another file.
        OSError: if that cannot be found out.
    """
    for ending in ("-journal", "-wal", "-shm"):
        refuse_link(path, path.with_name(path.name + ending))
    log = path.with_name(f"{path.name}-wal")
    if log.exists() and log.stat().st_size:
        raise problem(path, _LOG.format(name=log.name))
    journal = path.with_name(f"{path.name}-journal")
    if journal.exists() and _names_another_file(journal):
        raise problem(path, _NAMES_ANOTHER.format(name=journal.name))


def refuse_link(path: Path, beside: Path) -> None:
    """Refuse a plan file when something beside it is there, but is no file of its own.

    Raises:
        FileProblem: if it is a link, a folder, a pipe or a device.
    """
    if is_no_file_of_its_own(beside):
        raise problem(path, _LINK.format(name=beside.name))


def is_no_file_of_its_own(path: Path) -> bool:
    """Return whether something is there that is a link, a folder, a pipe or a device."""
    return os.path.lexists(path) and (path.is_symlink() or not path.is_file())


def _names_another_file(journal: Path) -> bool:
    with journal.open("rb") as file:
        file.seek(max(0, journal.stat().st_size - len(_MAGIC)))
        return file.read() == _MAGIC
