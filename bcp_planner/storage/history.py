"""The edit history: who changed what and when, and the plan as it was after any edit."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, cast

from bcp_planner.domain.change import Change, TableChange
from bcp_planner.domain.entities import PlanInfo
from bcp_planner.domain.plan import EMPTY, LISTS, Record
from bcp_planner.storage.clock import moment
from bcp_planner.storage.delta import Delta, header_sides, is_sound, moves_of, touched, undone
from bcp_planner.storage.rows import Raw, lenient_record, parsed

RawPair = tuple[Raw | None, Raw | None]


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One edit that was made.

    Attributes:
        id: Number of the entry; later edits have higher numbers.
        at: When, in UTC, by the clock of the computer it was made on.
        who: Who made it, as ``user@host``.
        label: What was done, in words.
        kind: ``edit``, ``record``, ``undo``, ``redo`` or ``import``.
    """

    id: int
    at: datetime
    who: str
    label: str
    kind: str
    _lists: Mapping[str, Mapping[str, RawPair]] = field(repr=False)
    _header: RawPair | None = field(repr=False)
    _reordered: frozenset[str] = field(repr=False)

    def touches(self, table: str, record_id: str) -> bool:
        """Whether it added, removed or altered a record; the list ``plan`` is the header."""
        if table == "plan":
            return self._header is not None
        return record_id in self._lists.get(table, {})

    @property
    def change(self) -> Change:
        """What led from the plan before this edit to the plan after it."""
        tables = {
            name: TableChange(
                {key: _records(name, pair) for key, pair in self._lists.get(name, {}).items()},
                name in self._reordered,
            )
            for name in LISTS
            if name in self._lists or name in self._reordered
        }
        if self._header is None:
            return Change(tables)
        before, after = (
            lenient_record(PlanInfo, side, "plan", []) or EMPTY.info for side in self._header
        )
        return Change(tables, (before, after))


def _records(name: str, pair: RawPair) -> tuple[Record | None, Record | None]:
    before, after = (side and lenient_record(LISTS[name], side, "", []) for side in pair)
    return cast("tuple[Record | None, Record | None]", (before, after))


def read_history(
    connection: sqlite3.Connection,
    present: Callable[[str, str], Raw | None],
    limit: int | None = None,
) -> Sequence[HistoryEntry]:
    """Return the newest entries, newest first.

    Args:
        connection: The plan file.
        present: Gives the record of a list and id as it is now; list ``plan`` is the header.
        limit: How many entries at most; None means all.
    """
    query = "SELECT id, at, who, label, kind, change FROM history ORDER BY id DESC LIMIT ?"
    walk = _WayBack(present)
    return [walk.entry(row) for row in connection.execute(query, [-1 if limit is None else limit])]


def last_common_entry(one: sqlite3.Connection, other: sqlite3.Connection) -> int:
    """Return the newest entry up to which two histories are the same; 0 when there is none."""
    query = "SELECT id, at, who, label, kind, change FROM history ORDER BY id"
    last = 0
    for row, other_row in zip(one.execute(query), other.execute(query), strict=False):
        if row != other_row:
            break
        last = int(row[0])
    return last


class _WayBack:
    """Records as they were, further and further back."""

    def __init__(self, present: Callable[[str, str], Raw | None]) -> None:
        self._present = present
        self._seen: dict[tuple[str, str], Raw | None] = {}

    def entry(self, row: Sequence[Any]) -> HistoryEntry:
        number, at, who, label, kind, text = row
        delta = parsed_delta(text) or {}
        lists = {
            name: {key: self._step(name, key, sides) for key, sides in records.items()}
            for name, records in touched(delta).items()
            if name in LISTS
        }
        sides = header_sides(delta)
        header = self._step("plan", "", sides) if sides else None
        reordered = frozenset(
            name
            for name, places in moves_of(delta).items()
            if any(None not in pair for pair in places.values())
        )
        texts = (str(who), str(label), str(kind))
        return HistoryEntry(number, moment(at), *texts, lists, header, reordered)

    def _step(self, name: str, key: str, sides: list[Raw | None]) -> RawPair:
        place = (name, key)
        after = self._seen[place] if place in self._seen else self._present(name, key)
        before = undone(after, sides)
        self._seen[place] = before
        return before, after


def parsed_delta(text: object) -> Delta | None:
    """Return the change of a history row; None when what stands there is none."""
    found = parsed(text) if isinstance(text, str) else None
    return cast("Delta", found) if is_sound(found) else None


@dataclass(slots=True)
class Past:
    """The content of a plan file, to be walked back in place.

    Attributes:
        header: The plan's header.
        lists: List to id to record and its place.
    """

    header: Raw
    lists: dict[str, dict[str, tuple[int, Raw]]]

    def step_back(self, delta: Delta) -> None:
        """Go back to before one edit."""
        sides = header_sides(delta)
        if sides:
            self.header = undone(self.header, sides) or {}
        places = moves_of(delta)
        for name, records in touched(delta).items():
            table = self.lists.setdefault(name, {})
            for key, pair in records.items():
                place, after = table.pop(key, (0, None))
                before = undone(after, pair)
                if before is not None:
                    table[key] = (place, before)
        for name, moved in places.items():
            table = self.lists.setdefault(name, {})
            for key, (before_place, _) in moved.items():
                if before_place is not None and key in table:
                    table[key] = (before_place, table[key][1])

    def ordered(self, name: str) -> list[Raw]:
        """Return the records of a list in their order."""
        rows = self.lists.get(name, {})
        return [raw for _, _, raw in sorted((p, key, raw) for key, (p, raw) in rows.items())]
