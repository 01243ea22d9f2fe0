"""Tables of any layout become a sensible plan, and every row that does not fit is named."""

from __future__ import annotations

import datetime
import io
import random
from typing import Any

import pytest

from bcp_planner.domain.durations import DAY, HOUR, MINUTE
from bcp_planner.interchange import cells
from bcp_planner.interchange.headings import field_of
from bcp_planner.interchange.mentions import Names, mentions
from tests.interchange.importing import imported, of_text, pairs, reasons, reference


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("4h", 4 * HOUR),
        ("4 hrs", 4 * HOUR),
        ("4 Stunden", 4 * HOUR),
        ("1 Tag", DAY),
        ("2 jours", 2 * DAY),
        ("1d 12h", 36 * HOUR),
        ("1,5 h", 90 * MINUTE),
        ("PT15M", 15 * MINUTE),
        ("0:30", 30 * MINUTE),
        ("< 4 h", 4 * HOUR),
        ("max. 2 Tage", 2 * DAY),
        ("0.5 (days)", DAY // 2),
        ("immediate", 0),
        ("n/a", None),
        ("-", None),
        ("", None),
        ("halber Tag", DAY // 2),
        ("eine Woche", 7 * DAY),
        ("vier Stunden", 4 * HOUR),
        ("half a day", DAY // 2),
        ("1½ h", 90 * MINUTE),
        ("1/2 Tag", DAY // 2),
        ("2:30 h", 150 * MINUTE),
        ("2 h 15", 135 * MINUTE),
        ("1 Tag und 4 Stunden", 28 * HOUR),
        ("innerhalb von 4 Stunden", 4 * HOUR),
        ("1 Monat", 30 * DAY),
        ("24 Std. (1 Tag)", DAY),
        ("4 h (SLA)", 4 * HOUR),
        ("0,125 h", HOUR // 8),
        ("1.234 s", 1234),
        (0.1666666, 4 * HOUR),
        (0.5, DAY // 2),
        (8, 8 * HOUR),
        (datetime.time(4, 30), 270 * MINUTE),
        (datetime.timedelta(days=1, hours=2), 26 * HOUR),
        (datetime.datetime(1900, 1, 1), 2 * DAY),
    ],
)
def test_durations_are_read_in_any_usual_spelling(written: Any, expected: int | None) -> None:
    assert cells.duration(written) == expected


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("1.000 h", "may mean 1 or 1000"),
        ("1,500 h", r"may mean 1\.5 or 1500"),
        ("2 Arbeitstage", "counts working time"),
        ("4h (business hours)", "counts working time"),
        ("1 d (12 h)", "says two lengths"),
    ],
)
def test_what_may_mean_two_lengths_is_asked(written: str, why: str) -> None:
    with pytest.raises(cells.CellError, match=why):
        cells.duration(written)


def test_times_of_excel_beyond_a_day_are_lengths() -> None:
    from openpyxl import Workbook

    book = Workbook()
    sheet: Any = book.active
    sheet.append(["Name", "RTO", "RPO", "MTPD"])
    sheet.append(["Shop", 28 / 24, 4 / 24, 2])
    for column, shown in enumerate(("hh:mm", "hh:mm", "dd.mm.yyyy"), start=2):
        sheet.cell(2, column).number_format = shown
    out = io.BytesIO()
    book.save(out)
    shop = of_text("a.xlsx", out.getvalue()).plan.services["Shop"]
    assert (shop.rto, shop.rpo, shop.mtpd) == (28 * HOUR, 4 * HOUR, 2 * DAY)


@pytest.mark.parametrize("written", ["soon", "4", "abc h", "-4 h", datetime.datetime(2024, 5, 1)])
def test_what_is_no_duration_is_said(written: Any) -> None:
    if written == "4":
        assert cells.duration(written) == 4 * HOUR
        return
    with pytest.raises(cells.CellError):
        cells.duration(written)


@pytest.mark.parametrize(
    ("heading", "unit"),
    [("RTO (h)", HOUR), ("RTO [days]", DAY), ("RPO in Minuten", MINUTE), ("RTO", None)],
)
def test_headings_name_units(heading: str, unit: int | None) -> None:
    assert cells.unit_in(heading) == unit
    assert field_of(heading) in {"rto", "rpo"}


@pytest.mark.parametrize(
    ("cell", "groups"),
    [
        ("SAP, Oracle DB; AD", [["SAP"], ["Oracle DB"], ["AD"]]),
        ("SAP and AD", [["SAP"], ["AD"]]),
        ("Müller, Meier & Co.; AD", [["Müller, Meier & Co"], ["AD"]]),
        ("Line A or Line B", [["Line A", "Line B"]]),
        ("- SAP\n- AD (Berlin)", [["SAP"], ["AD"]]),
        ("none", []),
        ("R and D portal", [["R and D portal"]]),
    ],
)
def test_names_in_free_text(cell: str, groups: list[list[str]]) -> None:
    known = Names()
    for name in ("SAP", "AD", "Müller, Meier & Co.", "R and D portal"):
        known.add(name, name)
    found, prose = mentions(cell, known)
    assert [list(one.names) for one in found] == groups
    assert not prose


def test_debian_packages_with_alternatives() -> None:
    names = ("mailstack-nodes.csv", "mailstack-edges.csv")
    done = imported(*(f"service-graphs/debian/{name}" for name in names))
    expected = reference("service-graphs/debian/reference-debian.json")["mailstack"]
    assert len(done.plan.services) == expected["nodes"]
    assert sum(len(r.providers) for r in done.plan.requirements.values()) == expected["edges"]
    soft = [r for r in done.plan.requirements.values() if r.strength == "soft"]
    assert sum(len(r.providers) for r in soft) == expected["soft"]
    redundant = [r for r in done.plan.requirements.values() if r.is_redundant]
    assert len(redundant) == expected["redundancy_groups"]


def test_pasted_cells_update_by_name_and_keep_what_they_do_not_say() -> None:
    once = of_text("a.csv", "ID;Name;Tier;RTO\nx1;Mail;2;4 h\nx2;DNS;1;\n").plan
    again = of_text("pasted.txt", "Name\tRTO\tOwner\nmail\t8 h\tAnn\nMail\t\tBob\n", plan=once)
    assert set(again.plan.services) >= {"x1", "x2"}
    mail = again.plan.services["x1"]
    assert (mail.tier, mail.rto, mail.owner) == (2, 4 * HOUR, "Bob")
    same = of_text("a.csv", "ID;Name;Tier;RTO\nx1;Mail;2;4 h\nx2;DNS;1;\n", plan=once)
    assert same.plan == once


def test_rows_that_do_not_fit_are_named_and_the_rest_is_taken() -> None:
    text = "Name,RTO,Tier\nMail,soon,1\n,4 h,\nDNS,1 h,purple\nMail,2 h,\n"
    done = of_text("a.csv", text)
    assert [(s.id, s.rto, s.tier) for s in done.plan.services.values()] == [
        ("Mail", 2 * HOUR, 1),
        ("DNS", HOUR, None),
    ]
    assert reasons(done, "row 2, RTO: “soon” is not a duration")
    assert reasons(done, "row 3: 4 h: it has neither a name nor an ID")
    assert reasons(done, "row 4, Tier: “purple” is no tier")
    assert reasons(done, "row 5 (once more)")


def test_a_value_that_is_too_long_for_an_example_is_seen_to_be_cut() -> None:
    long = "Sales and distribution of the northern region"
    done = of_text("a.csv", f"Name,Owner\nMail,{long}\nShop,Sales\n")

    (owner,) = (t for t in done.terms if t.word == "Owner")
    assert owner.example == "Sales and distribution of the north…, Sales"


def test_the_user_says_what_a_column_is() -> None:
    text = "Ding,Zeit,Braucht\nMail,4,DNS\nDNS,1,\n"
    nothing = of_text("a.csv", text)
    assert not nothing.plan.services
    assert reasons(nothing, "no column is known to hold names")
    terms = {"Ding": "name", "Zeit": "rto", "Braucht": "depends_on"}
    done = of_text("a.csv", text, terms=terms)
    assert done.plan.services["Mail"].rto == 4 * HOUR
    assert pairs(done.plan) == {("Mail", "DNS")}
    assert {(t.word, t.choice) for t in done.terms if t.sort == "column"} == set(terms.items())


def test_columns_that_mean_nothing_are_named() -> None:
    done = of_text("a.csv", "Name,Colour,Empty\nMail,red,\n")
    assert reasons(done, "column Colour: not mapped to a field; 1 values")
    assert not reasons(done, "Empty")
    kept = of_text("a.csv", "Name,Colour\nMail,red\n", terms={"Colour": "keep in description"})
    assert kept.plan.services["Mail"].description == "Colour: red"


def _messy_workbook() -> bytes:
    """Return what people really keep: titles, merged headings, prose, every kind of duration."""
    from openpyxl import Workbook

    chance = random.Random(4)
    book = Workbook()
    sheet: Any = book.active
    sheet.title = "App inventory 2024"
    sheet["A1"] = "Application inventory and BIA - CONFIDENTIAL"
    sheet.merge_cells("A1:H1")
    sheet["A2"] = "Status: draft, please complete until Friday!"
    sheet.append([])
    heads = ["No.", "Application name", "Business owner", "Recovery objectives", "", ""]
    sheet.append([*heads, "Dependencies", "Remarks"])
    sheet.merge_cells("D4:F4")
    for column in "ABCGH":
        sheet.merge_cells(f"{column}4:{column}5")
    for cell, text in (("D5", "RTO"), ("E5", "RPO [min]"), ("F5", "Criticality")):
        sheet[cell] = text
    spellings = ["4 hrs", "1 Tag", 0.5, datetime.time(2, 0), "30 min", "n/a", "1d 4h", 12]
    for number in range(300):
        providers = [f"App {chance.randrange(300)}" for _ in range(chance.randrange(4))]
        providers += ["Oracle DB"] * (number % 7 == 0) + ["AD or LDAP"] * (number % 11 == 0)
        cell = "; ".join(providers[:2]) + (", " if providers[2:] else "") + ", ".join(providers[2:])
        sheet.append(
            [
                f"A-{number:03d}",
                f"App {number}",
                "Ann" if number % 2 else "Bob",
                spellings[number % len(spellings)],
                15,
                ["high", "Tier 2", 3, "low"][number % 4],
                cell or "none",
                "see the old wiki, it was migrated twice" if number % 50 == 0 else "",
            ]
        )
        if number % 100 == 99:
            sheet.append([])
    sheet.append(["", "Total: 300", "", "", "", "", "", ""])
    legend: Any = book.create_sheet("Legend")
    legend.append(["Red", "urgent"])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_messy_spreadsheet_becomes_a_sensible_plan() -> None:
    content = _messy_workbook()
    done = of_text("inventory.xlsx", content)
    services = done.plan.services
    assert len([key for key in services if key.startswith("A-")]) == 300
    assert services["A-000"].rto == 4 * HOUR
    assert services["A-001"].rto == DAY
    assert services["A-002"].rto == DAY // 2
    assert services["A-003"].rto == 2 * HOUR
    assert services["A-005"].rto is None
    assert services["A-007"].rto == 12 * HOUR
    assert {service.rpo for key, service in services.items() if key[:2] == "A-"} == {15 * MINUTE}
    assert [services[f"A-00{n}"].tier for n in range(4)] == [2, 2, 3, 4]
    assert services["A-001"].owner == "Ann"
    assert "old wiki" in services["A-050"].description
    assert services["Oracle DB"].kind == "data"
    either = [r for r in done.plan.requirements.values() if r.providers == ("AD", "LDAP")]
    assert either
    assert all(r.needs == 1 for r in either)
    names = {service.name for service in services.values()}
    assert names == {f"App {n}" for n in range(300)} | {"Oracle DB", "AD", "LDAP"}
    assert reasons(done, "Total: 300: a total")
    assert reasons(done, "taken as hours")
    again = of_text("inventory.xlsx", content, plan=done.plan)
    assert again.plan == done.plan
    assert not again.report.added
