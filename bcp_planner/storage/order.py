"""The order of records in a list, as numbers with gaps, so that most edits renumber nothing."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

STRIDE = 1024
"""Distance of neighbours when there is room to choose."""
_LARGEST = 1 << 62
"""Numbers beyond it, of either sign, are not given, since a plan file could not hold many more."""


def numbered(keys: Sequence[str], numbers: Mapping[str, int], *, shuffled: bool) -> dict[str, int]:
    """Return the numbers that keys need to follow each other as given; unchanged ones are absent.

    Args:
        keys: All keys of a list in their new order.
        numbers: The numbers so far; keys without one are new.
        shuffled: Whether keys that have a number follow each other in another order than before.
    """
    known = [key for key in keys if key in numbers]
    if not shuffled and (not known or known[-1] == keys[len(known) - 1]):
        changed = _appended(keys[len(known) :], numbers[known[-1]] if known else 0)
    else:
        fixed = _longest_rising(known, numbers) if shuffled else known
        changed = _filled(keys, numbers, frozenset(fixed))
    if changed is None or any(abs(number) > _LARGEST for number in changed.values()):
        changed = {key: index * STRIDE for index, key in enumerate(keys)}
    return {key: number for key, number in changed.items() if numbers.get(key) != number}


def _appended(keys: Sequence[str], last: int) -> dict[str, int] | None:
    return {key: last + STRIDE * index for index, key in enumerate(keys, start=1)}


def _longest_rising(keys: Sequence[str], numbers: Mapping[str, int]) -> list[str]:
    """Return the longest part of the keys whose numbers rise (patience sorting)."""
    tops: list[int] = []
    top_keys: list[str] = []
    previous: dict[str, str | None] = {}
    for key in keys:
        pile = bisect_left(tops, numbers[key])
        previous[key] = top_keys[pile - 1] if pile else None
        tops[pile : pile + 1] = [numbers[key]]
        top_keys[pile : pile + 1] = [key]
    rising: list[str] = []
    last = top_keys[-1] if top_keys else None
    while last is not None:
        rising.append(last)
        last = previous[last]
    return rising[::-1]


def _filled(
    keys: Sequence[str], numbers: Mapping[str, int], fixed: frozenset[str]
) -> dict[str, int] | None:
    """Return numbers for the keys that are not fixed, or None where a gap is too narrow."""
    changed: dict[str, int] = {}
    waiting: list[str] = []
    low: int | None = None
    for key in keys:
        if key not in fixed:
            waiting.append(key)
            continue
        if waiting:
            between = _spread(low, numbers[key], len(waiting))
            if between is None:
                return None
            changed.update(zip(waiting, between, strict=True))
            waiting = []
        low = numbers[key]
    start = STRIDE if low is None else low + STRIDE
    changed.update((key, start + index * STRIDE) for index, key in enumerate(waiting))
    return changed


def _spread(low: int | None, high: int, count: int) -> list[int] | None:
    if low is None:
        return [high - STRIDE * (count - index) for index in range(count)]
    step = (high - low) // (count + 1)
    return [low + step * (index + 1) for index in range(count)] if step else None
