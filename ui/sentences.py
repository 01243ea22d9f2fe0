"""Sentences of the rooms below, read back: which pattern made them, and with which values.

The rooms below know no languages. What they say is English, also in plan files and exports. A
window in another language finds the pattern of a sentence (`{name} has an RTO of {own}`),
translates the pattern, and puts the values in again. `tests/texts.py` collects the patterns.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from operator import ne

import resources
from ui import language

_MOST_KEPT = 20_000
_MOST_COMMAS = 5
"""Parts of a name that holds commas."""

_DEEPEST = 3
"""How often a value may itself be a sentence with values."""

_FEWEST_LETTERS = 3
"""Patterns with fewer letters of their own would fit texts of people."""

_AT_START = 20
"""What words at the start of a pattern count more, in letters."""

_TOUCHING = "__and__"
"""Between the names of two values of which nothing says where one ends."""

_STOPS = ".:"

_HOLE = re.compile(r"\{(\w+)([^}]*)\}")
_BETWEEN = re.compile(r"(?<=[A-Za-z0-9)]\.) (?=[A-Z])")
_COUNT = re.compile(r"(\d[\d,]*) (.+)")
_FIGURE = re.compile(r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+)(?: ?%)?")
_NUMBERS = frozenset(
    {"needed", "number", "count", "total", "tier", "order", "people", "has", "len", "more"}
)
"""Values that are whole numbers: they make even a short pattern certain."""

_PROSE = frozenset({"check", "content", "description", "steps"})
"""Values that people wrote as sentences: only what the program says instead is translated."""


@dataclass(frozen=True, slots=True)
class _Pattern:
    """A pattern of the catalogue, ready to be compared with texts."""

    text: str
    start: str
    end: str
    fits: re.Pattern[str]


class _Names:
    """What the plan calls its services: never taken for words of the program."""

    def __init__(self) -> None:
        self.known: Callable[[], frozenset[str]] = frozenset
        self.told: dict[str, str] = {}
        self.told_of: tuple[object, ...] = ()


_names = _Names()


def protect(known: Callable[[], frozenset[str]]) -> None:
    """Name the words that are people's own: the titles of what is in the plan."""
    _names.known = known


def read_back(text: str) -> str:
    """Return an English text of the program in the language of the window, else the text itself."""
    known = _names.known()
    of = (known, language.code(), language.term())
    if _names.told_of != of or len(_names.told) > _MOST_KEPT:
        _names.told, _names.told_of = {}, of
    told = _names.told.get(text)
    if told is None:
        told = _names.told[text] = _several(text, known) or _sentence(text, known, 0, own=True)
    return told


def _several(text: str, known: frozenset[str]) -> str:
    """Return sentences that follow each other, each translated; empty if it is only one."""
    parts = _BETWEEN.split(text)
    if len(parts) == 1 or language.looked_up(text) != text:
        return ""
    for pattern in _catalogue().long_ones:
        found = pattern.fits.fullmatch(text)
        if found is not None:
            values = _values(found.groupdict(), known, 1)
            return _filled(language.looked_up(pattern.text), values)
    said = [_sentence(part, known, 0, own=True) for part in parts]
    return " ".join(said) if all(map(ne, parts, said)) else ""


def _sentence(text: str, known: frozenset[str], depth: int, *, own: bool) -> str:
    """Return a text in the language of the window.

    Args:
        text: What is said.
        known: Names that stay as they are.
        depth: How many sentences this one is a value of.
        own: Whether it was said by the program as a whole, not as a value in a sentence.
    """
    said = language.looked_up(text) if own or text in _catalogue().words else text
    if said != text:
        return said
    if language.is_duration(text):
        return language.duration_read_back(text)
    if (counted := _counted(text)) is not None:
        return counted
    for pattern in _catalogue().patterns:
        if own and text[-1] in _STOPS and not pattern.end:
            continue  # the full stop came later, see below
        if text.startswith(pattern.start) and text.endswith(pattern.end):
            found = pattern.fits.fullmatch(text)
            if found is not None:
                values = _values(found.groupdict(), known, depth + 1)
                return _filled(language.looked_up(pattern.text), values)
    return _placed(_ended(text, known, depth), text, known, depth) if own else text


def _ended(text: str, known: frozenset[str], depth: int) -> str:
    """Translate a sentence that got its full stop later than its words."""
    body = text.rstrip(_STOPS)
    if not body or body == text:
        return text
    return _sentence(body, known, depth, own=True) + text[len(body) :]


def _placed(said: str, text: str, known: frozenset[str], depth: int) -> str:
    """Translate what is said about a place: `plan.xlsx, row 3: it has no name`."""
    place, colon, what = text.partition(": ")
    if said != text or not colon or not what[:1].islower():
        return said
    rest = _sentence(what, known, depth + 1, own=True) if depth <= _DEEPEST else what
    return f"{place}: {rest}"


def _values(found: dict[str, str], known: frozenset[str], depth: int) -> dict[str, str]:
    """Return the values of a pattern, translated; two that touch were caught as one."""
    values: dict[str, str] = {}
    for name, value in found.items():
        first, _, second = name.partition(_TOUCHING)
        if name in _PROSE:
            values[name] = language.looked_up(value) if value in _catalogue().words else value
            continue
        if not second:
            values[name] = _value(value, known, depth)
            continue
        values[first], values[second] = _parted(value, known, depth)
    return values


def _parted(text: str, known: frozenset[str], depth: int) -> tuple[str, str]:
    """Return two values that touch, parted where each of them is something known, or nothing."""
    inside = {end for found in re.finditer(r"[ ,;]", text) for end in found.span()}
    for end in (*sorted(inside), 0, len(text)):
        parts = text[:end], text[end:]
        said = [_value(part, known, depth) for part in parts]
        if all(
            not part or part in known or new != part for part, new in zip(parts, said, strict=True)
        ):
            return said[0], said[1]
    return text, ""


def _value(text: str, known: frozenset[str], depth: int) -> str:
    if not text or text in known or depth > _DEEPEST:
        return text
    if _FIGURE.fullmatch(text):
        return language.localised(text)
    return _listed(text, known) or _sentence(text, known, depth, own=False)


def _listed(text: str, known: frozenset[str]) -> str:
    """Return a list, `A, B and C`, with the language's own last comma; empty if it is none."""
    for joined in re.finditer(" and ", text):  # names may hold the word, too
        said = [*_each(text[: joined.start()], known), *_each(text[joined.end() :], known)]
        if all(said):
            return language.tr("{first} and {last}", first=", ".join(said[:-1]), last=said[-1])
    return ""


def _each(text: str, known: frozenset[str]) -> list[str]:
    """Return the parts of a list, those of the program translated; empty texts for the unknown."""
    if text in known:
        return [text]
    found: list[str] = []
    parts, at = text.split(", "), 0
    while at < len(parts):
        ends = range(min(len(parts), at + _MOST_COMMAS), at, -1)  # names may hold commas, too
        end = next((end for end in ends if ", ".join(parts[at:end]) in known), 0)
        if end:
            found.append(", ".join(parts[at:end]))
        else:
            said = _sentence(parts[at], known, _DEEPEST, own=False)
            found.append(said if said != parts[at] else "")
        at = end or at + 1
    return found


def _counted(text: str) -> str | None:
    found = _COUNT.fullmatch(text)
    nouns = _catalogue().nouns.get(found[2]) if found else None
    if found is None or nouns is None:
        return None
    return language.counted(int(found[1].replace(",", "")), *nouns)


def _filled(text: str, values: dict[str, str]) -> str:
    return language.in_order(_HOLE.sub(lambda hole: values.get(hole[1], hole[0]), text))


# --------------------------------------------------------------------------------- the catalogue


@dataclass(frozen=True, slots=True)
class _Catalogue:
    """What the rooms below can say."""

    words: frozenset[str]
    patterns: tuple[_Pattern, ...]
    long_ones: tuple[_Pattern, ...]
    nouns: dict[str, tuple[str, str]]


@cache
def _catalogue() -> _Catalogue:
    raw = json.loads(resources.path("translations/sentences.json").read_text(encoding="utf-8"))
    texts: list[str] = raw["texts"]
    patterns = [pattern(text) for text in texts if _HOLE.search(text)]
    ranked = sorted(filter(None, patterns), key=lambda one: -_certainty(one.text))
    return _Catalogue(
        frozenset(text for text in texts if not _HOLE.search(text)),
        tuple(ranked),
        tuple(
            sorted(
                (one for one in ranked if _BETWEEN.search(_HOLE.sub("X", one.text))),
                key=lambda one: not one.start,
            )
        ),
        {noun: (one, many) for one, many in raw["nouns"] for noun in (one, many)},
    )


def _letters(text: str) -> int:
    """Return how many letters of its own a pattern has; quotation marks are as certain."""
    return sum(sign.isalpha() or sign in "“”" for sign in _HOLE.sub("", text))


def _certainty(text: str) -> int:
    """Return how little else a pattern fits: the more words of its own, at its start above all."""
    return _letters(text) + (0 if _HOLE.match(text) else _AT_START)


def pattern(text: str) -> _Pattern | None:
    """Return what a pattern of the catalogue fits; None when it would fit texts of people."""
    pieces = _HOLE.split(text)
    holes = list(zip(pieces[1::3], pieces[2::3], pieces[3::3], strict=True))
    numbers = sum(_is_number(name, spec) for name, spec, _ in holes)
    joins_names = _HOLE.sub("", text).strip() in ("and", "or")
    if joins_names or _letters(text) + 4 * numbers < _FEWEST_LETTERS:
        return None
    regex, seen, at = [re.escape(pieces[0])], set[str](), 0
    while at < len(holes):
        name, spec, after = holes[at]
        at += 1
        between = at > 1 and bool(after or at < len(holes))  # may say nothing, as a clause does
        shape = r"\d[\d,]*(?:\.\d+)?" if _is_number(name, spec) else ".*?" if between else ".+?"
        if not after and at < len(holes) and holes[at][0] not in seen:
            name, after = f"{name}{_TOUCHING}{holes[at][0]}", holes[at][2]
            at += 1
        regex.append(f"(?P={name})" if name in seen else f"(?P<{name}>{shape})")
        regex.append(re.escape(after))
        seen.update({name, *name.split(_TOUCHING)})
    return _Pattern(text, pieces[0], pieces[-1], re.compile("".join(regex), re.DOTALL))


def _is_number(name: str, spec: str) -> bool:
    return name in _NUMBERS or ":," in spec
