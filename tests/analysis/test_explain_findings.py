"""Every finding says by which rule it was found, and from which figures."""

from __future__ import annotations

import resources
from bcp_planner.analysis.explain_findings import RULES, explain_finding
from bcp_planner.analysis.findings import findings
from bcp_planner.analysis.objectives import objectives
from bcp_planner.interchange.plan_json import read_plan
from tests.builders import plan


def test_every_finding_of_a_sample_has_its_rule_and_figures() -> None:
    seen: set[str] = set()
    for name in ("hospital", "manufacturer", "retailer"):
        made = read_plan(resources.path(f"samples/{name}.json"))
        known = objectives(made)
        for one in findings(made):
            seen.add(one.code)
            found = explain_finding(made, one, known)
            assert found.formula == RULES[one.code]
            if one.code.startswith("rto-"):
                assert "RTO" in dict(found.terms)
    assert len(seen) > 8


def test_a_target_that_contradicts_another_names_both_figures() -> None:
    made = plan().service("Shop", rto="2h", wrt="3h", mtpd="4h", recovery="1h").build()
    [one] = [one for one in findings(made) if one.code == "rto-above-mtpd"]
    found = explain_finding(made, one, None)
    assert found.terms == (("RTO", "2 h"), ("work recovery time", "3 h"), ("MTPD", "4 h"))
    assert found.formula == "the RTO plus the work recovery time is more than the MTPD"
    assert found.sentence == one.text
