"""Putting the used glyphs into the PDF, with the table that turns them back into text.

The fonts are composite ones (Identity-H), with fallback between faces and the text of ligatures and
marks kept. The outlines are cut down by HarfBuzz and keep their numbers, so that pages can be
written before it is known which glyphs the document needs.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

from bcp_planner.documents.pdf_file import PdfFile
from bcp_planner.documents.shaping import FontUse
from bcp_planner.documents.typefaces import Typeface

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


def write_fonts(file: PdfFile, uses: Sequence[FontUse]) -> str:
    """Write the fonts of a document, after its pages; return the entries of its font resources."""
    descriptors: dict[int, tuple[str, int]] = {}
    entries: list[str] = []
    for use in uses:
        key = id(use.face)
        if key not in descriptors:
            glyphs = {glyph for other in uses if other.face is use.face for glyph in other.meaning}
            descriptors[key] = _descriptor(file, use.face, glyphs)
        name, descriptor = descriptors[key]
        entries.append(f"/{use.name} {_composite_font(file, use, name, descriptor)} 0 R")
    return " ".join(entries)


def _descriptor(file: PdfFile, face: Typeface, glyphs: set[int]) -> tuple[str, int]:
    """Write the outlines of a face; return its subset name and the number of its descriptor."""
    data = face.subset(glyphs)
    name = f"{_tag(glyphs)}+{face.file.name}"
    ascent, descent = face.vertical_extent()
    thickness = 140 if "Bold" in face.file.name else 80
    outlines = file.put_stream(data, f"/Length1 {len(data)}")
    descriptor = file.put(
        f"<< /Type /FontDescriptor /FontName /{name} /Flags 4 "
        f"/FontBBox [-1000 {descent} 3000 {ascent}] /ItalicAngle 0 /Ascent {ascent} "
        f"/Descent {descent} /CapHeight 714 /StemV {thickness} /FontFile2 {outlines} 0 R >>"
    )
    return name, descriptor


def _tag(glyphs: Iterable[int]) -> str:
    """Return the six capitals that tell subsets of a face apart."""
    digest = hashlib.sha256(",".join(map(str, sorted(glyphs))).encode()).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


def _composite_font(file: PdfFile, use: FontUse, name: str, descriptor: int) -> int:
    outlines = file.put(
        f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} "
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
        f"/FontDescriptor {descriptor} 0 R /DW 1000 /W [{_widths(use)}] /CIDToGIDMap /Identity >>"
    )
    meaning = file.put_stream(_to_unicode(use).encode("ascii"))
    return file.put(
        f"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H "
        f"/DescendantFonts [{outlines} 0 R] /ToUnicode {meaning} 0 R >>"
    )


def _widths(use: FontUse) -> str:
    """Return the advances of the glyphs, neighbours in one array."""
    parts: list[str] = []
    before = -2
    for glyph in sorted(use.meaning):
        if glyph != before + 1:
            parts.append(f"{']' if parts else ''} {glyph} [")
        parts.append(f" {use.face.advance(glyph)}")
        before = glyph
    return "".join([*parts, "]"]) if parts else ""


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
