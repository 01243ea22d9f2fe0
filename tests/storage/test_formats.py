"""Files of every earlier version open, and those of later ones are shown without harm."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bcp_planner.domain.entities import Estimate, Requirement, Service
from bcp_planner.domain.errors import FileProblem
from bcp_planner.domain.plan import EMPTY, Plan
from bcp_planner.interchange.plan_json import read_plan
from bcp_planner.session import PlanSession
from bcp_planner.storage import schema
from bcp_planner.storage.lock import EditLock
from bcp_planner.storage.plan_file import PlanFile
from bcp_planner.storage.sealed_edits import edits_path
from tests.builders import plan as describe

if TYPE_CHECKING:
    from sqlite_utils import Database

SPECIMENS = Path(__file__).parent / "specimens"
SHOP = describe().service("Shop", rto="4h").needs("Shop", "Database").build()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "shop.bcplan"
    PlanSession.create(path, SHOP).close()
    return path


def sql(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def specimen(name: str, folder: Path) -> Path:
    return Path(shutil.copy(SPECIMENS / name, folder))


def test_version_1_opens_unchanged_with_its_history(tmp_path: Path) -> None:
    path = specimen("version-1.bcplan", tmp_path)
    before = path.read_bytes()
    with PlanSession.open(path, who="bob@pc") as session:
        assert session.read_only is None
        shop = session.plan.services["shop"]
        assert (shop.title, shop.rto, shop.position) == ("Web shop", 14_400_000, (120.0, -40.5))
        assert shop.recovery == Estimate(3_600_000, 7_200_000, 18_000_000)
        assert list(session.plan.services) == ["power", "db-a", "db-b", "shop"]
        assert session.plan.requirements["r3"] == Requirement(
            id="r3", dependant="shop", providers=("db-a", "db-b"), needs=1, tolerance=300_000
        )
        assert session.plan.info.name == "Web shop Ünïcode 商店"
        kinds = [entry.kind for entry in session.history()]
        assert kinds == ["redo", "undo", "edit", "import"]
        assert {entry.who for entry in session.history()} == {"anna@pc"}
        assert session.plan_at(0) == EMPTY
        assert session.plan_at(1).services["shop"].rto == 21_600_000
        assert session.version("Approved") == session.plan_at(1)
    assert path.read_bytes() == before


def test_version_1_with_every_list_opens_unchanged(tmp_path: Path) -> None:
    path = specimen("version-1-all-lists.bcplan", tmp_path)
    before = path.read_bytes()
    with PlanSession.open(path) as session:
        assert session.read_only is None
        assert session.plan == read_plan(SPECIMENS / "version-1-all-lists.json")
        assert [entry.kind for entry in session.history()] == ["undo", "edit", "edit"]
        assert session.version("First").services["y"].name == "Ypsilon"
        assert session.plan_at(0).services["y"].name == ""
    assert path.read_bytes() == before


def test_version_1_encrypted_opens_with_the_edits_beside_it(tmp_path: Path) -> None:
    path = specimen("sealed-1.bcplan.age", tmp_path)
    shutil.copy(SPECIMENS / "sealed-1.bcplan.age.edits", edits_path(path))
    with PlanSession.open(path, passphrase="open sesame", edit=False) as session:
        assert session.plan.info.name == "Three"
        assert [entry.who for entry in session.history()] == ["anna@pc"] * 3
        assert session.plan_at(0).info.name == "Secret"


def test_the_file_says_what_it_is(path: Path) -> None:
    connection = sqlite3.connect(path)
    pragmas = {
        name: connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("application_id", "journal_mode", "integrity_check")
    }
    connection.close()
    assert pragmas == {
        "application_id": schema.APPLICATION_ID,
        "journal_mode": "delete",
        "integrity_check": "ok",
    }
    assert path.read_bytes()[68:72] == b"BCP1"


def test_writing_is_as_durable_as_sqlite_can(path: Path) -> None:
    with PlanSession.open(path) as session:
        connection = session._file._connection
        modes = [
            connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("synchronous", "journal_mode", "trusted_schema")
        ]
    assert modes == [2, "truncate", 0]


def set_record(path: Path, record: dict[str, object]) -> None:
    connection = sqlite3.connect(path)
    row = [json.dumps(record), record["id"]]
    connection.execute("UPDATE services SET record = ? WHERE id = ?", row)
    connection.commit()
    connection.close()


def add_unknown_field(path: Path) -> None:
    record = {"id": "Shop", "name": "Shop", "kind": "application", "mood": {"x": 1}}
    set_record(path, record)


def add_unknown_list(path: Path) -> None:
    sql(path, "CREATE TABLE moods (id TEXT PRIMARY KEY, ordinal INTEGER, record TEXT) STRICT")


def add_unknown_migration(path: Path) -> None:
    sql(
        path,
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) "
        "VALUES ('bcp-planner', 'moods of services', '2031-01-01')",
    )


def add_unknown_choice(path: Path) -> None:
    add_unknown_migration(path)
    record = {"id": "Shop", "name": "Shop", "kind": "robot"}
    set_record(path, record)


@pytest.mark.parametrize(
    "newer", [add_unknown_field, add_unknown_list, add_unknown_migration, add_unknown_choice]
)
def test_a_file_of_a_newer_version_is_shown_and_never_changed(
    path: Path, newer: Callable[[Path], None]
) -> None:
    newer(path)
    before = path.read_bytes()
    with PlanSession.open(path) as session:
        assert session.read_only is not None
        assert "newer version" in session.read_only
        assert session.plan.services["Shop"].title == "Shop"
        assert session.plan.requirements == SHOP.requirements
        with pytest.raises(FileProblem, match="newer version"):
            session.edit("Clear", EMPTY)
        with pytest.raises(FileProblem, match="newer version"):
            session.name_version("One")
        session.history()
        # Whoever has the newer program may edit meanwhile.
        EditLock.take(path).release()
    assert path.read_bytes() == before


def test_lists_get_their_table_when_first_written(path: Path) -> None:
    sql(path, "DROP TABLE scenarios")
    plan = describe().service("A").scenario("Fire", "A").build()
    with PlanSession.open(path) as session:
        assert session.read_only is None
        session.edit("Replace", plan)
    with PlanSession.open(path) as session:
        assert session.plan == plan


@pytest.fixture
def older(path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that lacks the newest migration."""

    def remember(db: Database) -> None:
        db["remembered"].create({"id": int}, pk="id")
        db["remembered"].drop()

    steps = (*schema._MIGRATIONS, ("remember", remember))
    monkeypatch.setattr(schema, "_MIGRATIONS", steps)
    return path


def test_an_older_file_is_migrated_after_a_copy_of_it_was_kept(older: Path) -> None:
    with PlanSession.open(older) as session:
        assert session.read_only is None
        assert session.plan == SHOP
        session.edit("Clear", EMPTY)
    (copy,) = older.parent.glob("*.old")
    with closing(PlanFile.open(copy, edit=False)) as kept:
        assert kept.load() == SHOP
    connection = sqlite3.connect(older)
    assert schema.applied_migrations(connection) == ["first tables", "remember"]
    connection.close()


def test_an_older_file_that_may_not_be_changed_is_migrated_in_memory(older: Path) -> None:
    before = older.read_bytes()
    with PlanSession.open(older, edit=False) as session:
        assert session.plan == SHOP
        assert session.history() == []
    assert older.read_bytes() == before
    assert list(older.parent.iterdir()) == [older]


def test_a_migration_that_fails_leaves_the_file_as_it_was(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(db: Database) -> None:
        db["services"].drop()
        raise sqlite3.OperationalError("no")

    monkeypatch.setattr(schema, "_MIGRATIONS", (*schema._MIGRATIONS, ("fails", fails)))
    with pytest.raises(FileProblem):
        PlanSession.open(path)
    monkeypatch.undo()
    with PlanSession.open(path) as session:
        assert session.plan == SHOP


def test_a_large_plan_keeps_its_order(tmp_path: Path) -> None:
    services = {f"s{i * 7919 % 3001}": Service(id=f"s{i * 7919 % 3001}") for i in range(3001)}
    plan = Plan(services=services)
    with PlanSession.create(tmp_path / "large.bcplan", plan) as session:
        assert list(session.plan.services) == list(services)
