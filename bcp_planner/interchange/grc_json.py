"""Lists of objects as JSON, as CISO Assistant and Mercator give them, read as tables.

CISO Assistant counts objectives in seconds and names the assets above an asset. Mercator keeps a
list for each kind of object, names other objects by number or by name, and counts in minutes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from bcp_planner.interchange import guards, tables, values
from bcp_planner.interchange.draft import Wishes
from bcp_planner.interchange.incoming import Incoming
from bcp_planner.interchange.sources import Source
from bcp_planner.interchange.workbooks import Sheet

_ENVELOPES = ("results", "data", "items", "assets", "objects")
_LAYERS = (
    # From what serves the outside to what everything stands on; the upper needs the lower.
    "entities",
    "macro_processuses",
    "processes",
    "activities",
    "operations",
    "tasks",
    "information",
    "application_blocks",
    "applications",
    "m_applications",
    "application_services",
    "application_modules",
    "databases",
    "domaine_ads",
    "clusters",
    "logical_servers",
    "containers",
    "physical_servers",
    "servers",
    "storage_devices",
    "workstations",
    "networks",
    "subnetworks",
    "routers",
    "physical_routers",
    "network_switches",
    "physical_switches",
    "bays",
    "buildings",
    "sites",
)
_RANK: Mapping[str, int] = {name: number for number, name in enumerate(_LAYERS)}
_ASSET_TYPES = {
    "PR": "process",
    "SP": "application",
    "primary": "process",
    "support": "application",
}
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_LOST = "References that lead nowhere"
_SAID = frozenset({"id", "name", "disaster_recovery_objectives"})


def read(sources: Sequence[Source], wishes: Wishes) -> Incoming:
    """Return the objects of JSON lists as services.

    Raises:
        InputRefused: if a file is not JSON or holds no list of objects.
    """
    lists: list[tuple[str, str, list[Mapping[str, object]]]] = []
    for source in sources:
        found = list(_lists(guards.json_value(source.content, source.name), source.stem))
        if not found:
            raise guards.refuse(source.name, "it holds no list of objects with names")
        lists += [(source.name, name, items) for name, items in found]
    names = _names(lists)
    sheets = [
        Sheet(name, source, _rows(name, items, names)) for source, name, items in lists if items
    ]
    return tables.read_sheets(sheets, wishes)


def _lists(document: object, stem: str) -> Iterator[tuple[str, list[Mapping[str, object]]]]:
    """Yield name and objects of each list; a list of its own has the name of the file."""
    if values.is_list(document):
        yield _plain(stem), values.mappings(document)
        return
    for name, part in values.mapping(document).items():
        alone = name in _ENVELOPES and values.is_mapping(part)
        objects = [values.mapping(part)] if alone else values.mappings(part)
        if objects and any("name" in one for one in objects):
            yield (_plain(stem) if name in _ENVELOPES else _plain(name)), objects


def _plain(name: str) -> str:
    name = _HUMP.sub("_", name)  # physicalServers
    return values.one_line(name).casefold().replace("-", "_").replace(" ", "_")


def _names(
    lists: Sequence[tuple[str, str, list[Mapping[str, object]]]],
) -> dict[tuple[str, str], str]:
    """Return the name of each object by its list and number, and by its id alone."""
    found: dict[tuple[str, str], str] = {}
    for _, name, objects in lists:
        for one in objects:
            own = values.one_line(one.get("id"))
            title = values.one_line(one.get("name"))
            found[name, own] = title
            found.setdefault(("", own), title)
            reference = values.one_line(one.get("ref_id"))
            if reference:
                found.setdefault(("", reference), title)
    return found


def _rows(
    name: str, objects: Sequence[Mapping[str, object]], names: Mapping[tuple[str, str], str]
) -> list[list[object]]:
    """Return a list of objects as rows under headings that tables understand."""
    flat = [dict(_cells(name, one, names)) for one in objects]
    headings = list(dict.fromkeys(heading for row in flat for heading in row))
    return [list[object](headings), *([row.get(h, "") for h in headings] for row in flat)]


def _cells(
    name: str, one: Mapping[str, object], names: Mapping[tuple[str, str], str]
) -> Iterator[tuple[str, object]]:
    is_asset = "parent_assets" in one or "disaster_recovery_objectives" in one
    yield "Name", values.one_line(one.get("name"))
    if is_asset:
        kind = values.one_line(one.get("type"))
        yield "Kind", _ASSET_TYPES.get(kind, _ASSET_TYPES.get(kind.casefold(), kind))
        yield from _objectives(one)
    elif name in _RANK:
        yield "Kind", name.removeprefix("m_").replace("_", " ").removesuffix("s")
    lost: list[str] = []
    related: dict[str, list[str]] = {"Needed by": [], "Depends on": []}
    for field, value in one.items():
        plain = _plain(field)
        side = _side(name, plain, value)
        if side:
            target = _layer(plain) if _layer(plain) in _RANK else ""
            related[side] += _referred(value, target, names)
            lost += _lost(value, target, names)
        elif plain not in _SAID and not (plain == "type" and is_asset):
            yield from _plain_cell(field, value, names, is_asset=is_asset)
    if lost:
        yield _LOST, "; ".join(lost)
    for side, ends in related.items():
        yield side, "\n".join(ends)


def _side(name: str, field: str, value: object) -> str:
    """Return which column the objects of a field belong to, or ''."""
    if field in {"parent_assets", "parents"}:
        return "Needed by"
    if field in {"support_assets", "supporting_assets", "child_assets", "children_assets"}:
        return "Depends on"
    layer = _layer(field)
    if layer in _RANK and (values.is_list(value) or (layer != field and value is not None)):
        above = name in _RANK and _RANK[layer] < _RANK[name]
        return "Needed by" if above else "Depends on"
    return ""


def _layer(field: str) -> str:
    """Return the list that a field refers to: ``databases``, or ``buildings`` for building_id."""
    return f"{field[:-3]}s" if field.endswith("_id") else field


def _plain_cell(
    field: str, value: object, names: Mapping[tuple[str, str], str], *, is_asset: bool
) -> Iterator[tuple[str, object]]:
    plain = _plain(field)
    if plain in {"rto", "rpo", "mtd", "mtpd"} and not is_asset:
        yield f"{plain.upper()} (min)", "" if value is None else value
    elif plain in {"folder", "owner", "domain"}:
        yield field, ", ".join(_referred(value, "", names))
    elif values.is_list(value) or values.is_mapping(value):
        yield field, _shown(value)
    else:
        yield field, "" if value is None else value


def _shown(value: object) -> str:
    """Return a list or an object as a text, so that what becomes no field is told at least."""
    if values.is_list(value):
        return "; ".join(filter(None, map(_shown, values.items(value))))
    inner = values.mapping(value)
    own = values.one_line(inner.get("name") or inner.get("str"))
    if own or not inner:
        return own or values.one_line(value)
    return ", ".join(f"{key}: {told}" for key, part in inner.items() if (told := _shown(part)))


def _objectives(one: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    shown = values.items(one.get("disaster_recovery_objectives"))
    if shown:  # as people see them: a text for each
        yield "Objectives", "; ".join(map(_shown, shown))
    told = values.mapping(one.get("disaster_recovery_objectives"))
    goals = values.mapping(told.get("objectives")) or told
    for word, heading in (("rto", "RTO (s)"), ("rpo", "RPO (s)"), ("mtd", "MTPD (s)")):
        seconds = values.mapping(goals.get(word)).get("value", goals.get(word))
        if values.number(seconds) is not None:
            yield heading, values.number(seconds)


def _referred(value: object, name: str, names: Mapping[tuple[str, str], str]) -> list[str]:
    """Return the names of the objects that a field refers to."""
    return [text for _, text in _references(value, name, names) if text]


def _lost(value: object, name: str, names: Mapping[tuple[str, str], str]) -> list[str]:
    """Return the numbers of objects that a field refers to and the files do not hold."""
    return [f"{name} {key}" for key, text in _references(value, name, names) if not text]


def _references(
    value: object, name: str, names: Mapping[tuple[str, str], str]
) -> Iterator[tuple[str, str]]:
    """Yield key and name of each object that a field refers to; '' for a number not found."""
    for one in values.items(value) if values.is_list(value) else [value]:
        inner = values.mapping(one)
        own = values.one_line(inner.get("name") or inner.get("str"))
        key = values.one_line(inner.get("id") if values.is_mapping(one) else one)
        by_number = names.get((name, key)) or ("" if name else names.get(("", key)))
        text = own or by_number or ("" if key.isdigit() else names.get(("", key)) or key)
        if key or text:
            yield key, text
