"""Half of the tasks of the hospital done late or early: the forecast is the definition's."""

from __future__ import annotations

import math
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bcp_planner.domain.durations import MINUTE
from bcp_planner.domain.plan import Plan
from bcp_planner.exercises import log, preparation
from bcp_planner.exercises.forecast import forecast, live_task
from bcp_planner.exercises.standing import Standing, standing
from bcp_planner.interchange import plan_json
from tests.exercises.live_brute_force import LiveWalk

NOW = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
HOSPITAL = Path(__file__).parents[2] / "resources" / "samples" / "hospital.json"


def halfway(scenario: str, factor: float) -> tuple[Plan, Standing]:
    """Return where a full test stands when half of its tasks are done.

    Each task took `factor` of the time that the plan gives it, and the declaration too.
    """
    made = plan_json.read_plan(HOSPITAL)
    made = preparation.prepare(made, scenario, kind="full test", starts="2026-03-01T08:00+00:00")
    event = list(made.events)[-1]
    at = standing(made, event, 0)
    case = at.case
    tasks = [task for wave in case.waves for task in wave.tasks]
    entries = [("declared", int(case.recovery.declared * factor), "", None)]
    for task in tasks[: len(tasks) // 2]:
        found = case.recovery.services[task.service]
        assert found.start is not None
        assert found.finish is not None
        entries += [
            ("task started", int(found.start * factor), task.number, task.service),
            ("task finished", int(found.finish * factor), task.number, task.service),
        ]
    for kind, moment, subject, service in sorted(entries, key=lambda entry: entry[1]):
        entry = log.entry(kind, moment, now=NOW, subject=subject, service=service)
        made = log.append(made, event, entry)
    return made, standing(made, event, max(entry[1] for entry in entries) + MINUTE)


@pytest.mark.parametrize("scenario", ["room-a-loss", "power-failure", "north-block-loss"])
@pytest.mark.parametrize("factor", [0.8, 1.0, 1.7])
def test_after_half_the_tasks_the_forecast_is_the_definition_word_for_word(
    scenario: str, factor: float
) -> None:
    made, at = halfway(scenario, factor)
    assert at.started
    assert at.declared is not None
    found = forecast(at).recovery
    task = live_task(at)
    walk = LiveWalk(
        made,
        at.scenario,
        frozenset(task.relaxed),
        declared=at.declared,
        now=at.now,
        known=task.known,
    )
    for key, outcome in walk.follow(list(found.order)).items():
        got = found.services[key]
        assert got.rides_through == outcome.rides, key
        if not outcome.rides:
            wanted = (outcome.down, outcome.start, outcome.finish, outcome.up)
            times = (got.down_at, got.start, got.finish, got.up_at)
            assert tuple(math.inf if t is None else t for t in times) == wanted, key
    measured = [key for key, one in at.known.items() if one.finish is not None]
    assert all(found.services[key].finish == at.known[key].finish for key in measured)
