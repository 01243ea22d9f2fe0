"""The window of the programme: charts, measured times, actions, maturity."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bcp_planner.domain import edits
from bcp_planner.domain.durations import HOUR
from bcp_planner.domain.entities import Estimate
from bcp_planner.domain.exercising import Action, Event, Evidence, Lesson
from bcp_planner.domain.plan import Plan
from bcp_planner.exercises import maturity
from tests.builders import plan
from ui.language import dated
from ui.programme.change import ChangeDialog

Show = Callable[[Plan], Any]
YESTERDAY = datetime.date.today() - datetime.timedelta(days=1)


def measured() -> Plan:
    made = (
        plan()
        .service("Power", recovery="1h", rto="4h", tier=1)
        .service("Shop", restart="30 min", rto="2h", tier=1)
        .needs("Shop", "Power")
        .scenario("Blackout", "Power")
        .build()
    )
    drill = Event(id="drill", scenario="Blackout", status="closed", starts=YESTERDAY.isoformat())
    test = Evidence(
        id="e1", service="Power", kind="test", duration=3 * HOUR, date=YESTERDAY.isoformat()
    )
    action = Action(id="a1", text="Keep a spare", services=("Power",), due="2020-01-01")
    lesson = Lesson(id="l1", text="Fuel runs out", services=("Power",), event="drill")
    for table, record in (
        ("events", drill),
        ("evidence", test),
        ("actions", action),
        ("lessons", lesson),
    ):
        made = made.put(table, record)
    return made


@pytest.fixture
def opened(show: Show) -> tuple[Any, Any]:
    person = show(measured())
    person.window.do.show_programme()
    window = person.window.do._programme
    person.qtbot.waitExposed(window)
    return person, window


def test_readiness_says_what_wins_the_missing_points(opened: tuple[Any, Any]) -> None:
    _, window = opened
    said = window.readiness.chart.accessibleDescription()
    assert "Critical services exercised in the last year: 2 of 2" in said
    assert "Critical services measured in the last year: 1 of 2 +10 points: run a test" in said
    assert window.readiness.score.text().startswith("Readiness ")


def test_coverage_tells_when_and_how_deep(opened: tuple[Any, Any]) -> None:
    _, window = opened
    window.tabs.setCurrentWidget(window.coverage)
    assert f"Power: 1 day {dated(YESTERDAY.isoformat())}, deepest: tabletop, 1×" in (
        window.coverage.chart.accessibleDescription()
    )
    window.coverage.what.setCurrentIndex(1)
    assert window.coverage.chart.accessibleDescription().startswith("Blackout: 1 day")


def test_figures_are_drawn_over_named_versions(opened: tuple[Any, Any]) -> None:
    person, window = opened
    person.space.bridge.session.name_version("Before")
    person.space.bridge.try_edit(
        "Done", lambda plan: edits.update(plan, "actions", "a1", status="done")
    )
    window.tabs.setCurrentWidget(window.trend)
    person.qtbot.waitUntil(lambda: not window.trend.reading.busy, timeout=10_000)
    said = window.trend.chart.accessibleDescription()
    assert "Corrective actions not overdue: Before 0 %, Now 100 %" in said


def test_an_estimate_is_set_from_what_was_measured_with_the_data_shown(
    opened: tuple[Any, Any],
) -> None:
    person, window = opened
    window.tabs.setCurrentWidget(window.measured)
    tab = window.measured
    tab.services.choose("Power")
    assert "1 h in the plan; 1 h / 3 h / 3 h from 1 measurement: 3 h" in tab.said.text()
    tab.buttons["recovery"].click()
    assert person.plan.services["Power"].recovery == Estimate(HOUR, 3 * HOUR, 3 * HOUR)
    assert not tab.buttons["recovery"].isVisible()


def test_the_effect_of_an_action_is_forecast_then_measured(opened: tuple[Any, Any]) -> None:
    person, window = opened
    window.tabs.setCurrentWidget(window.actions_)
    tab = window.actions_
    assert "1 open, 1 overdue" in tab.said.text()
    dialog = ChangeDialog(tab, person.space, tab.action)
    dialog._on_edited("recovery", Estimate.of(HOUR // 2))
    assert "1 h → 30 min" in dialog.said.text()
    tab.keep_change("a1", dialog.text)
    assert person.plan.services["Power"].recovery == Estimate.of(HOUR)  # the plan is as it was
    with person.qtbot.waitSignal(tab.forecasting.ready, timeout=20_000):
        tab.forecast()
    rows = [
        tuple(tab.effect.item(row, column).text() for column in range(5))
        for row in range(tab.effect.rowCount())
    ]
    assert ("Blackout: Shop", "Outage", "1 h 30 min", "1 h", "better") in rows
    tab.form.edited.emit("status", "done")
    action = person.plan.actions["a1"]
    assert action.done_on
    assert "measured 3 h before it was done; after it: nothing yet" in tab.measured.text()
    later = datetime.date.fromisoformat(action.done_on) + datetime.timedelta(days=1)
    again = Evidence(id="e2", service="Power", kind="test", duration=HOUR, date=later.isoformat())
    person.space.bridge.edit("Re-test", person.plan.put("evidence", again))
    assert "measured 3 h before it was done; after it: 1 h." in tab.measured.text()
    tab.form.edited.emit("status", "re-opened")
    assert person.plan.actions["a1"].done_on == ""
    assert "1 re-opened" in tab.said.text()
    tab.carry_out()
    assert person.plan.services["Power"].recovery == Estimate.of(HOUR // 2)
    assert "already says" in tab.change.text()


def test_maturity_is_assessed_topic_by_topic(opened: tuple[Any, Any]) -> None:
    person, window = opened
    window.tabs.setCurrentWidget(window.maturity)
    tab = window.maturity
    tab.begin()
    box = tab.levels["Exercises"]
    box.setCurrentIndex(box.findData(2))
    box.activated.emit(box.currentIndex())
    tab.notes["Exercises"].setText("one tabletop")
    tab.notes["Exercises"].editingFinished.emit()
    (one,) = person.plan.assessments.values()
    assert maturity.levels(one) == {"Exercises": 2}
    assert next(a.note for a in one.answers if a.topic == "Exercises") == "one tabletop"
    assert "lowest: Exercises (2)" in tab.said.text()
    assert "2 in all, over 1" in tab.said.toolTip()
    bar = next(row for row in tab._bars(person.plan) if row.name == "Exercises")
    assert bar.why is not None
    for said in ("2 begun", "one tabletop", "At the top"):
        assert said in bar.why()


def test_the_calendar_is_written_and_the_page_printed(
    opened: tuple[Any, Any], tmp_path: Path
) -> None:
    person, window = opened
    window.tabs.setCurrentWidget(window.calendar)
    assert window.calendar.grid.item(0, 2).text() == "Keep a spare"
    calendar, page = tmp_path / "c.ics", tmp_path / "p.pdf"
    person.messages.answers += [calendar, page]
    window.calendar.write()
    assert "BEGIN:VCALENDAR" in calendar.read_text(encoding="utf-8")
    with person.qtbot.waitSignal(person.window.printing.ready, timeout=20_000):
        window.print_page()
    assert page.read_bytes().startswith(b"%PDF")


def test_lessons_actions_and_measured_times_stand_in_the_inspector(show: Show) -> None:
    person = show(measured())
    person.select("Power")
    said = person.window.inspector.services.learnt.said.text()
    assert "Fuel runs out" in said
    assert "Measured on" in said
    assert "Action, open, overdue: Keep a spare" in said
    person.select("Shop")
    assert not person.window.inspector.services.learnt.isVisible()
    changed = replace(person.plan.lessons["l1"], services=("Shop",))
    person.space.bridge.edit("Move", person.plan.put("lessons", changed))
    assert "Fuel runs out" in person.window.inspector.services.learnt.said.text()
