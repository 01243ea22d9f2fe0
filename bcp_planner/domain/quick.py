"""The quick way to read a record from JSON: no paths, no messages, only yes or no.

``codec.read_record`` tries this first and reads again, slowly, whatever is in any way unusual, so
that every message comes from one place. What is accepted here is accepted there with equal value.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any, NoReturn, TypeAlias, cast

from bcp_planner.domain.durations import parse_iso
from bcp_planner.domain.entities import Estimate
from bcp_planner.domain.fields import FieldOf, Kind, fields_of

Reader: TypeAlias = Callable[[Any], Any]

_SURE_DATE = re.compile(r"(?:\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))?", re.ASCII)
_LARGEST_NUMBER = 1e15

_duration_of = lru_cache(maxsize=4096)(parse_iso)


class _Unusual(ValueError):
    """Not to be decided here."""


def quick_record(record: type[Any], data: object) -> object | None:
    """Return the record that a JSON object describes, or None when it needs a closer look."""
    try:
        return _reader_of(record)(data)
    except (TypeError, ValueError, KeyError, AttributeError):
        return None


def _unusual() -> NoReturn:
    raise _Unusual


def _closer_look(_raw: object) -> NoReturn:
    raise _Unusual


@cache
def _reader_of(record: type[Any]) -> Reader:
    readers = {name: _field_reader(field) for name, field in fields_of(record).items()}
    make = _maker_of(record)

    def read(data: dict[str, object]) -> object:
        return make({name: readers[name](raw) for name, raw in data.items()})

    return read


def _maker_of(record: type[Any]) -> Callable[[dict[str, object]], object]:
    """Return what builds a record from some of its fields, each by its name.

    Setting the slots takes a third of the time of the constructor, which goes through
    ``object.__setattr__`` because the record is frozen.
    """
    fields = dataclasses.fields(record)
    if not hasattr(record, "__slots__") or hasattr(record, "__post_init__"):
        return lambda values: record(**values)
    new = object.__new__
    puts: list[Callable[..., None]] = [getattr(record, field.name).__set__ for field in fields]
    # In the order of the slots, so that values and slots can be walked side by side.
    blank = {f.name: None if f.default is dataclasses.MISSING else f.default for f in fields}
    made = [(f.name, f.default_factory) for f in fields if callable(f.default_factory)]
    optional = {f.name for f in fields if f.default is not dataclasses.MISSING} | dict(made).keys()
    required = blank.keys() - optional

    def make(values: dict[str, object]) -> object:
        if not required <= values.keys():
            _unusual()
        whole = {**blank, **values}
        for name, fresh in made:
            if name not in values:
                whole[name] = fresh()
        one = new(record)
        for put, value in zip(puts, whole.values(), strict=True):
            put(one, value)
        return one

    return make


def _field_reader(field: FieldOf) -> Reader:
    kind = field.about.kind
    if kind is Kind.RECORDS:
        return _records_reader(cast("type[Any]", field.about.record))
    if kind is Kind.CHOICE:
        return _choice_reader(field)
    if kind in {Kind.INTEGER, Kind.NUMBER, Kind.COUNTS}:
        return _NUMERIC[kind](field)
    if kind is Kind.REFERENCES:
        return _references_reader(int(field.about.minimum or 0))
    return _READERS.get(kind, _closer_look)


def _text(raw: str) -> str:
    # Printable text holds neither NUL nor halves of pairs; anything else is looked at closely.
    if type(raw) is str and (raw.isprintable() or (raw.isascii() and "\0" not in raw)):
        return raw
    _unusual()


def _id(raw: str) -> str:
    return raw if type(raw) is str and raw and raw.isprintable() else _unusual()


def _duration(raw: str) -> int:
    return _duration_of(raw) if type(raw) is str else _unusual()


@lru_cache(maxsize=4096)
def _certain(text: str) -> Estimate:
    return Estimate.of(parse_iso(text))


def _estimate(raw: str | dict[str, str]) -> Estimate:
    if isinstance(raw, str):
        return _certain(raw)
    estimate = Estimate(**{name: _duration(text) for name, text in raw.items()})
    rising = estimate.optimistic <= estimate.likely <= estimate.pessimistic
    return estimate if rising else _unusual()


def _flag(raw: bool) -> bool:
    return raw if type(raw) is bool else _unusual()


def _date(raw: str) -> str:
    return raw if type(raw) is str and _SURE_DATE.fullmatch(raw) else _unusual()


def _tags(raw: list[str]) -> tuple[str, ...]:
    return tuple([_text(item) for item in raw]) if type(raw) is list else _unusual()


def _plain_number(raw: float) -> float:
    usual = type(raw) in {int, float} and -_LARGEST_NUMBER <= raw <= _LARGEST_NUMBER
    return raw if usual else _unusual()


def _point(raw: list[float]) -> tuple[float, float]:
    x, y = raw if type(raw) is list else _unusual()
    return float(_plain_number(x)), float(_plain_number(y))


def _records_reader(record: type[Any]) -> Reader:
    def read(raw: list[object]) -> tuple[object, ...]:
        one = _reader_of(record)
        return tuple([one(item) for item in raw]) if type(raw) is list else _unusual()

    return read


def _choice_reader(field: FieldOf) -> Reader:
    choices = {choice: choice for choice in field.about.choices}
    return choices.__getitem__


def _references_reader(least: int) -> Reader:
    def read(raw: list[str]) -> tuple[str, ...]:
        ids = tuple([_id(item) for item in raw]) if type(raw) is list else _unusual()
        usual = len(ids) >= least and (len(ids) == 1 or len(set(ids)) == len(ids))
        return ids if usual else _unusual()

    return read


def _integer_reader(field: FieldOf) -> Reader:
    low, high = _bounds(field)

    def read(raw: int) -> int:
        return raw if type(raw) is int and low <= raw <= high else _unusual()

    return read


def _number_reader(field: FieldOf) -> Reader:
    low, high = _bounds(field)

    def read(raw: float) -> float:
        return float(raw) if type(raw) in {int, float} and low <= raw <= high else _unusual()

    return read


def _counts_reader(field: FieldOf) -> Reader:
    number = _integer_reader(field)

    def read(raw: dict[str, int]) -> dict[str, int]:
        return {_id(key): number(value) for key, value in raw.items()}

    return read


def _bounds(field: FieldOf) -> tuple[float, float]:
    low, high = field.about.minimum, field.about.maximum
    return (
        -_LARGEST_NUMBER if low is None else max(low, -_LARGEST_NUMBER),
        _LARGEST_NUMBER if high is None else min(high, _LARGEST_NUMBER),
    )


_NUMERIC: dict[Kind, Callable[[FieldOf], Reader]] = {
    Kind.INTEGER: _integer_reader,
    Kind.NUMBER: _number_reader,
    Kind.COUNTS: _counts_reader,
}
_READERS: dict[Kind, Reader] = {
    Kind.ID: _id,
    Kind.TEXT: _text,
    Kind.LONG_TEXT: _text,
    Kind.DURATION: _duration,
    Kind.ESTIMATE: _estimate,
    Kind.FLAG: _flag,
    Kind.DATE: _date,
    Kind.TAGS: _tags,
    Kind.LINES: _tags,
    Kind.REFERENCE: _id,
    Kind.POINT: _point,
}
