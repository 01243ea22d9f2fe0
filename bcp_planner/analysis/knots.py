"""Services that wait for each other in circles: which waits they can keep (semantics.md 3).

Where every wait needs all its providers, services are stuck exactly when there is a circle of
waits with a wait to ``start`` in it. Then it is enough to know who waits for whom over how many
others, and whether a wait to start lies in between.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from bcp_planner.analysis.arrays import START
from bcp_planner.analysis.task import Wait

MOST_SERVICES = 20_000
"""Larger knots would take too much memory: one bit for each pair of services."""


class Knot:
    """The waits that are kept so far among services in circles; bit i stands for the i-th."""

    def __init__(
        self,
        services: Collection[int],
        kept: Iterable[Wait],
        components: Callable[[int, Iterable[tuple[int, int]]], list[int]],
    ) -> None:
        """Take over waits that close no circle with a wait to start in it.

        Args:
            services: Their indices.
            kept: The waits to begin with.
            components: Numbers the strongly connected components of a graph, targets first.
        """
        self._place = {service: number for number, service in enumerate(services)}
        self._reach = [0] * len(services)
        """Whom each service waits for, over any number of others."""
        self._strict = [0] * len(services)
        """Whom it waits for with a wait to start in between."""
        links = [
            (self._place[wait.dependant], provider, wait.relation == START)
            for wait in kept
            for provider in self._inside(wait)
        ]
        self._close(components(len(services), ((link[0], link[1]) for link in links)), links)

    def _close(self, label: Sequence[int], links: Sequence[tuple[int, int, bool]]) -> None:
        members: list[list[int]] = [[] for _ in range(max(label, default=-1) + 1)]
        for number, component in enumerate(label):
            members[component].append(number)
        rows: list[list[tuple[int, bool]]] = [[] for _ in label]
        for dependant, provider, start in links:
            rows[dependant].append((provider, start))
        for group in members:
            together = sum(1 << number for number in group) if len(group) > 1 else 0
            reach, strict = together, 0
            for number in group:
                for provider, start in rows[number]:
                    beyond = 1 << provider | self._reach[provider]
                    reach |= beyond
                    strict |= beyond if start else self._strict[provider]
            for number in group:
                self._reach[number], self._strict[number] = reach, strict

    def _inside(self, wait: Wait) -> Iterator[int]:
        return (self._place[p] for p in wait.providers if p in self._place)

    def can_keep(self, wait: Wait) -> bool:
        """Return whether a further wait leaves everybody able to come back."""
        dependant = self._place[wait.dependant]
        back = self._reach if wait.relation == START else self._strict
        return not any(back[provider] >> dependant & 1 for provider in self._inside(wait))

    def keep(self, wait: Wait) -> None:
        """Add a wait that can be kept."""
        dependant = self._place[wait.dependant]
        for provider in self._inside(wait):
            beyond = 1 << provider | self._reach[provider]
            strict = beyond if wait.relation == START else self._strict[provider]
            if not (beyond & ~self._reach[dependant] or strict & ~self._strict[dependant]):
                continue
            for number, reach in enumerate(self._reach):
                if number == dependant or reach >> dependant & 1:
                    after_start = self._strict[number] >> dependant & 1
                    self._reach[number] |= beyond
                    self._strict[number] |= beyond if after_start else strict
