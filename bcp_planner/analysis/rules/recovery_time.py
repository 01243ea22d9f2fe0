"""Recovery time objectives that contradict each other, the estimates, or the MTPD."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeAlias, cast

from bcp_planner.analysis.arrays import NEVER
from bcp_planner.analysis.objectives import Achieved, driving_numbers
from bcp_planner.analysis.results import Finding, Severity
from bcp_planner.analysis.rules.look import Look, errors, human, numbers_where

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Flags: TypeAlias = npt.NDArray[np.bool_]


def find(look: Look) -> Iterator[Finding]:
    """Yield conflicts between targets, then between targets and what can be achieved."""
    yield from _conflicts(look)
    yield from _capability(look)
    yield from _above_mtpd(look)


def _conflicts(look: Look) -> Iterator[Finding]:
    required, _ = look.required
    rto = look.arrays.figure("rto")
    wrong = (rto > required) & (rto >= 0)
    direct, plain = _broken_links(look)
    kinds = (
        (wrong & plain, _declared),
        (wrong & direct & ~plain, _hidden),
        (wrong & ~direct, _chain),
    )
    for services, tell in kinds:
        yield from errors(
            look,
            numbers_where(services),
            lambda number, tell=tell: _told(look, number, tell),
            "have an RTO longer than what needs them allows",
        )


def _told(look: Look, number: int, tell: Callable[[_Conflict], Finding]) -> Finding:
    """Return the finding about a service; most were put into words before the last edit too."""
    required, asked_by = look.required
    rto = look.arrays.figure("rto")
    chain = driving_numbers(look.structure, asked_by, number)
    figures = rto.item(number), rto.item(chain[0]), required.item(number)
    told, key = look.arrays.told, (tell, *figures, *chain)
    if key not in told:
        told[key] = tell(_Conflict(look, chain, *figures))
    return cast("Finding", told[key])


def _broken_links(look: Look) -> tuple[Flags, Flags]:
    """Return which services break the declared RTO of a direct dependant.

    The second result says which of them have an RTO that is plainly longer than the dependant's.
    """
    import numpy as np

    structure, arrays = look.structure, look.arrays
    rto, restart = arrays.figure("rto"), arrays.known("restart")
    cycle = structure.cycles_of("passing", structure.passing)[0]
    held, target = structure.tolerance, rto[structure.dependant]
    least = np.maximum(held, target + held - restart[structure.dependant])
    least[~structure.passing | (target < 0)] = NEVER
    # Few links ask for more than their provider aims at; only those are looked at closely.
    edge = np.flatnonzero(rto[structure.provider] > least[structure.requirement_of_edge])
    provider, requirement = structure.provider[edge], structure.requirement_of_edge[edge]
    dependant = structure.dependant[requirement]
    broken = cycle[dependant] != cycle[provider]
    broken |= rto[provider] > rto[dependant] + held[requirement]
    direct, plain = np.zeros((2, len(structure)), np.bool_)
    direct[provider[broken]] = True
    plain[provider[broken & (rto[provider] > rto[dependant])]] = True
    return direct, plain


def _declared(conflict: _Conflict) -> Finding:
    text = (
        f"{conflict.name} has an RTO of {conflict.own}, but {conflict.driver}, which needs "
        f"it{conflict.by_way}, has an RTO of {conflict.target} and needs it back within "
        f"{conflict.asked}."
    )
    return conflict.finding("rto-conflict-declared", text)


def _hidden(conflict: _Conflict) -> Finding:
    text = (
        f"{conflict.name} has an RTO of {conflict.own}, which leaves {conflict.driver} no time "
        f"to restart: with an RTO of {conflict.target} it needs {conflict.name} back within "
        f"{conflict.asked}{conflict.by_way}."
    )
    return conflict.finding("rto-conflict-hidden", text)


def _chain(conflict: _Conflict) -> Finding:
    text = (
        f"{conflict.name} has an RTO of {conflict.own}, but {conflict.driver}, with an RTO of "
        f"{conflict.target}, needs it back within {conflict.asked}: no single link is wrong, "
        f"the time adds up along {conflict.path}."
    )
    return conflict.finding("rto-conflict-chain", text)


class _Conflict:
    """A service whose RTO is longer than what is asked of it, in words."""

    def __init__(self, look: Look, chain: list[int], own: int, target: int, asked: int) -> None:
        self.name, self.driver = look.name(chain[-1]), look.name(chain[0])
        self.own, self.target, self.asked = human(own), human(target), human(asked)
        self.path = look.path(chain)
        through = chain[1:-1]
        self.by_way = f" through {look.names(through)}" if through else ""
        self._services = look.ids([chain[-1], *chain[:-1]])

    def finding(self, code: str, text: str) -> Finding:
        """Return the finding, about the service first and then the chain from its driver."""
        suggestion = (
            f"Shorten the RTO of {self.name} to {self.asked}, lengthen that of {self.driver}, or "
            "bridge the gap with a tolerance or a second provider."
        )
        return Finding(code, Severity.ERROR, self._services, text, suggestion)


def _capability(look: Look) -> Iterator[Finding]:
    """Yield services that cannot be back in time, alone or after what they need."""
    rto, (required, asked_by) = look.arrays.figure("rto"), look.required
    achieved = look.achieved
    alone = achieved.begin + look.arrays.known("recovery")
    limit = required.copy()
    limit[rto >= 0] = rto[rto >= 0]
    slow = numbers_where(alone > limit)

    def each(number: int) -> Finding:
        chain = [] if rto[number] >= 0 else driving_numbers(look.structure, asked_by, number)
        return _too_slow_alone(look, number, int(alone[number]), int(limit[number]), chain)

    yield from errors(look, slow, each, "take longer to bring back than their objective")
    late = numbers_where((achieved.up > rto) & (rto >= 0) & (alone <= limit))
    first_of_chain = _first_of_chain(achieved, set(slow), late)
    yield from errors(
        look,
        first_of_chain,
        lambda number: _too_slow_along_chain(look, number, achieved.chain(number)),
        "are back too late when all that they need is lost",
    )


def _first_of_chain(achieved: Achieved, slow: set[int], late: Sequence[int]) -> list[int]:
    """Return services that are late though nothing that they wait for is, the earliest first."""
    up: list[int] = achieved.up.tolist()
    waited_for: list[int] = achieved.waited_for.tolist()
    ordered = sorted(late, key=lambda number: (up[number], number))
    told, first = set(slow), list[int]()
    clear: set[int] = set()
    """Services below which nothing is told, nor will be: all that is back earlier was looked at."""
    for number in ordered:
        below, seen = waited_for[number], {number}
        while below >= 0 and below not in told and below not in seen and below not in clear:
            seen.add(below)
            below = waited_for[below]
        if below < 0 or below in seen or below in clear:
            first.append(number)
            clear.update(other for other in seen if up[other] < up[number])
        told.add(number)
    return first


def _too_slow_alone(look: Look, number: int, alone: int, limit: int, chain: list[int]) -> Finding:
    name = look.name(number)
    work = int(look.arrays.figure("recovery")[number])
    before = alone - max(work, 0)
    parts = [f"{human(before)} until work can begin"] if before else []
    if work >= 0:
        parts.append(f"{human(work)} of work")
    least = "" if work >= 0 else "at least "
    asked = f"its RTO of {human(limit)}"
    if chain:
        asked = f"the {human(limit)} that {look.name(chain[0])} leaves it"
    return Finding(
        "rto-conflict-capability",
        Severity.ERROR,
        look.ids([number, *chain[:-1]]),
        f"{name} takes {least}{human(alone)} to bring back ({' and '.join(parts)}), longer than "
        f"{asked}.",
        f"Shorten the recovery of {name} (preparation, spares, automation, faster declaration), "
        "or agree on a longer objective.",
    )


def _too_slow_along_chain(look: Look, number: int, chain: list[int]) -> Finding:
    name = look.name(number)
    least = "at least " if look.achieved.rests_on_unknown(number) else ""
    work = look.arrays.known("recovery")
    steps = ", then ".join(f"{look.name(n)} {human(work[n])}" for n in chain)
    return Finding(
        "rto-conflict-chain",
        Severity.ERROR,
        look.ids([number, *reversed(chain[:-1])]),
        f"If everything {name} needs is lost, it is back after {least}"
        f"{human(look.achieved.up[number])}, longer than its RTO of "
        f"{human(look.arrays.figure('rto')[number])}, though no single link is wrong: {steps}.",
        "Recover parts of the chain side by side, shorten the longest work in it, or agree on a "
        f"longer RTO for {name}.",
    )


def _above_mtpd(look: Look) -> Iterator[Finding]:
    rto, mtpd = look.arrays.figure("rto"), look.arrays.figure("mtpd")
    wrt = look.arrays.known("wrt")

    def each(number: int) -> Finding:
        catching_up = f" plus {human(wrt[number])} of catching up" if wrt[number] else ""
        return Finding(
            "rto-above-mtpd",
            Severity.ERROR,
            look.ids([number]),
            f"{look.name(number)} has an RTO of {human(rto[number])}{catching_up}, more than its "
            f"maximum tolerable period of disruption of {human(mtpd[number])}.",
            "Shorten the RTO or the work recovery time, or check the MTPD with the business.",
        )

    above = numbers_where((rto >= 0) & (mtpd >= 0) & (rto + wrt > mtpd))
    yield from errors(look, above, each, "have an RTO above their MTPD")
