"""What must hold between the records of a plan: references, numbers of providers, no doubles."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, compress
from operator import attrgetter, not_
from typing import Any, TypeAlias, cast

from bcp_planner.domain.codec import shown
from bcp_planner.domain.entities import Requirement, Scenario
from bcp_planner.domain.fields import FieldOf, Kind, fields_of
from bcp_planner.domain.plan import LISTS, Plan, Record


def problems(plan: Plan) -> list[str]:
    """Return every inconsistency between records, each with its path; empty when all is well."""
    if _is_consistent(plan):
        return []
    places = (
        (f"{name}[{index}]", record)
        for name in LISTS
        for index, record in enumerate(plan.table(name).values())
    )
    return problems_among(places, {name: plan.table(name) for name in LISTS})


def problems_of(plan: Plan, records: Iterable[Record]) -> list[str]:
    """Return the inconsistencies of some records of a plan, each named by the record's id."""
    places = ((shown(record.id), record) for record in records)
    return problems_among(places, {name: plan.table(name) for name in LISTS})


def problems_among(
    places: Iterable[tuple[str, Record]], known: Mapping[str, Container[str]]
) -> list[str]:
    """Return the inconsistencies of records that are not a plan yet.

    Args:
        places: Each record with the place to name in messages.
        known: The ids that exist, by list of the plan.
    """
    found: list[str] = []
    for path, record in places:
        if not _anchored_check(type(record))(record, known):
            found.extend(_dangling(record, path, known))
        if isinstance(record, Requirement):
            found.extend(_requirement_problems(record, path))
        elif isinstance(record, Scenario):
            found.extend(_scenario_problems(record, path))
    return found


def references_of(record: object) -> Iterator[tuple[str, str, str]]:
    """Yield every reference a record makes as (path inside the record, list, id)."""
    for name, field in _referring_fields(type(record)):
        value = getattr(record, name)
        if value:
            yield from _references(value, name, field)


def referring(plan: Plan, table: str, ids: frozenset[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield each list of a plan that refers to some records of a list, with the ids of who does.

    Quick also in large plans, because nearly nothing refers to what is taken out.
    """
    for name, record_type in LISTS.items():
        records = plan.table(name)
        if found := [*dict.fromkeys(_who_refers(records, record_type, table, ids))]:
            yield name, found


def _who_refers(
    records: Mapping[str, Record], record_type: type[Any], table: str, ids: frozenset[str]
) -> Iterator[str]:
    for name, field in fields_to(record_type, table):
        values = [*map(attrgetter(name), records.values())]
        if field.about.kind is Kind.RECORDS:
            for key, parts in zip(records, values, strict=True):
                if any(_refers(part, table, ids) for part in parts):
                    yield key
        elif field.about.kind is Kind.REFERENCE:
            if not ids.isdisjoint(values):
                yield from compress(records, map(ids.__contains__, values))
        elif not ids.isdisjoint(chain.from_iterable(values)):
            yield from compress(records, map(not_, map(ids.isdisjoint, values)))


@cache
def fields_to(record: type[Any], table: str) -> Sequence[tuple[str, FieldOf]]:
    """Return the fields of a record, or of records nested in it, that may refer to a list."""
    return [
        (name, field)
        for name, field in fields_of(record).items()
        if field.about.target == table
        or (field.about.record is not None and fields_to(field.about.record, table))
    ]


def _refers(part: object, table: str, ids: frozenset[str]) -> bool:
    return any(target == table and key in ids for _, target, key in references_of(part))


@cache
def _referring_fields(record: type[Any]) -> Sequence[tuple[str, FieldOf]]:
    """Return the fields of a record type that hold references, themselves or in their parts."""
    return tuple(
        (name, field)
        for name, field in fields_of(record).items()
        if field.about.target or (field.about.record and _referring_fields(field.about.record))
    )


def _references(value: object, path: str, field: FieldOf) -> Iterator[tuple[str, str, str]]:
    kind, target = field.about.kind, field.about.target
    if kind is Kind.REFERENCE:
        yield path, target, cast("str", value)
    elif kind is Kind.REFERENCES:
        for index, item in enumerate(cast("tuple[str, ...]", value)):
            yield f"{path}[{index}]", target, item
    elif kind is Kind.COUNTS:
        for item in cast("Mapping[str, int]", value):
            yield f"{path}.{item}", target, item
    elif kind is Kind.RECORDS:
        for index, part in enumerate(cast("tuple[object, ...]", value)):
            for inner, list_name, item in references_of(part):
                yield f"{path}[{index}].{inner}", list_name, item


def _dangling(record: Record, path: str, known: Mapping[str, Container[str]]) -> Iterator[str]:
    for inner, target, item in references_of(record):
        if item not in known[target]:
            yield f"{path}.{inner}: {shown(item)} is not among the {target}"


def _is_consistent(plan: Plan) -> bool:
    """Whether there are no problems; quick, because nearly always there are none."""
    known = {name: plan.table(name) for name in LISTS}
    for name, record_type in LISTS.items():
        check = _anchored_check(record_type)
        if not all(check(record, known) for record in plan.table(name).values()):
            return False
    sound = not any(any(_requirement_problems(r, "")) for r in plan.requirements.values())
    return sound and not any(any(_scenario_problems(s, "")) for s in plan.scenarios.values())


_Check: TypeAlias = Callable[[Any, Mapping[str, Container[str]]], bool]


@cache
def _anchored_check(record: type[Any]) -> _Check:
    """Return what tells quickly whether every reference of a record leads somewhere."""
    ones: list[tuple[Callable[[Any], Any], str]] = []
    several: list[tuple[Callable[[Any], Any], str]] = []
    parts: list[tuple[Callable[[Any], Any], _Check]] = []
    for name, field in _referring_fields(record):
        if field.about.kind is Kind.RECORDS:
            parts.append((attrgetter(name), _anchored_check(cast("type[Any]", field.about.record))))
        else:
            group = ones if field.about.kind is Kind.REFERENCE else several
            group.append((attrgetter(name), field.about.target))

    def check(one: Any, known: Mapping[str, Container[str]]) -> bool:  # noqa: ANN401
        for get, target in ones:
            if (item := get(one)) and item not in known[target]:
                return False
        for get, target in several:
            for item in get(one):
                if item not in known[target]:
                    return False
        return all(inner(part, known) for get, inner in parts for part in get(one))

    return check


def _requirement_problems(requirement: Requirement, path: str) -> Iterator[str]:
    if requirement.dependant in requirement.providers:
        yield f"{path}.providers: {shown(requirement.dependant)} cannot be its own provider"
    if requirement.needs is not None and requirement.needs > len(requirement.providers):
        yield (
            f"{path}.needs: {requirement.needs} of {len(requirement.providers)} providers "
            "cannot be met"
        )


def _scenario_problems(scenario: Scenario, path: str) -> Iterator[str]:
    seen: set[str] = set()
    for index, failure in enumerate(scenario.fails):
        if failure.service in seen:
            yield f"{path}.fails[{index}].service: {shown(failure.service)} fails twice"
        seen.add(failure.service)
