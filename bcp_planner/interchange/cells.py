"""What people write into cells, as values: durations, lists of names, importance, kinds."""

from __future__ import annotations

import datetime
import re
from functools import lru_cache

from bcp_planner.domain.durations import (
    DAY,
    HOUR,
    LONGEST,
    MINUTE,
    SECOND,
    WEEK,
    Duration,
    DurationError,
    parse_human,
)
from bcp_planner.domain.entities import Estimate
from bcp_planner.interchange import values

UNITS = {"minutes": MINUTE, "hours": HOUR, "days": DAY, "weeks": WEEK, "seconds": SECOND}
_LONGEST_NOTHING = 20
_NOTHING = frozenset(
    [
        "-",
        "–",
        "—",
        ".",
        "/",
        "?",
        "??",
        "n/a",
        "na",
        "n.a.",
        "none",
        "null",
        "nil",
        "tbd",
        "tbc",
        "tba",
        "unknown",
        "keine",
        "keiner",
        "kein",
        "k.a.",
        "n.n.",
        "nan",
        "entfällt",
        "offen",
        "unbekannt",
        "no",
        "nothing",
        "aucun",
        "aucune",
        "néant",
        "#n/a",
        "#ref!",
        "#value!",
        "#name?",
        "(none)",
        "",
        "n.a",
        "k.a",
        "n.n",
        "none known",
        "not known",
        "none identified",
        "no dependencies",
        "not applicable",
        "to be defined",
        "keine bekannt",
    ]
)
_AT_ONCE = frozenset(["immediate", "immediately", "instant", "at once", "sofort", "zero"])
_FOREIGN = {
    "jours": "d",
    "jour": "d",
    "heures": "h",
    "heure": "h",
    "semaines": "w",
    "semaine": "w",
    "giorni": "d",
    "ore": "h",
    "días": "d",
    "horas": "h",
    "hodin": "h",
    "uur": "h",
    "dagen": "d",
    "calendar": "",
    "kalendertage": "d",
    "kalendertag": "d",
}
_IN_DAYS = {"month": 30, "months": 30, "monat": 30, "monate": 30, "monaten": 30, "mois": 30,
            "year": 365, "years": 365, "jahr": 365, "jahre": 365, "jahren": 365}  # fmt: skip
"""Units without a fixed length, as continuity plans count them."""
_FROM_TWO = ("two|zwei", "three|drei", "four|vier", "five|fünf", "six|sechs", "seven|sieben",
             "eight|acht", "nine|neun", "ten|zehn", "eleven|elf", "twelve|zwölf")  # fmt: skip
_IN_WORDS = {
    **dict.fromkeys(("a", "an", "one", "ein", "eine", "einen", "einer", "einem", "un", "une"), "1"),
    **dict.fromkeys(("half", "halb", "halbe", "halber", "halben", "halbes"), "0.5"),
    **{
        word: str(number)
        for number, words in enumerate(_FROM_TWO, start=2)
        for word in words.split("|")
    },
}
_IN_BRACKETS = re.compile(r"^([^()]+?)\s*\(([^()]+)\)$")
_WORKING = re.compile(r"business|working|office|werk|arbeit|büro", re.IGNORECASE)
_AND = re.compile(r"\s(?:und|and|et)\s")
_HALF_OF = re.compile(
    r"^(?:half (?:an?|of an?)|(?:ein|eine|einen|einem|einer) halb(?:e[nrsm]?)?)\s"
)
_FRACTION = re.compile(r"^(\d{0,3}) ?(½|¼|¾|[1-9]/[1-9])(?=\s*[^\W\d_])")
_SIGNS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_CLOCK_WITH_UNIT = re.compile(r"^(\d{1,4}:\d\d(?::\d\d)?)\s*(?:h|hrs?|hours?|std|stunden|uhr)\.?$")
_HOURS_MINUTES = re.compile(r"^(\d{1,4}) ?(?:h|std\.?) ?(\d{1,2})$")
_DAYS_OF_UNIT = re.compile(r"(\d+(?:[.,]\d+)?) ?([^\W\d_]+)")
_AMBIGUOUS = re.compile(r"(?<![\d.,])[1-9]\d{0,2}[.,]\d{3}(?!\d|\s*(?:s|sec|sek)\b)")
_BEFORE = re.compile(
    r"^(?:[<>≤≥~≈=]+|max\.?|maximum|up to|bis zu|bis|within|innerhalb(?: von)?|ca\.?|about|"
    r"approx\.?)\s*",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_RANKS = {
    "critical": 1,
    "mission critical": 1,
    "kritisch": 1,
    "platinum": 1,
    "very high": 1,
    "sehr hoch": 1,
    "essential": 1,
    "high": 2,
    "hoch": 2,
    "gold": 2,
    "important": 2,
    "medium": 3,
    "mittel": 3,
    "silver": 3,
    "moderate": 3,
    "normal": 3,
    "low": 4,
    "niedrig": 4,
    "gering": 4,
    "bronze": 4,
}
_OBJECTIVES = {"rto": "rto", "rpo": "rpo", "mtd": "mtpd", "mtpd": "mtpd", "mao": "mtpd"}
_BETWEEN_OBJECTIVES = re.compile(r"[,;\n]+")
_EPOCH = datetime.datetime(1899, 12, 30)


class CellError(ValueError):
    """A cell that does not hold what its column holds; the message says what is expected."""


def is_nothing(value: object) -> bool:
    """Whether a cell is empty or says in words that there is nothing."""
    if isinstance(value, str):
        return len(value) <= _LONGEST_NOTHING and value.casefold().strip(" .,:\t\n") in _NOTHING
    return value is None


def duration(value: object, unit: Duration | None = None) -> Duration | None:
    """Return the duration in a cell, in any usual spelling, or None when it says nothing.

    Args:
        value: The cell: a text, a time or duration of the spreadsheet, or a bare number.
        unit: What a bare number counts. Without it a number below 1 is a part of a day, as
            spreadsheets store times, and any other number counts hours.

    Raises:
        CellError: if it is no duration.
    """
    if isinstance(value, datetime.timedelta):
        return _bounded(round(value.total_seconds()) * SECOND)
    if isinstance(value, datetime.time):
        return (value.hour * 60 + value.minute) * MINUTE + value.second * SECOND
    if isinstance(value, datetime.datetime):
        since = value.replace(tzinfo=None) - _EPOCH
        if since.days > 400:  # noqa: PLR2004 - a date, not a long time
            raise CellError(f"{value.date()} is a date, not a duration such as 4 h")
        return _bounded(round(since.total_seconds()) * SECOND)
    if is_nothing(value):
        return None
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _of_number(float(value), unit)
    return _of_text(values.one_line(value), unit)


def _of_number(number: float, unit: Duration | None) -> Duration:
    if unit is None and 0 < number < 1:
        return round(number * DAY / SECOND) * SECOND
    unit = HOUR if unit is None else unit
    if not 0 <= number <= LONGEST:
        raise CellError(f"{number:g} is no usable duration")
    return _bounded(round(number * unit))


def _bounded(milliseconds: int) -> Duration:
    if not 0 <= milliseconds <= LONGEST:
        raise CellError("a duration is 0 to 100 years")
    return milliseconds


@lru_cache(maxsize=10_000)
def _of_text(text: str, unit: Duration | None) -> Duration:
    if text.casefold() in _AT_ONCE:
        return 0
    remark = _IN_BRACKETS.match(text)
    if remark and any(map(str.isalpha, remark[1])):
        return _with_remark(remark[1], remark[2], unit)
    plain = _BEFORE.sub("", text.replace("(", " ").replace(")", " ").strip())
    if _WORKING.search(plain):
        why = "counts working time; write how many hours or days that is"
        raise CellError(f"“{text[:40]}” {why}")
    if found := _AMBIGUOUS.search(plain):
        one, thousand = found[0].replace(",", "."), re.sub("[.,]", "", found[0])
        why = f"may mean {float(one):g} or {thousand}; write it without the sign in between"
        raise CellError(f"“{text[:40]}” {why}")
    number = values.number(plain.replace(",", "."))
    if number is not None:
        return _of_number(number, unit)
    known = _WORD.sub(lambda m: _FOREIGN.get(m[0].casefold(), m[0]), _in_figures(plain))
    try:
        return parse_human(" ".join(known.split()))
    except DurationError as error:
        raise CellError(str(error)) from error


def _with_remark(text: str, remark: str, unit: Duration | None) -> Duration:
    """Return a duration with something in brackets behind it, unless that makes it another one."""
    if _WORKING.search(remark):
        return _of_text(f"{text} {remark}", unit)  # says what is wrong with it
    length = _of_text(text, unit)
    try:
        same = _of_text(remark, unit)
    except CellError:
        same = length
    if same != length:
        raise CellError(f"“{f'{text} ({remark})'[:40]}” says two lengths; write one of them")
    return length


def _in_figures(text: str) -> str:
    """Return a text with number words, fractions and months as figures and days."""
    plain = _AND.sub(" ", _HALF_OF.sub("0.5 ", text.casefold()))
    if clock := _CLOCK_WITH_UNIT.fullmatch(plain):
        return clock[1]
    if both := _HOURS_MINUTES.fullmatch(plain):
        return f"{both[1]} h {both[2]} min"
    first, space, rest = plain.partition(" ")
    if space and first in _IN_WORDS:
        plain = f"{_IN_WORDS[first]} {rest}"
    if part := _FRACTION.match(plain):
        above, slash, below = part[2].partition("/")
        share = int(above) / int(below) if slash else _SIGNS[part[2]]
        plain = f"{int(part[1] or 0) + share:g} {plain[part.end() :]}"
    found = _DAYS_OF_UNIT.sub(_as_days, plain)
    return found if found != text.casefold() else text


def _as_days(match: re.Match[str]) -> str:
    days = _IN_DAYS.get(match[2])
    return f"{float(match[1].replace(',', '.')) * days:g} d" if days else match[0]


def objectives(value: object) -> dict[str, Duration | None]:
    """Return the objectives in a cell such as ``rto: 4h30m, rpo: 15m, mtd: 24h``.

    Raises:
        CellError: if a part is none.
    """
    found: dict[str, Duration | None] = {}
    for part in _BETWEEN_OBJECTIVES.split(values.text(value)) if not is_nothing(value) else ():
        word, _, told = part.partition(":")
        field = _OBJECTIVES.get(word.strip().casefold())
        if field is None:
            raise CellError(f"“{part.strip()[:40]}” is no objective such as RTO: 4 h")
        found[field] = duration(told.strip())
    return found


def estimate(value: object, unit: Duration | None = None) -> Estimate | None:
    """Return working time in a cell: one duration, or three between slashes.

    Raises:
        CellError: if it is neither.
    """
    if isinstance(value, str) and value.count("/") == 2:  # noqa: PLR2004
        three = [duration(part, unit) for part in value.split("/")]
        low, likely, high = (part if part is not None else 0 for part in three)
        if not low <= likely <= high:
            raise CellError("optimistic must not exceed likely, nor likely pessimistic")
        return Estimate(low, likely, high)
    one = duration(value, unit)
    return None if one is None else Estimate.of(one)


def unit_in(heading: str) -> Duration | None:
    """Return the unit that a heading such as ``RTO (h)`` or ``RTO in Tagen`` names."""
    for word in reversed(_WORD.findall(heading)):
        try:
            return parse_human(f"1 {_FOREIGN.get(word.casefold(), word)}")
        except DurationError:
            continue
    return None


def rank(value: object) -> int | None:
    """Return importance, 1 for most: a number, ``Tier 2``, ``1 - most critical`` or a word.

    Raises:
        CellError: if it says neither.
    """
    if is_nothing(value):
        return None
    text = values.one_line(value)
    found = re.search(r"\d{1,3}", text)
    if found and int(found.group()) >= 1:
        return int(found.group())
    for word in sorted(_RANKS, key=len, reverse=True):
        if word in text.casefold():
            return _RANKS[word]
    raise CellError(f"“{text[:40]}” is no tier such as 1, 2 or 3")


def people(value: object) -> dict[str, int]:
    """Return team -> people of a cell such as ``DBA: 2; Network``; one where it does not say."""
    found: dict[str, int] = {}
    for part in values.text(value).replace("\n", ";").replace(",", ";").split(";"):
        name, _, number = part.rpartition(":")
        count = values.number(number) if name else None
        team = values.one_line(name if count else part)
        if team and not is_nothing(team):
            found[team] = max(1, int(count or 1))
    return found
