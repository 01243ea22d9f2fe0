"""The after-action report with its improvement plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bcp_planner.documents.exercise_event import cover, event_of, imprint_of, overview
from bcp_planner.documents.exercise_plan import participants_table
from bcp_planner.documents.lines import Text
from bcp_planner.documents.story import (
    Block,
    Chip,
    Column,
    Contents,
    Document,
    Facts,
    Heading,
    Measure,
    Measures,
    NewPage,
    Paragraph,
    Points,
    Row,
    Table,
    Tick,
    Tone,
    Words,
)
from bcp_planner.documents.subject import Subject
from bcp_planner.documents.wording import clock, count, length
from bcp_planner.domain.exercising import Action, Event
from bcp_planner.exercises import log
from bcp_planner.exercises.learning import by_urgency, is_overdue
from bcp_planner.exercises.review import Measured, Review, corrections, review, timeline

KIND = "After-action report"
_RATING_TONES: dict[str, Tone] = {"P": "good", "S": "note", "M": "warning", "U": "bad"}
_RATING_WORDS = {
    "P": "without challenges",
    "S": "some challenges",
    "M": "major challenges",
    "U": "unable",
}


def document(subject: Subject) -> Document:
    """Return the after-action report of an event."""
    event = event_of(subject, closed=True)
    return Document(imprint_of(subject, event, KIND, "AAR"), tuple(_blocks(subject, event)))


def _blocks(subject: Subject, event: Event) -> Iterator[Block]:
    found = review(subject.plan, event.id)
    yield cover(
        subject,
        event,
        KIND,
        ("What it is", "What was planned, what happened, why, and what changes because of it."),
        ("In short", event.summary or "No summary was written."),
        ("Scope", event.scope or "Not described."),
    )
    yield Contents()
    yield Heading("Overview", anchor="overview")
    yield overview(subject, event)
    yield Heading("Executive summary", 2)
    yield Paragraph(event.summary or "No summary was written.")
    yield Measures(list(measures(found)))
    yield from strengths_and_gaps(event)
    yield from _ratings(event)
    yield from timeline_section(found)
    yield from measured_section(found)
    yield from predicted_section(found)
    yield from corrections_section(found)
    yield from improvement_plan(subject, event)
    yield from _end(subject, event)


def measures(found: Review) -> Iterator[Measure]:
    """Yield the big figures of an event."""
    met, judged = found.achieved
    tone: Tone = "plain" if not judged else "good" if met == judged else "bad"
    yield Measure("RTO met", f"{met} of {judged}" if judged else "–", "measured services", tone)
    at = found.at
    yield Measure("Declared", clock(at.declared) if at.declared is not None else "–", "actual")
    yield Measure("Entries", str(len(at.entries)), "in the log")
    injects = len(at.event.injects)
    if injects:
        yield Measure("Injects given", f"{len(at.given)} of {injects}")
    else:
        yield Measure("Services", str(len(at.known)), "with actual times")


def strengths_and_gaps(event: Event) -> Iterator[Block]:
    """Yield the three most important strengths and gaps."""
    strengths = [*[one.strengths for one in event.objectives if one.strengths], *event.helped]
    gaps = [*[one.improvements for one in event.objectives if one.improvements], *event.hindered]
    if strengths:
        yield Heading("Strengths", 3, numbered=False, listed=False)
        yield Points(strengths[:3])
    if gaps:
        yield Heading("To improve", 3, numbered=False, listed=False)
        yield Points(gaps[:3])


def _ratings(event: Event) -> Iterator[Block]:
    if not event.objectives:
        return
    yield Heading("Objectives and ratings", anchor="ratings")
    columns = [Column("", 22), Column("Objective", weight=2.4), Column("Rating", 112)]
    rows = [
        Row([str(number), Words(one.text, bold=True), _chip(one.rating)])
        for number, one in enumerate(event.objectives, 1)
    ]
    yield Table(columns, rows)
    for number, one in enumerate(event.objectives, 1):
        if not (one.strengths or one.improvements or one.analysis):
            continue
        yield Heading(f"Objective {number}", 2, note=one.text)
        details: list[tuple[str, Text]] = [
            ("Strengths", one.strengths or "–"),
            ("Observation", one.improvements or "–"),
            ("Reference", one.reference or "–"),
            ("Analysis", one.analysis or "–"),
        ]
        yield Facts(details, columns=1)


def _chip(rating: str) -> Chip | str:
    if rating not in _RATING_TONES:
        return "not rated"
    return Chip(rating, _RATING_WORDS[rating], _RATING_TONES[rating])


def timeline_section(found: Review) -> Iterator[Block]:
    """Yield the timeline, planned against actual."""
    yield Heading("Timeline, planned against actual", anchor="timeline")
    columns = [
        Column("Planned", 62),
        Column("Actual", 62),
        Column("Later by", 58),
        Column("What", weight=2.4),
        Column("By, source", weight=0.9),
    ]
    rows: list[Row] = []
    for line in timeline(found):
        both = line.planned is not None and line.actual is not None
        gap = (line.actual or 0) - (line.planned or 0) if both else None
        entry = line.entry
        source = ", ".join(part for part in (entry.by, entry.source) if part) if entry else ""
        reason = _reason(entry.options, entry.reason) if entry else ""
        what = Words(line.text, reason, bold=entry is None)
        rows.append(
            Row(
                [
                    clock(line.planned) if line.planned is not None else "",
                    clock(line.actual) if line.actual is not None else "not logged",
                    "" if gap is None else length(gap) if gap else "on time",
                    what,
                    source,
                ],
                shaded=bool(entry and entry.kind == "decision"),
            )
        )
    yield Table(columns, rows, empty="Nothing was logged.")


def _reason(options: str, reason: str) -> str:
    parts = [f"Options: {options}." if options else "", f"Reason: {reason}" if reason else ""]
    return " ".join(part for part in parts if part)


def measured_section(found: Review) -> Iterator[Block]:
    """Yield measured times against targets, a row a service."""
    plan = found.at.case.plan
    yield Heading("Measured times against targets", anchor="measured")
    columns = [
        Column("Service", weight=1.8),
        Column("Work planned", 62),
        Column("Work measured", 62),
        Column("Outage planned", 62),
        Column("Outage measured", 62),
        Column("RTO", 48),
        Column("Verdict", 76),
    ]
    chosen = [one for one in found.measured if one.up is not None or one.work is not None]
    rows = [
        Row(
            [
                Words(plan.services[one.service].title, bold=True),
                length(one.planned_work),
                length(one.work),
                length(one.planned_outage),
                length(one.outage),
                length(plan.services[one.service].rto),
                _verdict(one),
            ]
        )
        for one in chosen
    ]
    yield Table(columns, rows, empty="Nothing was measured.")
    open_ones = len(found.measured) - len(chosen)
    if open_ones:
        yield Paragraph(f"Of {count(open_ones, 'service')} the log holds no return.")


def _verdict(one: Measured) -> Chip | str:
    if one.rto_met is None:
        return "–"
    return Chip("Y", "met", "good") if one.rto_met else Chip("N", "missed", "bad")


def predicted_section(found: Review) -> Iterator[Block]:
    """Yield blast radius and order of recovery, predicted against actual."""
    plan = found.at.case.plan

    def names(keys: Sequence[str]) -> str:
        return ", ".join(plan.services[key].title for key in keys) or "none"

    yield Heading("Predicted and actual", anchor="predicted")
    rows: list[tuple[str, Text]] = [
        ("Down, not predicted", names(found.unexpected)),
        ("Predicted, not seen down", names(found.not_seen)),
        ("Order planned", names([k for k in found.planned_order if k in found.actual_order])),
        ("Order actual", names(found.actual_order)),
    ]
    yield Facts(rows, columns=1)


_TALKED = "None: a tabletop measures no times; it corrects only what the plan does not connect."


def corrections_section(found: Review) -> Iterator[Block]:
    """Yield what the plan should say instead."""
    yield Heading("Corrections of the plan", 2, note="Each to be accepted or not, one by one.")
    columns = [
        Column("Correction", weight=1.6),
        Column("What was seen", weight=1.6),
        Column("Accept", 40, align="centre"),
        Column("Reject", 40, align="centre"),
    ]
    rows = [Row([one.text, one.why, Tick(), Tick()]) for one in corrections(found)]
    talked = found.at.event.kind == "tabletop"
    empty = _TALKED if talked else "The plan agrees with what was seen."
    yield Table(columns, rows, empty=empty)


def improvement_plan(subject: Subject, event: Event) -> Iterator[Block]:
    """Yield the corrective actions of an event, with room for the follow-up."""
    today = subject.edition.now.date()
    yield NewPage(landscape=True)
    yield Heading("Improvement plan", anchor="improvement")
    columns = [
        Column("No.", 44),
        Column("Finding", weight=1.4),
        Column("Corrective action", weight=1.9),
        Column("Type, element", 76),
        Column("Services", weight=1.1),
        Column("Owner", weight=0.9),
        Column("Start, due", 62),
        Column("Status", 76),
        Column("Verified by, on", 80, writing=True),
    ]
    actions = [one for one in by_urgency(subject.plan, today) if one.source == event.id]
    rows = [_action(subject, one, overdue=is_overdue(one, today)) for one in actions]
    yield Table(columns, rows, empty="No actions were agreed on.")
    yield NewPage()


def _action(subject: Subject, one: Action, *, overdue: bool) -> Row:
    services = ", ".join(subject.plan.services[key].title for key in one.services)
    chip = Chip("!", f"{one.status}, overdue", "bad") if overdue else one.status
    verified = " ".join(part for part in (one.verified_by, one.verified_on) if part)
    return Row(
        [
            Words(one.id, one.priority, bold=True),
            one.finding or "–",
            Words(one.text, one.evidence),
            Words(one.type, one.element),
            services or "–",
            one.owner or "nobody",
            Words(one.started or "–", one.due),
            chip,
            verified,
        ],
        writing=True,
    )


def _end(subject: Subject, event: Event) -> Iterator[Block]:
    yield Heading("Lessons and people", anchor="lessons")
    lessons = [one.text for one in subject.plan.lessons.values() if one.event == event.id]
    yield Points(lessons or ["No lessons were written down."])
    if event.feedback:
        yield Heading("Feedback of participants", 2)
        yield Paragraph(event.feedback)
    yield Heading("Participants", 2)
    yield participants_table(subject, event)
    yield from sign_off(subject, event)


def sign_off(subject: Subject, event: Event) -> Iterator[Block]:
    """Yield the state of the log, and the signatures."""
    problems = log.verify(subject.plan, event.id)
    entries = log.entries_of(subject.plan, event.id)
    yield Heading("Log", 2)
    if problems:
        yield Points([one.text for one in problems])
    elif entries:
        yield Paragraph(
            f"{count(len(entries), 'entry', 'entries')}, chained by SHA-256; none was changed. "
            f"Last seal {entries[-1].seal[:16]}."
        )
    else:
        yield Paragraph("No log was kept in this program.")
    yield Heading("Sign-off", 2)
    columns = [
        Column("Role", weight=1),
        Column("Name", writing=True),
        Column("Date", 70, writing=True),
        Column("Signature", writing=True),
    ]
    roles = ("Author", "Sponsor", "Plan owner")
    yield Table(columns, [Row([role], writing=True) for role in roles])
