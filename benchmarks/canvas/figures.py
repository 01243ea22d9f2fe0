"""Figures with their targets, as a table and as JSON."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure.

    Attributes:
        name: What was measured.
        value: How much of the unit it takes.
        target: The most it may take; None where nothing is promised.
        unit: `ms` of processor time of the thread that draws, unless the name says otherwise.
    """

    name: str
    value: float
    target: float | None = None
    unit: str = "ms"

    @property
    def kept(self) -> bool:
        """Whether the target is kept."""
        return self.target is None or self.value <= self.target


def spent(action: Callable[[], object]) -> float:
    """Return the milliseconds of processor time of this thread that an action takes.

    Other programs on the machine, and analyses in other threads, do not count.
    """
    start = time.thread_time()
    action()
    return (time.thread_time() - start) * 1000


def table(figures: Iterable[Figure]) -> str:
    """Return the figures as lines with their targets beside them."""
    lines = [f"{'':44}{'measured':>12} {'target':>9}"]
    for figure in figures:
        target = "" if figure.target is None else f"{figure.target:,.0f}"
        mark = "" if figure.kept else "  missed"
        value = f"{figure.value:,.1f} {figure.unit}"
        lines.append(f"{figure.name:44}{value:>12} {target:>9}{mark}")
    return "\n".join(lines)


def as_json(figures: Iterable[Figure]) -> str:
    """Return the figures as JSON."""
    return json.dumps([{**asdict(figure), "kept": figure.kept} for figure in figures], indent=1)
