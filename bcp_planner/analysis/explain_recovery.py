"""Why a service comes back when it does: the terms of semantics.md 3 with their values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from bcp_planner.analysis.results import Explanation, Recovery, ServiceRecovery
from bcp_planner.analysis.wording import (
    listed,
    moment_text,
    needs_text,
    requirements_of,
    title,
    value_text,
)
from bcp_planner.domain.durations import Duration, format_human
from bcp_planner.domain.entities import Estimate, Requirement, Service
from bcp_planner.domain.plan import Plan

Terms: TypeAlias = list[tuple[str, str]]


def explain_recovery(plan: Plan, recovery: Recovery, service_id: str, figure: str) -> Explanation:
    """Return why a figure of a service in a recovery has its value.

    Raises:
        ValueError: if a recovery has no such figure.
    """
    maker = _MAKERS.get(figure)
    if maker is None:
        raise ValueError(f"a recovery has no {figure}")
    service, found = plan.services[service_id], recovery.services[service_id]
    if found.rides_through and figure in _NEEDS_AN_OUTAGE:
        return Explanation(
            "a service that nothing it needs keeps down beyond its tolerance rides through",
            tuple(_waits(plan, recovery, service_id, ("start", "finish", "none"))),
            f"{service.title} never goes down: what it needs is back in time.",
        )
    return maker(plan, recovery, service, found)


def _start(plan: Plan, recovery: Recovery, service: Service, found: ServiceRecovery) -> Explanation:
    terms: Terms = [
        ("declared at", moment_text(recovery.declared)),
        ("goes down at", moment_text(found.down_at)),
        *_waits(plan, recovery, service.id, ("start",)),
        ("could start at", moment_text(found.ready)),
    ]
    terms.extend((f"people of {_team(plan, key)}", str(n)) for key, n in service.needs.items())
    begins, why = moment_text(found.start), reason_text(plan, found)
    sentence = f"Work on {service.title} starts at {begins}."
    if why:
        sentence = f"Work on {service.title} starts at {begins}, {why}."
    return Explanation(
        "the earliest time at which it is declared, everything is back that it needs to start, "
        "and every team has enough people free",
        tuple(terms),
        sentence,
    )


def reason_text(plan: Plan, found: ServiceRecovery) -> str:
    """Return why work starts when it does, after "it starts"; empty when there is no reason."""
    names = [plan.services[key].title for key in found.reason_ids[:1] if key in plan.services]
    who = names[0] if names else ""
    team = _team(plan, found.reason_ids[-1]) if found.reason_ids else ""
    held = f"when people of {team} are ready"
    if who:
        held = f"when people of {team} are done with {who}"
    reasons = {
        "requirement": f"when {who} is back",
        "team": held,
        "declaration": "with the declaration",
        "loss": "as soon as it goes down",
        "fact": "as the log of the event says; work that it does not mention starts from now on",
    }
    return reasons.get(found.reason, "")


def _finish(
    plan: Plan, recovery: Recovery, service: Service, found: ServiceRecovery
) -> Explanation:
    work = None
    if found.start is not None and found.finish is not None:
        work = found.finish - found.start
    estimate = service.restart
    name = "restart time"
    if service.recovery is not None and work == service.recovery.likely:
        name, estimate = "recovery time", service.recovery
    terms = (("starts at", moment_text(found.start)), (name, _estimate(estimate, work)))
    return Explanation(
        "its start plus its recovery time if it failed itself, or else its restart time",
        terms,
        f"Work on {service.title} ends at {moment_text(found.finish)}.",
    )


def _estimate(estimate: Estimate | None, work: Duration | None) -> str:
    if estimate is None:
        return "unknown, counts as 0"
    if estimate.is_certain:
        return value_text(work, "0 min")
    return (
        f"{value_text(work, '0 min')}, between {format_human(estimate.optimistic)} and "
        f"{format_human(estimate.pessimistic)}"
    )


def _up(plan: Plan, recovery: Recovery, service: Service, found: ServiceRecovery) -> Explanation:
    terms = [("work ends at", moment_text(found.finish))]
    terms.extend(_waits(plan, recovery, service.id, ("finish",)))
    return Explanation(
        "the later of the end of its work and the return of everything it needs to finish",
        tuple(terms),
        f"{service.title} is back at {moment_text(found.up_at)}.",
    )


def _outage(
    plan: Plan, recovery: Recovery, service: Service, found: ServiceRecovery
) -> Explanation:
    least = "at least " if found.time_lower_bound else ""
    return Explanation(
        "from its first loss to its return",
        (("back at", moment_text(found.up_at)), ("goes down at", moment_text(found.down_at))),
        f"{service.title} is out for {least}{value_text(found.outage, 'ever')}.",
    )


def _rto(plan: Plan, recovery: Recovery, service: Service, found: ServiceRecovery) -> Explanation:
    terms = (("RTO", value_text(service.rto, "none")), ("outage", value_text(found.outage, "?")))
    sentence = f"{service.title} has no RTO."
    if service.rto is not None and found.slack is not None:
        spare = format_human(abs(found.slack))
        sentence = f"{service.title} meets its RTO with {spare} to spare."
        if found.slack < 0:
            sentence = f"{service.title} misses its RTO by {spare}."
    return Explanation("its RTO minus its outage", terms, sentence)


def _mtpd(plan: Plan, recovery: Recovery, service: Service, found: ServiceRecovery) -> Explanation:
    sentence = {
        True: f"{service.title} stays within its MTPD.",
        False: f"{service.title} exceeds its MTPD.",
        None: f"{service.title} has no MTPD.",
    }[found.mtpd_met]
    return Explanation(
        "its outage plus the work recovery time, held against its MTPD",
        (
            ("outage", value_text(found.outage, "?")),
            ("work recovery time", value_text(service.wrt, "unknown, counts as 0")),
            ("MTPD", value_text(service.mtpd, "none")),
        ),
        sentence,
    )


def _data_loss(
    plan: Plan, recovery: Recovery, service: Service, found: ServiceRecovery
) -> Explanation:
    terms: Terms = [
        ("recovery point", value_text(service.recovery_point, "unknown, counts as 0")),
        ("backup point", value_text(service.backup_point, "unknown, counts as 0")),
    ]
    if service.consistency_group:
        members = [s.id for s in plan.services.values() if s.consistency_group]
        same = [
            m for m in members if plan.services[m].consistency_group == service.consistency_group
        ]
        terms.append(("restored to one point with", listed(plan, same)))
    for requirement in requirements_of(plan, service.id):
        for provider in requirement.providers:
            lost = recovery.services[provider].data_loss if provider in recovery.services else 0
            terms.append((f"loss of {title(plan, provider)}", format_human(lost)))
    least = "at least " if found.data_loss_lower_bound else ""
    return Explanation(
        "the largest of its own loss (that of its consistency group, if it has one) and the "
        "losses that reach it through what it needs",
        tuple(terms),
        f"{service.title} loses {least}{format_human(found.data_loss)} of data; its RPO is "
        f"{value_text(service.rpo, 'not set')}.",
    )


def _cost(plan: Plan, recovery: Recovery, service: Service, found: ServiceRecovery) -> Explanation:
    terms: Terms = [("outage", value_text(found.outage, "without end"))]
    terms.extend(
        (f"from {format_human(step.after)} on", f"{step.cost_per_hour:,.2f} an hour")
        for step in sorted(service.cost_steps, key=lambda step: step.after)
    )
    terms.extend(
        (f"once at {format_human(penalty.after)}", f"{penalty.cost:,.2f}")
        for penalty in sorted(service.penalties, key=lambda penalty: penalty.after)
    )
    sentence = f"The outage of {service.title} costs {found.cost:,.2f}."
    if not service.cost_steps and not service.penalties:
        sentence = f"Nobody has said what an outage of {service.title} costs, so it counts as 0."
    return Explanation(
        "each hour of the outage at the rate of its step, and every one-off cost whose time is "
        "reached",
        tuple(terms),
        sentence,
    )


def _latest(
    plan: Plan, recovery: Recovery, service: Service, found: ServiceRecovery
) -> Explanation:
    terms = (
        ("planned end", moment_text(found.finish)),
        ("RTO", value_text(service.rto, "none")),
        ("goes down at", moment_text(found.down_at)),
    )
    sentence = f"No target depends on when work on {service.title} ends."
    if found.latest_finish is not None:
        sentence = (
            f"Work on {service.title} must end by {moment_text(found.latest_finish)} so that no "
            "target that is met now is missed, its own or that of a service waiting for it."
        )
    return Explanation(
        "the latest end of its work with which its own target, and those of all services that "
        "wait for it, still hold",
        terms,
        sentence,
    )


def _waits(plan: Plan, recovery: Recovery, service_id: str, relations: tuple[str, ...]) -> Terms:
    return [
        (f"needs {needs_text(plan, r)}, back at", moment_text(_restored(recovery, r)))
        for r in requirements_of(plan, service_id)
        if r.recovery in relations and r.id not in recovery.relaxed
    ]


def _restored(recovery: Recovery, requirement: Requirement) -> Duration | None:
    """Return when enough providers are back: the k-th of their returns."""
    returns: list[Duration] = []
    for provider in requirement.providers:
        found = recovery.services.get(provider)
        returns.append(0 if found is None or found.up_at is None else found.up_at)
    return sorted(returns)[requirement.needed - 1]


def _team(plan: Plan, team_id: str) -> str:
    team = plan.teams.get(team_id)
    return team.title if team else team_id


_Maker: TypeAlias = Callable[[Plan, Recovery, Service, ServiceRecovery], Explanation]

_MAKERS: Mapping[str, _Maker] = {
    "ready": _start,
    "start": _start,
    "finish": _finish,
    "up_at": _up,
    "outage": _outage,
    "slack": _rto,
    "rto_met": _rto,
    "mtpd_met": _mtpd,
    "data_loss": _data_loss,
    "rpo_met": _data_loss,
    "cost": _cost,
    "latest_finish": _latest,
}

_NEEDS_AN_OUTAGE = frozenset(_MAKERS) - {"data_loss", "rpo_met"}

RECOVERY_FIGURES = tuple(_MAKERS)
"""The figures of a recovery that can be explained."""
