"""Broken and hostile plan files by the thousand: `python -m tests.fuzz --count 10000`.

Each is a shipped sample with bytes, rows, table definitions or JSON changed, or with something
hostile beside it; some are encrypted, or the edits beside an encrypted one are changed. Reading
it, editing it and salvaging it must end in a plan or in one sentence, within five seconds, in a
process of its own that must not die, and no other file may be touched.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import random
import shutil
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import resources
from bcp_planner.domain.errors import PlannerError
from bcp_planner.storage.lock import lock_path
from bcp_planner.storage.sealed_edits import edits_path
from tests.storage.quick_age import QuickAge
from tests.storage.test_companions import journal_naming

LIMIT_S = 5.0
BATCH = 100
SCRIPTS = (
    "CREATE TRIGGER t AFTER INSERT ON services BEGIN DELETE FROM services; END",
    "CREATE VIEW v AS SELECT load_extension('evil')",
    "UPDATE services SET record = record || record",
    "UPDATE services SET record = '{' || record",
    "UPDATE services SET record = zeroblob(3000000) WHERE rowid % 9 = 0",
    "UPDATE services SET id = NULL",
    "UPDATE services SET ordinal = 'x'",
    "UPDATE plan SET record = '[]'",
    "DELETE FROM plan",
    "DROP TABLE services",
    "DROP TABLE requirements",
    "ALTER TABLE services RENAME COLUMN record TO other",
    "UPDATE requirements SET record = replace(record, ':', ',')",
    "DELETE FROM services WHERE rowid % 2",
    "PRAGMA user_version = 99",
    "CREATE TABLE more AS SELECT * FROM services",
    (
        "CREATE VIEW services2 AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
        "SELECT i FROM n"
    ),
    "CREATE TABLE deep (a DEFAULT (randomblob(1000000000)))",
    "CREATE VIRTUAL TABLE t USING fts5(a)",
    (
        "INSERT INTO services SELECT id || 'x', ordinal, replace(hex(zeroblob(200000)), '0', '[') "
        "FROM services LIMIT 3"
    ),
    "UPDATE history SET change = replace(change, '{', '[')",
    "UPDATE history SET at = 'x', id = -id",
    "PRAGMA journal_mode = WAL",
    "UPDATE services SET ordinal = 9223372036854775807",
    "UPDATE requirements SET ordinal = -9223372036854775807 - 1 WHERE rowid = 1",
    "CREATE UNIQUE INDEX u ON services (ordinal)",
    (
        "INSERT INTO history SELECT 9, '2020', 'w', 'l', 'edit', "
        """'{"services": {"a": [1, 2]}, "plan": [1], "order": [2]}'"""
    ),
    "INSERT INTO history VALUES (9223372036854775807, '0001-01-01T00:00+14:00', 'w', 'l', 'x', '')",
    "ALTER TABLE history ADD COLUMN x REFERENCES nowhere",
    "ALTER TABLE requirements ADD COLUMN x DEFAULT 'x' COLLATE NOCASE",
    "ANALYZE",
    "UPDATE sqlite_stat1 SET stat = '-9223372036854775808 99999999999999999999 x unordered'",
)
PRECIOUS = b"precious\n"
LOST = "lost an edit"
TOUCHED = "touched another file"
SESAME = "sesame"


def bytes_changed(content: bytes, chance: random.Random) -> bytes:
    """Return content with a few bytes changed, a block moved, or the end missing."""
    changed = bytearray(content)
    kind = chance.randrange(4)
    if kind == 0:
        for _ in range(chance.randint(1, 30)):
            changed[chance.randrange(len(changed))] = chance.randrange(256)
    elif kind == 1:
        for _ in range(chance.randint(1, 6)):
            changed[chance.randrange(100)] = chance.randrange(256)  # the header
    elif kind == 2:
        start, to = chance.randrange(len(changed)), chance.randrange(len(changed))
        block = changed[start : start + chance.randint(1, 4096)]
        changed[to : to + len(block)] = block
    else:
        del changed[chance.randrange(len(changed)) :]
    return bytes(changed)


def rows_changed(content: bytes, chance: random.Random, path: Path) -> None:
    """Write content with a statement or two run on it that no plan file should have seen."""
    path.write_bytes(content)
    connection = sqlite3.connect(path, isolation_level=None)
    for script in chance.sample(SCRIPTS, chance.randint(1, 3)):
        with suppress(sqlite3.Error):
            connection.execute(script)
    connection.close()


def json_changed(document: Any, chance: random.Random) -> str:
    """Return a plan document with values swapped for nonsense, or its text damaged."""
    text = json.dumps(document)
    if chance.random() < 0.3:
        return bytes_changed(text.encode(), chance).decode("utf-8", "replace")
    for _ in range(chance.randint(1, 5)):
        _spoil(document, chance)
    return json.dumps(document)


def _spoil(node: Any, chance: random.Random) -> None:
    nonsense: Any = chance.choice(
        (
            None,
            -1,
            1e308,
            "",
            "PT-1H",
            "\x00",
            [],
            {},
            [[[]]],
            "x" * 5000,
            10**40,
            True,
            "P9999999Y",
        )
    )
    while isinstance(node, dict | list) and node:
        key: Any = (
            chance.choice(list(node)) if isinstance(node, dict) else chance.randrange(len(node))
        )
        if chance.random() < 0.3 or not isinstance(node[key], dict | list) or not node[key]:
            if isinstance(node, dict) and chance.random() < 0.2:
                node[f"{key}x"] = node.pop(key)
            else:
                node[key] = nonsense
            return
        node = node[key]


def put_beside(path: Path, victim: Path, chance: random.Random) -> None:
    """Put something beside a plan file that SQLite or the program would act on."""
    ending = chance.choice(("-journal", "-wal", "-shm"))
    beside = path.with_name(path.name + ending)
    kind = chance.randrange(4)
    if kind == 3 and hasattr(os, "mkfifo"):
        os.mkfifo(chance.choice((beside, lock_path(path))))
    elif kind == 0 and hasattr(os, "O_NOFOLLOW"):
        chance.choice((beside, lock_path(path))).symlink_to(victim)
    elif kind == 1:
        journal = path.with_name(f"{path.name}-journal")
        journal.write_bytes(bytes_changed(journal_naming(victim, path), chance))
    else:
        beside.write_bytes(chance.randbytes(chance.randint(1, 9000)))


def read(path: Path) -> str:
    """Read a file as the program does, edit it, salvage it, and return what became of it."""
    from bcp_planner.interchange.plan_json import read_plan
    from bcp_planner.session import PlanSession
    from bcp_planner.storage.backups import Backups
    from bcp_planner.storage.salvage import examine

    outcome = "opened"
    try:
        if path.suffix == ".json":
            read_plan(path)
            return outcome
        passphrase = SESAME if path.suffix == ".age" else None
        with PlanSession.open(path, passphrase=passphrase, backups=Backups(keep=0)) as session:
            session.history()
            named = replace(session.plan.info, name="Edited")
            session.edit("Edit", replace(session.plan, info=named))
            turned = dict(reversed(session.plan.services.items()))
            session.edit("Turn round", replace(session.plan, services=turned))
            with PlanSession.open(path, edit=False, passphrase=passphrase) as again:
                if (again.plan, [*again.plan.services]) != (session.plan, [*turned]):
                    return LOST
            outcome = "opened and edited"
    except PlannerError as problem:
        lines = len(str(problem).splitlines())
        outcome = "refused" if lines == 1 else "refused, problems listed"
        if path.suffix == ".bcplan":
            with suppress(PlannerError):
                examine(path)
    return outcome


def batch(seed: int, count: int, folder: str, said: Any) -> None:
    """Make and read some files; tell each before and after it is read."""
    from bcp_planner.storage import key_work

    key_work.library = lambda: QuickAge
    chance, base = random.Random(seed), Path(folder)
    wholes = Wholes(chance.choice(("hospital", "manufacturer", "retailer")), base)
    victim = base / "victim"
    for number in range(count):
        victim.write_bytes(PRECIOUS)
        own = base / f"{seed}-{number}"
        own.mkdir()
        path = wholes.spoiled(own, victim, chance)
        said.send(("reading", str(path)))
        outcome = read(path)
        touched = not victim.exists() or victim.read_bytes() != PRECIOUS
        said.send(("done", TOUCHED if touched else outcome))
        shutil.rmtree(own)


class Wholes:
    """A sample in every form it is kept in, to be spoiled."""

    def __init__(self, name: str, base: Path) -> None:
        from bcp_planner.interchange.plan_json import read_plan
        from bcp_planner.session import PlanSession
        from bcp_planner.storage import sealed
        from bcp_planner.storage.backups import Backups

        source = resources.path(f"samples/{name}.json")
        self.text = source.read_text(encoding="utf-8")
        plain, secret = base / "whole.bcplan", base / "whole.bcplan.age"
        PlanSession.create(plain, read_plan(source)).close()
        self.plain = plain.read_bytes()
        sealed.encrypt(plain, secret, SESAME)
        self.secret = secret.read_bytes()
        with PlanSession.open(secret, passphrase=SESAME, backups=Backups(keep=0)) as session:
            for number in range(3):
                info = replace(session.plan.info, name=f"n{number}")
                session.edit("Rename", replace(session.plan, info=info))
            self.edits = edits_path(secret).read_bytes()

    def spoiled(self, folder: Path, victim: Path, chance: random.Random) -> Path:
        """Write one broken or hostile file, perhaps with something beside it."""
        kind = chance.randrange(6)
        path = folder / f"plan.{('bcplan', 'json', 'bcplan.age')[(0, 0, 0, 1, 1, 2)[kind]]}"
        if kind == 0:
            path.write_bytes(bytes_changed(self.plain, chance))
        elif kind == 1:
            rows_changed(self.plain, chance, path)
        elif kind == 2:
            path.write_bytes(self.plain)
            put_beside(path, victim, chance)
        elif kind < 5:
            path.write_text(json_changed(json.loads(self.text), chance), encoding="utf-8")
        else:
            whole = chance.random() < 0.6
            path.write_bytes(self.secret if whole else bytes_changed(self.secret, chance))
            edits_path(path).write_bytes(bytes_changed(self.edits, chance))
        return path


def run(count: int, seed: int = 0) -> tuple[Counter[str], list[str]]:
    """Read that many files and return what became of them, and those that broke something."""
    outcomes: Counter[str] = Counter()
    broken: list[str] = []
    for start in range(0, count, BATCH):
        _run_batch(seed + start, min(BATCH, count - start), outcomes, broken.append)
    return outcomes, broken


def _run_batch(seed: int, count: int, outcomes: Counter[str], broke: Callable[[str], None]) -> None:
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    with tempfile.TemporaryDirectory(prefix="bcp-planner-fuzz-") as folder:
        process = context.Process(target=batch, args=(seed, count, folder, sender), daemon=True)
        process.start()
        sender.close()
        reading, began = "nothing yet", time.monotonic()
        try:
            while True:
                if not receiver.poll(LIMIT_S if reading != "nothing yet" else 60.0):
                    broke(f"hangs: {reading} (seed {seed})")
                    return
                kind, what = receiver.recv()
                if kind == "reading":
                    reading, began = what, time.monotonic()
                else:
                    outcomes[what] += 1
                    if what in {TOUCHED, LOST}:
                        broke(f"{what}: {reading} (seed {seed})")
                    if time.monotonic() - began > LIMIT_S:
                        broke(f"took {time.monotonic() - began:.1f} s: {reading} (seed {seed})")
        except EOFError:
            process.join(10)
            if process.exitcode:
                broke(f"exit code {process.exitcode}: {reading} (seed {seed})")
        finally:
            process.kill()


def main() -> int:
    """Run from the command line; 1 when something broke."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    began = time.monotonic()
    outcomes, broken = run(arguments.count, arguments.seed)
    print(f"{sum(outcomes.values())} files in {time.monotonic() - began:.0f} s: {dict(outcomes)}")
    print(f"broken: {len(broken)}", *broken, sep="\n  ")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
