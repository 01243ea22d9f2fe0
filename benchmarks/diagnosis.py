"""How often the true causes are among the first three, for hidden failures of one and two services.

    python -m benchmarks.diagnosis [PLANS]

Random plans of 12 services; one or two fail, and every service that does not stay in the dark is
seen as down or up at the end. The share counts the observations that determine the hidden set:
no other set of that size or smaller explains everything that is seen.
"""

from __future__ import annotations

import argparse
import itertools
import random

from bcp_planner.analysis.diagnosis import Observation, diagnose
from bcp_planner.analysis.impact import impact
from bcp_planner.analysis.results import State
from bcp_planner.domain.entities import Failure, Requirement, Scenario, Service
from bcp_planner.domain.plan import Plan

SERVICES = 12
SEEN = 0.8
TOP = 3


def random_plan(dice: random.Random) -> Plan:
    """Return services in layers, some with redundant providers, some with soft needs."""
    ids = [f"s{number}" for number in range(SERVICES)]
    requirements: dict[str, Requirement] = {}
    for place, key in enumerate(ids[3:], start=3):
        for _ in range(dice.randint(1, 2)):
            providers = dice.sample(ids[:place], dice.randint(1, min(2, place)))
            number = f"r{len(requirements)}"
            requirements[number] = Requirement(
                id=number,
                dependant=key,
                providers=tuple(providers),
                needs=dice.randint(1, len(providers)),
                strength="soft" if dice.random() < 0.15 else "hard",
            )
    return Plan(services={key: Service(id=key) for key in ids}, requirements=requirements)


def effects(plan: Plan, failed: tuple[str, ...]) -> dict[str, State]:
    fails = tuple(Failure(service=key) for key in failed)
    found = impact(plan, Scenario(id="x", fails=fails)).services
    return {key: one.state for key, one in found.items()}


def explains(states: dict[str, State], seen: Observation) -> bool:
    """Return whether what is seen follows, word for word as `analysis.diagnosis` defines it."""
    return (
        all(states[key] is State.DOWN for key in seen.down)
        and all(states[key] is State.DEGRADED for key in seen.degraded)
        and all(states[key] in {State.UP, State.AT_RISK} for key in seen.up)
    )


def trial(dice: random.Random, size: int) -> tuple[bool, bool]:
    """Return whether what is seen determines the hidden set, and whether it came in the top."""
    plan = random_plan(dice)
    hidden = tuple(sorted(dice.sample(list(plan.services), size)))
    states = {key: one for key, one in effects(plan, hidden).items() if dice.random() < SEEN}
    seen = Observation(
        frozenset(key for key, one in states.items() if one is State.DOWN),
        frozenset(key for key, one in states.items() if one is State.DEGRADED),
        frozenset(key for key, one in states.items() if one in {State.UP, State.AT_RISK}),
    )
    if not seen.down and not seen.degraded:
        return False, False
    others = (
        one
        for count in range(1, size + 1)
        for one in itertools.combinations(sorted(plan.services), count)
        if one != hidden
    )
    determined = not any(explains(effects(plan, one), seen) for one in others)
    top = [cause.fails for cause in diagnose(plan, seen).causes[:TOP]]
    return determined, hidden in top


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("plans", nargs="?", type=int, default=200, help="how many of each size")
    plans = parser.parse_args().plans
    for size in (1, 2):
        dice = random.Random(size)
        results = [trial(dice, size) for _ in range(plans)]
        determined = [hit for sure, hit in results if sure]
        every = [hit for _, hit in results]
        print(
            f"{size} hidden: determined {sum(determined)} of {len(determined)} in the first {TOP}; "
            f"all observations {sum(every)} of {len(every)}"
        )


if __name__ == "__main__":
    main()
