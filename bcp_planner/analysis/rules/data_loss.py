"""Recovery point objectives that contradict each other or the copies that exist."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeAlias

from bcp_planner.analysis.arrays import FINISH, NEVER, NOT_NEEDED
from bcp_planner.analysis.objectives import driving_numbers
from bcp_planner.analysis.results import Finding, Severity
from bcp_planner.analysis.rules.look import Look, errors, human, numbers_where, one_by_one

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Ints: TypeAlias = npt.NDArray[np.int64]


def find(look: Look) -> Iterator[Finding]:
    """Yield what loses more data than its objective, or than a dependant's, allows."""
    rpo = look.arrays.figure("rpo")
    if (rpo < 0).all():
        return
    yield from _conflicts(look, rpo)
    yield from _capability(look, rpo)
    yield from _backups(look, rpo)


def _conflicts(look: Look, rpo: Ints) -> Iterator[Finding]:
    required, asked_by = _required(look, rpo)

    def each(provider: int) -> Finding:
        chain = driving_numbers(look.structure, asked_by, provider)
        name, driver = look.name(provider), look.name(chain[0])
        return Finding(
            "rpo-conflict-declared",
            Severity.ERROR,
            look.ids([provider, *chain[:-1]]),
            f"{name} has an RPO of {human(rpo[provider])}, but {driver}, which needs it, may lose "
            f"{human(required[provider])} of data at most ({look.path(chain)}).",
            f"Shorten the RPO of {name} to {human(required[provider])}, or check that {driver} "
            "can get what is missing from elsewhere and lengthen its RPO.",
        )

    wrong = numbers_where((rpo > required) & (rpo >= 0))
    yield from errors(look, wrong, each, "have an RPO longer than what needs them allows")


def _required(look: Look, rpo: Ints) -> tuple[Ints, Ints]:
    """Return the strictest RPO among each service and what needs it with all its providers."""
    import numpy as np

    from bcp_planner.analysis.kernels.objective import inherit

    structure = look.structure
    passes = (structure.hard == 1) & (structure.needed == structure.size)
    return inherit.for_size(len(structure))(
        structure.first,
        structure.provider,
        np.zeros_like(structure.tolerance),
        passes.astype(np.int64),
        *structure.own,
        *structure.cycles_of("all needed", passes),
        np.where(rpo < 0, NEVER, rpo),
        np.zeros_like(rpo),
        NEVER,
    )


def _capability(look: Look, rpo: Ints) -> Iterator[Finding]:
    loss, comes_from = worst_losses(look)
    own = look.arrays.figure("recovery_point")
    late = numbers_where((loss > rpo) & (rpo >= 0))
    told = {number for number in late if own[number] > rpo[number]}
    origin, passes_told = _origins(late, comes_from.tolist(), told)
    first = [n for n in late if n in told or not passes_told[n]]
    yield from errors(
        look,
        first,
        lambda number: _loses_too_much(look, number, origin[number], int(loss[number])),
        "lose more data than their RPO allows",
    )


def _origins(
    numbers: Iterable[int], comes_from: Sequence[int], told: Collection[int]
) -> tuple[dict[int, int], dict[int, bool]]:
    """Return where the loss of each service begins, and whether a told one is on the way there."""
    origin: dict[int, int] = {}
    passes: dict[int, bool] = {}
    for number in numbers:
        path, at = {number: None}, number
        while at not in origin and comes_from[at] >= 0 and comes_from[at] not in path:
            at = comes_from[at]
            path[at] = None
        begin, passing = origin.get(at, at), passes.get(at, False)
        for below in reversed(path):
            passing = passing or below in told
            origin[below], passes[below] = begin, passing
    return origin, passes


def _loses_too_much(look: Look, number: int, origin: int, loss: int) -> Finding:
    name = look.name(number)
    group = look.service(origin).consistency_group
    point = int(look.arrays.figure("recovery_point")[origin])
    where = "its most recent copy" if origin == number else f"the copies of {look.name(origin)}"
    if point != loss and group:
        where += f" and of the rest of the consistency group {group}"
    return Finding(
        "rpo-conflict-capability",
        Severity.ERROR,
        look.ids([number] if origin == number else [number, origin]),
        f"{name} loses {human(loss)} of data when restored from {where}, more than its RPO of "
        f"{human(look.arrays.figure('rpo')[number])}.",
        f"Copy the data of {look.name(origin)} more often, or agree on a longer RPO.",
    )


def worst_losses(look: Look) -> tuple[Ints, Ints]:
    """Return how much data each service loses if it and all that it needs fail.

    The second array names the provider that the loss comes from, -1 where it is its own.
    """
    import numpy as np

    from bcp_planner.analysis.kernels.objective import achieve

    structure = look.structure
    waits = np.where(structure.hard == 1, FINISH, NOT_NEEDED)
    own = _with_groups(look, look.arrays.known("recovery_point"))
    return achieve.for_size(len(structure))(
        structure.first,
        structure.provider,
        structure.needed,
        waits,
        np.zeros_like(waits),
        *structure.own,
        *structure.cycles_of("hard", structure.hard == 1),
        own,
        np.zeros_like(own),
        NEVER,
    )


def _with_groups(look: Look, own: Ints) -> Ints:
    """Return losses with the largest of each consistency group for all its members."""
    members: dict[str, list[int]] = {}
    for number in numbers_where(look.arrays.figure("consistency_group") > 0):
        members.setdefault(look.service(number).consistency_group, []).append(number)
    for group in members.values():
        own[group] = own[group].max()
    return own


def _backups(look: Look, rpo: Ints) -> Iterator[Finding]:
    backup = look.arrays.figure("backup_point")
    suggestion = "Take isolated backups more often, or state that the RPO excludes attacks."

    def each(number: int) -> Finding:
        text = (
            f"After a cyber attack {look.name(number)} is restored from an isolated backup and "
            f"loses {human(backup[number])} of data, more than its RPO of {human(rpo[number])}."
        )
        return _backup(look.ids([number]), text, suggestion)

    def together(rest: Sequence[int]) -> Finding:
        text = f"{len(rest)} more services have backups older than their RPO: {look.names(rest)}."
        return _backup(look.ids(rest), text, suggestion)

    older = numbers_where((backup > rpo) & (rpo >= 0))
    yield from one_by_one(older, each, together)


def _backup(services: tuple[str, ...], text: str, suggestion: str) -> Finding:
    return Finding("backup-point-above-rpo", Severity.NOTE, services, text, suggestion)
