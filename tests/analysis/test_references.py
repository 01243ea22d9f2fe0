"""Real dependency graphs with answers that other programs computed."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import networkx as nx
import pytest

from bcp_planner.analysis.graph import digraph
from bcp_planner.analysis.impact import going_down, impact
from bcp_planner.analysis.singles import blast_sizes, single_point_counts
from bcp_planner.domain.plan import Plan
from bcp_planner.interchange.plan_json import read_plan
from tests.builders import scenario

DEBIAN = Path(__file__).parents[3] / "shared/data/service-graphs/debian"
pytestmark = pytest.mark.skipif(not DEBIAN.exists(), reason="reference data is not here")


@pytest.fixture(scope="module")
def mailstack() -> Plan:
    return read_plan(DEBIAN / "mailstack-plan.json")


def test_blast_radius_of_every_package(mailstack: Plan) -> None:
    roots = json.loads((DEBIAN / "reference-debian.json").read_text())["mailstack"]["roots"]
    sizes = blast_sizes(mailstack)
    with (DEBIAN / "mailstack-reference-blast.csv").open(encoding="utf-8") as file:
        expected = list(csv.DictReader(file))

    assert len(expected) == len(mailstack.services)
    for row in expected:
        package = row["failed_node"]
        found = impact(mailstack, scenario(package))
        lost = set(going_down(found.services))
        others = [root for root in roots if root in lost]
        assert len(lost) == int(row["blast_radius_including_itself"])
        assert sizes[package] == found.taken_down == len(lost) - 1
        assert sorted(others) == sorted(filter(None, row["roots_lost"].split("|")))


def test_single_points_of_failure_and_cycles(mailstack: Plan) -> None:
    expected = json.loads((DEBIAN / "reference-debian.json").read_text())["mailstack"]
    counts = single_point_counts(mailstack)
    hard = {r.id for r in mailstack.requirements.values() if r.strength == "hard"}
    graph = digraph(mailstack)
    edges = [(a, b) for a, b, names in graph.edges(data="requirements") if hard & {*names}]
    components = nx.strongly_connected_components(graph.edge_subgraph(edges))
    cycles = [members for members in components if len(members) > 1]

    assert {root: counts[root] for root in expected["roots"]} == expected[
        "single_points_of_failure_per_root"
    ]
    assert len(cycles) == expected["cycles_scc_gt1"]
    assert max(map(len, cycles)) == expected["largest_scc"]
