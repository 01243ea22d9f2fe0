"""The results of every analysis, as plain values for screens, documents and files.

Times are whole milliseconds from the disruption; None means never (or unknown where said).
Mappings go from service id to result, in the order of the plan's services.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from bcp_planner.domain.durations import Duration


class State(Enum):
    """The worst that happens to a service (semantics.md 2), best first."""

    UP = "up"
    AT_RISK = "at-risk"
    DEGRADED = "degraded"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class Cause:
    """Why a service is down or degraded: the requirement that attains the minimum.

    Attributes:
        requirement: Id of the requirement.
        provider: The provider whose loss completes the loss of the requirement.
        lost_at: When the requirement is lost.
        tolerance: How long the dependant carries on after that.
    """

    requirement: str
    provider: str
    lost_at: Duration
    tolerance: Duration


@dataclass(frozen=True, slots=True)
class ServiceImpact:
    """What a scenario does to one service, without recovery."""

    state: State
    down_at: Duration | None
    degraded_at: Duration | None
    at_risk_at: Duration | None
    fails_itself: bool
    cause: Cause | None
    """Cause of the state; None for services that fail themselves first or stay up."""
    degraded_by: Cause | None = None
    """Cause of the first degradation; the cause of its loss when it goes down at once."""

    @property
    def felt_at(self) -> Duration | None:
        """When its state is reached: the loss, or else degradation, or else a spare is gone."""
        times = {
            State.DOWN: self.down_at,
            State.DEGRADED: self.degraded_at,
            State.AT_RISK: self.at_risk_at,
        }
        return times.get(self.state)


@dataclass(frozen=True, slots=True)
class ChainLink:
    """One link of an explanation, from a failed service towards the explained one."""

    service: str
    down_at: Duration
    """When the link is felt: the loss, or the first degradation of a service that stays up."""
    added: Duration
    """Time added by this link: the tolerance of its requirement, 0 for the failed service."""
    requirement: str | None


@dataclass(frozen=True, slots=True)
class Impact:
    """Blast radius of a scenario (semantics.md 2)."""

    services: Mapping[str, ServiceImpact]
    taken_down: int
    """Number of services that go down without failing themselves."""
    horizon: Duration | None

    def chain(self, service_id: str, most: int | None = None) -> tuple[ChainLink, ...]:
        """Return the causes from a failed service to this one; empty while it stays up.

        Args:
            service_id: The service to explain.
            most: Return no more than this many links, those next to the service.
        """
        links: list[ChainLink] = []
        at = self.services[service_id]
        moment, cause = at.felt_at, at.cause
        while moment is not None and len(links) != most:
            if cause is None:
                links.append(ChainLink(service_id, moment, 0, None))
                break
            links.append(ChainLink(service_id, moment, cause.tolerance, cause.requirement))
            service_id, moment = cause.provider, cause.lost_at
            at = self.services[service_id]
            cause = at.cause if at.down_at == moment else at.degraded_by
        return tuple(reversed(links))


@dataclass(frozen=True, slots=True)
class ServiceRecovery:
    """How one service of the blast radius comes back (semantics.md 3 and 4).

    ``None`` in a verdict means that there is no objective; in a time that it never happens, or
    that it does not apply because the service rides through.
    """

    rides_through: bool
    down_at: Duration | None
    ready: Duration | None
    start: Duration | None
    finish: Duration | None
    up_at: Duration | None
    outage: Duration | None
    slack: Duration | None
    """``rto - outage``, negative when missed."""
    rto_met: bool | None
    mtpd_met: bool | None
    data_loss: Duration
    rpo_met: bool | None
    lower_bound: bool
    """True when a figure of this service rests on an unknown estimate: read "at least"."""
    latest_finish: Duration | None
    """Latest finish of its work that breaks no target of it or of what waits for it."""
    waits_for: tuple[str, ...]
    """Services whose return it waits for before its work starts or finishes."""
    reason: str
    """Why it could not start earlier: ``requirement``, ``team``, ``declaration``, ``loss``.

    Empty when it rides through.
    """
    reason_ids: tuple[str, ...]
    """What the reason names: the service waited for; or the team, after the service that held
    its people (the team alone while it mobilises or has too few people); else nothing."""
    data_loss_lower_bound: bool = False
    """True when the data loss rests on an unknown recovery point. ``lower_bound`` says so too
    where the service has an RPO."""
    time_lower_bound: bool = False
    """True when its times rest on an unknown estimate: read "at least" with start, return, outage
    and cost."""
    cost: float = 0.0
    """Cost of its outage, in the plan's currency; infinite when it grows without end."""


@dataclass(frozen=True, slots=True)
class AimValue:
    """How good an order is: value reached, proven lower bound, and whether they agree."""

    name: str
    value: tuple[float, ...]
    """Values in the order of the aim's criteria; the first decides."""
    bound: float
    proven: bool


@dataclass(frozen=True, slots=True)
class Recovery:
    """A recovery order followed service by service (semantics.md 3)."""

    order: tuple[str, ...]
    services: Mapping[str, ServiceRecovery]
    waves: tuple[tuple[str, ...], ...]
    critical_path: tuple[str, ...]
    makespan: Duration | None
    declared: Duration
    latest_declaration: Duration | None
    aim: AimValue
    relaxed: tuple[str, ...]
    """Ids of requirements relaxed to break deadlocks: bring up without them."""
    deadlocks: tuple[tuple[str, ...], ...]
    """The loops of services that could never begin without relaxing."""
    total_cost: float
    lower_bound: bool
    time_lower_bound: bool = False
    """True when times rest on an unknown estimate: read "at least" with the makespan."""


@dataclass(frozen=True, slots=True)
class ServiceObjectives:
    """Declared and inherited objectives of one service (semantics.md 5)."""

    rto: Duration | None
    required_rto: Duration | None
    driver: str | None
    """The dependant that asks for the most; None when its own objective is the strictest."""
    chain: tuple[str, ...]
    """From the driver down to this service, both included; empty without a driver."""
    rpo: Duration | None
    mtpd: Duration | None
    achieved: Duration | None = None
    """When it is back, with enough people, if it and everything it needs fail at time 0."""
    achieved_chain: tuple[str, ...] = ()
    """The services that this time adds up from, the first to be brought back first."""
    lower_bound: bool = False
    """True when ``achieved`` rests on an unknown estimate: read "at least"."""


class Severity(Enum):
    """How bad a finding is, worst first."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in the plan that deserves attention.

    Attributes:
        code: Stable identifier of the rule, such as ``rto-conflict-hidden``.
        severity: How bad it is.
        services: Ids it is about, the one to jump to first.
        text: One sentence that says what is wrong, with names and figures.
        suggestion: One sentence that says what could be done.
    """

    code: str
    severity: Severity
    services: tuple[str, ...]
    text: str
    suggestion: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a figure has its value."""

    formula: str
    """How the figure is made up, in words."""
    terms: tuple[tuple[str, str], ...]
    """The values that went in: what each one is, and the value as text."""
    sentence: str
    """The answer in one sentence with names and values."""


@dataclass(frozen=True, slots=True)
class Share:
    """A share of trials, and how far chance alone may move it.

    Attributes:
        value: From 0 to 1.
        error: Standard error, ``sqrt(value (1 - value) / trials)``.
    """

    value: float
    error: float


@dataclass(frozen=True, slots=True)
class Percentiles:
    """The smallest outcomes that 50, 80 and 95 of 100 trials do not exceed; None for never."""

    p50: Duration | None
    p80: Duration | None
    p95: Duration | None


@dataclass(frozen=True, slots=True)
class ServiceSimulation:
    """Outage of one service over all trials (semantics.md 7)."""

    outage: Percentiles
    rto_met: Share | None
    """None without an RTO."""
    mtpd_met: Share | None
    """None without an MTPD."""
    criticality: Share
    """Share of trials in which it lies on the critical path."""
    lower_bound: bool = False
    """True when its outage rests on an unknown working time: read "at least"."""


@dataclass(frozen=True, slots=True)
class Simulation:
    """The same recovery order followed with working times drawn anew in each trial."""

    trials: int
    seed: int
    order: tuple[str, ...]
    services: Mapping[str, ServiceSimulation]
    makespan: Percentiles
    makespans: tuple[Duration | None, ...]
    """Makespan of every trial, for a histogram."""
    lower_bound: bool = False
    """True when times rest on an unknown working time: read "at least"."""


@dataclass(frozen=True, slots=True)
class Bar:
    """How far one estimate alone moves a result: a bar of a tornado chart."""

    service: str
    low: Duration | None
    """The result with its optimistic time, all others likely."""
    high: Duration | None
    """The result with its pessimistic time."""

    @property
    def swing(self) -> float:
        """How far apart the two are; infinite when one of them is never."""
        if self.low is None or self.high is None:
            return 0.0 if self.low == self.high else float("inf")
        return abs(self.high - self.low)


@dataclass(frozen=True, slots=True)
class Room:
    """How much longer the work on a service may take before a target is broken.

    Attributes:
        growth: The most its working time may grow, with nothing else changed, so that every RTO
            that is met now is still met; None for any amount.
        breaks: The services whose RTO is broken by one millisecond more.
    """

    growth: Duration | None
    breaks: tuple[str, ...]


class Verdict(Enum):
    """How one service fares in another plan."""

    BETTER = "better"
    SAME = "same"
    WORSE = "worse"
    MIXED = "mixed"
    """Some figures better, others worse."""
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class FigureChange:
    """One figure of a service in two plans; ``verdict`` says whether the other is better."""

    name: str
    """``state``, ``down_at``, ``outage``, ``data_loss``, ``rto_met``, ``mtpd_met``, ``rpo_met`` or
    ``cost``."""
    before: object
    after: object
    verdict: Verdict
    lower_bound: tuple[bool, bool] = (False, False)
    """Whether the figure before and the one after rest on an unknown estimate."""


@dataclass(frozen=True, slots=True)
class ServiceComparison:
    """What changes for one service; only figures that differ are listed."""

    verdict: Verdict
    changes: tuple[FigureChange, ...]


@dataclass(frozen=True, slots=True)
class ScenarioComparison:
    """Two plans under one scenario.

    Attributes:
        scenario: Its id.
        services: Every service that fares differently, is new or is gone.
        taken_down: How many services go down without failing themselves, before and after.
        makespan: When all is back, before and after; None for never.
        aim: The criteria of the recovery order, before and after.
        cost: Total cost of downtime, before and after.
        lower_bound: Whether times and cost rest on an unknown estimate, before and after.
    """

    scenario: str
    services: Mapping[str, ServiceComparison]
    taken_down: tuple[int, int]
    makespan: tuple[Duration | None, Duration | None]
    aim: tuple[AimValue, AimValue]
    cost: tuple[float, float]
    lower_bound: tuple[bool, bool] = (False, False)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two plans compared by what follows from them."""

    scenarios: tuple[ScenarioComparison, ...]
    new_findings: tuple[Finding, ...]
    solved_findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class SimulationComparison:
    """Two plans, or two orders, over the same trials with the same random numbers.

    Attributes:
        before: The first simulation.
        after: The second one.
        sooner: Share of trials in which everything is back sooner in the second.
        later: Share of trials in which it is back later.
        mean_gain: By how much sooner it is back on average, in milliseconds, and the standard
            error of that; None when one of the two never is.
    """

    before: Simulation
    after: Simulation
    sooner: Share
    later: Share
    mean_gain: tuple[float, float] | None
