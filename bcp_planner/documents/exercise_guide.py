"""The facilitator guide: modules with timing, expected answers and where the plan gives them."""

from __future__ import annotations

from collections.abc import Iterator

from bcp_planner.documents.exercise_event import cover, event_of, imprint_of
from bcp_planner.documents.exercise_manual import questions_of
from bcp_planner.documents.exercise_plan import timetable
from bcp_planner.documents.lines import Text
from bcp_planner.documents.story import (
    Block,
    Callout,
    Column,
    Contents,
    Document,
    Heading,
    Points,
    Row,
    Table,
    Tick,
    Words,
)
from bcp_planner.documents.subject import Subject
from bcp_planner.documents.wording import clock, length
from bcp_planner.domain.exercising import Event, Inject

KIND = "Facilitator guide"
_STALLED: tuple[Text, ...] = (
    "Ask one person by name: “What would you do in the next ten minutes?”",
    "Ask where the plan speaks of it, and let somebody read it out.",
    "Give the next contingency inject, or jump the clock and say what has happened since.",
    "Ask who else would have to know, and how they would be told.",
)


def document(subject: Subject) -> Document:
    """Return the facilitator guide of an event."""
    event = event_of(subject, closed=False)
    return Document(imprint_of(subject, event, KIND, "GUIDE"), tuple(_blocks(subject, event)))


def _blocks(subject: Subject, event: Event) -> Iterator[Block]:
    yield cover(
        subject,
        event,
        KIND,
        ("For", "Facilitators, controllers and evaluators only: it holds the expected answers."),
        (
            "How to use it",
            "One section a module: injects with what they should lead to, questions.",
        ),
        ("Plan pages", "References name tasks and sections of the printed runbook."),
    )
    yield Contents()
    yield Heading("Timing", anchor="timing")
    yield timetable(event)
    yield Callout("If the discussion stalls", "", "note", _STALLED)
    yield Heading("Opening words", 2)
    yield Points(
        [
            "Welcome; why we are here; objectives; rules; stop words.",
            "“Nothing in here is a test of you. It is a test of the plan.”",
            "Read the first inject aloud and start the clock.",
        ],
        "number",
    )
    for number, name in enumerate(event.modules, 1):
        yield from _module(event, number, name)


def _module(event: Event, number: int, name: str) -> Iterator[Block]:
    injects = [one for one in event.injects if one.module == name]
    yield Heading(f"Module {number}: {name}", anchor=f"module-{number}")
    columns = [
        Column("", 16),
        Column("No.", 28),
        Column("T+, delivered", 62),
        Column("Inject", weight=1.3),
        Column("Expected answer", weight=1.6),
        Column("Plan reference", 82),
    ]
    yield Table(columns, [_row(one) for one in injects], empty="No injects in this module.")
    yield Heading("Questions", 2)
    yield Points(questions_of(event, number) or ["None."], "dot")


def _row(one: Inject) -> Row:
    when = f"after {length(one.wall)}" if one.wall is not None else "if needed"
    kind = "" if one.kind == "inject" else one.kind.capitalize()
    return Row(
        [
            Tick(),
            Words(one.key, bold=True),
            Words(clock(one.at), when),
            Words(one.text, kind),
            one.expected,
            one.reference or "–",
        ],
        shaded=one.kind != "inject",
    )
