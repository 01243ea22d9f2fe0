"""Why the figures of a simulation are what they are (semantics.md 7)."""

from __future__ import annotations

from bcp_planner.analysis.results import (
    Explanation,
    Percentiles,
    ServiceSimulation,
    Share,
    Simulation,
)
from bcp_planner.analysis.wording import title, value_text
from bcp_planner.domain.durations import Duration, format_human, rounded
from bcp_planner.domain.entities import Service
from bcp_planner.domain.plan import Plan

_PERCENTILES = {"p50": 50, "p80": 80, "p95": 95}

SIMULATION_FIGURES = (*_PERCENTILES, "rto_met", "mtpd_met", "criticality")
"""The figures of a simulated service that can be explained."""


def explain_simulation(
    plan: Plan, simulation: Simulation, service_id: str, figure: str
) -> Explanation:
    """Return why a figure of a service in a simulation has its value.

    Args:
        plan: The plan that was simulated.
        simulation: The simulation.
        service_id: A service of it.
        figure: One of ``SIMULATION_FIGURES``.

    Raises:
        ValueError: if a simulation has no such figure.
    """
    if figure not in SIMULATION_FIGURES:
        raise ValueError(f"a simulation has no {figure}")
    service, found = plan.services[service_id], simulation.services[service_id]
    if figure in _PERCENTILES:
        return _percentile(service, found.outage, figure, simulation)
    if figure == "criticality":
        return _criticality(service, found, simulation)
    return _kept(service, found, figure, simulation)


def explain_makespan(plan: Plan, simulation: Simulation) -> Explanation:
    """Return why everything is back by when in how many of the trials."""
    made = simulation.makespan
    ranked = sorted(simulation.services.items(), key=lambda item: -item[1].criticality.value)
    terms = [*_spread(made), ("number of trials", f"{simulation.trials:,}")]
    terms.extend(
        (f"{title(plan, key)} decides the end in", _percent(found.criticality))
        for key, found in ranked[:3]
    )
    return Explanation(
        "the latest return of each trial; a percentile is the smallest that so many of 100 "
        "trials do not exceed",
        tuple(terms),
        f"In 80 of 100 trials everything is back within {_about(made.p80)}.",
    )


def _percentile(
    service: Service, outage: Percentiles, figure: str, simulation: Simulation
) -> Explanation:
    value: Duration | None = getattr(outage, figure)
    terms = [*_spread(outage), ("number of trials", f"{simulation.trials:,}")]
    return Explanation(
        "the smallest outage that so many of 100 trials do not exceed, each with working times "
        "drawn anew",
        tuple(terms),
        f"In {_PERCENTILES[figure]} of 100 trials {service.title} is out for {_about(value)} "
        "at most.",
    )


def _kept(
    service: Service, found: ServiceSimulation, figure: str, simulation: Simulation
) -> Explanation:
    name = {"rto_met": "RTO", "mtpd_met": "MTPD"}[figure]
    share: Share | None = getattr(found, figure)
    target = service.rto if figure == "rto_met" else service.mtpd
    terms = [(name, value_text(target, "none"))]
    sentence = f"{service.title} has no RTO."
    if figure == "mtpd_met":
        terms.append(("work recovery time", value_text(service.wrt, "unknown, counts as 0")))
        sentence = f"{service.title} has no MTPD."
    if share is not None:
        terms += _counted(share, simulation)
        sentence = f"{service.title} keeps its {name} in {_percent(share)} of the trials."
    formulas = {
        "rto_met": "the trials whose outage is not longer than the RTO, of all trials",
        "mtpd_met": "the trials whose outage plus the work recovery time is not longer than the "
        "MTPD, of all trials",
    }
    return Explanation(formulas[figure], tuple(terms), sentence)


def _criticality(service: Service, found: ServiceSimulation, simulation: Simulation) -> Explanation:
    return Explanation(
        "the trials in which it lies on the critical path, of all trials",
        tuple(_counted(found.criticality, simulation)),
        f"{service.title} helps to decide the end in {_percent(found.criticality)} of the trials.",
    )


def _counted(share: Share, simulation: Simulation) -> list[tuple[str, str]]:
    """Return how many trials a share stands for, and how far chance may move it."""
    return [
        ("such trials", f"{round(share.value * simulation.trials):,}"),
        ("all trials", f"{simulation.trials:,}"),
        ("standard error √(share × (1 − share) ÷ trials)", f"{share.error:.1%}"),
    ]


def _spread(found: Percentiles) -> list[tuple[str, str]]:
    return [(name.upper(), _about(getattr(found, name))) for name in _PERCENTILES]


def _about(moment: Duration | None) -> str:
    return "ever" if moment is None else format_human(rounded(moment))


def _percent(share: Share) -> str:
    return f"{share.value:.1%}"
