"""The status of every item of a drawing, worked out once for each moment."""

from __future__ import annotations

import numpy as np

from ui.canvas.scene import Ints, Scene
from ui.canvas.states import Moment, Status


class Statuses:
    """Remembers the newest answer: every frame asks, and a frame has ten milliseconds."""

    def __init__(self) -> None:
        self._ids: list[str] | None = None
        self._moment: Moment | None = None
        self._found: Ints = np.zeros(0, dtype=np.int64)

    def of(self, scene: Scene, moment: Moment) -> Ints:
        """Return the status of each item; of a group the worst of its members."""
        if self._ids is not scene.ids or self._moment is not moment:
            self._ids, self._moment = scene.ids, moment
            self._found = _statuses(scene, moment)
        return self._found


def _statuses(scene: Scene, moment: Moment) -> Ints:
    known, up = moment.status, Status.UP
    found = np.array([known.get(key, up) for key in scene.ids], dtype=np.int64)
    for item, group in scene.groups.items():
        found[item] = max((known.get(key, up) for key in group.members), default=up)
    return found
