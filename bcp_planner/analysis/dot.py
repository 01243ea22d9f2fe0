"""Where Graphviz dot would draw services, where that extra is installed.

It runs in a process of its own with a deadline: on some graphs it computes for minutes, and it
cannot be interrupted from within.
"""

from __future__ import annotations

import importlib
import importlib.util
import time
from collections.abc import Callable, Sequence
from contextlib import suppress

from bcp_planner.analysis.placement import Point
from bcp_planner.domain.child_process import Pipe, child

Edges = Sequence[tuple[int, int]]
"""Pairs of node numbers: from the upper node to the lower one."""
Draw = Callable[[Sequence[tuple[int, Edges]]], Sequence[Sequence[Point]]]
"""Gives for each graph (number of nodes, edges) the centre of each node; y grows downwards."""

SECONDS = 5.0
"""How long dot may take."""
_LOOK = 0.05
"""Seconds between two looks at the cancel button."""
_CARD = (2.8, 1.0)
"""Width and height of a card in inches; only their relation to the gaps matters."""


def available() -> bool:
    """Return whether dot is installed."""
    return importlib.util.find_spec("pygraphviz") is not None


def in_time(
    draw: Draw,
    graphs: Sequence[tuple[int, Edges]],
    *,
    seconds: float = SECONDS,
    cancelled: Callable[[], bool] = lambda: False,
) -> Sequence[Sequence[Point]] | None:
    """Draw graphs in another process; None if that fails, is cancelled, or takes too long.

    Args:
        draw: `drawn`, or another function of a module that does the same.
        graphs: Number of nodes and edges of each.
        seconds: The deadline; the process does not live on after it.
        cancelled: Whether nobody waits for it any more.
    """
    stop = time.monotonic() + seconds
    with suppress(EOFError, OSError), child(_answer, draw, graphs) as pipe:
        while not cancelled() and time.monotonic() < stop:
            if pipe.poll(_LOOK):
                return pipe.recv()
    return None


def drawn(graphs: Sequence[tuple[int, Edges]]) -> Sequence[Sequence[Point]]:
    """Draw graphs by dot, in this process."""
    return [_drawn(count, edges) for count, edges in graphs]


def _answer(draw: Draw, graphs: Sequence[tuple[int, Edges]], pipe: Pipe) -> None:
    pipe.send(draw(graphs))
    pipe.close()


def _drawn(count: int, edges: Edges) -> Sequence[Point]:
    graph = importlib.import_module("pygraphviz").AGraph(directed=True)
    graph.graph_attr.update(nodesep="0.4", ranksep="1.1", splines="false")
    width, height = _CARD
    graph.node_attr.update(shape="box", fixedsize="true", width=width, height=height, label="")
    graph.add_nodes_from(range(count))
    graph.add_edges_from(edges)
    graph.layout(prog="dot")
    places = (graph.get_node(node).attr["pos"].split(",") for node in range(count))
    return [(float(x), -float(y)) for x, y in places]
