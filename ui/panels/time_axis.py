"""Times on a horizontal scale: where a moment lies, and which moments deserve a tick."""

from __future__ import annotations

from dataclasses import dataclass

from bcp_planner.domain.durations import DAY, HOUR, MINUTE, SECOND, Duration

_STEPS: tuple[Duration, ...] = (
    SECOND,
    10 * SECOND,
    30 * SECOND,
    MINUTE,
    5 * MINUTE,
    10 * MINUTE,
    15 * MINUTE,
    30 * MINUTE,
    HOUR,
    2 * HOUR,
    4 * HOUR,
    6 * HOUR,
    12 * HOUR,
    DAY,
    2 * DAY,
    7 * DAY,
    14 * DAY,
    28 * DAY,
    90 * DAY,
    365 * DAY,
)


@dataclass(frozen=True, slots=True)
class TimeScale:
    """A scale from 0 to `end` over `width` pixels that begins at `left`."""

    left: float
    width: float
    end: Duration

    def x(self, moment: Duration) -> float:
        """Return where a moment lies."""
        return self.left + self.width * moment / max(1, self.end)

    def at(self, x: float) -> Duration:
        """Return which moment lies at a place, inside the scale."""
        share = (x - self.left) / max(1.0, self.width)
        return round(min(1.0, max(0.0, share)) * self.end)

    def step(self, pixels: float = 74.0) -> Duration:
        """Return the distance of ticks so that their labels have room."""
        wanted = self.end * pixels / max(1.0, self.width)
        return next((step for step in _STEPS if step >= wanted), _STEPS[-1])

    def ticks(self, pixels: float = 74.0) -> list[Duration]:
        """Return the moments with a tick, from 0."""
        step = self.step(pixels)
        return list(range(0, self.end + 1, step))
