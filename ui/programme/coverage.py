"""What has been exercised, when and how deep; and what is due when."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bcp_planner.domain.errors import PlannerError
from bcp_planner.domain.plan import Plan
from bcp_planner.exercises.programme import Coverage, Covered, calendar, coverage
from ui import words
from ui.exercise.grid import Grid
from ui.language import dated, shown, tr
from ui.programme.charts import BarChart, BarRow
from ui.programme.readiness import scrolled
from ui.workspace import Workspace

_YEAR = 365


class CoverageTab(QWidget):
    """A bar for each: full when exercised today, empty after a year or never."""

    def __init__(self, space: Workspace) -> None:
        super().__init__()
        self._found: Coverage | None = None
        self.what = QComboBox()
        self.what.setAccessibleName(tr("Coverage of what"))
        for text, name in (
            (tr("Critical services"), "services"),
            (tr("Scenarios"), "scenarios"),
            (tr("Roles"), "roles"),
            (tr("People"), "people"),
        ):
            self.what.addItem(text, name)
        self.what.currentIndexChanged.connect(self._draw)
        self.said = QLabel(wordWrap=True)
        self.said.setProperty("muted", "true")
        self.said.setWordWrap(True)
        self.chart = BarChart(space, tr("How long ago each was exercised"))
        row = QHBoxLayout()
        row.addWidget(self.what)
        row.addWidget(self.said, 1)
        column = QVBoxLayout(self)
        column.addLayout(row)
        column.addWidget(scrolled(self.chart), 1)

    def show_plan(self, plan: Plan, today: datetime.date) -> None:
        """Show what a plan has exercised."""
        self._found = coverage(plan, today)
        self._draw()

    def _draw(self) -> None:
        if self._found is None:
            return
        rows: Sequence[Covered] = getattr(self._found, str(self.what.currentData()))
        ranked = sorted(rows, key=lambda one: -(one.days if one.days is not None else 10**6))
        done = sum(one.days is not None and one.days <= _YEAR for one in rows)
        self.said.setText(
            tr(
                "{done} of {all} in the last year. A bar is full on the day of an exercise and "
                "empty a year later; those waiting longest come first.",
                done=done,
                all=len(rows),
            )
        )
        self.chart.show_rows([_bar(one) for one in ranked])


def _bar(one: Covered) -> BarRow:
    if one.days is None:
        return BarRow(one.title, 0.0, tr("never"), tr("not exercised yet"), "error")
    share = max(0.0, 1 - one.days / _YEAR)
    tone = "error" if one.days > _YEAR else "warning" if share < 0.25 else "good"
    deepest = tr(
        "deepest: {kind}, {times}×", kind=words.choice_within(one.deepest), times=one.events
    )
    return BarRow(
        one.title, share, words.count(one.days, "day"), f"{dated(one.last)}, {deepest}", tone
    )


class CalendarTab(QWidget):
    """Exercises, reviews, actions and evidence that gets old, by day."""

    def __init__(self, space: Workspace) -> None:
        super().__init__()
        self._space = space
        self.grid = Grid(tr("Calendar"), (tr("Day"), tr("Kind"), tr("What"), ""), wide=2)
        button = QPushButton(tr("Write the &calendar (.ics)…"))
        button.setToolTip(tr("For Outlook, Google and other calendars"))
        button.clicked.connect(self.write)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(button)
        column = QVBoxLayout(self)
        column.addWidget(self.grid, 1)
        column.addLayout(row)

    def show_plan(self, plan: Plan, today: datetime.date) -> None:
        """Show what is due."""
        self.grid.show_rows(
            [
                (
                    f"{one.date} {one.what} {one.subject}",
                    (
                        dated(one.date),
                        words.choice(one.what),
                        shown(one.title),
                        tr("overdue") if one.overdue else "",
                    ),
                )
                for one in calendar(plan, today)
            ]
        )

    def write(self) -> None:
        """Ask where, and write the calendar."""
        from bcp_planner.interchange import formats

        space = self._space
        proposal = space.settings.folder / "continuity.ics"
        target = space.messages.ask_where_to_save(
            tr("Write the calendar"), proposal, tr("Calendars (*.ics)")
        )
        if target is None:
            return
        try:
            formats.write(space.bridge.plan, target, "calendar")
        except PlannerError as problem:
            space.messages.problem(f"{shown(str(problem))}.")
            return
        space.messages.notice(tr("{name} written.", name=target.name))
