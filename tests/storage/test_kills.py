"""A program killed while it edits, undoes, imports and copies loses nothing it acknowledged."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest

from bcp_planner.session import PlanSession
from tests.builders import plan

PROGRAM = """
import sys
from dataclasses import replace
from pathlib import Path
from bcp_planner.session import PlanSession
from bcp_planner.storage.backups import Backups

path, copy = Path(sys.argv[1]), Path(sys.argv[2])
session = PlanSession.open(path, backups=Backups(path.parent / "backups", keep=3))

def say(word, name):
    sys.stdout.write(f"{word} {name}\\n")
    sys.stdout.flush()

def named(number):
    return replace(session.plan, info=replace(session.plan.info, name=f"n{number}"))

number = int(sys.argv[3])
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
"""


def kill_often(folder: Path, times: int) -> None:
    path, copy = folder / "plan.bcplan", folder / "copy.bcplan"
    PlanSession.create(path, plan("start").service("Shop").build()).close()
    chance = random.Random(times)
    for turn in range(times):
        process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, str(path), str(copy), str(turn * 100_000)],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdout is not None
        lines = [process.stdout.readline()]  # it is at work
        lines += [process.stdout.readline() for _ in range(chance.randrange(30))]
        process.kill()
        lines += process.stdout.read().splitlines(keepends=True)
        process.wait()
        process.stdout.close()
        check(path, copy, [line.split() for line in lines if line.endswith("\n")])


def check(path: Path, copy: Path, said: list[list[str]]) -> None:
    done = [name for word, name in said if word == "done"]
    allowed = {done[-1]}
    if said[-1][0] == "about":
        allowed.add(said[-1][1])  # written, but not yet acknowledged
    with PlanSession.open(path) as session:
        assert session.read_only is None
        assert session.plan.info.name in allowed
    if copy.exists():
        with PlanSession.open(copy, edit=False) as session:
            assert session.plan.services


def test_killed_at_random_moments_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    kill_often(tmp_path, 10)


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_killed_200_times_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    kill_often(tmp_path, 200)
