"""The structure of a document beside its looks: what is a heading, a table, a list, a drawing.

Readers for the blind follow this tree, and archives ask for it (PDF/A-2a, ISO 32000-1 14.7).
Every piece of a page belongs to one element, or is marked as an artefact: rules, banners, heads of
tables that are repeated.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any


class Element:
    """A node of the structure: its type, its description, and what it is made of."""

    __slots__ = ("alternative", "kids", "kind", "number", "parent")

    def __init__(self, kind: str, parent: Element | None = None, alternative: str = "") -> None:
        """Describe an element; it joins its parent when something of it is drawn.

        Args:
            kind: Standard structure type, such as `P`, `H1`, `Table`, `TD`.
            parent: The element it is part of; None for a part of the document itself.
            alternative: What it shows, for a drawing.
        """
        self.kind = kind
        self.parent = parent
        self.alternative = alternative
        self.kids: list[Element | tuple[int, int]] = []
        self.number = -1


class Structure:
    """Gathers the elements of one document while its pages are drawn, in reading order."""

    def __init__(self) -> None:
        """Start with the empty document."""
        self.root = Element("Document")
        self.root.number = 0
        self.elements: list[Element] = [self.root]
        self.pages: list[list[Element]] = []

    def begin_page(self) -> None:
        """Go on to the next page."""
        self.pages.append([])

    def mark(self, element: Element) -> int:
        """Return the number, on this page, of the piece of content that is drawn next."""
        self._join(element)
        page = self.pages[-1]
        element.kids.append((len(self.pages) - 1, len(page)))
        page.append(element)
        return len(page) - 1

    def _join(self, element: Element) -> None:
        if element.number >= 0:
            return
        if element.parent is None:
            element.parent = self.root
        self._join(element.parent)
        element.number = len(self.elements)
        element.parent.kids.append(element)
        self.elements.append(element)


def reserve(canvas: Any) -> int:  # noqa: ANN401
    """Give the tree an object in a document that is being drawn; return its number."""
    from reportlab.pdfbase import pdfdoc  # pyright: ignore[reportMissingTypeStubs]

    library: Any = pdfdoc
    document = canvas._doc  # noqa: SLF001
    place = library.PDFDictionary({"Type": library.PDFName("StructTreeRoot")})
    reference = document.Reference(place)
    document.Catalog.StructTreeRoot = place
    document.Catalog.MarkInfo = library.PDFDictionary({"Marked": library.PDFtrue})
    number: int = document.idToObjectNumberAndVersion[reference.name][0]
    return number


def added(data: bytes, structure: Structure, tree: int, pages: Sequence[int]) -> bytes:
    """Return a written document with its tree at the end, as an incremental update.

    There are as many elements as cells in all tables; one by one through the library they would
    take longer than all the pages.

    Args:
        data: The document.
        structure: The tree.
        tree: The object that was reserved for it.
        pages: The object number of each page.
    """
    trailer = data[data.rindex(b"trailer") :]
    size = int(_found(rb"/Size (\d+)", trailer))
    before = int(_found(rb"startxref\s+(\d+)", trailer))
    root, info = _found(rb"/Root (\d+ 0 R)", trailer), _found(rb"/Info (\d+ 0 R)", trailer)
    identity = _found(rb"/ID\s*(\[.*?\])", trailer)
    first, parents = size + 1, size
    written = bytearray(data)
    rows: list[str] = []

    def put(number: int, text: str) -> None:
        rows.append(f"{len(written):010d} 00000 n \n")
        written.extend(f"{number} 0 obj\n{text}\nendobj\n".encode("ascii"))

    put(tree, _root(first, parents, len(structure.pages)))
    put(parents, _parent_tree(structure, first))
    for one in structure.elements:
        put(first + one.number, _element(one, first, tree, pages))
    at = len(written)
    end = (
        f"xref\n{tree} 1\n{rows[0]}{size} {len(rows) - 1}\n{''.join(rows[1:])}"
        f"trailer\n<< /Size {size + len(rows) - 1} /Root {root} /Info {info} /ID {identity} "
        f"/Prev {before} >>\nstartxref\n{at}\n%%EOF\n"
    )
    written.extend(end.encode("ascii"))
    return bytes(written)


def _found(pattern: bytes, text: bytes) -> str:
    """Return what stands in the trailer of a file that was just written."""
    match = re.search(pattern, text, re.DOTALL)
    if match is None:
        raise ValueError(pattern)
    return match[1].decode("latin-1")


def _root(first: int, parents: int, pages: int) -> str:
    return (
        f"<< /Type /StructTreeRoot /K [{first} 0 R] /ParentTree {parents} 0 R "
        f"/ParentTreeNextKey {pages} >>"
    )


def _parent_tree(structure: Structure, first: int) -> str:
    rows = (
        f"{number} [{' '.join(f'{first + one.number} 0 R' for one in marks)}]"
        for number, marks in enumerate(structure.pages)
    )
    return f"<< /Nums [{' '.join(rows)}] >>"


def reading_order() -> Any:  # noqa: ANN401
    """Return the order of a page's links: that of the structure."""
    from reportlab.pdfbase import pdfdoc  # pyright: ignore[reportMissingTypeStubs]

    library: Any = pdfdoc
    return library.PDFName("S")


def _element(element: Element, start: int, tree: int, pages: Sequence[int]) -> str:
    above = tree if element.parent is None else start + element.parent.number
    parts = [f"<< /S /{element.kind} /P {above} 0 R"]
    first = next((kid[0] for kid in element.kids if isinstance(kid, tuple)), None)
    if first is not None:
        parts.append(f"/Pg {pages[first]} 0 R")
    kids = [
        f"{start + kid.number} 0 R"
        if isinstance(kid, Element)
        else str(kid[1])
        if kid[0] == first
        else f"<< /Type /MCR /Pg {pages[kid[0]]} 0 R /MCID {kid[1]} >>"
        for kid in element.kids
    ]
    if kids:
        parts.append(f"/K {kids[0]}" if len(kids) == 1 else f"/K [{' '.join(kids)}]")
    if element.alternative:
        parts.append(f"/Alt {text_string(element.alternative)}")
    if element.kind == "TH":
        parts.append("/A << /O /Table /Scope /Column >>")
    return " ".join([*parts, ">>"])


def text_string(text: str) -> str:
    """Return text as a PDF string of any script."""
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"
