"""Aligning and distributing cards."""

from __future__ import annotations

from collections.abc import Mapping

from ui.canvas.scene import CARD_H, CARD_W, Point

EDGES = ("left", "centre", "right", "top", "middle", "bottom")


def align(places: Mapping[str, Point], edge: str, anchor: str | None) -> dict[str, Point]:
    """Return the places with one coordinate the same: all cards have one size.

    Args:
        places: Centres of the cards.
        edge: One of `EDGES`.
        anchor: The card whose middle the others take for "centre" and "middle".
    """
    if not places:
        return {}
    axis = 0 if edge in ("left", "centre", "right") else 1
    values = [point[axis] for point in places.values()]
    if edge in ("left", "top"):
        value = min(values)
    elif edge in ("right", "bottom"):
        value = max(values)
    else:
        value = places[anchor][axis] if anchor and anchor in places else sum(values) / len(values)
    if axis == 0:
        return {key: (value, point[1]) for key, point in places.items()}
    return {key: (point[0], value) for key, point in places.items()}


def distribute(places: Mapping[str, Point], axis: str) -> dict[str, Point]:
    """Return the places evenly spaced between the outer two, never overlapping.

    Args:
        places: Centres of the cards.
        axis: "across" or "down".
    """
    which = 0 if axis == "across" else 1
    ordered = sorted(places, key=lambda key: (places[key][which], places[key][1 - which]))
    if len(ordered) < 3:
        return dict(places)
    first, last = places[ordered[0]][which], places[ordered[-1]][which]
    room = (CARD_W if which == 0 else CARD_H) + 12
    step = max((last - first) / (len(ordered) - 1), room)
    moved: dict[str, Point] = {}
    for number, key in enumerate(ordered):
        value = first + number * step
        moved[key] = (value, places[key][1]) if which == 0 else (places[key][0], value)
    return moved
