"""The same blocks as a Word file, for those who must edit.

Headings, lists and tables become Word's own, so that contents, navigation and styles work there.
Drawings become pictures with their description as alternative text.
"""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from bcp_planner.documents.layout import Listed, numbered
from bcp_planner.documents.lines import Span, Text
from bcp_planner.documents.pen import Typesetting
from bcp_planner.documents.sheet import paper
from bcp_planner.documents.story import (
    Band,
    Block,
    Callout,
    Cell,
    Chip,
    Contents,
    Cover,
    Document,
    Drawing,
    Facts,
    Figure,
    Fitted,
    Heading,
    Imprint,
    Measures,
    NewPage,
    PageOf,
    Paragraph,
    Points,
    Row,
    Rules,
    Table,
    Tick,
    Together,
    Words,
)
from bcp_planner.documents.tables import column_widths, longest_words
from bcp_planner.documents.word_parts import (
    CELL_MARGIN,
    HEAD,
    Word,
    add_field,
    add_picture,
    add_text,
    clean_text,
    close_field,
    fill_cell,
    make_element,
    open_field,
    repeat_row,
    set_font,
    set_look,
    set_tight,
    set_widths,
    shade,
)

_BOX = "☐"
_SHARE_OF_PAGE = 0.7
"""How much of a page a drawing takes that fills what is left of one in print."""
_LEAST_PICTURE = 90.0
"""Narrower cells say in words what their drawing shows."""
_MOST_PICTURES = 300
_CONTENTS_DEPTH = 2
_CONTENTS_INDENT = 14
_LABELS = 0.26
"""Share of the width that labels take beside their values."""
_BAR = 14.0
_EPOCH = (1980, 1, 1, 0, 0, 0)


def docx_bytes(document: Document, *, now: datetime.datetime, paper_name: str = "A4") -> bytes:
    """Return a document as a Word file; with the same moment the bytes are the same."""
    import docx

    library: Any = docx
    word = library.Document()
    _prepare(word, document.imprint, now, paper_name)
    whole = [
        inner
        for block in document.blocks
        for inner in (block.versions[0] if isinstance(block, Fitted) else (block,))
    ]
    pairs = list(numbered(whole))
    listed = [entry for block, entry in pairs if isinstance(block, Heading) and block.listed]
    writer = _Writer(word, paper_name, document.imprint, [one for one in listed if one])
    writer.places = {anchor for block in whole for anchor in _anchors(block)}
    for block, entry in pairs:
        writer.block(block, entry.number if entry else "")
    buffer = io.BytesIO()
    word.save(buffer)
    return _timeless(buffer.getvalue())


def _anchors(block: Block) -> Iterator[str]:
    """Yield the names of places in a block."""
    if isinstance(block, Heading):
        yield block.anchor
    elif isinstance(block, Table):
        yield from (row.anchor for row in block.rows)
    elif isinstance(block, Together):
        for inner in block.blocks:
            yield from _anchors(inner)


def _timeless(data: bytes) -> bytes:
    """Return an archive with all its files dated alike."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return buffer.getvalue()


def _prepare(word: Word, imprint: Imprint, now: datetime.datetime, paper_name: str) -> None:
    from docx.shared import Pt, RGBColor

    properties = word.core_properties
    properties.title = clean_text(f"{imprint.kind}: {imprint.title}")[:255]
    properties.author = clean_text(imprint.author or imprint.organisation)[:255]
    properties.subject = clean_text(imprint.subject)[:255]
    properties.language = imprint.language
    properties.last_modified_by = ""
    properties.created = properties.modified = now.astimezone(datetime.UTC).replace(tzinfo=None)
    section = word.sections[0]
    _set_paper(section, paper_name, landscape=False)
    for name in ("Normal", "Title", "Subtitle", *(f"Heading {level}" for level in (1, 2, 3))):
        set_font(word.styles[name])
    word.styles["Normal"].font.size = Pt(9.5)
    word.styles["Normal"].paragraph_format.space_after = Pt(3)
    for level in (1, 2, 3):
        word.styles[f"Heading {level}"].font.color.rgb = RGBColor(0x0C, 0x4A, 0x63)
    _surroundings(section, imprint)


def _set_paper(section: Word, paper_name: str, *, landscape: bool) -> None:
    """Give a section the size and margins of the printed page."""
    from docx.enum.section import WD_ORIENTATION
    from docx.shared import Pt

    page = paper(paper_name, landscape=landscape)
    frame = page.frame
    section.orientation = WD_ORIENTATION.LANDSCAPE if landscape else WD_ORIENTATION.PORTRAIT
    section.page_width, section.page_height = Pt(page.width), Pt(page.height)
    section.left_margin = Pt(frame.x)
    section.right_margin = Pt(page.width - frame.right)
    section.top_margin = Pt(page.height - frame.top)
    section.bottom_margin = Pt(frame.y)


def _surroundings(section: Word, imprint: Imprint) -> None:
    """Put classification and title above every page, and identity and page number below."""
    banner = clean_text(imprint.classification.upper())
    top = section.header.paragraphs[0]
    top.text = banner
    top.alignment = 1
    section.header.add_paragraph(clean_text(f"{imprint.kind} · {imprint.title}"))
    copy = f"Copy {imprint.copy_number}" if imprint.copy_number else "Uncontrolled when printed"
    words = (imprint.document_id, imprint.version, f"Printed {imprint.printed}", copy)
    foot = section.footer.paragraphs[0]
    foot.text = clean_text("  ·  ".join(word for word in words if word) + "  ·  Page ")
    add_field(foot, "PAGE")
    foot.add_run(" of ")
    add_field(foot, "NUMPAGES")
    low = section.footer.add_paragraph(banner)
    low.alignment = 1


class _Writer:
    """Writes blocks at the end of a Word document."""

    def __init__(
        self, word: Word, paper_name: str, imprint: Imprint, listed: Sequence[Listed]
    ) -> None:
        self._word = word
        self._imprint = imprint
        self._listed = listed
        self._marks: dict[str, int] = {}
        self._made: set[str] = set()
        self.places: set[str] = set()
        """The anchors of the document: what a page number can be told of."""
        self._paper_name = paper_name
        self._paper = paper(paper_name, landscape=False)
        self._setting = Typesetting()
        self._pictures = 0

    def block(self, block: Block, number: str) -> None:
        """Write one block."""
        match block:
            case Heading():
                self._heading(block, number)
            case Paragraph():
                add_text(self._word.add_paragraph(), block.text)
            case Points():
                self._points(block)
            case Table():
                self._table(block)
            case Cover():
                self._cover(block)
            case Contents():
                self._contents()
            case Together():
                for inner in block.blocks:
                    self.block(inner, "")
            case _:
                self._other(block)

    def _other(self, block: Block) -> None:
        match block:
            case Facts():
                self._pairs(block.rows)
            case Callout():
                add_text(self._word.add_paragraph(), (Span(block.title, bold=True),))
                if block.text:
                    add_text(self._word.add_paragraph(), block.text)
                self._points(Points(block.points))
            case Measures():
                self._pairs(
                    [(item.label, f"{item.value} {item.detail}".strip()) for item in block.items]
                )
            case Figure():
                self._figure(block)
            case NewPage():
                self._new_page(block)
            case Rules():
                for _ in range(block.count):
                    self._word.add_paragraph("_" * 80)
            case _:
                pass  # white space and page breaks, which Word makes itself

    def _new_page(self, block: NewPage) -> None:
        """Go on lying or upright; a new page as such comes with the next section."""
        if block.landscape == self._paper.sideways:
            return
        self._paper = paper(self._paper_name, landscape=block.landscape)
        section = self._word.add_section()
        _set_paper(section, self._paper_name, landscape=block.landscape)

    def _figure(self, block: Figure) -> None:
        frame = self._paper.frame
        height = block.height if block.height > 0 else frame.height * _SHARE_OF_PAGE
        add_picture(self._word.add_paragraph(), block.draw, frame.width, height, block.alternative)
        if block.caption:
            add_text(self._word.add_paragraph(), block.caption)

    def _heading(self, block: Heading, number: str) -> None:
        title = f"{number}  {block.text}" if number else block.text
        heading = self._word.add_heading(clean_text(title), block.level)
        if block.anchor:
            self._mark(heading, block.anchor)
        if block.level == 1 and not block.flows:
            heading.paragraph_format.page_break_before = True
        if block.note:
            add_text(self._word.add_paragraph(), block.note)

    def _points(self, block: Points) -> None:
        style = "List Number" if block.mark == "number" else "List Bullet"
        for index, item in enumerate(block.items, 1):
            if block.mark == "dot":
                add_text(self._word.add_paragraph(style=style), item)
                continue
            paragraph = self._word.add_paragraph()
            paragraph.add_run(f"{_BOX} " if block.mark == "check" else f"{index}. ")
            add_text(paragraph, item)

    def _cover(self, block: Cover) -> None:
        self._word.add_paragraph(clean_text(block.kind), style="Subtitle")
        self._word.add_paragraph(clean_text(block.title), style="Title")
        if block.subtitle:
            self._word.add_paragraph(clean_text(block.subtitle))
        self._pairs(block.purpose)
        self._word.add_paragraph()
        self._pairs([("Document", self._imprint.document_id), *block.control])

    def _contents(self) -> None:
        """Write the contents, which Word completes with the pages when it opens the file."""
        from docx.shared import Pt

        paragraph = self._word.add_paragraph()
        paragraph.paragraph_format.page_break_before = True
        add_text(paragraph, (Span("Contents", bold=True),))
        paragraph = self._word.add_paragraph()
        open_field(paragraph, r'TOC \o "1-2" \h \z \u')
        for entry in self._listed:
            if 0 < entry.level <= _CONTENTS_DEPTH:
                paragraph.paragraph_format.left_indent = Pt(_CONTENTS_INDENT * (entry.level - 1))
                paragraph.paragraph_format.space_after = Pt(0)
                paragraph.add_run(clean_text(f"{entry.number}  {entry.text}".strip()))
                paragraph = self._word.add_paragraph()
        close_field(paragraph)

    def _mark(self, paragraph: Word, anchor: str) -> None:
        """Give a place a name, so that its page can be told elsewhere."""
        if anchor in self._made:
            return
        self._made.add(anchor)
        number = str(self._number_of(anchor))
        start: Word = make_element("bookmarkStart", id=number, name=f"_place{number}")
        paragraph._p.append(start)  # noqa: SLF001
        paragraph._p.append(make_element("bookmarkEnd", id=number))  # noqa: SLF001

    def _number_of(self, anchor: str) -> int:
        return self._marks.setdefault(anchor, len(self._marks) + 1)

    def _pairs(self, rows: Iterable[tuple[str, Text]]) -> None:
        listed = list(rows)
        if not listed:
            return
        table = self._grid(len(listed), 2)
        width = self._paper.frame.width
        set_widths(table, (width * _LABELS, width * (1 - _LABELS)))
        for row, (label, value) in zip(table.rows, listed, strict=True):
            first, second = row.cells
            fill_cell(first, (Span(label, bold=True),))
            fill_cell(second, value or "–")

    def _grid(self, rows: int, columns: int) -> Word:
        table = self._word.add_table(rows=rows, cols=columns, style="Table Grid")
        set_look(table)
        return table

    def _table(self, block: Table) -> None:
        if not block.rows:
            self._word.add_paragraph(clean_text(block.empty))
            return
        has_head = any(column.title for column in block.columns)
        table = self._grid(len(block.rows) + has_head, len(block.columns))
        # Reading the cells of a table one by one takes quadratic time in the library.
        rows = [list(row.cells) for row in table.rows]
        if has_head:
            for cell, column in zip(rows[0], block.columns, strict=True):
                fill_cell(cell, (Span(column.title, bold=True),))
            repeat_row(table.rows[0])
        widths = column_widths(
            block.columns, self._paper.frame.width, longest_words(self._setting, block)
        )
        set_widths(table, widths)
        for cell, column, width in zip(rows[0], block.columns, widths, strict=True):
            if has_head and column.draw_head is not None:
                inner = width - 2 * CELL_MARGIN
                add_picture(cell.paragraphs[0], column.draw_head, inner, _BAR, "scale")
        for cells, row in zip(rows[has_head:], block.rows, strict=True):
            self._row(cells, row, widths)
            if row.anchor:
                self._mark(cells[0].paragraphs[0], row.anchor)
        self._word.add_paragraph(clean_text(block.foot))

    def _row(self, cells: Sequence[Word], row: Row | Band, widths: Sequence[float]) -> None:
        if isinstance(row, Band):
            whole = cells[0].merge(cells[-1])
            shade(whole, HEAD)
            detail = Span(f"  {row.detail}" if row.detail else "")
            fill_cell(whole, (Span(row.text, bold=True), detail))
            return
        for cell, content, width in zip(cells, row.cells, widths, strict=False):
            if isinstance(content, Drawing) and width >= _LEAST_PICTURE:
                self._drawing(cell, content, width)
            elif isinstance(content, PageOf) and content.anchor in self.places:
                code = f"PAGEREF _place{self._number_of(content.anchor)}"
                add_field(cell.paragraphs[0], code, "–")
            else:
                _cell(cell, content)

    def _drawing(self, cell: Word, content: Drawing, width: float) -> None:
        """Put a drawing into a cell as a picture; words once there are very many."""
        self._pictures += 1
        if self._pictures > _MOST_PICTURES:
            fill_cell(cell, content.words)
            return
        height = max(content.height, _BAR)
        inner = width - 2 * CELL_MARGIN
        add_picture(cell.paragraphs[0], content.draw, inner, height, content.words)


def _cell(cell: Word, content: Cell) -> None:
    match content:
        case str():
            fill_cell(cell, content)
        case Words():
            text = content.text
            fill_cell(
                cell, (Span(text, bold=True),) if content.bold and isinstance(text, str) else text
            )
            if content.detail and not content.text:
                fill_cell(cell, content.detail)
            elif content.detail:
                set_tight(cell.add_paragraph(), content.detail)
        case Tick():
            fill_cell(cell, f"{_BOX} {content.label}".strip())
        case Chip():
            fill_cell(cell, content.text)
        case Drawing():
            fill_cell(cell, content.words)
        case _:
            pass
