"""Plan files encrypted with a passphrase, in the public age format.

The format (age-encryption.org/v1) derives the key with scrypt, which needs much memory, and
encrypts with ChaCha20-Poly1305, so that a wrong passphrase or a single changed byte is noticed.
Any program for age files opens them with the passphrase. A forgotten passphrase cannot be found
again by anybody.
"""

from __future__ import annotations

import importlib
import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Protocol, cast

from bcp_planner.storage import copies
from bcp_planner.storage.connection import connect, refuse_other_files
from bcp_planner.storage.problems import problem, told

SUFFIX = ".bcplan.age"
_MAGIC = b"age-encryption.org/v1\n"
_LARGEST_FILE = 1 << 30
_WRONG = (
    "the passphrase is wrong or the file was changed; check the passphrase, "
    "and if it is right, restore a backup"
)
_NO_PASSPHRASE = "an empty passphrase protects nothing; type one"


class _Age(Protocol):
    """What is used of `pyrage.passphrase`, which comes without types."""

    def encrypt(self, plaintext: bytes, passphrase: str) -> bytes: ...
    def decrypt(self, ciphertext: bytes, passphrase: str) -> bytes: ...


def _age() -> _Age:
    """Return the library, which takes time that only encrypting should pay."""
    import pyrage  # noqa: F401  # pyright: ignore[reportMissingTypeStubs, reportUnusedImport]

    return cast("_Age", importlib.import_module("pyrage").passphrase)


def is_sealed(path: Path) -> bool:
    """Tell from its first bytes whether a file is encrypted; False when it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(len(_MAGIC)) == _MAGIC
    except OSError:
        return False


def encrypt(source: Path, target: Path, passphrase: str) -> None:
    """Write an encrypted copy of a plan file, replacing the target in one step.

    No unencrypted copy is made on the way.

    Raises:
        FileProblem: if the source is no plan file, or the target cannot be written; then whatever
            was there is unchanged.
    """
    if not passphrase:
        raise problem(target, _NO_PASSPHRASE)
    refuse_other_files(source)
    content = _age().encrypt(_content(source), passphrase)
    target = Path(os.path.realpath(target))
    with copies.replacement(target) as fresh:
        fresh.touch(mode=0o600)
        fresh.write_bytes(content)


def decrypt(source: Path, target: Path, passphrase: str) -> None:
    """Write the plan file that an encrypted one holds into a new file only its owner can read.

    Raises:
        FileProblem: if the passphrase is wrong, a byte was changed, what is inside is no plan
            file, or the target exists.
    """
    content = _opened(source, passphrase)
    target = Path(os.path.realpath(target))
    with told(target), copies.new_file(target) as fresh:
        fresh.touch(mode=0o600)
        fresh.write_bytes(content)
        refuse_other_files(fresh)


def _content(source: Path) -> bytes:
    """Return a plan file as it is now, as bytes, with its history."""
    with told(source, reading=True), closing(connect(source, "ro")) as connection:
        memory = sqlite3.connect(":memory:")
        with closing(memory):
            connection.backup(memory)
            return memory.serialize()


def _opened(source: Path, passphrase: str) -> bytes:
    with told(source):
        if source.stat().st_size > _LARGEST_FILE:
            raise problem(source, "it is too large for a plan; choose another file")
        sealed = source.read_bytes()
    if not sealed.startswith(_MAGIC):
        raise problem(source, "it is not an encrypted plan; choose another file")
    try:
        return _age().decrypt(sealed, passphrase)
    except Exception as error:
        # Of several kinds, some of which the library does not name: all mean the same here.
        raise problem(source, _WRONG) from error
