"""Records as JSON values and back, driven by their field descriptions.

Reading collects every problem with its path instead of stopping at the first one. Writing leaves
out what has its default value, so the text of equal records is equal.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache
from itertools import takewhile
from operator import attrgetter
from typing import Any, TypeAlias, TypeVar, cast

from bcp_planner.domain.durations import DurationError, format_iso, parse_iso
from bcp_planner.domain.entities import Estimate
from bcp_planner.domain.fields import FieldOf, Kind, fields_of
from bcp_planner.domain.quick import quick_record

Json: TypeAlias = (
    "bool | int | float | str | list[Json] | dict[str, Json] | Mapping[str, Json] | None"
)
T = TypeVar("T")

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_UNSTORABLE = re.compile(r"[\x00\ud800-\udfff]")
_DATE = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])", re.ASCII)
_LARGEST_NUMBER = 1e15
_QUOTED = 40


class _Refused(Exception):
    """One value does not fit; the message lacks the path."""


def one_line(text: str) -> str:
    """Return a text as it may stand in a message: one line, short, control-free."""
    text = _UNSTORABLE.sub("�", _CONTROL.sub("�", text))
    return f"{text[:_QUOTED]}{'…' if len(text) > _QUOTED else ''}"


def shown(value: object) -> str:
    """Return a value as it may be quoted in a message."""
    return f"“{one_line(value if isinstance(value, str) else repr(value))}”"


def read_record(record: type[T], data: object, path: str, problems: list[str]) -> T | None:
    """Return the record that a JSON object describes, or None after noting every problem.

    Args:
        record: The dataclass to build.
        data: The parsed JSON value.
        path: Where it stands, for messages (``services[3]``).
        problems: Receives one sentence for each problem, each starting with its path.
    """
    quick = quick_record(record, data)
    if quick is not None:
        return cast("T", quick)
    if not isinstance(data, dict):
        problems.append(f"{path}: expected an object in braces, found {_type_name(data)}")
        return None
    given = cast("dict[str, object]", data)
    described = fields_of(record)
    before = len(problems)
    problems.extend(
        f"{path}.{one_line(key)}: unknown field" for key in given if key not in described
    )
    values: dict[str, object] = {}
    for name, described_field in described.items():
        if name in given:
            _read_into(values, described_field, given[name], f"{path}.{name}", problems)
        elif described_field.required:
            problems.append(f"{path}.{name}: missing")
    return record(**values) if len(problems) == before else None


def readable_part(record: type[T], data: object) -> T | None:
    """Return what can be read of a record that was refused, None where a required field cannot.

    It serves to look for further problems in the fields that are well. A list of parts ends
    before the first part that cannot be read, so that the others keep their places.
    """
    if not isinstance(data, dict):
        return None
    given = cast("dict[str, object]", data)
    values: dict[str, object] = {}
    for name, field in fields_of(record).items():
        raw = given.get(name)
        if field.about.kind is Kind.RECORDS and isinstance(raw, list):
            part = cast("type[object]", field.about.record)
            items = (readable_part(part, item) for item in cast("list[object]", raw))
            values[name] = tuple(takewhile(lambda item: item is not None, items))
        elif name in given:
            _read_into(values, field, raw, name, [])
        if field.required and name not in values:
            return None
    return record(**values)


def _read_into(
    values: dict[str, object], field: FieldOf, raw: object, path: str, problems: list[str]
) -> None:
    if raw is None and (field.optional or not field.required):
        values[field.name] = field.default
        return
    if field.about.kind is Kind.RECORDS:
        values[field.name] = _read_records(field, raw, path, problems)
        return
    try:
        values[field.name] = _READERS[field.about.kind](raw, field)
    except (_Refused, DurationError) as refused:
        problems.append(f"{path}: {refused}")


def _read_records(
    field: FieldOf, raw: object, path: str, problems: list[str]
) -> tuple[object, ...]:
    if not isinstance(raw, list):
        problems.append(f"{path}: expected a list, found {_type_name(raw)}")
        return ()
    record = cast("type[object]", field.about.record)
    items = cast("list[object]", raw)
    read = [read_record(record, item, f"{path}[{i}]", problems) for i, item in enumerate(items)]
    return tuple(item for item in read if item is not None)


def _type_name(value: object) -> str:
    names: dict[type, str] = {
        str: "a text",
        bool: "true or false",
        int: "a number",
        float: "a number",
        list: "a list",
        dict: "an object",
        type(None): "null",
    }
    return names.get(type(value), "something else")


def _text(raw: object) -> str:
    if not isinstance(raw, str):
        raise _Refused(f"expected a text, found {_type_name(raw)}")
    if _UNSTORABLE.search(raw):
        raise _Refused("the text holds characters that cannot be stored (NUL or half a pair)")
    return raw


def _read_text(raw: object, field: FieldOf) -> str:
    return _text(raw)


def _read_id(raw: object, field: FieldOf) -> str:
    text = _text(raw)
    if not text:
        raise _Refused("must not be empty")
    if _CONTROL.search(text):
        raise _Refused(f"{shown(text)} holds control characters")
    return text


def _read_duration(raw: object, field: FieldOf) -> int:
    if isinstance(raw, str):
        return parse_iso(raw)
    raise _Refused(f"expected a duration such as PT4H, found {_type_name(raw)}")


def _read_estimate(raw: object, field: FieldOf) -> Estimate:
    if isinstance(raw, str):
        return Estimate.of(parse_iso(raw))
    if not isinstance(raw, dict):
        raise _Refused(
            "expected a duration, or an object with optimistic, likely and pessimistic, "
            f"found {_type_name(raw)}"
        )
    parts = cast("dict[str, object]", raw)
    names = ("optimistic", "likely", "pessimistic")
    if set(parts) != set(names):
        raise _Refused("expected exactly optimistic, likely and pessimistic")
    low, likely, high = (_read_duration(parts[name], field) for name in names)
    if not low <= likely <= high:
        raise _Refused("optimistic must not exceed likely, nor likely pessimistic")
    return Estimate(low, likely, high)


def _number(raw: object, field: FieldOf) -> float:
    if isinstance(raw, bool) or not isinstance(raw, int | float):
        raise _Refused(f"expected a number, found {_type_name(raw)}")
    if abs(raw) > _LARGEST_NUMBER or math.isnan(raw):
        raise _Refused("the number is too large")
    low, high = field.about.minimum, field.about.maximum
    if low is not None and raw < low:
        raise _Refused(f"must be at least {low:g}, found {raw:g}")
    if high is not None and raw > high:
        raise _Refused(f"must be at most {high:g}, found {raw:g}")
    return raw


def _read_integer(raw: object, field: FieldOf) -> int:
    number = _number(raw, field)
    if number != int(number):
        raise _Refused(f"expected a whole number, found {number:g}")
    return int(number)


def _read_number(raw: object, field: FieldOf) -> float:
    return float(_number(raw, field))


def _read_flag(raw: object, field: FieldOf) -> bool:
    if not isinstance(raw, bool):
        raise _Refused(f"expected true or false, found {_type_name(raw)}")
    return raw


def _read_choice(raw: object, field: FieldOf) -> str:
    text = _text(raw)
    if text not in field.about.choices:
        raise _Refused(f"{shown(text)} is none of {', '.join(field.about.choices)}")
    return text


def _read_date(raw: object, field: FieldOf) -> str:
    text = _text(raw)
    if text and not _DATE.fullmatch(text):
        raise _Refused(f"{shown(text)} is not a date such as 2026-03-31")
    return text


def _list(raw: object) -> list[object]:
    if not isinstance(raw, list):
        raise _Refused(f"expected a list, found {_type_name(raw)}")
    return cast("list[object]", raw)


def _read_tags(raw: object, field: FieldOf) -> tuple[str, ...]:
    return tuple(_text(item) for item in _list(raw))


def _read_references(raw: object, field: FieldOf) -> tuple[str, ...]:
    ids = tuple(_read_id(item, field) for item in _list(raw))
    if len(ids) < (field.about.minimum or 0):
        raise _Refused("must name at least one")
    twice = sorted({name for name in ids if ids.count(name) > 1}) if len(ids) > 1 else []
    if twice:
        raise _Refused(f"names {shown(twice[0])} more than once")
    return ids


def _read_counts(raw: object, field: FieldOf) -> dict[str, int]:
    if not isinstance(raw, dict):
        raise _Refused(f"expected an object of numbers, found {_type_name(raw)}")
    counts = cast("dict[str, object]", raw)
    return {_read_id(key, field): _read_integer(value, field) for key, value in counts.items()}


def _read_point(raw: object, field: FieldOf) -> tuple[float, float]:
    match _list(raw):
        case [x, y]:
            return (float(_number(x, field)), float(_number(y, field)))
        case _:
            raise _Refused("expected two numbers")


_READERS: Mapping[Kind, Callable[[object, FieldOf], object]] = {
    Kind.ID: _read_id,
    Kind.TEXT: _read_text,
    Kind.LONG_TEXT: _read_text,
    Kind.DURATION: _read_duration,
    Kind.ESTIMATE: _read_estimate,
    Kind.INTEGER: _read_integer,
    Kind.NUMBER: _read_number,
    Kind.FLAG: _read_flag,
    Kind.CHOICE: _read_choice,
    Kind.DATE: _read_date,
    Kind.TAGS: _read_tags,
    Kind.LINES: _read_tags,
    Kind.REFERENCE: _read_id,
    Kind.REFERENCES: _read_references,
    Kind.COUNTS: _read_counts,
    Kind.POINT: _read_point,
}


def write_record(record: Any) -> dict[str, Json]:  # noqa: ANN401 - any record dataclass
    """Return a record as a JSON object: declaration order, default values left out."""
    written: dict[str, Json] = {}
    values_of, fields = _written_fields(cast("type[Any]", type(record)))
    for value, (name, default, always, writer) in zip(values_of(record), fields, strict=True):
        if value is default and not always:
            continue
        if always or value != default:
            written[name] = value if writer is None or value is None else writer(value)
    return written


_Written: TypeAlias = tuple[str, object, bool, Callable[[Any], Json] | None]


@cache
def _written_fields(
    record: type[Any],
) -> tuple[Callable[[Any], tuple[Any, ...]], Sequence[_Written]]:
    """Return what gives all field values at once, and each name, default, duty and writer."""
    fields = fields_of(record)
    written = [
        (name, field.default, field.required or field.about.always, _WRITERS.get(field.about.kind))
        for name, field in fields.items()
    ]
    if len(fields) == 1:
        (name,) = fields
        return lambda one: (getattr(one, name),), written
    return attrgetter(*fields), written


def write_value(value: Any, kind: Kind) -> Json:  # noqa: ANN401 - any field value
    """Return one field value as JSON."""
    if value is None:
        return None
    writer = _WRITERS.get(kind)
    return writer(value) if writer else value


_iso_text = lru_cache(maxsize=4096)(format_iso)


def _write_estimate(value: Estimate) -> Json:
    if value.is_certain:
        return _iso_text(value.likely)
    return {
        "optimistic": _iso_text(value.optimistic),
        "likely": _iso_text(value.likely),
        "pessimistic": _iso_text(value.pessimistic),
    }


def _write_number(value: float) -> Json:
    return int(value) if value == int(value) else value


def _write_list(value: Sequence[str]) -> Json:
    return list(value)


def _write_counts(value: Mapping[str, int]) -> Json:
    return dict(sorted(value.items()))


def _write_point(value: tuple[float, float]) -> Json:
    return [_write_number(number) for number in value]


def _write_records(value: Sequence[object]) -> Json:
    return [write_record(item) for item in value]


_WRITERS: Mapping[Kind, Callable[[Any], Json]] = {
    Kind.DURATION: _iso_text,
    Kind.ESTIMATE: _write_estimate,
    Kind.NUMBER: _write_number,
    Kind.TAGS: _write_list,
    Kind.LINES: _write_list,
    Kind.REFERENCES: _write_list,
    Kind.COUNTS: _write_counts,
    Kind.POINT: _write_point,
    Kind.RECORDS: _write_records,
}
