"""Graphviz DOT, both ways, with Terraform's graph as a special case of it.

The language is small; a general parser library took 26 s for 5,000 edges where this takes a
fraction of a second, so it is read here: tokens first, then statements, without recursion.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bcp_planner.domain.plan import Plan
from bcp_planner.interchange import guards, values
from bcp_planner.interchange.attributes import attributes_of, unescaped
from bcp_planner.interchange.draft import Draft, Wishes
from bcp_planner.interchange.graph import PART_OF, Edge, Graph, Node, add_graph
from bcp_planner.interchange.incoming import Incoming
from bcp_planner.interchange.sources import Source

_TOKEN = re.compile(
    r"""(?P<space>\s+|//[^\n]*|/\*.*?\*/|\#[^\n]*)
      |(?P<arrow>->|--)
      |(?P<mark>[{}\[\];,=:])
      |(?P<quoted>"(?:\\.|[^"\\])*+")
      |(?P<html><)
      |(?P<plus>\+)
      |(?P<word>-?(?:\.\d+|\d+(?:\.\d*)?)|[A-Za-z_\u0080-\U0010ffff][\w]*)""",
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)
_PORT = re.compile(r"<[^<>]*>")
_OWN = "bcp_"
_LOOKS = frozenset(
    [
        "color",
        "fillcolor",
        "style",
        "fontsize",
        "fontname",
        "fontcolor",
        "width",
        "height",
        "penwidth",
        "arrowhead",
        "arrowsize",
        "arrowtail",
        "weight",
        "rank",
        "rankdir",
        "margin",
        "fixedsize",
        "regular",
        "peripheries",
        "constraint",
        "id",
        "pos",
        "lp",
        "bb",
        "minlen",
        "samehead",
        "sametail",
        "dir",
        "headport",
        "tailport",
        "len",
        "layer",
    ]
)
_LARGEST = 4_000_000
_MOST_EDGES = 200_000


@dataclass(slots=True)
class _Level:
    """An open subgraph: the defaults that hold in it and the nodes it has named."""

    node_defaults: dict[str, str]
    edge_defaults: dict[str, str]
    members: dict[str, None] = field(default_factory=dict[str, None])
    ends: list[list[str]] = field(default_factory=list[list[str]])
    label: str = ""


def read(sources: Sequence[Source], wishes: Wishes) -> Incoming:
    """Return the nodes and edges of DOT files.

    Raises:
        InputRefused: if a file is not DOT; the sentence names the line.
    """
    draft = Draft(wishes)
    for source in sources:
        guards.check_size(source.content, _LARGEST, source.name)
        text = guards.decoded(source.content, source.name)
        graph = _Parser(text, source.name).graph()
        _tidy_terraform(graph, draft, source.name)
        add_graph(graph, draft, source.name)
    return draft.finished()


def _tokens(text: str, source: str) -> Iterator[tuple[str, str, int]]:
    """Yield kind, text and position of each token; quoted texts are joined and unquoted."""
    position = 0
    while position < len(text):
        match = _TOKEN.match(text, position)
        if match is None:
            raise _wrong(text, position, source)
        kind, token, start = match.lastgroup or "", match.group(), position
        position = match.end()
        if kind == "html":
            position = _end_of_html(text, position, source)
            yield "word", values.without_markup(text[start + 1 : position - 1]), start
        elif kind == "quoted":
            yield (
                "word",
                re.sub(r'\\(\n|")', lambda m: "" if m[1] == "\n" else m[1], token[1:-1]),
                start,
            )
        elif kind != "space":
            yield kind, token, start


def _end_of_html(text: str, position: int, source: str) -> int:
    depth = 1
    for match in re.compile(r"[<>]").finditer(text, position):
        depth += 1 if match.group() == "<" else -1
        if depth == 0:
            return match.end()
    raise _wrong(text, position, source)


def _wrong(text: str, position: int, source: str) -> Exception:
    line = text.count("\n", 0, position) + 1
    return guards.refuse(source, f"not DOT at line {line}; export it again")


class _Parser:
    """Reads one file; ``graph`` says what was in it."""

    def __init__(self, text: str, source: str) -> None:
        self._text = text
        self._source = source
        self._tokens = [*_joined(_tokens(text, source)), ("end", "", len(text))]
        self._at = 0
        self._nodes: dict[str, Node] = {}
        self._edges: list[Edge] = []
        self._levels: list[_Level] = []
        self._directed = True
        self._strict = False
        self._told: set[tuple[str, str]] = set()

    def graph(self) -> Graph:
        """Return nodes and edges in order.

        Raises:
            InputRefused: if it is no DOT.
        """
        self._read_one()
        while self._kind() != "end":
            self._read_one()
        names = {n.key: unescaped(n.own["id"]) for n in self._nodes.values() if "id" in n.own}
        for node in self._nodes.values():
            node.key = names.get(node.key, node.key)
        for edge in self._edges:
            edge.source = names.get(edge.source, edge.source)
            edge.target = names.get(edge.target, edge.target)
            edge.more = tuple(names.get(end, end) for end in edge.more)
        return Graph(list(self._nodes.values()), self._edges)

    def _read_one(self) -> None:
        """Read one graph; a file may hold several."""
        self._strict = self._take_word("strict")
        self._directed = not self._take_word("graph")
        if self._directed and not self._take_word("digraph"):
            raise self._refusal()
        if self._kind() == "word":
            self._at += 1
        self._expect("{")
        self._levels.append(_Level({}, {}))
        while self._levels:
            self._statement()

    def _statement(self) -> None:
        if self._take(";") or self._take(","):
            return
        if self._take("}"):
            self._close()
        elif self._take("{"):
            self._open()
        elif self._kind() != "word":
            raise self._refusal()
        elif self._take_word("subgraph"):
            if self._kind() == "word":
                self._at += 1
            if self._take("{"):
                self._open()
        elif self._peek().lower() in {"graph", "node", "edge"} and self._peek(1) == "[":
            self._defaults(self._next().lower())
        elif self._peek(1) == "=":
            self._setting()
        else:
            self._chain([self._node_name()])

    def _setting(self) -> None:
        """Take ``name = value``; only the label of a subgraph says something to us."""
        last = len(self._tokens) - 1
        name, value = self._tokens[self._at][1], self._tokens[min(self._at + 2, last)][1]
        self._at = min(self._at + 3, last)
        if name == "label":
            self._levels[-1].label = _lines(value)

    def _open(self) -> None:
        if len(self._levels) > guards.DEEPEST:
            raise guards.refuse(self._source, f"nested more than {guards.DEEPEST} levels deep")
        above = self._levels[-1]
        self._levels.append(_Level({**above.node_defaults}, {**above.edge_defaults}))

    def _close(self) -> None:
        closed = self._levels.pop()
        if not self._levels:
            return
        level = self._levels[-1]
        for name in closed.members if closed.label else ():
            self._nodes[name].attributes.setdefault(PART_OF, closed.label)
        level.members.update(closed.members)
        self._chain(list(closed.members))

    def _chain(self, ends: list[str]) -> None:
        """Go on after a node or a subgraph: further arrows, then attributes."""
        level = self._levels[-1]
        level.ends.append(ends)
        while self._kind() == "arrow":
            self._at += 1
            if self._take_word("subgraph") and self._kind() == "word":
                self._at += 1
            if self._take("{"):
                self._open()
                return
            level.ends.append([self._node_name()])
        self._finish_chain(level)

    def _finish_chain(self, level: _Level) -> None:
        attributes = self._attributes() if self._peek() == "[" else {}
        chain, level.ends = level.ends, []
        if len(chain) == 1:
            for name in chain[0] if attributes else ():
                self._describe(self._nodes[name], attributes)
        for tails, heads in itertools.pairwise(chain):
            for tail in tails if heads else ():
                self._join(tail, heads, {**level.edge_defaults, **attributes})

    def _join(self, tail: str, heads: Sequence[str], attributes: Mapping[str, str]) -> None:
        if self._strict:
            heads = [head for head in heads if (tail, head) not in self._told]
            self._told.update((tail, head) for head in heads)
        if not heads:
            return
        if len(self._edges) >= _MOST_EDGES:
            raise guards.refuse(self._source, "more edges than can be read")
        edge = Edge(tail, heads[0], is_directed=self._directed, more=tuple(heads[1:]))
        edge.own = {
            k.removeprefix(_OWN): _own(v) for k, v in attributes.items() if k.startswith(_OWN)
        }
        edge.attributes = {
            k: v for k, v in attributes.items() if k not in _LOOKS and not k.startswith(_OWN)
        }
        self._edges.append(edge)

    def _node_name(self) -> str:
        if self._kind() != "word":
            raise self._refusal()
        name = self._next()
        for _ in range(2):
            if self._take(":") and self._kind() == "word":
                self._at += 1
        key = values.clean_id(name) or "unnamed"
        level = self._levels[-1]
        level.members[key] = None
        if key not in self._nodes:
            self._nodes[key] = Node(key)
            self._describe(self._nodes[key], level.node_defaults)
        return key

    def _describe(self, node: Node, attributes: Mapping[str, str]) -> None:
        for name, value in attributes.items():
            if name.startswith(_OWN):
                node.own[name.removeprefix(_OWN)] = _own(value)
            elif name == "pos":
                x, _, y = value.rstrip("!").partition(",")
                numbers = values.number(x), values.number(y)
                if numbers[0] is not None and numbers[1] is not None:
                    node.position = (numbers[0], -numbers[1])
            elif name == "label":
                is_record = "record" in attributes.get("shape", "").lower()
                node.attributes["label"] = _lines(_fields(value) if is_record else value)
            elif name not in _LOOKS:
                node.attributes[name] = value

    def _defaults(self, sort: str) -> None:
        attributes = self._attributes()
        level = self._levels[-1]
        kept = {k: v for k, v in attributes.items() if k != "label"}
        if sort == "node":
            level.node_defaults.update({k: v for k, v in kept.items() if k != "shape"})
        elif sort == "edge":
            level.edge_defaults.update(kept)
        elif "label" in attributes:
            level.label = _lines(attributes["label"])

    def _attributes(self) -> dict[str, str]:
        found: dict[str, str] = {}
        while self._take("["):
            while not self._take("]"):
                if self._take(";") or self._take(","):
                    continue
                if self._kind() != "word":
                    raise self._refusal()
                name = self._next()
                found[name] = self._next() if self._take("=") else "true"
        return found

    def _peek(self, ahead: int = 0) -> str:
        index = min(self._at + ahead, len(self._tokens) - 1)
        return self._tokens[index][1] if self._tokens[index][0] != "word" or not ahead else ""

    def _kind(self) -> str:
        return self._tokens[self._at][0]

    def _next(self) -> str:
        kind, token, _ = self._tokens[self._at]
        if kind != "word":
            raise self._refusal()
        self._at += 1
        return token

    def _take(self, mark: str) -> bool:
        if self._tokens[self._at][:2] == ("mark", mark):
            self._at += 1
            return True
        return False

    def _take_word(self, word: str) -> bool:
        kind, token, _ = self._tokens[self._at]
        if kind == "word" and token.lower() == word:
            self._at += 1
            return True
        return False

    def _expect(self, mark: str) -> None:
        if not self._take(mark):
            raise self._refusal()

    def _refusal(self) -> Exception:
        return _wrong(self._text, self._tokens[self._at][2], self._source)


def _joined(tokens: Iterator[tuple[str, str, int]]) -> Iterator[tuple[str, str, int]]:
    """Join texts that are added with a plus."""
    waiting: tuple[str, str, int] | None = None
    plus = False
    for token in tokens:
        if token[0] == "plus":
            plus = True
        elif plus and waiting is not None and token[0] == "word":
            waiting, plus = ("word", waiting[1] + token[1], waiting[2]), False
        else:
            if waiting is not None:
                yield waiting
            waiting, plus = token, False
    if waiting is not None:
        yield waiting


def _own(value: str) -> str:
    return value.replace("\\\\", "\\")


def _fields(label: str) -> str:
    """Return the texts of a record, which are drawn as boxes side by side."""
    boxes = re.split(r"(?<!\\)[{}|]", _PORT.sub("", label))
    return " | ".join(text for box in boxes if (text := values.one_line(box)))


def _lines(label: str) -> str:
    return re.sub(r"\\[nlr]", " ", label).replace("\\\\", "\\")


def _tidy_terraform(graph: Graph, draft: Draft, source: str) -> None:
    """Show names of ``terraform graph`` as Terraform does, without ``[root]`` and ``(expand)``."""
    for node in graph.nodes:
        if not node.key.startswith("[root] "):
            continue
        label = node.attributes.get("label", "")
        name = label or node.key.removeprefix("[root] ").removesuffix(" (expand)")
        node.attributes["label"] = name.removesuffix(" (expand)")
        kind = name.removeprefix("data.").partition(".")[0]
        node.attributes.setdefault("type", kind)
        node.attributes.pop("shape", None)
    if any(node.key.startswith("[root] provider[") for node in graph.nodes):
        draft.skip(
            f"{source} (note)",
            "providers stand in Terraform's graph as nodes; leave them out by their type",
        )


def write(plan: Plan) -> bytes:
    """Return services and requirements as DOT; an edge goes from dependant to provider.

    Reading gives the same services and requirements; other lists of the plan are not in it.
    """
    lines = ["digraph plan {", "  rankdir=TB;", '  node [shape="box"];']
    names = {service: f"n{number}" for number, service in enumerate(plan.services)}
    for service in plan.services.values():
        told = {"label": values.one_line(service.title)}
        if service.position is not None:
            x, y = service.position
            told["pos"] = f"{x!r},{-y!r}!"
        told |= {_OWN + name: value for name, value in attributes_of(service).items()}
        lines.append(f"  {names[service.id]} [{_listed(told)}];")
    for requirement in plan.requirements.values():
        own = attributes_of(requirement)
        told = {_OWN + k: v for k, v in own.items() if k not in {"dependant", "providers"}}
        if requirement.is_redundant:
            told["label"] = f"{requirement.needed} of {len(requirement.providers)}"
        if requirement.strength == "soft":
            told["style"] = "dashed"
        for provider in requirement.providers:
            ends = f"{names[requirement.dependant]} -> {names[provider]}"
            lines.append(f"  {ends} [{_listed(told)}];")
    return "\n".join([*lines, "}", ""]).encode()


def _listed(attributes: Mapping[str, str]) -> str:
    return ", ".join(f"{name}={_quoted(value)}" for name, value in attributes.items())


def _quoted(text: str) -> str:
    plain = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "_x000A_")
    return f'"{plain}"'
