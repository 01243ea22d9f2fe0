from __future__ import annotations

import datetime
import io
from pathlib import Path

import pytest
from pypdf import PdfReader

from bcp_planner.documents import output, rendering
from bcp_planner.documents.options import Options
from bcp_planner.domain.errors import InputRefused
from bcp_planner.domain.plan import Plan
from bcp_planner.exercises import preparation
from bcp_planner.interchange import plan_json
from tests.builders import plan

NOW = datetime.datetime(2026, 1, 5, 9, 0, tzinfo=datetime.UTC)
SAMPLE = Path(__file__).parents[2] / "resources" / "samples" / "hospital.json"
PACK = (
    "exercise-pack",
    "exercise-plan",
    "situation-manual",
    "facilitator-guide",
    "events-list",
    "inject-cards",
    "exercise-sheets",
)


@pytest.fixture(scope="module")
def prepared() -> Plan:
    made = (
        plan(declared_after="30 min")
        .service("Power", recovery="6h", rto="4h", tier=1)
        .service("Orders", restart="10 min", workaround=("Write on paper",))
        .needs("Orders", "Power", tolerance="4h")
        .scenario("Blackout", "Power")
        .build()
    )
    return preparation.prepare(made, "Blackout", starts="2026-02-11T09:00:00+00:00")


def pages(kind: str, made: Plan, event: str = "") -> list[str]:
    document = rendering.compose(kind, made, options=Options(event=event), now=NOW)
    data, _ = output.pdf_bytes(document, paper_name="A4")
    return [page.extract_text() for page in PdfReader(io.BytesIO(data)).pages]


@pytest.mark.parametrize("kind", PACK)
def test_every_page_of_the_pack_says_that_it_is_an_exercise(kind: str, prepared: Plan) -> None:
    found = pages(kind, prepared)
    assert found
    assert all("EXERCISE" in page for page in found)


@pytest.mark.parametrize("kind", ["situation-manual", "inject-cards", "exercise-sheets"])
def test_what_players_see_holds_no_expected_answers(kind: str, prepared: Plan) -> None:
    text = " ".join(pages(kind, prepared))
    assert "Write on paper" not in text
    assert "Check whether the recovery order" not in text


def test_the_guide_holds_the_answers_and_where_the_plan_gives_them(prepared: Plan) -> None:
    text = " ".join(" ".join(pages("facilitator-guide", prepared)).split())
    assert "Write on paper. Check whether the recovery order still fits." in text
    assert "Runbook, task W2-01" in text


def test_cards_have_their_number_on_the_back_only(prepared: Plan) -> None:
    found = pages("inject-cards", prepared)
    event = list(prepared.events.values())[-1]
    assert len(found) == 2 * -(-len(event.injects) // 6)
    assert "T+00:00" in found[1]
    assert "T+00:00" not in found[0]
    assert "Power has failed" in " ".join(found[0].split())


@pytest.mark.parametrize("kind", ["after-action", "incident-review"])
def test_reports_of_the_sample_say_what_was_measured_and_that_the_log_is_whole(kind: str) -> None:
    made = plan_json.read_plan(SAMPLE)
    text = " ".join(" ".join(pages(kind, made, "ex-2025-11")).split())
    assert "none was changed" in text
    assert "Measured times against targets" in text
    assert "Keep the configuration of both core switches" in text


def test_the_programme_is_one_page() -> None:
    found = pages("programme", plan_json.read_plan(SAMPLE))
    assert len(found) == 1
    assert "of 100 points" in found[0]


def test_an_unknown_event_is_refused_and_so_is_a_plan_without_one(prepared: Plan) -> None:
    with pytest.raises(InputRefused, match="x is not one of"):
        pages("exercise-plan", prepared, "x")
    with pytest.raises(InputRefused, match="no exercise yet"):
        pages("exercise-plan", plan().service("A").build())
