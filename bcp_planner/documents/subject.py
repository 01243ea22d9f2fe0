"""What a document is about: a plan, perhaps a scenario, and the figures that follow from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

from bcp_planner.analysis.results import Finding, ServiceObjectives
from bcp_planner.documents.case import Case, case
from bcp_planner.documents.edition import Edition
from bcp_planner.documents.orders import Orders
from bcp_planner.documents.selection import in_words
from bcp_planner.domain.durations import Duration
from bcp_planner.domain.entities import Contact, Requirement, Scenario, Service
from bcp_planner.domain.exercising import Evidence
from bcp_planner.domain.plan import Plan

ACTIVITY_KINDS = ("product", "process")
_NEVER = 10**18


def _silent(share: float) -> None:
    """Take a share of progress and do nothing."""


class Subject:
    """One printing of a plan with its analyses, each worked out when it is first asked for."""

    def __init__(
        self,
        edition: Edition,
        scenario: Scenario | None = None,
        orders: Orders | None = None,
        report: Callable[[float], None] | None = None,
    ) -> None:
        """Begin a printing.

        Args:
            edition: Plan, options and moment.
            scenario: Which scenario it is about, if it is about one.
            orders: The recovery orders to print; worked out when not given.
            report: Told now and then while something is worked out; may raise `Cancelled`.
        """
        self.edition = edition
        self.plan: Plan = edition.plan
        self.scenario = scenario
        self._orders = orders or Orders(self.plan)
        self._report = report or _silent
        self._about: dict[str, Subject] = {}

    def about(self, scenario: Scenario) -> Subject:
        """Return the same printing about one scenario of the plan; worked out once."""
        if scenario.id not in self._about:
            self._about[scenario.id] = Subject(self.edition, scenario, self._orders, self._report)
        return self._about[scenario.id]

    # Scenario --------------------------------------------------------------------------------

    @cached_property
    def case(self) -> Case:
        """The scenario worked out; a scenario without failures when none was chosen."""
        from bcp_planner.analysis.impact import impact

        scenario = self.scenario or Scenario(id="none")
        self._report(0.0)
        recovery = self._orders.of(scenario, self._report)
        return case(self.plan, scenario, impact(self.plan, scenario), recovery)

    # Structure -------------------------------------------------------------------------------

    @cached_property
    def needs(self) -> Mapping[str, Sequence[Requirement]]:
        """Service -> what it needs."""
        found: dict[str, list[Requirement]] = {key: [] for key in self.plan.services}
        for requirement in self.plan.requirements.values():
            found[requirement.dependant].append(requirement)
        return found

    @cached_property
    def needed_by(self) -> Mapping[str, Sequence[Requirement]]:
        """Service -> the requirements that it is a provider of."""
        found: dict[str, list[Requirement]] = {key: [] for key in self.plan.services}
        for requirement in self.plan.requirements.values():
            for provider in dict.fromkeys(requirement.providers):
                found[provider].append(requirement)
        return found

    @cached_property
    def chosen(self) -> tuple[str, ...]:
        """The services that the document is about: those asked for, or all."""
        wanted = self.edition.options.services
        return tuple(wanted) or tuple(self.plan.services)

    @property
    def is_selection(self) -> bool:
        """Whether only some services were asked for."""
        return bool(self.edition.options.services)

    @property
    def scope(self) -> str:
        """The groups that were asked for, in words; empty without any."""
        return in_words(self.edition.options.groups)

    def titled(self, title: str) -> str:
        """Return the title of a document with the groups that it is about."""
        return f"{title} – {self.scope}" if self.scope else title

    @cached_property
    def activities(self) -> tuple[str, ...]:
        """The products and processes, most urgent first; else whatever has a target.

        Services that were named one by one are all taken for activities.
        """
        services = self.plan.services
        named = self.is_selection and not self.scope
        found = [key for key in self.chosen if services[key].kind in ACTIVITY_KINDS]
        if named or (self.is_selection and not found):
            found = list(self.chosen)
        if not found:
            found = [key for key in self.chosen if services[key].rto or services[key].mtpd]
        return tuple(sorted(found, key=self.urgency))

    def urgency(self, key: str) -> tuple[int, int, int]:
        """Return how early a service comes: tier, then RTO, then MTPD; unknown is last."""
        service = self.plan.services[key]
        rto = _NEVER if service.rto is None else service.rto
        return (service.tier or 99, rto, service.mtpd or _NEVER)

    def of_kind(self, *kinds: str) -> list[str]:
        """Return the services of some kinds, in the order of the plan."""
        return [key for key, service in self.plan.services.items() if service.kind in kinds]

    def concerns(self, services: Sequence[str]) -> bool:
        """Return whether something about these services belongs into the document."""
        return not self.is_selection or not services or bool(set(services) & set(self.chosen))

    # Figures ---------------------------------------------------------------------------------

    @cached_property
    def objectives(self) -> Mapping[str, ServiceObjectives]:
        """Service -> declared, inherited and achieved objectives (semantics.md 5)."""
        from bcp_planner.analysis.objectives import objectives

        found = objectives(self.plan)
        return {key: found[key] for key in self.plan.services}

    @cached_property
    def blast(self) -> Mapping[str, int]:
        """Service -> how many others its failure alone takes down."""
        from bcp_planner.analysis.singles import blast_sizes

        return blast_sizes(self.plan)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Everything that deserves attention, worst first."""
        from bcp_planner.analysis.findings import findings

        return tuple(findings(self.plan))

    @cached_property
    def evidence(self) -> Mapping[str, Evidence]:
        """Service -> the latest evidence of its recovery time, measured before promised."""
        best: dict[str, Evidence] = {}
        rank = {"estimate": 0, "promise": 1, "test": 2, "event": 2}
        for item in self.plan.evidence.values():
            old = best.get(item.service)
            if old is None or (rank[item.kind], item.date) >= (rank[old.kind], old.date):
                best[item.service] = item
        return best

    def target(self, key: str) -> Duration | None:
        """Return the strictest RTO: its own or an inherited one."""
        return self.objectives[key].required_rto

    def gap(self, key: str) -> Duration | None:
        """Return how much later than its strictest RTO it is back; None when unknown."""
        found = self.objectives[key]
        if found.achieved is None or found.required_rto is None:
            return None
        return found.achieved - found.required_rto

    @cached_property
    def gaps(self) -> tuple[str, ...]:
        """The services that cannot meet their strictest RTO, the largest gap first."""
        late = [(gap, key) for key in self.chosen if (gap := self.gap(key) or 0) > 0]
        return tuple(key for _, key in sorted(late, key=lambda entry: -entry[0]))

    def lost_with(self, key: str) -> list[tuple[str, Duration]]:
        """Return what goes down when one service fails alone, and when, first things first."""
        from bcp_planner.analysis.impact import going_down, impact
        from bcp_planner.domain.entities import Failure

        alone = Scenario(id=key, fails=(Failure(service=key),))
        found = impact(self.plan, alone).services
        lost = [
            (other, at)
            for other in going_down(found)
            if other != key and (at := found[other].down_at) is not None
        ]
        return sorted(lost, key=lambda entry: entry[1])

    # Names -----------------------------------------------------------------------------------

    def service(self, key: str) -> Service:
        """Return a service of the plan."""
        return self.plan.services[key]

    def contact(self, key: str | None) -> Contact | None:
        """Return a contact of the plan; None for none."""
        return self.plan.contacts.get(key) if key else None

    def role(self, key: str | None) -> str:
        """Return the title of a role; empty for none."""
        role = self.plan.roles.get(key) if key else None
        return (role.name or role.id) if role else ""

    def person(self, key: str | None) -> str:
        """Return the name of a contact; empty for none."""
        contact = self.contact(key)
        return contact.title if contact else ""
