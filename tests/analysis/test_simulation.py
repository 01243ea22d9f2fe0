"""The simulation, sensitivity, and comparing plans by their results."""

from __future__ import annotations

import math
import statistics
from dataclasses import replace

import pytest
from hypothesis import given, settings

from bcp_planner.analysis.compare import compare, compare_simulations
from bcp_planner.analysis.kernels.jit import compiling
from bcp_planner.analysis.kernels.trials import chance, run_trials
from bcp_planner.analysis.recovery import follow, recover
from bcp_planner.analysis.results import Simulation, Verdict
from bcp_planner.analysis.sensitivity import sensitivity
from bcp_planner.analysis.simulation import simulate, tornado
from bcp_planner.domain.durations import HOUR, MINUTE
from bcp_planner.domain.entities import Estimate, Scenario
from bcp_planner.domain.errors import Cancelled, PlannerError
from bcp_planner.domain.plan import Plan
from tests.analysis.random_recoveries import recoveries
from tests.builders import cost, plan, scenario


def shop(**db: object) -> Plan:
    """A database and what needs it."""
    fields = {"recovery": ("1 h", "2 h", "5 h"), "rto": "3 h", **db}
    return (
        plan(declared_after="30 min")
        .service("DB", **fields)
        .service(
            "Shop", restart="15 min", rto="3 h", mtpd="5 h", wrt="1 h", cost_steps=(cost("0", 8),)
        )
        .needs("Shop", "DB")
        .scenario("Loss", "DB")
        .build()
    )


def trials_of(a_plan: Plan, **arguments: object) -> Simulation:
    arguments = {"trials": 400, "order": ["DB", "Shop"], **arguments}
    return simulate(a_plan, scenario("DB"), **arguments)  # type: ignore[arg-type]


def test_certain_times_give_the_outage_of_the_order_in_every_trial() -> None:
    a_plan = shop(recovery="2 h")
    fixed = follow(a_plan, scenario("DB"), ["DB", "Shop"]).services

    found = trials_of(a_plan).services

    for key, row in found.items():
        assert {row.outage.p50, row.outage.p80, row.outage.p95} == {fixed[key].outage}
    assert found["DB"].rto_met is not None
    assert (found["DB"].rto_met.value, found["DB"].rto_met.error) == (1.0, 0.0)
    assert found["DB"].criticality.value == found["Shop"].criticality.value == 1.0


def test_draws_are_a_pert_distribution_with_lambda_four() -> None:
    makespans = [at or 0 for at in trials_of(shop(), trials=4000).makespans]

    work = [(at - 45 * MINUTE) / HOUR for at in makespans]
    mean, variance = (1 + 4 * 2 + 5) / 6, (7 / 3 - 1) * (5 - 7 / 3) / 7
    assert statistics.fmean(work) == pytest.approx(mean, abs=4 * math.sqrt(variance / 4000))
    assert statistics.variance(work) == pytest.approx(variance, rel=0.1)
    assert 1 <= min(work) <= max(work) <= 5


def test_percentiles_are_outcomes_by_nearest_rank() -> None:
    found = trials_of(shop(), trials=100)

    outcomes = sorted(at or 0 for at in found.makespans)
    assert found.makespan.p50 == outcomes[49]
    assert found.makespan.p80 == outcomes[79]
    assert found.makespan.p95 == outcomes[94]


def test_shares_count_trials_and_tell_their_standard_error() -> None:
    found = trials_of(shop())

    late = [at for at in found.makespans if at is not None and at > 3 * HOUR]
    met = found.services["Shop"].rto_met
    assert met is not None
    assert met.value == (400 - len(late)) / 400
    assert met.error == pytest.approx(math.sqrt(met.value * (1 - met.value) / 400))
    caught_up = [at for at in found.makespans if at is not None and at + HOUR <= 5 * HOUR]
    assert found.services["Shop"].mtpd_met is not None
    assert found.services["Shop"].mtpd_met.value == len(caught_up) / 400


def test_same_seed_same_figures_and_other_seed_other_figures() -> None:
    assert trials_of(shop()) == trials_of(shop())
    assert trials_of(shop(), seed=1).makespans != trials_of(shop()).makespans


def test_more_trials_begin_with_the_same_ones() -> None:
    assert trials_of(shop(), trials=600).makespans[:400] == trials_of(shop()).makespans


def test_compiled_and_plain_trials_agree(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = trials_of(shop())

    monkeypatch.setattr(run_trials, "prefer_compiled", True)

    assert trials_of(shop()) == plain


@settings(max_examples=40)
@given(recoveries(max_services=7, max_requirements=10))
def test_trials_in_step_are_the_same_trials(drawn: tuple[Plan, Scenario]) -> None:
    a_plan, what = drawn
    uncertain = Estimate(HOUR // 2, HOUR, 3 * HOUR)
    services = [replace(s, recovery=uncertain, restart=uncertain) for s in a_plan.services.values()]
    a_plan = a_plan.put("services", *services)
    order = recover(a_plan, what, seconds=0).order
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(run_trials, "prefer_compiled", False)
        plain = simulate(a_plan, what, trials=150, order=order)
        patch.setattr(run_trials, "prefer_compiled", True)
        in_step = simulate(a_plan, what, trials=150, order=order)

    assert in_step == plain


def test_luck_belongs_to_service_and_trial() -> None:
    luck = [chance(7, trial) for trial in range(5000)]

    assert 0 < min(luck) < max(luck) < 1
    assert statistics.fmean(luck) == pytest.approx(0.5, abs=0.02)
    assert statistics.variance(luck) == pytest.approx(1 / 12, rel=0.05)
    assert abs(statistics.correlation(luck[:-1], luck[1:])) < 0.05
    assert abs(statistics.correlation(luck, [chance(8, t) for t in range(5000)])) < 0.05


def test_a_common_seed_compares_plans_and_not_dice() -> None:
    slow, fast = trials_of(shop()), trials_of(shop(recovery=("30 min", "90 min", "270 min")))

    found = compare_simulations(slow, fast)

    assert found.sooner.value == 1.0
    assert found.later.value == 0.0
    assert found.mean_gain == (pytest.approx(30 * MINUTE, abs=2), pytest.approx(0.0, abs=1))


def test_cancelling_stops() -> None:
    with pytest.raises(Cancelled):
        trials_of(shop(), cancelled=lambda: True)


def test_progress_ends_at_all() -> None:
    told: list[float] = []

    trials_of(shop(), progress=told.append)

    assert told == sorted(told)
    assert told[-1] == 1.0


@pytest.mark.parametrize("trials", [0, -1, 10**9])
def test_senseless_numbers_of_trials_are_refused(trials: int) -> None:
    with pytest.raises(PlannerError, match="number of trials"):
        trials_of(shop(), trials=trials)


def test_nothing_taken_down_is_nothing_simulated() -> None:
    found = simulate(shop(), Scenario(id="none"), trials=10)

    assert found.services == {}
    assert found.makespan.p95 == 0


def test_tornado_puts_the_widest_estimate_first() -> None:
    a_plan = (
        plan()
        .service("A", recovery=("1 h", "2 h", "3 h"))
        .service("B", recovery=("1 h", "2 h", "9 h"))
        .service("C", recovery="5 h")
        .build()
    )

    bars = tornado(a_plan, scenario("A", "B", "C"), ["A", "B", "C"])

    assert [(bar.service, bar.low, bar.high) for bar in bars] == [
        ("B", 5 * HOUR, 9 * HOUR),
        ("A", 5 * HOUR, 5 * HOUR),
    ]


def test_sensitivity_is_the_growth_that_just_keeps_every_target() -> None:
    found = sensitivity(shop(recovery="2 h"), scenario("DB"), ["DB", "Shop"])

    assert found["DB"].growth == 15 * MINUTE
    assert found["DB"].breaks == ("Shop",)
    assert found["Shop"].growth == 15 * MINUTE


@settings(max_examples=25)
@given(recoveries(max_services=8, max_requirements=14))
def test_compiled_and_plain_sensitivity_agree(drawn: tuple[Plan, Scenario]) -> None:
    a_plan, what = drawn
    order = recover(a_plan, what, seconds=0).order

    with compiling():
        compiled = sensitivity(a_plan, what, order)

    assert compiled == sensitivity(a_plan, what, order)
    assert list(compiled) == list(order)


def test_sensitivity_tells_progress_and_can_be_stopped() -> None:
    told: list[float] = []

    sensitivity(shop(), scenario("DB"), ["DB", "Shop"], progress=told.append)

    assert told == [0.5, 1.0]
    with pytest.raises(Cancelled):
        sensitivity(shop(), scenario("DB"), ["DB", "Shop"], cancelled=lambda: True)


@settings(max_examples=25)
@given(recoveries())
def test_sensitivity_is_exact(drawn: tuple[Plan, Scenario]) -> None:
    a_plan, what = drawn
    now = recover(a_plan, what, seconds=0)
    met = {key for key, row in now.services.items() if row.rto_met}

    def keeps(key: str, growth: int) -> bool:
        service = a_plan.services[key]
        field = "recovery" if any(f.service == key for f in what.fails) else "restart"
        estimate = getattr(service, field)
        longer = Estimate.of((estimate.likely if estimate else 0) + growth)
        changed = a_plan.put("services", replace(service, **{field: longer}))
        then = follow(changed, what, now.order).services
        return all(then[other].rto_met for other in met)

    for key, room in sensitivity(a_plan, what, now.order).items():
        if room.growth is None:
            assert keeps(key, 10**9)
        else:
            assert keeps(key, room.growth)
            assert not keeps(key, room.growth + 1)


def test_a_plan_compared_with_a_better_one() -> None:
    before, after = shop(recovery="2 h"), shop(recovery="1 h")

    (found,) = compare(before, after).scenarios

    assert {key: row.verdict for key, row in found.services.items()} == {
        "DB": Verdict.BETTER,
        "Shop": Verdict.BETTER,
    }
    changes = {
        change.name: (change.before, change.after) for change in found.services["Shop"].changes
    }
    assert changes["outage"] == (165 * MINUTE, 105 * MINUTE)
    assert changes["cost"] == (22.0, 14.0)
    assert found.makespan == (165 * MINUTE, 105 * MINUTE)


def test_figures_that_rest_on_an_unknown_time_are_marked() -> None:
    known, unknown = trials_of(shop()), trials_of(shop(recovery=None))
    assert (known.lower_bound, unknown.lower_bound) == (False, True)
    assert unknown.services["Shop"].lower_bound

    (found,) = compare(shop(recovery=None), shop()).scenarios
    assert found.lower_bound == (True, False)
    marks = {change.name: change.lower_bound for change in found.services["Shop"].changes}
    assert marks["outage"] == marks["cost"] == (True, False)


def test_comparing_a_plan_with_itself_finds_nothing() -> None:
    found = compare(shop(), shop())

    assert found.scenarios[0].services == {}
    assert found.new_findings == found.solved_findings == ()


def test_added_and_removed_services_are_told() -> None:
    before = shop()
    after = plan().service("DB", recovery="2 h").scenario("Loss", "DB").build()

    (found,) = compare(before, after).scenarios

    assert found.services["Shop"].verdict is Verdict.REMOVED
