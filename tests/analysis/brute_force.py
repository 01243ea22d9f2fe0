"""The definitions of semantics.md, written down as naively as they read.

Slow on purpose and independent of the engine: fixed points by repeating, sets by trying.
Times are numbers, never is infinity.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import combinations

from bcp_planner.domain.entities import Requirement, Scenario, Service
from bcp_planner.domain.plan import Plan

NEVER = math.inf
Times = dict[str, float]


def kth(values: Iterable[float], k: int) -> float:
    return sorted(values)[k - 1]


def needed(requirement: Requirement) -> int:
    return len(requirement.providers) if requirement.needs is None else requirement.needs


def lost(requirement: Requirement, down: Mapping[str, float]) -> float:
    count = len(requirement.providers)
    return kth((down[p] for p in requirement.providers), count - needed(requirement) + 1)


def of(plan: Plan, service: str, strength: str | None = None) -> Iterator[Requirement]:
    for requirement in plan.requirements.values():
        if requirement.dependant == service and strength in {None, requirement.strength}:
            yield requirement


def down(plan: Plan, scenario: Scenario) -> Times:
    fails = {failure.service: failure.at for failure in scenario.fails}

    def step(times: Times) -> Times:
        return {
            s: min(
                [fails.get(s, NEVER)] + [lost(r, times) + r.tolerance for r in of(plan, s, "hard")]
            )
            for s in plan.services
        }

    return fixed_point(step, dict.fromkeys(plan.services, NEVER))


def degraded(plan: Plan, down_at: Times) -> Times:
    def step(times: Times) -> Times:
        return {
            s: min(
                [down_at[s]]
                + [lost(r, times) for r in of(plan, s, "hard")]
                + [lost(r, down_at) for r in of(plan, s, "soft")]
            )
            for s in plan.services
        }

    return fixed_point(step, dict.fromkeys(plan.services, NEVER))


def at_risk(plan: Plan, down_at: Times) -> Times:
    return {
        s: min(
            (down_at[p] for r in of(plan, s) if needed(r) < len(r.providers) for p in r.providers),
            default=NEVER,
        )
        for s in plan.services
    }


def fixed_point(step: Callable[[Times], Times], times: Times) -> Times:
    """Repeat from "never": every step only brings times forward, so this ends at the least one."""
    while (following := step(times)) != times:
        times = following
    return times


def within(time: float, horizon: int | None) -> float:
    return time if horizon is None or time <= horizon else NEVER


def state(down_at: float, degraded_at: float, at_risk_at: float) -> str:
    if down_at < NEVER:
        return "down"
    if degraded_at < NEVER:
        return "degraded"
    return "at-risk" if at_risk_at < NEVER else "up"


def required_rto(plan: Plan) -> Times:
    """The greatest solution of semantics.md 5, by repeating from "no objective" downwards."""
    passing = [
        r
        for r in plan.requirements.values()
        if r.strength == "hard" and needed(r) == len(r.providers) and r.recovery != "none"
    ]
    reaches = {s: reachable(s, passing) for s in plan.services}

    def asked(requirement: Requirement, provider: str, times: Times) -> float:
        dependant = plan.services[requirement.dependant]
        in_cycle = dependant.id in reaches[provider]
        restart = 0 if in_cycle or dependant.restart is None else dependant.restart.likely
        return max(requirement.tolerance, times[dependant.id] + requirement.tolerance - restart)

    def step(times: Times) -> Times:
        return {
            s.id: min(
                [objective(s.rto)] + [asked(r, s.id, times) for r in passing if s.id in r.providers]
            )
            for s in plan.services.values()
        }

    return fixed_point(step, dict.fromkeys(plan.services, NEVER))


def reachable(start: str, requirements: list[Requirement]) -> set[str]:
    found: set[str] = set()
    ahead = [start]
    while ahead:
        service = ahead.pop()
        for requirement in requirements:
            if requirement.dependant == service:
                ahead.extend(p for p in requirement.providers if p not in found)
                found.update(requirement.providers)
    return found


def objective(value: int | None) -> float:
    return NEVER if value is None else value


def blast_size(plan: Plan, service: str, horizon: int | None) -> int:
    times = down(plan, fails(service))
    return sum(1 for s, at in times.items() if s != service and within(at, horizon) < NEVER)


def fails(*services: str) -> Scenario:
    from tests.builders import scenario

    return scenario(*services)


def cut_sets(
    plan: Plan, target: str, max_order: int, among: Callable[[Service], bool], horizon: int | None
) -> list[tuple[str, ...]]:
    candidates = sorted(s.id for s in plan.services.values() if s.id != target and among(s))
    found: list[tuple[str, ...]] = []
    for order in range(1, max_order + 1):
        for chosen in combinations(candidates, order):
            if any(set(smaller) < set(chosen) for smaller in found):
                continue
            if within(down(plan, fails(*chosen))[target], horizon) < NEVER:
                found.append(chosen)
    return found
