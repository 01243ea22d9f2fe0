from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from bcp_planner.domain import edits, integrity
from bcp_planner.domain.arrangements import Communication, Role
from bcp_planner.domain.durations import parse_human
from bcp_planner.domain.errors import EditRefused
from bcp_planner.domain.exercising import Event, Inject
from bcp_planner.domain.plan import Plan
from bcp_planner.exercises import lessons, preparation, rewording
from bcp_planner.exercises.happenings import work_out
from bcp_planner.exercises.questions import questions_of
from bcp_planner.interchange import plan_json
from tests.builders import plan

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"


def shop() -> Plan:
    """Power fails; orders carry on for 4 h on paper, the web shop goes down at once."""
    made = (
        plan(declared_after="30 min")
        .service("Power", recovery="6h", needs={"Engineers": 1}, rto="8h", tier=2)
        .service("Web shop", restart="15 min", tier=1, rto="4h", mtpd="1d")
        .service("Orders", restart="10 min", tier=1, owner="Ada", workaround=("Write on paper",))
        .service("Chat", tier=3)
        .service("Archive", rto="10h")
        .team("Engineers", 1, mobilisation="1h")
        .needs("Web shop", "Power")
        .needs("Orders", "Power", tolerance="4h")
        .needs("Chat", "Web shop", strength="soft")
        .needs("Archive", "Power", tolerance="12h")
        .scenario("Blackout", "Power")
        .build()
    )
    made = made.put("communications", Communication(id="c", audience="Staff", first_by=600_000))
    return made.put("roles", Role(id="lead", name="Lead"))


def prepared() -> tuple[Plan, Event]:
    made = preparation.prepare(shop(), "Blackout")
    return made, list(made.events.values())[-1]


def injects(event: Event) -> dict[str, Inject]:
    return {inject.origin: inject for inject in event.injects}


def test_injects_follow_the_computed_timeline() -> None:
    found = {key: one.at for key, one in injects(prepared()[1]).items()}
    assert found == {
        "loss:Power": 0,
        "degraded:Chat": 0,
        "absence:lead": parse_human("15 min"),
        "decision:declare": parse_human("30 min"),
        "message:c": parse_human("40 min"),
        "decision:latest": parse_human("1h"),
        "team:Engineers": parse_human("1h 30 min"),
        "target:Web shop": parse_human("3h 36 min"),
        "tolerance:Orders": parse_human("4h"),
        "back:Power": parse_human("7h 30 min"),
        "back:Orders": parse_human("7h 40 min"),
        "back:Web shop": parse_human("7h 45 min"),
        "near-miss:Archive": parse_human("12h"),
    }


def test_an_inject_says_what_is_used_up_what_to_do_and_where_the_plan_says_so() -> None:
    inject = injects(prepared()[1])["tolerance:Orders"]
    assert "manual workaround or reserve of Orders is used up" in inject.text
    assert inject.expected.startswith("Write on paper.")
    assert inject.reference == "Runbook, task W2-02"
    assert inject.services == ("Orders",)
    assert (inject.sender, inject.receiver) == ("Ada", "Lead")


def test_what_recovery_spares_is_a_contingency() -> None:
    found = injects(prepared()[1])
    assert found["near-miss:Archive"].kind == "contingency"
    assert found["near-miss:Archive"].wall is None
    assert found["tolerance:Orders"].kind == "inject"


def test_an_exercise_is_consistent_with_its_plan_for_every_sample_and_scenario() -> None:
    for path in sorted(SAMPLES.glob("*.json")):
        made = plan_json.read_plan(path)
        for scenario in made.scenarios:
            made = preparation.prepare(made, scenario)
            event = list(made.events.values())[-1]
            assert event.injects
            assert [one.at for one in event.injects] == sorted(one.at for one in event.injects)
            assert len({one.origin for one in event.injects}) == len(event.injects)
            assert preparation.refresh(made, event.id) == ()
        assert integrity.problems(made) == []


def test_delivery_is_spread_over_the_time_of_play() -> None:
    event = prepared()[1]
    walls = [one.wall for one in event.injects if one.wall is not None]
    assert walls == sorted(walls)
    assert walls[0] == 0
    assert walls[-1] < preparation.USUAL_LENGTH


def test_refresh_shows_what_changed_and_accepting_leaves_hand_edits_alone() -> None:
    made, event = prepared()
    key = injects(event)["tolerance:Orders"].key
    made = preparation.edit_inject(made, event.id, key, text="My own words")
    requirement = next(r for r in made.requirements.values() if r.dependant == "Orders")
    made = edits.update(made, "requirements", requirement.id, tolerance=parse_human("2h"))
    made = edits.update(made, "services", "Power", recovery=None)

    found = preparation.refresh(made, event.id)
    tolerance = next(one for one in found if one.origin == "tolerance:Orders")
    assert tolerance.by_hand
    kept = preparation.accept(made, event.id, [one for one in found if not one.by_hand])
    assert injects(kept.events[event.id])["tolerance:Orders"].text == "My own words"
    left = preparation.refresh(kept, event.id)
    assert {one.origin for one in left} == {one.origin for one in found if one.by_hand}
    taken = preparation.accept(kept, event.id, left)
    assert preparation.refresh(taken, event.id) == ()


def test_what_was_removed_is_not_proposed_again() -> None:
    made, event = prepared()
    made = preparation.remove_inject(made, event.id, event.injects[2].key)
    assert preparation.refresh(made, event.id) == ()


def test_own_injects_get_a_number_and_their_place_and_stay() -> None:
    made, event = prepared()
    own = Inject(key="", at=parse_human("2h"), text="A journalist calls")
    made = preparation.add_inject(made, event.id, own)
    changed = made.events[event.id]
    added = next(one for one in changed.injects if one.text == "A journalist calls")
    assert int(added.key) == len(event.injects) + 1
    place = changed.injects.index(added)
    assert changed.injects[place - 1].at <= added.at <= changed.injects[place + 1].at
    assert preparation.refresh(made, event.id) == ()


def test_a_moved_inject_keeps_its_number() -> None:
    made, event = prepared()
    made = preparation.move_inject(made, event.id, event.injects[3].key, 0)
    keys = [one.key for one in made.events[event.id].injects]
    assert keys[:2] == [event.injects[3].key, event.injects[0].key]
    assert sorted(keys) == sorted(one.key for one in event.injects)


def test_an_experiment_has_hypothesis_limit_and_abort_condition() -> None:
    made = preparation.prepare(shop(), "Blackout", kind="resilience experiment")
    event = list(made.events.values())[-1]
    assert event.hypothesis
    assert event.abort_condition
    assert set(event.blast_limit) == {"Power", "Web shop", "Orders", "Archive"}


def test_questions_come_from_missed_targets_and_findings() -> None:
    questions = prepared()[1].questions
    assert any("Web shop is planned to be out for 7 h 45 min" in one for one in questions)
    assert len(questions) == len(set(questions))


def test_unknown_names_are_refused_in_one_sentence() -> None:
    with pytest.raises(EditRefused, match="no scenario “x”"):
        preparation.prepare(shop(), "x")
    with pytest.raises(EditRefused, match="no exercise or incident “x”"):
        preparation.refresh(shop(), "x")
    made, event = prepared()
    with pytest.raises(EditRefused, match="no inject “99”"):
        preparation.edit_inject(made, event.id, "99", text="")


def test_an_incident_is_the_same_record_without_a_script() -> None:
    made = preparation.declare_incident(
        shop(), "inc", "Blackout", starts="2026-01-01T03:00:00+00:00"
    )
    event = made.events["inc"]
    assert (event.kind, event.status, event.injects) == ("incident", "running", ())
    assert replace(event, scenario=None).title == "Incident: Blackout"


def test_what_was_learnt_is_asked_in_the_next_exercise() -> None:
    made = lessons.add_lesson(shop(), "Fuel runs out at night", [next(iter(shop().services))])
    event = list(preparation.prepare(made, next(iter(made.scenarios))).events.values())[-1]
    assert any("Learnt before: Fuel runs out at night." in one for one in event.questions)


def test_stale_contacts_are_called() -> None:
    made = plan().service("A", recovery="1h").contact("Old", verified_on="2025-01-01")
    made = made.contact("Fresh", verified_on="2026-02-01").scenario("S", "A").build()
    case = work_out(made, made.scenarios["S"])
    asked = " ".join(questions_of(case, datetime.date(2026, 3, 1)))
    assert "verified the numbers of Old for half a year" in asked
    assert "Fresh" not in asked


def in_capitals(text: str) -> str:
    """Stand for another language: every sentence of the program is different in it."""
    return text.upper()


def test_an_exercise_is_said_in_another_language_and_stays_in_step_with_the_plan() -> None:
    made, event = prepared()
    said = rewording.reworded(event, in_capitals)
    inject = injects(said)["tolerance:Orders"]
    assert inject.text == injects(event)["tolerance:Orders"].text.upper()
    assert (inject.sender, inject.receiver) == ("Ada", "Lead")  # names of the plan
    assert inject.controller == "EXERCISE CONTROL"
    assert {one.module for one in said.injects} <= set(said.modules)
    assert said.questions == tuple(map(str.upper, event.questions))
    assert said.objectives[1].reference == event.objectives[1].reference.upper()

    made = made.put("events", said)
    assert preparation.refresh(made, event.id, say=in_capitals) == ()
    made = edits.update(made, "services", "Power", name="Mains")
    changed = {one.origin: one for one in preparation.refresh(made, event.id, say=in_capitals)}
    after = changed["loss:Power"].after
    assert after is not None
    assert after.text.startswith("MAINS HAS FAILED.")


def test_a_language_is_no_difference_by_itself() -> None:
    made, event = prepared()  # in English, looked at in another language
    assert preparation.refresh(made, event.id, say=in_capitals) == ()


def test_nobody_plays_in_an_incident() -> None:
    made = preparation.declare_incident(
        shop(), "incident", "Blackout", starts="2026-03-02T09:00:00+00:00"
    )
    people = list(made.events.values())[-1].participants
    assert [(one.role, one.function) for one in people] == [("lead", "")]
