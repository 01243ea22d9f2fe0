"""The plan as JSON: the exchange format that other programs rely on, and its JSON Schema."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import cast

from bcp_planner.domain import integrity
from bcp_planner.domain.codec import Json, one_line, read_record, readable_part, shown, write_record
from bcp_planner.domain.entities import PlanInfo
from bcp_planner.domain.errors import InputRefused
from bcp_planner.domain.fields import FieldOf, Kind, fields_of
from bcp_planner.domain.files import read_bytes
from bcp_planner.domain.plan import LISTS, Plan, Record
from bcp_planner.interchange import guards, values
from bcp_planner.interchange.incoming import Incoming, IncomingRecord, given_fields, merge

FORMAT = "bcp-planner/plan"
VERSION = 1
_ALWAYS = ("teams", "services", "requirements", "scenarios")
LARGEST_FILE = guards.LARGEST_FILE
"""Bytes; a plan of 100,000 services has about 40 million."""
_MOST_PROBLEMS = 1_000
"""Problems of a file that are named; a file with more is no plan with mistakes."""


def read_plan(path: Path) -> Plan:
    """Return the plan in a JSON file.

    Raises:
        FileProblem: if the file cannot be read.
        InputRefused: if it is no plan; every problem is named with its path.
    """
    incoming = read(path)
    plan, _ = merge(Plan(), incoming, path.name)
    return plan


def read(path: Path) -> Incoming:
    """Return what a JSON file brings; raises as ``read_plan`` does."""
    return parse(read_bytes(path, LARGEST_FILE), path.name)


def parse(content: bytes, source: str = "") -> Incoming:
    """Return what the bytes of a plan document bring.

    Raises:
        InputRefused: naming every problem with its path.
    """
    document = _document(content, source)
    problems: list[str] = []
    known_names = {"format", "version", "plan", *LISTS}
    problems.extend(
        f"{one_line(name)}: unknown field" for name in document if name not in known_names
    )
    info_data = document.get("plan", {})
    info = read_record(PlanInfo, info_data, "plan", problems)
    records: list[IncomingRecord] = []
    refused: list[tuple[str, Record]] = []
    ids: dict[str, set[str]] = {}
    for name in LISTS:  # each list is let go once it is read, so that a plan is held only once
        read_list, ids[name] = _read_list(name, document.pop(name, []), problems, refused)
        records.extend(read_list)
        if len(problems) > _MOST_PROBLEMS:
            more = f"and {len(problems) - _MOST_PROBLEMS:,} more; export it again"
            raise InputRefused(source, [*problems[:_MOST_PROBLEMS], more])
    places = chain(((r.place, r.record) for r in records), refused)
    problems.extend(integrity.problems_among(places, ids))
    if problems:
        raise InputRefused(source, problems)
    given = cast("dict[str, object]", info_data)
    return Incoming(tuple(records), {name: getattr(info, name) for name in given})


def _document(content: bytes, source: str) -> dict[str, object]:
    """Return the outermost object, refusing everything that is no plan document."""
    if sum(content.count(mark) for mark in (b"{", b"[", b",")) > guards.MOST_PLAN_PARTS:
        raise InputRefused(source, [f"more than {guards.MOST_PLAN_PARTS:,} values, too many"])
    try:
        parsed: object = json.loads(
            content, object_pairs_hook=_no_doubles, parse_constant=_no_constant
        )
    except UnicodeDecodeError as error:
        raise InputRefused(source, ["the text is not UTF-8; save it as UTF-8"]) from error
    except RecursionError as error:
        raise InputRefused(source, ["the JSON is nested too deeply to be a plan"]) from error
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise InputRefused(source, [f"not JSON at {place}: {error.msg}"]) from error
    except ValueError as error:
        raise InputRefused(source, [str(error).split(";", maxsplit=1)[0]]) from error
    document = cast("dict[str, object]", parsed) if isinstance(parsed, dict) else {}
    if document.get("format") != FORMAT:
        raise InputRefused(source, [f'not a plan: the field "format" is not "{FORMAT}"'])
    version = document.get("version")
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        found = f"found {shown(version)}" if "version" in document else "but it is missing"
        raise InputRefused(source, [f"version: expected {VERSION}, {found}"])
    if version > VERSION:
        advice = "made by a newer version of the program; update the program to read it"
        raise InputRefused(source, [f"version: {version} is {advice}"])
    count = sum(len(values.items(document.get(name))) for name in LISTS)
    if count > guards.MOST_PLAN_RECORDS:
        why = f"more than {guards.MOST_PLAN_RECORDS:,} records, too many to read"
        raise InputRefused(source, [why])
    return document


def _no_doubles(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    unique = dict(pairs)
    if len(unique) != len(pairs):
        names = [name for name, _ in pairs]
        double = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"the field {shown(double)} stands twice in one object")
    return unique


def _no_constant(name: str) -> object:
    raise ValueError(f"{name} is not a number that a plan may hold")


def _read_list(
    name: str, data: object, problems: list[str], refused: list[tuple[str, Record]]
) -> tuple[list[IncomingRecord], set[str]]:
    """Return the records of one list, and all ids that stand in it, also of refused records.

    What can be read of refused records goes to ``refused``, each with its place.
    """
    if not isinstance(data, list):
        problems.append(f"{name}: expected a list in brackets")
        return [], set()
    items = cast("list[object]", data)
    first_place: dict[str, int] = {}
    records: list[IncomingRecord] = []
    for index, raw in enumerate(_with_ids(name, items)):
        path = f"{name}[{index}]"
        record = read_record(LISTS[name], raw, path, problems)
        record_id = _id_of(raw)
        if record_id is not None and record_id in first_place:
            first = first_place[record_id]
            problems.append(f"{path}.id: {shown(record_id)} is already used by {name}[{first}]")
        elif record_id is not None:
            first_place[record_id] = index
        if record is not None:
            given = given_fields(tuple(cast("dict[str, object]", items[index])))
            records.append(IncomingRecord(name, record, given, path))
        elif (part := readable_part(LISTS[name], raw)) is not None:
            refused.append((path, part))
    return records, set(first_place)


def _id_of(raw: object) -> str | None:
    if isinstance(raw, dict):
        record_id = cast("dict[str, object]", raw).get("id")
        return record_id if isinstance(record_id, str) else None
    return None


def _with_ids(name: str, items: list[object]) -> Iterator[object]:
    """Yield the records; requirements without an id are numbered by their place, r1, r2 ..."""
    if name != "requirements":
        yield from items
        return
    taken = {record_id for item in items if (record_id := _id_of(item)) is not None}
    for index, item in enumerate(items):
        if not isinstance(item, dict) or "id" in item:
            yield cast("object", item)
            continue
        fields = cast("dict[str, object]", item)
        wish = _numbered_id(index)
        while wish in taken:
            wish += "+"
        taken.add(wish)
        yield {"id": wish, **fields}


def _numbered_id(index: int) -> str:
    """Return the id of the requirement at an index that needs not be written."""
    return f"r{index + 1}"


def document_of(plan: Plan) -> dict[str, Json]:
    """Return the plan as a JSON object; equal plans give equal objects in the same order."""
    document: dict[str, Json] = {
        "format": FORMAT,
        "version": VERSION,
        "plan": write_record(plan.info),
    }
    for name in LISTS:
        records = plan.table(name).values()
        if records or name in _ALWAYS:
            document[name] = [
                _without_default_id(name, index, write_record(record))
                for index, record in enumerate(records)
            ]
    return document


def _without_default_id(name: str, index: int, written: dict[str, Json]) -> Json:
    """Leave out the id that reading gives a requirement at this place anyway."""
    if name == "requirements" and written["id"] == _numbered_id(index):
        del written["id"]
    return written


def to_text(plan: Plan) -> str:
    """Return the plan as JSON text, one record a line: same plan, same text."""
    document = document_of(plan)
    lines = [
        "{",
        f' "format": {_dump(FORMAT)},',
        f' "version": {VERSION},',
        f' "plan": {_dump(document["plan"])},',
    ]
    names = [name for name in LISTS if name in document]
    for name in names:
        records = cast("list[Json]", document[name])
        body = ",\n".join(f"  {_dump(record)}" for record in records)
        end = "" if name == names[-1] else ","
        lines.append(f' "{name}": [\n{body}\n ]{end}' if records else f' "{name}": []{end}')
    return "\n".join([*lines, "}", ""])


def _dump(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False)


def schema() -> dict[str, Json]:
    """Return the JSON Schema (2020-12) of plan documents, made from the records themselves."""
    properties: dict[str, Json] = {
        "format": {"const": FORMAT},
        "version": {"const": VERSION},
        "plan": _object_schema(PlanInfo),
    }
    for name, record in LISTS.items():
        items = _object_schema(record, optional_id=name == "requirements")
        properties[name] = {"type": "array", "items": items}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Business continuity plan",
        "type": "object",
        "properties": properties,
        "required": ["format", "version"],
        "additionalProperties": False,
        "$defs": {"duration": _DURATION, "id": _ID},
    }


_DURATION: Mapping[str, Json] = {
    "type": "string",
    "description": "ISO 8601, weeks to seconds",
    "pattern": r"^P(?=.)(\d+([.,]\d+)?W)?(\d+([.,]\d+)?D)?(T(?=.)(\d+([.,]\d+)?H)?(\d+([.,]\d+)?M)?"
    r"(\d+([.,]\d+)?S)?)?$",
}
_ID: Mapping[str, Json] = {
    "type": "string",
    "minLength": 1,
    "pattern": "^[^\\u0000-\\u001f\\u007f-\\u009f]+$",
}
_REF_DURATION: Mapping[str, Json] = {"$ref": "#/$defs/duration"}
_REF_ID: Mapping[str, Json] = {"$ref": "#/$defs/id"}
_THREE = ("optimistic", "likely", "pessimistic")
_ESTIMATE: Mapping[str, Json] = {
    "anyOf": [
        _REF_DURATION,
        {
            "type": "object",
            "properties": dict.fromkeys(_THREE, _REF_DURATION),
            "required": list(_THREE),
            "additionalProperties": False,
        },
    ]
}
_SIMPLE_SCHEMAS: Mapping[Kind, Mapping[str, Json]] = {
    Kind.ID: _REF_ID,
    Kind.TEXT: {"type": "string"},
    Kind.LONG_TEXT: {"type": "string"},
    Kind.DURATION: _REF_DURATION,
    Kind.ESTIMATE: _ESTIMATE,
    Kind.FLAG: {"type": "boolean"},
    Kind.DATE: {"type": "string", "pattern": r"^(\d{4}-\d{2}-\d{2})?$"},
    Kind.TAGS: {"type": "array", "items": {"type": "string"}},
    Kind.LINES: {"type": "array", "items": {"type": "string"}},
    Kind.REFERENCE: _REF_ID,
    Kind.POINT: {
        "type": "array",
        "items": {"type": "number"},
        "minItems": 2,
        "maxItems": 2,
    },
}


def _object_schema(record: type[object], *, optional_id: bool = False) -> dict[str, Json]:
    described = fields_of(record)
    required: list[Json] = [
        field.name
        for field in described.values()
        if field.required and not (optional_id and field.about.kind is Kind.ID)
    ]
    return {
        "type": "object",
        "properties": {name: _field_schema(field) for name, field in described.items()},
        "required": required,
        "additionalProperties": False,
    }


def _field_schema(field: FieldOf) -> dict[str, Json]:
    about = field.about
    schema_of: dict[str, Json] = dict(_SIMPLE_SCHEMAS.get(about.kind, {}))
    if about.kind in {Kind.INTEGER, Kind.NUMBER}:
        schema_of = {"type": about.kind.value, **_limits(field)}
    elif about.kind is Kind.CHOICE:
        schema_of = {"enum": list(about.choices)}
    elif about.kind is Kind.REFERENCES:
        least = int(about.minimum or 0)
        schema_of = {"type": "array", "items": _REF_ID, "minItems": least, "uniqueItems": True}
    elif about.kind is Kind.COUNTS:
        counts: dict[str, Json] = {"type": "integer", **_limits(field)}
        schema_of = {"type": "object", "additionalProperties": counts}
    elif about.kind is Kind.RECORDS and about.record is not None:
        schema_of = {"type": "array", "items": _object_schema(about.record)}
    if not field.required:
        schema_of = {"anyOf": [schema_of, {"type": "null"}]}
    return {"title": about.label, "description": about.help, **schema_of}


def _limits(field: FieldOf) -> dict[str, Json]:
    limits = {"minimum": field.about.minimum, "maximum": field.about.maximum}
    return {name: value for name, value in limits.items() if value is not None}
