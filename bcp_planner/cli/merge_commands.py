"""Joining two copies of a plan that went separate ways."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from bcp_planner.cli import plans
from bcp_planner.cli.output import Output, counts
from bcp_planner.domain.change import Change, diff
from bcp_planner.domain.codec import Json, shown, write_record, write_value
from bcp_planner.domain.entities import PlanInfo
from bcp_planner.domain.fields import fields_of
from bcp_planner.domain.merge import Clash, Conflict, Side, decided, is_open, kept
from bcp_planner.domain.plan import LISTS
from bcp_planner.joining import Joined
from bcp_planner.storage.history import HistoryEntry


def merge(arguments: argparse.Namespace) -> Output:
    """Join a copy with the plan; where both changed the same, the plan's side counts."""
    preferred = Side(arguments.keep) if arguments.keep else None
    with plans.opened(arguments.plan, edit=not arguments.dry_run) as session:
        if not arguments.dry_run:
            plans.refuse_read_only(session)
        before = session.plan
        joined = session.joined_with(arguments.copy, plans.passphrase_for(arguments.copy))
        sides = [(one, _side(one, preferred)) for one in joined.merged.conflicts]
        plan = decided(joined.merged.plan, sides)
        if not arguments.dry_run:
            session.edit(f"Merge with {arguments.copy.name}", plan, kind="import")
    change = diff(before, plan)
    document: dict[str, Json] = {
        "merged": not arguments.dry_run,
        "common": _entry(joined.common),
        "changes": _changes(change),
        "conflicts": [_conflict(one, side, joined) for one, side in sides],
    }
    return Output(document, lambda: _lines(document))


def _side(conflict: Conflict, preferred: Side | None) -> Side:
    return preferred if preferred is not None and is_open(conflict) else kept(conflict)


def _changes(change: Change) -> dict[str, Json]:
    """Return what the merge did to the plan, by list: ids added, changed and removed."""
    found: dict[str, dict[str, list[str]]] = {"added": {}, "changed": {}, "removed": {}}
    for name, table in change.tables.items():
        for key, (before, after) in table.records.items():
            kind = "added" if before is None else "removed" if after is None else "changed"
            found[kind].setdefault(name, []).append(key)
    if change.info is not None:
        found["changed"]["plan"] = [""]
    return cast("dict[str, Json]", found)


def _conflict(conflict: Conflict, side: Side, joined: Joined) -> Json:
    mine, theirs = joined.made_by(conflict)
    return {
        "why": conflict.clash.name.lower(),
        "list": conflict.table,
        "id": conflict.id,
        "field": conflict.field,
        "base": _value(conflict, conflict.base),
        "mine": _value(conflict, conflict.mine),
        "theirs": _value(conflict, conflict.theirs),
        "mine_by": _entry(mine),
        "theirs_by": _entry(theirs),
        "kept": side.value if is_open(conflict) else "both",
    }


def _value(conflict: Conflict, value: object) -> Json:
    if value is None:
        return None
    if conflict.clash is not Clash.FIELD:
        return write_record(value)
    record = PlanInfo if conflict.table == "plan" else LISTS[conflict.table]
    return write_value(value, fields_of(record)[conflict.field].about.kind)


def _entry(entry: HistoryEntry | None) -> Json:
    if entry is None:
        return None
    return {"who": entry.who, "at": entry.at.isoformat(), "label": entry.label}


def _lines(document: Mapping[str, Json]) -> Iterator[str]:
    changes = cast("Mapping[str, Mapping[str, Sequence[str]]]", document["changes"])
    for kind, lists in changes.items():
        yield f"{kind}: {counts(lists)}"
    for one in cast("Sequence[Mapping[str, Json]]", document["conflicts"]):
        what = f"{one['list']} {shown(one['id'])} {one['field']}".strip()
        sides = f"here {shown(one['mine'])}, in the copy {shown(one['theirs'])}"
        yield f"conflict: {what}: {sides}; kept: {one['kept']}"
    if not document["merged"]:
        yield "nothing was written"
