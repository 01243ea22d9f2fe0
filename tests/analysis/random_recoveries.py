"""Random plans with everything that recovery knows: teams, targets, costs, data, cycles."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from bcp_planner.domain.durations import HOUR, MINUTE
from bcp_planner.domain.entities import CostStep, Penalty, Scenario, Service, Team
from bcp_planner.domain.plan import Plan
from tests.analysis.random_plans import OBJECTIVES, plans, scenarios

TIMES = (0, 10 * MINUTE, 30 * MINUTE, HOUR)
DATA = (None, 0, 5 * MINUTE, HOUR)

teams = st.builds(
    Team,
    id=st.just("x"),
    capacity=st.none() | st.integers(0, 3),
    mobilisation=st.sampled_from((None, *TIMES)),
)

cost_steps = st.lists(
    st.builds(
        CostStep, after=st.sampled_from(TIMES), cost_per_hour=st.sampled_from((0.0, 8.0, 512.0))
    ),
    max_size=2,
    unique_by=lambda step: step.after,
)
penalties = st.lists(
    st.builds(Penalty, after=st.sampled_from(TIMES), cost=st.just(64.0)), max_size=1
)


@st.composite
def extended(draw: st.DrawFn, service: Service, team_ids: list[str]) -> Service:
    needs = draw(
        st.dictionaries(st.sampled_from(team_ids), st.integers(1, 2), max_size=2)
        if team_ids
        else st.just({})
    )
    return replace(
        service,
        needs=needs,
        tier=draw(st.sampled_from((None, 1, 2, 3, 4))),
        mtpd=draw(st.sampled_from(OBJECTIVES)),
        wrt=draw(st.sampled_from((None, *TIMES))),
        rpo=draw(st.sampled_from(DATA)),
        recovery_point=draw(st.sampled_from(DATA)),
        backup_point=draw(st.sampled_from(DATA)),
        consistency_group=draw(st.sampled_from(("", "", "g"))),
        cost_steps=tuple(draw(cost_steps)),
        penalties=tuple(draw(penalties)),
    )


@st.composite
def recoveries(
    draw: st.DrawFn, max_services: int = 6, max_requirements: int = 8
) -> tuple[Plan, Scenario]:
    plan = draw(plans(max_services=max_services, max_requirements=max_requirements))
    made = {
        f"t{number}": replace(draw(teams), id=f"t{number}")
        for number in range(draw(st.integers(0, 2)))
    }
    services = {key: draw(extended(s, list(made))) for key, s in plan.services.items()}
    plan = replace(plan, teams=made, services=services)
    scenario = replace(
        draw(scenarios(plan)),
        declared_after=draw(st.sampled_from((None, *TIMES))),
        corrupts_data=draw(st.booleans()),
    )
    return plan, scenario
