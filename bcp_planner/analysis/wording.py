"""Names and figures of a plan in sentences."""

from __future__ import annotations

from collections.abc import Sequence

from bcp_planner.domain.durations import Duration, format_human
from bcp_planner.domain.entities import Requirement
from bcp_planner.domain.plan import Plan


def needs_text(plan: Plan, requirement: Requirement) -> str:
    """Return the providers of a requirement for a sentence: ``1 of A and B``."""
    names = listed(plan, requirement.providers)
    return f"{requirement.needed} of {names}" if requirement.is_redundant else names


def listed(plan: Plan, services: Sequence[str]) -> str:
    """Return the names of services for a sentence: ``A, B and C``."""
    names = [title(plan, service) for service in services]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def title(plan: Plan, service_id: str) -> str:
    """Return what to call a service."""
    return plan.services[service_id].title


def moment_text(at: Duration | None) -> str:
    """Return a time after the disruption: ``T+4 h``, or never."""
    return "never" if at is None else f"T+{format_human(at)}"


def value_text(duration: Duration | None, unknown: str) -> str:
    """Return a duration, or what to say when it is unknown."""
    return unknown if duration is None else format_human(duration)


def requirements_of(plan: Plan, service_id: str, strength: str = "hard") -> list[Requirement]:
    """Return what a service needs by requirements of one strength, in the order of the plan."""
    return [
        requirement
        for requirement in plan.requirements.values()
        if requirement.dependant == service_id and requirement.strength == strength
    ]
