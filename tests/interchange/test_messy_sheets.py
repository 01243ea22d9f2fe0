"""Spreadsheets as people keep them: headings on several rows, groups, notes, prose."""

from __future__ import annotations

import csv
import io
import zipfile
from typing import Any

import pytest

from bcp_planner.domain.durations import HOUR, MINUTE
from bcp_planner.domain.entities import Team
from bcp_planner.domain.plan import Plan
from bcp_planner.interchange.draft import LEAVE_OUT
from bcp_planner.interchange.importing import Preview
from bcp_planner.interchange.mentions import Names, mentions
from tests.interchange.importing import of_text, pairs, reasons

_ROWS = [
    ["Application register 2026", "", "", "", "", "", ""],
    ["", "", "", "", "", "", ""],
    ["Department", "Application", "", "Recovery targets", "", "Depends on (free text)", "Users"],
    ["", "ID", "Name", "RTO", "RPO (min)", "", ""],
    ["Finance", "A1", "Active Directory (AD)", "4 h", "15", "", "10"],
    ["", "A2", "SAN", "1 h", "", "-", "20"],
    ["", "A3", "E-Mail", "2 h", "30", "needs Active Directory and the SAN; see also fax", "30"],
    ["Subtotal Finance", "", "", "", "", "", "60"],
    ["Sales", "A4", "Shop", "1 h", "5", "AD (for login) or SAN, E-Mail", "5"],
    ["", "A5", "Till", "", "", "as above", "6"],
    ["", "A6", "Kiosk", "", "", "it was moved twice and nobody knows where it lives now", "1"],
    ["Total", "6", "", "", "", "", "71"],
    ["", "", "", "", "", "", ""],
    ["* as agreed with the board", "", "", "", "", "", ""],
]
_MERGED = ["A1:G1", "A3:A4", "B3:C3", "D3:E3", "F3:F4", "G3:G4", "A5:A7", "A9:A11"]


def _csv() -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows(_ROWS)
    return out.getvalue().encode()


def _xlsx() -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    sheet: Any = book.active
    for row in _ROWS:
        sheet.append([cell or None for cell in row])
    for area in _MERGED:
        sheet.merge_cells(area)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _ods() -> bytes:
    from openpyxl.utils.cell import range_boundaries

    spans: dict[tuple[int, int], str] = {}
    for area in _MERGED:
        left, top, right, bottom = (number or 0 for number in range_boundaries(area))
        spans[top - 1, left - 1] = (
            f' table:number-columns-spanned="{right - left + 1}"'
            f' table:number-rows-spanned="{bottom - top + 1}"'
        )
    rows = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"{spans.get((y, x), "")}>'
            f"<text:p>{cell}</text:p></table:table-cell>"
            if cell
            else "<table:table-cell/>"
            for x, cell in enumerate(row)
        )
        + "</table:table-row>"
        for y, row in enumerate(_ROWS)
    )
    space = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'<office:document-content xmlns:office="{space}:office:1.0"'
        f' xmlns:table="{space}:table:1.0" xmlns:text="{space}:text:1.0">'
        f'<office:body><office:spreadsheet><table:table table:name="Apps">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr("content.xml", content)
    return out.getvalue()


_FILES = [("a.csv", _csv), ("a.xlsx", _xlsx), ("a.ods", _ods)]


def _done(name: str, make: Any, **wishes: Any) -> Preview:
    return of_text(name, make(), **wishes)


@pytest.mark.parametrize(("name", "make"), _FILES)
def test_headings_on_two_rows_and_groups_are_read_alike_everywhere(name: str, make: Any) -> None:
    done = _done(name, make)
    columns = {t.word: t.choice for t in done.terms if t.sort == "column"}
    assert columns == {
        "Department": "unit",
        "Application ID": "id",
        "Application Name": "name",
        "Recovery targets RTO": "rto",
        "Recovery targets RPO (min)": "rpo",
        "Depends on (free text)": "depends_on",
        "Users": LEAVE_OUT,
    }
    services = done.plan.services
    assert set(services) == {"A1", "A2", "A3", "A4", "A5", "A6", "fax"}
    departments = [services[f"A{n}"].unit for n in range(1, 7)]
    assert departments == ["Finance"] * 3 + ["Sales"] * 3
    assert (services["A3"].rto, services["A3"].rpo) == (2 * HOUR, 30 * MINUTE)


@pytest.mark.parametrize(("name", "make"), _FILES)
def test_free_text_is_split_sensibly_and_never_dropped(name: str, make: Any) -> None:
    done = _done(name, make)
    assert pairs(done.plan) == {
        ("A3", "A1"),
        ("A3", "A2"),
        ("A3", "fax"),
        *((shop, end) for shop in ("A4", "A5") for end in ("A1", "A2", "A3")),
    }
    kinds = {r.providers: r.strength for r in done.plan.requirements.values()}
    assert kinds[("fax",)] == "soft"
    assert kinds[("A1", "A2")] == "hard"
    assert reasons(done, "the cell above is taken")
    assert reasons(done, "it reads like a sentence")
    assert "nobody knows where it lives" in done.plan.services["A6"].description
    assert reasons(done, "Subtotal Finance")
    assert reasons(done, "Total, 6")
    assert reasons(done, "as agreed with the board")


@pytest.mark.parametrize(("name", "make"), _FILES)
def test_names_without_a_row_are_offered(name: str, make: Any) -> None:
    (term,) = (term for term in _done(name, make).terms if term.sort == "name")
    assert (term.word, term.count) == ("fax", 1)
    other = _done(name, make, terms={"fax": "E-Mail"})
    assert "fax" not in other.plan.services
    assert reasons(other, "a service cannot need itself")
    without = _done(name, make, terms={"fax": LEAVE_OUT})
    assert "fax" not in without.plan.services
    assert reasons(without, "fax: left out by the mapping")


def test_names_that_look_alike_come_first() -> None:
    done = of_text("a.csv", "Name;Depends on\nOracle Database;\nShop;Oracle DB\nTill;Oracle DB\n")
    (term,) = (term for term in done.terms if term.sort == "name")
    assert (term.offers, term.count) == (("Oracle Database",), 2)


@pytest.mark.parametrize(
    ("cell", "names", "prose"),
    [
        ("nightly feed from SAP FI", [["SAP FI"]], []),
        ("SAN/Mail", [["SAN"], ["Mail"]], []),
        ("R/3", [["R/3"]], []),
        ("tbd - ask Jim", [], ["ask Jim"]),
        ("none known", [], []),
        ("runs on the SAN, uses mail. SAP FI for invoices", [["SAN"], ["Mail"], ["SAP FI"]], []),
        ("Mail archive", [["Mail archive"]], []),
        ("see also", [], []),
    ],
)
def test_prose_around_names(cell: str, names: list[list[str]], prose: list[str]) -> None:
    known = Names()
    for name in ("SAN", "Mail", "SAP FI"):
        known.add(name, name)
    found, rest = mentions(cell, known)
    assert [[known.find(name) or name for name in one.names] for one in found] == names
    assert rest == prose


def test_a_heading_between_the_rows_tags_the_rows_below() -> None:
    from openpyxl import Workbook

    book = Workbook()
    sheet: Any = book.active
    for row in (["Name", "Owner", "RTO"], ["Finance"], ["Ledger", "Ann", "4 h"]):
        sheet.append(row)
    sheet.merge_cells("A2:C2")
    out = io.BytesIO()
    book.save(out)
    done = of_text("a.xlsx", out.getvalue())
    assert set(done.plan.services) == {"Ledger"}
    assert done.plan.services["Ledger"].tags == ("Finance",)


@pytest.mark.parametrize(
    "text",
    [
        "Name,Owner,\nMail,Ann,x\nDNS,Bob,y\n",
        "Name,,\nMail,Ann,x\nDNS,Bob,y\n",
        "Owner,Name\n,Mail\nBob,DNS\n",
        "Inventory\n\nName;RTO\nMail;1 h\nDNS;2 h\n",
        "Total Commander\nName,RTO\nMail,1 h\nDNS,\n",
    ],
)
def test_plain_tables_are_not_taken_for_something_else(text: str) -> None:
    done = of_text("a.csv", text)
    assert set(done.plan.services) == {"Mail", "DNS"}
    assert done.plan != Plan()
    assert done.plan.services["Mail"].owner in {"", "Ann"}


def test_rows_of_the_same_name_are_told_when_their_numbers_differ() -> None:
    text = "Nr.;Anwendung;Abhängig von\n4;Telefonie;\n5;Leitstelle;Telefonie\n6;Telefonie;\n"
    done = of_text("liste.csv", text)
    assert {key for key, one in done.plan.services.items() if one.name == "Telefonie"} == {"4", "6"}
    assert pairs(done.plan) == {("5", "6")}
    (said,) = reasons(done, "row 4: Telefonie (note)")
    assert "row 2" in said


def test_a_total_that_counts_in_words_is_no_service() -> None:
    done = of_text("liste.csv", "Nr.;Anwendung;RTO\n1;Mail;4 h\nSumme;8 Anwendungen;\n")
    assert [one.name for one in done.plan.services.values()] == ["Mail"]
    assert reasons(done, "a total")


def test_a_column_of_teams_is_who_works_on_it_when_the_plan_has_such_teams() -> None:
    teams = Plan().put("teams", Team(id="dba", name="Database team", capacity=2))
    text = "Name,Responsible,Team\nOrders,Ada,Database team: 2; Network\nShop,Grace,\n"
    done = of_text("a.csv", text, plan=teams)
    orders = done.plan.services["Orders"]
    assert (orders.owner, orders.needs) == ("Ada", {"dba": 2, "Network": 1})
    assert set(done.plan.teams) == {"dba", "Network"}
    assert done.plan.teams["dba"].capacity == 2
    alone = of_text("a.csv", "Name,Team\nOrders,Night shift\n", plan=teams).plan
    assert (alone.services["Orders"].owner, dict(alone.services["Orders"].needs)) == (
        "Night shift",
        {},
    )


def test_an_owner_below_a_wide_heading_is_kept_beside_a_team() -> None:
    from openpyxl import Workbook

    book = Workbook()
    sheet: Any = book.active
    for row in (
        ["Master data", None, None, "Targets"],
        ["Name", "Verantwortlich", "Team", "RTO"],
        ["Orders", "Ada", "Night shift", "4 h"],
    ):
        sheet.append(row)
    sheet.merge_cells("A1:C1")
    out = io.BytesIO()
    book.save(out)
    orders = of_text("a.xlsx", out.getvalue()).plan.services["Orders"]
    assert {"Ada", "Night shift"} <= {orders.owner, *orders.description.split(": ")}
