"""Cells from a spreadsheet's clipboard into services."""

from __future__ import annotations

from collections.abc import Sequence

from bcp_planner.domain import edits
from bcp_planner.domain.entities import Service
from bcp_planner.domain.plan import Plan
from ui import words
from ui.forms.text import WrongText
from ui.language import mark, tr
from ui.models.columns import FieldColumn
from ui.models.services import with_texts


def cells_of(text: str) -> list[list[str]]:
    """Return the rows and cells of text as spreadsheets put it on the clipboard."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n").split("\n")
    return [line.split("\t") for line in lines]


def pasted(
    plan: Plan, text: str, ids: Sequence[str], fields: Sequence[FieldColumn]
) -> tuple[Plan, str]:
    """Return the plan with cells written into services, and what to call the step.

    Args:
        plan: The plan before.
        text: Rows of cells, tabs between them.
        ids: Services that the rows go to; rows beyond them become new services.
        fields: Fields that the columns go to; columns beyond them are left out.

    Raises:
        WrongText: if a cell does not fit its field; nothing should be changed then.
    """
    rows = [row for row in cells_of(text) if any(cell.strip() for cell in row)]
    if not rows or not fields:
        raise WrongText(tr("The clipboard holds no cells to paste here."))
    added = 0
    for number, row in enumerate(rows):
        if number < len(ids):
            service_id = ids[number]
        else:
            plan, service_id = _with_new(plan, row, fields)
            added += 1
        pairs = zip(fields, row, strict=False)
        cells = [(service_id, column.field, cell) for column, cell in pairs if column.editable]
        plan = with_texts(plan, cells)
    label = mark("Paste {rows}", rows=words.count(len(rows), "row"))
    return plan, f"{label}, {words.count(added, 'new service')}" if added else label


def _with_new(plan: Plan, row: Sequence[str], fields: Sequence[FieldColumn]) -> tuple[Plan, str]:
    named = dict(zip((column.name for column in fields), row, strict=False))
    title = named.get("name", "").strip() or row[0].strip() or tr("New service")
    service_id = edits.free_id(plan.services, title)
    return edits.add(plan, "services", Service(id=service_id, name=title)), service_id
