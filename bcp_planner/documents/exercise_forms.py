"""Sheets to hand out and write on: roles, logs, evaluation, feedback, sign-in, hot wash."""

from __future__ import annotations

from collections.abc import Iterator

from bcp_planner.documents import forms
from bcp_planner.documents.exercise_event import event_of, imprint_of
from bcp_planner.documents.forms import blank
from bcp_planner.documents.lines import Text
from bcp_planner.documents.story import (
    Block,
    Column,
    Document,
    Facts,
    Heading,
    NewPage,
    Paragraph,
    Points,
    Row,
    Rules,
    Table,
    Tick,
    Words,
)
from bcp_planner.documents.subject import Subject
from bcp_planner.domain.exercising import Event, Objective

KIND = "Exercise sheets"
RATINGS = (
    ("P", "Performed without challenges: met, no harm to other tasks, according to the plan"),
    ("S", "Performed with some challenges: met, but could be more effective"),
    ("M", "Performed with major challenges: met, but hurt other work or broke with the plan"),
    ("U", "Unable to be performed: not met"),
)


def document(subject: Subject) -> Document:
    """Return the sheets of an exercise."""
    event = event_of(subject, closed=False)
    return Document(imprint_of(subject, event, KIND, "SHEETS"), tuple(_blocks(subject, event)))


def _blocks(subject: Subject, event: Event) -> Iterator[Block]:
    yield from sign_in(event)
    yield from _role_sheets(subject, event)
    yield NewPage(landscape=True)
    yield from _event_log()
    yield NewPage()
    yield from forms.decision_log()
    for number, objective in enumerate(event.objectives, 1):
        yield from evaluation(number, objective)
    yield from feedback(event)
    yield from hot_wash()


def sign_in(event: Event) -> Iterator[Block]:
    """Yield the sign-in sheet, with the names that are known."""
    yield Heading("Sign-in sheet", note=f"{event.title}, {event.place or 'place:'}")
    columns = [
        Column("Name", weight=1.4, writing=True),
        Column("Organisation", weight=1.2, writing=True),
        Column("Takes part as", weight=1.1, writing=True),
        Column("In", 44, writing=True),
        Column("Out", 44, writing=True),
        Column("Signature", weight=1.3, writing=True),
    ]
    known = [Row([one.name, "", one.function], writing=True) for one in event.participants]
    spare = [Row([], writing=True) for _ in range(max(4, 20 - len(known)))]
    yield Table(columns, [*known, *spare])


def _role_sheets(subject: Subject, event: Event) -> Iterator[Block]:
    players = [one for one in event.participants if one.role in subject.plan.roles]
    for one in players:
        role = subject.plan.roles[one.role or ""]
        title = role.name or role.id
        yield Heading(f"Role sheet: {title}", note=one.name or "Player:")
        if role.purpose:
            yield Paragraph(role.purpose)
        if role.authority:
            rows: list[tuple[str, Text]] = [("May decide", role.authority)]
            yield Facts(rows, columns=1)
        for label, items in (
            ("Immediately", role.immediately),
            ("In the first hour", role.first_hour),
            ("While it lasts", role.ongoing),
        ):
            if items:
                yield Heading(label, 3, numbered=False, listed=False)
                yield Points(items, "check")
        yield Heading("My notes", 3, numbered=False, listed=False)
        yield Rules(8)


def _event_log() -> Iterator[Block]:
    yield Heading("Event log", note=forms.COPY_FIRST)
    columns = [
        Column("No.", 28),
        Column("Wall clock", 58, writing=True),
        Column("T+", 52, writing=True),
        Column("What happened, who said it", weight=3, writing=True),
        Column("Source", weight=1, writing=True),
        Column("Inject or task", 70, writing=True),
        Column("Initials", 48, writing=True),
    ]
    yield blank(columns, 14, numbered=True)


def evaluation(number: int, objective: Objective) -> Iterator[Block]:
    """Yield the evaluation guide of one objective."""
    yield Heading(f"Evaluation guide, objective {number}")
    yield Paragraph(objective.text)
    rows: list[tuple[str, Text]] = [("Plan reference", objective.reference or "–")]
    yield Facts(rows, columns=1)
    columns = [
        Column("Critical task", weight=2),
        Column("Done", 40, align="centre"),
        Column("Partly", 40, align="centre"),
        Column("Not", 40, align="centre"),
        Column("Time", 50, writing=True),
        Column("What was seen and heard", weight=2.2, writing=True),
    ]
    spare = ["", ""]
    yield Table(
        columns,
        [Row([task, Tick(), Tick(), Tick()], writing=True) for task in (*objective.tasks, *spare)],
    )
    yield Heading("Rating", 3, numbered=False, listed=False)
    columns = [Column("", 22, align="centre"), Column("", 20), Column("")]
    yield Table(
        columns, [Row([Tick(), Words(letter, bold=True), text]) for letter, text in RATINGS]
    )
    for label in (
        "Strengths",
        "To improve: what, where the plan says otherwise, and why it was so",
    ):
        yield Heading(label, 3, numbered=False, listed=False)
        yield Rules(4)


def feedback(event: Event) -> Iterator[Block]:
    """Yield the feedback form of a participant."""
    yield Heading("Feedback form", note=f"{event.title}. Your name is not needed.")
    scale = [Column(str(number), 34, align="centre") for number in range(1, 6)]
    columns = [Column("1 disagree, 5 agree", weight=1), *scale]
    statements = (
        "The exercise was well prepared and led",
        "The scenario was realistic for us",
        "I knew what my role had to do",
        "The plan helped me to do it",
        "The right people were in the room",
        "I am better prepared than before",
    )
    ticks = [Tick() for _ in range(5)]
    yield Table(columns, [Row([text, *ticks], writing=True) for text in statements])
    for question in (
        "What should we keep?",
        "What in the plan is wrong, missing or hard to find?",
        "What one thing would you change first?",
    ):
        yield Heading(question, 3, numbered=False, listed=False)
        yield Rules(5)


def hot_wash() -> Iterator[Block]:
    """Yield the sheet of the hot wash."""
    yield Heading(
        "Hot-wash sheet", note="Right after play, 25 minutes: everybody says one of each."
    )
    for label in ("Keep", "Improve"):
        yield Heading(label, 3, numbered=False, listed=False)
        yield Rules(7)
    yield Heading("Actions", 3, numbered=False, listed=False)
    columns = [
        Column("No.", 28),
        Column("Action, verb first", weight=3, writing=True),
        Column("Owner", weight=1, writing=True),
        Column("Due", 62, writing=True),
    ]
    yield blank(columns, 7, numbered=True)
