"""The events list of an exercise: looked through, changed, ordered, kept in step with the plan."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from bcp_planner.domain.errors import PlannerError
from bcp_planner.domain.exercising import Event, Inject
from bcp_planner.exercises import preparation
from bcp_planner.exercises.msel import clock_text, clocks
from bcp_planner.exercises.preparation import Difference
from ui import words
from ui.exercise.differences import DifferencesDialog
from ui.exercise.grid import Grid
from ui.forms.form import RecordForm
from ui.jobs import Channel, Ticket
from ui.language import mark, shown, tr
from ui.workspace import Workspace

_OWN = ("key", "origin", "edited")
"""Fields of an inject that people do not fill in."""


class PreparingTab(QWidget):
    """The injects of one event, with a form for the chosen one."""

    def __init__(self, space: Workspace) -> None:
        super().__init__()
        self._space = space
        self._event: Event | None = None
        self._inject: Inject | None = None
        self.comparing: Channel[Sequence[Difference]] = Channel(tr("Comparing with the plan"), self)
        self.comparing.ready.connect(self._show_differences)
        self.comparing.failed.connect(self._refuse)
        headings = (tr("No."), "T+", tr("Story"), tr("Wall"), tr("Type"), tr("Inject"), tr("To"))
        self.list = Grid(tr("Injects"), headings, wide=5)
        self.list.currentCellChanged.connect(lambda *_: self._show_inject())
        self.form = RecordForm(Inject, space, skip=_OWN)
        self.form.edited.connect(self._on_edited)
        self.form.setContentsMargins(8, 8, 8, 8)
        self.form.setProperty("panel", "true")
        self.said = QLabel(wordWrap=True)
        self.said.setProperty("muted", "true")
        self.side = QScrollArea(widgetResizable=True)
        self.side.setFrameShape(QFrame.Shape.NoFrame)
        self.side.setWidget(self.form)
        parts = QSplitter()
        parts.addWidget(self.list)
        parts.addWidget(self.side)
        parts.setSizes([1200, 800])
        column = QVBoxLayout(self)
        column.addLayout(self._build_buttons())
        column.addWidget(self.said)
        column.addWidget(parts, 1)

    def _build_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self._editing: list[QPushButton] = []
        for text, tip, action in (
            (tr("&Add"), tr("Adds an inject of your own after the chosen one"), self._add),
            (
                tr("&Remove"),
                tr("Removes the chosen inject; it is not proposed again"),
                self._remove,
            ),
            (
                tr("&Up"),
                tr("Moves the chosen inject up; it keeps its number"),
                lambda: self._move(-1),
            ),
            (
                tr("&Down"),
                tr("Moves the chosen inject down; it keeps its number"),
                lambda: self._move(1),
            ),
        ):
            button = QPushButton(text)
            button.setToolTip(tip)
            button.clicked.connect(action)
            row.addWidget(button)
            self._editing.append(button)
        self.in_step = QPushButton(tr("What has &changed?"))
        self.in_step.setToolTip(tr("What the plan of today says otherwise"))
        self.in_step.clicked.connect(self.compare)
        self.comparing.busy_changed.connect(self.in_step.setDisabled)
        row.addWidget(self.in_step)
        row.addStretch()
        return row

    def show_event(self, event: Event | None) -> None:
        """Show the list of an event; nothing for None."""
        if event is None or self._event is None or event.id != self._event.id:
            self.said.clear()
        self._event = event
        rows = [(one.key, _cells(event, one)) for one in event.injects] if event else []
        self.list.show_rows(rows)
        self.setEnabled(event is not None)
        live = event is not None and event.status != "closed"
        for widget in (*self._editing, self.form):
            widget.setEnabled(live)
        self._show_inject()

    def chosen(self) -> Inject | None:
        """Return the chosen inject."""
        key = self.list.chosen()
        injects = self._event.injects if self._event else ()
        return next((one for one in injects if one.key == key), None)

    def _show_inject(self) -> None:
        inject = self.chosen()
        self.side.setEnabled(inject is not None)
        if inject is not None and inject != self._inject:
            self.form.show_records([inject])
        self._inject = inject

    def _on_edited(self, name: str, value: object) -> None:
        event, inject = self._event, self._inject
        if event is None or inject is None or getattr(inject, name) == value:
            return
        self._space.bridge.try_edit(
            mark("Edit inject {key}", key=inject.key),
            lambda plan: preparation.edit_inject(plan, event.id, inject.key, **{name: value}),
        )

    def _add(self) -> None:
        event, after = self._event, self.chosen()
        if event is None:
            return
        at = after.at if after else 0
        module = after.module if after else (event.modules[0] if event.modules else "")
        own = Inject(
            key="", at=at, text=tr("New inject"), module=module, controller=tr("Exercise control")
        )
        key = preparation.next_key(event)
        self._space.bridge.try_edit(
            mark("Add inject"), lambda plan: preparation.add_inject(plan, event.id, own)
        )
        self.list.choose(key)
        self.form.focus_field("text")

    def _remove(self) -> None:
        event, inject = self._event, self.chosen()
        if event is not None and inject is not None:
            self._space.bridge.try_edit(
                mark("Remove inject {key}", key=inject.key),
                lambda plan: preparation.remove_inject(plan, event.id, inject.key),
            )

    def _move(self, by: int) -> None:
        event, inject = self._event, self.chosen()
        if event is not None and inject is not None:
            place = event.injects.index(inject) + by
            self._space.bridge.try_edit(
                mark("Move inject {key}", key=inject.key),
                lambda plan: preparation.move_inject(plan, event.id, inject.key, place),
            )

    # ---------------------------------------------------------------------- in step with the plan

    def compare(self) -> None:
        """Work out what the plan of today says otherwise, and show it."""
        event, plan = self._event, self._space.bridge.plan
        if event is None:
            return
        self.said.setText(tr("Working out the scenario…"))

        def work(_: Ticket) -> Sequence[Difference]:
            return preparation.refresh(plan, event.id, say=shown)

        self.comparing.ask(work)

    def _show_differences(self, found: Sequence[Difference]) -> None:
        if not found:
            self.said.setText(tr("The exercise is in step with the plan."))
            return
        self.said.clear()
        DifferencesDialog(self, found, self.take_over).open()

    def take_over(self, wanted: Sequence[Difference]) -> bool:
        """Take over the given differences; says whether that was done."""
        event = self._event
        if event is None:
            return False
        return self._space.bridge.try_edit(
            mark("Bring the exercise in step"),
            lambda plan: preparation.accept(plan, event.id, wanted),
        )

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, PlannerError):
            raise error
        self.said.setText(f"{shown(str(error))}.")


def _cells(event: Event, one: Inject) -> tuple[str, ...]:
    _, story, wall = clocks(event, one)
    return (
        one.key,
        clock_text(one.at),
        story[-5:],
        wall[-5:],
        words.choice(one.kind),
        one.text,
        one.receiver,
    )
