"""What gestures do to the plan: pure functions that the canvas makes its edits with."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from bcp_planner.domain import edits
from bcp_planner.domain.entities import Requirement, Service
from bcp_planner.domain.errors import EditRefused
from bcp_planner.domain.plan import Plan
from ui.canvas.scene import Point
from ui.language import mark_count, tr


@dataclass(frozen=True, slots=True)
class Tie:
    """How a service is connected while it is made or found: one of the three, or none.

    Attributes:
        dependant: The service that needs it.
        provider: The service that it needs.
        requirement: The requirement that it becomes one more provider of.
    """

    dependant: str | None = None
    provider: str | None = None
    requirement: str | None = None


def place(plan: Plan, positions: Mapping[str, Point]) -> Plan:
    """Return the plan with services at positions."""
    return edits.move_services(plan, positions)


def create(plan: Plan, name: str, kind: str, at: Point, tie: Tie | None = None) -> tuple[Plan, str]:
    """Return the plan with a new service, connected if wanted, and the service's id."""
    title = " ".join(name.split()) or tr("New service")
    service_id = edits.free_id(plan.services, title)
    plan = edits.add(plan, "services", Service(id=service_id, name=title, kind=kind, position=at))
    return (connect(plan, service_id, tie) if tie else plan), service_id


def connect(plan: Plan, service_id: str, tie: Tie) -> Plan:
    """Return the plan with a service tied to another one or to a requirement.

    Raises:
        EditRefused: if they are connected already or would need themselves.
    """
    if tie.requirement is not None:
        return add_provider(plan, tie.requirement, service_id)
    if tie.dependant is not None:
        return edits.connect(plan, tie.dependant, [service_id])
    if tie.provider is not None:
        return edits.connect(plan, service_id, [tie.provider])
    return plan


def add_provider(plan: Plan, requirement_id: str, service_id: str) -> Plan:
    """Return the plan with one more provider of a requirement.

    A requirement with one provider becomes redundant: one of the two is enough. One that already
    has several keeps how many it needs.
    """
    requirement = plan.requirements[requirement_id]
    if service_id in requirement.providers:
        title = plan.services[service_id].title
        raise EditRefused(tr("{title} already is a provider of this requirement", title=title))
    if service_id == requirement.dependant:
        raise EditRefused(tr("A service cannot be its own provider"))
    alone = [
        other.id
        for other in plan.requirements.values()
        if other.dependant == requirement.dependant and other.providers == (service_id,)
    ]
    plan = edits.remove(plan, "requirements", alone) if alone else plan
    needs = 1 if len(requirement.providers) == 1 else requirement.needs
    providers = (*requirement.providers, service_id)
    return edits.update(plan, "requirements", requirement_id, providers=providers, needs=needs)


def link(plan: Plan, services: Sequence[str], *, series: bool) -> Plan:
    """Return the plan with the first service needing each of the others, or each the next one.

    Raises:
        EditRefused: if there is nothing new to connect.
    """
    if len(services) < 2:
        raise EditRefused(tr("Select two or more services to link them"))
    pairs = list(itertools.pairwise(services))
    if not series:
        pairs = [(services[0], other) for other in services[1:]]
    refused: EditRefused | None = None
    linked = plan
    for dependant, provider in pairs:
        try:
            linked = edits.connect(linked, dependant, [provider])
        except EditRefused as error:
            refused = error
    if linked is plan and refused is not None:
        raise refused
    return linked


def make_redundant(
    plan: Plan, services: Collection[str], requirements: Collection[str], needs: int
) -> Plan:
    """Return the plan with several providers joined into one requirement, k of n.

    Either requirements of one dependant are chosen, or providers: then for every service that
    needs at least two of them on their own.

    Raises:
        EditRefused: if nothing like that is chosen.
    """
    if requirements:
        return edits.make_redundant(plan, list(requirements), needs)
    by_dependant: dict[str, list[str]] = {}
    for requirement in plan.requirements.values():
        if set(requirement.providers) <= set(services):
            by_dependant.setdefault(requirement.dependant, []).append(requirement.id)
    joined = {d: ids for d, ids in by_dependant.items() if len(ids) > 1}
    if not joined:
        raise EditRefused(
            tr(
                "Select two providers of the same service, or two of its lines, to make them "
                "redundant"
            )
        )
    for ids in joined.values():
        plan = edits.make_redundant(plan, ids, needs)
    return plan


def step_needs(plan: Plan, requirement_id: str) -> Plan:
    """Return the plan with a requirement needing one more provider, and one after all."""
    requirement = plan.requirements[requirement_id]
    needs = requirement.needed % len(requirement.providers) + 1
    return edits.update(plan, "requirements", requirement_id, needs=needs)


def remove(plan: Plan, services: Collection[str], requirements: Collection[str]) -> Plan:
    """Return the plan without services and requirements."""
    plan = edits.remove(plan, "services", services) if services else plan
    left = [key for key in requirements if key in plan.requirements]
    return edits.remove(plan, "requirements", left) if left else plan


def copied_along(plan: Plan, services: Collection[str]) -> list[Requirement]:
    """Return the requirements that are copied with services: those that lie among them."""
    chosen = frozenset(services)
    return [
        requirement
        for requirement in plan.requirements.values()
        if requirement.dependant in chosen and chosen.issuperset(requirement.providers)
    ]


def tagged(service: Service, group: str | None, prefix: str) -> Service:
    """Return a service that belongs to a group (or to none) by its tags."""
    kept = tuple(tag for tag in service.tags if not tag.startswith(prefix))
    return replace(service, tags=(*kept, prefix + group) if group else kept)


def title(plan: Plan, services: Collection[str]) -> str:
    """Return how services are named in a step's label: a name, or how many."""
    if len(services) == 1:
        service = plan.services.get(next(iter(services)))
        return service.title if service else "service"
    return mark_count(len(services), "service", "services")
