"""Every single failure at once, against losing each service one by one."""

from __future__ import annotations

from dataclasses import replace

import networkx as nx
import numpy as np
from hypothesis import given, settings

from bcp_planner.analysis import singles
from bcp_planner.analysis.graph import compiled
from bcp_planner.analysis.kernels.spread import taken_down_by_each
from bcp_planner.analysis.kernels.sweep import sweep
from bcp_planner.analysis.singles import (
    ALL_DETAILS,
    blast_sizes,
    run_sweep,
    single_point_counts,
    single_points,
    sweep_of,
)
from bcp_planner.domain.plan import Plan
from tests.analysis import brute_force
from tests.analysis.brute_force import NEVER, fails
from tests.analysis.random_plans import horizons, plans
from tests.builders import plan


@given(plans(), horizons)
def test_blast_size_equals_losing_each_service_in_turn(a_plan: Plan, horizon: int | None) -> None:
    expected = {s: brute_force.blast_size(a_plan, s, horizon) for s in a_plan.services}

    assert blast_sizes(a_plan, horizon) == expected


@given(plans())
def test_single_points_are_the_services_that_take_one_down_alone(a_plan: Plan) -> None:
    downs = {s: brute_force.down(a_plan, fails(s)) for s in a_plan.services}
    expected = {
        s: sum(1 for other in a_plan.services if other != s and downs[other][s] < NEVER)
        for s in a_plan.services
    }

    assert single_point_counts(a_plan) == expected
    for culprit, found in single_points(a_plan).items():
        lost = [s for s, at in downs[culprit].items() if at < NEVER and s != culprit]
        assert list(found.taken_down) == lost
        assert set(found.targets) == {s for s in lost if a_plan.services[s].rto is not None}


@given(plans())
def test_common_causes_are_the_single_failures_that_lose_a_redundant_requirement(
    a_plan: Plan,
) -> None:
    downs = {s: brute_force.down(a_plan, fails(s)) for s in a_plan.services}
    structure = compiled(a_plan).structure
    found = sweep_of(structure)

    for number, requirement in enumerate(a_plan.requirements.values()):
        redundant = requirement.strength == "hard" and requirement.is_redundant
        expected = {
            s
            for s, down in downs.items()
            if redundant and s != requirement.dependant
            if brute_force.lost(requirement, down) < NEVER
        }
        assert found.common[number] == len(expected)
        example = int(found.example[number])
        assert structure.ids[example] in expected if expected else example == -1


@settings(max_examples=12)
@given(plans(max_services=70, max_requirements=120))
def test_rows_of_more_than_one_word_and_compiled_kernels(a_plan: Plan) -> None:
    structure = compiled(a_plan).structure
    carries, watched = structure.hard == 1, np.flatnonzero(compiled(a_plan).figure("rto") > 0)
    plain = run_sweep(structure, carries, watched, ALL_DETAILS)
    try:
        sweep.prefer_compiled = taken_down_by_each.prefer_compiled = True
        fast = run_sweep(structure, carries, watched, ALL_DETAILS)
        within_an_hour = singles.blast_sizes(a_plan, 3_600_000)
    finally:
        sweep.prefer_compiled = taken_down_by_each.prefer_compiled = False

    for name in ("taken", "singles", "common", "example", "rows"):
        assert getattr(fast, name).tolist() == getattr(plain, name).tolist()
    assert within_an_hour == singles.blast_sizes(a_plan, 3_600_000)
    downs = {s: brute_force.down(a_plan, fails(s)) for s in list(a_plan.services)[:3]}
    for culprit, down in downs.items():
        number = structure.index[culprit]
        lost = [structure.index[s] for s, at in down.items() if at < NEVER]
        assert plain.taken[number] == len(lost) - 1
        others = [n for n in watched.tolist() if n in lost and n != number]
        assert plain.taken_down_by(number) == others
        assert plain.threatened()[number] == len(others)


@given(plans())
def test_plain_and_graph_equals_descendants_in_networkx(a_plan: Plan) -> None:
    plain = {r.id: replace(r, needs=None, strength="hard") for r in a_plan.requirements.values()}
    graph = nx.DiGraph((p, r.dependant) for r in plain.values() for p in r.providers)
    graph.add_nodes_from(a_plan.services)

    found = blast_sizes(replace(a_plan, requirements=plain))

    assert found == {s: len(nx.descendants(graph, s)) for s in a_plan.services}


def test_largest_single_point_comes_first() -> None:
    made = plan().needs("App", "DB").needs("DB", "Host").needs("Shop", "Pay").build()

    assert list(single_points(made)) == ["Host", "DB", "Pay"]
