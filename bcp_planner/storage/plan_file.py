"""The plan file: opened, read, and written one edit at a time."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from bcp_planner.domain.change import Change, diff
from bcp_planner.domain.errors import FileProblem
from bcp_planner.domain.plan import EMPTY, LISTS, Plan
from bcp_planner.storage import copies, schema
from bcp_planner.storage.clock import now
from bcp_planner.storage.connection import (
    check_integrity,
    connect,
    leave_no_journal,
    refuse_other_files,
    within,
)
from bcp_planner.storage.delta import Places, delta_of, joined_places
from bcp_planner.storage.history import HistoryEntry, Past, parsed_delta, read_history
from bcp_planner.storage.lock import EditLock, HeldElsewhere
from bcp_planner.storage.order import numbered
from bcp_planner.storage.problems import MOVED, damage, problem, told
from bcp_planner.storage.rows import (
    UNKNOWN_FIELD,
    Content,
    Raw,
    Row,
    parsed,
    parsed_rows,
    raw_of,
    read_plan,
    read_plan_leniently,
    text_of,
)
from bcp_planner.storage.versions import Version, list_versions, pack, unpack

if TYPE_CHECKING:
    from sqlite_utils import Database

Ranks: TypeAlias = dict[str, dict[str, int]]
"""List to id to place."""

_LARGEST_LIST = 1_000_000
_DELETED_AT_ONCE = 500
_CHANGED_ELSEWHERE = (
    "the file was changed by another program since it was opened here; "
    "nothing is lost here, save a copy to keep your plan"
)
_NEWER = (
    "It was made by a newer version of this program, so it can be looked at but not changed here; "
    "update the program to edit it"
)
_WRITE_PROTECTED = (
    "The file or its folder is write-protected, so it can be looked at but not changed; "
    "save a copy in another folder to edit it"
)
_ONLY_READ = "It was opened for reading only"


class PlanFile:
    """An open plan file. Every method may be called from any thread, one at a time is served.

    Attributes:
        path: The file, with links followed.
        read_only: Why it cannot be changed, as a sentence, or None when it can.
        notes: What could not be understood of a file of a newer version.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, lock: EditLock | None) -> None:
        self.path = path
        self.read_only: str | None = None
        self.notes: Sequence[str] = ()
        self._connection = connection
        self._lock = lock
        self._serving = threading.RLock()
        self._database: Database | None = None
        self._identity = _identity(path)
        self._seen_version = -1
        self._places: Ranks = {}
        self._last_places: Places = {}

    @classmethod
    def create(cls, path: Path, plan: Plan = EMPTY) -> PlanFile:
        """Create a plan file with a plan in it, and open it.

        Raises:
            FileProblem: if something of that name exists, or the folder cannot be written.
        """
        path = _followed(path)
        with told(path), copies.new_file(path) as temporary:
            connection = connect(temporary, "rwc")
            try:
                connection.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
                new = cls(temporary, connection, None)
                schema.apply_migrations(new._writer())
                new._fill(plan)
            finally:
                leave_no_journal(connection)
                connection.close()
        return cls.open(path)

    @classmethod
    def open(cls, path: Path, *, edit: bool = True) -> PlanFile:
        """Open a plan file, for editing when nobody else does and nothing forbids it.

        Args:
            path: The file.
            edit: False to read only, which never takes the file from anyone.

        Raises:
            FileProblem: if it is no plan file, cannot be read, or is damaged (``DamagedFile``).
        """
        path = _followed(path)
        refuse_other_files(path)
        lock, reason = _take_lock(path) if edit else (None, _ONLY_READ)
        connection: sqlite3.Connection | None = None
        try:
            with told(path, reading=True):
                connection = connect(path, "rw" if lock else "ro")
                file = cls(path, connection, lock)
                file.read_only = reason
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
                self.read_only = _NEWER
        check_integrity(connection, self.path)
        if self.read_only is not _NEWER and not schema.is_current(applied):
            self._migrate(applied)

    def _migrate(self, applied: list[str]) -> None:
        if self.read_only is None:
            old = self.path.with_name(f"{self.path.name}.{len(applied)}.old")
            copies.copy_database(self._connection, old)
        else:
            memory = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
            self._connection.backup(memory)
            self._connection.close()
            self._connection = memory
        schema.apply_migrations(self._writer())

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

    # ------------------------------------------------------------------------------ reading

    def load(self) -> Plan:
        """Read the plan.

        Raises:
            DamagedFile: if the content makes no sense; ``salvage`` may still repair a copy.
        """
        with self._serving, told(self.path, reading=True):
            problems: list[str] = []
            content, self._places, self._seen_version = self._read(problems)
            plan = read_plan(content, problems)
            if not problems:
                return plan
            if self.read_only is not _NEWER and not _only_unknown_fields(problems):
                more = f", and {len(problems) - 1} more" if len(problems) > 1 else ""
                raise damage(self.path, problems[0] + more)
            self.read_only = _NEWER
            notes: list[str] = []
            plan = read_plan_leniently(content, notes)
            self.notes = notes
            return plan

    def _read(self, problems: list[str]) -> tuple[Content, Ranks, int]:
        """Read everything as of one moment: content, places of records, version of the data."""
        connection = self._connection
        with within(connection):
            connection.execute("BEGIN")
            try:
                there = schema.table_names(connection)
                rows = {name: self._rows(name) if name in there else [] for name in LISTS}
                header = self._present(schema.HEADER, "")
                version = self._data_version()
            finally:
                connection.execute("ROLLBACK")
        places = {name: {row.id: row.ordinal for row in rows[name]} for name in LISTS}
        lists = {name: parsed_rows(name, rows[name], problems) for name in LISTS}
        return Content(header, lists), places, version

    def _rows(self, name: str) -> list[Row]:
        query = f'SELECT id, ordinal, record FROM "{name}" ORDER BY ordinal, id LIMIT ?'  # noqa: S608
        found = self._connection.execute(query, [_LARGEST_LIST + 1]).fetchall()
        if len(found) > _LARGEST_LIST:
            raise problem(self.path, f"it holds more than {_LARGEST_LIST:,} {name}")
        rows = [Row(*row) for row in found]
        sound = all(
            type(row.id) is str and type(row.ordinal) is int and type(row.text) is str
            for row in rows
        )
        if not sound:
            raise damage(self.path, f"the table of {name} holds values of a wrong type")
        return rows

    def _present(self, name: str, key: str) -> Raw | None:
        """Return one record as it is now; the plan's header when the list is ``plan``."""
        if name == schema.HEADER:
            query, values = "SELECT record FROM plan WHERE id = 1", []
        else:
            query, values = f'SELECT record FROM "{name}" WHERE id = ?', [key]  # noqa: S608
        row = self._connection.execute(query, values).fetchone()
        found = parsed(row[0]) if row and isinstance(row[0], str) else None
        return found if isinstance(found, dict) else None  # pyright: ignore[reportUnknownVariableType]

    def _data_version(self) -> int:
        """Return a number that changes when another connection writes to the file."""
        (version,) = self._connection.execute("PRAGMA data_version").fetchone()
        return int(version)

    # ------------------------------------------------------------------------------ writing

    def _writer(self) -> Database:
        if self._database is None:
            from sqlite_utils import Database  # takes longer to import than to open a file

            self._database = Database(
                self._connection, recursive_triggers=False, execute_plugins=False
            )
        return self._database

    def _fill(self, plan: Plan) -> None:
        """Write the first content of a new file, which is no edit of its history."""
        change = diff(EMPTY, plan)
        with self._writer().atomic():
            self._write_rows(change, self._new_places(change, plan), plan)
            self._write_header(plan)

    def write(self, change: Change, new: Plan, *, label: str, who: str, kind: str = "edit") -> None:
        """Write one edit and its history row in one transaction.

        Args:
            change: What leads from the plan in the file to the new one.
            new: The new plan.
            label: What was done, in words.
            who: Who did it.
            kind: ``edit``, ``undo``, ``redo`` or ``import``.

        Raises:
            FileProblem: if it cannot be written; then nothing was.
        """
        self._transact(change, new, None, {"label": label, "who": who, "kind": kind})

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
        self._transact(change, new, whole, {"label": label, "who": who, "kind": "edit"})

    def _transact(
        self, change: Change, new: Plan, whole: Change | None, entry: Mapping[str, str]
    ) -> None:
        with self._serving:
            self._refuse_unwritable()
            places = self._new_places(change, new)
            joined = places if whole is None else joined_places(self._last_places, places)
            row = {
                "at": now().isoformat(timespec="milliseconds"),
                **entry,
                "change": text_of(delta_of(change if whole is None else whole, joined)),
            }
            with told(self.path), self._writer().atomic():
                self._refuse_if_changed_elsewhere()
                self._write_rows(change, places, new)
                if change.info is not None:
                    self._write_header(new)
                self._write_entry(row, whole)
            self._remember(places)
            self._last_places = joined

    def _refuse_unwritable(self) -> None:
        if self.read_only is not None:
            raise problem(self.path, self.read_only[0].lower() + self.read_only[1:])
        if _identity(self.path) != self._identity:
            raise problem(self.path, MOVED)

    def _refuse_if_changed_elsewhere(self) -> None:
        # Reading inside the transaction holds off other writers until its end.
        self._connection.execute("SELECT 1 FROM plan").fetchone()
        if self._data_version() != self._seen_version:
            raise problem(self.path, _CHANGED_ELSEWHERE)

    def _new_places(self, change: Change, new: Plan) -> Places:
        """Return how the places of records change; those that stay are absent."""
        moved: Places = {}
        for name, table in change.tables.items():
            places = self._places.setdefault(name, {})
            gone = [key for key, (_, after) in table.records.items() if after is None]
            added = any(before is None for before, _ in table.records.values())
            pairs: dict[str, list[int | None]] = {key: [places[key], None] for key in gone}
            if added or table.reordered:
                left = {k: p for k, p in places.items() if k not in pairs} if pairs else places
                fresh = numbered(list(new.table(name)), left, shuffled=table.reordered)
                pairs.update((key, [left.get(key), number]) for key, number in fresh.items())
            if pairs:
                moved[name] = pairs
        return moved

    def _remember(self, moved: Places) -> None:
        for name, pairs in moved.items():
            places = self._places[name]
            for key, (_, place) in pairs.items():
                if place is None:
                    places.pop(key, None)
                else:
                    places[key] = place

    def _write_rows(self, change: Change, moved: Places, new: Plan) -> None:
        db = self._writer()
        for name, table in change.tables.items():
            pairs = moved.get(name, {})
            gone = [key for key, (_, place) in pairs.items() if place is None]
            for start in range(0, len(gone), _DELETED_AT_ONCE):
                keys = gone[start : start + _DELETED_AT_ONCE]
                db.execute(f'DELETE FROM "{name}" WHERE id IN ({",".join("?" * len(keys))})', keys)  # noqa: S608
            written = dict.fromkeys([*table.records, *pairs])
            records = new.table(name)
            rows = [
                {"id": key, "ordinal": self._place(name, key, pairs), "record": text_of(raw)}
                for key in written
                if key in records and (raw := raw_of(records[key]))
            ]
            if rows:
                schema.create_list(db, name)
                db.table(name).insert_all(rows, pk="id", replace=True)

    def _place(self, name: str, key: str, pairs: Mapping[str, Sequence[int | None]]) -> int:
        place = pairs[key][1] if key in pairs else None
        return self._places[name][key] if place is None else place

    def _write_header(self, plan: Plan) -> None:
        row = {"id": 1, "record": text_of(raw_of(plan.info))}
        self._writer().table(schema.HEADER).insert(row, pk="id", replace=True)

    def _write_entry(self, row: Mapping[str, str], whole: Change | None) -> None:
        db = self._writer()
        if whole is None:
            db.table(schema.HISTORY).insert(dict(row))
        elif whole:
            entry = {"id": self._last_entry(), **row}
            db.table(schema.HISTORY).insert(entry, pk="id", replace=True)
        else:
            db.execute("DELETE FROM history WHERE id = ?", [self._last_entry()])

    def _last_entry(self) -> int:
        (last,) = self._connection.execute("SELECT max(id) FROM history").fetchone()
        return int(last or 0)

    # ------------------------------------------------------------------- history and versions

    def history(self, limit: int | None = None) -> Sequence[HistoryEntry]:
        """Return the newest history entries, newest first; all of them without a limit."""
        with self._serving, told(self.path, reading=True):
            return read_history(self._connection, self._present, limit)

    def plan_at(self, entry_id: int) -> Plan:
        """Return the plan as it was right after a history entry; 0 is before the first.

        Raises:
            DamagedFile: if the history cannot be followed back that far.
        """
        with self._serving, told(self.path, reading=True):
            content, places, _ = self._read([])
            past = Past(_raw(content.header), _placed(content, places))
            query = "SELECT change FROM history WHERE id > ? ORDER BY id DESC"
            for (text,) in self._connection.execute(query, [entry_id]):
                past.step_back(parsed_delta(text))
            lists = {name: past.ordered(name) for name in LISTS}
            return read_plan_leniently(Content(past.header, lists), [])

    def versions(self) -> Sequence[Version]:
        """Return the named versions, oldest first."""
        with self._serving, told(self.path, reading=True):
            return list_versions(self._connection)

    def name_version(self, name: str, plan: Plan, who: str) -> None:
        """Keep a plan under a name.

        Raises:
            FileProblem: if the name is taken or it cannot be written; then nothing was.
        """
        with self._serving:
            self._refuse_unwritable()
            if any(version.name == name for version in self.versions()):
                raise problem(
                    self.path, f"there is a version “{name}” already; choose another name"
                )
            with told(self.path), self._writer().atomic():
                self._refuse_if_changed_elsewhere()
                row = {
                    "name": name,
                    "at": now().isoformat(timespec="milliseconds"),
                    "who": who,
                    "entry": self._last_entry(),
                    "plan": pack(plan),
                }
                self._writer().table(schema.VERSIONS).insert(row, pk="name")

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
        target = _followed(target)
        identity = _identity(target)
        if identity is not None and identity == self._identity:
            raise problem(target, "it is the file that is open; choose another name for the copy")
        with self._serving:
            if plan is not None and self._is_changed_elsewhere():
                _write_new(target, plan)
            else:
                copies.copy_database(self._connection, target)

    def _is_changed_elsewhere(self) -> bool:
        try:
            return self._data_version() != self._seen_version
        except sqlite3.Error:
            return True


def _write_new(target: Path, plan: Plan) -> None:
    with copies.temporary(target) as fresh:
        PlanFile.create(fresh, plan).close()
        source = connect(fresh, "ro")
        try:
            copies.copy_database(source, target)
        finally:
            source.close()


def _placed(content: Content, places: Ranks) -> dict[str, dict[str, tuple[int, Raw]]]:
    return {
        name: {
            key: (place, _raw(raw))
            for (key, place), raw in zip(places[name].items(), values, strict=True)
        }
        for name, values in content.lists.items()
    }


def _take_lock(path: Path) -> tuple[EditLock | None, str | None]:
    """Return the right to edit, or why there is none."""
    if not os.access(path, os.W_OK):
        return None, _WRITE_PROTECTED
    try:
        return EditLock.take(path), None
    except HeldElsewhere as held:
        return None, (
            f"It is being edited by {held}, so it can be looked at but not changed here; "
            "close it there, or save a copy to edit"
        )
    except OSError:
        return None, _WRITE_PROTECTED


def _followed(path: Path) -> Path:
    """Return the file a path leads to, so that two names of one file share one lock."""
    try:
        return Path(os.path.realpath(path))
    except (OSError, ValueError) as error:
        raise FileProblem(
            f"{path!s:.80}: this is not a usable file name; choose another"
        ) from error


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _only_unknown_fields(problems: Sequence[str]) -> bool:
    return all(text.endswith(UNKNOWN_FIELD) for text in problems)


def _raw(value: object) -> Raw:
    return dict(value) if isinstance(value, dict) else {}  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType]
