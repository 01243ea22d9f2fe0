from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcp_planner.domain import edits, integrity
from bcp_planner.domain.entities import Requirement, Service
from bcp_planner.domain.errors import EditRefused
from bcp_planner.domain.fields import fields_of
from bcp_planner.domain.merge import Clash, Merged, Side, decided, is_open, kept, merge
from bcp_planner.domain.plan import EMPTY, LISTS, Plan
from tests.builders import plan as describe
from tests.strategies import durations, plans, texts

BASE = (
    describe()
    .service("Shop", rto="4h", tags=("sales",))
    .needs("Shop", "Database")
    .needs("Database", "Power")
    .build()
)


def same(one: Plan, other: Plan) -> bool:
    return one == other and all(list(one.table(n)) == list(other.table(n)) for n in LISTS)


def clashes(merged: Merged) -> list[tuple[Clash, str, str, str]]:
    return [(c.clash, c.table, c.id, c.field) for c in merged.conflicts]


def shop(plan: Plan, **fields: object) -> Plan:
    return edits.update(plan, "services", "Shop", **fields)


@st.composite
def edited(draw: st.DrawFn, plan: Plan) -> Plan:
    """A plan after a few edits of all kinds."""
    for _ in range(draw(st.integers(0, 4))):
        plan = draw(_one_edit(plan))
    return plan


@st.composite
def _one_edit(draw: st.DrawFn, plan: Plan) -> Plan:  # noqa: PLR0911
    table = draw(st.sampled_from([name for name in LISTS if plan.table(name)] or ["services"]))
    records = plan.table(table)
    kind = draw(st.sampled_from(["add", "remove", "rename", "shuffle", "retime", "connect"]))
    services = sorted(plan.services)
    if kind == "add" or not records:
        new = Service(id=draw(st.sampled_from("xyz")), name=draw(texts), rto=draw(durations))
        return plan.put("services", new)
    if kind == "connect" and len(services) > 1:
        one, *others = draw(st.permutations(services))
        new_id = draw(st.sampled_from(["r1", "r2", "r3"]))
        new = Requirement(id=new_id, dependant=one, providers=(others[0],))
        return plan.put("requirements", new)
    if kind == "shuffle":
        order = draw(st.permutations(list(records)))
        return plan.with_table(table, {key: records[key] for key in order})
    chosen = draw(st.sampled_from(sorted(records)))
    if kind == "remove":
        return edits.remove(plan, table, [chosen])
    if kind == "retime" and services:
        return edits.update(plan, "services", draw(st.sampled_from(services)), rto=draw(durations))
    if "name" in fields_of(type(records[chosen])):
        return edits.update(plan, table, chosen, name=draw(texts))
    return edits.update_info(plan, name=draw(texts), owner=draw(texts))


@st.composite
def copies(draw: st.DrawFn) -> tuple[Plan, Plan, Plan]:
    base = draw(plans())
    return base, draw(edited(base)), draw(edited(base))


@given(copies())
def test_merging_with_an_unchanged_copy_changes_nothing(three: tuple[Plan, Plan, Plan]) -> None:
    base, mine, theirs = three
    for merged, expected in (
        (merge(base, mine, base), mine),
        (merge(base, base, theirs), theirs),
        (merge(base, mine, mine), mine),
    ):
        assert merged.conflicts == []
        assert same(merged.plan, expected)


@given(copies())
def test_without_conflicts_it_does_not_matter_who_is_who(three: tuple[Plan, Plan, Plan]) -> None:
    base, mine, theirs = three
    one, other = merge(base, mine, theirs), merge(base, theirs, mine)
    assert len(one.conflicts) == len(other.conflicts)
    if not one.conflicts:
        assert one.plan == other.plan


@st.composite
def three_copies(draw: st.DrawFn) -> tuple[Plan, Plan, Plan, Plan]:
    base = draw(plans())
    return base, draw(edited(base)), draw(edited(base)), draw(edited(base))


@given(three_copies())
def test_without_conflicts_the_order_in_which_copies_are_joined_does_not_matter(
    four: tuple[Plan, Plan, Plan, Plan],
) -> None:
    base, mine, one, other = four
    ways: list[Plan] = []
    for first, second in ((one, other), (other, one)):
        with_first = merge(base, mine, first)
        with_both = merge(base, with_first.plan, second)
        if with_first.conflicts or with_both.conflicts:
            return
        ways.append(with_both.plan)
    assert ways[0] == ways[1]


@given(copies())
def test_whatever_is_decided_is_whole_or_refused(three: tuple[Plan, Plan, Plan]) -> None:
    base, mine, theirs = three
    merged = merge(base, mine, theirs)
    for side in Side:
        try:
            plan = decided(merged.plan, [(one, side) for one in merged.conflicts])
        except EditRefused:
            continue
        assert integrity.problems(plan) == []
    as_is = [(one, kept(one)) for one in merged.conflicts]
    assert decided(merged.plan, as_is) is merged.plan


@given(copies())
def test_a_merged_plan_is_consistent_and_loses_nothing_new(three: tuple[Plan, Plan, Plan]) -> None:
    base, mine, theirs = three
    merged = merge(base, mine, theirs)
    assert integrity.problems(merged.plan) == []
    told = {conflict.id for conflict in merged.conflicts}
    for side in (mine, theirs):
        added = side.services.keys() - base.services.keys()
        assert added <= merged.plan.services.keys() | told


@given(plans(), plans())
def test_unrelated_plans_join_into_a_consistent_one(mine: Plan, theirs: Plan) -> None:
    merged = merge(EMPTY, mine, theirs).plan
    assert integrity.problems(merged) == []
    assert merged.services.keys() >= mine.services.keys()


def test_different_fields_of_one_record_are_joined() -> None:
    merged = merge(BASE, shop(BASE, rto=1), shop(BASE, owner="Anna"))
    assert merged.conflicts == []
    assert (merged.plan.services["Shop"].rto, merged.plan.services["Shop"].owner) == (1, "Anna")


def test_one_field_changed_on_both_sides_is_reported_and_can_be_decided_the_other_way() -> None:
    merged = merge(BASE, shop(BASE, rto=1), shop(BASE, rto=2))
    (conflict,) = merged.conflicts
    assert clashes(merged) == [(Clash.FIELD, "services", "Shop", "rto")]
    assert (conflict.base, conflict.mine, conflict.theirs) == (14_400_000, 1, 2)
    assert merged.plan.services["Shop"].rto == 1
    assert decided(merged.plan, [(conflict, Side.THEIRS)]).services["Shop"].rto == 2


def test_the_header_is_joined_too() -> None:
    mine = edits.update_info(BASE, owner="Anna", version="2")
    theirs = edits.update_info(BASE, owner="Bob", status="approved")
    merged = merge(BASE, mine, theirs)
    assert clashes(merged) == [(Clash.FIELD, "plan", "", "owner")]
    assert (merged.plan.info.version, merged.plan.info.status) == ("2", "approved")
    assert decided(merged.plan, [(merged.conflicts[0], Side.THEIRS)]).info.owner == "Bob"


def test_tags_are_joined_one_by_one() -> None:
    merged = merge(BASE, shop(BASE, tags=("sales", "eu")), shop(BASE, tags=("web",)))
    assert merged.conflicts == []
    assert merged.plan.services["Shop"].tags == ("eu", "web")


def test_removed_here_and_changed_there_is_kept() -> None:
    removed = edits.remove(BASE, "services", ["Shop"])
    merged = merge(BASE, removed, shop(BASE, rto=2))
    assert clashes(merged) == [(Clash.REMOVED_BY_ME, "services", "Shop", "")]
    assert merged.plan.services["Shop"].rto == 2
    assert decided(merged.plan, [(merged.conflicts[0], Side.MINE)]) == removed
    merged = merge(BASE, shop(BASE, rto=2), removed)
    assert clashes(merged) == [(Clash.REMOVED_BY_THEM, "services", "Shop", "")]
    assert decided(merged.plan, [(merged.conflicts[0], Side.THEIRS)]) == removed


def test_what_went_with_a_removed_record_comes_back_with_it() -> None:
    removed = edits.remove(BASE, "services", ["Database"])
    assert removed.requirements == {}
    changed = edits.update(BASE, "services", "Database", rto=2)
    for mine, theirs in ((removed, changed), (changed, removed)):
        merged = merge(BASE, mine, theirs)
        assert len(merged.conflicts) == 1
        assert same(merged.plan, changed)
        side = Side.MINE if mine is removed else Side.THEIRS
        assert decided(merged.plan, [(merged.conflicts[0], side)]) == removed


def test_removed_here_and_needed_there_comes_back() -> None:
    removed = edits.remove(BASE, "services", ["Power"])
    needed = edits.connect(BASE, "Shop", ["Power"])
    for mine, theirs in ((removed, needed), (needed, removed)):
        merged = merge(BASE, mine, theirs)
        assert clashes(merged) == [(Clash.STILL_NEEDED, "services", "Power", "")]
        assert merged.plan.services["Power"] == BASE.services["Power"]
        assert same(merged.plan, needed)
        assert not is_open(merged.conflicts[0])


def test_two_new_requirements_of_one_id_are_both_kept() -> None:
    mine = edits.connect(BASE, "Shop", ["Power"])
    theirs = edits.connect(edits.add(BASE, "services", Service(id="CDN")), "Shop", ["CDN"])
    merged = merge(BASE, mine, theirs)
    assert [clash for clash, *_ in clashes(merged)] == [Clash.SAME_ID]
    provided = {r.providers for r in merged.plan.requirements.values() if r.dependant == "Shop"}
    assert provided == {("Database",), ("Power",), ("CDN",)}


def test_references_follow_a_thing_that_got_another_id() -> None:
    mine = edits.add(BASE, "services", Service(id="dns", name="DNS"))
    theirs = edits.add(BASE, "services", Service(id="dns", name="Delivery"))
    theirs = edits.connect(theirs, "dns", ["Power"])
    merged = merge(BASE, mine, theirs).plan
    assert merged.services["dns"].name == "DNS"
    assert merged.services["dns-2"].name == "Delivery"
    assert [r.dependant for r in merged.requirements.values()][-1] == "dns-2"


def test_the_same_new_thing_on_both_sides_is_one() -> None:
    mine = edits.add(BASE, "services", Service(id="dns", name="DNS", rto=1))
    theirs = edits.add(BASE, "services", Service(id="dns", name="DNS", owner="Bob"))
    merged = merge(BASE, mine, theirs)
    assert merged.conflicts == []
    assert merged.plan.services["dns"] == Service(id="dns", name="DNS", rto=1, owner="Bob")


def test_a_mixture_without_sense_is_taken_from_one_side() -> None:
    first = next(iter(BASE.requirements))
    two = edits.update(BASE, "requirements", first, providers=("Database", "Power"))
    mine = edits.update(two, "requirements", first, needs=2)
    theirs = edits.update(two, "requirements", first, providers=("Power",))
    merged = merge(two, mine, theirs)
    assert clashes(merged) == [(Clash.CONTRADICTION, "requirements", first, "")]
    assert merged.plan.requirements[first] == mine.requirements[first]
    other = decided(merged.plan, [(merged.conflicts[0], Side.THEIRS)])
    assert other.requirements[first] == theirs.requirements[first]


@pytest.mark.parametrize("swap", [False, True])
def test_new_records_stay_beside_their_neighbours_and_a_new_order_leads(swap: bool) -> None:
    ids = list(BASE.services)
    turned = replace(BASE, services={key: BASE.services[key] for key in reversed(ids)})
    new = {ids[0]: BASE.services[ids[0]], "new": Service(id="new"), **BASE.services}
    grown = replace(BASE, services=new)
    merged = merge(BASE, grown, turned) if swap else merge(BASE, turned, grown)
    assert list(merged.plan.services) == [*reversed(ids), "new"]
