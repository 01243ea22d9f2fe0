"""A program killed while it edits, undoes, imports, copies, migrates or encrypts loses nothing.

`python -m pytest -m slow tests/storage/test_kills.py` kills it 200 times.
"""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from bcp_planner.session import PlanSession
from bcp_planner.storage import sealed
from tests.builders import plan
from tests.storage import quick_age

ROOT = Path(__file__).parents[2]
SESAME = "open sesame"

WORK = """
import sys
import threading
from dataclasses import replace
from pathlib import Path
from bcp_planner.domain.entities import Service
from bcp_planner.session import PlanSession
from bcp_planner.storage import key_work
from bcp_planner.storage.backups import Backups
from tests.storage.quick_age import QuickAge

path, number, passphrase = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3] or None
key_work.library = lambda: QuickAge
copy = path.with_name(f"copy-of-{path.name}")
backups = Backups(path.parent / "backups", keep=3)
session = PlanSession.open(path, passphrase=passphrase, backups=backups)

def say(word, name, doing):
    sys.stdout.write(f"{word} {name} {doing}\\n")
    sys.stdout.flush()

def doing(what, name, work):
    say("about", name, what)
    work()
    say("done", session.plan.info.name, what)

def named(number):
    services = session.plan.services
    some = {k: replace(s, description="x" * (number * 37 % 3000)) for k, s in services.items()}
    info = replace(session.plan.info, name=f"n{number}")
    return replace(session.plan, info=info, services=some)

def imported(number):
    more = {f"more {i}": Service(id=f"more {i}", name=f"More {i}") for i in range(300)}
    info = replace(session.plan.info, name=f"n{number}")
    return replace(session.plan, info=info, services={**session.plan.services, **more})

say("done", session.plan.info.name, "open")
while True:
    number += 1
    before = session.plan.info.name
    doing("edit", f"n{number}", lambda: session.edit("Rename", named(number)))
    doing("undo", before, session.undo)
    doing("redo", f"n{number}", session.redo)
    number += 1
    before = session.plan.info.name
    doing("import", f"n{number}", lambda: session.edit("In", imported(number), kind="import"))
    doing("undo", before, session.undo)
    doing("copy", before, lambda: session.save_copy(copy))
    if passphrase:
        number += 1
        whole = threading.Thread(target=session.sealed.seal)
        whole.start()
        doing("seal", f"n{number}", lambda: session.edit("Meanwhile", named(number)))
        whole.join()
"""

MIGRATE = """
import sys
from pathlib import Path
from bcp_planner.session import PlanSession
from bcp_planner.storage import key_work, schema
from tests.storage.quick_age import QuickAge

def renumber(db):
    for name in ("services", "requirements"):
        db.execute(f"UPDATE {name} SET ordinal = ordinal * 2")
        db.table(name).transform(column_order=["id", "record", "ordinal"])

key_work.library = lambda: QuickAge
schema._MIGRATIONS = (*schema._MIGRATIONS, ("renumber", renumber))
import sqlite_utils
sys.stdout.write("about x migrate\\n")
sys.stdout.flush()
PlanSession.open(Path(sys.argv[1]), passphrase=sys.argv[2] or None).close()
sys.stdout.write("done x migrate\\n")
sys.stdout.flush()
"""


def killed(
    program: str, arguments: Sequence[object], lines: int, seconds: float
) -> list[list[str]]:
    """Run a program, kill it some time after some lines, and return the words it said."""
    with subprocess.Popen(
        [sys.executable, "-c", program, *map(str, arguments)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        said = [process.stdout.readline() for _ in range(1 + lines)]
        time.sleep(seconds)  # the random moment is the point of the test
        process.kill()
        said += process.stdout.read().splitlines(keepends=True)
    assert process.returncode in {-signal.SIGKILL, 0}, "it ended by a fault of its own"
    return [line.split() for line in said if line.endswith("\n")]


def kill_at_work(path: Path, passphrase: str | None, turn: int, chance: random.Random) -> str:
    """Kill it while it edits and return what it was doing."""
    arguments = (path, turn * 100_000, passphrase or "")
    said = killed(WORK, arguments, chance.randrange(24), chance.uniform(0, 0.02))
    done = [name for word, name, _ in said if word == "done"]
    allowed = {done[-1]}
    if said[-1][0] == "about":
        allowed.add(said[-1][1])  # written, but not yet acknowledged
    with PlanSession.open(path, passphrase=passphrase) as session:
        assert session.read_only is None
        assert session.plan.info.name in allowed
        assert len(session.plan.services) in {40, 340}  # an import is there whole or not at all
    copy = path.with_name(f"copy-of-{path.name}")
    if copy.exists():
        with PlanSession.open(copy, passphrase=passphrase, edit=False) as session:
            assert len(session.plan.services) in {40, 340}
    return said[-1][2]


def kill_migrating(path: Path, passphrase: str | None, chance: random.Random) -> str:
    """Kill it while it changes the tables of an older file, and return whether it was done."""
    older = path.with_name(f"older-{path.name}")
    shutil.copy(path, older)
    with PlanSession.open(path, edit=False, passphrase=passphrase) as session:
        expected = session.plan
    said = killed(MIGRATE, (older, passphrase or ""), 0, chance.uniform(0, 0.06))
    with PlanSession.open(older, passphrase=passphrase) as session:
        assert session.plan == expected
        assert session.read_only is None or "newer version" in session.read_only
    return "migrate" if said[-1][0] == "about" else "migrated"


def kill_often(folder: Path, times: int, seed: int) -> Counter[str]:
    """Kill it at all kinds of work and return how often it was doing what."""
    many = plan("start")
    for number in range(40):
        many = many.service(f"Service {number}")
    path, secret = folder / "plan.bcplan", folder / "plan.bcplan.age"
    PlanSession.create(path, many.build()).close()
    sealed.encrypt(path, secret, SESAME)
    chance = random.Random(seed)
    found: Counter[str] = Counter()
    for turn in range(times):
        kind = ("work", "sealed", "migrate", "work", "sealed", "migrate sealed")[turn % 6]
        if "migrate" in kind:
            file, passphrase = (secret, SESAME) if "sealed" in kind else (path, None)
            found[kill_migrating(file, passphrase, chance)] += 1
        elif kind == "work":
            found[kill_at_work(path, None, turn, chance)] += 1
        else:
            found[kill_at_work(secret, SESAME, turn, chance)] += 1
    return found


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    quick_age.use(monkeypatch)


def test_killed_at_random_moments_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    kill_often(tmp_path, 8, seed=8)


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_killed_200_times_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    found = kill_often(tmp_path, 200, seed=200)

    assert found.keys() >= {"edit", "undo", "redo", "import", "copy", "seal", "migrate"}
