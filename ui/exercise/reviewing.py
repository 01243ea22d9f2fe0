"""The review in words: what happened, why, what helped, what hindered, where it was luck."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from bcp_planner.domain.exercising import Event
from ui.exercise.event_form import EventForm
from ui.exercise.grid import titled
from ui.exercise.whys import WhyTree
from ui.language import mark, tr
from ui.workspace import Workspace

_STORY = ("summary", "result", "harm", "trigger", "detection", "feedback")
_FINDINGS = ("objectives", "factors", "helped", "hindered", "lucky")


class ReviewingTab(QWidget):
    """What the report says in words; figures are on the tab before."""

    def __init__(self, space: Workspace) -> None:
        super().__init__()
        self._space = space
        self._event: Event | None = None
        self.story = EventForm(space, _STORY)
        self.findings = EventForm(space, _FINDINGS)
        self.whys = WhyTree()
        self.whys.edited.connect(self._keep_whys)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.findings, 3)
        column.addWidget(titled(tr("Five whys"), self.whys), 2)
        parts = QSplitter()
        parts.addWidget(self.story)
        parts.addWidget(right)
        parts.setSizes([900, 1100])
        row = QHBoxLayout(self)
        row.addWidget(parts)

    def show_event(self, event: Event | None) -> None:
        """Show the review of an event; it can be written after closing, too."""
        self._event = event
        self.setEnabled(event is not None)
        self.story.show_event(event)
        self.findings.show_event(event)
        self.whys.show_whys(event.whys if event else ())

    def _keep_whys(self, whys: object) -> None:
        event = self._event
        if event is not None:
            self._space.bridge.try_edit(
                mark("Set causes of {name}", name=event.title),
                lambda plan: plan.put("events", replace(plan.events[event.id], whys=whys)),
            )
