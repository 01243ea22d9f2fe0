"""The same blocks as a Word file, for those who must edit.

Headings, lists and tables become Word's own, so that contents, navigation and styles work there.
Drawings become pictures with their description as alternative text.
"""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeAlias

from bcp_planner.documents import raster
from bcp_planner.documents.layout import numbered
from bcp_planner.documents.lines import Span, Text
from bcp_planner.documents.pen import Box, Pen, Typesetting
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

_Word: TypeAlias = Any
"""An object of python-docx, which has no types for what it makes."""

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_BOX = "☐"
_SHARE_OF_PAGE = 0.7
"""How much of a page a drawing takes that fills what is left of one in print."""
_LEAST_PICTURE = 90.0
"""Narrower cells say in words what their drawing shows."""
_MOST_PICTURES = 300
_BAR = 14.0
_CELL_MARGIN = 5.4
_EPOCH = (1980, 1, 1, 0, 0, 0)


def docx_bytes(document: Document, *, now: datetime.datetime, paper_name: str = "A4") -> bytes:
    """Return a document as a Word file; with the same moment the bytes are the same."""
    import docx

    library: Any = docx
    word = library.Document()
    _prepare(word, document.imprint, now, paper_name)
    writer = _Writer(word, paper_name, document.imprint)
    whole = [
        inner
        for block in document.blocks
        for inner in (block.versions[0] if isinstance(block, Fitted) else (block,))
    ]
    for block, entry in numbered(whole):
        writer.block(block, entry.number if entry else "")
    buffer = io.BytesIO()
    word.save(buffer)
    return _timeless(buffer.getvalue())


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


def _prepare(word: _Word, imprint: Imprint, now: datetime.datetime, paper_name: str) -> None:
    from docx.shared import Pt, RGBColor

    properties = word.core_properties
    properties.title = _clean(f"{imprint.kind}: {imprint.title}")[:255]
    properties.author = _clean(imprint.author or imprint.organisation)[:255]
    properties.subject = _clean(imprint.subject)[:255]
    properties.language = imprint.language
    properties.last_modified_by = ""
    properties.created = properties.modified = now.astimezone(datetime.UTC).replace(tzinfo=None)
    section = word.sections[0]
    _set_paper(section, paper_name, landscape=False)
    normal = word.styles["Normal"].font
    normal.name, normal.size = "Noto Sans", Pt(9.5)
    for level in (1, 2, 3):
        word.styles[f"Heading {level}"].font.color.rgb = RGBColor(0x0C, 0x4A, 0x63)
    _surroundings(section, imprint)


def _set_paper(section: _Word, paper_name: str, *, landscape: bool) -> None:
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


def _surroundings(section: _Word, imprint: Imprint) -> None:
    """Put classification and title above every page, and identity and page number below."""
    banner = _clean(imprint.classification.upper())
    top = section.header.paragraphs[0]
    top.text = banner
    top.alignment = 1
    section.header.add_paragraph(_clean(f"{imprint.kind} · {imprint.title}"))
    copy = f"Copy {imprint.copy_number}" if imprint.copy_number else "Uncontrolled when printed"
    words = (imprint.document_id, imprint.version, f"Printed {imprint.printed}", copy)
    foot = section.footer.paragraphs[0]
    foot.text = _clean("  ·  ".join(word for word in words if word) + "  ·  Page ")
    _field(foot, "PAGE")
    foot.add_run(" of ")
    _field(foot, "NUMPAGES")
    low = section.footer.add_paragraph(banner)
    low.alignment = 1


def _field(paragraph: _Word, code: str) -> None:
    """Add a field that Word works out, such as the page number."""
    from docx import oxml
    from docx.oxml.ns import qn

    library: Any = oxml
    make = library.OxmlElement
    for kind in ("begin", None, "end"):
        run = paragraph.add_run()
        if kind is None:
            text = make("w:instrText")
            text.set(qn("xml:space"), "preserve")
            text.text = code
            run._r.append(text)  # noqa: SLF001
            continue
        mark = make("w:fldChar")
        mark.set(qn("w:fldCharType"), kind)
        if kind == "begin":
            mark.set(qn("w:dirty"), "true")
        run._r.append(mark)  # noqa: SLF001


def _clean(text: str) -> str:
    """Return text without the characters that XML forbids."""
    return _CONTROLS.sub("�", text)


class _Writer:
    """Writes blocks at the end of a Word document."""

    def __init__(self, word: _Word, paper_name: str, imprint: Imprint) -> None:
        self._word = word
        self._imprint = imprint
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
                _add(self._word.add_paragraph(), block.text)
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
                _add(self._word.add_paragraph(), (Span(block.title, bold=True),))
                if block.text:
                    _add(self._word.add_paragraph(), block.text)
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
        _add_picture(self._word.add_paragraph(), block.draw, frame.width, height, block.alternative)
        if block.caption:
            _add(self._word.add_paragraph(), block.caption)

    def _heading(self, block: Heading, number: str) -> None:
        title = f"{number}  {block.text}" if number else block.text
        heading = self._word.add_heading(_clean(title), block.level)
        if block.level == 1 and not block.flows:
            heading.paragraph_format.page_break_before = True
        if block.note:
            _add(self._word.add_paragraph(), block.note)

    def _points(self, block: Points) -> None:
        style = "List Number" if block.mark == "number" else "List Bullet"
        for index, item in enumerate(block.items, 1):
            if block.mark == "dot":
                _add(self._word.add_paragraph(style=style), item)
                continue
            paragraph = self._word.add_paragraph()
            paragraph.add_run(f"{_BOX} " if block.mark == "check" else f"{index}. ")
            _add(paragraph, item)

    def _cover(self, block: Cover) -> None:
        self._word.add_paragraph(_clean(block.kind), style="Subtitle")
        self._word.add_paragraph(_clean(block.title), style="Title")
        if block.subtitle:
            self._word.add_paragraph(_clean(block.subtitle))
        self._pairs(block.purpose)
        self._word.add_paragraph()
        self._pairs([("Document", self._imprint.document_id), *block.control])

    def _contents(self) -> None:
        paragraph = self._word.add_paragraph()
        paragraph.paragraph_format.page_break_before = True
        _field(paragraph, r'TOC \o "1-2" \h \z \u')

    def _pairs(self, rows: Iterable[tuple[str, Text]]) -> None:
        listed = list(rows)
        if not listed:
            return
        table = self._grid(len(listed), 2)
        for row, (label, value) in zip(table.rows, listed, strict=True):
            first, second = row.cells
            _fill(first, (Span(label, bold=True),))
            _fill(second, value or "–")

    def _grid(self, rows: int, columns: int) -> _Word:
        return self._word.add_table(rows=rows, cols=columns, style="Table Grid")

    def _table(self, block: Table) -> None:
        if not block.rows:
            self._word.add_paragraph(_clean(block.empty))
            return
        has_head = any(column.title for column in block.columns)
        table = self._grid(len(block.rows) + has_head, len(block.columns))
        # Reading the cells of a table one by one takes quadratic time in the library.
        rows = [list(row.cells) for row in table.rows]
        if has_head:
            for cell, column in zip(rows[0], block.columns, strict=True):
                _fill(cell, (Span(column.title, bold=True),))
            _repeat(table.rows[0])
        widths = column_widths(
            block.columns, self._paper.frame.width, longest_words(self._setting, block)
        )
        _set_widths(table, widths)
        for cell, column, width in zip(rows[0], block.columns, widths, strict=True):
            if has_head and column.draw_head is not None:
                inner = width - 2 * _CELL_MARGIN
                _add_picture(cell.paragraphs[0], column.draw_head, inner, _BAR, "scale")
        for cells, row in zip(rows[has_head:], block.rows, strict=True):
            self._row(cells, row, widths)
        self._word.add_paragraph(_clean(block.foot))

    def _row(self, cells: Sequence[_Word], row: Row | Band, widths: Sequence[float]) -> None:
        if isinstance(row, Band):
            whole = cells[0].merge(cells[-1])
            detail = Span(f"  {row.detail}" if row.detail else "")
            _fill(whole, (Span(row.text, bold=True), detail))
            return
        for cell, content, width in zip(cells, row.cells, widths, strict=False):
            if isinstance(content, Drawing) and width >= _LEAST_PICTURE:
                self._drawing(cell, content, width)
            else:
                _cell(cell, content)

    def _drawing(self, cell: _Word, content: Drawing, width: float) -> None:
        """Put a drawing into a cell as a picture; words once there are very many."""
        self._pictures += 1
        if self._pictures > _MOST_PICTURES:
            _fill(cell, content.words)
            return
        height = max(content.height, _BAR)
        inner = width - 2 * _CELL_MARGIN
        _add_picture(cell.paragraphs[0], content.draw, inner, height, content.words)


def _set_widths(table: _Word, widths: Sequence[float]) -> None:
    """Give columns the widths of the printed table; cells that were merged keep theirs."""
    from docx.shared import Pt

    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Pt(width)
    for row in table._tbl.tr_lst:  # noqa: SLF001
        for cell, width in zip(row.tc_lst, widths, strict=False):
            cell.width = Pt(width)


def _add_picture(
    paragraph: _Word, draw: Callable[[Pen, Box], None], width: float, height: float, words: str
) -> None:
    """Put a drawing into a paragraph, with what it shows as alternative text."""
    from docx.shared import Pt

    picture = io.BytesIO(raster.png(draw, width, height))
    shape = paragraph.add_run().add_picture(picture, width=Pt(width))
    shape._inline.docPr.set("descr", _clean(words))  # noqa: SLF001


def _repeat(row: _Word) -> None:
    """Make a row the head that Word repeats on every page."""
    from docx import oxml

    library: Any = oxml
    row._tr.get_or_add_trPr().append(library.OxmlElement("w:tblHeader"))  # noqa: SLF001


def _cell(cell: _Word, content: Cell) -> None:
    match content:
        case str():
            _fill(cell, content)
        case Words():
            text = content.text
            _fill(
                cell, (Span(text, bold=True),) if content.bold and isinstance(text, str) else text
            )
            if content.detail and not content.text:
                _fill(cell, content.detail)
            elif content.detail:
                _add(cell.add_paragraph(), content.detail)
        case Tick():
            _fill(cell, f"{_BOX} {content.label}".strip())
        case Chip():
            _fill(cell, content.text)
        case Drawing():
            _fill(cell, content.words)
        case _:
            pass


def _fill(cell: _Word, text: Text) -> None:
    _add(cell.paragraphs[0], text)


def _add(paragraph: _Word, text: Text) -> None:
    spans = (Span(text),) if isinstance(text, str) else text
    for span in spans:
        if span.text:
            run = paragraph.add_run(_clean(span.text))
            if span.bold:
                run.bold = True
