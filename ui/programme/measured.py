"""What is known of how long recoveries take: evidence with its age, and estimates set from it."""

from __future__ import annotations

import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from bcp_planner.domain.entities import Estimate
from bcp_planner.domain.exercising import Evidence
from bcp_planner.domain.plan import Plan
from bcp_planner.exercises import learning
from bcp_planner.exercises.age import age_in_days
from bcp_planner.exercises.learning import Capability, Recalibration
from ui import words
from ui.exercise.grid import Grid, titled
from ui.language import dated, mark, shown, tr
from ui.workspace import Workspace

_WORK = {"recovery": mark("Recovery"), "restart": mark("Restart")}
_SET = {
    "recovery": mark("Set the recovery estimate from data"),
    "restart": mark("Set the restart estimate from data"),
}


class MeasuredTab(QWidget):
    """Capability of each service; for the chosen one its evidence and the estimate it gives."""

    def __init__(self, space: Workspace) -> None:
        super().__init__()
        self._space = space
        self._plan = space.bridge.plan
        self._today = datetime.datetime.now().astimezone().date()
        self._offered: dict[str, Recalibration] = {}
        self.services = Grid(
            tr("Capability"),
            (
                tr("Service"),
                "RTO",
                tr("Estimate"),
                tr("Promise"),
                tr("Test"),
                tr("Event"),
                tr("Newest"),
                tr("Age"),
            ),
            wide=0,
        )
        self.services.currentCellChanged.connect(lambda *_: self._show_service())
        self.data = Grid(
            tr("Evidence"),
            (
                tr("Day"),
                tr("Kind"),
                tr("Work"),
                tr("Time"),
                tr("Outage"),
                tr("Validated up to"),
                tr("Conditions"),
            ),
            wide=6,
        )
        self.said = QLabel(wordWrap=True)
        self.buttons = {work: QPushButton() for work in _WORK}
        edit = QPushButton(tr("&Add or edit evidence…"))
        edit.setToolTip(tr("Promises of suppliers, tests and events from elsewhere"))
        edit.clicked.connect(self.edit_evidence)
        row = QHBoxLayout()
        row.addWidget(self.said, 1)
        for work, button in self.buttons.items():
            button.clicked.connect(lambda _=False, work=work: self.recalibrate(work))
            row.addWidget(button)
        row.addWidget(edit)
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(titled(tr("What it rests on"), self.data), 1)
        column.addLayout(row)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.addWidget(titled(tr("How long recovery takes"), self.services))
        parts.addWidget(below)
        parts.setSizes([1200, 800])
        outer = QVBoxLayout(self)
        outer.addWidget(parts)

    def show_plan(self, plan: Plan, today: datetime.date) -> None:
        """Show what is known of the services with evidence first, then the other critical ones."""
        self._plan, self._today = plan, today
        known = dict.fromkeys(one.service for one in plan.evidence.values())
        critical = [key for key, one in plan.services.items() if one.tier == 1 and key not in known]
        self.services.show_rows(
            [(key, self._capability(learning.capability(plan, key))) for key in [*known, *critical]]
        )
        self._show_service()

    def _capability(self, one: Capability) -> tuple[str, ...]:
        age = age_in_days(one.date, self._today)
        old = age is not None and age > learning.FRESH_DAYS
        said = "–" if age is None else words.count(age, "day")
        return (
            words.title(self._plan, one.service),
            words.duration(one.target),
            words.duration(one.estimate),
            words.duration(one.promise),
            words.duration(one.tested),
            words.duration(one.event),
            dated(one.date) or tr("never measured"),
            tr("{age}, old", age=said) if old else said,
        )

    def _show_service(self) -> None:
        key, plan = self.services.chosen(), self._plan
        data = sorted(
            (one for one in plan.evidence.values() if one.service == key),
            key=lambda one: one.date,
            reverse=True,
        )
        self.data.show_rows([(one.id, self._evidence(one)) for one in data])
        self._offered = {}
        for work in _WORK:
            found = learning.recalibration(plan, key, work) if key in plan.services else None
            if found is not None and found.after != found.before:
                self._offered[work] = found
        self._offer()

    def _evidence(self, one: Evidence) -> tuple[str, ...]:
        age = age_in_days(one.date, self._today)
        day = dated(one.date) or "–"
        if age is not None and age > learning.FRESH_DAYS:
            day = tr("{day} (old)", day=day)
        return (
            day,
            words.choice(one.kind),
            words.choice(one.work),
            words.duration(one.duration),
            words.duration(one.outage),
            words.choice(one.depth) or "–",
            one.conditions,
        )

    def _offer(self) -> None:
        for work, button in self.buttons.items():
            button.setVisible(work in self._offered)
            button.setText(shown(_SET[work]))
        lines = [
            tr(
                "{work}: {before} in the plan; {after} from {count}: {data}.",
                work=shown(_WORK[work]),
                before=_points(found.before),
                after=_points(found.after),
                count=words.count(len(found.data), "measurement"),
                data=", ".join(
                    f"{words.duration(e.duration)} ({dated(e.date)})" for e in found.data
                ),
            )
            for work, found in self._offered.items()
        ]
        nothing = (
            tr("The estimates agree with what was measured.")
            if self.data.rowCount()
            else tr("Nothing was measured yet. A test or an incident gives the first time.")
        )
        self.said.setText("\n".join(lines) or nothing)

    def edit_evidence(self) -> None:
        """Open the list of evidence."""
        from ui.dialogs.plan import PlanDialog

        PlanDialog(self.window(), self._space, "evidence").open()

    def recalibrate(self, work: str) -> None:
        """Set an estimate of the chosen service from what was measured."""
        found = self._offered.get(work)
        if found is not None:
            name = words.title(self._plan, found.service)
            self._space.bridge.try_edit(
                mark("Set {work} of {name} from measured times", work=work, name=name),
                lambda plan: learning.recalibrated(plan, found),
            )


def _points(estimate: Estimate | None) -> str:
    if estimate is None:
        return tr("no estimate")
    points = (estimate.optimistic, estimate.likely, estimate.pessimistic)
    if points[0] == points[2]:
        return words.duration(points[1])
    return " / ".join(words.duration(one) for one in points)
