"""What the pages promise: page counts, sheets to hand out, rows to write in, unbroken words."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest

from bcp_planner.documents import Options, Orders, compose, render
from bcp_planner.documents.lines import Breaker, chop, words_of
from bcp_planner.documents.output import pdf_bytes
from bcp_planner.documents.shaping import Shaper
from bcp_planner.documents.sheet import MM, paper
from bcp_planner.documents.story import Band, Cover, Heading, Row, Table, Words
from bcp_planner.domain.entities import CONTINUITY_PHASES, ContinuityStep
from bcp_planner.domain.plan import Plan
from bcp_planner.interchange.plan_json import read_plan

NOW = datetime.datetime(2026, 11, 23, 2, 0, tzinfo=datetime.UTC)
_FILLERS = (
    "many words in a long name ",
    "очень длинное имя ",
    "很长的名字里有许多文字",
    "اسم طويل جدا فيه كلمات ",
    "Unbrokenwordwithoutanyspaces",
)


def hospital() -> Plan:
    return read_plan(Path("resources/samples/hospital.json"))


def _long(name: str, number: int) -> str:
    filler = _FILLERS[number % len(_FILLERS)]
    return (name + " " + filler * 40)[:300]


def long_names() -> Plan:
    """Return the sample with 300 characters, in several scripts, for every name and owner."""
    plan = hospital()
    services = {
        key: replace(one, name=_long(one.title, n), owner=_long(one.owner, n + 1))
        for n, (key, one) in enumerate(plan.services.items())
    }
    scenarios = {
        key: replace(one, name=_long(one.name, n))
        for n, (key, one) in enumerate(plan.scenarios.items())
    }
    actions = {
        key: replace(one, text=_long(one.text, n), owner=_long(one.owner, n + 2))
        for n, (key, one) in enumerate(plan.actions.items())
    }
    events = {
        key: replace(one, name=_long(one.name, n))
        for n, (key, one) in enumerate(plan.events.items())
    }
    info = replace(
        plan.info,
        name=_long(plan.info.name, 1),
        organisation=_long(plan.info.organisation, 2),
        approved_by=_long(plan.info.approved_by, 3),
        classification=_long(plan.info.classification, 0),
    )
    return replace(
        plan, info=info, services=services, scenarios=scenarios, actions=actions, events=events
    )


def printed(kind: str, plan: Plan, options: Options | None = None) -> list[str]:
    document = compose(
        kind, plan, now=NOW, options=options or Options(), orders=Orders(plan, seconds=0)
    )
    paper = (options or Options()).paper
    data, _ = pdf_bytes(document, paper_name=paper)
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages]


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize(("kind", "pages"), [("summary", 2), ("programme", 1)])
@pytest.mark.parametrize("make", [hospital, long_names, Plan])
def test_a_promised_number_of_pages_is_kept_at_any_length(
    kind: str, pages: int, paper: str, make: type[Plan]
) -> None:
    assert len(printed(kind, make(), Options(paper=paper))) == pages


def test_what_is_set_smaller_is_not_cut() -> None:
    plan = long_names()
    text = "".join(re.sub(r"\s+", "", page) for page in printed("summary", plan))
    latin = [one for one in plan.scenarios.values() if "many words" in one.name]
    first = next(iter(plan.scenarios.values()))
    assert first in latin
    assert re.sub(r"\s+", "", first.name) in text
    more = len(plan.scenarios) - 1
    assert f"and{more}more:seethecontinuityplan" in text


def test_every_action_card_begins_on_the_front_of_a_sheet() -> None:
    for kind in ("cards", "plan", "set"):
        pages = printed(kind, hospital())
        backs = [n for n, page in enumerate(pages, 1) if ", back of the card" in page]
        assert len(backs) in (6, 12), kind
        assert all(number % 2 == 0 for number in backs), kind


def test_forms_have_rows_down_to_the_foot_of_the_page() -> None:
    pages = printed("cards", hospital())
    log = next(page for page in pages if "Decision log" in page and "Options" in page)
    numbers = [int(found) for found in re.findall(r"^\s*(\d+)\s*$", log, re.MULTILINE)]
    assert numbers == list(range(1, 27))


def test_a_foot_of_two_lines_stands_below_its_rule() -> None:
    plan = hospital()
    info = replace(plan.info, document_id="NRH-BCP-001-tabletop-loss-of-computer-room-A")
    document = compose("summary", replace(plan, info=info), now=NOW, options=Options())
    page = pypdf.PdfReader(io.BytesIO(pdf_bytes(document)[0])).pages[0]
    found: list[float] = []
    page.extract_text(visitor_text=lambda text, _, at, *__: found.append(at[5]))
    frame = paper("A4").printed_frame
    foot = {round(y, 1) for y in found if 12 * MM < y < frame.y}
    assert len(foot) == 2
    assert max(foot) + 7.5 < frame.y - 6.2 * MM + 10  # the height of its letters, and the rule


# The continuity procedures -----------------------------------------------------------------------


def _procedures(plan: Plan) -> list[Table]:
    blocks = compose("plan", plan, now=NOW, orders=Orders(plan, seconds=0)).blocks
    return [
        block
        for block in blocks
        if isinstance(block, Table) and any(one.title == "Initials" for one in block.columns)
        and any(one.title == "Expected duration" for one in block.columns)
    ]  # fmt: skip


def test_a_procedure_has_the_columns_of_the_field() -> None:
    table = _procedures(hospital())[0]
    assert [one.title for one in table.columns] == [
        "", "No.", "Step", "Who", "How", "Expected duration", "Needs", "Done at", "Initials",
    ]  # fmt: skip
    assert [one.writing for one in table.columns][-2:] == [True, True]


def test_the_phases_of_a_procedure_stand_in_their_order() -> None:
    plan = hospital()
    steps = tuple(
        ContinuityStep(phase=one, text=f"Do {one}") for one in reversed(CONTINUITY_PHASES)
    )
    service = replace(plan.services["ed"], workaround=("First line",), procedure=steps)
    assert [one.phase for one in service.continuity_steps] == ["workaround", *CONTINUITY_PHASES]
    table = next(
        one for one in _procedures(plan.put("services", service)) if len(one.rows) == 6 + 5
    )
    bands = [row.text.split(":")[0] for row in table.rows if isinstance(row, Band)]
    assert bands == [
        "Workaround",
        "Start-up of the emergency operation",
        "Operate at the minimum level",
        "Catch up the backlog",
        "Stop and go back to normal",
    ]
    first = next(row for row in table.rows if isinstance(row, Row))
    words = first.cells[2]
    assert isinstance(words, Words)
    assert words.text == "First line"


# The first page ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "make"),
    [
        *((kind, hospital) for kind in ("plan", "runbook", "contacts", "cards")),
        *((kind, Plan) for kind in ("plan", "contacts", "cards")),
    ],
)
def test_the_first_page_answers_five_things(kind: str, make: type[Plan]) -> None:
    plan = make()
    scenario = plan.scenarios.get("room-a-loss")
    cover = compose(
        kind,
        plan,
        now=NOW,
        scenario=scenario if kind == "runbook" else None,
        orders=Orders(plan, seconds=0),
    ).blocks[0]
    assert isinstance(cover, Cover)
    told = dict(cover.purpose)
    for question in ("Who decides", "Whom to call first", "What to do first", "Where to meet"):
        assert told[question]
    assert "When to use it" in told or kind in ("contacts", "cards")


def test_the_cover_of_a_runbook_says_target_computed_and_margin() -> None:
    plan = hospital()
    document = compose(
        "runbook",
        plan,
        now=NOW,
        scenario=plan.scenarios["room-a-loss"],
        orders=Orders(plan, seconds=0),
    )
    cover = document.blocks[0]
    assert isinstance(cover, Cover)
    targets = str(dict(cover.purpose)["Targets"])
    assert re.fullmatch(
        r"All of tier 1 by T\+\d\d:\d\d; computed: T\+\d\d:\d\d; margin of the tightest: .+\.",
        targets,
    )


# Lines -------------------------------------------------------------------------------------------


def test_a_line_does_not_end_inside_a_number_and_its_unit_or_a_telephone_number() -> None:
    assert words_of("late 1 d 23 h 35 min, call +44 1632 960210 / +44 7700 900210 now") == [
        "late", "1 d", "23 h", "35 min,", "call", "+44 1632 960210", "/", "+44 7700 900210", "now",
    ]  # fmt: skip
    assert words_of("1 of 2 halls, 12 dogs, 5 %") == [
        "1", "of", "2", "halls,", "12", "dogs,", "5 %",
    ]  # fmt: skip


def test_what_is_too_long_for_a_line_is_parted_at_its_blanks() -> None:
    breaker = Breaker(Shaper())
    whole = breaker.width("+44 1632 960210")
    assert len(breaker.lines("+44 1632 960210", whole + 1)) == 1
    assert len(breaker.lines("+44 1632 960210", whole * 0.7)) == 2
    mixed = "+44 1632 960210 الرقم"
    assert len(breaker.lines(mixed, whole + 1)) == 2


# Word --------------------------------------------------------------------------------------------


def test_the_word_file_lists_its_contents_and_refers_to_places_that_are_there(
    tmp_path: Path,
) -> None:
    path = tmp_path / "runbook.docx"
    plan = hospital()
    scenario = plan.scenarios["room-a-loss"]
    orders = Orders(plan, seconds=0)
    render("runbook", plan, path, scenario=scenario, now=NOW, orders=orders)
    text = zipfile.ZipFile(path).read("word/document.xml").decode()
    document = compose("runbook", plan, now=NOW, scenario=scenario, orders=orders)
    before = text[: text.index("TOC")], text[text.index("TOC") : text.index('w:val="Heading1"')]
    for block in document.blocks:
        if isinstance(block, Heading) and block.level <= 2 and block.listed:
            assert f"{block.text}</w:t>" in before[1]
    wanted = set(re.findall(r"PAGEREF (_place\d+)", text))
    assert wanted
    assert wanted <= set(re.findall(r'w:name="(_place\d+)"', text))


# Scripts -----------------------------------------------------------------------------------------


def test_a_script_without_a_face_is_drawn_as_boxes_and_copied_as_it_is() -> None:
    shaper = Shaper()
    run = shaper.run("நீண்ட", bold=True)
    assert run.pieces
    for use in shaper.uses:
        assert 0 not in use.meaning
    assert "".join(meaning for use in shaper.uses for meaning in use.meaning.values())


def test_a_thai_vowel_does_not_begin_a_line() -> None:
    words = "ชื่อยาวมากที่มีหลายคำ" * 6
    following = set("ะาำๅๆ่้๊๋์ิีึืุู")
    shaper = Shaper()
    whole = Breaker(shaper).width(words)
    for parts in (3, 5, 7, 11):
        for part in chop(words, whole / parts, lambda one: shaper.run(one).advance):
            assert part[0] not in following


def test_a_word_of_megabytes_is_never_measured_whole_for_a_line() -> None:
    measured: list[int] = []

    def measure(part: str) -> float:
        measured.append(len(part))
        return float(len(part))

    parts = chop("x" * 100_000, 80.0, measure)

    assert [len(part) for part in parts] == [80] * 1250
    assert max(measured) <= 2 * 80
