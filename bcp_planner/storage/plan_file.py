"""The plan file: opened, read, and written one edit at a time."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from bcp_planner.domain.change import Change
from bcp_planner.domain.collection import uncollected
from bcp_planner.domain.plan import EMPTY, LISTS, Plan
from bcp_planner.storage import copies, schema, sealed
from bcp_planner.storage.backups import Backups
from bcp_planner.storage.connection import (
    Mode,
    check_integrity,
    connect,
    followed,
    forbid_writing,
    leave_no_journal,
    make_durable,
    refuse_other_files,
    within,
)
from bcp_planner.storage.history import HistoryEntry, last_common_entry, read_history
from bcp_planner.storage.lock import EditLock, right_to_edit
from bcp_planner.storage.problems import MOVED, damage, problem, told
from bcp_planner.storage.reading import (
    data_version,
    plan_after,
    present_record,
    read_places,
    read_snapshot,
)
from bcp_planner.storage.rows import UNKNOWN_FIELD, read_plan, read_plan_leniently
from bcp_planner.storage.versions import Version, list_versions, unpack
from bcp_planner.storage.writing import Writer

_CHANGED_ELSEWHERE = (
    "the file was changed by another program since it was opened here; "
    "nothing is lost here, save a copy to keep your plan"
)
_NEWER = (
    "It was made by a newer version of this program, so it can be looked at but not changed here; "
    "update the program to edit it"
)


class PlanFile:
    """An open plan file. Every method may be called from any thread, one at a time is served.

    Attributes:
        path: The file, with links followed.
        read_only: Why it cannot be changed, as a sentence, or None when it can.
        notes: What could not be understood of a file of a newer version.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, lock: EditLock | None) -> None:
        """Use ``open`` or ``create``."""
        self.path = path
        self.read_only: str | None = None
        self.notes: Sequence[str] = ()
        self._connection = connection
        self._writer = Writer(connection, path)
        self._lock = lock
        self._serving = threading.RLock()
        self._identity = identity(path)
        self._seen_version = -1

    @property
    def is_sealed(self) -> bool:
        """Whether it is encrypted."""
        return False

    @classmethod
    def create(cls, path: Path, plan: Plan = EMPTY) -> PlanFile:
        """Create a plan file with a plan in it, and open it.

        Raises:
            FileProblem: if something of that name exists, or the folder cannot be written.
        """
        path = followed(path)
        with told(path), copies.new_file(path) as fresh:
            write_new(fresh, plan)
        file = cls.open(path)
        try:
            file._know_places(plan)  # noqa: SLF001 - of its own kind
        except BaseException:
            file.close()
            raise
        return file

    @classmethod
    def open(cls, path: Path, *, edit: bool = True) -> PlanFile:
        """Open a plan file, for editing when nobody else does and nothing forbids it.

        Args:
            path: The file.
            edit: False to read only, which never takes the file from anyone.

        Raises:
            FileProblem: if it is no plan file, cannot be read, or is damaged (``DamagedFile``).
        """
        path = followed(path)
        refuse_other_files(path)
        lock, reason = right_to_edit(path, edit=edit)
        connection: sqlite3.Connection | None = None
        try:
            with told(path, reading=True):
                connection = connect(path, _mode(path))
                file = cls(path, connection, lock)
                if reason is not None:
                    file._only_show(reason)
                file._examine()
        except BaseException:
            if connection is not None:
                connection.close()
            if lock is not None:
                lock.release()
            raise
        return file

    def _examine(self) -> None:
        """Refuse what is harmful or damaged, and bring old tables up to date."""
        connection = self._connection
        with within(connection):
            schema.refuse_active_content(connection, self.path)
            applied = schema.applied_migrations(connection)
            if schema.is_newer(connection, applied):
                self._only_show(_NEWER)
        check_integrity(connection, self.path)
        if self.read_only is not _NEWER and not schema.is_current(applied):
            self._migrate(applied)
        if self.read_only is not _NEWER:
            schema.refuse_other_forms(self._connection, self.path)

    def _only_show(self, reason: str) -> None:
        """Give up the right to edit, so that others may have it."""
        self.read_only = reason
        forbid_writing(self._connection)
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _migrate(self, applied: list[str]) -> None:
        """Bring the tables up to date: in the file after a copy of it, or only in memory."""
        if self.read_only is None:
            make_durable(self._connection)
            old = self.path.with_name(f"{self.path.name}.{len(applied)}.old")
            copies.copy_database(self._connection, old)
        else:
            memory = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
            self._connection.backup(memory)
            self._connection.close()
            self._connection, self._writer = memory, Writer(memory, self.path)
        schema.apply_migrations(self._writer.database)

    def close(self) -> None:
        """Close the file and let others edit it; a second call does nothing."""
        with self._serving:
            if self._lock is not None:
                with suppress(sqlite3.Error):
                    leave_no_journal(self._connection)
            self._connection.close()
            if self._lock is not None:
                self._lock.release()
                self._lock = None

    # ------------------------------------------------------------------------------ the plan

    def load(self) -> Plan:
        """Read the plan.

        Raises:
            DamagedFile: if the content makes no sense; ``salvage`` may still repair a copy.
        """
        with self._serving, told(self.path, reading=True), uncollected():
            snapshot = read_snapshot(self._connection, self.path)
            self._writer.places, self._seen_version = snapshot.places, snapshot.version
            problems = list(snapshot.problems)
            plan = read_plan(snapshot.content, problems)
            if not problems:
                if self.read_only is None:
                    make_durable(self._connection)
                return plan
            if self.read_only is not _NEWER and not _only_unknown_fields(problems):
                more = f", and {len(problems) - 1} more" if len(problems) > 1 else ""
                raise damage(self.path, problems[0] + more)
            self._only_show(_NEWER)
            self.notes = notes = list[str]()
            return read_plan_leniently(snapshot.content, notes)

    def write(self, change: Change, new: Plan, *, label: str, who: str, kind: str = "edit") -> None:
        """Write one edit and its history row in one transaction.

        Args:
            change: What leads from the plan in the file to the new one.
            new: The new plan.
            label: What was done, in words.
            who: Who did it.
            kind: ``edit``, ``record``, ``undo``, ``redo`` or ``import``.

        Raises:
            FileProblem: if it cannot be written; then nothing was.
        """
        entry = {"label": label, "who": who, "kind": kind}
        with self._serving:
            self._refuse_unwritable()
            with told(self.path):
                self._writer.write(
                    change, new, entry, whole=None, check=self._refuse_if_changed_elsewhere
                )

    def amend(self, change: Change, whole: Change, new: Plan, *, label: str, who: str) -> None:
        """Write one edit and join it with the newest history row in one transaction.

        Args:
            change: What leads from the plan in the file to the new one.
            whole: What leads from the plan before the joined edits to the new one. When it is
                empty, the edits cancel each other out and the history row goes.
            new: The new plan.
            label: What was done, in words.
            who: Who did it.

        Raises:
            FileProblem: if it cannot be written; then nothing was.
        """
        entry = {"label": label, "who": who, "kind": "edit"}
        with self._serving:
            self._refuse_unwritable()
            with told(self.path):
                self._writer.write(
                    change, new, entry, whole=whole, check=self._refuse_if_changed_elsewhere
                )

    @property
    def is_taken_away(self) -> bool:
        """Whether the file was removed, moved or replaced since it was opened."""
        return identity(self.path) != self._identity

    def _refuse_unwritable(self) -> None:
        if self.read_only is not None:
            raise problem(self.path, self.read_only[0].lower() + self.read_only[1:])
        if self.is_taken_away:
            raise problem(self.path, MOVED)

    def _refuse_if_changed_elsewhere(self) -> None:
        # Reading inside the transaction holds off other writers until its end.
        self._connection.execute("SELECT 1 FROM plan").fetchone()
        if data_version(self._connection) != self._seen_version:
            raise problem(self.path, _CHANGED_ELSEWHERE)

    # ------------------------------------------------------------------- history and versions

    def history(self, limit: int | None = None) -> Sequence[HistoryEntry]:
        """Return the newest history entries, newest first; all of them without a limit.

        Raises:
            DamagedFile: if the history cannot be read.
        """
        with self._serving, told(self.path, reading=True):
            return read_history(self._connection, present_record(self._connection), limit)

    def plan_at(self, entry_id: int) -> Plan:
        """Return the plan as it was right after a history entry; 0 is before the first.

        Raises:
            DamagedFile: if the history cannot be followed back that far.
        """
        with self._serving, told(self.path, reading=True):
            return plan_after(self._connection, self.path, entry_id)

    def last_common_entry(self, other: PlanFile) -> int:
        """Return the newest history entry this file shares with a copy of it; 0 when none."""
        with self._serving, other._serving, told(other.path, reading=True):
            return last_common_entry(self._connection, other._connection)

    def versions(self) -> Sequence[Version]:
        """Return the named versions, oldest first."""
        with self._serving, told(self.path, reading=True):
            return list_versions(self._connection)

    def name_version(self, name: str, plan: Plan, who: str) -> None:
        """Keep a plan under a name that is still free.

        Raises:
            FileProblem: if it cannot be written; then nothing was.
        """
        with self._serving:
            self._refuse_unwritable()
            with told(self.path):
                self._writer.write_version(name, plan, who, self._refuse_if_changed_elsewhere)

    def version(self, name: str) -> Plan:
        """Return the plan that was kept under a name.

        Raises:
            FileProblem: if there is no version of that name or it is damaged.
        """
        with self._serving, told(self.path, reading=True):
            query = "SELECT plan FROM versions WHERE name = ?"
            row = self._connection.execute(query, [name]).fetchone()
            if row is None:
                raise problem(self.path, f"there is no version “{name}”; choose one of the list")
            return unpack(row[0], self.path)

    # ------------------------------------------------------------------------------- copying

    def copy_to(self, target: Path, plan: Plan | None = None) -> None:
        """Write a consistent copy, replacing what is there in one step.

        Args:
            target: The copy to make.
            plan: What to keep, without history, should another program have changed the file.

        Raises:
            FileProblem: if it cannot be written or the target is being edited; then whatever was
                there is unchanged.
        """
        target = followed(target)
        self._refuse_own(target)
        with self._serving:
            if plan is not None and self._is_changed_elsewhere():
                with copies.replacement(target) as fresh:
                    write_new(fresh, plan)
            else:
                copies.copy_database(self._connection, target)

    def encrypt_to(self, target: Path, passphrase: str) -> None:
        """Write a consistent copy encrypted with a passphrase, replacing what is there.

        Raises:
            FileProblem: if it cannot be written or the target is being edited; then whatever was
                there is unchanged.
        """
        target = followed(target)
        self._refuse_own(target)
        with self._serving, told(self.path, reading=True):
            content = sealed.copied(self._connection)
        sealed.write_locked(target, content, passphrase)  # nobody waits for the plan meanwhile

    def _refuse_own(self, target: Path) -> None:
        found = identity(target)
        if found is not None and found == self._identity:
            raise problem(target, "it is the file that is open; choose another name for the copy")

    def back_up(self, backups: Backups) -> None:
        """Keep the file as it is now among its backups.

        Raises:
            FileProblem: if that cannot be written.
        """
        with self._serving:
            backups.make(self.path, self._connection)

    def _know_places(self, plan: Plan) -> None:
        """Learn where the records of a plan stand that was just written, without reading them."""
        with self._serving, told(self.path, reading=True):
            places, version = read_places(self._connection)
            if any(places[name].keys() != plan.table(name).keys() for name in LISTS):
                raise problem(self.path, "somebody else changed it at once; open it again")
            self._writer.places, self._seen_version = places, version
            if self.read_only is None:
                make_durable(self._connection)

    def _is_changed_elsewhere(self) -> bool:
        try:
            return data_version(self._connection) != self._seen_version
        except sqlite3.Error:
            return True


def write_new(path: Path, plan: Plan) -> None:
    """Write a plan into a new file at a path where nothing is."""
    connection = connect(path, "rwc")
    try:
        make_durable(connection)
        connection.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
        writer = Writer(connection, path)
        schema.apply_migrations(writer.database)
        writer.fill(plan)
        leave_no_journal(connection)
    finally:
        connection.close()


def _mode(path: Path) -> Mode:
    """Return how to open a file: also for reading, a crashed writer's changes are taken back."""
    writable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    return "rw" if writable else "ro"


def identity(path: Path) -> tuple[int, int] | None:
    """Return what tells a file from another one of the same name; None when it is gone."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _only_unknown_fields(problems: Sequence[str]) -> bool:
    return all(text.endswith(UNKNOWN_FIELD) for text in problems)
