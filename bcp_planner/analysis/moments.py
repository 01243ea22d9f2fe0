"""The state of every service at one moment, with or without its recovery.

At a moment a service is down from its loss until its return. What the others feel then follows
from the rules of semantics.md 2, read for that moment: degraded is the least solution in which
more providers than a hard requirement can spare are degraded or down, or more than a soft one
can spare are down; at risk is who has lost a spare.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bcp_planner.analysis.arrays import NEVER
from bcp_planner.analysis.graph import compiled
from bcp_planner.analysis.results import Impact, Recovery, State
from bcp_planner.domain.durations import Duration
from bcp_planner.domain.plan import Plan

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from bcp_planner.analysis.arrays import Structure


class Moments:
    """Answers what state every service is in at any moment of one scenario."""

    def __init__(self, plan: Plan, impact: Impact, recovery: Recovery | None = None) -> None:
        """Prepare the times of loss and return.

        Args:
            plan: The plan that both results belong to.
            impact: The blast radius of the scenario.
            recovery: Its recovery; None when nobody brings anything back.
        """
        self._structure: Structure = compiled(plan).structure
        self._down, self._back = _times(self._structure.ids, impact, recovery)

    def at(self, moment: Duration) -> dict[str, State]:
        """Return the state of every service at a moment, in the order of the plan."""
        import numpy as np

        down = (self._down <= moment) & (moment < self._back)
        degraded = _degraded(self._structure, down)
        at_risk = _at_risk(self._structure, down)
        rank = np.select([down, degraded, at_risk], [3, 2, 1], default=0)
        states = tuple(State)
        numbers: list[int] = rank.tolist()
        return {key: states[n] for key, n in zip(self._structure.ids, numbers, strict=True)}


def _times(
    ids: tuple[str, ...], impact: Impact, recovery: Recovery | None
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Return when each service goes down and comes back, ``NEVER`` for what does not."""
    import numpy as np

    down, back = np.full(len(ids), NEVER), np.full(len(ids), NEVER)
    for number, key in enumerate(ids):
        result = recovery.services.get(key) if recovery else None
        if recovery is not None and result is not None:
            lost = None if result.rides_through else result.down_at
            back[number] = NEVER if result.up_at is None else result.up_at
        else:
            found = impact.services.get(key) if recovery is None else None
            lost = found.down_at if found else None
        down[number] = NEVER if lost is None else lost
    return down, back


def _short(structure: Structure, gone: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Tell for each requirement whether too few providers are left."""
    import numpy as np

    first = np.asarray(structure.first)
    lost = np.add.reduceat(gone[structure.provider].astype(np.int64), first[:-1])
    return lost > (np.diff(first) - structure.needed)


def _degraded(structure: Structure, down: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    degraded = down.copy()
    if not len(structure.dependant):
        return degraded
    hard = structure.hard == 1
    degraded[structure.dependant[_short(structure, down) & ~hard]] = True
    count = -1
    while count != int(degraded.sum()):
        count = int(degraded.sum())
        degraded[structure.dependant[_short(structure, degraded) & hard]] = True
    return degraded


def _at_risk(structure: Structure, down: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    import numpy as np

    at_risk = np.zeros_like(down)
    if len(structure.dependant):
        first = np.asarray(structure.first)
        touched = np.add.reduceat(down[structure.provider].astype(np.int64), first[:-1]) > 0
        spare = structure.needed < np.diff(first)
        at_risk[structure.dependant[touched & spare]] = True
    return at_risk
