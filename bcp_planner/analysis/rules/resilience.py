"""Single points of failure, and redundancy that shares something below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bcp_planner.analysis.results import Finding, Severity
from bcp_planner.analysis.rules.look import Look, numbers_where, one_by_one
from bcp_planner.analysis.singles import Sweep, watching


def find(look: Look) -> Iterator[Finding]:
    """Yield what alone takes tier 1 services down, and spares that are lost together."""
    if not len(look.structure):
        return
    tier_one = numbers_where(look.arrays.figure("tier") == 1)
    sweep = watching(look.structure, tier_one)
    yield from _single_points(look, sweep)
    yield from _shared_causes(look, sweep)


def _single_points(look: Look, sweep: Sweep) -> Iterator[Finding]:
    import numpy as np

    threatened = sweep.threatened()
    # One key for both: by tier 1 services taken down, then by all, then by place in the plan.
    number = np.arange(len(threatened))
    harm = threatened * len(number) + sweep.taken
    culprits = np.argsort(number - harm * len(number))[: np.count_nonzero(threatened)].tolist()

    def each(culprit: int) -> Finding:
        lost = sweep.taken_down_by(culprit)
        text = f"{look.name(culprit)} alone takes down {_tier_one(look, lost)}"
        return _single_point(look, [culprit, *lost], f"{text}.")

    def together(rest: Sequence[int]) -> Finding:
        names = look.names(rest)
        text = f"{len(rest)} more services each take tier 1 services down alone: {names}."
        return _single_point(look, rest, text)

    yield from one_by_one(culprits, each, together)


def _tier_one(look: Look, lost: Sequence[int]) -> str:
    if len(lost) == 1:
        return f"{look.name(lost[0])}, a tier 1 service"
    return f"{len(lost)} tier 1 services: {look.names(lost)}"


def _single_point(look: Look, services: Sequence[int], text: str) -> Finding:
    return Finding(
        "single-point-of-failure",
        Severity.WARNING,
        look.ids(services),
        text,
        "Add a second provider, bridge its recovery with a tolerance, or record who accepts "
        "the risk.",
    )


def _shared_causes(look: Look, sweep: Sweep) -> Iterator[Finding]:
    structure = look.structure

    def each(requirement: int) -> Finding:
        dependant = int(structure.dependant[requirement])
        providers = structure.providers_of(requirement)
        culprit, count = int(sweep.example[requirement]), int(sweep.common[requirement])
        others = f" ({count - 1} other services do so too)" if count > 1 else ""
        return _shared(
            look,
            [dependant, culprit, *(p for p in providers if p != culprit)],
            f"{look.name(dependant)} needs {structure.needed[requirement]} of "
            f"{look.names(providers)}, but losing {look.name(culprit)} alone takes too many of "
            f"them down{others}.",
        )

    def together(rest: Sequence[int]) -> Finding:
        dependants = list(dict.fromkeys(structure.dependant[rest].tolist()))
        text = (
            f"The spares of {len(rest)} more requirements are lost together, those of "
            f"{look.names(dependants)}."
        )
        return _shared(look, dependants, text)

    yield from one_by_one(numbers_where(sweep.common > 0), each, together)


def _shared(look: Look, services: Sequence[int], text: str) -> Finding:
    return Finding(
        "redundancy-shared-cause",
        Severity.WARNING,
        look.ids(services),
        text,
        "Put the spares on separate hosts, sites, feeds or suppliers.",
    )
