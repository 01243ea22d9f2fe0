"""What a controlled document carries at its end: changes, copies, and what its words mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bcp_planner.documents.edition import Edition
from bcp_planner.documents.lines import Text
from bcp_planner.documents.story import (
    Block,
    Column,
    Facts,
    Heading,
    Paragraph,
    Points,
    Row,
    Table,
    Together,
)
from bcp_planner.documents.wording import count
from bcp_planner.domain.change import diff
from bcp_planner.domain.fields import fields_of
from bcp_planner.domain.plan import LISTS, Plan, Record
from bcp_planner.domain.terms import in_terms

GLOSSARY: Sequence[tuple[str, str]] = (
    ("T", "The moment of the disruption. T+02:30 is two and a half hours later."),
    ("≥", "At least: the figure rests on an estimate that is unknown and counts as zero."),
    ("RTO", "Recovery time objective: the longest outage aimed for."),
    ("MTPD", "Maximum tolerable period of disruption: beyond it the harm is unacceptable."),
    ("MBCO", "Minimum business continuity objective: the least acceptable level meanwhile."),
    ("WRT", "Work recovery time: catching up after the return, before business is normal."),
    ("RPO", "Recovery point objective: the most data, measured in time, that may be lost."),
    ("Achieved", "When it is back if it and all it needs fail at once, by the plan's estimates."),
    ("Declaration", "The decision to use this document; teams are called from then on."),
    ("Wave", "Services that can be worked on at the same stage of a recovery."),
    ("Critical path", "The chain of work that decides when the last service is back."),
    ("Single point of failure", "A service whose loss alone takes others down."),
    ("At risk", "Still running as usual, but a spare is lost."),
    ("Degraded", "Running, but worse: slower, by hand, or on a reserve."),
)

_MOST_CHANGES = 200


def document_control(edition: Edition) -> Iterator[Block]:
    """Yield the record of changes, the record of distribution and the glossary."""
    yield Heading("Document control", anchor="control", flows=True)
    yield Heading("Record of changes", 2)
    yield _changes(edition)
    yield from _since_approval(edition)
    yield Heading("Record of distribution", 2)
    yield _copies(edition)
    yield Heading("Words used here", 2)
    term = edition.plan.info.outage_term
    glossary: list[tuple[str, Text]] = [
        (in_terms(word, term), in_terms(meaning, term)) for word, meaning in GLOSSARY
    ]
    yield Together([Facts(glossary, columns=1)])


def _changes(edition: Edition) -> Table:
    columns = [
        Column("Version", 52),
        Column("Date", 62),
        Column("Section", weight=0.8),
        Column("Change", weight=2),
        Column("Author", weight=0.9),
        Column("Approved by", weight=0.9),
    ]
    rows = [
        Row(
            [
                entry.id,
                entry.date,
                entry.section,
                entry.change,
                entry.author,
                entry.approver or "not approved",
            ]
        )
        for entry in edition.plan.revisions.values()
    ]
    return Table(columns, rows, empty="The plan keeps no record of changes.")


# Changes since the approval --------------------------------------------------------------------


def _since_approval(edition: Edition) -> Iterator[Block]:
    """Yield what is different from the last approved version."""
    yield Heading("Changed since the last approved version", 2)
    if edition.approved is not None:
        yield _differences(edition.approved, edition.plan)
        return
    approved = [one for one in edition.plan.revisions.values() if one.approver]
    if not approved:
        yield Paragraph("No version is recorded as approved; treat everything as new.")
        return
    last = approved[-1]
    entries = list(edition.plan.revisions.values())
    later = entries[entries.index(last) + 1 :]
    by = f"{last.approver}, {last.date}" if last.date else last.approver
    if not later:
        yield Paragraph(f"Nothing is recorded since version {last.id} (approved by {by}).")
        return
    yield Paragraph(f"Since version {last.id} (approved by {by}), not approved yet:")
    yield Points([f"{one.id}, {one.date}, {one.section}: {one.change}" for one in later])


def _differences(approved: Plan, now: Plan) -> Block:
    found = diff(approved, now)
    rows: list[Row] = []
    for name in LISTS:
        change = found.tables.get(name)
        for key, (old, new) in change.records.items() if change else ():
            rows.append(Row([_list_name(name), _title(key, new or old), *_what(old, new)]))
    if found.info is not None:
        rows.insert(0, Row(["plan", "header", "changed", _fields(*found.info)]))
    hidden = len(rows) - _MOST_CHANGES
    if hidden > 0:
        rows = [*rows[:_MOST_CHANGES], Row(["", f"and {count(hidden, 'more change')}", "", ""])]
    columns = [
        Column("List", 84),
        Column("Record", weight=1.4),
        Column("", 56),
        Column("Fields", weight=2),
    ]
    return Table(columns, rows, empty="Nothing is different from the approved plan.")


def _list_name(name: str) -> str:
    return name.replace("_", " ")


def _title(key: str, record: Record | None) -> str:
    return str(getattr(record, "title", "") or getattr(record, "name", "") or key)


def _what(old: Record | None, new: Record | None) -> tuple[str, str]:
    if old is None:
        return "added", ""
    if new is None:
        return "removed", ""
    return "changed", _fields(old, new)


def _fields(old: object, new: object) -> str:
    """Return the labels of the fields that differ between two records of one type."""
    return ", ".join(
        field.about.label
        for name, field in fields_of(type(new)).items()
        if getattr(old, name) != getattr(new, name)
    )


def _copies(edition: Edition) -> Table:
    columns = [
        Column("Copy", 44),
        Column("Holder", weight=1.4),
        Column("Place", weight=1.2),
        Column("Handed out", 70),
        Column("Returned or destroyed", 84),
        Column("Signature", writing=True),
    ]
    rows = [
        Row([copy.id, copy.holder, copy.place, copy.handed_out, copy.returned], writing=True)
        for copy in edition.plan.copies.values()
    ]
    spare = [Row([], writing=True) for _ in range(3)]
    return Table(columns, [*rows, *spare])
