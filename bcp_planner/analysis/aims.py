"""The aims of a recovery order (semantics.md 3): what to make small, and how small it is."""

from __future__ import annotations

import math
from collections.abc import Sequence

from bcp_planner.analysis.arrays import NEVER
from bcp_planner.analysis.kernels.aims import COST, GOALS, LATENESS, MAKESPAN, value_of
from bcp_planner.analysis.kernels.rows import packed
from bcp_planner.analysis.state import State
from bcp_planner.analysis.task import RecoveryTask, first_places
from bcp_planner.domain.durations import HOUR
from bcp_planner.domain.entities import CostStep, Service
from bcp_planner.domain.errors import PlannerError

AIMS = {"lateness": LATENESS, "cost": COST, "makespan": MAKESPAN}
"""Aims by name, with their numbers in the kernels."""

CRITERIA = {"lateness": 3, "cost": 4, "makespan": 1}
"""How many criteria decide, one after the other.

``lateness``: weighted lateness (ms), sum of outages with an objective (ms), makespan (ms).
``cost``: cost, then those of lateness. ``makespan``: makespan (ms).
"""

WEIGHTS = {1: 64.0, 2: 16.0, 3: 4.0}
"""Weight of lateness by tier; 1 for any other."""


def aim_number(aim: str) -> int:
    """Return the number of an aim.

    Raises:
        PlannerError: if there is no such aim.
    """
    if aim not in AIMS:
        raise PlannerError(f"There is no aim “{aim}”; choose lateness, cost or makespan")
    return AIMS[aim]


def goals(task: RecoveryTask) -> list[float]:
    """Return what counts for each affected service, as one row (``kernels.aims.GOALS``)."""
    return task.once("goals", lambda: _goals(task))


def _goals(task: RecoveryTask) -> list[float]:
    services = [task.service(index) for index in range(len(task))]
    steps = [_steps(service) for service in services]
    rows: dict[str, list[float]] = {
        "rto": [float(NEVER if service.rto is None else service.rto) for service in services],
        "weight": [WEIGHTS.get(service.tier or 0, 1.0) for service in services],
        "step_first": [float(place) for place in first_places(steps)],
        "step_after": [float(step.after) for row in steps for step in row],
        "step_rate": [float(step.cost_per_hour) for row in steps for step in row],
        "penalty_first": [float(p) for p in first_places([s.penalties for s in services])],
        "penalty_after": [float(p.after) for service in services for p in service.penalties],
        "penalty": [float(p.cost) for service in services for p in service.penalties],
    }
    return packed([rows[name] for name in GOALS])


def _steps(service: Service) -> list[CostStep]:
    """Return the cost steps by time; of several at one time the last one counts."""
    return sorted({step.after: step for step in service.cost_steps}.values(), key=_after)


def _after(step: CostStep) -> int:
    return step.after


def criteria(task: RecoveryTask, state: State, aim: str) -> tuple[float, ...]:
    """Return the criteria of an aim for a followed order, the deciding one first.

    Infinite where a service that counts never returns.
    """
    endless = [i for i in range(len(task)) if state.back[i] >= NEVER]
    targets = any(task.service(i).rto is not None for i in endless)
    found = value_of(goals(task), state.row, len(task), aim_number(aim))
    infinite = {
        LATENESS: (targets, targets, bool(endless)),
        COST: (any(_grows(task.service(i)) for i in endless), targets, targets, bool(endless)),
        MAKESPAN: (bool(endless),),
    }[aim_number(aim)]
    return tuple(
        math.inf if no_end else part for part, no_end in zip(found, infinite, strict=False)
    )


def cost_total(task: RecoveryTask, state: State) -> float:
    """Return the cost of all outages of a followed order; infinite when one never ends."""
    return criteria(task, state, "cost")[0]


def outage_cost(service: Service, outage: int | None) -> float:
    """Return what an outage costs; None is one without end."""
    steps = _steps(service)
    rate, since, total = 0.0, 0, 0.0
    for step in steps:
        if outage is not None and step.after >= outage:
            break
        total += (step.after - since) * rate / HOUR
        rate, since = step.cost_per_hour, step.after
    if rate:
        total += math.inf if outage is None else (outage - since) * rate / HOUR
    return total + sum(p.cost for p in service.penalties if outage is None or outage >= p.after)


def cost_changes(service: Service) -> list[tuple[int, float]]:
    """Return after which outage the cost per hour changes, and by how much."""
    steps = _steps(service)
    before = [0.0, *(step.cost_per_hour for step in steps)]
    return [(s.after, s.cost_per_hour - old) for s, old in zip(steps, before, strict=False)]


def _grows(service: Service) -> bool:
    """Return whether an outage without end costs without end."""
    steps = _steps(service)
    return bool(steps) and steps[-1].cost_per_hour > 0


def compare(left: Sequence[float], right: Sequence[float]) -> int:
    """Return -1, 0 or 1 as the left criteria are better, as good or worse."""
    return (tuple(left) > tuple(right)) - (tuple(left) < tuple(right))
