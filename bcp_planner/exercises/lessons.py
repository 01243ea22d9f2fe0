"""Lessons: what events taught, shown wherever the services are that they are about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from bcp_planner.domain.edits import free_id
from bcp_planner.domain.exercising import Lesson
from bcp_planner.domain.plan import Plan


def lessons_of(plan: Plan, services: Iterable[str]) -> tuple[Lesson, ...]:
    """Return the lessons about any of some services, and those about none in particular."""
    wanted = set(services)
    return tuple(
        one for one in plan.lessons.values() if not one.services or wanted & set(one.services)
    )


def lessons_by_service(plan: Plan) -> Mapping[str, Sequence[Lesson]]:
    """Return service -> lessons about it."""
    found: dict[str, list[Lesson]] = {}
    for one in plan.lessons.values():
        for key in one.services:
            found.setdefault(key, []).append(one)
    return found


def add_lesson(plan: Plan, text: str, services: Sequence[str], event: str | None = None) -> Plan:
    """Return the plan with one more lesson."""
    lesson = Lesson(
        id=free_id(plan.lessons, "lesson"), text=text, services=tuple(services), event=event
    )
    return plan.put("lessons", lesson)
