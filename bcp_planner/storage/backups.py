"""Automatic backups: whole copies of plan files, kept in a folder of their own.

A copy is made before the first edit of a session, so that the plan as it was opened can be had
back even when the file itself is lost. Old copies go when there are too many or they are too old.
"""

from __future__ import annotations

import os
import re
import sqlite3
import sys
import zlib
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bcp_planner.storage import copies
from bcp_planner.storage.clock import now
from bcp_planner.storage.connection import connect, refuse_other_files
from bcp_planner.storage.problems import told
from bcp_planner.storage.sealed import is_sealed

_STAMP = "%Y-%m-%d %H-%M-%S.%f"
_NAME = re.compile(r"(\d{4}-\d\d-\d\d \d\d-\d\d-\d\d\.\d{6})\.bcplan(?:\.age)?")
_HALF_MADE = re.compile(rf"\.({_NAME.pattern})\.\d+\.tmp(?:-journal)?")
_PLAIN, _SEALED = ".bcplan", ".bcplan.age"
_NOT_IN_NAMES = re.compile(r"[^\w .-]+")


def default_folder() -> Path:
    """Return where this user's backups lie on this system."""
    home = Path.home()
    if sys.platform == "win32":
        data = Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif sys.platform == "darwin":
        data = home / "Library" / "Application Support"
    else:
        data = Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share")
    return data / "bcp-planner" / "backups"


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup: where it lies and when it was made (UTC)."""

    path: Path
    at: datetime

    @property
    def is_sealed(self) -> bool:
        """Whether it opens only with the passphrase the plan had then."""
        return self.path.name.endswith(_SEALED)


@dataclass(frozen=True, slots=True)
class Backups:
    """Where backups lie and how many are kept.

    Attributes:
        folder: Holds one folder for each plan file.
        keep: How many backups of one plan are kept at most; 0 makes none.
        days: After how many days a backup goes; the newest one always stays.
    """

    folder: Path = field(default_factory=default_folder)
    keep: int = 20
    days: int = 90

    def make(self, path: Path, connection: sqlite3.Connection) -> Backup | None:
        """Back an open plan file up and remove what has become too much.

        Returns:
            The backup, or None when none are kept.

        Raises:
            FileProblem: if it cannot be written.
        """
        return self._made(path, _PLAIN, lambda target: copies.copy_database(connection, target))

    def keep_file(self, path: Path) -> Backup | None:
        """Back an encrypted plan file up as it is on disk; like ``make``."""
        return self._made(path, _SEALED, lambda target: copies.copy_file(path, target))

    def _made(self, path: Path, ending: str, write: Callable[[Path], None]) -> Backup | None:
        if self.keep <= 0:
            return None
        folder = self._folder_of(path)
        made = now()
        for newest in self.of(path)[:1]:
            # Also when the clock was set back, a later backup has a later name.
            made = max(made, newest.at + timedelta(microseconds=1))
        target = folder / f"{made.strftime(_STAMP)}{ending}"
        with told(target):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            write(target)
        self._rotate(path, made)
        return Backup(target, made)

    def of(self, path: Path) -> Sequence[Backup]:
        """Return the backups of a plan file, newest first, also when the file is gone."""
        folder = self._folder_of(path)
        names = [name for name in _names_in(folder) if _NAME.fullmatch(name)]
        return [Backup(folder / name, _moment_of(name)) for name in sorted(names, reverse=True)]

    def forget(self, path: Path) -> None:
        """Remove every backup of a plan file; what cannot be removed stays."""
        for backup in self.of(path):
            with suppress(OSError):
                backup.path.unlink()
        self._remove_leftovers(path)

    def _remove_leftovers(self, path: Path) -> None:
        """Remove backups that were half made when the program was killed."""
        folder = self._folder_of(path)
        for name in _names_in(folder):
            if (found := _HALF_MADE.fullmatch(name)) is not None:
                copies.remove_leftovers(folder / found[1])

    def _rotate(self, path: Path, made: datetime) -> None:
        self._remove_leftovers(path)
        oldest = made - timedelta(days=self.days)
        for index, backup in enumerate(self.of(path)):
            if index >= self.keep or (index > 0 and backup.at < oldest):
                with suppress(OSError):
                    backup.path.unlink()

    def _folder_of(self, path: Path) -> Path:
        """Return a folder that people recognise and no two plan files share."""
        real = os.path.realpath(path)
        mark = f"{zlib.crc32(os.fsencode(real)):08x}"
        stem = _NOT_IN_NAMES.sub("_", path.stem)[:60].strip(" .")
        return self.folder / f"{stem} {mark}"


def restore(backup: Path, target: Path) -> None:
    """Put a backup in the place of a plan file in one step; the backup stays.

    Raises:
        FileProblem: if the backup cannot be read, or the target is being edited or not writable.
    """
    if is_sealed(backup):
        with told(backup):
            copies.copy_file(backup, Path(os.path.realpath(target)))
        return
    refuse_other_files(backup)
    with told(backup, reading=True):
        source = connect(backup, "ro")
        try:
            copies.copy_database(source, Path(os.path.realpath(target)))
        finally:
            source.close()


def _names_in(folder: Path) -> Sequence[str]:
    try:
        return [entry.name for entry in folder.iterdir()]
    except OSError:
        return ()


def _moment_of(name: str) -> datetime:
    stamp = name.removesuffix(".age").removesuffix(".bcplan")
    return datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC)
