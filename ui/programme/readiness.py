"""How ready: the score, the points won, what wins the rest, and how that went over time."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from functools import partial

from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from bcp_planner.domain.plan import Plan
from bcp_planner.exercises.programme import (
    Figure,
    Points,
    explain_points,
    over_time,
    readiness,
)
from ui import why
from ui.jobs import Channel, Ticket
from ui.language import counted, shown, tr
from ui.programme.charts import BarChart, BarRow, Line, LineChart
from ui.workspace import Workspace

_GOOD, _FAIR = 0.8, 0.5
_Trend = Mapping[str, tuple[float, tuple[Figure, ...]]]


class ReadinessTab(QWidget):
    """Points of today."""

    def __init__(self, space: Workspace) -> None:
        super().__init__()
        self._space = space
        self.score = QLabel()
        self.score.setFont(space.theme.font(10, bold=True))
        self.said = QLabel(wordWrap=True)
        self.said.setProperty("muted", "true")
        self.chart = BarChart(space, tr("Points won of those possible, and what wins the rest"))
        column = QVBoxLayout(self)
        column.addWidget(self.score)
        column.addWidget(self.said)
        column.addWidget(scrolled(self.chart), 1)

    def show_plan(self, plan: Plan, today: datetime.date) -> None:
        """Show the points of a plan on a day."""
        score, points = readiness(plan, today)
        self.score.setText(tr("Readiness {score} of 100", score=f"{score:.0f}"))
        open_points = sum(one.possible - one.won for one in points)
        self.said.setText(
            tr(
                "{points} points are still to be won. What was measured counts most; what there is "
                "nothing to count of neither wins nor loses.",
                points=f"{open_points:.0f}",
            )
        )
        self.chart.show_rows(
            [
                BarRow(
                    _capital(shown(one.figure.name)),
                    one.figure.share,
                    tr("{part} of {whole}", part=one.figure.part, whole=one.figure.whole),
                    ""
                    if one.won == one.possible
                    else tr(
                        "+{points}: {how}",
                        points=counted(round(one.possible - one.won), "point", "points"),
                        how=shown(one.how),
                    ),
                    tone_of(one.figure.share),
                    partial(_why, one),
                )
                for one in points
            ]
        )


def _why(points: Points) -> str:
    return why.rich(explain_points(points))


class TrendTab(QWidget):
    """Readiness and each figure over the named versions of the plan."""

    def __init__(self, space: Workspace) -> None:
        super().__init__()
        self._space = space
        self.reading: Channel[_Trend] = Channel(tr("Reading the named versions"), self)
        self.reading.ready.connect(self._show)
        self.said = QLabel(wordWrap=True)
        self.said.setProperty("muted", "true")
        self.chart = LineChart(space, tr("Figures over named versions"))
        column = QVBoxLayout(self)
        column.addWidget(self.said)
        column.addWidget(self.chart, 1)

    def show_plan(self, plan: Plan, today: datetime.date) -> None:
        """Work out the figures of every named version, and of the plan as it is now."""
        session = self._space.bridge.session
        found: dict[str, tuple[Plan, datetime.date]] = {}
        if session is not None:
            for version in session.versions():
                found[version.name] = (session.version(version.name), version.at.date())
        found[tr("Now")] = (plan, today)
        self.said.setText(tr("Reading the named versions…"))

        def work(_: Ticket) -> _Trend:
            return over_time(found)

        self.reading.ask(work)

    def _show(self, trend: _Trend) -> None:
        versions = len(trend) - 1
        self.said.setText(
            tr("Shares at each named version, as of its day, and now.")
            if versions
            else tr(
                "There is no named version yet. Name one after each exercise or review (History "
                "panel); the figures of each are compared here."
            )
        )
        scores = [score / 100 for score, _ in trend.values()]
        names = [figure.name for figure in next(iter(trend.values()))[1]]
        lines = [Line(tr("Readiness"), scores)]
        for number, name in enumerate(names):
            shares = [figures[number].share for _, figures in trend.values()]
            lines.append(Line(_capital(shown(name)), shares))
        self.chart.show_lines(list(trend), lines)


def tone_of(share: float | None) -> str:
    """Return how good a share looks."""
    if share is None:
        return "accent"
    return "good" if share >= _GOOD else "warning" if share >= _FAIR else "error"


def scrolled(widget: QWidget) -> QScrollArea:
    """Return a widget that scrolls when it is taller than its place."""
    area = QScrollArea(widgetResizable=True)
    inner = QWidget()
    column = QVBoxLayout(inner)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(widget)
    column.addStretch()
    area.setWidget(inner)
    return area


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
