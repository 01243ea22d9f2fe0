"""What is relaxed where services wait for each other in circles, also in large knots."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bcp_planner.analysis.arrays import NOT_NEEDED
from bcp_planner.analysis.recovery import recover
from bcp_planner.analysis.task import RecoveryTask, recovery_task
from bcp_planner.analysis.waits import prepared, stuck_services
from bcp_planner.domain.durations import MINUTE
from bcp_planner.domain.plan import Plan
from tests.builders import PlanBuilder, plan, scenario

NAMES = "ABCDEFGHI"


@st.composite
def knotted(draw: st.DrawFn) -> Plan:
    """Services with many requirements among them; most of one provider, some redundant."""
    made: PlanBuilder = plan().services(*NAMES)
    redundant = draw(st.booleans())
    for _ in range(draw(st.integers(5, 40))):
        names = draw(st.lists(st.sampled_from(NAMES), min_size=2, max_size=4, unique=True))
        made.needs(
            *names,
            of=draw(st.integers(1, len(names) - 1)) if redundant else None,
            tolerance=draw(st.sampled_from((0, MINUTE, 2 * MINUTE))),
            recovery=draw(st.sampled_from(("start", "start", "finish", "none"))),
        )
    return made.build()


def kept_one_by_one(task: RecoveryTask) -> set[str]:
    """Return what is relaxed when every wait is tried, the smallest tolerance first."""
    waits = [n for n, wait in enumerate(task.waits) if wait.relation != NOT_NEEDED]
    dropped = set(waits)
    for number in sorted(waits, key=lambda n: (task.waits[n].requirement.tolerance, -n)):
        if not stuck_services(task, dropped - {number}):
            dropped.discard(number)
    return {task.waits[number].requirement.id for number in dropped}


@given(knotted(), st.sets(st.sampled_from(NAMES), min_size=1))
def test_what_is_relaxed_is_what_one_by_one_cannot_be_kept(made: Plan, fails: set[str]) -> None:
    task = recovery_task(made, scenario(*sorted(fails)))

    assert set(prepared(task).relaxed) == kept_one_by_one(task)


def test_a_knot_of_thousands_of_requirements_comes_loose() -> None:
    names = [f"S{number}" for number in range(60)]
    made = plan().services(*names)
    for place, name in enumerate(names):
        for other in names:
            if other != name:
                made.needs(name, other, tolerance=(place * 7) % 11 * MINUTE)

    found = recover(made.build(), scenario("S0"))

    assert len(found.relaxed) == 60 * 59 // 2
    assert 0 < len(found.deadlocks) <= 100
