"""What every rule looks at: the plan, its arrays, and names for sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING, TypeAlias

from bcp_planner.analysis import objectives
from bcp_planner.analysis.graph import compiled
from bcp_planner.analysis.results import Finding
from bcp_planner.domain.durations import format_human
from bcp_planner.domain.entities import Service
from bcp_planner.domain.plan import Plan

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Ints: TypeAlias = npt.NDArray[np.int64]

MOST_OF_A_RULE = 20
"""More warnings and notes of one rule than this are told together: a list stays readable."""

MOST_ERRORS = 100
"""The same for errors."""

MOST_NAMES = 5
"""More names than this are counted, not listed."""


class Look:
    """A plan under examination; what several rules need is computed once."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.arrays = compiled(plan)
        self.structure = self.arrays.structure

    @cached_property
    def required(self) -> tuple[Ints, Ints]:
        """Required RTO of every service, and the requirement that asks it."""
        return objectives.required(self.arrays)

    @cached_property
    def achieved(self) -> objectives.Achieved:
        """When every service can be back if all fails."""
        return objectives.achieved(self.plan, self.arrays)

    def service(self, number: int) -> Service:
        """Return a service by its number."""
        return self.arrays.service_records[number]

    def id(self, number: int) -> str:
        """Return the id of a service."""
        return self.structure.ids[number]

    def name(self, number: int) -> str:
        """Return what to call a service: its name, with its id where names are alike."""
        return self.arrays.name(number)

    def names(self, numbers: Sequence[int], joined: str = "and") -> str:
        """Return names as part of a sentence: ``A, B and C`` or ``A, B and 7 more``."""
        return listed([self.name(number) for number in numbers[:MOST_NAMES]], len(numbers), joined)

    def path(self, numbers: Sequence[int]) -> str:
        """Return names as a chain: ``A → B → C``."""
        return " → ".join(self.name(number) for number in numbers)

    def ids(self, numbers: Sequence[int]) -> tuple[str, ...]:
        """Return the ids of services."""
        if len(numbers) > 1:  # many at once, and then the result is a tuple
            return itemgetter(*numbers)(self.structure.ids)
        return tuple(self.structure.ids[number] for number in numbers)


def listed(names: Sequence[str], count: int | None = None, joined: str = "and") -> str:
    """Return names as part of a sentence; ``count`` says how many there are in all."""
    rest = (count or len(names)) - len(names)
    parts = [*names, f"{rest} more"] if rest else list(names)
    if len(parts) == 1:
        return parts[0]
    return f"{', '.join(parts[:-1])} {joined} {parts[-1]}"


def human(duration: int) -> str:
    """Return a duration for a sentence."""
    return _written(int(duration))


_written = lru_cache(4096)(format_human)


def numbers_where(mask: npt.NDArray[np.bool_]) -> list[int]:
    """Return the places at which a mask is true."""
    import numpy as np

    return np.flatnonzero(mask).tolist()


def one_by_one(
    cases: Sequence[int],
    each: Callable[[int], Finding],
    together: Callable[[Sequence[int]], Finding],
    most: int = MOST_OF_A_RULE,
) -> Iterator[Finding]:
    """Yield a finding for each case, and one for all that would be too many to read."""
    yield from map(each, cases[:most])
    rest = cases[most:]
    if rest:
        yield together(rest)


def errors(
    look: Look, services: Sequence[int], each: Callable[[int], Finding], what: str
) -> Iterator[Finding]:
    """Yield an error for each service; beyond ``MOST_ERRORS`` one for all that are left.

    Args:
        look: The plan under examination.
        services: The services, those to tell first in front.
        each: Makes the error of one service.
        what: What is wrong with the rest, after "40 more services": ``have an RTO ...``.
    """

    def together(rest: Sequence[int]) -> Finding:
        like = each(rest[0])
        text = f"{len(rest)} more services {what}: {look.names(rest)}."
        return replace(like, services=look.ids(rest), text=text)

    yield from one_by_one(services, each, together, MOST_ERRORS)
