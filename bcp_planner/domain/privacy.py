"""A plan without the people in it, to be shown to others.

What goes: all contacts and what refers to them; every field that names a person; numbers to call;
records of who said and did what; and any text in which one of these people is named, or a
contact's number, address or reference is quoted. Names of services, teams, roles and departments
stay: they are what the plan is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, cast

from bcp_planner.domain import edits
from bcp_planner.domain.fields import Kind, fields_of
from bcp_planner.domain.plan import LISTS, Plan

REMOVED = "(removed)"

_PERSONAL = {
    "services": ("owner", "break_glass"),
    "vital_records": ("owner",),
    "copies": ("holder",),
    "revisions": ("author", "approver"),
    "events": ("sponsor", "contact", "participants", "log_count", "log_seal"),
    "actions": ("owner", "verified_by", "change"),
    "assessments": ("by",),
}
_PERSONAL_PARTS = {"injects": ("sender", "receiver", "controller")}
"""Fields of records inside records."""
_PERSONAL_INFO = ("owner", "approved_by", "hotline", "bridge")
_NAMING = (
    ("services", "owner"),
    ("vital_records", "owner"),
    ("copies", "holder"),
    ("revisions", "author"),
    ("revisions", "approver"),
    ("events", "sponsor"),
    ("events", "contact"),
    ("actions", "owner"),
    ("actions", "verified_by"),
    ("assessments", "by"),
    ("log", "by"),
)
"""Of the emptied fields, those that hold one name and nothing else."""
_KEPT_KINDS = {Kind.ID, Kind.REFERENCE, Kind.REFERENCES, Kind.CHOICE, Kind.COUNTS}
_SHORTEST = 4
_AFTER_A_NAME = re.compile(r"\s*[,;(/]")
"""What parts a name from the function that goes with it: `Anna Bell (IT)`."""
_WORD = r"[^\W\d_][\w.’'-]*"
_FULL_NAME = re.compile(rf"({_WORD}(?: {_WORD}){{0,2}}) ({_WORD})")
_SURNAME_FIRST = re.compile(rf"({_WORD}), ({_WORD}(?: {_WORD})?)")
_TITLES = (
    "Dr",
    "Dr.",
    "Prof",
    "Prof.",
    "Mr",
    "Mr.",
    "Mrs",
    "Mrs.",
    "Ms",
    "Ms.",
    "Herr",
    "Herrn",
    "Frau",
)
_NUMBER = re.compile(r"[+(]?\d[\d\s()./-]{5,}\d")
_BETWEEN_DIGITS = r"[\s()./-]*"


def without_persons(plan: Plan) -> Plan:
    """Return the plan without personal data; what it computes stays the same."""
    quoted = _pattern(plan)
    bare = edits.remove(plan, "log", list(plan.log))
    bare = edits.remove(bare, "contacts", list(bare.contacts))
    tables: dict[str, Any] = {
        name: {key: _scrubbed(_emptied(record, name), quoted) for key, record in table.items()}
        for name in LISTS
        if (table := bare.table(name))
    }
    info = _scrubbed(_reset(bare.info, _PERSONAL_INFO), quoted)
    return replace(bare, info=info, **tables)


def personal_texts(plan: Plan) -> frozenset[str]:
    """Return what must not appear any more: who is named in a field that is emptied, and contacts.

    A desk that has the name of a service, team, role or department is no person, so its name
    stays.
    """
    named = (*plan.services.values(), *plan.teams.values(), *plan.roles.values())
    kept = {record.name for record in named} | {s.unit for s in plan.services.values()}
    found = {*_of_contacts(plan), *_of_people(plan)}
    found |= {form for text in found for form in _other_forms(text)}
    return frozenset(text for text in found if len(text) >= _SHORTEST) - kept


def _other_forms(text: str) -> Iterator[str]:
    """Yield how else somebody may be named.

    Without title or function, and with the surname first or last.
    """
    turned = _SURNAME_FIRST.fullmatch(text)
    name = f"{turned[2]} {turned[1]}" if turned else _AFTER_A_NAME.split(text, maxsplit=1)[0]
    while name.partition(" ")[0] in _TITLES:
        name = name.partition(" ")[2]
    full = _FULL_NAME.fullmatch(name)
    if full is not None:
        yield name
        yield f"{full[2]}, {full[1]}"


def _of_contacts(plan: Plan) -> Iterator[str]:
    for contact in plan.contacts.values():
        yield contact.name.strip()
        yield contact.phone.strip()
        yield contact.other_phone.strip()
        yield contact.email.strip()
        yield contact.reference.strip()
        yield contact.verified_by.strip()


def _of_people(plan: Plan) -> Iterator[str]:
    """Yield what stands in the fields that name somebody."""
    yield from (plan.info.owner.strip(), plan.info.approved_by.strip())
    for table, name in _NAMING:
        for record in plan.table(table).values():
            yield str(getattr(record, name)).strip()
    for event in plan.events.values():
        yield from (person.name.strip() for person in event.participants)


def _pattern(plan: Plan) -> re.Pattern[str] | None:
    texts = sorted(personal_texts(plan), key=len, reverse=True)
    with_title = "|".join(map(re.escape, sorted(_TITLES, key=len, reverse=True)))
    surnames = {found[1] for text in texts if (found := _SURNAME_FIRST.fullmatch(text))}
    with_title = rf"\b(?:{with_title}) (?:{'|'.join(map(re.escape, sorted(surnames)))})\b"
    patterns = [*map(_written, texts), *([with_title] if surnames else [])]
    return re.compile("|".join(patterns), re.IGNORECASE) if texts else None


def _written(text: str) -> str:
    """Return a pattern of a text; a number to call is one however its digits are grouped."""
    if _NUMBER.fullmatch(text) is None:
        return re.escape(text)
    digits = re.findall(r"\d", text)
    plus = r"\+?" if text.startswith("+") else ""
    return rf"{plus}\(?{_BETWEEN_DIGITS.join(digits)}"


def _emptied(record: Any, table: str) -> Any:  # noqa: ANN401 - any record of a plan
    emptied = _reset(record, _PERSONAL.get(table, ()))
    for name, personal in _PERSONAL_PARTS.items():
        if hasattr(emptied, name):
            parts = tuple(_reset(part, personal) for part in getattr(emptied, name))
            emptied = replace(emptied, **{name: parts})
    return emptied


def _reset(record: Any, names: tuple[str, ...]) -> Any:  # noqa: ANN401
    """Return the record with these fields as in a new one."""
    defaults = {field.name: field.default for field in fields(record)}
    return replace(record, **{name: defaults[name] for name in names if name in defaults})


def _scrubbed(value: Any, quoted: re.Pattern[str] | None) -> Any:  # noqa: ANN401
    """Return a value with every quoted contact taken out of its texts."""
    if quoted is None:
        return value
    if isinstance(value, str):
        return quoted.sub(REMOVED, value)
    if isinstance(value, tuple):
        parts = cast("tuple[object, ...]", value)
        return tuple(_scrubbed(part, quoted) for part in parts)
    if is_dataclass(value) and not isinstance(value, type):
        kept = {n for n, field in fields_of(type(value)).items() if field.about.kind in _KEPT_KINDS}
        if "name" in fields_of(type(value)) and type(value) in _NAMED:
            kept.add("name")
        new = {
            field.name: _scrubbed(getattr(value, field.name), quoted)
            for field in fields(value)
            if field.name not in kept
        }
        return replace(value, **new)
    return value


_NAMED = tuple(LISTS[name] for name in ("services", "teams", "roles"))
