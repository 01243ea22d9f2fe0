"""Steps of undo: how many are kept."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from bcp_planner import steps
from bcp_planner.domain.entities import Service
from bcp_planner.domain.plan import Plan

if TYPE_CHECKING:
    import pytest


def _plan(number: int, count: int) -> Plan:
    names = ["changed" if i == number else "same" for i in range(count)]
    services = {f"s{i}": Service(id=f"s{i}", name=name) for i, name in enumerate(names)}
    return Plan(services=services)


def _undone(kept: steps.Steps, present: Plan) -> int:
    count = 0
    while (way := kept.way("undo", present)) is not None:
        kept.go("undo", way)
        present, count = way.target, count + 1
    return count


def test_steps_of_a_large_plan_do_not_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(steps, "MOST_ENTRIES", 1_000)
    kept, plans = steps.Steps(), [_plan(number, 10) for number in range(301)]

    for before, after in pairwise(plans):
        kept.add("Rename", before, after, None)

    assert _undone(kept, plans[-1]) == 100


def test_some_steps_are_kept_however_large_the_plan_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(steps, "MOST_ENTRIES", 10)
    kept, plans = steps.Steps(), [_plan(number, 10) for number in range(101)]

    for before, after in pairwise(plans):
        kept.add("Rename", before, after, None)

    assert _undone(kept, plans[-1]) == steps.LEAST_STEPS
