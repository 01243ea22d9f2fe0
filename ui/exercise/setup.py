"""What an exercise is for, who takes part, when: the frame around the events list."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from bcp_planner.domain.exercising import Event
from ui.exercise.event_form import EventForm
from ui.exercise.moment import MomentEdit
from ui.language import mark, tr
from ui.workspace import Workspace

_FRAME = ("name", "kind", "severity", "length", "place", "sponsor", "contact", "scope", "modules")
_PEOPLE = ("objectives", "participants", "questions")
_EXPERIMENT = ("hypothesis", "blast_limit", "abort_condition", "result")


class SetupTab(QWidget):
    """Time and frame on the left, objectives and people on the right."""

    def __init__(self, space: Workspace) -> None:
        super().__init__()
        self._space = space
        self._event: Event | None = None
        self.starts = MomentEdit(tr("Starts"))
        self.story = MomentEdit(tr("Story begins"))
        times = ((tr("Starts"), self.starts), (tr("Story begins"), self.story))
        self.frame = EventForm(space, _FRAME, times)
        self.people = EventForm(space, _PEOPLE)
        self.experiment = EventForm(space, _EXPERIMENT)
        for field, name in ((self.starts, "starts"), (self.story, "scenario_start")):
            field.chosen.connect(lambda iso, name=name: self._set(name, iso))
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.experiment, 1)
        column.addWidget(self.frame, 1)
        parts = QSplitter()
        parts.addWidget(left)
        parts.addWidget(self.people)
        parts.setSizes([1000, 1100])
        outer = QVBoxLayout(self)
        outer.addWidget(parts)

    def show_event(self, event: Event | None) -> None:
        """Show the frame of an event."""
        self._event = event
        self.setEnabled(event is not None)
        self.starts.show_moment(event.starts if event else "")
        self.story.show_moment(event.scenario_start if event else "")
        for form in (self.frame, self.people, self.experiment):
            form.show_event(event)
        self.experiment.setVisible(event is not None and event.kind == "resilience experiment")

    def _set(self, name: str, iso: str) -> None:
        event = self._event
        if event is not None:
            self._space.bridge.try_edit(
                mark("Set the time of {name}", name=event.title),
                lambda plan: plan.put("events", replace(plan.events[event.id], **{name: iso})),
            )
