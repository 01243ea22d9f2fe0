"""ArchiMate models: the Open Group exchange XML, Archi's own file (also packed), Archi's CSV."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from bcp_planner.interchange import guards, values
from bcp_planner.interchange.archimate_terms import KIND_OF, MEANING_OF
from bcp_planner.interchange.draft import LEAVE_OUT, Draft, Wishes
from bcp_planner.interchange.incoming import Incoming
from bcp_planner.interchange.kinds import kind_of
from bcp_planner.interchange.sources import Source
from bcp_planner.interchange.xml_names import attribute, children, first, inside, local, words

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_VIEWS = ("ArchimateDiagramModel", "SketchModel", "CanvasModel")


def read(sources: Sequence[Source], wishes: Wishes) -> Incoming:
    """Return elements as services and relations by the meaning of their type.

    Raises:
        InputRefused: if a file is no ArchiMate model.
    """
    draft = Draft(wishes)
    for source in sources:
        root = guards.xml_root(_model(source), source.name)
        space = root.tag.partition("}")[0]
        if local(root.tag) != "model" or not ("archimate" in space and "Bogus" not in space):
            raise guards.refuse(source.name, "it is no ArchiMate model; export it again")
        positions = _positions(root)
        if "opengroup" in space:
            _read_exchange(root, positions, draft, source.name)
        else:
            _read_archi(root, positions, draft, source.name)
    return draft.finished()


def _model(source: Source) -> bytes:
    if not source.content.startswith(b"PK"):
        return source.content
    members = guards.unzipped(source.content, source.name)
    if "model.xml" not in members:
        raise guards.refuse(source.name, "it packs no model.xml; save it again in Archi")
    return members["model.xml"]


def _read_exchange(
    root: Element, positions: Mapping[str, tuple[float, float]], draft: Draft, source: str
) -> None:
    titles = {
        attribute(d, "identifier"): values.one_line(words(first(d, "name")))
        for d in inside(root, "propertyDefinition")
    }
    for element in inside(root, "element"):
        add_element(
            draft,
            attribute(element, "identifier"),
            attribute(element, "type"),
            (words(first(element, "name", "label")), words(first(element, "documentation"))),
            source,
            position=positions.get(attribute(element, "identifier")),
            properties=[
                (
                    titles.get(attribute(p, "propertyDefinitionRef"), ""),
                    words(first(p, "value")),
                )
                for p in inside(element, "property")
            ],
        )
    for relation in inside(root, "relationship"):
        add_relation(
            draft,
            attribute(relation, "type"),
            words(first(relation, "name", "label")),
            attribute(relation, "source"),
            attribute(relation, "target"),
            source,
            words(first(relation, "documentation")),
        )
    for view in inside(root, "view"):
        name = values.one_line(words(first(view, "name"))) or attribute(view, "identifier")
        draft.skip(f"{source}: view {name}", "a drawing; its places are used, not its picture")


def _read_archi(
    root: Element, positions: Mapping[str, tuple[float, float]], draft: Draft, source: str
) -> None:
    for element in inside(root, "element"):
        kind = attribute(element, "type").rpartition(":")[2]
        name = element.get("name", "")
        documentation = words(first(element, "documentation"))
        if kind in _VIEWS:
            draft.skip(f"{source}: view {name}", "a drawing; its places are used, not its picture")
        elif kind.endswith("Relationship"):
            ends = element.get("source", ""), element.get("target", "")
            add_relation(draft, kind, name, *ends, source, documentation)
        else:
            key = element.get("id", "")
            properties = [
                (p.get("key", ""), p.get("value", "")) for p in children(element, "property")
            ]
            position = positions.get(key)
            add_element(
                draft,
                key,
                kind,
                (name, documentation),
                source,
                position=position,
                properties=properties,
            )


def add_element(
    draft: Draft,
    key: str,
    kind: str,
    texts: tuple[str, str],
    source: str,
    *,
    position: tuple[float, float] | None = None,
    properties: Sequence[tuple[str, str]] = (),
) -> None:
    """Add one element, with its name and documentation, as a service."""
    label, documentation = values.one_line(texts[0]), texts[1]
    key = values.clean_id(key) or label
    place = f"{source}: {kind} {label or key}"
    if not key:
        draft.skip(place, "it has neither an identifier nor a name")
        return
    if key in draft:
        draft.skip(f"{place} (once more)", "joined with the element of the same identifier")
    told = [documentation.strip(), *(f"{k}: {v}" for k, v in properties if k or v)]
    draft.service(
        key,
        label,
        term=kind or "element",
        kind=KIND_OF.get(kind) or kind_of(kind),
        place=place,
        description=values.text("\n".join(line for line in told if line)),
        position=position,
    )


def add_relation(
    draft: Draft, kind: str, name: str, origin: str, target: str, source: str, about: str = ""
) -> None:
    """Add one relation by the meaning of its type."""
    word = kind.removesuffix("Relationship") or "relation"
    label = values.one_line(name)
    origin, target = values.clean_id(origin), values.clean_id(target)
    line = f"{source}: {word} {label} {origin} → {target}"
    note = "\n".join(filter(None, (f"{word}: {label}" if label else word, values.text(about))))
    means = MEANING_OF.get(word, LEAVE_OUT)
    draft.relation(origin, target, term=word, means=means, what=line, place=line, note=note)


def _positions(root: Element) -> dict[str, tuple[float, float]]:
    """Return the centre of each element where it is drawn first."""
    found: dict[str, tuple[float, float]] = {}
    for view in _views(root):
        for key, centre in _drawn(view, 0.0, 0.0):
            found.setdefault(key, centre)
    return found


def _views(root: Element) -> Iterator[Element]:
    yield from inside(root, "view")
    for element in inside(root, "element"):
        if attribute(element, "type").rpartition(":")[2] in _VIEWS:
            yield element


def _drawn(parent: Element, x: float, y: float) -> Iterator[tuple[str, tuple[float, float]]]:
    """Yield what a view draws; Archi counts from the parent, the exchange format from the view."""
    for child in children(parent, "child", "node"):
        bounds = first(child, "bounds")
        box = child if bounds is None else bounds
        left, top, width, height = (
            values.number(box.get(name) or box.get(name[0])) or 0.0
            for name in ("x", "y", "width", "height")
        )
        if bounds is not None:
            left, top = left + x, top + y
        key = attribute(child, "archimateElement") or attribute(child, "elementRef")
        if key:
            yield key, (left + width / 2, top + height / 2)
        yield from _drawn(child, left, top)


def read_csv(sources: Sequence[Source], wishes: Wishes) -> Incoming:
    """Return the elements and relations of Archi's CSV files (elements, relations, properties).

    Raises:
        InputRefused: if a file is no table.
    """
    from bcp_planner.interchange import text_tables

    draft = Draft(wishes)
    parts: dict[str, list[tuple[dict[str, str], str]]] = {"e": [], "r": [], "p": []}
    for source in sources:
        table = text_tables.rows(guards.decoded(source.content, source.name), source.name)
        rows = [row for row in table if row and not row[0].startswith("#")]
        head = [cell.strip() for cell in rows[0]] if rows else []
        part = "r" if "Source" in head else "p" if "Key" in head else "e"
        for number, row in enumerate(rows[1:], start=2):
            place = f"{source.name}, row {number}"
            parts[part].append((dict(zip(head, row, strict=False)), place))
    properties: dict[str, list[tuple[str, str]]] = {}
    for row, _ in parts["p"]:
        properties.setdefault(row.get("ID", ""), []).append((row["Key"], row.get("Value", "")))
    _add_rows(parts, properties, draft)
    return draft.finished()


def _add_rows(
    parts: Mapping[str, Sequence[tuple[dict[str, str], str]]],
    properties: dict[str, list[tuple[str, str]]],
    draft: Draft,
) -> None:
    for row, place in parts["e"]:
        own = row.get("ID", "")
        if row.get("Type") == "ArchimateModel":
            draft.skip(f"{place}: {row.get('Name', '')}", "the model itself, not an element of it")
            properties.pop(own, None)
            continue
        name, about = row.get("Name", ""), row.get("Documentation", "")
        told = properties.pop(own, [])
        add_element(draft, own, row.get("Type", ""), (name, about), place, properties=told)
    seen: set[str] = set()
    for row, place in parts["r"]:
        own = row.get("ID", "")
        if own and own in seen:
            draft.skip(f"{place}: {row.get('Type', '')} {own}", "its identifier stands there twice")
            continue
        seen.add(own)
        ends = row.get("Source", ""), row.get("Target", "")
        told = [
            row.get("Documentation", "").strip(),
            *(f"{k}: {v}" for k, v in properties.pop(own, [])),
        ]
        add_relation(
            draft,
            row.get("Type", ""),
            row.get("Name", ""),
            *ends,
            place,
            "\n".join(filter(None, told)),
        )
    for key, pairs in properties.items():
        for name, _ in pairs:
            draft.skip(f"property {name} of {key}", "it belongs to no element that was read")
