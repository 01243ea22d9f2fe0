"""Durations: exact whole milliseconds, read and written as ISO 8601 and as people write them.

A duration is an ``int`` of milliseconds everywhere in the program; ``None`` means unknown (or
"never" for a moment), which is not the same as zero. Whole numbers keep every comparison exact.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TypeAlias

Duration: TypeAlias = int
"""Milliseconds, never negative."""

SECOND: Duration = 1_000
MINUTE: Duration = 60 * SECOND
HOUR: Duration = 60 * MINUTE
DAY: Duration = 24 * HOUR
WEEK: Duration = 7 * DAY
LONGEST: Duration = 36_525 * DAY
"""A hundred years; longer is refused as a typing error, and sums stay far inside 64 bits."""

_NUMBER = r"(\d{1,18}(?:[.,]\d{1,9})?)"
_ISO = re.compile(
    rf"P(?:{_NUMBER}W)?(?:{_NUMBER}D)?(?:T(?:{_NUMBER}H)?(?:{_NUMBER}M)?(?:{_NUMBER}S)?)?",
    re.ASCII,
)
_ISO_UNITS = (WEEK, DAY, HOUR, MINUTE, SECOND)

_UNIT_WORDS: dict[str, Duration] = {
    word: unit
    for unit, words in (
        (WEEK, "w wk wks week weeks wo woche wochen"),
        (DAY, "d day days t tag tage tagen"),
        (HOUR, "h hr hrs hour hours std stunde stunden"),
        (MINUTE, "m min mins minute minutes minuten"),
        (SECOND, "s sec secs second seconds sek sekunde sekunden"),
    )
    for word in words.split()
}
_PART = re.compile(r"(\d{1,12}(?:[.,]\d{1,6})?)\s*([^\W\d_]+)\.?", re.UNICODE)
_CLOCK = re.compile(r"(\d{1,5}):([0-5]\d)(?::([0-5]\d))?", re.ASCII)


class DurationError(ValueError):
    """Text that is no duration; the message says what is expected."""


def _whole(amount: Decimal, text: str) -> Duration:
    """Return the amount of milliseconds as a whole number, inside the allowed range."""
    if amount != int(amount):
        raise DurationError(f"“{text[:40]}” is finer than a millisecond")
    if amount > LONGEST:
        raise DurationError(f"“{text[:40]}” is longer than 100 years")
    return int(amount)


def parse_iso(text: str) -> Duration:
    """Return the duration that an ISO 8601 text such as ``P1DT12H`` means.

    Weeks to seconds are understood, in this order; the last part may have decimals. Months and
    years are refused because they have no fixed length.

    Raises:
        DurationError: if the text is no such duration, is negative, or exceeds 100 years.
    """
    match = _ISO.fullmatch(text)
    parts = match.groups() if match else ()
    given = [index for index, part in enumerate(parts) if part is not None]
    last = given[-1] if given else -1
    decimals = any("." in parts[i] or "," in parts[i] for i in given if i != last)
    if not given or decimals or text.endswith("T"):
        raise DurationError(
            f"“{text[:40]}” is not a duration such as PT4H, P1DT12H or PT90S (weeks to seconds)"
        )
    total = sum(
        (Decimal(parts[i].replace(",", ".")) * _ISO_UNITS[i] for i in given), start=Decimal(0)
    )
    return _whole(total, text)


def format_iso(duration: Duration) -> str:
    """Return the one canonical ISO 8601 text of a duration: days to seconds, ``PT0S`` for zero."""
    days, rest = divmod(duration, DAY)
    hours, rest = divmod(rest, HOUR)
    minutes, rest = divmod(rest, MINUTE)
    seconds, millis = divmod(rest, SECOND)
    time = (f"{hours}H" if hours else "") + (f"{minutes}M" if minutes else "")
    if seconds or millis:
        fraction = f".{millis:03d}".rstrip("0") if millis else ""
        time += f"{seconds}{fraction}S"
    date = f"{days}D" if days else ""
    if not date and not time:
        return "PT0S"
    return f"P{date}" + (f"T{time}" if time else "")


def parse_human(text: str) -> Duration:
    """Return the duration a person typed: ``4h``, ``1d 12h``, ``90 min``, ``1:30``, ``PT4H``.

    A bare number is refused, except ``0``: hours and minutes are too easily confused. ``1:30``
    means hours and minutes. English and German unit words are understood.

    Raises:
        DurationError: if the text is no duration; the message shows what may be typed.
    """
    cleaned = " ".join(text.split()).strip()
    if cleaned == "0":
        return 0
    if cleaned[:1] in {"P", "p"}:
        return parse_iso(cleaned.upper())
    if clock := _CLOCK.fullmatch(cleaned):
        hours, minutes, seconds = (int(part or 0) for part in clock.groups())
        return _whole(Decimal(hours * HOUR + minutes * MINUTE + seconds * SECOND), cleaned)
    return _parse_words(cleaned)


def _parse_words(text: str) -> Duration:
    total, position = Decimal(0), 0
    while position < len(text):
        part = _PART.match(text, position)
        unit = _UNIT_WORDS.get(part.group(2).casefold()) if part else None
        if part is None or unit is None:
            break
        total += Decimal(part.group(1).replace(",", ".")) * unit
        position = part.end()
        while position < len(text) and text[position] in " ,+":
            position += 1
    if not text or position < len(text):
        raise DurationError(
            f"“{text[:40]}” is not a duration; type for example 4 h, 1 d 12 h, 90 min or 30 s"
        )
    return _whole(total, text)


def format_human(duration: Duration) -> str:
    """Return a duration as a person writes it: ``4 h``, ``1 d 12 h``, ``90 s``, ``0 min``."""
    if duration == 0:
        return "0 min"
    if duration < 2 * MINUTE:
        seconds = Decimal(duration) / SECOND
        return f"{seconds.normalize():f} s"
    days, rest = divmod(duration, DAY)
    hours, rest = divmod(rest, HOUR)
    minutes, rest = divmod(rest, MINUTE)
    parts = [(days, "d"), (hours, "h"), (minutes, "min")]
    words = [f"{amount} {unit}" for amount, unit in parts if amount]
    if rest:
        words.append(f"{(Decimal(rest) / SECOND).normalize():f} s")
    return " ".join(words)


def rounded(duration: Duration) -> Duration:
    """Return a drawn or averaged time to the minute, below ten minutes to the second.

    The milliseconds of a trial only look exact.
    """
    unit = SECOND if duration < 10 * MINUTE else MINUTE
    return round(duration / unit) * unit
