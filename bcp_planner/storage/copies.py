"""Files that appear whole or not at all."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Generator
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path

from bcp_planner.storage.lock import EditLock, HeldElsewhere
from bcp_planner.storage.problems import problem, told


@contextmanager
def new_file(path: Path) -> Generator[Path, None, None]:
    """Give a temporary path beside a new file and publish it under its name at the end.

    Raises:
        FileProblem: if something of that name exists.
    """
    if os.path.lexists(path):
        raise _exists(path)
    _refuse_missing_folder(path)
    with _temporary(path) as fresh:
        yield fresh
        _sync(fresh)
        try:
            # A link refuses an existing name, which a rename on POSIX does not.
            os.link(fresh, path)
        except FileExistsError as error:
            raise _exists(path) from error
        except (OSError, NotImplementedError, AttributeError):
            if os.path.lexists(path):
                raise _exists(path) from None
            fresh.rename(path)
    sync_folder(path.parent)


@contextmanager
def replacement(target: Path, *, held: bool = False) -> Generator[Path, None, None]:
    """Give a temporary path beside a file and put it in the file's place at the end, in one step.

    Args:
        target: The file.
        held: Whether the caller has the right to edit the target.

    Raises:
        FileProblem: if the target cannot be written or is being edited; it is unchanged then.
    """
    if target.is_dir():
        raise problem(target, "it is a folder; choose a file name")
    _refuse_missing_folder(target)
    free = nullcontext() if held else _unedited(target)
    with told(target), free, _temporary(target) as fresh:
        yield fresh
        with suppress(FileNotFoundError):
            fresh.chmod(target.stat().st_mode & 0o777)
        _sync(fresh)
        fresh.replace(target)
        sync_folder(target.parent)


def copy_database(source: sqlite3.Connection, target: Path) -> None:
    """Write a consistent copy of an open database, replacing the target in one step.

    Raises:
        FileProblem: if the target cannot be written or is being edited; it is unchanged then.
    """
    with replacement(target) as fresh:
        copy = sqlite3.connect(fresh, isolation_level=None)
        try:
            source.backup(copy)
        finally:
            copy.close()


def copy_file(source: Path, target: Path) -> None:
    """Write a copy of a file byte by byte, readable by its owner only, replacing the target.

    Raises:
        FileProblem: if the target cannot be written or is being edited; it is unchanged then.
        OSError: if the source cannot be read.
    """
    content = source.read_bytes()
    with replacement(target) as fresh:
        fresh.touch(mode=0o600)
        fresh.write_bytes(content)


def _refuse_missing_folder(path: Path) -> None:
    if not path.parent.is_dir():
        raise problem(path, "there is no such folder; check the name or create the folder")


def _exists(path: Path) -> Exception:
    return problem(path, "there is a file of that name already; choose another name")


@contextmanager
def _unedited(path: Path) -> Generator[None, None, None]:
    """Hold off editors of an existing file."""
    if not path.exists():
        yield
        return
    try:
        lock = EditLock.take(path)
    except HeldElsewhere as held:
        raise problem(path, f"it is being edited by {held}; choose another name") from held
    try:
        yield
    finally:
        lock.release()


@contextmanager
def _temporary(path: Path) -> Generator[Path, None, None]:
    """Give a free name beside a file and remove what is left of it at the end."""
    fresh = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    _remove(fresh)
    try:
        yield fresh
    finally:
        _remove(fresh)


def remove_leftovers(path: Path) -> None:
    """Remove what a killed program left of copies to a file; nobody else may be writing it now."""
    with suppress(OSError):
        for leftover in path.parent.iterdir():
            name = leftover.name
            if name.startswith(f".{path.name}.") and name.endswith((".tmp", ".tmp-journal")):
                _remove(leftover)


def _remove(fresh: Path) -> None:
    for leftover in (fresh, fresh.with_name(f"{fresh.name}-journal")):
        with suppress(OSError):
            leftover.unlink()


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Make new names in a folder survive a power cut, where the system can."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
