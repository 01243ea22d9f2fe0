"""The low words of a Word file: fonts, fields, cells, pictures, which the library leaves open."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from bcp_planner.documents import raster
from bcp_planner.documents.lines import Span, Text
from bcp_planner.documents.pen import Box, Pen

Word: TypeAlias = Any
"""An object of python-docx, which has no types for what it makes."""

HEAD = "E3EDF1"
"""The ground of heads and bands."""
CELL_MARGIN = 3.6
"""White space at the sides of a cell, in points."""
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_FACE = "Arial"
_RULE = "C3CAD0"


def set_font(style: Word) -> None:
    """Set a style in a face that every office program has."""
    from docx.oxml.ns import qn

    style.font.name = _FACE
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for slot in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{slot}"), None)
    fonts.set(qn("w:cs"), _FACE)


def make_element(kind: str, /, **attributes: str) -> Word:
    """Return an element of a Word file that the library has no words for."""
    from docx import oxml
    from docx.oxml.ns import qn

    library: Any = oxml
    made = library.OxmlElement(f"w:{kind}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def add_field(paragraph: Word, code: str, meanwhile: str = "") -> None:
    """Add a field that Word works out, such as the page number.

    Args:
        paragraph: Where.
        code: What Word is to work out.
        meanwhile: What stands there until it has.
    """
    open_field(paragraph, code)
    paragraph.add_run(meanwhile)
    close_field(paragraph)


def open_field(paragraph: Word, code: str) -> None:
    """Begin a field; what is written until its end stands there until Word has worked it out."""
    _mark_field(paragraph, make_element("fldChar", fldCharType="begin", dirty="true"))
    instruction = make_element("instrText")
    instruction.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    instruction.text = code
    _mark_field(paragraph, instruction)
    _mark_field(paragraph, make_element("fldChar", fldCharType="separate"))


def close_field(paragraph: Word) -> None:
    """End the field that was begun."""
    _mark_field(paragraph, make_element("fldChar", fldCharType="end"))


def _mark_field(paragraph: Word, mark: Word) -> None:
    paragraph.add_run()._r.append(mark)  # noqa: SLF001


def clean_text(text: str) -> str:
    """Return text without the characters that XML forbids."""
    return _CONTROLS.sub("�", text)


def set_widths(table: Word, widths: Sequence[float]) -> None:
    """Give columns the widths of the printed table; cells that were merged keep theirs."""
    from docx.shared import Pt

    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Pt(width)
    for row in table._tbl.tr_lst:  # noqa: SLF001
        for cell, width in zip(row.tc_lst, widths, strict=False):
            cell.width = Pt(width)


def add_picture(
    paragraph: Word, draw: Callable[[Pen, Box], None], width: float, height: float, words: str
) -> None:
    """Put a drawing into a paragraph, with what it shows as alternative text."""
    from docx.shared import Pt

    picture = io.BytesIO(raster.png(draw, width, height))
    shape = paragraph.add_run().add_picture(picture, width=Pt(width))
    shape._inline.docPr.set("descr", clean_text(words))  # noqa: SLF001


def set_look(table: Word) -> None:
    """Give a table fine lines and narrow margins, and rows that are not divided between pages."""
    properties = table._tbl.tblPr  # noqa: SLF001
    borders = make_element("tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        borders.append(make_element(side, val="single", sz="4", space="0", color=_RULE))
    margins = make_element("tblCellMar")
    for side in ("left", "right"):
        margins.append(make_element(side, w=str(int(CELL_MARGIN * 20)), type="dxa"))
    # Word wants them in the order of its schema: both before what says which bands are styled.
    look = next((one for one in properties if one.tag.endswith("}tblLook")), None)
    for one in (borders, margins):
        properties.append(one) if look is None else look.addprevious(one)
    for row in table._tbl.tr_lst:  # noqa: SLF001
        row.get_or_add_trPr().append(make_element("cantSplit"))


def shade(cell: Word, colour: str) -> None:
    """Give a cell a ground."""
    shade = make_element("shd", val="clear", color="auto", fill=colour)
    cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001


def repeat_row(row: Word) -> None:
    """Make a row the head that Word repeats on every page."""
    row._tr.get_or_add_trPr().append(make_element("tblHeader"))  # noqa: SLF001
    for cell in row.cells:
        shade(cell, HEAD)


def fill_cell(cell: Word, text: Text) -> None:
    """Write into the first paragraph of a cell."""
    set_tight(cell.paragraphs[0], text)


def set_tight(paragraph: Word, text: Text) -> None:
    """Write into a paragraph of a cell, which has less white space below than others."""
    from docx.shared import Pt

    paragraph.paragraph_format.space_after = Pt(1)
    add_text(paragraph, text)


def add_text(paragraph: Word, text: Text) -> None:
    """Add text at the end of a paragraph, each stretch in its weight."""
    spans = (Span(text),) if isinstance(text, str) else text
    for span in spans:
        if span.text:
            run = paragraph.add_run(clean_text(span.text))
            if span.bold:
                run.bold = True
