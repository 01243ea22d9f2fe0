"""What of the plan is looked at: a filter, a neighbourhood in focus, groups open or collapsed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from bcp_planner.analysis.layout import CELL, layout
from bcp_planner.analysis.placement import place_beside
from bcp_planner.domain.entities import Service
from bcp_planner.domain.plan import Plan
from ui import words
from ui.canvas.arrangement import arranged, edges_of
from ui.canvas.scene import Group, Point, Shown
from ui.language import mark, tr

GROUP_PREFIX = "group:"
"""Tags that begin like this put a service into a group drawn by hand."""
SITE_PREFIX = "site:"
GROUPED_FROM = 400
"""A plan with more services opens grouped."""
_GROUP_CELL: Point = (284.0, 190.0)
"""Usual distance between the centres of collapsed groups."""
_MARK = "\x00"
"""No id of a service holds a control character, so a group's id is never mistaken for one."""

GROUPINGS: Mapping[str, str] = {
    "": mark("No groups"),
    "group": mark("Own groups"),
    "site": mark("Site"),
    "tag": mark("Tag"),
    "tier": mark("Tier"),
    "kind": mark("Kind"),
    "owner": mark("Owner"),
}
"""What services can be grouped by, with the name shown for it."""


@dataclass(frozen=True, slots=True)
class Focus:
    """A service and how many steps around it are shown."""

    service: str
    depth: int


@dataclass(frozen=True, slots=True)
class Viewing:
    """What is looked at. Immutable, so that Back and Forward only keep values.

    Attributes:
        only: The services that a filter leaves; None without a filter.
        focus: The neighbourhood in focus; None for everything.
        trail: The neighbourhoods that led to it, first one first.
        grouping: What services are grouped by, a key of `GROUPINGS`.
        collapsed: Ids of the groups drawn as one card.
    """

    only: frozenset[str] | None = None
    focus: Focus | None = None
    trail: tuple[Focus, ...] = ()
    grouping: str = ""
    collapsed: frozenset[str] = frozenset()

    def visible(self, plan: Plan) -> frozenset[str] | None:
        """Return the services to draw; None for all."""
        if self.focus is None or self.focus.service not in plan.services:
            return self.only
        near = neighbourhood(plan, self.focus.service, self.focus.depth)
        return near if self.only is None else near & self.only

    def shown(self, plan: Plan) -> Shown:
        """Return what the scene is built from."""
        visible, found = self.visible(plan), groups(plan, self.grouping)
        if visible is not None:
            left = (
                replace(g, members=tuple(filter(visible.__contains__, g.members))) for g in found
            )
            found = tuple(group for group in left if group.members)
        return Shown(visible, found, self.collapsed)

    @property
    def is_whole(self) -> bool:
        """Whether everything is shown, nothing in focus and nothing collapsed."""
        return self.only is None and self.focus is None and not self.collapsed

    def around(self, focus: Focus) -> Viewing:
        """Return the view of a neighbourhood, reached from this one.

        One that was passed on the way is gone back to; another depth is no step of its own.
        """
        way = self.steps
        known = [step.service for step in way]
        if focus.service in known:
            way = way[: known.index(focus.service)]
        return replace(self, focus=focus, trail=way, collapsed=frozenset())

    def stepped_out(self) -> Viewing:
        """Return the view that led to this neighbourhood; that of everything from the first one."""
        if self.trail:
            return replace(self, focus=self.trail[-1], trail=self.trail[:-1])
        return replace(self, focus=None)

    @property
    def steps(self) -> tuple[Focus, ...]:
        """The trail with where it leads to."""
        return self.trail if self.focus is None else (*self.trail, self.focus)

    def toggled(self, group_id: str) -> Viewing:
        """Return the view with one group collapsed or opened."""
        return replace(self, collapsed=self.collapsed ^ {group_id})


def neighbourhood(plan: Plan, service_id: str, depth: int) -> frozenset[str]:
    """Return the services within so many requirements of one, in either direction."""
    near: dict[str, set[str]] = {}
    for dependant, provider in edges_of(plan):
        near.setdefault(dependant, set()).add(provider)
        near.setdefault(provider, set()).add(dependant)
    seen = {service_id}
    edge = {service_id}
    for _ in range(depth):
        edge = {other for one in edge for other in near.get(one, ())} - seen
        seen |= edge
    return frozenset(seen)


def stream(plan: Plan, services: Iterable[str], *, up: bool, everything: bool) -> frozenset[str]:
    """Return services with what they need (`up` False) or with what needs them, one step or all."""
    step: dict[str, list[str]] = {}
    for dependant, provider in edges_of(plan):
        start, end = (provider, dependant) if up else (dependant, provider)
        step.setdefault(start, []).append(end)
    seen = set(services)
    edge = set(seen)
    while edge:
        edge = {other for one in edge for other in step.get(one, ())} - seen
        seen |= edge
        if not everything:
            break
    return frozenset(seen)


def groups(plan: Plan, grouping: str) -> tuple[Group, ...]:
    """Return the groups of a plan, by title; services that belong to none are in none."""
    members: dict[str, list[str]] = {}
    for service in plan.services.values():
        name = _group_of(service, grouping)
        if name:
            members.setdefault(name, []).append(service.id)
    return tuple(
        Group(f"{_MARK}{grouping}{_MARK}{name}", name, tuple(ids))
        for name, ids in sorted(members.items())
    )


def _group_of(service: Service, grouping: str) -> str:
    if grouping == "kind":
        return words.choice(service.kind)
    if grouping == "tier":
        return tr("No tier") if service.tier is None else tr("Tier {tier}", tier=service.tier)
    if grouping == "owner":
        return service.owner or tr("No owner")
    if grouping == "tag":
        return service.tags[0] if service.tags else ""
    if grouping == "site":
        return site_of(service)
    return _tagged(service, GROUP_PREFIX) if grouping == "group" else ""


def site_of(service: Service) -> str:
    """Return where a service is: its place, else its tag that begins with `site:`."""
    return service.site.strip() or _tagged(service, SITE_PREFIX)


def _tagged(service: Service, prefix: str) -> str:
    return next((t[len(prefix) :].strip() for t in service.tags if t.startswith(prefix)), "")


def first_view(plan: Plan) -> Viewing:
    """Return how a plan that was never looked at is shown: a large one grouped and collapsed."""
    own = any(tag.startswith(GROUP_PREFIX) for s in plan.services.values() for tag in s.tags)
    if len(plan.services) <= GROUPED_FROM:
        return Viewing(grouping="group" if own else "")
    for grouping in ("group", "site", "owner", "tag", "tier", "kind"):
        found = groups(plan, grouping)
        covered = sum(len(group.members) for group in found)
        if 3 <= len(found) <= 120 and covered >= 0.6 * len(plan.services):
            return Viewing(grouping=grouping, collapsed=frozenset(g.id for g in found))
    return Viewing()


def items(plan: Plan, shown: Shown) -> dict[str, str]:
    """Return what each service that is drawn is drawn as: itself, or its collapsed group."""
    home = {m: g.id for g in shown.groups if g.id in shown.collapsed for m in g.members}
    wanted = (
        plan.services
        if shown.visible is None
        else filter(shown.visible.__contains__, plan.services)
    )
    return {service: home.get(service, service) for service in wanted}


def collapsed_positions(
    plan: Plan, item: Mapping[str, str], previous: Mapping[str, Point]
) -> dict[str, Point]:
    """Return positions for a view with collapsed groups: groups and what is left, laid out anew.

    Args:
        plan: The plan.
        item: What each service is drawn as, from `items`.
        previous: Where items were, for left and right to stay as they are.
    """
    nodes, edges = list(dict.fromkeys(item.values())), _ties(plan, item)
    # The lines that are drawn decide; with all of them every group is tied to every other.
    heaviest = sorted(edges, key=lambda pair: (-edges[pair], pair))[: 2 * len(nodes) + 40]
    kept = {k: p for k, p in previous.items() if k in set(nodes)}
    return layout(nodes, heaviest, previous=kept or None, cell=_GROUP_CELL, deadline=0.3)


def joined_positions(
    plan: Plan, item: Mapping[str, str], previous: Mapping[str, Point]
) -> dict[str, Point]:
    """Return positions in which what was there stays, and what is new stands beside its ties."""
    nodes = dict.fromkeys(item.values())
    kept = {node: previous[node] for node in nodes if node in previous}
    lacking = [node for node in nodes if node not in kept]
    cell = _GROUP_CELL if any(node.startswith(_MARK) for node in nodes) else CELL
    return (
        {**kept, **place_beside(lacking, list(_ties(plan, item)), kept, cell)} if lacking else kept
    )


def _ties(plan: Plan, item: Mapping[str, str]) -> dict[tuple[str, str], int]:
    """Return the pairs of items that requirements tie together, with how many do."""
    ties: dict[tuple[str, str], int] = {}
    for a, b in edges_of(plan):
        if a in item and b in item and item[a] != item[b]:
            pair = (item[a], item[b])
            ties[pair] = ties.get(pair, 0) + 1
    return ties


def focused_positions(plan: Plan, services: Iterable[str]) -> dict[str, Point]:
    """Return positions for a neighbourhood drawn on its own."""
    return arranged(plan, services)
