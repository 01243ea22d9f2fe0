"""Two copies of a plan that went separate ways, joined again: record by record, field by field.

What only one side changed is taken from that side. Where both changed the same field to different
values, mine is taken and the field is reported; nothing that somebody still needs is lost.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any, TypeAlias, cast

from bcp_planner.domain import edits, integrity
from bcp_planner.domain.entities import Requirement
from bcp_planner.domain.errors import EditRefused
from bcp_planner.domain.fields import Kind, fields_of
from bcp_planner.domain.plan import LISTS, Plan, Record

_Version: TypeAlias = Record | None
_Place: TypeAlias = tuple[str, str]
"""A list of the plan and the id of a record in it."""


class Clash(Enum):
    """Why two changes do not fit together, and what was done."""

    FIELD = "both sides changed this; mine was kept"
    REMOVED_BY_ME = "I removed it and they changed it; it was kept as they have it"
    REMOVED_BY_THEM = "they removed it and I changed it; it was kept as I have it"
    STILL_NEEDED = "one side removed it and the other still needs it; it was kept"
    SAME_ID = "both sides gave this id to different things; theirs got another id"
    CONTRADICTION = "the changes contradict each other; the record was kept as one side has it"


@dataclass(frozen=True, slots=True)
class Conflict:
    """One place where the two sides do not fit together.

    Attributes:
        clash: Why, and what was done.
        table: List of the plan, or ``plan`` for its header.
        id: Id of the record; empty for the header.
        field: The field for ``Clash.FIELD``, else empty.
        base: The value (or record) that both started from; None where there was none.
        mine: The value (or record) of my side.
        theirs: The value (or record) of their side.
    """

    clash: Clash
    table: str
    id: str
    field: str
    base: object
    mine: object
    theirs: object


@dataclass(frozen=True, slots=True)
class Merged:
    """The joined plan, which is whole and consistent, and what to look at."""

    plan: Plan
    conflicts: Sequence[Conflict]


def merge(base: Plan, mine: Plan, theirs: Plan) -> Merged:
    """Join two plans that started from the same one.

    Merging with an unchanged side gives the other side, order included. Without conflicts, which
    side is mine makes no difference to any record.

    Args:
        base: The plan both started from.
        mine: One of them, which wins where both changed the same field.
        theirs: The other.
    """
    needed: frozenset[_Place] = frozenset()
    while True:
        merged = _merged(base, mine, theirs, needed)
        missing = {(name, key) for name, key in _missing(merged.plan) if key in base.table(name)}
        if missing <= needed:
            return _made_whole(merged, base, mine, theirs)
        needed |= missing


def _merged(base: Plan, mine: Plan, theirs: Plan, needed: Collection[_Place]) -> Merged:
    """Return the plans joined, perhaps with references that lead nowhere."""
    conflicts: list[Conflict] = []
    theirs = _with_own_ids(base, mine, theirs, conflicts)
    kept_mine = _without_removals(base, mine, theirs, needed)
    kept_theirs = _without_removals(base, theirs, mine, needed)
    info = _merged_record("plan", "", (base.info, mine.info, theirs.info), conflicts)
    plan = Plan(info=info)
    for name in LISTS:
        tables = (base.table(name), kept_mine.table(name), kept_theirs.table(name))
        plan = plan.with_table(name, _merged_table(name, *tables, conflicts))
    _tell_of_removals((base, mine, theirs), needed, conflicts)
    return Merged(plan, conflicts)


def _made_whole(merged: Merged, base: Plan, mine: Plan, theirs: Plan) -> Merged:
    conflicts = list(merged.conflicts)
    plan = _with_what_is_needed(merged.plan, (mine, theirs, base), conflicts)
    return Merged(_without_contradictions(plan, base, mine, theirs, conflicts), conflicts)


class Side(Enum):
    """One of the two plans that are joined."""

    MINE = "mine"
    THEIRS = "theirs"


def kept(conflict: Conflict) -> Side:
    """Return the side that a merged plan has a conflict as, before anybody decides."""
    return Side.THEIRS if conflict.clash is Clash.REMOVED_BY_ME else Side.MINE


def is_open(conflict: Conflict) -> bool:
    """Whether a conflict can be decided either way; else nothing of either side is lost."""
    return conflict.clash not in {Clash.STILL_NEEDED, Clash.SAME_ID}


def decided(plan: Plan, decisions: Sequence[tuple[Conflict, Side]]) -> Plan:
    """Return a merged plan with its conflicts decided.

    Args:
        plan: The merged plan.
        decisions: Conflicts and the side to have each as; those left out stay as they are.

    Raises:
        EditRefused: if that contradicts the rest of the plan.
    """
    others = [(one, side) for one, side in decisions if is_open(one) and side is not kept(one)]
    # What is removed takes with it what cannot stand without it, so that comes last.
    for conflict, side in sorted(others, key=lambda pair: _of(*pair) is None):
        plan = _as_one_side(plan, conflict, side)
    return plan


def _as_one_side(plan: Plan, conflict: Conflict, side: Side) -> Plan:
    value = _of(conflict, side)
    if conflict.clash is not Clash.FIELD:
        if value is None:
            return edits.remove(plan, conflict.table, [conflict.id])
        new = plan.put(conflict.table, cast("Record", value))
        return _refused_if_unsound(new, cast("Record", value))
    if conflict.table == "plan":
        return edits.update_info(plan, **{conflict.field: value})
    if conflict.id not in plan.table(conflict.table):
        return plan
    return edits.update(plan, conflict.table, conflict.id, **{conflict.field: value})


def _of(conflict: Conflict, side: Side) -> object:
    return conflict.mine if side is Side.MINE else conflict.theirs


def _refused_if_unsound(plan: Plan, record: Record) -> Plan:
    problems = integrity.problems_of(plan, [record])
    if problems:
        raise EditRefused(problems[0])
    return plan


# ------------------------------------------------------------------------------------ records


def _merged_table(
    name: str,
    base: Mapping[str, Record],
    mine: Mapping[str, Record],
    theirs: Mapping[str, Record],
    conflicts: list[Conflict],
) -> Mapping[str, Record]:
    if mine is theirs or theirs is base:
        return mine
    if mine is base:
        return theirs
    merged: dict[str, Record] = {}
    for key in _merged_order(base, mine, theirs):
        sides = (base.get(key), mine.get(key), theirs.get(key))
        record = _merged_side(name, key, sides, conflicts)
        if record is not None:
            merged[key] = record
    return merged


def _merged_side(
    name: str, key: str, sides: tuple[_Version, _Version, _Version], conflicts: list[Conflict]
) -> _Version:
    base, mine, theirs = sides
    if theirs in (mine, base):
        return mine
    if mine == base:
        return theirs
    if mine is None or theirs is None:
        return mine or theirs
    return cast("Record", _merged_record(name, key, (base, mine, theirs), conflicts))


def _merged_record(
    name: str, key: str, sides: tuple[Any, Any, Any], conflicts: list[Conflict]
) -> Any:  # noqa: ANN401 - a record or the header
    base, mine, theirs = sides
    taken: dict[str, object] = {}
    for field_name, field in fields_of(cast("type[Any]", type(mine))).items():
        old: Any = field.default if base is None else getattr(base, field_name)
        my, their = getattr(mine, field_name), getattr(theirs, field_name)
        if their in (my, old):
            continue
        if my == old:
            taken[field_name] = their
        elif field.about.kind is Kind.TAGS:
            taken[field_name] = _merged_tags(old or (), my, their)
        else:
            conflicts.append(Conflict(Clash.FIELD, name, key, field_name, old, my, their))
    return replace(mine, **taken) if taken else mine


def _merged_tags(
    base: Sequence[str], mine: Sequence[str], theirs: Sequence[str]
) -> tuple[str, ...]:
    """Return the tags neither side removed, then what either added, by alphabet."""
    common = [tag for tag in base if tag in mine and tag in theirs]
    return (*common, *sorted({*mine, *theirs}.difference(base)))


def _merged_order(
    base: Mapping[str, Record], mine: Mapping[str, Record], theirs: Mapping[str, Record]
) -> Sequence[str]:
    """Return all ids of both sides; the side that reordered leads, the other's new ones follow."""
    mine_moved = [key for key in base if key in mine] != [key for key in mine if key in base]
    leader, other = (mine, theirs) if mine_moved else (theirs, mine)
    order: dict[str | None, str | None] = {}
    last: str | None = None
    for key in leader:
        order[last], last = key, key
    order[last] = None
    previous: str | None = None
    for key in other:
        if key not in leader:
            order[key], order[previous] = order[previous], key
        previous = key
    return list(_followed(order))


def _followed(order: Mapping[str | None, str | None]) -> Iterator[str]:
    key = order[None]
    while key is not None:
        yield key
        key = order[key]


# ----------------------------------------------------------------------------------- removals


def _removed(base: Plan, side: Plan, other: Plan, needed: Collection[_Place]) -> list[_Place]:
    """Return what a side removed and the other side changed or needs."""
    return [
        (name, key)
        for name in LISTS
        for key, record in base.table(name).items()
        if key not in side.table(name)
        and key in other.table(name)
        and (other.table(name)[key] != record or (name, key) in needed)
    ]


def _without_removals(base: Plan, side: Plan, other: Plan, needed: Collection[_Place]) -> Plan:
    """Return a side as if it had never removed what the other side changed or needs.

    What went with a removed record, because it cannot stand without it, comes back with it.
    """
    without = base
    for name, key in _removed(base, side, other, needed):
        without = edits.remove(without, name, [key])
    for name in LISTS:
        old, gone, now = base.table(name), without.table(name), side.table(name)
        back = {
            key: record
            for key, record in old.items()
            if gone.get(key) != record and now.get(key) == gone.get(key)
        }
        if back:
            order = _merged_order(old, old, now)
            records = {**now, **back}
            side = side.with_table(name, {key: records[key] for key in order if key in records})
    return side


def _tell_of_removals(
    sides: tuple[Plan, Plan, Plan], needed: Collection[_Place], conflicts: list[Conflict]
) -> None:
    base, mine, theirs = sides
    for clash, side, other in (
        (Clash.REMOVED_BY_ME, mine, theirs),
        (Clash.REMOVED_BY_THEM, theirs, mine),
    ):
        for name, key in _removed(base, side, other, needed):
            values = [plan.table(name).get(key) for plan in sides]
            is_needed = other.table(name)[key] == values[0]
            told = Clash.STILL_NEEDED if is_needed else clash
            conflicts.append(Conflict(told, name, key, "", *values))


# ---------------------------------------------------------------------------- between records


def _with_own_ids(base: Plan, mine: Plan, theirs: Plan, conflicts: list[Conflict]) -> Plan:
    """Return their plan with other ids for things that only share their id with a thing of mine."""
    for name in LISTS:
        both = [
            key
            for key in theirs.table(name)
            if key in mine.table(name) and key not in base.table(name)
        ]
        for key in both:
            my, their = mine.table(name)[key], theirs.table(name)[key]
            if my == their or _is_same_thing(my, their):
                continue
            taken = {*base.table(name), *mine.table(name), *theirs.table(name)}
            theirs = edits.rename_id(theirs, name, key, edits.free_id(taken, key))
            conflicts.append(Conflict(Clash.SAME_ID, name, key, "", None, my, their))
    return theirs


def _is_same_thing(mine: Record, theirs: Record) -> bool:
    if isinstance(mine, Requirement) and isinstance(theirs, Requirement):
        same_providers = set(mine.providers) == set(theirs.providers)
        return mine.dependant == theirs.dependant and same_providers
    return "name" in fields_of(type(mine)) and getattr(mine, "name") == getattr(theirs, "name")  # noqa: B009


def _with_what_is_needed(plan: Plan, sources: Sequence[Plan], conflicts: list[Conflict]) -> Plan:
    """Bring back what one side removed and the other refers to."""
    missing = _missing(plan)
    while missing:
        for name, key in missing:
            record = next(s.table(name)[key] for s in sources if key in s.table(name))
            plan = plan.put(name, record)
            mine, theirs, base = (source.table(name).get(key) for source in sources)
            conflicts.append(Conflict(Clash.STILL_NEEDED, name, key, "", base, mine, theirs))
        missing = _missing(plan)
    return plan


def _missing(plan: Plan) -> Sequence[tuple[str, str]]:
    """Return what records refer to and is not there, as (list, id)."""
    return list(
        dict.fromkeys(
            (target, key)
            for name in LISTS
            for record in plan.table(name).values()
            for _, target, key in integrity.references_of(record)
            if key not in plan.table(target)
        )
    )


def _without_contradictions(
    plan: Plan, base: Plan, mine: Plan, theirs: Plan, conflicts: list[Conflict]
) -> Plan:
    """Take a record as one side has it where the mixture of both makes no sense."""
    for name in LISTS:
        for key, record in list(plan.table(name).items()):
            if not integrity.problems_of(plan, [record]):
                continue
            sides = [side.table(name).get(key) for side in (base, mine, theirs)]
            conflicts.append(Conflict(Clash.CONTRADICTION, name, key, "", *sides))
            plan = _as_one_side_has_it(plan, name, key, [sides[1], sides[2]])
    return plan


def _as_one_side_has_it(plan: Plan, name: str, key: str, sides: Sequence[_Version]) -> Plan:
    for side in sides:
        if side is not None:
            candidate = plan.put(name, side)
            if not integrity.problems_of(candidate, [side]):
                return candidate
    return edits.remove(plan, name, [key])
