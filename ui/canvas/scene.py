"""What stands where: the plan as arrays for painting and hit testing.

An item is a service or a collapsed group. A requirement with one provider is one line; one with
several is a trunk from the dependant to a junction (the "1 of 2" badge) and a branch to each.
Coordinates are canvas units, y downwards; an item's position is the centre of its card.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF

from bcp_planner.domain.entities import SERVICE_KINDS, Requirement
from bcp_planner.domain.plan import Plan

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]
Point = tuple[float, float]

CARD_W, CARD_H = 192.0, 72.0
GROUP_W, GROUP_H = 240.0, 104.0
JUNCTION_W, JUNCTION_H = 52.0, 22.0
_JUNCTION_GAP = 34.0
_SPREAD = 0.8
"""Part of a card's edge over which the lines at it are spread."""
_PORT = 26.0
"""Greatest distance of lines at one edge, in canvas units."""
_BUNDLES, _LEAST_BUNDLES = 2, 40
"""Lines between collapsed groups: so many for each card, but at least so many; the heaviest."""
_KIND = {kind: number for number, kind in enumerate(SERVICE_KINDS)}


@dataclass(frozen=True, slots=True)
class Group:
    """Services that belong together: drawn as a frame, or as one card when collapsed."""

    id: str
    title: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """What of a plan is drawn: some services, with some groups collapsed into one card each."""

    visible: frozenset[str] | None = None
    groups: tuple[Group, ...] = ()
    collapsed: frozenset[str] = frozenset()


@dataclass(slots=True, eq=False)
class Scene:
    """Items and lines of one drawing.

    Attributes:
        ids: Id of each item: a service's, or a collapsed group's.
        groups: Item number to group, for collapsed groups.
        frames: Groups that are drawn as frames around their members.
        xy: Centre of each item, shape (items, 2).
        half: Half width and height of each item, shape (items, 2).
        kind: Number of each item's kind in `SERVICE_KINDS`; -1 for groups.
        requirements: Id of each line's requirement; "" where a line stands for several.
        upper: Item that needs something, for each line.
        lower: Item that provides it, for each line; -1 for the trunk to a junction.
        junction: Junction that a line begins or (trunk) ends at; -1 for plain lines.
        soft: Whether a line's requirement is soft.
        weight: How many requirements each line stands for.
        badges: Requirement of each junction.
        owner: Dependant item of each junction.
        badge_xy: Centre of each junction, shape (junctions, 2).
        ends: Both ends of each line, shape (lines, 4): x1, y1, x2, y2.
        hidden_links: Requirements with an end that is not drawn.
        total: Services in the plan.
        shown: Services that are drawn, also inside collapsed groups.
    """

    ids: list[str]
    index: dict[str, int]
    groups: dict[int, Group]
    frames: tuple[Group, ...]
    xy: Floats
    half: Floats
    kind: Ints
    requirements: list[str]
    upper: Ints
    lower: Ints
    junction: Ints
    soft: Flags
    weight: Ints
    badges: list[str]
    owner: Ints
    hidden_links: int
    total: int
    shown: int
    badge_xy: Floats = field(default_factory=lambda: np.zeros((0, 2)))
    ends: Floats = field(default_factory=lambda: np.zeros((0, 4)))

    def moved(self, positions: Mapping[int, Point]) -> Scene:
        """Return the scene with some items elsewhere."""
        xy = self.xy.copy()
        for item, point in positions.items():
            xy[item] = point
        return self.at(xy)

    def at(self, xy: Floats) -> Scene:
        """Return the scene with all items at new places."""
        return replace(self, xy=xy).measured()

    def measured(self) -> Scene:
        """Compute junctions and line ends from the items' positions, and return the scene."""
        self.badge_xy = _junction_places(self)
        self.ends = _line_ends(self)
        return self

    def rect(self, item: int) -> QRectF:
        """Return the card of one item."""
        (x, y), (w, h) = self.xy[item].tolist(), self.half[item].tolist()
        return QRectF(x - w, y - h, 2 * w, 2 * h)

    def bounds(self, items: Sequence[int] | Ints | None = None) -> QRectF:
        """Return the rectangle around items (all of them by default); null when there are none."""
        xy, half = (self.xy, self.half) if items is None else (self.xy[items], self.half[items])
        if not len(xy):
            return QRectF()
        low, high = (xy - half).min(axis=0), (xy + half).max(axis=0)
        return QRectF(float(low[0]), float(low[1]), *(high - low).tolist())

    def lines_of(self, items: Sequence[int]) -> Ints:
        """Return the lines that touch any of the items, also through a junction."""
        chosen = np.zeros(len(self.ids) + 1, dtype=bool)
        chosen[list(items)] = True
        return np.flatnonzero(chosen[self.upper] | (chosen[self.lower] & (self.lower >= 0)))

    def near(self, items: Sequence[int]) -> Scene:
        """Return the scene with those lines only that decide how lines at some items run.

        These are the lines of the items, of what they lead to, and of the junctions there: enough
        to move the items and see their lines as in the whole scene, at a small part of the work.
        """
        mine = self.lines_of(items)
        ends = np.concatenate((np.array(items, np.int64), self.upper[mine], self.lower[mine]))
        touching = self.lines_of(np.unique(ends[ends >= 0]).tolist())
        owners = np.zeros(len(self.ids) + 1, dtype=bool)
        owners[self.upper[touching]] = True
        kept = np.union1d(touching, np.flatnonzero(owners[self.upper]))
        return self._with_lines(kept).measured()

    def _with_lines(self, lines: Ints) -> Scene:
        junction = self.junction[lines]
        used = np.unique(junction[junction >= 0])
        number = np.full(len(self.badges) + 1, -1, dtype=np.int64)
        number[used] = np.arange(used.size)
        return replace(
            self,
            requirements=[self.requirements[line] for line in lines.tolist()],
            upper=self.upper[lines],
            lower=self.lower[lines],
            junction=number[junction],
            soft=self.soft[lines],
            weight=self.weight[lines],
            badges=[self.badges[badge] for badge in used.tolist()],
            owner=self.owner[used],
        )

    def lines_of_requirement(self, requirement_id: str) -> list[int]:
        """Return the lines that draw one requirement."""
        return [n for n, name in enumerate(self.requirements) if name == requirement_id]


def build(plan: Plan, positions: Mapping[str, Point], shown: Shown) -> Scene:
    """Return the scene of a plan; services without a position or not wanted are left out."""
    item_of, ids, groups = _items(plan, positions, shown)
    count = len(ids)
    kind = np.full(count, -1, dtype=np.int64)
    half = np.tile((GROUP_W / 2, GROUP_H / 2), (count, 1)) if count else np.zeros((0, 2))
    xy = np.zeros((count, 2))
    for number, name in enumerate(ids):
        xy[number] = positions[name]
        if number not in groups:
            kind[number] = _KIND.get(plan.services[name].kind, 0)
            half[number] = CARD_W / 2, CARD_H / 2
    lines = _Lines(group_items=frozenset(groups))
    hidden = lines.add_all(plan.requirements.values(), item_of)
    hidden += lines.keep_heaviest(max(_LEAST_BUNDLES, _BUNDLES * count))
    frames = tuple(g for g in shown.groups if g.id not in shown.collapsed)
    return Scene(
        ids=ids,
        index={name: number for number, name in enumerate(ids)},
        groups=groups,
        frames=frames,
        xy=xy,
        half=half,
        kind=kind,
        requirements=lines.requirements,
        upper=np.array(lines.upper, dtype=np.int64),
        lower=np.array(lines.lower, dtype=np.int64),
        junction=np.array(lines.junction, dtype=np.int64),
        soft=np.array(lines.soft, dtype=bool),
        weight=np.array(lines.weight, dtype=np.int64),
        badges=lines.badges,
        owner=np.array(lines.owner, dtype=np.int64),
        hidden_links=hidden,
        total=len(plan.services),
        shown=len(item_of),
    ).measured()


def _items(
    plan: Plan, positions: Mapping[str, Point], shown: Shown
) -> tuple[dict[str, int], list[str], dict[int, Group]]:
    """Return the item of every drawn service, the items' ids, and which of them are groups."""
    home = {m: g for g in shown.groups if g.id in shown.collapsed for m in g.members}
    item_of: dict[str, int] = {}
    ids: list[str] = []
    groups: dict[int, Group] = {}
    number_of: dict[str, int] = {}
    for service_id in plan.services:
        if shown.visible is not None and service_id not in shown.visible:
            continue
        group = home.get(service_id)
        name = group.id if group else service_id
        if name not in positions:
            continue
        if name not in number_of:
            number_of[name] = len(ids)
            if group:
                groups[len(ids)] = group
            ids.append(name)
        item_of[service_id] = number_of[name]
    return item_of, ids, groups


@dataclass(slots=True)
class _Lines:
    """The lines while they are collected."""

    requirements: list[str] = field(default_factory=list[str])
    upper: list[int] = field(default_factory=list[int])
    lower: list[int] = field(default_factory=list[int])
    junction: list[int] = field(default_factory=list[int])
    soft: list[bool] = field(default_factory=list[bool])
    weight: list[int] = field(default_factory=list[int])
    badges: list[str] = field(default_factory=list[str])
    owner: list[int] = field(default_factory=list[int])
    bundles: dict[tuple[int, int], int] = field(default_factory=dict[tuple[int, int], int])
    group_items: frozenset[int] = frozenset()

    def add_all(self, requirements: Iterable[Requirement], item_of: Mapping[str, int]) -> int:
        """Add the lines of requirements; return how many have an end that is not drawn.

        Nearly all requirements of a large plan go into a bundle that is there: these go quickly.
        """
        hidden, find, known = 0, item_of.get, self.bundles.get
        for requirement in requirements:
            upper, providers = find(requirement.dependant, -1), requirement.providers
            if len(providers) == 1 and upper in self.group_items:
                lower = find(providers[0], -1)
                line = known((upper, lower))
                if line is not None:
                    self.weight[line] += 1
                    if self.soft[line]:
                        self.soft[line] = requirement.strength == "soft"
                    continue
                if lower == upper:
                    continue
            hidden += not self.add(requirement, item_of)
        return hidden

    def add(self, requirement: Requirement, item_of: Mapping[str, int]) -> bool:
        """Add the lines of a requirement; return whether all of its ends are drawn."""
        upper = item_of.get(requirement.dependant, -1)
        lowers = [item_of[p] for p in requirement.providers if p in item_of]
        if upper < 0 or not lowers:
            return False
        soft = requirement.strength == "soft"
        if upper in self.group_items or not self.group_items.isdisjoint(lowers):
            self._bundle(upper, lowers, soft)
        elif len(requirement.providers) == 1:
            if lowers[0] != upper:
                self._line(requirement.id, upper, lowers[0], -1, soft)
        else:
            junction = len(self.badges)
            self.badges.append(requirement.id)
            self.owner.append(upper)
            self._line(requirement.id, upper, -1, junction, soft)
            for lower in dict.fromkeys(lowers):
                self._line(requirement.id, upper, lower, junction, soft)
        return len(lowers) == len(requirement.providers)

    def _line(self, name: str, upper: int, lower: int, junction: int, soft: bool) -> None:
        self.requirements.append(name)
        self.upper.append(upper)
        self.lower.append(lower)
        self.junction.append(junction)
        self.soft.append(soft)
        self.weight.append(1)

    def keep_heaviest(self, most: int) -> int:
        """Keep so many bundles, the heaviest; return how many requirements go with the others."""
        if len(self.bundles) <= most:
            return 0
        ranked = sorted(self.bundles.values(), key=lambda line: (-self.weight[line], line))
        gone = set(ranked[most:])
        hidden = sum(self.weight[line] for line in gone)
        kept = [line for line in range(len(self.upper)) if line not in gone]
        self.requirements = [self.requirements[line] for line in kept]
        self.soft = [self.soft[line] for line in kept]
        for name in ("upper", "lower", "junction", "weight"):
            column: list[int] = getattr(self, name)
            setattr(self, name, [column[line] for line in kept])
        return hidden

    def _bundle(self, upper: int, lowers: Sequence[int], soft: bool) -> None:
        """Count a requirement into the one line between two cards of which one is a group."""
        for lower in dict.fromkeys(lowers):
            if lower == upper:
                continue
            line = self.bundles.setdefault((upper, lower), len(self.requirements))
            if line == len(self.requirements):
                self._line("", upper, lower, -1, soft)
            else:
                self.weight[line] += 1
                self.soft[line] = self.soft[line] and soft


def _junction_places(scene: Scene) -> Floats:
    """Return the centre of each junction: just outside its owner, clear of its owner's lines."""
    count = len(scene.badges)
    if not count:
        return np.zeros((0, 2))
    towards = _provider_middles(scene)
    half = scene.half[scene.owner]
    below = towards[:, 1] >= -half[:, 1]
    plain = np.flatnonzero(scene.junction < 0)
    upper = scene.upper[plain]
    way = scene.xy[scene.lower[plain]] - scene.xy[upper]
    owner = np.concatenate((scene.owner, upper))
    key = owner * 2 + np.concatenate((below, way[:, 1] >= 0))
    width = np.concatenate((np.full(count, JUNCTION_W + 14.0), np.full(plain.size, _PORT)))
    order = np.lexsort((np.concatenate((towards[:, 0], way[:, 0])), key))
    ends = np.cumsum(width[order])
    first = np.searchsorted(key[order], key[order], side="left")
    last = np.searchsorted(key[order], key[order], side="right") - 1
    begin = ends[first] - width[order][first]
    middle = np.empty(owner.size)
    middle[order] = ends - width[order] / 2 - (begin + ends[last]) / 2
    x = scene.xy[scene.owner, 0] + middle[:count]
    y = scene.xy[scene.owner, 1] + np.where(below, 1.0, -1.0) * (half[:, 1] + _JUNCTION_GAP)
    return np.column_stack((x, y))


def _provider_middles(scene: Scene) -> Floats:
    """Return for each junction the way from its owner to the middle of its providers."""
    count = len(scene.badges)
    branch = np.flatnonzero((scene.junction >= 0) & (scene.lower >= 0))
    sums = np.zeros((count, 2))
    np.add.at(sums, scene.junction[branch], scene.xy[scene.lower[branch]])
    number = np.maximum(np.bincount(scene.junction[branch], minlength=count), 1)[:, None]
    return sums / number - scene.xy[scene.owner]


def _slots(owner: Ints, side: Flags, towards: Floats) -> Floats:
    """Return for each end its place on its side of its owner, and how many ends are there."""
    key = owner * 2 + side
    order = np.lexsort((towards, key))
    sorted_key = key[order]
    first = np.searchsorted(sorted_key, sorted_key, side="left")
    after = np.searchsorted(sorted_key, sorted_key, side="right")
    slots = np.zeros((owner.size, 2))
    slots[order, 0] = np.arange(owner.size) - first
    slots[order, 1] = after - first
    return slots


def _line_ends(scene: Scene) -> Floats:
    """Return where each line leaves and where it arrives, on the edges of what it joins.

    Lines that leave or reach a card on one side are spread over it, in the order of where they
    go, so that none lies on another.
    """
    count = len(scene.requirements)
    if not count:
        return np.zeros((0, 4))
    small = np.array((JUNCTION_W / 2, JUNCTION_H / 2))
    points = np.vstack((scene.xy, scene.badge_xy))
    halves = np.vstack((scene.half, np.tile(small, (len(scene.badges), 1))))
    items = len(scene.ids)
    trunk = scene.lower < 0
    start = np.where((scene.junction >= 0) & ~trunk, items + scene.junction, scene.upper)
    end = np.where(trunk, items + scene.junction, scene.lower)
    delta = points[end] - points[start]
    apart = abs(delta[:, 1]) - halves[start, 1] - halves[end, 1]
    level = np.tile(apart < 6.0, 2)
    owner, way = np.concatenate((start, end)), np.vstack((delta, -delta))
    forward = np.where(level, way[:, 0], way[:, 1]) >= 0
    aim = np.where(level, way[:, 1], way[:, 0])
    trunks = np.flatnonzero(trunk)
    if trunks.size:
        # A trunk takes its place among its owner's lines by where its providers are.
        aim[trunks] = _provider_middles(scene)[scene.junction[trunks], 0]
    slot = _slots(owner * 2 + level, forward, aim)
    half = halves[owner]
    room = 2 * _SPREAD * np.where(level, half[:, 1], half[:, 0])
    aside = (slot[:, 0] - (slot[:, 1] - 1) / 2) * np.minimum(_PORT, room / slot[:, 1])
    sign = np.where(forward, 1.0, -1.0)
    x = np.where(level, sign * half[:, 0], aside)
    y = np.where(level, aside, sign * half[:, 1])
    ports = points[owner] + np.column_stack((x, y))
    return np.hstack((ports[:count], ports[count:]))
