"""Where the table stands on a sheet that people made for people to read.

Headings may stand on several rows ("Recovery targets" above RTO and RPO), below titles and blank
rows; groups are written once and span the rows below; headings stand between the rows.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bcp_planner.interchange import values, workbooks
from bcp_planner.interchange.headings import header_row
from bcp_planner.interchange.workbooks import Cell, Sheet

_MOST_ABOVE = 2
"""Rows of group headings above the row of headings."""
_LONGEST_HEADING = 60
_FIRST_ROWS = 40
_UNIT_ONLY = re.compile(
    r"[\[(]?\s*(?:in\s+)?(?:h|hrs?|hours?|std|stunden|d|days?|tage|min|minutes?|minuten|"
    r"weeks?|wochen|s|sec|seconds?)\.?\s*[\])]?",
    re.IGNORECASE,
)

_Row = Sequence[Cell]
_Run = tuple[int, int]
"""First and last column below one heading."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The table of a sheet.

    Attributes:
        headings: The words above each column, from the top, as one line.
        tails: The lowest words of each heading.
        body: The rows below; cells of merged areas are filled.
        first: Number of the first row below, as the spreadsheet counts.
        sections: Texts that stand across the table, by index of their row in ``body``.
        merged_columns: Columns whose cells are merged downwards.
    """

    headings: Sequence[str]
    tails: Sequence[str]
    body: Sequence[_Row]
    first: int
    sections: Mapping[int, str]
    merged_columns: frozenset[int]


def laid_out(sheet: Sheet, words: Collection[str]) -> Layout | None:
    """Return the table of a sheet, or None when nothing looks like headings.

    Args:
        sheet: The sheet.
        words: Headings that the user has given a meaning.
    """
    rows = workbooks.filled(sheet)
    row = header_row(rows)
    if row is None:
        row = _chosen_row(rows, words)
    if row is None:
        return None
    bottom = _last_heading_row(sheet, rows, row)
    top = _first_heading_row(sheet, rows, row)
    block = [rows[n] if n == bottom else _spread(sheet, rows, n) for n in range(top, bottom + 1)]
    width = max(map(len, block))
    parts = [_parts(block, column) for column in range(width)]
    headings = [" ".join(part) for part in parts]
    below = bottom + 1
    sections = _sections(sheet, below, sum(1 for heading in headings if heading))
    columns = {left for (up, left), (down, _) in sheet.merged if up >= below and down > up}
    tails = [part[-1] if part else "" for part in parts]
    return Layout(headings, tails, rows[below:], sheet.first + below, sections, frozenset(columns))


def _chosen_row(rows: Sequence[_Row], words: Collection[str]) -> int | None:
    """Return the row that holds a heading the user has mapped, or the first row of texts."""
    first_rows = rows[:_FIRST_ROWS]
    for number, row in enumerate(first_rows):
        if any(values.one_line(cell) in words for cell in row if cell != ""):
            return number
    texts = [n for n, row in enumerate(first_rows) if len(_texts(row)) > 1 and _is_all_text(row)]
    return texts[0] if texts else None


def _texts(row: _Row) -> set[str]:
    return {text for cell in row if isinstance(cell, str) and (text := values.one_line(cell))}


def _is_all_text(row: _Row) -> bool:
    return all(isinstance(cell, str) or cell is None for cell in row)


def _parts(block: Sequence[_Row], column: int) -> list[str]:
    """Return the different texts above a column, from the top."""
    found: list[str] = []
    for row in block:
        text = values.one_line(row[column]) if column < len(row) else ""
        if text and text not in found:
            found.append(text)
    return found


# ------------------------------------------------------------------------------- rows of headings


def _first_heading_row(sheet: Sheet, rows: Sequence[_Row], row: int) -> int:
    top = row
    while top > 0 and row - top < _MOST_ABOVE and _groups_below(sheet, rows, top - 1):
        top -= 1
    return top


def _groups_below(sheet: Sheet, rows: Sequence[_Row], row: int) -> bool:
    """Whether a row holds headings of groups of the columns named in the row below it."""
    texts = _texts(rows[row])
    short = all(len(text) <= _LONGEST_HEADING for text in texts)
    if not texts or not short or not _is_all_text(rows[row]):
        return False
    runs = _runs(sheet, rows, row)
    if len(texts) == 1:  # a title starts at the left edge, or spans the table
        (run,) = runs or [(0, 0)]
        return run[0] > 0 and run[1] - run[0] + 1 < len(_texts(rows[row + 1]))
    down = any(up == row and end > row for (up, _), (end, _) in sheet.merged)
    return bool(runs) or down


def _runs(sheet: Sheet, rows: Sequence[_Row], row: int) -> list[_Run]:
    """Return the columns that each heading of a row stands above, where there are several."""
    merged = [
        (left, right)
        for (up, left), (down, right) in sheet.merged
        if up == row == down and right > left
    ]
    if merged or row + 1 >= len(sheet.rows):
        return sorted(merged)
    here, below = sheet.rows[row], sheet.rows[row + 1]
    runs: list[_Run] = []
    for column in range(min(len(here), len(below))):
        if _is_blank(below[column]):
            continue
        if not _is_blank(here[column]):
            runs.append((column, column))
        elif runs and runs[-1][1] == column - 1:
            runs[-1] = (runs[-1][0], column)
    return [(left, right) for left, right in runs if right > left]


def _spread(sheet: Sheet, rows: Sequence[_Row], row: int) -> _Row:
    """Return a row of headings with each one above all columns that it stands for."""
    spread = list(rows[row])
    for left, right in _runs(sheet, rows, row):
        spread[left : right + 1] = [spread[left]] * (right + 1 - left)
    return spread


def _last_heading_row(sheet: Sheet, rows: Sequence[_Row], row: int) -> int:
    """Return the row of the lowest headings: parts of a heading above, or units."""
    if row + 1 >= len(sheet.rows):
        return row
    below = {n: cell for n, cell in enumerate(sheet.rows[row + 1]) if not _is_blank(cell)}
    if not below or not all(isinstance(cell, str) for cell in below.values()):
        return row
    texts = [values.one_line(cell) for cell in below.values()]
    if all(_UNIT_ONLY.fullmatch(text) for text in texts):
        return row + 1
    inside = {n for left, right in _runs(sheet, rows, row) for n in range(left, right + 1)}
    others = [cell for n, cell in enumerate(sheet.rows[row]) if n not in inside]
    is_parts = set(below) <= inside and len(set(texts)) > 1 and not all(map(_is_blank, others))
    return row + 1 if is_parts else row


def _is_blank(cell: Cell) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())


# ------------------------------------------------------------------------------ rows of the table


def _sections(sheet: Sheet, below: int, width: int) -> dict[int, str]:
    """Return the texts that are merged across most of the table, by index of their row."""
    found: dict[int, str] = {}
    for (up, left), (down, right) in sheet.merged:
        if below <= up == down < len(sheet.rows) and (right - left + 1) * 2 >= max(width, 3):
            row = sheet.rows[up]
            told = [cell for cell in row if not _is_blank(cell)]
            if len(told) == 1 and isinstance(told[0], str):
                found[up - below] = values.one_line(told[0])
    return found


def is_written_once(column: Sequence[Cell]) -> bool:
    """Whether a column names each group in its first row only, and leaves the others empty."""
    told = [values.one_line(cell) for cell in column if not _is_blank(cell)]
    if not column or _is_blank(column[0]) or len(told) * 2 > len(column):
        return False
    return len(set(told)) == len(told) and any(_is_blank(b) for _, b in pairwise(column))
