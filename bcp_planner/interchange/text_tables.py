"""Tables as text: CSV with any delimiter, and cells pasted from a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from bcp_planner.interchange import guards

_DELIMITERS = ",;\t|"
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_SAMPLE_LINES = 40
_RUNNABLE = re.compile(r"'*[=+\-@\t\r\n]")


def rows(text: str, source: str, delimiter: str | None = None) -> list[list[str]]:
    """Return the rows of a text table, cells as they stand there.

    Raises:
        InputRefused: if it is no table or has too many cells.
    """
    if not text:
        return []
    chosen = delimiter or delimiter_of(text)
    if text.count(chosen) + text.count("\n") > guards.MOST_CELLS:
        raise guards.refuse(source, f"more than {guards.MOST_CELLS:,} cells, too many to read")
    csv.field_size_limit(guards.LONGEST_CELL)
    try:
        return list(csv.reader(_lines(text), delimiter=chosen))
    except csv.Error as error:
        raise guards.refuse(source, "it is no table; check quotes and save it again") from error


def _lines(text: str) -> Iterator[str]:
    """Yield the lines with their ends, without a second copy of the text."""
    for match in _LINE.finditer(text):
        yield match.group()


def delimiter_of(text: str) -> str:
    """Return the delimiter that cuts the first lines into rows of the most equal width."""
    sample = "\n".join(text[:100_000].splitlines()[:_SAMPLE_LINES])
    first_line = text.partition("\n")[0].strip().lower()
    if first_line.startswith("sep=") and len(first_line) == 5:  # noqa: PLR2004 - Excel's own hint
        return first_line[4]
    return max(_DELIMITERS, key=lambda mark: _fitness(sample, mark))


def _fitness(sample: str, delimiter: str) -> tuple[float, int]:
    """Return how well a delimiter fits: share of rows of the usual width, then that width."""
    try:
        widths = [len(row) for row in csv.reader(io.StringIO(sample), delimiter=delimiter) if row]
    except csv.Error:
        return (0.0, 0)
    if not widths:
        return (0.0, 0)
    usual = max(set(widths), key=lambda width: (widths.count(width), width))
    if usual < 2:  # noqa: PLR2004 - one column fits any delimiter
        return (0.0, max(widths))
    return (widths.count(usual) / len(widths), usual)


def harmless(cell: str) -> str:
    """Return a cell that no spreadsheet runs as a formula; ``as_written`` gives it back."""
    return "'" + cell if _RUNNABLE.match(cell) else cell


def as_written(cell: str) -> str:
    """Return the cell that ``harmless`` was given."""
    return cell[1:] if cell.startswith("'") and _RUNNABLE.match(cell) else cell


def to_csv(table: list[list[str]]) -> bytes:
    """Return rows as CSV that any spreadsheet opens: UTF-8 with mark, commas, CRLF."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows(
        [harmless(cell) for cell in row] for row in table
    )
    return b"\xef\xbb\xbf" + out.getvalue().encode()
