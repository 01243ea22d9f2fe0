"""Following a recovery order: worked examples, and what a wrong order is told."""

from __future__ import annotations

import time
from typing import Any

import pytest

from bcp_planner.analysis.recovery import follow, recover
from bcp_planner.domain.durations import MINUTE
from bcp_planner.domain.errors import PlannerError
from tests.analysis.cases import Case, cases, millis, plan_of, scenario_of
from tests.builders import plan, scenario


def _row(found: Any, columns: list[str]) -> object:
    if found.rides_through:
        return "rides-through"
    return [getattr(found, column) for column in columns]


def _expected(row: Any) -> object:
    if isinstance(row, str):
        return row
    return [millis(value) if isinstance(value, str) else value for value in row]


@pytest.mark.parametrize("case", cases("recover"), ids=lambda case: case["name"])
def test_worked_examples(case: Case) -> None:
    order = case["ask"].get("order")
    if order:
        result = follow(plan_of(case), scenario_of(case), order)
    else:
        result = recover(plan_of(case), scenario_of(case))

    found = {key: _row(value, case["columns"]) for key, value in result.services.items()}
    assert found == {key: _expected(row) for key, row in case["expect"].items()}


@pytest.mark.parametrize(
    "case", [c for c in cases("recover") if c["ask"].get("order")], ids=lambda case: case["name"]
)
def test_search_is_never_worse_than_the_order_of_an_example(case: Case) -> None:
    given = follow(plan_of(case), scenario_of(case), case["ask"]["order"])

    found = recover(plan_of(case), scenario_of(case))

    assert found.aim.value <= given.aim.value
    assert found.aim.bound <= found.aim.value[0]
    assert sorted(found.order) == sorted(given.order)


def chain() -> Any:
    return (
        plan(declared_after="30 min")
        .team("DBA", 1)
        .service("DB", recovery="2 h", rto="4 h", needs={"DBA": 1})
        .service("Cache", recovery="1 h", needs={"DBA": 1})
        .service("App", restart="15 min", rto="3 h")
        .service("Other")
        .needs("App", "DB")
        .build()
    )


@pytest.mark.parametrize(
    ("order", "message"),
    [
        (["App", "DB", "Cache"], "“App” before “DB”, which it waits for"),
        (["DB", "App"], "lacks “Cache”"),
        (["DB", "App", "DB", "Cache"], "names “DB” twice"),
        (["DB", "Nowhere", "App", "Cache"], "names “Nowhere”, which the plan lacks"),
        (["DB", "App", "Cache", "Other"], "names “Other”, which this scenario does not take down"),
    ],
)
def test_a_wrong_order_is_told_its_first_offence(order: list[str], message: str) -> None:
    with pytest.raises(PlannerError, match=message):
        follow(chain(), scenario("DB", "Cache"), order)


def test_a_provider_that_only_has_to_be_back_at_the_end_must_still_come_first() -> None:
    a_plan = plan().services("DB", "App").needs("App", "DB", recovery="finish").build()

    with pytest.raises(PlannerError, match="“App” before “DB”"):
        follow(a_plan, scenario("DB"), ["App", "DB"])


def finish_loop() -> Any:
    return (
        plan()
        .services("A", "B", "C", "Base")
        .needs("A", "B", recovery="finish")
        .needs("B", "A", recovery="finish")
        .needs("A", "Base", recovery="finish")
        .needs("C", "A")
        .build()
    )


@pytest.mark.parametrize(
    ("order", "message"),
    [
        (["A", "B", "Base", "C"], "“A” before “Base”, which it waits for; move it after"),
        (["Base", "A", "C", "B"], "“C” before “B”, which it waits for; move it after"),
    ],
)
def test_a_wrong_order_names_only_what_has_to_come_earlier(order: list[str], message: str) -> None:
    with pytest.raises(PlannerError, match=message):
        follow(finish_loop(), scenario("A", "B", "C", "Base"), order)


def test_unknown_aims_and_services_are_refused() -> None:
    with pytest.raises(PlannerError, match="There is no aim “speed”"):
        recover(chain(), scenario("DB"), aim="speed")
    with pytest.raises(PlannerError, match="fails “Moon”"):
        recover(chain(), scenario("Moon"))


def test_says_why_work_does_not_start_earlier() -> None:
    found = follow(chain(), scenario("DB", "Cache"), ["DB", "Cache", "App"])

    rows = found.services
    assert (rows["DB"].reason, rows["DB"].reason_ids) == ("declaration", ())
    assert (rows["Cache"].reason, rows["Cache"].reason_ids) == ("team", ("DB", "DBA"))
    assert (rows["App"].reason, rows["App"].reason_ids) == ("requirement", ("DB",))
    assert rows["App"].waits_for == ("DB",)


def test_critical_path_goes_through_the_busy_team() -> None:
    found = follow(chain(), scenario("DB", "Cache"), ["DB", "Cache", "App"])

    assert found.critical_path == ("DB", "Cache")
    assert found.makespan == 210 * MINUTE


def test_waves_follow_waits_and_not_people() -> None:
    found = follow(chain(), scenario("DB", "Cache"), ["DB", "Cache", "App"])

    assert found.waves == (("DB", "Cache"), ("App",))


def test_latest_finish_keeps_the_target_of_what_waits() -> None:
    found = follow(chain(), scenario("DB", "Cache"), ["DB", "Cache", "App"])

    assert found.services["DB"].latest_finish == 165 * MINUTE
    assert found.services["App"].latest_finish == 180 * MINUTE
    assert found.services["Cache"].latest_finish is None


def test_latest_declaration_leaves_the_least_slack() -> None:
    found = follow(chain(), scenario("DB", "Cache"), ["DB", "Cache", "App"])

    assert found.latest_declaration == 45 * MINUTE
    assert [found.services[key].slack for key in ("DB", "App")] == [90 * MINUTE, 15 * MINUTE]


def test_who_rides_through_has_no_outage_no_work_and_no_wave() -> None:
    a_plan = (
        plan()
        .service("DB", recovery="2 h")
        .service("App", rto="0", mtpd="0", wrt="1 h")
        .needs("App", "DB", tolerance="3 h")
        .build()
    )

    found = recover(a_plan, scenario("DB"))

    row = found.services["App"]
    assert (row.rides_through, row.outage, row.start, row.up_at) == (True, 0, None, None)
    assert (row.rto_met, row.mtpd_met, row.slack) == (True, True, 0)
    assert found.waves == (("DB",),)


def test_too_few_people_is_never() -> None:
    a_plan = (
        plan()
        .team("DBA", 1)
        .service("DB", recovery="1 h", rto="4 h", mtpd="8 h", needs={"DBA": 2})
        .service("App", rto="5 h")
        .needs("App", "DB")
        .build()
    )

    found = recover(a_plan, scenario("DB"))

    assert [(r.start, r.up_at, r.outage, r.rto_met) for r in found.services.values()] == [
        (None, None, None, False)
    ] * 2
    assert found.services["DB"].mtpd_met is False
    assert found.makespan is None
    assert found.latest_declaration is None


def test_without_teams_people_are_enough_but_still_have_to_come() -> None:
    a_plan = (
        plan(declared_after="10 min")
        .team("DBA", 1, mobilisation="20 min")
        .services("A", "B", recovery="1 h", needs={"DBA": 1})
        .build()
    )

    found = recover(a_plan, scenario("A", "B"), teams=False)

    assert [row.start for row in found.services.values()] == [30 * MINUTE] * 2
    assert found.aim.proven


def test_a_deadlock_is_named_and_relaxed_at_its_largest_tolerance() -> None:
    a_plan = (
        plan()
        .services("DNS", "Directory", "Storage", recovery="1 h")
        .needs("DNS", "Directory", tolerance="2 h", id="cached")
        .needs("Directory", "Storage", id="disk")
        .needs("Storage", "DNS", tolerance="10 min", id="names")
        .build()
    )

    found = recover(a_plan, scenario("DNS", "Directory", "Storage"))

    assert found.relaxed == ("cached",)
    assert found.deadlocks == (("DNS", "Directory", "Storage"),)
    assert found.order == ("DNS", "Storage", "Directory")
    assert found.services["DNS"].start == 0


def test_waiting_to_finish_alone_is_no_deadlock() -> None:
    a_plan = (
        plan()
        .services("A", "B", recovery="1 h")
        .needs("A", "B", recovery="finish")
        .needs("B", "A", recovery="finish")
        .service("App", restart="30 min")
        .needs("App", "A")
        .build()
    )

    found = recover(a_plan, scenario("A", "B"))

    assert found.relaxed == found.deadlocks == ()
    assert found.waves == (("A", "B"), ("App",))
    assert found.services["App"].up_at == 90 * MINUTE


def test_an_unknown_recovery_time_marks_what_rests_on_it() -> None:
    a_plan = (
        plan()
        .team("Ops", 1)
        .service("DB", needs={"Ops": 1})
        .service("Web", recovery="1 h", needs={"Ops": 1})
        .service("Mail", recovery="1 h")
        .service("App", restart="5 min")
        .needs("App", "DB")
        .build()
    )

    found = follow(a_plan, scenario("DB", "Web", "Mail"), ["DB", "Web", "Mail", "App"])

    marked = [key for key, row in found.services.items() if row.lower_bound]
    assert marked == ["DB", "Web", "App"]
    assert found.lower_bound
    assert [key for key, row in found.services.items() if row.time_lower_bound] == marked
    assert found.time_lower_bound


def test_people_of_work_that_may_never_begin_are_still_unsure() -> None:
    """Long work on DB delays Web, and Web then keeps the people that Mail needs."""
    a_plan = (
        plan()
        .team("Ops", 1)
        .service("DB")
        .service("Web", recovery="0 min", needs={"Ops": 1})
        .service("Mail", recovery="1 h", needs={"Ops": 1})
        .needs("Web", "DB")
        .build()
    )

    found = follow(a_plan, scenario("DB", "Web", "Mail"), ["DB", "Web", "Mail"])

    assert found.services["Mail"].time_lower_bound


def test_an_unknown_recovery_point_makes_no_time_a_lower_bound() -> None:
    a_plan = plan().service("DB", recovery="1 h", rpo="1 h").build()

    found = follow(a_plan, scenario("DB"), ["DB"])

    assert found.services["DB"].lower_bound
    assert found.services["DB"].data_loss_lower_bound
    assert not found.services["DB"].time_lower_bound
    assert not found.time_lower_bound


def test_better_orders_are_told_as_they_are_found() -> None:
    a_plan = plan().team("Ops", 1)
    for number in range(7):
        a_plan.service(f"S{number}", recovery=f"{60 - 7 * number} min", rto="1 h", needs={"Ops": 1})
    names = [f"S{number}" for number in range(7)]
    told: list[Any] = []

    found = recover(a_plan.build(), scenario(*names), seconds=30, on_better=told.append)

    values = [one.aim.value for one in told]
    assert values == sorted(values, reverse=True)
    assert values[-1] == found.aim.value
    assert found == recover(a_plan.build(), scenario(*names), seconds=30)


@pytest.mark.parametrize("aim", ["lateness", "makespan"])
def test_the_answer_does_not_depend_on_how_fast_the_clock_goes(
    aim: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The search, both its halves and the solver are counted in work done."""
    a_plan = plan().team("Ops", 3).team("Net", 2)
    names = [f"S{number}" for number in range(40)]
    for number, name in enumerate(names):
        needs = {"Ops": 1 + number % 2} if number % 3 else {"Net": 1}
        a_plan.service(name, recovery=f"{10 + number * 37 % 53} min", rto="2 h", needs=needs)
        if number > 4:
            a_plan.needs(name, names[number * 7 % number])
    clock = time.monotonic

    found = []
    for speed in (1, 1, 2):
        monkeypatch.setattr(time, "monotonic", lambda speed=speed: speed * clock())
        found.append(recover(a_plan.build(), scenario(*names), aim=aim, seconds=1.0, seed=3))

    assert found[0] == found[1] == found[2]


def test_cancelling_keeps_the_best_so_far() -> None:
    found = recover(chain(), scenario("DB", "Cache"), cancelled=lambda: True)

    assert sorted(found.order) == ["App", "Cache", "DB"]


def test_nothing_fails_nothing_to_recover() -> None:
    found = recover(chain(), scenario())

    assert (found.order, found.waves, found.critical_path, found.makespan) == ((), (), (), 0)
    assert found.aim.proven
