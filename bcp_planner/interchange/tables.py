"""Tables of any layout: services with their fields, or relations between services.

Columns are mapped by their headings; each row that cannot be used is reported with its place,
and everything else is taken. Rows that are imported again update what they made before.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import Any

from bcp_planner.domain.durations import Duration
from bcp_planner.domain.entities import RECOVERY_RELATIONS, SERVICE_KINDS, Team
from bcp_planner.domain.fields import FieldOf, Kind
from bcp_planner.interchange import cells, layout, table_rows, values, workbooks
from bcp_planner.interchange.draft import NEEDED_BY, NEEDS, NEW, SOFTLY, Draft, Wishes
from bcp_planner.interchange.headings import (
    DURATION_FIELDS,
    IN_DESCRIPTION,
    LEAVE_OUT,
    OWN_FIELDS,
    guesses,
    is_team,
)
from bcp_planner.interchange.incoming import Incoming
from bcp_planner.interchange.kinds import kind_of
from bcp_planner.interchange.mentions import Mention, Names, alike, by_word, folded, mentions
from bcp_planner.interchange.sources import Source
from bcp_planner.interchange.table_rows import Told

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
    "impacts::",
    "rack contains",
    "houses",
)
_NO_NEED = ("backup of", "backed up by", "dr provided by", "provides dr for")
"""Relations to a copy for later, which nothing needs in order to work."""
_SOFT = ("soft", "optional", "weak", "exchanges data", "connects to", "ip connection", "sends data")


_EXAMPLES = 3
_LONGEST_EXAMPLE = 36
_MOST_OFFERED = 300
"""Names without a row for which other names are offered."""
_SHOWN_OF_ROW = 3


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
    sections: Mapping[int, str] = field(default_factory=dict[int, str])
    """Texts that stand across the table, by index of their row."""

    @property
    def is_relations(self) -> bool:
        """Whether each row is a relation between two services."""
        return {"dependant", "provider"} <= {name for _, _, name in self.columns}

    def values_of(self, row: Sequence[object]) -> list[Told]:
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
    if not any(cell not in ("", None) for row in sheet.rows for cell in row):
        return None
    found = layout.laid_out(sheet, wishes.terms)
    if found is None:
        why = "no heading is known (Name, ID, Depends on ...); name one column Name"
        draft.skip(sheet.label, why)
        return None
    table, left = _mapped(sheet, found, draft, wishes)
    fields = {name for _, _, name in table.columns}
    if not {"name", "id"} & fields and not table.is_relations:
        draft.skip(sheet.label, "no column is known to hold names; name one of them Name")
        return None
    for what, why in left:
        draft.skip(what, why)
    if "name" in fields and not table.is_relations:
        _fill_groups(table, found, draft)
    return table


def _mapped(
    sheet: workbooks.Sheet, found: layout.Layout, draft: Draft, wishes: Wishes
) -> tuple[_Table, list[tuple[str, str]]]:
    """Return a table with the fields of its columns, and the columns that become none."""
    table = _Table(sheet.label, [], found.body, found.first, sections=found.sections)
    left: list[tuple[str, str]] = []
    chosen = {**_teams_named(found, wishes), **wishes.terms}
    fields = guesses(found.headings, chosen, found.tails)
    for index, (heading, name) in enumerate(zip(found.headings, fields, strict=True)):
        if not heading:
            continue
        choice = draft.term("column", heading, name, example=_example(found, index))
        if choice != LEAVE_OUT:
            table.columns.append((index, heading, choice))
            if choice in DURATION_FIELDS:
                table.units[heading] = cells.unit_in(heading)
        elif used := sum(1 for row in table.rows if _told(row, index)):
            why = f"not mapped to a field; {used} values are left out"
            left.append((f"{sheet.label}, column {heading}", why))
    return table, left


def _teams_named(found: layout.Layout, wishes: Wishes) -> dict[str, str]:
    """Return the headings of columns of teams whose cells name teams that the plan has."""
    teams = wishes.plan.teams.values()
    known = {folded(name) for one in teams for name in (one.id, one.title)}
    named: dict[str, str] = {}
    for index, heading in enumerate(found.headings):
        if not known or not is_team((found.tails or found.headings)[index]):
            continue
        told = [row[index] for row in found.body if _told(row, index)]
        if any(folded(team) in known for cell in told for team in cells.people(cell)):
            named[heading] = "needs"
    return named


def _told(row: Sequence[object], index: int) -> bool:
    return index < len(row) and row[index] not in ("", None)


def _example(found: layout.Layout, index: int) -> str:
    """Return the first different values of a column."""
    rows = (row for n, row in enumerate(found.body[:200]) if n not in found.sections)
    told = (_cut(values.one_line(row[index])) for row in rows if _told(row, index))
    return ", ".join(list(dict.fromkeys(filter(None, told)))[:_EXAMPLES])


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST_EXAMPLE else f"{text[: _LONGEST_EXAMPLE - 1].rstrip()}…"


def _fill_groups(table: _Table, found: layout.Layout, draft: Draft) -> None:
    """Give the first column's values to the rows below them, when it names groups once each."""
    index, heading, field_name = table.columns[0]
    named = next(index for index, _, name in table.columns if name == "name")
    is_group = field_name in {"kind", "tags", IN_DESCRIPTION} or field_name in OWN_FIELDS
    if not is_group or index in found.merged_columns:
        return
    rows = [n for n, row in enumerate(table.rows) if _told(row, named)]
    column = [table.rows[n][index] if index < len(table.rows[n]) else "" for n in rows]
    if not layout.is_written_once(column):
        return
    filled, above = list(table.rows), column[0]
    for number in rows:
        row = list(filled[number])
        above = row[index] = row[index] if _told(row, index) else above
        filled[number] = row
    table.rows = filled
    why = "each value stands for the rows below it, so they are filled with it"
    draft.skip(f"{table.label}, column {heading} (note)", why)


class _Book:
    """Adds tables to a draft; dependencies wait until every service is known."""

    def __init__(self, draft: Draft, wishes: Wishes) -> None:
        self._draft = draft
        self._names = Names()
        self._seen: dict[str, str] = {}
        self._waiting: list[tuple[str, str, object, str]] = []
        self._assumed: set[str] = set()
        self._offers: dict[str, tuple[str, ...]] = {}
        self._titled: dict[str, tuple[str, str]] = {}
        self._plan_teams = wishes.plan.teams
        self._teams_by_name = {folded(one.title): one.id for one in wishes.plan.teams.values()}
        for service in wishes.plan.services.values():
            self._names.add(service.title, service.id, replaces=False)
            self._names.add(service.id, service.id, replaces=False)

    def add_services(self, table: _Table) -> None:
        """Add the row of each service."""
        above: dict[str, object] = {}
        section = ""
        for offset, row in enumerate(table.rows):
            place = f"{table.label}, row {table.first + offset}"
            if offset in table.sections:
                section = table.sections[offset]
                why = "a heading between the rows; the services below are tagged with it"
                self._draft.skip(f"{place}: {section} (note)", why)
                continue
            told = table.values_of(row)
            if not told:
                continue
            told, notes = table_rows.without_dittos(told, above)
            for heading, reason in notes:
                self._draft.skip(f"{place}, {heading}", reason)
            why = table_rows.why_no_service(told, row, len(table.columns))
            if why:
                shown = ", ".join(values.one_line(value) for _, _, value in told[:_SHOWN_OF_ROW])
                self._draft.skip(f"{place}: {shown}", why)
                continue
            above = {heading: value for heading, _, value in told}
            self._add_row(table, told, place, section)

    def _add_row(self, table: _Table, told: list[Told], place: str, section: str) -> None:
        first: dict[str, object] = {}
        for _, name, value in told:
            first.setdefault(name, value)
        name, own = values.one_line(first.get("name")), values.clean_id(first.get("id"))
        key = name if cells.is_nothing(own) else own
        if key in self._seen:
            self._draft.skip(f"{place} (once more)", f"joined with {self._seen[key]}")
        self._seen.setdefault(key, place)
        self._note_namesake(key, name, place)
        fields = self._fields(table, told, place)
        if section:
            fields["tags"] = (*fields.get("tags", ()), *_words(section))
        kind = fields.pop("kind", None)
        self._draft.service(key, name, term=kind or "", place=place, **_kind(kind, name), **fields)
        self._names.add(own, key)
        self._names.add(name, key)
        for heading, field_name, value in told:
            if field_name in {"depends_on", "needed_by"} and not cells.is_nothing(value):
                self._waiting.append((key, field_name, value, f"{place}, {heading}"))

    def _note_namesake(self, key: str, name: str, place: str) -> None:
        """Say that another row has the same name, so that the name alone does not tell which."""
        other, where = self._titled.setdefault(folded(name), (key, place))
        if name and other != key:
            why = (
                f"the name is that of {where}, too; both are taken, and where others need that "
                "name, this one is meant. Name them differently, or remove one"
            )
            self._draft.skip(f"{place}: {name} (note)", why)
            self._titled[folded(name)] = (key, place)

    def _fields(self, table: _Table, told: list[Told], place: str) -> dict[str, Any]:
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
        elif name == "objectives":
            fields.update(cells.objectives(value))
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
        for name, people in cells.people(value).items():
            team = self._teams_by_name.get(folded(name)) or values.clean_id(name)
            needs[team] = people
            if team not in self._plan_teams:
                self._draft.record("teams", Team(id=team, name=team), ())
        return needs

    def add_dependencies(self) -> None:
        """Follow the names in the cells of dependencies, once every row is known."""
        read = [(*waiting, *mentions(waiting[2], self._names)) for waiting in self._waiting]
        self._offer({name for *_, found, _ in read for one in found for name in one.names})
        for key, field_name, value, place, found, prose in read:
            for mention in found:
                self._add_mention(key, field_name, mention, place)
            for phrase in prose:
                why = "it reads like a sentence, not like names; kept in the description"
                self._draft.skip(f"{place}: {phrase}", why)
            if prose:
                heading = place.rpartition(", ")[2]
                self._draft.describe(key, f"{heading}: {values.one_line(value)}")

    def _add_mention(self, key: str, field_name: str, mention: Mention, place: str) -> None:
        ends = [end for name in mention.names if (end := self._end(name, place))]
        if not ends:
            return
        line = f"{place}: {' or '.join(mention.names)}"
        told: dict[str, Any] = {}
        if mention.said:
            told = {"note": mention.said, "strength": "soft" if mention.soft else None}
        if field_name == "needed_by":
            for end in ends:
                self._draft.need(end, [key], what=line, place=place, **told)
        else:
            told["needs"] = 1 if len(set(ends)) > 1 else None
            self._draft.need(key, ends, what=line, place=place, **told)
        if mention.guessed:
            self._draft.skip(f"{line} (note)", f"found in the phrase “{mention.said[:80]}”")
        if mention.soft:
            why = "taken as a soft dependency, since it is mentioned in passing"
            self._draft.skip(f"{line} (note)", why)

    def _offer(self, mentioned: Set[str]) -> None:
        """Look for names that are like those that no service has."""
        unknown = sorted(name for name in mentioned if name not in self._names)
        words = by_word(self._draft.names()) if unknown else {}
        for number, name in enumerate(unknown):
            self._offers[name] = alike(name, words) if number < _MOST_OFFERED else ()

    def _end(self, name: str, place: str) -> str:
        """Return the key of a service that is named; one without a row of its own is added."""
        known = self._names.find(name)
        if known and name not in self._offers:
            return known
        choice = self._draft.term("name", name, NEW, offers=self._offers.get(name, ()))
        if known and choice == NEW:
            return known
        if choice == LEAVE_OUT:
            self._draft.skip(f"{place}: {name}", "left out by the mapping")
            return ""
        chosen = self._names.find(choice) if choice != NEW else ""
        if chosen:
            return chosen
        self._names.add(name, values.clean_id(name))
        self._draft.service(name, name, kind=kind_of(name), place=place)
        if self._seen:
            why = "it has no row of its own; added with its name only"
            self._draft.skip(f"{place}: {name} (note)", why)
        return self._names.find(name)

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
    if any(side.startswith(start) for start in _NO_NEED):
        return LEAVE_OUT
    if any(side.startswith(start) for start in _REVERSED):
        return NEEDED_BY
    return SOFTLY if _is_soft(side) else NEEDS
