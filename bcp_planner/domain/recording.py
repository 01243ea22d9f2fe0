"""What was recorded in the log of an exercise or incident stays when edits are undone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace

from bcp_planner.domain.change import diff
from bcp_planner.domain.exercising import Event
from bcp_planner.domain.plan import Plan

_KEPT = ("status", "starts", "log_count", "log_seal")
"""Fields of an event that its log sets."""


def is_record(before: Plan, after: Plan) -> bool:
    """Return whether a change only adds log entries, and sets what they say of their event."""
    change = diff(before, after)
    if change.info or set(change.tables) - {"log", "events"}:
        return False
    added = change.tables.get("log")
    events = change.tables.get("events")
    only_added = added is None or all(old is None for old, _ in added.records.values())
    pairs = events.records.values() if events else ()
    return only_added and all(
        isinstance(old, Event) and isinstance(new, Event) and _but_for_its_log(old, new)
        for old, new in pairs
    )


def _but_for_its_log(old: Event, new: Event) -> bool:
    names = (field.name for field in fields(Event) if field.name not in _KEPT)
    return all(getattr(old, name) == getattr(new, name) for name in names)


def keeping(target: Plan, present: Plan, events: Iterable[str]) -> Plan:
    """Return a plan to go to, with the logs of some events as they are now.

    An event that the target does not have stays whole: its log would have nothing to belong to.

    Args:
        target: The plan before or after an edit, from before the entries were recorded.
        present: The plan as it is now.
        events: Ids of the events that have recorded something since; those gone are left out.
    """
    for key in dict.fromkeys(events):
        now = present.events.get(key)
        if now is None:
            continue
        then = target.events.get(key)
        kept = now if then is None else replace(then, **{n: getattr(now, n) for n in _KEPT})
        entries = [entry for entry in present.log.values() if entry.event == key]
        target = target.put("events", kept).put("log", *entries)
    return target
