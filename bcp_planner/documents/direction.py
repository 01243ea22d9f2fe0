"""Reading direction: which stretches of a text run from right to left.

The levels come from python-bidi's implementation of the Unicode bidirectional algorithm. Its ready
`get_display` is not enough, because lines are broken before they are put in visual order.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, TypeAlias

_Untyped: TypeAlias = Any

_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


def has_right_to_left(text: str) -> bool:
    """Say whether any character asks for right-to-left order."""
    return _RIGHT_TO_LEFT.search(text) is not None


def _algorithm() -> _Untyped:
    """Return the library's steps, loaded when the first right-to-left text is printed."""
    from bidi import algorithm  # pyright: ignore[reportMissingTypeStubs]

    return algorithm


def levels(text: str) -> tuple[int, list[int]]:
    """Return the level of the paragraph and of each character; odd levels run leftward."""
    algorithm = _algorithm()
    base: int = algorithm.get_base_level(text)
    storage: dict[str, Any] = algorithm.get_empty_storage()
    storage["base_level"] = base
    storage["base_dir"] = "RL"[base == 0]
    algorithm.get_embedding_levels(text, storage)
    for index, character in enumerate(storage["chars"]):
        character["index"] = index
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, debug=False)
    algorithm.resolve_implicit_levels(storage, debug=False)
    result = [base] * len(text)
    for character in storage["chars"]:
        result[character["index"]] = character["level"]
    return base, result


def levels_of(stretches: Sequence[tuple[str, bool]]) -> tuple[int, list[int]]:
    """Return the level of a paragraph and of its characters, isolated stretches apart.

    Args:
        stretches: Text, and whether it is isolated: it then has its own direction, and what is
            around it sees it as one neutral sign.
    """
    outer = "".join("\ufffc" if isolated else text for text, isolated in stretches)
    if not has_right_to_left(outer) and all(isolated for _, isolated in stretches):
        return levels("".join(text for text, _ in stretches))
    base, around = levels(outer)
    result: list[int] = []
    place = 0
    for text, isolated in stretches:
        if isolated:
            inner = levels(text)[1]
            deeper = 2 if around[place] else 0
            result += [level + deeper for level in inner]
            place += 1
        else:
            result += around[place : place + len(text)]
            place += len(text)
    return base, result


def visual_order(levels_of_runs: list[int]) -> list[int]:
    """Return the positions of runs from left to right (rule L2 of the algorithm)."""
    order = list(range(len(levels_of_runs)))
    odd = [level for level in levels_of_runs if level % 2]
    if not odd:
        return order
    for level in range(max(levels_of_runs), min(odd) - 1, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and levels_of_runs[order[end]] >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = max(end, start + 1)
    return order
