"""Cells from a spreadsheet's clipboard into services: what the plan would become."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from bcp_planner.domain import edits
from bcp_planner.domain.change import diff
from bcp_planner.domain.entities import SERVICE_KINDS, Requirement, Service
from bcp_planner.domain.fields import Kind, fields_of
from bcp_planner.domain.plan import Plan
from ui import words
from ui.forms.text import WrongText, find, to_text
from ui.language import mark, mark_count, tr
from ui.models.columns import FieldColumn, TableColumn
from ui.models.needs import NeedsColumn, with_needs
from ui.models.services import with_texts

Cell = tuple[str, TableColumn, str]
"""Service id, column and text."""

_FEWEST_HEADINGS = 2
"""Known words in the first row from which on it is one of headings."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """What pasting would do.

    Attributes:
        plan: The plan as it would be.
        label: What the step is called.
        left_out: What cannot be used, a sentence each.
    """

    plan: Plan
    label: str
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Effect:
    """One thing that pasting does: a new service, a changed field, a new requirement."""

    what: str
    service: str
    field: str
    before: str
    after: str


def cells_of(text: str) -> list[list[str]]:
    """Return the rows and cells of text as spreadsheets put it on the clipboard."""
    from bcp_planner.interchange import text_tables

    rows = text_tables.rows(text, tr("The clipboard"), "\t")
    return [row for row in rows if any(cell.strip() for cell in row)]


def pasted(plan: Plan, text: str, ids: Sequence[str], columns: Sequence[TableColumn]) -> Pasted:
    """Return what writing cells into services does.

    A first row of headings says what the columns are; then services are found by their names.

    Args:
        plan: The plan before.
        text: Rows of cells, tabs between them.
        ids: Services that the rows go to; rows beyond them become new services.
        columns: What the columns go to; those beyond them are left out.

    Raises:
        WrongText, EditRefused: if a cell does not fit; nothing should be changed then.
        InputRefused: if the text is no table.
    """
    rows = cells_of(text)
    if not rows or not columns:
        raise WrongText(tr("The clipboard holds no cells to paste here."))
    if has_headings(rows):
        return by_headings(plan, text, len(rows) - 1)
    targets: list[str] = []
    for number, row in enumerate(rows):
        if number < len(ids):
            targets.append(ids[number])
        else:
            plan, service_id = _with_new(plan, row, columns)
            targets.append(service_id)
    cells = [
        (service_id, column, cell)
        for service_id, row in zip(targets, rows, strict=True)
        for column, cell in zip(columns, row, strict=False)
    ]
    plan = with_cells(plan, cells, pasted=True)
    return Pasted(plan, label_of(len(rows), max(0, len(rows) - len(ids))))


def with_cells(plan: Plan, cells: Iterable[Cell], *, pasted: bool = False) -> Plan:
    """Return the plan with cells of the table set from text.

    Args:
        plan: The plan.
        cells: Service id, column and text; cells that cannot be edited are passed over.
        pasted: Whether the texts came from elsewhere, see `with_needs`.

    Raises:
        WrongText, EditRefused: if a cell does not fit.
    """
    cells = list(cells)
    fields = [
        (service_id, column.field, text)
        for service_id, column, text in cells
        if isinstance(column, FieldColumn) and column.editable
    ]
    plan = with_texts(plan, fields)
    for service_id, column, text in cells:
        if isinstance(column, NeedsColumn):  # after all names are there
            plan = with_needs(plan, service_id, text, pasted=pasted)
    return plan


def pasted_names(
    plan: Plan, text: str, make: Callable[[Plan, str, int, int], tuple[Plan, str]]
) -> Pasted:
    """Return what pasting onto the canvas does: each row becomes a service.

    A second column becomes its kind, further ones what it needs, where their words say so.

    Args:
        plan: The plan before.
        text: Rows of cells; the first holds names.
        make: Adds a service to a plan by name; given its number and how many there are.

    Raises:
        WrongText, EditRefused, InputRefused: as `pasted`.
    """
    rows = cells_of(text)
    if has_headings(rows):
        return by_headings(plan, text, len(rows) - 1)
    named = [(" ".join(row[0].split()), row[1:]) for row in rows if row[0].strip()]
    made: list[str] = []
    for number, (name, _) in enumerate(named):
        plan, service_id = make(plan, name, number, len(named))
        made.append(service_id)
    for service_id, (_, cells) in zip(made, named, strict=True):
        for cell in cells:
            plan = _guessed(plan, service_id, cell.strip())
    return Pasted(plan, label_of(len(named), len(named)))


def has_headings(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether the first row says what the columns are."""
    from bcp_planner.interchange import headings

    if len(rows) <= 1:
        return False
    known = [headings.field_of(cell) for cell in rows[0] if cell.strip()]
    found = {field for field in known if field}
    named = bool(found & {"name", "id", "dependant"})
    return named and len(found) >= _FEWEST_HEADINGS and None not in known[:1]


def by_headings(plan: Plan, text: str, rows: int) -> Pasted:
    """Return what pasting a table with headings does; it is read like a file.

    Raises:
        InputRefused: if it cannot be used.
    """
    from bcp_planner.interchange import importing
    from bcp_planner.interchange.sources import Source

    read = importing.preview(plan, [Source(tr("The clipboard"), text.encode())], "table")
    left_out = tuple(f"{item.what}: {item.why}" for item in read.report.skipped)
    added = len(read.report.added.get("services", ()))
    return Pasted(read.plan, label_of(rows, added), left_out)


def label_of(rows: int, added: int) -> str:
    """Return what a step that pastes is called."""
    label = mark("Paste {label}", label=mark_count(rows, "row", "rows"))
    if not added:
        return label
    new = mark_count(added, "new service", "new services")
    return mark("{label}, {added}", label=label, added=new)


def effects(before: Plan, after: Plan) -> list[Effect]:
    """Return all that differs: new services first, then changed fields, then requirements."""
    tables = diff(before, after).tables
    services = tables["services"].records.values() if "services" in tables else ()
    lines = tables["requirements"].records.values() if "requirements" in tables else ()
    new = [record for old, record in services if old is None and isinstance(record, Service)]
    rows = [Effect(tr("New service"), each.title, "", "", _summary(each, after)) for each in new]
    for old, record in services:
        if isinstance(old, Service) and isinstance(record, Service):
            rows += _changed(old, record, before, after)
    for old, record in lines:
        kept = record or old
        if isinstance(kept, Requirement):
            what = tr("New requirement") if old is None else tr("Requirement")
            names = ", ".join(words.title(after, key) for key in kept.providers)
            gone = "" if record is not None else tr("removed")
            said = gone or f"{kept.needed} of {names}" if len(kept.providers) > 1 else names
            rows.append(Effect(what, words.title(after, kept.dependant), tr("needs"), "", said))
    return rows


# ----------------------------------------------------------------------------------- inside


def _with_new(plan: Plan, row: Sequence[str], columns: Sequence[TableColumn]) -> tuple[Plan, str]:
    named = dict(zip((column.name for column in columns), row, strict=False))
    title = named.get("name", "").strip() or row[0].strip() or tr("New service")
    service_id = edits.free_id(plan.services, title)
    return edits.add(plan, "services", Service(id=service_id, name=title)), service_id


def _guessed(plan: Plan, service_id: str, cell: str) -> Plan:
    """Return the plan with a cell without a heading taken as a kind, or as names of services."""
    if cell.casefold() in SERVICE_KINDS:
        return edits.update(plan, "services", service_id, kind=cell.casefold())
    names = [name.strip() for name in cell.replace(",", ";").split(";") if name.strip()]
    if names and all(find(plan, "services", name) for name in names):
        return with_needs(plan, service_id, cell, pasted=True)
    return plan


def _changed(old: Service, new: Service, before: Plan, after: Plan) -> Iterator[Effect]:
    for name, field in fields_of(Service).items():
        one, other = getattr(old, name), getattr(new, name)
        if one != other and field.about.kind is not Kind.POINT:
            texts = to_text(field, one, before), to_text(field, other, after)
            yield Effect(tr("Changed"), new.title, field.about.label, *texts)


def _summary(service: Service, plan: Plan) -> str:
    """Return the fields of a new service that are known."""
    said: list[str] = []
    for name, field in fields_of(Service).items():
        value = getattr(service, name)
        text = "" if value == field.default else to_text(field, value, plan)
        if text and name not in ("id", "name"):
            said.append(f"{field.about.label}: {text}")
    return ", ".join(said)
