"""Arrays and graph of a plan: patched after an edit they equal those made from scratch."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcp_planner.analysis import network, patching
from bcp_planner.analysis.arrays import Compiled
from bcp_planner.analysis.graph import compiled, digraph
from bcp_planner.analysis.rules.loops import deadlocks
from bcp_planner.analysis.singles import sweep_of
from bcp_planner.domain import edits
from bcp_planner.domain.plan import Plan
from tests.analysis.random_plans import plans, requirements
from tests.builders import plan


@st.composite
def edited(draw: st.DrawFn, a_plan: Plan) -> Plan:
    """Return the plan after one to three random edits."""
    for number in range(draw(st.integers(1, 3))):
        a_plan = draw(edit(a_plan, f"new{number}-{len(a_plan.services)}"))
    return a_plan


@st.composite
def edit(draw: st.DrawFn, a_plan: Plan, new_id: str) -> Plan:
    services, needs = list(a_plan.services), list(a_plan.requirements)
    chosen = draw(st.sampled_from(services))
    fresh = draw(requirements(len(needs) + 99, services))
    every = {
        "add": lambda: a_plan.put("services", replace(a_plan.services[chosen], id=new_id)),
        "connect": lambda: a_plan.put("requirements", fresh),
        "figure": lambda: edits.update(a_plan, "services", chosen, rto=draw(st.integers(0, 9))),
        "rename": lambda: edits.update(a_plan, "services", chosen, name=services[0]),
        "move": lambda: edits.move_services(a_plan, {chosen: (1.0, 2.0)}),
    }
    if len(services) > 2:
        every["delete"] = lambda: edits.remove(a_plan, "services", [chosen])
    if needs:
        requirement = draw(st.sampled_from(needs))
        every["cut"] = lambda: edits.remove(a_plan, "requirements", [requirement])
        every["alter"] = lambda: edits.update(
            a_plan, "requirements", requirement, tolerance=draw(st.integers(0, 9))
        )
    return every[draw(st.sampled_from(list(every)))]()


def same_arrays(one: Compiled, other: Compiled) -> bool:
    a, b = one.structure, other.structure
    pairs = [(one.figures, other.figures), (a.columns, b.columns)]
    pairs += [(a.first, b.first), (a.provider, b.provider), *zip(a.own, b.own, strict=True)]
    pairs += [*zip(a.used, b.used, strict=True), *zip(a.below, b.below, strict=True)]
    same = all(np.array_equal(x, y) and x.flags.c_contiguous for x, y in pairs)
    return same and a.ids == b.ids and a.requirement_ids == b.requirement_ids


@given(plans(), st.data())
def test_patched_arrays_equal_those_from_scratch(a_plan: Plan, data: st.DataObject) -> None:
    before = patching.from_scratch(a_plan)
    assert before.doubles == frozenset()
    sweep_of(before.structure)
    deadlocks(before.structure)
    after = data.draw(edited(a_plan))

    patched, fresh = patching.patched(after, before), patching.from_scratch(after)

    assert same_arrays(patched, fresh)
    assert dict(patched.structure.index) == dict(fresh.structure.index)
    assert patched.doubles == fresh.doubles
    assert deadlocks(patched.structure) == deadlocks(fresh.structure)
    kept, new = sweep_of(patched.structure), sweep_of(fresh.structure)
    assert kept.taken.tolist() == new.taken.tolist()
    assert kept.example.tolist() == new.example.tolist()


@given(plans(), st.data())
def test_patched_graph_equals_one_from_scratch(a_plan: Plan, data: st.DataObject) -> None:
    arrays = patching.from_scratch(a_plan)
    old = network.network(arrays, None)
    old_edges = list(old.edges(data=True))
    new_arrays = patching.from_scratch(data.draw(edited(a_plan)))

    patched = network.network(new_arrays, (arrays, old))
    fresh = network.network(new_arrays, None)

    assert list(patched.nodes) == list(fresh.nodes)
    assert rows(patched.succ) == rows(fresh.succ)
    assert rows(patched.pred) == rows(fresh.pred)
    assert list(old.edges(data=True)) == old_edges


def rows(adjacency: Any) -> dict[str, dict[str, Any]]:
    return {node: dict(row) for node, row in adjacency.items()}


@given(plans())
def test_cycles_are_the_strongly_connected_components(a_plan: Plan) -> None:
    structure = compiled(a_plan).structure
    wanted = structure.hard == 1
    graph = nx.DiGraph()
    graph.add_nodes_from(range(len(structure)))
    graph.add_edges_from(
        (structure.dependant[r], p)
        for r in np.flatnonzero(wanted)
        for p in structure.providers_of(r)
    )
    label, first, group = structure.cycles(wanted)

    found = [group[a:b].tolist() for a, b in pairwise(first)]
    assert sorted(found) == sorted(sorted(c) for c in nx.strongly_connected_components(graph))
    for number, members in enumerate(found):
        assert label[members].tolist() == [number] * len(members)
    assert all(label[p] <= label[d] for d, p in graph.edges)


def test_arrays_of_the_same_plan_are_kept() -> None:
    made = plan().needs("App", "DB").build()
    moved = edits.move_services(made, {"App": (1.0, 2.0)})

    assert compiled(made) is compiled(made)
    assert compiled(moved).structure is compiled(made).structure
    assert compiled(moved).figures is compiled(made).figures


def test_graph_names_the_requirements_and_cannot_be_changed() -> None:
    graph = digraph(plan().needs("App", "DB").needs("App", "DB", "Cache", of=1).build())

    assert graph["App"]["DB"]["requirements"] == ("r1", "r2")
    with pytest.raises(nx.NetworkXError):
        graph.add_node("Other")
