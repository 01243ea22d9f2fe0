"""Graphs as JSON: lists of nodes and of edges under the names that programs give them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from bcp_planner.interchange import guards, values
from bcp_planner.interchange.draft import Draft, Wishes
from bcp_planner.interchange.graph import Edge, Graph, Node, add_graph
from bcp_planner.interchange.incoming import Incoming
from bcp_planner.interchange.sources import Source

NODE_LISTS = ("nodes", "vertices", "services", "external_entities", "elements", "components")
EDGE_LISTS = ("edges", "links", "information_flows", "relationships", "relations", "dependencies")
_KEYS = ("id", "key", "name", "label", "uuid", "simple_name")
_SOURCES = ("source", "from", "sender", "src", "tail", "start")
_TARGETS = ("target", "to", "receiver", "dst", "head", "end")


def read(sources: Sequence[Source], wishes: Wishes) -> Incoming:
    """Return the nodes and edges of JSON graphs.

    Raises:
        InputRefused: if a file is not JSON or holds no list of nodes.
    """
    draft = Draft(wishes)
    for source in sources:
        top = values.mapping(guards.json_value(source.content, source.name))
        top = values.mapping(top.get("graph")) or top
        if not any(isinstance(top.get(name), list) for name in NODE_LISTS):
            raise guards.refuse(source.name, "it is no list of nodes and edges")
        add_graph(_graph(top, draft, source.name), draft, source.name)
    return draft.finished()


def _graph(top: Mapping[str, object], draft: Draft, source: str) -> Graph:
    graph = Graph()
    by_place: dict[str, str] = {}
    for name in NODE_LISTS:
        for number, raw in enumerate(values.items(top.get(name))):
            node = _node(raw, name)
            if node is None:
                draft.skip(f"{source}: {name}[{number}]", "it has neither id nor name")
                continue
            by_place.setdefault(str(number), node.key)
            graph.nodes.append(node)
    keys = {node.key for node in graph.nodes}
    for name in EDGE_LISTS:
        for number, raw in enumerate(values.mappings(top.get(name))):
            ends = [_found(raw, words) for words in (_SOURCES, _TARGETS)]
            if not all(ends):
                draft.skip(f"{source}: {name}[{number}]", "it does not name both of its ends")
                continue
            # Some programs name ends by their place in the list of nodes.
            origin, target = (e if e in keys else by_place.get(e, e) for e in ends)
            told = _told(raw, (*_SOURCES, *_TARGETS))
            graph.edges.append(Edge(origin, target, told))
    return graph


def _node(raw: object, list_name: str) -> Node | None:
    if not values.is_mapping(raw):
        key = values.clean_id(raw)
        return Node(key) if key else None
    item = values.mapping(raw)
    data = values.mapping(item.get("data")) or item
    key = _found(data, _KEYS)
    if not key:
        return None
    node = Node(key, _told(data, ("id", "key", "svg_id", "group", "definition", "def")))
    if list_name == "external_entities":
        node.kind = "supplier"
    x, y = values.number(data.get("x")), values.number(data.get("y"))
    if x is not None and y is not None:
        node.position = (x, y)
    return node


def _found(item: Mapping[str, object], words: Sequence[str]) -> str:
    for word in words:
        raw = item.get(word)
        key = values.clean_id(values.mapping(raw).get("id") if values.is_mapping(raw) else raw)
        if key:
            return key
    return ""


def _told(item: Mapping[str, object], without: Sequence[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, raw in item.items():
        if name in without or raw in (None, "", [], {}):
            continue
        parts = values.items(raw)
        if parts and all(isinstance(part, str | int) for part in parts):
            found[name] = ", ".join(values.texts(parts))
        elif values.is_mapping(raw) or values.is_list(raw):
            found[name] = values.text(json.dumps(raw, ensure_ascii=False))[:2000]
        else:
            found[name] = values.text(raw)
    return found
