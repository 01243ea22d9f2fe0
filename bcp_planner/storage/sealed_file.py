"""An open encrypted plan file. The plan is in memory; no disk sees anything of it unencrypted.

What is on disk at any moment is the encrypted file and, beside it, the encrypted edits made since
it was written (`sealed_edits`). An edit is acknowledged when it is in one of the two.
"""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing, suppress
from pathlib import Path

from bcp_planner.domain.change import Change
from bcp_planner.domain.errors import FileProblem
from bcp_planner.domain.plan import Plan
from bcp_planner.storage import copies, schema, sealed
from bcp_planner.storage.backups import Backups
from bcp_planner.storage.clock import now
from bcp_planner.storage.connection import followed
from bcp_planner.storage.lock import EditLock, right_to_edit
from bcp_planner.storage.plan_file import PlanFile, identity
from bcp_planner.storage.problems import problem, told
from bcp_planner.storage.sealed_edits import EditsFile, Found, State, digest, edits_path, put_back

_PUT_BACK = "The plan was not closed as usual last time; all edits were put back"
_DAMAGED = (
    "The plan was not closed as usual last time; of the edits since then those up to number "
    "{number} were put back and what follows cannot be read; check the last changes in the history"
)
_OF_ANOTHER = (
    "Edits that were not yet in the encrypted file belong to another content of it, so they could "
    "not be put back; they were kept as {name}: if you replaced the file, put the one from before "
    "in its place and rename them to {original}"
)

_BUSY = "it was edited all the while; every edit is kept beside it, save once more"
_TRIES = 5

_LONG = 64 << 20
"""Bytes of edits after which the plan should be encrypted as a whole; thousands of them."""
_TOO_LONG = 4 * _LONG
"""After which it is done at the next edit, although that takes a second."""


def open_file(path: Path, *, edit: bool = True, passphrase: str | None = None) -> PlanFile:
    """Open a plan file; an encrypted one with its passphrase.

    Raises:
        FileProblem: as ``PlanFile.open`` and ``open_sealed`` do.
    """
    if passphrase is None:
        return PlanFile.open(path, edit=edit)
    return open_sealed(path, passphrase, edit=edit)


def open_sealed(path: Path, passphrase: str, *, edit: bool = True) -> SealedPlanFile:
    """Open an encrypted plan file, for editing when nobody else does and nothing forbids it.

    Args:
        path: The file.
        passphrase: What it was encrypted with.
        edit: False to read only, which never takes the file from anyone.

    Raises:
        WrongPassphrase: if it is not the one.
        FileProblem: if a byte was changed, or it is no plan file, cannot be read, or is damaged.
    """
    path = followed(path)
    lock, reason = right_to_edit(path, edit=edit)
    try:
        return SealedPlanFile.unlocked(path, passphrase, lock, reason)
    except BaseException:
        if lock is not None:
            lock.release()
        raise


class SealedPlanFile(PlanFile):
    """Like a plan file; what it writes is encrypted.

    Attributes:
        recovered: What became of edits that a killed program left behind, as a sentence, or None.
        passphrase: What it is encrypted with, to open copies of it.
    """

    def __init__(
        self, path: Path, connection: sqlite3.Connection, lock: EditLock | None, passphrase: str
    ) -> None:
        """Use ``open_sealed``."""
        super().__init__(path, connection, lock)
        self.recovered: str | None = None
        self.passphrase = passphrase
        self._edits: EditsFile | None = None
        self._content = b""
        self._migrated = False
        self._sealing = threading.RLock()  # taken before `_serving`, never after it
        self._written = _written(path)
        self._writer.before_commit = self._keep

    @classmethod
    def unlocked(
        cls, path: Path, passphrase: str, lock: EditLock | None, reason: str | None
    ) -> SealedPlanFile:
        """Return the file with what a killed program left behind put back."""
        content = sealed.read_sealed(path)
        opened = sealed.unlocked(path, content, passphrase)
        base = digest(content)
        with told(path, reading=True):
            with closing(sealed.loaded(opened)) as first:
                key = sealed.key_of(first)
            found = put_back(path, base, key, opened)
            file = cls(path, sealed.loaded(found.content), lock, passphrase)
            try:
                if reason is not None:
                    file._only_show(reason)
                file._examine()
                file._begin(base, key, found)
            except BaseException:
                file._connection.close()
                raise
        return file

    @property
    def is_sealed(self) -> bool:
        """Whether it is encrypted."""
        return True

    def _begin(self, base: bytes, key: str | None, found: Found) -> None:
        self._content = found.content
        if found.state is State.WHOLE:
            self.recovered = _PUT_BACK
        elif found.state is State.DAMAGED:
            self.recovered = _DAMAGED.format(number=found.number)
        if self.read_only is not None:
            return
        if found.state is State.OF_ANOTHER:
            self.recovered = self._set_edits_aside()
        elif found.state is State.DAMAGED:
            copies.copy_file(edits_path(self.path), self._aside())
        left_behind = found.state in {State.WHOLE, State.DAMAGED}
        if key is not None:
            self._edits = EditsFile(self.path, base, key)
            if left_behind:
                self._edits.go_on(found)
        if key is None or left_behind or self._migrated:
            self._seal_or_only_show()

    def _seal_or_only_show(self) -> None:
        """Make the file whole, or else leave it with its edits as they are."""
        try:
            self.seal()
        except FileProblem as failed:
            self._only_show(f"It cannot be changed now: {failed}")

    def _set_edits_aside(self) -> str:
        aside, edits = self._aside(), edits_path(self.path)
        edits.rename(aside)
        return _OF_ANOTHER.format(name=aside.name, original=edits.name)

    def _aside(self) -> Path:
        edits = edits_path(self.path)
        return edits.with_name(f"{edits.name}.{now():%Y%m%d-%H%M%S}")

    def _migrate(self, applied: list[str]) -> None:
        """Bring the tables up to date in memory; the file follows with a copy of it kept."""
        if self.read_only is None:
            old = self.path.with_name(f"{self.path.name}.{len(applied)}.old")
            with told(old):
                copies.copy_file(self.path, old)
        self._connection.execute("PRAGMA query_only = OFF")
        schema.apply_migrations(self._writer.database)
        self._migrated = True

    def write(self, change: Change, new: Plan, *, label: str, who: str, kind: str = "edit") -> None:
        """Write one edit and its history row; like ``PlanFile.write``."""
        super().write(change, new, label=label, who=who, kind=kind)
        if self._edits is not None and self._edits.size > _TOO_LONG:
            with suppress(FileProblem):  # the edit is on disk; the next one tries again
                self.seal()

    def _keep(self) -> None:
        """Put what the transaction under way changed on the disk, before it is committed."""
        assert self._edits is not None  # noqa: S101 - whoever may edit has it
        content = self._connection.serialize()
        self._edits.add(self._content, content)
        self._content = content

    @property
    def is_taken_away(self) -> bool:
        """Whether the file or its edits were removed or replaced since it was opened."""
        edits_gone = self._edits is not None and self._edits.is_taken_away()
        return super().is_taken_away or _written(self.path) != self._written or edits_gone

    def seal(self, passphrase: str | None = None) -> None:
        """Encrypt the whole plan into its file, which takes about a second.

        The plan may be read and edited meanwhile; what is edited is encrypted with the rest.

        Args:
            passphrase: A new one; None keeps the old one.

        Raises:
            FileProblem: if it cannot be written, or is edited all the while; every edit is still
                on disk, encrypted.
            Cancelled: if the work was not wanted any more; likewise.
        """
        if passphrase == "":
            raise problem(self.path, sealed.NO_PASSPHRASE)
        with self._sealing:
            for _ in range(_TRIES):
                content, key = self._whole()
                encrypted = sealed.locked(self.path, content, passphrase or self.passphrase)
                if self._put_in_place(content, key, encrypted):
                    self.passphrase = passphrase or self.passphrase
                    return
        raise problem(self.path, _BUSY)

    def _whole(self) -> tuple[bytes, str]:
        """Return the whole plan file to be encrypted, with a new key for the edits after it."""
        with self._serving:
            self._refuse_unwritable()
            with told(self.path):
                self._connection.execute("BEGIN")
                try:
                    key = sealed.put_key(self._connection)
                except BaseException:
                    self._connection.execute("ROLLBACK")
                    raise
                self._connection.execute("COMMIT")
                return self._connection.serialize(), key

    def _put_in_place(self, content: bytes, key: str, encrypted: bytes) -> bool:
        """Replace the file by the whole plan encrypted; False when it was edited meanwhile."""
        with self._serving:
            self._refuse_unwritable()
            with told(self.path):
                if self._connection.serialize() != content:
                    return False
                self._replace(content, key, encrypted)
        return True

    def _replace(self, content: bytes, key: str, encrypted: bytes) -> None:
        base = digest(encrypted)
        edits = EditsFile(self.path, base, key)
        with copies.replacement(self.path, held=True) as fresh:
            sealed.write_private(fresh, encrypted)
            if self._edits is not None:
                self._edits.announce(base)
        if self._edits is not None:
            self._edits.remove()
        self._edits, self._content = edits, content
        self._written = _written(self.path)
        self._identity = identity(self.path)

    @property
    def has_edits_beside(self) -> bool:
        """Whether there are edits that are not in the encrypted file itself yet."""
        return self._edits is not None and self._edits.number > 0

    @property
    def has_many_edits_beside(self) -> bool:
        """Whether there are so many of them that it is time to encrypt the whole plan."""
        return self._edits is not None and self._edits.size > _LONG

    def close(self) -> None:
        """Encrypt what was edited into the file and let others edit it.

        What cannot be encrypted into the file stays beside it, and is put back at the next
        opening.
        """
        with self._sealing, self._serving:
            if self._lock is not None and self.has_edits_beside:
                with suppress(FileProblem):
                    self.seal()
            if self._edits is not None:
                self._edits.close()
                self._edits = None
            super().close()

    def copy_to(self, target: Path, plan: Plan | None = None) -> None:
        """Write a copy encrypted with the same passphrase, replacing what is there in one step.

        Args:
            target: The copy to make.
            plan: Not needed: nobody else can change what is in memory.

        Raises:
            FileProblem: if it cannot be written or the target is being edited; then whatever was
                there is unchanged.
        """
        self.encrypt_to(target, self.passphrase)

    def copy_open_to(self, target: Path) -> None:
        """Write a copy that is not encrypted into a new file.

        Raises:
            FileProblem: if it exists or cannot be written.
        """
        with self._serving:
            sealed.decrypt_open(self._connection, target)

    def back_up(self, backups: Backups) -> None:
        """Keep the encrypted file as it is now among its backups.

        Raises:
            FileProblem: if that cannot be written.
        """
        with self._serving:
            backups.keep_file(self.path)


def _written(path: Path) -> tuple[int, int] | None:
    """Return what changes when a program writes into the file."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns
