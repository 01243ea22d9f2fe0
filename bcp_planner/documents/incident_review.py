"""The post-incident review: blameless, about the system and not about people."""

from __future__ import annotations

from collections.abc import Iterator

from bcp_planner.documents.exercise_event import cover, event_of, imprint_of, starts_at
from bcp_planner.documents.exercise_report import (
    corrections_section,
    improvement_plan,
    measured_section,
    measures,
    predicted_section,
    sign_off,
    timeline_section,
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
    Measures,
    Paragraph,
    Points,
    Row,
    Rules,
    Table,
    Words,
)
from bcp_planner.documents.subject import Subject
from bcp_planner.documents.wording import clock, count, length
from bcp_planner.domain.exercising import CAUSE_CATEGORIES, Event
from bcp_planner.exercises.lessons import lessons_of
from bcp_planner.exercises.review import Measured, Review, review

KIND = "Post-incident review"


def document(subject: Subject) -> Document:
    """Return the review of an incident."""
    event = event_of(subject, closed=True, kinds=("incident", "resilience experiment"))
    return Document(imprint_of(subject, event, KIND, "PIR"), tuple(_blocks(subject, event)))


def _blocks(subject: Subject, event: Event) -> Iterator[Block]:
    found = review(subject.plan, event.id)
    yield cover(
        subject,
        event,
        KIND,
        ("In short", event.summary or "No summary was written."),
        ("How to read it", "Nobody is blamed. Causes are gaps in the system that can be closed."),
    )
    yield Contents()
    yield Heading("What happened", anchor="what")
    yield Facts(list(_header(found, event)))
    yield Measures(list(measures(found)))
    for title, text in (
        ("Summary", event.summary),
        ("Harm", event.harm),
        ("Trigger", event.trigger),
        ("Detection", event.detection),
    ):
        if text:
            yield Heading(title, 2)
            yield Paragraph(text)
    yield from _experiment(subject, found)
    yield from timeline_section(found)
    yield from _response(event)
    yield from _causes(event)
    yield from measured_section(found)
    yield from predicted_section(found)
    yield from corrections_section(found)
    yield from _known_before(subject, found)
    yield from improvement_plan(subject, event)
    yield Heading("Lessons and sign-off", anchor="lessons")
    lessons = [one.text for one in subject.plan.lessons.values() if one.event == event.id]
    yield Points(lessons or ["No lessons were written down."])
    yield from sign_off(subject, event)


def _header(found: Review, event: Event) -> Iterator[tuple[str, Text]]:
    at = found.at
    moments = {one.kind: one.at for one in reversed(at.entries)}
    restored = max((one.up for one in found.measured if one.up is not None), default=None)
    yield "Identity", event.id
    yield "Severity", event.severity or "not set"
    yield "Began", starts_at(event) or "not known"
    yield "Detected", clock(moments["detected"]) if "detected" in moments else "not logged"
    yield "Declared", clock(at.declared) if at.declared is not None else "not logged"
    yield "Restored", clock(restored) if restored is not None else "not logged"
    over = moments.get("stood down")
    yield "Stood down", clock(over) if over is not None else "not logged"
    normal = max(
        (_normal(found, one) for one in found.measured if one.up is not None), default=None
    )
    yield "Business normal", clock(normal) if normal is not None else "not known"
    if "detected" in moments:
        yield "Time to detect", length(moments["detected"])
    if at.declared is not None and "detected" in moments:
        yield "Detection to declaration", length(max(0, at.declared - moments["detected"]))
    if at.declared is not None and restored is not None:
        yield "Declaration to return", length(max(0, restored - at.declared))


def _normal(found: Review, one: Measured) -> int:
    """Return when the work of a service had been caught up with, by the plan's catch-up time."""
    return (one.up or 0) + (found.at.case.plan.services[one.service].wrt or 0)


def _experiment(subject: Subject, found: Review) -> Iterator[Block]:
    event = found.at.event
    if event.kind != "resilience experiment":
        return
    services = subject.plan.services
    limit = ", ".join(services[key].title for key in event.blast_limit if key in services)
    outside = ", ".join(services[key].title for key in found.outside)
    yield Heading("The experiment", 2)
    facts: list[tuple[str, Text]] = [
        ("Hypothesis", event.hypothesis or "not written down"),
        ("Blast radius limit", limit or "none set"),
        ("Abort condition", event.abort_condition or "none set"),
        ("Down outside the limit", outside or "nothing"),
        ("Result", event.result or "not written down"),
    ]
    yield Facts(facts, columns=1)


def _known_before(subject: Subject, found: Review) -> Iterator[Block]:
    """Yield what earlier events had taught about the services that went down, and was open."""
    plan, event = subject.plan, found.at.event
    seen = {one.service for one in found.measured}
    lessons = [
        f"Lesson: {one.text}"
        for one in lessons_of(plan, seen)
        if one.services and one.event != event.id
    ]
    actions = [
        f"Action, {one.status}: {one.text}"
        for one in plan.actions.values()
        if one.source != event.id and seen & set(one.services)
    ]
    yield Heading("Known before", 2, note="Lessons and actions about what went down.")
    yield Points([*lessons, *actions] or ["Nothing about these services was on record."])


def _response(event: Event) -> Iterator[Block]:
    yield Heading("The response", anchor="response")
    for title, items in (
        ("What helped", event.helped),
        ("What hindered", event.hindered),
        ("Where we got lucky", event.lucky),
    ):
        yield Heading(title, 2)
        if items:
            yield Points(items)
        else:
            yield Rules(3)


def _causes(event: Event) -> Iterator[Block]:
    yield Heading("Contributing factors and causes", anchor="causes")
    yield Callout("Rule", "Name what the system allowed, never who did it.", "note")
    if event.factors:
        yield Points(event.factors)
    yield Heading("Five whys", 2)
    columns = [Column("", 40), Column("Because", weight=3), Column("Category", 92)]
    rows = [
        Row(
            [
                Words(f"Why {one.level}", bold=one.level == 1),
                f"{'    ' * (one.level - 1)}{'↳ ' if one.level > 1 else ''}{one.text}",
                one.category,
            ]
        )
        for one in event.whys
    ]
    blank = [Row([f"Why {number}"], writing=True) for number in range(1, 6)]
    yield Table(columns, rows or blank)
    yield Heading("Categories", 2)
    found = {name: sum(one.category == name for one in event.whys) for name in CAUSE_CATEGORIES}
    yield Table(
        [Column("Category", weight=1), Column("Causes", 80)],
        [Row([name, count(number, "cause")]) for name, number in found.items() if number],
        empty="No causes are sorted yet.",
    )
