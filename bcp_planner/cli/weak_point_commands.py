"""Commands that tell which failures take what down."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence

from bcp_planner.cli import plans
from bcp_planner.cli.output import Output
from bcp_planner.domain.codec import Json
from bcp_planner.domain.plan import Plan


def cutsets(arguments: argparse.Namespace) -> Output:
    """List the smallest sets of failures that take a service down."""
    from bcp_planner.analysis.cutsets import cut_sets

    plan = plans.read(arguments.plan)
    service = plans.service_of(plan, arguments.service)
    found = cut_sets(
        plan,
        service,
        max_order=arguments.max_order,
        among=arguments.among,
        horizon=arguments.horizon,
    )
    document: Json = {"service": service, "cut_sets": [list[Json](one) for one in found]}
    return Output(document, lambda: _cut_set_lines(plan, service, found))


def _cut_set_lines(plan: Plan, service: str, found: Sequence[Sequence[str]]) -> Iterator[str]:
    yield f"{plan.services[service].title}: {len(found)} minimal cut sets"
    for one in found:
        yield "  " + " + ".join(plan.services[key].title for key in one)
