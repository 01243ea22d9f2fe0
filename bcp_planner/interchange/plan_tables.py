"""Every list of a plan as a table of cells, and back without loss.

One table a list; parts of records (recovery steps, failures ...) have tables of their own that
name the record they belong to. Cells hold what people write: ``4 h``, ``1 h / 2 h / 5 h``,
``dba: 2; network: 1``, names between semicolons.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias, cast

from bcp_planner.domain.codec import read_record, shown
from bcp_planner.domain.durations import format_human, format_iso
from bcp_planner.domain.entities import Estimate, PlanInfo
from bcp_planner.domain.fields import FieldOf, Kind, fields_of
from bcp_planner.domain.plan import LISTS, Plan
from bcp_planner.interchange import cells, values
from bcp_planner.interchange.incoming import Incoming, IncomingRecord, Skipped

Row: TypeAlias = list[object]
MARK = "Business continuity plan"
"""First cell of the first table; tells our own tables from others."""
PLAN = "Plan"
_BELONGS = "Belongs to"
_NEEDS_QUOTES = re.compile(r'[;"\n\r]|^\s|\s$|^$')
_ITEM = re.compile(r'\s*("(?:[^"]|"")*"|[^;\n"][^;\n]*|)\s*(?:[;\n]|$)')


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its name, its headings with their explanation, its rows."""

    name: str
    headings: list[str]
    help: list[str]
    rows: list[Row]


def title(list_name: str) -> str:
    """Return the name of a list of the plan as people read it."""
    return list_name.replace("_", " ").capitalize()


def tables_of(plan: Plan) -> list[Table]:
    """Return every list of a plan as a table, the header of the plan first."""
    info = fields_of(PlanInfo)
    told = [[f.about.label, shown_cell(getattr(plan.info, n), f)] for n, f in info.items()]
    found = [Table(PLAN, [MARK, "Value"], ["", ""], cast("list[Row]", told))]
    for name, record in LISTS.items():
        described = fields_of(record)
        plain = {n: f for n, f in described.items() if f.about.kind is not Kind.RECORDS}
        rows = [
            [shown_cell(getattr(item, n), f) for n, f in plain.items()]
            for item in plan.table(name).values()
        ]
        found.append(_table(title(name), plain, rows))
        for part in described.values():
            if part.about.kind is Kind.RECORDS:
                found.append(_part_table(plan, name, part))  # noqa: PERF401 - reads as it runs
    return found


def _table(name: str, described: Mapping[str, FieldOf], rows: list[Row]) -> Table:
    labels = [field.about.label for field in described.values()]
    return Table(name, labels, [field.about.help for field in described.values()], rows)


def part_name(list_name: str, field: FieldOf) -> str:
    """Return the name of the table of the parts of records."""
    return f"{title(list_name)} - {field.about.label}"[:31]


def _part_table(plan: Plan, list_name: str, part: FieldOf) -> Table:
    described = fields_of(cast("type[Any]", part.about.record))
    rows: list[Row] = [
        [item.id, *(shown_cell(getattr(one, n), f) for n, f in described.items())]
        for item in plan.table(list_name).values()
        for one in getattr(item, part.name)
    ]
    table = _table(part_name(list_name, part), described, rows)
    about = f"ID of the record in {title(list_name)}."
    return Table(table.name, [_BELONGS, *table.headings], [about, *table.help], rows)


def shown_cell(value: object, field: FieldOf) -> object:  # noqa: PLR0911 - one answer a kind
    """Return the value of a field as a cell that people can read and write."""
    kind = field.about.kind
    if value is None:
        return ""
    if kind in {Kind.INTEGER, Kind.NUMBER}:
        return value
    if kind is Kind.FLAG:
        return "yes" if value else ""
    if kind is Kind.DURATION:
        return format_human(cast("int", value))
    if kind is Kind.ESTIMATE:
        three = cast("Estimate", value)
        parts = (three.optimistic, three.likely, three.pessimistic)
        return format_human(parts[0]) if three.is_certain else " / ".join(map(format_human, parts))
    if kind is Kind.COUNTS:
        counts = cast("Mapping[str, int]", value)
        return "; ".join(f"{_quoted(name)}: {number}" for name, number in sorted(counts.items()))
    if kind is Kind.POINT:
        return "; ".join(repr(part) for part in cast("tuple[float, float]", value))
    if kind in {Kind.TAGS, Kind.LINES, Kind.REFERENCES}:
        between = "\n" if kind is Kind.LINES else "; "
        return between.join(_quoted(item) for item in cast("Sequence[str]", value))
    return str(value)


def _quoted(item: str) -> str:
    if _NEEDS_QUOTES.search(item) or item.rpartition(": ")[2].isdigit():
        return '"' + item.replace('"', '""') + '"'
    return item


def _items(text: str) -> list[str]:
    """Return what ``_quoted`` items between semicolons or line ends were."""
    found: list[str] = []
    position = 0
    while position < len(text):
        match = _ITEM.match(text, position)
        if match is None or match.end() == position:
            raise cells.CellError("a quote in it is never closed")
        item = match.group(1)
        if item.startswith('"'):
            found.append(item[1:-1].replace('""', '"'))
        elif item.strip():
            found.append(item.strip())
        position = match.end()
    return found


def read_tables(tables: Mapping[str, list[Row]], source: str) -> Incoming:
    """Return what tables made by ``tables_of``, and then perhaps changed by hand, bring.

    Args:
        tables: Rows by name of the table, the headings first.
        source: The file, for messages.

    A cell that does not fit is reported with its place and left out.
    """
    reader = _Reader(source)
    info = reader.info(tables.get(PLAN, []))
    parts: dict[str, dict[str, dict[str, list[object]]]] = {}
    for name, record in LISTS.items():
        for field in fields_of(record).values():
            rows = tables.get(part_name(name, field))
            if field.about.kind is Kind.RECORDS and rows:
                parts.setdefault(name, {})[field.name] = reader.parts(field, rows, name)
    for name in LISTS:
        reader.records(name, tables.get(title(name), []), parts.get(name, {}))
    known = {PLAN} | {title(n) for n in LISTS}
    known |= {part_name(n, f) for n, r in LISTS.items() for f in fields_of(r).values()}
    for name in tables:
        if name not in known:
            reader.skip(f"{source}, sheet {name}", "it is no list of a plan")
    return Incoming(tuple(reader.found), info, tuple(reader.skipped))


class _Reader:
    """Collects records and what did not fit."""

    def __init__(self, source: str) -> None:
        self._source = source
        self.found: list[IncomingRecord] = []
        self.skipped: list[Skipped] = []

    def skip(self, what: str, why: str) -> None:
        """Write down something that is left out."""
        self.skipped.append(Skipped(what, why))

    def info(self, rows: list[Row]) -> dict[str, object]:
        """Return the header of the plan."""
        labels = {field.about.label: field for field in fields_of(PlanInfo).values()}
        data: dict[str, object] = {}
        for number, row in enumerate(rows[1:], start=2):
            field = labels.get(values.one_line(row[0])) if row else None
            if field is not None:
                place = f"{self._source}, {PLAN}, row {number}"
                self._take(data, field, row[1] if len(row) > 1 else "", place)
        problems: list[str] = []
        info = read_record(PlanInfo, data, PLAN, problems)
        for problem in problems:
            self.skip(self._source, problem)
        return {name: getattr(info, name) for name in data} if info is not None else {}

    def parts(self, field: FieldOf, rows: list[Row], list_name: str) -> dict[str, list[object]]:
        """Return the parts of records as JSON values, by the record they belong to."""
        found: dict[str, list[object]] = {}
        described = fields_of(cast("type[Any]", field.about.record))
        name = part_name(list_name, field)
        for place, owner, data in self._rows(rows, described, name, _BELONGS):
            if owner:
                found.setdefault(owner, []).append(data)
            else:
                self.skip(place, "it does not say which record it belongs to")
        return found

    def records(
        self, name: str, rows: list[Row], parts: Mapping[str, Mapping[str, list[object]]]
    ) -> None:
        """Add the records of one list."""
        described = fields_of(LISTS[name])
        seen: set[str] = set()
        for place, own, data in self._rows(
            rows, described, title(name), described["id"].about.label
        ):
            if not own:
                self.skip(place, "it has no ID")
                continue
            if own in seen:
                self.skip(place, f"the ID {shown(own)} stands there twice")
                continue
            seen.add(own)
            data["id"] = own
            for field_name, by_owner in parts.items():
                data[field_name] = by_owner.get(own, [])
            problems: list[str] = []
            record = read_record(LISTS[name], data, place, problems)
            if record is None:
                self.skip(place, "; ".join(p.removeprefix(f"{place}.") for p in problems[:3]))
            else:
                self.found.append(IncomingRecord(name, record, frozenset(data), place))
        for field_name, by_owner in parts.items():
            for owner in by_owner.keys() - seen:
                self.skip(
                    f"{self._source}, {title(name)}", f"{field_name} of {shown(owner)}: no such ID"
                )

    def _rows(
        self, rows: list[Row], described: Mapping[str, FieldOf], name: str, key: str
    ) -> Iterator[tuple[str, str, dict[str, object]]]:
        """Yield place, key and fields of each row that is not empty."""
        if not rows:
            return
        by_label = {field.about.label: field for field in described.values()}
        headings = [values.one_line(cell) for cell in rows[0]]
        for heading in headings:
            if heading and heading not in by_label and heading != key:
                self.skip(f"{self._source}, {name}, column {heading}", "no such field")
        for number, row in enumerate(rows[1:], start=2):
            if all(cell in ("", None) for cell in row):
                continue
            place = f"{self._source}, {name}, row {number}"
            data: dict[str, object] = {}
            own = ""
            for heading, cell in zip(headings, row, strict=False):
                field = by_label.get(heading)
                if heading == key:
                    own = _id_text(cell)
                elif field is not None:
                    self._take(data, field, cell, place)
            yield place, own, data

    def _take(self, data: dict[str, object], field: FieldOf, cell: object, place: str) -> None:
        if cell in ("", None) and field.required and field.about.kind in _TEXTS:
            data[field.name] = ""
            return
        try:
            data[field.name] = _value(cell, field)
        except cells.CellError as error:
            self.skip(f"{place}, {field.about.label}", str(error))


_TEXTS = (Kind.TEXT, Kind.LONG_TEXT)


def _id_text(cell: object) -> str:
    return cell if isinstance(cell, str) else values.text(cell)


def _value(cell: object, field: FieldOf) -> object:
    """Return a cell as the JSON value of its field; an empty one as the usual value.

    Raises:
        CellError: if it does not fit.
    """
    if cell is None or cell == "":
        return _empty(field)
    reader = _READERS.get(field.about.kind)
    return reader(cell) if reader is not None else _text(cell)


def _empty(field: FieldOf) -> object:
    if field.optional or field.required:
        return None
    return _usual(field)


def _usual(field: FieldOf) -> object:
    """Return the usual value of a field as JSON."""
    kind = field.about.kind
    if kind in {Kind.TAGS, Kind.LINES, Kind.REFERENCES}:
        return []
    if kind is Kind.COUNTS:
        return {}
    if kind is Kind.DURATION:
        return format_iso(cast("int", field.default))
    return field.default


def _text(cell: object) -> str:
    import datetime

    if isinstance(cell, datetime.datetime) and not (cell.hour or cell.minute or cell.second):
        return cell.date().isoformat()
    if isinstance(cell, datetime.date | datetime.time):
        return cell.isoformat()
    return cell if isinstance(cell, str) else values.text(cell)


def _duration(cell: object) -> str | None:
    read = cells.duration(cell)
    return None if read is None else format_iso(read)


def _estimate(cell: object) -> object:
    read = cells.estimate(cell)
    if read is None:
        return None
    names = ("optimistic", "likely", "pessimistic")
    return {name: format_iso(getattr(read, name)) for name in names}


def _number(cell: object) -> float:
    if isinstance(cell, int | float):
        return cell
    try:
        return float(_text(cell).strip().replace(",", "."))
    except ValueError as error:
        raise cells.CellError(f"{shown(cell)} is not a number") from error


def _flag(cell: object) -> bool:
    word = values.one_line(cell).casefold() if not isinstance(cell, bool) else str(cell).casefold()
    if word in {"yes", "y", "true", "1", "x", "ja", "wahr", "oui"}:
        return True
    if word in {"no", "n", "false", "0", "nein", "falsch", "non", "-"}:
        return False
    raise cells.CellError(f"{shown(cell)} is neither yes nor no")


def _list(cell: object) -> list[str]:
    return _items(_text(cell))


def _counts(cell: object) -> dict[str, int]:
    found: dict[str, int] = {}
    for name, number in _COUNT.findall(_text(cell)):
        own = name[1:-1].replace('""', '"') if name.startswith('"') else name.strip()
        found[own] = int(number or 1)
    return found


_COUNT = re.compile(r'\s*("(?:[^"]|"")*"|[^;\n":][^;\n]*?)\s*(?::\s*(\d{1,9}))?\s*(?:[;\n]|$)')


def _point(cell: object) -> list[float]:
    parts = [values.number(part) for part in _text(cell).split(";")]
    if len(parts) != 2 or None in parts:  # noqa: PLR2004
        raise cells.CellError(f"{shown(cell)} is not two numbers")
    return cast("list[float]", parts)


_READERS: Mapping[Kind, Callable[[object], object]] = {
    Kind.DURATION: _duration,
    Kind.ESTIMATE: _estimate,
    Kind.INTEGER: _number,
    Kind.NUMBER: _number,
    Kind.FLAG: _flag,
    Kind.TAGS: _list,
    Kind.LINES: _list,
    Kind.REFERENCES: _list,
    Kind.COUNTS: _counts,
    Kind.POINT: _point,
}
