"""Small random plans for laws: cycles, redundancy, tolerances, staggered failures, teams."""

from __future__ import annotations

from hypothesis import strategies as st

from bcp_planner.domain.durations import HOUR, MINUTE
from bcp_planner.domain.entities import (
    RECOVERY_RELATIONS,
    Estimate,
    Failure,
    Requirement,
    Scenario,
    Service,
)
from bcp_planner.domain.plan import Plan

TOLERANCES = (0, 0, 0, 10 * MINUTE, 30 * MINUTE, 2 * HOUR)
OBJECTIVES = (None, None, 0, 30 * MINUTE, HOUR, 4 * HOUR)
WORK = (None, 0, 10 * MINUTE, HOUR)


@st.composite
def requirements(draw: st.DrawFn, number: int, names: list[str]) -> Requirement:
    dependant = draw(st.sampled_from(names))
    others = [name for name in names if name != dependant]
    providers = draw(st.lists(st.sampled_from(others), min_size=1, max_size=4, unique=True))
    return Requirement(
        id=f"r{number}",
        dependant=dependant,
        providers=tuple(providers),
        needs=draw(st.none() | st.integers(1, len(providers))),
        strength=draw(st.sampled_from(("hard", "hard", "hard", "soft"))),
        tolerance=draw(st.sampled_from(TOLERANCES)),
        recovery=draw(st.sampled_from(RECOVERY_RELATIONS)),
    )


@st.composite
def services(draw: st.DrawFn, name: str) -> Service:
    def work() -> Estimate | None:
        likely = draw(st.sampled_from(WORK))
        return None if likely is None else Estimate.of(likely)

    return Service(
        id=name,
        name=name,
        kind=draw(st.sampled_from(("application", "facility"))),
        rto=draw(st.sampled_from(OBJECTIVES)),
        recovery=work(),
        restart=work(),
    )


@st.composite
def plans(draw: st.DrawFn, max_services: int = 8, max_requirements: int = 14) -> Plan:
    names = [f"s{number}" for number in range(draw(st.integers(2, max_services)))]
    count = draw(st.integers(0, max_requirements))
    made = [draw(requirements(number, names)) for number in range(count)]
    return Plan(
        services={name: draw(services(name)) for name in names},
        requirements={requirement.id: requirement for requirement in made},
    )


@st.composite
def scenarios(draw: st.DrawFn, plan: Plan) -> Scenario:
    names = draw(
        st.lists(st.sampled_from(list(plan.services)), min_size=1, max_size=3, unique=True)
    )
    times = st.sampled_from((0, 0, 20 * MINUTE, HOUR, 3 * HOUR))
    return Scenario(id="s", fails=tuple(Failure(service=n, at=draw(times)) for n in names))


@st.composite
def plans_and_scenarios(draw: st.DrawFn) -> tuple[Plan, Scenario]:
    plan = draw(plans())
    return plan, draw(scenarios(plan))


horizons = st.none() | st.sampled_from((0, 10 * MINUTE, 30 * MINUTE, HOUR, 3 * HOUR))
