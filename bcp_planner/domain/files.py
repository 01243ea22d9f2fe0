"""Reading and writing whole files: bounded, atomic, every failure one sentence."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from pathlib import Path

from bcp_planner.domain.errors import FileProblem, InputRefused

_REASONS = {
    errno.ENOENT: "there is no such file; check the name",
    errno.EACCES: "permission denied; ask for access or choose another folder",
    errno.EPERM: "permission denied; ask for access or choose another folder",
    errno.EISDIR: "this is a folder; name a file in it",
    errno.ENOTDIR: "a part of the path is not a folder; check the path",
    errno.ENOSPC: "the disk is full; make room and try again",
    errno.EDQUOT: "your disk quota is used up; make room and try again",
    errno.EROFS: "the disk is read-only; choose another folder",
    errno.ENAMETOOLONG: "the name is too long; choose a shorter one",
    errno.EIO: "the disk reports an error; choose another disk",
    errno.EFBIG: "the file would become larger than allowed; choose another disk",
}


def file_problem(path: Path, error: OSError) -> FileProblem:
    """Return the sentence for an error of the operating system about a file."""
    reason = _REASONS.get(error.errno or 0, f"{error.strerror or error}; try another place")
    return FileProblem(f"{path}: {reason}")


def read_bytes(path: Path, largest: int) -> bytes:
    """Return the content of a file.

    Raises:
        FileProblem: if it cannot be read.
        InputRefused: if it has more than ``largest`` bytes.
    """
    try:
        with path.open("rb") as file:
            content = file.read(largest + 1)
    except OSError as error:
        raise file_problem(path, error) from error
    except ValueError as error:
        raise FileProblem(f"{path!s:.60}: this is not a usable file name") from error
    if len(content) > largest:
        raise InputRefused(path.name, [f"larger than {largest // 1_000_000} MB, too large to read"])
    return content


def write_bytes(path: Path, content: bytes) -> None:
    """Write a file so that it is either complete or as it was before, even if the power fails.

    A device or pipe is written to and never replaced.

    Raises:
        FileProblem: if it cannot be written; the old file, if any, is untouched.
    """
    temporary: str | None = None
    try:
        if path.exists() and not path.is_file():
            _write_into(path, content)
            return
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name[:40]}.", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        _take_over_mode(path, temporary)
        Path(temporary).replace(path)
    except OSError as error:
        if temporary is not None:
            with contextlib.suppress(OSError):
                Path(temporary).unlink()
        raise file_problem(path, error) from error


def _write_into(device: Path, content: bytes) -> None:
    """Write to what is no ordinary file; a folder refuses."""
    with device.open("wb") as file:
        file.write(content)


def _take_over_mode(path: Path, temporary: str) -> None:
    """Give the new file the permissions of the old one, or those of any new file."""
    try:
        mode = path.stat().st_mode & 0o777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        mode = 0o666 & ~mask
    Path(temporary).chmod(mode)
