"""Recovery as semantics.md 3 and 4 define it, word for word and slowly; nothing of the engine."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, combinations, permutations

from bcp_planner.domain.entities import Requirement, Scenario
from bcp_planner.domain.plan import Plan
from tests.analysis import brute_force

NEVER = math.inf


def kth(values: Collection[float], k: int) -> float:
    return sorted(values)[k - 1]


def hard(plan: Plan, service: str) -> list[Requirement]:
    return [
        r for r in plan.requirements.values() if r.dependant == service and r.strength == "hard"
    ]


@dataclass
class Outcome:
    rides: bool
    down: float = NEVER
    start: float = NEVER
    finish: float = NEVER
    up: float = 0


@dataclass
class Walk:
    """Following an order, service by service."""

    plan: Plan
    scenario: Scenario
    relaxed: frozenset[str] = frozenset()
    teams: bool = True
    declared: float | None = None
    works: Mapping[str, float] = field(default_factory=dict)
    """Working times that take the place of estimates."""
    done: dict[str, Outcome] = field(default_factory=dict)
    waiting: dict[str, Outcome] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.fails = {f.service: f.at for f in self.scenario.fails}
        self.section2 = {
            key: at
            for key, at in brute_force.down(self.plan, self.scenario).items()
            if at is not None and at != brute_force.NEVER
        }
        if self.declared is None:
            self.declared = self.plan.declared_after(self.scenario)
        self.people = {
            key: [self.declared + (team.mobilisation or 0)] * (team.capacity or 0)
            for key, team in self.plan.teams.items()
        }

    def relation(self, r: Requirement) -> str:
        return "none" if r.id in self.relaxed else r.recovery

    def down(self, p: str) -> float:
        if p not in self.section2:
            return NEVER
        for known in (self.done, self.waiting):
            if p in known:
                return known[p].down
        return self.section2[p]

    def back(self, p: str) -> float:
        if p not in self.section2:
            return 0
        return self.done[p].up if p in self.done else NEVER

    def lost(self, r: Requirement) -> float:
        n, k = len(r.providers), r.needed
        return kth([self.down(p) for p in r.providers], n - k + 1)

    def restored(self, r: Requirement) -> float:
        return kth([self.back(p) for p in r.providers], r.needed)

    def effects(self, s: str) -> list[float]:
        return [
            self.lost(r) + r.tolerance
            for r in hard(self.plan, s)
            if self.restored(r) > self.lost(r) + r.tolerance
        ]

    def follow(self, order: Sequence[str]) -> dict[str, Outcome]:
        for s in order:
            self.bring_back(s)
        assert not self.waiting
        return self.done

    def bring_back(self, s: str) -> None:
        if self.rides_through(s):
            self.done[s] = Outcome(rides=True)
            self.come_up_together()
            return
        failure = self.fails.get(s, NEVER)
        down = min([failure, *self.effects(s)])
        ready = max(
            [
                self.declared,
                down,
                failure if s in self.fails else 0,
                *(self.restored(r) for r in hard(self.plan, s) if self.relation(r) == "start"),
            ]
        )
        start = self.start(s, ready)
        service = self.plan.services[s]
        estimate = service.recovery if s in self.fails else service.restart
        work = self.works.get(s, estimate.likely if estimate else 0)
        self.bind(s, start, start + work)
        self.waiting[s] = Outcome(rides=False, down=down, start=start, finish=start + work)
        self.come_up_together()

    def rides_through(self, s: str) -> bool:
        if s in self.fails:
            return False
        if not self.effects(s):
            return True
        # In a finish loop: supposing that it rides through.
        trial = Walk(self.plan, self.scenario, self.relaxed, self.teams, self.declared)
        trial.done = {**dict(self.done.items()), s: Outcome(rides=True)}
        trial.waiting = {k: Outcome(**vars(v)) for k, v in self.waiting.items()}
        trial.come_up_together()
        return not trial.effects(s)

    def start(self, s: str, ready: float) -> float:
        times = [ready]
        for team_id, count in self.plan.services[s].needs.items():
            team = self.plan.teams[team_id]
            if team.capacity is None or not self.teams:
                times.append(self.declared + (team.mobilisation or 0))
            elif count > team.capacity:
                times.append(NEVER)
            else:
                times.append(kth(self.people[team_id], count))
        return max(times)

    def bind(self, s: str, start: float, finish: float) -> None:
        for team_id, count in self.plan.services[s].needs.items():
            team = self.plan.teams[team_id]
            if team.capacity is not None and self.teams and start < NEVER:
                rest = sorted(self.people[team_id])[count:]
                self.people[team_id] = [*rest, *[finish] * count]

    def come_up_together(self) -> None:
        """Bring up the largest group that waits for nothing outside it, as early as possible."""
        group = max(
            (g for g in subsets(self.waiting) if all(self.satisfied(s, g) for s in g)), key=len
        )
        up = {s: self.waiting[s].finish for s in group}
        for _ in range(len(group) + 1):
            for s in group:
                for r in hard(self.plan, s):
                    if self.relation(r) == "finish":
                        back = [up.get(p, self.back(p)) for p in r.providers]
                        up[s] = max(up[s], kth(back, r.needed))
        for s in group:
            self.done[s] = self.waiting.pop(s)
            self.done[s].up = up[s]

    def satisfied(self, s: str, group: Collection[str]) -> bool:
        return all(
            sum(p in group or p in self.done or p not in self.section2 for p in r.providers)
            >= r.needed
            for r in hard(self.plan, s)
            if self.relation(r) == "finish"
        )


def subsets(items: Collection[str]) -> Iterator[tuple[str, ...]]:
    return chain.from_iterable(combinations(items, size) for size in range(len(items) + 1))


def stuck(plan: Plan, scenario: Scenario, relaxed: Collection[str] = ()) -> bool:
    """Whether the recovery of services waits for each other so that no order exists."""
    walk = Walk(plan, scenario)
    left = set(walk.section2)

    def met(r: Requirement, there: Collection[str]) -> bool:
        return sum(p in there or p not in walk.section2 for p in r.providers) >= r.needed

    def can_come(group: tuple[str, ...], done: set[str]) -> bool:
        return all(
            met(r, done if r.recovery == "start" else done | set(group))
            for s in group
            for r in hard(plan, s)
            if r.recovery != "none" and r.id not in relaxed
        )

    while left:
        done = set(walk.section2) - left
        groups = [g for g in subsets(sorted(left)) if g and can_come(g, done)]
        if not groups:
            return True
        left -= set(groups[0])
    return False


def to_relax(plan: Plan, scenario: Scenario) -> list[str]:
    """Return what to relax: everything but what can be kept, smallest tolerance first."""
    waits = [r for r in plan.requirements.values() if r.strength == "hard" and r.recovery != "none"]
    relaxed = {r.id for r in waits}
    for _, r in sorted(enumerate(waits), key=lambda item: (item[1].tolerance, -item[0])):
        if not stuck(plan, scenario, relaxed - {r.id}):
            relaxed.discard(r.id)
    return [key for key in plan.requirements if key in relaxed]


def every_order(services: Collection[str]) -> Iterator[tuple[str, ...]]:
    return permutations(services)


WEIGHTS = {1: 64, 2: 16, 3: 4}


def value(plan: Plan, found: dict[str, Outcome], aim: str) -> tuple[float, ...]:
    """Return the criteria of an aim, in their order."""

    def outage(s: str) -> float:
        return 0 if found[s].rides else found[s].up - found[s].down

    targets = [s for s in found if plan.services[s].rto is not None]
    late = sum(
        max(0, outage(s) - plan.services[s].rto) * WEIGHTS.get(plan.services[s].tier, 1)
        for s in targets
    )
    rest = (late, sum(outage(s) for s in targets), max([0, *(o.up for o in found.values())]))
    if aim == "makespan":
        return (rest[2],)
    return (cost(plan, found), *rest) if aim == "cost" else rest


def cost(plan: Plan, found: dict[str, Outcome]) -> float:
    total = 0.0
    for s, outcome in found.items():
        if outcome.rides:
            continue
        service, outage = plan.services[s], outcome.up - outcome.down
        steps = sorted(service.cost_steps, key=lambda step: step.after)
        for number, step in enumerate(steps):
            end = steps[number + 1].after if number + 1 < len(steps) else outage
            hours = max(0, min(end, outage) - step.after) / 3_600_000
            total += step.cost_per_hour * hours if step.cost_per_hour else 0
        total += sum(p.cost for p in service.penalties if outage >= p.after)
    return total


def data_loss(plan: Plan, scenario: Scenario) -> dict[str, float]:
    """Return the loss of every service: own, group, and the least solution over requirements."""
    fails = {f.service for f in scenario.fails}
    own: dict[str, float] = {}
    for key, service in plan.services.items():
        point = service.backup_point if scenario.corrupts_data else service.recovery_point
        own[key] = (point or 0) if key in fails else 0
    grouped = dict(own)
    for key, service in plan.services.items():
        if service.consistency_group:
            members = [
                own[other]
                for other, record in plan.services.items()
                if record.consistency_group == service.consistency_group
            ]
            if any(loss > 0 for loss in members):
                grouped[key] = max(members)
    loss = dict.fromkeys(plan.services, 0.0)
    for _ in range(len(plan.services) * len(plan.services) + 1):
        for key in plan.services:
            parts = [grouped[key]]
            for r in hard(plan, key):
                values = [loss[p] for p in r.providers]
                parts.append(max(values) if scenario.corrupts_data else kth(values, r.needed))
            loss[key] = max(parts)
    return loss
