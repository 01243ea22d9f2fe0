"""A short run of the fuzzer; `python -m tests.fuzz` is the long one."""

from __future__ import annotations

from tests import fuzz


def test_no_broken_or_hostile_file_stops_the_program() -> None:
    outcomes, broken = fuzz.run(60, seed=20)

    assert broken == []
    assert sum(outcomes.values()) == 60
    assert outcomes["refused"] > 10
