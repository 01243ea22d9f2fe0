"""The clock of a running exercise: it can be paused, moved on and run faster."""

from __future__ import annotations

import time
from collections.abc import Callable

from bcp_planner.domain.durations import Duration

SPEEDS = (1, 2, 5, 10, 60)


class PlayClock:
    """Time after the disruption, as play has it. Never goes back."""

    def __init__(self, at: Duration = 0, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._base = at
        self._since: float | None = None
        self._speed = 1

    @property
    def running(self) -> bool:
        """Whether time goes on."""
        return self._since is not None

    @property
    def speed(self) -> int:
        """How many seconds of the story go by in a second."""
        return self._speed

    def at(self) -> Duration:
        """Return the moment of the story to the second, milliseconds after the disruption."""
        if self._since is None:
            return self._base
        passed = (self._now() - self._since) * self._speed
        return self._base + int(passed) * 1000

    def start(self) -> None:
        """Let time go on."""
        if self._since is None:
            self._since = self._now()

    def pause(self) -> None:
        """Stop time."""
        self._base, self._since = self.at(), None

    def run_at(self, speed: int) -> None:
        """Go on from here at another speed."""
        self._keep()
        self._speed = speed

    def jump(self, to: Duration) -> None:
        """Move on to a later moment; an earlier one is left alone."""
        self._keep()
        self._base = max(self._base, to)

    def _keep(self) -> None:
        running = self.running
        self.pause()
        if running:
            self.start()
