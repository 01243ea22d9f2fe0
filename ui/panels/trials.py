"""What a simulation on screen follows, and running it off the GUI thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bcp_planner.domain.durations import Duration
from bcp_planner.domain.entities import Scenario
from bcp_planner.domain.plan import Plan
from ui.jobs import Ticket

if TYPE_CHECKING:
    from bcp_planner.analysis.results import (
        Bar,  # noqa: TC004 - annotations only
        Recovery,
        Simulation,  # noqa: TC004
        SimulationComparison,  # noqa: TC004
    )

KEPT = "kept"
"""Stands for what the person has kept to compare with, where else is the aim of an order."""

_SEARCH_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class Course:
    """What is followed through the trials: an order of a plan, or the best one for an aim."""

    plan: Plan
    scenario: Scenario
    aim: str
    order: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Simulated:
    """What one run found.

    Attributes:
        plan: The plan that was simulated.
        result: How its outages spread.
        bars: Which estimates move the end most.
        likely: When all is back if every time is the likely one.
        against: The other order in the same trials, if one was asked for.
        other: The aim of that order, or ``KEPT``.
    """

    plan: Plan
    result: Simulation
    bars: tuple[Bar, ...]
    likely: Duration | None
    against: SimulationComparison | None
    other: str


def run(
    course: Course, other: Course | None, against: str, trials: int, seed: int, ticket: Ticket
) -> Simulated:
    """Simulate the order on screen, or a good one, and if wanted another one as well."""
    from bcp_planner.analysis.compare import compare_simulations
    from bcp_planner.analysis.simulation import simulate, tornado

    def simulated(one: Course, order: tuple[str, ...], done: float, part: float) -> Simulation:
        return simulate(
            one.plan,
            one.scenario,
            trials=trials,
            seed=seed,
            order=order,
            progress=lambda share: ticket.report(done + part * share),
            cancelled=lambda: ticket.cancelled,
        )

    part = 1.0 if other is None else 0.5
    followed = _followed(course, ticket)
    result = simulated(course, followed.order, 0.0, part)
    compared = None
    if other is not None:
        second = simulated(other, _followed(other, ticket).order, part, part)
        compared = compare_simulations(result, second)
    bars = tornado(course.plan, course.scenario, followed.order)
    return Simulated(course.plan, result, bars, followed.makespan, compared, against)


def _followed(course: Course, ticket: Ticket) -> Recovery:
    """Return what following the order does, or a good one where it is none of the plan's."""
    from bcp_planner.analysis.recovery import follow, recover
    from bcp_planner.domain.errors import PlannerError

    if course.order is not None:
        try:
            return follow(course.plan, course.scenario, course.order, aim=course.aim)
        except PlannerError:
            pass  # the plan was edited after that order was found
    return recover(
        course.plan,
        course.scenario,
        aim=course.aim,
        seconds=_SEARCH_SECONDS,
        cancelled=lambda: ticket.cancelled,
    )
