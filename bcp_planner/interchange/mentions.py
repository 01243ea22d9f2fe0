"""The services that a cell of free text mentions: lists of names, and prose around them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from bcp_planner.interchange import values
from bcp_planner.interchange.cells import is_nothing

_SEPARATORS = (
    re.compile(r"[;\n\r|•]+|(?<=[^\W\d_]{3})[.!]\s+(?=[A-ZÄÖÜ])"),
    re.compile(r",|\s[–-]\s"),
    re.compile(r"\s&\s|\s\+\s|\s/\s|\s(?:and|und|sowie|et|plus|as well as)\s", re.IGNORECASE),
)
"""From the strongest to the weakest."""
_EITHER = re.compile(r"\s(?:or|oder|ou)\s", re.IGNORECASE)
_BULLET = re.compile(r"^\s*(?:[-*•·–]|\d{1,2}[.)])\s+")
_SOFT_LEAD = re.compile(
    r"^(?:see also|also see|see|cf\.?|optionally|nice to have|siehe auch|siehe|vgl\.?)"
    r"(?:[:\s]\s*|$)",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^(?:(?:and|also|it|this|the (?:app|application|system)|mainly|und|auch)\s+)*"
    r"(?:needs?|requires?|uses?|using|depends?\s+(?:up)?on|dependent\s+(?:up)?on|relies\s+on|"
    r"rel(?:y|ies)\s+on|"
    r"runs?\s+on|running\s+on|hosted\s+(?:on|by|in|at)|based\s+on|connect(?:s|ed)?\s+to|"
    r"talks\s+to|fed\s+by|(?:gets\s+)?data\s+from|interfaces?\s+(?:to|with)|linked\s+to|via|"
    r"benötigt|braucht|läuft\s+auf|nutzt|abhängig\s+von|hängt\s+ab\s+von)(?:\s*:\s*|\s+)",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:the|our|an?|der|die|das|den|dem|le|la|les)\s+", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\s*\(([^()]*)\)\s*$")
_OPEN_QUESTION = re.compile(
    r"^(?:t\.?\s?b\.?\s?[acd]\b|ask\b|check\b|clarify\b|unclear\b|not\s|no\s|if\s|when\s|klären\b|"
    r"all\b|every\b|various\b|several\b|divers)|\?$",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:was|were|is|are|has|have|had|will|should|must|can|be|we|nobody|ist|sind|war|wurde|wird|"
    r"hat|haben|muss|kann|wir)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")
_SIGNS = re.compile(r"[\W_]+")
_MOST_WORDS_OF_A_NAME = 5
_LONGEST_NAME = 80
_LONGEST_PHRASE = 60
"""Words of a phrase in which names are looked for."""
_MOST_LIKE = 6
_MOST_FOUND = 10_000
"""Answers that are kept, since one cell asks for the same words several times."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A service that a cell mentions, or several that stand for each other.

    Attributes:
        names: The names; one of them is enough. None for a sentence about something else.
        said: The words of the cell when they say more than the names; '' for a plain list.
        soft: Whether it is mentioned in passing ("see also").
        guessed: Whether the name was found within a phrase.
    """

    names: tuple[str, ...]
    said: str = ""
    soft: bool = False
    guessed: bool = False


class Names:
    """The names of services, found in whatever way people write them."""

    def __init__(self) -> None:
        self._keys: dict[str, str] = {}
        self._close: dict[str, str] | None = None
        self._first_words: set[str] = set()
        self._longest = 0
        self._found: dict[str, str] = {}

    def add(self, name: str, key: str, *, replaces: bool = True) -> None:
        """Add a name of the service with a key; the newest of a name counts, or the first."""
        exact = folded(name)
        self._longest = max(self._longest, len(exact))
        if replaces:
            self._keys[exact] = key
        else:
            self._keys.setdefault(exact, key)
        self._found.clear()
        if self._close is not None:
            self._add_spellings(exact, key)

    def exact(self, name: str) -> str:
        """Return the key of the service of exactly that name, but for case and spaces, or ''."""
        return self._keys.get(folded(name), "")

    def find(self, name: str) -> str:
        """Return the key of the service that a name means, or ''."""
        found = self._found.get(name)
        if found is None:
            if len(self._found) >= _MOST_FOUND:
                self._found.clear()
            found = self._found[name] = self._look_for(name)
        return found

    def _look_for(self, name: str) -> str:
        exact = folded(name)
        found = self._keys.get(exact, "")
        if found or not exact or len(exact) > 2 * self._longest + _LONGEST_NAME:
            return found
        close = self._spelt()
        letters = _letters(exact)
        return close.get(exact) or close.get(letters) or self._keys.get(letters, "")

    def beginnings(self, words: Sequence[str]) -> list[int]:
        """Return the places of the words with which some name starts."""
        self._spelt()
        first = self._first_words
        return [
            place
            for place, word in enumerate(words)
            if (word.casefold() if word.isalnum() else _letters(folded(word))) in first
        ]

    def _spelt(self) -> dict[str, str]:
        """Return the keys by other spellings, which are worked out at the first question."""
        if self._close is None:
            self._close = {}
            for known, key in self._keys.items():
                self._add_spellings(known, key)
        return self._close

    def _add_spellings(self, exact: str, key: str) -> None:
        if self._close is None:
            return
        spellings = [] if exact.isalnum() else [other for other in _spellings(exact) if other]
        for other in spellings:
            self._close.setdefault(other, key)
        for name in (exact, *spellings):
            self._first_words.add(_letters(name.partition(" ")[0]))

    def __contains__(self, name: object) -> bool:
        """Whether a name means a service."""
        return isinstance(name, str) and bool(self.find(name))


def _spellings(exact: str) -> Iterator[str]:
    """Yield other ways to write a name: without signs, without brackets, what is in brackets."""
    yield _letters(exact)
    inside = _IN_BRACKETS.search(exact)
    if inside and inside.start():
        yield exact[: inside.start()]
        yield inside[1].strip()


def _letters(exact: str) -> str:
    return _SIGNS.sub("", exact)


def folded(text: object) -> str:
    """Return a name for comparing: case and spaces do not matter."""
    return values.one_line(text).casefold().strip(" .,:")


def mentions(value: object, known: Names) -> tuple[list[Mention], list[str]]:
    """Return the services that a cell mentions, and the phrases that mention none.

    Args:
        value: The cell.
        known: Names that exist; one that holds a comma is not cut, and a phrase that holds one
            ("nightly feed from SAP") mentions it.
    """
    if is_nothing(value):
        return [], []
    plain = _plain_list(values.text(value), known)
    if plain:
        return plain, []
    found: list[Mention] = []
    prose: list[str] = []
    for piece in _cut(Mention((values.text(value),)), known, 0):
        if not piece.names:
            prose.append(piece.said)
            continue
        named = [_name(name, known) for name in piece.names]
        names: tuple[str, ...] = tuple(dict.fromkeys(filter(None, named)))
        if not names:
            continue
        first, *others = names
        remark = piece.said or _remark(piece.names)
        inside = [] if others or first in known else list(_inside(first, known))
        if inside:
            found += [Mention((name,), first, piece.soft, guessed=True) for name in inside]
        elif not others and first not in known and _is_prose(first):
            prose.append(first)
        else:
            found.append(replace(piece, names=names, said=remark))
    return found, prose


def _plain_list(text: str, known: Names) -> list[Mention]:
    """Return the names of a list that needs no closer look, since each one is known; else []."""
    if known.exact(text):
        return [Mention((values.one_line(text).strip(" .,:"),))]
    parts = text.split(";") if ";" in text else text.split(",")
    if not all(map(known.exact, parts)):
        return []
    return [Mention((values.one_line(part).strip(" .,:"),)) for part in parts]


def _remark(texts: Iterable[str]) -> str:
    """Return names as they stand there, if one has a remark in brackets that is no name."""
    told = values.one_line(" / ".join(_BULLET.sub("", text) for text in texts)).strip(" .,:")
    return told if _IN_BRACKETS.search(told) else ""


def _cut(piece: Mention, known: Names, level: int) -> Iterator[Mention]:
    """Cut a text at the strongest separator first, and never inside a name that is known.

    A sentence about something else comes as it is, without names.
    """
    (text,) = piece.names
    if text in known:
        yield replace(piece, names=(_name(text, known),))
        return
    if level:  # what is said first in one sentence is not said of the next
        piece = _led(piece, known)
        (text,) = piece.names
    is_one = 0 < level < len(_SEPARATORS) and not any(
        mark.search(text) for mark in _SEPARATORS[level:-1]
    )
    if is_one and _is_story(text, known):
        yield Mention((), _plain(text))
        return
    either = _EITHER.split(text)
    if level == len(_SEPARATORS) or (len(either) > 1 and all(name in known for name in either)):
        slashed = text.split("/")
        if len(either) == 1 < len(slashed) and all(name in known for name in slashed):
            yield from (replace(piece, names=(name,)) for name in slashed)
        else:
            yield replace(piece, names=tuple(either))
        return
    for part in _SEPARATORS[level].split(text):
        yield from _cut(replace(piece, names=(part,)), known, level + 1)


def _led(piece: Mention, known: Names) -> Mention:
    """Return a piece without its first words, when they say how and not what it needs."""
    said = values.one_line(_BULLET.sub("", piece.names[0]))
    soft = _SOFT_LEAD.match(said)
    lead = soft or _LEAD.match(said)
    if lead is None or said in known:
        return piece
    return Mention((said[lead.end() :],), piece.said or said, piece.soft or bool(soft))


def _plain(text: str) -> str:
    return values.one_line(_BULLET.sub("", text)).strip(" .,:")


def _name(text: str, known: Names) -> str:
    """Return the name in a piece of text, '' when it says nothing."""
    plain = values.one_line(text).strip(" .,:")
    name = _plain(text)
    bare = _IN_BRACKETS.sub("", _ARTICLE.sub("", name))
    for other in (name, plain, _ARTICLE.sub("", name), _IN_BRACKETS.sub("", name), bare):
        if other in known:
            return other
    name = name if _is_prose(name) else bare
    return "" if is_nothing(name) else name


def _inside(phrase: str, known: Names) -> Iterator[str]:
    """Yield the names that a phrase holds, the longest first at each word."""
    words = phrase.split()[:_LONGEST_PHRASE]
    if len(words) < 3:  # noqa: PLR2004 - "Mail archive" is a name of its own
        return
    done = 0
    for start in known.beginnings(words):
        most = min(len(words), start + 6) if start >= done else start
        for end in range(most, start, -1):
            name = " ".join(words[start:end]).strip(" .,:()")
            if len(name) > 1 and name in known and not name.isdigit():
                yield name
                done = end
                break


def _is_story(text: str, known: Names) -> bool:
    """Whether a text is a sentence about something else, so that "and" joins no names."""
    is_long = text.count(" ") >= _MOST_WORDS_OF_A_NAME + 2
    return is_long and next(_inside(values.one_line(text), known), None) is None


def _is_prose(name: str) -> bool:
    """Whether something in a list of names reads like prose."""
    return (
        len(name) > _LONGEST_NAME
        or name.count(" ") >= _MOST_WORDS_OF_A_NAME
        or _OPEN_QUESTION.search(name) is not None
        or (name.count(" ") > 1 and _VERB.search(name) is not None)
    )


def alike(word: str, names: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """Return the names most like a word, best first.

    Args:
        word: A name that no service has.
        names: Names of services by each of their words, as ``by_word`` returns them.
    """
    near = dict.fromkeys(name for part in _parts(word) for name in names.get(part, ()))
    scored = [(SequenceMatcher(None, folded(word), folded(name)).ratio(), name) for name in near]
    return tuple(name for _, name in sorted(scored, key=lambda one: (-one[0], one[1]))[:_MOST_LIKE])


def by_word(names: Iterable[str]) -> dict[str, list[str]]:
    """Return names by their words, the beginnings of these, and their initials."""
    found: dict[str, list[str]] = {}
    for name in names:
        for part in _parts(name):
            found.setdefault(part, []).append(name)
    return found


def _parts(name: str) -> set[str]:
    words = _WORD.findall(name.casefold())
    parts = {word for word in words if len(word) > 1} | {w[:4] for w in words if len(w) > 3}  # noqa: PLR2004
    if len(words) > 1:
        parts.add("".join(word[0] for word in words))
    return parts
