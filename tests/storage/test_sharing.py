"""Who may edit, and what happens when others touch the file meanwhile."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bcp_planner.domain import edits
from bcp_planner.domain.entities import Service
from bcp_planner.domain.errors import FileProblem
from bcp_planner.domain.plan import EMPTY
from bcp_planner.session import PlanSession
from bcp_planner.storage import clock
from bcp_planner.storage.lock import EditLock, HeldElsewhere, lock_path
from tests.builders import plan as describe

SHOP = describe().service("Shop", rto="4h").needs("Shop", "Database").build()
ROOT = Path(__file__).parents[2]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "shop.bcplan"
    PlanSession.create(path, SHOP).close()
    return path


HOLD = """
import sys
from pathlib import Path
from bcp_planner.session import PlanSession
session = PlanSession.open(Path(sys.argv[1]))
print(session.read_only, flush=True)
sys.stdin.readline()
"""


@contextmanager
def held_by_another_process(path: Path) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline().strip() == "None"
        try:
            yield holder
        finally:
            holder.kill()


def test_another_process_is_named_until_it_is_killed(path: Path) -> None:
    with held_by_another_process(path) as holder:
        with PlanSession.open(path) as session:
            assert session.read_only is not None
            assert f"(process {holder.pid}) since 20" in session.read_only
            assert "@" in session.read_only
            assert session.plan == SHOP
        holder.send_signal(signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
        holder.wait()
        with PlanSession.open(path) as session:
            assert session.read_only is None
            session.edit("Clear", EMPTY)


def test_links_lead_to_the_same_lock(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.bcplan"
    link.symlink_to(path)
    with PlanSession.open(link) as first, PlanSession.open(path) as second:
        assert first.read_only is None
        assert second.read_only is not None


def test_what_the_small_file_says_is_only_ever_shown(path: Path) -> None:
    lock = EditLock.take(path)
    for text in (
        "",
        "[]",
        "{",
        '{"who": 1}',
        json.dumps({"who": "a\nb" * 99, "pid": 1, "since": ""}),
    ):
        lock_path(path).write_text(text)
        with pytest.raises(HeldElsewhere) as held:
            EditLock.take(path)
        assert "\n" not in str(held.value)
        assert len(str(held.value)) < 100
    lock.release()
    lock.release()
    assert not lock_path(path).exists()


def test_a_file_locked_and_removed_at_once_is_locked_again(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bcp_planner.storage import lock as module

    real, removed = module._try_lock, list[int]()

    def removed_meanwhile(descriptor: int) -> bool:
        if not removed:
            removed.append(descriptor)
            lock_path(path).unlink()
        return real(descriptor)

    monkeypatch.setattr(module, "_try_lock", removed_meanwhile)
    lock = EditLock.take(path)
    assert lock_path(path).exists()
    lock.release()


def test_a_read_only_file_is_shown_and_not_changed(path: Path, tmp_path: Path) -> None:
    path.chmod(0o444)
    if os.access(path, os.W_OK):
        pytest.skip("this user may write everywhere")
    with PlanSession.open(path) as session:
        assert session.read_only is not None
        assert "write-protected" in session.read_only


def _as_nobody(act: Callable[[], str]) -> str:
    """Return what a function answers when it runs as a user without rights."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.setgroups([])
            os.setgid(65534)
            os.setuid(65534)
            os.write(write, act().encode())
        except BaseException as error:
            os.write(write, f"failed: {error!r}".encode())
        finally:
            os._exit(0)
    os.close(write)
    with os.fdopen(read) as answers:
        answer = answers.read()
    os.waitpid(child, 0)
    return answer


needs_root = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="takes rights away, which needs root"
)


@pytest.fixture
def reachable(path: Path) -> Iterator[Path]:
    """A copy of the file in a folder that everybody may enter."""
    folder = Path(f"/tmp/bcp-planner-{os.getpid()}-reachable")
    folder.mkdir(mode=0o755)
    yield Path(shutil.copy(path, folder))
    shutil.rmtree(folder)


@needs_root
def test_a_plan_in_a_read_only_folder_is_shown_and_can_be_copied_elsewhere(reachable: Path) -> None:
    reachable.chmod(0o666)

    def look() -> str:
        with PlanSession.open(reachable) as session:
            assert session.plan == SHOP
            return session.read_only or "may edit"

    answer = _as_nobody(look)
    assert "write-protected" in answer
    assert not answer.startswith("failed")
    assert list(reachable.parent.iterdir()) == [reachable]


@needs_root
def test_what_another_user_left_behind_is_no_lock(reachable: Path) -> None:
    reachable.parent.chmod(0o777)
    reachable.chmod(0o666)
    lock_path(reachable).write_text("stale")
    lock_path(reachable).chmod(0o644)

    def look() -> str:
        with PlanSession.open(reachable) as session:
            return session.read_only or "may edit"

    assert _as_nobody(look) == "may edit"
    with PlanSession.open(reachable):
        lock_path(reachable).chmod(0o644)
        assert "is being edited by root@" in _as_nobody(look)


@needs_root
def test_a_plan_without_permission_is_refused(reachable: Path) -> None:
    reachable.chmod(0o600)

    def look() -> str:
        with pytest.raises(FileProblem, match="you have no permission"):
            PlanSession.open(reachable)
        with pytest.raises(FileProblem, match="you have no permission"):
            PlanSession.create(reachable.with_name("new.bcplan"))
        return "told"

    assert _as_nobody(look) == "told"


def _edit_of(session: PlanSession) -> None:
    session.edit("Add", edits.add(session.plan, "services", Service(id="late")))


def _removed(path: Path) -> None:
    path.unlink()


def _moved(path: Path) -> None:
    path.rename(path.with_name("moved.bcplan"))


def _replaced(path: Path) -> None:
    other = path.with_name("other.bcplan")
    PlanSession.create(other).close()
    other.replace(path)


@pytest.mark.skipif(sys.platform == "win32", reason="an open file stays where it is")
@pytest.mark.parametrize("away", [_removed, _moved, _replaced])
def test_a_file_taken_away_under_the_window(
    path: Path, tmp_path: Path, away: Callable[[Path], None]
) -> None:
    with PlanSession.open(path) as session:
        session.edit("Add", edits.add(session.plan, "services", Service(id="early")))
        before = session.plan
        away(path)
        with pytest.raises(FileProblem, match="removed, moved or replaced.*save a copy"):
            _edit_of(session)
        assert session.plan is before
        assert session.can_undo
        session.save_copy(tmp_path / "copy.bcplan")
    with PlanSession.open(tmp_path / "copy.bcplan") as copy:
        assert copy.plan == before
        assert [entry.label for entry in copy.history()] == ["Add"]


def test_a_file_changed_by_another_program(path: Path, tmp_path: Path) -> None:
    with PlanSession.open(path) as session:
        other = sqlite3.connect(path)
        other.execute("DELETE FROM services")
        other.commit()
        other.close()
        with pytest.raises(FileProblem, match="changed by another program.*save a copy"):
            _edit_of(session)
        with pytest.raises(FileProblem, match="changed by another program"):
            session.name_version("One")
        assert session.plan == SHOP
        session.save_copy(tmp_path / "copy.bcplan")
    with PlanSession.open(tmp_path / "copy.bcplan") as copy:
        assert copy.plan == SHOP


def test_a_file_in_use_by_another_program(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with PlanSession.open(path) as session:
        session._file._connection.execute("PRAGMA busy_timeout = 1")
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(FileProblem, match="another program is using it"):
            _edit_of(session)
        assert session.plan == SHOP
        other.close()
        _edit_of(session)


def test_a_clock_that_jumps_back_changes_no_order(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bcp_planner.storage import writing

    with PlanSession.open(path) as session:
        session.edit("First", edits.add(session.plan, "services", Service(id="a")))
        first = session.plan
        monkeypatch.setattr(writing, "now", lambda: datetime(1999, 1, 1, tzinfo=UTC))
        session.edit("Second", edits.add(session.plan, "services", Service(id="b")))
        newest, older = session.history()
        assert (newest.label, newest.at.year) == ("Second", 1999)
        assert session.plan_at(older.id) == first
    assert clock.moment("nonsense").year == 1970


def test_a_copy_keeps_the_permissions_of_what_it_replaces(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "copy.bcplan"
    target.write_text("old")
    target.chmod(0o600)
    with PlanSession.open(path) as session:
        session.save_copy(target)
    assert target.stat().st_mode & 0o777 == 0o600


def test_a_copy_replaces_in_one_step_but_never_a_plan_being_edited(
    path: Path, tmp_path: Path
) -> None:
    target = tmp_path / "copy.bcplan"
    target.write_text("old")
    with PlanSession.open(path) as session:
        session.save_copy(target)
        with PlanSession.open(target) as copy:
            assert copy.plan == SHOP
            with pytest.raises(FileProblem, match="being edited by another window"):
                session.save_copy(target)
        with pytest.raises(FileProblem, match="the file that is open"):
            session.save_copy(path)
        with pytest.raises(FileProblem, match="it is a folder"):
            session.save_copy(tmp_path)
        with pytest.raises(FileProblem, match="there is no such folder"):
            session.save_copy(tmp_path / "none" / "copy.bcplan")
    assert sorted(file.name for file in tmp_path.iterdir()) == ["copy.bcplan", "shop.bcplan"]
