"""Plans for tests, written in a few words.

``plan().service("Mail", rto="4h").needs("Mail", "DNS", tolerance="30 min").build()``

A name is also the id. Services, teams and providers that were not described come into being when
they are first mentioned. Durations may be written as people write them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, cast

from bcp_planner.domain import integrity
from bcp_planner.domain.durations import parse_human
from bcp_planner.domain.entities import (
    Contact,
    CostStep,
    Estimate,
    Failure,
    Penalty,
    PlanInfo,
    Requirement,
    Scenario,
    Service,
    Step,
    Team,
)
from bcp_planner.domain.fields import Kind, fields_of
from bcp_planner.domain.plan import Plan, Record


def plan(name: str = "Test plan", **info: object) -> PlanBuilder:
    """Return a builder of a plan; further fields go into its header."""
    return PlanBuilder(name, info)


class PlanBuilder:
    """Collects records; every method returns the builder itself, except ``build``."""

    def __init__(self, name: str, info: Mapping[str, object]) -> None:
        self._plan = Plan(info=PlanInfo(name=name, **_read(PlanInfo, info)))

    def service(self, name: str, **fields: object) -> PlanBuilder:
        """Describe a service; ``needs={"DBA": 1}`` binds people, ``steps`` may be plain texts.

        ``recovery`` and ``restart`` are a duration or ``(optimistic, likely, pessimistic)``.
        """
        steps = cast("tuple[object, ...]", fields.pop("steps", ()))
        made = tuple(step if isinstance(step, Step) else Step(text=str(step)) for step in steps)
        known = self._plan.services.get(name, Service(id=name, name=name))
        values = _read(Service, fields)
        self._put("services", replace(known, steps=made or known.steps, **values))
        for team in cast("Mapping[str, int]", values.get("needs", {})):
            if team not in self._plan.teams:
                self.team(team)
        return self

    def services(self, *names: str, **fields: object) -> PlanBuilder:
        """Describe several services alike."""
        for name in names:
            self.service(name, **dict(fields))
        return self

    def needs(
        self, dependant: str, *providers: str, of: int | None = None, **fields: object
    ) -> PlanBuilder:
        """Add a requirement: all providers, or ``of`` of them.

        ``needs("App", "A", "B", of=1)`` is a redundant pair. Its id is ``r1``, ``r2`` ... unless
        ``id`` is given.
        """
        for name in (dependant, *providers):
            if name not in self._plan.services:
                self.service(name)
        number = len(self._plan.requirements) + 1
        values: dict[str, Any] = {"id": f"r{number}", "needs": of, **_read(Requirement, fields)}
        return self._put(
            "requirements", Requirement(dependant=dependant, providers=providers, **values)
        )

    def team(self, name: str, capacity: int | None = None, **fields: object) -> PlanBuilder:
        """Describe a team; without capacity it is never short of people."""
        values = _read(Team, fields)
        return self._put("teams", Team(id=name, name=name, capacity=capacity, **values))

    def contact(self, name: str, **fields: object) -> PlanBuilder:
        """Describe a contact."""
        return self._put("contacts", Contact(id=name, name=name, **_read(Contact, fields)))

    def scenario(self, name: str, *fails: str, **fields: object) -> PlanBuilder:
        """Describe a scenario; each failure is a service, or ``"Service@30 min"``."""
        failures = tuple(_failure(text) for text in fails)
        for failure in failures:
            if failure.service not in self._plan.services:
                self.service(failure.service)
        values = _read(Scenario, fields)
        return self._put("scenarios", Scenario(id=name, name=name, fails=failures, **values))

    def build(self) -> Plan:
        """Return the plan, which must be consistent."""
        found = integrity.problems(self._plan)
        assert not found, found
        return self._plan

    def _put(self, table: str, record: Record) -> PlanBuilder:
        self._plan = self._plan.put(table, record)
        return self


def scenario(*fails: str, **fields: object) -> Scenario:
    """Return a scenario that is not part of any plan: ``scenario("DC", "ISP@2 h")``."""
    failures = tuple(_failure(text) for text in fails)
    return Scenario(id="test", name="Test", fails=failures, **_read(Scenario, fields))


def cost(after: str, cost_per_hour: float) -> CostStep:
    """Return one step of the cost of downtime."""
    return CostStep(after=parse_human(after), cost_per_hour=cost_per_hour)


def penalty(after: str, amount: float) -> Penalty:
    """Return one one-off cost."""
    return Penalty(after=parse_human(after), cost=amount)


def _failure(text: str) -> Failure:
    service, at, time = text.rpartition("@")
    return Failure(service=service, at=parse_human(time)) if at else Failure(service=text)


def _read(record: type[object], fields: Mapping[str, object]) -> dict[str, Any]:
    """Turn durations and estimates that were written as text into values."""
    described = fields_of(record)
    return {name: _value(described[name].about.kind, value) for name, value in fields.items()}


def _value(kind: Kind, value: object) -> object:
    if kind is Kind.DURATION and isinstance(value, str):
        return parse_human(value)
    if kind is Kind.ESTIMATE and isinstance(value, str | int):
        return Estimate.of(_duration(value))
    if kind is Kind.ESTIMATE and isinstance(value, tuple):
        return Estimate(*(_duration(part) for part in cast("tuple[str | int, ...]", value)))
    return value


def _duration(value: str | int) -> int:
    return parse_human(value) if isinstance(value, str) else value
