"""The plan: one immutable value. An edit is a function from plan to plan."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TypeAlias

from bcp_planner.domain.entities import (
    Contact,
    PlanInfo,
    Requirement,
    Scenario,
    Service,
    Team,
)

Record: TypeAlias = Team | Contact | Service | Requirement | Scenario

LISTS: Mapping[str, type[Record]] = MappingProxyType(
    {
        "teams": Team,
        "contacts": Contact,
        "services": Service,
        "requirements": Requirement,
        "scenarios": Scenario,
    }
)
"""Every list of the plan by name, in the order in which files hold them."""


@dataclass(frozen=True, slots=True, weakref_slot=True, kw_only=True)
class Plan:
    """A whole plan. Mappings go from id to record, in the order people gave; never change one."""

    info: PlanInfo = field(default_factory=PlanInfo)
    teams: Mapping[str, Team] = field(default_factory=dict[str, Team])
    contacts: Mapping[str, Contact] = field(default_factory=dict[str, Contact])
    services: Mapping[str, Service] = field(default_factory=dict[str, Service])
    requirements: Mapping[str, Requirement] = field(default_factory=dict[str, Requirement])
    scenarios: Mapping[str, Scenario] = field(default_factory=dict[str, Scenario])

    def table(self, name: str) -> Mapping[str, Record]:
        """Return one list of the plan by its name in ``LISTS``."""
        table: Mapping[str, Record] = getattr(self, name)
        return table

    def with_table(self, name: str, records: Mapping[str, Record]) -> Plan:
        """Return the plan with one list replaced; the caller keeps references intact."""
        return replace(self, **{name: records})

    def put(self, name: str, *records: Record) -> Plan:
        """Return the plan with records added at the end or replaced in place."""
        return self.with_table(name, {**self.table(name), **{r.id: r for r in records}})

    def without(self, name: str, ids: Iterable[str]) -> Plan:
        """Return the plan without some records of one list; references are not followed."""
        gone = set(ids)
        kept = {key: record for key, record in self.table(name).items() if key not in gone}
        return self.with_table(name, kept)

    def declared_after(self, scenario: Scenario) -> int:
        """Return when a scenario is declared, in milliseconds; unknown counts as 0."""
        own = scenario.declared_after
        return (self.info.declared_after or 0) if own is None else own


EMPTY = Plan()
