"""How much longer one service's work may take in a followed order, as loops over packed rows."""

from __future__ import annotations

from bcp_planner.analysis.arrays import NEVER
from bcp_planner.analysis.kernels.jit import helper, kernel
from bcp_planner.analysis.kernels.list_schedule import bring_back, reset
from bcp_planner.analysis.kernels.rows import S_BACK, S_LOST, T_WORK, Rows

NO_LIMIT = -1


@kernel
def begin(t: Rows, base: Rows) -> None:
    """Prepare a state for following an order step by step."""
    reset(t, base)


@kernel
def advance(t: Rows, base: Rows, service: int) -> None:
    """Follow an order by one service."""
    bring_back(t, base, service)


@helper
def _excess(s: Rows, service: int, limits: Rows) -> int:
    """Return by how much an outage is above its limit; 0 when it is not."""
    lost = s[s[S_LOST] + service]
    if limits[service] == NO_LIMIT or lost >= NEVER:
        return 0
    return max(0, s[s[S_BACK] + service] - lost - limits[service])


@helper
def _worst(t: Rows, s: Rows, base: Rows, order: Rows, place: int, limits: Rows, growth: int) -> int:
    """Return by how much the limit missed most is missed when the work at a place grows.

    What comes before that place in the order is taken from ``base``: it does not change.
    """
    work = t[T_WORK] + order[place]
    usual = t[work]
    t[work] = min(NEVER, usual + growth)
    s[:] = base
    for later in range(place, len(order)):
        bring_back(t, s, order[later])
    t[work] = usual
    worst = 0
    for service in order:
        worst = max(worst, _excess(s, service, limits))
    return worst


@kernel
def room_to_grow(
    t: Rows,
    s: Rows,
    base: Rows,
    order: Rows,
    place: int,
    limits: Rows,
    largest: int,
    broken: Rows,
) -> tuple[int, int]:
    """Return the largest growth of one working time that keeps all limits.

    No outage gets shorter when work takes longer, so growths that keep the limits are those up
    to one largest. An outage mostly grows with the work from some growth on; so a growth that is
    too large by some time is followed by one that is smaller by that time.

    Args:
        t: The task; its working times are written to and put back.
        s: Room for following.
        base: The state before the place in the order.
        order: The order.
        place: Which service of it takes longer.
        limits: The longest outage of each service, ``NO_LIMIT`` where it does not count.
        largest: The largest of them.
        broken: Receives the services whose limits the next larger growth breaks.

    Returns:
        The growth, ``NEVER`` where any growth keeps the limits; and how many limits break.
    """
    if _worst(t, s, base, order, place, limits, NEVER) == 0:
        return NEVER, 0
    low, high, guess, by_excess = 0, NEVER, largest + 1, True
    while high - low > 1:
        if not low < guess < high:
            guess = low + (high - low) // 2
        worst = _worst(t, s, base, order, place, limits, guess)
        if worst > 0:
            # Every other time by halves: an outage may also hardly grow at all.
            high, guess = guess, guess - worst if by_excess else -1
            by_excess = not by_excess
        elif guess == low + 1:
            low, guess = guess, -1
        else:
            low, guess = guess, guess + 1
    _worst(t, s, base, order, place, limits, low + 1)
    count = 0
    for service in range(len(limits)):
        if _excess(s, service, limits) > 0:
            broken[count] = service
            count += 1
    return low, count
