"""The simulation: how outages spread when working times are uncertain, and what moves them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QSplitter,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from bcp_planner.domain.durations import Duration
from ui import why, words
from ui.language import mark, shown, tr
from ui.models.roles import ROW_ROLE
from ui.models.rows import RowColumn, RowsModel, RowsSorter
from ui.panels.charts import Histogram, Tornado
from ui.panels.empty import OrEmpty
from ui.panels.lists import dress
from ui.panels.trials import KEPT, Course, Simulated, run
from ui.situation import AIMS
from ui.sizing import indented, scaled
from ui.workspace import Workspace

if TYPE_CHECKING:
    from bcp_planner.analysis.results import (
        ServiceSimulation,  # noqa: TC004
        Share,
        Simulation,
        SimulationComparison,
    )

_MEASURED = 500
"""Rows up to which columns are made as wide as what is in them."""
_TRIALS = (1_000, 10_000, 100_000)
_NO_SCENARIO = mark("Choose a scenario above to see how long its outages may really last.")
_READY = mark(
    "Run the simulation: each trial draws every working time anew and follows the same order."
)
_OTHER_SCENARIO = mark(
    "What was kept belongs to another scenario. Keep an order of this scenario first."
)
_NO_ORDER = mark("There is no recovery order yet to keep.")
_NONE = float("inf")


@dataclass(frozen=True, slots=True)
class Spread:
    """One row: a service and how its outage spreads."""

    service: str
    name: str
    result: ServiceSimulation


class SimulationPanel(QWidget):
    """Runs the simulation in the background and shows its shares, histogram and tornado.

    Signals:
        jumped(tuple): the service of the row or bar that was chosen.
    """

    jumped = Signal(tuple)

    def __init__(self, space: Workspace) -> None:
        super().__init__()
        self._space = space
        self._job = space.hub.channel_for(tr("Simulation"), self._on_ready)
        self.trials, self.seed = QComboBox(), indented(QSpinBox())
        self.against = QComboBox()
        self.keep, self.run = QPushButton(tr("Keep to compare")), QPushButton(tr("Run"))
        self._kept: Course | None = None
        self._found: Simulated | None = None
        self.progress = QProgressBar(maximum=100, textVisible=False)
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.model: RowsModel[Spread] = RowsModel(self._columns(), self)
        self._sorter = RowsSorter(self.model, self)
        self.view = QTableView()
        self.histogram, self.tornado = Histogram(space), Tornado(space)
        self._dress()
        self._lay_out()
        self._job.progressed.connect(lambda share: self.progress.setValue(round(share * 100)))
        self._job.busy_changed.connect(self._on_busy)
        space.situation.scenario_changed.connect(self._forget)
        space.bridge.replaced.connect(self._forget)
        space.bridge.changed.connect(self._mark_old)
        self._forget()

    def start(self) -> None:
        """Run the simulation, or stop the one that runs."""
        if self._job.busy:
            self._job.cancel()
            return
        plan, scenario = self._space.bridge.plan, self._space.situation.scenario
        if scenario is None:
            self._space.messages.notice(_NO_SCENARIO)
            return
        recovery = self._space.hub.recovery
        trials, seed = int(self.trials.currentData()), self.seed.value()
        aim, against = self._space.situation.aim, str(self.against.currentData() or "")
        course = Course(plan, scenario, aim, None if recovery is None else recovery.order)
        other = Course(plan, scenario, against, None) if against else None
        if against == KEPT:
            other = self._kept
            if other is None or other.scenario.id != scenario.id:
                self._space.messages.notice(_OTHER_SCENARIO)
                return
        self._job.ask(lambda ticket: run(course, other, against, trials, seed, ticket))

    def keep_course(self) -> None:
        """Keep the plan and the order on screen, to run others against them."""
        recovery, scenario = self._space.hub.recovery, self._space.situation.scenario
        if recovery is None or scenario is None:
            self._space.messages.notice(_NO_ORDER)
            return
        plan, aim = self._space.bridge.plan, self._space.situation.aim
        if self._kept is None:
            self.against.addItem(tr("against: what was kept"), KEPT)
        self._kept = Course(plan, scenario, aim, recovery.order)
        self.against.setCurrentIndex(self.against.findData(KEPT))
        self._space.messages.notice(
            tr("The order on screen is kept. Change the order or the plan, then run both.")
        )

    # ------------------------------------------------------------------------------- inside

    def _columns(self) -> tuple[RowColumn[Spread], ...]:
        def percentile(name: str, help_: str) -> RowColumn[Spread]:
            def text(row: Spread, at: Duration | None) -> str:
                said = words.rounded(at, tr("never"))
                return f"≥ {said}" if row.result.lower_bound and at is not None else said

            def value(row: Spread) -> Duration | None:
                found: Duration | None = getattr(row.result.outage, name)
                return found

            return RowColumn(
                name.upper(),
                lambda row: text(row, value(row)),
                key=lambda row: _NONE if value(row) is None else value(row),
                help=help_,
                right=True,
                why=lambda row: self._why(row, name),
            )

        def share(label: str, name: str, help_: str) -> RowColumn[Spread]:
            return RowColumn(
                label,
                lambda row: share_words(getattr(row.result, name)),
                key=lambda row: _share_key(getattr(row.result, name)),
                help=mark(
                    "{help} The figure after ± is the standard error: more trials, smaller.",
                    help=help_,
                ),
                right=True,
                why=lambda row: self._why(row, name),
            )

        return (
            RowColumn(tr("Service"), lambda row: row.name),
            percentile("p50", tr("Half of all trials have an outage no longer than this.")),
            percentile("p80", tr("80 of 100 trials have an outage no longer than this.")),
            percentile("p95", tr("95 of 100 trials have an outage no longer than this.")),
            share(mark("RTO met"), "rto_met", mark("Share of trials that keep the RTO.")),
            share(mark("MTPD met"), "mtpd_met", mark("Share of trials that keep the MTPD.")),
            share(
                mark("Critical"),
                "criticality",
                mark("Share of trials in which it decides the end."),
            ),
        )

    def _why(self, row: Spread, figure: str) -> str:
        found = self._found
        return why.simulation_tip(found.plan, found.result, row.service, figure) if found else ""

    def _dress(self) -> None:
        dress(
            self.view, self._sorter, tr("Outages over all trials"), (190, 84, 84, 84, 104, 104, 104)
        )
        self.view.setSortingEnabled(True)
        self.view.horizontalHeader().setSortIndicatorClearable(True)
        self.view.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self.view.clicked.connect(self._on_chosen)
        self.view.activated.connect(self._on_chosen)
        self.tornado.chosen.connect(self._jump)
        for trials in _TRIALS:
            self.trials.addItem(tr("{trials:,} trials", trials=trials), trials)
        self.trials.setCurrentIndex(1)
        self.trials.setAccessibleName(tr("Number of trials"))
        self.seed.setRange(0, 999_999)
        self.seed.setPrefix(tr("seed "))
        self.seed.setMinimumWidth(scaled(self, 124))
        self.seed.setAccessibleName(tr("Seed: the same one draws the same times again"))
        self.seed.setToolTip(tr("The same seed draws the same times again."))
        self.against.addItem(tr("without comparison"), "")
        for aim in AIMS:
            self.against.addItem(tr("against: {aim}", aim=shown(words.AIM_WORDS[aim])), aim)
        self.against.setAccessibleName(tr("Compare with the order for another aim"))
        self.against.setToolTip(tr("Follows the order for another aim through the same trials."))
        self.keep.setToolTip(
            tr("Keeps this plan and its order, to run a changed plan or another order against it.")
        )
        self.keep.clicked.connect(self.keep_course)
        self.run.setProperty("primary", "true")
        self.run.clicked.connect(self.start)
        self.progress.setFixedWidth(scaled(self, 110))
        self.progress.hide()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(10, 6, 8, 4)
        row.setSpacing(8)
        for widget in (self.trials, self.seed, self.against, self.keep, self.run, self.progress):
            row.addWidget(widget)
        row.addStretch(1)
        charts = QTabWidget()
        charts.setDocumentMode(True)
        charts.addTab(self.histogram, tr("All back"))
        holder = QScrollArea()
        holder.setWidgetResizable(True)
        holder.setFrameShape(QScrollArea.Shape.NoFrame)
        holder.setWidget(self.tornado)
        self.tornado.setProperty("panel", "true")
        charts.addTab(holder, tr("What moves it"))
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.view)
        split.addWidget(charts)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        split.setChildrenCollapsible(False)
        body = QWidget()
        inner = QVBoxLayout(body)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(4)
        self.said.setContentsMargins(10, 0, 10, 0)
        inner.addWidget(self.said)
        inner.addWidget(split, 1)
        self._or_empty = OrEmpty(body)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._or_empty, 1)
        self.setFocusProxy(self.run)

    def _forget(self) -> None:
        self._job.cancel()
        none = self._space.situation.scenario is None
        self.run.setEnabled(not none)
        self.keep.setEnabled(not none)
        self.model.show([])
        self._or_empty.say(_NO_SCENARIO if none else _READY)

    def _mark_old(self) -> None:
        head = tr("Before the last edits: {text}", text="")
        if self.model.rows and not self.said.text().startswith(head):
            self.said.setText(tr("Before the last edits: {text}", text=self.said.text()))

    def _on_ready(self, found: Simulated) -> None:
        from bcp_planner.analysis.explain_simulation import explain_makespan

        plan, result = self._space.bridge.plan, found.result
        self._found = found
        self.said.setToolTip(why.rich(explain_makespan(found.plan, result)))
        self.model.show(
            [Spread(key, words.title(plan, key), one) for key, one in result.services.items()]
        )
        if len(result.services) <= _MEASURED:
            for column in range(1, self.model.columnCount()):
                self.view.resizeColumnToContents(column)
        self.histogram.show_times(result.makespans, result.makespan)
        self.tornado.show_bars(found.bars, found.likely)
        lines = [summary(result)]
        if found.against is not None:
            lines.append(comparison(found.against, found.other))
        self.said.setText("\n".join(lines))
        self._or_empty.say("" if result.services else tr("No service goes down in this scenario."))

    def _on_busy(self, busy: bool) -> None:
        self.run.setText(tr("Stop") if busy else tr("Run"))
        self.progress.setValue(0)
        self.progress.setVisible(busy)

    def _on_chosen(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(row, Spread):
            self._jump(row.service)

    def _jump(self, service: str) -> None:
        if service in self._space.bridge.plan.services:
            self._space.selection.set([service])
            self.jumped.emit((service,))


def share_words(share: Share | None) -> str:
    """Return a share with its standard error, in hundredths; empty without a target."""
    if share is None:
        return ""
    return f"{100 * share.value:.1f} ± {100 * share.error:.1f} %"


def _share_key(share: Share | None) -> float:
    return _NONE if share is None else share.value


def summary(result: Simulation) -> str:
    """Return one sentence on when everything is back."""
    made = result.makespan
    half, most, nearly = (
        tr("never") if at is None else f"T+{words.rounded(at)}"
        for at in (made.p50, made.p80, made.p95)
    )
    said = tr(
        "Everything is back by {half} in half of {trials:,} trials, by {most} in 80 %, "
        "by {nearly} in 95 %.",
        half=half,
        trials=result.trials,
        most=most,
        nearly=nearly,
    )
    if not result.lower_bound:
        return said
    unknown = tr("Some working times are unknown and count as zero, so it may take longer.")
    return f"{said} {unknown}"


def comparison(found: SimulationComparison, other: str) -> str:
    """Return one sentence on how another order does in the same trials.

    Args:
        found: What was compared.
        other: The aim of the other order, or ``KEPT``.
    """
    sooner, later = share_words(found.sooner), share_words(found.later)
    if other == KEPT:
        text = tr(
            "With what was kept everything is back sooner in {share_words} of "
            "the same trials, later in {share_words2}",
            share_words=sooner,
            share_words2=later,
        )
    else:
        text = tr(
            "With the order for “{aim}” everything is back sooner in {share_words} of "
            "the same trials, later in {share_words2}",
            aim=shown(words.AIM_WORDS[other]),
            share_words=sooner,
            share_words2=later,
        )
    if found.mean_gain is None:
        return f"{text}."
    gain, error = found.mean_gain
    way = tr("sooner") if gain >= 0 else tr("later")
    mean, spread = words.rounded(round(abs(gain))), words.rounded(round(error))
    return tr(
        "{text}; on average {mean} {way} (± {spread}).",
        text=text,
        mean=mean,
        way=way,
        spread=spread,
    )
