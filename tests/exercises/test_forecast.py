from __future__ import annotations

import math
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bcp_planner.analysis.case import case as worked_out
from bcp_planner.analysis.impact import impact
from bcp_planner.analysis.recovery import recover
from bcp_planner.analysis.task import Known
from bcp_planner.domain.durations import MINUTE, parse_human
from bcp_planner.domain.entities import Scenario
from bcp_planner.domain.errors import EditRefused
from bcp_planner.domain.exercising import Event
from bcp_planner.domain.plan import Plan
from bcp_planner.exercises import log, preparation
from bcp_planner.exercises.forecast import Miss, forecast, live_task, sooner, what_if
from bcp_planner.exercises.standing import Standing, standing
from tests.analysis.random_recoveries import recoveries
from tests.builders import plan
from tests.exercises.live_brute_force import LiveWalk

NOW = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)


def two_servers() -> Plan:
    """Power (1 h) before A and B (2 h each, one administrator), then the shop (30 min)."""
    made = (
        plan(declared_after="30 min")
        .service("Power", recovery="1h")
        .service("A", recovery="2h", needs={"Admin": 1}, rto="4h", tier=1)
        .service("B", recovery="2h", needs={"Admin": 1}, rto="6h", tier=1)
        .service("Shop", restart="30 min", rto="7h", mtpd="1d")
        .team("Admin", 1)
        .needs("A", "Power")
        .needs("B", "Power")
        .needs("Shop", "A")
        .needs("Shop", "B", tolerance="1h")
        .scenario("Fire", "Power", "A", "B")
        .build()
    )
    return preparation.declare_incident(made, "inc", "Fire", starts="2026-01-01T00:00:00+00:00")


def note(made: Plan, kind: str, at: str, service: str | None = None, subject: str = "") -> Plan:
    moment = parse_human(at)
    return log.append(
        made, "inc", log.entry(kind, moment, now=NOW, service=service, subject=subject)
    )


def ups(at: Standing) -> dict[str, int | None]:
    return {key: one.up_at for key, one in forecast(at).recovery.services.items()}


def times(**moments: str) -> dict[str, int]:
    return {key: parse_human(text) for key, text in moments.items()}


def test_with_nothing_logged_at_the_start_the_forecast_is_the_plan() -> None:
    at = standing(two_servers(), "inc", 0)
    assert ups(at) == {key: one.up_at for key, one in at.case.recovery.services.items()}
    assert ups(at) == times(Power="1h 30 min", A="3h 30 min", B="5h 30 min", Shop="6h")


def test_a_late_declaration_moves_everything() -> None:
    made = note(two_servers(), "declared", "1h")
    assert ups(standing(made, "inc")) == times(Power="2h", A="4h", B="6h", Shop="6h 30 min")


def test_while_nobody_declares_the_forecast_moves_with_the_clock() -> None:
    at = standing(two_servers(), "inc", parse_human("2h"))
    assert ups(at)["Power"] == parse_human("3h")


def test_after_half_the_tasks_the_rest_follows_from_what_was_measured() -> None:
    made = note(two_servers(), "declared", "30 min")
    made = note(made, "task started", "35 min", "Power", "W1-01")
    made = note(made, "task finished", "2h", "Power", "W1-01")
    made = note(made, "task started", "2h 10 min", "A", "W2-01")
    at = standing(made, "inc", parse_human("3h"))
    # A: 2:10 + 2 h; B: when the administrator is free; the shop: 30 min after both.
    expected = times(Power="2h", A="4h 10 min", B="6h 10 min", Shop="6h 40 min")
    assert ups(at) == expected
    assert forecast(at).misses == (
        Miss("A", "RTO", parse_human("4h"), parse_human("4h 10 min"), passed=False),
        Miss("B", "RTO", parse_human("6h"), parse_human("6h 10 min"), passed=False),
    )


def test_work_that_takes_longer_than_estimated_ends_no_earlier_than_now() -> None:
    made = note(two_servers(), "declared", "30 min")
    made = note(made, "task started", "30 min", "Power")
    at = standing(made, "inc", parse_human("5h"))
    assert ups(at)["Power"] == parse_human("5h")


def test_what_has_not_started_starts_no_earlier_than_now() -> None:
    made = note(two_servers(), "declared", "30 min")
    at = standing(made, "inc", parse_human("5h"))
    assert ups(at)["Power"] == parse_human("6h")


def test_starting_b_before_a_makes_a_wait() -> None:
    made = note(two_servers(), "declared", "30 min")
    made = note(made, "task started", "30 min", "Power")
    made = note(made, "task finished", "1h 30 min", "Power")
    made = note(made, "task started", "1h 30 min", "B")
    at = standing(made, "inc", parse_human("2h"))
    assert ups(at) == times(Power="1h 30 min", A="5h 30 min", B="3h 30 min", Shop="6h")


def test_a_service_seen_down_that_the_plan_did_not_expect_has_failed() -> None:
    made = two_servers()
    made = made.put("services", replace(made.services["Power"], id="Chat", name="Chat"))
    made = note(made, "declared", "30 min")
    made = note(made, "service down", "45 min", "Chat")
    at = standing(made, "inc", parse_human("45 min"))
    assert ups(at)["Chat"] == parse_human("1h 45 min")


def test_a_withdrawn_entry_does_not_count_and_a_corrected_one_counts_as_corrected() -> None:
    made = note(two_servers(), "declared", "1h")
    right = log.correct(made, "inc/0001", "It was T+40", now=NOW, by="x", at=parse_human("40 min"))
    assert standing(right, "inc").declared == parse_human("40 min")
    none = log.correct(made, "inc/0001", "Not declared", now=NOW, by="x", withdraws=True)
    assert standing(none, "inc", 0).declared is None


def test_the_decision_to_declare_is_due_while_it_is_open() -> None:
    at = standing(two_servers(), "inc", 0)
    decisions = forecast(at).decisions
    declare = next(one for one in decisions if one.what == "declare")
    assert declare.by == parse_human("1h")
    declared = standing(note(two_servers(), "declared", "30 min"), "inc")
    assert all(one.what == "start" for one in forecast(declared).decisions)


def test_doing_b_instead_is_compared_before_deciding() -> None:
    made = note(two_servers(), "declared", "30 min")
    at = standing(made, "inc")
    order = sooner(at, "B")
    assert order.index("B") < order.index("A")
    found = what_if(at, order)
    assert {key: (a, b) for key, a, b in found.changes} == {
        "A": (parse_human("3h 30 min"), parse_human("5h 30 min")),
        "B": (parse_human("5h 30 min"), parse_human("3h 30 min")),
    }
    assert [miss.service for miss in found.added] == ["A"]
    assert found.spared == ()
    with pytest.raises(EditRefused):
        sooner(at, "nothing")


def test_an_experiment_tells_what_leaves_its_limit() -> None:
    made = two_servers()
    event = replace(made.events["inc"], blast_limit=("Power", "A", "B"))
    at = standing(made.put("events", event), "inc", 0)
    assert forecast(at).outside == ("Shop",)


@st.composite
def live(draw: st.DrawFn) -> tuple[Plan, Scenario, int, int | None, dict[str, Known]]:
    made, scenario = draw(recoveries(max_services=5, max_requirements=7))
    now = draw(st.sampled_from((0, 10, 30, 60, 95, 200))) * MINUTE
    moments = st.sampled_from([m for m in (0, 10, 30, 60, 95, 200) if m * MINUTE <= now])
    known: dict[str, Known] = {}
    for key in recover(made, scenario, seconds=0).order:
        if draw(st.integers(0, 2)):
            continue
        lost, start, finish = sorted(draw(moments) * MINUTE for _ in range(3))
        depth = draw(st.integers(0, 3))
        known[key] = Known(
            lost,
            start if depth else None,
            finish if depth > 1 else None,
            finish if depth > 2 else None,
        )
    declared = draw(st.none() | moments.map(lambda m: m * MINUTE))
    return made, scenario, now, declared, known


@settings(max_examples=150, deadline=None)
@given(live())
def test_the_forecast_is_the_definition_word_for_word(
    given: tuple[Plan, Scenario, int, int | None, dict[str, Known]],
) -> None:
    made, scenario, now, declared, known = given
    planned = recover(made, scenario, seconds=0)
    case = worked_out(made, scenario, impact(made, scenario), planned)
    at = Standing(
        event=Event(id="e"),
        scenario=scenario,
        case=case,
        now=now,
        declared=declared,
        known=known,
        started={},
        finished={},
        given={},
        roles={},
        messages={},
        entries=(),
    )
    found = forecast(at).recovery
    task = live_task(at)
    walk = LiveWalk(
        made,
        scenario,
        frozenset(task.relaxed),
        declared=max(made.declared_after(scenario), now) if declared is None else declared,
        now=now,
        known=known,
    )
    begun = sorted(
        (key for key in planned.order if key in known and known[key].start is not None),
        key=lambda key: known[key].start or 0,
    )
    order = [*begun, *(key for key in planned.order if key not in begun)]
    assert list(found.order) == order
    for key, outcome in walk.follow(order).items():
        got = found.services[key]
        assert got.rides_through == outcome.rides, key
        if not outcome.rides:
            wanted = (outcome.down, outcome.start, outcome.finish, outcome.up)
            times_of = (got.down_at, got.start, got.finish, got.up_at)
            assert tuple(math.inf if t is None else t for t in times_of) == wanted, key
