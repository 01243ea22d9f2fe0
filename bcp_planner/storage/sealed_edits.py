"""The edits of an open encrypted plan, each encrypted and on disk before it is acknowledged.

While an encrypted plan is open it lives in memory. Every edit adds the pages it changed, encrypted,
to a file beside the plan; when the plan is closed it is encrypted as a whole and that file goes.
When the program is killed meanwhile, the edits are put back at the next opening. Each entry is
numbered and encrypted with the key of the very file it belongs to (age, X25519 and
ChaCha20-Poly1305), so that none can be changed, swapped or taken to another file unnoticed.
"""

from __future__ import annotations

import hashlib
import importlib
import os
import struct
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any, Protocol, cast

from bcp_planner.storage.companions import refuse_link
from bcp_planner.storage.copies import sync_folder

_MAGIC = b"bcp-planner edits 1\n"
_FRAME = struct.Struct(">cI")
_HEAD = struct.Struct(">QII")
_NUMBER = struct.Struct(">I")
_EDIT, _NEXT = b"E", b"N"
_LARGEST = 1 << 30
_PAGE_SIZE_AT = slice(16, 18)


class _Library(Protocol):
    """What is used of `pyrage`, which comes without types."""

    x25519: Any

    def encrypt(self, plaintext: bytes, recipients: Sequence[object]) -> bytes: ...
    def decrypt(self, ciphertext: bytes, identities: Sequence[object]) -> bytes: ...


def _age() -> _Library:
    return cast("_Library", importlib.import_module("pyrage"))


def new_key() -> str:
    """Return a new key for the edits of one encrypted file."""
    return str(_age().x25519.Identity.generate())


def digest(content: bytes) -> bytes:
    """Return what names the content of an encrypted file."""
    return hashlib.sha256(content).digest()


def edits_path(path: Path) -> Path:
    """Return the file beside an encrypted plan that holds its edits while it is open."""
    return path.with_name(f".{path.name}.edits")


class State(Enum):
    """What a file of edits is to the encrypted plan beside it."""

    NONE = "there is none"
    WHOLE = "all of its edits were read"
    DAMAGED = "an entry cannot be read"
    OF_ANOTHER = "it belongs to another content of the file"


@dataclass(frozen=True, slots=True)
class Found:
    """The plan file with its edits put back, as far as they can be read.

    Attributes:
        state: What the file of edits is.
        content: The plan file.
        number: How many edits were put back.
        length: How many bytes of the file of edits they take.
    """

    state: State
    content: bytes
    number: int = 0
    length: int = 0


def put_back(path: Path, base: bytes, key: str | None, content: bytes) -> Found:
    """Return the content of a plan file with the edits that a killed program left behind.

    Args:
        path: The encrypted plan file.
        base: The digest of its bytes.
        key: The key in it.
        content: What it holds, decrypted.

    Raises:
        FileProblem: if what should hold the edits is no file of its own, such as a link.
        OSError: if the edits cannot be read from the disk.
    """
    refuse_link(path, edits_path(path))
    try:
        with edits_path(path).open("rb") as file:
            data = file.read(_LARGEST)
    except FileNotFoundError:
        return Found(State.NONE, content)
    start = len(_MAGIC) + len(base)
    if len(data) < start:
        return Found(State.NONE, content)  # killed before the first edit was whole
    frames = list(_frames(data, start))
    if any(kind == _NEXT and part == base for kind, part in frames):
        return Found(State.NONE, content)  # killed after all of it went into the plan file
    if key is None or data[:start] != _MAGIC + base:
        return Found(State.OF_ANOTHER, content)
    return _replayed(content, key, frames, start)


def _frames(data: bytes, start: int) -> Iterator[tuple[bytes, bytes]]:
    """Yield kind and body of the entries that are there in full."""
    while start + _FRAME.size <= len(data):
        kind, length = _FRAME.unpack_from(data, start)
        start += _FRAME.size
        if start + length > len(data):
            return
        yield kind, data[start : start + length]
        start += length


def _replayed(content: bytes, key: str, frames: Sequence[tuple[bytes, bytes]], start: int) -> Found:
    identity = _age().x25519.Identity.from_str(key)
    pages, number, length = bytearray(content), 0, start
    for kind, part in frames:
        if kind == _EDIT:
            try:
                _put_pages(pages, _age().decrypt(part, [identity]), number + 1)
            except Exception:  # the library's own kind, or pages that make no sense
                return Found(State.DAMAGED, bytes(pages), number, length)
            number += 1
        length += _FRAME.size + len(part)
    state = State.WHOLE if number else State.NONE
    return Found(state, bytes(pages), number, length)


def _put_pages(pages: bytearray, data: bytes, expected: int) -> None:
    number, length, size = _HEAD.unpack_from(data)
    step = _NUMBER.size + size
    if number != expected or length > _LARGEST or (len(data) - _HEAD.size) % step:
        raise ValueError("not the entry that comes next")
    pages.extend(bytes(max(0, length - len(pages))))
    del pages[length:]
    for start in range(_HEAD.size, len(data), step):
        (page,) = _NUMBER.unpack_from(data, start)
        pages[page * size : (page + 1) * size] = data[start + _NUMBER.size : start + step]


def _changes(before: bytes, after: bytes, number: int) -> bytes:
    """Return the pages of a plan file that an edit changed."""
    size = int.from_bytes(after[_PAGE_SIZE_AT], "big")
    size = 65536 if size == 1 else size
    parts = [_HEAD.pack(number, len(after), size)]
    for page in range(len(after) // size):
        place = slice(page * size, (page + 1) * size)
        if after[place] != before[place]:
            parts += [_NUMBER.pack(page), after[place]]
    return b"".join(parts)


class EditsFile:
    """The edits made since the encrypted file was written; there is a file from the first on."""

    def __init__(self, path: Path, base: bytes, key: str) -> None:
        """Remember what the edits belong to.

        Args:
            path: The encrypted plan file.
            base: The digest of its bytes.
            key: The key in it.
        """
        self._path = edits_path(path)
        self._base = base
        self._to = [_age().x25519.Identity.from_str(key).to_public()]
        self._descriptor: int | None = None
        self._length = 0
        self.number = 0

    @property
    def size(self) -> int:
        """How many bytes the file has; 0 before the first edit."""
        return self._length

    def go_on(self, found: Found) -> None:
        """Go on in the file that a killed program left behind, after the edits read of it.

        Raises:
            OSError: if it cannot be opened.
        """
        self._descriptor = _open(self._path, 0)
        self.number, self._length = found.number, found.length

    def is_taken_away(self) -> bool:
        """Whether the file was removed or replaced by somebody, so that edits would go nowhere."""
        if self._descriptor is None:
            return False
        try:
            named, mine = self._path.stat(), os.fstat(self._descriptor)
        except OSError:
            return True
        return (named.st_dev, named.st_ino) != (mine.st_dev, mine.st_ino)

    def add(self, before: bytes, after: bytes) -> None:
        """Add what leads from one content of the plan file to the next; it is on disk then.

        Raises:
            OSError: if it cannot be written; then it counts as not there.
        """
        entry = _age().encrypt(_changes(before, after, self.number + 1), self._to)
        self._append(_FRAME.pack(_EDIT, len(entry)) + entry)
        self.number += 1

    def announce(self, base: bytes) -> None:
        """Say that all edits will be in the encrypted file once its bytes have this digest.

        Raises:
            OSError: if it cannot be written.
        """
        if self._descriptor is not None:
            self._append(_FRAME.pack(_NEXT, len(base)) + base)

    def remove(self) -> None:
        """Remove the file, whose edits are in the encrypted file now."""
        mine = self._descriptor is not None and not self.is_taken_away()
        self.close()
        if mine:
            with suppress(OSError):
                self._path.unlink()

    def close(self) -> None:
        """Leave the file as it is."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def _append(self, data: bytes) -> None:
        if self._descriptor is None:
            self._begin()
        descriptor = cast("int", self._descriptor)
        os.ftruncate(descriptor, self._length)  # what an earlier failure left half-written
        os.lseek(descriptor, self._length, os.SEEK_SET)
        _write_all(descriptor, data)
        os.fsync(descriptor)
        self._length += len(data)

    def _begin(self) -> None:
        descriptor = _open(self._path, os.O_CREAT | os.O_TRUNC)
        try:
            _write_all(descriptor, _MAGIC + self._base)
            sync_folder(self._path.parent)
        except BaseException:
            os.close(descriptor)
            raise
        self._descriptor, self._length = descriptor, len(_MAGIC) + len(self._base)


def _open(path: Path, how: int) -> int:
    safe = getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    return os.open(path, os.O_RDWR | how | safe, 0o600)


def _write_all(descriptor: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]
