"""The difference between two plans, by list and record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import compress, filterfalse, islice
from operator import eq, is_not, ne

from bcp_planner.domain.entities import PlanInfo
from bcp_planner.domain.plan import LISTS, Plan, Record


@dataclass(frozen=True, slots=True)
class TableChange:
    """What changed in one list: ids to the record before and after.

    ``before`` is None for an added record, ``after`` for a removed one. ``reordered`` says that
    records kept in both plans follow each other in another order.
    """

    records: Mapping[str, tuple[Record | None, Record | None]]
    reordered: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """What leads from one plan to another.

    Attributes:
        tables: List name to its change; unchanged lists are absent.
        info: The plan's header before and after, or None when it is unchanged.
    """

    tables: Mapping[str, TableChange]
    info: tuple[PlanInfo, PlanInfo] | None = None

    def __bool__(self) -> bool:
        """Whether anything changed."""
        return bool(self.tables) or self.info is not None

    def touched(self, table: str) -> frozenset[str]:
        """Return the ids added, removed or altered in one list."""
        change = self.tables.get(table)
        return frozenset(change.records) if change else frozenset()


def diff(before: Plan, after: Plan) -> Change:
    """Return what leads from one plan to another; linear in what is not shared between them."""
    tables: dict[str, TableChange] = {}
    for name in LISTS:
        change = _table_change(before.table(name), after.table(name))
        if change is not None:
            tables[name] = change
    info = None if before.info == after.info else (before.info, after.info)
    return Change(tables, info)


def _table_change(before: Mapping[str, Record], after: Mapping[str, Record]) -> TableChange | None:
    if before is after:
        return None
    if len(before) <= len(after) and all(map(eq, before, after)):
        return _grown(before, after)
    others = compress(after, map(is_not, map(before.get, after), after.values()))
    records: dict[str, tuple[Record | None, Record | None]] = {
        key: (before.get(key), after[key]) for key in others if before.get(key) != after[key]
    }
    records.update((key, (before[key], None)) for key in filterfalse(after.__contains__, before))
    kept_before = filter(after.__contains__, before)
    kept_after = filter(before.__contains__, after)
    reordered = any(map(ne, kept_before, kept_after))
    return TableChange(records, reordered) if records or reordered else None


def _grown(before: Mapping[str, Record], after: Mapping[str, Record]) -> TableChange | None:
    """Return the change of a list whose keys are all in place, with new ones at the end at most.

    Nearly every edit is one of these; comparing them costs little even in a large plan.
    """
    others = compress(before, map(is_not, before.values(), after.values()))
    records: dict[str, tuple[Record | None, Record | None]] = {
        key: (before[key], after[key]) for key in others if before[key] != after[key]
    }
    records.update((key, (None, after[key])) for key in islice(after, len(before), None))
    return TableChange(records) if records else None
