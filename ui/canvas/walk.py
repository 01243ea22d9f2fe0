"""Walking along links with the keyboard: up to dependants, down to what is needed, sideways."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

from bcp_planner.domain.plan import Plan
from ui.canvas.arrangement import edges_of
from ui.canvas.scene import Point


def neighbour(plan: Plan, places: Mapping[str, Point], current: str | None, way: str) -> str | None:
    """Return the service that a step leads to; None when there is none.

    Args:
        plan: The plan.
        places: Where services are seen; others cannot be reached.
        current: Where the step begins; None leads to the first service.
        way: "up" to a dependant, "down" to a provider, "left" and "right" to siblings: services
            that share a dependant or a provider, else whatever stands beside.
    """
    seen = [key for key in plan.services if key in places]
    if current is None or current not in places:
        return min(seen, key=lambda key: (places[key][1], places[key][0]), default=None)
    edges = edges_of(plan)
    if way in ("up", "down"):
        step = [(a, b) if way == "down" else (b, a) for a, b in edges]
        return _nearest(places, current, (end for start, end in step if start == current))
    siblings = _siblings(edges, current)
    sign = -1 if way == "left" else 1
    beside = [k for k in siblings if k in places and (places[k][0] - places[current][0]) * sign > 0]
    if not beside:
        row = (k for k in seen if abs(places[k][1] - places[current][1]) < 60)
        beside = [k for k in row if (places[k][0] - places[current][0]) * sign > 0]
    return _nearest(places, current, beside)


def _siblings(edges: list[tuple[str, str]], current: str) -> set[str]:
    above = {a for a, b in edges if b == current}
    below = {b for a, b in edges if a == current}
    found = {b for a, b in edges if a in above} | {a for a, b in edges if b in below}
    return found - {current}


def _nearest(places: Mapping[str, Point], current: str, others: Iterable[str]) -> str | None:
    here = places[current]
    known = [key for key in others if key in places]
    return min(known, key=lambda key: (math.dist(here, places[key]), places[key]), default=None)
