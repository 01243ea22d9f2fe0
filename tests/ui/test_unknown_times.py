"""A plan never looks better because somebody left a field empty: what the window says of it."""

from __future__ import annotations

from bcp_planner.analysis.compare import compare
from bcp_planner.analysis.recovery import recover
from bcp_planner.analysis.simulation import simulate
from bcp_planner.domain.plan import Plan
from tests.builders import plan, scenario
from ui.models.differences import of_results
from ui.models.gantt_rows import GanttRow, sentence
from ui.panels import recovery as recovery_panel
from ui.panels import simulation as simulation_panel


def shop(**room: object) -> Plan:
    """A shop in a room of which nobody wrote how long it takes to bring back."""
    return (
        plan()
        .service("Room", **room)
        .service("Shop", restart="15 min", rto="1 h")
        .needs("Shop", "Room")
        .scenario("Fire", "Room")
        .build()
    )


def test_the_sentence_on_an_order_promises_nothing() -> None:
    said = recovery_panel.summary(recover(shop(), scenario("Room")))

    assert said.startswith("Everything is back at T+0 or later")
    assert "no RTO missed as far as times are known" in said
    assert "every RTO met" not in said


def test_with_all_times_known_it_does() -> None:
    said = recovery_panel.summary(recover(shop(recovery="30 min"), scenario("Room")))

    assert said.startswith("Everything is back at T+45 min  ·  every RTO met")


def test_a_row_of_the_chart_says_so_too() -> None:
    a_plan = shop()
    found = recover(a_plan, scenario("Room")).services["Room"]

    said = sentence(a_plan, GanttRow("Room", "Room", 0, found))

    assert "back at T+0 or later" in said
    assert "outage at least 0 min" in said


def test_a_simulation_says_so_in_a_sentence() -> None:
    unknown = "Some working times are unknown and count as zero, so it may take longer."

    def said(a_plan: Plan) -> str:
        return simulation_panel.summary(simulate(a_plan, scenario("Room"), trials=20))

    assert said(shop()).endswith(unknown)
    assert unknown not in said(shop(recovery=("10 min", "30 min", "1 h")))


def test_a_comparison_marks_the_side_that_does_not_know() -> None:
    before, after = shop(), shop(recovery="30 min")

    rows = {
        (row.what, row.field): (row.before, row.after)
        for row in of_results(compare(before, after), before, after)
    }

    assert rows["Fire", "Everything is back"] == ("T+0 or later", "T+45 min")
    assert rows["Fire: Room", "Outage"] == ("at least 0 min", "30 min")
