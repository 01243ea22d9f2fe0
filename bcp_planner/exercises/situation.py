"""The situation report: what stands where, made from the log and the forecast."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bcp_planner.domain.durations import MINUTE, format_human
from bcp_planner.exercises.forecast import Forecast
from bcp_planner.exercises.msel import clock_text
from bcp_planner.exercises.standing import Standing

_MOST = 12


def situation_report(at: Standing, found: Forecast, *, number: int = 1) -> str:
    """Return a situation report as plain text, to be read out or sent."""
    return "\n".join(_lines(at, found, number))


def _lines(at: Standing, found: Forecast, number: int) -> Iterator[str]:
    mark = "" if at.event.kind == "incident" else "EXERCISE – "
    yield f"{mark}Situation report {number}, {at.event.title}, {clock_text(at.now)}"
    declared = "not declared" if at.declared is None else f"declared at {clock_text(at.declared)}"
    yield f"Status: {at.event.status}, {declared}."
    yield from _section("Down now", _down(at, found))
    yield from _section("Back", _back(at, found))
    yield from _section("Expected next", _expected(at, found))
    yield from _section("Targets missed or at risk", _missed(at, found))
    yield from _section("Decisions due", decisions_in_words(at, found))
    yield from _section("Decided", _decided(at))
    yield from _section("Next messages", messages_in_words(at))
    yield f"{mark}End of report".strip()


def _section(title: str, lines: Sequence[str]) -> Iterator[str]:
    yield ""
    yield f"{title}:"
    yield from (f"  - {line}" for line in list(lines)[:_MOST] or ["none"])
    if len(lines) > _MOST:
        yield f"  - and {len(lines) - _MOST} more"


def _title(at: Standing, key: str) -> str:
    service = at.case.plan.services.get(key)
    return service.title if service else key


def _down(at: Standing, found: Forecast) -> list[str]:
    return [
        f"{_title(at, key)}, since {clock_text(one.down_at)}"
        for key, one in found.recovery.services.items()
        if one.down_at is not None
        and one.down_at <= at.now
        and (one.up_at is None or one.up_at > at.now)
    ]


def _back(at: Standing, found: Forecast) -> list[str]:
    return [
        f"{_title(at, key)}, since {clock_text(one.up_at)}"
        for key, one in found.recovery.services.items()
        if one.up_at is not None and not one.rides_through and one.up_at <= at.now
    ]


def _expected(at: Standing, found: Forecast) -> list[str]:
    later = [
        (one.up_at, key)
        for key, one in found.recovery.services.items()
        if one.up_at is not None and one.up_at > at.now
    ]
    return [f"{_title(at, key)} at {clock_text(up)}" for up, key in sorted(later)]


def _missed(at: Standing, found: Forecast) -> list[str]:
    return [
        f"{_title(at, one.service)}: {one.target} due at {clock_text(one.due)}, "
        + (f"expected {clock_text(one.expected)}" if one.expected is not None else "never")
        for one in found.misses
    ]


def decisions_in_words(at: Standing, found: Forecast) -> list[str]:
    """Return what is due by when, as sentences, earliest first."""
    return [
        f"By {clock_text(one.by)}: "
        + (f"start {_title(at, one.service)}" if one.service else "declare")
        + (
            f" (in {format_human((one.by - at.now) // MINUTE * MINUTE)})"
            if one.by > at.now
            else " (now)"
        )
        for one in found.decisions
    ]


def _decided(at: Standing) -> list[str]:
    return [
        f"{clock_text(one.at)} {one.text}{f' ({one.by})' if one.by else ''}"
        for one in at.entries
        if one.kind == "decision"
    ]


def messages_in_words(at: Standing) -> list[str]:
    """Return who is to be told when, as sentences, earliest first."""
    plan = at.case.plan
    return [
        f"{plan.communications[due.communication].audience} by {clock_text(due.at)}"
        + (" – overdue" if due.at < at.now else "")
        for due in at.due_messages()
    ]
