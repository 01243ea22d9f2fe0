"""Large plans for measurements: layered, with hubs, redundancy and a few cycles; seeded."""

from __future__ import annotations

import random
from dataclasses import replace

from bcp_planner.domain.durations import HOUR, MINUTE
from bcp_planner.domain.entities import (
    Estimate,
    Failure,
    Requirement,
    Scenario,
    Service,
    Step,
    Team,
)
from bcp_planner.domain.plan import Plan

KINDS = ("product", "process", "application", "data", "infrastructure", "facility")
LAYERS = len(KINDS)


def layered(count: int, *, redundancy: float = 0.3, cycles: float = 0.02, seed: int = 1) -> Plan:
    """Return a plan of ``count`` services with about 2.5 providers a service.

    Args:
        count: Number of services, spread over layers from products down to facilities.
        redundancy: Share of services with several providers that need only some of them.
        cycles: Share of services with a single provider that needs them too, as directory and
            name services do; such pairs wait for each other to finish.
        seed: Same seed, same plan.
    """
    rng = random.Random(seed)
    requirements: list[Requirement] = []
    depth = [0] * count

    def require(number: int, providers: list[int], needs: int | None, recovery: str) -> None:
        requirements.append(
            Requirement(
                id=f"r{len(requirements) + 1}",
                dependant=f"s{number}",
                providers=tuple(f"s{p}" for p in providers),
                needs=needs,
                strength="soft" if rng.random() < 0.05 else "hard",
                tolerance=rng.choice((0, 0, 0, 10 * MINUTE, HOUR)),
                recovery=recovery,
            )
        )

    for number in range(count):
        wishes = _wishes(rng, number, count, redundancy)
        for providers, needs in wishes:
            mutual = len(wishes) == 1 and needs is None and rng.random() < cycles
            require(number, providers, needs, "finish" if mutual else "start")
            for provider in providers:
                depth[provider] = max(depth[provider], depth[number] + 1)
            if mutual:
                require(providers[0], [number], None, "finish")
    services = [_service(rng, number, count, depth[number]) for number in range(count)]
    scenario = Scenario(id="hub", name="Hub lost", fails=(Failure(service=f"s{count - 1}"),))
    return Plan(
        services={s.id: s for s in services},
        requirements={r.id: r for r in requirements},
        scenarios={"hub": scenario},
    )


def plain(count: int, seed: int = 1) -> Plan:
    """Return a plan of hard requirements on single providers only."""
    return layered(count, redundancy=0, seed=seed)


def staffed(count: int, *, teams: int = 20, capacity: int = 5, seed: int = 3) -> Plan:
    """Return a layered plan whose work is uncertain and done by teams that are short of people."""
    rng = random.Random(seed)
    plan = layered(count)
    made = {
        f"t{number}": Team(id=f"t{number}", capacity=capacity, mobilisation=10 * MINUTE)
        for number in range(teams)
    }
    services = {key: _staffed(rng, service, list(made)) for key, service in plan.services.items()}
    return replace(plan, services=services, teams=made)


def _staffed(rng: random.Random, service: Service, teams: list[str]) -> Service:
    work = service.recovery.likely if service.recovery else 0
    again = service.restart.likely if service.restart else 0
    return replace(
        service,
        recovery=Estimate(work // 2, work, 3 * work),
        restart=Estimate(0, again, 2 * again + MINUTE),
        needs={rng.choice(teams): rng.choice((1, 1, 2))},
    )


def _service(rng: random.Random, number: int, count: int, depth: int) -> Service:
    return Service(
        id=f"s{number}",
        name=f"Service {number}",
        kind=KINDS[number * LAYERS // count],
        owner="Someone",
        tier=1 if number < count // 100 else 2,
        rto=_objective(rng, depth),
        mtpd=96 * HOUR,
        recovery=Estimate.of(rng.randint(1, 10) * MINUTE),
        restart=Estimate.of(rng.randint(0, 3) * MINUTE),
        steps=(Step(text="Restore"),),
    )


def _objective(rng: random.Random, depth: int) -> int:
    """Return an objective that what needs the service allows; one in two hundred does not."""
    usual = max(8 * HOUR, 48 * HOUR - depth * 10 * MINUTE)
    return usual + 12 * HOUR if rng.random() < 0.005 else usual


def _wishes(
    rng: random.Random, number: int, count: int, redundancy: float
) -> list[tuple[list[int], int | None]]:
    if number >= count - 1:
        return []
    wanted = min(count - number - 1, rng.choice((1, 2, 2, 3, 3, 4)))
    providers: set[int] = set()
    while len(providers) < wanted:
        providers.add(_provider(rng, number, count))
    chosen = sorted(providers)
    if wanted > 1 and rng.random() < redundancy:
        return [(chosen, rng.choice((1, wanted - 1)))]
    return [([provider], None) for provider in chosen]


def _provider(rng: random.Random, number: int, count: int) -> int:
    hubs = max(1, count // 100)
    if rng.random() < 0.25 and number < count - hubs:
        return count - 1 - int(hubs * rng.random() ** 2)
    reach = max(2, count // LAYERS)
    return min(count - 1, number + 1 + int(reach * rng.random()))
