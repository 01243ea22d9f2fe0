"""Field values as a person types and reads them, for line editors and table cells alike.

What is written here is also what goes to and comes from the clipboard.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, cast

from bcp_planner.domain.durations import DurationError, parse_human
from bcp_planner.domain.entities import Estimate
from bcp_planner.domain.fields import FieldOf, Kind
from bcp_planner.domain.plan import Plan
from ui import language, words
from ui.language import shown, tr

LINE_BREAK = " | "
"""Stands between the lines of a text where there is room for one line only."""

_UNKNOWN_WORDS = frozenset({"", "-", "–", "?", "unknown", "none"})
_DATE = re.compile(r"(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
_GERMAN_DATE = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_YES = frozenset({"yes", "y", "true", "1", "x", "✓", "ja"})
_NO = frozenset({"no", "n", "false", "0", "", "nein"})


class WrongText(ValueError):
    """Text that does not fit the field; the message is one sentence for the person typing."""


def to_text(field: FieldOf, value: object, plan: Plan) -> str:
    """Return a value as one line of text; unknown is empty, never a zero."""
    if value is None:
        return ""
    writer = _WRITERS.get(field.about.kind)
    return writer(field, value, plan) if writer else str(value)


def from_text(field: FieldOf, text: str, plan: Plan) -> object:
    """Return the value that a text means for a field.

    Raises:
        WrongText: if it means none; the value on screen should stay as it was.
    """
    cleaned = text.strip()
    if field.optional and cleaned.casefold() in _UNKNOWN_WORDS:
        return None
    return _READERS[field.about.kind](field, cleaned, plan)


def name_in(plan: Plan, table: str, record_id: str) -> str:
    """Return what a record of a list is called; its id when it is not there."""
    record = plan.table(table).get(record_id)
    if record is None:
        return record_id
    return str(getattr(record, "title", "") or getattr(record, "name", "") or record_id)


def find(plan: Plan, table: str, text: str) -> str | None:
    """Return the id of the record that a text names, by id or by name, case aside."""
    records = plan.table(table)
    if text in records:
        return text
    wanted = text.casefold()
    return next((key for key in records if name_in(plan, table, key).casefold() == wanted), None)


# ------------------------------------------------------------------------------------- writing


def _write_duration(field: FieldOf, value: Any, plan: Plan) -> str:  # noqa: ANN401
    return words.duration(value)


def _write_estimate(field: FieldOf, value: Any, plan: Plan) -> str:  # noqa: ANN401
    estimate = cast("Estimate", value)
    if estimate.is_certain:
        return words.duration(estimate.likely)
    parts = (estimate.optimistic, estimate.likely, estimate.pessimistic)
    return " / ".join(words.duration(part) for part in parts)


def _write_number(field: FieldOf, value: Any, plan: Plan) -> str:  # noqa: ANN401
    return language.number(value)


def _write_flag(field: FieldOf, value: Any, plan: Plan) -> str:  # noqa: ANN401
    return tr("yes") if value else tr("no")


def _write_choice(field: FieldOf, value: Any, plan: Plan) -> str:  # noqa: ANN401
    return words.choice(value)


def _write_tags(field: FieldOf, value: Any, plan: Plan) -> str:  # noqa: ANN401
    return ", ".join(value)


def _write_lines(field: FieldOf, value: Any, plan: Plan) -> str:  # noqa: ANN401
    return LINE_BREAK.join(value)


def _write_reference(field: FieldOf, value: Any, plan: Plan) -> str:  # noqa: ANN401
    return name_in(plan, field.about.target, value)


def _write_references(field: FieldOf, value: Any, plan: Plan) -> str:  # noqa: ANN401
    return ", ".join(name_in(plan, field.about.target, item) for item in value)


def _write_counts(field: FieldOf, value: Any, plan: Plan) -> str:  # noqa: ANN401
    counts = cast("Mapping[str, int]", value)
    names = ((name_in(plan, field.about.target, key), n) for key, n in counts.items())
    return ", ".join(f"{n} × {name}" for name, n in names)


def _write_records(field: FieldOf, value: Any, plan: Plan) -> str:  # noqa: ANN401
    return str(len(value)) if value else ""


def _write_date(field: FieldOf, value: Any, plan: Plan) -> str:  # noqa: ANN401
    return language.dated(value)


_WRITERS: Mapping[Kind, Callable[[FieldOf, Any, Plan], str]] = {
    Kind.DURATION: _write_duration,
    Kind.ESTIMATE: _write_estimate,
    Kind.NUMBER: _write_number,
    Kind.FLAG: _write_flag,
    Kind.CHOICE: _write_choice,
    Kind.DATE: _write_date,
    Kind.TAGS: _write_tags,
    Kind.LINES: _write_lines,
    Kind.REFERENCE: _write_reference,
    Kind.REFERENCES: _write_references,
    Kind.COUNTS: _write_counts,
    Kind.RECORDS: _write_records,
}


# ------------------------------------------------------------------------------------- reading


def _read_text(field: FieldOf, text: str, plan: Plan) -> str:
    return text


def _read_id(field: FieldOf, text: str, plan: Plan) -> str:
    if not text or not text.isprintable():
        raise WrongText(tr("An ID needs at least one character."))
    return text


def _read_duration(field: FieldOf, text: str, plan: Plan) -> int:
    if not text:
        return cast("int", field.default or 0)
    try:
        return parse_human(text)
    except DurationError as wrong:
        raise WrongText(f"{shown(str(wrong))}.") from None


def _read_estimate(field: FieldOf, text: str, plan: Plan) -> Estimate:
    parts = [part for part in re.split(r"\s*[/;|]\s*|\s+-\s+|\s*–\s*", text) if part]
    if len(parts) not in (1, 3):
        raise WrongText(tr("Type one duration, or three with slashes: 1 h / 2 h / 5 h."))
    values = [_read_duration(field, part, plan) for part in parts]
    return estimate(values[0], values[len(values) // 2], values[-1])


def estimate(optimistic: int, likely: int, pessimistic: int) -> Estimate:
    """Return a three-value estimate.

    Raises:
        WrongText: if the values do not rise.
    """
    if not optimistic <= likely <= pessimistic:
        raise WrongText(
            tr("The best case must not exceed the likely one, nor that the worst case.")
        )
    return Estimate(optimistic, likely, pessimistic)


def _read_number(field: FieldOf, text: str, plan: Plan) -> float:
    try:
        number = float(_plain_number(text))
    except ValueError:
        raise WrongText(tr("“{text}” is not a number.", text=text[:40])) from None
    low, high = field.about.minimum, field.about.maximum
    if (low is not None and number < low) or (high is not None and number > high):
        limit = (
            tr("at least {low:g}", low=low)
            if low is not None and number < low
            else tr("at most {high:g}", high=high)
        )
        raise WrongText(tr("{label} must be {limit}.", label=shown(field.about.label), limit=limit))
    if not abs(number) <= 1e15:  # also refuses not-a-number
        raise WrongText(tr("“{text}” is too large.", text=text[:40]))
    return number


def _plain_number(text: str) -> str:
    """Return a number with a point and no separators: both `1,234.5` and `1.234,5` are read."""
    text = text.replace(" ", "").replace("\u202f", "")
    if "," in text and "." in text:
        thousands = min(",", ".", key=text.rindex)
        text = text.replace(thousands, "")
    return text.replace(",", ".")


def _read_integer(field: FieldOf, text: str, plan: Plan) -> int:
    number = _read_number(field, text, plan)
    if number != int(number):
        raise WrongText(tr("{label} must be a whole number.", label=shown(field.about.label)))
    return int(number)


def _read_flag(field: FieldOf, text: str, plan: Plan) -> bool:
    word = text.casefold()
    if word not in _YES | _NO:
        raise WrongText(tr("Type yes or no."))
    return word in _YES


def _read_choice(field: FieldOf, text: str, plan: Plan) -> str:
    for option in field.about.choices:
        if text.casefold() in (option.casefold(), words.choice(option).casefold()):
            return option
    offered = ", ".join(words.choice(option) for option in field.about.choices)
    raise WrongText(tr("“{text}” is none of: {offered}.", text=text[:40], offered=offered))


def _read_date(field: FieldOf, text: str, plan: Plan) -> str:
    if not text or _DATE.fullmatch(text):
        return text
    if typed := language.date_of(text):
        return typed
    if german := _GERMAN_DATE.fullmatch(text):
        day, month, year = german.groups()
        return _read_date(field, f"{year}-{int(month):02d}-{int(day):02d}", plan)
    example = language.dated("2026-03-31")
    raise WrongText(
        tr("“{text}” is not a date; type for example {example}.", text=text[:40], example=example)
    )


def _read_tags(field: FieldOf, text: str, plan: Plan) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part for part in _parts(text) if part))


def _read_lines(field: FieldOf, text: str, plan: Plan) -> tuple[str, ...]:
    return tuple(line.strip() for line in re.split(r"[|\n]", text) if line.strip())


def _read_reference(field: FieldOf, text: str, plan: Plan) -> str:
    found = find(plan, field.about.target, text)
    if found is None:
        raise WrongText(
            tr(
                "“{text}” is not among the {target}.",
                text=text[:40],
                target=shown(field.about.target),
            )
        )
    return found


def _read_references(field: FieldOf, text: str, plan: Plan) -> tuple[str, ...]:
    found = tuple(dict.fromkeys(_read_reference(field, part, plan) for part in _parts(text)))
    if len(found) < (field.about.minimum or 0):
        raise WrongText(tr("{label} must name at least one.", label=shown(field.about.label)))
    return found


def _read_counts(field: FieldOf, text: str, plan: Plan) -> dict[str, int]:
    counts: dict[str, int] = {}
    for part in _parts(text):
        number, name = _counted(part)
        counts[_read_reference(field, name, plan)] = number
    return counts


def _counted(part: str) -> tuple[int, str]:
    match = re.fullmatch(r"(\d{1,4})\s*[×x*]\s*(.+)", part)
    number, name = (int(match.group(1)), match.group(2)) if match else (1, part)
    if number < 1:
        raise WrongText(tr("“{part}”: the number of people must be at least 1.", part=part[:40]))
    return number, name


def _read_records(field: FieldOf, text: str, plan: Plan) -> Sequence[object]:
    raise WrongText(tr("{label} are edited in the inspector.", label=shown(field.about.label)))


def _parts(text: str) -> list[str]:
    return [part.strip() for part in re.split(r"[,;\n]", text) if part.strip()]


_READERS: Mapping[Kind, Callable[[FieldOf, str, Plan], object]] = {
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
    Kind.LINES: _read_lines,
    Kind.REFERENCE: _read_reference,
    Kind.REFERENCES: _read_references,
    Kind.COUNTS: _read_counts,
    Kind.POINT: _read_records,
    Kind.RECORDS: _read_records,
}
