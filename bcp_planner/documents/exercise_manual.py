"""The situation manual: what everybody in the room may read. It holds no answers."""

from __future__ import annotations

from collections.abc import Iterator

from bcp_planner.analysis.results import State
from bcp_planner.documents.exercise_event import case_of, cover, event_of, imprint_of, overview
from bcp_planner.documents.exercise_plan import (
    FUNCTIONS,
    SAFETY,
    objectives_table,
    participants_table,
    timetable,
)
from bcp_planner.documents.lines import Text
from bcp_planner.documents.story import (
    Block,
    Callout,
    Column,
    Contents,
    Document,
    Facts,
    Heading,
    Paragraph,
    Points,
    Row,
    Rules,
    Space,
    Table,
    Together,
    Words,
)
from bcp_planner.documents.subject import Subject
from bcp_planner.documents.wording import STATE_CHIPS, clock
from bcp_planner.domain.exercising import Event, Inject
from bcp_planner.exercises.msel import clocks

KIND = "Situation manual"
RULES: tuple[Text, ...] = (
    "There is no blame here and no trick. Say what you would really do, with what you really have.",
    "The plan is open on the table. If it does not help, say so: that is what this is for.",
    "Accept the scenario, also where it seems unlikely. Time jumps are announced.",
    "One speaks, all listen. Decisions are said aloud and logged with their reason.",
)


def document(subject: Subject) -> Document:
    """Return the situation manual of an event."""
    event = event_of(subject, closed=False)
    return Document(imprint_of(subject, event, KIND, "SITMAN"), tuple(_blocks(subject, event)))


def _blocks(subject: Subject, event: Event) -> Iterator[Block]:
    yield cover(
        subject,
        event,
        KIND,
        ("For", "All participants may read all of it."),
        (
            "How to use it",
            "Read up to section 2 before the day; open each module when it is called.",
        ),
        ("Scope", event.scope or "Not described."),
    )
    yield Contents()
    yield Heading("The exercise", anchor="exercise")
    yield overview(subject, event)
    yield Heading("Objectives", 2)
    yield objectives_table(event)
    yield Heading("Timetable", 2)
    yield timetable(event)
    yield Heading("How we work", anchor="rules")
    yield Points(RULES)
    functions: list[tuple[str, Text]] = [*FUNCTIONS]
    yield Facts(functions, columns=1)
    yield Callout("Safety and stop words", "", "bad", SAFETY)
    yield Heading("Assumptions and artificialities", 2)
    yield Points(
        [
            "Recovery work takes as long as the plan estimates.",
            "Whoever is not in the room is played by control.",
            "The story runs faster than the clock on the wall.",
        ]
    )
    for number, name in enumerate(event.modules, 1):
        yield from _module(subject, event, number, name)
    yield Heading("Participants", anchor="participants")
    yield participants_table(subject, event)


def _module(subject: Subject, event: Event, number: int, name: str) -> Iterator[Block]:
    told = [one for one in event.injects if one.module == name and one.kind == "inject"]
    span = f"{clock(told[0].at)} to {clock(told[-1].at)}" if told else ""
    yield Heading(f"Module {number}: {name}", anchor=f"module-{number}", note=span)
    if number == 1:
        yield from _opening(subject, event, told)
    elif told:
        yield Paragraph(f"The story has moved on to {clock(told[0].at)}.")
        yield from _state_at(subject, event, told[0])
    questions = questions_of(event, number)
    yield Heading("Questions", 2)
    for question in questions:
        yield Together([Paragraph(question), Rules(2), Space(8)])


def _opening(subject: Subject, event: Event, told: list[Inject]) -> Iterator[Block]:
    scenario = subject.plan.scenarios.get(event.scenario or "")
    if scenario and scenario.description:
        yield Paragraph(scenario.description)
    first = [one for one in told if one.at == told[0].at] if told else []
    for one in first:
        _, story, _ = clocks(event, one)
        yield Paragraph(f"{clock(one.at)}{f' ({story})' if story else ''}: {one.text}")


def _state_at(subject: Subject, event: Event, first: Inject) -> Iterator[Block]:
    """Yield the state of the most important services when a module begins, if all goes to plan."""
    case = case_of(subject, event)
    if case is None:
        return
    from bcp_planner.analysis.moments import Moments

    states = Moments(subject.plan, case.impact, case.recovery).at(first.at)
    wanted = [key for key, state in states.items() if state in {State.DOWN, State.DEGRADED}]
    ranked = sorted(wanted, key=lambda key: subject.plan.services[key].tier or 99)[:14]
    rows = [
        Row([Words(subject.plan.services[key].title, bold=True), STATE_CHIPS[states[key]]])
        for key in ranked
    ]
    columns = [Column(f"At {clock(first.at)}, if all goes to plan", weight=2), Column("State")]
    yield Table(columns, rows, empty="All services are back.")


def questions_of(event: Event, module: int) -> list[str]:
    """Return the questions of a module, dealt out evenly in their order."""
    modules = max(1, len(event.modules))
    size = -(-len(event.questions) // modules)
    return list(event.questions[(module - 1) * size : module * size])
