"""Distributions of working times: PERT, a beta distribution with lambda 4 (semantics.md 7)."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from bcp_planner.analysis.kernels.trials import POINTS
from bcp_planner.domain.entities import Estimate

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Floats: TypeAlias = npt.NDArray[np.float64]

GRID = 4097


def shape_of(estimate: Estimate) -> float:
    """Return where the likely value lies between the optimistic (0) and the pessimistic (1)."""
    return (estimate.likely - estimate.optimistic) / (estimate.pessimistic - estimate.optimistic)


def inverse_distribution(shape: float) -> Floats:
    """Return the quantiles of a PERT distribution on 0 to 1, at equal steps of probability.

    Beta(1 + 4 shape, 5 - 4 shape): the density is summed over a fine grid and inverted.
    """
    import numpy as np

    x = np.linspace(0.0, 1.0, GRID)
    middle = (x[1:] + x[:-1]) / 2
    density = middle ** (4 * shape) * (1 - middle) ** (4 - 4 * shape)
    total = np.concatenate([[0.0], np.cumsum(density)])
    return np.interp(np.linspace(0.0, 1.0, POINTS), total / total[-1], x)
