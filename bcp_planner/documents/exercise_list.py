"""The master scenario events list on landscape sheets."""

from __future__ import annotations

from collections.abc import Iterator

from bcp_planner.documents.exercise_event import event_of, imprint_of
from bcp_planner.documents.story import (
    Band,
    Block,
    Column,
    Document,
    Heading,
    NewPage,
    Row,
    Table,
    Tick,
    Words,
)
from bcp_planner.documents.subject import Subject
from bcp_planner.documents.wording import count
from bcp_planner.domain.exercising import Event, Inject
from bcp_planner.exercises.msel import clocks

KIND = "Master scenario events list"
_COLUMNS = (
    Column("", 16),
    Column("No.", 26),
    Column("T+, story, wall", 78),
    Column("From, to", weight=0.8),
    Column("Delivery", 52),
    Column("Inject", weight=1.9),
    Column("Expected action", weight=2),
    Column("Plan reference", 72),
    Column("Controller", 50),
    Column("Given at", 40, writing=True),
    Column("Notes", weight=0.6, writing=True),
)


def document(subject: Subject) -> Document:
    """Return the events list of an exercise."""
    event = event_of(subject, closed=False)
    return Document(imprint_of(subject, event, KIND, "MSEL"), tuple(_blocks(subject, event)))


def _blocks(subject: Subject, event: Event) -> Iterator[Block]:
    yield NewPage(landscape=True)
    contingencies = sum(one.kind == "contingency" for one in event.injects)
    note = (
        f"{count(len(event.injects), 'inject')}, of which {contingencies} only if needed (shaded). "
        "For control only. Tick and write the time when it is given."
    )
    yield Heading(KIND, note=note)
    rows: list[Row | Band] = []
    module = ""
    for one in event.injects:
        if one.module != module:
            module = one.module
            rows.append(Band(module or "No module"))
        rows.append(_row(subject, event, one))
    yield Table(_COLUMNS, rows, empty="The list is empty.")


def _row(subject: Subject, event: Event, one: Inject) -> Row:
    since, story, wall = clocks(event, one)
    detail = "\n".join(part[5:] for part in (story, wall) if part)
    names = [subject.plan.services[key].title for key in one.services[:3]]
    kind = "" if one.kind == "inject" else f"{one.kind.capitalize()}. "
    return Row(
        [
            Tick(),
            Words(one.key, bold=True),
            Words(since, detail or ("if needed" if one.kind == "contingency" else "")),
            Words(one.sender or "–", f"to {one.receiver or '–'}"),
            one.delivery or "–",
            Words(one.text, kind + ", ".join(names)),
            one.expected,
            one.reference or "–",
            one.controller or "–",
        ],
        shaded=one.kind != "inject",
    )
