"""Files that somebody put beside a plan make this program touch no other file."""

from __future__ import annotations

import os
import shutil
import sqlite3
import struct
from pathlib import Path

import pytest

from bcp_planner.domain import edits
from bcp_planner.domain.entities import Service
from bcp_planner.domain.errors import FileProblem
from bcp_planner.session import PlanSession
from bcp_planner.storage import sealed
from bcp_planner.storage.lock import lock_path
from bcp_planner.storage.salvage import examine
from bcp_planner.storage.sealed_edits import edits_path
from tests.builders import plan as describe
from tests.storage import quick_age

SHOP = describe().service("Shop").build()
MAGIC = bytes.fromhex("d9d505f920a163d7")

links = pytest.mark.skipif(os.name == "nt", reason="links need rights there")
pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "folder" / "shop.bcplan"
    path.parent.mkdir()
    PlanSession.create(path, SHOP).close()
    return path


@pytest.fixture
def victim(tmp_path: Path) -> Path:
    """A file of the user that no plan has anything to do with."""
    victim = tmp_path / "victim.txt"
    victim.write_bytes(b"precious\n")
    return victim


def journal_naming(victim: Path, path: Path) -> bytes:
    """Return a journal that SQLite plays back, and then deletes the file it names."""
    pages = path.stat().st_size // 4096
    head = (MAGIC + struct.pack(">IIIII", 0, 0, pages, 512, 4096)).ljust(512, b"\0")
    name = os.fsencode(victim)
    checksum = sum(struct.unpack(f"{len(name)}b", name)) & 0xFFFFFFFF
    return head + struct.pack(">I", (1 << 30) // 4096 + 1) + name + _tail(name, checksum)


def _tail(name: bytes, checksum: int) -> bytes:
    return struct.pack(">II", len(name), checksum) + MAGIC


def test_sqlite_alone_would_delete_what_a_journal_names(path: Path, victim: Path) -> None:
    path.with_name(f"{path.name}-journal").write_bytes(journal_naming(victim, path))
    connection = sqlite3.connect(path)
    connection.execute("SELECT * FROM services").fetchall()
    connection.close()
    if victim.exists():
        pytest.skip(f"SQLite {sqlite3.sqlite_version} takes no notice of it any more")


def test_a_journal_that_names_another_file_is_refused(path: Path, victim: Path) -> None:
    journal = path.with_name(f"{path.name}-journal")
    journal.write_bytes(journal_naming(victim, path))
    for act in (
        lambda: PlanSession.open(path),
        lambda: PlanSession.open(path, edit=False),
        lambda: sealed.encrypt(path, path.with_name("x.age"), "sesame"),
    ):
        with pytest.raises(FileProblem, match="could damage other files.*remove that file"):
            act()
    assert examine(path).plan.services == SHOP.services
    assert victim.read_bytes() == b"precious\n"
    journal.unlink()
    PlanSession.open(path).close()


@links
@pytest.mark.parametrize("ending", ["-journal", "-wal", "-shm"])
@pytest.mark.parametrize("there", [True, False])
def test_a_link_beside_it_is_refused(path: Path, victim: Path, ending: str, there: bool) -> None:
    if not there:
        victim.unlink()
    path.with_name(path.name + ending).symlink_to(victim)
    with pytest.raises(FileProblem, match="leads to another place"):
        PlanSession.open(path)
    assert examine(path).plan.services == SHOP.services
    assert victim.exists() == there
    assert not there or victim.read_bytes() == b"precious\n"


def test_a_write_ahead_log_beside_it_is_refused(path: Path) -> None:
    path.with_name(f"{path.name}-wal").write_bytes(b"x" * 100)
    with pytest.raises(FileProblem, match="another program keeps part of it"):
        PlanSession.open(path)


def test_the_form_with_a_write_ahead_log_is_refused(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.close()
    with pytest.raises(FileProblem, match="another program changed its form"):
        PlanSession.open(path)
    assert [file.name for file in path.parent.iterdir()] == [path.name]


@links
def test_a_link_in_place_of_the_lock_is_not_written_through(path: Path, victim: Path) -> None:
    lock_path(path).symlink_to(victim)
    with PlanSession.open(path) as session:
        assert session.read_only is None
        session.edit("Add", edits.add(session.plan, "services", Service(id="x")))
    assert victim.read_bytes() == b"precious\n"


@links
def test_a_link_in_place_of_the_edits_is_not_written_through(
    path: Path, victim: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    quick_age.use(monkeypatch)
    secret = path.with_name("secret.bcplan.age")
    sealed.encrypt(path, secret, "sesame")
    edits_path(secret).symlink_to(victim)
    with pytest.raises(FileProblem, match="leads to another place"):
        PlanSession.open(secret, passphrase="sesame")
    assert victim.read_bytes() == b"precious\n"


@pipes
def test_nobody_waits_for_a_pipe_beside_it(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    quick_age.use(monkeypatch)
    os.mkfifo(lock_path(path))
    with PlanSession.open(path) as session, PlanSession.open(path) as other:
        assert session.read_only is None
        assert "another window of this program" in str(other.read_only)
    secret = path.with_name("secret.bcplan.age")
    sealed.encrypt(path, secret, "sesame")
    os.mkfifo(edits_path(secret))
    with pytest.raises(FileProblem, match="leads to another place"):
        PlanSession.open(secret, passphrase="sesame")


@pipes
def test_nobody_waits_for_a_pipe_in_place_of_a_plan(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.bcplan.age"
    os.mkfifo(pipe)
    assert not sealed.is_sealed(pipe)
    for read in (sealed.read_sealed, examine):
        with pytest.raises(FileProblem, match="not a file"):
            read(pipe)


@links
def test_a_link_to_a_plan_edits_the_plan_and_stays_a_link(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.bcplan"
    link.symlink_to(path)
    with PlanSession.open(link) as session:
        session.edit("Add", edits.add(session.plan, "services", Service(id="x")))
    assert link.is_symlink()
    copy = tmp_path / "copy.bcplan"
    shutil.copy(path, copy)
    with PlanSession.open(copy) as session:
        assert "x" in session.plan.services
