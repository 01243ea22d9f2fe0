"""A service and its parts: targets, estimates, recovery steps, costs and impact over time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated

from bcp_planner.domain.durations import Duration
from bcp_planner.domain.fields import Field, Kind

SERVICE_KINDS = (
    "product",
    "process",
    "application",
    "data",
    "infrastructure",
    "network",
    "facility",
    "people",
    "equipment",
    "supplier",
)
CONTINUITY_PHASES = ("workaround", "start-up", "minimum level", "catch up", "stop")
"""What happens while an activity has to do without: in this order."""
IMPACT_LEVELS = ("none", "minor", "moderate", "major", "intolerable")

_TARGETS, _WORK, _DATA, _MONEY, _CARRY_ON, _ABOUT, _VIEW = (
    "Targets",
    "Recovery work",
    "Data",
    "Impact over time",
    "Carrying on",
    "About",
    "Drawing",
)


@dataclass(frozen=True, slots=True)
class Estimate:
    """Working time as three values (PERT); ``optimistic <= likely <= pessimistic``."""

    optimistic: Duration
    likely: Duration
    pessimistic: Duration

    @classmethod
    def of(cls, duration: Duration) -> Estimate:
        """Return the estimate that is one certain duration."""
        return cls(duration, duration, duration)

    @property
    def is_certain(self) -> bool:
        """Whether all three values are the same."""
        return self.optimistic == self.pessimistic


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One recovery step of a service, a task of the runbook."""

    text: Annotated[str, Field(Kind.TEXT, "Task", "What to do, verb first, in one line.")]
    team: Annotated[str | None, Field(Kind.REFERENCE, "Team", "Who does it.", target="teams")] = (
        None
    )
    duration: Annotated[
        Duration | None, Field(Kind.DURATION, "Expected duration", "Working time of this step.")
    ] = None
    validation: Annotated[
        str, Field(Kind.LONG_TEXT, "Validation", "How to see that the step worked.")
    ] = ""
    if_fails: Annotated[
        str, Field(Kind.LONG_TEXT, "If it fails", "What to do, or whom to call, if it fails.")
    ] = ""
    automated: Annotated[
        bool, Field(Kind.FLAG, "Automated", "Carried out by a tool rather than by hand.")
    ] = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ContinuityStep:
    """One step of how an activity carries on while what it needs is away."""

    phase: Annotated[
        str,
        Field(Kind.CHOICE, "Phase", "When it is done.", choices=CONTINUITY_PHASES),
    ] = CONTINUITY_PHASES[0]
    text: Annotated[str, Field(Kind.TEXT, "Step", "What to do, verb first, in one line.")]
    who: Annotated[str, Field(Kind.TEXT, "Who", "The role or person that does it.")] = ""
    how: Annotated[
        str, Field(Kind.LONG_TEXT, "How", "The detail somebody new to it has to know.")
    ] = ""
    duration: Annotated[
        Duration | None, Field(Kind.DURATION, "Expected duration", "How long the step takes.")
    ] = None
    needs: Annotated[
        str, Field(Kind.TEXT, "Needs", "Forms, keys, equipment or people it takes.")
    ] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CostStep:
    """Cost of downtime per hour from an elapsed outage time on, until the next step."""

    after: Annotated[Duration, Field(Kind.DURATION, "After", "Outage after which this rate holds.")]
    cost_per_hour: Annotated[
        float, Field(Kind.NUMBER, "Cost per hour", "Cost of each further hour.", minimum=0)
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Penalty:
    """A one-off cost that falls due when an outage reaches a length."""

    after: Annotated[Duration, Field(Kind.DURATION, "After", "Outage at which it falls due.")]
    cost: Annotated[float, Field(Kind.NUMBER, "Cost", "The one-off amount.", minimum=0)]


@dataclass(frozen=True, slots=True, kw_only=True)
class ImpactPoint:
    """Severity of the impact in one category from an elapsed outage time on."""

    category: Annotated[
        str, Field(Kind.TEXT, "Category", "Financial, customer, legal, people, reputation ...")
    ]
    after: Annotated[Duration, Field(Kind.DURATION, "After", "Outage after which it is felt.")]
    level: Annotated[
        str, Field(Kind.CHOICE, "Severity", "How bad it is from then on.", choices=IMPACT_LEVELS)
    ]


def suggested_mtpd(impacts: Sequence[ImpactPoint]) -> tuple[Duration, str] | None:
    """Return after how long the impact first becomes intolerable, and in which category."""
    points = [(point.after, point.category) for point in impacts if point.level == "intolerable"]
    return min(points, default=None)


def with_impact(
    impacts: Sequence[ImpactPoint], category: str, after: Duration, level: str
) -> tuple[ImpactPoint, ...]:
    """Return the impacts with a severity in one category from a time on; it never falls again.

    Points of the category that say more before this time, or no more after it, are left out.
    """
    rank = IMPACT_LEVELS.index
    kept = [
        point
        for point in impacts
        if point.category == category
        and point.after != after
        and (rank(point.level) < rank(level)) == (point.after < after)
        and rank(point.level) != rank(level)
    ]
    before = max((rank(p.level) for p in kept if p.after < after), default=0)
    if rank(level) > before:
        kept.append(ImpactPoint(category=category, after=after, level=level))
    others = [point for point in impacts if point.category != category]
    return (*others, *sorted(kept, key=lambda point: point.after))


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """Anything that can be lost and brought back."""

    id: Annotated[str, Field(Kind.ID, "ID", "Short identifier, unique in the plan.", _ABOUT)]
    name: Annotated[str, Field(Kind.TEXT, "Name", "What people call it.", _ABOUT, always=True)] = ""
    kind: Annotated[
        str,
        Field(Kind.CHOICE, "Kind", "What it is.", _ABOUT, choices=SERVICE_KINDS, always=True),
    ] = "application"
    owner: Annotated[str, Field(Kind.TEXT, "Owner", "Who answers for it.", _ABOUT)] = ""
    unit: Annotated[
        str, Field(Kind.TEXT, "Department", "Unit of the organisation it belongs to.", _ABOUT)
    ] = ""
    description: Annotated[
        str, Field(Kind.LONG_TEXT, "Description", "Anything worth knowing.", _ABOUT)
    ] = ""
    tags: Annotated[
        tuple[str, ...], Field(Kind.TAGS, "Tags", "Words to group and filter by.", _ABOUT)
    ] = ()
    tier: Annotated[
        int | None,
        Field(Kind.INTEGER, "Tier", "Importance: 1 is most important.", _TARGETS, minimum=1),
    ] = None
    rto: Annotated[
        Duration | None,
        Field(
            Kind.DURATION,
            "RTO",
            "Recovery time objective: the longest outage aimed for.",
            _TARGETS,
        ),
    ] = None
    mtpd: Annotated[
        Duration | None,
        Field(
            Kind.DURATION,
            "MTPD",
            "Maximum tolerable period of disruption: beyond it the harm is unacceptable.",
            _TARGETS,
        ),
    ] = None
    wrt: Annotated[
        Duration | None,
        Field(
            Kind.DURATION,
            "WRT",
            "Work recovery time: catching up after the service is back, before business is normal.",
            _TARGETS,
        ),
    ] = None
    rpo: Annotated[
        Duration | None,
        Field(
            Kind.DURATION,
            "RPO",
            "Recovery point objective: the most data, measured in time, that may be lost.",
            _TARGETS,
        ),
    ] = None
    recovery: Annotated[
        Estimate | None,
        Field(
            Kind.ESTIMATE,
            "Recovery time",
            "Working time to bring it back after it failed itself: one duration, or "
            "optimistic, likely and pessimistic.",
            _WORK,
        ),
    ] = None
    restart: Annotated[
        Estimate | None,
        Field(
            Kind.ESTIMATE,
            "Restart time",
            "Working time to bring it back after only something it needs was lost and has "
            "returned.",
            _WORK,
        ),
    ] = None
    needs: Annotated[
        Mapping[str, int],
        Field(
            Kind.COUNTS,
            "People needed",
            "Teams and how many of their people are bound for the whole of that work.",
            _WORK,
            target="teams",
            minimum=1,
        ),
    ] = field(default_factory=dict[str, int])
    steps: Annotated[
        tuple[Step, ...],
        Field(Kind.RECORDS, "Recovery steps", "The tasks of its recovery.", _WORK, record=Step),
    ] = ()
    recovery_point: Annotated[
        Duration | None,
        Field(
            Kind.DURATION,
            "Recovery point",
            "Data lost when it is restored from replication or its most recent copy.",
            _DATA,
        ),
    ] = None
    backup_point: Annotated[
        Duration | None,
        Field(
            Kind.DURATION,
            "Backup point",
            "Data lost when it is restored from an isolated backup, as after a cyber attack.",
            _DATA,
        ),
    ] = None
    consistency_group: Annotated[
        str,
        Field(
            Kind.TEXT,
            "Consistency group",
            "Services of the same group must be restored to one common point in time.",
            _DATA,
        ),
    ] = ""
    cost_steps: Annotated[
        tuple[CostStep, ...],
        Field(
            Kind.RECORDS,
            "Downtime cost",
            "Cost per hour as the outage grows.",
            _MONEY,
            record=CostStep,
        ),
    ] = ()
    penalties: Annotated[
        tuple[Penalty, ...],
        Field(Kind.RECORDS, "Penalties", "One-off costs.", _MONEY, record=Penalty),
    ] = ()
    impacts: Annotated[
        tuple[ImpactPoint, ...],
        Field(
            Kind.RECORDS,
            "Impact over time",
            "Severity per category as the outage grows.",
            _MONEY,
            record=ImpactPoint,
        ),
    ] = ()
    minimum_level: Annotated[
        str,
        Field(
            Kind.TEXT,
            "Minimum level",
            "Least acceptable level of service during a disruption (MBCO).",
            _CARRY_ON,
        ),
    ] = ""
    peak_times: Annotated[
        str, Field(Kind.TEXT, "Peak times", "When its loss hurts most.", _CARRY_ON)
    ] = ""
    workaround: Annotated[
        tuple[str, ...],
        Field(
            Kind.LINES,
            "Workaround",
            "How to carry on meanwhile, in a few lines. Who does each step, how and with what goes "
            "into the continuity procedure.",
            _CARRY_ON,
        ),
    ] = ()
    procedure: Annotated[
        tuple[ContinuityStep, ...],
        Field(
            Kind.RECORDS,
            "Continuity procedure",
            "Step by step: workaround, start-up, running at the minimum level, catching up, stop.",
            _CARRY_ON,
            record=ContinuityStep,
        ),
    ] = ()
    preconditions: Annotated[
        str,
        Field(
            Kind.LONG_TEXT,
            "Preconditions",
            "What must be there before its recovery starts: access, tools, media, licences.",
            _CARRY_ON,
        ),
    ] = ""
    break_glass: Annotated[
        str,
        Field(
            Kind.TEXT,
            "Emergency access",
            "Where the emergency credentials are kept; never the credentials themselves.",
            _CARRY_ON,
        ),
    ] = ""
    fail_back: Annotated[
        str,
        Field(
            Kind.LONG_TEXT,
            "Return to normal",
            "How it goes back to its usual place, and how the old one is cut off first.",
            _CARRY_ON,
        ),
    ] = ""
    contract_recovery: Annotated[
        Duration | None,
        Field(
            Kind.DURATION,
            "Contract recovery time",
            "Longest outage that a supplier's contract allows it.",
            _TARGETS,
        ),
    ] = None
    contract: Annotated[
        str, Field(Kind.TEXT, "Contract", "Number of the contract or agreement.", _ABOUT)
    ] = ""
    contact: Annotated[
        str | None,
        Field(Kind.REFERENCE, "Contact", "Whom to call about it.", _ABOUT, target="contacts"),
    ] = None
    site: Annotated[
        str, Field(Kind.TEXT, "Place", "Building, room or address where it is.", _ABOUT)
    ] = ""
    position: Annotated[
        tuple[float, float] | None,
        Field(Kind.POINT, "Position", "Centre of its card on the canvas.", _VIEW),
    ] = None
    pinned: Annotated[
        bool, Field(Kind.FLAG, "Pinned", "Automatic layout leaves it where it is.", _VIEW)
    ] = False

    @property
    def title(self) -> str:
        """The name, or the id while it has no name."""
        return self.name or self.id

    @property
    def continuity_steps(self) -> tuple[ContinuityStep, ...]:
        """All steps of carrying on, phase by phase; the lines of the workaround come first."""
        lines = [ContinuityStep(text=line) for line in self.workaround]
        order = CONTINUITY_PHASES.index
        return tuple(sorted([*lines, *self.procedure], key=lambda step: order(step.phase)))
