"""Records as flat attributes of text, for formats that know nodes and edges with attributes.

A text stands as it is, with characters that XML cannot hold written as ``_x0001_``; everything
else stands as the JSON of plan files, so that reading gives the same record.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from bcp_planner.domain.codec import read_record, write_record
from bcp_planner.domain.fields import Kind, fields_of

T = TypeVar("T")
_AWKWARD = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]|_x(?=[0-9A-Fa-f]{4}_)"
)
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_TEXTS = frozenset({Kind.ID, Kind.TEXT, Kind.LONG_TEXT, Kind.CHOICE, Kind.DATE, Kind.REFERENCE})


def escaped(text: str) -> str:
    """Return a text that XML and spreadsheets can hold; ``unescaped`` gives it back."""
    return _AWKWARD.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    return "_x005F_x" if match.group() == "_x" else f"_x{ord(match.group()):04X}_"


def unescaped(text: str) -> str:
    """Return the text that ``escaped`` was given."""
    return _ESCAPE.sub(lambda match: chr(int(match.group(1), 16)), text)


def attributes_of(record: object) -> dict[str, str]:
    """Return the fields of a record as texts; fields with their usual value are left out."""
    described = fields_of(cast("type[Any]", type(record)))
    return {
        name: escaped(str(value))
        if described[name].about.kind in _TEXTS
        else escaped(json.dumps(value, ensure_ascii=False))
        for name, value in write_record(record).items()
    }


def record_of(
    record: type[T], attributes: Mapping[str, str], path: str, problems: list[str]
) -> T | None:
    """Return the record that texts stand for, or None after noting every problem."""
    described = fields_of(record)
    data: dict[str, object] = {}
    for name, raw in attributes.items():
        if name not in described:
            continue
        text = unescaped(raw)
        if described[name].about.kind in _TEXTS:
            data[name] = text
            continue
        try:
            data[name] = json.loads(text)
        except (ValueError, RecursionError):
            problems.append(f"{path}.{name}: it was changed so that it cannot be read")
            return None
    return read_record(record, data, path, problems)
