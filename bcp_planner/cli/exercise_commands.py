"""Commands about exercises, incidents, their logs and what follows from them."""

from __future__ import annotations

import argparse
import datetime
from collections.abc import Iterator, Sequence
from pathlib import Path

from bcp_planner.cli import plans
from bcp_planner.cli.output import Output, human, iso, table
from bcp_planner.domain.codec import Json
from bcp_planner.domain.errors import InputRefused
from bcp_planner.domain.exercising import Action, Event
from bcp_planner.domain.plan import Plan
from bcp_planner.exercises import learning, log, preparation
from bcp_planner.exercises.forecast import Forecast
from bcp_planner.exercises.preparation import Difference
from bcp_planner.exercises.review import Review


def exercise(arguments: argparse.Namespace) -> Output:
    """Carry out what is to be done with exercises; list them when nothing is said."""
    what: str = arguments.what or "list"
    return _ACTIONS[what](arguments)


def _list(arguments: argparse.Namespace) -> Output:
    plan = plans.read(arguments.plan)
    events = list(plan.events.values())
    document: Json = {"events": [_event(plan, one) for one in events]}
    rows = [
        (one.id, one.kind, one.starts[:10], one.status, str(len(one.injects)), one.title)
        for one in events
    ]
    headers = ("id", "kind", "day", "status", "injects", "name")
    return Output(document, lambda: table(headers, rows) if rows else ["no exercises yet"])


def _event(plan: Plan, event: Event) -> Json:
    return {
        "id": event.id,
        "name": event.name,
        "kind": event.kind,
        "scenario": event.scenario,
        "status": event.status,
        "starts": event.starts,
        "injects": len(event.injects),
        "entries": len(log.entries_of(plan, event.id)),
    }


def _create(arguments: argparse.Namespace) -> Output:
    with plans.opened_for_edit(arguments.plan) as session:
        new = preparation.prepare(
            session.plan,
            arguments.scenario,
            kind=arguments.kind,
            name=arguments.name,
            starts=arguments.starts,
        )
        event = list(new.events.values())[-1]
        session.edit(f"Prepare {event.title}", new)
    injects: list[Json] = [
        {
            "no": one.key,
            "at": iso(one.at),
            "kind": one.kind,
            "text": one.text,
            "expected": one.expected,
            "reference": one.reference,
            "services": list[Json](one.services),
            "from": one.sender,
            "to": one.receiver,
            "delivery": one.delivery,
            "controller": one.controller,
            "origin": one.origin,
        }
        for one in event.injects
    ]
    document: Json = {
        "event": event.id,
        "objectives": [one.text for one in event.objectives],
        "injects": injects,
        "questions": list[Json](event.questions),
    }

    def lines() -> Iterator[str]:
        yield f"{event.id}: {event.title}"
        yield from (f"  objective: {one.text}" for one in event.objectives)
        rows = [(one.key, human(one.at), one.kind, one.text[:90]) for one in event.injects]
        yield from table(("no.", "T+", "type", "inject"), rows)
        yield f"{len(event.questions)} questions"

    return Output(document, lines)


def _pack(arguments: argparse.Namespace) -> Output:
    from bcp_planner import documents as room

    plan = plans.read(arguments.plan)
    event = preparation.event_of(plan, arguments.event)
    options = room.Options(paper=arguments.paper, event=event.id)
    now = datetime.datetime.now().astimezone()
    done = room.render("exercise-pack", plan, arguments.output, options=options, now=now)
    document: Json = {"written": str(done.path), "pages": done.pages}
    return Output(document, lambda: [f"{done.path}: {done.pages} pages"])


def _export(arguments: argparse.Namespace) -> Output:
    from bcp_planner.interchange import msel

    target: Path = arguments.target
    msel.write(plans.read(arguments.plan), arguments.event, target)
    return Output({"written": str(target)}, lambda: [f"{target}: written"])


def _import(arguments: argparse.Namespace) -> Output:
    from bcp_planner.interchange import msel

    with plans.opened_for_edit(arguments.plan) as session:
        found = msel.read(session.plan, arguments.event, arguments.source)
        session.edit(f"Read events list {arguments.source.name}", found.plan, kind="import")
    document: Json = {
        "changed": list[Json](found.changed),
        "added": list[Json](found.added),
        "kept": list[Json](found.kept),
    }
    counts = f"{len(found.changed)} changed, {len(found.added)} added"
    kept = f", {len(found.kept)} not in the table and left alone" if found.kept else ""
    return Output(document, lambda: [counts + kept])


def _refresh(arguments: argparse.Namespace) -> Output:
    with plans.opened(arguments.plan, edit=arguments.accept) as session:
        found = preparation.refresh(session.plan, arguments.event)
        if arguments.accept:
            wanted = [one for one in found if not one.by_hand]
            new = preparation.accept(session.plan, arguments.event, wanted)
            session.edit("Bring the exercise in step with the plan", new)
    document: Json = {
        "differences": [
            {
                "what": one.what,
                "origin": one.origin,
                "no": one.before.key if one.before else None,
                "fields": list[Json](one.fields),
                "by_hand": one.by_hand,
            }
            for one in found
        ],
        "accepted": bool(arguments.accept),
    }
    return Output(document, lambda: _difference_lines(found))


def _difference_lines(found: Sequence[Difference]) -> list[str]:
    if not found:
        return ["the exercise is in step with the plan"]
    rows = [
        (
            one.before.key if one.before else "new",
            one.what,
            ", ".join(one.fields),
            "edited by hand, left alone" if one.by_hand else "",
            shown.text[:70] if (shown := one.after or one.before) else "",
        )
        for one in found
    ]
    return table(("no.", "what", "fields", "", "inject"), rows)


def _forecast(arguments: argparse.Namespace) -> Output:
    from bcp_planner.exercises.forecast import forecast
    from bcp_planner.exercises.standing import standing

    plan = plans.read(arguments.plan)
    found = forecast(standing(plan, arguments.event, arguments.at))
    services: dict[str, Json] = {
        key: {
            "rides_through": one.rides_through,
            "down_at": iso(one.down_at),
            "start": iso(one.start),
            "finish": iso(one.finish),
            "up_at": iso(one.up_at),
            "outage": iso(one.outage),
            "rto_met": one.rto_met,
            "mtpd_met": one.mtpd_met,
        }
        for key, one in found.recovery.services.items()
    }
    document: Json = {
        "now": iso(found.now),
        "services": services,
        "makespan": iso(found.recovery.makespan),
        "misses": [
            {"service": one.service, "target": one.target, "due": iso(one.due)}
            for one in found.misses
        ],
        "decisions": [
            {"what": one.what, "by": iso(one.by), "service": one.service or None}
            for one in found.decisions
        ],
    }
    return Output(document, lambda: _forecast_lines(plan, found))


def _forecast_lines(plan: Plan, found: Forecast) -> Iterator[str]:
    yield f"at T+{human(found.now)}: all back at T+{human(found.recovery.makespan, 'never')}"
    rows = [
        (
            plan.services[key].title,
            human(one.down_at),
            human(one.start),
            human(one.up_at, "never"),
            {True: "met", False: "MISSED", None: "–"}[one.rto_met],
        )
        for key, one in found.recovery.services.items()
        if not one.rides_through
    ]
    yield from table(("service", "down", "starts", "back", "RTO"), rows)
    for due in found.decisions[:5]:
        subject = plan.services[due.service].title if due.service else "the scenario"
        yield f"by T+{human(due.by)}: {due.what} {subject}"


def _review(arguments: argparse.Namespace) -> Output:
    from bcp_planner.exercises.review import corrections, review

    plan = plans.read(arguments.plan)
    found = review(plan, arguments.event)
    offered = corrections(found)
    document: Json = {
        "services": {
            one.service: {
                "planned_up": iso(one.planned_up),
                "up": iso(one.up),
                "planned_work": iso(one.planned_work),
                "work": iso(one.work),
                "outage": iso(one.outage),
                "rto_met": one.rto_met,
            }
            for one in found.measured
        },
        "unexpected": list[Json](found.unexpected),
        "not_seen": list[Json](found.not_seen),
        "corrections": [{"text": one.text, "why": one.why} for one in offered],
    }
    return Output(document, lambda: _review_lines(plan, found, [one.text for one in offered]))


def _review_lines(plan: Plan, found: Review, offered: Sequence[str]) -> Iterator[str]:
    rows = [
        (
            plan.services[one.service].title,
            human(one.planned_up),
            human(one.up),
            human(one.planned_work),
            human(one.work),
            {True: "met", False: "MISSED", None: "–"}[one.rto_met],
        )
        for one in found.measured
    ]
    yield from table(("service", "planned back", "back", "planned work", "work", "RTO"), rows)
    yield from (f"correction: {text}" for text in offered)


def _incident(arguments: argparse.Namespace) -> Output:
    with plans.opened_for_edit(arguments.plan) as session:
        if arguments.scenario and arguments.scenario not in session.plan.scenarios:
            known = ", ".join(session.plan.scenarios) or "none yet"
            raise InputRefused("--scenario", [f"{arguments.scenario} is not one of: {known}"])
        starts = _start(arguments.starts)
        new = preparation.declare_incident(
            session.plan,
            "incident",
            arguments.scenario,
            starts=starts,
            name=arguments.name,
            severity=arguments.severity,
            afterwards=arguments.afterwards,
        )
        event = list(new.events.values())[-1]
        session.edit(f"Begin {event.title}", new)
    return Output({"event": event.id}, lambda: [f"{event.id}: {event.title}"])


def _start(text: str) -> str:
    try:
        moment = datetime.datetime.fromisoformat(text)
    except ValueError as error:
        why = f"{text} is no date with time; write it like 2026-02-11T09:00+00:00"
        raise InputRefused("--starts", [why]) from error
    return (moment if moment.tzinfo else moment.astimezone()).isoformat(timespec="seconds")


def _timeline(arguments: argparse.Namespace) -> Output:
    from bcp_planner.exercises import chronicle as entering
    from bcp_planner.interchange import chronicle

    source: Path = arguments.source
    now = datetime.datetime.now().astimezone()
    with plans.opened_for_edit(arguments.plan) as session:
        lines = chronicle.read(session.plan, arguments.event, source)
        new = entering.add(session.plan, arguments.event, lines, now=now)
        session.record(f"Enter timeline {source.name}", new)
    last = max((one.at for one in lines), default=0)
    document: Json = {"entries": len(lines), "last": iso(last)}
    return Output(document, lambda: [f"{len(lines)} entries added, the last at T+{human(last)}"])


def _close(arguments: argparse.Namespace) -> Output:
    with plans.opened_for_edit(arguments.plan) as session:
        event = preparation.event_of(session.plan, arguments.event)
        session.record(f"Close {event.title}", log.close(session.plan, event.id))
        entries = len(log.entries_of(session.plan, event.id))
    document: Json = {"event": event.id, "entries": entries}
    return Output(document, lambda: [f"{event.id} is closed with {entries} entries"])


_ACTIONS = {
    "list": _list,
    "create": _create,
    "pack": _pack,
    "export": _export,
    "import": _import,
    "refresh": _refresh,
    "forecast": _forecast,
    "review": _review,
    "incident": _incident,
    "timeline": _timeline,
    "close": _close,
}


def actions(arguments: argparse.Namespace) -> Output:
    """List corrective actions by urgency, or tell the effect of one."""
    plan = plans.read(arguments.plan)
    if arguments.effect:
        return _effect(plan, arguments.effect)
    today = datetime.datetime.now().astimezone().date()
    found = learning.by_urgency(plan, today)
    if arguments.overdue:
        found = [one for one in found if learning.is_overdue(one, today)]
    document: Json = {"actions": [_action(one, today) for one in found]}
    rows = [
        (
            one.id,
            "OVERDUE" if learning.is_overdue(one, today) else one.status,
            one.due,
            one.owner,
            one.text,
        )
        for one in found
    ]
    headers = ("id", "status", "due", "owner", "action")
    return Output(document, lambda: table(headers, rows) if rows else ["no actions"])


def _action(one: Action, today: datetime.date) -> Json:
    return {
        "id": one.id,
        "text": one.text,
        "type": one.type,
        "source": one.source,
        "services": list[Json](one.services),
        "owner": one.owner,
        "due": one.due,
        "status": one.status,
        "overdue": learning.is_overdue(one, today),
    }


def _effect(plan: Plan, action_id: str) -> Output:
    action = plan.actions.get(action_id)
    if action is None:
        known = ", ".join(plan.actions) or "none yet"
        raise InputRefused("--effect", [f"{action_id} is not one of: {known}"])
    found = learning.effect(plan, action).scenarios
    document: Json = {
        "action": action.id,
        "scenarios": [
            {
                "scenario": one.scenario,
                "makespan": [iso(one.makespan[0]), iso(one.makespan[1])],
                "services": {
                    key: {
                        "verdict": service.verdict.value,
                        "figures": [change.name for change in service.changes],
                    }
                    for key, service in one.services.items()
                },
            }
            for one in found
        ],
    }

    def lines() -> Iterator[str]:
        yield f"{action.id}: {action.text}"
        for one in found:
            before, after = one.makespan
            yield f"{one.scenario}: all back at T+{human(before)} before, T+{human(after)} after"
            for key, service in one.services.items():
                names = ", ".join(change.name for change in service.changes)
                yield f"  {plan.services[key].title}: {service.verdict.value} ({names})"

    return Output(document, lines)


def diagnose(arguments: argparse.Namespace) -> Output:
    """Rank the likely causes of what is seen."""
    from bcp_planner.analysis.diagnosis import Observation
    from bcp_planner.analysis.diagnosis import diagnose as rank

    plan = plans.read(arguments.plan)
    seen = Observation(
        frozenset(arguments.down or ()),
        frozenset(arguments.degraded or ()),
        frozenset(arguments.up or ()),
        arguments.elapsed,
    )
    found = rank(plan, seen, largest=arguments.max_order)
    document: Json = {
        "causes": [
            {
                "fails": list[Json](one.fails),
                "unexplained": list[Json](one.unexplained),
                "to_check": list[Json](one.to_check),
                "next_down": [{"service": key, "at": iso(at)} for key, at in one.next_down],
            }
            for one in found.causes
        ],
        "complete": found.complete,
    }

    def titles(keys: Sequence[str]) -> str:
        return ", ".join(plan.services[key].title for key in keys)

    def lines() -> Iterator[str]:
        for number, one in enumerate(found.causes, 1):
            yield f"{number}. {titles(one.fails)}"
            if one.unexplained:
                yield f"   does not explain: {titles(one.unexplained)}"
            if one.to_check:
                yield f"   check next, should be down too: {titles(one.to_check)}"
            for key, at in one.next_down[:5]:
                yield f"   will go down at T+{human(at)}: {plan.services[key].title}"
        if not found.causes:
            yield "nothing in the plan explains this"
        if not found.complete:
            yield "not every combination was tried"

    return Output(document, lines)


def verify_log(arguments: argparse.Namespace) -> Output:
    """Check that no log entry was changed; exit code 1 when one was."""
    with plans.opened(arguments.plan) as session:
        plan, notes = session.plan, [note for note in session.notes if "log" in note]
    if arguments.event:
        preparation.event_of(plan, arguments.event)
    chosen = [arguments.event] if arguments.event else list(plan.events)
    problems = [problem for key in chosen for problem in log.verify(plan, key)]
    counts = {key: len(log.entries_of(plan, key)) for key in chosen}
    document: Json = {
        "events": {key: counts[key] for key in chosen},
        "problems": [
            {"event": one.event, "entry": one.entry or None, "place": one.place, "text": one.text}
            for one in problems
        ],
        "notes": list[Json](notes),
    }

    def lines() -> Iterator[str]:
        for one in problems:
            yield f"{one.event}: {one.text}"
        yield from notes
        if not problems and not notes:
            yield f"{sum(counts.values())} entries, none was changed"

    return Output(document, lines, exit_code=1 if problems or notes else 0)
