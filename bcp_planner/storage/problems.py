"""What can go wrong with a file, as sentences for a person."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from bcp_planner.domain.errors import FileProblem


class DamagedFile(FileProblem):
    """A plan file whose content cannot be trusted; a repaired copy may still be made of it."""


_LONGEST_NAME = 120

_FULL = "the disk is full; free some space and try again, nothing was changed"
_PROTECTED = "the file or its folder is write-protected; save a copy in another folder"
_DENIED = "you have no permission to open it; ask for access or copy it to a folder of yours"
_DAMAGED = "the file is damaged; make a repaired copy of it or restore a backup"
MOVED = (
    "the file was removed, moved or replaced since it was opened here; "
    "nothing is lost, save a copy to keep your plan"
)

_BY_CODE = {
    sqlite3.SQLITE_BUSY: "another program is using it; try again when that has finished",
    sqlite3.SQLITE_LOCKED: "another program is using it; try again when that has finished",
    sqlite3.SQLITE_PROTOCOL: "another program is using it; try again when that has finished",
    sqlite3.SQLITE_READONLY: _PROTECTED,
    sqlite3.SQLITE_PERM: _DENIED,
    sqlite3.SQLITE_AUTH: _DENIED,
    sqlite3.SQLITE_CANTOPEN: _DENIED,
    sqlite3.SQLITE_IOERR: (
        "the disk reported an error; check the disk or network drive, "
        "and save a copy in another place"
    ),
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_TOOBIG: "it holds more than this program can keep in one entry",
    sqlite3.SQLITE_NOMEM: "there is not enough memory; close other programs and try again",
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_INTERRUPT: "reading it takes too long, so it is probably damaged; "
    "make a repaired copy of it or restore a backup",
    sqlite3.SQLITE_NOTADB: "it is not a plan file; choose a file whose name ends in .bcplan",
}
_DAMAGE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_INTERRUPT}
_BY_ERRNO = {
    errno.ENOENT: "there is no such file or folder; check the name",
    errno.ENOTDIR: "there is no such file or folder; check the name",
    errno.EISDIR: "it is a folder; choose a file",
    errno.EACCES: _DENIED,
    errno.EPERM: _DENIED,
    errno.EROFS: _PROTECTED,
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: _FULL,
    errno.ENAMETOOLONG: "the name is too long; choose a shorter one",
}


def problem(path: Path, what: str) -> FileProblem:
    """Return the problem of a file, named by its last part and its folder."""
    return FileProblem(f"{_named(path)}: {what}")


def damage(path: Path, detail: str = "") -> DamagedFile:
    """Return the problem that a file is damaged, with what was found first."""
    return DamagedFile(f"{_named(path)}: {_DAMAGED}" + (f" ({detail})" if detail else ""))


def _named(path: Path) -> str:
    return f"“{_plain(path.name)}” in “{_plain(str(path.parent))}”" if path.name else f"“{path}”"


def _plain(name: str) -> str:
    """Return a name without what would break a line, from its end when it is long."""
    text = "".join(letter if letter.isprintable() else "�" for letter in name)
    return text if len(text) <= _LONGEST_NAME else f"…{text[-_LONGEST_NAME:]}"


@contextmanager
def told(path: Path, *, reading: bool = False) -> Generator[None, None, None]:
    """Turn what the database or the system refuses into one sentence about the file.

    Args:
        path: The file worked on.
        reading: Whether the content comes from elsewhere, so that any complaint of the database
            is about that content and not about our own statements.

    Raises:
        FileProblem: for every expected refusal; other exceptions are defects and pass through.
    """
    try:
        yield
    except sqlite3.Error as error:
        raise _of_sqlite(path, error, reading) from error
    except UnicodeDecodeError as error:
        raise damage(path) from error
    except OSError as error:
        raise _of_system(path, error) from error


def _of_sqlite(path: Path, error: sqlite3.Error, reading: bool) -> Exception:
    extended: int | None = getattr(error, "sqlite_errorcode", None)
    if extended is None:
        return damage(path) if reading else error
    if extended == sqlite3.SQLITE_READONLY_DBMOVED:
        return problem(path, MOVED)
    code = extended & 0xFF
    if code in _DAMAGE:
        return DamagedFile(f"{_named(path)}: {_BY_CODE[code]}")
    if code in _BY_CODE:
        return problem(path, _BY_CODE[code])
    return damage(path) if reading else error


def _of_system(path: Path, error: OSError) -> FileProblem:
    reason = error.strerror or type(error).__name__
    return problem(path, _BY_ERRNO.get(error.errno or 0, f"the system refused it: {reason}"))
