"""Sentences of the rooms below, read back: which pattern made them, and with which values.

The rooms below know no languages. What they say is English, also in plan files and exports. A
window in another language finds the pattern of a sentence (`{name} has an RTO of {own}`),
translates the pattern, and puts the values in again. `tools/texts.py` collects the patterns.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import resources
from ui import language

_MOST_KEPT = 20_000
_DEEPEST = 3
"""How often a value may itself be a sentence with values."""

_FEWEST_LETTERS = 4
"""Patterns with fewer letters of their own would fit texts of people."""

_HOLE = re.compile(r"\{(\w+)([^}]*)\}")
_COUNT = re.compile(r"(\d[\d,]*) (.+)")
_FIGURE = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+")
_NUMBERS = frozenset(
    {"needed", "number", "count", "total", "tier", "order", "people", "has", "len"}
)
"""Values that are whole numbers: they make even a short pattern certain."""


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
        told = _names.told[text] = _sentence(text, known, 0, own=True)
    return told


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
        if text.startswith(pattern.start) and text.endswith(pattern.end):
            found = pattern.fits.fullmatch(text)
            if found is not None:
                values = {
                    name: _value(value, known, depth + 1)
                    for name, value in found.groupdict().items()
                }
                return _filled(language.looked_up(pattern.text), values)
    return _ended(text, known, depth) if own else text


def _ended(text: str, known: frozenset[str], depth: int) -> str:
    """Translate a sentence that got its full stop later than its words."""
    body = text.rstrip(".:")
    if not body or body == text:
        return text
    return _sentence(body, known, depth, own=True) + text[len(body) :]


def _value(text: str, known: frozenset[str], depth: int) -> str:
    if not text or text in known or depth > _DEEPEST:
        return text
    if _FIGURE.fullmatch(text):
        return language.localised(text)
    return _listed(text, known) or _sentence(text, known, depth, own=False)


def _listed(text: str, known: frozenset[str]) -> str:
    """Return a list of names, `A, B and C`, with the language's own last comma; empty if none."""
    first, joined, last = text.rpartition(" and ")
    if not joined or last not in known:
        return ""
    if first not in known and any(name not in known for name in first.split(", ")):
        return ""
    return language.tr("{first} and {last}", first=first, last=last)


def _counted(text: str) -> str | None:
    found = _COUNT.fullmatch(text)
    nouns = _catalogue().nouns.get(found[2]) if found else None
    if found is None or nouns is None:
        return None
    return language.counted(int(found[1].replace(",", "")), *nouns)


def _filled(text: str, values: dict[str, str]) -> str:
    return _HOLE.sub(lambda hole: values.get(hole[1], hole[0]), text)


# --------------------------------------------------------------------------------- the catalogue


@dataclass(frozen=True, slots=True)
class _Catalogue:
    """What the rooms below can say."""

    words: frozenset[str]
    patterns: tuple[_Pattern, ...]
    nouns: dict[str, tuple[str, str]]


@cache
def _catalogue() -> _Catalogue:
    raw = json.loads(resources.path("translations/sentences.json").read_text(encoding="utf-8"))
    texts: list[str] = raw["texts"]
    patterns = [pattern(text) for text in texts if _HOLE.search(text)]
    return _Catalogue(
        frozenset(text for text in texts if not _HOLE.search(text)),
        tuple(sorted(filter(None, patterns), key=lambda one: -_letters(one.text))),
        {noun: (one, many) for one, many in raw["nouns"] for noun in (one, many)},
    )


def _letters(text: str) -> int:
    return sum(sign.isalpha() for sign in _HOLE.sub("", text))


def pattern(text: str) -> _Pattern | None:
    """Return what a pattern of the catalogue fits; None when it would fit texts of people."""
    pieces = _HOLE.split(text)
    numbers = sum(name in _NUMBERS or ":," in spec for name, spec in _HOLE.findall(text))
    if _letters(text) + 4 * numbers < _FEWEST_LETTERS:
        return None
    regex, seen = [re.escape(pieces[0])], set[str]()
    for name, spec, after in zip(pieces[1::3], pieces[2::3], pieces[3::3], strict=True):
        shape = r"\d[\d,]*" if name in _NUMBERS or ":," in spec else ".+?"
        regex.append(f"(?P={name})" if name in seen else f"(?P<{name}>{shape})")
        regex.append(re.escape(after))
        seen.add(name)
    return _Pattern(text, pieces[0], pieces[-1], re.compile("".join(regex), re.DOTALL))
