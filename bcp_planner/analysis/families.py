"""Families of minimal sets as zero-suppressed decision diagrams.

A node stands for a family: the sets of ``high``, each with the node's variable added, and the
sets of ``low``. Equal families are the same number, so comparing is free and results are kept.
All operations keep families minimal (no set contains another one) and leave out sets larger than
the largest order, which is what keeps huge problems small (Minato's diagrams, with Rauzy's
subsumption as used for fault trees).
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence

EMPTY = 0
"""The family without any set: it cannot happen."""

UNIT = 1
"""The family of the empty set alone: it happens anyway."""

_LAST = 1 << 60
_CHECK_EVERY = 1 << 12


class Families:
    """A store of families over the variables 0, 1, 2 ...; a family is a number."""

    def __init__(
        self, variables: int, largest: int, on_work: Callable[[], None] = lambda: None
    ) -> None:
        """Make an empty store.

        Args:
            variables: How many variables there are at most; recursion goes that deep.
            largest: Sets with more members are left out.
            on_work: Called now and then; may raise to stop.
        """
        self.largest = largest
        self._on_work = on_work
        self._variable = [_LAST, _LAST]
        self._high = [EMPTY, EMPTY]
        self._low = [EMPTY, EMPTY]
        self._least = [_LAST, 0]
        self._most = [0, 0]
        self._known: dict[tuple[int, int, int], int] = {}
        self._unions: dict[tuple[int, int], int] = {}
        self._products: dict[tuple[int, int, int], int] = {}
        self._reductions: dict[tuple[int, int], int] = {}
        self._cuts: dict[tuple[int, int], int] = {}
        sys.setrecursionlimit(max(sys.getrecursionlimit(), 4 * variables + 1_000))

    def single(self, variable: int) -> int:
        """Return the family of one set with one member."""
        return self._node(variable, UNIT, EMPTY) if self.largest > 0 else EMPTY

    def union(self, one: int, other: int) -> int:
        """Return the minimal sets among those of either family."""
        if other in {one, EMPTY}:
            return one
        if one == EMPTY:
            return other
        if UNIT in {one, other}:
            return UNIT
        if one > other:
            one, other = other, one
        found = self._unions.get((one, other))
        if found is not None:
            return found
        first, second = self._variable[one], self._variable[other]
        variable = min(first, second)
        if first < second:
            low = self.union(self._low[one], other)
            high = self._high[one]
        elif first > second:
            low = self.union(one, self._low[other])
            high = self._high[other]
        else:
            low = self.union(self._low[one], self._low[other])
            high = self.union(self._high[one], self._high[other])
        found = self._node(variable, self._without(high, low), low)
        self._unions[one, other] = found
        return found

    def union_of(self, families: Sequence[int]) -> int:
        """Return the minimal sets among those of all families, lowest variables added last."""
        result = EMPTY
        for family in sorted(set(families), key=self._variable.__getitem__, reverse=True):
            result = self.union(result, family)
        return result

    def at_least(self, count: int, families: Sequence[int]) -> int:
        """Return the minimal sets that contain a set of at least ``count`` of the families."""
        if count == 1:
            return self.union_of(families)
        happened = [UNIT] + [EMPTY] * count
        ordered = sorted(families, key=self._variable.__getitem__, reverse=True)
        for position, family in enumerate(ordered):
            still_to_come = len(ordered) - position - 1
            for so_far in range(count, max(0, count - still_to_come - 1), -1):
                more = self._product(happened[so_far - 1], family, self.largest)
                happened[so_far] = self.union(happened[so_far], more)
        return happened[count]

    def counts(self, family: int) -> dict[int, int]:
        """Return how many sets of each size a family has."""
        known: dict[int, dict[int, int]] = {EMPTY: {}, UNIT: {0: 1}}
        for node in self._below(family):
            sizes = dict(known[self._low[node]])
            for size, count in known[self._high[node]].items():
                sizes[size + 1] = sizes.get(size + 1, 0) + count
            known[node] = sizes
        return known[family]

    def sets(self, family: int) -> Iterator[tuple[int, ...]]:
        """Yield the sets of a family, each in the order of variables."""
        ahead: list[tuple[int, tuple[int, ...]]] = [(family, ())]
        while ahead:
            node, members = ahead.pop()
            if node == UNIT:
                yield members
            elif node != EMPTY:
                ahead.extend(
                    (
                        (self._low[node], members),
                        (self._high[node], (*members, self._variable[node])),
                    )
                )

    def _below(self, family: int) -> list[int]:
        """Return the nodes that a family consists of, parts before wholes."""
        seen, ahead = {family}, [family]
        while ahead:
            node = ahead.pop()
            parts = {self._low[node], self._high[node]} - seen
            seen |= parts
            ahead.extend(parts)
        return sorted(seen - {EMPTY, UNIT})

    def _node(self, variable: int, high: int, low: int) -> int:
        if high == EMPTY:
            return low
        key = (variable, high, low)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = len(self._variable)
            self._variable.append(variable)
            self._high.append(high)
            self._low.append(low)
            self._least.append(min(self._least[high] + 1, self._least[low]))
            self._most.append(max(self._most[high] + 1, self._most[low]))
            if found % _CHECK_EVERY == 0:
                self._on_work()
        return found

    def _without(self, family: int, smaller: int) -> int:
        """Return the sets of a family that contain no set of the smaller ones."""
        if family in {EMPTY, smaller} or smaller == UNIT:
            return EMPTY
        if smaller == EMPTY or self._least[smaller] > self._most[family]:
            return family
        if family == UNIT:
            return EMPTY if self._least[smaller] == 0 else UNIT
        found = self._reductions.get((family, smaller))
        if found is not None:
            return found
        variable, other = self._variable[family], self._variable[smaller]
        if variable > other:
            found = self._without(family, self._low[smaller])
        else:
            high, low = self._high[family], self._low[family]
            if variable == other:
                high = self._without(high, self._high[smaller])
                smaller_low = self._low[smaller]
            else:
                smaller_low = smaller
            found = self._node(
                variable, self._without(high, smaller_low), self._without(low, smaller_low)
            )
        self._reductions[family, smaller] = found
        return found

    def _cut(self, family: int, most: int) -> int:
        """Return the sets of a family with at most so many members."""
        if self._most[family] <= most:
            return family
        if self._least[family] > most:
            return EMPTY
        found = self._cuts.get((family, most))
        if found is None:
            found = self._node(
                self._variable[family],
                self._cut(self._high[family], most - 1),
                self._cut(self._low[family], most),
            )
            self._cuts[family, most] = found
        return found

    def _product(self, one: int, other: int, most: int) -> int:
        """Return the minimal unions of a set of one family and one of the other."""
        if other in {one, UNIT}:
            return self._cut(one, most)
        if one == UNIT:
            return self._cut(other, most)
        if EMPTY in {one, other} or max(self._least[one], self._least[other]) > most:
            return EMPTY
        if (self._variable[one], one) > (self._variable[other], other):
            one, other = other, one
        key = (one, other, min(most, self._most[one] + self._most[other]))
        found = self._products.get(key)
        if found is not None:
            return found
        variable = self._variable[one]
        high, low = self._high[one], self._low[one]
        if variable < self._variable[other]:
            new_low = self._product(low, other, most)
            new_high = self._product(high, other, most - 1)
        else:
            other_high, other_low = self._high[other], self._low[other]
            new_low = self._product(low, other_low, most)
            new_high = self.union(
                self._product(high, self.union(other_high, other_low), most - 1),
                self._product(low, other_high, most - 1),
            )
        found = self._node(variable, self._without(new_high, new_low), new_low)
        self._products[key] = found
        return found
