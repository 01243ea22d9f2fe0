"""A timeline that was written elsewhere, taken into the log of an event entry by entry.

Tables have a column of times and one of what happened; plain text has a time at the head of a line.
A time is one after the disruption (``T+1:30``, ``90 min``), a date with time, or a time of day: one
earlier than the line before is on the next day.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bcp_planner.domain.codec import shown
from bcp_planner.domain.durations import Duration, DurationError
from bcp_planner.domain.errors import InputRefused
from bcp_planner.domain.exercising import LOG_KINDS
from bcp_planner.domain.plan import Plan
from bcp_planner.exercises import log
from bcp_planner.exercises.msel import moment_of
from bcp_planner.exercises.preparation import event_of

_HEADINGS: Mapping[str, str] = {
    **dict.fromkeys(("time", "t+", "when", "at", "date", "time (utc)", "timestamp"), "time"),
    **dict.fromkeys(("what", "event", "text", "description", "what happened", "entry"), "text"),
    **dict.fromkeys(("kind", "type"), "kind"),
    **dict.fromkeys(("service", "services", "system", "component"), "service"),
    **dict.fromkeys(("by", "who", "role", "person"), "by"),
    **dict.fromkeys(("source", "evidence", "reference"), "source"),
    **dict.fromkeys(("options", "options considered"), "options"),
    **dict.fromkeys(("reason", "why"), "reason"),
    **dict.fromkeys(("subject", "task", "no.", "no"), "subject"),
}
_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})(?::(\d{2}))?\s*([ap]\.?m\.?)?", re.IGNORECASE)
_LINE = re.compile(
    r"\s*(?:[-*•]\s+)?(?:\*\*|\[)?"
    r"(?P<time>T\s*\+\s*(?:\d+\s*d\s*)?\d+:\d{2}(?::\d{2})?"
    r"|\d{4}-\d{2}-\d{2}[T ]\d{1,2}:\d{2}(?::\d{2})?(?:Z|\s?[+-]\d{2}:?\d{2})?"
    r"|\d{1,2}:\d{2}(?::\d{2})?(?:\s*[ap]\.?m\.?)?)"
    r"(?:\s*UTC)?(?:\*\*|\])?\s*[-–—:|,]?\s+(?P<text>\S.*?)\s*",
    re.IGNORECASE,
)
_HALF_DAY = 12


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a timeline, ready for the log."""

    at: Duration
    fields: Mapping[str, str]


def read(plan: Plan, event_id: str, table: Sequence[Sequence[str]], source: str) -> list[Line]:
    """Return the lines of a table.

    Raises:
        InputRefused: naming every row that cannot be used.
    """
    columns, first = _head(table, source)
    rows = [
        (number, {name: row[i].strip() for i, name in columns.items() if i < len(row)})
        for number, row in enumerate(table[first:], first + 1)
        if any(cell.strip() for cell in row)
    ]
    return _lines(plan, event_id, [(f"row {number}", row) for number, row in rows], source)


def read_text(plan: Plan, event_id: str, text: str, source: str) -> list[Line]:
    """Return the lines of a text that begin with a time; lines without one go with the last.

    Raises:
        InputRefused: if no line begins with a time, or a time cannot be used.
    """
    found: list[tuple[str, dict[str, str]]] = []
    for number, line in enumerate(text.splitlines(), 1):
        match = _LINE.fullmatch(line)
        if match:
            found.append((f"line {number}", {"time": match["time"], "text": match["text"]}))
        elif found and line.strip():
            found[-1][1]["text"] += f" {line.strip()}"
    if not found:
        raise InputRefused(source, ["no line begins with a time, such as 08:30 or T+1:30"])
    return _lines(plan, event_id, found, source)


def add(plan: Plan, event_id: str, lines: Sequence[Line], *, now: datetime.datetime) -> Plan:
    """Return the plan with the lines at the end of an event's log, each sealed.

    Raises:
        EditRefused: if there is no such event or it is closed.
    """
    for one in lines:
        values = {key: value for key, value in one.fields.items() if key != "kind"}
        kind = one.fields.get("kind") or "note"
        plan = log.append(plan, event_id, log.entry(kind, one.at, now=now, **values))
    return plan


def moment(text: str, starts: str) -> Duration:
    """Return what is typed as a time, in milliseconds after the disruption.

    Args:
        text: A time after the disruption, a date with time, or a time of day.
        starts: When the event began, ISO 8601; empty while that is open.

    Raises:
        DurationError: if it is no time.
        ValueError: if it is before the disruption.
    """
    at = _moment(text, _start(starts), 0)
    if at < 0:
        raise ValueError(f"{text} is before the disruption began")
    return at


def _head(table: Sequence[Sequence[str]], source: str) -> tuple[dict[int, str], int]:
    for number, row in enumerate(table):
        found: dict[int, str] = {}
        for index, cell in enumerate(row):
            name = _HEADINGS.get(cell.strip().casefold(), "")
            if name and name not in found.values():
                found[index] = name
        if {"time", "text"} <= set(found.values()):
            return found, number + 1
    raise InputRefused(source, ["no row of headings; it needs at least “Time” and “What”"])


def _lines(
    plan: Plan, event_id: str, rows: Sequence[tuple[str, Mapping[str, str]]], source: str
) -> list[Line]:
    start = _start(event_of(plan, event_id).starts)
    problems: list[str] = []
    found: list[Line] = []
    last: Duration = 0
    for place, row in rows:
        try:
            at = _moment(row.get("time", ""), start, last)
        except (ValueError, DurationError) as error:
            problems.append(f"{place}, time: {error}")
            continue
        if at < 0:
            problems.append(f"{place}, time: {row['time']} is before the disruption began")
            continue
        last = at
        found.append(Line(at, dict(_fields(plan, row, place, problems))))
    if problems:
        raise InputRefused(source, problems)
    return found


def _fields(
    plan: Plan, row: Mapping[str, str], place: str, problems: list[str]
) -> Iterator[tuple[str, str]]:
    for name, value in row.items():
        if name == "time" or not value:
            continue
        if name == "kind" and value.casefold() not in LOG_KINDS:
            problems.append(f"{place}, kind: {shown(value)} is none of {', '.join(LOG_KINDS)}")
        elif name == "kind":
            yield name, value.casefold()
        elif name == "service":
            key = _service(plan, value)
            if key is None:
                problems.append(f"{place}, service: {shown(value)} is not among the services")
            else:
                yield name, key
        else:
            yield name, value


def _service(plan: Plan, text: str) -> str | None:
    if text in plan.services:
        return text
    wanted = text.casefold()
    return next((key for key, one in plan.services.items() if one.title.casefold() == wanted), None)


def _start(iso: str) -> datetime.datetime | None:
    try:
        moment = datetime.datetime.fromisoformat(iso)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.astimezone()


def _moment(text: str, start: datetime.datetime | None, last: Duration) -> Duration:
    """Return milliseconds after the disruption; negative for a moment before it."""
    clock = _CLOCK.fullmatch(text.strip())
    if clock is not None and start is not None:
        return _time_of_day(clock, start, last)
    try:
        moment = datetime.datetime.fromisoformat(text.strip())
    except ValueError:
        return moment_of(text)
    if start is None:
        raise ValueError(f"{text} is a date, and the event has no start to count from")
    moment = moment if moment.tzinfo else moment.replace(tzinfo=start.tzinfo)
    return int((moment - start).total_seconds() * 1000)


def _time_of_day(clock: re.Match[str], start: datetime.datetime, last: Duration) -> Duration:
    hour = int(clock[1])
    if clock[4]:
        hour = hour % _HALF_DAY + (_HALF_DAY if clock[4].casefold().startswith("p") else 0)
    moment = start.replace(hour=hour, minute=int(clock[2]), second=int(clock[3] or 0))
    before = start + datetime.timedelta(milliseconds=last)
    earliest = before.replace(second=0, microsecond=0) if not clock[3] else before
    while moment < earliest:
        moment += datetime.timedelta(days=1)
    return max(0, int((moment - start).total_seconds() * 1000))
