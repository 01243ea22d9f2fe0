"""The exercise plan: for those who prepare and run it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bcp_planner.documents.exercise_event import cover, event_of, imprint_of, overview
from bcp_planner.documents.lines import Text
from bcp_planner.documents.story import (
    Block,
    Callout,
    Column,
    Document,
    Facts,
    Heading,
    Paragraph,
    Points,
    Row,
    Table,
    Words,
)
from bcp_planner.documents.subject import Subject
from bcp_planner.documents.wording import clock, count, length
from bcp_planner.domain.exercising import Event
from bcp_planner.exercises.msel import later

KIND = "Exercise plan"

FUNCTIONS: Sequence[tuple[str, str]] = (
    ("Players", "Act in their own roles, with the plan in hand. They do not see this document."),
    ("Facilitator", "Leads through the modules, asks the questions, keeps the time."),
    ("Controllers", "Give the injects, play everybody who is not in the room."),
    ("Evaluators", "Watch and write; they do not help and do not speak to players."),
    ("Observers", "Watch and keep silent; they may speak in the hot wash."),
)
SAFETY: Sequence[Text] = (
    "The words “NO DUFF” mean a real emergency. Play stops at once.",
    "Every call and message begins and ends with the word “EXERCISE”.",
    "Nobody calls emergency services, customers or the media.",
    "No system is switched, failed over or restored unless this plan says so.",
)


def document(subject: Subject) -> Document:
    """Return the exercise plan of an event."""
    event = event_of(subject, closed=False)
    return Document(imprint_of(subject, event, KIND, "EXPLAN"), tuple(_blocks(subject, event)))


def _blocks(subject: Subject, event: Event) -> Iterator[Block]:
    yield cover(
        subject,
        event,
        KIND,
        ("Purpose", f"What has to be known to run this {event.kind}: why, who, when, how safe."),
        ("For", "Planners, facilitator, controllers and evaluators. Not for players."),
        ("Scope", event.scope or "Not described."),
    )
    yield Heading("Overview", anchor="overview")
    yield overview(subject, event)
    yield Heading("Objectives", 2)
    yield objectives_table(event)
    if event.hypothesis:
        yield from _experiment(subject, event)
    yield Heading("Participants", 2)
    yield participants_table(subject, event)
    yield Heading("Who does what", 2)
    functions: list[tuple[str, Text]] = [*FUNCTIONS]
    yield Facts(functions, columns=1)
    yield Heading("Timetable and safety", anchor="timetable")
    yield Callout("Safety and stop words", "", "bad", SAFETY)
    yield timetable(event)
    yield Heading("Evaluation", 2)
    yield Paragraph(
        "Evaluators rate each objective P (performed without challenges), S (with some), M (with "
        "major challenges) or U (unable to be performed) on the evaluation guide. The hot wash "
        "follows at once; the after-action report within two weeks."
    )
    yield Heading("Before the day", 2)
    yield Points(
        [
            "Sponsor agrees to objectives, scope and date",
            "Participants invited; deputies named",
            "Room, boards, telephones, printed plans, name badges",
            "Situation manual printed for all; guide, list and cards for control only",
            "Switchboard, security and neighbours told that it is an exercise",
            "Evaluators briefed; sign-in sheet and forms copied",
        ],
        "check",
    )


def _experiment(subject: Subject, event: Event) -> Iterator[Block]:
    limit = [subject.plan.services[key].title for key in event.blast_limit]
    yield Heading("Experiment", 2)
    rows: list[tuple[str, Text]] = [
        ("Hypothesis", event.hypothesis),
        ("Blast radius limit", ", ".join(limit) or "none set"),
        ("Abort when", event.abort_condition or "not set"),
        ("Result", event.result or "open"),
    ]
    yield Facts(rows, columns=1)


def objectives_table(event: Event) -> Table:
    """Return the objectives with where the plan speaks of them."""
    columns = [Column("", 22), Column("Objective", weight=2.4), Column("Plan reference")]
    rows = [
        Row([str(number), Words(one.text, bold=True), one.reference or "–"])
        for number, one in enumerate(event.objectives, 1)
    ]
    return Table(columns, rows, empty="No objectives are set.")


def participants_table(subject: Subject, event: Event) -> Table:
    """Return who takes part; names that are open can be written in."""
    columns = [Column("Name", weight=1.3, writing=True), Column("Takes part as"), Column("Role")]
    rows = [
        Row([one.name, one.function, _role(subject, one.role)], writing=not one.name)
        for one in event.participants
    ]
    return Table(columns, rows, empty="Nobody is named yet.")


def _role(subject: Subject, key: str | None) -> str:
    role = subject.plan.roles.get(key or "")
    return (role.name or role.id) if role else "–"


def timetable(event: Event) -> Table:
    """Return the timetable of the day: arrival, modules, hot wash."""
    columns = [
        Column("Start", 92),
        Column("Length", 70),
        Column("What", weight=2),
        Column("Story covers", weight=1),
    ]
    rows: list[Row] = [Row(["Before", "30 min", "Sign-in, briefing, rules, stop words", ""])]
    for name in event.modules:
        injects = [one for one in event.injects if one.module == name]
        walls = [one.wall for one in injects if one.wall is not None]
        start = later(event.starts, min(walls)) if walls else ""
        span = f"{clock(injects[0].at)} to {clock(injects[-1].at)}" if injects else "–"
        what = Words(name, count(len(injects), "inject"), bold=True)
        rows.append(Row([start or "as it comes", _share(event, walls), what, span]))
    end = later(event.starts, event.length) if event.length else ""
    rows.append(Row([end or "After", "25 min", "Hot wash: keep, improve, actions", ""]))
    return Table(columns, rows)


def _share(event: Event, walls: Sequence[int]) -> str:
    if not walls or event.length is None:
        return "–"
    told = [one.wall for one in event.injects if one.wall is not None]
    after = [wall for wall in told if wall > max(walls)]
    return length((min(after) if after else event.length) - min(walls))
