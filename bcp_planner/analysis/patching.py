"""Arrays of a plan, written from scratch or patched from those of the plan before an edit.

Two lists of records are compared by identity: an edit shares every record that it left alone.
The new list then is a sequence of runs, each either taken over from the old list or fresh.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Sized
from dataclasses import dataclass
from itertools import compress, count
from operator import eq, is_not
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from bcp_planner.analysis.arrays import FIGURES, UNKNOWN, Compiled, Structure
from bcp_planner.domain.entities import (
    RECOVERY_RELATIONS,
    STRENGTHS,
    Estimate,
    Requirement,
    Service,
)
from bcp_planner.domain.plan import Plan

Ints = npt.NDArray[np.int64]
T = TypeVar("T")

_HARD = {name: int(name == "hard") for name in STRENGTHS}
_RELATION = {name: number for number, name in enumerate(RECOVERY_RELATIONS)}
_PIECE = 256
"""Records that are compared in one go."""

_MOST_RUNS = 2_000
"""With more runs than this, writing everything again is quicker."""

_MOST_TOLD = 20_000
"""With more sentences than this the next plan begins to collect them anew."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of the new list: taken over from the old one, or fresh (``old`` is None)."""

    old: int | None
    new: int
    length: int


def from_scratch(plan: Plan) -> Compiled:
    """Return the arrays of a plan without looking at another one."""
    ids = tuple(plan.services)
    index = {service_id: number for number, service_id in enumerate(ids)}
    services, records = list(plan.services.values()), list(plan.requirements.values())
    structure = Structure(
        ids,
        index,
        tuple(plan.requirements),
        _requirement_columns(records, index),
        _starts([len(r.providers) for r in records]),
        _providers(records, index),
    )
    return Compiled(structure, _figures(services), plan, services, records)


def patched(plan: Plan, before: Compiled) -> Compiled:
    """Return the arrays of a plan, sharing with those of a plan that resembles it."""
    services, requirements = before.service_records, before.requirement_records
    service_runs, requirement_runs = [_whole(services)], [_whole(requirements)]
    if plan.services is not before.services:
        services = list(plan.services.values())
        service_runs = runs(before.service_records, services)
    if plan.requirements is not before.requirements:
        requirements = list(plan.requirements.values())
        requirement_runs = runs(before.requirement_records, requirements)
    if max(len(service_runs), len(requirement_runs)) > _MOST_RUNS:
        return from_scratch(plan)
    figures = _patched_figures(before.figures, service_runs, services)
    structure = _patched_structure(plan, before, service_runs, requirement_runs, requirements)
    new = Compiled(structure, figures, plan, services, requirements)
    if structure.ids is before.structure.ids and "doubles" in before.__dict__:
        fresh = [place for run in service_runs if run.old is None for place in _places_in(run)]
        if all(services[n].title == before.service_records[n].title for n in fresh):
            new.__dict__.update(doubles=before.doubles, names=before.names)
            if len(before.told) < _MOST_TOLD:
                new.__dict__["told"] = before.told
    return new


def _places_in(run: Run) -> range:
    return range(run.new, run.new + run.length)


def _whole(records: Sequence[object]) -> Run:
    return Run(0, 0, len(records))


def runs(old: Sequence[object], new: Sequence[object]) -> list[Run]:
    """Return the new list as runs that cover it from beginning to end."""
    if len(old) == len(new):
        return list(_between(list(_differing(old, new)), len(new), 0, 0))
    head = next(_differing(old, new), min(len(old), len(new)))
    most = min(len(old), len(new)) - head
    tail = next(_differing(old[::-1], new[::-1]), most)
    tail = min(tail, most)
    found = [Run(0, 0, head)] if head else []
    found.extend(_middle(old, new, head, tail))
    if tail:
        found.append(Run(len(old) - tail, len(new) - tail, tail))
    return found


def _differing(old: Sequence[object], new: Sequence[object]) -> Iterator[int]:
    """Yield the places at which two lists hold different records.

    Lists are compared by pieces first: that is quick where they share their records.
    """
    for begin in range(0, min(len(old), len(new)), _PIECE):
        one, other = old[begin : begin + _PIECE], new[begin : begin + _PIECE]
        if one != other:
            yield from compress(count(begin), map(is_not, one, other))


def _between(changed: Sequence[int], end: int, old: int, new: int) -> Iterator[Run]:
    """Yield the runs of two lists of equal length, given the places that differ."""
    at = 0
    for place in changed:
        if place > at:
            yield Run(old + at, new + at, place - at)
        yield Run(None, new + place, 1)
        at = place + 1
    if end > at:
        yield Run(old + at, new + at, end - at)


def _middle(old: Sequence[object], new: Sequence[object], head: int, tail: int) -> Iterator[Run]:
    places = {id(old[place]): place for place in range(head, len(old) - tail)}
    at = head
    while at < len(new) - tail:
        source = places.get(id(new[at]))
        length = 1
        while at + length < len(new) - tail:
            following = places.get(id(new[at + length]))
            if following != (None if source is None else source + length):
                break
            length += 1
        yield Run(source, at, length)
        at += length


def _figures(services: Sequence[Service]) -> Ints:
    columns = [[_number(getattr(service, name)) for service in services] for name in FIGURES]
    return np.array(columns, np.int64).reshape(len(FIGURES), len(services))


def _number(value: int | str | Estimate | Sized | None) -> int:
    """Return a field as a number: an estimate's likely value, a text or list by its length."""
    if isinstance(value, int):
        return value
    if isinstance(value, Estimate):
        return value.likely
    return (len(value) or UNKNOWN) if value is not None else UNKNOWN


def _requirement_columns(records: Sequence[Requirement], index: Mapping[str, int]) -> Ints:
    columns = [
        [index[r.dependant] for r in records],
        [len(r.providers) if r.needs is None else r.needs for r in records],
        [_HARD[r.strength] for r in records],
        [r.tolerance for r in records],
        [_RELATION[r.recovery] for r in records],
    ]
    return np.array(columns, np.int64)


def _providers(records: Sequence[Requirement], index: Mapping[str, int]) -> Ints:
    return np.array([index[p] for r in records for p in r.providers], np.int64)


def _starts(lengths: Sequence[int] | Ints) -> Ints:
    first = np.zeros(len(lengths) + 1, np.int64)
    np.cumsum(lengths, out=first[1:])
    return first


def _patched_figures(figures: Ints, found: Sequence[Run], services: Sequence[Service]) -> Ints:
    if _is_same(found, figures.shape[1], len(services)):
        return figures
    parts = [
        _figures(services[run.new : run.new + run.length])
        if run.old is None
        else figures[:, run.old : run.old + run.length]
        for run in found
    ]
    joined = np.concatenate(parts, axis=1) if parts else figures[:, :0]
    return figures if np.array_equal(joined, figures) else np.ascontiguousarray(joined)


def _is_same(found: Sequence[Run], before: int, after: int) -> bool:
    return before == after and all(run.old == run.new for run in found)


def _patched_structure(
    plan: Plan,
    before: Compiled,
    service_runs: Sequence[Run],
    requirement_runs: Sequence[Run],
    requirements: Sequence[Requirement],
) -> Structure:
    known = before.structure
    same_services = _same_ids(known.ids, service_runs, plan.services, before.services)
    if same_services and _is_same(
        requirement_runs, len(known.requirement_ids), len(plan.requirements)
    ):
        return known
    ids = known.ids if same_services else tuple(plan.services)
    index = known.index if same_services else {key: number for number, key in enumerate(ids)}
    columns, provider = known.columns, known.provider
    if not same_services:
        place = _places(known, service_runs, index)
        columns = np.concatenate([place[columns[:1]], columns[1:]])
        provider = place[provider]
    made = _joined(known.first, columns, provider, requirement_runs, requirements, index)
    same_requirements = _same_ids(
        known.requirement_ids, requirement_runs, plan.requirements, before.requirements
    )
    names = known.requirement_ids if same_requirements else tuple(plan.requirements)
    new = Structure(ids, index, names, *made)
    if same_services and same_requirements and _equal(new, known):
        return known
    new.share(known)
    return new


def _same_ids(
    ids: tuple[str, ...],
    found: Sequence[Run],
    now: Mapping[str, object],
    before: Mapping[str, object],
) -> bool:
    """Return whether a list still has the same ids in the same order."""
    if now is before:
        return True
    in_place = all(run.old is None or run.old == run.new for run in found)
    return in_place and len(ids) == len(now) and all(map(eq, ids, now))


def _equal(new: Structure, known: Structure) -> bool:
    return (
        np.array_equal(new.columns, known.columns)
        and np.array_equal(new.first, known.first)
        and np.array_equal(new.provider, known.provider)
    )


def _places(known: Structure, found: Sequence[Run], index: Mapping[str, int]) -> Ints:
    """Return the new number of every service of the old plan, -1 for those that are gone."""
    place = np.full(len(known.ids), -1, np.int64)
    covered = np.zeros(len(known.ids), np.bool_)
    for run in found:
        if run.old is not None:
            stretch = slice(run.old, run.old + run.length)
            place[stretch] = np.arange(run.new, run.new + run.length)
            covered[stretch] = True
    for number in np.flatnonzero(~covered).tolist():
        place[number] = index.get(known.ids[number], -1)
    return place


def _joined(
    first: Ints,
    columns: Ints,
    provider: Ints,
    found: Sequence[Run],
    records: Sequence[Requirement],
    index: Mapping[str, int],
) -> tuple[Ints, Ints, Ints]:
    column_parts, size_parts, provider_parts = [columns[:, :0]], [first[:0]], [provider[:0]]
    sizes = first[1:] - first[:-1]
    for run in found:
        if run.old is None:
            fresh = records[run.new : run.new + run.length]
            column_parts.append(_requirement_columns(fresh, index))
            size_parts.append(np.array([len(r.providers) for r in fresh], np.int64))
            provider_parts.append(_providers(fresh, index))
        else:
            stretch = slice(run.old, run.old + run.length)
            column_parts.append(columns[:, stretch])
            size_parts.append(sizes[stretch])
            provider_parts.append(provider[first[run.old] : first[run.old + run.length]])
    return (
        np.concatenate(column_parts, axis=1),
        _starts(np.concatenate(size_parts)),
        np.concatenate(provider_parts),
    )
