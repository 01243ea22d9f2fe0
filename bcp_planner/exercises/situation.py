"""The situation report: what stands where, made from the log and the forecast."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bcp_planner.domain.durations import MINUTE, Duration, format_human
from bcp_planner.exercises.forecast import Forecast
from bcp_planner.exercises.msel import clock_text
from bcp_planner.exercises.rewording import Say
from bcp_planner.exercises.standing import Standing

_MOST = 12
_BULLET = "  - "


def situation_report(at: Standing, found: Forecast, *, number: int = 1, say: Say = str) -> str:
    """Return a situation report as plain text, to be read out or sent."""
    return "\n".join(_said(line, say) for line in _lines(at, found, number))


def _said(line: str, say: Say) -> str:
    body = line.removeprefix(_BULLET)
    return f"{_BULLET}{say(body)}" if body != line else say(line)


def _lines(at: Standing, found: Forecast, number: int) -> Iterator[str]:
    real = at.event.kind == "incident"
    title, now = at.event.title, clock_text(at.now)
    yield (
        f"Situation report {number}, {title}, {now}"
        if real
        else f"EXERCISE – Situation report {number}, {title}, {now}"
    )
    status = at.event.status
    yield (
        f"Status: {status}, not declared."
        if at.declared is None
        else f"Status: {status}, declared at {clock_text(at.declared)}."
    )
    yield from _section("Down now", _down(at, found))
    yield from _section("Back", _back(at, found))
    yield from _section("Expected next", _expected(at, found))
    yield from _section("Targets missed or at risk", _missed(at, found))
    yield from _section("Decisions due", decisions_in_words(at, found))
    yield from _section("Decided", _decided(at))
    yield from _section("Next messages", messages_in_words(at))
    yield "End of report" if real else "EXERCISE – End of report"


def _section(title: str, lines: Sequence[str]) -> Iterator[str]:
    yield ""
    yield f"{title}:"
    yield from (f"{_BULLET}{line}" for line in list(lines)[:_MOST] or ["none"])
    if len(lines) > _MOST:
        yield _BULLET + f"and {len(lines) - _MOST} more"


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
        f"{_title(at, one.service)}: {one.target} due at {clock_text(one.due)}, never back"
        if one.expected is None
        else f"{_title(at, one.service)}: {one.target} due at {clock_text(one.due)}, "
        f"expected {clock_text(one.expected)}"
        for one in found.misses
    ]


def decisions_in_words(at: Standing, found: Forecast) -> list[str]:
    """Return what is due by when, as sentences, earliest first."""
    return [_due(at, one.by, one.service) for one in found.decisions]


def _due(at: Standing, by: Duration, service: str | None) -> str:
    left = format_human((by - at.now) // MINUTE * MINUTE) if by > at.now else ""
    moment, name = clock_text(by), _title(at, service) if service else ""
    if name:
        return (
            f"By {moment}: start {name} (in {left})" if left else f"By {moment}: start {name} (now)"
        )
    return f"By {moment}: declare (in {left})" if left else f"By {moment}: declare (now)"


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
        f"{plan.communications[due.communication].audience} by {clock_text(due.at)} – overdue"
        if due.at < at.now
        else f"{plan.communications[due.communication].audience} by {clock_text(due.at)}"
        for due in at.due_messages()
    ]
