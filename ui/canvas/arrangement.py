"""Where services stand: as the plan says, or, where it says nothing, as laid out for viewing.

Positions that were computed are kept here and not in the plan. The first edit that places
something by hand takes them along (`unsaved`), so that the picture a person saw is what is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from bcp_planner.analysis.layout import CELL, finer, layout
from bcp_planner.analysis.placement import Point, place_beside
from bcp_planner.domain.plan import Plan
from ui.jobs import Ticket

STEP = 12.0
"""Cards stand on multiples of this, in canvas units."""
DEADLINE = 0.35
"""Seconds after which a layout is not improved any further."""


def snapped(point: Point) -> Point:
    """Return the nearest point of the grid."""
    return round(point[0] / STEP) * STEP, round(point[1] / STEP) * STEP


def edges_of(plan: Plan) -> list[tuple[str, str]]:
    """Return (dependant, provider) of every requirement."""
    return [(r.dependant, p) for r in plan.requirements.values() for p in r.providers]


def arranged(
    plan: Plan,
    services: Iterable[str] | None = None,
    *,
    previous: Mapping[str, Point] | None = None,
    fixed: Mapping[str, Point] | None = None,
    tiers: bool = False,
    lanes: Mapping[str, str] | None = None,
) -> dict[str, Point]:
    """Return a layout of the services (all by default), on the grid.

    Args:
        plan: The plan.
        services: Which services.
        previous: Where they are, for left and right to stay as they are.
        fixed: Services that stay in their place.
        tiers: Tiers as rows, tier 1 on top.
        lanes: Service to the name of its column.
    """
    chosen = list(plan.services) if services is None else list(services)
    rows = {k: t for k in chosen if (t := plan.services[k].tier) is not None} if tiers else None
    found = layout(
        chosen,
        edges_of(plan),
        tier=rows or None,
        lane=lanes,
        fixed=fixed,
        previous=previous,
        deadline=DEADLINE,
    )
    return {k: fixed[k] if fixed and k in fixed else snapped(p) for k, p in found.items()}


def finer_arranged(
    plan: Plan, services: Sequence[str], previous: Mapping[str, Point], ticket: Ticket
) -> dict[str, Point] | None:
    """Return a layout with fewer crossings than `arranged` gives, or None; in a worker thread."""
    found = finer(services, edges_of(plan), previous=previous, cancelled=lambda: ticket.cancelled)
    return found and {key: snapped(point) for key, point in found.items()}


class Arrangement:
    """The position of every service of the plan that is open, found when first asked for."""

    def __init__(self) -> None:
        self._found: dict[str, Point] = {}
        self._new: Plan | None = None

    @property
    def positions(self) -> Mapping[str, Point]:
        """Where services stand, by id."""
        if self._new is not None:
            self._found, self._new = _followed(self._new, self._found), None
        return self._found

    def reset(self, plan: Plan) -> None:
        """Start with another plan."""
        self._found, self._new = {}, plan

    def follow(self, plan: Plan) -> None:
        """Take the plan's positions, and find places for services that have none."""
        self._new = plan

    def unsaved(self, plan: Plan) -> dict[str, Point]:
        """Return the positions that are seen but not in the plan."""
        return {
            key: point
            for key, point in self.positions.items()
            if key in plan.services and plan.services[key].position is None
        }


def _followed(plan: Plan, kept: Mapping[str, Point]) -> dict[str, Point]:
    """Return positions: the plan's, else those kept, else beside what they are tied to."""
    positions: dict[str, Point] = {}
    lacking: list[str] = []
    for key, service in plan.services.items():
        if service.position is not None:
            positions[key] = service.position
        elif key in kept:
            positions[key] = kept[key]
        else:
            lacking.append(key)
    if not positions:
        return arranged(plan)
    found = place_beside(lacking, edges_of(plan), positions, CELL) if lacking else {}
    return {**positions, **{key: snapped(point) for key, point in found.items()}}
