"""Two plans compared by result: what gets better or worse, service by service."""

from __future__ import annotations

import math
import statistics
from collections.abc import Callable, Iterator, Sequence
from itertools import count
from typing import NamedTuple

from bcp_planner.analysis.findings import findings
from bcp_planner.analysis.impact import STATES, impact
from bcp_planner.analysis.recovery import recover
from bcp_planner.analysis.results import (
    Comparison,
    FigureChange,
    Finding,
    Impact,
    Recovery,
    ScenarioComparison,
    ServiceComparison,
    Share,
    Simulation,
    SimulationComparison,
    State,
    Verdict,
)
from bcp_planner.domain.entities import Scenario
from bcp_planner.domain.plan import Plan


class Side(NamedTuple):
    """One of the two plans under a scenario."""

    plan: Plan
    impact: Impact
    recovery: Recovery


def compare(  # noqa: PLR0913 - what, how thoroughly, and who watches
    before: Plan,
    after: Plan,
    scenarios: Sequence[str] | None = None,
    *,
    aim: str = "lateness",
    seconds: float = 10.0,
    seed: int = 0,
    cancelled: Callable[[], bool] | None = None,
    progress: Callable[[float], None] = lambda _: None,
) -> Comparison:
    """Return what changes for every service from one plan to another, or to an unsaved change.

    Both are given the same time and seed for their recovery orders. Each scenario is taken from
    the plan it is looked at in, so that a changed scenario counts too.

    Args:
        before: The plan to compare with.
        after: The plan that is judged.
        scenarios: Ids of scenarios in both plans; None for all that both have.
        aim: What the recovery orders should be good at.
        seconds: Time for each recovery order.
        seed: Seed for both.
        cancelled: Asked now and then; what is found until then is compared.
        progress: Told after each recovery order how far it is, 0 to 1.
    """
    common = [key for key in before.scenarios if key in after.scenarios]

    wanted = common if scenarios is None else scenarios
    done = count(1)

    def side(plan: Plan, scenario: Scenario) -> Side:
        recovery = recover(plan, scenario, aim=aim, seconds=seconds, seed=seed, cancelled=cancelled)
        progress(next(done) / (2 * len(wanted)))
        return Side(plan, impact(plan, scenario), recovery)

    rows = tuple(
        _scenario(key, side(before, before.scenarios[key]), side(after, after.scenarios[key]))
        for key in wanted
    )
    old, new = findings(before), findings(after)
    return Comparison(rows, _missing_from(new, old), _missing_from(old, new))


def compare_scenario(
    before: Plan,
    after: Plan,
    scenario: Scenario,
    *,
    aim: str = "lateness",
    seconds: float = 10.0,
    seed: int = 0,
) -> ScenarioComparison:
    """Return what changes for every service under a scenario that need not be in either plan."""
    sides = [
        Side(
            plan,
            impact(plan, scenario),
            recover(plan, scenario, aim=aim, seconds=seconds, seed=seed),
        )
        for plan in (before, after)
    ]
    return _scenario(scenario.id, *sides)


def _missing_from(found: Sequence[Finding], others: Sequence[Finding]) -> tuple[Finding, ...]:
    known = {(each.code, each.services) for each in others}
    return tuple(each for each in found if (each.code, each.services) not in known)


def _scenario(scenario: str, before: Side, after: Side) -> ScenarioComparison:
    services: dict[str, ServiceComparison] = {}
    for key in {**before.plan.services, **after.plan.services}:
        compared = _service(key, before, after)
        if compared.verdict is not Verdict.SAME or compared.changes:
            services[key] = compared
    return ScenarioComparison(
        scenario=scenario,
        services=services,
        taken_down=(before.impact.taken_down, after.impact.taken_down),
        makespan=(before.recovery.makespan, after.recovery.makespan),
        aim=(before.recovery.aim, after.recovery.aim),
        cost=(before.recovery.total_cost, after.recovery.total_cost),
        lower_bound=(before.recovery.time_lower_bound, after.recovery.time_lower_bound),
    )


def _service(key: str, before: Side, after: Side) -> ServiceComparison:
    if key not in before.plan.services:
        return ServiceComparison(Verdict.ADDED, ())
    if key not in after.plan.services:
        return ServiceComparison(Verdict.REMOVED, ())
    old, new = _figures(key, before), _figures(key, after)
    changes = tuple(
        FigureChange(
            name,
            old[name][0],
            new[name][0],
            _verdict(old[name][1], new[name][1]),
            (_unsure(key, name, before), _unsure(key, name, after)),
        )
        for name in old
        if old[name] != new[name]
    )
    verdicts = {change.verdict for change in changes} - {Verdict.SAME}
    if not verdicts:
        return ServiceComparison(Verdict.SAME, changes)
    return ServiceComparison(verdicts.pop() if len(verdicts) == 1 else Verdict.MIXED, changes)


def _figures(key: str, side: Side) -> dict[str, tuple[object, float]]:
    """Return each figure with how bad it is, so that smaller is better."""
    felt, back = side.impact.services[key], side.recovery.services.get(key)
    found: dict[str, tuple[object, float]] = {
        "state": (felt.state, STATES.index(felt.state)),
        "down_at": (felt.down_at, -_time(felt.down_at)),
    }
    goes_down = felt.state is State.DOWN and back is not None
    outage = back.outage if back is not None and goes_down else 0
    found["outage"] = (outage, _time(outage))
    found["data_loss"] = (back.data_loss, back.data_loss) if back else (0, 0)
    found["cost"] = (back.cost, back.cost) if back else (0.0, 0.0)
    for name in ("rto_met", "mtpd_met", "rpo_met"):
        met: bool | None = getattr(back, name) if back else None
        found[name] = (met, float(met is False))
    return found


def _unsure(key: str, figure: str, side: Side) -> bool:
    """Return whether a figure rests on an unknown estimate."""
    back = side.recovery.services.get(key)
    if back is None:
        return False
    if figure == "data_loss":
        return back.data_loss_lower_bound
    return figure in ("outage", "cost") and back.time_lower_bound


def _time(moment: int | None) -> float:
    return math.inf if moment is None else moment


def _verdict(before: float, after: float) -> Verdict:
    if before == after:
        return Verdict.SAME
    return Verdict.BETTER if after < before else Verdict.WORSE


def compare_simulations(before: Simulation, after: Simulation) -> SimulationComparison:
    """Return how two simulations with the same seed and number of trials differ.

    The same service draws the same luck in the same trial of both, so that the difference shows
    the plans or orders and not the dice.

    Raises:
        ValueError: if they do not have the same seed and number of trials.
    """
    if (before.seed, before.trials) != (after.seed, after.trials):
        raise ValueError("simulations to compare need the same seed and number of trials")
    pairs = list(zip(before.makespans, after.makespans, strict=True))
    return SimulationComparison(
        before,
        after,
        sooner=_share(sum(_time(b) < _time(a) for a, b in pairs), len(pairs)),
        later=_share(sum(_time(b) > _time(a) for a, b in pairs), len(pairs)),
        mean_gain=_mean_gain(list(_gains(before, after)), len(pairs)),
    )


def _gains(before: Simulation, after: Simulation) -> Iterator[int]:
    for a, b in zip(before.makespans, after.makespans, strict=True):
        if a is not None and b is not None:
            yield a - b


def _mean_gain(gains: Sequence[int], trials: int) -> tuple[float, float] | None:
    if len(gains) < trials:
        return None
    spread = statistics.stdev(gains) if trials > 1 else 0.0
    return statistics.fmean(gains), spread / math.sqrt(trials)


def _share(count: int, trials: int) -> Share:
    value = count / trials
    return Share(value, math.sqrt(value * (1 - value) / trials))
