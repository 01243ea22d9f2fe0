"""The content of an open plan file, read as of one moment."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias, cast

from bcp_planner.domain.plan import LISTS, Plan
from bcp_planner.storage import schema
from bcp_planner.storage.connection import within
from bcp_planner.storage.history import Past, parsed_delta
from bcp_planner.storage.problems import damage, problem
from bcp_planner.storage.rows import (
    Content,
    Raw,
    parsed,
    parsed_records,
    read_plan_leniently,
)

Places: TypeAlias = dict[str, dict[str, int]]
"""List to id to the number that orders the list."""

_LARGEST_LIST = 1_000_000
_LARGEST_TEXTS = 320_000_000
"""Characters of all records together; a plan of 100,000 services has about 40 million."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What a file held at one moment.

    Attributes:
        content: Header and records.
        places: Where the records stand.
        version: Changes when another connection writes (SQLite's ``data_version``).
        problems: What contradicts itself already on the level of rows.
    """

    content: Content
    places: Places
    version: int
    problems: Sequence[str]


def read_snapshot(connection: sqlite3.Connection, path: Path) -> Snapshot:
    """Read header and lists in one transaction; a list without a table is empty.

    Raises:
        DamagedFile: if rows are not what rows of a plan file are.
        sqlite3.Error: if the database cannot be read.
    """
    with within(connection):
        connection.execute("BEGIN")
        try:
            there = schema.table_names(connection)
            refuse_too_much_text(connection, path)
            rows = {
                name: _columns(connection, path, name) if name in there else ((), (), ())
                for name in LISTS
            }
            header = present_record(connection)(schema.HEADER, "")
            version = data_version(connection)
        finally:
            connection.execute("ROLLBACK")
    problems: list[str] = []
    places: Places = {}
    lists: dict[str, Sequence[object]] = {}
    for name, (keys, numbers, texts) in rows.items():
        places[name] = dict(zip(keys, numbers, strict=True))
        lists[name] = parsed_records(name, keys, texts, problems)
    return Snapshot(Content(header, lists), places, version, problems)


def read_places(connection: sqlite3.Connection) -> tuple[Places, int]:
    """Read where the records of each list stand, in one transaction, and the data version."""
    with within(connection):
        connection.execute("BEGIN")
        try:
            there = schema.table_names(connection)
            places: Places = {
                name: dict(connection.execute(f'SELECT id, ordinal FROM "{name}"').fetchall())  # noqa: S608
                if name in there
                else {}
                for name in LISTS
            }
            return places, data_version(connection)
        finally:
            connection.execute("ROLLBACK")


def refuse_too_much_text(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a file whose records would take minutes and gigabytes to read.

    It is asked before a file is read, and before an edit is kept that would make it so large.

    Raises:
        FileProblem: if it holds too many characters.
    """
    (size,) = connection.execute(
        "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"
    ).fetchone()
    if size <= _LARGEST_TEXTS:
        return
    there = schema.table_names(connection)
    texts = (f'SELECT total(length(record)) FROM "{name}"' for name in LISTS if name in there)  # noqa: S608
    if sum(connection.execute(query).fetchone()[0] for query in texts) > _LARGEST_TEXTS:
        most = _LARGEST_TEXTS // 1_000_000
        raise problem(path, f"its texts have more than {most} million characters; split the plan")


_Columns: TypeAlias = tuple[Sequence[str], Sequence[int], Sequence[str]]


def _columns(connection: sqlite3.Connection, path: Path, name: str) -> _Columns:
    """Return ids, places and record texts of a list, in its order."""
    query = f'SELECT id, ordinal, record FROM "{name}" ORDER BY ordinal, id LIMIT ?'  # noqa: S608
    found = connection.execute(query, [_LARGEST_LIST + 1]).fetchall()
    if len(found) > _LARGEST_LIST:
        raise problem(path, f"it holds more than {_LARGEST_LIST:,} {name}; split the plan")
    if not found:
        return (), (), ()
    keys, numbers, texts = zip(*found, strict=True)
    types = [set(map(type, column)) for column in (keys, numbers, texts)]
    if types != [{str}, {int}, {str}]:
        raise damage(path, f"the table of {name} holds values of a wrong type")
    return keys, numbers, texts


def present_record(connection: sqlite3.Connection) -> Callable[[str, str], Raw | None]:
    """Return what gives one record as it is now; the plan's header for the list ``plan``."""

    def present(name: str, key: str) -> Raw | None:
        if name == schema.HEADER:
            query, values = "SELECT record FROM plan WHERE id = 1", list[str]()
        else:
            query, values = f'SELECT record FROM "{name}" WHERE id = ?', [key]  # noqa: S608
        row = connection.execute(query, values).fetchone()
        found = parsed(row[0]) if row and isinstance(row[0], str) else None
        return cast("Raw", found) if isinstance(found, dict) else None

    return present


def data_version(connection: sqlite3.Connection) -> int:
    """Return a number that changes when another connection writes to the file."""
    (version,) = connection.execute("PRAGMA data_version").fetchone()
    return int(version)


def plan_after(connection: sqlite3.Connection, path: Path, entry_id: int) -> Plan:
    """Return the plan as it was right after a history entry, by walking back from the present.

    Raises:
        DamagedFile: if the history cannot be followed back that far.
    """
    snapshot = read_snapshot(connection, path)
    past = Past(_raw(snapshot.content.header), _placed(snapshot))
    query = "SELECT change FROM history WHERE id > ? ORDER BY id DESC"
    for (text,) in connection.execute(query, [entry_id]):
        delta = parsed_delta(text)
        if delta is None:
            raise damage(path, "its history cannot be read")
        past.step_back(delta)
    lists = {name: past.ordered(name) for name in LISTS}
    return read_plan_leniently(Content(past.header, lists), [])


def _placed(snapshot: Snapshot) -> dict[str, dict[str, tuple[int, Raw]]]:
    return {
        name: {
            key: (place, _raw(raw))
            for (key, place), raw in zip(snapshot.places[name].items(), values, strict=True)
        }
        for name, values in snapshot.content.lists.items()
    }


def _raw(value: object) -> Raw:
    return dict(cast("Mapping[str, object]", value)) if isinstance(value, dict) else {}
