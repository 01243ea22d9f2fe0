"""How much data a scenario costs, measured in time (semantics.md 4)."""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bcp_planner.domain.durations import Duration
from bcp_planner.domain.entities import Requirement, Scenario, Service
from bcp_planner.domain.plan import Plan


@dataclass(frozen=True, slots=True)
class DataLoss:
    """What one service loses.

    Attributes:
        loss: Data lost, in milliseconds of work; 0 for none.
        rpo_met: Whether that is within the RPO; None without an RPO.
        lower_bound: True when it rests on an unknown recovery point: read "at least".
        source: Where the loss comes from: the failed service whose copy decides, None for none.
    """

    loss: Duration
    rpo_met: bool | None
    lower_bound: bool
    source: str | None


def data_loss(plan: Plan, scenario: Scenario) -> Mapping[str, DataLoss]:
    """Return what every service of the plan loses, whether it goes down or not.

    ``loss(s) = max(own(s); kth(loss(p), k) for every hard r of s)``, its least solution where
    services need each other; the largest loss of a requirement, not the k-th smallest, when the
    scenario corrupts data. A loss is marked as lower bound when it would be larger if the unknown
    recovery points that it rests on were.
    """
    failed = {f.service for f in scenario.fails if f.service in plan.services}
    unknown = {key for key in failed if _point(plan.services[key], scenario) is None}
    own = _own_losses(plan, scenario, failed)
    hard = [r for r in plan.requirements.values() if r.strength == "hard"]
    loss = _spread(hard, own, all_count=scenario.corrupts_data)
    worst = loss
    if unknown:
        doubted = {key: (_NO_LIMIT, key) for key in _with_groups(plan, unknown)}
        worst = _spread(hard, {**own, **doubted}, all_count=scenario.corrupts_data)
    nothing = (0, None)
    found: dict[str, DataLoss] = {}
    for key, service in plan.services.items():
        amount, source = loss.get(key, nothing)
        met = None if service.rpo is None else amount <= service.rpo
        found[key] = DataLoss(amount, met, worst.get(key, nothing)[0] > amount, source)
    return found


_NO_LIMIT = 1 << 60

_Loss = tuple[Duration, str | None]
"""How much, and from which failed service."""


def _point(service: Service, scenario: Scenario) -> Duration | None:
    return service.backup_point if scenario.corrupts_data else service.recovery_point


def _own_losses(plan: Plan, scenario: Scenario, failed: set[str]) -> dict[str, _Loss]:
    """Return what services lose themselves, or with their consistency group."""
    own: dict[str, _Loss] = {}
    for key in plan.services:
        if key in failed:
            own[key] = (_point(plan.services[key], scenario) or 0, key)
    groups: dict[str, _Loss] = {}
    for key, (amount, source) in own.items():
        group = plan.services[key].consistency_group
        if group and amount > groups.get(group, (0, None))[0]:
            groups[group] = (amount, source)
    for key, service in plan.services.items():
        if service.consistency_group in groups:
            own[key] = groups[service.consistency_group]
    return {key: (amount, source) for key, (amount, source) in own.items() if amount > 0}


def _with_groups(plan: Plan, services: set[str]) -> Iterator[str]:
    """Yield the services and the members of their consistency groups."""
    groups = {plan.services[key].consistency_group for key in services} - {""}
    for key, service in plan.services.items():
        if key in services or service.consistency_group in groups:
            yield key


def _spread(
    hard: list[Requirement], own: Mapping[str, _Loss], *, all_count: bool
) -> dict[str, _Loss]:
    """Return the least solution, largest losses first.

    The k-th smallest of n reaches a level as soon as n - k + 1 providers have reached it, so
    taking losses from the largest down settles each service with its final loss.
    """
    left = [1 if all_count else len(r.providers) - r.needed + 1 for r in hard]
    uses: dict[str, list[int]] = {}
    for number, requirement in enumerate(hard):
        for provider in requirement.providers:
            uses.setdefault(provider, []).append(number)
    loss: dict[str, _Loss] = {}
    coming = [(-amount, key, source) for key, (amount, source) in own.items()]
    heapq.heapify(coming)
    while coming:
        amount, key, source = heapq.heappop(coming)
        if key in loss:
            continue
        loss[key] = (-amount, source)
        for number in uses.get(key, ()):
            left[number] -= 1
            if left[number] == 0:
                heapq.heappush(coming, (amount, hard[number].dependant, source))
    return loss
