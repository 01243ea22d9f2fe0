"""Descriptions of record fields: one source for the file, the JSON Schema, forms and tables.

A record is a frozen dataclass whose fields are annotated ``Annotated[type, Field(...)]``. Every
part of the program that treats all fields alike (reading, writing, the inspector, the table, the
schema) asks ``fields_of`` instead of keeping a list of its own.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Annotated, Any, get_args, get_origin, get_type_hints


class Kind(Enum):
    """What a field holds; decides how it is read, written, shown and edited."""

    ID = "id"
    TEXT = "text"
    LONG_TEXT = "long text"
    DURATION = "duration"
    ESTIMATE = "estimate"
    INTEGER = "integer"
    NUMBER = "number"
    FLAG = "flag"
    CHOICE = "choice"
    DATE = "date"
    TAGS = "tags"
    LINES = "lines"
    REFERENCE = "reference"
    REFERENCES = "references"
    COUNTS = "counts"
    POINT = "point"
    RECORDS = "records"


@dataclass(frozen=True, slots=True)
class Field:
    """What a person and a program need to know of one field.

    Attributes:
        kind: What the field holds.
        label: Name on screen and paper, sentence case.
        help: One sentence that defines the term.
        group: Heading under which forms show the field.
        choices: Allowed values of a ``CHOICE``, in the order they are offered.
        target: List of the plan that a reference or a count points into.
        record: Record type of the parts of ``RECORDS``.
        minimum: Smallest allowed number (also the number of items of ``REFERENCES``).
        maximum: Largest allowed number.
        always: Written to files even when it has its default value.
    """

    kind: Kind
    label: str
    help: str = ""
    group: str = ""
    choices: tuple[str, ...] = ()
    target: str = ""
    record: type[Any] | None = None
    minimum: float | None = None
    maximum: float | None = None
    always: bool = False


@dataclass(frozen=True, slots=True)
class FieldOf:
    """A field of a record type: its name, description, default and whether it must be given."""

    name: str
    about: Field
    default: object
    required: bool
    optional: bool
    """Whether the value may be ``None`` (unknown)."""


@cache
def fields_of(record: type[Any]) -> Mapping[str, FieldOf]:
    """Return the described fields of a record type by name, in declaration order."""
    hints = get_type_hints(record, include_extras=True)
    described: dict[str, FieldOf] = {}
    for field in dataclasses.fields(record):
        hint = hints[field.name]
        if get_origin(hint) is not Annotated:
            continue
        value_type, about = get_args(hint)[:2]
        required = field.default is dataclasses.MISSING and (
            field.default_factory is dataclasses.MISSING
        )
        default: object = None if required else _default_of(field)
        optional = type(None) in get_args(value_type)
        described[field.name] = FieldOf(field.name, about, default, required, optional)
    return described


def _default_of(field: dataclasses.Field[Any]) -> object:
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    return field.default
