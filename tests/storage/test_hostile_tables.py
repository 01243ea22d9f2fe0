"""Tables, rows and texts made by hand, so that they only do harm when something is done with them.

A file like this is refused or worked on like any other; it never makes the program stumble, lose
an edit, or take minutes and gigabytes.
"""

from __future__ import annotations

import sqlite3
import zlib
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from bcp_planner.domain import edits
from bcp_planner.domain.errors import FileProblem
from bcp_planner.domain.service import Service
from bcp_planner.session import PlanSession
from bcp_planner.storage import reading, rows
from bcp_planner.storage.problems import DamagedFile
from bcp_planner.storage.salvage import examine
from tests.builders import plan as describe

SHOP = describe().service("Shop", rto="4h").needs("Shop", "Database").contact("Anna").build()
LIST = "id TEXT PRIMARY KEY, ordinal INTEGER NOT NULL, record TEXT NOT NULL"
HISTORY = (
    "id INTEGER PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, label TEXT NOT NULL, "
    "kind TEXT NOT NULL, change TEXT NOT NULL"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "shop.bcplan"
    with PlanSession.create(path, SHOP) as session:
        session.edit("Rename", replace(SHOP, info=replace(SHOP.info, name="Shops")))
    return path


def sql(path: Path, statement: str, *values: object) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(statement, values)


def made_anew(path: Path, table: str, definition: str) -> None:
    """Replace a table by one of another definition with the same rows."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(f"ALTER TABLE {table} RENAME TO old")
        connection.execute(f"CREATE TABLE {table} {definition}")
        connection.execute(f"INSERT INTO {table} SELECT * FROM old")  # noqa: S608
        connection.execute("DROP TABLE old")


@pytest.mark.parametrize(
    ("table", "definition"),
    [
        ("services", f"({LIST.replace('KEY', 'KEY REFERENCES nowhere')}) STRICT"),
        ("contacts", f"({LIST} REFERENCES services ON DELETE CASCADE) STRICT"),
        ("services", f"({LIST.replace('KEY', 'KEY COLLATE NOCASE')}) STRICT"),
        ("services", f"({LIST} UNIQUE ON CONFLICT REPLACE) STRICT"),
        ("history", f"({HISTORY} UNIQUE ON CONFLICT IGNORE) STRICT"),
        ("services", f"({LIST}) STRICT, WITHOUT ROWID"),
        ("history", f"({HISTORY}) STRICT, WITHOUT ROWID"),
        ("plan", "(id TEXT PRIMARY KEY, record TEXT NOT NULL)"),
    ],
    ids=[
        "a reference to nowhere",
        "rows that go with others",
        "capitals count for nothing",
        "rows that replace others",
        "history that forgets",
        "a list without row numbers",
        "history without row numbers",
        "numbers as texts",
    ],
)
def test_a_table_made_another_way_is_refused_and_can_be_repaired(
    path: Path, table: str, definition: str
) -> None:
    made_anew(path, table, definition)
    before = path.read_bytes()
    with pytest.raises(DamagedFile, match=f"its table {table} is not as this program makes it"):
        PlanSession.open(path)
    assert path.read_bytes() == before
    if "ROWID" not in definition:
        assert set(examine(path).plan.services) == set(SHOP.services)


def test_an_index_that_forbids_rows_is_refused(path: Path) -> None:
    sql(path, "CREATE UNIQUE INDEX i ON services (ordinal)")
    with pytest.raises(DamagedFile):
        PlanSession.open(path)


def test_an_index_that_only_finds_rows_is_left_alone(path: Path) -> None:
    sql(path, "CREATE INDEX i ON services (ordinal)")
    with PlanSession.open(path) as session:
        session.edit("Add", edits.add(session.plan, "services", Service(id="new")))


@pytest.mark.parametrize("place", [2**63 - 1, -(2**63)])
@pytest.mark.parametrize("many", [True, False])
def test_places_at_the_end_of_all_numbers(path: Path, place: int, many: bool) -> None:
    sql(path, "UPDATE services SET ordinal = ? WHERE ? OR rowid = 1", place, many)
    with PlanSession.open(path) as session:
        session.edit("Add", edits.add(session.plan, "services", Service(id="new")))
        first = {"first": Service(id="first"), **session.plan.services}
        session.edit("Put in front", replace(session.plan, services=first))
        turned = dict(reversed(session.plan.services.items()))
        session.edit("Turn round", replace(session.plan, services=turned))
        expected = list(session.plan.services)
    with PlanSession.open(path, edit=False) as session:
        assert list(session.plan.services) == expected


@pytest.mark.parametrize(
    "change",
    [
        "[]",
        '{"services": []}',
        '{"services": {"Shop": null}}',
        '{"services": {"Shop": [1, 2]}}',
        '{"services": {"Shop": [[], []]}}',
        '{"services": {"Shop": [{}, {}, {}]}}',
        '{"plan": "ab"}',
        '{"plan": [1, 2]}',
        '{"order": []}',
        '{"order": {"services": []}}',
        '{"order": {"services": {"Shop": ["a", {}]}}}',
    ],
)
def test_a_change_in_the_history_that_is_none(path: Path, change: str) -> None:
    sql(path, "UPDATE history SET change = ?", change)
    with PlanSession.open(path) as session:
        (entry,) = session.history()
        assert (entry.label, entry.change.tables) == ("Rename", {})
        with pytest.raises(DamagedFile, match="its history cannot be read"):
            session.plan_at(0)


def test_texts_that_would_take_gigabytes(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "_LONG", 1000)
    monkeypatch.setattr(rows, "_MOST_PARTS", 10_000)
    bomb = ",".join(["[]"] * 20_000)
    sql(path, "UPDATE history SET change = ?", f'{{"services": [{bomb}]}}')
    packed = zlib.compress(f'{{"plan": {{}}, "services": [{bomb}]}}'.encode())
    sql(path, "INSERT INTO versions VALUES ('v', '2026-01-01', 'me', 1, ?)", packed)
    with PlanSession.open(path) as session:
        assert [entry.change.tables for entry in session.history()] == [{}]
        with pytest.raises(DamagedFile):
            session.version("v")
    sql(path, "UPDATE services SET record = ? WHERE id = 'Shop'", f'{{"tags": [{bomb}]}}')
    with pytest.raises(DamagedFile):
        PlanSession.open(path)


def test_more_text_than_any_plan_has(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_LARGEST_TEXTS", 1_000_000)
    long = edits.update(SHOP, "services", "Shop", description="x" * 999_000)
    with PlanSession.open(path) as session:
        session.edit("Describe", long)
    with PlanSession.open(path) as session:
        assert session.plan == long
    sql(path, "UPDATE services SET record = record || ?", " " * 600_000)
    with pytest.raises(FileProblem, match="more than 1 million characters"):
        PlanSession.open(path)


def test_an_edit_that_nobody_could_open_again_is_refused(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "_LARGEST_TEXTS", 1_000_000)
    with PlanSession.open(path) as session:
        before = session.plan
        longer = edits.update(before, "services", "Shop", description="x" * 1_000_000)
        with pytest.raises(FileProblem, match="more than 1 million characters; split the plan"):
            session.edit("Describe", longer)
        assert session.plan == before
    with PlanSession.open(path) as session:
        assert session.plan == before
    with pytest.raises(FileProblem, match="more than 1 million characters"):
        PlanSession.create(path.with_name("other.bcplan"), longer)
    assert not path.with_name("other.bcplan").exists()
