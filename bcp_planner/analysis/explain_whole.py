"""Why the figures of a whole recovery, and of single failures, are what they are."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from bcp_planner.analysis.aims import WEIGHTS
from bcp_planner.analysis.results import Explanation, Recovery, Room, ServiceRecovery
from bcp_planner.analysis.wording import listed, moment_text, title, value_text
from bcp_planner.domain.durations import Duration, format_human
from bcp_planner.domain.plan import Plan

Terms: TypeAlias = list[tuple[str, str]]

MOST_NAMES = 12
"""More services than this are counted, not named."""


def explain_whole(plan: Plan, recovery: Recovery, figure: str) -> Explanation:
    """Return why a figure of a whole recovery has its value.

    Args:
        plan: The plan that the recovery was computed from.
        recovery: The recovery.
        figure: One of ``WHOLE_FIGURES``, named as the field of ``Recovery``.

    Raises:
        ValueError: if a recovery has no such figure.
    """
    maker = _MAKERS.get(figure)
    if maker is None:
        raise ValueError(f"a recovery as a whole has no {figure}")
    return maker(plan, recovery)


def _makespan(plan: Plan, recovery: Recovery) -> Explanation:
    least = "at least " if recovery.time_lower_bound else ""
    terms: Terms = [
        (f"{title(plan, key)} is back at", moment_text(recovery.services[key].up_at))
        for key in recovery.critical_path
    ]
    sentence = "Nothing goes down, so nothing has to come back."
    if recovery.critical_path:
        last = title(plan, recovery.critical_path[-1])
        sentence = f"{last} is the last to be back, at {least}{moment_text(recovery.makespan)}."
    elif recovery.order:
        sentence = "Everything rides through, so nothing has to come back."
    return Explanation(
        "the latest return; before it the critical path, each service the reason why the next "
        "could not begin",
        tuple(terms),
        sentence,
    )


def _latest_declaration(plan: Plan, recovery: Recovery) -> Explanation:
    met = {key: found for key, found in recovery.services.items() if found.rto_met}
    terms: Terms = [
        ("declared at", moment_text(recovery.declared)),
        ("targets met now", str(len(met))),
    ]
    ranked = sorted(met.items(), key=_slack)
    terms.extend(
        (f"to spare for {title(plan, key)}", value_text(found.slack, "all of it"))
        for key, found in ranked[:3]
    )
    latest = recovery.latest_declaration
    sentence = "No RTO is met, so none can be lost by declaring later."
    if latest is not None:
        sentence = (
            f"Declared by {moment_text(latest)}, every RTO that is met now is still met; "
            "later, one is missed."
        )
    elif met:
        sentence = "Every RTO that is met now stays met, however late it is declared."
    return Explanation(
        "the latest declaration with which the same order still meets every RTO that it meets now",
        tuple(terms),
        sentence,
    )


def _slack(item: tuple[str, ServiceRecovery]) -> Duration:
    return item[1].slack or 0


def _aim(plan: Plan, recovery: Recovery) -> Explanation:
    return {"lateness": _lateness, "cost": _total_cost, "makespan": _makespan}[recovery.aim.name](
        plan, recovery
    )


def _lateness(plan: Plan, recovery: Recovery) -> Explanation:
    late = {
        key: -found.slack
        for key, found in recovery.services.items()
        if found.slack is not None and found.slack < 0
    }
    weighted = {key: late[key] * _weight(plan, key) for key in late}
    ranked = sorted(late, key=lambda key: -weighted[key])
    terms: Terms = [
        (f"{title(plan, key)} is late by", f"{format_human(late[key])} × {_weight(plan, key):g}")
        for key in ranked[:MOST_NAMES]
    ]
    if len(ranked) > MOST_NAMES:
        terms.append(("and others", str(len(ranked) - MOST_NAMES)))
    terms += _quality(recovery, format_human)
    sentence = "No target is missed."
    if late:
        lateness = format_human(round(sum(weighted.values())))
        sentence = f"Weighted by tier, targets are missed by {lateness} in all."
    return Explanation(
        "how much longer than its RTO each service is out, times 64, 16 or 4 for tiers 1, 2 and "
        "3, else times 1",
        tuple(terms),
        sentence,
    )


def _weight(plan: Plan, key: str) -> float:
    return WEIGHTS.get(plan.services[key].tier or 0, 1.0)


def _total_cost(plan: Plan, recovery: Recovery) -> Explanation:
    costs = {key: found.cost for key, found in recovery.services.items() if found.cost}
    ranked = sorted(costs, key=lambda key: -costs[key])
    terms: Terms = [(title(plan, key), f"{costs[key]:,.2f}") for key in ranked[:MOST_NAMES]]
    if len(ranked) > MOST_NAMES:
        rest = sum(costs[key] for key in ranked[MOST_NAMES:])
        terms.append((f"{len(ranked) - MOST_NAMES} others", f"{rest:,.2f}"))
    if recovery.aim.name == "cost":
        terms += _quality(recovery, lambda value: f"{value:,.2f}")
    sentence = "No outage costs anything, as far as the plan says."
    if costs:
        sentence = f"All outages together cost {recovery.total_cost:,.2f}."
    return Explanation("the costs of all outages, added up", tuple(terms), sentence)


def _quality(recovery: Recovery, shown: Callable[[int], str]) -> Terms:
    aim = recovery.aim
    if aim.proven:
        return [("no order is better", "this is proven")]
    return [("no order is better than", shown(round(aim.bound)))] if aim.bound > 0 else []


_MAKERS: Mapping[str, Callable[[Plan, Recovery], Explanation]] = {
    "makespan": _makespan,
    "latest_declaration": _latest_declaration,
    "aim": _aim,
    "total_cost": _total_cost,
}

WHOLE_FIGURES = tuple(_MAKERS)
"""The figures of a whole recovery that can be explained."""


def _names(plan: Plan, services: Sequence[str]) -> str:
    """Return names that may hold commas themselves, one after the other, in any language."""
    names = "; ".join(title(plan, key) for key in services[:MOST_NAMES])
    return names if len(services) <= MOST_NAMES else f"{names}; …"


def explain_blast(plan: Plan, service: str, horizon: Duration) -> Explanation:
    """Return why the failure of one service alone takes others down, and how many by when.

    Args:
        plan: The plan.
        service: The service that fails.
        horizon: The time within which losses are counted too.
    """
    from bcp_planner.analysis.singles import taken_down_by

    lost = taken_down_by(plan, service)
    terms = (
        ("at the moment it fails", str(len(taken_down_by(plan, service, 0)))),
        (f"within {format_human(horizon)}", str(len(taken_down_by(plan, service, horizon)))),
        ("sooner or later", str(len(lost))),
    )
    name = title(plan, service)
    sentence = f"If {name} fails alone, nothing else goes down."
    if lost:
        sentence = f"With {name} go down: {_names(plan, lost)}."
    return Explanation(
        "every service that cannot do without it, tolerances run out", terms, sentence
    )


def explain_room(plan: Plan, recovery: Recovery, room: Room, service: str) -> Explanation:
    """Return by how much the work on a service may grow, and what is missed beyond that."""
    name = title(plan, service)
    sentence = f"However long the work on {name} takes, every target that is met now stays met."
    if room.growth is not None:
        sentence = (
            f"The work on {name} may take {format_human(room.growth)} longer; beyond that the "
            f"RTO of {listed(plan, room.breaks)} is missed."
        )
    found = recovery.services[service]
    terms: Terms = []
    if found.start is not None and found.finish is not None:
        terms.append(("working time now", format_human(found.finish - found.start)))
    return Explanation(
        "the most its working time may grow, all else and the order unchanged, so that every RTO "
        "that is met now is still met",
        tuple(terms),
        sentence,
    )
