"""The steps that undo takes back and redo does again, around what was recorded in logs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from bcp_planner.domain.change import diff
from bcp_planner.domain.plan import LISTS, Plan
from bcp_planner.domain.recording import keeping

Direction = Literal["undo", "redo"]

MOST_ENTRIES = 600_000
"""Entries of lists that steps keep in memory, about 60 bytes each. In a plan of 10,000 services
that is sixty steps; the history in the file knows all of them, and leads back to each."""
LEAST_STEPS = 50
"""Steps that can be taken back, however large the plan is."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what it was, the plan on both sides, and what may still join it.

    Attributes:
        label: What was done, in words.
        before: The plan before it.
        after: The plan after it.
        merge: Key of the edits that may still join it; None for none.
        recorded: How many records there were when it was made; those since stay.
    """

    label: str
    before: Plan
    after: Plan
    merge: str | None
    recorded: int

    @property
    def size(self) -> int:
        """How many entries the lists hold that the plan after it does not share with before."""
        lists = ((self.before.table(name), self.after.table(name)) for name in LISTS)
        return sum(len(after) for before, after in lists if before is not after)


class Way(NamedTuple):
    """Where undo or redo leads: the step, its place, and the plan to have."""

    place: int
    step: Step
    target: Plan


class Steps:
    """Steps done and undone. A record is none of them: going back and forth steps over it."""

    def __init__(self) -> None:
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._recorded: list[str] = []

    @property
    def has_records(self) -> bool:
        """Whether anything was recorded."""
        return bool(self._recorded)

    def add(self, label: str, before: Plan, after: Plan, merge: str | None) -> None:
        """Add a step; what was undone is forgotten."""
        self._done.append(Step(label, before, after, merge, len(self._recorded)))
        self._undone.clear()
        self._forget_oldest()

    def _forget_oldest(self) -> None:
        kept = sum(step.size for step in self._done)
        while kept > MOST_ENTRIES and len(self._done) > LEAST_STEPS:
            kept -= self._done.pop(0).size

    def joined_by(self, merge: str | None) -> Step | None:
        """Return the step that an edit with a key joins; None when it is one of its own."""
        last = self._done[-1] if self._done else None
        joins = merge is not None and last is not None and last.merge == merge
        return last if joins and not self._undone else None

    def join(self, label: str, after: Plan, *, anything: bool) -> None:
        """Let the last step lead to another plan; it is gone when that changes nothing."""
        last = self._done.pop()
        if anything:
            self._done.append(replace(last, label=label, after=after))
        else:
            self.end_joining()

    def end_joining(self) -> None:
        """Keep the newest step as it is; no further edit joins it."""
        if self._done:
            self._done[-1] = replace(self._done[-1], merge=None)

    def record(self, events: Iterable[str]) -> None:
        """Note that the logs of some events have grown."""
        self._recorded += sorted(events)
        self.end_joining()

    def way(self, direction: Direction, present: Plan) -> Way | None:
        """Return where undo or redo leads: the newest step that still changes anything."""
        steps = self._done if direction == "undo" else self._undone
        for place in reversed(range(len(steps))):
            step = steps[place]
            goal = step.before if direction == "undo" else step.after
            target = keeping(goal, present, self._recorded[step.recorded :])
            if step.recorded == len(self._recorded) or diff(present, target):
                return Way(place, step, target)
        return None

    def go(self, direction: Direction, way: Way) -> None:
        """Move the steps that a way leads over to the other side."""
        source, other = self._done, self._undone
        if direction == "redo":
            source, other = other, source
        other.extend(reversed(source[way.place :]))
        del source[way.place :]
        self.end_joining()
