"""The orders among which there is a best one: all of them, as far as the sequence can matter.

With nobody short of people, the sequence matters only where a service can come before something
it needs: a requirement with recovery ``none``, a relaxed one, or one inside a finish loop. Seeing
more of its providers come back never makes a service worse: a provider later in the sequence
counts with its earliest loss and as not yet back. So whoever does not need each other in a circle
may come providers first, and only sequences inside circles remain to be tried.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import TYPE_CHECKING

from bcp_planner.analysis.arrays import NOT_NEEDED
from bcp_planner.analysis.task import RecoveryTask

if TYPE_CHECKING:
    import networkx as nx

TINY = 6
"""Services up to which every sequence is tried, with teams too."""

MOST_STEPS = 1_000_000
"""Services brought back in all orders together; more are not tried one after the other."""


def every_order(task: RecoveryTask) -> Iterator[list[int]] | None:
    """Return orders among which there is a best one, or None when there are too many.

    Some of them may break a rule and cannot be followed.

    Args:
        task: What is to be recovered, prepared.
    """
    if len(task) <= TINY:
        return map(list, itertools.permutations(range(len(task))))
    if _may_be_short(task):
        return None
    most, count = MOST_STEPS // len(task), 1
    choices: list[list[list[int]]] = []
    for circle in _circles(task):
        found = list(itertools.islice(_sequences(task, circle), most + 1))
        choices.append(found)
        count *= len(found)
        if count > most:
            return None
    return (list(itertools.chain.from_iterable(one)) for one in itertools.product(*choices))


def _may_be_short(task: RecoveryTask) -> bool:
    """Return whether a team with a limit works on anything."""
    limited = {key for key, team in task.plan.teams.items() if team.capacity is not None}
    return task.teams and any(limited & task.service(i).needs.keys() for i in range(len(task)))


def _circles(task: RecoveryTask) -> Iterator[set[int]]:
    """Yield services that need each other, and each other service alone, providers first."""
    import networkx as nx

    graph: nx.DiGraph[int] = nx.DiGraph()
    graph.add_nodes_from(range(len(task)))
    graph.add_edges_from((p, wait.dependant) for wait in task.waits for p in wait.providers)
    whole = nx.condensation(graph)
    for circle in nx.lexicographical_topological_sort(whole):
        yield whole.nodes[circle]["members"]


def _sequences(task: RecoveryTask, circle: set[int]) -> Iterator[list[int]]:
    """Yield the sequences of a circle that keep to what must come first in any case."""
    import networkx as nx

    firm: nx.DiGraph[int] = nx.DiGraph()
    firm.add_nodes_from(sorted(circle))
    for wait in task.waits:
        together = task.loop[wait.dependant] >= 0
        if wait.relation == NOT_NEEDED or wait.needed < len(wait.providers):
            continue
        for provider in wait.providers:
            same_loop = together and task.loop[provider] == task.loop[wait.dependant]
            if {provider, wait.dependant} <= circle and not same_loop:
                firm.add_edge(provider, wait.dependant)
    return iter(nx.all_topological_sorts(firm))
