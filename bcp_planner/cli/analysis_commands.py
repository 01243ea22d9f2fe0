"""Commands that answer what follows from a plan."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

from bcp_planner.analysis.results import (
    ChainLink,
    Finding,
    Impact,
    Recovery,
    Room,
    ServiceImpact,
    ServiceObjectives,
    ServiceRecovery,
    Severity,
    State,
)
from bcp_planner.cli import plans
from bcp_planner.cli.output import Output, at_least, human, iso, table, yes_no
from bcp_planner.domain.codec import Json
from bcp_planner.domain.entities import Scenario
from bcp_planner.domain.errors import InputRefused
from bcp_planner.domain.files import read_bytes
from bcp_planner.domain.plan import Plan

_LARGEST_ORDER_FILE = 50_000_000
MOST_LINKS = 100
"""Longest chain of causes; each cause leads on to the next."""
MOST_LINKS_TOGETHER = 200_000
"""Most links of all chains of an answer, or long chains of many services would swamp it."""


def check(arguments: argparse.Namespace) -> Output:
    """List the findings; exit code 1 when one of them is an error."""
    from bcp_planner.analysis.findings import findings

    plan = plans.read(arguments.plan)
    found = findings(plan)
    has_errors = any(finding.severity is Severity.ERROR for finding in found)
    document: Json = {"findings": [finding_json(finding) for finding in found]}
    return Output(document, lambda: _finding_lines(found), exit_code=1 if has_errors else 0)


def finding_json(finding: Finding) -> Json:
    """Return a finding as JSON."""
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "services": list[Json](finding.services),
        "text": finding.text,
        "suggestion": finding.suggestion,
    }


def _finding_lines(found: Sequence[Finding]) -> Iterator[str]:
    for severity in Severity:
        chosen = [finding for finding in found if finding.severity is severity]
        if chosen:
            yield f"{severity.value}: {len(chosen)}"
        for finding in chosen:
            yield f"  [{finding.code}] {finding.text}"
            if finding.suggestion:
                yield f"      {finding.suggestion}"
    if not found:
        yield "no findings"


def objectives(arguments: argparse.Namespace) -> Output:
    """List declared and required objectives of every service."""
    from bcp_planner.analysis.objectives import objectives as inherited

    plan = plans.read(arguments.plan)
    found = dict(inherited(plan).in_short())
    document: Json = {"services": {key: _objective(value) for key, value in found.items()}}
    return Output(document, lambda: _objective_lines(plan, found))


def _objective(found: ServiceObjectives) -> Json:
    return {
        "rto": iso(found.rto),
        "required_rto": iso(found.required_rto),
        "achieved_rto": iso(found.achieved),
        "lower_bound": found.lower_bound,
        "driver": found.driver,
        "chain": list[Json](found.chain),
        "rpo": iso(found.rpo),
        "mtpd": iso(found.mtpd),
    }


def _objective_lines(plan: Plan, found: Mapping[str, ServiceObjectives]) -> list[str]:
    headers = ("service", "RTO", "required", "achieved", "because of", "RPO", "MTPD")
    return table(
        headers,
        (
            (
                plan.services[key].title,
                human(value.rto),
                human(value.required_rto),
                at_least(human(value.achieved, "never"), lower_bound=value.lower_bound),
                " > ".join(plan.services[link].title for link in value.chain),
                human(value.rpo),
                human(value.mtpd),
            )
            for key, value in found.items()
        ),
    )


def impact(arguments: argparse.Namespace) -> Output:
    """Tell what a failure takes down, when and why."""
    from bcp_planner.analysis.impact import impact as blast_radius

    plan = plans.read(arguments.plan)
    scenario = plans.scenario_of(plan, arguments)
    result = blast_radius(plan, scenario, arguments.horizon)
    links = _links_each(result)
    document: Json = {
        "services": {key: _impact(result, key, links) for key in result.services},
        "taken_down": result.taken_down,
        "horizon": iso(result.horizon),
    }
    return Output(document, lambda: impact_lines(plan, scenario, result))


def _links_each(result: Impact) -> int:
    """Return how many links of the chain of each service are told, those next to it."""
    told = sum(found.felt_at is not None for found in result.services.values())
    return max(1, min(MOST_LINKS, MOST_LINKS_TOGETHER // max(1, told)))


def _impact(result: Impact, service_id: str, links: int) -> Json:
    found = result.services[service_id]
    cause = found.cause
    return {
        "state": found.state.value,
        "down_at": iso(found.down_at),
        "degraded_at": iso(found.degraded_at),
        "at_risk_at": iso(found.at_risk_at),
        "fails_itself": found.fails_itself,
        "cause": None
        if cause is None
        else {
            "provider": cause.provider,
            "requirement": cause.requirement,
            "lost_at": iso(cause.lost_at),
            "tolerance": iso(cause.tolerance),
        },
        "chain": [
            {"service": link.service, "down_at": iso(link.down_at), "added": iso(link.added)}
            for link in result.chain(service_id, links)
        ],
    }


def impact_lines(plan: Plan, scenario: Scenario, result: Impact) -> Iterator[str]:
    """Yield a blast radius for reading, in the order of time."""
    affected = [(k, v) for k, v in result.services.items() if v.state is not State.UP]
    yield f"{scenario.title}: takes {result.taken_down} services down, {len(affected)} affected"
    if not affected:
        return
    worst_first = list(reversed(State))
    links = _links_each(result)
    affected.sort(key=lambda item: (_first_effect(item[1]), worst_first.index(item[1].state)))
    rows = (
        (
            human(_first_effect(found)),
            found.state.value,
            plan.services[key].title,
            _why(plan, found),
            " > ".join(_before(plan, result.chain(key, links))),
        )
        for key, found in affected
    )
    yield from table(("after", "state", "service", "why", "it begins with"), rows)


def _before(plan: Plan, chain: Sequence[ChainLink]) -> Iterator[str]:
    """Yield what a chain of causes leads over before its last service."""
    if chain and chain[0].requirement is not None:
        yield "…"
    for link in chain[:-1]:
        yield plan.services[link.service].title


def _first_effect(found: ServiceImpact) -> int:
    by_state = {
        State.DOWN: found.down_at,
        State.DEGRADED: found.degraded_at,
        State.AT_RISK: found.at_risk_at,
    }
    return by_state.get(found.state) or 0


def _why(plan: Plan, found: ServiceImpact) -> str:
    if found.fails_itself:
        return "fails itself"
    if found.cause is None:
        return "a spare is lost" if found.state is State.AT_RISK else ""
    text = f"needs {plan.services[found.cause.provider].title}"
    if found.cause.tolerance:
        text += f", carries on for {human(found.cause.tolerance)}"
    return text


def recover(arguments: argparse.Namespace) -> Output:
    """Tell in which order to recover and when everything is back."""
    from bcp_planner.analysis import recovery

    plan = plans.read(arguments.plan)
    scenario = plans.scenario_of(plan, arguments)
    teams = not arguments.no_teams
    if arguments.order is not None:
        order = order_in(arguments.order, plan)
        result = recovery.follow(plan, scenario, order, aim=arguments.aim, teams=teams)
    else:
        limit = {} if arguments.seconds is None else {"seconds": arguments.seconds}
        result = recovery.recover(plan, scenario, aim=arguments.aim, teams=teams, **limit)
    document = {**_recovery(plan, result), "data_loss": _data_loss(plan, scenario)}
    if not arguments.room:
        return Output(document, lambda: recovery_lines(plan, scenario, result))
    from bcp_planner.analysis.sensitivity import sensitivity

    rooms = sensitivity(plan, scenario, result.order, teams=teams)
    document["room"] = {key: _room(room) for key, room in rooms.items()}
    return Output(
        document,
        lambda: chain(recovery_lines(plan, scenario, result), _room_lines(plan, rooms)),
    )


def _room(room: Room) -> Json:
    return {"growth": iso(room.growth), "breaks": list[Json](room.breaks)}


def _room_lines(plan: Plan, rooms: Mapping[str, Room]) -> Iterator[str]:
    yield "by how much each work may grow before an RTO that is met now is missed"
    rows = (
        (
            plan.services[key].title,
            human(room.growth, "any"),
            ", ".join(plan.services[other].title for other in room.breaks),
        )
        for key, room in rooms.items()
    )
    yield from table(("service", "room", "then missed by"), rows)


def _data_loss(plan: Plan, scenario: Scenario) -> Json:
    """Return the data loss of every service of the plan, also of those that stay up."""
    from bcp_planner.analysis.data_loss import data_loss

    return {
        key: {
            "data_loss": iso(found.loss),
            "rpo_met": found.rpo_met,
            "lower_bound": found.lower_bound,
        }
        for key, found in data_loss(plan, scenario).items()
    }


def order_in(path: Path, plan: Plan) -> list[str]:
    """Return the ids in a file, one a line; empty lines do not count.

    Spaces around an id do not count either, unless the plan has an id with them.
    """
    try:
        text = read_bytes(path, _LARGEST_ORDER_FILE).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputRefused(path.name, ["the text is not UTF-8; save it as UTF-8"]) from error
    lines = (line if line in plan.services else line.strip() for line in text.splitlines())
    return [line for line in lines if line]


def _recovery(plan: Plan, result: Recovery) -> dict[str, Json]:
    return {
        "order": list[Json](result.order),
        "services": {key: _recovered(value) for key, value in result.services.items()},
        "waves": [list[Json](wave) for wave in result.waves],
        "critical_path": list[Json](result.critical_path),
        "makespan": iso(result.makespan),
        "declared": iso(result.declared),
        "latest_declaration": iso(result.latest_declaration),
        "aim": _aim(result),
        "relaxed": [
            {
                "requirement": key,
                "dependant": plan.requirements[key].dependant,
                "providers": list[Json](plan.requirements[key].providers),
            }
            for key in result.relaxed
        ],
        "deadlocks": [list[Json](loop) for loop in result.deadlocks],
        "total_cost": _finite(result.total_cost),
        "lower_bound": result.lower_bound,
    }


def _recovered(found: ServiceRecovery) -> Json:
    return {
        "rides_through": found.rides_through,
        "down_at": iso(found.down_at),
        "ready": iso(found.ready),
        "start": iso(found.start),
        "finish": iso(found.finish),
        "up_at": iso(found.up_at),
        "outage": iso(found.outage),
        "slack": _signed(found.slack),
        "rto_met": found.rto_met,
        "mtpd_met": found.mtpd_met,
        "data_loss": iso(found.data_loss),
        "rpo_met": found.rpo_met,
        "lower_bound": found.lower_bound,
        "latest_finish": _signed(found.latest_finish),
        "waits_for": list[Json](found.waits_for),
    }


def _signed(duration: int | None) -> str | None:
    """Return a duration that may be negative, such as a slack, in ISO 8601."""
    if duration is not None and duration < 0:
        return f"-{iso(-duration)}"
    return iso(duration)


def _aim(result: Recovery) -> Json:
    aim = result.aim
    return {
        "name": aim.name,
        "value": _aim_figure(aim.name, aim.value[0]),
        "bound": _aim_figure(aim.name, aim.bound),
        "proven": aim.proven,
        "criteria": [_finite(figure) for figure in aim.value],
    }


def _finite(figure: float) -> Json:
    """Return a figure as JSON knows it: null for one without end."""
    return None if figure == float("inf") else figure


def _aim_figure(aim: str, figure: float) -> Json:
    """Return a value of an aim: money for cost, a (weighted) duration for the others."""
    if figure == float("inf"):
        return None
    return figure if aim == "cost" else iso(round(figure))


def recovery_lines(plan: Plan, scenario: Scenario, result: Recovery) -> Iterator[str]:
    """Yield a recovery order for reading."""
    back = human(result.makespan, never="never")
    yield f"{scenario.title}: declared after {human(result.declared)}, all back after " + at_least(
        back, lower_bound=result.time_lower_bound
    )
    yield f"latest declaration that keeps every RTO met now: {human(result.latest_declaration)}"
    yield _quality(result)
    yield f"cost of downtime: {result.total_cost:,.2f}"
    for key in result.relaxed:
        requirement = plan.requirements[key]
        without = ", ".join(plan.services[p].title for p in requirement.providers)
        yield f"bring up {plan.services[requirement.dependant].title} without {without}"
    wave = {key: str(number) for number, keys in enumerate(result.waves, 1) for key in keys}
    rows = ((wave.get(key, "–"), *_recovery_row(plan, result, key)) for key in result.order)
    headers = ("service", "down", "start", "finish", "up", "outage", "RTO", "MTPD", "loss", "RPO")
    yield from table(("wave", *headers), rows)
    path = " > ".join(plan.services[key].title for key in result.critical_path)
    yield f"critical path: {path or '–'}"


def _quality(result: Recovery) -> str:
    """Return the value of the aim, and how far it may be from the best there is."""
    aim = result.aim

    def shown(figure: float) -> str:
        if figure == float("inf"):
            return "without end"
        return f"{figure:,.2f}" if aim.name == "cost" else human(round(figure))

    said = f"{aim.name}: {shown(aim.value[0])}"
    if aim.proven:
        return f"{said}, proven: no order is better"
    gap = ""
    if 0 < aim.bound < aim.value[0] < float("inf"):
        gap = f", gap {(aim.value[0] - aim.bound) / aim.bound:.1%}"
    return f"{said}, proven bound {shown(aim.bound)}{gap}"


def _recovery_row(plan: Plan, result: Recovery, key: str) -> tuple[str, ...]:
    found, title = result.services[key], plan.services[key].title
    if found.rides_through:
        return (title, "rides through", *[""] * 8)
    return (
        title,
        human(found.down_at),
        human(found.start, "never"),
        human(found.finish, "never"),
        human(found.up_at, "never"),
        at_least(human(found.outage, "never"), lower_bound=found.time_lower_bound),
        yes_no(found.rto_met),
        yes_no(found.mtpd_met),
        at_least(human(found.data_loss), lower_bound=found.data_loss_lower_bound),
        yes_no(found.rpo_met),
    )
