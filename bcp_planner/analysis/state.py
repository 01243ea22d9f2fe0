"""What following an order found out, as lists."""

from __future__ import annotations

from dataclasses import dataclass

from bcp_planner.analysis.kernels import rows
from bcp_planner.analysis.kernels.rows import Rows


@dataclass(frozen=True, slots=True)
class State:
    """Moments of every affected service in milliseconds, ``NEVER`` where they do not come.

    Attributes:
        lost: When it goes down; ``NEVER`` when it rides through.
        back: When it is up again; 0 when it rides through.
        ready: When its work could start if people were there.
        start: When its work starts.
        finish: When its work is done.
        reason: Why work did not start earlier: ``BY_...`` of ``kernels.list_schedule``.
        blamed: The service behind that reason, or -1.
        blamed_team: The team behind that reason, or -1.
        finish_blamed: Whose return kept it waiting after its own work, or -1.
        row: All of it packed as ``kernels.rows`` says.
    """

    lost: list[int]
    back: list[int]
    ready: list[int]
    start: list[int]
    finish: list[int]
    reason: list[int]
    blamed: list[int]
    blamed_team: list[int]
    finish_blamed: list[int]
    row: list[int]


def state_of(row: Rows, services: int) -> State:
    """Return the figures in a packed state."""
    places = (
        rows.S_LOST,
        rows.S_BACK,
        rows.S_READY,
        rows.S_START,
        rows.S_FINISH,
        rows.S_REASON,
        rows.S_BLAMED,
        rows.S_BLAMED_TEAM,
        rows.S_FINISH_BLAMED,
    )
    plain = rows.plain(row)
    return State(*(rows.part(plain, place, services) for place in places), row=list(plain))
