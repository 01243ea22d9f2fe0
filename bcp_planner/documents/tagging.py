"""The structure of a document beside its looks: what is a heading, a table, a list, a drawing.

Readers for the blind follow this tree, and archives ask for it (PDF/A-2a, PDF/UA-1, ISO 32000-1
14.7). Every piece of a page belongs to one element, or is marked as an artefact: rules, banners,
heads of tables that are repeated.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from bcp_planner.documents.pdf_file import PdfFile, text_string


class Mark(NamedTuple):
    """A piece of the content of a page, by its number there."""

    page: int
    number: int


class LinkObject(NamedTuple):
    """A link on a page, by the number of its object in the file."""

    page: int
    number: int


_Kid: TypeAlias = "Element | Mark | LinkObject"


class Element:
    """A node of the structure: its type, its description, and what it is made of."""

    __slots__ = ("alternative", "attributes", "kids", "kind", "number", "parent")

    def __init__(
        self, kind: str, parent: Element | None = None, alternative: str = "", attributes: str = ""
    ) -> None:
        """Describe an element; it joins its parent when something of it is drawn.

        Args:
            kind: Standard structure type, such as `P`, `H1`, `Table`, `TD`.
            parent: The element it is part of; None for a part of the document itself.
            alternative: What it shows, for a drawing.
            attributes: What else readers must know, as entries of an attribute dictionary.
        """
        self.kind = kind
        self.parent = parent
        self.alternative = alternative
        self.attributes = attributes
        self.kids: list[_Kid] = []
        self.number = -1


class Structure:
    """Gathers the elements of one document while its pages are drawn, in reading order."""

    def __init__(self) -> None:
        """Start with the empty document."""
        self.root = Element("Document")
        self.root.number = 0
        self.elements: list[Element] = [self.root]
        self.pages: list[list[Element]] = []
        self.links: list[Element] = []

    def begin_page(self) -> None:
        """Go on to the next page."""
        self.pages.append([])

    def mark(self, element: Element) -> int:
        """Return the number, on this page, of the piece of content that is drawn next."""
        self.join(element)
        page = self.pages[-1]
        element.kids.append(Mark(len(self.pages) - 1, len(page)))
        page.append(element)
        return len(page) - 1

    def join(self, element: Element) -> None:
        """Make an element, which may be empty, part of the document."""
        if element.number >= 0:
            return
        if element.parent is None:
            element.parent = self.root
        self.join(element.parent)
        element.number = len(self.elements)
        element.parent.kids.append(element)
        self.elements.append(element)

    def add_link(self, element: Element, number: int) -> int:
        """Tie a link on this page to its element; return how many links came before it."""
        self.join(element)
        element.kids.append(LinkObject(len(self.pages) - 1, number))
        self.links.append(element)
        return len(self.links) - 1


def write_tree(file: PdfFile, structure: Structure, pages: Sequence[int]) -> int:
    """Write the structure; return the number of its root.

    Args:
        file: Where to write it.
        structure: The elements.
        pages: The object number of each page.
    """
    tree, first = file.reserve(), file.reserve(len(structure.elements))
    for one in structure.elements:
        file.put(_element(one, first, tree, pages), first + one.number)
    parents = file.put(_parent_tree(structure, first))
    following = len(structure.pages) + len(structure.links)
    return file.put(
        f"<< /Type /StructTreeRoot /K [{first} 0 R] /ParentTree {parents} 0 R "
        f"/ParentTreeNextKey {following} >>",
        tree,
    )


def _parent_tree(structure: Structure, first: int) -> str:
    """Return which element each piece of each page, then each link, belongs to."""
    rows = [
        f"{number} [{' '.join(f'{first + one.number} 0 R' for one in marks)}]"
        for number, marks in enumerate(structure.pages)
    ]
    start = len(structure.pages)
    rows += [
        f"{start + number} {first + one.number} 0 R" for number, one in enumerate(structure.links)
    ]
    return f"<< /Nums [{' '.join(rows)}] >>"


def _element(element: Element, start: int, tree: int, pages: Sequence[int]) -> str:
    above = tree if element.parent is None else start + element.parent.number
    parts = [f"<< /S /{element.kind} /P {above} 0 R"]
    first = next((kid.page for kid in element.kids if isinstance(kid, Mark)), None)
    if first is not None:
        parts.append(f"/Pg {pages[first]} 0 R")
    kids = [_kid(kid, start, first, pages) for kid in element.kids]
    if kids:
        parts.append(f"/K {kids[0]}" if len(kids) == 1 else f"/K [{' '.join(kids)}]")
    if element.alternative:
        parts.append(f"/Alt {text_string(element.alternative)}")
    if element.attributes:
        parts.append(f"/A << {element.attributes} >>")
    return " ".join([*parts, ">>"])


def _kid(kid: _Kid, start: int, page: int | None, pages: Sequence[int]) -> str:
    if isinstance(kid, Element):
        return f"{start + kid.number} 0 R"
    if isinstance(kid, LinkObject):
        return f"<< /Type /OBJR /Pg {pages[kid.page]} 0 R /Obj {kid.number} 0 R >>"
    if kid.page == page:
        return str(kid.number)
    return f"<< /Type /MCR /Pg {pages[kid.page]} 0 R /MCID {kid.number} >>"
