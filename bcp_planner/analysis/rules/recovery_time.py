"""Recovery time objectives that contradict each other, the estimates, or the MTPD."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bcp_planner.analysis.objectives import driving_numbers, passing
from bcp_planner.analysis.results import Finding, Severity
from bcp_planner.analysis.rules.look import Look, human, numbers_where


def find(look: Look) -> Iterator[Finding]:
    """Yield conflicts between targets, then between targets and what can be achieved."""
    yield from _conflicts(look)
    yield from _capability(look)
    yield from _above_mtpd(look)


@dataclass(frozen=True, slots=True)
class _Conflict:
    """A provider whose RTO is longer than what is asked of it."""

    provider: int
    required: int
    chain: list[int]
    """From the service that asks down to the provider."""
    nearest: int | None
    """The direct dependant whose own RTO it breaks most, if there is one."""

    @property
    def driver(self) -> int:
        return self.chain[0]


def _conflicts(look: Look) -> Iterator[Finding]:
    required, asked_by = look.required
    rto = look.arrays.figure("rto")
    for provider in numbers_where((rto > required) & (rto >= 0)):
        conflict = _Conflict(
            provider,
            int(required[provider]),
            driving_numbers(look.structure, asked_by, provider),
            _nearest_broken(look, provider),
        )
        yield _conflict_finding(look, conflict)


def _nearest_broken(look: Look, provider: int) -> int | None:
    """Return the direct dependant whose declared RTO asks for most, if that is too much."""
    structure, arrays = look.structure, look.arrays
    passes = passing(structure)
    rto, restart = arrays.figure("rto"), arrays.known("restart")
    cycle = structure.cycles_of("passing", passes)[0]
    strictest, found = int(rto[provider]), None
    first, used = structure.used
    for requirement in used[first[provider] : first[provider + 1]].tolist():
        dependant = int(structure.dependant[requirement])
        if not passes[requirement] or rto[dependant] < 0:
            continue
        own = 0 if cycle[dependant] == cycle[provider] else int(restart[dependant])
        held = int(structure.tolerance[requirement])
        asked = max(held, int(rto[dependant]) + held - own)
        if asked < strictest:
            strictest, found = asked, dependant
    return found


def _conflict_finding(look: Look, conflict: _Conflict) -> Finding:
    rto = look.arrays.figure("rto")
    name, driver = look.name(conflict.provider), look.name(conflict.driver)
    own, asked = human(rto[conflict.provider]), human(conflict.required)
    target = human(rto[conflict.driver])
    through = conflict.chain[1:-1]
    by_way = f" through {look.names(through)}" if through else ""
    if conflict.nearest is None:
        code = "rto-conflict-chain"
        text = (
            f"{name} has an RTO of {own}, but {driver}, with an RTO of {target}, needs it back "
            f"within {asked}: no single link is wrong, the time adds up along "
            f"{look.path(conflict.chain)}."
        )
    elif rto[conflict.provider] > rto[conflict.nearest]:
        code = "rto-conflict-declared"
        text = (
            f"{name} has an RTO of {own}, but {driver}, which needs it{by_way}, has an RTO of "
            f"{target} and needs it back within {asked}."
        )
    else:
        code = "rto-conflict-hidden"
        text = (
            f"{name} has an RTO of {own}, which leaves {driver} no time to restart: with an RTO "
            f"of {target} it needs {name} back within {asked}{by_way}."
        )
    suggestion = (
        f"Shorten the RTO of {name} to {asked}, lengthen that of {driver}, or bridge the gap with "
        "a tolerance or a second provider."
    )
    services = look.ids([conflict.provider, *conflict.chain[:-1]])
    return Finding(code, Severity.ERROR, services, text, suggestion)


def _capability(look: Look) -> Iterator[Finding]:
    """Yield services that cannot be back in time, alone or after what they need."""
    rto, (required, asked_by) = look.arrays.figure("rto"), look.required
    achieved = look.achieved
    alone = achieved.begin + look.arrays.known("recovery")
    limit = required.copy()
    limit[rto >= 0] = rto[rto >= 0]
    slow = set(numbers_where(alone > limit))
    for number in sorted(slow):
        chain = [] if rto[number] >= 0 else driving_numbers(look.structure, asked_by, number)
        yield _too_slow_alone(look, number, int(alone[number]), int(limit[number]), chain)
    too_late = [n for n in numbers_where((achieved.up > rto) & (rto >= 0)) if n not in slow]
    told = set(slow)
    for number in sorted(too_late, key=lambda n: (int(achieved.up[n]), n)):
        chain = achieved.chain(number)
        if told.isdisjoint(chain):
            yield _too_slow_along_chain(look, number, chain)
        told.add(number)


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
    for number in numbers_where((rto >= 0) & (mtpd >= 0) & (rto + wrt > mtpd)):
        catching_up = f" plus {human(wrt[number])} of catching up" if wrt[number] else ""
        yield Finding(
            "rto-above-mtpd",
            Severity.ERROR,
            look.ids([number]),
            f"{look.name(number)} has an RTO of {human(rto[number])}{catching_up}, more than its "
            f"maximum tolerable period of disruption of {human(mtpd[number])}.",
            "Shorten the RTO or the work recovery time, or check the MTPD with the business.",
        )
