from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bcp_planner.domain import integrity
from bcp_planner.domain.durations import parse_human
from bcp_planner.domain.entities import Estimate
from bcp_planner.domain.errors import InputRefused
from bcp_planner.domain.exercising import Action, Evidence
from bcp_planner.domain.plan import Plan
from bcp_planner.exercises import learning, lessons, log, preparation
from bcp_planner.exercises.review import corrections, review, timeline
from tests.builders import plan

NOW = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
TODAY = date(2026, 3, 1)


def hours(text: str) -> int:
    return parse_human(text)


def incident() -> Plan:
    """Power fails; declared late, work slower, the till goes down unannounced."""
    made = (
        plan(declared_after="30 min")
        .service("Power", recovery=("1h", "2h", "3h"), rto="3h")
        .service("Shop", restart="30 min", rto="4h")
        .service("Till")
        .service("Office", restart="10 min")
        .needs("Shop", "Power", tolerance="30 min")
        .needs("Office", "Power", tolerance="1h")
        .scenario("Blackout", "Power")
        .build()
    )
    made = preparation.declare_incident(made, "inc", "Blackout", starts="2026-02-20T08:00:00+00:00")
    for kind, at, service, subject in (
        ("service down", "0", "Power", ""),
        ("declared", "1h", None, ""),
        ("service down", "20 min", "Till", ""),
        ("service down", "2h", "Shop", ""),
        ("task started", "1h", "Power", "W1-01"),
        ("task finished", "4h", "Power", "W1-01"),
        ("task started", "4h", "Shop", "W2-01"),
        ("task finished", "4h 30 min", "Shop", "W2-01"),
        ("note", "4h 40 min", None, ""),
    ):
        made = log.append(
            made, "inc", log.entry(kind, hours(at), now=NOW, service=service, subject=subject)
        )
    return made


def test_measured_times_stand_beside_planned_ones() -> None:
    found = {one.service: one for one in review(incident(), "inc").measured}
    power, shop = found["Power"], found["Shop"]
    assert (power.planned_work, power.work) == (hours("2h"), hours("3h"))
    assert (power.outage, power.rto_met) == (hours("4h"), False)
    assert (shop.planned_outage, shop.outage) == (hours("2h 30 min"), hours("2h 30 min"))
    assert shop.rto_met is True
    assert review(incident(), "inc").achieved == (1, 2)


def test_blast_radius_and_order_predicted_and_actual() -> None:
    found = review(incident(), "inc")
    assert found.unexpected == ("Till",)
    assert found.not_seen == ("Office",)
    assert found.actual_order == ("Power", "Shop")
    assert found.planned_order[0] == "Power"


def test_corrections_are_offered_one_by_one() -> None:
    found = review(incident(), "inc")
    offered = {one.text: one.plan for one in corrections(found)}
    before = incident()
    declared, work, tolerance, link, office = offered.values()
    assert declared.scenarios["Blackout"].declared_after == hours("1h")
    assert work.services["Power"].recovery == Estimate(hours("1h"), hours("3h"), hours("3h"))
    assert tolerance.requirements["r1"].tolerance == hours("2h")
    (added,) = set(link.requirements) - set(before.requirements)
    assert link.requirements[added].tolerance == hours("20 min")
    assert office.requirements["r2"].tolerance == hours("4h")
    for made in offered.values():
        assert integrity.problems(made) == []


def test_the_timeline_is_in_order() -> None:
    lines = timeline(review(incident(), "inc"))
    moments = [one.actual if one.actual is not None else one.planned for one in lines]
    assert moments == sorted(moments)
    declared = next(one for one in lines if one.text == "Declared")
    assert (declared.planned, declared.actual) == (hours("30 min"), hours("1h"))


def test_evidence_comes_from_what_was_measured() -> None:
    made = incident()
    evidence = learning.evidence_of(review(made, "inc"), depth="transaction done")
    assert {(one.service, one.kind, one.work, one.duration) for one in evidence} == {
        ("Power", "event", "recovery", hours("3h")),
        ("Shop", "event", "restart", hours("30 min")),
    }
    assert integrity.problems(learning.put_evidence(made, evidence)) == []


def test_a_tabletop_measures_nothing() -> None:
    made = incident()
    made = made.put("events", replace(made.events["inc"], kind="tabletop"))
    assert learning.evidence_of(review(made, "inc")) == ()


def measured(*times: str) -> Plan:
    made = incident()
    return made.put(
        "evidence",
        *(
            Evidence(
                id=f"e{n}", service="Power", kind="test", duration=hours(time), date=f"2026-01-0{n}"
            )
            for n, time in enumerate(times, start=1)
        ),
    )


@pytest.mark.parametrize(
    ("times", "estimate"),
    [
        (("2h 30 min",), ("1h", "2h 30 min", "3h")),
        (("2h", "4h", "5h"), ("1h", "4h", "5h")),
        (("2h", "2h", "2h 10 min", "2h 20 min", "2h 30 min"), ("2h", "2h 10 min", "2h 30 min")),
    ],
)
def test_estimates_are_made_from_measured_times(
    times: tuple[str, ...], estimate: tuple[str, str, str]
) -> None:
    made = measured(*times)
    found = learning.recalibration(made, "Power")
    assert found is not None
    assert found.after == Estimate(*map(hours, estimate))
    assert len(found.data) == len(times)
    assert learning.recalibrated(made, found).services["Power"].recovery == found.after
    assert learning.recalibration(made, "Shop") is None


def test_evidence_ages() -> None:
    one = Evidence(id="e", service="Power", kind="test", date="2025-03-01")
    assert learning.is_fresh(one, TODAY)
    assert not learning.is_fresh(replace(one, date="2025-02-28"), TODAY)
    assert not learning.is_fresh(replace(one, date=""), TODAY)
    assert not learning.is_fresh(replace(one, kind="promise"), TODAY)


def test_the_effect_of_an_action_is_forecast_from_the_change_it_carries() -> None:
    change = '{"services": [{"id": "Power", "recovery": "PT30M"}]}'
    action = Action(id="a", change=change)
    (compared,) = learning.effect(incident(), action).scenarios
    assert compared.makespan == (hours("3h"), hours("1h 30 min"))
    assert learning.with_change(incident(), action).services["Power"].rto == hours("3h")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ("{", "not JSON"),
        ("[]", "expected an object"),
        ('{"x": []}', "x: no list"),
        ('{"services": [{"id": "Power", "rtoo": "PT1H"}]}', "rtoo: unknown field"),
        ('{"requirements": [{"id": "r1", "providers": ["Gas"]}]}', "not among the services"),
    ],
)
def test_a_change_that_cannot_be_used_is_refused(change: str, message: str) -> None:
    with pytest.raises(InputRefused, match=message):
        learning.with_change(incident(), Action(id="a", change=change))


def test_actions_by_urgency() -> None:
    made = incident().put(
        "actions",
        Action(id="late", due="2026-02-01"),
        Action(id="soon", due="2026-04-01"),
        Action(id="done", due="2026-01-01", status="done"),
        Action(id="again", status="re-opened"),
    )
    assert [one.id for one in learning.by_urgency(made, TODAY)] == ["late", "again", "soon", "done"]


def test_the_measured_effect_is_before_and_after_an_action() -> None:
    made = measured("4h", "3h", "1h")
    action = Action(id="a", done_on="2026-01-03")
    found = learning.measured_effect(made, action, "Power")
    assert (found.before, found.after) == (hours("3h"), hours("1h"))


def test_lessons_appear_with_their_services() -> None:
    made = lessons.add_lesson(incident(), "Call early", [])
    made = lessons.add_lesson(made, "Keep fuel", ["Power"], "inc")
    assert [one.text for one in lessons.lessons_of(made, ["Shop"])] == ["Call early"]
    assert [one.text for one in lessons.lessons_by_service(made)["Power"]] == ["Keep fuel"]


def test_a_change_is_written_as_an_action_carries_it_and_reads_back() -> None:
    before = incident()
    shop = replace(before.services["Shop"], restart=Estimate.of(hours("10 min")))
    first = next(iter(before.requirements.values()))
    after = before.put("services", shop).put("requirements", replace(first, tolerance=hours("1h")))
    text = learning.change_text(before, after)
    assert learning.with_change(before, Action(id="a", change=text)) == after
    assert learning.services_of(before, after) == tuple(dict.fromkeys(["Shop", first.dependant]))
    assert learning.change_text(before, before) == ""


def test_a_new_status_sets_its_day_and_re_opening_takes_it_back() -> None:
    today = TODAY
    action = Action(id="a")
    assert learning.dated(action, "status", "in progress", today) == {"started": "2026-03-01"}
    assert learning.dated(action, "status", "verified", today) == {
        "done_on": "2026-03-01",
        "verified_on": "2026-03-01",
    }
    done = replace(action, done_on="2026-02-01")
    assert learning.dated(done, "status", "done", today) == {}
    assert learning.dated(done, "status", "re-opened", today) == {"done_on": "", "verified_on": ""}
    assert learning.dated(action, "owner", "Anna", today) == {}


def test_an_experiment_tells_what_went_down_outside_its_limit() -> None:
    made = incident()
    event = replace(made.events["inc"], kind="resilience experiment", blast_limit=("Power",))
    found = review(made.put("events", event), "inc")
    assert "Power" not in found.outside
    assert "Shop" in found.outside
    assert review(made, "inc").outside == ()
