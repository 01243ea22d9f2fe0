"""Text to glyphs: shaping, and a record of what each printed glyph means.

The record makes text come out of the PDF as it went in: every glyph a document uses is tied to the
characters it stands for. One glyph may stand for different characters (a mirrored bracket, a
no-break space); it then gets a second font entry with its own table, over the same outlines, which
every reader understands, where replacement text on top of the glyphs is ignored by many.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from bcp_planner.documents.typefaces import Glyph, Typeface, chain


@dataclass(slots=True)
class FontUse:
    """One font entry of a document: a face and what its glyphs mean.

    Attributes:
        name: Resource name in the PDF, such as `T0`.
        face: The outlines.
        meaning: Glyph number -> the characters it stands for; also the glyphs to embed.
    """

    name: str
    face: Typeface
    meaning: dict[int, str] = field(default_factory=dict[int, str])


class Piece(NamedTuple):
    """Glyphs of one font entry in a row.

    `code` is the inside of a PDF text array (`<00410042>-20<0043>`); `advance` its length and
    `rise` how far marks are lifted, in thousandths of the type size.
    """

    use: FontUse
    code: str
    advance: int
    rise: int = 0
    thick: bool = False


class Run(NamedTuple):
    """Shaped text of one direction, from left to right, with its length in thousandths."""

    pieces: tuple[Piece, ...]
    advance: int


_NO_PICTURE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]")


class Shaper:
    """Shapes the text of one document and remembers which glyphs it needs."""

    def __init__(self) -> None:
        """Start with no glyph in use."""
        self._uses: dict[int, list[FontUse]] = {}
        self._order: list[FontUse] = []
        self._runs: dict[tuple[str, bool, bool], Run] = {}

    @property
    def uses(self) -> tuple[FontUse, ...]:
        """The font entries the document needs, in the order of first use."""
        return tuple(self._order)

    def run(self, text: str, *, bold: bool = False, rightward: bool = True) -> Run:
        """Return the glyphs of a text of one direction, without line breaks in it.

        Args:
            text: Characters in the order they are read.
            bold: Whether it is set in the bold weight.
            rightward: False for a run that is read from right to left.
        """
        key = (text, bold, rightward)
        found = self._runs.get(key)
        if found is None:
            found = self._runs[key] = self._shape(text, bold, rightward)
        return found

    def _shape(self, text: str, bold: bool, rightward: bool) -> Run:
        source = text if _joined(text) else _NO_PICTURE.sub("", text)
        runs = chain(bold).runs(source)
        pieces: list[Piece] = []
        advance = 0
        for face, start, end in runs if rightward else reversed(runs):
            shaped, length = self._shape_in(face, source[start:end], bold, rightward)
            pieces += shaped
            advance += length
        return Run(tuple(pieces), advance)

    def _shape_in(
        self, face: Typeface, text: str, bold: bool, rightward: bool
    ) -> tuple[list[Piece], int]:
        line = _GlyphLine(self, face, thick=bold and face.file.thicken)
        glyphs = face.shape(text, rightward=rightward)
        meanings = _meanings([glyph.cluster for glyph in glyphs], text)
        for glyph, meaning in zip(glyphs, meanings, strict=True):
            line.add(glyph, meaning if rightward else meaning[-1:])
            if not rightward:
                line.add_unseen(meaning[-2::-1])
        return line.finish()

    def use_for(self, face: Typeface, glyph: int, meaning: str) -> FontUse:
        """Return the font entry in which the glyph stands for just these characters."""
        entries = self._uses.setdefault(id(face), [])
        for entry in entries:
            if entry.meaning.setdefault(glyph, meaning) == meaning:
                return entry
        entry = FontUse(f"T{len(self._order)}", face, {glyph: meaning})
        entries.append(entry)
        self._order.append(entry)
        return entry


def _joined(text: str) -> bool:
    """Say whether invisible joiners matter to the shape (Arabic and Indic scripts)."""
    return "\u200c" in text or "\u200d" in text


def _meanings(clusters: list[int], text: str) -> list[str]:
    """Return for each glyph the characters it stands for; empty for followers in a cluster."""
    starts = sorted(set(clusters))
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    meanings: list[str] = []
    seen: set[int] = set()
    for cluster in clusters:
        meanings.append("" if cluster in seen else text[cluster : ends[cluster]])
        seen.add(cluster)
    return meanings


class _GlyphLine:
    """Collects glyphs into pieces, writing only the adjustments that differ from the font."""

    def __init__(self, shaper: Shaper, face: Typeface, *, thick: bool) -> None:
        self._shaper, self._face, self._thick = shaper, face, thick
        self._pieces: list[Piece] = []
        self._codes: list[str] = []
        self._use: FontUse | None = None
        self._rise = 0
        self._advance = 0
        self._owed = 0
        self._length = 0

    def add(self, glyph: Glyph, meaning: str) -> None:
        """Append a glyph; `_owed` is how far the pen must still move right."""
        use = self._shaper.use_for(self._face, glyph.number, meaning)
        if self._codes and (use is not self._use or glyph.y_offset != self._rise):
            self._close()
        self._use, self._rise = use, glyph.y_offset
        before = self._owed + glyph.x_offset
        if before:
            self._codes.append(str(-before))
        self._codes.append(f"<{glyph.number:04X}>")
        usual = self._face.advance(glyph.number)
        self._owed = glyph.advance - usual - glyph.x_offset
        self._advance += glyph.advance
        self._length += before + usual

    def add_unseen(self, characters: str) -> None:
        """Append characters that the glyph before has swallowed, as blanks without a length.

        Readers of a page undo the right-to-left order glyph by glyph, and do not agree on what
        becomes of the letters of a ligature. One glyph a letter leaves no doubt.
        """
        blank = self._face.glyph(" ")
        for character in characters if blank else "":
            self.add(Glyph(blank, 0, -self._face.advance(blank), 0, 0), character)

    def finish(self) -> tuple[list[Piece], int]:
        """Return the pieces and the whole length."""
        if self._owed and self._codes:
            self._codes.append(str(-self._owed))
            self._length += self._owed
        if self._codes:
            self._close()
        return self._pieces, self._advance

    def _close(self) -> None:
        if self._use is not None:
            code = "".join(self._codes).replace("><", "")
            self._pieces.append(Piece(self._use, code, self._length, self._rise, self._thick))
        self._codes = []
        self._length = 0
