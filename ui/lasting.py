"""What lasts as long as the plan is open is left out of Python's search for garbage.

A plan of 10,000 services is a million objects. Looking through all of them takes tenths of a
second in which the screen stands still, and finds nothing: plans and results refer to nothing
that refers back to them, so they go by themselves as soon as nobody uses them.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from ui.analysis_hub import AnalysisHub
    from ui.bridge import PlanBridge

_YOUNG, _MIDDLE, _OLD = 5_000, 20, 20
"""How many new objects, and then rounds, until Python looks for garbage among them."""


class Lasting(QObject):
    """Sets the objects aside that are there when a plan was opened, and when it was analysed."""

    def __init__(self, bridge: PlanBridge, hub: AnalysisHub) -> None:
        super().__init__(bridge)
        self._hub = hub
        self._opened = self._analysed_next = False
        gc.set_threshold(_YOUNG, _MIDDLE, _OLD)
        bridge.settled.connect(self._on_settled)
        bridge.replaced.connect(self._on_replaced)
        hub.busy_changed.connect(self._on_busy)

    def _on_replaced(self) -> None:
        self._opened = self._analysed_next = True

    def _on_settled(self) -> None:
        if self._opened:
            self._opened = False
            gc.freeze()

    def _on_busy(self) -> None:
        if self._analysed_next and not self._hub.busy:
            self._analysed_next = False
            gc.freeze()
