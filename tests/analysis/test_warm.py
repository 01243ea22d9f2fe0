"""Compiling ahead: in its own thread's time, stoppable, and the same answers after it."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from types import FunctionType

import pytest

from bcp_planner.analysis import warm as warming
from bcp_planner.analysis.impact import impact
from bcp_planner.analysis.kernels import jit
from bcp_planner.analysis.kernels.components import refine
from bcp_planner.analysis.kernels.spread import spread
from bcp_planner.analysis.warm import warm
from tests.builders import plan, scenario


class Compiler:
    """Stands for the process that compiles: notes that it was asked, and answers or dies."""

    def __init__(self, *, dies: bool = False) -> None:
        self.asked, self.loaded, self.dies = 0, 0, dies

    @contextmanager
    def child(self, _work: object) -> Generator[Compiler, None, None]:
        self.asked += 1
        yield self

    def poll(self, _seconds: float) -> bool:
        return True

    def recv(self) -> str:
        if self.dies:
            raise EOFError
        return "done"

    def load(self, _cancelled: object) -> None:
        self.loaded += 1


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A machine on which nothing was compiled yet."""
    monkeypatch.setattr(warming, "_mark", lambda: tmp_path / "mark")
    return monkeypatch


def on(machine: pytest.MonkeyPatch, compiler: Compiler) -> Compiler:
    machine.setattr(warming, "child", compiler.child)
    machine.setattr(warming, "warm", compiler.load)
    return compiler


def test_another_process_compiles_once_and_this_one_loads(machine: pytest.MonkeyPatch) -> None:
    compiler = on(machine, Compiler())

    warming.make_ready()
    warming.make_ready()

    assert (compiler.asked, compiler.loaded) == (1, 2)


def test_another_version_is_compiled_again(machine: pytest.MonkeyPatch) -> None:
    compiler = on(machine, Compiler())

    warming.make_ready()
    machine.setattr("numba.__version__", "another")
    warming.make_ready()

    assert compiler.asked == 2


def test_a_compiling_process_that_dies_leaves_the_work_to_this_one(
    machine: pytest.MonkeyPatch,
) -> None:
    compiler = on(machine, Compiler(dies=True))

    warming.make_ready()
    warming.make_ready()

    assert (compiler.asked, compiler.loaded) == (2, 2)


def test_stopped_while_another_process_compiles(machine: pytest.MonkeyPatch) -> None:
    compiler = on(machine, Compiler())
    machine.setattr(Compiler, "poll", lambda _self, _seconds: False)

    warming.make_ready(cancelled=lambda: True)

    assert (compiler.asked, compiler.loaded) == (1, 0)


def test_code_that_no_folder_can_keep_is_compiled_all_the_same() -> None:
    def plain(number: int) -> int:
        return number + number

    nowhere = plain.__code__.replace(co_filename="<nowhere>")
    double = jit.kernel(FunctionType(nowhere, {}))

    assert double.folder is None
    assert double.compiled(21) == 42


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
