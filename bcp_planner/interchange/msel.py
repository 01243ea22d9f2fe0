"""The events list of an exercise as CSV and XLSX, both ways."""

from __future__ import annotations

import datetime
import io
from pathlib import Path
from typing import Any

from bcp_planner.domain.errors import InputRefused
from bcp_planner.domain.files import read_bytes, write_bytes
from bcp_planner.domain.plan import Plan
from bcp_planner.exercises import msel
from bcp_planner.interchange import guards, text_tables, workbooks
from bcp_planner.interchange.attributes import escaped, unescaped
from bcp_planner.interchange.sources import Source

_WIDTHS = {"Inject": 60, "Expected action": 60, "Plan reference": 26, "Module": 22, "To": 20}


def write(plan: Plan, event_id: str, target: Path) -> None:
    """Write the events list of an exercise as .csv or .xlsx, by the target's ending.

    Raises:
        InputRefused: if the ending is neither.
        FileProblem: if it cannot be written.
    """
    table: list[list[str]] = [list(msel.HEADINGS), *msel.rows(plan, event_id)]
    ending = target.suffix.lower()
    if ending == ".csv":
        write_bytes(target, text_tables.to_csv([[escaped(c) for c in row] for row in table]))
    elif ending == ".xlsx":
        write_bytes(target, _workbook(table))
    else:
        raise InputRefused(target.name, ["the name of an events list ends in .csv or .xlsx"])


def _workbook(table: list[list[str]]) -> bytes:
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet: Any = book.active
    sheet.title = "MSEL"
    for number, row in enumerate(table, start=1):
        for column, text in enumerate(row, start=1):
            cell = sheet.cell(number, column)
            cell.value = escaped(text)
            cell.data_type = "s"
            cell.quotePrefix = text_tables.harmless(text) != text
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    for column, heading in enumerate(msel.HEADINGS, start=1):
        sheet.cell(1, column).font = Font(bold=True)
        sheet.cell(1, column).fill = PatternFill("solid", fgColor="DDE6F0")
        sheet.column_dimensions[get_column_letter(column)].width = _WIDTHS.get(heading, 15)
    sheet.freeze_panes = "C2"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def read(plan: Plan, event_id: str, source: Path) -> msel.ListRead:
    """Return the plan with the events list of an exercise as a CSV or spreadsheet file says.

    Raises:
        InputRefused: if it is no such list, naming every row that cannot be used.
        FileProblem: if it cannot be read.
    """
    file = Source(source.name, read_bytes(source, guards.LARGEST_FILE))
    sheets = workbooks.sheets(file)
    if not sheets:
        raise InputRefused(source.name, ["it has no sheet with an events list"])
    sheet = next((one for one in sheets if one.name.casefold() == "msel"), sheets[0])
    table = [[text_of_cell(cell) for cell in row] for row in sheet.rows]
    return msel.read(plan, event_id, table, source.name)


def text_of_cell(cell: object) -> str:
    """Return a cell as it would be typed; a length of time as hours and minutes."""
    if isinstance(cell, str):
        return unescaped(cell)
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime.timedelta):
        minutes = int(cell.total_seconds()) // 60
        return f"{minutes // 60}:{minutes % 60:02d}"
    return str(cell)
