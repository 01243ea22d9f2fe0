"""What is not a sound plan file is refused in one sentence and never touched."""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from bcp_planner.domain.errors import FileProblem
from bcp_planner.session import PlanSession
from bcp_planner.storage.problems import DamagedFile
from bcp_planner.storage.schema import APPLICATION_ID
from tests.builders import plan as describe

SHOP = describe().service("Shop", rto="4h").needs("Shop", "Database").build()
ROOT = Path(__file__).parents[2]
NASTY = ROOT.parent / "shared" / "data" / "nasty" / "sqlite"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "shop.bcplan"
    PlanSession.create(path, SHOP).close()
    return path


def refused(path: Path) -> FileProblem:
    """Open a file, expect its refusal in one line, and nothing changed or left behind."""
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(FileProblem) as caught:
        PlanSession.open(path)
    message = str(caught.value)
    assert "\n" not in message
    assert path.name[:40] in message
    assert before is None or path.read_bytes() == before
    assert not path.parent.exists() or len(list(path.parent.iterdir())) <= 1
    return caught.value


def sql(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def test_missing(tmp_path: Path) -> None:
    assert "there is no such file" in str(refused(tmp_path / "none.bcplan"))


def test_missing_folder(tmp_path: Path) -> None:
    assert "there is no such file or folder" in str(refused(tmp_path / "no" / "none.bcplan"))


def test_folder(tmp_path: Path) -> None:
    folder = tmp_path / "folder.bcplan"
    folder.mkdir()
    assert "it is a folder" in str(refused(folder))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.bcplan"
    os.mkfifo(pipe)
    assert "not a file" in str(refused(pipe))


def test_name_with_a_zero_byte(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match="not a usable file name"):
        PlanSession.open(tmp_path / "a\0b")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "the file is empty"),
        (b"{}", "it is not a plan file"),
        (b"SQLite format 3\0", "damaged"),
        (b"PK\x03\x04" + bytes(200), "it is not a plan file"),
    ],
    ids=["empty", "JSON", "first bytes only", "zip"],
)
def test_other_content(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "other.bcplan"
    path.write_bytes(content)
    assert message in str(refused(path))


def test_database_of_another_program(tmp_path: Path) -> None:
    path = tmp_path / "mail.db"
    sql(path, "CREATE TABLE mail (id)")
    assert "another program" in str(refused(path))


def test_our_mark_without_our_tables(tmp_path: Path) -> None:
    path = tmp_path / "hollow.bcplan"
    sql(path, f"PRAGMA application_id = {APPLICATION_ID}", "CREATE TABLE _sqlite_migrations (id)")
    assert isinstance(refused(path), DamagedFile)


@pytest.mark.parametrize("kept", [100, 511, 4096, 5000, 40_000])
def test_truncated(path: Path, kept: int) -> None:
    path.write_bytes(path.read_bytes()[:kept])
    assert isinstance(refused(path), DamagedFile)


def test_overwritten_pages(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096 * 2 : 4096 * 6] = b"\xa5" * (4096 * 4)
    path.write_bytes(content)
    assert isinstance(refused(path), DamagedFile)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER INSERT ON services BEGIN DELETE FROM services; END",
        "CREATE VIEW v AS SELECT * FROM services",
        "CREATE VIRTUAL TABLE f USING fts5(a)",
        "CREATE TABLE c (a CHECK (a > randomblob(99)))",
        "CREATE TABLE g (a, b AS (a || a))",
        "CREATE TABLE d (a DEFAULT (random()))",
        "CREATE INDEX e ON services (upper(id))",
        "CREATE INDEX w ON services (id) WHERE ordinal > 1",
    ],
    ids=["trigger", "view", "virtual", "check", "generated", "default", "expression", "partial"],
)
def test_active_content(path: Path, statement: str) -> None:
    try:
        sql(path, statement)
    except sqlite3.OperationalError:
        pytest.skip("this SQLite lacks it")
    assert "program parts" in str(refused(path))


@pytest.mark.parametrize(
    ("statement", "detail"),
    [
        ('UPDATE services SET record = \'{"id": "Shop", "tier": 0}\' WHERE id = \'Shop\'', "tier"),
        ("UPDATE services SET record = '}' WHERE id = 'Shop'", "services"),
        ("UPDATE services SET id = 'Store' WHERE id = 'Shop'", "services[0]"),
        ("UPDATE services SET record = replace(record, '}', '},{}') WHERE id = 'Shop'", "services"),
        ("DELETE FROM services WHERE id = 'Database'", "requirements[0]"),
        ("UPDATE plan SET record = '[]'", "plan"),
        ("DELETE FROM plan", "plan"),
        ("DROP TABLE plan", ""),
    ],
)
def test_content_that_contradicts_itself(path: Path, statement: str, detail: str) -> None:
    sql(path, statement)
    found = refused(path)
    assert isinstance(found, DamagedFile)
    assert detail in str(found)


def test_a_bomb_of_brackets(path: Path) -> None:
    sql(path, "UPDATE services SET record = replace(hex(zeroblob(50000)), '0', '[')")
    assert isinstance(refused(path), DamagedFile)


@pytest.mark.skipif(not NASTY.is_dir(), reason="the folder of hostile files is not here")
@pytest.mark.parametrize("marked", [False, True], ids=["as it is", "with our mark"])
def test_hostile_databases_are_refused_without_crash_or_hang(tmp_path: Path, marked: bool) -> None:
    copies: list[Path] = []
    for file in sorted(NASTY.iterdir()):
        content = bytearray(file.read_bytes())
        if marked and len(content) >= 100:
            content[68:72] = APPLICATION_ID.to_bytes(4, "big")
        copies.append(tmp_path / file.name)
        copies[-1].write_bytes(content)
    before = {copy: copy.read_bytes() for copy in copies}

    answers = _opened_in_own_process(copies)

    assert len(copies) > 70
    assert answers == ["refused"] * len(copies)
    assert {copy: copy.read_bytes() for copy in copies} == before


OPENER = """
import faulthandler, sys
from pathlib import Path
from bcp_planner.domain.errors import FileProblem
from bcp_planner.session import PlanSession
for name in sys.argv[1:]:
    faulthandler.dump_traceback_later(5, exit=True)
    try:
        PlanSession.open(Path(name)).close()
        print("opened", flush=True)
    except FileProblem as problem:
        print("refused" if "\\n" not in str(problem) else "more than one line", flush=True)
"""


def _opened_in_own_process(paths: list[Path]) -> list[str]:
    """Open files one after the other, each within 5 seconds; a crash ends the list early."""
    done = subprocess.run(
        [sys.executable, "-c", OPENER, *map(str, paths)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.split("\n")[:-1]


@pytest.mark.parametrize("seed", range(3))
def test_changed_bytes_never_crash(path: Path, seed: int) -> None:
    chance = random.Random(seed)
    sound = path.read_bytes()
    for _ in range(60):
        content = bytearray(sound)
        for _ in range(chance.choice([1, 3, 50])):
            content[chance.randrange(len(content))] = chance.randrange(256)
        path.write_bytes(content)
        _open_or_refuse(path)


def _open_or_refuse(path: Path) -> None:
    try:
        with PlanSession.open(path) as session:
            session.history()
            session.versions()
            session.plan_at(0)
    except FileProblem:
        return
