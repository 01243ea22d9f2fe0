"""What is written for other programs and people."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from html.parser import HTMLParser
from pathlib import Path

import pytest

from bcp_planner.domain.durations import DAY, HOUR
from bcp_planner.domain.entities import ImpactPoint
from bcp_planner.domain.errors import InputRefused
from bcp_planner.domain.exercising import Action, Event
from bcp_planner.domain.plan import Plan
from bcp_planner.interchange import backstage_writing, dora, exports, formats, ms_project, site
from bcp_planner.interchange.writers import WRITERS
from tests.builders import plan as new_plan
from tests.interchange.importing import of_text, pairs

_EVIL = '<script>alert("x")</script>&\'"'


def _shop() -> Plan:
    worst = ImpactPoint(category="Customers", after=DAY, level="major")
    return (
        new_plan("Web shop", review_due="2027-03-31", organisation=_EVIL)
        .service("Sales", kind="product", rto="90 min", rpo="1 h", tier=1, impacts=(worst,))
        .service("Shop", kind="application", owner=_EVIL, description="=1+1")
        .service("Cloud", kind="supplier")
        .service("Second cloud", kind="supplier")
        .service("Power company", kind="supplier")
        .needs("Sales", "Shop")
        .needs("Shop", "Cloud", "Second cloud", of=1)
        .needs("Cloud", "Power company", strength="soft")
        .contact("Ann", phone="+49 1")
        .contact("Secret", private=True)
        .scenario("Outage", "Cloud", "Second cloud")
        .build()
    )


def _rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_every_format_writes_any_plan(tmp_path: Path) -> None:
    for plan in (Plan(), _shop()):
        for writer in WRITERS:
            target = tmp_path / f"plan{writer.endings[0]}"
            scenario = plan.scenarios.get("Outage")
            if writer.write_recovery is not None and scenario is None:
                with pytest.raises(InputRefused, match="name one with --scenario"):
                    formats.write(plan, target, None)
                continue
            formats.write(plan, target, None, scenario)
            assert target.exists()
            if writer.write is not None:
                stamped = writer.name in {"xlsx", "template"}
                assert stamped or writer.write(plan) == writer.write(plan)


def test_endings_lead_to_their_format(tmp_path: Path) -> None:
    chosen: dict[str, str] = {}
    for writer in WRITERS:
        for ending in writer.endings:
            name = f"x{ending}".lower()
            chosen[ending] = next(w.name for w in WRITERS if name.endswith(w.endings))
            assert chosen[ending] == writer.name
    with pytest.raises(InputRefused, match="choose one of: plan-json"):
        formats.write(Plan(), tmp_path / "x.doc", None)


def test_services_as_csv_come_back() -> None:
    plan = _shop()
    content = exports.services_csv(plan)
    assert b"'=1+1" in content
    done = of_text("services.csv", content)
    assert pairs(done.plan) == pairs(plan)
    assert set(done.plan.services) == set(plan.services)
    assert done.plan.services["Sales"].rto == HOUR * 3 // 2
    assert done.plan.services["Shop"].description == "=1+1"
    needs = {r.dependant: r.needs for r in done.plan.requirements.values()}
    assert needs["Shop"] == 1


def test_mermaid_escapes_what_would_be_markup() -> None:
    text = exports.mermaid(new_plan().needs(_EVIL, "b").build()).decode()
    assert text.startswith("flowchart TD\n")
    assert "<script" not in text
    assert "n0 --> n1" in text
    assert re.search(r'n0\["[^"]*"\]', text)


def test_mermaid_shows_alternatives_and_soft_requirements() -> None:
    text = exports.mermaid(_shop()).decode()
    assert "n1 -->|1 of 2| n2" in text
    assert "n2 -.-> n4" in text


def test_calendar_holds_reviews_exercises_and_actions() -> None:
    plan = _shop().put(
        "events", Event(id="e", name="Drill, one; two", starts="2026-05-01T09:00:00+02:00")
    )
    plan = plan.put("actions", Action(id="a", text="Buy\nrouter " + "ü" * 60, due="2026-06-01"))
    text = exports.calendar(plan).decode()
    assert text == exports.calendar(plan).decode()
    assert "DTSTART;VALUE=DATE:20270331" in text
    assert "DTSTART:20260501T070000Z" in text
    assert "Drill\\, one\\; two" in text
    assert "Buy\\nrouter" in text
    assert text.count("BEGIN:VEVENT") == text.count("END:VEVENT") == 3
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


def test_dora_rows() -> None:
    plan = _shop()
    head, *rows = _rows(dora.chain(plan))
    assert head[4] == "c0050 Rank"
    assert [(row[2], row[4], row[5]) for row in rows] == [
        ("Cloud", "1", ""),
        ("Second cloud", "1", ""),
        ("Power company", "2", "Cloud"),
    ]
    _, function = _rows(dora.functions(plan))
    assert function[:3] == ["Sales", "", "Sales"]
    assert function[4] == "Yes"
    assert function[7:] == ["2", "1", "High"]
    _, first, *_ = _rows(dora.assessment(plan))
    assert (first[1], first[10], first[11]) == ("Cloud", "Yes", "Second cloud")
    with zipfile.ZipFile(io.BytesIO(dora.register(plan))) as archive:
        assert archive.namelist() == ["b_05.02.csv", "b_06.01.csv", "b_07.01.csv"]


def test_recovery_order_as_csv() -> None:
    plan = (
        new_plan()
        .service("DB", recovery="2 h", needs={"DBA": 1})
        .service("App", restart="30 min", rto="4 h")
        .needs("App", "DB")
        .scenario("Fire", "DB")
        .build()
    )
    head, first, second = _rows(ms_project.write_csv(plan, plan.scenarios["Fire"]))
    one, two = dict(zip(head, first, strict=True)), dict(zip(head, second, strict=True))
    assert (one["ID"], one["Start"], one["Finish"], one["Teams"]) == (
        "DB",
        "0:00",
        "2:00",
        "DBA: 1",
    )
    assert (two["ID"], two["Start"], two["Finish"]) == ("App", "2:00", "2:30")
    assert (two["RTO met"], two["MTPD met"], two["Waits for"]) == ("yes", "", "DB")


def test_backstage_names_are_allowed_and_unique() -> None:
    plan = new_plan().service("Ä B").service("ä-b").service("x" * 90).needs("Ä B", "ä-b").build()
    text = backstage_writing.write(plan).decode()
    names = re.findall(r"^  name: (.*)$", text, re.MULTILINE)
    assert len(set(names)) == 3
    assert all(re.fullmatch(r"[a-z0-9-]{1,63}", name.strip("'")) for name in names)


class _Page(HTMLParser):
    """Collects tags, links and what is fetched."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: set[str] = set()
        self.links: set[str] = set()
        self.fetched: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        told = dict(attrs)
        self.ids.add(told.get("id") or "")
        if tag == "a":
            self.links.add(told.get("href") or "")
        self.fetched += [v or "" for k, v in attrs if k in {"src", "srcset", "data", "action"}]


def test_the_web_page_stands_alone_and_runs_nothing_of_the_plan() -> None:
    text = site.write(_shop()).decode()
    page = _Page()
    page.feed(text)
    assert page.tags.count("script") == 1
    assert not page.fetched
    assert "http:" not in text
    assert "https:" not in text
    assert "default-src 'none'" in text
    assert page.links
    assert all(link[1:] in page.ids for link in page.links)
    assert "&lt;script&gt;" in text
    assert "Secret" not in text


def test_the_web_page_shows_each_blast_radius() -> None:
    text = site.write(_shop()).decode()
    found = re.search(r'class="scenario" data-down="([^"]*)" data-degraded="([^"]*)"', text)
    assert found is not None
    assert found.group(1).split() == ["0", "1", "2", "3"]
    assert "4 services are down." in text
