"""How good a followed order is (the aims of semantics.md 3), as loops over rows of numbers."""

from __future__ import annotations

from typing import Any, TypeAlias

from bcp_planner.analysis.arrays import NEVER
from bcp_planner.analysis.kernels.jit import helper
from bcp_planner.analysis.kernels.rows import S_BACK, S_LOST, Rows

Numbers: TypeAlias = Any
"""A list of floats, or an array of them."""

LATENESS, COST, MAKESPAN = 0, 1, 2
LONG = 1e14
"""Milliseconds that count for an outage without end while orders are compared: 3,000 years."""
HOUR = 3_600_000


GOALS = (
    "rto",  # NEVER where there is no objective
    "weight",  # weight of lateness by tier
    "step_first",  # cost steps of each service, in the order of time
    "step_after",
    "step_rate",  # cost per hour
    "penalty_first",
    "penalty_after",
    "penalty",
)
"""Rows of what counts, packed like a task (``kernels.rows``) into one row of floats."""
(
    G_RTO,
    G_WEIGHT,
    G_STEP_FIRST,
    G_STEP_AFTER,
    G_STEP_RATE,
    G_PENALTY_FIRST,
    G_PENALTY_AFTER,
    G_PENALTY,
) = range(len(GOALS))


@helper
def outage_of(s: Rows, service: int) -> float:
    """Return the outage of a service that was brought back; 0 when it rides through."""
    lost, back = s[s[S_LOST] + service], s[s[S_BACK] + service]
    if lost >= NEVER:
        return 0.0
    return LONG if back >= NEVER else float(back - lost)


@helper
def cost_of(g: Numbers, service: int, outage: float) -> float:
    """Return what an outage costs: rates from an elapsed time on, and one-off penalties."""
    total = 0.0
    first, after, rate = int(g[G_STEP_FIRST]), int(g[G_STEP_AFTER]), int(g[G_STEP_RATE])
    end = int(g[first + service + 1])
    for i in range(int(g[first + service]), end):
        until = outage if i + 1 == end else min(outage, g[after + i + 1])
        if until > g[after + i]:
            total += (until - g[after + i]) * g[rate + i] / HOUR
    first, after = int(g[G_PENALTY_FIRST]), int(g[G_PENALTY_AFTER])
    for i in range(int(g[first + service]), int(g[first + service + 1])):
        if outage >= g[after + i]:
            total += g[int(g[G_PENALTY]) + i]
    return total


@helper
def total_cost(g: Numbers, s: Rows, count: int) -> float:
    """Return the cost of all outages."""
    total = 0.0
    for service in range(count):
        if s[s[S_LOST] + service] < NEVER:
            total += cost_of(g, service, outage_of(s, service))
    return total


@helper
def lateness(g: Numbers, s: Rows, count: int) -> tuple[float, float]:
    """Return the weighted lateness, and the sum of the outages that have an objective."""
    late, outages = 0.0, 0.0
    rtos, weights = int(g[G_RTO]), int(g[G_WEIGHT])
    for service in range(count):
        rto = g[rtos + service]
        if rto < NEVER:
            outage = outage_of(s, service)
            outages += outage
            if outage > rto:
                late += g[weights + service] * (outage - rto)
    return late, outages


@helper
def makespan(s: Rows, count: int) -> float:
    """Return the latest return."""
    latest = 0
    for service in range(count):
        latest = max(latest, s[s[S_BACK] + service])
    return LONG if latest >= NEVER else float(latest)


@helper
def value_of(g: Numbers, s: Rows, count: int, aim: int) -> tuple[float, float, float, float]:
    """Return the criteria of an aim in their order, 0 for places it does not use."""
    if aim == MAKESPAN:
        return makespan(s, count), 0.0, 0.0, 0.0
    late, outages = lateness(g, s, count)
    if aim == COST:
        return total_cost(g, s, count), late, outages, makespan(s, count)
    return late, outages, makespan(s, count), 0.0
