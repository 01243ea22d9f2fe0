"""The complete set: every document of a plan in one file, with a cover and an index."""

from __future__ import annotations

from collections.abc import Iterator

from bcp_planner.documents.lines import Text
from bcp_planner.documents.story import (
    Block,
    Column,
    Cover,
    Document,
    Heading,
    NewPage,
    PageOf,
    Part,
    Row,
    Table,
    Words,
)
from bcp_planner.documents.subject import Subject
from bcp_planner.documents.wording import count

KIND = "Complete set"


def document(subject: Subject) -> Document:
    """Return all documents of the plan, and a runbook for each of its scenarios."""
    info = subject.plan.info
    title = info.name or info.organisation or "Unnamed plan"
    imprint = subject.edition.imprint(KIND, title, "SET")
    parts = list(_parts(subject))
    return Document(imprint, tuple(_blocks(subject, title, parts)))


def _parts(subject: Subject) -> Iterator[Document]:
    from bcp_planner.documents.kinds import KINDS

    for kind in KINDS.values():
        if kind.id == "set" or kind.needs_event:
            continue
        if kind.needs_scenario:
            for scenario in subject.plan.scenarios.values():
                yield kind.document(subject.about(scenario))
        else:
            yield kind.document(subject)


def _blocks(subject: Subject, title: str, parts: list[Document]) -> Iterator[Block]:
    purpose: list[tuple[str, Text]] = [
        ("What it is", f"{count(len(parts), 'document')} printed from one plan at one moment."),
        ("How to use it", "Each document starts on a page of its own and can be taken out."),
    ]
    yield Cover(KIND, title, "", purpose, subject.edition.control())
    yield Heading("Index", numbered=False, anchor="index")
    columns = [
        Column("Document", weight=2),
        Column("Number", weight=1.4),
        Column("Version", weight=1.1),
        Column("Page", 44, align="right"),
    ]
    rows = [
        Row(
            [
                Words(part.imprint.kind, part.imprint.title, bold=True, anchor=_anchor(number)),
                part.imprint.document_id,
                part.imprint.version,
                PageOf(_anchor(number)),
            ]
        )
        for number, part in enumerate(parts, 1)
    ]
    yield Table(columns, rows)
    for number, part in enumerate(parts, 1):
        yield Part(part.imprint, _anchor(number).rstrip("/"))
        if part.paper:
            yield NewPage(paper=part.paper)
        yield from part.blocks


def _anchor(number: int) -> str:
    return f"part-{number}/"
