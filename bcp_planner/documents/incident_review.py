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
from bcp_planner.exercises.review import Review, review

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
        ("Hypothesis", event.hypothesis),
        ("Result", event.result),
    ):
        if text:
            yield Heading(title, 2)
            yield Paragraph(text)
    yield from timeline_section(found)
    yield from _response(event)
    yield from _causes(event)
    yield from measured_section(found)
    yield from predicted_section(found)
    yield from corrections_section(found)
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
    if at.declared is not None and "detected" in moments:
        yield "Detection to declaration", length(max(0, at.declared - moments["detected"]))


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
