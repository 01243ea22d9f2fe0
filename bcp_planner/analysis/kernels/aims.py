"""How good a followed order is (the aims of semantics.md 3), as loops over rows of numbers."""

from __future__ import annotations

from typing import Any, NamedTuple, TypeAlias

from bcp_planner.analysis.graph import NEVER
from bcp_planner.analysis.kernels.jit import helper
from bcp_planner.analysis.kernels.list_schedule import State
from bcp_planner.analysis.task import Rows

Numbers: TypeAlias = Any
"""A list of floats, or an array of them."""

LATENESS, COST, MAKESPAN = 0, 1, 2
LONG = 1e14
"""Milliseconds that count for an outage without end while orders are compared: 3,000 years."""
HOUR = 3_600_000


class Goals(NamedTuple):
    """What counts, for each affected service."""

    rto: Rows
    """``NEVER`` where there is no objective."""
    weight: Numbers
    """Weight of lateness by tier."""
    step_first: Rows
    """Cost steps of each service, in the order of time."""
    step_after: Rows
    step_rate: Numbers
    """Cost per hour."""
    penalty_first: Rows
    penalty_after: Rows
    penalty: Numbers


@helper
def outage_of(s: State, service: int) -> float:
    """Return the outage of a service that was brought back; 0 when it rides through."""
    if s.lost[service] >= NEVER:
        return 0.0
    if s.back[service] >= NEVER:
        return LONG
    return float(s.back[service] - s.lost[service])


@helper
def cost_of(g: Goals, service: int, outage: float) -> float:
    """Return what an outage costs: rates from an elapsed time on, and one-off penalties."""
    total = 0.0
    end = g.step_first[service + 1]
    for i in range(g.step_first[service], end):
        until = outage if i + 1 == end else min(outage, float(g.step_after[i + 1]))
        if until > g.step_after[i]:
            total += (until - g.step_after[i]) * g.step_rate[i] / HOUR
    for i in range(g.penalty_first[service], g.penalty_first[service + 1]):
        if outage >= g.penalty_after[i]:
            total += g.penalty[i]
    return total


@helper
def total_cost(g: Goals, s: State) -> float:
    """Return the cost of all outages."""
    total = 0.0
    for service in range(len(g.rto)):
        if s.lost[service] < NEVER:
            total += cost_of(g, service, outage_of(s, service))
    return total


@helper
def lateness(g: Goals, s: State) -> tuple[float, float]:
    """Return the weighted lateness, and the sum of the outages that have an objective."""
    late, outages = 0.0, 0.0
    for service in range(len(g.rto)):
        if g.rto[service] < NEVER:
            outage = outage_of(s, service)
            outages += outage
            if outage > g.rto[service]:
                late += g.weight[service] * (outage - g.rto[service])
    return late, outages


@helper
def makespan(g: Goals, s: State) -> float:
    """Return the latest return."""
    latest = 0.0
    for service in range(len(g.rto)):
        back = s.back[service]
        latest = max(latest, LONG if back >= NEVER else float(back))
    return latest


@helper
def value_of(g: Goals, s: State, aim: int) -> tuple[float, float, float, float]:
    """Return the criteria of an aim in their order, 0 for places it does not use."""
    if aim == MAKESPAN:
        return makespan(g, s), 0.0, 0.0, 0.0
    late, outages = lateness(g, s)
    if aim == COST:
        return total_cost(g, s), late, outages, makespan(g, s)
    return late, outages, makespan(g, s), 0.0
