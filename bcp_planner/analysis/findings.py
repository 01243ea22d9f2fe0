"""Everything in a plan that deserves attention, worst first."""

from __future__ import annotations

from bcp_planner.analysis.results import Finding, Severity
from bcp_planner.domain.plan import Plan

_RANK = {severity: rank for rank, severity in enumerate(Severity)}


def findings(plan: Plan) -> tuple[Finding, ...]:
    """Return all findings by severity, then code, then the order of services in the plan.

    What is the same for many services is told once, with all of them in ``services``.
    """
    from bcp_planner.analysis.rules import (
        completeness,
        data_loss,
        loops,
        recovery_time,
        resilience,
    )
    from bcp_planner.analysis.rules.look import Look

    look = Look(plan)
    index = look.structure.index
    rules = (recovery_time, data_loss, loops, resilience, completeness)
    found = [finding for rule in rules for finding in rule.find(look)]

    def place(finding: Finding) -> tuple[int, str, int, str]:
        first = index[finding.services[0]] if finding.services else len(index)
        return _RANK[finding.severity], finding.code, first, finding.text

    return tuple(sorted(found, key=place))
