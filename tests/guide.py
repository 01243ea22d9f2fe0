"""The figures and pictures of the user guide, made by the program from the hospital sample."""

from __future__ import annotations

import datetime
from collections import Counter
from typing import TYPE_CHECKING

import resources
from bcp_planner.analysis.cutsets import cut_sets
from bcp_planner.analysis.explain import explain
from bcp_planner.analysis.explain_whole import explain_whole
from bcp_planner.analysis.findings import findings
from bcp_planner.analysis.impact import impact
from bcp_planner.analysis.objectives import objectives
from bcp_planner.analysis.recovery import recover
from bcp_planner.analysis.results import State
from bcp_planner.analysis.sensitivity import sensitivity
from bcp_planner.analysis.simulation import simulate
from bcp_planner.domain.service import suggested_mtpd
from bcp_planner.exercises import programme
from bcp_planner.interchange.plan_json import read_plan
from ui import words

if TYPE_CHECKING:
    from bcp_planner.analysis.results import Impact, Recovery
    from bcp_planner.domain.plan import Plan

SCENARIO = "room-a-loss"
READY_ON = datetime.date(2026, 3, 2)
LATE = "labs"
"""A service that carries on for a while before it stops."""


def figures() -> dict[str, str]:
    """Return the figures that the guide quotes, by the name that stands for each in its pages."""
    plan = read_plan(resources.path("samples/hospital.json"))
    scenario = plan.scenarios[SCENARIO]
    hit, back = impact(plan, scenario), recover(plan, scenario)
    return {
        "services": str(len(plan.services)),
        "requirements": str(len(plan.requirements)),
        "scenario": scenario.name,
        **_of_impact(plan, hit),
        **_of_recovery(plan, back),
        **_of_targets(plan),
        **_of_weak_points(plan),
        **_of_luck(plan),
        **_of_losses(plan, back),
        **_of_readiness(plan),
    }


def _of_impact(plan: Plan, hit: Impact) -> dict[str, str]:
    states = Counter(one.state for one in hit.services.values())
    cause = hit.services[LATE].cause
    assert cause is not None
    return {
        "taken_down": str(hit.taken_down),
        "down": str(states[State.DOWN]),
        "degraded": str(states[State.DEGRADED]),
        "at_risk": str(states[State.AT_RISK]),
        "late": plan.services[LATE].name,
        "late_provider": plan.services[cause.provider].name,
        "late_lost": words.duration(cause.lost_at),
        "late_tolerance": words.duration(cause.tolerance),
        "late_down": words.duration(hit.services[LATE].down_at),
    }


def _of_recovery(plan: Plan, back: Recovery) -> dict[str, str]:
    first = back.services[back.order[0]]
    late = back.services[LATE]
    spare = next(key for key in back.order if (back.services[key].slack or 0) > 0)
    room = sensitivity(plan, plan.scenarios[SCENARIO], back.order)
    bounded = next(key for key in back.order if room[key].growth)
    return {
        "makespan": words.duration(back.makespan),
        "declared": words.duration(back.declared),
        "latest": words.duration(back.latest_declaration),
        "critical": " → ".join(plan.services[key].name for key in back.critical_path),
        "steps": str(len(back.critical_path)),
        "first": plan.services[back.order[0]].name,
        "first_start": words.duration(first.start),
        "first_work": words.duration((first.finish or 0) - (first.start or 0)),
        "first_up": words.duration(first.up_at),
        "first_outage": words.duration(first.outage),
        "first_rto": words.duration(plan.services[back.order[0]].rto),
        "late_up": words.duration(late.up_at),
        "late_outage": words.duration(late.outage),
        "first_slack": words.signed(first.slack or 0),
        "spare": plan.services[spare].name,
        "spare_outage": words.duration(back.services[spare].outage),
        "spare_rto": words.duration(plan.services[spare].rto),
        "spare_slack": words.signed(back.services[spare].slack or 0),
        "room_of": plan.services[bounded].name,
        "room": words.duration(room[bounded].growth),
        "room_breaks": _names(plan, room[bounded].breaks),
    }


def _of_targets(plan: Plan) -> dict[str, str]:
    asked = objectives(plan)
    pressed = next(key for key, one in asked.items() if one.driver is not None)
    one = asked[pressed]
    assert one.driver is not None
    lost = next(f for f in findings(plan) if f.code == "rpo-conflict-capability")
    return {
        "pressed": plan.services[pressed].name,
        "pressed_rto": words.duration(one.rto),
        "pressed_required": words.duration(one.required_rto),
        "pressed_by": plan.services[one.driver].name,
        "lost": lost.text,
    }


def _of_weak_points(plan: Plan) -> dict[str, str]:
    sets = cut_sets(plan, LATE, max_order=2)
    return {
        "singles": str(sum(len(one) == 1 for one in sets)),
        "pairs": str(sum(len(one) == 2 for one in sets)),
    }


def _of_luck(plan: Plan) -> dict[str, str]:
    spread = simulate(plan, plan.scenarios[SCENARIO]).makespan
    return {name: words.rounded(getattr(spread, name)) for name in ("p50", "p80", "p95")}


def _of_losses(plan: Plan, back: Recovery) -> dict[str, str]:
    """Lateness in the scenario of the guide, and money in the one that costs the least."""
    lateness = explain_whole(plan, back, "aim")
    costs = [(one, recover(plan, one)) for one in plan.scenarios.values()]
    scenario, dear = min(
        ((one, found) for one, found in costs if found.total_cost > 0),
        key=lambda pair: sum(bool(each.cost) for each in pair[1].services.values()),
    )
    key = next(key for key, one in dear.services.items() if one.cost)
    outage, *steps = explain(plan, dear, key, "cost").terms
    impacts = next(one for one in plan.services.values() if suggested_mtpd(one.impacts))
    after, category = suggested_mtpd(impacts.impacts) or (0, "")
    return {
        "most_late": " ".join(lateness.terms[0]),
        "lateness": words.duration(round(back.aim.value[0])),
        "dear_scenario": scenario.name,
        "dear": plan.services[key].name,
        "dear_outage": outage[1],
        "dear_steps": ", ".join(f"{value} {when}" for when, value in steps),
        "dear_cost": f"{dear.services[key].cost:,.2f}",
        "curve_of": impacts.name,
        "curve_category": category,
        "curve_mtpd": words.duration(after),
    }


def _of_readiness(plan: Plan) -> dict[str, str]:
    score, points = programme.readiness(plan, READY_ON)
    lacking = max(points, key=lambda one: one.possible - one.won)
    return {
        "ready_on": READY_ON.isoformat(),
        "readiness": f"{score:.0f}",
        "lacking": lacking.figure.name,
        "lacking_won": f"{lacking.won:.1f}",
        "lacking_possible": str(lacking.possible),
        "lacking_how": lacking.how,
    }


def _names(plan: Plan, keys: tuple[str, ...]) -> str:
    return ", ".join(plan.services[key].name for key in keys)
