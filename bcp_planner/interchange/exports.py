"""Small text formats that are only written: CSV of services, Mermaid, calendars."""

from __future__ import annotations

import datetime
import re
import uuid
from collections.abc import Iterator

from bcp_planner.domain.durations import format_human
from bcp_planner.domain.entities import Requirement, Service
from bcp_planner.domain.fields import Kind, fields_of
from bcp_planner.domain.plan import Plan
from bcp_planner.interchange import plan_tables, text_tables, values

_MARKUP = re.compile(r'[#"<>&;`|\\\[\]{}()]')
_LONGEST_LINE = 73


def services_csv(plan: Plan) -> bytes:
    """Return the services as CSV, with what each depends on in a cell.

    Reading it gives the same services as far as a single table can hold them; the tables of the
    whole plan (``csv-files``, ``xlsx``) hold everything.
    """
    table = next(t for t in plan_tables.tables_of(plan) if t.name == "Services")
    needs: dict[str, list[Requirement]] = {}
    for requirement in plan.requirements.values():
        needs.setdefault(requirement.dependant, []).append(requirement)
    rows = [[*table.headings, "Depends on"]]
    for row, service in zip(table.rows, plan.services.values(), strict=True):
        told = "; ".join(_named(plan, requirement) for requirement in needs.get(service.id, ()))
        rows.append([*(cell if isinstance(cell, str) else repr(cell) for cell in row), told])
    return text_tables.to_csv(rows)


def _named(plan: Plan, requirement: Requirement) -> str:
    between = " or " if requirement.is_redundant else "; "
    return between.join(plan.services[p].title for p in requirement.providers)


def mermaid(plan: Plan) -> bytes:
    """Return the plan as a Mermaid flow chart; an arrow goes from dependant to provider."""
    names = {key: f"n{number}" for number, key in enumerate(plan.services)}
    lines = ["flowchart TD"]
    lines += [f'  {names[s.id]}["{_mermaid_text(s.title)}"]' for s in plan.services.values()]
    for requirement in plan.requirements.values():
        arrow = "-.->" if requirement.strength == "soft" else "-->"
        label = ""
        if requirement.is_redundant:
            label = f"|{requirement.needed} of {len(requirement.providers)}|"
        start = f"  {names[requirement.dependant]} {arrow}{label}"
        lines += [f"{start} {names[provider]}" for provider in requirement.providers]
    return "\n".join([*lines, ""]).encode()


def _mermaid_text(text: str) -> str:
    return _MARKUP.sub(lambda match: f"#{ord(match[0])};", values.one_line(text)) or " "


def calendar(plan: Plan) -> bytes:
    """Return reviews, exercises and due actions as an iCalendar file (RFC 5545).

    The same plan gives the same bytes, so that importing it again updates instead of doubling.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Business Continuity Planner//EN"]
    for key, title, start, about, place in _dates(plan):
        own = uuid.uuid5(uuid.NAMESPACE_URL, f"bcp-planner:{plan.info.name}:{key}")
        lines += ["BEGIN:VEVENT", f"UID:{own}", "DTSTAMP:20000101T000000Z", start]
        lines.append(f"SUMMARY:{_ical_text(title)}")
        if about:
            lines.append(f"DESCRIPTION:{_ical_text(about)}")
        if place:
            lines.append(f"LOCATION:{_ical_text(place)}")
        lines.append("END:VEVENT")
    lines.append("END:VCALENDAR")
    return "".join(f"{_wrapped(line)}\r\n" for line in lines).encode()


def _dates(plan: Plan) -> Iterator[tuple[str, str, str, str, str]]:
    """Yield key, title, start line, description and place of each entry."""
    name = plan.info.name or "Continuity plan"
    if plan.info.review_due:
        yield "review", f"Review: {name}", _day(plan.info.review_due), plan.info.owner, ""
    for event in plan.events.values():
        start = _moment(event.starts)
        if start and event.kind != "incident":
            title = f"{event.kind.capitalize()}: {event.title}"
            yield f"event {event.id}", title, start, event.scope, event.place
    for action in plan.actions.values():
        if action.due and action.status not in {"done", "verified", "dropped"}:
            owner = f"Owner: {action.owner}" if action.owner else ""
            yield f"action {action.id}", f"Due: {action.text}", _day(action.due), owner, ""


def _day(iso: str) -> str:
    return f"DTSTART;VALUE=DATE:{iso.replace('-', '')}"


def _moment(iso: str) -> str:
    try:
        moment = datetime.datetime.fromisoformat(iso)
    except ValueError:
        return ""
    if moment.tzinfo is None:
        return f"DTSTART:{moment:%Y%m%dT%H%M%S}"
    return f"DTSTART:{moment.astimezone(datetime.UTC):%Y%m%dT%H%M%SZ}"


def _ical_text(text: str) -> str:
    plain = values.text(text).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    lines = [values.one_line(line) for line in plain.splitlines()]
    return "\\n".join(lines)


def _wrapped(line: str) -> str:
    """Fold a line after at most 75 bytes, never inside a character."""
    parts: list[str] = []
    part = ""
    for letter in line:
        if len((part + letter).encode()) > _LONGEST_LINE:
            parts.append(part)
            part = ""
        part += letter
    return "\r\n ".join([*parts, part])


def labels(service: Service) -> Iterator[tuple[str, str]]:
    """Yield label and text of each simple field of a service that is known."""
    for name, field in fields_of(Service).items():
        value = getattr(service, name)
        kind = field.about.kind
        if value in (None, "", (), {}, False) or kind in {Kind.RECORDS, Kind.POINT, Kind.ID}:
            continue
        if kind is Kind.DURATION:
            yield field.about.label, format_human(value)
        else:
            yield field.about.label, str(plan_tables.shown_cell(value, field))
