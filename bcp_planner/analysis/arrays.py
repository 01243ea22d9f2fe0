"""The plan as arrays: who needs whom, and the figures of services."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from bcp_planner.domain.entities import RECOVERY_RELATIONS, Requirement, Service
from bcp_planner.domain.plan import Plan

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Ints: TypeAlias = npt.NDArray[np.int64]

UNKNOWN = -1
"""An unknown figure in an array."""

NEVER = 1 << 60
"""A moment that never comes, in an array of times; sums of times stay far below it."""

START, FINISH, NOT_NEEDED = range(len(RECOVERY_RELATIONS))
"""Recovery relations as numbers."""

FIGURES = (
    "rto",
    "mtpd",
    "wrt",
    "rpo",
    "recovery",
    "restart",
    "recovery_point",
    "backup_point",
    "tier",
    "owner",
    "steps",
    "needs",
    "consistency_group",
)
"""Fields of services that are kept as numbers: estimates by their likely value, texts and lists
by their length."""


class Structure:
    """Who needs whom, as arrays; everything that requirements say.

    Attributes:
        ids: Service ids in the order of the plan; a service's place here is its number.
        index: Service id to number.
        requirement_ids: Requirement ids in the order of the plan.
        dependant: Number of the dependant of every requirement.
        needed: How many providers must be up.
        hard: 1 for hard requirements, 0 for soft ones.
        tolerance: Milliseconds.
        relation: ``START``, ``FINISH`` or ``NOT_NEEDED``.
        first: Where the providers of each requirement begin in ``provider``, with one end more.
        provider: Numbers of the providers, requirement by requirement.
    """

    def __init__(
        self,
        ids: tuple[str, ...],
        index: Mapping[str, int],
        requirement_ids: tuple[str, ...],
        columns: Ints,
        first: Ints,
        provider: Ints,
    ) -> None:
        self.ids = ids
        self.index = index
        self.requirement_ids = requirement_ids
        self.columns = columns
        self.dependant: Ints = columns[0]
        self.needed: Ints = columns[1]
        self.hard: Ints = columns[2]
        self.tolerance: Ints = columns[3]
        self.relation: Ints = columns[4]
        self.first = first
        self.provider = provider
        self.kept: dict[str, object] = {}
        """Results that depend on the structure alone, by name."""
        self._cycles: dict[str, tuple[Ints, Ints, Ints]] = {}

    def __len__(self) -> int:
        """Return the number of services."""
        return len(self.ids)

    @cached_property
    def size(self) -> Ints:
        """Number of providers of each requirement."""
        return self.first[1:] - self.first[:-1]

    @cached_property
    def needs_all(self) -> npt.NDArray[np.bool_]:
        """Which requirements need all of their providers."""
        return self.needed == self.size

    @cached_property
    def carrying(self) -> npt.NDArray[np.bool_]:
        """Which requirements take their dependant down: the hard ones."""
        return self.hard == 1

    @cached_property
    def passing(self) -> npt.NDArray[np.bool_]:
        """Which requirements pass objectives on (semantics.md 5)."""
        return self.carrying & self.needs_all & (self.relation != NOT_NEEDED)

    @cached_property
    def spare_edges(self) -> tuple[Ints, Ints]:
        """Providers that requirements can do without, and the dependant of each."""
        import numpy as np

        edges = np.flatnonzero(~self.needs_all[self.requirement_of_edge])
        return self.provider[edges], self.dependant[self.requirement_of_edge[edges]]

    @cached_property
    def requirement_of_edge(self) -> Ints:
        """The requirement that each entry of ``provider`` belongs to."""
        import numpy as np

        return np.repeat(np.arange(len(self.size), dtype=np.int64), self.size)

    @cached_property
    def own(self) -> tuple[Ints, Ints]:
        """Requirements of every service as dependant: row starts, requirement numbers."""
        import numpy as np

        numbers = np.arange(len(self.requirement_ids), dtype=np.int64)
        return self._rows(self.dependant, numbers)

    @cached_property
    def used(self) -> tuple[Ints, Ints]:
        """Requirements that every service is a provider of: row starts, requirement numbers."""
        return self._rows(self.provider, self.requirement_of_edge)

    def providers_of(self, requirement: int) -> list[int]:
        """Return the numbers of the providers of one requirement."""
        return self.provider[self.first[requirement] : self.first[requirement + 1]].tolist()

    @cached_property
    def below(self) -> tuple[Ints, Ints, Ints]:
        """Providers of every service: row starts, providers, the requirement of each."""
        import numpy as np

        dependant = self.dependant[self.requirement_of_edge]
        first, edge = self._rows(dependant, np.arange(len(dependant), dtype=np.int64))
        return first, self.provider[edge], self.requirement_of_edge[edge]

    def cycles(self, wanted: npt.NDArray[np.bool_]) -> tuple[Ints, Ints, Ints]:
        """Return the dependency cycles that some of the requirements form.

        Returns:
            A number for each service, the same for services that need each other and smaller
            for providers than for their dependants; then the services grouped by that number:
            row starts, and services in the order of the plan.
        """
        return self.split(self.all_cycles, wanted)

    def cycles_of(self, name: str, wanted: npt.NDArray[np.bool_]) -> tuple[Ints, Ints, Ints]:
        """Return ``cycles`` of requirements that always are chosen alike, kept by name."""
        return self.splits_of(name, self.all_cycles, wanted)

    def splits_of(
        self, name: str, cycles: tuple[Ints, Ints, Ints], wanted: npt.NDArray[np.bool_]
    ) -> tuple[Ints, Ints, Ints]:
        """Return ``split`` of cycles that always are split alike, kept by name."""
        found = self._cycles.get(name)
        if found is None:
            found = self._cycles[name] = self.split(cycles, wanted)
        return found

    def split(
        self, cycles: tuple[Ints, Ints, Ints], wanted: npt.NDArray[np.bool_]
    ) -> tuple[Ints, Ints, Ints]:
        """Return cycles split into those that only some of the requirements form."""
        from bcp_planner.analysis.kernels.components import refine

        return refine.for_size(len(self))(*self.below, wanted, *cycles)

    @cached_property
    def all_cycles(self) -> tuple[Ints, Ints, Ints]:
        """The cycles that all requirements form."""
        import numpy as np

        together = np.zeros(len(self), np.int64)
        everyone = np.arange(len(self), dtype=np.int64)
        whole = np.array([0, len(self)], np.int64)
        return self.split((together, whole, everyone), self.size > 0)

    def share(self, known: Structure) -> None:
        """Take over what was found out about a structure, as far as it is alike."""
        import numpy as np

        def alike(*names: str) -> bool:
            return all(np.array_equal(getattr(self, n), getattr(known, n)) for n in names)

        def take(properties: tuple[str, ...], cycles: tuple[str, ...], kept: str) -> None:
            found = known.__dict__
            self.__dict__.update({name: found[name] for name in properties if name in found})
            self._cycles.update({n: known._cycles[n] for n in cycles if n in known._cycles})
            if kept in known.kept:
                self.kept[kept] = known.kept[kept]

        if len(self) != len(known) or not alike("dependant", "first", "provider"):
            return
        take(("size", "requirement_of_edge", "own", "used", "below", "all_cycles"), (), "")
        if alike("needed", "hard"):
            take(("carrying", "needs_all", "spare_edges"), ("hard", "twin", "all needed"), "sweep")
            if alike("relation"):
                take(("passing",), ("waiting", "passing"), "deadlocks")

    def _rows(self, source: Ints, target: Ints) -> tuple[Ints, Ints]:
        from bcp_planner.analysis.kernels.components import rows

        return rows.for_size(len(self))(len(self), source, target)


class Compiled:
    """A plan as arrays: its structure and the figures of its services.

    Attributes:
        structure: Who needs whom; the same object as long as no requirement changed.
        figures: One row for each name in ``FIGURES``, one column a service, ``UNKNOWN`` where
            nothing was entered.
    """

    def __init__(
        self,
        structure: Structure,
        figures: Ints,
        plan: Plan,
        service_records: list[Service],
        requirement_records: list[Requirement],
    ) -> None:
        self.structure = structure
        self.figures = figures
        self.services = plan.services
        self.requirements = plan.requirements
        self.service_records = service_records
        self.requirement_records = requirement_records
        self.kept: dict[str, object] = {}
        """Results that depend on structure and figures, by name."""

    @cached_property
    def doubles(self) -> frozenset[str]:
        """Names that several services have."""
        titles = [service.title for service in self.service_records]
        alone = set(titles)
        if len(alone) == len(titles):
            return frozenset()
        return frozenset(title for title, times in Counter(titles).items() if times > 1)

    @cached_property
    def names(self) -> dict[int, str]:
        """What ``name`` was asked for, shared with the plan after an edit while it holds there."""
        return {}

    @cached_property
    def told(self) -> dict[tuple[object, ...], object]:
        """What was put into sentences, by the figures in them; shared as ``names`` are."""
        return {}

    def name(self, number: int) -> str:
        """Return what to call a service: its name, with its id where names are alike."""
        known = self.names.get(number)
        if known is None:
            service = self.service_records[number]
            title = service.title
            known = f"{title} ({service.id})" if title in self.doubles else title
            self.names[number] = known
        return known

    def figure(self, name: str) -> Ints:
        """Return one figure of every service, ``UNKNOWN`` where nothing was entered."""
        row: Ints = self.figures[FIGURES.index(name)]
        return row

    def known(self, name: str) -> Ints:
        """Return one figure of every service, 0 where nothing was entered."""
        import numpy as np

        return np.maximum(self.figure(name), 0)
