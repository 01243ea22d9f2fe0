"""draw.io diagrams, plain and compressed: shapes as services, connections as requirements."""

from __future__ import annotations

import base64
import binascii
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes

from bcp_planner.interchange import guards, values
from bcp_planner.interchange.draft import NEEDS, Draft, Wishes
from bcp_planner.interchange.graph import PART_OF
from bcp_planner.interchange.incoming import Incoming
from bcp_planner.interchange.kinds import kind_of
from bcp_planner.interchange.sources import Source
from bcp_planner.interchange.xml_names import first, inside, local

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_WRAPPERS = ("object", "UserObject")
_NOT_DATA = ("id", "label", "placeholders", "tooltip")
_PLACEHOLDER = re.compile(r"%([^%\s]+)%")
_PAGE_GAP = 200.0


@dataclass(frozen=True, slots=True)
class _Cell:
    """A shape or a connection of a page."""

    id: str
    label: str
    style: str
    parent: str
    source: str
    target: str
    is_edge: bool
    is_vertex: bool
    box: tuple[float, float, float, float]
    data: tuple[tuple[str, str], ...]


def read(sources: Sequence[Source], wishes: Wishes) -> Incoming:
    """Return shapes and connections; loose ends, bare text and decoration are reported.

    Raises:
        InputRefused: if a file is no diagram or a page cannot be unpacked.
    """
    draft = Draft(wishes)
    for source in sources:
        root = guards.xml_root(source.content, source.name)
        right = 0.0
        pages = list(_pages(root, source.name))
        if not pages and local(root.tag) not in {"mxfile", "mxGraphModel"}:
            raise guards.refuse(source.name, "it is no draw.io diagram")
        for number, (title, model) in enumerate(pages, start=1):
            page = f"{source.name}, page {title or number}"
            prefix = f"{number}:" if len(pages) > 1 else ""
            right = _read_page(list(_cells(model)), draft, page, prefix, right) + _PAGE_GAP
    return draft.finished()


def _pages(root: Element, source: str) -> Iterator[tuple[str, Element]]:
    if local(root.tag) == "mxGraphModel":
        yield "", root
    for diagram in inside(root, "diagram"):
        title = values.one_line(diagram.get("name"))
        model = first(diagram, "mxGraphModel")
        packed = (diagram.text or "").strip()
        if model is not None:
            yield title, model
        elif packed:
            name = f"{source}, page {title}"
            yield title, guards.xml_root(_unpacked(packed, name), name)


def _unpacked(packed: str, source: str) -> bytes:
    """Return the XML of a compressed page: base64 of raw deflate of percent-encoded text."""
    try:
        raw = base64.b64decode(packed, validate=False)
        inflate = zlib.decompressobj(-zlib.MAX_WBITS)
        content = inflate.decompress(raw, 3 * guards.LARGEST_XML)
    except (binascii.Error, ValueError, zlib.error) as error:
        raise guards.refuse(source, "the page cannot be unpacked; save it again") from error
    if inflate.unconsumed_tail:
        raise guards.refuse(source, "the page unpacks to more than can be read")
    return unquote_to_bytes(content)


def _cells(model: Element) -> Iterator[_Cell]:
    for element in model.iter():
        name = local(element.tag)
        if name in _WRAPPERS:
            inner = first(element, "mxCell")
            if inner is not None:
                data = tuple((k, v) for k, v in element.items() if k not in _NOT_DATA and v)
                label = element.get("label", "")
                if element.get("placeholders") == "1":
                    told = dict(data)
                    label = _PLACEHOLDER.sub(lambda m, t=told: t.get(m[1], m[0]), label)
                yield _cell(inner, element.get("id", ""), label, data)
        elif name == "mxCell" and element.get("id") is not None:
            yield _cell(element, element.get("id", ""), element.get("value", ""), ())


def _cell(element: Element, own: str, label: str, data: tuple[tuple[str, str], ...]) -> _Cell:
    shape = first(element, "mxGeometry")
    x, y, width, height = (
        (values.number(shape.get(name)) or 0.0) if shape is not None else 0.0
        for name in ("x", "y", "width", "height")
    )
    if shape is not None and shape.get("relative") == "1":
        x = y = 0.0
    return _Cell(
        id=own,
        label=values.without_markup(label),
        style=element.get("style", ""),
        parent=element.get("parent", ""),
        source=element.get("source", ""),
        target=element.get("target", ""),
        is_edge=element.get("edge") == "1",
        is_vertex=element.get("vertex") == "1",
        box=(x, y, width, height),
        data=data,
    )


def _read_page(cells: Sequence[_Cell], draft: Draft, page: str, prefix: str, left: float) -> float:
    """Add one page beside the one before; return its right edge."""
    by_id = {cell.id: cell for cell in cells}
    edges = [cell for cell in cells if cell.is_edge]
    joined = {end for edge in edges for end in (edge.source, edge.target)}
    labels: dict[str, list[str]] = {}
    right = left
    for cell in cells:
        if not cell.is_vertex:
            continue
        parent = by_id.get(cell.parent)
        if parent is not None and parent.is_edge and cell.id not in joined:
            labels.setdefault(parent.id, []).append(cell.label)
            draft.skip(f"{page}: label “{cell.label}”", "kept as the note of its connection")
            continue
        why = _no_service(cell, joined)
        if why:
            name = cell.label or f"{_shape(cell) or 'shape'} {cell.id}"
            draft.skip(f"{page}: {name}", why)
            continue
        right = max(right, _add_shape(cell, by_id, draft, page, prefix, left))
    for edge in edges:
        _add_edge(edge, labels.get(edge.id, []), draft, page, prefix, by_id)
    return right


def _no_service(cell: _Cell, joined: set[str]) -> str:
    """Return why a shape is no service, or ''."""
    if cell.id in joined:
        return ""
    if not cell.label:
        return "a shape without text or connection"
    if cell.style.startswith(("text;", "text,")) or cell.style == "text":
        return "bare text without a connection"
    return ""


def _add_shape(
    cell: _Cell, by_id: Mapping[str, _Cell], draft: Draft, page: str, prefix: str, left: float
) -> float:
    x, y = _origin(cell, by_id)
    width, height = cell.box[2:]
    shape = _shape(cell)
    parent = by_id.get(cell.parent)
    within = [(PART_OF, parent.label)] if parent and parent.is_vertex and parent.label else []
    draft.service(
        prefix + cell.id,
        cell.label or shape or cell.id,
        term=shape or "shape",
        kind=_kind(shape, cell.label),
        place=f"{page}: {cell.label or cell.id}",
        description="\n".join(f"{key}: {value}" for key, value in (*cell.data, *within)),
        position=(left + x + width / 2, y + height / 2),
    )
    return left + x + width


def _origin(cell: _Cell, by_id: Mapping[str, _Cell]) -> tuple[float, float]:
    x, y = cell.box[:2]
    parent = by_id.get(cell.parent)
    for _ in range(guards.DEEPEST):
        if parent is None or not parent.is_vertex:
            break
        x, y = x + parent.box[0], y + parent.box[1]
        parent = by_id.get(parent.parent)
    return x, y


def _shape(cell: _Cell) -> str:
    """Return the shape of a cell in words: ``router`` of ``mxgraph.cisco.routers.router``."""
    parts = [part for part in cell.style.split(";") if part]
    settings = {name: value for name, _, value in (part.partition("=") for part in parts)}
    for word in ("resIcon", "grIcon", "prIcon", "shape"):
        if settings.get(word) and not settings[word].startswith("stencil("):
            return settings[word].rpartition(".")[2].replace("_", " ")
    image = settings.get("image", "")
    if image and not image.startswith("data:"):
        return image.rpartition("/")[2].partition(".")[0].replace("_", " ")
    plain = parts[0] if parts and "=" not in parts[0] else ""
    return plain.rpartition(".")[2].replace("_", " ")


def _kind(shape: str, label: str) -> str:
    drawn = {"cylinder": "data", "cylinder3": "data", "actor": "people", "umlActor": "people"}
    if shape in drawn:
        return drawn[shape]
    return kind_of(shape, kind_of(label))


def _add_edge(
    edge: _Cell,
    labels: Sequence[str],
    draft: Draft,
    page: str,
    prefix: str,
    by_id: Mapping[str, _Cell],
) -> None:
    note = ", ".join(text for text in (edge.label, *labels) if text)
    line = f"{page}: connection {note or edge.id}"
    if not edge.source or not edge.target:
        draft.skip(line, "one of its ends is loose; attach it to a shape and import again")
        return
    if any(end in by_id and by_id[end].is_edge for end in (edge.source, edge.target)):
        draft.skip(line, "it ends at another connection; attach it to a shape and import again")
        return
    draft.relation(
        prefix + edge.source,
        prefix + edge.target,
        term="connection",
        means=NEEDS,
        what=line,
        place=line,
        note=note,
    )
