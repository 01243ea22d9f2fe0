"""What the solver is told and what it tells: plain values that can be sent between processes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Job:
    """One service of the model; times in units."""

    release: int
    back: int
    """Before when it cannot be back."""
    work: int
    lost: int
    needs: tuple[tuple[int, int], ...]
    """Limited teams and people."""
    hint: int
    rto: int | None
    weight: int
    costs: tuple[tuple[int, int], ...]
    """Outage after which the cost of a unit changes, and by how much."""
    penalties: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Model:
    """What the solver is told: whole numbers and tuples only, so that it can be sent."""

    jobs: tuple[Job, ...]
    waits: tuple[tuple[int, bool, tuple[int, ...], int], ...]
    """Dependant, whether it waits to start, providers, how many of them."""
    capacity: tuple[int, ...]
    horizon: int
    aim: str
    effort: float
    """Limit in the solver's own count of work, the same on every machine."""
    seed: int


@dataclass(frozen=True, slots=True)
class News:
    """What the solver found: the starts of the jobs, or a bound of the aim, in model units."""

    starts: tuple[int, ...] | None
    bound: float
    final: bool
