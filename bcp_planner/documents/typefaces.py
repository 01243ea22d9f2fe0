"""The shipped typefaces, and which of them draws a character.

A name in a plan may mix scripts, so every character is looked up along a fixed chain of faces
instead of trusting one font. Faces are shared by all documents of a process and never change.
"""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

import uharfbuzz  # pyright: ignore[reportMissingTypeStubs]

import resources

hb: Any = uharfbuzz
"""HarfBuzz has no type stubs; only this module talks to it."""


@dataclass(frozen=True, slots=True)
class FaceFile:
    """One font file.

    Attributes:
        name: PostScript-like name, used inside the PDF.
        file: File name below `resources/fonts`.
        index: Number of the face inside a collection.
        thicken: Whether bold has to be imitated, because the file has only one weight.
    """

    name: str
    file: str
    index: int = 0
    thicken: bool = False


_LAST_RESORT = (
    FaceFile("NotoSansSymbols2-Regular", "NotoSansSymbols2-Regular.ttf"),
    FaceFile("NotoSansSymbols-Regular", "NotoSansSymbols-Regular.ttf"),
    FaceFile("NotoSansMath-Regular", "NotoSansMath-Regular.ttf"),
)
_SCRIPTS = ("", "Arabic", "Hebrew", "Devanagari", "Thai", "Armenian", "Georgian")


def _chain(weight: str) -> tuple[FaceFile, ...]:
    """Return the faces of one weight in the order in which they are asked for a character."""
    scripts = tuple(
        FaceFile(f"NotoSans{script}-{weight}", f"NotoSans{script}-{weight}.ttf")
        for script in _SCRIPTS
    )
    han = FaceFile("WenQuanYiMicroHei", "wqy-microhei.ttc", thicken=weight == "Bold")
    return (*scripts, han, *_LAST_RESORT)


class Glyph(NamedTuple):
    """One shaped glyph; lengths in thousandths of the type size.

    Attributes:
        number: Of the glyph in its face.
        cluster: Index of the first character it stands for.
        x_offset: How far right of the pen it is drawn.
        y_offset: How far above.
        advance: How far the pen moves on.
    """

    number: int
    cluster: int
    x_offset: int
    y_offset: int
    advance: int


_OPTIONAL = {"liga": False, "clig": False}
"""Optional ligatures are left out: they make a word harder to search and win nothing at 9 pt."""

REPLACEMENT = "\ufffd"
"""Drawn for a character that no face has; copied from the file it is still that character."""

_LAYOUT_TABLES = ("GSUB", "GPOS", "GDEF", "kern", "DSIG", "name", "post", "OS/2")


class Typeface:
    """A loaded face; lengths are in thousandths of the type size."""

    def __init__(self, file: FaceFile) -> None:
        """Map the file into memory; glyphs are read when they are first asked for."""
        self.file = file
        blob = hb.Blob.from_file_path(str(resources.path(f"fonts/{file.file}")))
        self._face = hb.Face(blob, file.index)
        self._font = hb.Font(self._face)
        self._font.scale = (1000, 1000)
        self._advances: dict[int, int] = {}

    def glyph(self, character: str) -> int:
        """Return the glyph number of a character, 0 when the face does not have it."""
        return int(self._font.get_nominal_glyph(ord(character)) or 0)

    def advance(self, glyph: int) -> int:
        """Return how far a glyph moves the pen when nothing is adjusted."""
        found = self._advances.get(glyph)
        if found is None:
            found = self._advances[glyph] = int(self._font.get_glyph_h_advance(glyph))
        return found

    def shape(self, text: str, *, rightward: bool) -> list[Glyph]:
        """Return the glyphs of a text of one direction, from left to right."""
        buffer = hb.Buffer()
        buffer.add_codepoints([ord(character) for character in text])
        buffer.guess_segment_properties()
        buffer.direction = "ltr" if rightward else "rtl"
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
        hb.shape(self._font, buffer, _OPTIONAL)
        return [
            Glyph(info.codepoint, info.cluster, place.x_offset, place.y_offset, place.x_advance)
            if info.codepoint
            else self._unknown(info.cluster)
            for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
        ]

    def _unknown(self, cluster: int) -> Glyph:
        """Return what stands for a character that no face has: archives forbid glyph 0."""
        number = self.glyph(REPLACEMENT) or self.glyph("?")
        return Glyph(number, cluster, 0, 0, self.advance(number))

    def vertical_extent(self) -> tuple[int, int]:
        """Return how far the face reaches above and (negative) below the baseline."""
        extents = self._font.get_font_extents("ltr")
        return int(extents.ascender), int(extents.descender)

    def subset(self, glyphs: Iterable[int]) -> bytes:
        """Return some glyphs as a TrueType file in which they keep their numbers."""
        wanted = hb.SubsetInput()
        wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).update({0, *glyphs})
        dropped = {int.from_bytes(name.encode("ascii"), "big") for name in _LAYOUT_TABLES}
        wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update(dropped)
        flags = hb.SubsetFlags
        wanted.flags = flags.RETAIN_GIDS | flags.NO_LAYOUT_CLOSURE | flags.NOTDEF_OUTLINE
        return bytes(hb.subset(self._face, wanted).blob.data)


@functools.cache
def typeface(file: FaceFile) -> Typeface:
    """Return the face of a file; loaded once."""
    return Typeface(file)


class FaceChain:
    """Chooses the face for each character of one weight."""

    def __init__(self, weight: str) -> None:
        """Prepare the chain of `Regular` or `Bold`."""
        self._files = _chain(weight)
        self._chosen: dict[str, Typeface] = {}

    def face(self, character: str) -> Typeface:
        """Return the first face that has the character; the first of all when none has it."""
        found = self._chosen.get(character)
        if found is None:
            found = self._chosen[character] = self._find(character)
        return found

    def _find(self, character: str) -> Typeface:
        for file in self._files:
            candidate = typeface(file)
            if candidate.glyph(character):
                return candidate
        return typeface(self._files[0])

    def runs(self, text: str) -> list[tuple[Typeface, int, int]]:
        """Split text into (face, start, end), marks staying with the letter they belong to."""
        runs: list[tuple[Typeface, int, int]] = []
        for index, character in enumerate(text):
            face = self._continued(runs, character) or self.face(character)
            if runs and runs[-1][0] is face:
                runs[-1] = (face, runs[-1][1], index + 1)
            else:
                runs.append((face, index, index + 1))
        return runs

    def _continued(self, runs: list[tuple[Typeface, int, int]], character: str) -> Typeface | None:
        """Return the face before, when the character must or may stay in it."""
        if not runs:
            return None
        before = runs[-1][0]
        joins = unicodedata.category(character) in {"Mn", "Me", "Mc", "Cf"}
        return before if joins and (before.glyph(character) or joins_silently(character)) else None


def joins_silently(character: str) -> bool:
    """Say whether a character only steers its neighbours and has no picture of its own."""
    return unicodedata.category(character) == "Cf" or "\ufe00" <= character <= "\ufe0f"


@functools.cache
def chain(bold: bool) -> FaceChain:
    """Return the chain of faces of a weight; shared, because it only remembers look-ups."""
    return FaceChain("Bold" if bold else "Regular")
