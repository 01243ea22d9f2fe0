from __future__ import annotations

from datetime import date

from bcp_planner.domain.durations import parse_human
from bcp_planner.domain.exercising import Action, Event, Evidence, Participant
from bcp_planner.domain.plan import Plan
from bcp_planner.exercises import programme
from tests.builders import plan

TODAY = date(2026, 3, 1)


def made() -> Plan:
    found = (
        plan(review_due="2026-02-01")
        .service("Shop", tier=1, rto="4h")
        .service("Till", tier=1, rto="1h", steps=("Start it",))
        .service("Fax", tier=3)
        .scenario("Fire", "Shop")
        .scenario("Flood", "Fax")
        .contact("Ada", verified_on="2026-02-01")
        .contact("Bob", verified_on="2024-02-01")
        .build()
    )
    found = found.put(
        "events",
        Event(
            id="a",
            name="Drill",
            kind="functional",
            scenario="Fire",
            status="closed",
            starts="2025-06-01T09:00:00+00:00",
            participants=(Participant(name="Ada"),),
        ),
        Event(
            id="b", name="Tabletop", starts="2026-05-01", participants=(Participant(name="Bob"),)
        ),
    )
    found = found.put(
        "evidence",
        Evidence(id="e", service="Shop", kind="test", outage=parse_human("3h"), date="2025-06-01"),
    )
    return found.put(
        "actions",
        Action(id="x", text="Late", due="2026-01-01"),
        Action(id="y", text="Done", due="2026-01-01", status="done"),
    )


def test_the_calendar_holds_exercises_reviews_actions_and_re_tests() -> None:
    found = [(one.date, one.what, one.overdue) for one in programme.calendar(made(), TODAY)]
    assert found == [
        ("2025-06-01", "functional", False),
        ("2026-01-01", "action", True),
        ("2026-02-01", "review", True),
        ("2026-05-01", "tabletop", False),
        ("2026-06-01", "re-test", False),
    ]


def test_coverage_tells_what_was_exercised_when_and_how_deep() -> None:
    found = programme.coverage(made(), TODAY)
    services = {one.subject: (one.last, one.deepest, one.events) for one in found.services}
    assert services == {"Shop": ("2025-06-01", "functional", 1), "Till": ("", "", 0)}
    assert [(one.subject, one.events) for one in found.scenarios] == [("Fire", 1), ("Flood", 0)]
    assert [(one.title, one.events) for one in found.people] == [("Ada", 1), ("Bob", 0)]


def test_figures_count_what_they_say() -> None:
    found = [(one.part, one.whole) for one in programme.figures(made(), TODAY)]
    assert found == [(1, 2), (1, 2), (1, 1), (1, 2), (0, 0), (1, 2), (1, 2), (1, 2)]


def test_readiness_scales_up_what_can_be_counted() -> None:
    score, points = programme.readiness(made(), TODAY)
    won = 10 + 10 + 15 + 5 + 5 + 2.5 + 5
    assert sum(one.won for one in points) == won
    assert score == 100 * won / 90


def test_an_empty_plan_scores_nothing() -> None:
    assert programme.readiness(plan().build(), TODAY) == (0.0, ())


def test_figures_over_time_follow_named_versions() -> None:
    found = programme.over_time({"v1": (plan().build(), TODAY), "v2": (made(), TODAY)})
    assert found["v1"][0] == 0.0
    assert found["v2"][0] == programme.readiness(made(), TODAY)[0]


def test_points_of_the_score_say_what_is_missing() -> None:
    _, points = programme.readiness(made(), TODAY)
    found = programme.explain_points(points[0])
    assert found.sentence == "10.0 of 20 points: 1 of 2."
    assert ("missing", "Till") in found.terms
    assert ("points for all of them", "20") in found.terms
