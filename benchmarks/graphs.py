"""Service graphs like those of organisations, and a measure of how well they are drawn."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

TIERS = 6
_SHARE = (0.08, 0.12, 0.30, 0.15, 0.15, 0.20)
"""Share of services in each tier: process, channel, application, middleware, data, site."""
_DOWN = ((1, 0.62), (2, 0.20), (3, 0.08), (0, 0.10))
"""How many tiers further down a provider is, with its likelihood."""


@dataclass(frozen=True, slots=True)
class ServiceGraph:
    """Nodes, edges (dependant, provider), tier 0 to 5 and site of each node."""

    nodes: list[str]
    edges: list[tuple[str, str]]
    tier: dict[str, int]
    site: dict[str, str]


def service_graph(count: int, seed: int = 1) -> ServiceGraph:
    """Return a graph of `count` services with 2.5 requirements each.

    Six tiers; 72 % of requirements stay inside a site, 12 % go to a few hubs, about 0.5 % lead
    back up, so that cycles exist; one or two services in a hundred stand alone.
    """
    chance = random.Random(seed)
    tier = [chance.choices(range(TIERS), _SHARE)[0] for _ in range(count)]
    sites = max(3, round(count**0.5 * 0.8))
    site = [chance.randrange(sites) for _ in range(count)]
    here: dict[tuple[int, int], list[int]] = {}
    everywhere: dict[int, list[int]] = {}
    for node in range(count):
        here.setdefault((tier[node], site[node]), []).append(node)
        everywhere.setdefault(tier[node], []).append(node)
    hubs = [chance.choice(everywhere[t]) for t in (3, 4, 5, 5, 5) if t in everywhere]
    lonely = set(chance.sample(range(count), max(1, count // 70)))
    edges: set[tuple[int, int]] = set()
    for _ in range(200 * count):
        if len(edges) >= round(2.5 * count):
            break
        upper, kind = chance.randrange(count), chance.random()
        step = chance.choices([d for d, _ in _DOWN], [share for _, share in _DOWN])[0]
        lower_tier = min(TIERS - 1, tier[upper] + step)
        pool = hubs if kind < 0.12 else everywhere.get(lower_tier, [])
        if 0.12 <= kind < 0.84:
            pool = here.get((lower_tier, site[upper]), [])
        lower = chance.choice(pool) if pool else upper
        if lower == upper or {upper, lower} & lonely or tier[upper] == TIERS - 1:
            continue
        if chance.random() < 0.005:
            edges.add((lower, upper))
        elif tier[lower] >= tier[upper]:
            edges.add((upper, lower))
    return ServiceGraph(
        [f"s{i}" for i in range(count)],
        [(f"s{a}", f"s{b}") for a, b in sorted(edges)],
        {f"s{i}": tier[i] for i in range(count)},
        {f"s{i}": f"Site {site[i] + 1}" for i in range(count)},
    )


def crossings_per_edge(
    places: Mapping[str, tuple[float, float]], edges: Sequence[tuple[str, str]]
) -> float:
    """Return straight-line crossings divided by edges: exact for few, sampled for many edges."""
    lines = np.array([[*places[a], *places[b]] for a, b in edges])
    count = len(lines)
    if count <= 1_000:
        one, other = np.triu_indices(count, 1)
    else:
        one, other = np.random.default_rng(0).integers(0, count, (2, 4_000_000))
    pairs = count * (count - 1) / 2
    first, second = lines[one], lines[other]
    apart = _side(first, second[:, :2]) * _side(first, second[:, 2:])
    across = _side(second, first[:, :2]) * _side(second, first[:, 2:])
    return float(((apart < 0) & (across < 0)).mean() * pairs / count)


def _side(lines: np.ndarray, points: np.ndarray) -> np.ndarray:
    """Return on which side of each line a point lies."""
    way, to = lines[:, 2:] - lines[:, :2], points - lines[:, :2]
    return np.sign(way[:, 0] * to[:, 1] - way[:, 1] * to[:, 0])
