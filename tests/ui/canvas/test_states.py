"""What is shown of a scenario at a moment."""

from __future__ import annotations

import pytest

from bcp_planner.analysis.impact import impact
from bcp_planner.analysis.results import Impact
from bcp_planner.domain.durations import HOUR
from bcp_planner.domain.entities import Failure, Scenario
from tests.builders import plan
from ui.canvas.states import Status, moment
from ui.canvas.viewing import first_view, groups, neighbourhood, stream


def battery() -> Impact:
    """Return what happens when power fails after an hour and a battery holds for two more."""
    made = (
        plan()
        .needs("Shop", "Web", strength="soft")
        .needs("Web", "Power", tolerance="2 h")
        .needs("Pair", "Power", "Spare", of=1)
        .build()
    )
    return impact(made, Scenario(id="x", fails=(Failure(service="Power", at=HOUR),)))


@pytest.mark.parametrize(
    ("at", "power", "web", "shop", "pair"),
    [
        (0, Status.UP, Status.UP, Status.UP, Status.UP),
        (3 * HOUR - 1, Status.FAILED, Status.DEGRADED, Status.UP, Status.AT_RISK),
        (3 * HOUR, Status.FAILED, Status.DOWN, Status.DEGRADED, Status.AT_RISK),
    ],
)
def test_states_come_one_after_the_other(
    at: int, power: Status, web: Status, shop: Status, pair: Status
) -> None:
    seen = moment(battery(), None, at)

    assert seen is not None
    assert [seen.of(key) for key in ("Power", "Web", "Shop", "Pair")] == [power, web, shop, pair]


def test_without_a_moment_the_worst_is_shown() -> None:
    seen = moment(battery(), None, None)

    assert seen is not None
    assert seen.of("Web") is Status.DOWN
    assert ("r2", "Power") in seen.lost


def test_no_scenario_no_states() -> None:
    assert moment(None, None, None) is None


def test_neighbourhoods_and_streams() -> None:
    made = plan().needs("A", "B").needs("B", "C").needs("X", "C").build()

    assert neighbourhood(made, "B", 1) == {"A", "B", "C"}
    assert neighbourhood(made, "B", 2) == {"A", "B", "C", "X"}
    assert stream(made, ["C"], up=True, everything=False) == {"C", "B", "X"}
    assert stream(made, ["C"], up=True, everything=True) == {"A", "B", "C", "X"}
    assert stream(made, ["A"], up=False, everything=True) == {"A", "B", "C"}


def test_groups_by_every_property() -> None:
    made = (
        plan()
        .service("A", tier=1, owner="Kim", tags=("site:North", "group:Core"))
        .service("B", kind="data")
        .build()
    )

    titles = {key: [g.title for g in groups(made, key)] for key in ("tier", "kind", "owner")}
    assert titles["tier"] == ["No tier", "Tier 1"]
    assert titles["kind"] == ["Application", "Data"]
    assert titles["owner"] == ["Kim", "No owner"]
    assert [g.title for g in groups(made, "site")] == ["North"]
    assert [g.members for g in groups(made, "group")] == [("A",)]
    assert first_view(made).grouping == "group"
