"""Connections to plan files: checked before they are opened, and hardened against their content."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal, TypeAlias

from bcp_planner.domain.errors import FileProblem
from bcp_planner.storage.companions import refuse_companions
from bcp_planner.storage.problems import damage, problem, told
from bcp_planner.storage.schema import APPLICATION_ID

Mode: TypeAlias = Literal["ro", "rw", "rwc"]

_MAGIC = b"SQLite format 3\x00"
_HEADER_BYTES = 100
ENCRYPTED = (
    "it is encrypted; open it in the window, or name a file with its passphrase in "
    "BCP_PLANNER_PASSPHRASE_FILE"
)
_ROLLBACK_FORM = b"\x01\x01"
"""Not the form with a write-ahead log, part of which lies in other files."""
LARGEST_FILE = 4 << 30
_READING_SECONDS = 4.0
_CHECK_SECONDS = 0.08
_STEPS_BETWEEN_LOOKS = 20_000
_LIMITS = (
    (sqlite3.SQLITE_LIMIT_LENGTH, 256 << 20),
    (sqlite3.SQLITE_LIMIT_SQL_LENGTH, 1 << 20),
    (sqlite3.SQLITE_LIMIT_COLUMN, 100),
    (sqlite3.SQLITE_LIMIT_EXPR_DEPTH, 100),
    (sqlite3.SQLITE_LIMIT_ATTACHED, 0),
    (sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH, 1),
)


def library_version() -> str:
    """Return the version of SQLite that reads and writes plan files."""
    return sqlite3.sqlite_version


def followed(path: Path) -> Path:
    """Return the file a path leads to, so that two names of one file share one lock."""
    try:
        return Path(os.path.realpath(path))
    except (OSError, ValueError) as error:
        raise FileProblem(f"{path!s:.80}: not a usable file name; choose another") from error


def refuse_other_files(path: Path) -> None:
    """Refuse, from its first bytes alone, what is not a plan file.

    Raises:
        FileProblem: if the file is missing, a folder, empty, too large, or of another kind.
    """
    size = size_of_file(path)
    with told(path), path.open("rb") as file:
        header = file.read(_HEADER_BYTES)
    refuse_other_content(path, header, size)


def size_of_file(path: Path) -> int:
    """Return the bytes of a file, which can be read without waiting for anybody.

    Raises:
        FileProblem: if it is missing, a folder or a device.
    """
    with told(path):
        size = path.stat().st_size
        if path.is_dir():
            raise problem(path, "it is a folder; choose a plan file")
        if not path.is_file():
            raise problem(path, "it is a device, not a file; choose a plan file")
    return size


def refuse_other_content(path: Path, header: bytes, size: int) -> None:
    """Refuse, from its first 100 bytes and its size, what is not the content of a plan file.

    Raises:
        FileProblem: if it is empty, too large, or of another kind.
    """
    if not header:
        raise problem(path, "the file is empty; restore a backup or ask for a fresh copy")
    if header.startswith(b"age-encryption.org/"):
        raise problem(path, ENCRYPTED)
    if not header.startswith(_MAGIC[: len(header)]):
        raise problem(path, "it is not a plan file; choose a file whose name ends in .bcplan")
    if len(header) < _HEADER_BYTES:
        raise damage(path, "it ends after its first bytes")
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise problem(path, "it is the database of another program; choose a plan file")
    if header[18:20] != _ROLLBACK_FORM:
        raise damage(path, "another program changed its form")
    if size > LARGEST_FILE:
        raise problem(path, "it is larger than 4 GB, which this program does not read")


def connect(path: Path, mode: Mode) -> sqlite3.Connection:
    """Return a hardened connection; the caller has refused other kinds of files and closes it.

    Raises:
        FileProblem: if something beside the file could make SQLite reach other files.
    """
    refuse_companions(path)
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=5,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        harden(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def harden(connection: sqlite3.Connection) -> None:
    """Limit what the content of a database can make SQLite do."""
    for category, limit in _LIMITS:
        connection.setlimit(category, limit)
    for pragma in (
        "trusted_schema = OFF",
        "cell_size_check = ON",
        "mmap_size = 0",
        "temp_store = MEMORY",
        "foreign_keys = OFF",
    ):
        connection.execute(f"PRAGMA {pragma}")
    defend = getattr(connection, "setconfig", None)  # since Python 3.12
    if defend is not None:
        defend(1010, True)  # SQLITE_DBCONFIG_DEFENSIVE


def forbid_writing(connection: sqlite3.Connection) -> None:
    """Refuse every statement that writes; half-made changes of a crash are still taken back."""
    connection.execute("PRAGMA query_only = ON")


def make_durable(connection: sqlite3.Connection) -> None:
    """Make every commit survive a power cut, before the first write to a file found sound."""
    # A rollback journal that is emptied and synced, not deleted, makes a commit survive a power
    # cut without a sync of the folder; it is deleted when the file is closed.
    connection.execute("PRAGMA journal_mode = TRUNCATE").fetchone()
    connection.execute("PRAGMA synchronous = FULL")


def leave_no_journal(connection: sqlite3.Connection) -> None:
    """Delete the emptied journal beside the file, before closing."""
    connection.execute("PRAGMA journal_mode = DELETE").fetchone()


@contextmanager
def within(
    connection: sqlite3.Connection, seconds: float = _READING_SECONDS
) -> Generator[None, None, None]:
    """Interrupt what the block asks of the database when it takes longer than a time."""
    end = time.monotonic() + seconds
    connection.set_progress_handler(lambda: int(time.monotonic() > end), _STEPS_BETWEEN_LOOKS)
    try:
        yield
    finally:
        connection.set_progress_handler(None, 0)


def check_integrity(connection: sqlite3.Connection, path: Path) -> None:
    """Check the structure of the file for as long as nobody notices; small files completely.

    Raises:
        DamagedFile: if something is wrong.
    """
    try:
        with within(connection, _CHECK_SECONDS):
            (found,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
            return
        raise
    if found != "ok":
        raise damage(path, " ".join(str(found).replace("*** in database main ***", "").split()))
