"""Edits as rows: which rows an edit changes, and the transaction that changes them."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, cast

from bcp_planner.domain.change import Change, TableChange, diff
from bcp_planner.domain.plan import EMPTY, Plan
from bcp_planner.storage import schema
from bcp_planner.storage.clock import now
from bcp_planner.storage.delta import Moves, delta_of, joined_moves
from bcp_planner.storage.order import numbered
from bcp_planner.storage.reading import Places, refuse_too_much_text
from bcp_planner.storage.rows import Raw, raw_of, raw_once, text_of
from bcp_planner.storage.versions import pack

if TYPE_CHECKING:
    from sqlite_utils import Database

_DELETED_AT_ONCE = 500


def load_library() -> type[Database]:
    """Load the library that writing needs, which takes longer than to open and read a file.

    It would load pandas where that is installed, to know its types: 40 MB and half a second.
    """
    unwanted = "pandas" not in sys.modules
    if unwanted:
        sys.modules["pandas"] = cast("ModuleType", None)  # as if it were not installed
    try:
        from sqlite_utils import Database
    finally:
        if unwanted:
            del sys.modules["pandas"]
    return Database


class Writer:
    """Writes edits of one file; knows where records stand, so that an edit touches few rows.

    Attributes:
        places: Where the records of the file stand; set it after reading the file.
        before_commit: Called at the end of each transaction; what it raises undoes everything.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        """Write over a connection; the path is only told in messages."""
        self.places: Places = {}
        self.before_commit: Callable[[], None] | None = None
        self._connection, self._path = connection, path
        self._database: Database | None = None
        self._last_moves: Moves = {}

    @property
    def database(self) -> Database:
        """The connection with its table methods, loaded when something is first written."""
        if self._database is None:
            self._database = load_library()(
                self._connection, recursive_triggers=False, execute_plugins=False
            )
        return self._database

    def fill(self, plan: Plan) -> None:
        """Write the first content of a new file, which is no edit of its history."""
        change = diff(EMPTY, plan)
        with self.database.atomic():
            self._write_rows(change, self._moves(change, plan), plan, raw_of)
            self._write_header(plan)
            refuse_too_much_text(self._connection, self._path)

    def write(
        self,
        change: Change,
        new: Plan,
        entry: Mapping[str, str],
        *,
        whole: Change | None,
        check: Callable[[], None],
    ) -> None:
        """Write one edit and its history row in one transaction.

        Args:
            change: What leads from the plan in the file to the new one.
            new: The new plan.
            entry: Label, who and kind of the history row.
            whole: What the newest history row becomes when the edit joins it; None for a row of
                its own. An empty change takes the row away.
            check: Called inside the transaction; what it raises undoes everything.
        """
        moves = self._moves(change, new)
        joined = moves if whole is None else joined_moves(self._last_moves, moves)
        raw = raw_once()
        delta = delta_of(change if whole is None else whole, joined, raw)
        row = {"at": now().isoformat(timespec="milliseconds"), **entry, "change": text_of(delta)}
        with self._transaction(check):
            self._write_rows(change, moves, new, raw)
            if change.info is not None:
                self._write_header(new)
            self._write_entry(row, whole)
        self._remember(moves)
        self._last_moves = joined

    def write_version(self, name: str, plan: Plan, who: str, check: Callable[[], None]) -> None:
        """Keep a plan under a name, which must be free."""
        row: dict[str, object] = {
            "name": name,
            "at": now().isoformat(timespec="milliseconds"),
            "who": who,
            "plan": pack(plan),
        }
        with self._transaction(check):
            row["entry"] = self._last_entry()
            self.database.table(schema.VERSIONS).insert(row)

    @contextmanager
    def _transaction(self, check: Callable[[], None]) -> Generator[None, None, None]:
        with self.database.atomic():
            check()
            yield
            refuse_too_much_text(self._connection, self._path)
            if self.before_commit is not None:
                self.before_commit()

    # ------------------------------------------------------------------------ places of records

    def _moves(self, change: Change, new: Plan) -> Moves:
        """Return how the places of records change; those that stay are absent."""
        moves: Moves = {}
        for name, table in change.tables.items():
            pairs = _moved(table, self.places.setdefault(name, {}), new.table(name))
            if pairs:
                moves[name] = pairs
        return moves

    def _remember(self, moves: Moves) -> None:
        for name, pairs in moves.items():
            places = self.places[name]
            for key, (_, place) in pairs.items():
                if place is None:
                    places.pop(key, None)
                else:
                    places[key] = place

    # --------------------------------------------------------------------------------- rows

    def _write_rows(
        self, change: Change, moves: Moves, new: Plan, raw: Callable[[object], Raw]
    ) -> None:
        for name, table in change.tables.items():
            pairs = moves.get(name, {})
            self._delete(name, [key for key, (_, place) in pairs.items() if place is None])
            written = dict.fromkeys([*table.records, *pairs])
            records = new.table(name)
            rows = [
                {
                    "id": key,
                    "ordinal": self._place(name, key, pairs),
                    "record": text_of(raw(records[key])),
                }
                for key in written
                if key in records
            ]
            if rows:
                schema.create_list(self.database, name)
                self.database.table(name).insert_all(rows, pk="id", replace=True)

    def _delete(self, name: str, keys: Sequence[str]) -> None:
        for start in range(0, len(keys), _DELETED_AT_ONCE):
            some = keys[start : start + _DELETED_AT_ONCE]
            marks = ",".join("?" * len(some))
            self._connection.execute(f'DELETE FROM "{name}" WHERE id IN ({marks})', some)  # noqa: S608

    def _place(self, name: str, key: str, pairs: Mapping[str, Sequence[int | None]]) -> int:
        place = pairs[key][1] if key in pairs else None
        return self.places[name][key] if place is None else place

    def _write_header(self, plan: Plan) -> None:
        row = {"id": 1, "record": text_of(raw_of(plan.info))}
        self.database.table(schema.HEADER).insert(row, pk="id", replace=True)

    def _write_entry(self, row: Mapping[str, str], whole: Change | None) -> None:
        table = self.database.table(schema.HISTORY)
        if whole is None:
            table.insert(dict(row))
        elif whole:
            table.insert({"id": self._last_entry(), **row}, pk="id", replace=True)
        else:
            self._connection.execute("DELETE FROM history WHERE id = ?", [self._last_entry()])

    def _last_entry(self) -> int:
        (last,) = self._connection.execute("SELECT max(id) FROM history").fetchone()
        return int(last or 0)


def _moved(
    table: TableChange, places: Mapping[str, int], records: Mapping[str, object]
) -> dict[str, list[int | None]]:
    """Return the place before and after of each record of a list that moves, comes or goes."""
    pairs: dict[str, list[int | None]] = {
        key: [places[key], None] for key, (_, after) in table.records.items() if after is None
    }
    added = any(before is None for before, _ in table.records.values())
    if added or table.reordered:
        left = {k: p for k, p in places.items() if k not in pairs} if pairs else places
        fresh = numbered(list(records), left, shuffled=table.reordered)
        pairs.update((key, [left.get(key), number]) for key, number in fresh.items())
    return pairs
