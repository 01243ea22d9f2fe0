"""Where the loops that follow an order find their numbers.

A task, and the state of following it, are each one long row of whole numbers, a list for plain
Python and a 64-bit array for compiled code: one array costs compiled code much less to hand from
function to function than thirty. It begins with the places of the rows inside it, so that
``t[t[T_WORK] + i]`` is the working time of service i. Times are milliseconds, ``NEVER`` for a
moment that does not come. Row i of a grouped table runs from ``..._FIRST`` of i to that of i + 1.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias, TypeVar, cast

Rows: TypeAlias = Any
"""A list of whole numbers, or a 64-bit array of them."""

N = TypeVar("N", int, float)

TASK = (
    "services",  # their number, not a place
    "teams",  # their number, not a place
    "declared",
    "fails",  # failure time; NEVER when it does not fail itself
    "down",  # loss by semantics.md 2
    "work",  # recovery of what failed itself, restart of the rest
    "loop",  # finish loop, -1 for none
    "wait_first",  # waits of each service
    "wait_needed",
    "wait_tolerance",
    "wait_relation",
    "provider_first",  # providers of each wait
    "provider",
    "need_first",  # teams that each service needs
    "need_team",
    "need_people",
    "member_first",  # members of each team; none for a team that is never short
    "limited",  # 1 for a team that can run short, else 0
    "mobilisation",
    "now",  # work that has not started starts no earlier; 0 when nothing has happened yet
    "known_lost",  # what has happened already, of each service; -1 for what has not
    "known_start",
    "known_finish",
    "known_back",
)
(
    SERVICES,
    TEAMS,
    T_DECLARED,
    T_FAILS,
    T_DOWN,
    T_WORK,
    T_LOOP,
    T_WAIT_FIRST,
    T_WAIT_NEEDED,
    T_WAIT_TOLERANCE,
    T_WAIT_RELATION,
    T_PROVIDER_FIRST,
    T_PROVIDER,
    T_NEED_FIRST,
    T_NEED_TEAM,
    T_NEED_PEOPLE,
    T_MEMBER_FIRST,
    T_LIMITED,
    T_MOBILISATION,
    T_NOW,
    T_KNOWN_LOST,
    T_KNOWN_START,
    T_KNOWN_FINISH,
    T_KNOWN_BACK,
) = range(len(TASK))

STATE = (
    "lost",  # when it goes down; NEVER when it rides through
    "back",  # when it is up again; 0 when it rides through
    "ready",
    "start",
    "finish",
    "status",  # LATER, PENDING, BACK or (for a moment) TENTATIVE
    "reason",  # why work did not start earlier: one of BY_...
    "blamed",  # the service behind that reason, or -1
    "blamed_team",  # the team behind that reason, or -1
    "finish_blamed",  # whose return kept it waiting after its own work, or -1
    "free",  # when each member is free, ascending inside each team
    "holder",  # the service that holds each member until then, or -1
    "pending",  # the pending services, and in the last place their number
    "scratch",
)
(
    S_LOST,
    S_BACK,
    S_READY,
    S_START,
    S_FINISH,
    S_STATUS,
    S_REASON,
    S_BLAMED,
    S_BLAMED_TEAM,
    S_FINISH_BLAMED,
    S_FREE,
    S_HOLDER,
    S_PENDING,
    S_SCRATCH,
) = range(len(STATE))


def packed(parts: Sequence[Sequence[N]]) -> list[N | int]:
    """Return rows in one row, with their places at its beginning."""
    places = itertools.accumulate((len(part) for part in parts), initial=len(parts))
    head = list(places)[:-1]
    return [*head, *itertools.chain.from_iterable(parts)]


def packed_task(rows: Mapping[str, Sequence[int]]) -> list[int]:
    """Return a task as one row; ``rows`` has every name of ``TASK`` but the two numbers."""
    row = packed([(), (), *(rows[name] for name in TASK[2:])])
    row[SERVICES], row[TEAMS] = len(rows["fails"]), len(rows["limited"])
    return row


def empty_state(task: Sequence[int]) -> list[int]:
    """Return room for following orders of a packed task."""
    services, members = task[SERVICES], task[task[T_MEMBER_FIRST] + task[TEAMS]]
    first = task[task[T_PROVIDER_FIRST] : task[T_PROVIDER]]
    widest = max((b - a for a, b in itertools.pairwise(first)), default=0)
    sizes = [services] * 10 + [members] * 2 + [services + 1, widest]
    return packed([[0] * size for size in sizes])


def plain(row: Rows) -> list[int]:
    """Return a row, a list or an array, as a list of plain numbers."""
    return cast("list[int]", row if isinstance(row, list) else row.tolist())


def part(row: Rows, place: int, count: int) -> list[int]:
    """Return some numbers of one row inside a packed row, as a list of plain numbers."""
    return plain(row[row[place] : row[place] + count])
