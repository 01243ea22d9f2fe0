"""Rows of a table of services that are no services: totals, notes, headings; and dittos."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from bcp_planner.interchange import cells, values
from bcp_planner.interchange.headings import OWN_FIELDS

Told: TypeAlias = tuple[str, str, object]
"""Heading, field and value of a cell that says something."""

_TOTAL = re.compile(
    r"(?:grand |sub-?\s?|zwischen)?(?:total|sum|summe|gesamt|anzahl|count)\b", re.IGNORECASE
)
_COUNT = re.compile(r"\d+ [^\W\d]+")
"""A name that only counts: "8 applications"."""
_NOTE = re.compile(
    r"[*†‡¹²³]|(?:notes?|remarks?|legend|legende|source|quelle|hinweise?|anmerkung(?:en)?|stand)"
    r"\s*:",
    re.IGNORECASE,
)
_DITTO = frozenset(['"', "''", "”", "〃", "same", "same as above", "as above", "see above", "ditto",
                    "dito", "siehe oben", "s.o", "wie oben", "idem"])  # fmt: skip
_LONGEST_DITTO = 16
_WORDS_OF_A_NOTE = 8
_GROUP_FIELDS = frozenset(("kind", "tags", *OWN_FIELDS))
_NAMELESS = "it has neither a name nor an ID"


def why_no_service(told: Sequence[Told], row: Sequence[object], columns: int) -> str:
    """Return why a row of a table of services is none, or ''.

    Args:
        told: Its cells that say something, in the columns that have a meaning.
        row: All its cells.
        columns: How many columns have a meaning.
    """
    names = [values.one_line(value) for _, name, value in told if name in {"name", "id"}]
    if not any(not cells.is_nothing(name) for name in names) and not _is_note(told, columns):
        return _NAMELESS
    if _is_total(names, told, row):
        return "a total, not a service"
    if _is_note(told, columns):
        return "a note below or between the rows, not a service"
    if (
        len(told) > 1
        and told[0][2] == told[0][0]
        and all(values.one_line(value) == heading for heading, _, value in told)
    ):
        return "the headings once more"
    return ""


def _is_total(names: Sequence[str], told: Sequence[Told], row: Sequence[object]) -> bool:
    """Whether a row sums others up: the word in a name or the first cell, and only numbers."""
    words = (values.one_line(told[0][2]), *names)
    total = next((text for text in words if _TOTAL.match(text)), "")
    if not total:
        return False
    texts = [v for _, name, v in told if isinstance(v, str) and name not in _GROUP_FIELDS]
    counts = {name for name in names if _COUNT.fullmatch(name)}
    others = {values.one_line(text) for text in texts} - {total} - counts
    if any(values.number(text) is None for text in others):
        return False
    is_alone = sum(1 for cell in row if cell not in ("", None)) == 1
    return not is_alone or len(total.split()) == 1 or any(map(str.isdigit, total))


def _is_note(told: Sequence[Told], columns: int) -> bool:
    first = values.one_line(told[0][2]) if told else ""
    is_long = first.count(" ") >= _WORDS_OF_A_NOTE
    looks_so = is_long or " = " in first or _NOTE.match(first) is not None
    return len(told) == 1 < columns and looks_so


def without_dittos(
    told: Sequence[Told], above: Mapping[str, object]
) -> tuple[list[Told], list[tuple[str, str]]]:
    """Return the cells of a row with those that say "same as above" replaced, and what was done.

    Args:
        told: The cells of the row that say something.
        above: The cells of the row above, by heading.
    """
    if not any(_is_ditto(value) for _, _, value in told):
        return list(told), []
    found: list[Told] = []
    notes: list[tuple[str, str]] = []
    for heading, name, value in told:
        if not _is_ditto(value):
            found.append((heading, name, value))
        elif heading in above:
            found.append((heading, name, above[heading]))
            notes.append((f"{heading}: {value} (note)", "the cell above is taken"))
        else:
            why = "the cell above holds nothing that it could stand for"
            notes.append((f"{heading}: {value}", why))
    return found, notes


def _is_ditto(value: object) -> bool:
    return (
        isinstance(value, str)
        and len(value) <= _LONGEST_DITTO
        and value.strip(" .").casefold() in _DITTO
    )
