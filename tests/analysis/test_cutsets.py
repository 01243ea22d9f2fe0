"""Minimal cut sets: the definition, published fault trees, and huge numbers of them."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcp_planner.analysis.cutsets import cut_set_counts, cut_sets, shared_cut_sets
from bcp_planner.domain.durations import HOUR
from bcp_planner.domain.entities import Service
from bcp_planner.domain.errors import Cancelled, PlannerError
from bcp_planner.domain.plan import Plan
from bcp_planner.interchange.plan_json import read_plan
from tests.analysis import brute_force
from tests.analysis.cases import Case, cases, plan_of
from tests.analysis.random_plans import horizons, plans
from tests.builders import PlanBuilder, plan

TREES = Path(__file__).parents[3] / "shared/data/faulttree"
QUICK = ("baobab2", "chinese", "das9201", "das9203", "das9205", "das9207", "ftr10", "isp9605")


@pytest.mark.parametrize("case", cases("cutsets"), ids=lambda case: case["name"])
def test_worked_example(case: Case) -> None:
    ask = case["ask"]
    found = cut_sets(plan_of(case), ask["service"], ask["max_order"], ask["among"])

    assert [list(one) for one in found] == case["expect"]


@given(plans(max_services=7), horizons, st.sampled_from(("all", "leaves", "facility")))
def test_equals_its_definition(a_plan: Plan, horizon: int | None, among: str) -> None:
    inner = {r.dependant for r in a_plan.requirements.values() if r.strength == "hard"}

    def may_fail(service: Service) -> bool:
        return {"all": True, "leaves": service.id not in inner}.get(among, service.kind == among)

    for service in list(a_plan.services)[:3]:
        expected = brute_force.cut_sets(a_plan, service, 3, may_fail, horizon)
        assert list(cut_sets(a_plan, service, 3, among, horizon)) == expected


@given(plans(max_services=6))
def test_without_largest_order_all_minimal_sets_are_found(a_plan: Plan) -> None:
    for service in a_plan.services:
        bounded = cut_sets(a_plan, service, len(a_plan.services))
        assert cut_sets(a_plan, service, None) == bounded
        counts = cut_set_counts(a_plan, service)
        assert sum(counts.values()) == len(bounded)


def reference() -> dict[str, dict[str, str]]:
    path = TREES / "reference-aralia.csv"
    if not path.exists():
        return {}
    with path.open(encoding="utf-8") as file:
        return {row["tree"]: row for row in csv.DictReader(file)}


@pytest.mark.skipif(not TREES.exists(), reason="reference data is not here")
@pytest.mark.parametrize("tree", QUICK)
def test_published_fault_tree(tree: str) -> None:
    expected = reference()[tree]
    path = TREES / "plans" / f"{tree}.json"
    a_plan = read_plan(path)
    top = a_plan.info.name.rpartition(" ")[2].rstrip(")")

    counts = cut_set_counts(a_plan, top, among="leaves")
    up_to_three = cut_sets(a_plan, top, 3, "leaves")

    assert sum(counts.values()) == int(expected["mcs_total"])
    for order in (1, 2, 3):
        listed = sum(len(one) == order for one in up_to_three)
        assert listed == counts.get(order, 0) == int(expected[f"mcs_order{order}"])


def pairs_in_a_row(count: int) -> PlanBuilder:
    """A service that is lost when one of each of ``count`` pairs is."""
    made = plan()
    for number in range(count):
        made.needs(f"Pair {number}", f"A{number}", f"B{number}")
    return made.needs("Top", *(f"Pair {number}" for number in range(count)), of=1)


def test_more_sets_than_can_be_listed_are_counted() -> None:
    made = pairs_in_a_row(40).build()

    assert cut_set_counts(made, "Top", among="leaves") == {40: 2**40}
    with pytest.raises(PlannerError, match=str(2**40)):
        cut_sets(made, "Top", None, "leaves")


def test_horizon_counts_only_what_goes_down_in_time() -> None:
    made = plan().needs("App", "DB", tolerance="1h").needs("DB", "Disk", tolerance="1h").build()

    assert cut_sets(made, "App", 1, horizon=HOUR) == (("DB",),)
    assert cut_sets(made, "App", 1, horizon=2 * HOUR) == (("DB",), ("Disk",))


def test_cut_sets_of_a_tier_say_what_each_threatens() -> None:
    made = plan().needs("Shop", "A", "B", of=1).needs("Site", "A").build()
    found = shared_cut_sets(made, ["Shop", "Site"])

    assert [(one.members, one.threatens) for one in found] == [
        (("A",), ("Site",)),
        (("A", "B"), ("Shop",)),
    ]


def test_progress_ends_at_one() -> None:
    told: list[float] = []
    cut_sets(pairs_in_a_row(4).build(), "Top", progress=told.append)

    assert told == sorted(told)
    assert told[-1] == 1


def test_search_can_be_stopped() -> None:
    with pytest.raises(Cancelled):
        cut_sets(pairs_in_a_row(4).build(), "Top", cancelled=lambda: True)


@pytest.mark.parametrize(("service", "among"), [("Nobody", "all"), ("Top", "everything")])
def test_what_is_not_there_is_refused(service: str, among: str) -> None:
    with pytest.raises(PlannerError, match="“"):
        cut_sets(pairs_in_a_row(2).build(), service, among=among)


def test_service_that_nothing_takes_down_has_no_cut_sets() -> None:
    assert cut_sets(plan().service("A").build(), "A") == ()
