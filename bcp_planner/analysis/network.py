"""The plan as a networkx graph, made once and patched from the graph of the plan before."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeAlias, cast

import networkx as nx

from bcp_planner.analysis.arrays import Compiled
from bcp_planner.analysis.patching import Run, runs
from bcp_planner.domain.entities import Requirement

Graph: TypeAlias = "nx.DiGraph[str]"
_Rows: TypeAlias = dict[str, dict[str, dict[str, Any]]]

_MOST_RUNS = 400
"""With more changed stretches than this a new graph is quicker than a patched one."""


def network(arrays: Compiled, known: tuple[Compiled, Graph] | None) -> Graph:
    """Return the graph of a plan, sharing the unchanged rows of a known graph."""
    if known is not None:
        changes = runs(known[0].requirement_records, arrays.requirement_records)
        if len(changes) <= _MOST_RUNS:
            return _frozen(_patched(arrays, *known, changes))
    graph: Graph = nx.DiGraph()
    graph.add_nodes_from(arrays.services)
    graph.add_edges_from(_edges(arrays.requirement_records))
    return _frozen(graph)


def _frozen(graph: Graph) -> Graph:
    nx.freeze(graph)  # pyright: ignore[reportUnknownMemberType]
    return graph


def _edges(requirements: Iterable[Requirement]) -> list[tuple[str, str, dict[str, Any]]]:
    between: dict[tuple[str, str], tuple[str, ...]] = {}
    for requirement in requirements:
        for provider in requirement.providers:
            pair = requirement.dependant, provider
            between[pair] = (*between.get(pair, ()), requirement.id)
    return [(*pair, {"requirements": names}) for pair, names in between.items()]


def _patched(arrays: Compiled, before: Compiled, old: Graph, changes: list[Run]) -> Graph:
    """Return a graph that shares all rows but those of services whose requirements changed.

    networkx keeps a graph as dictionaries of rows; a row that changes is copied first, so the
    old graph stays as it was.
    """
    graph: Graph = nx.DiGraph()
    nodes, after, ahead = cast("tuple[Any, _Rows, _Rows]", _rows(graph))
    old_nodes, old_after, old_ahead = cast("tuple[Any, _Rows, _Rows]", _rows(old))
    if list(arrays.services) == list(before.services):
        for rows, old_rows in ((nodes, old_nodes), (after, old_after), (ahead, old_ahead)):
            rows.update(old_rows)
    else:
        for service in arrays.services:
            nodes[service] = {}
            after[service] = old_after.get(service, {})
            ahead[service] = old_ahead.get(service, {})
    touched = _touched(arrays, before, changes)
    for dependant in touched & before.services.keys():
        for provider in old_after[dependant]:
            if provider in ahead:
                ahead[provider] = {k: v for k, v in ahead[provider].items() if k != dependant}
    for dependant in touched & arrays.services.keys():
        after[dependant] = {}
    structure = arrays.structure
    first, own = structure.own
    mine: list[Requirement] = []
    for number in sorted(structure.index[s] for s in touched & arrays.services.keys()):
        numbers: list[int] = own[first[number] : first[number + 1]].tolist()
        mine.extend(arrays.requirement_records[requirement] for requirement in numbers)
    for dependant, provider, data in _edges(mine):
        after[dependant][provider] = data
        ahead[provider] = {**ahead[provider], dependant: data}
    return graph


def _rows(graph: Graph) -> tuple[object, object, object]:
    """Return the dictionaries that a graph consists of: nodes, successors, predecessors."""
    return graph._node, graph._adj, graph._pred  # pyright: ignore  # noqa: SLF001


def _touched(arrays: Compiled, before: Compiled, changes: list[Run]) -> set[str]:
    """Return the dependants of requirements that came, went or changed."""
    gone: list[int] = []
    place = 0
    for start, length in sorted((run.old, run.length) for run in changes if run.old is not None):
        gone.extend(range(place, start))
        place = max(place, start + length)
    gone.extend(range(place, len(before.requirement_records)))
    fresh = [
        record
        for run in changes
        if run.old is None
        for record in arrays.requirement_records[run.new : run.new + run.length]
    ]
    return {before.requirement_records[place].dependant for place in gone} | {
        record.dependant for record in fresh
    }
