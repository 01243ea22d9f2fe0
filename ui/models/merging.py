"""What joining two copies brings, as rows: what comes from which side, and what does not fit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from bcp_planner.domain.entities import PlanInfo
from bcp_planner.domain.fields import fields_of
from bcp_planner.domain.merge import Clash, Conflict, Side, is_open
from bcp_planner.domain.plan import LISTS, Plan, Record
from ui.forms.text import to_text
from ui.language import mark, shown, stamped, tr
from ui.models import differences
from ui.models.differences import Difference

if TYPE_CHECKING:
    from bcp_planner.joining import Joined
    from bcp_planner.storage.history import HistoryEntry

HERE, THERE = mark("This plan"), mark("The other copy")
SIDES = {Side.MINE: HERE, Side.THEIRS: THERE}

_WHOLE = {
    Clash.REMOVED_BY_ME: mark("Deleted here, changed in the other copy"),
    Clash.REMOVED_BY_THEM: mark("Changed here, deleted in the other copy"),
    Clash.STILL_NEEDED: mark("Deleted on one side, needed on the other; it stays"),
    Clash.SAME_ID: mark("Two things have this id; both stay, the other copy’s gets a new id"),
    Clash.CONTRADICTION: mark("The changes of both sides together make no sense"),
}


class Taken(NamedTuple):
    """One change that the joined plan has, and the side it comes from."""

    change: Difference
    side: str


class Clashing(NamedTuple):
    """One conflict in words.

    Attributes:
        conflict: What it is.
        what: The record.
        field: The field, or what does not fit about the whole record.
        before: The value both started from.
        mine: The value here.
        mine_by: Who gave it that value, when; empty when unknown.
        theirs: The value in the other copy.
        theirs_by: Who gave it that value, when.
        can_choose: Whether either side can be had.
    """

    conflict: Conflict
    what: str
    field: str
    before: str
    mine: str
    mine_by: str
    theirs: str
    theirs_by: str
    can_choose: bool


def taken(base: Plan, mine: Plan, theirs: Plan, merged: Plan) -> list[Taken]:
    """Return every change from the common plan to the joined one, with the side it comes from."""
    here = set(differences.of_fields(base, mine))
    there = set(differences.of_fields(base, theirs))
    rows = []
    for change in differences.of_fields(base, merged):
        sides = [name for name, known in ((HERE, here), (THERE, there)) if change in known]
        rows.append(Taken(change, shown(sides[0]) if len(sides) == 1 else tr("Both")))
    return rows


def clashing(joined: Joined, mine: Plan, theirs: Plan) -> list[Clashing]:
    """Return the conflicts of two joined copies in words."""
    return [_in_words(one, joined, mine, theirs) for one in joined.merged.conflicts]


def _in_words(conflict: Conflict, joined: Joined, mine: Plan, theirs: Plan) -> Clashing:
    my_entry, their_entry = joined.made_by(conflict)
    base = joined.base
    texts = [
        _text(conflict, value, plan)
        for value, plan in (
            (conflict.base, base),
            (conflict.mine, mine),
            (conflict.theirs, theirs),
        )
    ]
    return Clashing(
        conflict,
        _what(conflict, (mine, theirs, base)),
        _field(conflict),
        texts[0],
        texts[1],
        said_by(my_entry),
        texts[2],
        said_by(their_entry),
        is_open(conflict),
    )


def _what(conflict: Conflict, plans: Sequence[Plan]) -> str:
    if conflict.table == "plan":
        return tr("Plan")
    for plan in plans:
        record = plan.table(conflict.table).get(conflict.id)
        if record is not None:
            return differences.name_of(conflict.table, record, plan)
    return conflict.id


def _field(conflict: Conflict) -> str:
    if conflict.clash is not Clash.FIELD:
        return shown(_WHOLE[conflict.clash])
    return shown(fields_of(_type_of(conflict))[conflict.field].about.label)


def _type_of(conflict: Conflict) -> type[Record] | type[PlanInfo]:
    return PlanInfo if conflict.table == "plan" else LISTS[conflict.table]


def _text(conflict: Conflict, value: object, plan: Plan) -> str:
    if conflict.clash is not Clash.FIELD:
        return tr("deleted") if value is None else tr("there")
    field = fields_of(_type_of(conflict))[conflict.field]
    return to_text(field, value, plan) or tr("empty")


def said_by(entry: HistoryEntry | None) -> str:
    """Return who made a change and when; empty when that is not known."""
    if entry is None:
        return ""
    return f"{entry.who}, {stamped(entry.at)}"


def summary(joined: Joined) -> str:
    """Return since when the copies differ and how much was done on both sides."""
    mine, theirs = len(joined.mine), len(joined.theirs)
    if joined.common is None:
        return tr(
            "The two files have no edits in common, so they are joined record by record; "
            "what both have under one id and name counts as one."
        )
    return tr(
        "Both were the same until {who} (“{label}”). "
        "Edits since then: {mine} here, {theirs} in the other copy.",
        who=said_by(joined.common),
        label=shown(joined.common.label),
        mine=mine,
        theirs=theirs,
    )
