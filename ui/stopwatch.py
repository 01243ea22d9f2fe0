"""When the person sees the program: noted in the program itself, which must not be slowed by it."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass, field

STARTED = "BCP_PLANNER_STARTED"
"""Variable of the environment with the moment at which the process was made."""


@dataclass(slots=True)
class Stopwatch:
    """Milliseconds from the birth of the process to what the person sees.

    Beside each time stands the processor time, which other programs on the machine change less.
    """

    started: float = field(default_factory=lambda: float(os.environ[STARTED]))
    seen: dict[str, float] = field(default_factory=dict[str, float])

    def first_window(self) -> None:
        """Note that a window is on the screen."""
        self._note("first_window_ms")

    def ready(self) -> None:
        """Note that the finished window is on the screen."""
        import json  # not before the first window, which needs no such thing

        self._note("ready_ms")
        print(json.dumps(self.seen), flush=True)  # noqa: T201 - read by the measuring process

    def _note(self, what: str) -> None:
        self.seen[what] = round((time.monotonic() - self.started) * 1000, 1)
        self.seen[f"{what}_cpu"] = round(time.process_time() * 1000, 1)
