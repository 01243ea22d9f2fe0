"""What a file brings, before and after it is joined with a plan.

Every format reads into ``Incoming``; ``merge`` is the one way in which that becomes part of a
plan, so that adding, updating by id and reporting work alike for all formats.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any, cast

from bcp_planner.domain import edits, integrity
from bcp_planner.domain.entities import Requirement
from bcp_planner.domain.errors import InputRefused
from bcp_planner.domain.plan import LISTS, Plan, Record


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something in the source that did not become part of the plan, and the reason."""

    what: str
    why: str

    @property
    def is_note(self) -> bool:
        """Whether it was taken, and only how it was understood is told."""
        return self.what.endswith("(note)")


@lru_cache(maxsize=1000)
def given_fields(names: tuple[str, ...]) -> frozenset[str]:
    """Return names of fields as a set; records that speak of the same fields share one."""
    return frozenset(names)


@dataclass(frozen=True, slots=True)
class IncomingRecord:
    """A record that a source brings.

    Attributes:
        table: List of the plan it belongs to.
        record: The record; its id decides whether it is new or an update.
        given: Names of the fields that the source speaks of; only they overwrite an existing
            record.
        place: Where it stands in the source, for messages.
    """

    table: str
    record: Record
    given: frozenset[str]
    place: str


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the source and what it becomes, which the user may change.

    Attributes:
        word: The word, for example an element type or the heading of a column.
        sort: ``kind``, ``relation``, ``column``, or ``name`` for one that no service has.
        choice: What it becomes: a kind of service, a meaning of ``draft.RELATIONS``, a field,
            ``draft.NEW`` or the name of another service.
        count: How often it stands in the source.
        example: Some values of the column.
        offers: Names of services that may be meant, the likeliest first.
    """

    word: str
    sort: str
    choice: str
    count: int
    example: str = ""
    offers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Incoming:
    """Everything a source brings, in the order in which it stands there."""

    records: tuple[IncomingRecord, ...] = ()
    info: Mapping[str, object] = field(default_factory=dict[str, object])
    skipped: tuple[Skipped, ...] = ()
    terms: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did: ids by list of the plan, and what was left out."""

    added: Mapping[str, tuple[str, ...]]
    changed: Mapping[str, tuple[str, ...]]
    skipped: tuple[Skipped, ...]


def merge(plan: Plan, incoming: Incoming, source: str = "") -> tuple[Plan, ImportReport]:
    """Return the plan joined with what a source brings, and a report.

    Records whose id is known are updated in the fields that the source gives; others are added
    at the end. A requirement is known when its dependant already needs the same providers, or
    has a requirement of the id that the source gives; an id never decides alone, because files
    number requirements anew.

    Raises:
        InputRefused: if the result would be inconsistent; every problem is named.
    """
    tables = {name: dict(plan.table(name)) for name in LISTS}
    joined = _Joiner(tables)
    for item in incoming.records:
        joined.take(item)
    merged = plan
    for name, records in tables.items():
        if records != plan.table(name):
            merged = merged.with_table(name, records)
    if incoming.info:
        merged = edits.update_info(merged, **incoming.info)
    places = ((item.place, tables[item.table][key]) for item, key in joined.taken)
    problems = integrity.problems_among(places, tables)
    if problems:
        raise InputRefused(source, problems)
    return merged, joined.report(plan, merged, incoming.skipped)


class _Joiner:
    """Puts incoming records into the tables of a plan and remembers what became of each."""

    def __init__(self, tables: dict[str, dict[str, Record]]) -> None:
        self.taken: list[tuple[IncomingRecord, str]] = []
        self._tables = tables
        self._claimed: set[str] = set()
        self._by_ends: dict[tuple[str, frozenset[str]], list[str]] = {}
        for record in tables["requirements"].values():
            requirement = cast("Requirement", record)
            self._by_ends.setdefault(_ends(requirement), []).append(requirement.id)

    def take(self, item: IncomingRecord) -> None:
        """Add one record, or update the one it means."""
        table = self._tables[item.table]
        record = item.record
        if isinstance(record, Requirement):
            own = self._requirement_id(record, numbered_in_source="id" in item.given)
            record = replace(record, id=own)
        old = table.get(record.id)
        if old is not None:
            values = {name: getattr(record, name) for name in item.given if name != "id"}
            record = cast("Record", replace(cast("Any", old), **values))
        table[record.id] = record
        self.taken.append((item, record.id))

    def _requirement_id(self, requirement: Requirement, *, numbered_in_source: bool) -> str:
        """Return the id of the existing requirement that is meant, or an unused one.

        Two requirements of a source never claim the same existing one.
        """
        table = cast("dict[str, Requirement]", self._tables["requirements"])
        same_ends = [i for i in self._by_ends.get(_ends(requirement), ()) if i not in self._claimed]
        own = requirement.id
        if same_ends:
            chosen = own if own in same_ends else same_ends[0]
        elif own not in table or (
            numbered_in_source
            and own not in self._claimed
            and table[own].dependant == requirement.dependant
        ):
            chosen = own
        else:
            chosen = edits.next_requirement_id(table)
        self._claimed.add(chosen)
        return chosen

    def report(self, before: Plan, after: Plan, skipped: Iterable[Skipped]) -> ImportReport:
        """Return what was added and changed, by list."""
        added: dict[str, list[str]] = {}
        changed: dict[str, list[str]] = {}
        for item, key in self.taken:
            old = before.table(item.table).get(key)
            if old is None:
                added.setdefault(item.table, []).append(key)
            elif old != after.table(item.table)[key]:
                changed.setdefault(item.table, []).append(key)
        if before.info != after.info:
            changed["plan"] = [after.info.name]
        return ImportReport(_frozen(added), _frozen(changed), tuple(skipped))


def _frozen(lists: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(dict.fromkeys(ids)) for name, ids in lists.items()}


def _ends(requirement: Requirement) -> tuple[str, frozenset[str]]:
    return requirement.dependant, frozenset(requirement.providers)
