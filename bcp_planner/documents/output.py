"""Writing a document to a file: all of it or nothing, the same bytes every time."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from bcp_planner.documents import archive, embedding, protection, tagging
from bcp_planner.documents.embedding import Canvas
from bcp_planner.documents.flow import Page, paginate
from bcp_planner.documents.layout import Layout, Listed
from bcp_planner.documents.pen import Box, Pen, Typesetting
from bcp_planner.documents.rendering import Progress
from bcp_planner.documents.sheet import PAPERS, draw_surroundings, paper
from bcp_planner.documents.story import Document, Imprint
from bcp_planner.documents.tagging import Structure
from bcp_planner.domain.errors import FileProblem


def _silent(share: float) -> None:
    """Take a share of progress and do nothing."""


def pdf_bytes(
    document: Document,
    *,
    paper_name: str = "A4",
    progress: Progress | None = None,
    password: str = "",
) -> tuple[bytes, int]:
    """Return a document as PDF, and its number of pages.

    Args:
        document: What to print.
        paper_name: A name in `sheet.PAPERS`.
        progress: Told the share that is done; may raise `Cancelled`.
        password: Opens the file; empty for an open file.
    """
    report = progress or _silent
    setting = Typesetting()
    name = document.paper or paper_name
    layout = Layout(setting, name, document.imprint)
    report(0.0)
    pages = paginate(layout.slabs(document.blocks), paper(name, landscape=False))
    report(0.5)
    buffer = io.BytesIO()
    canvas = _canvas(buffer, document.imprint)
    archive.prepare(canvas, document.imprint, open_to_all=not password)
    tree = tagging.reserve(canvas)
    structure = Structure()
    objects = _draw_pages(
        canvas, setting, document.imprint, pages, layout.listed, structure, report
    )
    embedding.embed(canvas, setting.shaper.uses)
    canvas.save()
    data = tagging.added(buffer.getvalue(), structure, tree, objects)
    if password:
        data = protection.locked(data, password)
    report(1.0)
    return data, len(pages)


def _canvas(buffer: io.BytesIO, imprint: Imprint) -> Canvas:
    from reportlab import rl_config  # pyright: ignore[reportMissingTypeStubs]
    from reportlab.pdfgen import canvas as writer  # pyright: ignore[reportMissingTypeStubs]

    # Bytes need no detour over printable characters, which costs a quarter more space.
    rl_config.useA85 = 0

    canvas: Canvas = writer.Canvas(
        buffer,
        pagesize=PAPERS["A4"],
        pageCompression=1,
        invariant=1,
        pdfVersion=(1, 7),
        lang=imprint.language,
    )
    canvas.setTitle(archive.title_of(imprint))
    canvas.setAuthor(archive.author_of(imprint))
    canvas.setSubject(archive.subject_of(imprint))
    canvas.setCreator(archive.CREATOR)
    return canvas


def _draw_pages(
    canvas: Canvas,
    setting: Typesetting,
    imprint: Imprint,
    pages: list[Page],
    listed: list[Listed],
    structure: Structure,
    report: Progress,
) -> list[int]:
    """Draw all pages; return the numbers of their objects."""
    numbers = {
        slab.scope + anchor: number
        for number, page in enumerate(pages, 1)
        for _, slab in page.slabs
        for anchor in slab.anchors
    }
    entries = {entry.anchor: entry for entry in listed}
    if entries:
        canvas.showOutline()
    bookmarks = _Bookmarks(canvas, entries)
    objects: list[int] = []
    for number, page in enumerate(pages, 1):
        canvas.setPageSize((page.paper.width, page.paper.height))
        # reportlab opens every page with a font of its own that is not embedded.
        canvas._preamble = ""  # noqa: SLF001
        pen = Pen(setting)
        pen.structure = structure
        structure.begin_page()
        pen.begin(None)
        draw_surroundings(pen, page.paper, page.imprint or imprint, number, len(pages))
        pen.end()
        for top, slab in page.slabs:
            bookmarks.mark([slab.scope + anchor for anchor in slab.anchors], top)
            box = Box(page.paper.frame.x, top - slab.height, page.paper.frame.width, slab.height)
            pen.scope = slab.scope
            known = _Scoped(numbers, slab.scope) if slab.scope else numbers
            if slab.marks_itself:
                slab.draw(pen, box, known)
                continue
            pen.begin(slab.element)
            slab.draw(pen, box, known)
            pen.end()
        _add_links(canvas, pen, numbers)
        canvas.addLiteral("\n".join(pen.operators))
        objects.append(_end_page(canvas, number))
        page.slabs.clear()  # what is drawn need not be kept while the rest is
        report(0.5 + 0.5 * number / len(pages))
    return objects


def _end_page(canvas: Canvas, number: int) -> int:
    """End a page and tie it to the structure; return the number of its object."""
    document = canvas._doc  # noqa: SLF001
    name = document.thisPageName()
    canvas.showPage()
    page = document.Pages.pages[-1]
    page.StructParents = number - 1
    page.Tabs = tagging.reading_order()
    page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
    found: int = document.idToObjectNumberAndVersion[name][0]
    return found


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


class _Bookmarks:
    """Lists headings beside the pages; a level is never skipped, which readers refuse."""

    def __init__(self, canvas: Canvas, entries: dict[str, Listed]) -> None:
        self._canvas, self._entries = canvas, entries
        self._level = -1
        self._deeper = 0 if any(entry.level == 0 for entry in entries.values()) else 1

    def mark(self, anchors: Sequence[str], top: float) -> None:
        """Name a place on the current page, and list it when it is a heading."""
        for anchor in anchors:
            self._canvas.bookmarkHorizontalAbsolute(anchor, top + 6)
            entry = self._entries.get(anchor)
            if entry:
                self._level = min(entry.level - self._deeper, self._level + 1)
                title = f"{entry.number}  {entry.text}" if entry.number else entry.text
                self._canvas.addOutlineEntry(title, anchor, self._level, closed=self._level > 0)


def _add_links(canvas: Canvas, pen: Pen, numbers: dict[str, int]) -> None:
    for link in pen.links:
        if link.anchor in numbers:
            box = (link.box.x, link.box.y, link.box.right, link.box.top)
            canvas.linkRect("Go to this place", link.anchor, box, Border="[0 0 0]", F=4)


# Files -----------------------------------------------------------------------------------------

_REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your space on this disk is used up",
    errno.EACCES: "you may not write there",
    errno.EPERM: "you may not write there",
    errno.EROFS: "the disk is read-only",
    errno.ENOENT: "the folder does not exist",
    errno.ENOTDIR: "the folder does not exist",
    errno.EISDIR: "it is a folder",
    errno.ENAMETOOLONG: "the file name is too long",
    errno.EFBIG: "the file is too large for this disk",
    errno.EIO: "the disk reports an error",
}


def write_whole(target: Path, data: bytes) -> None:
    """Write a file so that it is either complete or unchanged, even if the power fails.

    Raises:
        FileProblem: if it cannot be written.
    """
    try:
        if target.exists() and not target.is_file():
            _write_into(target, data)
        else:
            _replace(target, data)
    except OSError as error:
        reason = _REASONS.get(error.errno or 0, (error.strerror or "unknown reason").lower())
        raise FileProblem(
            f"The document could not be written to {target}: {reason}. "
            "Choose another place or make room, then print again."
        ) from error


def _write_into(device: Path, data: bytes) -> None:
    """Write to a device or pipe, which must not be replaced by a file; folders refuse."""
    with device.open("wb") as file:
        file.write(data)


def _replace(target: Path, data: bytes) -> None:
    """Write beside the target, then take its place in one step."""
    handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_usual_mode(target))
        temporary.replace(target)
    except OSError:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


def _usual_mode(target: Path) -> int:
    """Return the permissions of the file that is replaced, or those of a new file."""
    with contextlib.suppress(OSError):
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
