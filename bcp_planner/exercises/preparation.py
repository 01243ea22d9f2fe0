"""Preparing an exercise from a scenario, and keeping it in step with the plan.

Everything here is a function from plan to plan. What was generated can be generated again; what
people wrote is never replaced unasked.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bcp_planner.analysis.case import Case
from bcp_planner.domain.codec import shown
from bcp_planner.domain.durations import HOUR, MINUTE, Duration, format_human
from bcp_planner.domain.edits import free_id
from bcp_planner.domain.errors import EditRefused
from bcp_planner.domain.exercising import EVENT_KINDS, Event, Inject, Objective, Participant
from bcp_planner.domain.plan import Plan
from bcp_planner.exercises.happenings import by_importance, happenings, work_out
from bcp_planner.exercises.questions import questions_of
from bcp_planner.exercises.rewording import Say, inject_reworded
from bcp_planner.exercises.telling import inject_of, named, task_reference

MODULES = ("Alert and decision", "Response and recovery", "Return to normal")
USUAL_LENGTH = 3 * HOUR

GENERATED = (
    "at",
    "text",
    "expected",
    "reference",
    "services",
    "sender",
    "receiver",
    "delivery",
    "kind",
    "module",
)
"""Fields of an inject that the plan decides, unless somebody has edited it."""


def prepare(
    plan: Plan,
    scenario_id: str,
    *,
    kind: str = "tabletop",
    name: str = "",
    starts: str = "",
    case: Case | None = None,
) -> Plan:
    """Return the plan with one more exercise, ready to be looked through.

    Args:
        plan: The plan.
        scenario_id: What is lost in it.
        kind: One of ``EVENT_KINDS``.
        name: Its name; made from kind and scenario when empty.
        starts: Date and time of its start, ISO 8601 with offset; may be set later.
        case: The scenario worked out, where that has been done already.

    Raises:
        EditRefused: if the scenario or the kind is unknown.
    """
    scenario = plan.scenarios.get(scenario_id)
    if scenario is None:
        raise EditRefused(f"The plan has no scenario {shown(scenario_id)}; choose one that it has")
    if kind not in EVENT_KINDS:
        raise EditRefused(f"{shown(kind)} is no kind of event: {', '.join(EVENT_KINDS)}")
    found = case or work_out(plan, scenario)
    limit = tuple(found.recovery.order) if kind == "resilience experiment" else ()
    event = Event(
        id=free_id(plan.events, f"{kind.split(maxsplit=1)[0]}-{scenario_id}"),
        name=name or f"{kind.capitalize()}: {scenario.title}",
        kind=kind,
        scenario=scenario_id,
        starts=starts,
        length=USUAL_LENGTH if kind == "tabletop" else None,
        scope=_scope(found),
        objectives=tuple(_objectives(found)),
        participants=tuple(_participants(plan)),
        modules=MODULES,
        order=found.recovery.order,
        injects=_numbered(found, USUAL_LENGTH if kind == "tabletop" else None),
        questions=questions_of(found),
        hypothesis=_hypothesis(found) if limit else "",
        blast_limit=limit,
        abort_condition=_abort_condition(found) if limit else "",
    )
    return plan.put("events", event)


def adopt(plan: Plan, event: Event) -> Plan:
    """Return the plan with an event that was prepared from an earlier value of it.

    Raises:
        EditRefused: if its scenario, or anything else that it refers to, has gone meanwhile.
    """
    if event.scenario not in plan.scenarios:
        raise EditRefused("The scenario has gone while the exercise was prepared; choose another")
    return plan.put("events", replace(event, id=free_id(plan.events, event.id)))


def declare_incident(
    plan: Plan,
    event_id: str,
    scenario_id: str | None,
    *,
    starts: str,
    name: str = "",
    severity: str = "",
    afterwards: bool = False,
) -> Plan:
    """Return the plan with a real incident: the same record, with no script.

    Args:
        plan: The plan.
        event_id: Wish for its id.
        scenario_id: The scenario that fits, if any is known yet.
        starts: When the disruption began, ISO 8601 with offset.
        name: Its name; made from the scenario when empty.
        severity: Its class.
        afterwards: Whether it is over, so that its timeline is entered from records.
    """
    scenario = plan.scenarios.get(scenario_id or "")
    event = Event(
        id=free_id(plan.events, event_id),
        name=name or (f"Incident: {scenario.title}" if scenario else "Incident"),
        kind="incident",
        scenario=scenario.id if scenario else None,
        status="running",
        starts=starts,
        severity=severity,
        afterwards=afterwards,
        participants=tuple(_holders(plan, "")),
    )
    return plan.put("events", event)


def _scope(case: Case) -> str:
    down = len(case.recovery.order)
    return (
        f"{case.scenario.title}: {case.scenario.description} "
        f"{down} of {len(case.plan.services)} services go down; "
        "nothing is switched off for it, and all else works as usual."
    ).replace("  ", " ")


def _objectives(case: Case) -> Iterable[Objective]:
    recovery = case.recovery
    yield Objective(
        text="Decide on the declaration within "
        f"{format_human(recovery.declared)} of the disruption, with options and reason logged.",
        reference="Runbook, section 1",
        tasks=(
            "Says who decides, and that person decides",
            "Checks the activation criteria aloud",
            "Logs time, options and reason",
        ),
    )
    first = by_importance(case, case.recovered)[:3]
    if first:
        yield Objective(
            text=f"Bring back {named(case, first)} in the order of the runbook.",
            reference="; ".join(ref for key in first if (ref := task_reference(case, key))),
            tasks=tuple(
                f"Knows the team, the first task and the check of {case.service(key).title}"
                for key in first
            ),
        )
    missed = by_importance(case, case.missed)[:3]
    if missed:
        yield Objective(
            text=f"Find that the targets of {named(case, missed)} will be missed, and what to do.",
            reference="Runbook, section on targets",
            tasks=("Compares forecast and target", "Chooses an option and names an owner"),
        )
    if case.plan.communications:
        yield Objective(
            text="Tell every audience of the communication plan for the first time on schedule.",
            reference="Communication plan",
            tasks=tuple(
                f"Tells {one.audience}" for one in list(case.plan.communications.values())[:5]
            ),
        )


def _holders(plan: Plan, function: str) -> Iterable[Participant]:
    for role in plan.roles.values():
        holder = plan.contacts.get(role.holder or "")
        yield Participant(name=holder.title if holder else "", function=function, role=role.id)


def _participants(plan: Plan) -> Iterable[Participant]:
    yield from _holders(plan, "Player")
    yield Participant(name="", function="Facilitator")
    yield Participant(name="", function="Evaluator")


def _hypothesis(case: Case) -> str:
    failed = named(case, [failure.service for failure in case.scenario.fails])
    back = case.recovery.makespan
    within = f" and all is back {format_human(back)} after it" if back is not None else ""
    return f"When {failed} is taken away, no service outside the limit goes down{within}."


def _abort_condition(case: Case) -> str:
    return (
        "A service outside the blast radius limit is degraded or down, a safety concern is raised, "
        f"or the way back takes longer than half of the shortest {case.plan.info.outage_term} "
        "involved."
    )


# The list of injects -----------------------------------------------------------------------------


def module_at(case: Case, at: Duration) -> str:
    """Return the part of the exercise that a moment belongs to."""
    declared, end = case.recovery.declared, case.recovery.makespan
    if at <= declared:
        return MODULES[0]
    return MODULES[2] if end is not None and at > declared + 0.75 * (end - declared) else MODULES[1]


def _proposed(case: Case) -> list[Inject]:
    """Return the injects that follow from the plan, without numbers."""
    return [inject_of(case, one, "", module_at(case, one.at)) for one in happenings(case)]


def _numbered(case: Case, length: Duration | None) -> tuple[Inject, ...]:
    proposed = [
        replace(inject, key=f"{number:02d}")
        for number, inject in enumerate(_proposed(case), start=1)
    ]
    return spread(proposed, length)


def spread(injects: Sequence[Inject], length: Duration | None) -> tuple[Inject, ...]:
    """Return injects with their times of delivery spread over the time of play.

    Contingencies have no time of their own. Without a length the clock of the wall is that of
    the scenario.
    """
    if length is None:
        return tuple(replace(inject, wall=None) for inject in injects)
    told = [inject for inject in injects if inject.kind == "inject"]
    gap = length / max(1, len(told))
    place = {inject.key: number for number, inject in enumerate(told)}
    minute = MINUTE
    return tuple(
        replace(inject, wall=int(place[inject.key] * gap) // minute * minute)
        if inject.key in place
        else replace(inject, wall=None)
        for inject in injects
    )


def add_inject(plan: Plan, event_id: str, inject: Inject) -> Plan:
    """Return the plan with an inject of one's own, numbered and put at its time."""
    event = event_of(plan, event_id)
    made = replace(inject, key=next_key(event), origin="", edited=True)
    later = (i for i, one in enumerate(event.injects) if one.at > made.at)
    place = next(later, len(event.injects))
    return _with_injects(plan, event, [*event.injects[:place], made, *event.injects[place:]])


def edit_inject(plan: Plan, event_id: str, key: str, **values: Any) -> Plan:
    """Return the plan with fields of an inject set by hand."""
    event = event_of(plan, event_id)
    _place(event, key)
    changed = [
        replace(one, **values, edited=True) if one.key == key else one for one in event.injects
    ]
    return _with_injects(plan, event, changed)


def move_inject(plan: Plan, event_id: str, key: str, place: int) -> Plan:
    """Return the plan with an inject at another place of its list; it keeps its number."""
    event = event_of(plan, event_id)
    rest = [one for one in event.injects if one.key != key]
    rest.insert(max(0, min(place, len(rest))), event.injects[_place(event, key)])
    return _with_injects(plan, event, rest)


def remove_inject(plan: Plan, event_id: str, key: str) -> Plan:
    """Return the plan without an inject; a generated one is not proposed again."""
    event = event_of(plan, event_id)
    gone = event.injects[_place(event, key)]
    left_out = (*event.left_out, gone.origin) if gone.origin else event.left_out
    rest = tuple(one for one in event.injects if one.key != key)
    return plan.put("events", replace(event, injects=rest, left_out=left_out))


def next_key(event: Event) -> str:
    """Return the next free number of an inject; numbers are never given twice."""
    numbers = [int(one.key) for one in event.injects if one.key.isdecimal()]
    return f"{max(numbers, default=0) + 1:02d}"


def event_of(plan: Plan, event_id: str) -> Event:
    """Return an event of the plan.

    Raises:
        EditRefused: if there is none of that id.
    """
    event = plan.events.get(event_id)
    if event is None:
        known = ", ".join(plan.events) or "none yet"
        raise EditRefused(f"The plan has no exercise or incident {shown(event_id)}; it has {known}")
    return event


def _place(event: Event, key: str) -> int:
    for place, one in enumerate(event.injects):
        if one.key == key:
            return place
    raise EditRefused(f"{event.title} has no inject {shown(key)}; choose a number of its list")


def _with_injects(plan: Plan, event: Event, injects: Sequence[Inject]) -> Plan:
    return plan.put("events", replace(event, injects=tuple(injects)))


# Staying in step with the plan --------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Difference:
    """What the plan of today says otherwise than an exercise made from an earlier one.

    Attributes:
        what: ``added``, ``changed`` or ``removed``.
        origin: Which happening it is about.
        before: The inject of the exercise; None when it is added.
        after: The inject that the plan of today gives; None when it is removed.
        fields: The fields that differ.
        by_hand: Whether somebody has edited the inject, so that taking it over loses that.
    """

    what: str
    origin: str
    before: Inject | None
    after: Inject | None
    fields: tuple[str, ...]
    by_hand: bool


def refresh(
    plan: Plan, event_id: str, case: Case | None = None, say: Say = str
) -> tuple[Difference, ...]:
    """Return what has changed in the plan since the injects of an exercise were made.

    Nothing is changed by asking; ``accept`` takes over what is wanted.

    Args:
        plan: The plan of today.
        event_id: The exercise.
        case: Its scenario worked out, where that has been done already.
        say: Says what is proposed in the reader's language; another language is no difference.
    """
    event = event_of(plan, event_id)
    scenario = plan.scenarios.get(event.scenario or "")
    if scenario is None:
        return ()
    found = case or work_out(plan, scenario)
    today = {inject.origin: inject for inject in _proposed(found)}
    mine = {inject.origin: inject for inject in event.injects if inject.origin}
    differences = [
        difference
        for origin, inject in mine.items()
        if (difference := _difference(inject, today.get(origin), say)) is not None
    ]
    new = [
        inject_reworded(one, say)
        for origin, one in today.items()
        if origin not in {*mine, *event.left_out}
    ]
    added = [Difference("added", one.origin, None, one, (), by_hand=False) for one in new]
    return (*differences, *added)


def _difference(mine: Inject, today: Inject | None, say: Say) -> Difference | None:
    if today is None:
        return Difference("removed", mine.origin, mine, None, (), by_hand=mine.edited)
    said = inject_reworded(today, say)
    fields = tuple(
        name
        for name in GENERATED
        if getattr(mine, name) not in (getattr(today, name), getattr(said, name))
    )
    if not fields:
        return None
    after = replace(mine, **{name: getattr(said, name) for name in fields})
    return Difference("changed", mine.origin, mine, after, fields, by_hand=mine.edited)


def accept(plan: Plan, event_id: str, differences: Iterable[Difference]) -> Plan:
    """Return the plan with the given differences taken over, edits by hand included.

    Pass only what was chosen: ``[d for d in refresh(...) if not d.by_hand]`` leaves alone
    everything that people wrote.
    """
    for one in differences:
        event = event_of(plan, event_id)
        if one.before is None and one.after is not None:
            added = replace(one.after, key=next_key(event))
            later = (i for i, other in enumerate(event.injects) if other.at > added.at)
            place = next(later, len(event.injects))
            injects = [*event.injects[:place], added, *event.injects[place:]]
        else:
            kept = [(other, one.after) for other in event.injects]
            injects = [
                after if other.origin == one.origin else other
                for other, after in kept
                if other.origin != one.origin or after is not None
            ]
        plan = _with_injects(plan, event, [inject for inject in injects if inject is not None])
    return plan
