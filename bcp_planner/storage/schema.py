"""The tables of a plan file, how they came to be, and which ones are accepted.

One table for each list of the plan (id, place in the list, record as JSON), one for the plan's
header, one for the history and one for named versions. Records are JSON in the form of the
exchange format, so a new field or a new list needs no migration; a change of these tables does.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from bcp_planner.domain.plan import LISTS
from bcp_planner.storage.problems import damage, problem

if TYPE_CHECKING:
    from sqlite_utils import Database

APPLICATION_ID = 0x42435031
"""``BCP1``, at byte 68 of every plan file."""

HEADER, HISTORY, VERSIONS = "plan", "history", "versions"
SEALING = "sealing"
"""In encrypted plans only: the key for edits until the plan is encrypted anew."""

_MIGRATIONS_TABLE = "_sqlite_migrations"
_SET = "bcp-planner"

_MOST_TABLES = 1000
_PLAIN = re.compile(r"""CREATE\s+(?:TABLE|UNIQUE\s+INDEX|INDEX)\s[^()]*\([^()]*\)[\sA-Z,]*""", re.I)
"""A definition without nested brackets: no checks, no computed columns, no expressions."""

_LIST_FORM: str = "id text primary key, ordinal integer not null, record text not null"
_FORMS: Mapping[str, str] = {
    HEADER: "id integer primary key, record text not null",
    HISTORY: (
        "id integer primary key, at text not null, who text not null, label text not null, "
        "kind text not null, change text not null"
    ),
    VERSIONS: (
        "name text primary key, at text not null, who text not null, entry integer not null, "
        "plan blob not null"
    ),
    SEALING: "key text not null",
    **dict.fromkeys(LISTS, _LIST_FORM),
}
"""What the tables are once every migration was applied."""
_FORMATTING = re.compile(r"""[\s"\[\]`]+""")


def create_list(db: Database, name: str) -> None:
    """Create the table of one list of the plan, unless it is there."""
    db.table(name).create(
        {"id": str, "ordinal": int, "record": str},
        pk="id",
        not_null=["ordinal", "record"],
        if_not_exists=True,
        strict=True,
    )


def _first_tables(db: Database) -> None:
    db.table(HEADER).create({"id": int, "record": str}, pk="id", not_null=["record"], strict=True)
    db.table(HISTORY).create(
        {"id": int, "at": str, "who": str, "label": str, "kind": str, "change": str},
        pk="id",
        not_null=["at", "who", "label", "kind", "change"],
        strict=True,
    )
    db.table(VERSIONS).create(
        {"name": str, "at": str, "who": str, "entry": int, "plan": bytes},
        pk="name",
        not_null=["at", "who", "entry", "plan"],
        strict=True,
    )
    for name in ("teams", "contacts", "services", "requirements", "scenarios"):
        create_list(db, name)


_MIGRATIONS: tuple[tuple[str, Callable[[Database], None]], ...] = (("first tables", _first_tables),)
"""Every change of the tables since the first release, oldest first; only ever appended to."""


def apply_migrations(db: Database) -> None:
    """Bring the tables up to date; each step and its record are one transaction."""
    from sqlite_utils import Migrations

    migrations = Migrations(_SET)
    for name, step in _MIGRATIONS:
        migrations(name=name)(step)
    migrations.apply(db)


def applied_migrations(connection: sqlite3.Connection) -> list[str]:
    """Return the names of the migrations a file has had, without loading the library."""
    if _MIGRATIONS_TABLE not in table_names(connection):
        return []
    query = f"SELECT name FROM {_MIGRATIONS_TABLE} WHERE migration_set = ? ORDER BY id LIMIT 1000"  # noqa: S608
    return [str(name) for (name,) in connection.execute(query, [_SET])]


def is_current(applied: list[str]) -> bool:
    """Whether a file has had every migration this program knows."""
    return {name for name, _ in _MIGRATIONS} <= set(applied)


def is_newer(connection: sqlite3.Connection, applied: list[str]) -> bool:
    """Whether a file has had migrations, or holds lists, that this program does not know."""
    known = {HEADER, HISTORY, VERSIONS, SEALING, _MIGRATIONS_TABLE, *LISTS}
    return not set(applied) <= {name for name, _ in _MIGRATIONS} or bool(
        table_names(connection) - known
    )


def table_names(connection: sqlite3.Connection) -> set[str]:
    """Return the names of the tables of a file, without SQLite's own."""
    query = "SELECT name FROM sqlite_master WHERE type = 'table'"
    names = {str(name) for (name,) in connection.execute(query)}
    return {name for name in names if not name.startswith("sqlite_")}


def plain_tables(connection: sqlite3.Connection) -> set[str]:
    """Return the names of the tables that only hold rows."""
    query = "SELECT name, sql FROM sqlite_master WHERE type = 'table'"
    return {str(name) for name, sql in connection.execute(query) if _is_plain(sql)}


def _is_plain(sql: object) -> bool:
    return isinstance(sql, str) and _PLAIN.fullmatch(sql) is not None


def refuse_active_content(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a file whose definitions could do more than hold rows.

    Raises:
        FileProblem: if there is a trigger, a view, a virtual table, a check or an expression.
    """
    query = f"SELECT type, sql FROM sqlite_master LIMIT {_MOST_TABLES + 1}"  # noqa: S608
    found = connection.execute(query).fetchall()
    if len(found) > _MOST_TABLES:
        raise damage(path, "too many tables")
    for kind, sql in found:
        automatic = kind == "index" and sql is None
        if not automatic and not (kind in {"table", "index"} and _is_plain(sql)):
            raise problem(
                path,
                "it holds program parts (such as triggers or views) that a plan file never has; "
                "ask its sender for a fresh copy",
            )


def refuse_other_forms(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a file whose tables differ from those this program makes, so that writing is safe.

    Another order of letters, a reference or a rule for conflicts would make the database drop or
    change rows by itself when others are written.

    Raises:
        DamagedFile: if a table is another one, or an index of it does more than find rows.
    """
    query = "SELECT type, tbl_name, sql FROM sqlite_master WHERE sql IS NOT NULL"
    for kind, name, sql in connection.execute(query):
        if name in _FORMS and not _is_made(kind, name, _bare(sql)):
            raise damage(path, f"its table {name} is not as this program makes it")


def _is_made(kind: str, name: str, sql: str) -> bool:
    if kind == "index":
        return sql.startswith("createindex") and "collate" not in sql
    return sql == _bare(f"create table {name} ({_FORMS[name]}) strict")


def _bare(sql: str) -> str:
    return _FORMATTING.sub("", sql).lower()
