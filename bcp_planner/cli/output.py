"""What a command prints: one content, as JSON or laid out for reading."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from bcp_planner.domain.codec import Json
from bcp_planner.domain.durations import Duration, format_human, format_iso


@dataclass(frozen=True, slots=True)
class Output:
    """The result of a command.

    Attributes:
        document: What ``--json`` prints.
        lines: Makes the lines for reading; called only when they are wanted.
        exit_code: 0, or 1 for a check with errors.
    """

    document: Json
    lines: Callable[[], Iterable[str]]
    exit_code: int = 0

    def json_text(self) -> str:
        """Return one JSON document."""
        return json.dumps(self.document, ensure_ascii=False, indent=1)

    def text(self) -> str:
        """Return the content laid out for reading."""
        return "\n".join(self.lines())


def iso(moment: Duration | None) -> str | None:
    """Return a time for JSON; None stays null, "never"."""
    return None if moment is None else format_iso(moment)


def human(moment: Duration | None, never: str = "–") -> str:
    """Return a time for reading."""
    return never if moment is None else format_human(moment)


def at_least(text: str, *, lower_bound: bool) -> str:
    """Mark a figure that rests on an unknown estimate; nothing is more than never."""
    return f"at least {text}" if lower_bound and text != "never" else text


def yes_no(verdict: bool | None) -> str:
    """Return a verdict for reading; None means that there is no objective."""
    return "–" if verdict is None else "met" if verdict else "MISSED"


def counts(lists: Mapping[str, Sequence[str]]) -> str:
    """Return how many records of each list of the plan: `2 services, 1 strategy`, or `nothing`."""
    told: list[str] = []
    for name, ids in lists.items():
        words = name.replace("_", " ")
        if len(ids) == 1:
            words = f"{words[:-3]}y" if words.endswith("ies") else words.removesuffix("s")
        told.append(f"{len(ids)} {words}")
    return ", ".join(told) or "nothing"


def width(text: str) -> int:
    """Return how many terminal cells a text takes; East Asian wide characters take two."""
    wide = sum(unicodedata.east_asian_width(char) in "WF" for char in text)
    marks = sum(unicodedata.combining(char) > 0 for char in text)
    return len(text) + wide - marks


_LONGEST_RULE = 40
"""Cells under the last header; a terminal would break a longer line, and nothing follows it."""


def table(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Return rows in aligned columns under their headers."""
    cells = [list(headers), *(list(map(_printable, row)) for row in rows)]
    widths = [max(width(row[i]) for row in cells) for i in range(len(headers))]
    lines = ["  ".join(_padded(row, widths)).rstrip() for row in cells]
    rules = [*widths[:-1], min(widths[-1], _LONGEST_RULE)]
    return [lines[0], "  ".join("-" * rule for rule in rules), *lines[1:]]


def _padded(row: Sequence[str], widths: Sequence[int]) -> list[str]:
    return [text + " " * (column - width(text)) for text, column in zip(row, widths, strict=True)]


def _printable(text: str) -> str:
    """Return a text that cannot move the cursor or ring the bell."""
    return "".join(c if c.isprintable() else "�" for c in text)
