"""What is selected, shared by canvas, table, outline and inspector."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from bcp_planner.domain.plan import Plan


class Selection(QObject):
    """The selected services and requirements, by id.

    `current` is the service that keyboard walks start from and the inspector shows first; it is
    always among `services`, or None when no service is selected.

    Signals:
        changed: the selection is another one.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services: frozenset[str] = frozenset()
        self._requirements: frozenset[str] = frozenset()
        self._current: str | None = None

    @property
    def services(self) -> frozenset[str]:
        """Ids of the selected services."""
        return self._services

    @property
    def requirements(self) -> frozenset[str]:
        """Ids of the selected requirements."""
        return self._requirements

    @property
    def current(self) -> str | None:
        """The service that the keyboard acts from."""
        return self._current

    def set(
        self,
        services: Iterable[str] = (),
        requirements: Iterable[str] = (),
        current: str | None = None,
    ) -> None:
        """Select these services and requirements and nothing else.

        Args:
            services: Ids; when `current` is not given the last one becomes current.
            requirements: Ids.
            current: The service to act from; ignored when it is not among `services`.
        """
        ordered = list(services)
        chosen, lines = frozenset(ordered), frozenset(requirements)
        if current not in chosen:
            kept = self._current if self._current in chosen else None
            current = kept or (ordered[-1] if ordered else None)
        if (chosen, lines, current) == (self._services, self._requirements, self._current):
            return
        self._services, self._requirements, self._current = chosen, lines, current
        self.changed.emit()

    def clear(self) -> None:
        """Select nothing."""
        self.set()

    def keep_within(self, plan: Plan) -> None:
        """Drop what the plan no longer holds."""
        self.set(
            (key for key in self._services if key in plan.services),
            (key for key in self._requirements if key in plan.requirements),
            self._current,
        )
