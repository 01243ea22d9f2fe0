"""Corrective actions: what is overdue or re-opened first, with the effect of the chosen one."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from bcp_planner.analysis.results import Comparison
from bcp_planner.domain import edits
from bcp_planner.domain.errors import PlannerError
from bcp_planner.domain.exercising import Action
from bcp_planner.domain.fields import fields_of
from bcp_planner.domain.plan import Plan
from bcp_planner.exercises import learning
from ui import words
from ui.exercise.grid import Grid, titled
from ui.exercise.looking_back import status_of
from ui.forms.form import RecordForm
from ui.jobs import Channel, Ticket
from ui.language import dated, mark, shown, tr
from ui.models.differences import Difference, of_fields, of_results
from ui.programme.change import ChangeDialog
from ui.programme.readiness import scrolled
from ui.workspace import Workspace


class ActionsTab(QWidget):
    """Actions by urgency; the chosen one as a form, with its effect before and after."""

    def __init__(self, space: Workspace) -> None:
        super().__init__()
        self._space = space
        self._plan = space.bridge.plan
        self._today = datetime.datetime.now().astimezone().date()
        self.forecasting: Channel[tuple[Plan, Comparison]] = Channel(
            tr("Forecasting the effect"), self
        )
        self.forecasting.ready.connect(self._show_effect)
        self.forecasting.failed.connect(self._refuse)
        self.said = QLabel(wordWrap=True)
        self.pending = QCheckBox(tr("&Open ones only"))
        self.pending.toggled.connect(lambda _: self.show_plan(self._plan, self._today))
        self.list = Grid(
            tr("Actions"),
            (tr("Status"), tr("Due"), tr("Action"), tr("Owner"), tr("Type"), tr("From")),
            wide=2,
        )
        self.list.currentCellChanged.connect(lambda *_: self._show_action())
        self.form = RecordForm(Action, space, skip=("id", "change"))
        self.form.edited.connect(self._on_edited)
        self.form.setProperty("panel", "true")
        self.form.setContentsMargins(8, 8, 8, 8)
        self.change = QLabel(wordWrap=True)
        self.effect = Grid(
            tr("Effect"), (tr("Where"), tr("Figure"), tr("Now"), tr("With it"), ""), wide=0
        )
        self.measured = QLabel(wordWrap=True)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.said, 1)
        head.addWidget(self.pending)
        add = QPushButton(tr("&Add an action"))
        add.clicked.connect(self.add)
        head.addWidget(add)
        self.buttons: list[QPushButton] = []
        row = QHBoxLayout()
        for text, tip, action in (
            (tr("Set the &change…"), tr("Which change of the plan it stands for"), self.set_change),
            (tr("&Forecast its effect"), tr("What gets better or worse with it"), self.forecast),
            (tr("Change the plan &so"), tr("Carries the change out in the plan"), self.carry_out),
        ):
            button = QPushButton(text)
            button.setToolTip(tip)
            button.clicked.connect(action)
            row.addWidget(button)
            self.buttons.append(button)
        row.addStretch()
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.change)
        column.addLayout(row)
        column.addWidget(titled(tr("Forecast: with it against without it"), self.effect), 1)
        column.addWidget(self.measured)
        left = QWidget()
        inner = QVBoxLayout(left)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.list, 3)
        inner.addWidget(below, 4)
        parts = QSplitter()
        parts.addWidget(left)
        parts.addWidget(scrolled(self.form))
        parts.setSizes([1300, 800])
        outer = QVBoxLayout(self)
        outer.addLayout(head)
        outer.addWidget(parts, 1)

    # ------------------------------------------------------------------------------- showing

    def show_plan(self, plan: Plan, today: datetime.date) -> None:
        """Show the actions of a plan."""
        self._plan, self._today = plan, today
        ranked = learning.by_urgency(plan, today)
        open_ones = [one for one in ranked if one.status in learning.OPEN]
        overdue = sum(learning.is_overdue(one, today) for one in ranked)
        again = sum(one.status == "re-opened" for one in ranked)
        self.said.setText(
            tr(
                "{open} open, {overdue} overdue, {again} re-opened; "
                "{verified} verified by re-test.",
                open=len(open_ones),
                overdue=overdue,
                again=again,
                verified=sum(one.status == "verified" for one in ranked),
            )
        )
        shown_ones = open_ones if self.pending.isChecked() else ranked
        self.list.show_rows([(one.id, self._cells(one)) for one in shown_ones])
        self._show_action()

    def _cells(self, one: Action) -> tuple[str, ...]:
        source = self._plan.events.get(one.source or "")
        return (
            status_of(one, self._today),
            dated(one.due) or "–",
            one.text,
            one.owner or tr("nobody"),
            words.choice(one.type),
            source.title if source else "–",
        )

    @property
    def action(self) -> Action | None:
        """The chosen action."""
        return self._plan.actions.get(self.list.chosen())

    def _show_action(self) -> None:
        one = self.action
        self.form.setEnabled(one is not None)
        for button in self.buttons:
            button.setEnabled(one is not None)
        self.forecasting.cancel()
        self.effect.show_rows([])
        if one is None:
            self.change.clear()
            self.measured.clear()
            return
        self.form.show_records([one])
        differences = self._differences(one)
        for button in self.buttons[1:]:
            button.setEnabled(bool(differences))
        self.change.setText(_in_words(one, differences))
        self.measured.setText(self._measured(one))

    def _differences(self, one: Action) -> Sequence[Difference]:
        try:
            return of_fields(self._plan, learning.with_change(self._plan, one))
        except PlannerError as problem:
            self._space.messages.notice(f"{shown(str(problem))}.")
            return ()

    def _measured(self, one: Action) -> str:
        lines: list[str] = []
        for key in one.services:
            found = learning.measured_effect(self._plan, one, key)
            if found.before is not None or found.after is not None:
                lines.append(
                    tr(
                        "{name}: measured {before} before it was done; after it: {after}.",
                        name=words.title(self._plan, key),
                        before=words.duration(found.before, tr("nothing")),
                        after=words.duration(found.after, tr("nothing yet, so re-test it")),
                    )
                )
        return "\n".join(lines) or tr("Measured: nothing yet. A re-test shows the real effect.")

    def _show_effect(self, answer: tuple[Plan, Comparison]) -> None:
        after, found = answer
        one = self.action
        if one is None:
            return
        rows = of_results(found, self._plan, after)
        self.effect.show_rows(
            [
                (str(n), (row.what, row.field, row.before, row.after, row.verdict))
                for n, row in enumerate(rows)
            ]
        )
        if not rows:
            self._space.messages.notice(tr("No figure of any scenario would change."))

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, PlannerError):
            raise error
        self._space.messages.notice(f"{shown(str(error))}.")

    # --------------------------------------------------------------------------------- doing

    def add(self) -> None:
        """Add an action, and let its text be typed."""
        if self._space.bridge.try_edit(
            mark("Add action"), lambda plan: learning.add_action(plan, tr("New action"))
        ):
            self.list.choose(list(self._plan.actions)[-1])
            self.form.focus_field("text")

    def forecast(self) -> None:
        """Work out what the change of the chosen action would bring."""
        one, plan = self.action, self._plan
        if one is None:
            return

        def work(_: Ticket) -> tuple[Plan, Comparison]:
            return learning.with_change(plan, one), learning.effect(plan, one)

        self.forecasting.ask(work)

    def set_change(self) -> None:
        """Let the change be made on a copy of the plan, and keep it with the action."""
        one = self.action
        if one is None:
            return
        dialog = ChangeDialog(self, self._space, one)
        dialog.accepted.connect(lambda: self.keep_change(one.id, dialog.text))
        dialog.open()

    def keep_change(self, action_id: str, text: str) -> None:
        """Keep which change of the plan an action stands for."""
        self._space.bridge.try_edit(
            mark("Set the change of an action"),
            lambda plan: edits.update(plan, "actions", action_id, change=text),
        )

    def carry_out(self) -> None:
        """Change the plan as the chosen action says."""
        one = self.action
        if one is not None:
            self._space.bridge.try_edit(
                mark("Carry out: {text}", text=one.text),
                lambda plan: learning.with_change(plan, one),
            )

    def _on_edited(self, name: str, value: object) -> None:
        one = self.action
        if one is None or getattr(one, name) == value:
            return
        label = mark(
            "Set {field} of {name}", field=fields_of(Action)[name].about.label, name=one.text
        )
        values = {name: value, **learning.dated(one, name, value, self._today)}
        done = self._space.bridge.try_edit(
            label, lambda plan: edits.update(plan, "actions", one.id, **values)
        )
        if not done:
            self._show_action()


def _in_words(one: Action, differences: Sequence[Difference]) -> str:
    if not one.change:
        return tr("It stands for no change of the plan yet; with one, its effect is forecast.")
    if not differences:
        return tr("The plan already says what it stands for.")
    lines = [
        tr(
            "{what}, {field}: {before} → {after}",
            what=d.what,
            field=d.field,
            before=d.before or "–",
            after=d.after or "–",
        )
        for d in differences
    ]
    return tr("It stands for: {changes}", changes="; ".join(lines))
