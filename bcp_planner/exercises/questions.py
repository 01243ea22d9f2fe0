"""Questions for the participants, from what is wrong or weak in the plan."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from bcp_planner.analysis.case import Case
from bcp_planner.analysis.findings import findings
from bcp_planner.analysis.results import Finding
from bcp_planner.analysis.wording import listed
from bcp_planner.domain.durations import format_human
from bcp_planner.exercises.age import age_in_days
from bcp_planner.exercises.happenings import by_importance
from bcp_planner.exercises.lessons import lessons_of

MOST = 14
_LESSONS = 3
_STALE_DAYS = 182
_NAMES = 3
_TOLD_FIRST = ("single-point-of-failure", "redundancy-shared-cause", "dependency-cycle")
_ON_THE_DAY = "What do you do about it on the day?"
_EACH = 2
"""Questions from one rule of findings at most."""


def questions_of(case: Case, today: datetime.date | None = None) -> tuple[str, ...]:
    """Return questions about one scenario: decisions, weak points and missed targets first.

    Args:
        case: The scenario worked out.
        today: The day from which the age of contacts counts; None for the present one.
    """
    day = today or datetime.datetime.now().astimezone().date()
    weak = [*_missed(case), *_deadlocks(case)]
    known = [*_from_lessons(case), *_contacts(case, day)]
    asked = [*_general(case), *weak, *known, *_from_findings(case)]
    return tuple(dict.fromkeys(asked))[:MOST]


def _general(case: Case) -> Iterator[str]:
    yield "Who decides that this is declared, by when, and who if that person is away?"
    yield "How would you notice it, and how long would that take at 3 a.m. on a Sunday?"
    if case.scenario.corrupts_data:
        yield "How do you know that what you restore is clean, and who says so?"


def _missed(case: Case) -> Iterator[str]:
    for key in by_importance(case, case.missed)[:3]:
        found, service = case.found(key), case.service(key)
        outage = format_human(found.outage) if found.outage is not None else "no end"
        target = (
            f"its RTO is {format_human(service.rto)}"
            if found.rto_met is False and service.rto is not None
            else f"its {case.plan.info.outage_term} is {format_human(service.mtpd or 0)}"
        )
        yield (
            f"{service.title} is planned to be out for {outage}; {target}. What do its users do "
            "meanwhile, and what would shorten it?"
        )


def _deadlocks(case: Case) -> Iterator[str]:
    for loop in case.recovery.deadlocks:
        yield f"{listed(case.plan, loop)} wait for each other. How do you break the circle?"


def _from_lessons(case: Case) -> Iterator[str]:
    """Yield questions on what earlier events taught about the services that go down."""
    affected = set(case.recovery.order)
    taught = [one for one in lessons_of(case.plan, affected) if one.services]
    for lesson in taught[:_LESSONS]:
        event = case.plan.events.get(lesson.event or "")
        source = f" ({event.title})" if event else ""
        text = lesson.text.rstrip(".")
        yield f"Learnt before{source}: {text}. Is that so today, and how do you know?"


def _contacts(case: Case, today: datetime.date) -> Iterator[str]:
    """Yield a question about contacts that nobody has called for half a year."""
    stale = [
        contact
        for contact in case.plan.contacts.values()
        if (age := age_in_days(contact.verified_on, today)) is None or age > _STALE_DAYS
    ]
    if stale:
        names = [contact.title for contact in stale]
        more = f" and {len(names) - _NAMES} more" if len(names) > _NAMES else ""
        yield (
            f"Nobody has verified the numbers of {', '.join(names[:_NAMES])}{more} for half a "
            "year. Call one of them now: does it answer, and who is it?"
        )


def _from_findings(case: Case) -> Iterator[str]:
    """Yield questions about findings on services of the blast radius, and on people."""
    affected = set(case.recovery.order)
    told: dict[str, int] = {}
    ranked = sorted(findings(case.plan), key=lambda one: one.code not in _TOLD_FIRST)
    for finding in ranked:
        concerned = not finding.services or affected & set(finding.services)
        if concerned and told.get(finding.code, 0) < _EACH:
            told[finding.code] = told.get(finding.code, 0) + 1
            yield _question(finding)


def _question(finding: Finding) -> str:
    text = finding.text if finding.text.endswith((".", "?")) else f"{finding.text}."
    return text + " " + _ON_THE_DAY
