"""The plan as arrays for kernels and as a networkx graph for questions of structure.

Both are taken from the plan value and kept with it. After an edit only the rows of changed
records are written again; what did not change is shared with the arrays of the plan before.
"""

from __future__ import annotations

import threading
from collections import deque
from typing import TYPE_CHECKING

from bcp_planner.analysis.arrays import Compiled
from bcp_planner.domain.plan import Plan

if TYPE_CHECKING:
    import networkx as nx

_recent: deque[Compiled] = deque(maxlen=4)
_graphs: deque[tuple[Compiled, nx.DiGraph[str]]] = deque(maxlen=2)
_lock = threading.RLock()


def compiled(plan: Plan) -> Compiled:
    """Return the plan as arrays, patched from those of a recent plan where possible."""
    with _lock:
        for kept in _recent:
            if kept.services is plan.services and kept.requirements is plan.requirements:
                return kept
        before = _recent[0] if _recent else None
        new = _compile(plan, before)
        _recent.appendleft(new)
        return new


def digraph(plan: Plan) -> nx.DiGraph[str]:
    """Return the plan as a networkx graph, for questions of structure; it cannot be changed.

    Nodes are service ids. An edge goes from dependant to provider and carries ``requirements``,
    the ids of the requirements between the two.
    """
    from bcp_planner.analysis.network import network

    arrays = compiled(plan)
    with _lock:
        for kept, graph in _graphs:
            same_services = kept.services.keys() == plan.services.keys()
            if same_services and kept.requirements is plan.requirements:
                return graph
        graph = network(arrays, _graphs[0] if _graphs else None)
        _graphs.appendleft((arrays, graph))
        return graph


def _compile(plan: Plan, before: Compiled | None) -> Compiled:
    from bcp_planner.analysis import patching

    if before is None:
        return patching.from_scratch(plan)
    return patching.patched(plan, before)
