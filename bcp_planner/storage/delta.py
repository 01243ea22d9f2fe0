"""What one edit changed, as JSON: enough to walk back from the present to any past state.

``{list: {id: [before, after]}, "plan": [before, after], "order": {list: {id: [before, after]}}}``.
A side is null where the record did not exist; where it existed on both, the sides hold only the
fields that differ, and a field that is absent had its default value.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias, cast

from bcp_planner.domain.change import Change
from bcp_planner.storage.rows import Raw, raw_of

Sides: TypeAlias = list[Raw | None]
Moves: TypeAlias = dict[str, dict[str, list[int | None]]]
Delta: TypeAlias = dict[str, Any]

_PLAN, _ORDER = "plan", "order"


def delta_of(change: Change, moves: Moves, raw_of: Callable[[object], Raw] = raw_of) -> Delta:
    """Return a change with the new places of records as JSON; ``raw_of`` gives that of a record."""
    delta: Delta = {}
    for name, table in change.tables.items():
        if table.records:
            delta[name] = {
                key: _sides(before and raw_of(before), after and raw_of(after))
                for key, (before, after) in table.records.items()
            }
    if change.info is not None:
        before, after = change.info
        delta[_PLAN] = _sides(raw_of(before), raw_of(after))
    if moves:
        delta[_ORDER] = moves
    return delta


def _sides(before: Raw | None, after: Raw | None) -> Sides:
    if before is None or after is None:
        return [before, after]
    keys = [key for key in {**before, **after} if before.get(key) != after.get(key)]
    return [
        {key: before[key] for key in keys if key in before},
        {key: after[key] for key in keys if key in after},
    ]


def joined_moves(first: Moves, second: Moves) -> Moves:
    """Return the places before the first and after the second of two edits."""
    joined: Moves = {name: dict(places) for name, places in first.items()}
    for name, places in second.items():
        into = joined.setdefault(name, {})
        for key, (before, after) in places.items():
            into[key] = [into[key][0] if key in into else before, after]
    return joined


def touched(delta: Delta) -> dict[str, Mapping[str, Sides]]:
    """Return the records of a delta by list."""
    return {
        name: cast("Mapping[str, Sides]", records)
        for name, records in delta.items()
        if name not in {_PLAN, _ORDER}
    }


def header_sides(delta: Delta) -> Sides | None:
    """Return what changed in the plan's header, or None."""
    return delta.get(_PLAN)


def moves_of(delta: Delta) -> Moves:
    """Return how places changed, by list and id."""
    return delta.get(_ORDER, {})


def is_sound(delta: object) -> bool:
    """Whether foreign or damaged JSON is a delta."""
    if not isinstance(delta, dict):
        return False
    parts = dict(cast("Delta", delta))
    header, order = parts.pop(_PLAN, [None, None]), parts.pop(_ORDER, {})
    return (
        _is_pair(header, dict)
        and _are_pairs(parts, dict)
        and isinstance(order, dict)
        and _are_pairs(cast("Delta", order), int)
    )


def _are_pairs(lists: Delta, kind: type) -> bool:
    return all(
        isinstance(records, dict)
        and all(_is_pair(pair, kind) for pair in cast("Delta", records).values())
        for records in lists.values()
    )


def _is_pair(pair: object, kind: type) -> bool:
    """Whether it is what was before and after, each of a kind or null."""
    if not isinstance(pair, list):
        return False
    sides = cast("list[object]", pair)
    return len(sides) == 2 and all(side is None or isinstance(side, kind) for side in sides)  # noqa: PLR2004


def undone(after: Raw | None, sides: Sides) -> Raw | None:
    """Return a record before an edit from the record after it and the edit's two sides."""
    before_side, after_side = sides
    if before_side is None or after_side is None:
        return before_side
    kept = {key: value for key, value in (after or {}).items() if key not in after_side}
    return {**kept, **before_side}
