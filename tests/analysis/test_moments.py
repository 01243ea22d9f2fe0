"""States at a moment agree with the times of the blast radius and of the recovery."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bcp_planner.analysis.impact import impact
from bcp_planner.analysis.moments import Moments
from bcp_planner.analysis.recovery import recover
from bcp_planner.analysis.results import ServiceImpact, State
from bcp_planner.domain.durations import HOUR, MINUTE
from bcp_planner.domain.plan import Plan
from tests.builders import plan, scenario

SHOP: Plan = (
    plan()
    .service("DC", recovery="4 h")
    .service("Spare", recovery="4 h")
    .needs("Cluster", "DC", "Spare", of=1)
    .needs("App", "DC", tolerance="1 h")
    .needs("Report", "App", strength="soft")
    .build()
)


def test_without_recovery_states_follow_the_blast_radius() -> None:
    moments = Moments(SHOP, impact(SHOP, scenario("DC")))

    assert moments.at(30 * MINUTE) == {
        "DC": State.DOWN,
        "Spare": State.UP,
        "Cluster": State.AT_RISK,
        "App": State.DEGRADED,
        "Report": State.UP,
    }
    later = moments.at(HOUR)
    assert (later["App"], later["Report"]) == (State.DOWN, State.DEGRADED)


def test_after_the_recovery_everything_is_up_again() -> None:
    fire = scenario("DC")
    found = recover(SHOP, fire, seconds=0.1)
    moments = Moments(SHOP, impact(SHOP, fire), found)

    assert moments.at(2 * HOUR)["Report"] is State.DEGRADED
    assert set(moments.at(found.makespan or 0).values()) == {State.UP}


def test_a_plan_without_requirements_is_no_trouble() -> None:
    alone = plan().service("A").build()

    assert Moments(alone, impact(alone, scenario("A"))).at(0) == {"A": State.DOWN}
    empty = plan().build()
    assert Moments(empty, impact(empty, scenario())).at(0) == {}


names = st.sampled_from("ABCDE")


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    builder = plan().services(*"ABCDE")
    for dependant, providers, strength, hours in draw(
        st.lists(
            st.tuples(
                names,
                st.lists(names, min_size=1, max_size=3, unique=True),
                st.sampled_from(["hard", "soft"]),
                st.integers(0, 3),
            ),
            max_size=7,
        )
    ):
        others = [name for name in providers if name != dependant]
        if others:
            needed = draw(st.integers(1, len(others)))
            builder.needs(dependant, *others, of=needed, strength=strength, tolerance=f"{hours} h")
    return builder.build()


@given(plans(), names, st.integers(0, 8))
def test_without_recovery_the_moment_says_what_the_times_say(
    made: Plan, failed: str, hours: int
) -> None:
    result = impact(made, scenario(failed))

    states = Moments(made, result).at(hours * HOUR)

    assert states == {key: _state(it, hours * HOUR) for key, it in result.services.items()}


def _state(found: ServiceImpact, at: int) -> State:
    times = (
        (State.DOWN, found.down_at),
        (State.DEGRADED, found.degraded_at),
        (State.AT_RISK, found.at_risk_at),
    )
    return next((state for state, time in times if time is not None and time <= at), State.UP)
