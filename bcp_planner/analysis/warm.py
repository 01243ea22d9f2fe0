"""Compiles the kernels ahead of their use, so that nobody waits for it later."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from bcp_planner.domain.child_process import Pipe, child
from bcp_planner.domain.durations import HOUR, MINUTE
from bcp_planner.domain.entities import Estimate, Failure, Requirement, Scenario, Service, Team
from bcp_planner.domain.plan import Plan

_LOOK_S = 0.2
_MARK = "compiled.txt"


def make_ready(cancelled: Callable[[], bool] = lambda: False) -> None:
    """Have the kernels compiled without disturbing this process, then load them.

    Compiling holds the interpreter: the first time on a machine a window would answer late for
    half a minute. So another process does it, and leaves the compiled code in the cache.

    Args:
        cancelled: Asked several times a second whether to stop.
    """
    mark = _mark()
    if mark is not None and not _is_current(mark):
        with suppress(EOFError, OSError), child(_compile_all) as pipe:
            while not pipe.poll(_LOOK_S):
                if cancelled():
                    return
            pipe.recv()
            mark.write_text(_state(), encoding="ascii")
    warm(cancelled)


def warm(cancelled: Callable[[], bool] = lambda: False) -> None:
    """Run every analysis on a tiny plan with compiled kernels.

    Takes seconds the first time on a machine and a fraction of one afterwards, when the compiled
    code comes from the cache. Meant for a background thread after the first paint; other threads
    use the plain kernels meanwhile.

    Args:
        cancelled: Asked between analyses whether to stop.
    """
    from bcp_planner.analysis.cutsets import cut_sets
    from bcp_planner.analysis.findings import findings
    from bcp_planner.analysis.impact import impact
    from bcp_planner.analysis.kernels.jit import compiling
    from bcp_planner.analysis.objectives import objectives
    from bcp_planner.analysis.recovery import recover
    from bcp_planner.analysis.sensitivity import sensitivity
    from bcp_planner.analysis.singles import blast_sizes

    plan = _tiny_plan()
    (scenario,) = plan.scenarios.values()
    analyses: tuple[Callable[[], object], ...] = (
        lambda: impact(plan, scenario),
        lambda: objectives(plan),
        lambda: findings(plan),
        lambda: blast_sizes(plan),
        lambda: blast_sizes(plan, 10 * MINUTE),
        lambda: cut_sets(plan, "shop"),
        lambda: recover(plan, scenario),
        lambda: sensitivity(plan, scenario, recover(plan, scenario, seconds=0).order),
    )
    with compiling():
        for analysis in analyses:
            if cancelled():
                return
            analysis()


def _compile_all(pipe: Pipe) -> None:
    warm()
    pipe.send("done")


def _mark() -> Path | None:
    """Return the file that says for which program the cache was filled."""
    from bcp_planner.analysis.kernels.spread import spread

    return None if spread.folder is None else spread.folder / _MARK


def _is_current(mark: Path) -> bool:
    with suppress(OSError):
        return mark.read_text(encoding="ascii") == _state()
    return False


def _state() -> str:
    """Return what compiled code depends on: the compiler, the interpreter and the kernels' text."""
    import numba  # pyright: ignore[reportMissingTypeStubs]

    from bcp_planner.analysis.kernels import jit

    files = [Path(sys.executable), *sorted(Path(jit.__file__).parent.glob("*.py"))]
    stats = [(file.name, file.stat().st_mtime_ns, file.stat().st_size) for file in files]
    return hashlib.sha256(repr((numba.__version__, sys.version, stats)).encode()).hexdigest()


def _tiny_plan() -> Plan:
    """Return a plan with everything in it that an analysis treats on its own."""
    hour = Estimate.of(HOUR)
    services = (
        Service(id="shop", tier=1, rto=HOUR, rpo=MINUTE, restart=Estimate.of(MINUTE)),
        Service(id="app-1", rto=2 * HOUR, recovery=hour, recovery_point=HOUR, needs={"ops": 1}),
        Service(id="app-2", rto=2 * HOUR, recovery=Estimate(MINUTE, HOUR, 2 * HOUR)),
        Service(id="host", recovery=hour, consistency_group="g", needs={"ops": 1}),
        Service(id="names", recovery=hour, consistency_group="g"),
    )
    requirements = (
        Requirement(id="r1", dependant="shop", providers=("app-1", "app-2"), needs=1),
        Requirement(id="r2", dependant="app-1", providers=("host",), tolerance=5 * MINUTE),
        Requirement(id="r3", dependant="app-2", providers=("host",), recovery="finish"),
        Requirement(id="r4", dependant="host", providers=("names",), recovery="finish"),
        Requirement(id="r5", dependant="names", providers=("host",), recovery="finish"),
        Requirement(id="r6", dependant="shop", providers=("names",), strength="soft"),
    )
    scenario = Scenario(id="lost", fails=(Failure(service="host"), Failure(service="names")))
    return Plan(
        teams={"ops": Team(id="ops", capacity=1)},
        services={service.id: service for service in services},
        requirements={requirement.id: requirement for requirement in requirements},
        scenarios={scenario.id: scenario},
    )
