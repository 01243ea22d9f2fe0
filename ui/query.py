"""Filters as people type them: `owner:ward kind:application rto<4h tag:critical`.

A filter is conditions that all have to hold. A condition is a word that occurs in any field, or a
field with what its value shall be:

* `owner:ward` the text contains it; `kind:data,network` one of several; `owner:"Ada Lovelace"`
* `rto<4h`, `tier<=2`, `blast>=10` compare durations and numbers; an unknown value never fits
* `owner:none` nothing is known; `owner:any` something is
* `-kind:data` the contrary
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from bcp_planner.domain.durations import DurationError, parse_human
from bcp_planner.domain.entities import Service
from bcp_planner.domain.fields import Kind
from ui import words as words_of
from ui.language import shown, tr
from ui.models.columns import Column, FieldColumn, Figure

CONTAINS = ":"
_SIGNS: Mapping[str, Callable[[float, float], bool]] = {
    "<=": operator.le,
    ">=": operator.ge,
    "<": operator.lt,
    ">": operator.gt,
    "=": operator.eq,
}
SIGNS = (CONTAINS, *_SIGNS)
"""What can stand between a field and a value."""

NONE, ANY = "none", "any"
"""In place of a value: unknown or empty, and its contrary."""

_ALIASES: Mapping[str, str] = {
    "title": "name",
    "tag": "tags",
    "type": "kind",
    "person": "owner",
    "team": "owner",
    "mtd": "mtpd",
    "mao": "mtpd",
    "status": "state",
    "dependants": "blast",
}
_PREFIXED = ("site", "group")
"""Tags that begin with this word and a colon count as a field of this name too."""
_WORDY_FIGURES = ("state", "verdict")
"""Results that are found by their words, like fields."""

_TERM = re.compile(
    r"""(?P<not>-?)
    (?:(?P<field>[^\W\d][\w-]*)(?P<sign><=|>=|[:<>=]))?
    (?P<value>(?:"[^"]*"?|[^\s"])*)""",
    re.VERBOSE,
)
_TIMES = (Kind.DURATION, Kind.ESTIMATE)
_TIMES_OF_FIGURES = frozenset(
    {"required_rto", "down_at", "outage", "slack", "latest_finish", "room", "data_loss"}
)
_NUMBERS = (Kind.INTEGER, Kind.NUMBER)


class WrongQuery(ValueError):
    """A filter that cannot be understood; the message is one sentence that says what to do."""


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition of a filter.

    Attributes:
        value: What is looked for, as it was typed, without quotation marks.
        field: Name of the field; empty for a word in any field.
        sign: One of `SIGNS`.
        contrary: Whether it must not hold.
    """

    value: str
    field: str = ""
    sign: str = CONTAINS
    contrary: bool = False

    def __str__(self) -> str:
        """Return the condition as it is typed."""
        value = f'"{self.value}"' if re.search(r"\s|^$", self.value) else self.value
        named = f"{self.field}{self.sign}" if self.field else ""
        return f"{'-' if self.contrary else ''}{named}{value}"


def parse(text: str) -> tuple[Condition, ...]:
    """Return the conditions of a filter; a condition still without a value is left out."""
    found: list[Condition] = []
    for match in _TERM.finditer(text):
        value = match["value"].replace('"', "").strip()
        if value:
            sign, field = match["sign"] or CONTAINS, (match["field"] or "").casefold()
            found.append(Condition(value, field, sign, bool(match["not"])))
    return tuple(found)


def written(conditions: Sequence[Condition]) -> str:
    """Return conditions as they are typed."""
    return " ".join(map(str, conditions))


Test = Callable[[Service], bool]


class Query:
    """A filter over the columns of the table of services."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self._columns = {column.name: column for column in columns}
        labels = {_plain(column.label): column.name for column in columns}
        labels |= {_plain(shown(column.label)): column.name for column in columns}
        self._names = {**labels, **_ALIASES, **{name: name for name in self._columns}}
        self._lines: dict[str, tuple[Service, str]] = {}

    def names(self) -> list[str]:
        """Return the fields that can be asked for, shortest way to write them."""
        return [*self._columns, *(name for name in _PREFIXED if name not in self._columns)]

    def column(self, field: str) -> Column | None:
        """Return the column that a typed field means."""
        return self._columns.get(self._names.get(field.casefold(), ""))

    def test(self, conditions: Sequence[Condition]) -> Test:
        """Return whether a service meets all conditions, as a function.

        Raises:
            WrongQuery: if a field is not known, or a value cannot be compared.
        """
        tests = [self._of(condition) for condition in conditions]
        return lambda service: all(test(service) for test in tests)

    def uses_figures(self, conditions: Sequence[Condition]) -> bool:
        """Tell whether results of the analysis decide, so that new ones change what fits."""
        columns = [self.column(condition.field) for condition in conditions if condition.field]
        return any(isinstance(column, Figure) for column in columns)

    # ------------------------------------------------------------------------------- inside

    def _of(self, condition: Condition) -> Test:
        test = self._plain(condition)
        return (lambda service: not test(service)) if condition.contrary else test

    def _plain(self, condition: Condition) -> Test:
        if not condition.field:
            return self._anywhere(condition.value.casefold())
        column = self.column(condition.field)
        if condition.field in _PREFIXED:
            return _tagged(condition, column)
        if column is None:
            raise WrongQuery(
                tr(
                    "There is no field “{field}”; type owner, kind, tag, rto or another one of "
                    "the table's columns.",
                    field=condition.field,
                )
            )
        return _of_column(column, condition)

    def _anywhere(self, word: str) -> Test:
        figures = [self._columns[name] for name in _WORDY_FIGURES if name in self._columns]

        def test(service: Service) -> bool:
            if word in self._line(service):
                return True
            return any(word in column.text(service).casefold() for column in figures)

        return test

    def _line(self, service: Service) -> str:
        """Return all fields of a service in small letters, remembered until it changes."""
        known = self._lines.get(service.id)
        if known is None or known[0] is not service:
            columns = self._columns.values()
            texts = (column.text(service) for column in columns if isinstance(column, FieldColumn))
            known = self._lines[service.id] = (service, "\n".join(texts).casefold())
        return known[1]


def _of_column(column: Column, condition: Condition) -> Test:
    if condition.sign == "=" and not is_measured(column):
        wanted = {condition.value.casefold()}
        if is_chosen(column):
            wanted.add(words_of.choice(condition.value.casefold()).casefold())
        return lambda service: column.text(service).casefold() in wanted
    if condition.sign != CONTAINS:
        return _compared(column, condition)
    if condition.value.casefold() in (NONE, ANY):
        known = condition.value.casefold() == ANY
        return lambda service: bool(column.text(service)) is known
    words = [word.strip().casefold() for word in condition.value.split(",") if word.strip()]
    if is_measured(column):
        wishes = [replace(condition, value=word, sign="=") for word in words]
        tests = [_compared(column, wish) for wish in wishes]
        return lambda service: any(test(service) for test in tests)
    if is_chosen(column):  # also by the English word, which is what files and the guide have
        words += [words_of.choice(word).casefold() for word in words]
    return lambda service: _holds_one(column.text(service).casefold(), words)


def _holds_one(text: str, words: Sequence[str]) -> bool:
    return any(word in text for word in words)


def _compared(column: Column, condition: Condition) -> Test:
    if not is_measured(column):
        raise WrongQuery(
            tr(
                "{label} is text, which cannot be compared; type {field}:… instead.",
                label=column.label,
                field=condition.field,
            )
        )
    limit, holds = _number(column, condition), _SIGNS[condition.sign]

    def test(service: Service) -> bool:
        unknown, value, _ = column.key(service)
        return not unknown and holds(value, limit)

    return test


def _number(column: Column, condition: Condition) -> float:
    text = condition.value
    try:
        return float(parse_human(text)) if is_time(column) else float(text.replace(",", "."))
    except (DurationError, ValueError):
        hint = tr("4h or 2d") if is_time(column) else tr("3")
        raise WrongQuery(
            tr(
                "“{text}” cannot be compared with {label}; type for example {field}{sign}{hint}.",
                text=text,
                label=column.label,
                field=condition.field,
                sign=condition.sign,
                hint=hint,
            )
        ) from None


def is_time(column: Column) -> bool:
    """Tell whether a column holds durations."""
    if isinstance(column, FieldColumn):
        return column.field.about.kind in _TIMES
    return column.name in _TIMES_OF_FIGURES


def is_measured(column: Column) -> bool:
    """Tell whether a column's values have a size, and not only a text."""
    if isinstance(column, FieldColumn):
        return column.field.about.kind in (*_TIMES, *_NUMBERS)
    return column.name not in ("state", "verdict", "requires")


def is_chosen(column: Column) -> bool:
    """Tell whether a column's values are words of the program, in the window's language."""
    if isinstance(column, FieldColumn):
        return column.field.about.kind is Kind.CHOICE
    return column.name in _WORDY_FIGURES


def _tagged(condition: Condition, column: Column | None) -> Test:
    begin = f"{condition.field}:"
    words = [word.strip().casefold() for word in condition.value.split(",") if word.strip()]

    def names(service: Service) -> list[str]:
        own = [column.text(service)] if column is not None else []
        own += [tag[len(begin) :] for tag in service.tags if tag.startswith(begin)]
        return [name.casefold() for name in own if name]

    def test(service: Service) -> bool:
        if words in ([NONE], [ANY]):
            return bool(names(service)) is (words == [ANY])
        return any(_holds_one(name, words) for name in names(service))

    return test


def _plain(label: str) -> str:
    return re.sub(r"\W+", "-", label.casefold()).strip("-")
