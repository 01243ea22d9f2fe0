"""Fields of the event on the board, to be filled in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from bcp_planner.domain import edits
from bcp_planner.domain.exercising import Event
from bcp_planner.domain.fields import fields_of
from ui.forms.form import RecordForm
from ui.language import mark
from ui.workspace import Workspace


class EventForm(QScrollArea):
    """Some fields of an event, each edit a step of undo."""

    def __init__(
        self, space: Workspace, names: Sequence[str], above: Sequence[tuple[str, QWidget]] = ()
    ) -> None:
        super().__init__(widgetResizable=True)
        self._space = space
        self._event: Event | None = None
        self.form = RecordForm(Event, space, skip=set(fields_of(Event)) - set(names), above=above)
        self.form.setContentsMargins(8, 8, 8, 8)
        self.form.edited.connect(self._on_edited)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.form.setProperty("panel", "true")
        self.setWidget(self.form)

    def show_event(self, event: Event | None) -> None:
        """Show the fields of an event."""
        self._event = event
        self.setEnabled(event is not None)
        if event is not None:
            self.form.show_records([event])
        self.form.set_read_only(read_only=self._space.bridge.read_only)

    def _on_edited(self, name: str, value: object) -> None:
        event = self._event
        if event is None or getattr(event, name) == value:
            return
        label = mark(
            "Set {field} of {name}", field=fields_of(Event)[name].about.label, name=event.title
        )
        done = self._space.bridge.try_edit(
            label, lambda plan: edits.update(plan, "events", event.id, **{name: value})
        )
        if not done:
            self.show_event(self._space.bridge.plan.events.get(event.id))
