"""Why a finding is one: the rule that found it, and the figures of the services it is about."""

from __future__ import annotations

from collections.abc import Mapping

from bcp_planner.analysis.explain import explain
from bcp_planner.analysis.results import Explanation, Finding, ServiceObjectives
from bcp_planner.analysis.wording import value_text
from bcp_planner.domain.durations import Duration
from bcp_planner.domain.plan import Plan

RULES: Mapping[str, str] = {
    "backup-point-above-rpo": "its backup point, the data lost when it is restored from an "
    "isolated backup, is more than its RPO",
    "broken-reference": "it refers to something that the plan does not have",
    "deadlock": "services whose recovery waits for each other can never begin",
    "dependency-cycle": "services need each other in a circle",
    "missing-estimate": "no recovery time is given, so it counts as 0",
    "missing-mtpd": "a service of tier 1 has no MTPD",
    "missing-owner": "no owner is given",
    "missing-steps": "no recovery steps are given",
    "missing-target": "no RTO is given",
    "redundancy-shared-cause": "one failure takes away more providers than can be spared",
    "rpo-conflict-capability": "the data lost when all is restored from its most recent copies is "
    "more than the RPO",
    "rpo-conflict-declared": "something it needs may lose more data than its own RPO allows",
    "rto-above-mtpd": "the RTO plus the work recovery time is more than the MTPD",
    "rto-conflict-capability": "the time to be back, if it and everything it needs fail, is more "
    "than the RTO",
    "rto-conflict-chain": "the RTO is more than what a service asks for that needs it through "
    "others",
    "rto-conflict-declared": "the RTO is more than what a service that needs it asks for",
    "rto-conflict-hidden": "the RTO leaves a service that needs it no time to restart",
    "scenario-without-failures": "a scenario names nothing that fails",
    "single-point-of-failure": "its failure alone takes down services of tier 1",
    "team-too-small": "a service needs more people of a team than the team has",
}
"""How each rule judges, by the code of its findings."""

_FIELDS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "backup-point-above-rpo": (("backup_point", "backup point"), ("rpo", "RPO")),
    "rpo-conflict-capability": (("recovery_point", "recovery point"), ("rpo", "RPO")),
    "rpo-conflict-declared": (("rpo", "RPO"),),
    "rto-above-mtpd": (("rto", "RTO"), ("wrt", "work recovery time"), ("mtpd", "MTPD")),
}
_EXPLAINED = {
    "rto-conflict-chain": "required_rto",
    "rto-conflict-declared": "required_rto",
    "rto-conflict-hidden": "required_rto",
    "rto-conflict-capability": "achieved",
}


def explain_finding(
    plan: Plan, finding: Finding, objectives: Mapping[str, ServiceObjectives] | None
) -> Explanation:
    """Return why a finding is one.

    Args:
        plan: The plan it was found in.
        finding: The finding.
        objectives: Declared, required and achieved objectives, where they are known already.
    """
    formula = RULES.get(finding.code, finding.text)
    known = [key for key in finding.services if key in plan.services]
    figure = _EXPLAINED.get(finding.code)
    if figure is not None and objectives is not None and known and known[0] in objectives:
        found = explain(plan, objectives, known[0], figure)
        rto = value_text(plan.services[known[0]].rto, "none")
        return Explanation(formula, (("RTO", rto), *found.terms), found.sentence)
    terms: list[tuple[str, str]] = []
    for name, label in _FIELDS.get(finding.code, ()) if len(known) == 1 else ():
        value: Duration | None = getattr(plan.services[known[0]], name)
        terms.append((label, value_text(value, "unknown, counts as 0")))
    return Explanation(formula, tuple(terms), finding.text)
