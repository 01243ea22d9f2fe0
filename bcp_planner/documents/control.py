"""What a controlled document carries at its end: changes, copies, and what its words mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bcp_planner.documents.edition import Edition
from bcp_planner.documents.lines import Text
from bcp_planner.documents.story import Block, Column, Facts, Heading, Row, Table

GLOSSARY: Sequence[tuple[str, str]] = (
    ("T", "The moment of the disruption. T+02:30 is two and a half hours later."),
    ("≥", "At least: the figure rests on an estimate that is unknown and counts as zero."),
    ("RTO", "Recovery time objective: the longest outage aimed for."),
    ("MTPD", "Maximum tolerable period of disruption: beyond it the harm is unacceptable."),
    ("WRT", "Work recovery time: catching up after the return, before business is normal."),
    ("RPO", "Recovery point objective: the most data, measured in time, that may be lost."),
    ("Declaration", "The decision to use this document; teams are called from then on."),
    ("Wave", "Services that can be worked on at the same stage of a recovery."),
    ("Critical path", "The chain of work that decides when the last service is back."),
    ("At risk", "Still running as usual, but a spare is lost."),
    ("Degraded", "Running, but worse: slower, by hand, or on a reserve."),
)


def document_control(edition: Edition) -> Iterator[Block]:
    """Yield the record of changes, the record of distribution and the glossary."""
    yield Heading("Document control", anchor="control")
    yield Heading("Record of changes", 2)
    yield _changes(edition)
    yield Heading("Record of distribution", 2)
    yield _copies(edition)
    yield Heading("Words used here", 2)
    glossary: list[tuple[str, Text]] = list(GLOSSARY)
    yield Facts(glossary, columns=1)


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
        Row([entry.id, entry.date, entry.section, entry.change, entry.author, entry.approver])
        for entry in edition.plan.revisions.values()
    ]
    return Table(columns, rows, empty="The plan keeps no record of changes.")


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
