"""Commands that tell which failures take what down."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence

from bcp_planner.analysis.cutsets import SharedCutSet, cut_sets, may_fail, shared_cut_sets
from bcp_planner.analysis.singles import SinglePoint, single_points
from bcp_planner.cli import plans
from bcp_planner.cli.output import Output, table
from bcp_planner.domain.codec import Json
from bcp_planner.domain.errors import InputRefused
from bcp_planner.domain.plan import Plan


def cutsets(arguments: argparse.Namespace) -> Output:
    """List the smallest sets of failures that take a service, or any of a tier, down."""
    if (arguments.service is None) == (arguments.tier is None):
        raise InputRefused("SERVICE", ["name a service or a --tier, one of the two"])
    plan = plans.read(arguments.plan)
    if arguments.service is None:
        return _of_tier(plan, arguments)
    service = plans.service_of(plan, arguments.service)
    limits = arguments.max_order, arguments.among, arguments.horizon
    found = cut_sets(plan, service, *limits)
    document: Json = {"service": service, "cut_sets": [list[Json](one) for one in found]}
    return Output(document, lambda: _cut_set_lines(plan, service, found))


def _of_tier(plan: Plan, arguments: argparse.Namespace) -> Output:
    services = [key for key, one in plan.services.items() if one.tier == arguments.tier]
    if not services:
        raise InputRefused("--tier", [f"no service of the plan is of tier {arguments.tier}"])
    limits = arguments.max_order, arguments.among, arguments.horizon
    found = shared_cut_sets(plan, services, *limits)
    sets: list[Json] = [
        {"members": list[Json](one.members), "threatens": list[Json](one.threatens)}
        for one in found
    ]
    document: Json = {"tier": arguments.tier, "services": list[Json](services), "cut_sets": sets}
    return Output(document, lambda: _tier_lines(plan, arguments.tier, found))


def _together(plan: Plan, members: Sequence[str]) -> str:
    return " + ".join(plan.services[key].title for key in members)


def _cut_set_lines(plan: Plan, service: str, found: Sequence[Sequence[str]]) -> Iterator[str]:
    yield f"{plan.services[service].title}: {len(found)} minimal cut sets"
    for one in found:
        yield "  " + _together(plan, one)


def _tier_lines(plan: Plan, tier: int, found: Sequence[SharedCutSet]) -> Iterator[str]:
    yield f"tier {tier}: minimal cut sets of its services: {len(found)}"
    rows = [
        (
            _together(plan, one.members),
            str(len(one.threatens)),
            ", ".join(plan.services[key].title for key in one.threatens),
        )
        for one in found
    ]
    yield from table(("failing together", "of the tier down", "which"), rows)


def singles(arguments: argparse.Namespace) -> Output:
    """List every service whose failure alone takes others down, the most harmful first."""
    plan = plans.read(arguments.plan)
    wanted = [
        key for key, may in zip(plan.services, may_fail(plan, arguments.among), strict=True) if may
    ]
    found = list(single_points(plan, wanted).values())
    document: Json = {
        "single_points": [
            {
                "service": one.service,
                "taken_down": list[Json](one.taken_down),
                "targets": list[Json](one.targets),
            }
            for one in found
        ]
    }
    return Output(document, lambda: _single_lines(plan, found))


def _single_lines(plan: Plan, found: Sequence[SinglePoint]) -> Iterator[str]:
    yield f"services whose failure alone takes others down: {len(found)}"
    rows = [
        (
            plan.services[one.service].title,
            plan.services[one.service].kind,
            str(len(one.taken_down)),
            str(len(one.targets)),
        )
        for one in found
    ]
    yield from table(("service", "kind", "takes down", "with an RTO or MTPD"), rows)
