"""The master scenario events list as a table of text, and back.

Columns are the union of what published lists hold (FEMA HSEEP and the importers of exercise
platforms). The three clocks are written out; T+ is the one that counts when a table is read.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from bcp_planner.domain.durations import DAY, HOUR, MINUTE, Duration, DurationError, parse_human
from bcp_planner.domain.errors import InputRefused
from bcp_planner.domain.exercising import INJECT_KINDS, Event, Inject
from bcp_planner.domain.plan import Plan
from bcp_planner.exercises.preparation import event_of, next_key

HEADINGS = (
    "No.",
    "T+",
    "Scenario clock",
    "Wall clock",
    "Type",
    "Module",
    "From",
    "To",
    "Delivery",
    "Inject",
    "Expected action",
    "Objective",
    "Plan reference",
    "Controller",
    "Services",
)
_CLOCK = re.compile(r"T?\s*\+?\s*(?:(\d+)\s*d\s*)?(\d{1,4}):(\d{2})(?::(\d{2}))?", re.IGNORECASE)


def clock_text(moment: Duration) -> str:
    """Return a moment as ``T+04:00`` or ``T+1d 04:00``."""
    days, rest = divmod(moment, DAY)
    hours, rest = divmod(rest, HOUR)
    minutes, rest = divmod(rest, MINUTE)
    seconds = f":{rest // 1000:02d}" if rest >= 1000 else ""  # noqa: PLR2004 - milliseconds
    return f"T+{f'{days}d ' if days else ''}{hours:02d}:{minutes:02d}{seconds}"


def clocks(event: Event, inject: Inject) -> tuple[str, str, str]:
    """Return the three clocks of an inject: T+, in the story, and on the wall.

    A clock without a date to start from is empty.
    """
    wall = inject.at if inject.wall is None and event.length is None else inject.wall
    return (
        clock_text(inject.at),
        later(event.scenario_start or event.starts, inject.at),
        later(event.starts, wall) if wall is not None else "",
    )


def later(start: str, after: Duration | None) -> str:
    """Return date and time some time after an ISO 8601 moment, empty when that is none."""
    try:
        moment = datetime.datetime.fromisoformat(start)
    except ValueError:
        return ""
    try:
        return f"{moment + datetime.timedelta(milliseconds=after or 0):%Y-%m-%d %H:%M}"
    except OverflowError:
        return ""


def rows(plan: Plan, event_id: str) -> list[list[str]]:
    """Return the list of an exercise as rows of text below ``HEADINGS``."""
    event = event_of(plan, event_id)
    return [_row(event, inject) for inject in event.injects]


def _row(event: Event, inject: Inject) -> list[str]:
    since, story, wall = clocks(event, inject)
    return [
        inject.key,
        since,
        story,
        wall,
        inject.kind,
        inject.module,
        inject.sender,
        inject.receiver,
        inject.delivery,
        inject.text,
        inject.expected,
        inject.objective,
        inject.reference,
        inject.controller,
        ", ".join(inject.services),
    ]


@dataclass(frozen=True, slots=True)
class ListRead:
    """What reading a table did: the plan, and the numbers of the injects by what happened."""

    plan: Plan
    changed: tuple[str, ...]
    added: tuple[str, ...]
    kept: tuple[str, ...]
    """Injects that the table does not have; they stay."""


def read(plan: Plan, event_id: str, table: Sequence[Sequence[str]], source: str) -> ListRead:
    """Return the plan with the list of an exercise as a table says.

    Rows find their inject by number; rows without one are added. Columns may stand in any order,
    and those that are missing change nothing. What changed counts as edited by hand.

    Raises:
        InputRefused: naming every row that cannot be used; nothing was changed.
    """
    event = event_of(plan, event_id)
    problems: list[str] = []
    columns, body = _head(table, source)
    known = {inject.key: inject for inject in event.injects}
    changed: list[str] = []
    added: list[str] = []
    seen: list[str] = []
    for number, row in body:
        values = _values(plan, columns, row, f"row {number}", problems)
        key = str(values.pop("key", "")) or ""
        if key in seen:
            problems.append(f"row {number}, No.: {key} stands there twice")
        old = known.get(key)
        if old is None:
            key = key or next_key(replace(event, injects=tuple(known.values())))
            known[key] = replace(Inject(key=key, edited=True), **values)
            added.append(key)
        else:
            new = replace(old, **values)
            if new != old:
                known[key] = replace(new, edited=True)
                changed.append(key)
        seen.append(key)
    if problems:
        raise InputRefused(source, problems)
    kept = [key for key in known if key not in seen]
    injects = [known[key] for key in seen]
    for key in kept:
        place = next((i for i, one in enumerate(injects) if one.at > known[key].at), len(injects))
        injects.insert(place, known[key])
    plan = plan.put("events", replace(event, injects=tuple(injects)))
    return ListRead(plan, tuple(changed), tuple(added), tuple(kept))


def _head(
    table: Sequence[Sequence[str]], source: str
) -> tuple[dict[int, str], list[tuple[int, Sequence[str]]]]:
    """Return which column is which, and the rows below with their numbers."""
    wanted = {heading.casefold().rstrip("."): heading for heading in HEADINGS}
    for number, row in enumerate(table):
        found = {
            index: wanted[word]
            for index, cell in enumerate(row)
            if (word := cell.strip().casefold().rstrip(".")) in wanted
        }
        if "Inject" in found.values():
            body = [(n, r) for n, r in enumerate(table[number + 1 :], number + 2) if any(r)]
            return found, body
    why = f"no row of headings; it needs at least “Inject” and “T+”, at best {', '.join(HEADINGS)}"
    raise InputRefused(source, [why])


def moment_of(text: str) -> Duration:
    """Return a moment written as ``T+04:00``, ``1d 04:00`` or as a duration.

    Raises:
        DurationError: if it is none.
    """
    match = _CLOCK.fullmatch(text.strip())
    if match:
        days, hours, minutes, seconds = (int(part or 0) for part in match.groups())
        return days * DAY + hours * HOUR + minutes * MINUTE + seconds * 1000
    return parse_human(text.strip().removeprefix("T+").removeprefix("t+"))


def _kind(text: str) -> str:
    if text.casefold() not in INJECT_KINDS:
        raise ValueError(f"“{text}” is none of {', '.join(INJECT_KINDS)}")
    return text.casefold()


_TEXTS: Mapping[str, str] = {
    "No.": "key",
    "Module": "module",
    "From": "sender",
    "To": "receiver",
    "Delivery": "delivery",
    "Inject": "text",
    "Expected action": "expected",
    "Objective": "objective",
    "Plan reference": "reference",
    "Controller": "controller",
}
_OTHERS: Mapping[str, tuple[str, Callable[[str], object]]] = {
    "T+": ("at", moment_of),
    "Type": ("kind", _kind),
}


def _values(
    plan: Plan, columns: Mapping[int, str], row: Sequence[str], place: str, problems: list[str]
) -> dict[str, object]:
    values: dict[str, object] = {}
    for index, heading in columns.items():
        cell = row[index] if index < len(row) else ""
        if heading in _TEXTS:
            values[_TEXTS[heading]] = cell.strip() if heading == "No." else cell
        elif heading in _OTHERS and cell.strip():
            name, reader = _OTHERS[heading]
            try:
                values[name] = reader(cell.strip())
            except (DurationError, ValueError) as error:
                problems.append(f"{place}, {heading}: {error}")
        elif heading == "Services":
            ids = list(dict.fromkeys(part for one in cell.split(",") if (part := one.strip())))
            unknown = [key for key in ids if key not in plan.services]
            problems += [f"{place}, Services: {key} is not among the services" for key in unknown]
            values["services"] = tuple(ids)
    return values
