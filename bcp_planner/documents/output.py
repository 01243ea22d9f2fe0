"""From a document to the bytes of a PDF: the same bytes every time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from bcp_planner.documents import archive, protection
from bcp_planner.documents.embedding import write_fonts
from bcp_planner.documents.fitting import expanded
from bcp_planner.documents.flow import Page, paginate
from bcp_planner.documents.layout import Layout, Listed
from bcp_planner.documents.outline import Bookmark, write_outline
from bcp_planner.documents.pdf_file import PdfFile, text_string
from bcp_planner.documents.pen import Box, Link, Pen, Typesetting
from bcp_planner.documents.rendering import Progress
from bcp_planner.documents.sheet import draw_surroundings, paper, scaled
from bcp_planner.documents.story import Document, Imprint
from bcp_planner.documents.tagging import Element, Structure, write_tree
from bcp_planner.domain.collection import uncollected

_LAID_OUT = 0.5
"""Share of the work that is done when every piece has its place."""


def _silent(share: float) -> None:
    """Take a share of progress and do nothing."""


def pdf_bytes(
    document: Document,
    *,
    paper_name: str = "A4",
    progress: Progress | None = None,
    password: str = "",
    most: int | None = None,
) -> tuple[bytes, int]:
    """Return a document as PDF, and its number of pages.

    Args:
        document: What to print.
        paper_name: A name in `sheet.PAPERS`.
        progress: Told the share that is done; may raise `Cancelled`.
        password: Opens the file; empty for an open file.
        most: Only so many pages, for a first look: they do not know yet how many there will be.
    """
    report = progress or _silent
    with uncollected():
        data, count = _written(document, paper_name, report, most, open_to_all=not password)
    if password:
        data = protection.locked(data, password)
    report(1.0)
    return data, count


def _written(
    document: Document,
    paper_name: str,
    report: Progress,
    most: int | None,
    *,
    open_to_all: bool,
) -> tuple[bytes, int]:
    """Lay a document out and draw it; return the file without a password and its pages."""
    setting = Typesetting()
    name = document.paper or paper_name
    layout = Layout(setting, name, document.imprint)
    report(0.0)
    blocks = list(expanded(setting, name, document.imprint, document.blocks))
    pages = paginate(layout.slabs(blocks), paper(name), most)
    report(_LAID_OUT)
    is_whole = most is None or len(pages) < most
    writing = _Writing(document.imprint, setting, pages, is_whole=is_whole)
    writing.draw(report)
    return writing.finished(layout.listed, open_to_all=open_to_all), len(pages)


class _Place(NamedTuple):
    """Where an anchor is: the number of its page, and its height there."""

    page: int
    top: float


class _Writing:
    """Writes one document page by page."""

    def __init__(
        self, imprint: Imprint, setting: Typesetting, pages: Sequence[Page], *, is_whole: bool
    ) -> None:
        self._imprint, self._setting, self._pages = imprint, setting, pages
        self._count = len(pages)
        self._total = str(self._count) if is_whole else "…"
        self._file = PdfFile()
        self._structure = Structure()
        self._tree, self._fonts = self._file.reserve(), self._file.reserve()
        first = self._file.reserve(self._count)
        self._numbers = range(first, first + self._count)
        self._places = _places(pages)
        self._page_of = {anchor: place.page for anchor, place in self._places.items()}

    def draw(self, report: Progress) -> None:
        """Draw all pages."""
        for number, page in enumerate(self._pages, 1):
            self._draw_page(page, number)
            page.slabs.clear()  # what is drawn need not be kept while the rest is
            report(_LAID_OUT + (1 - _LAID_OUT) * number / self._count)

    def _draw_page(self, page: Page, number: int) -> None:
        pen = Pen(self._setting)
        pen.structure = self._structure
        self._structure.begin_page()
        pen.begin(None)
        draw_surroundings(pen, page.paper, page.imprint or self._imprint, number, self._total)
        pen.end()
        if page.paper.scale != 1:
            pen.operators.append(f"q {page.paper.scale:.5f} 0 0 {page.paper.scale:.5f} 0 0 cm")
        self._draw_slabs(page, pen)
        if page.paper.scale != 1:
            pen.operators.append("Q")
        self._put_page(page, number, pen)

    def _draw_slabs(self, page: Page, pen: Pen) -> None:
        frame = page.paper.frame
        for top, slab in page.slabs:
            box = Box(frame.x, top - slab.height, frame.width, slab.height)
            pen.scope = slab.scope
            known = _Scoped(self._page_of, slab.scope) if slab.scope else self._page_of
            if slab.marks_itself:
                slab.draw(pen, box, known)
                continue
            pen.begin(slab.element)
            if slab.element is not None and slab.element.kind == "Figure":
                slab.element.attributes = _bounds(scaled(box, page.paper.scale))
            slab.draw(pen, box, known)
            pen.end()

    def _put_page(self, page: Page, number: int, pen: Pen) -> None:
        content = self._file.put_stream("\n".join(pen.operators).encode("ascii"))
        scale = page.paper.scale
        links = [self._link(link, scale) for link in pen.links if link.anchor in self._places]
        notes = f" /Annots [{' '.join(f'{link} 0 R' for link in links)}]" if links else ""
        self._file.put(
            f"<< /Type /Page /Parent {self._tree} 0 R "
            f"/MediaBox [0 0 {page.paper.width:.2f} {page.paper.height:.2f}] "
            f"/Resources << /Font {self._fonts} 0 R >> /Contents {content} 0 R "
            f"/StructParents {number - 1} /Tabs /S{notes} >>",
            self._numbers[number - 1],
        )

    def _link(self, link: Link, scale: float) -> int:
        """Write a link on the page that is being drawn; return the number of its object."""
        place = self._places[link.anchor]
        box = scaled(link.box, scale)
        own = self._file.reserve()
        element = link.element or Element("Link")
        parent = self._count + self._structure.add_link(element, own)
        return self._file.put(
            "<< /Type /Annot /Subtype /Link /F 4 /Border [0 0 0] "
            f"/Rect [{box.x:.2f} {box.y:.2f} {box.right:.2f} {box.top:.2f}] "
            f"/Contents {text_string(f'Go to page {place.page}')} "
            f"/Dest {self._destination(place)} /StructParent {parent} >>",
            own,
        )

    def _destination(self, place: _Place) -> str:
        return f"[{self._numbers[place.page - 1]} 0 R /XYZ null {place.top + 6:.2f} null]"

    def finished(self, listed: Sequence[Listed], *, open_to_all: bool) -> bytes:
        """Return the file, all pages drawn."""
        file = self._file
        file.put(f"<< {write_fonts(file, self._setting.shaper.uses)} >>", self._fonts)
        kids = " ".join(f"{number} 0 R" for number in self._numbers)
        file.put(f"<< /Type /Pages /Count {self._count} /Kids [{kids}] >>", self._tree)
        structure = write_tree(file, self._structure, self._numbers)
        bookmarks = list(self._bookmarks(listed))
        outline = ""
        if bookmarks:
            number = write_outline(file, bookmarks)
            outline = f" /Outlines {number} 0 R /PageMode /UseOutlines"
        about = archive.catalog_entries(file, self._imprint, open_to_all=open_to_all)
        catalog = file.put(
            f"<< /Type /Catalog /Pages {self._tree} 0 R /MarkInfo << /Marked true >> "
            f"/StructTreeRoot {structure} 0 R{outline} {about} >>"
        )
        return file.finished(catalog, archive.write_information(file, self._imprint))

    def _bookmarks(self, listed: Sequence[Listed]) -> Iterator[Bookmark]:
        """Yield the headings; a level is never skipped, which readers refuse."""
        deeper = 0 if any(entry.level == 0 for entry in listed) else 1
        level = -1
        for entry in listed:
            place = self._places.get(entry.anchor)
            if place is None:
                continue
            level = min(entry.level - deeper, level + 1)
            title = f"{entry.number}  {entry.text}" if entry.number else entry.text
            yield Bookmark(title, self._destination(place), level)


def _places(pages: Sequence[Page]) -> dict[str, _Place]:
    """Return where every anchor is; where it was named last, when several have the name."""
    return {
        slab.scope + anchor: _Place(number, top * page.paper.scale)
        for number, page in enumerate(pages, 1)
        for top, slab in page.slabs
        for anchor in slab.anchors
    }


def _bounds(box: Box) -> str:
    """Return where a drawing is, as readers enlarge or outline it."""
    corners = f"{box.x:.1f} {box.y:.1f} {box.right:.1f} {box.top:.1f}"
    return f"/O /Layout /Placement /Block /BBox [{corners}]"


class _Scoped(Mapping[str, int]):
    """The page numbers of one document of a set, by its own anchors."""

    def __init__(self, numbers: Mapping[str, int], scope: str) -> None:
        self._numbers, self._scope = numbers, scope

    def __getitem__(self, anchor: str) -> int:
        return self._numbers[self._scope + anchor]

    def __iter__(self) -> Iterator[str]:
        return (key.removeprefix(self._scope) for key in self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)
