"""A graph of another program: nodes, edges and their attributes, before they become a plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from bcp_planner.domain.entities import Requirement, Service
from bcp_planner.interchange import guards, values
from bcp_planner.interchange.attributes import record_of
from bcp_planner.interchange.draft import LEAVE_OUT, NEEDS, Draft
from bcp_planner.interchange.kinds import kind_of

PART_OF = "Part of"
"""Attribute that names the group, cluster or container in which a node is drawn."""
_UNDIRECTED = "edge without direction"
_NAMES = ("label", "name", "title", "displayname", "bezeichnung")
_KINDS = ("kind", "type", "category", "class", "group_name", "shape")
_ABOUT = ("description", "note", "notes", "comment", "tooltip", "url")


@dataclass(slots=True)
class Node:
    """A node; ``own`` are fields of a service as our own export wrote them."""

    key: str
    attributes: dict[str, str] = field(default_factory=dict[str, str])
    position: tuple[float, float] | None = None
    own: dict[str, str] = field(default_factory=dict[str, str])
    kind: str = ""


@dataclass(slots=True)
class Edge:
    """An edge; ``own`` are fields of a requirement as our own export wrote them."""

    source: str
    target: str
    attributes: dict[str, str] = field(default_factory=dict[str, str])
    own: dict[str, str] = field(default_factory=dict[str, str])
    is_directed: bool = True
    more: tuple[str, ...] = ()
    """Further targets that the same statement names; together they are one requirement."""


@dataclass(slots=True)
class Graph:
    """Nodes and edges in the order of the file."""

    nodes: list[Node] = field(default_factory=list[Node])
    edges: list[Edge] = field(default_factory=list[Edge])


def add_graph(graph: Graph, draft: Draft, source: str) -> None:
    """Add a graph to a draft: the source of an edge needs its target.

    Raises:
        InputRefused: if attributes that our own export wrote were changed beyond reading.
    """
    problems: list[str] = []
    names: dict[str, str] = {}
    undirected = sum(1 for edge in graph.edges if not edge.is_directed)
    if undirected and draft.meaning(_UNDIRECTED, NEEDS) != LEAVE_OUT:
        draft.skip(f"{source} (note)", _said_of_undirected(undirected))
    for node in graph.nodes:
        names[node.key] = _add_node(node, draft, source, problems)
    together: dict[tuple[str, str], list[Edge]] = {}
    for number, edge in enumerate(graph.edges, start=1):
        if edge.own:
            dependant = names.get(edge.source, edge.source)
            together.setdefault((dependant, edge.own.get("id", str(number))), []).append(edge)
        else:
            _add_edge(edge, draft, source)
    for (dependant, _), edges in together.items():
        _add_own(dependant, edges, names, draft, source, problems)
    if problems:
        raise guards.refuse(source, "; ".join(problems[:3]))


def _said_of_undirected(count: int) -> str:
    what = "1 edge has" if count == 1 else f"{count:,} edges have"
    return f"{what} no direction; what stands first is taken to need what stands second"


def _add_node(node: Node, draft: Draft, source: str, problems: list[str]) -> str:
    place = f"{source}: node {node.key}"
    if node.key in draft:
        draft.skip(f"{place} (once more)", "joined with the node of the same identifier")
    if node.own:
        service = record_of(Service, {"id": node.key, **node.own}, place, problems)
        if service is not None:
            draft.own_service(service, place)
            return service.id
    lower = {key.casefold(): value for key, value in node.attributes.items() if value.strip()}
    word = next((values.one_line(lower[key]) for key in _KINDS if key in lower), "")
    name = next((values.without_markup(lower[key]) for key in _NAMES if key in lower), "")
    told = [values.text(lower[key]) for key in _ABOUT if key in lower]
    known = {*_NAMES, *_KINDS, *_ABOUT}
    told += [
        f"{k}: {v.strip()}"
        for k, v in node.attributes.items()
        if k.casefold() not in known and v.strip()
    ]
    draft.service(
        node.key,
        name,
        term=word,
        kind=node.kind or kind_of(word, kind_of(name)),
        place=place,
        description="\n".join(told),
        position=node.position,
    )
    return node.key


def _add_edge(edge: Edge, draft: Draft, source: str) -> None:
    lower = {key.casefold(): value for key, value in edge.attributes.items()}
    label = next((values.without_markup(lower[key]) for key in _NAMES if lower.get(key)), "")
    told = [
        f"{k}: {v.strip()}"
        for k, v in edge.attributes.items()
        if k.casefold() not in _NAMES and v.strip()
    ]
    line = f"{source}: edge {edge.source} → {edge.target}"
    for end in (edge.source, edge.target, *edge.more):
        if end not in draft:
            draft.skip(line, f"its end “{end}” is no node of the graph")
            return
    note = "\n".join([label, *told]).strip()
    word = "edge" if edge.is_directed else _UNDIRECTED
    if edge.more and draft.term("relation", word, NEEDS) == NEEDS:
        ends = (edge.target, *edge.more)
        draft.need(edge.source, ends, what=line, place=line, note=note)
        return
    for target in (edge.target, *edge.more):
        draft.relation(
            edge.source, target, term=word, means=NEEDS, what=line, place=line, note=note
        )


def _add_own(
    dependant: str,
    edges: list[Edge],
    names: Mapping[str, str],
    draft: Draft,
    source: str,
    problems: list[str],
) -> None:
    """Add edges that our own export made of one requirement."""
    providers = tuple(dict.fromkeys(names.get(edge.target, edge.target) for edge in edges))
    ends = {"dependant": "-", "providers": '["-"]'}
    place = f"{source}: edges of {dependant}"
    read = record_of(Requirement, {"id": "r", **edges[0].own, **ends}, place, problems)
    if read is not None:
        draft.own_requirement(replace(read, dependant=dependant, providers=providers), place)
