"""The tables of a plan as an Excel workbook, as CSV files in one ZIP file, and as a template."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from typing import Any

from bcp_planner.domain.errors import InputRefused
from bcp_planner.domain.plan import Plan
from bcp_planner.interchange import guards, plan_tables, text_tables, workbooks
from bcp_planner.interchange.attributes import escaped, unescaped
from bcp_planner.interchange.draft import Wishes
from bcp_planner.interchange.incoming import Incoming
from bcp_planner.interchange.plan_tables import PLAN, Row, Table, tables_of
from bcp_planner.interchange.sources import Source

_CONTENTS = ("xl/workbook.xml", "content.xml")
_MOST_LOOKED_AT = 20_000_000
_LONGEST_CELL = 32_767
_TEMPLATE = (
    "Plan",
    "Teams",
    "Contacts",
    "Services",
    "Services - Recovery steps",
    "Requirements",
    "Scenarios",
    "Scenarios - Failures",
)
_WIDTHS = {"Description": 40, "Name": 28, "ID": 18, "Note": 40}


def to_xlsx(plan: Plan) -> bytes:
    """Return a workbook with one sheet a table; reading it gives the same plan.

    Raises:
        InputRefused: if a text is longer than a cell can be.
    """
    return _workbook(tables_of(plan))


def template() -> bytes:
    """Return the empty workbook to fill in: headings with an explanation of each column."""
    return _workbook([table for table in tables_of(Plan()) if table.name in _TEMPLATE])


def _workbook(tables: Sequence[Table]) -> bytes:
    from openpyxl import Workbook
    from openpyxl.comments import Comment
    from openpyxl.styles import Font, PatternFill
    from openpyxl.utils import get_column_letter

    book = Workbook()
    book.remove(book.worksheets[0])
    for table in tables:
        sheet: Any = book.create_sheet(table.name)
        sheet.append(table.headings)
        for number, (heading, about) in enumerate(zip(table.headings, table.help, strict=True), 1):
            cell = sheet.cell(1, number)
            cell.font = Font(bold=True)
            cell.fill = PatternFill("solid", fgColor="DDE6F0")
            if about:
                cell.comment = Comment(about, "Business Continuity Planner", width=280, height=90)
            width = _WIDTHS.get(heading, 16)
            sheet.column_dimensions[get_column_letter(number)].width = width
        sheet.freeze_panes = "B2" if len(table.headings) > 2 else "A2"  # noqa: PLR2004
        for number, row in enumerate(table.rows, start=2):
            _write_row(sheet, number, row, table)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _write_row(sheet: Any, number: int, row: Row, table: Table) -> None:  # noqa: ANN401
    for column, item in enumerate(row, start=1):
        value = item
        if value == "":
            continue
        cell = sheet.cell(number, column)
        if isinstance(value, float) and float(f"{value:.15g}") != value:
            value = repr(value)  # a spreadsheet keeps 15 digits
        if not isinstance(value, str):
            cell.value = value
            continue
        text = escaped(value)
        if len(text) > _LONGEST_CELL:
            heading = table.headings[column - 1]
            why = f"row {number}, {heading}: longer than a cell can be; export as JSON instead"
            raise InputRefused(table.name, [why])
        # Typed as text and marked as quoted, so that no spreadsheet takes it for a formula, not
        # even after the cell was edited.
        cell.value = text
        cell.data_type = "s"
        if text_tables.harmless(text) != text:
            cell.quotePrefix = True


def to_csv_files(plan: Plan) -> bytes:
    """Return a ZIP file with one CSV file a table; reading it gives the same plan."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for table in tables_of(plan):
            rows = [table.headings, *([_text(cell) for cell in row] for row in table.rows)]
            info = zipfile.ZipInfo(f"{table.name}.csv", (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, text_tables.to_csv(rows))
    return out.getvalue()


def _text(cell: object) -> str:
    return escaped(cell) if isinstance(cell, str) else repr(cell)


def is_plan(source: Source) -> bool:
    """Whether a workbook or ZIP file has the sheets that we give a plan."""
    if not source.content.startswith(b"PK"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(source.content)) as archive:
            names = archive.namelist()
            if f"{PLAN}.csv" in names:
                return True
            inside = next((name for name in _CONTENTS if name in names), None)
            if inside is None:
                return False
            with archive.open(inside) as member:
                book = member.read(_MOST_LOOKED_AT)
    except Exception:  # whatever is wrong with it is said when it is read
        return False
    return all(f'name="{name}"'.encode() in book for name in (PLAN, "Services", "Requirements"))


def read(sources: Sequence[Source], wishes: Wishes) -> Incoming:
    """Return what the tables of a plan bring.

    Raises:
        InputRefused: if the file cannot be read.
    """
    source = sources[0]
    if source.ending == ".zip":
        tables = _csv_tables(source)
    else:
        tables = {s.name: [list(row) for row in s.rows] for s in workbooks.sheets(source)}
    plain = {
        name: [[unescaped(c) if isinstance(c, str) else c for c in row] for row in rows]
        for name, rows in tables.items()
    }
    return plan_tables.read_tables(plain, source.name)


def _csv_tables(source: Source) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for name, content in guards.unzipped(source.content, source.name).items():
        text = guards.decoded(content, f"{source.name}, {name}")
        rows = text_tables.rows(text, f"{source.name}, {name}")
        found[name.removesuffix(".csv")] = [
            [text_tables.as_written(cell) for cell in row] for row in rows
        ]
    return found
