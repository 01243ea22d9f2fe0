"""Sheets of spreadsheets as rows of plain values. No formula and no macro is ever run."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TypeAlias, cast

from bcp_planner.interchange import guards, text_tables
from bcp_planner.interchange.sources import Source

Cell: TypeAlias = object
"""A text, number, truth value, date, time or duration; empty cells are ''."""

ENDINGS = (".xlsx", ".xlsm", ".xls", ".ods", ".xlsb")
_LOCKED_XLSX = "EncryptedPackage".encode("utf-16-le")
_DAY_0 = datetime.datetime(1899, 12, 31)
_LARGEST_OLD = 12_000_000
"""Bytes of an .xls file, which packs its cells closer."""
_REFERENCE = re.compile(rb'<(?:\w+:)?c [^>]*?\br="([A-Z]{1,3})([0-9]{1,7})"')
_ODS_ROW = re.compile(rb"<table:table-row\b([^>]*)>(.*?)</table:table-row>", re.DOTALL)
_ODS_CELL = re.compile(rb"<table:(?:covered-)?table-cell\b([^>]*?)(/?)>")
_ODS_REPEAT = re.compile(rb'number-(rows|columns)-repeated="(\d+)"')
_ODS_SPAN = re.compile(rb'number-(rows|columns)-spanned="(\d+)"')

Area: TypeAlias = tuple[tuple[int, int], tuple[int, int]]
"""Row and column of the first cell, and of the last."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name, where it comes from, and its rows; the first row is row ``first``."""

    name: str
    source: str
    rows: Sequence[Sequence[Cell]]
    first: int = 1
    merged: Sequence[Area] = ()

    @property
    def label(self) -> str:
        """File and sheet for messages."""
        return f"{self.source}, sheet {self.name}" if self.name else self.source


def sheets(source: Source) -> list[Sheet]:
    """Return the sheets of a spreadsheet, or the one table of a text file.

    Raises:
        InputRefused: if it cannot be read, is locked, or is too large.
    """
    if source.ending in ENDINGS or source.content.startswith((b"PK", b"\xd0\xcf\x11\xe0")):
        return _of_spreadsheet(source)
    text = guards.decoded(source.content, source.name)
    rows = [
        [text_tables.as_written(cell) if cell[:1] == "'" else cell for cell in row]
        for row in text_tables.rows(text, source.name)
    ]
    return [Sheet("", source.name, rows)]


def _of_spreadsheet(source: Source) -> list[Sheet]:
    from python_calamine import CalamineError, CalamineWorkbook

    content = source.content
    members: dict[str, bytes] = {}
    if _LOCKED_XLSX in content:
        raise guards.refuse(source.name, "it is locked by a password; save it without one")
    if content.startswith(b"PK"):
        members = guards.unzipped(content, source.name)
        _check_packed(members, source.name)
    else:
        guards.check_size(content, _LARGEST_OLD, source.name)
    try:
        with CalamineWorkbook.from_filelike(BytesIO(content)) as book:
            found: list[Sheet] = []
            for number in range(len(book.sheet_names)):
                sheet = book.get_sheet_by_index(number)
                if sheet.total_height * sheet.total_width > guards.MOST_CELLS:
                    raise guards.refuse(
                        source.name,
                        f"the sheet {sheet.name} has more than {guards.MOST_CELLS:,} cells",
                    )
                rows = cast("Sequence[Sequence[Cell]]", sheet.to_python(skip_empty_area=False))
                merged = cast("Sequence[Area]", sheet.merged_cell_ranges or ())
                if "content.xml" in members:
                    merged = _merged_ods(members["content.xml"], number)
                else:
                    rows = _with_lengths(rows)
                found.append(Sheet(sheet.name, source.name, rows, merged=merged))
            return found
    except CalamineError as error:
        raise guards.refuse(source.name, "it is damaged; save it again as .xlsx") from error
    except (OSError, ValueError, OverflowError, UnicodeDecodeError) as error:
        raise guards.refuse(source.name, "it is damaged; save it again as .xlsx") from error
    except BaseException as error:
        # The reader's own crashes arrive as an exception that is no Exception.
        if type(error).__name__ == "PanicException":
            raise guards.refuse(source.name, "it is damaged; save it again as .xlsx") from error
        raise


def _with_lengths(rows: Sequence[Sequence[Cell]]) -> Sequence[Sequence[Cell]]:
    """Return rows with the dates of January and February 1900 as lengths of time.

    Excel keeps 28:00 as a day and four hours after its day 0, and shows it as 1900-01-01 4:00 to
    whoever reads it as a date.
    """
    return [
        [_length(cell) if isinstance(cell, datetime.date) else cell for cell in row]
        if any(isinstance(cell, datetime.date) for cell in row)
        else row
        for row in rows
    ]


def _length(cell: datetime.date) -> Cell:
    if cell.year > 1900 or cell.month > 2:  # noqa: PLR2004
        return cell
    midnight = (
        cell
        if isinstance(cell, datetime.datetime)
        else datetime.datetime(1900, cell.month, cell.day)
    )
    return midnight.replace(tzinfo=None) - _DAY_0


def _check_packed(members: Mapping[str, bytes], source: str) -> None:
    """Refuse a packed spreadsheet whose cells would fill the memory once they are laid out."""
    total = 0
    if b"encryption-data" in members.get("META-INF/manifest.xml", b""):
        raise guards.refuse(source, "it is locked by a password; save it without one")
    for name, data in members.items():
        if name.startswith("xl/worksheets/"):
            total += _extent(data)
        elif name == "content.xml":
            total += _extent_ods(data)
    if total > guards.MOST_CELLS:
        raise guards.refuse(source, f"its sheets span more than {guards.MOST_CELLS:,} cells")
    if any(name.endswith("workbook.bin") for name in members):
        raise guards.refuse(source, "a binary workbook (.xlsb) is not read; save it as .xlsx")


def _extent(data: bytes) -> int:
    """Return the area that the cells of an XLSX sheet span."""
    columns = rows = 0
    longest: dict[bytes, None] = {}
    for letters, row in _REFERENCE.findall(data):
        rows = max(rows, int(row))
        longest[letters] = None
    for letters in longest:
        number = 0
        for letter in letters:
            number = number * 26 + letter - 64
        columns = max(columns, number)
    return rows * columns


def _extent_ods(data: bytes) -> int:
    """Return how many cells an ODS sheet stands for once repetitions are written out."""
    return sum(_extent_ods_sheet(part) for part in data.split(b"</table:table>"))


def _extent_ods_sheet(data: bytes) -> int:
    total = waiting = 0
    for row in _ODS_ROW.finditer(data):
        times = _repeats(row.group(1), b"rows")
        width = empty = 0
        for cell in _ODS_CELL.finditer(row.group(2)):
            span = _repeats(cell.group(1), b"columns")
            if cell.group(2) and b"value" not in cell.group(1):
                empty += span
            else:
                width += empty + span
                empty = 0
        if width:
            total += waiting + times * width
            waiting = 0
        else:
            waiting += times
    return total


def _merged_ods(data: bytes, number: int) -> list[Area]:
    """Return the merged areas of one sheet of an ODS file."""
    part = data.split(b"</table:table>")[number]
    areas: list[Area] = []
    row_number = 0
    for row in _ODS_ROW.finditer(part) if b"-spanned=" in part else ():
        column = 0
        for cell in _ODS_CELL.finditer(row.group(2)):
            spans = {kind: int(span[:7]) for kind, span in _ODS_SPAN.findall(cell.group(1))}
            down, across = spans.get(b"rows", 1), spans.get(b"columns", 1)
            if down > 1 or across > 1:
                last = (row_number + down - 1, column + across - 1)
                areas.append(((row_number, column), last))
            column += _repeats(cell.group(1), b"columns")
        row_number += _repeats(row.group(1), b"rows")
    return areas


def _repeats(attributes: bytes, sort: bytes) -> int:
    for kind, number in _ODS_REPEAT.findall(attributes):
        if kind == sort:
            return int(number[:12])
    return 1


def filled(sheet: Sheet) -> Sequence[Sequence[Cell]]:
    """Return the rows with every merged area filled with its value."""
    if not sheet.merged:
        return sheet.rows
    rows = [list(row) for row in sheet.rows]
    room = guards.MOST_CELLS
    for (top, left), (bottom, right) in sheet.merged:
        room -= (bottom - top + 1) * (right - left + 1)
        if top >= len(rows) or left >= len(rows[top]) or room < 0:
            continue
        value = rows[top][left]
        for row in rows[top : bottom + 1]:
            for column in range(left, min(right + 1, len(row))):
                row[column] = value
    return rows
