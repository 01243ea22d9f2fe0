"""Plan files encrypted with a passphrase, in the public age format.

The format (age-encryption.org/v1) derives the key with scrypt, which needs much memory, and
encrypts with ChaCha20-Poly1305, so that a wrong passphrase or a single changed byte is noticed.
Any program for age files opens them with the passphrase. A forgotten passphrase cannot be found
again by anybody.

Inside is a plan file with one more table, which holds a key that was made for this very file. The
edits of a session are encrypted with it (`sealed_edits`), because deriving a key from the
passphrase takes a second, on purpose.
"""

from __future__ import annotations

import os
import re
import sqlite3
from contextlib import closing
from pathlib import Path

from bcp_planner.domain.errors import FileProblem, PlannerError
from bcp_planner.storage import copies, key_work
from bcp_planner.storage.connection import (
    connect,
    harden,
    refuse_other_content,
    refuse_other_files,
    size_of_file,
)
from bcp_planner.storage.problems import problem, told
from bcp_planner.storage.schema import SEALING

SUFFIX = ".bcplan.age"
MAGIC = b"age-encryption.org/v1\n"
_LARGEST_FILE = 1 << 30
_SCRYPT = re.compile(rb"-> scrypt [\w+/]+ (\d{1,3})\n")
_MOST_WORK = 21
"""As a power of two: two gigabytes of memory, and what a fast computer does in a second or two."""

_WRONG = "the passphrase is wrong; check it, also for capital letters and the keyboard's language"
_CHANGED = (
    "the encrypted file was changed or is damaged, so nothing of it can be trusted; "
    "restore a backup or ask its sender for a fresh copy"
)
_TOO_MUCH_WORK = (
    "opening it would need more work and memory than this program allows; "
    "ask its sender for a fresh copy"
)
_TRIES = 3
"""The library first measures how fast the computer is; one that is busy just then seems slow."""
_TOO_SLOW = (
    "this computer is too busy to work with its passphrase now; close other programs and try again"
)
_NO_MEMORY = "there is not enough memory for its passphrase; close other programs and try again"
NO_PASSPHRASE = "an empty passphrase protects nothing; type one"


class WrongPassphrase(FileProblem):
    """The passphrase does not open the file; another one may."""


def is_sealed(path: Path) -> bool:
    """Tell from its first bytes whether a file is encrypted; False when it cannot be read."""
    try:
        size_of_file(path)
        with path.open("rb") as file:
            return file.read(len(MAGIC)) == MAGIC
    except (OSError, FileProblem):
        return False


def encrypt(source: Path, target: Path, passphrase: str) -> None:
    """Write an encrypted copy of a plan file, replacing the target in one step.

    No unencrypted copy is made on the way.

    Raises:
        FileProblem: if the source is no plan file, or the target cannot be written; then whatever
            was there is unchanged.
    """
    refuse_other_files(source)
    with told(source, reading=True), closing(connect(source, "ro")) as connection:
        encrypt_open(connection, target, passphrase)


def encrypt_open(connection: sqlite3.Connection, target: Path, passphrase: str) -> None:
    """Write an encrypted copy of an open plan file, replacing the target in one step.

    Raises:
        FileProblem: if the target cannot be written; then whatever was there is unchanged.
    """
    write_locked(target, copied(connection), passphrase)


def copied(connection: sqlite3.Connection) -> bytes:
    """Return the content that an encrypted copy of an open plan file holds."""
    with closing(in_memory()) as memory:
        connection.backup(memory)
        put_key(memory)
        return memory.serialize()


def write_locked(target: Path, content: bytes, passphrase: str) -> None:
    """Encrypt what ``copied`` returned into a file, replacing it in one step.

    Raises:
        FileProblem: if the target cannot be written; then whatever was there is unchanged.
    """
    if not passphrase:
        raise problem(target, NO_PASSPHRASE)
    encrypted = locked(target, content, passphrase)
    with copies.replacement(Path(os.path.realpath(target))) as fresh:
        write_private(fresh, encrypted)


def decrypt(source: Path, target: Path, passphrase: str) -> None:
    """Write the plan file that an encrypted one holds into a new file only its owner can read.

    Raises:
        FileProblem: if the passphrase is wrong, a byte was changed, what is inside is no plan
            file, or the target exists.
    """
    content = unlocked(source, read_sealed(source), passphrase)
    with told(source, reading=True), closing(loaded(content)) as memory:
        decrypt_open(memory, target)


def decrypt_open(connection: sqlite3.Connection, target: Path) -> None:
    """Write an unencrypted copy of an open encrypted plan into a new file of its owner.

    Raises:
        FileProblem: if the target exists or cannot be written.
    """
    with closing(in_memory()) as memory:
        connection.backup(memory)
        memory.execute("PRAGMA secure_delete = ON").fetchone()
        memory.execute(f"DROP TABLE IF EXISTS {SEALING}")
        content = memory.serialize()
    target = Path(os.path.realpath(target))
    with told(target), copies.new_file(target) as fresh:
        write_private(fresh, content)


# --------------------------------------------------------------------------------------- content


def read_sealed(path: Path) -> bytes:
    """Return the bytes of an encrypted plan file.

    Raises:
        FileProblem: if it cannot be read or is no encrypted plan.
    """
    if size_of_file(path) > _LARGEST_FILE:
        raise problem(path, "it is too large for a plan; choose another file")
    with told(path):
        content = path.read_bytes()
    if not content.startswith(MAGIC):
        raise problem(path, "it is not an encrypted plan; choose another file")
    return content


def unlocked(path: Path, content: bytes, passphrase: str) -> bytes:
    """Return the plan file, as bytes, that the content of an encrypted one holds.

    Args:
        path: Where the content comes from, for messages.
        content: The encrypted bytes.
        passphrase: What they were encrypted with.

    Raises:
        WrongPassphrase: if it is not the one.
        FileProblem: if a byte was changed, or what is inside is no plan file.
    """
    work = _SCRYPT.match(content, len(MAGIC))
    if work is None:
        raise problem(path, "it is not encrypted with a passphrase; ask its sender for a copy")
    if int(work[1]) > _MOST_WORK:
        raise problem(path, _TOO_MUCH_WORK)
    for _ in range(_TRIES):
        try:
            opened = _worked("decrypt", path, content, passphrase)
        except PlannerError:
            raise
        except Exception as error:  # the library names one kind and tells them apart in words
            if str(error) == "Decryption failed":
                raise WrongPassphrase(str(problem(path, _WRONG))) from error
            if not str(error).startswith("Excessive work"):
                raise problem(path, _CHANGED) from error
        else:
            break
    else:
        raise problem(path, _TOO_SLOW)
    refuse_other_content(path, opened[:100], len(opened))
    return opened


def locked(path: Path, content: bytes, passphrase: str) -> bytes:
    """Return content encrypted with a passphrase, which takes about a second.

    Args:
        path: Where the content will be, for messages.
        content: What to encrypt.
        passphrase: What opens it.

    Raises:
        FileProblem: if there is too little memory.
    """
    return _worked("encrypt", path, content, passphrase)


def _worked(task: key_work.Task, path: Path, content: bytes, passphrase: str) -> bytes:
    """Encrypt or decrypt, in a process of its own where that was asked for."""
    stopped = key_work.asked_beside()
    if stopped is None:
        age = key_work.library()
        return (age.encrypt if task == "encrypt" else age.decrypt)(content, passphrase)
    try:
        with told(path):
            return key_work.in_own_process(task, content, passphrase, stopped)
    except key_work.NotDone as error:
        if str(error):
            raise
        raise problem(path, _NO_MEMORY) from error


def in_memory() -> sqlite3.Connection:
    """Return a new hardened database that no disk ever sees."""
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    harden(connection)
    return connection


def loaded(content: bytes) -> sqlite3.Connection:
    """Return a database in memory with the content of a plan file.

    Raises:
        sqlite3.Error: if it is none.
    """
    connection = in_memory()
    try:
        with closing(sqlite3.connect(":memory:")) as source:
            source.deserialize(content)
            source.backup(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def put_key(connection: sqlite3.Connection) -> str:
    """Give a plan file in memory a new key for the edits to come, and return it."""
    from bcp_planner.storage.sealed_edits import new_key

    key = new_key()
    connection.execute(f"CREATE TABLE IF NOT EXISTS {SEALING} (key TEXT NOT NULL) STRICT")
    connection.execute(f"DELETE FROM {SEALING}")  # noqa: S608
    connection.execute(f"INSERT INTO {SEALING} VALUES (?)", [key])  # noqa: S608
    return key


def key_of(connection: sqlite3.Connection) -> str | None:
    """Return the key in a plan file; None for one that another program encrypted."""
    try:
        row = connection.execute(f"SELECT key FROM {SEALING}").fetchone()  # noqa: S608
    except sqlite3.Error:
        return None
    return str(row[0]) if row else None


def write_private(path: Path, content: bytes) -> None:
    """Write a new file that only its owner can read."""
    path.touch(mode=0o600)
    path.write_bytes(content)
