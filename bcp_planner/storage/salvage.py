"""What can still be read of a damaged plan file, put into a new one."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from bcp_planner.domain.errors import FileProblem
from bcp_planner.domain.plan import LISTS, Plan
from bcp_planner.storage import copies, schema
from bcp_planner.storage.companions import refuse_companions
from bcp_planner.storage.connection import LARGEST_FILE, connect, size_of_file, within
from bcp_planner.storage.plan_file import write_new
from bcp_planner.storage.problems import problem, told
from bcp_planner.storage.rows import Content, parsed, read_plan_leniently

_MOST_FAULTS = 1_000
_LAST_ROW = 1 << 48
_SECONDS = 20.0


@dataclass(frozen=True, slots=True)
class SalvageReport:
    """What was saved and what was not.

    Attributes:
        plan: The plan as far as it could be read.
        saved: Number of records by list; lists without any are absent.
        lost: One sentence for each thing that could not be read or had to be left out.
    """

    plan: Plan
    saved: dict[str, int]
    lost: Sequence[str]


def salvage(damaged: Path, target: Path) -> SalvageReport:
    """Write what can be read of a damaged plan file into a new file; the damaged one is untouched.

    The new file holds the plan without history.

    Raises:
        FileProblem: if nothing at all can be read, or the target exists or cannot be written.
    """
    report = examine(damaged)
    if not report.saved:
        raise problem(
            damaged, "nothing of a plan can be read in it; restore a backup or ask for a copy"
        )
    target = Path(os.path.realpath(target))
    with told(target), copies.new_file(target) as fresh:
        write_new(fresh, report.plan)
    return report


def examine(damaged: Path) -> SalvageReport:
    """Read what can be read of a damaged plan file, without writing anything beside it.

    Raises:
        FileProblem: if the file itself cannot be opened.
    """
    if size_of_file(damaged) > LARGEST_FILE:
        raise problem(damaged, "it is larger than 4 GB, which this program does not read")
    with told(damaged), tempfile.TemporaryDirectory(prefix="bcp-planner-") as folder:
        copy = Path(folder) / "damaged.bcplan"
        shutil.copyfile(damaged, copy)
        with suppress(FileNotFoundError, FileProblem):
            # Changes that were half made when the program stopped are taken back first, as usual.
            refuse_companions(damaged)
            journal = damaged.with_name(f"{damaged.name}-journal")
            if size_of_file(journal) <= LARGEST_FILE:
                shutil.copyfile(journal, copy.with_name(f"{copy.name}-journal"))
        return _examine_copy(copy)


def _examine_copy(copy: Path) -> SalvageReport:
    lost: list[str] = []
    header: object = None
    lists: dict[str, Sequence[object]] = {}
    try:
        with closing(connect(copy, "rw")) as connection, within(connection, _SECONDS):
            _overlook_faults_of_the_schema(connection)
            header = _header(connection, lost)
            there = schema.plain_tables(connection)
            lists = {
                name: list(_records(connection, name, lost)) for name in LISTS if name in there
            }
    except (sqlite3.Error, UnicodeDecodeError) as error:
        lost.append(f"The file cannot be read as a database: {error}")
    if header is None and lists:
        header = {}
        lost.append("plan: its name and document control cannot be read")
    notes: list[str] = []
    plan = read_plan_leniently(Content(header, lists), notes)
    saved = {name: len(plan.table(name)) for name in LISTS if plan.table(name)}
    return SalvageReport(plan, saved, [*lost, *notes] if lists else lost)


def _overlook_faults_of_the_schema(connection: sqlite3.Connection) -> None:
    """Let tables be read although others are lost; it is a copy, and nothing is written to it."""
    undefended = getattr(connection, "setconfig", None)  # since Python 3.12
    if undefended is not None:
        undefended(1010, False)  # SQLITE_DBCONFIG_DEFENSIVE would forbid the next line
    connection.execute("PRAGMA writable_schema = ON")


def _header(connection: sqlite3.Connection, lost: list[str]) -> object:
    try:
        row = connection.execute(f"SELECT record FROM {schema.HEADER} WHERE id = 1").fetchone()  # noqa: S608
    except (sqlite3.Error, UnicodeDecodeError):
        row = None
    return parsed(row[0]) if row and isinstance(row[0], str) else None


def _records(connection: sqlite3.Connection, name: str, lost: list[str]) -> Iterator[object]:
    """Yield the readable records of a list in their order, jumping over rows that are not."""
    rows: dict[str, tuple[int, object]] = {}
    faults = False
    for outcome in _rows(connection, name):
        if outcome is None:
            faults = True
            continue
        key, place, text = outcome
        if isinstance(key, str) and isinstance(text, str):
            rows[key] = (place if isinstance(place, int) else 0, parsed(text))
        else:
            lost.append(f"{name}: there is a row without readable text")
    if faults and rows:
        lost.append(f"{name}: some rows cannot be read")
    elif faults:
        lost.append(f"{name}: the rows cannot be read")
    yield from (record for _, record in sorted(rows.values(), key=lambda row: row[0]))


_Row: TypeAlias = tuple[object, object, object]


def _rows(connection: sqlite3.Connection, name: str) -> Iterator[_Row | None]:
    """Yield rows and, between them, nothing for each place that cannot be read.

    After a fault the search goes on 1, 2, 4 ... rows further, until rows can be read again.
    """
    query = (
        f'SELECT rowid, id, ordinal, record FROM "{name}" NOT INDEXED '  # noqa: S608
        "WHERE rowid > ? ORDER BY rowid"
    )
    after, faults, step = 0, 0, 1
    while faults < _MOST_FAULTS and after < _LAST_ROW:
        try:
            for number, key, place, text in connection.execute(query, [after]):
                after, step = number, 1
                yield key, place, text
        except (sqlite3.Error, UnicodeDecodeError):
            faults += 1
            after, step = after + step, step * 2
            yield None
        else:
            return
