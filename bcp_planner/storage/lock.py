"""Who may edit a plan file: one session at a time, across processes and inside one.

The lock is one of the operating system on a small file beside the plan, so it ends with the
process that holds it, however that ends. The small file says who holds it.
"""

from __future__ import annotations

import errno
import getpass
import json
import os
import sys
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, cast

from bcp_planner.domain.codec import shown
from bcp_planner.storage.clock import now
from bcp_planner.storage.companions import is_no_file_of_its_own

_BEYOND_CONTENT = 1 << 30
"""Windows locks ranges of bytes for reading too; this one lies past what others read."""


def current_user() -> str:
    """Return who works here, as ``user@host``."""
    try:
        user = getpass.getuser()
    except (KeyError, OSError):
        user = "someone"
    return f"{user}@{_host()}"


def _host() -> str:
    # Asked of the system directly: the socket module takes longer to import than a plan to open.
    if sys.platform == "win32":
        return os.environ.get("COMPUTERNAME") or "this computer"
    return os.uname().nodename or "this computer"


_WRITE_PROTECTED = (
    "The file or its folder is write-protected, so it can be looked at but not changed; "
    "save a copy in another folder to edit it"
)
_DISK_FULL = (
    "The disk is full, so it can be looked at but not changed; free some space and open it again"
)
_ONLY_READ = "It was opened for reading only; save a copy to edit it"


@dataclass(frozen=True, slots=True)
class Holder:
    """Who edits a plan file: user and host, process number, and since when (UTC, ISO 8601)."""

    who: str
    pid: int
    since: str

    def sentence(self) -> str:
        """Return the holder in words."""
        since = ""
        with suppress(ValueError):
            moment = datetime.fromisoformat(self.since).astimezone()
            since = f" since {moment:%Y-%m-%d %H:%M}"
        if self.pid == os.getpid() and self.who == current_user():
            return f"another window of this program{since}"
        return f"{self.who} (process {self.pid}){since}"


class HeldElsewhere(Exception):
    """Another session holds the lock."""

    def __init__(self, holder: Holder | None) -> None:
        """Remember the holder, or None when it left no readable trace."""
        self.holder = holder
        super().__init__(holder.sentence() if holder else "another program")


class EditLock:
    """The right to edit one plan file, from ``take`` to ``release``."""

    def __init__(self, path: Path, descriptor: int) -> None:
        self._path = path
        self._descriptor: int | None = descriptor

    @classmethod
    def take(cls, plan_path: Path) -> EditLock:
        """Take the right to edit a plan file.

        Raises:
            HeldElsewhere: if another session has it.
            OSError: if the folder does not let us write the small file.
        """
        path = lock_path(plan_path)
        while True:
            descriptor, own = _opened(path)
            try:
                if not _try_lock(descriptor):
                    raise HeldElsewhere(_read_holder(path))
                if not own:
                    path.unlink()
                elif _same_file(path, descriptor):
                    _write_holder(descriptor)
                    return cls(path, descriptor)
            except BaseException:
                os.close(descriptor)
                raise
            os.close(descriptor)

    def release(self) -> None:
        """Give the right back and remove the small file; a second call does nothing."""
        if self._descriptor is None:
            return
        descriptor, self._descriptor = self._descriptor, None
        if sys.platform != "win32":
            # Removed while still locked, so that nobody locks a file about to vanish.
            with suppress(OSError):
                self._path.unlink()
        _unlock(descriptor)
        os.close(descriptor)
        if sys.platform == "win32":
            with suppress(OSError):
                self._path.unlink()


def lock_path(plan_path: Path) -> Path:
    """Return the small file beside a plan that says who edits it."""
    return plan_path.with_name(f".{plan_path.name}.lock")


def _opened(path: Path) -> tuple[int, bool]:
    """Open the small file, made if need be; and whether we may write who we are into it.

    What another user left behind may only be readable, which is enough to see that it is stale.
    """
    if is_no_file_of_its_own(path):
        path.unlink()  # whoever put it there wants another file overwritten, or us to wait
    unfollowed = getattr(os, "O_NOFOLLOW", 0)
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT | unfollowed, 0o666), True
    except PermissionError:
        return os.open(path, os.O_RDONLY | unfollowed), False


def _same_file(path: Path, descriptor: int) -> bool:
    """Whether the name still leads to what was locked; its last holder may just have removed it."""
    try:
        named, locked = path.stat(), os.fstat(descriptor)
    except FileNotFoundError:
        return False
    return (named.st_dev, named.st_ino) == (locked.st_dev, locked.st_ino)


def _write_holder(descriptor: int) -> None:
    holder = Holder(current_user(), os.getpid(), now().isoformat(timespec="seconds"))
    with suppress(OSError):  # on a full disk the lock still holds, without a name on it
        os.ftruncate(descriptor, 0)
        os.lseek(descriptor, 0, os.SEEK_SET)
        os.write(descriptor, json.dumps(asdict(holder)).encode())


def _read_holder(path: Path) -> Holder | None:
    """Return who wrote the small file; its content is foreign and only ever shown."""
    try:
        with path.open("rb") as file:
            found: Any = json.loads(file.read(4096))
        given = cast("dict[str, object]", dict(found))
        who = shown(str(given["who"])).strip("“”")
        return Holder(who, int(str(given["pid"])), str(given["since"])[:40])
    except (OSError, ValueError, TypeError, KeyError):
        return None


def right_to_edit(path: Path, *, edit: bool) -> tuple[EditLock | None, str | None]:
    """Return the right to edit a plan file, or why there is none.

    Args:
        path: The file, with links followed.
        edit: Whether it is wanted.
    """
    if not edit:
        return None, _ONLY_READ
    if not os.access(path, os.W_OK):
        return None, _WRITE_PROTECTED
    try:
        return EditLock.take(path), None
    except HeldElsewhere as held:
        return None, (
            f"It is being edited by {held}, so it can be looked at but not changed here; "
            "close it there, or save a copy to edit"
        )
    except OSError as error:
        full = error.errno in {errno.ENOSPC, errno.EDQUOT}
        return None, _DISK_FULL if full else _WRITE_PROTECTED


if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> bool:
        os.lseek(descriptor, _BEYOND_CONTENT, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _unlock(descriptor: int) -> None:
        with suppress(OSError):
            os.lseek(descriptor, _BEYOND_CONTENT, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _try_lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            # A drive without locks: the check before every write still notices other writers.
            return True
        return True

    def _unlock(descriptor: int) -> None:
        with suppress(OSError):
            fcntl.flock(descriptor, fcntl.LOCK_UN)
