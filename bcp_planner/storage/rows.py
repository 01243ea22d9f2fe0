"""Plans as rows of JSON and back.

Reading is strict; what strictness refuses can be read leniently, which keeps all that makes sense
and says what does not. Lenient reading serves files of newer programs and the repair of damage.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias, TypeVar, cast

from bcp_planner.domain import edits, integrity
from bcp_planner.domain.codec import read_record, shown, write_record
from bcp_planner.domain.entities import PlanInfo
from bcp_planner.domain.fields import Kind, fields_of
from bcp_planner.domain.plan import EMPTY, LISTS, Plan, Record

Raw: TypeAlias = dict[str, Any]
"""A record as a JSON object."""
T = TypeVar("T")

UNKNOWN_FIELD = ": unknown field"
_MOST_PARTS = 16_000_000
"""Values and members of one JSON text; a plan of 100,000 services has a fifth of that."""
_LONG = 16 << 20
"""Characters that a text must have before its parts are worth counting."""


@dataclass(frozen=True, slots=True)
class Content:
    """The content of a plan as parsed JSON: the header, and the records of every list in order."""

    header: object
    lists: Mapping[str, Sequence[object]]


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def text_of(raw: object) -> str:
    """Return a JSON value as the compact text that files hold."""
    return _ENCODER.encode(raw)


def raw_of(record: object) -> Raw:
    """Return a record as a JSON object."""
    return cast("Raw", write_record(record))


def raw_once() -> Callable[[object], Raw]:
    """Return a ``raw_of`` that works each record out once; drop it when the records may go."""
    known: dict[int, Raw] = {}

    def raw(record: object) -> Raw:
        found = known.get(id(record))
        if found is None:
            found = known[id(record)] = raw_of(record)
        return found

    return raw


def parsed(text: str) -> object:
    """Return the JSON value of a text, or None when it is none (a record never is null).

    A text that would take gigabytes of memory, far beyond any plan, counts as none.
    """
    if len(text) > _LONG and sum(map(text.count, "{[,")) > _MOST_PARTS:
        return None
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def parsed_records(
    name: str, keys: Sequence[str], texts: Sequence[str], problems: list[str]
) -> Sequence[object]:
    """Return records as parsed JSON, noting those filed under another id than their own."""
    values = _parsed_all(texts)
    for index, (key, value) in enumerate(zip(keys, values, strict=True)):
        if not isinstance(value, dict) or cast("Raw", value).get("id") != key:
            problems.append(f"{name}[{index}]: the record is not the one filed as {shown(key)}")
    return values


def _parsed_all(texts: Sequence[str]) -> Sequence[object]:
    """Return the JSON values of texts; all at once is three times as fast as one by one."""
    together = parsed(f"[{','.join(texts)}]") if len(texts) > 1 else None
    if isinstance(together, list):
        values = cast("list[object]", together)
        if len(values) == len(texts):
            return values
    return [parsed(text) for text in texts]


def read_plan(content: Content, problems: list[str]) -> Plan:
    """Return the plan that content describes, noting every problem; it is whole without any."""
    tables: dict[str, Mapping[str, Record]] = {}
    for name, values in content.lists.items():
        read = (
            read_record(LISTS[name], value, f"{name}[{index}]", problems)
            for index, value in enumerate(values)
        )
        tables[name] = {record.id: record for record in read if record is not None}
        if len(tables[name]) != len(values) and not problems:
            problems.append(f"{name}: an id occurs twice")
    info = read_record(PlanInfo, content.header, "plan", problems)
    plan = Plan(info=info or EMPTY.info, **cast("Any", tables))
    if not problems:
        problems.extend(integrity.problems(plan))
    return plan


def read_plan_leniently(content: Content, notes: list[str]) -> Plan:
    """Return the plan as far as the content makes sense; notes say what was left out."""
    info = lenient_record(PlanInfo, content.header, "plan", notes)
    plan = Plan(info=info or EMPTY.info)
    for name, values in content.lists.items():
        records: dict[str, Record] = {}
        for index, value in enumerate(values):
            record = lenient_record(LISTS[name], value, f"{name}[{index}]", notes)
            if record is not None:
                records[record.id] = record
        plan = plan.with_table(name, records)
    return _without_contradictions(plan, notes)


def lenient_record(record: type[T], data: object, path: str, notes: list[str]) -> T | None:
    """Return a record from what fits its description; notes say what does not.

    Args:
        record: The dataclass to build.
        data: The parsed JSON value.
        path: Where it stands, for the notes.
        notes: Receives one sentence for each thing left out.
    """
    if isinstance(data, dict):
        data = _known_fields(record, cast("Raw", data), path, notes)
    problems: list[str] = []
    read = read_record(record, data, path, problems)
    notes.extend(problems)
    if read is not None or not isinstance(data, dict):
        return read
    bad = {found.group(1) for text in problems if (found := _field_of(path, text))}
    rest = {key: value for key, value in cast("Raw", data).items() if key not in bad}
    return read_record(record, rest, path, [])


def _field_of(path: str, text: str) -> re.Match[str] | None:
    return re.match(re.escape(path) + r"\.(\w+)", text)


def _known_fields(record: type[Any], data: Raw, path: str, notes: list[str]) -> Raw:
    described = fields_of(record)
    known: Raw = {}
    for key, value in data.items():
        field = described.get(key)
        if field is None:
            notes.append(f"{path}.{shown(key).strip('“”')}{UNKNOWN_FIELD}")
            continue
        known[key] = value
        if field.about.kind is Kind.RECORDS and field.about.record and isinstance(value, list):
            known[key] = [
                _known_fields(field.about.record, cast("Raw", part), f"{path}.{key}[{i}]", notes)
                if isinstance(part, dict)
                else part
                for i, part in enumerate(cast("list[object]", value))
            ]
    return known


def _without_contradictions(plan: Plan, notes: list[str]) -> Plan:
    """Drop references that lead nowhere, then records that contradict themselves."""
    found = integrity.problems(plan)
    notes.extend(found)
    if not found:
        return plan
    lost: dict[str, set[str]] = {}
    for name in LISTS:
        for record in plan.table(name).values():
            for _, target, key in integrity.references_of(record):
                if key not in plan.table(target):
                    lost.setdefault(target, set()).add(key)
    for target, keys in lost.items():
        plan = edits.remove(plan, target, keys)
    for name in LISTS:
        bad = [r.id for r in plan.table(name).values() if integrity.problems_of(plan, [r])]
        plan = edits.remove(plan, name, bad) if bad else plan
    return plan


def content_of(plan: Plan) -> Content:
    """Return a plan as JSON values."""
    lists = {name: [raw_of(record) for record in plan.table(name).values()] for name in LISTS}
    return Content(raw_of(plan.info), lists)


def unreadable(records: Iterable[Record | PlanInfo]) -> list[str]:
    """Return what would keep records from being read back, so that they are never written."""
    problems: list[str] = []
    for record in records:
        name = "plan" if isinstance(record, PlanInfo) else shown(record.id)
        read_record(type(record), raw_of(record), name, problems)
    return problems
