"""A plan joined with a copy of its file that went its own way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bcp_planner.domain.merge import Conflict, Merged, merge
from bcp_planner.domain.plan import EMPTY, Plan
from bcp_planner.storage.history import HistoryEntry
from bcp_planner.storage.plan_file import PlanFile
from bcp_planner.storage.sealed_file import open_file


@dataclass(frozen=True, slots=True)
class Joined:
    """A copy joined with the plan, to be looked at before it is taken over.

    Attributes:
        merged: The joined plan and its conflicts; mine is the side of the open plan.
        theirs_plan: The plan in the copy.
        base: The plan both started from.
        common: The last edit both have; None when they have none.
        mine: What was done here since then, newest first.
        theirs: What was done in the copy since then, newest first.
    """

    merged: Merged
    theirs_plan: Plan
    base: Plan
    common: HistoryEntry | None
    mine: Sequence[HistoryEntry]
    theirs: Sequence[HistoryEntry]

    def made_by(self, conflict: Conflict) -> tuple[HistoryEntry | None, HistoryEntry | None]:
        """Return the edits on both sides that last touched what a conflict is about."""
        mine, theirs = (
            next((e for e in entries if e.touches(conflict.table, conflict.id)), None)
            for entries in (self.mine, self.theirs)
        )
        return mine, theirs


def joined(file: PlanFile, mine: Plan, path: Path, passphrase: str | None) -> Joined:
    """Return an open plan joined with a copy of its file; nothing is changed.

    Args:
        file: The open file.
        mine: The plan in it.
        path: The copy.
        passphrase: What the copy was encrypted with; None for one that is not.

    Raises:
        FileProblem: if the copy cannot be read.
    """
    copy = open_file(path, edit=False, passphrase=passphrase)
    try:
        theirs = copy.load()
        common = file.last_common_entry(copy)
        base = file.plan_at(common)
        if common == 0 and base != copy.plan_at(0):
            base = EMPTY
        history = file.history()
        theirs_since = _since(copy.history(), common)
    finally:
        copy.close()
    last = next((entry for entry in history if entry.id == common), None)
    merged = merge(base, mine, theirs)
    return Joined(merged, theirs, base, last, _since(history, common), theirs_since)


def _since(entries: Sequence[HistoryEntry], number: int) -> Sequence[HistoryEntry]:
    return [entry for entry in entries if entry.id > number]
