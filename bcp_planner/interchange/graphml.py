"""GraphML (also yEd's): nodes, edges and their attributes, both ways."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from bcp_planner.domain.entities import Requirement, Service
from bcp_planner.domain.fields import fields_of
from bcp_planner.domain.plan import Plan
from bcp_planner.interchange import guards, values
from bcp_planner.interchange.attributes import attributes_of, escaped, unescaped
from bcp_planner.interchange.draft import Draft, Wishes
from bcp_planner.interchange.graph import PART_OF, Edge, Graph, Node, add_graph
from bcp_planner.interchange.incoming import Incoming
from bcp_planner.interchange.sources import Source
from bcp_planner.interchange.xml_names import children, first, inside, local, words

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_SPACE = "http://graphml.graphdrawing.org/xmlns"
_OWN = "bcp."
_LEFT_OUT = ("dependant", "providers", "position")


def read(sources: Sequence[Source], wishes: Wishes) -> Incoming:
    """Return the nodes and edges of GraphML files.

    Raises:
        InputRefused: if a file is no GraphML.
    """
    draft = Draft(wishes)
    for source in sources:
        add_graph(_named(_graphml(source, draft)), draft, source.name)
    return draft.finished()


def _graphml(source: Source, draft: Draft) -> Graph:
    """Return the graph of a file; the XML is let go with the end of the function."""
    root = guards.xml_root(source.content, source.name)
    if local(root.tag) != "graphml":
        raise guards.refuse(source.name, "it is no GraphML")
    keys = _Keys({key.get("id", ""): key for key in inside(root, "key")})
    for sort in ("node", "edge"):
        if len(keys.usual(sort)) > guards.MOST_DEFAULTS:
            why = f"more than {guards.MOST_DEFAULTS} attributes have a default; these are left out"
            draft.skip(f"{source.name}: defaults of {sort}s", why)
    graph = Graph()
    for part in children(root, "graph"):
        _read_graph(part, keys, graph, draft, source.name)
    return graph


class _Keys:
    """The attributes that a file declares, with what they are where nothing else is said."""

    def __init__(self, elements: Mapping[str, Element]) -> None:
        self._elements = elements
        self._usual: dict[str, dict[str, str]] = {}

    def title(self, key: str) -> str:
        """Return the name of an attribute."""
        about = self._elements.get(key)
        return (about.get("attr.name") if about is not None else None) or key

    def usual(self, sort: str) -> Mapping[str, str]:
        """Return all defaults of nodes or of edges, by name."""
        if sort not in self._usual:
            self._usual[sort] = {
                key.get("attr.name") or own: values.text(words(default))
                for own, key in self._elements.items()
                if key.get("for", "all") in {sort, "all"}
                and (default := first(key, "default")) is not None
            }
        return self._usual[sort]

    def filled(self, sort: str, told: dict[str, str]) -> dict[str, str]:
        """Return attributes with the defaults of those that are missing."""
        usual = self.usual(sort)
        return {**usual, **told} if 0 < len(usual) <= guards.MOST_DEFAULTS else told


def _named(graph: Graph) -> Graph:
    """Give nodes of our own export the ids of their services."""
    names = {n.key: unescaped(n.own["id"]) for n in graph.nodes if "id" in n.own}
    for node in graph.nodes:
        node.key = names.get(node.key, node.key)
    for edge in graph.edges:
        edge.source = names.get(edge.source, edge.source)
        edge.target = names.get(edge.target, edge.target)
    return graph


def _read_graph(
    element: Element,
    keys: _Keys,
    graph: Graph,
    draft: Draft,
    source: str,
    group: str = "",
) -> None:
    directed = element.get("edgedefault") != "undirected"
    for child in element:
        name = local(child.tag)
        if name == "node":
            node = _node(child, keys)
            graph.nodes.append(node)
            if group and not node.own:
                node.attributes[PART_OF] = group
            name = node.attributes.get("label", "") or node.key
            for inner in children(child, "graph"):
                _read_graph(inner, keys, graph, draft, source, name)
        elif name == "edge":
            graph.edges.append(_edge(child, keys, directed=directed))
        elif name == "hyperedge":
            draft.skip(
                f"{source}: hyperedge {child.get('id', '')}", "only edges of two ends are read"
            )


def _data(element: Element, keys: _Keys) -> Iterator[tuple[str, str, Element]]:
    """Yield key, title and element of each attribute."""
    for data in children(element, "data"):
        key = data.get("key", "")
        yield key, keys.title(key), data


def _node(element: Element, keys: _Keys) -> Node:
    node = Node(values.clean_id(element.get("id")))
    drawn: dict[str, float] = {}
    for key, title, data in _data(element, keys):
        if key.startswith(_OWN):
            node.own[key.removeprefix(_OWN)] = words(data)
        elif len(data):
            _read_yed(data, node)
        elif title.casefold() in {"x", "y"} and values.number(data.text) is not None:
            drawn[title.casefold()] = values.number(data.text) or 0.0
        else:
            node.attributes[title] = values.text(data.text)
    if len(drawn) == 2:  # noqa: PLR2004
        node.position = (drawn["x"], drawn["y"])
    if not node.own:
        node.attributes = keys.filled("node", node.attributes)
    return node


def _read_yed(data: Element, node: Node) -> None:
    """Take label and place from the drawing that yEd keeps with a node."""
    label = next(inside(data, "NodeLabel"), None)
    if label is not None and words(label).strip():
        node.attributes.setdefault("label", " ".join(words(label).split()))
    shape = next(inside(data, "Geometry"), None)
    if shape is not None:
        x, y, width, height = (
            values.number(shape.get(name)) or 0.0 for name in ("x", "y", "width", "height")
        )
        node.position = (x + width / 2, y + height / 2)


def _edge(element: Element, keys: _Keys, *, directed: bool) -> Edge:
    own_direction = element.get("directed")
    edge = Edge(
        values.clean_id(element.get("source")),
        values.clean_id(element.get("target")),
        is_directed=directed if own_direction is None else own_direction == "true",
    )
    for key, title, data in _data(element, keys):
        if key.startswith(_OWN):
            edge.own[key.removeprefix(_OWN)] = words(data)
        elif len(data):
            label = next(inside(data, "EdgeLabel"), None)
            if label is not None and words(label).strip():
                edge.attributes.setdefault("label", " ".join(words(label).split()))
        else:
            edge.attributes[title] = values.text(data.text)
    if not edge.own:
        edge.attributes = keys.filled("edge", edge.attributes)
    return edge


def read_gexf(sources: Sequence[Source], wishes: Wishes) -> Incoming:
    """Return the nodes and edges of GEXF files.

    Raises:
        InputRefused: if a file is no GEXF.
    """
    draft = Draft(wishes)
    for source in sources:
        add_graph(_gexf(source), draft, source.name)
    return draft.finished()


def _gexf(source: Source) -> Graph:
    """Return the graph of a file; the XML is let go with the end of the function."""
    root = guards.xml_root(source.content, source.name)
    if local(root.tag) != "gexf":
        raise guards.refuse(source.name, "it is no GEXF")
    part = first(root, "graph")
    graph = Graph()
    if part is not None:
        _read_gexf(part, graph)
    return graph


def _read_gexf(part: Element, graph: Graph) -> None:
    directed = part.get("defaultedgetype") == "directed"
    titles = {
        (group.get("class", ""), item.get("id", "")): item.get("title", "")
        for group in inside(part, "attributes")
        for item in children(group, "attribute")
    }
    defaults = [
        ((group.get("class", ""), item.get("title", "")), values.text(words(default)))
        for group in inside(part, "attributes")
        for item in children(group, "attribute")
        if (default := first(item, "default")) is not None
    ]
    usual = dict(defaults[: guards.MOST_DEFAULTS])
    labels = {one.get("id"): one.get("label") or one.get("id", "") for one in inside(part, "node")}
    above = {
        child.get("id"): element.get("id")
        for element in inside(part, "node")
        for nodes in children(element, "nodes")
        for child in children(nodes, "node")
    }
    for element in inside(part, "node"):
        node = Node(values.clean_id(element.get("id")))
        node.attributes = _gexf_values(element, "node", titles, usual)
        group = element.get("pid") or above.get(element.get("id"))
        if group in labels:
            node.attributes[PART_OF] = labels[group]
        if element.get("label"):
            node.attributes["label"] = element.get("label", "")
        place = first(element, "position")
        if place is not None:
            x, y = values.number(place.get("x")), values.number(place.get("y"))
            # GEXF counts upwards, our canvas downwards.
            node.position = (x, -y) if x is not None and y is not None else None
        graph.nodes.append(node)
    for element in inside(part, "edge"):
        kind = element.get("type")
        edge = Edge(
            values.clean_id(element.get("source")),
            values.clean_id(element.get("target")),
            _gexf_values(element, "edge", titles, usual),
            is_directed=directed if kind is None else kind == "directed",
        )
        if element.get("label"):
            edge.attributes["label"] = element.get("label", "")
        graph.edges.append(edge)


def _gexf_values(
    element: Element,
    sort: str,
    titles: Mapping[tuple[str, str], str],
    usual: Mapping[tuple[str, str], str],
) -> dict[str, str]:
    found = {title: value for (kind, title), value in usual.items() if kind == sort}
    found |= {name: value for name in ("kind", "weight") if (value := element.get(name))}
    for group in children(element, "attvalues"):
        for item in children(group, "attvalue"):
            key = item.get("for") or item.get("id") or ""
            found[titles.get((sort, key)) or key] = item.get("value", "")
    return found


def write(plan: Plan) -> bytes:
    """Return services and requirements as GraphML; an edge goes from dependant to provider.

    A requirement with several providers becomes several edges with the same ``id`` attribute.
    Reading gives the same services and requirements; other lists of the plan are not in it.
    """
    from xml.etree.ElementTree import Element, ElementTree, SubElement, indent, register_namespace

    register_namespace("", _SPACE)
    root = Element(f"{{{_SPACE}}}graphml")
    _write_keys(root)
    graph = SubElement(root, f"{{{_SPACE}}}graph", {"id": "plan", "edgedefault": "directed"})
    ids = {service: f"n{number}" for number, service in enumerate(plan.services)}
    for service in plan.services.values():
        node = SubElement(graph, f"{{{_SPACE}}}node", {"id": ids[service.id]})
        _write_data(node, "label", escaped(service.title))
        if service.position is not None:
            for axis, value in zip("xy", service.position, strict=True):
                _write_data(node, axis, repr(value))
        for name, value in attributes_of(service).items():
            _write_data(node, _OWN + name, value)
    number = 0
    for requirement in plan.requirements.values():
        told = attributes_of(requirement)
        for provider in requirement.providers:
            number += 1
            ends = {"source": ids[requirement.dependant], "target": ids[provider]}
            edge = SubElement(graph, f"{{{_SPACE}}}edge", {"id": f"e{number}", **ends})
            for name, value in told.items():
                if name not in _LEFT_OUT:
                    _write_data(edge, _OWN + name, value)
    indent(root)
    content = io.BytesIO()
    ElementTree(root).write(content, encoding="utf-8", xml_declaration=True)
    return content.getvalue()


def _write_keys(root: Element) -> None:
    from xml.etree.ElementTree import SubElement

    for name, kind in (("label", "string"), ("x", "double"), ("y", "double")):
        told = {"id": name, "for": "node", "attr.name": name, "attr.type": kind}
        SubElement(root, f"{{{_SPACE}}}key", told)
    names = dict.fromkeys([*fields_of(Service), *fields_of(Requirement)])
    for name in names:
        if name not in _LEFT_OUT[:2]:
            told = {"id": _OWN + name, "for": "all", "attr.name": name, "attr.type": "string"}
            SubElement(root, f"{{{_SPACE}}}key", told)


def _write_data(parent: Element, key: str, value: str) -> None:
    from xml.etree.ElementTree import SubElement

    SubElement(parent, f"{{{_SPACE}}}data", {"key": key}).text = value
