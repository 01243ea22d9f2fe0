"""Tables of any layout: services with their fields, or relations between services.

Columns are mapped by their headings; each row that cannot be used is reported with its place,
and everything else is taken. Rows that are imported again update what they made before.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from bcp_planner.domain.durations import Duration
from bcp_planner.domain.entities import RECOVERY_RELATIONS, SERVICE_KINDS, Team
from bcp_planner.domain.fields import FieldOf, Kind
from bcp_planner.interchange import cells, values, workbooks
from bcp_planner.interchange.draft import NEEDED_BY, NEEDS, SOFTLY, Draft, Wishes
from bcp_planner.interchange.headings import (
    DURATION_FIELDS,
    IN_DESCRIPTION,
    LEAVE_OUT,
    OWN_FIELDS,
    guesses,
    header_row,
)
from bcp_planner.interchange.incoming import Incoming
from bcp_planner.interchange.kinds import kind_of
from bcp_planner.interchange.sources import Source

_REVERSED = (
    "used by",
    "runs::",
    "hosts::",
    "supports",
    "provides",
    "powers",
    "virtualizes",
    "contained by",
    "member of",
    "required by",
    "needed by",
    "serves",
    "feeds",
    "manages",
    "allocated to",
)
_SOFT = ("soft", "optional", "weak", "exchanges data", "connects to", "ip connection", "sends data")


_TOTAL = re.compile(r"(?:grand )?(?:total|sum|summe|gesamt|anzahl|count)\b", re.IGNORECASE)


@dataclass(slots=True)
class _Table:
    """A sheet whose headings are understood."""

    label: str
    columns: list[tuple[int, str, str]]
    """Index, heading and field of each column that is used."""
    rows: Sequence[Sequence[object]]
    first: int
    """Number of the first row, as the spreadsheet counts."""
    units: dict[str, Duration | None] = field(default_factory=dict[str, Duration | None])

    @property
    def is_relations(self) -> bool:
        """Whether each row is a relation between two services."""
        return {"dependant", "provider"} <= {name for _, _, name in self.columns}

    def values_of(self, row: Sequence[object]) -> list[tuple[str, str, object]]:
        """Return heading, field and cell of each column that says something in a row."""
        return [
            (heading, name, row[index])
            for index, heading, name in self.columns
            if index < len(row) and row[index] not in ("", None)
        ]


def read(sources: Sequence[Source], wishes: Wishes) -> Incoming:
    """Return the services and relations of tables.

    Raises:
        InputRefused: if a file cannot be read at all.
    """
    return read_sheets([s for source in sources for s in workbooks.sheets(source)], wishes)


def read_sheets(sheets: Sequence[workbooks.Sheet], wishes: Wishes) -> Incoming:
    """Return the services and relations of sheets that know of each other."""
    draft = Draft(wishes, match_names=True)
    found = [table for sheet in sheets if (table := _understood(sheet, draft, wishes)) is not None]
    book = _Book(draft, wishes)
    for table in found:
        if not table.is_relations:
            book.add_services(table)
    book.add_dependencies()
    for table in found:
        if table.is_relations:
            book.add_relations(table)
    return draft.finished()


def _understood(sheet: workbooks.Sheet, draft: Draft, wishes: Wishes) -> _Table | None:
    """Return a sheet with the meaning of its columns, or None after saying why not."""
    rows = workbooks.filled(sheet)
    if not any(cell not in ("", None) for row in rows for cell in row):
        return None
    top = header_row(rows)
    if top is None:
        top = _chosen_header(rows, wishes)
    if top is None:
        why = "no heading is known (Name, ID, Depends on ...); name one column Name"
        draft.skip(sheet.label, why)
        return None
    headings = [values.one_line(cell) for cell in rows[top]]
    fields = guesses(headings, wishes.terms)
    table = _Table(sheet.label, [], rows[top + 1 :], sheet.first + top + 1)
    left: list[tuple[str, str]] = []
    for index, (heading, name) in enumerate(zip(headings, fields, strict=True)):
        if not heading:
            continue
        choice = draft.term("column", heading, name)
        if choice == LEAVE_OUT:
            used = sum(1 for row in table.rows if index < len(row) and row[index] not in ("", None))
            why = f"not mapped to a field; {used} values are left out"
            left += [(f"{sheet.label}, column {heading}", why)] if used else []
            continue
        table.columns.append((index, heading, choice))
        if choice in DURATION_FIELDS:
            table.units[heading] = cells.unit_in(heading)
    if not {"name", "id"} & {name for _, _, name in table.columns} and not table.is_relations:
        draft.skip(sheet.label, "no column is known to hold names; name one of them Name")
        return None
    for what, why in left:
        draft.skip(what, why)
    return table


def _chosen_header(rows: Sequence[Sequence[object]], wishes: Wishes) -> int | None:
    """Return the row that holds a heading the user has mapped, or the first row of texts."""
    for number, row in enumerate(rows[:40]):
        if any(values.one_line(cell) in wishes.terms for cell in row if cell != ""):
            return number
    texts = [
        n for n, row in enumerate(rows[:40]) if sum(isinstance(c, str) and c != "" for c in row) > 1
    ]
    return texts[0] if texts else None


class _Book:
    """Adds tables to a draft; dependencies wait until every service is known."""

    def __init__(self, draft: Draft, wishes: Wishes) -> None:
        self._draft = draft
        self._keys: dict[str, str] = {}
        self._seen: dict[str, str] = {}
        self._waiting: list[tuple[str, str, object, str]] = []
        self._assumed: set[str] = set()
        for service in wishes.plan.services.values():
            self._keys.setdefault(cells.folded(service.title), service.id)
            self._keys.setdefault(cells.folded(service.id), service.id)

    def add_services(self, table: _Table) -> None:
        """Add the row of each service."""
        for offset, row in enumerate(table.rows):
            told = table.values_of(row)
            if told:
                self._add_row(table, told, f"{table.label}, row {table.first + offset}")

    def _add_row(self, table: _Table, told: list[tuple[str, str, object]], place: str) -> None:
        first: dict[str, object] = {}
        for _, name, value in told:
            first.setdefault(name, value)
        name, own = values.one_line(first.get("name")), values.clean_id(first.get("id"))
        key = own or name
        if not key or cells.is_nothing(key):
            self._draft.skip(place, "it has neither a name nor an ID")
            return
        if len(told) == 1 and _TOTAL.match(key):
            self._draft.skip(f"{place}: {key}", "a total, not a service")
            return
        if key in self._seen:
            self._draft.skip(f"{place} (once more)", f"joined with {self._seen[key]}")
        self._seen.setdefault(key, place)
        fields = self._fields(table, told, place)
        kind = fields.pop("kind", None)
        self._draft.service(key, name, term=kind or "", place=place, **_kind(kind, name), **fields)
        self._keys[cells.folded(own)] = key
        self._keys[cells.folded(name)] = key
        for heading, field_name, value in told:
            if field_name in {"depends_on", "needed_by"} and not cells.is_nothing(value):
                self._waiting.append((key, field_name, value, f"{place}, {heading}"))

    def _fields(
        self, table: _Table, told: list[tuple[str, str, object]], place: str
    ) -> dict[str, Any]:
        """Return the fields of one row; a cell that does not fit is reported and left out."""
        fields: dict[str, Any] = {}
        for heading, name, value in told:
            try:
                self._take(fields, table, heading, name, value)
            except cells.CellError as error:
                self._draft.skip(f"{place}, {heading}", f"{error}; the rest of the row is taken")
        return fields

    def _take(
        self, fields: dict[str, Any], table: _Table, heading: str, name: str, value: object
    ) -> None:
        if name in DURATION_FIELDS:
            unit = table.units[heading]
            self._note_unit(table, heading, value, unit)
            read = cells.estimate if name in {"recovery", "restart"} else cells.duration
            fields[name] = read(value, unit)
        elif name == "tier":
            fields[name] = cells.rank(value)
        elif name == "tags":
            fields[name] = (*fields.get(name, ()), *_words(value))
        elif name == "needs":
            fields[name] = self._teams(value)
        elif name in OWN_FIELDS:
            fields[name] = self._own_field(OWN_FIELDS[name], table, heading, value)
        elif name in {"owner", "consistency_group", "kind"} and not cells.is_nothing(value):
            fields.setdefault(name, values.one_line(value))
        elif name in {"description", IN_DESCRIPTION} and not cells.is_nothing(value):
            text = values.text(value).strip()
            line = text if name == "description" else f"{heading}: {text}"
            fields["description"] = "\n".join(filter(None, (fields.get("description", ""), line)))

    def _own_field(self, field: FieldOf, table: _Table, heading: str, value: object) -> object:
        """Return a cell of a field that only our own tables have."""
        if field.about.kind is Kind.DURATION:
            unit = cells.unit_in(heading)
            self._note_unit(table, heading, value, unit)
            return cells.duration(value, unit)
        if field.about.kind is Kind.LINES:
            return tuple(values.text(value).strip().splitlines())
        return "" if cells.is_nothing(value) else values.text(value).strip()

    def _note_unit(self, table: _Table, heading: str, value: object, unit: Duration | None) -> None:
        bare = isinstance(value, int | float) or (
            isinstance(value, str) and values.number(value.replace(",", ".")) not in (None, 0)
        )
        column = f"{table.label}, column {heading}"
        if bare and unit is None and column not in self._assumed:
            self._assumed.add(column)
            why = "numbers without a unit are taken as hours, below 1 as parts of a day"
            self._draft.skip(f"{column} (note)", f"{why}; write the unit into the heading")

    def _teams(self, value: object) -> dict[str, int]:
        """Return the people needed in a cell such as ``DBA: 2; Network``."""
        needs: dict[str, int] = {}
        for part in values.text(value).replace("\n", ";").replace(",", ";").split(";"):
            name, _, number = part.rpartition(":")
            people = values.number(number) if name else None
            team = values.clean_id(name if people else part)
            if team and not cells.is_nothing(team):
                needs[team] = max(1, int(people or 1))
                self._draft.record("teams", Team(id=team, name=team), ())
        return needs

    def add_dependencies(self) -> None:
        """Follow the names in the cells of dependencies, once every row is known."""
        known = set(self._keys)
        for key, name, value, place in self._waiting:
            for group in cells.names(value, known):
                ends = [end for one in group if (end := self._named(one, place))]
                if not ends:
                    continue
                line = f"{place}: {' or '.join(group)}"
                if name == "needed_by":
                    for end in ends:
                        self._draft.need(end, [key], what=line, place=place)
                else:
                    needs = 1 if len(set(ends)) > 1 else None
                    self._draft.need(key, ends, what=line, place=place, needs=needs)

    def _named(self, name: str, place: str) -> str:
        """Return the key of a service that a cell of free text names, or '' for prose."""
        known = self._keys.get(cells.folded(name), "")
        if known or not cells.is_sentence(name):
            return known or self._end(name, place)
        self._draft.skip(f"{place}: {name}", "it reads like a sentence, not like names")
        return ""

    def _end(self, name: str, place: str) -> str:
        """Return the key of a service that is named; one without a row of its own is added."""
        folded = cells.folded(name)
        if folded not in self._keys:
            self._keys[folded] = values.clean_id(name)
            self._draft.service(name, name, kind=kind_of(name), place=place)
            if self._seen:
                why = "it has no row of its own; added with its name only"
                self._draft.skip(f"{place}: {name} (note)", why)
        return self._keys[folded]

    def add_relations(self, table: _Table) -> None:
        """Add the rows of a table of relations; rows of one group are alternatives."""
        groups: dict[tuple[str, str], tuple[list[str], dict[str, Any], str]] = {}
        for offset, row in enumerate(table.rows):
            told = {name: value for _, name, value in table.values_of(row)}
            place = f"{table.label}, row {table.first + offset}"
            if not told:
                continue
            ends = [values.one_line(told.get(end)) for end in ("dependant", "provider")]
            if not all(ends):
                self._draft.skip(place, "it does not name both ends of the relation")
                continue
            dependant, provider = (self._end(end, place) for end in ends)
            fields = self._relation_fields(table, told, place)
            group = values.one_line(told.get("group"))
            line = f"{place}: {ends[0]} → {ends[1]}"
            if group:
                known = groups.setdefault((dependant, group), ([], fields, line))
                known[0].append(provider)
                continue
            word = values.one_line(told.get("relation"))
            means = _meaning(word)
            self._draft.relation(
                dependant, provider, term=word, means=means, what=line, place=place, **fields
            )
        for (dependant, _), (providers, fields, line) in groups.items():
            self._draft.need(dependant, providers, what=line, place=line, **fields)

    def _relation_fields(
        self, table: _Table, told: dict[str, object], place: str
    ) -> dict[str, Any]:
        fields: dict[str, Any] = {}
        readers: dict[str, Callable[[object], object]] = {
            "tolerance": lambda value: cells.duration(value, _unit(table)),
            "needed": cells.rank,
            "strength": lambda value: "soft" if _is_soft(values.one_line(value)) else None,
            "recovery_relation": _recovery_relation,
            "description": lambda value: values.text(value).strip(),
        }
        names = {"needed": "needs", "recovery_relation": "recovery", "description": "note"}
        for name, reader in readers.items():
            if name in told:
                try:
                    fields[names.get(name, name)] = reader(told[name])
                except cells.CellError as error:
                    self._draft.skip(f"{place}, {name}", f"{error}; the rest is taken")
        word = values.one_line(told.get("relation"))
        if word and "note" not in fields:
            fields["note"] = word
        if word and _is_soft(word) and "strength" not in fields:
            fields["strength"] = "soft"
        return fields


def _unit(table: _Table) -> Duration | None:
    return next((unit for unit in table.units.values() if unit), None)


def _kind(word: str | None, name: str) -> dict[str, Any]:
    if not word:
        return {"kind": kind_of(name)}
    plain = word.casefold()
    return {"kind": plain if plain in SERVICE_KINDS else kind_of(word), "sure_kind": True}


def _words(value: object) -> tuple[str, ...]:
    parts = values.text(value).replace(";", ",").replace("\n", ",").replace("|", ",").split(",")
    return tuple(word for part in parts if (word := values.one_line(part)))


def _recovery_relation(value: object) -> str | None:
    word = values.one_line(value).casefold()
    return word if word in RECOVERY_RELATIONS else None


def _is_soft(word: str) -> bool:
    return any(soft in word.casefold() for soft in _SOFT)


def _meaning(word: str) -> str:
    """Return what a type of relation means, read from the side of its first end.

    ServiceNow writes both sides as ``Depends on::Used by``: the parent depends on the child.
    """
    plain = word.casefold()
    side = f"{plain.partition('::')[0].strip()}::"
    if any(side.startswith(start) for start in _REVERSED):
        return NEEDED_BY
    return SOFTLY if _is_soft(side) else NEEDS
