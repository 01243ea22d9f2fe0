"""Timelines written elsewhere become entries of the log, and can be reviewed."""

from __future__ import annotations

import datetime
import json
import re
from pathlib import Path

import pytest

from bcp_planner import documents
from bcp_planner.domain.durations import parse_human
from bcp_planner.domain.errors import EditRefused, InputRefused
from bcp_planner.domain.plan import Plan
from bcp_planner.exercises import chronicle, log, preparation
from bcp_planner.exercises.review import review
from bcp_planner.interchange import chronicle as files
from tests.builders import plan

TABLETOP = Path(__file__).parents[2].parent / "shared" / "data" / "bcm" / "tabletop"
NOW = datetime.datetime(2026, 6, 1, 12, 0, tzinfo=datetime.UTC)


def incident(starts: str = "2026-02-11T23:30:00+00:00") -> Plan:
    shop = (
        plan()
        .service("Power", recovery="2h", rto="4h")
        .service("Shop", restart="30 min", rto="6h")
        .needs("Shop", "Power")
        .scenario("Blackout", "Power")
        .build()
    )
    return preparation.declare_incident(
        shop, "incident", "Blackout", starts=starts, name="Blackout"
    )


def entered(lines: list[chronicle.Line], made: Plan) -> Plan:
    return chronicle.add(made, "incident", lines, now=NOW)


def test_times_may_be_written_in_every_usual_way(tmp_path: Path) -> None:
    source = tmp_path / "timeline.txt"
    source.write_text(
        "Timeline of the outage\n\n"
        "23:40 – lights out\n"
        "  in the whole street\n"
        "- 00:10 generator does not start\n"
        "* **1:05 AM** supplier called\n"
        "2026-02-12 02:00 power is back\n"
        "T+3:00 all clear\n",
        encoding="utf-8",
    )
    lines = list(files.read(incident(), "incident", source))
    moments = ("10 min", "40 min", "1h 35 min", "2h 30 min", "3h")
    assert [one.at for one in lines] == [parse_human(text) for text in moments]
    assert lines[0].fields["text"] == "lights out in the whole street"


def test_a_table_becomes_entries_that_the_review_measures(tmp_path: Path) -> None:
    source = tmp_path / "timeline.csv"
    source.write_text(
        "Time,Kind,What,Service,By,Source\n"
        "23:30,service down,lights out,Power,Porter,phone\n"
        "23:30,service down,no till works,shop,,\n"
        "23:45,declared,major incident,,Duty manager,\n"
        "00:00,task started,repair,Power,,\n"
        "01:30,task finished,repair,Power,,work order 17\n"
        "01:30,service up,,Power,,meter\n"
        "02:15,service up,,Shop,,\n",
        encoding="utf-8",
    )
    made = entered(list(files.read(incident(), "incident", source)), incident())
    assert log.verify(made, "incident") == ()
    found = review(made, "incident")
    times = {one.service: (one.work, one.outage) for one in found.measured}
    assert times["Power"] == (parse_human("1h 30 min"), parse_human("2h"))
    assert times["Shop"][1] == parse_human("2h 45 min")
    assert found.actual_order == ("Power", "Shop")
    assert {one.source for one in made.log.values()} >= {"phone", "work order 17", "meter"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Time,What,Service\n00:10,x,Moon\n", "row 2, service: “Moon” is not among the services"),
        ("Time,What\nsoon,x\n", "row 2, time: "),
        ("Time,Kind,What\n1:00,guess,x\n", "kind: “guess” is none of"),
        ("Time,What\n2020-01-01 10:00,x\n", "is before the disruption began"),
        ("A,B\n1,2\n", "no row of headings"),
    ],
)
def test_what_cannot_be_used_is_named(tmp_path: Path, text: str, message: str) -> None:
    source = tmp_path / "timeline.csv"
    source.write_text(text, encoding="utf-8")
    with pytest.raises(InputRefused, match=message):
        files.read(incident(), "incident", source)


def test_text_without_times_is_refused_and_so_is_a_closed_event(tmp_path: Path) -> None:
    source = tmp_path / "story.md"
    source.write_text("It was dark.\n", encoding="utf-8")
    with pytest.raises(InputRefused, match="no line begins with a time"):
        files.read(incident(), "incident", source)
    closed = log.close(incident(), "incident")
    with pytest.raises(EditRefused, match="is closed"):
        entered([chronicle.Line(0, {"text": "late"})], closed)


def _told(story: str) -> list[str]:
    """Return the injects of a published scenario as lines, with the first time that each tells."""
    lines: list[str] = []
    last = ""
    for part in re.split(r"^## INJECT \d+: ", story, flags=re.MULTILINE)[1:]:
        title, _, rest = part.partition("\n")
        moment = re.search(r"\d{1,2}:\d{2} [AP]M", rest.partition("**Primary question")[0])
        later = moment[0] if moment else last
        last = later or last
        lines.append(f"{last} {title}")
    return lines


@pytest.mark.skipif(not TABLETOP.is_dir(), reason="the public tabletop kit is not here")
@pytest.mark.parametrize("name", ["scenario-1-bec.md", "scenario-3-vendor-breach.md"])
def test_a_published_incident_is_entered_and_reviewed(name: str, tmp_path: Path) -> None:
    known = json.loads((TABLETOP / "reference-tabletop.json").read_text(encoding="utf-8"))[name]
    source = tmp_path / "timeline.md"
    told = _told((TABLETOP / name).read_text(encoding="utf-8"))
    source.write_text("\n".join(told), encoding="utf-8")
    made = incident("2026-02-10T07:00:00+00:00")
    made = entered(list(files.read(made, "incident", source)), made)
    made = log.close(made, "incident")
    assert len(log.entries_of(made, "incident")) == known["injects"] == 5
    assert log.verify(made, "incident") == ()
    target = tmp_path / "review.pdf"
    options = documents.Options(event="incident")
    printed = documents.render("incident-review", made, target, options=options, now=NOW)
    assert printed.pages >= 2
    text = _text_of(target)
    assert all(line.partition("M ")[2].split(":")[0][:18] in text for line in told)


def _text_of(path: Path) -> str:
    import pypdfium2

    with pypdfium2.PdfDocument(path) as document:
        return " ".join(
            page.get_textpage().get_text_bounded().replace("\r\n", " ") for page in document
        )
