"""Why a figure has its value: the terms of its formula, with the names and values used.

The one place that answers this for tooltips, panels, documents and the command line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from bcp_planner.analysis.graph import compiled
from bcp_planner.analysis.results import (
    Cause,
    Explanation,
    Impact,
    Recovery,
    ServiceImpact,
    ServiceObjectives,
    Simulation,
    State,
)
from bcp_planner.analysis.wording import (
    listed,
    moment_text,
    needs_text,
    requirements_of,
    title,
    value_text,
)
from bcp_planner.domain.durations import Duration, format_human
from bcp_planner.domain.entities import Requirement
from bcp_planner.domain.plan import Plan

IMPACT_FIGURES = ("state", "down_at", "degraded_at", "at_risk_at")
OBJECTIVE_FIGURES = ("required_rto", "achieved")

Explained = Impact | Recovery | Simulation | Mapping[str, ServiceObjectives]


def explain(plan: Plan, result: Explained, service_id: str, figure: str) -> Explanation:
    """Return why a figure of a service has its value.

    Args:
        plan: The plan that the result was computed from.
        result: An impact, a recovery, a simulation, or the objectives of all services.
        service_id: The service.
        figure: Name of the figure as in the result: one of ``IMPACT_FIGURES``,
            ``OBJECTIVE_FIGURES``, ``SIMULATION_FIGURES`` or a field of ``ServiceRecovery``.

    Raises:
        ValueError: if the result has no such figure.
    """
    if isinstance(result, Impact):
        return _explain_impact_figure(plan, result, service_id, figure)
    if isinstance(result, Recovery):
        from bcp_planner.analysis.explain_recovery import explain_recovery

        return explain_recovery(plan, result, service_id, figure)
    if isinstance(result, Simulation):
        from bcp_planner.analysis.explain_simulation import explain_simulation

        return explain_simulation(plan, result, service_id, figure)
    if figure == "required_rto":
        return _required_rto(plan, result, service_id)
    if figure == "achieved":
        return _achieved(plan, result, service_id)
    raise ValueError(f"objectives have no {figure}")


def explain_impact(plan: Plan, impact: Impact, service_id: str) -> list[str]:
    """Return the chain of causes as sentences, from a failed service to the explained one."""
    found = impact.services[service_id]
    chain = impact.chain(service_id)
    if not chain:
        return [f"{title(plan, service_id)} is not affected."]
    sentences = [f"{title(plan, chain[0].service)} fails at {moment_text(chain[0].down_at)}."]
    for link in chain[1:]:
        at = impact.services[link.service]
        requirement = plan.requirements[link.requirement or ""]
        last = link.service == service_id
        state = found.state if last else _state_at(at, link.down_at)
        sentences.append(_link_sentence(plan, requirement, state, link.down_at, link.added))
    return sentences


def _link_sentence(
    plan: Plan, requirement: Requirement, state: State, at: Duration, added: Duration
) -> str:
    name, needs = title(plan, requirement.dependant), needs_text(plan, requirement)
    moment, lasts = moment_text(at), format_human(added)
    if not added:
        return {
            State.DOWN: f"{name} needs {needs}, goes down at {moment}.",
            State.DEGRADED: f"{name} needs {needs}, is degraded at {moment}.",
            State.AT_RISK: f"{name} needs {needs}, is at risk at {moment}.",
        }[state]
    return {
        State.DOWN: f"{name} needs {needs}, lasts {lasts} without and goes down at {moment}.",
        State.DEGRADED: f"{name} needs {needs}, lasts {lasts} without and is degraded at {moment}.",
        State.AT_RISK: f"{name} needs {needs}, lasts {lasts} without and is at risk at {moment}.",
    }[state]


def _state_at(found: ServiceImpact, moment: Duration) -> State:
    return State.DOWN if found.down_at == moment else State.DEGRADED


def _explain_impact_figure(plan: Plan, impact: Impact, service_id: str, figure: str) -> Explanation:
    if figure not in IMPACT_FIGURES:
        raise ValueError(f"an impact has no {figure}")
    found = impact.services[service_id]
    if figure == "state":
        return _state(plan, impact, service_id)
    makers = {"down_at": _down_terms, "degraded_at": _degraded_terms, "at_risk_at": _risk_terms}
    formulas = {
        "down_at": "the earliest of its own failure and, for every hard requirement, the loss of "
        "too many providers plus the tolerance",
        "degraded_at": "the earliest of its own loss, too many degraded providers of a hard "
        "requirement, and too many lost providers of a soft one",
        "at_risk_at": "the first loss of a provider of which there is a spare",
    }
    words = {"down_at": "goes down", "degraded_at": "is degraded", "at_risk_at": "is at risk"}
    value: Duration | None = getattr(found, figure)
    name = title(plan, service_id)
    sentence = f"{name} never {words[figure]}."
    if value is not None:
        because = _because(plan, _cause_of(found, figure))
        sentence = f"{name} {words[figure]} at {moment_text(value)}{because}."
    terms = makers[figure](plan, impact, service_id)
    return Explanation(formulas[figure], tuple(terms), sentence)


def _cause_of(found: ServiceImpact, figure: str) -> Cause | None:
    if figure == "degraded_at":
        return found.degraded_by
    matching = {"down_at": State.DOWN, "at_risk_at": State.AT_RISK}[figure]
    return found.cause if found.state is matching else None


def _because(plan: Plan, cause: Cause | None) -> str:
    if cause is None:
        return ""
    requirement = plan.requirements[cause.requirement]
    text = f" because {title(plan, cause.provider)} is lost at {moment_text(cause.lost_at)}"
    if requirement.is_redundant:
        text += f", one of {listed(plan, requirement.providers)}"
    if cause.tolerance:
        text += f", and it carries on for {format_human(cause.tolerance)} without"
    return text


def _state(plan: Plan, impact: Impact, service_id: str) -> Explanation:
    found = impact.services[service_id]
    terms = (
        ("goes down", moment_text(found.down_at)),
        ("is degraded", moment_text(found.degraded_at)),
        ("a spare is gone", moment_text(found.at_risk_at)),
    )
    return Explanation(
        "the worst that happens: down, or else degraded, or else at risk, or else up",
        terms,
        " ".join(explain_impact(plan, impact, service_id)),
    )


def _down_terms(plan: Plan, impact: Impact, service_id: str) -> list[tuple[str, str]]:
    terms: list[tuple[str, str]] = []
    found = impact.services[service_id]
    if found.fails_itself:
        own = found.down_at if found.cause is None else None
        terms.append(("its own failure", moment_text(own) if own is not None else "later"))
    for requirement in requirements_of(plan, service_id):
        lost = _lost_at(impact, requirement, "down_at")
        value = moment_text(lost)
        if lost is not None and requirement.tolerance:
            after = lost + requirement.tolerance
            value = f"{value} + {format_human(requirement.tolerance)} = {moment_text(after)}"
        terms.append((f"needs {needs_text(plan, requirement)}, lost at", value))
    return terms


def _degraded_terms(plan: Plan, impact: Impact, service_id: str) -> list[tuple[str, str]]:
    terms = [("its own loss", moment_text(impact.services[service_id].down_at))]
    for requirement in requirements_of(plan, service_id):
        at = _lost_at(impact, requirement, "degraded_at")
        terms.append((f"needs {needs_text(plan, requirement)}, degraded at", moment_text(at)))
    for requirement in requirements_of(plan, service_id, "soft"):
        at = _lost_at(impact, requirement, "down_at")
        terms.append((f"makes use of {needs_text(plan, requirement)}, lost at", moment_text(at)))
    return terms


def _risk_terms(plan: Plan, impact: Impact, service_id: str) -> list[tuple[str, str]]:
    return [
        (f"{title(plan, provider)} is lost at", moment_text(impact.services[provider].down_at))
        for requirement in plan.requirements.values()
        if requirement.dependant == service_id and requirement.is_redundant
        for provider in requirement.providers
    ]


def _lost_at(impact: Impact, requirement: Requirement, figure: str) -> Duration | None:
    """Return when too few providers are left: the (n - k + 1)-th of their times."""
    times: list[Duration | None] = [
        getattr(impact.services[provider], figure) for provider in requirement.providers
    ]
    finite = sorted(time for time in times if time is not None)
    missing = len(requirement.providers) - requirement.needed + 1
    return finite[missing - 1] if len(finite) >= missing else None


def _required_rto(
    plan: Plan, objectives: Mapping[str, ServiceObjectives], service_id: str
) -> Explanation:
    found = objectives[service_id]
    name = title(plan, service_id)
    terms = [("its own RTO", value_text(found.rto, "none"))]
    for requirement in plan.requirements.values():
        passes = requirement.strength == "hard" and not requirement.is_redundant
        if passes and service_id in requirement.providers and requirement.recovery != "none":
            terms.append(_asked(plan, objectives, requirement, service_id))
    sentence = f"Nothing asks {name} to be back within a certain time."
    if found.required_rto is not None:
        required = format_human(found.required_rto)
        sentence = f"{name} must be back within {required}, its own RTO."
        if found.driver is not None:
            target = value_text(objectives[found.driver].rto, "none")
            driver, path = title(plan, found.driver), " → ".join(_titles(plan, found.chain))
            sentence = (
                f"{name} must be back within {required} because {driver} has an RTO of "
                f"{target} ({path})."
            )
    return Explanation(
        "the shortest of its own RTO and what each dependant that cannot do without asks: its "
        "required RTO plus the tolerance minus its own restart, never less than the tolerance",
        tuple(terms),
        sentence,
    )


def _titles(plan: Plan, services: Iterable[str]) -> Iterator[str]:
    return (title(plan, service) for service in services)


def _asked(
    plan: Plan,
    objectives: Mapping[str, ServiceObjectives],
    requirement: Requirement,
    provider: str,
) -> tuple[str, str]:
    """Return what a dependant asks of a provider; within a cycle its restart counts as 0."""
    dependant = plan.services[requirement.dependant]
    target, tolerance = objectives[dependant.id].required_rto, requirement.tolerance
    if target is None:
        return f"{dependant.title} asks", "nothing"
    work = dependant.restart.likely if dependant.restart is not None else 0
    if work and _in_one_cycle(plan, dependant.id, provider):
        work = 0
    asked, limit = format_human(max(tolerance, target + tolerance - work)), format_human(target)
    lasts, restart = format_human(tolerance), format_human(work)
    sums = {
        (False, False): asked,
        (True, False): f"{limit} + {lasts} tolerance = {asked}",
        (False, True): f"{limit} − {restart} restart = {asked}",
        (True, True): f"{limit} + {lasts} tolerance − {restart} restart = {asked}",
    }
    said = sums[bool(tolerance), bool(work)]
    if work > target:
        said = f"{lasts}, its tolerance: its restart takes longer than its objective"
    return f"{dependant.title} asks", said


def _in_one_cycle(plan: Plan, one: str, other: str) -> bool:
    """Return whether two services need each other through what passes objectives on."""
    structure = compiled(plan).structure
    cycle = structure.cycles_of("passing", structure.passing)[0]
    return bool(cycle[structure.index[one]] == cycle[structure.index[other]])


def _achieved(
    plan: Plan, objectives: Mapping[str, ServiceObjectives], service_id: str
) -> Explanation:
    found = objectives[service_id]
    name = title(plan, service_id)
    terms = [("declared after", value_text(plan.info.declared_after, "unknown, counts as 0"))]
    for link in found.achieved_chain:
        service = plan.services[link]
        teams = [plan.teams[key] for key in service.needs if key in plan.teams]
        ready = max((team.mobilisation or 0 for team in teams), default=0)
        if ready and link == found.achieved_chain[0]:
            terms.append(("mobilisation of its team", format_human(ready)))
        likely = None if service.recovery is None else service.recovery.likely
        terms.append((f"recovery of {service.title}", value_text(likely, "unknown, counts as 0")))
    least = "at least " if found.lower_bound else ""
    return Explanation(
        "the declaration, then mobilisation and the work of the longest chain of services that "
        "must be recovered one after the other, with enough people, if all of it is lost",
        tuple(terms),
        f"If {name} and all that it needs are lost, it is back after {least}"
        f"{value_text(found.achieved, 'never')}.",
    )
