"""Nothing that was acknowledged is lost: not by kill -9, not by a full disk."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from bcp_planner.domain import edits
from bcp_planner.domain.entities import Service
from bcp_planner.domain.errors import FileProblem
from bcp_planner.domain.plan import Plan
from bcp_planner.session import PlanSession
from tests.builders import plan as describe

ROOT = Path(__file__).parents[2]
SHOP = describe().service("Shop", rto="4h").needs("Shop", "Database").build()

WRITER = """
import sys
from dataclasses import replace
from pathlib import Path
from bcp_planner.domain import edits
from bcp_planner.domain.entities import Service
from bcp_planner.session import PlanSession

path = Path(sys.argv[1])
session = PlanSession.open(path)
number = int(sys.argv[2])
few = {key: session.plan.services[key] for key in ("Shop", "Database")}
print("ready", flush=True)
while True:
    number += 1
    plan = session.plan
    ids = [f"{number}-{i}" for i in range(number % 7 * 20)]
    many = {key: Service(id=key, name="x" * 200) for key in ids}
    info = replace(plan.info, version=str(number))
    session.edit(f"Edit {number}", replace(plan, info=info, services={**plan.services, **many}))
    print(number, flush=True)
    if number % 3 == 0:
        # Taken back and brought again; wherever it is stopped, the numbered edits stay.
        session.edit("Clear first", replace(session.plan, services=few))
        session.undo()
        session.redo()
        session.undo()
    if number % 5 == 0:
        session.save_copy(path.with_name("copy.bcplan"))
    if number % 11 == 0:
        session.edit("Clear", replace(session.plan, services=few))
"""


def _killed_while_writing(path: Path, first: int, seconds: float) -> int:
    """Let another process write edits, kill it, and return the last one it acknowledged."""
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), str(first)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    ) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
        time.sleep(seconds)  # the random moment is the point of the test
        writer.kill()
        numbers = [int(line) for line in writer.stdout.read().split("\n") if line]
    return numbers[-1] if numbers else first


def _survives(path: Path, times: int, seed: int) -> None:
    chance = random.Random(seed)
    PlanSession.create(path, SHOP).close()
    acknowledged = 0
    for _ in range(times):
        acknowledged = _killed_while_writing(path, acknowledged, chance.uniform(0, 0.25))
        with PlanSession.open(path, edit=False) as reader:
            shown = reader.plan
        with PlanSession.open(path) as session:
            assert session.read_only is None
            assert session.plan == shown
            kept = int(session.plan.info.version or 0)
            # One edit may have been committed and not yet acknowledged.
            assert acknowledged <= kept <= acknowledged + 1
            assert _edits_in_history(session) == list(range(kept, 0, -1))
            assert session.plan_at(0) == SHOP
            acknowledged = kept
        copy = path.with_name("copy.bcplan")
        if copy.exists():
            PlanSession.open(copy).close()


def _edits_in_history(session: PlanSession) -> list[int]:
    labels = [entry.label for entry in session.history() if entry.kind == "edit"]
    return [int(label.split()[1]) for label in labels if label.startswith("Edit ")]


def test_a_writer_killed_at_random_moments_loses_nothing(tmp_path: Path) -> None:
    _survives(tmp_path / "plan.bcplan", 12, random.randrange(1 << 30))


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_a_writer_killed_200_times_loses_nothing(tmp_path: Path) -> None:
    _survives(tmp_path / "plan.bcplan", 200, 1)


CREATOR = """
import sys
from pathlib import Path
from bcp_planner.domain.entities import Service
from bcp_planner.domain.plan import Plan
from bcp_planner.session import PlanSession
services = {str(i): Service(id=str(i)) for i in range(3000)}
import sqlite_utils
print("ready", flush=True)
PlanSession.create(Path(sys.argv[1]), Plan(services=services)).close()
print("done", flush=True)
"""


@pytest.mark.parametrize("seconds", [0.0, 0.02, 0.05, 0.1, 0.2])
def test_a_new_file_is_whole_or_absent(tmp_path: Path, seconds: float) -> None:
    path = tmp_path / "plan.bcplan"
    with subprocess.Popen(
        [sys.executable, "-c", CREATOR, str(path)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as creator:
        assert creator.stdout is not None
        assert creator.stdout.readline() == "ready\n"
        time.sleep(seconds)  # the moment is the point of the test
        creator.kill()
        done = "done" in creator.stdout.read()
    assert path.exists() or not done
    if path.exists():
        with PlanSession.open(path) as session:
            assert len(session.plan.services) == 3000


HALFWAY = """
import os, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_size = 1")
connection.execute("BEGIN")
connection.execute("DELETE FROM services")
for number in range(3000):
    connection.execute("INSERT INTO services VALUES (?, 1, ?)", [str(number), "x" * 2000])
os._exit(9)
"""


def test_changes_half_made_by_a_crash_are_taken_back_even_for_a_reader(tmp_path: Path) -> None:
    path = tmp_path / "plan.bcplan"
    PlanSession.create(path, SHOP).close()
    subprocess.run([sys.executable, "-c", HALFWAY, str(path)], check=False)
    assert path.with_name("plan.bcplan-journal").stat().st_size > 0
    assert path.stat().st_size > 1_000_000
    with PlanSession.open(path, edit=False) as session:
        assert session.plan == SHOP


MIGRATOR = """
import sys
from pathlib import Path
from bcp_planner.session import PlanSession
from bcp_planner.storage import schema

def renumber(db):
    for name in ("services", "requirements"):
        db.execute(f"UPDATE {name} SET ordinal = ordinal * 2")
        db.table(name).transform(column_order=["id", "record", "ordinal"])

schema._MIGRATIONS = (*schema._MIGRATIONS, ("renumber", renumber))
import sqlite_utils
print("ready", flush=True)
PlanSession.open(Path(sys.argv[1])).close()
"""


@pytest.mark.parametrize("seconds", [0.0, 0.01, 0.02, 0.03, 0.05, 0.1])
def test_a_migration_killed_at_any_moment_leaves_a_whole_file(
    tmp_path: Path, seconds: float
) -> None:
    path = tmp_path / "plan.bcplan"
    plan = _grown(SHOP)
    PlanSession.create(path, plan).close()
    with subprocess.Popen(
        [sys.executable, "-c", MIGRATOR, str(path)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as migrator:
        assert migrator.stdout is not None
        assert migrator.stdout.readline() == "ready\n"
        time.sleep(seconds)  # the moment is the point of the test
        migrator.kill()
    with PlanSession.open(path) as session:
        assert session.plan == plan
        assert session.read_only is None or "newer version" in session.read_only


def _grown(plan: Plan) -> Plan:
    more = {f"s{i}": Service(id=f"s{i}", description="long " * 400) for i in range(200)}
    return replace(plan, services={**plan.services, **more})


def test_a_full_disk_changes_nothing_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "plan.bcplan"
    with PlanSession.create(path, SHOP) as session:
        connection = session._file._connection
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages + 5}")
        with pytest.raises(FileProblem, match=r"the disk is full; free some space"):
            session.edit("Grow", _grown(SHOP))
        assert session.plan is SHOP or session.plan == SHOP
        assert not session.can_undo
        session.edit("Small", edits.update(session.plan, "services", "Shop", name="S"))
        connection.execute("PRAGMA max_page_count = 100000")
        session.edit("Grow", _grown(session.plan))
        assert [entry.label for entry in session.history()] == ["Grow", "Small"]


LIMITED = """
import resource, sys
from dataclasses import replace
from pathlib import Path
from bcp_planner.domain.entities import Service
from bcp_planner.domain.errors import FileProblem
from bcp_planner.session import PlanSession
path = Path(sys.argv[1])
session = PlanSession.open(path)
session.edit("Warm", replace(session.plan, info=replace(session.plan.info, owner="a")))
before = session.plan
size = path.stat().st_size + 8192
resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
more = {f"s{i}": Service(id=f"s{i}", description="long " * 400) for i in range(200)}
grown = replace(before, services={**before.services, **more})
for act in (
    lambda: session.edit("Grow", grown),
    lambda: session.save_copy(path.with_name("copy.bcplan")) or session.save_copy(path),
    lambda: PlanSession.create(path.with_name("new.bcplan"), grown),
):
    try:
        act()
    except FileProblem as problem:
        print(problem)
assert session.plan is before
session.edit("Small", replace(before, info=replace(before.info, owner="b")))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no limit of file sizes")
def test_a_limit_of_the_system_is_told_like_a_full_disk(tmp_path: Path) -> None:
    path = tmp_path / "plan.bcplan"
    PlanSession.create(path, SHOP).close()

    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    grow, copy, new = done.stdout.splitlines()
    assert "the disk" in grow
    assert "the file that is open" in copy
    assert "the disk" in new
    assert sorted(file.name for file in tmp_path.iterdir() if file.suffix == ".bcplan") == [
        "copy.bcplan",
        "plan.bcplan",
    ]
    with PlanSession.open(path) as session:
        assert session.plan.info.owner == "b"
