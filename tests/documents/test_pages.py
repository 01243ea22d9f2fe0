"""The engine: text, tables and pages, read back from the PDF it writes."""

from __future__ import annotations

import io
import re

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bcp_planner.documents.lines import Breaker, Span
from bcp_planner.documents.output import pdf_bytes
from bcp_planner.documents.shaping import Shaper
from bcp_planner.documents.story import (
    Block,
    Callout,
    Chip,
    Column,
    Contents,
    Document,
    Facts,
    Heading,
    Imprint,
    NewPage,
    Paragraph,
    Points,
    Row,
    Table,
    Tick,
)
from bcp_planner.domain.errors import Cancelled

IMPRINT = Imprint("Test", "Sheet", classification="Internal", document_id="D-1", printed="now")
NAMES = [
    "Orders database",
    "Центр обработки данных",
    "Κέντρο δεδομένων",
    "数据中心一号机房",
    "東京データセンター",
    "서울 데이터센터",
    "مركز البيانات DC-1 (رئيسي) الأول",
    "מרכז נתונים (ראשי) 2",
    "<b>A & B</b>",
    "&lt;i&gt; %s {0} \\n",
    "Ligature office fi ffl",
    "Ångström ﬁ € ½ → ✓ ≥",
]


def printed(*blocks: Block, paper_name: str = "A4") -> pypdf.PdfReader:
    data, _ = pdf_bytes(Document(IMPRINT, blocks), paper_name=paper_name)
    return pypdf.PdfReader(io.BytesIO(data))


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def words(reader: pypdf.PdfReader) -> str:
    return squeezed("".join(page.extract_text() for page in reader.pages))


@pytest.mark.parametrize("name", NAMES)
def test_text_of_every_script_comes_out_as_it_went_in(name: str) -> None:
    assert squeezed(name) in words(printed(Paragraph(name)))


@pytest.mark.parametrize("name", NAMES)
def test_names_in_bold_and_in_table_cells_come_out_too(name: str) -> None:
    table = Table([Column("A"), Column("B", 90)], [Row([name, "x"])])
    assert squeezed(name) in words(printed(Paragraph((Span(name, bold=True),))))
    assert squeezed(name) in words(printed(table))


@given(st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), max_size=80))
@settings(max_examples=60, deadline=None)
def test_any_text_can_be_broken_into_lines_that_fit(text: str) -> None:
    lines = Breaker(Shaper()).lines(text, 5000)
    assert lines
    assert all(line.width <= 5000 for line in lines)


def test_a_name_inside_a_sentence_does_not_turn_the_words_around_it() -> None:
    breaker = Breaker(Shaper())
    name = "قاعدة (أ)"
    line = breaker.lines((Span("Restore "), Span(name, isolated=True), Span(" 1.")), 1e6)[0]
    starts = dict(zip((piece.code for piece in line.pieces), line.places, strict=True))
    assert max(line.places) == line.places[-1]
    assert min(starts.values()) == 0
    assert not line.leftward


def test_right_to_left_paragraphs_begin_at_the_right_edge() -> None:
    breaker = Breaker(Shaper())
    assert breaker.lines("שלום", 1e6)[0].leftward
    assert not breaker.lines("peace", 1e6)[0].leftward


@pytest.mark.parametrize("length", [300, 3000])
def test_long_names_wrap_and_nothing_is_cut(length: int) -> None:
    name = "x" * length
    columns = [Column("No.", 40), Column("Name", 120), Column("Note")]
    reader = printed(Table(columns, [Row(["1", name, "short"])]))
    assert words(reader).count("x") == length


def test_a_row_higher_than_a_page_goes_on_with_nothing_lost() -> None:
    text = " ".join(f"w{index}." for index in range(3000))
    reader = printed(Table([Column("A"), Column("B")], [Row([text, "end"])]))
    found = words(reader)
    assert len(reader.pages) > 2
    assert all(f"w{index}." in found for index in range(3000))


def test_every_page_says_which_of_how_many_it_is() -> None:
    reader = printed(*(Paragraph("text " * 300) for _ in range(20)))
    total = len(reader.pages)
    assert total > 3
    for number, page in enumerate(reader.pages, 1):
        text = page.extract_text()
        assert f"Page {number} of {total}" in text
        assert text.count("INTERNAL") == 2
        assert "D-1" in text


def test_the_head_of_a_table_is_on_every_page_of_it() -> None:
    rows = [Row([Tick(), f"row {index}", Chip("M", "met", "good")]) for index in range(150)]
    reader = printed(Table([Column("", 20), Column("Task heading"), Column("Met")], rows))
    assert len(reader.pages) > 2
    assert all("Task heading" in page.extract_text() for page in reader.pages)
    found = words(reader)
    assert all(f"row{index}" in found for index in range(150))


def test_contents_and_bookmarks_name_every_heading_with_its_page() -> None:
    reader = printed(
        Contents(),
        Heading("First"),
        Paragraph("a"),
        Heading("Part", 2),
        Heading("Second"),
        Heading("Plain", 2, listed=False),
    )
    contents = reader.pages[0].extract_text()
    assert [item.title for item in reader.outline if not isinstance(item, list)] == [
        "1  First",
        "2  Second",
    ]
    assert "Plain" not in contents
    assert re.search(r"Second\s*3", contents)
    assert len(reader.pages[0]["/Annots"]) == 3


def test_a_heading_is_not_left_alone_at_the_foot_of_a_page() -> None:
    for lines in range(40, 56):
        reader = printed(Paragraph("\n".join("x" * lines)), Heading("Below", 2), Paragraph("text"))
        page = next(page for page in reader.pages if "Below" in page.extract_text())
        assert "text" in page.extract_text()


def test_every_font_is_in_the_file() -> None:
    reader = printed(*(Paragraph(name) for name in NAMES))
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():
            outlines = font.get_object()["/DescendantFonts"][0].get_object()
            assert "/FontFile2" in outlines["/FontDescriptor"].get_object()


def test_the_same_document_gives_the_same_bytes() -> None:
    blocks = (Heading("A"), *(Paragraph(name) for name in NAMES))
    first = pdf_bytes(Document(IMPRINT, blocks))
    assert pdf_bytes(Document(IMPRINT, blocks)) == first


def test_sideways_pages_and_letter_paper() -> None:
    reader = printed(Paragraph("a"), NewPage(landscape=True), Paragraph("b"), paper_name="Letter")
    sizes = [(float(p.mediabox.width), float(p.mediabox.height)) for p in reader.pages]
    assert sizes == [(612, 792), (792, 612)]


def test_blank_values_and_empty_tables_say_so() -> None:
    text = words(
        printed(Facts([("Owner", "")]), Table([Column("A")], []), Callout("C"), Points([]))
    )
    assert "Owner–" in text
    assert "None." in text


def test_a_document_of_no_blocks_is_one_page() -> None:
    assert len(printed().pages) == 1


def test_progress_rises_to_one_and_can_stop_the_work() -> None:
    shares: list[float] = []
    document = Document(IMPRINT, (Paragraph("a"),))
    pdf_bytes(document, progress=shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0

    def stop(share: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        pdf_bytes(document, progress=stop)
