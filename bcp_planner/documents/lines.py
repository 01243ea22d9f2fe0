"""Breaking text into lines.

Breaks fall at spaces, after hyphens and slashes between letters, and around Chinese and Japanese
characters, but not between a number and its unit nor inside a telephone number; a word longer than
a line is broken rather than cut off. Text without right-to-left
letters and from simple scripts, which is nearly all of a document, takes a short way.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from bcp_planner.documents import direction
from bcp_planner.documents.shaping import Piece, Run, Shaper


class Span(NamedTuple):
    """A stretch of a paragraph in one weight.

    An isolated one, such as a name inside a sentence, keeps its own reading direction without
    changing the order of the words around it.
    """

    text: str
    bold: bool = False
    isolated: bool = False


Text: TypeAlias = str | tuple[Span, ...]
"""Words to print: never markup, whatever characters are in them."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line, ready to draw; lengths are in thousandths of the type size.

    Attributes:
        pieces: In reading order.
        width: Length of the line.
        leftward: Whether its paragraph is read from right to left.
        places: Where each piece begins; empty when they simply follow each other.
    """

    pieces: tuple[Piece, ...]
    width: float
    leftward: bool = False
    places: tuple[float, ...] = ()


_NO_LINE = Line((), 0.0)
_BREAKS = re.compile("\r\n|[\n\r\v\f\u0085\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_BLANKS = re.compile("[\t \u2000-\u2006\u2008-\u200a\u205f\u3000]+")
_PLAIN = re.compile(
    "[ -~\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u0527\u1e00-\u1fff"
    "\u2010-\u2027\u2030-\u205e\u20ac\u2190-\u2193\u2212\u2264\u2265]*"
)
_TOKEN = re.compile(
    r" "
    r"|[(]?\+?\d+(?: \d{2,6}){1,5}(?![^\s,;.)/])[,;.)]*"  # a telephone number
    r"|[(]?(?:[<≥] )?\d[\d,.]* (?:min|[dhsw%])(?!\w)[,;.)]*"  # a number and its unit
    r"|[^ ]*?[^\W\d_][-/](?=[^\W\d_])"
    r"|[^ ]+"
)
_PARTED = re.compile("( )")
_WIDE = re.compile(
    "[\u2e80-\u2fdf\u2ff0-\u30ff\u3105-\u312f\u31a0-\u31ff\u3400-\u4dbf\u4e00-\ua4cf"
    "\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef\U0001f000-\U0001faff\U00020000-\U0003ffff]"
)
_NOT_FIRST = frozenset(
    "、。，．・：；？！」』】）〕〉》〗〟’”々ーぁぃぅぇぉっゃゅょァィゥェォッャュョ％)]}.,:;!?…"
)
_NOT_LAST = frozenset("「『【（〔〈《〖〝‘“([{￥＄")
_FOLLOWS = frozenset("\u0e30\u0e32\u0e33\u0e45\u0e46\u0eb0\u0eb2\u0eb3")
"""Thai and Lao vowels that are written after their consonant and never begin a line."""
_SOFT_PLACES = frozenset("-_/\\.:,;@&=+|")


_Measure: TypeAlias = Callable[[str], float]


class _Atom(NamedTuple):
    """A stretch that may not be broken: start and end in the paragraph, and blanks before it."""

    start: int
    end: int
    spaced: bool


class Breaker:
    """Breaks the text of one document into lines; remembers what it measured."""

    _ENOUGH = 60_000

    def __init__(self, shaper: Shaper) -> None:
        """Break text that the given shaper sets."""
        self._shaper = shaper
        self._known: dict[tuple[Text, bool, int], tuple[Line, ...]] = {}
        self._spaces = {bold: shaper.run(" ", bold=bold) for bold in (False, True)}

    def lines(self, text: Text, room: float, *, bold: bool = False) -> tuple[Line, ...]:
        """Return the lines of a text; at least one, which is empty when the text is.

        Args:
            text: What to set; line ends inside it begin new lines.
            room: Length of a line in thousandths of the type size.
            bold: The weight of text that does not say it itself.
        """
        key = (text, bold, int(room))
        found = self._known.get(key)
        if found is None:
            if len(self._known) > self._ENOUGH:
                self._known.clear()
            found = self._known[key] = tuple(self._paragraphs(text, room, bold))
        return found

    def width(self, text: str, *, bold: bool = False) -> float:
        """Return the length of a text set on one line, in thousandths of the type size."""
        return self.lines(text, 1e9, bold=bold)[0].width

    def _paragraphs(self, text: Text, room: float, bold: bool) -> Iterator[Line]:
        spans = (Span(text, bold),) if isinstance(text, str) else text
        for paragraph in _split(spans):
            characters = "".join(span.text for span in paragraph)
            if paragraph and _is_plain(paragraph, characters):
                yield from self._plain(characters, room, paragraph[0].bold)
            elif paragraph:
                yield from _Paragraph(self._shaper, paragraph).lines(room)
            else:
                yield _NO_LINE

    def _plain(self, text: str, room: float, bold: bool) -> Iterator[Line]:
        run, space = self._shaper.run, self._spaces[bold]
        words: list[Run] = []
        width = 0
        gap = False
        for token in _tokens(text, lambda part: run(part, bold=bold).advance <= room):
            if token == " ":
                gap = bool(words)
                continue
            word = run(token, bold=bold)
            extra = word.advance + (space.advance if gap else 0)
            if words and width + extra > room:
                yield _plain_line(words, width)
                words, width, gap, extra = [], 0, False, word.advance
            if extra > room:
                *full, (word, _) = self._shorten(token, room, bold)
                yield from (Line(part.pieces, part.advance) for part, _ in full)
                extra = word.advance
            if gap:
                words.append(space)
            words.append(word)
            width += extra
            gap = False
        yield _plain_line(words, width)

    def _shorten(self, token: str, room: float, bold: bool) -> list[tuple[Run, str]]:
        """Break one word that is longer than a line into runs that fit."""
        return [
            (self._shaper.run(part, bold=bold), part)
            for part in chop(token, room, lambda part: self._shaper.run(part, bold=bold).advance)
        ]


def _is_plain(paragraph: Sequence[Span], characters: str) -> bool:
    """Say whether a paragraph is of one weight and of scripts that need no special care."""
    bold = paragraph[0].bold
    one_weight = all(span.bold == bold for span in paragraph)
    return one_weight and _PLAIN.fullmatch(characters) is not None


def _plain_line(words: list[Run], width: float) -> Line:
    return Line(_merged([piece for word in words for piece in word.pieces]), width)


def _merged(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Join neighbours from one font entry, so that a line is a few operators only."""
    merged: list[Piece] = []
    start = 0
    for index in range(1, len(pieces) + 1):
        first = pieces[start]
        if index < len(pieces) and _alike(first, pieces[index]):
            continue
        merged.append(_joined(pieces[start:index]) if index - start > 1 else first)
        start = index
    return tuple(merged)


def _alike(first: Piece, other: Piece) -> bool:
    return first.use is other.use and first.rise == other.rise and first.thick == other.thick


def _joined(pieces: Sequence[Piece]) -> Piece:
    code = "".join([piece.code for piece in pieces]).replace("><", "")
    first = pieces[0]
    advance = sum([piece.advance for piece in pieces])
    return Piece(first.use, code, advance, first.rise, first.thick)


def _split(spans: Sequence[Span]) -> Iterator[list[Span]]:
    """Split into paragraphs at line ends, with blanks made equal and control characters out."""
    current: list[Span] = []
    for span in spans:
        first, *others = _BREAKS.split(span.text)
        current += _cleaned(span, first)
        for other in others:
            yield current
            current = _cleaned(span, other)
    yield current


def _cleaned(span: Span, text: str) -> list[Span]:
    text = _BLANKS.sub(" ", _CONTROLS.sub("", text))
    return [span._replace(text=text)] if text else []


def chop(text: str, room: float, measure: _Measure) -> list[str]:
    """Cut a long word into parts that fit, after a hyphen, dot or the like where one is near."""
    parts: list[str] = []
    while text:
        count = _fitting(text, room, measure)
        if count < len(text):
            count = _soft_place(text, count)
        parts.append(text[:count])
        text = text[count:]
    return parts


def _fitting(text: str, room: float, measure: _Measure) -> int:
    """Return how many characters fit, at least one with its marks.

    What is measured grows from a few letters: a word may have a hundred thousand of them.
    """
    low = high = 1
    while high < len(text) and measure(text[:high]) <= room:
        low, high = high, min(2 * high, len(text))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if measure(text[:middle]) <= room else (low, middle - 1)
    while low < len(text) and _continues(text[low], text[low - 1]):
        low -= 1
        if low == 0:
            return _first_cluster(text)
    return low


def _first_cluster(text: str) -> int:
    count = 1
    while count < len(text) and _continues(text[count], text[count - 1]):
        count += 1
    return count


def _continues(character: str, before: str) -> bool:
    if before == "\u200d" or character in _FOLLOWS:
        return True
    return unicodedata.category(character) in {"Mn", "Me", "Mc", "Cf"}


def _soft_place(text: str, count: int) -> int:
    """Prefer a break after punctuation in the last third of the part."""
    for index in range(count, count - count // 3, -1):
        if text[index - 1] in _SOFT_PLACES:
            return index
    return count


class _Paragraph:
    """A paragraph of mixed scripts, directions or weights."""

    def __init__(self, shaper: Shaper, spans: Sequence[Span]) -> None:
        self._shaper = shaper
        self._text = "".join(span.text for span in spans)
        self._bold = [span.bold for span in spans for _ in span.text]
        if direction.has_right_to_left(self._text):
            stretches = [(span.text, span.isolated) for span in spans]
            self._base, self._levels = direction.levels_of(stretches)
        else:
            self._base, self._levels = 0, [0] * len(self._text)
        self._widths: dict[tuple[int, int], float] = {}

    def lines(self, room: float) -> Iterator[Line]:
        """Fill lines greedily."""
        start = end = -1
        width = 0.0
        for atom in self._fitting_atoms(room):
            own = self._width(atom.start, atom.end)
            gap = self._width(end, atom.start) if atom.spaced and end >= 0 else 0.0
            if start >= 0 and width + gap + own > room:
                yield self._line(start, end)
                start, width, gap = -1, 0.0, 0.0
            if start < 0:
                start = atom.start
            end = atom.end
            width += gap + own
        yield self._line(max(start, 0), max(end, 0))

    def _fitting_atoms(self, room: float) -> Iterator[_Atom]:
        for atom in _atoms(self._text, lambda start, end: self._width(start, end) <= room):
            if self._width(atom.start, atom.end) <= room:
                yield atom
                continue
            place, spaced = atom.start, atom.spaced
            for part in chop(self._text[atom.start : atom.end], room, self._measure_at(atom.start)):
                yield _Atom(place, place + len(part), spaced)
                place, spaced = place + len(part), False

    def _measure_at(self, start: int) -> _Measure:
        bold = self._bold[start]
        rightward = self._levels[start] % 2 == 0
        return lambda part: self._shaper.run(part, bold=bold, rightward=rightward).advance

    def _width(self, start: int, end: int) -> float:
        known = self._widths.get((start, end))
        if known is None:
            known = sum(run.advance for run, _ in self._runs(start, end))
            self._widths[start, end] = known
        return known

    def _runs(self, start: int, end: int) -> Iterator[tuple[Run, int]]:
        """Yield the shaped runs of a stretch in reading order, each with its level."""
        place = start
        while place < end:
            weight, level = self._bold[place], self._levels[place]
            stop = place + 1
            while stop < end and (self._bold[stop], self._levels[stop]) == (weight, level):
                stop += 1
            text = self._text[place:stop]
            yield self._shaper.run(text, bold=weight, rightward=level % 2 == 0), level
            place = stop

    def _line(self, start: int, end: int) -> Line:
        runs = list(self._runs(start, end))
        width = sum(run.advance for run, _ in runs)
        if not any(level for _, level in runs):
            pieces = _merged([piece for run, _ in runs for piece in run.pieces])
            return Line(pieces, width, leftward=self._base == 1)
        starts = [0.0] * len(runs)
        x = 0.0
        for place in direction.visual_order([level for _, level in runs]):
            starts[place] = x
            x += runs[place][0].advance
        placed = [
            item
            for (run, level), begin in zip(runs, starts, strict=True)
            for item in _placed(run, begin, rightward=level % 2 == 0)
        ]
        pieces = tuple(piece for piece, _ in placed)
        places = tuple(place for _, place in placed)
        return Line(pieces, width, self._base == 1, places)


def _placed(run: Run, begin: float, *, rightward: bool) -> list[tuple[Piece, float]]:
    """Return the pieces of a run in reading order, each with its place."""
    placed: list[tuple[Piece, float]] = []
    for piece in run.pieces:
        placed.append((piece, begin))
        begin += piece.advance
    return placed if rightward else placed[::-1]


def _tokens(text: str, fits: Callable[[str], bool]) -> Iterator[str]:
    """Yield blanks and the words between them; what should stay together is parted if it must."""
    for token in _TOKEN.findall(text):
        if " " not in token or token == " " or fits(token):
            yield token
        else:
            yield from filter(None, _PARTED.split(token))


def words_of(text: str) -> list[str]:
    """Return what a line end should not part."""
    return [token for line in _BREAKS.split(text) for token in _TOKEN.findall(line) if token != " "]


def _atoms(text: str, fits: Callable[[int, int], bool]) -> Iterator[_Atom]:
    """Split a paragraph at its break opportunities."""
    place = 0
    spaced = False

    def fitting(part: str) -> bool:
        return fits(place, place + len(part))

    for token in _tokens(text, fitting):
        if token == " ":
            spaced = True
        else:
            for start, end in _between_wide(token):
                yield _Atom(place + start, place + end, spaced)
                spaced = False
        place += len(token)


def _between_wide(token: str) -> Iterator[tuple[int, int]]:
    """Split a token where Chinese and Japanese text may be broken."""
    start = 0
    for index in range(1, len(token)):
        before, after = token[index - 1], token[index]
        wide = _WIDE.match(before) or _WIDE.match(after)
        if wide and _may_part(before, after):
            yield start, index
            start = index
    yield start, len(token)


def breaks_anywhere(word: str) -> bool:
    """Say whether a word is of a script that needs no spaces to be broken."""
    return _WIDE.search(word) is not None


def _may_part(before: str, after: str) -> bool:
    hangul = "\uac00" <= before <= "\ud7a3" and "\uac00" <= after <= "\ud7a3"
    return not (hangul or after in _NOT_FIRST or before in _NOT_LAST or _continues(after, before))
