"""Time and crossings of the layout."""

from __future__ import annotations

import statistics
from collections.abc import Iterator

from bcp_planner.analysis.layout import layout
from benchmarks.canvas.figures import Figure, spent
from benchmarks.graphs import crossings_per_edge, service_graph

_SIZES = (100, 300, 1_000, 10_000)
_TARGETS = {10_000: 500.0}
_CROSSINGS = {300: 25.0}


def figures() -> Iterator[Figure]:
    """Measure the layout at several sizes."""
    for count in _SIZES:
        graph = service_graph(count)
        places = layout(graph.nodes, graph.edges)
        taken = statistics.median(spent(lambda g=graph: layout(g.nodes, g.edges)) for _ in range(3))
        yield Figure(f"layout of {count:,}", taken, _TARGETS.get(count))
        crossings = crossings_per_edge(places, graph.edges)
        yield Figure(f"  crossings a requirement, {count:,}", crossings, _CROSSINGS.get(count), "")
