"""The timeline of an incident from a table (CSV, XLSX, ODS) or from plain text."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from bcp_planner.domain.files import read_bytes
from bcp_planner.domain.plan import Plan
from bcp_planner.exercises import chronicle
from bcp_planner.interchange import guards, workbooks
from bcp_planner.interchange.msel import text_of_cell
from bcp_planner.interchange.sources import Source

_TEXTS = (".txt", ".md", ".log")


def read(plan: Plan, event_id: str, source: Path) -> Sequence[chronicle.Line]:
    """Return the lines of a timeline file; nothing is changed.

    Raises:
        InputRefused: if it is no timeline, naming every line that cannot be used.
        FileProblem: if it cannot be read.
    """
    file = Source(source.name, read_bytes(source, guards.LARGEST_FILE))
    if source.suffix.lower() in _TEXTS:
        return chronicle.read_text(
            plan, event_id, guards.decoded(file.content, source.name), source.name
        )
    sheets = workbooks.sheets(file)
    table = [[text_of_cell(cell) for cell in row] for sheet in sheets[:1] for row in sheet.rows]
    return chronicle.read(plan, event_id, table, source.name)
