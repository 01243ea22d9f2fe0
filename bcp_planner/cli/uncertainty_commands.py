"""Commands that look beyond one answer: simulated working times, and another plan."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from enum import Enum
from itertools import chain
from pathlib import Path

from bcp_planner.analysis.results import (
    Bar,
    Comparison,
    FigureChange,
    Percentiles,
    ScenarioComparison,
    ServiceSimulation,
    Share,
    Simulation,
    SimulationComparison,
)
from bcp_planner.cli import plans
from bcp_planner.cli.analysis_commands import finding_json, order_in
from bcp_planner.cli.output import Output, at_least, human, iso, table
from bcp_planner.domain.codec import Json
from bcp_planner.domain.durations import SECOND, Duration, format_human, format_iso, rounded
from bcp_planner.domain.entities import Scenario
from bcp_planner.domain.plan import Plan

_DURATIONS = {"down_at", "outage", "data_loss"}


def simulate(arguments: argparse.Namespace) -> Output:
    """Tell how outages spread when working times are uncertain (semantics.md 7)."""
    from bcp_planner.analysis.compare import compare_simulations
    from bcp_planner.analysis.simulation import simulate as simulated
    from bcp_planner.analysis.simulation import tornado

    def run(plan: Plan, order: Path | None) -> Simulation:
        return simulated(
            plan,
            plans.scenario_of(plan, arguments),
            trials=arguments.trials,
            seed=arguments.seed,
            order=None if order is None else order_in(order, plan),
        )

    plan = plans.read(arguments.plan)
    scenario, result = plans.scenario_of(plan, arguments), run(plan, arguments.order)
    document = _simulation(result)
    lines = [_simulation_lines(plan, scenario, result)]
    if arguments.tornado:
        bars = tornado(plan, scenario, result.order)
        document["tornado"] = [
            {"service": bar.service, "low": iso(bar.low), "high": iso(bar.high)} for bar in bars
        ]
        lines.append(_tornado_lines(plan, bars))
    if arguments.against is not None or arguments.against_order is not None:
        other = plan if arguments.against is None else plans.read(arguments.against)
        found = compare_simulations(result, run(other, arguments.against_order))
        document["against"] = _against(found)
        lines.append(_against_lines(other, found))
    return Output(document, lambda: chain.from_iterable(lines))


def _tornado_lines(plan: Plan, bars: Sequence[Bar]) -> Iterator[str]:
    yield "all back, with one working time at its best or worst and all others likely"
    rows = [(plan.services[bar.service].title, _about(bar.low), _about(bar.high)) for bar in bars]
    yield from table(("service", "at best", "at worst"), rows)


def _against(found: SimulationComparison) -> Json:
    gain, error = found.mean_gain or (None, None)
    return {
        **_simulation(found.after),
        "sooner_share": found.sooner.value,
        "later_share": found.later.value,
        "standard_errors": {"sooner_share": found.sooner.error, "later_share": found.later.error},
        "mean_gain_seconds": None if gain is None else gain / SECOND,
        "mean_gain_standard_error": None if error is None else error / SECOND,
    }


def _against_lines(other: Plan, found: SimulationComparison) -> Iterator[str]:
    made, before = found.after.makespan, found.before.makespan
    yield (
        f"the other, in the same trials: all back after {_about(made.p50)} (P50), "
        f"{_about(made.p80)} (P80), {_about(made.p95)} (P95); sooner in {_percent(found.sooner)}, "
        f"later in {_percent(found.later)}"
    )
    if found.mean_gain is not None:
        gain, error = found.mean_gain
        way = "sooner" if gain >= 0 else "later"
        yield f"on average {_about(round(abs(gain)))} {way} (± {_about(round(error))})"
    rows = [
        (
            (other.services[key]).title,
            f"{_about(old.outage.p80)} > {_about(new.outage.p80)}",
            f"{_percent(old.rto_met)} > {_percent(new.rto_met)}",
        )
        for key, new in found.after.services.items()
        if (old := found.before.services.get(key)) is not None and old != new
    ]
    if rows:
        yield from table(("service", "P80", "RTO met"), rows)
    elif made == before:
        yield "nothing changes"


def _simulation(result: Simulation) -> dict[str, Json]:
    return {
        "trials": result.trials,
        "seed": result.seed,
        "order": list[Json](result.order),
        "services": {key: _service(found) for key, found in result.services.items()},
        "makespan": _percentiles(result.makespan),
        "lower_bound": result.lower_bound,
    }


def _percentiles(found: Percentiles) -> dict[str, Json]:
    return {"p50": iso(found.p50), "p80": iso(found.p80), "p95": iso(found.p95)}


def _service(found: ServiceSimulation) -> Json:
    shares = {
        "rto_met_share": found.rto_met,
        "mtpd_met_share": found.mtpd_met,
        "criticality": found.criticality,
    }
    values: dict[str, Json] = {k: None if s is None else s.value for k, s in shares.items()}
    errors: dict[str, Json] = {k: None if s is None else s.error for k, s in shares.items()}
    told: dict[str, Json] = {"standard_errors": errors, "lower_bound": found.lower_bound}
    return {**_percentiles(found.outage), **values, **told}


def _simulation_lines(plan: Plan, scenario: Scenario, result: Simulation) -> Iterator[str]:
    made = result.makespan
    yield (
        f"{scenario.title}: {result.trials} trials, seed {result.seed}; all back after "
        + at_least(_about(made.p50), lower_bound=result.lower_bound)
        + f" (P50), {_about(made.p80)} (P80), {_about(made.p95)} (P95)"
    )
    if result.lower_bound:
        yield "some working times are unknown and count as zero, so it may take longer"
    headers = ("service", "P50", "P80", "P95", "RTO met", "MTPD met", "critical")
    yield from table(
        headers,
        (
            (
                plan.services[key].title,
                _about(found.outage.p50),
                _about(found.outage.p80),
                _about(found.outage.p95),
                _percent(found.rto_met),
                _percent(found.mtpd_met),
                _percent(found.criticality),
            )
            for key, found in result.services.items()
        ),
    )


def _about(moment: Duration | None) -> str:
    return "never" if moment is None else format_human(rounded(moment))


def _percent(share: Share | None) -> str:
    """Return a share with its standard error in per cent."""
    return "–" if share is None else f"{share.value:.1%} ± {share.error:.1%}"


def compare(arguments: argparse.Namespace) -> Output:
    """Compare two plans by what follows from them."""
    from bcp_planner.analysis import compare as room

    before, after = plans.read(arguments.plan), plans.read(arguments.other)
    if arguments.scenario is not None:
        for plan in (before, after):
            plans.named_scenario(plan, arguments.scenario)
        result = room.compare(before, after, [arguments.scenario])
    else:
        for plan in (before, after):
            scenario = plans.scenario_of(plan, arguments)
        found = room.compare(before, after, [])
        one = room.compare_scenario(before, after, scenario)
        result = Comparison((one,), found.new_findings, found.solved_findings)
    return Output(_comparison(result), lambda: _comparison_lines(after, before, result))


def _comparison(result: Comparison) -> Json:
    return {
        "scenarios": [_scenario(one) for one in result.scenarios],
        "new_findings": [finding_json(finding) for finding in result.new_findings],
        "solved_findings": [finding_json(finding) for finding in result.solved_findings],
    }


def _scenario(one: ScenarioComparison) -> Json:
    return {
        "scenario": one.scenario,
        "services": {
            key: {
                "verdict": found.verdict.value,
                "changes": [
                    {
                        "figure": change.name,
                        "before": _figure(change, change.before),
                        "after": _figure(change, change.after),
                        "verdict": change.verdict.value,
                        "lower_bound": _pair(change.lower_bound),
                    }
                    for change in found.changes
                ],
            }
            for key, found in one.services.items()
        },
        "taken_down": {"before": one.taken_down[0], "after": one.taken_down[1]},
        "makespan": {"before": iso(one.makespan[0]), "after": iso(one.makespan[1])},
        "cost": {"before": one.cost[0], "after": one.cost[1]},
        "lower_bound": _pair(one.lower_bound),
    }


def _pair(values: tuple[bool, bool]) -> Json:
    return {"before": values[0], "after": values[1]}


def _figure(change: FigureChange, value: object) -> Json:
    """Return a figure of a comparison for JSON."""
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, int) and change.name in _DURATIONS:
        return format_iso(value)
    return value if isinstance(value, bool | int | float | str) else None


def _comparison_lines(after: Plan, before: Plan, result: Comparison) -> Iterator[str]:
    for one in result.scenarios:
        old, new = one.taken_down
        yield (
            f"{one.scenario}: takes {new} services down, before {old}; all back after "
            + at_least(human(one.makespan[1], "never"), lower_bound=one.lower_bound[1])
            + ", before "
            + at_least(human(one.makespan[0], "never"), lower_bound=one.lower_bound[0])
        )
        rows = [
            (
                (after.services.get(key) or before.services[key]).title,
                found.verdict.value,
                "; ".join(_told(change) for change in found.changes),
            )
            for key, found in one.services.items()
        ]
        yield from table(("service", "now", "what changes"), rows) if rows else ["nothing changes"]
    for word, findings in (("new", result.new_findings), ("solved", result.solved_findings)):
        yield f"{word} findings: {len(findings)}"
        for finding in findings:
            yield f"  [{finding.code}] {finding.text}"


def _told(change: FigureChange) -> str:
    old, new = (
        at_least(_read(change, value), lower_bound=unsure)
        for value, unsure in zip((change.before, change.after), change.lower_bound, strict=True)
    )
    return f"{change.name.replace('_', ' ')} {old} > {new}"


def _read(change: FigureChange, value: object) -> str:
    if isinstance(value, int) and change.name in _DURATIONS:
        return format_human(value)
    told = _figure(change, value)
    if isinstance(told, bool):
        return "met" if told else "missed"
    return "never" if told is None else str(told)
