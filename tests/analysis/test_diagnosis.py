from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bcp_planner.analysis.diagnosis import Observation, diagnose
from bcp_planner.analysis.impact import impact
from bcp_planner.analysis.results import State
from bcp_planner.domain.entities import Failure, Scenario
from bcp_planner.domain.errors import PlannerError
from bcp_planner.domain.plan import Plan
from tests.builders import plan as build

HOUR = 3_600_000


def shop() -> Plan:
    return (
        build()
        .needs("shop", "db-a", "db-b", needs=1)
        .needs("db-a", "site-1")
        .needs("db-b", "site-2")
        .needs("shop", "switch")
        .needs("mail", "switch", tolerance="2 h")
        .build()
    )


def causes(plan: Plan, **seen: object) -> list[tuple[str, ...]]:
    sets = {k: frozenset(v) if isinstance(v, list) else v for k, v in seen.items()}
    return [cause.fails for cause in diagnose(plan, Observation(**sets)).causes]  # type: ignore[arg-type]


def test_the_smallest_explanation_comes_first() -> None:
    assert causes(shop(), down=["shop", "mail"])[0] == ("switch",)


def test_what_is_seen_up_rules_causes_out() -> None:
    found = causes(shop(), down=["shop"], up=["switch", "mail"])
    assert found[0] == ("shop",)
    assert ("switch",) not in found
    assert ("db-a", "db-b") in found


def test_both_of_a_redundant_pair_may_be_gone() -> None:
    found = causes(shop(), down=["shop", "db-a", "db-b"], up=["switch", "site-1"])
    assert {("db-a", "db-b"), ("db-a", "site-2")} <= set(found)


def test_a_cause_says_what_to_check_and_what_comes_next() -> None:
    seen = Observation(down=frozenset({"shop"}), elapsed=HOUR)
    switch = next(c for c in diagnose(shop(), seen).causes if c.fails == ("switch",))
    assert switch.to_check == ("switch",)
    assert switch.next_down == (("mail", 2 * HOUR),)


def test_contradictions_and_unknown_services_are_refused() -> None:
    with pytest.raises(PlannerError, match="two states"):
        causes(shop(), down=["shop"], up=["shop"])
    with pytest.raises(PlannerError, match="“x” is not a service"):
        causes(shop(), down=["x"])
    with pytest.raises(PlannerError, match="at least one"):
        causes(shop(), up=["shop"])


@st.composite
def random_plans(draw: st.DrawFn) -> Plan:
    size = draw(st.integers(3, 8))
    builder = build().services(*(f"s{i}" for i in range(size)))
    for dependant in range(size - 1):
        for _ in range(draw(st.integers(0, 2))):
            below = st.integers(dependant + 1, size - 1)
            chosen = draw(st.sets(below, min_size=1, max_size=2))
            needs = draw(st.integers(1, len(chosen)))
            builder.needs(f"s{dependant}", *(f"s{i}" for i in sorted(chosen)), needs=needs)
    return builder.build()


def down_set(plan: Plan, failed: tuple[str, ...]) -> frozenset[str]:
    fails = tuple(Failure(service=service) for service in failed)
    result = impact(plan, Scenario(id="x", fails=fails)).services
    return frozenset(s for s, one in result.items() if one.state is State.DOWN)


@settings(max_examples=40)
@given(random_plans(), st.data())
def test_a_hidden_failure_is_found_when_the_observations_determine_it(
    plan: Plan, data: st.DataObject
) -> None:
    ids = list(plan.services)
    hidden = tuple(sorted(data.draw(st.sets(st.sampled_from(ids), min_size=1, max_size=2))))
    down = down_set(plan, hidden)
    same = [
        one
        for size in (1, 2)
        for one in combinations(sorted(ids), size)
        if down_set(plan, one) == down
    ]
    assume(same == [hidden])
    up = frozenset(
        s
        for s, one in impact(
            plan, Scenario(id="x", fails=tuple(Failure(service=h) for h in hidden))
        ).services.items()
        if one.state in {State.UP, State.AT_RISK}
    )
    found = diagnose(plan, Observation(down=down, up=up)).causes
    assert hidden in [cause.fails for cause in found[:3]]
