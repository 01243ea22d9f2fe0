"""How much of the drawing an edit of the plan touches: nothing but cards, places, or all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bcp_planner.domain.change import Change
from bcp_planner.domain.entities import Service

_GROUPING = ("kind", "tier", "owner", "tags", "site")
"""Fields that decide in which group a service is, and how its block looks."""


def only_cards(change: Change) -> bool:
    """Tell whether an edit changes nothing but what is written on cards."""
    return _only_services(change) and not _differ(change, (*_GROUPING, "position"))


def moved(change: Change) -> list[Service] | None:
    """Return the services that an edit puts elsewhere; None if it does more than that."""
    if not _only_services(change) or _differ(change, _GROUPING):
        return None
    return [new for old, new in _pairs(change) if old.position != new.position]


def _only_services(change: Change) -> bool:
    """Tell whether the same services stand in the same order, and requirements are untouched."""
    services = change.tables.get("services")
    if services is None or services.reordered or "requirements" in change.tables:
        return False
    return all(before and after for before, after in services.records.values())


def _pairs(change: Change) -> Iterator[tuple[Service, Service]]:
    for before, after in change.tables["services"].records.values():
        if isinstance(before, Service) and isinstance(after, Service):
            yield before, after


def _differ(change: Change, names: Iterable[str]) -> bool:
    wanted = tuple(names)
    return any(
        getattr(before, name) != getattr(after, name)
        for before, after in _pairs(change)
        for name in wanted
    )
