"""systemd units, as unit files or as a table of their relations (unit, other_unit, directive)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bcp_planner.interchange import guards, text_tables, values
from bcp_planner.interchange.draft import (
    LEAVE_OUT,
    NEEDED_BY,
    NEEDS,
    SOFTLY,
    SOFTLY_BY,
    Draft,
    Wishes,
)
from bcp_planner.interchange.incoming import Incoming
from bcp_planner.interchange.sources import Source

ENDINGS = (
    ".service",
    ".socket",
    ".target",
    ".timer",
    ".mount",
    ".automount",
    ".path",
    ".slice",
    ".swap",
    ".device",
)
DROP_IN = ".conf"
"""Ending of files with further settings of a unit, in a folder called ``UNIT.d``."""
_MEANS = {
    "Requires": NEEDS,
    "Requisite": NEEDS,
    "BindsTo": NEEDS,
    "PartOf": NEEDS,
    "RequiredBy": NEEDED_BY,
    "RequisiteOf": NEEDED_BY,
    "BoundBy": NEEDED_BY,
    "Wants": SOFTLY,
    "Upholds": SOFTLY,
    "WantedBy": SOFTLY_BY,
    "After": LEAVE_OUT,
    "Before": LEAVE_OUT,
    "Conflicts": LEAVE_OUT,
}
_TOLD = {
    "RequiresMountsFor": "it names a path, and units do not say on which mount it lies",
    "WantsMountsFor": "it names a path, and units do not say on which mount it lies",
    **dict.fromkeys(
        ("OnFailure", "OnSuccess", "Sockets", "Unit", "Service", "Also", "JoinsNamespaceOf"),
        "it does not say that one needs the other",
    ),
    **dict.fromkeys(
        ("PropagatesReloadTo", "ReloadPropagatedFrom", "PropagatesStopTo", "StopPropagatedFrom"),
        "it passes a command on and does not say that one needs the other",
    ),
    "Alias": "another name of the same unit",
}
"""Settings that name other units or places and make no requirement."""
_FIRST_ONLY = frozenset({"PartOf"})
"""Stops with the other unit, but never waits for it."""


def read(sources: Sequence[Source], wishes: Wishes) -> Incoming:
    """Return units and their relations; ``After`` decides whether a needed unit comes first.

    Raises:
        InputRefused: if a file is no text, or a table lacks its columns.
    """
    draft = Draft(wishes)
    described: dict[str, str] = {}
    edges: list[tuple[str, str, str, str]] = []
    for source in sources:
        if source.ending in (*ENDINGS, DROP_IN):
            unit = _unit(source)
            body = list(_settings(guards.decoded(source.content, source.name)))
            about = next((v for k, v in body if k == "Description"), "")
            described[unit] = about or described.get(unit, "")
            for key, value in body:
                if key in _TOLD and value:
                    draft.skip(f"{source.name}: {unit} {key}={value}", _TOLD[key])
            edges += [
                (unit, other, key, source.name)
                for key, value in body
                if key in _MEANS
                for other in value.split()
            ]
        else:
            edges += _table(source)
    _add(described, edges, draft)
    return draft.finished()


def _unit(source: Source) -> str:
    """Return the unit that a file is about; a drop-in is about the unit its folder names."""
    folder, _, name = source.name.rpartition("/")
    if source.ending == DROP_IN:
        name = folder.rpartition("/")[2].removesuffix(".d")
    return values.clean_id(name)


def _settings(text: str) -> Iterator[tuple[str, str]]:
    """Yield the settings of a unit file; lines that end in a backslash go on."""
    joined = text.replace("\\\r\n", " ").replace("\\\n", " ")
    for line in joined.splitlines():
        key, equals, value = line.partition("=")
        if equals and not line.lstrip().startswith(("#", ";")):
            yield key.strip(), values.one_line(value)


def _table(source: Source) -> Iterator[tuple[str, str, str, str]]:
    rows = text_tables.rows(guards.decoded(source.content, source.name), source.name)
    head = [cell.strip() for cell in rows[0]] if rows else []
    try:
        unit, other, directive = (head.index(name) for name in ("unit", "other_unit", "directive"))
    except ValueError as error:
        why = "a table of units needs the columns unit, other_unit and directive"
        raise guards.refuse(source.name, why) from error
    for number, row in enumerate(rows[1:], start=2):
        if len(row) > max(unit, other, directive):
            place = f"{source.name}, row {number}"
            yield values.clean_id(row[unit]), values.clean_id(row[other]), row[directive], place


def _add(
    described: dict[str, str], edges: Sequence[tuple[str, str, str, str]], draft: Draft
) -> None:
    for unit, about in described.items():
        draft.service(unit, unit, kind="infrastructure", place=unit, description=about)
    for unit, other, _, place in edges:
        for name in (unit, other):
            if name not in draft:
                draft.service(name, name, kind="infrastructure", place=place)
    after = {(u, o) for u, o, word, _ in edges if word == "After"}
    after |= {(o, u) for u, o, word, _ in edges if word == "Before"}
    for unit, other, word, place in edges:
        line = f"{place}: {unit} {word}={other}"
        if word in {"After", "Before"} and draft.term("relation", word, LEAVE_OUT) == LEAVE_OUT:
            draft.skip(line, "only an order of starting; kept where one unit also needs the other")
            continue
        ends = (other, unit) if _MEANS.get(word) in {NEEDED_BY, SOFTLY_BY} else (unit, other)
        first = word not in _FIRST_ONLY and ends in after
        draft.relation(
            unit,
            other,
            term=word,
            means=_MEANS.get(word, LEAVE_OUT),
            what=line,
            place=place,
            note=word,
            recovery="start" if first else "none",
        )
