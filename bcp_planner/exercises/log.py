"""The log of an exercise or incident: entries are added, never changed.

Each entry is sealed by SHA-256 over the seal before it and its own content, written as canonical
JSON, so that a change of any entry, a missing one, or another order shows at its place. The last
seal is kept with the event when it is closed; from then on a log cut short shows as well. The seal
proves that nothing was changed by accident or by hand in the file; somebody who writes a whole new
chain with the same program cannot be told from the first writer.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bcp_planner.domain.codec import shown, write_record
from bcp_planner.domain.durations import Duration, format_human
from bcp_planner.domain.errors import EditRefused
from bcp_planner.domain.exercising import LOG_KINDS, Event, LogEntry
from bcp_planner.domain.plan import Plan
from bcp_planner.exercises.preparation import event_of

UNSEALED = ("seal", "event")
"""Fields outside the seal: itself, and the event, whose id people may change."""


def entries_of(plan: Plan, event_id: str) -> list[LogEntry]:
    """Return the log of an event, in the order in which it was written."""
    return [entry for entry in plan.log.values() if entry.event == event_id]


def seal_of(entry: LogEntry, before: str) -> str:
    """Return the seal of an entry that follows an entry with another seal (empty: the first)."""
    content = {key: value for key, value in write_record(entry).items() if key not in UNSEALED}
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(f"{before}\n{text}".encode()).hexdigest()


def append(plan: Plan, event_id: str, entry: LogEntry) -> Plan:
    """Return the plan with one more entry at the end of an event's log, numbered and sealed.

    Args:
        plan: The plan.
        event_id: Whose log.
        entry: What to record; its id, event and seal are set here.

    Raises:
        EditRefused: if there is no such event, it is closed, or the kind is unknown.
    """
    event = event_of(plan, event_id)
    if event.status == "closed" and entry.kind != "correction":
        raise EditRefused(f"{event.title} is closed; only corrections can be added to its log")
    if entry.kind not in LOG_KINDS:
        raise EditRefused(f"{shown(entry.kind)} is no kind of entry: {', '.join(LOG_KINDS)}")
    written = entries_of(plan, event_id)
    number = _number(written[-1]) + 1 if written else 1
    made = replace(entry, id=f"{event_id}/{number:04d}", event=event_id)
    sealed = replace(made, seal=seal_of(made, written[-1].seal if written else ""))
    plan = plan.put("log", sealed)
    return _sealed_event(plan, event_id) if event.status == "closed" else plan


def entry(  # noqa: PLR0913 - the fields of a line that people fill in
    kind: str,
    at: Duration,
    text: str = "",
    *,
    now: datetime,
    by: str = "",
    service: str = "",
    subject: str = "",
    options: str = "",
    reason: str = "",
    source: str = "",
) -> LogEntry:
    """Return an entry to append.

    Args:
        kind: One of ``LOG_KINDS``.
        at: Milliseconds after the disruption.
        text: What happened.
        now: The wall clock, with its offset.
        by: Person or role.
        service: Id of the service that it is about; empty for none.
        subject: Number of a task or inject, or the id of an entry, role or communication.
        options: What was considered in a decision.
        reason: Why it was decided so.
        source: Where it is known from.
    """
    return LogEntry(
        id="new",
        event="",
        recorded=now.isoformat(timespec="seconds"),
        at=at,
        kind=kind,
        text=text,
        service=service,
        subject=subject,
        by=by,
        options=options,
        reason=reason,
        source=source,
    )


def correct(
    plan: Plan,
    entry_id: str,
    text: str,
    *,
    now: datetime,
    by: str,
    at: Duration | None = None,
    withdraws: bool = False,
) -> Plan:
    """Return the plan with a correction of an entry: one of its own, the first stays as it is.

    Args:
        plan: The plan.
        entry_id: The entry that is wrong.
        text: What is right, and why.
        now: The wall clock.
        by: Who corrects it.
        at: When it really was; None when its time was right.
        withdraws: Whether the wrong entry does not count at all.

    Raises:
        EditRefused: if there is no such entry.
    """
    wrong = plan.log.get(entry_id)
    if wrong is None:
        raise EditRefused(f"The log has no entry {shown(entry_id)}; choose one that it has")
    moment = wrong.at if at is None else at
    made = entry("correction", moment, text, now=now, by=by, subject=entry_id)
    return append(plan, wrong.event, replace(made, withdraws=withdraws))


def in_force(plan: Plan, event_id: str) -> list[LogEntry]:
    """Return the entries that count, corrected in time and by time; no withdrawn ones.

    Corrections themselves are left out: what they say is in what they correct.
    """
    written = entries_of(plan, event_id)
    corrected = {one.subject: one for one in written if one.kind == "correction"}
    found: list[LogEntry] = []
    for one in written:
        right = corrected.get(one.id)
        if one.kind == "correction" or (right is not None and right.withdraws):
            continue
        found.append(one if right is None else replace(one, at=right.at))
    return sorted(found, key=lambda one: one.at)


def close(plan: Plan, event_id: str) -> Plan:
    """Return the plan with an event closed, the end of its log kept with it."""
    event = event_of(plan, event_id)
    plan = plan.put("events", replace(event, status="closed"))
    return _sealed_event(plan, event_id)


def _sealed_event(plan: Plan, event_id: str) -> Plan:
    written = entries_of(plan, event_id)
    last = written[-1].seal if written else ""
    event = replace(plan.events[event_id], log_count=len(written), log_seal=last)
    return plan.put("events", event)


def _number(one: LogEntry) -> int:
    tail = one.id.rpartition("/")[2]
    return int(tail) if tail.isdecimal() else 0


# Checking ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class LogProblem:
    """Something in a log that is not as it was written.

    Attributes:
        event: Id of the event.
        entry: Id of the entry at which it shows; empty at the end of the log.
        place: Its place in the log, from 1 on.
        text: One sentence.
    """

    event: str
    entry: str
    place: int
    text: str


def verify(plan: Plan, event_id: str) -> tuple[LogProblem, ...]:
    """Return what was changed in the log of an event since it was written; empty if nothing.

    One changed entry is one problem: the entries after it are held against the seal that stands
    in the file as well as against the one that it should have.
    """
    event = event_of(plan, event_id)
    written = entries_of(plan, event_id)
    found: list[LogProblem] = []
    number, before = 0, frozenset({""})
    for place, one in enumerate(written, start=1):
        text = _problem(one, place, number + 1, before)
        if text:
            found.append(LogProblem(event_id, one.id, place, text))
        number, before = _number(one), frozenset({one.seal, *(seal_of(one, b) for b in before)})
    end = "" if found else _end_problem(event, written)
    if end:
        found.append(LogProblem(event_id, "", len(written), end))
    return tuple(found)


def _problem(one: LogEntry, place: int, number: int, before: frozenset[str]) -> str:
    if _number(one) != number:
        return (
            f"Line {place} of the log is numbered {shown(one.id)} where {number} is expected; "
            "entries are missing or were moved"
        )
    if one.seal not in {seal_of(one, seal) for seal in before}:
        at = format_human(one.at)
        return f"Entry {shown(one.id)} (T+{at}, {one.kind}) is not as it was sealed"
    return ""


def _end_problem(event: Event, written: Sequence[LogEntry]) -> str:
    if event.log_count is None:
        return ""
    if len(written) != event.log_count:
        return f"The log has {len(written)} entries; it was closed with {event.log_count}"
    if written and written[-1].seal != event.log_seal:
        return "The last seal is not the one kept when it was closed"
    return ""
