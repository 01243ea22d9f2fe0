"""Edits: pure functions from plan to plan that keep every reference intact.

Each refuses (``EditRefused``) what would make the plan inconsistent, in a sentence for the user.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeVar, cast

from bcp_planner.domain import integrity
from bcp_planner.domain.codec import shown
from bcp_planner.domain.entities import PlanInfo, Requirement, Scenario, Service
from bcp_planner.domain.errors import EditRefused
from bcp_planner.domain.fields import Kind, fields_of
from bcp_planner.domain.plan import LISTS, Plan, Record

Part = TypeVar("Part")
"""A record, or a part nested in one."""

_NOT_SLUG = re.compile(r"[\W_]+", re.UNICODE)


def free_id(taken: Collection[str], wish: str) -> str:
    """Return an unused id that reads like the wish: ``web-shop``, ``web-shop-2`` ..."""
    slug = _NOT_SLUG.sub("-", wish.casefold()).strip("-")[:40] or "item"
    if slug not in taken:
        return slug
    number = 2
    while f"{slug}-{number}" in taken:
        number += 1
    return f"{slug}-{number}"


def add(plan: Plan, table: str, *records: Record) -> Plan:
    """Return the plan with new records at the end of a list.

    Raises:
        EditRefused: if an id is taken or a reference dangles.
    """
    for record in records:
        if record.id in plan.table(table):
            raise EditRefused(f"{shown(record.id)} is already among the {table}; choose another id")
    return _consistent(plan.put(table, *records), records)


def update(plan: Plan, table: str, record_id: str, **values: object) -> Plan:
    """Return the plan with fields of one record set.

    Raises:
        EditRefused: if the record does not exist or a value makes the plan inconsistent.
    """
    record = plan.table(table).get(record_id)
    if record is None:
        raise EditRefused(f"{shown(record_id)} is not among the {table} any more")
    changed = cast("Record", replace(cast("Any", record), **values))
    return plan if changed == record else _consistent(plan.put(table, changed), [changed])


def update_many(plan: Plan, table: str, ids: Iterable[str], **values: object) -> Plan:
    """Return the plan with the same fields set on several records of a list."""
    for record_id in ids:
        plan = update(plan, table, record_id, **values)
    return plan


def update_info(plan: Plan, **values: object) -> Plan:
    """Return the plan with fields of its header set."""
    info: PlanInfo = replace(plan.info, **cast("dict[str, Any]", values))
    return plan if info == plan.info else replace(plan, info=info)


def move_services(plan: Plan, positions: Mapping[str, tuple[float, float]]) -> Plan:
    """Return the plan with the cards of services at new centres (canvas units)."""
    moved = {
        key: replace(plan.services[key], position=point)
        for key, point in positions.items()
        if key in plan.services and plan.services[key].position != point
    }
    return replace(plan, services={**plan.services, **moved}) if moved else plan


def connect(plan: Plan, dependant: str, providers: Collection[str], **fields: object) -> Plan:
    """Return the plan with one more requirement.

    Raises:
        EditRefused: if an end is missing, a service would need itself, or the same dependant
            already needs exactly these providers.
    """
    wanted = tuple(providers)
    for requirement in plan.requirements.values():
        same = requirement.dependant == dependant and set(requirement.providers) == set(wanted)
        if same:
            names = ", ".join(_title(plan, provider) for provider in wanted)
            raise EditRefused(f"{_title(plan, dependant)} already needs {names}")
    requirement_id = next_requirement_id(plan.requirements)
    new = Requirement(
        id=requirement_id,
        dependant=dependant,
        providers=wanted,
        **cast("dict[str, Any]", fields),
    )
    return add(plan, "requirements", new)


def next_requirement_id(taken: Collection[str]) -> str:
    """Return the next free id ``r1``, ``r2`` ... for a requirement."""
    number = len(taken) + 1
    while f"r{number}" in taken:
        number += 1
    return f"r{number}"


def make_redundant(plan: Plan, requirement_ids: Collection[str], needs: int = 1) -> Plan:
    """Return the plan with several requirements of one dependant joined into one, k of n.

    Raises:
        EditRefused: if the requirements belong to different dependants or are fewer than two
            providers.
    """
    chosen = [plan.requirements[key] for key in requirement_ids if key in plan.requirements]
    providers = tuple(dict.fromkeys(p for requirement in chosen for p in requirement.providers))
    if len({requirement.dependant for requirement in chosen}) != 1 or len(providers) <= 1:
        raise EditRefused("Choose requirements of one service with at least two providers")
    first, rest = chosen[0], [requirement.id for requirement in chosen[1:]]
    joined = plan.without("requirements", rest)
    return update(joined, "requirements", first.id, providers=providers, needs=needs)


def remove(plan: Plan, table: str, ids: Collection[str]) -> Plan:
    """Return the plan without some records and without what cannot stand without them.

    References to a removed record are dropped: a provider leaves its requirement (which goes
    when it was the last one, or lowers ``needs`` to what is left), a failure leaves its scenario,
    people needed leave their service.
    """
    gone = frozenset(ids)
    plan = plan.without(table, gone)
    for name, referring in integrity.referring(plan, table, gone):
        kept = dict(plan.table(name))
        for key in referring:
            remaining = _without_references(kept[key], table, gone)
            if remaining is None:
                del kept[key]
            else:
                kept[key] = remaining
        plan = plan.with_table(name, kept)
    return plan


def remove_and_join(plan: Plan, service_ids: Collection[str]) -> Plan:
    """Return the plan without services; what needed them now needs what they needed."""
    for service_id in service_ids:
        below = [r for r in plan.requirements.values() if r.dependant == service_id]
        above = [r for r in plan.requirements.values() if service_id in r.providers]
        plan = remove(plan, "services", [service_id])
        for upper in above:
            for lower in below:
                if upper.dependant not in lower.providers:
                    plan = _connect_if_new(plan, upper.dependant, lower.providers)
    return plan


def _connect_if_new(plan: Plan, dependant: str, providers: Collection[str]) -> Plan:
    try:
        return connect(plan, dependant, providers)
    except EditRefused:
        return plan


def _without_references(record: Part, table: str, gone: frozenset[str]) -> Part | None:
    changes: dict[str, Any] = {}
    for name, field in integrity.fields_to(type(record), table):
        value = getattr(record, name)
        if not value:
            continue
        if field.about.kind is Kind.RECORDS:
            parts = tuple(
                kept
                for part in cast("tuple[Any, ...]", value)
                if (kept := _without_references(part, table, gone)) is not None
            )
            if parts != value:
                changes[name] = parts
        elif field.about.target == table:
            kept_value = _dropped(value, gone)
            if kept_value != value:
                if field.required and not kept_value:
                    return None
                changes[name] = kept_value
    if not changes:
        return record
    if isinstance(record, Requirement) and record.needs is not None and "providers" in changes:
        changes["needs"] = min(record.needs, len(changes["providers"]))
    return cast("Part", replace(cast("Any", record), **changes))


def _dropped(value: object, gone: frozenset[str]) -> object:
    if isinstance(value, str):
        return None if value in gone else value
    if isinstance(value, tuple):
        return tuple(item for item in cast("tuple[str, ...]", value) if item not in gone)
    if isinstance(value, Mapping):
        counts = cast("Mapping[str, int]", value)
        return {key: count for key, count in counts.items() if key not in gone}
    return value


def rename_id(plan: Plan, table: str, old: str, new: str) -> Plan:
    """Return the plan with one record's id changed everywhere it is used; its place is kept.

    Raises:
        EditRefused: if the new id is empty, taken, or holds control characters.
    """
    if old == new:
        return plan
    if not new or not new.isprintable():
        raise EditRefused("An id must be a text without control characters; type at least one")
    if new in plan.table(table):
        raise EditRefused(f"{shown(new)} is already among the {table}; choose another id")
    for name in LISTS:
        renamed: dict[str, Record] = {}
        for record in plan.table(name).values():
            own = new if name == table and record.id == old else record.id
            updated = _renamed(record, table, lambda item: new if item == old else item)
            renamed[own] = updated if own == record.id else replace(cast("Any", updated), id=own)
        if any(plan.table(name).get(key) is not record for key, record in renamed.items()):
            plan = plan.with_table(name, renamed)
    return plan


def _renamed(record: Part, table: str, new_id: Callable[[str], str]) -> Part:
    """Return a record with every reference into one list replaced."""
    changes: dict[str, Any] = {}
    for name, field in fields_of(type(record)).items():
        value = getattr(record, name)
        if field.about.kind is Kind.RECORDS:
            parts = tuple(_renamed(part, table, new_id) for part in cast("tuple[Any, ...]", value))
            changes[name] = parts
        elif field.about.target == table and value:
            changes[name] = _mapped(value, new_id)
    changes = {name: value for name, value in changes.items() if value != getattr(record, name)}
    return cast("Part", replace(cast("Any", record), **changes)) if changes else record


def _mapped(value: object, new_id: Callable[[str], str]) -> object:
    if isinstance(value, str):
        return new_id(value)
    if isinstance(value, tuple):
        return tuple(new_id(item) for item in cast("tuple[str, ...]", value))
    counts = cast("Mapping[str, int]", value)
    return {new_id(key): count for key, count in counts.items()}


def copy_services(
    plan: Plan,
    services: Collection[Service],
    requirements: Collection[Requirement],
    offset: tuple[float, float],
) -> tuple[Plan, tuple[str, ...]]:
    """Return the plan with copies of services and of the requirements among them.

    Requirements whose dependant is copied are copied too: providers that are copied along point
    to their copies, others to the originals if those still exist.

    Args:
        plan: The plan to add to.
        services: The services to copy; they need not be in the plan any more.
        requirements: Requirements to copy along.
        offset: Added to every position, in canvas units.

    Returns:
        The new plan and the ids of the copies in the order of ``services``.
    """
    new_ids: dict[str, str] = {}
    copies: list[Service] = []
    taken = set(plan.services)
    for service in services:
        new_ids[service.id] = free_id(taken, service.title)
        taken.add(new_ids[service.id])
        x, y = service.position or (0.0, 0.0)
        copies.append(
            replace(service, id=new_ids[service.id], position=(x + offset[0], y + offset[1]))
        )
    kept_needs = [
        replace(c, needs={t: n for t, n in c.needs.items() if t in plan.teams}) for c in copies
    ]
    plan = plan.put("services", *kept_needs)
    for requirement in requirements:
        providers = tuple(new_ids.get(p, p) for p in requirement.providers)
        known = tuple(p for p in providers if p in plan.services)
        if requirement.dependant in new_ids and known:
            needs = None if requirement.needs is None else min(requirement.needs, len(known))
            copy = replace(
                requirement,
                id=next_requirement_id(plan.requirements),
                dependant=new_ids[requirement.dependant],
                providers=known,
                needs=needs,
            )
            plan = plan.put("requirements", copy)
    return plan, tuple(new_ids.values())


def set_failures(plan: Plan, scenario: Scenario) -> Plan:
    """Return the plan with a scenario added or replaced.

    Raises:
        EditRefused: if it names unknown services or one service twice.
    """
    return _consistent(plan.put("scenarios", scenario), [scenario])


def _title(plan: Plan, service_id: str) -> str:
    service = plan.services.get(service_id)
    return service.title if service else service_id


def _consistent(plan: Plan, touched: Iterable[Record]) -> Plan:
    """Return the plan, or refuse when one of the touched records is inconsistent."""
    alone = integrity.problems_of(plan, touched)
    if alone:
        raise EditRefused(alone[0])
    return plan
