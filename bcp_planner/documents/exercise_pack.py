"""The whole pack of an exercise in one file, each document on pages of its own."""

from __future__ import annotations

from collections.abc import Iterator

from bcp_planner.documents import (
    exercise_cards,
    exercise_forms,
    exercise_guide,
    exercise_list,
    exercise_manual,
    exercise_plan,
)
from bcp_planner.documents.exercise_event import event_of, imprint_of
from bcp_planner.documents.lines import Text
from bcp_planner.documents.story import (
    Block,
    Column,
    Cover,
    Document,
    Heading,
    PageOf,
    Part,
    Row,
    Table,
    Words,
)
from bcp_planner.documents.subject import Subject

KIND = "Exercise pack"
_PARTS = (
    (exercise_plan, "planners, control"),
    (exercise_manual, "all participants"),
    (exercise_guide, "facilitator, control, evaluators"),
    (exercise_list, "control"),
    (exercise_cards, "control; each card to its receiver"),
    (exercise_forms, "players, evaluators, all"),
)


def document(subject: Subject) -> Document:
    """Return everything that is printed for an exercise."""
    event = event_of(subject, closed=False)
    imprint = imprint_of(subject, event, KIND, "PACK")
    parts = [(module.document(subject), who) for module, who in _PARTS]
    return Document(imprint, tuple(_blocks(subject, imprint.title, parts)))


def _blocks(subject: Subject, title: str, parts: list[tuple[Document, str]]) -> Iterator[Block]:
    purpose: list[tuple[str, Text]] = [
        ("What it is", "All that is needed to hold the exercise without a computer."),
        ("Hand out with care", "Only the situation manual and the sheets are for players."),
        ("Cards", "Print on both sides, turned over the long edge, and cut along the marks."),
    ]
    yield Cover(KIND, title, "", purpose, subject.edition.control())
    yield Heading("Contents of the pack", numbered=False, anchor="index")
    columns = [Column("Document", weight=1.4), Column("For"), Column("Page", 44, align="right")]
    rows = [
        Row([Words(part.imprint.kind, bold=True), who, PageOf(f"part-{number}/")])
        for number, (part, who) in enumerate(parts, 1)
    ]
    yield Table(columns, rows)
    for number, (part, _) in enumerate(parts, 1):
        yield Part(part.imprint, f"part-{number}")
        yield from part.blocks
