from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcp_planner.domain import edits, integrity
from bcp_planner.domain.change import diff
from bcp_planner.domain.entities import Failure, Scenario, Service, Team
from bcp_planner.domain.errors import EditRefused
from bcp_planner.domain.plan import LISTS, Plan
from tests.builders import plan as build
from tests.strategies import ids, plans


def shop() -> Plan:
    return (
        build()
        .service("shop", rto="4h", needs={"web": 2})
        .needs("shop", "db-a", "db-b", needs=1, tolerance="5 min")
        .needs("db-a", "dc")
        .needs("db-b", "dc")
        .build()
    )


def test_removing_a_provider_lowers_what_is_needed() -> None:
    plan = edits.remove(shop(), "services", ["db-a"])
    (left,) = [r for r in plan.requirements.values() if r.dependant == "shop"]
    assert (left.providers, left.needed) == (("db-b",), 1)
    assert not integrity.problems(plan)


def test_removing_the_last_provider_removes_the_requirement() -> None:
    plan = edits.remove(shop(), "services", ["dc"])
    assert [r.dependant for r in plan.requirements.values()] == ["shop"]


def test_removing_a_team_frees_its_people() -> None:
    assert edits.remove(shop(), "teams", ["web"]).services["shop"].needs == {}


def test_removing_a_service_takes_it_out_of_scenarios() -> None:
    fire = Scenario(id="fire", fails=(Failure(service="dc"), Failure(service="db-a")))
    plan = edits.add(shop(), "scenarios", fire)
    assert edits.remove(plan, "services", ["dc"]).scenarios["fire"].fails == (
        Failure(service="db-a"),
    )


def test_removing_and_joining_links_the_neighbours() -> None:
    plan = edits.remove_and_join(shop(), ["db-a"])
    assert ("shop", ("dc",)) in {(r.dependant, r.providers) for r in plan.requirements.values()}


def test_two_requirements_become_a_redundant_pair() -> None:
    plan = build().needs("shop", "a").needs("shop", "b").build()
    joined = edits.make_redundant(plan, list(plan.requirements))
    (one,) = joined.requirements.values()
    assert (one.providers, one.needed, one.is_redundant) == (("a", "b"), 1, True)


@pytest.mark.parametrize(
    ("dependant", "providers", "sentence"),
    [
        ("shop", ["shop"], "cannot be its own provider"),
        ("shop", ["nowhere"], "“nowhere” is not among the services"),
        ("db-a", ["dc"], "db-a already needs dc"),
    ],
)
def test_impossible_requirements_are_refused(
    dependant: str, providers: list[str], sentence: str
) -> None:
    with pytest.raises(EditRefused, match=sentence):
        edits.connect(shop(), dependant, providers)


def test_an_id_that_is_taken_is_refused() -> None:
    with pytest.raises(EditRefused, match="already among the services"):
        edits.add(shop(), "services", Service(id="shop"))


def test_copies_are_linked_among_each_other_and_to_what_was_not_copied() -> None:
    plan = shop()
    chosen = [plan.services["shop"], plan.services["db-a"]]
    copied, new_ids = edits.copy_services(plan, chosen, plan.requirements.values(), (20, 20))
    assert new_ids == ("shop-2", "db-a-2")
    links = {(r.dependant, r.providers, r.needs) for r in copied.requirements.values()}
    assert ("shop-2", ("db-a-2", "db-b"), 1) in links
    assert ("db-a-2", ("dc",), None) in links
    assert not integrity.problems(copied)


@given(plans(), st.data())
def test_removing_anything_leaves_a_consistent_plan(plan: Plan, data: st.DataObject) -> None:
    table = data.draw(st.sampled_from(list(LISTS)))
    gone = data.draw(st.sets(st.sampled_from(list(plan.table(table)) or ["?"])))
    left = edits.remove(plan, table, gone)
    assert not integrity.problems(left)
    assert not gone & left.table(table).keys()


@given(plans(), st.data())
def test_who_refers_to_a_record_is_found(plan: Plan, data: st.DataObject) -> None:
    table = data.draw(st.sampled_from(sorted(LISTS)))
    wanted = frozenset(data.draw(st.lists(st.sampled_from([*plan.table(table), "nobody"]))))

    found = {(name, key) for name, keys in integrity.referring(plan, table, wanted) for key in keys}

    assert found == {
        (name, key)
        for name in LISTS
        for key, record in plan.table(name).items()
        for _, target, other in integrity.references_of(record)
        if target == table and other in wanted
    }


@given(plans(), ids, st.data())
def test_renaming_an_id_and_back_changes_nothing(plan: Plan, new: str, data: st.DataObject) -> None:
    table = data.draw(st.sampled_from(list(LISTS)))
    if not plan.table(table) or new in plan.table(table):
        return
    old = data.draw(st.sampled_from(list(plan.table(table))))
    if not new.isprintable() or not old.isprintable():
        return
    renamed = edits.rename_id(plan, table, old, new)
    assert not integrity.problems(renamed)
    back = edits.rename_id(renamed, table, new, old)
    assert not diff(plan, back)


@given(plans(), plans())
def test_equal_plans_have_no_difference_and_others_have_one(one: Plan, other: Plan) -> None:
    assert not diff(one, one)
    order = {name: list(one.table(name)) == list(other.table(name)) for name in LISTS}
    assert bool(diff(one, other)) == (one != other or not all(order.values()))


def test_updating_nothing_returns_the_same_plan() -> None:
    plan = shop()
    assert edits.update(plan, "services", "shop", rto=plan.services["shop"].rto) is plan
    with pytest.raises(EditRefused, match="not among the teams"):
        edits.update(plan, "services", "shop", needs={"nobody": 1})


def test_a_team_lead_that_is_removed_leaves_the_team() -> None:
    plan = build().contact("ann").team("ops", lead="ann").build()
    assert edits.remove(plan, "contacts", ["ann"]).teams["ops"] == Team(
        id="ops", name=plan.teams["ops"].name
    )
