"""Which services a document is about: those of a unit, a team, an owner, a tag or a site."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from bcp_planner.domain.codec import shown
from bcp_planner.domain.errors import InputRefused
from bcp_planner.domain.plan import Plan
from bcp_planner.domain.service import Service

GROUPINGS = ("unit", "team", "owner", "tag", "site")
"""What services can be chosen by, in the order in which it is offered."""


def groups(plan: Plan, by: str) -> Mapping[str, tuple[str, ...]]:
    """Return the groups of a grouping with the services of each, by name, in the plan's order.

    A team has the services it works on; a site what is there, and what needs a facility of this
    name directly.
    """
    found: dict[str, dict[str, None]] = {}
    for service in plan.services.values():
        for name in _names(plan, service, by):
            found.setdefault(name, {})[service.id] = None
    if by == "site":
        _add_occupants(plan, found)
    return {name: tuple(found[name]) for name in sorted(found, key=str.casefold)}


def _names(plan: Plan, service: Service, by: str) -> Iterable[str]:
    """Return the groups that a service names itself."""
    if by == "tag":
        return service.tags
    if by == "team":
        keys = [*service.needs, *(step.team for step in service.steps if step.team)]
        return dict.fromkeys(plan.teams[key].title for key in keys)
    if by == "site":
        own = [service.title] if service.kind == "facility" else []
        return dict.fromkeys([*own, *([service.site] if service.site else [])])
    value = {"unit": service.unit, "owner": service.owner}[by]
    return [value] if value else []


def _add_occupants(plan: Plan, found: dict[str, dict[str, None]]) -> None:
    """Add to every facility the services that need it directly."""
    for requirement in plan.requirements.values():
        for key in requirement.providers:
            facility = plan.services[key]
            if facility.kind == "facility":
                found[facility.title][requirement.dependant] = None


def named(plan: Plan, wanted: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Return groups by their proper names; capitals do not matter, a team may be named by its id.

    Raises:
        InputRefused: if there is no such group.
    """
    found: list[tuple[str, str]] = []
    for by, name in wanted:
        known = {own.casefold(): own for own in groups(plan, by)}
        if by == "team" and name in plan.teams:
            known[name.casefold()] = plan.teams[name].title
        if known.get(name.casefold()) not in known.values():
            raise InputRefused(by, [_unknown(plan, by, name)])
        found.append((by, known[name.casefold()]))
    return tuple(found)


def services_of(plan: Plan, wanted: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """Return the services of some groups: any of one grouping, but all groupings that are named.

    Args:
        plan: The plan.
        wanted: Pairs of grouping and proper name.

    Raises:
        InputRefused: if no service is in all of them.
    """
    chosen = list(plan.services)
    for by in dict.fromkeys(by for by, _ in wanted):
        known = groups(plan, by)
        union = {key for own, name in wanted if own == by for key in known.get(name, ())}
        chosen = [key for key in chosen if key in union]
    if not chosen:
        raise InputRefused("services", [f"none is in all of: {in_words(wanted)}"])
    return tuple(chosen)


def in_words(wanted: Sequence[tuple[str, str]]) -> str:
    """Return the chosen groups in words: `unit Finance, tag pci`."""
    return ", ".join(f"{by} {name}" for by, name in wanted)


_MOST_SHOWN = 8


def _unknown(plan: Plan, by: str, name: str) -> str:
    known = list(groups(plan, by))
    if not known:
        return f"{shown(name)}: no service of the plan names a {by}"
    more = f" and {len(known) - _MOST_SHOWN} more" if len(known) > _MOST_SHOWN else ""
    return f"{shown(name)} is not one of: {', '.join(known[:_MOST_SHOWN])}{more}"
