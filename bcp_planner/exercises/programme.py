"""The programme: when what is exercised, what has been covered, and how ready that makes."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bcp_planner.analysis.results import Explanation
from bcp_planner.domain.exercising import EVENT_KINDS, Event
from bcp_planner.domain.plan import Plan
from bcp_planner.exercises.age import age_in_days
from bcp_planner.exercises.learning import MEASURED, OPEN, is_fresh, is_overdue

CRITICAL_TIER = 1
_MOST_MISSING = 12
YEAR = 365


@dataclass(frozen=True, slots=True)
class Appointment:
    """A day of the programme: an exercise, a review, an action, or evidence that gets old."""

    date: str
    what: str
    title: str
    subject: str
    """Id of the event, action or evidence; empty for the review of the plan."""
    overdue: bool


def calendar(plan: Plan, today: datetime.date) -> list[Appointment]:
    """Return what is due and when, by day."""
    return sorted(_appointments(plan, today), key=lambda one: (one.date, one.title))


def _appointments(plan: Plan, today: datetime.date) -> Iterator[Appointment]:
    day = today.isoformat()
    for event in plan.events.values():
        if event.starts and event.kind != "incident":
            late = event.status == "planned" and event.starts[:10] < day
            yield Appointment(event.starts[:10], event.kind, event.title, event.id, late)
    for action in plan.actions.values():
        if action.due and action.status in OPEN:
            late = is_overdue(action, today)
            yield Appointment(action.due, "action", action.text, action.id, late)
    if plan.info.review_due:
        due = plan.info.review_due
        yield Appointment(due, "review", "Review of the plan", "", due < day)
    for service_id, date in _newest_measurements(plan).items():
        old = datetime.date.fromisoformat(date) + datetime.timedelta(days=YEAR)
        title = f"Recovery of {plan.services[service_id].title} measured a year ago"
        yield Appointment(old.isoformat(), "re-test", title, service_id, old < today)


def _newest_measurements(plan: Plan) -> dict[str, str]:
    found: dict[str, str] = {}
    for one in plan.evidence.values():
        if one.kind in MEASURED and age_in_days(one.date, datetime.date.min) is not None:
            found[one.service] = max(one.date, found.get(one.service, ""))
    return found


@dataclass(frozen=True, slots=True)
class Covered:
    """How something has been exercised.

    Attributes:
        subject: Id of a service, scenario or role, or the name of a person.
        title: What to call it.
        last: Day of the last closed event that covered it; empty for never.
        deepest: The deepest kind of event so far; empty for never.
        events: How many closed events covered it.
        days: Days since the last one; None for never.
    """

    subject: str
    title: str
    last: str
    deepest: str
    events: int
    days: int | None


@dataclass(frozen=True, slots=True)
class Coverage:
    """What has been exercised: critical services, scenarios, roles, people."""

    services: tuple[Covered, ...]
    scenarios: tuple[Covered, ...]
    roles: tuple[Covered, ...]
    people: tuple[Covered, ...]


def coverage(plan: Plan, today: datetime.date) -> Coverage:
    """Return what has been exercised, when and how deep."""
    closed = [event for event in plan.events.values() if event.status == "closed"]
    services = {event.id: _services_of(plan, event) for event in closed}
    critical = [key for key, one in plan.services.items() if one.tier == CRITICAL_TIER]
    people = dict.fromkeys(
        one.name for event in plan.events.values() for one in event.participants if one.name
    )

    def covered(subject: str, title: str, by: Sequence[Event]) -> Covered:
        last = max((event.starts[:10] for event in by), default="")
        deepest = max((event.kind for event in by), key=EVENT_KINDS.index, default="")
        return Covered(subject, title, last, deepest, len(by), age_in_days(last, today))

    return Coverage(
        tuple(
            covered(key, plan.services[key].title, [e for e in closed if key in services[e.id]])
            for key in critical
        ),
        tuple(
            covered(key, one.title, [e for e in closed if e.scenario == key])
            for key, one in plan.scenarios.items()
        ),
        tuple(
            covered(key, one.name or key, [e for e in closed if _takes_part(e, key, "")])
            for key, one in plan.roles.items()
        ),
        tuple(
            covered("", name, [e for e in closed if _takes_part(e, "", name)]) for name in people
        ),
    )


def _takes_part(event: Event, role: str, name: str) -> bool:
    return any(
        (role and one.role == role) or (name and one.name == name) for one in event.participants
    )


def _services_of(plan: Plan, event: Event) -> set[str]:
    """Return the services that an event has exercised: those lost, and those in its records."""
    found = {one.service for one in plan.evidence.values() if one.event == event.id}
    found |= {one.service for one in plan.log.values() if one.event == event.id and one.service}
    found |= {key for inject in event.injects for key in inject.services}
    scenario = plan.scenarios.get(event.scenario or "")
    if scenario is not None:
        from bcp_planner.analysis.impact import going_down, impact

        found |= set(going_down(impact(plan, scenario).services))
    return found


# Figures -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of the programme: how many of how many.

    Attributes:
        name: What is counted, as a sentence would end.
        part: How many.
        whole: Of how many; 0 when there is nothing to count.
        missing: What is not among them, by name.
    """

    name: str
    part: int
    whole: int
    missing: tuple[str, ...] = ()

    @property
    def share(self) -> float | None:
        """Between 0 and 1; None when there is nothing to count."""
        return self.part / self.whole if self.whole else None


def figures(plan: Plan, today: datetime.date) -> tuple[Figure, ...]:
    """Return the key figures of the programme on a day; higher is better in each."""
    found = coverage(plan, today)
    fresh = {one.service for one in plan.evidence.values() if is_fresh(one, today)}
    critical = [(one.title, one.subject) for one in found.services]
    met = [(name, result) for name, key in critical if (result := _meets(plan, key)) is not None]
    due = [one for one in plan.actions.values() if one.status != "dropped"]
    contacts = [
        (one.title, (age := age_in_days(one.verified_on, today)) is not None and age <= YEAR // 2)
        for one in plan.contacts.values()
    ]
    return (
        _figure("critical services exercised in the last year", _recent(found.services)),
        _figure(
            "critical services measured in the last year",
            [(name, key in fresh) for name, key in critical],
        ),
        _figure("critical services that met their RTO when measured", met),
        _figure("scenarios exercised in the last year", _recent(found.scenarios)),
        _figure("roles exercised in the last year", _recent(found.roles)),
        _figure(
            "corrective actions not overdue",
            [(one.text, not is_overdue(one, today)) for one in due],
        ),
        _figure("contacts verified in the last half year", contacts),
        _figure(
            "critical services with recovery steps",
            [(name, bool(plan.services[key].steps)) for name, key in critical],
        ),
    )


def _figure(name: str, counted: Sequence[tuple[str, bool]]) -> Figure:
    """Return how many of what is counted are as they should be."""
    missing = tuple(title for title, is_so in counted if not is_so)
    return Figure(name, len(counted) - len(missing), len(counted), missing)


def _recent(covered: Sequence[Covered]) -> list[tuple[str, bool]]:
    return [(one.title, one.days is not None and one.days <= YEAR) for one in covered]


def _meets(plan: Plan, service_id: str) -> bool | None:
    rto = plan.services[service_id].rto
    measured = sorted(
        (one.date, one.outage or one.duration)
        for one in plan.evidence.values()
        if one.service == service_id and one.kind in MEASURED and (one.outage or one.duration)
    )
    return None if rto is None or not measured else (measured[-1][1] or 0) <= rto


@dataclass(frozen=True, slots=True)
class Points:
    """Points of the readiness score for one figure.

    Attributes:
        figure: The figure.
        won: Points reached.
        possible: Points that could be reached.
        how: What wins the rest.
    """

    figure: Figure
    won: float
    possible: int
    how: str


WEIGHTS = (20, 20, 15, 10, 10, 10, 5, 10)
"""Points of each figure; together 100. Chosen so that what was measured counts most."""

HOW = (
    "exercise those that are missing",
    "run a test that measures them",
    "shorten recovery or agree on another RTO",
    "hold one on each of the others",
    "let those who have not played play",
    "finish the overdue actions",
    "call them and note the day",
    "write their steps down",
)


def readiness(plan: Plan, today: datetime.date) -> tuple[float, tuple[Points, ...]]:
    """Return the readiness score from 0 to 100, and where its points come from.

    What there is nothing to count of neither wins nor loses: the rest is scaled up.
    """
    counted = [
        (figure, weight, how)
        for figure, weight, how in zip(figures(plan, today), WEIGHTS, HOW, strict=True)
        if figure.share is not None
    ]
    points = tuple(
        Points(figure, weight * (figure.share or 0.0), weight, how)
        for figure, weight, how in counted
    )
    possible = sum(one.possible for one in points)
    score = 100 * sum(one.won for one in points) / possible if possible else 0.0
    return score, points


def explain_points(points: Points) -> Explanation:
    """Return why one figure wins the points of the readiness score that it wins."""
    figure = points.figure
    share = f"{100 * (figure.share or 0.0):.0f} %"
    terms = [
        ("counted", f"{figure.part} of {figure.whole}"),
        ("share", share),
        ("points for all of them", str(points.possible)),
        ("points won", f"{points.won:.1f}"),
    ]
    terms += [("missing", name) for name in figure.missing[:_MOST_MISSING]]
    rest = len(figure.missing) - _MOST_MISSING
    if rest > 0:
        terms.append(("missing as well", f"{rest} more"))
    return Explanation(
        "its share, times the points that it is worth; the score is the sum of the points won, "
        "scaled to 100 where there is nothing to count for some figures",
        tuple(terms),
        f"{points.won:.1f} of {points.possible} points: {figure.part} of {figure.whole}.",
    )


def over_time(
    versions: Mapping[str, tuple[Plan, datetime.date]],
) -> Mapping[str, tuple[float, tuple[Figure, ...]]]:
    """Return name of version -> readiness score and figures on the day it was made."""
    return {
        name: (readiness(plan, day)[0], figures(plan, day))
        for name, (plan, day) in versions.items()
    }
