"""The exercise or incident that a document is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bcp_planner.analysis.case import Case
from bcp_planner.documents.lines import Text
from bcp_planner.documents.story import Cover, Facts, Imprint
from bcp_planner.documents.subject import Subject
from bcp_planner.documents.wording import length
from bcp_planner.domain.errors import InputRefused
from bcp_planner.domain.exercising import Event
from bcp_planner.exercises.msel import later

BANNER = "EXERCISE – EXERCISE – EXERCISE"
"""Stands on every sheet, so that nobody takes it for the real thing."""


def event_of(subject: Subject, *, closed: bool, kinds: Sequence[str] = ()) -> Event:
    """Return the event that was chosen, or the newest that fits.

    Args:
        subject: The printing; its options name the event.
        closed: Whether a closed one fits better than a planned one, when none was chosen.
        kinds: Kinds that fit best; others do where there is none of these.

    Raises:
        InputRefused: if the plan has no such event.
    """
    plan, wanted = subject.plan, subject.edition.options.event
    if wanted:
        if wanted not in plan.events:
            known = ", ".join(plan.events) or "none yet"
            raise InputRefused("event", [f"{wanted} is not one of: {known}"])
        return plan.events[wanted]
    everything = list(plan.events.values())
    fitting = [one for one in everything if one.kind in kinds] or everything
    better = [one for one in fitting if (one.status == "closed") == closed] or fitting
    if closed:
        better = [one for one in better if _has_log(subject, one)] or better
    else:
        better = [one for one in better if one.injects] or better
    if not better:
        raise InputRefused("event", ["the plan has no exercise yet; prepare one first"])
    return max(better, key=lambda one: one.starts)


def _has_log(subject: Subject, event: Event) -> bool:
    return any(entry.event == event.id for entry in subject.plan.log.values())


def case_of(subject: Subject, event: Event) -> Case | None:
    """Return the scenario of an event worked out in its order; None when it has none."""
    from bcp_planner.exercises.standing import planned_case

    scenario = subject.plan.scenarios.get(event.scenario or "")
    return planned_case(subject.plan, event, scenario) if scenario else None


def imprint_of(subject: Subject, event: Event, kind: str, code: str) -> Imprint:
    """Return the identity of a document about an event, with its banner on every page."""
    imprint = subject.edition.imprint(kind, event.title, f"{code}-{event.id}")
    if event.kind == "incident":
        return imprint
    return replace(imprint, classification=f"{BANNER}   ({imprint.classification})")


def starts_at(event: Event) -> str:
    """Return when an event starts, for people; empty while that is open."""
    return later(event.starts, 0)


def facts(subject: Subject, event: Event) -> list[tuple[str, str]]:
    """Return the labels and values of the overview table of an event."""
    scenario = subject.plan.scenarios.get(event.scenario or "")
    return [
        ("Name", event.title),
        ("Type", event.kind),
        ("Date and time", starts_at(event) or "to be set"),
        ("Time of play", length(event.length, unknown="until it is closed")),
        ("Place", event.place or "to be set"),
        ("Scenario", scenario.title if scenario else "none chosen"),
        ("Sponsor", event.sponsor or subject.plan.info.owner or "–"),
        ("Point of contact", event.contact or subject.plan.info.owner or "–"),
    ]


def overview(subject: Subject, event: Event) -> Facts:
    """Return the overview table of an event."""
    rows: list[tuple[str, Text]] = [*facts(subject, event)]
    return Facts(rows)


def cover(subject: Subject, event: Event, kind: str, *purpose: tuple[str, Text]) -> Cover:
    """Return the cover of a document about an event."""
    return Cover(kind, event.title, event.kind.capitalize(), purpose, subject.edition.control())
