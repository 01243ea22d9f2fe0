"""Putting the used glyphs into the PDF, with the table that turns them back into text.

reportlab's own TrueType support keeps one byte a character, has no fallback between fonts and loses
the text of ligatures and marks; these objects are composite fonts (Identity-H) instead, written
with reportlab's object classes. The outlines are cut down by HarfBuzz and keep their numbers, so
that pages can be written before it is known which glyphs the document needs.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

from bcp_planner.documents.shaping import FontUse
from bcp_planner.documents.typefaces import Typeface

Canvas: TypeAlias = Any
"""A reportlab canvas; that library has no type stubs."""
_Document: TypeAlias = Any
_Object: TypeAlias = Any

_TO_UNICODE = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{ranges}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


def _objects() -> _Object:
    """Return reportlab's module of PDF objects, loaded when the first document is printed."""
    from reportlab.pdfbase import pdfdoc  # pyright: ignore[reportMissingTypeStubs]

    return pdfdoc


def embed(canvas: Canvas, uses: Sequence[FontUse]) -> None:
    """Write the fonts of a document; call once, after all its pages are drawn."""
    document: _Document = canvas._doc  # noqa: SLF001
    resources: dict[str, Any] = document.idToObject[_objects().BasicFonts].dict
    resources.clear()
    files: dict[int, tuple[str, Any]] = {}
    for use in uses:
        key = id(use.face)
        if key not in files:
            glyphs = {glyph for other in uses if other.face is use.face for glyph in other.meaning}
            files[key] = _descriptor(document, use.face, glyphs)
        name, descriptor = files[key]
        resources[use.name] = _composite_font(document, use, name, descriptor)


def _descriptor(document: _Document, face: Typeface, glyphs: set[int]) -> tuple[str, Any]:
    """Write the outlines of a face; return its subset name and the reference to its descriptor."""
    pdf = _objects()

    data = face.subset(glyphs)
    name = f"{_tag(glyphs)}+{face.file.name}"
    ascent, descent = face.vertical_extent()
    descriptor = pdf.PDFDictionary(
        {
            "Type": pdf.PDFName("FontDescriptor"),
            "FontName": pdf.PDFName(name),
            "Flags": 4,
            "FontBBox": pdf.PDFArray([-1000, descent, 3000, ascent]),
            "ItalicAngle": 0,
            "Ascent": ascent,
            "Descent": descent,
            "CapHeight": 714,
            "StemV": 140 if "Bold" in face.file.name else 80,
            "FontFile2": _stream(document, data, {"Length1": len(data)}),
        }
    )
    return name, document.Reference(descriptor)


def _tag(glyphs: Iterable[int]) -> str:
    """Return the six capitals that tell subsets of a face apart."""
    digest = hashlib.sha256(",".join(map(str, sorted(glyphs))).encode()).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


def _stream(document: _Document, data: bytes | str, entries: dict[str, Any]) -> _Object:
    pdf = _objects()

    return document.Reference(
        pdf.PDFStream(pdf.PDFDictionary(entries), data, filters=[pdf.PDFZCompress])
    )


def _composite_font(document: _Document, use: FontUse, name: str, descriptor: _Object) -> _Object:
    pdf = _objects()

    system = pdf.PDFDictionary(
        {"Registry": pdf.PDFString("Adobe"), "Ordering": pdf.PDFString("Identity"), "Supplement": 0}
    )
    outlines = pdf.PDFDictionary(
        {
            "Type": pdf.PDFName("Font"),
            "Subtype": pdf.PDFName("CIDFontType2"),
            "BaseFont": pdf.PDFName(name),
            "CIDSystemInfo": system,
            "FontDescriptor": descriptor,
            "DW": 1000,
            "W": pdf.PDFArray(_widths(use)),
            "CIDToGIDMap": pdf.PDFName("Identity"),
        }
    )
    font = pdf.PDFDictionary(
        {
            "Type": pdf.PDFName("Font"),
            "Subtype": pdf.PDFName("Type0"),
            "BaseFont": pdf.PDFName(name),
            "Encoding": pdf.PDFName("Identity-H"),
            "DescendantFonts": pdf.PDFArray([document.Reference(outlines)]),
            "ToUnicode": _stream(document, _to_unicode(use), {}),
        }
    )
    return document.Reference(font)


def _widths(use: FontUse) -> list[Any]:
    pdf = _objects()

    result: list[Any] = []
    for glyph in sorted(use.meaning):
        result += [glyph, pdf.PDFArray([use.face.advance(glyph)])]
    return result


def _to_unicode(use: FontUse) -> str:
    entries = [
        f"<{glyph:04X}> <{meaning.encode('utf-16-be').hex().upper()}>"
        for glyph, meaning in sorted(use.meaning.items())
    ]
    groups = [entries[start : start + 100] for start in range(0, len(entries), 100)]
    ranges = "\n".join(
        "\n".join([f"{len(group)} beginbfchar", *group, "endbfchar"]) for group in groups
    )
    return _TO_UNICODE.format(ranges=ranges)
