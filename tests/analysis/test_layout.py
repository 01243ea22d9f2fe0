"""Laws of the automatic drawing."""

from __future__ import annotations

import itertools
import multiprocessing
import random
import time
from collections.abc import Mapping, Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcp_planner.analysis import dot
from bcp_planner.analysis.layout import CELL, FINER, finer, layout
from bcp_planner.analysis.placement import Point, free_slots, place_beside
from benchmarks.graphs import crossings_per_edge, service_graph

CARD = (192.0, 72.0)


@st.composite
def graphs(draw: st.DrawFn) -> tuple[list[str], list[tuple[str, str]]]:
    """Return nodes and edges of any shape: cycles, loops, double edges, lonely nodes."""
    nodes = [f"n{i}" for i in range(draw(st.integers(0, 30)))]
    if not nodes:
        return nodes, []
    node = st.sampled_from(nodes)
    return nodes, draw(st.lists(st.tuples(node, node), max_size=80))


def overlapping(places: Mapping[str, Point]) -> list[tuple[str, str]]:
    """Return the pairs of cards that overlap."""
    names = list(places)
    points = np.array([places[name] for name in names]).reshape(-1, 2)
    away = abs(points[:, None] - points[None, :])
    hit = np.triu((away[..., 0] < CARD[0]) & (away[..., 1] < CARD[1]), 1)
    return [(names[a], names[b]) for a, b in zip(*np.nonzero(hit), strict=True)]


@given(graphs())
def test_every_node_gets_a_place_of_its_own(graph: tuple[list[str], list[tuple[str, str]]]) -> None:
    nodes, edges = graph

    places = layout(nodes, edges)

    assert list(places) == nodes
    assert overlapping(places) == []


@given(graphs(), st.randoms(use_true_random=False))
def test_tiers_and_lanes_overlap_nothing_and_tiers_follow_each_other(
    graph: tuple[list[str], list[tuple[str, str]]], chance: random.Random
) -> None:
    nodes, edges = graph
    tier = {node: chance.randint(1, 4) for node in nodes if chance.random() < 0.8}
    lane = {node: chance.choice("abc") for node in nodes if chance.random() < 0.8}

    places = layout(nodes, edges, tier=tier, lane=lane)

    assert overlapping(places) == []
    for one, other in [(a, b) for a in tier for b in tier if tier[a] < tier[b]]:
        assert places[one][1] < places[other][1]
    for one, other in [(a, b) for a in lane for b in lane if lane[a] < lane[b]]:
        assert places[one][0] < places[other][0]


@given(graphs(), st.randoms(use_true_random=False))
def test_fixed_nodes_stay_and_nothing_covers_them(
    graph: tuple[list[str], list[tuple[str, str]]], chance: random.Random
) -> None:
    nodes, edges = graph
    fixed = {
        node: (chance.randint(-2, 2) * CELL[0], number * CELL[1])
        for number, node in enumerate(nodes[:4])
    }

    places = layout(nodes, edges, fixed=fixed)

    assert {node: places[node] for node in fixed} == fixed
    assert overlapping(places) == []


@given(graphs())
def test_the_same_graph_is_drawn_the_same(graph: tuple[list[str], list[tuple[str, str]]]) -> None:
    nodes, edges = graph

    assert layout(nodes, edges) == layout(nodes, edges)


@given(graphs())
def test_without_cycles_everything_needed_stands_below(
    graph: tuple[list[str], list[tuple[str, str]]],
) -> None:
    nodes, edges = graph
    number = {node: i for i, node in enumerate(nodes)}
    down = [(a, b) for a, b in edges if number[a] < number[b]]

    places = layout(nodes, down)

    assert all(places[a][1] < places[b][1] for a, b in down)


def test_a_long_chain_stays_a_chain() -> None:
    nodes = [f"n{i}" for i in range(40)]
    edges = list(itertools.pairwise(nodes))

    places = layout(nodes, edges)

    assert len({x for x, _ in places.values()}) == 1
    assert [places[node][1] for node in nodes] == sorted(places[node][1] for node in nodes)


def test_things_that_all_need_each_other_become_a_block() -> None:
    nodes = [f"n{i}" for i in range(36)]
    edges = [(a, b) for a in nodes for b in nodes if a != b]

    places = layout(nodes, edges)

    width = max(x for x, _ in places.values()) - min(x for x, _ in places.values())
    height = max(y for _, y in places.values()) - min(y for _, y in places.values())
    assert 0.6 < width / height < 4


@pytest.mark.parametrize("seed", range(3))
def test_crossings_stay_few_at_300_services(seed: int) -> None:
    graph = service_graph(300, seed)

    assert crossings_per_edge(layout(graph.nodes, graph.edges), graph.edges) < 25


def test_previous_places_keep_left_and_right() -> None:
    nodes, edges = ["top", "a", "b", "c"], [("top", "a"), ("top", "b"), ("top", "c")]
    before = {"top": (0.0, 0.0), "c": (-300.0, 150.0), "b": (0.0, 150.0), "a": (300.0, 150.0)}

    places = layout(nodes, edges, previous=before)

    assert places["c"][0] < places["b"][0] < places["a"][0]
    assert abs(places["top"][0]) < CELL[0]


@given(graphs())
def test_new_nodes_are_placed_and_nothing_else_moves(
    graph: tuple[list[str], list[tuple[str, str]]],
) -> None:
    nodes, edges = graph
    old = layout(nodes[::2], edges)

    new = place_beside(nodes[1::2], edges, old, CELL)

    assert list(new) == nodes[1::2]
    assert overlapping({**old, **new}) == []


def test_a_new_provider_goes_below_what_needs_it() -> None:
    placed = {"shop": (0.0, 0.0), "web": (0.0, CELL[1])}

    (place,) = place_beside(["db"], [("web", "db")], placed, CELL).values()

    assert place == (0.0, 2 * CELL[1])


def test_wishes_on_free_ground_are_kept() -> None:
    assert free_slots([(0, 0), (500, 0)], [(0, 10)], CELL, CARD)[1] == (500, 0)


# What draws in another process, in place of dot.


def by_depth(graphs: Sequence[tuple[int, dot.Edges]]) -> list[list[Point]]:
    """Draw every node below all that lead to it."""
    drawn: list[list[Point]] = []
    for count, edges in graphs:
        depth = [0] * count
        for _ in range(count):
            for upper, lower in edges:
                depth[lower] = max(depth[lower], depth[upper] + 1)
        drawn.append([(float(node), float(depth[node])) for node in range(count)])
    return drawn


def never(graphs: Sequence[tuple[int, dot.Edges]]) -> list[list[Point]]:
    time.sleep(3_600)
    return []


def broken(graphs: Sequence[tuple[int, dot.Edges]]) -> list[list[Point]]:
    raise SystemExit(3)


@pytest.mark.parametrize("seed", [1, 2])
def test_a_finer_drawing_has_fewer_crossings(seed: int) -> None:
    graph = service_graph(60, seed)

    found = finer(graph.nodes, graph.edges, draw=by_depth)

    usual = layout(graph.nodes, graph.edges)
    if found is not None:
        assert list(found) == graph.nodes
        assert overlapping(found) == []
        assert crossings_per_edge(found, graph.edges) < crossings_per_edge(usual, graph.edges)


def test_dot_finds_fewer_crossings_at_300_services() -> None:
    pytest.importorskip("pygraphviz")
    graph = service_graph(300)

    found = finer(graph.nodes, graph.edges)

    assert found is not None
    assert overlapping(found) == []
    assert found == finer(graph.nodes, graph.edges)
    usual = layout(graph.nodes, graph.edges)
    assert crossings_per_edge(found, graph.edges) < crossings_per_edge(usual, graph.edges)


@pytest.mark.parametrize("draw", [never, broken])
def test_what_does_not_answer_is_stopped(draw: dot.Draw) -> None:
    assert dot.in_time(draw, [(2, [(0, 1)])], seconds=1.0 if draw is never else 30.0) is None
    assert multiprocessing.active_children() == []


def test_nobody_waits_for_what_is_cancelled() -> None:
    assert dot.in_time(never, [(2, [(0, 1)])], cancelled=lambda: True) is None
    assert multiprocessing.active_children() == []


def test_large_plans_are_never_drawn_by_dot() -> None:
    graph = service_graph(FINER + 1)
    assert finer(graph.nodes, graph.edges, draw=by_depth) is None
