"""A panel that is made when it is first seen, so that starting does not wait for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.workspace import Workspace


def _why(space: Workspace) -> QWidget:
    from ui.panels.why import WhyPanel

    return WhyPanel(space)


def _weak(space: Workspace) -> QWidget:
    from ui.panels.weak_points import WeakPointsPanel

    return WeakPointsPanel(space)


def _simulation(space: Workspace) -> QWidget:
    from ui.panels.simulation import SimulationPanel

    return SimulationPanel(space)


LATER: Mapping[str, Callable[[Workspace], QWidget]] = {
    "weak": _weak,
    "simulation": _simulation,
    "why": _why,
}
"""Panels that are made when they are first seen, by the names of their docks."""


class Later(QWidget):
    """Stands for a panel until it is first seen, and holds it from then on.

    Signals:
        jumped(tuple): services that the panel wants to be shown on the canvas.
    """

    jumped = Signal(tuple)

    def __init__(self, make: Callable[[], QWidget]) -> None:
        super().__init__()
        self._make = make
        self._made: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @property
    def panel(self) -> QWidget:
        """The panel, made if need be."""
        if self._made is None:
            self._made = self._make()
            self._column.addWidget(self._made)
            self.setFocusProxy(self._made)
            jumped = getattr(self._made, "jumped", None)
            if jumped is not None:
                jumped.connect(self.jumped)
        return self._made

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.panel.show()
