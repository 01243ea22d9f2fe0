"""The plan: one immutable value. An edit is a function from plan to plan."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TypeAlias

from bcp_planner.domain.arrangements import (
    Communication,
    Copy,
    ResourceNeed,
    Revision,
    Role,
    Strategy,
    VitalRecord,
)
from bcp_planner.domain.entities import (
    Contact,
    PlanInfo,
    Requirement,
    Scenario,
    Service,
    Team,
)
from bcp_planner.domain.exercising import (
    Action,
    Assessment,
    Event,
    Evidence,
    Lesson,
    LogEntry,
)
from bcp_planner.domain.notes import Note

Record: TypeAlias = (
    Team
    | Contact
    | Service
    | Requirement
    | Scenario
    | Role
    | Strategy
    | VitalRecord
    | ResourceNeed
    | Communication
    | Copy
    | Revision
    | Event
    | LogEntry
    | Evidence
    | Action
    | Lesson
    | Assessment
    | Note
)

LISTS: Mapping[str, type[Record]] = MappingProxyType(
    {
        "teams": Team,
        "contacts": Contact,
        "services": Service,
        "requirements": Requirement,
        "scenarios": Scenario,
        "roles": Role,
        "strategies": Strategy,
        "vital_records": VitalRecord,
        "resources": ResourceNeed,
        "communications": Communication,
        "copies": Copy,
        "revisions": Revision,
        "events": Event,
        "log": LogEntry,
        "evidence": Evidence,
        "actions": Action,
        "lessons": Lesson,
        "assessments": Assessment,
        "notes": Note,
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
    roles: Mapping[str, Role] = field(default_factory=dict[str, Role])
    strategies: Mapping[str, Strategy] = field(default_factory=dict[str, Strategy])
    vital_records: Mapping[str, VitalRecord] = field(default_factory=dict[str, VitalRecord])
    resources: Mapping[str, ResourceNeed] = field(default_factory=dict[str, ResourceNeed])
    communications: Mapping[str, Communication] = field(default_factory=dict[str, Communication])
    copies: Mapping[str, Copy] = field(default_factory=dict[str, Copy])
    revisions: Mapping[str, Revision] = field(default_factory=dict[str, Revision])
    events: Mapping[str, Event] = field(default_factory=dict[str, Event])
    log: Mapping[str, LogEntry] = field(default_factory=dict[str, LogEntry])
    evidence: Mapping[str, Evidence] = field(default_factory=dict[str, Evidence])
    actions: Mapping[str, Action] = field(default_factory=dict[str, Action])
    lessons: Mapping[str, Lesson] = field(default_factory=dict[str, Lesson])
    assessments: Mapping[str, Assessment] = field(default_factory=dict[str, Assessment])
    notes: Mapping[str, Note] = field(default_factory=dict[str, Note])

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
