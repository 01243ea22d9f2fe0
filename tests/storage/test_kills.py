"""A program killed while it edits, undoes, imports, copies, migrates or encrypts loses nothing.

`python -m pytest -m slow tests/storage/test_kills.py` kills it 200 times.
"""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import time
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
from dataclasses import replace
from pathlib import Path
from bcp_planner.session import PlanSession
from bcp_planner.storage import key_work
from bcp_planner.storage.backups import Backups
from tests.storage.quick_age import QuickAge

path, number, passphrase = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3] or None
key_work.library = lambda: QuickAge
copy = path.with_name(f"copy-of-{path.name}")
backups = Backups(path.parent / "backups", keep=3)
session = PlanSession.open(path, passphrase=passphrase, backups=backups)

def say(word, name):
    sys.stdout.write(f"{word} {name}\\n")
    sys.stdout.flush()

def named(number):
    services = session.plan.services
    some = {k: replace(s, description="x" * (number * 37 % 3000)) for k, s in services.items()}
    info = replace(session.plan.info, name=f"n{number}")
    return replace(session.plan, info=info, services=some)

say("done", session.plan.info.name)
while True:
    number += 1
    say("about", f"n{number}")
    session.edit("Rename", named(number), kind="import" if number % 3 == 0 else "edit")
    say("done", session.plan.info.name)
    if number % 2:
        say("about", session._done[-1].before.info.name)
        session.undo()
        say("done", session.plan.info.name)
        say("about", f"n{number}")
        session.redo()
        say("done", session.plan.info.name)
    session.save_copy(copy)
    if passphrase and number % 4 == 0:
        session.sealed.seal()
"""

MIGRATE = """
import sys
from pathlib import Path
from bcp_planner.session import PlanSession
from bcp_planner.storage import schema
import sqlite_utils

def renumber(db):
    for name in ("services", "requirements"):
        db.execute(f"UPDATE {name} SET ordinal = ordinal * 2")
        db.table(name).transform(column_order=["id", "record", "ordinal"])

schema._MIGRATIONS = (*schema._MIGRATIONS, ("renumber", renumber))
sys.stdout.write("ready x\\n")
sys.stdout.flush()
PlanSession.open(Path(sys.argv[1])).close()
sys.stdout.write("done x\\n")
sys.stdout.flush()
"""


def killed(program: str, arguments: Sequence[object], lines: int, seconds: float) -> list[str]:
    """Run a program, kill it some time after some lines, and return what it said."""
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
    return [line for line in said if line.endswith("\n")]


def kill_at_work(path: Path, passphrase: str | None, turn: int, chance: random.Random) -> None:
    arguments = (path, turn * 100_000, passphrase or "")
    lines = killed(WORK, arguments, chance.randrange(20), chance.uniform(0, 0.02))
    said = [line.split() for line in lines]
    done = [name for word, name in said if word == "done"]
    allowed = {done[-1]}
    if said[-1][0] == "about":
        allowed.add(said[-1][1])  # written, but not yet acknowledged
    with PlanSession.open(path, passphrase=passphrase) as session:
        assert session.read_only is None
        assert session.plan.info.name in allowed
    copy = path.with_name(f"copy-of-{path.name}")
    if copy.exists():
        with PlanSession.open(copy, passphrase=passphrase, edit=False) as session:
            assert len(session.plan.services) == 40


def kill_migrating(path: Path, turn: int, chance: random.Random) -> None:
    older = path.with_name("older.bcplan")
    shutil.copy(path, older)
    with PlanSession.open(path, edit=False) as session:
        expected = session.plan
    killed(MIGRATE, (older,), 0, chance.uniform(0, 0.06))
    with PlanSession.open(older) as session:
        assert session.plan == expected
        assert session.read_only is None or "newer version" in session.read_only


def kill_often(folder: Path, times: int, seed: int) -> None:
    many = plan("start")
    for number in range(40):
        many = many.service(f"Service {number}")
    path, secret = folder / "plan.bcplan", folder / "plan.bcplan.age"
    PlanSession.create(path, many.build()).close()
    sealed.encrypt(path, secret, SESAME)
    chance = random.Random(seed)
    for turn in range(times):
        kind = ("work", "work", "migrate", "sealed")[turn % 4]
        if kind == "work":
            kill_at_work(path, None, turn, chance)
        elif kind == "sealed":
            kill_at_work(secret, SESAME, turn, chance)
        else:
            kill_migrating(path, turn, chance)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    quick_age.use(monkeypatch)


def test_killed_at_random_moments_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    kill_often(tmp_path, 8, seed=8)


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_killed_200_times_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    kill_often(tmp_path, 200, seed=200)
