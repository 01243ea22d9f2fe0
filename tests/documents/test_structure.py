"""The structure tree and what archives ask for, read back with another library."""

from __future__ import annotations

import datetime
import io
import re
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from bcp_planner.documents import KINDS, Options, compose
from bcp_planner.documents.output import pdf_bytes
from bcp_planner.interchange.plan_json import read_plan

NOW = datetime.datetime(2026, 11, 23, 2, 0, tzinfo=datetime.UTC)
every_kind = pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "set"])


@cache
def written(kind: str, password: str = "") -> bytes:
    plan = read_plan(Path("resources/samples/hospital.json"))
    scenario = plan.scenarios["room-a-loss"] if KINDS[kind].needs_scenario else None
    document = compose(kind, plan, scenario=scenario, options=Options(), now=NOW)
    return pdf_bytes(document, password=password)[0]


def opened(kind: str) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(written(kind)))


def elements(node: Any) -> list[Any]:
    """Return all elements below a node, in reading order."""
    found: list[Any] = []
    stack = [node]
    while stack:
        one = stack.pop()
        if isinstance(one, pikepdf.Dictionary) and "/S" in one:
            found.append(one)
        kids = one.get("/K", []) if isinstance(one, pikepdf.Dictionary) else []
        kids = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
        stack += [kid for kid in reversed(kids) if isinstance(kid, pikepdf.Dictionary)]
    return found


def kids_of(element: Any) -> list[Any]:
    """Return the parts of an element that are dictionaries: elements and links."""
    kids = element.get("/K", [])
    kids = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    return [kid for kid in kids if isinstance(kid, pikepdf.Dictionary)]


@every_kind
def test_all_content_is_in_the_structure_or_marked_as_an_artefact(kind: str) -> None:
    with opened(kind) as pdf:
        tree = pdf.Root.StructTreeRoot
        numbers = dict(zip(*[iter(list(tree.ParentTree.Nums))] * 2, strict=True))
        for index, page in enumerate(pdf.pages):
            depth, marks = 0, []
            for operands, operator in pikepdf.parse_content_stream(page):
                name = str(operator)
                if name in ("BDC", "BMC"):
                    assert depth == 0
                    depth += 1
                    if name == "BDC":
                        marks.append(int(operands[1].MCID))
                elif name == "EMC":
                    depth -= 1
                elif name in ("TJ", "Tj", "S", "f", "B", "h"):
                    assert depth == 1
            assert depth == 0
            assert marks == list(range(len(marks)))
            assert int(page.StructParents) == index
            assert len(numbers[index]) == len(marks)


@every_kind
def test_kinds_of_elements(kind: str) -> None:
    allowed = {"/Document", "/H1", "/H2", "/H3", "/P", "/L", "/LI", "/LBody", "/Table", "/TR",
               "/TH", "/TD", "/TOC", "/TOCI", "/Figure", "/Lbl", "/Link", "/Reference"}  # fmt: skip
    with opened(kind) as pdf:
        for element in elements(pdf.Root.StructTreeRoot.K[0]):
            assert str(element.S) in allowed
            if str(element.S) == "/Figure":
                assert len(str(element.Alt)) > 10


@every_kind
def test_headings_begin_at_one_and_skip_no_level(kind: str) -> None:
    with opened(kind) as pdf:
        found = [str(one.S) for one in elements(pdf.Root.StructTreeRoot.K[0])]
    levels = [int(name[2]) for name in found if re.fullmatch("/H[1-3]", name)]
    assert all(level <= before + 1 for before, level in pairwise([0, *levels]))


@every_kind
def test_rows_of_a_table_have_the_same_number_of_cells(kind: str) -> None:
    with opened(kind) as pdf:
        for table in elements(pdf.Root.StructTreeRoot.K[0]):
            if str(table.S) == "/Table":
                rows = kids_of(table)
                widths = {sum(_span(cell) for cell in kids_of(row)) for row in rows}
                assert len(widths) == 1


def _span(cell: Any) -> int:
    return int(cell.A.get("/ColSpan", 1)) if "/A" in cell else 1


@every_kind
def test_links_are_elements_and_say_where_they_lead(kind: str) -> None:
    with opened(kind) as pdf:
        numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        parents = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
        assert list(parents) == sorted(parents)
        for page in pdf.pages:
            assert str(page.Tabs) == "/S"
            for note in page.get("/Annots", []):
                assert str(note.Contents).startswith("Go to page ")
                element = parents[int(note.StructParent)]
                assert str(element.S) == "/Link"
                assert any("/Obj" in kid for kid in kids_of(element))


def test_headings_are_read_in_the_order_of_the_contents() -> None:
    with opened("plan") as pdf:
        kinds = [str(one.S) for one in elements(pdf.Root.StructTreeRoot.K[0])]
        assert kinds.count("/H1") > 15
        assert kinds.index("/TOC") < kinds.index("/H1")
        assert kinds.count("/TH") > 50


@every_kind
def test_what_archives_ask_for(kind: str) -> None:
    data = written(kind)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert data[:8] == b"%PDF-1.7"
        assert min(data[10:14]) >= 128
        assert bool(pdf.Root.MarkInfo.Marked)
        assert str(pdf.Root.Lang) == "en"
        intent = pdf.Root.OutputIntents[0]
        assert str(intent.S) == "/GTS_PDFA1"
        assert intent.DestOutputProfile.read_bytes()[36:40] == b"acsp"
        with pdf.open_metadata() as metadata:
            assert metadata.pdfa_status == "2A"
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["dc:title"] == str(pdf.docinfo["/Title"])
            assert metadata["pdf:Producer"] == str(pdf.docinfo["/Producer"])
        assert "/ID" in pdf.trailer
        for page in pdf.pages:
            for font in page.Resources.Font.values():
                assert "/ToUnicode" in font
                assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor
            for note in page.get("/Annots", []):
                assert int(note.F) & 4


def test_a_locked_file_does_not_claim_to_be_for_archives() -> None:
    with pikepdf.open(io.BytesIO(written("cards", "geheim")), password="geheim") as pdf:
        assert pdf.open_metadata().pdfa_status == ""
        assert "/StructTreeRoot" in pdf.Root


def test_no_glyph_is_missing() -> None:
    for kind in ("plan", "bia"):
        with opened(kind) as pdf:
            for page in pdf.pages:
                for operands, operator in pikepdf.parse_content_stream(page):
                    if str(operator) == "TJ":
                        strings = [
                            bytes(one) for one in operands[0] if isinstance(one, pikepdf.String)
                        ]
                        assert all(b"\0\0" not in re.findall(b"(?s)..", one) for one in strings)
