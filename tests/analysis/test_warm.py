"""Compiling ahead: in its own thread's time, stoppable, and the same answers after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bcp_planner.analysis.impact import impact
from bcp_planner.analysis.kernels import jit
from bcp_planner.analysis.kernels.components import refine
from bcp_planner.analysis.kernels.spread import spread
from bcp_planner.analysis.warm import warm
from tests.builders import plan, scenario

if TYPE_CHECKING:
    import pytest


def test_stopped_before_the_first_analysis_compiles_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(spread, "prefer_compiled", False)  # another test may have compiled it
    warm(cancelled=lambda: True)

    assert not spread.prefer_compiled


def test_compiled_kernels_give_the_same_answer() -> None:
    made = plan().needs("App", "DB").needs("DB", "App").needs("DB", "Host", tolerance="1h").build()
    plain = dict(impact(made, scenario("Host")).services)
    try:
        with jit.compiling():
            compiled = dict(impact(made, scenario("Host")).services)
        assert spread.prefer_compiled
    finally:
        spread.prefer_compiled = False

    assert compiled == plain
    assert spread.for_size(1) == spread.plain
    assert refine.for_size(jit.SMALL_FOR_ONE_PASS + 1) == refine.compiled
