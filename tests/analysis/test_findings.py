"""Findings: each rule on the smallest plan that shows it, and none on a sound plan."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from bcp_planner.analysis.findings import findings
from bcp_planner.analysis.graph import compiled
from bcp_planner.analysis.results import Finding, Severity
from bcp_planner.analysis.rules.loops import deadlocks
from bcp_planner.domain.entities import Service
from bcp_planner.domain.plan import Plan
from tests.analysis import brute_force
from tests.analysis.brute_force import NEVER, fails
from tests.analysis.random_plans import plans
from tests.builders import PlanBuilder, plan

SOUND = {"owner": "Someone", "rto": "8h", "recovery": "10 min", "steps": ("Restore",)}


def sound(*names: str) -> PlanBuilder:
    return plan().services(*names, **SOUND)


def found(a_plan: Plan, code: str) -> list[Finding]:
    return [finding for finding in findings(a_plan) if finding.code == code]


def only(a_plan: Plan, code: str) -> Finding:
    (finding,) = found(a_plan, code)
    return finding


def test_sound_plan_has_no_findings() -> None:
    assert findings(sound("Shop", "App").needs("Shop", "App", tolerance="1h").build()) == ()


def test_empty_plan_has_no_findings() -> None:
    assert findings(Plan()) == ()


def test_declared_conflict_names_the_driver() -> None:
    made = sound("Shop", "App").service("Shop", rto="2h").needs("Shop", "App").build()
    finding = only(made, "rto-conflict-declared")

    assert finding.severity is Severity.ERROR
    assert finding.services == ("App", "Shop")
    assert "RTO of 8 h" in finding.text
    assert "within 2 h" in finding.text


def test_hidden_conflict_leaves_no_time_to_restart() -> None:
    made = sound("Shop", "App").service("Shop", restart="1h").needs("Shop", "App").build()
    finding = only(made, "rto-conflict-hidden")

    assert finding.services == ("App", "Shop")
    assert "within 7 h" in finding.text


def test_conflict_along_a_chain_names_every_link() -> None:
    made = (
        sound("Shop", "DB")
        .service("App", owner="Someone", recovery="10 min", restart="2h", steps=("Restore",))
        .needs("Shop", "App")
        .needs("App", "DB")
        .build()
    )
    finding = only(made, "rto-conflict-chain")

    assert finding.services == ("DB", "Shop", "App")
    assert "Shop → App → DB" in finding.text


def test_conflict_with_what_can_be_achieved_alone() -> None:
    made = sound("DB").service("DB", recovery="9h").build()
    finding = only(made, "rto-conflict-capability")

    assert "takes 9 h to bring back" in finding.text


def test_capability_includes_declaration_and_mobilisation() -> None:
    late = (
        plan(declared_after="1h")
        .team("DBA", mobilisation="30 min")
        .service("DB", **SOUND | {"recovery": "6h 40 min", "needs": {"DBA": 1}})
        .build()
    )
    assert "8 h 10 min" in only(late, "rto-conflict-capability").text


def test_capability_is_held_against_what_is_inherited() -> None:
    made = sound("Shop").service("DB", recovery="9h").needs("Shop", "DB").build()

    assert only(made, "rto-conflict-capability").services == ("DB", "Shop")


def test_work_that_adds_up_along_a_chain_is_a_conflict_though_no_link_is_wrong() -> None:
    made = sound("A", "B", "C").needs("A", "B").needs("B", "C").build()
    for name in "ABC":
        made = made.put("services", replace(made.services[name], recovery=_estimate("3h")))
    finding = only(made, "rto-conflict-chain")

    assert finding.services == ("A", "B", "C")
    assert "9 h" in finding.text


def test_work_below_that_a_tolerance_bridges_does_not_add_up() -> None:
    made = (
        sound("Lab")
        .service("Supplier", owner="X", recovery="5d", steps=("Call",))
        .needs("Lab", "Supplier", tolerance="7d")
        .build()
    )
    assert found(made, "rto-conflict-chain") == []


def test_rto_and_catching_up_above_the_mtpd() -> None:
    made = sound("Shop").service("Shop", mtpd="9h", wrt="2h").build()

    assert only(made, "rto-above-mtpd").severity is Severity.ERROR
    assert (
        found(sound("Shop").service("Shop", mtpd="10h", wrt="2h").build(), "rto-above-mtpd") == []
    )


def test_recovery_point_of_a_provider_breaks_the_rpo_above_it() -> None:
    made = (
        sound("Shop", "App", "DB")
        .service("Shop", rpo="15 min")
        .service("DB", recovery_point="1h")
        .needs("Shop", "App")
        .needs("App", "DB")
        .build()
    )
    finding = only(made, "rpo-conflict-capability")

    assert finding.services == ("Shop", "DB")
    assert "1 h of data" in finding.text


def test_replicas_keep_the_data_that_one_of_them_loses() -> None:
    made = (
        sound("Shop", "A", "B")
        .service("Shop", rpo="15 min")
        .service("A", recovery_point="1h")
        .service("B", recovery_point="5 min")
        .needs("Shop", "A", "B", of=1)
        .build()
    )
    assert found(made, "rpo-conflict-capability") == []


def test_consistency_group_is_as_old_as_its_oldest_member() -> None:
    made = (
        sound("A", "B")
        .service("A", rpo="15 min", recovery_point="5 min", consistency_group="sales")
        .service("B", recovery_point="1h", consistency_group="sales")
        .build()
    )
    assert "sales" in only(made, "rpo-conflict-capability").text


def test_rpo_of_a_provider_longer_than_that_of_what_needs_it() -> None:
    made = sound("Shop", "DB").service("Shop", rpo="5 min").service("DB", rpo="1h")

    assert only(made.needs("Shop", "DB").build(), "rpo-conflict-declared").services == (
        "DB",
        "Shop",
    )


def test_backup_older_than_the_rpo_is_a_note() -> None:
    made = sound("DB").service("DB", rpo="1h", backup_point="1d").build()

    assert only(made, "backup-point-above-rpo").severity is Severity.NOTE


def test_single_point_of_failure_of_tier_one() -> None:
    made = (
        sound("Shop", "A", "B", "Switch")
        .service("Shop", tier=1, mtpd="2d")
        .needs("Shop", "A", "B", of=1)
        .needs("Shop", "Switch")
        .build()
    )
    finding = only(made, "single-point-of-failure")

    assert finding.services == ("Switch", "Shop")


def test_spares_on_one_host_are_no_spares() -> None:
    made = (
        sound("Shop", "A", "B", "Host")
        .needs("Shop", "A", "B", of=1)
        .needs("A", "Host")
        .needs("B", "Host")
        .build()
    )
    assert only(made, "redundancy-shared-cause").services[:2] == ("Shop", "Host")


@given(plans())
def test_single_points_are_exact(a_plan: Plan) -> None:
    first = next(iter(a_plan.services))
    a_plan = a_plan.put("services", replace(a_plan.services[first], tier=1))
    expected = {
        s
        for s in a_plan.services
        if s != first and brute_force.down(a_plan, fails(s))[first] < NEVER
    }
    told = found(a_plan, "single-point-of-failure")

    assert {finding.services[0] for finding in told} == expected


def test_circle_is_a_note_and_a_circle_of_starts_an_error() -> None:
    circle = sound("A", "B").needs("A", "B", recovery="finish").needs("B", "A", recovery="finish")
    start = sound("A", "B").needs("A", "B").needs("B", "A", recovery="finish")

    assert only(circle.build(), "dependency-cycle").severity is Severity.NOTE
    assert found(circle.build(), "deadlock") == []
    assert only(start.build(), "deadlock").severity is Severity.ERROR
    assert found(start.build(), "dependency-cycle") == []


def test_deadlock_names_the_loop_in_waiting_order() -> None:
    made = (
        sound("A", "B", "C", "D").needs("A", "B").needs("B", "C").needs("C", "A").needs("D", "A")
    ).build()

    assert only(made, "deadlock").services == ("A", "B", "C")


def test_way_around_a_loop_is_no_deadlock() -> None:
    made = sound("A", "B", "Spare").needs("A", "B").needs("B", "A", "Spare", of=1).build()

    assert found(made, "deadlock") == []


@given(plans())
def test_deadlocks_are_found_exactly_where_something_can_never_come_back(a_plan: Plan) -> None:
    assert bool(deadlocks(compiled(a_plan).structure)) == bool(never_back(a_plan))


def never_back(a_plan: Plan) -> set[str]:
    """Return what cannot return if all fails, adding services that may finish together."""
    back: set[str] = set()
    while True:
        together = {s for s in a_plan.services if s not in back and met(a_plan, s, "start", back)}
        while late := {s for s in together if not met(a_plan, s, "finish", back | together)}:
            together -= late
        if not together:
            return set(a_plan.services) - back
        back |= together


def met(a_plan: Plan, service: str, relation: str, back: set[str]) -> bool:
    return all(
        sum(p in back for p in r.providers) >= brute_force.needed(r)
        for r in brute_force.of(a_plan, service, "hard")
        if r.recovery == relation
    )


@pytest.mark.parametrize(
    ("field", "code"),
    [
        ("owner", "missing-owner"),
        ("rto", "missing-target"),
        ("recovery", "missing-estimate"),
        ("steps", "missing-steps"),
    ],
)
def test_gap_is_told(field: str, code: str) -> None:
    without = {name: value for name, value in SOUND.items() if name != field}
    made = sound("B").service("A", **without).build()

    assert only(made, code).services == ("A",)


def test_gap_of_many_services_is_told_once() -> None:
    names = [f"S{number}" for number in range(40)]
    made = plan().services(*names, **SOUND | {"owner": ""}).build()
    finding = only(made, "missing-owner")

    assert finding.services == tuple(names)
    assert "40 services have no owner: S0, S1, S2, S3, S4 and 35 more." in finding.text


def test_tier_one_without_mtpd() -> None:
    assert only(sound("Shop").service("Shop", tier=1).build(), "missing-mtpd").services == ("Shop",)


def test_team_that_is_too_small_for_a_task() -> None:
    made = sound("DB").team("DBA", 1).service("DB", needs={"DBA": 2}).build()
    finding = only(made, "team-too-small")

    assert finding.severity is Severity.ERROR
    assert "needs 2 of DBA, which has only 1" in finding.text


def test_scenario_without_failures() -> None:
    assert only(sound("A").scenario("Fire").build(), "scenario-without-failures").services == ()


def test_services_of_one_name_are_told_apart_by_id() -> None:
    twins = Plan().put("services", Service(id="a", name="DB"), Service(id="b", name="DB"))

    assert {finding.text for finding in found(twins, "missing-owner")} == {
        "DB (a) has no owner.",
        "DB (b) has no owner.",
    }


@given(plans())
def test_findings_are_sorted_and_refer_to_services_of_the_plan(a_plan: Plan) -> None:
    told = findings(a_plan)
    ranks = [list(Severity).index(finding.severity) for finding in told]

    assert ranks == sorted(ranks)
    for finding in told:
        assert set(finding.services) <= set(a_plan.services)
        assert finding.text.endswith(".")
        assert finding.suggestion.endswith(".")


def _estimate(text: str) -> object:
    from bcp_planner.domain.durations import parse_human
    from bcp_planner.domain.entities import Estimate

    return Estimate.of(parse_human(text))
