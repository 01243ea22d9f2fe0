"""Following a recovery order: worked examples, and what a wrong order is told."""

from __future__ import annotations

from typing import Any

import pytest

from bcp_planner.analysis.recovery import follow, recover
from tests.analysis.cases import Case, cases, millis, plan_of, scenario_of


def _row(found: Any, columns: list[str]) -> object:
    if found.rides_through:
        return "rides-through"
    return [getattr(found, column) for column in columns]


def _expected(row: Any) -> object:
    if isinstance(row, str):
        return row
    return [millis(value) if isinstance(value, str) else value for value in row]


@pytest.mark.parametrize("case", cases("recover"), ids=lambda case: case["name"])
def test_worked_examples(case: Case) -> None:
    order = case["ask"].get("order")
    if order:
        result = follow(plan_of(case), scenario_of(case), order)
    else:
        result = recover(plan_of(case), scenario_of(case))

    found = {key: _row(value, case["columns"]) for key, value in result.services.items()}
    assert found == {key: _expected(row) for key, row in case["expect"].items()}


@pytest.mark.parametrize(
    "case", [c for c in cases("recover") if c["ask"].get("order")], ids=lambda case: case["name"]
)
def test_search_is_never_worse_than_the_order_of_an_example(case: Case) -> None:
    given = follow(plan_of(case), scenario_of(case), case["ask"]["order"])

    found = recover(plan_of(case), scenario_of(case))

    assert found.aim.value <= given.aim.value
    assert found.aim.bound <= found.aim.value[0]
    assert sorted(found.order) == sorted(given.order)
