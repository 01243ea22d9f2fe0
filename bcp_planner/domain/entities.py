"""The records a plan is made of (semantics.md 1): frozen, compared by value, unknown is ``None``.

Durations are whole milliseconds (``durations``). References are ids of other records of the same
plan; ``integrity.problems`` says which of them dangle.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from bcp_planner.domain.durations import Duration
from bcp_planner.domain.fields import Field, Kind
from bcp_planner.domain.service import (
    CONTINUITY_PHASES,
    IMPACT_LEVELS,
    SERVICE_KINDS,
    ContinuityStep,
    CostStep,
    Estimate,
    ImpactPoint,
    Penalty,
    Service,
    Step,
)
from bcp_planner.domain.terms import OUTAGE_TERMS, USUAL

__all__ = [
    "CONTINUITY_PHASES",
    "IMPACT_LEVELS",
    "RECOVERY_RELATIONS",
    "SERVICE_KINDS",
    "STRENGTHS",
    "Contact",
    "ContinuityStep",
    "CostStep",
    "Estimate",
    "Failure",
    "ImpactPoint",
    "Penalty",
    "PlanInfo",
    "Requirement",
    "Scenario",
    "Service",
    "Step",
    "Team",
]

STRENGTHS = ("hard", "soft")
RECOVERY_RELATIONS = ("start", "finish", "none")


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """What a service depends on: one or more providers of which ``needs`` must be up."""

    id: Annotated[str, Field(Kind.ID, "ID", "Identifier, unique among the requirements.")]
    dependant: Annotated[
        str,
        Field(Kind.REFERENCE, "Dependant", "The service that needs something.", target="services"),
    ]
    providers: Annotated[
        tuple[str, ...],
        Field(
            Kind.REFERENCES,
            "Providers",
            "The services that can satisfy it.",
            target="services",
            minimum=1,
        ),
    ]
    needs: Annotated[
        int | None,
        Field(Kind.INTEGER, "Needs", "How many providers must be up; empty means all.", minimum=1),
    ] = None
    strength: Annotated[
        str,
        Field(
            Kind.CHOICE,
            "Strength",
            "Hard: without it the dependant goes down. Soft: it is degraded.",
            choices=STRENGTHS,
        ),
    ] = "hard"
    tolerance: Annotated[
        Duration,
        Field(
            Kind.DURATION,
            "Tolerance",
            "How long the dependant carries on once this is lost (cache, battery, stock, "
            "manual workaround).",
        ),
    ] = 0
    recovery: Annotated[
        str,
        Field(
            Kind.CHOICE,
            "Recovery relation",
            "When it must be back for the dependant's own recovery: before its work can start, "
            "before it can finish, or not at all.",
            choices=RECOVERY_RELATIONS,
        ),
    ] = "start"
    note: Annotated[
        str, Field(Kind.LONG_TEXT, "Note", "Why, evidence, the workaround used meanwhile.")
    ] = ""

    @property
    def needed(self) -> int:
        """How many providers must be up (k of n)."""
        return len(self.providers) if self.needs is None else self.needs

    @property
    def is_redundant(self) -> bool:
        """Whether fewer providers are needed than there are."""
        return self.needed < len(self.providers)


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    """People who carry out recovery work."""

    id: Annotated[str, Field(Kind.ID, "ID", "Short identifier, unique among the teams.")]
    name: Annotated[str, Field(Kind.TEXT, "Name", "What people call it.", always=True)] = ""
    capacity: Annotated[
        int | None,
        Field(
            Kind.INTEGER,
            "Capacity",
            "People who can work at once; empty means no limit.",
            minimum=0,
        ),
    ] = None
    mobilisation: Annotated[
        Duration | None,
        Field(Kind.DURATION, "Mobilisation", "From the declaration until it can start."),
    ] = None
    lead: Annotated[
        str | None, Field(Kind.REFERENCE, "Lead", "Who leads it.", target="contacts")
    ] = None
    alternate: Annotated[
        str | None, Field(Kind.REFERENCE, "Alternate", "Who stands in.", target="contacts")
    ] = None
    meeting_point: Annotated[
        str, Field(Kind.TEXT, "Meeting point", "Where, or on which bridge, it meets.")
    ] = ""
    description: Annotated[str, Field(Kind.LONG_TEXT, "Description", "Anything else.")] = ""

    @property
    def title(self) -> str:
        """The name, or the id while it has no name."""
        return self.name or self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A person or a desk that can be called."""

    id: Annotated[str, Field(Kind.ID, "ID", "Short identifier, unique among the contacts.")]
    name: Annotated[str, Field(Kind.TEXT, "Name", "Person or desk.", always=True)] = ""
    function: Annotated[str, Field(Kind.TEXT, "Function", "Role or job.")] = ""
    organisation: Annotated[
        str, Field(Kind.TEXT, "Organisation", "Own unit, supplier, authority, insurer ...")
    ] = ""
    phone: Annotated[str, Field(Kind.TEXT, "Phone", "The number to try first.")] = ""
    other_phone: Annotated[str, Field(Kind.TEXT, "Other phone", "The number to try next.")] = ""
    email: Annotated[str, Field(Kind.TEXT, "E-mail", "Address.")] = ""
    reference: Annotated[
        str, Field(Kind.TEXT, "Reference", "Contract number, customer number or PIN.")
    ] = ""
    alternate: Annotated[
        str | None,
        Field(Kind.REFERENCE, "Alternate", "Whom to call if unreachable.", target="contacts"),
    ] = None
    verified_on: Annotated[
        str, Field(Kind.DATE, "Last verified", "Day on which the number was last tried.")
    ] = ""
    verified_by: Annotated[str, Field(Kind.TEXT, "Verified by", "Who tried the number.")] = ""
    group: Annotated[
        str,
        Field(
            Kind.TEXT,
            "Group",
            "Heading in the contact list: crisis team, supplier, authority, insurer, media ...",
        ),
    ] = ""
    hours: Annotated[
        str, Field(Kind.TEXT, "Hours", "When it can be reached, such as 24 hours.")
    ] = ""
    called_by: Annotated[
        str | None,
        Field(Kind.REFERENCE, "Called by", "Who calls it in the call tree.", target="contacts"),
    ] = None
    private: Annotated[
        bool, Field(Kind.FLAG, "Private", "Left out of the privacy edition of documents.")
    ] = False

    @property
    def title(self) -> str:
        """The name, or the id while it has no name."""
        return self.name or self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A service that fails in a scenario, and when."""

    service: Annotated[
        str, Field(Kind.REFERENCE, "Service", "What fails.", target="services", always=True)
    ]
    at: Annotated[
        Duration, Field(Kind.DURATION, "At", "Time after the disruption.", always=True)
    ] = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """What is lost, and when; not what happened."""

    id: Annotated[str, Field(Kind.ID, "ID", "Short identifier, unique among the scenarios.")]
    name: Annotated[str, Field(Kind.TEXT, "Name", "What people call it.", always=True)] = ""
    fails: Annotated[
        tuple[Failure, ...],
        Field(Kind.RECORDS, "Failures", "The services that fail.", record=Failure, always=True),
    ] = ()
    declared_after: Annotated[
        Duration | None,
        Field(
            Kind.DURATION,
            "Declared after",
            "Detection, assessment and decision; empty means the plan's value.",
        ),
    ] = None
    signs: Annotated[
        tuple[str, ...],
        Field(Kind.LINES, "Signs", "What people see, hear or measure when this has happened."),
    ] = ()
    other_signs: Annotated[
        tuple[str, ...],
        Field(
            Kind.LINES,
            "Signs of something else",
            "What does not fit this scenario, and what to do then.",
        ),
    ] = ()
    corrupts_data: Annotated[
        bool,
        Field(
            Kind.FLAG,
            "Corrupts data",
            "Replicas copy the damage, so data comes back from isolated backups.",
        ),
    ] = False
    description: Annotated[
        str, Field(Kind.LONG_TEXT, "Description", "When to use it; what is assumed.")
    ] = ""
    likelihood_per_year: Annotated[
        float | None,
        Field(Kind.NUMBER, "Likelihood per year", "Expected times a year.", minimum=0),
    ] = None

    @property
    def title(self) -> str:
        """The name, or the id while it has no name."""
        return self.name or self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanInfo:
    """The plan's own header and document control."""

    name: Annotated[str, Field(Kind.TEXT, "Name", "Title of the plan.", always=True)] = ""
    organisation: Annotated[str, Field(Kind.TEXT, "Organisation", "Whose plan it is.")] = ""
    declared_after: Annotated[
        Duration | None,
        Field(
            Kind.DURATION,
            "Declared after",
            "From the disruption to the declaration: detection, assessment and decision.",
        ),
    ] = None
    description: Annotated[str, Field(Kind.LONG_TEXT, "Description", "Purpose and scope.")] = ""
    owner: Annotated[str, Field(Kind.TEXT, "Owner", "Who keeps the plan.")] = ""
    document_id: Annotated[str, Field(Kind.TEXT, "Document ID", "Number of the document.")] = ""
    version: Annotated[str, Field(Kind.TEXT, "Version", "Version of the plan.")] = ""
    status: Annotated[
        str,
        Field(
            Kind.CHOICE, "Status", "Where it stands.", choices=("draft", "approved", "superseded")
        ),
    ] = "draft"
    classification: Annotated[
        str, Field(Kind.TEXT, "Classification", "Printed on top and bottom of every page.")
    ] = ""
    approved_by: Annotated[str, Field(Kind.TEXT, "Approved by", "Name and function.")] = ""
    approved_on: Annotated[str, Field(Kind.DATE, "Approved on", "Day of approval.")] = ""
    review_due: Annotated[str, Field(Kind.DATE, "Review due", "Day of the next review.")] = ""
    currency: Annotated[str, Field(Kind.TEXT, "Currency", "For example EUR or GBP.")] = ""
    outage_term: Annotated[
        str,
        Field(
            Kind.CHOICE,
            "Term for the longest outage",
            "What the organisation calls the outage beyond which the harm is unacceptable, on "
            "screen and on paper.",
            choices=tuple(OUTAGE_TERMS),
        ),
    ] = USUAL
    objectives: Annotated[
        tuple[str, ...], Field(Kind.LINES, "Objectives", "What the plan is to achieve.")
    ] = ()
    assumptions: Annotated[
        tuple[str, ...], Field(Kind.LINES, "Assumptions", "What the plan takes for granted.")
    ] = ()
    exclusions: Annotated[
        tuple[str, ...], Field(Kind.LINES, "Exclusions", "What the plan does not cover.")
    ] = ()
    related_plans: Annotated[
        tuple[str, ...],
        Field(Kind.LINES, "Related plans", "Other plans it works with: fire, cyber, crisis ..."),
    ] = ()
    activation: Annotated[
        tuple[str, ...],
        Field(Kind.LINES, "Activate when", "Thresholds at which the plan is activated."),
    ] = ()
    first_actions: Annotated[
        tuple[str, ...],
        Field(Kind.LINES, "First actions", "The first actions of anybody, on every wallet card."),
    ] = ()
    hotline: Annotated[
        str, Field(Kind.TEXT, "Hot line", "Number at which a disruption is reported.")
    ] = ""
    bridge: Annotated[
        str, Field(Kind.TEXT, "Conference bridge", "Number or address where the team meets.")
    ] = ""
    command_centre: Annotated[
        str, Field(Kind.TEXT, "Command centre", "Where the incident team sits.")
    ] = ""
    alternate_centre: Annotated[
        str, Field(Kind.TEXT, "Alternate centre", "Where it sits if that place is lost.")
    ] = ""
