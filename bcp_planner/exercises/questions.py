"""Questions for the participants, from what is wrong or weak in the plan."""

from __future__ import annotations

from collections.abc import Iterator

from bcp_planner.analysis.case import Case
from bcp_planner.analysis.findings import findings
from bcp_planner.analysis.results import Finding
from bcp_planner.analysis.wording import listed
from bcp_planner.domain.durations import format_human
from bcp_planner.exercises.happenings import by_importance

MOST = 14
_EACH = 2
"""Questions from one rule of findings at most."""


def questions_of(case: Case) -> tuple[str, ...]:
    """Return questions about one scenario: decisions, weak points and missed targets first."""
    asked = [*_general(case), *_missed(case), *_deadlocks(case), *_from_findings(case)]
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
            else f"its MTPD is {format_human(service.mtpd or 0)}"
        )
        yield (
            f"{service.title} is planned to be out for {outage}; {target}. What do its users do "
            "meanwhile, and what would shorten it?"
        )


def _deadlocks(case: Case) -> Iterator[str]:
    for loop in case.recovery.deadlocks:
        yield f"{listed(case.plan, loop)} wait for each other. How do you break the circle?"


def _from_findings(case: Case) -> Iterator[str]:
    """Yield questions about findings on services of the blast radius, and on people."""
    affected = set(case.recovery.order)
    told: dict[str, int] = {}
    for finding in findings(case.plan):
        concerned = not finding.services or affected & set(finding.services)
        if concerned and told.get(finding.code, 0) < _EACH:
            told[finding.code] = told.get(finding.code, 0) + 1
            yield _question(finding)


def _question(finding: Finding) -> str:
    text = finding.text if finding.text.endswith((".", "?")) else f"{finding.text}."
    return f"{text} What do you do about it on the day?"
