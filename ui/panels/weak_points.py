"""Weak points: what fails alone and takes others down, and what must fail together."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from bcp_planner.domain.entities import SERVICE_KINDS
from ui import icons, words
from ui.jobs import Ticket
from ui.language import mark, tr
from ui.models.roles import ROW_ROLE
from ui.models.rows import RowColumn, RowsModel, RowsSorter
from ui.panels.empty import OrEmpty
from ui.panels.horizon import HorizonField
from ui.panels.lists import dress
from ui.sizing import scaled
from ui.workspace import Workspace

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

    from bcp_planner.analysis.cutsets import SharedCutSet  # noqa: TC004 - annotations only
    from bcp_planner.domain.durations import Duration
    from bcp_planner.domain.plan import Plan

_PAUSE_MS = 300
_MOST_ROWS = 5000
"""Sets shown; the rest is counted."""
_WORDY = 1000
"""Single points of which the targets are listed; of the others when their row is pointed at."""


@dataclass(frozen=True, slots=True)
class Single:
    """A single point of failure; how many services and targets it takes down."""

    service: str
    name: str
    kind: str
    services: int
    targets: int | None
    """None when they were not worked out, in plans of very many single points."""
    threatened: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CutSets:
    """The sets that were found: those shown, how many there are, and for what."""

    shown: tuple[SharedCutSet, ...]
    total: int
    about: str


class WeakPointsPanel(QWidget):
    """Single points of failure of the whole plan; cut sets of a service or a tier.

    Signals:
        jumped(tuple): the services of the row that was chosen.
    """

    jumped = Signal(tuple)

    def __init__(self, space: Workspace) -> None:
        super().__init__()
        self._space = space
        self._stale = True
        self.singles: RowsModel[Single] = RowsModel(self._single_columns(), self)
        self.sets: RowsModel[SharedCutSet] = RowsModel(self._set_columns(), self)
        self.singles_view, self.sets_view = QTableView(), QTableView()
        self._sorter = RowsSorter(self.singles, self)
        self._singles_job = space.hub.channel_for(tr("Single points of failure"), self._on_singles)
        self._sets_job = space.hub.channel_for(tr("Cut sets"), self._on_sets)
        self.said, self.found = QLabel(wordWrap=True), QLabel(wordWrap=True)
        self.of, self.order, self.among = QComboBox(), QComboBox(), QComboBox()
        self.horizon = HorizonField(space)
        self.search = QPushButton(tr("Find cut sets"))
        self.progress = QProgressBar(maximum=100, textVisible=False)
        self._dress()
        self._lay_out()
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._soon.timeout.connect(self.refresh)
        for signal in (space.bridge.settled, space.situation.horizon_changed):
            signal.connect(self._on_changed)
        space.selection.changed.connect(self._name_service)
        space.themes.changed.connect(self.singles.repaint)

    def refresh(self) -> None:
        """Find the single points of failure of the plan as it is now."""
        self._stale = False
        plan, horizon = self._space.bridge.plan, self._space.situation.horizon
        self._offer()
        self._singles_job.ask(lambda ticket: single_rows(plan, horizon, ticket))

    def find_sets(self) -> None:
        """Find the cut sets that are asked for, or stop looking for them."""
        if self._sets_job.busy:
            self._sets_job.cancel()
            self._sets_empty.say(tr("Stopped. A smaller order or fewer kinds are found sooner."))
            return
        plan, horizon = self._space.bridge.plan, self._space.situation.horizon
        wanted, about = self._wanted()
        if not wanted:
            self._space.messages.notice(
                tr("Select a service, or choose a tier, to find its cut sets.")
            )
            return
        order, among = int(self.order.currentData()), str(self.among.currentData())
        until = horizon if self.within.isChecked() else None
        self._sets_empty.say(tr("Looking for what takes {about} down …", about=about))
        self._sets_job.ask(
            lambda ticket: cut_sets_of(plan, wanted, about, order, among, until, ticket)
        )

    # ------------------------------------------------------------------------------- inside

    def _single_columns(self) -> tuple[RowColumn[Single], ...]:
        return (
            RowColumn(tr("Fails alone"), lambda row: row.name, self._icon),
            RowColumn(tr("Kind"), lambda row: words.choice(row.kind)),
            RowColumn(
                tr("Services"),
                lambda row: f"{row.services:,}",
                key=lambda row: row.services,
                help=tr("How many services go down with it."),
                right=True,
            ),
            RowColumn(
                tr("Targets"),
                lambda row: "–" if row.targets is None else f"{row.targets:,}",
                key=lambda row: -1 if row.targets is None else row.targets,
                help=mark("How many of them have an RTO or an MTPD."),
                right=True,
            ),
            RowColumn(
                tr("Threatens"),
                lambda row: words.titles(self._space.bridge.plan, row.threatened, 6),
                tip=lambda row: words.titles(self._space.bridge.plan, row.threatened, 40),
            ),
        )

    def _set_columns(self) -> tuple[RowColumn[SharedCutSet], ...]:
        plan = self._space.bridge
        return (
            RowColumn(tr("Size"), lambda row: str(len(row.members)), right=True),
            RowColumn(
                tr("Fail together"),
                lambda row: words.titles(plan.plan, row.members, len(row.members)),
            ),
            RowColumn(tr("Threatens"), lambda row: words.titles(plan.plan, row.threatens, 6)),
        )

    def _icon(self, row: Single) -> QIcon | None:
        return icons.kind_icon(row.kind, self._space.theme)

    def _dress(self) -> None:
        dress(self.singles_view, self._sorter, tr("Single points of failure"), (180, 96, 72, 68))
        dress(self.sets_view, self.sets, tr("Cut sets"), (64, 320))
        self.singles_view.setSortingEnabled(True)
        self.singles_view.horizontalHeader().setSortIndicatorClearable(True)
        self.singles_view.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        for view in (self.singles_view, self.sets_view):
            view.clicked.connect(self._on_chosen)
            view.activated.connect(self._on_chosen)
        for order in (1, 2, 3, 4):
            self.order.addItem(tr("up to {order}", order=order), order)
        self.order.setCurrentIndex(1)
        for combo, name in (
            (self.of, tr("Cut sets of")),
            (self.order, tr("Largest number of failures")),
            (self.among, tr("What may fail")),
        ):
            combo.setAccessibleName(name)
        self.among.addItem(tr("any service"), "all")
        self.among.addItem(tr("leaves only"), "leaves")
        for kind in SERVICE_KINDS:
            self.among.addItem(tr("kind: {kind}", kind=words.choice(kind)), kind)
        self.search.setProperty("primary", "true")
        self.search.clicked.connect(self.find_sets)
        self._sets_job.progressed.connect(lambda share: self.progress.setValue(round(share * 100)))
        self._sets_job.busy_changed.connect(self._on_busy)
        self.progress.hide()

    def _lay_out(self) -> None:  # noqa: PLR0915 - two halves of one picture
        self.within = QCheckBox(tr("within"))
        self.within.setToolTip(tr("Only sets that take it down within the horizon"))
        left, right = QWidget(), QWidget()
        head = QHBoxLayout()
        head.setContentsMargins(10, 6, 8, 4)
        head.addWidget(self.said, 1)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        self._singles_empty = OrEmpty(self.singles_view)
        column.addWidget(self._singles_empty, 1)
        row = QHBoxLayout()
        row.setContentsMargins(10, 6, 8, 4)
        row.setSpacing(8)
        self.of.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.of.setMinimumContentsLength(12)
        for widget, stretch in ((self.of, 3), (self.order, 0), (self.among, 2)):
            row.addWidget(widget, stretch)
        second = QHBoxLayout()
        second.setContentsMargins(10, 2, 8, 6)
        second.setSpacing(8)
        for widget in (self.within, self.horizon):
            second.addWidget(widget)
        second.addStretch(1)
        second.addWidget(self.progress)
        second.addWidget(self.search)
        self.progress.setFixedWidth(scaled(self, 90))
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addLayout(second)
        self.found.setContentsMargins(10, 0, 8, 4)
        self.found.setProperty("muted", "true")
        self.found.hide()
        column.addWidget(self.found)
        self._sets_empty = OrEmpty(self.sets_view)
        self._sets_empty.say(
            tr(
                "A cut set is a smallest group of failures that together take a service down. "
                "Select a service and find its cut sets."
            )
        )
        column.addWidget(self._sets_empty, 1)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(left)
        split.addWidget(right)
        split.setChildrenCollapsible(False)
        split.setSizes([1000, 1000])
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(split)
        self.setFocusProxy(self.singles_view)

    def _offer(self) -> None:
        """Offer the current service and the tiers of the plan."""
        chosen = self.of.currentData()
        self.of.clear()
        self.of.addItem("", None)
        tiers = {service.tier for service in self._space.bridge.plan.services.values()}
        for tier in sorted(tier for tier in tiers if tier is not None):
            self.of.addItem(tr("Tier {tier}", tier=tier), tier)
        self.of.setCurrentIndex(max(0, self.of.findData(chosen)))
        self._name_service()

    def _name_service(self) -> None:
        current = self._space.selection.current
        name = (
            words.title(self._space.bridge.plan, current) if current else tr("The selected service")
        )
        if self.of.count():
            self.of.setItemText(0, name if len(name) < 30 else f"{name[:28]}…")

    def _wanted(self) -> tuple[tuple[str, ...], str]:
        plan, tier = self._space.bridge.plan, self.of.currentData()
        if tier is not None:
            found = tuple(key for key, service in plan.services.items() if service.tier == tier)
            return found, tr("a service of tier {tier}", tier=tier)
        current = self._space.selection.current
        if current is None or current not in plan.services:
            return (), ""
        return (current,), words.title(plan, current)

    def _on_changed(self) -> None:
        self._stale = True
        if self.isVisible():
            self._soon.start()

    def _on_singles(self, rows: list[Single]) -> None:
        self.singles.show(rows)
        harmful = sum(bool(row.targets) for row in rows)
        least = tr("at least ") if any(row.targets is None for row in rows) else ""
        text = words.count(len(rows), "single point", "single points") + tr(" of failure")
        self.said.setText(
            tr(
                "{text}, {least}{harmful:,} with a target at stake",
                text=text,
                least=least,
                harmful=harmful,
            )
        )
        self._singles_empty.say(
            "" if rows else tr("No service takes another down by failing alone.")
        )

    def _on_sets(self, found: CutSets) -> None:
        self.sets.show(found.shown)
        more = (
            tr(", the first {shown:,} listed", shown=len(found.shown))
            if found.total > len(found.shown)
            else ""
        )
        counts = ", ".join(
            tr("{number:,} of order {order}", number=number, order=order)
            for order, number in _by_order(found.shown).items()
        )
        text = words.count(found.total, "cut set")
        self.found.setText(
            tr(
                "{text} of {about}{more}: {counts}",
                text=text,
                about=found.about,
                more=more,
                counts=counts,
            )
        )
        self.found.setVisible(bool(found.shown))
        nothing = tr(
            "Nothing of what may fail takes {about} down up to this order.", about=found.about
        )
        self._sets_empty.say("" if found.shown else nothing)

    def _on_busy(self, busy: bool) -> None:
        self.search.setText(tr("Stop") if busy else tr("Find cut sets"))
        self.progress.setValue(0)
        self.progress.setVisible(busy)

    def _on_chosen(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        chosen = (row.service,) if isinstance(row, Single) else getattr(row, "members", ())
        alive = tuple(key for key in chosen if key in self._space.bridge.plan.services)
        if alive:
            self._space.selection.set(alive)
            self.jumped.emit(alive)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._soon.start()


def _by_order(found: tuple[SharedCutSet, ...]) -> Mapping[int, int]:
    counts: dict[int, int] = {}
    for one in found:
        counts[len(one.members)] = counts.get(len(one.members), 0) + 1
    return counts


def single_rows(plan: Plan, horizon: Duration | None, ticket: Ticket) -> list[Single]:
    """Return the single points of failure, the one that takes most services down first."""
    from bcp_planner.analysis.singles import single_points

    points = single_points(plan)
    rows: list[Single] = []
    for number, (key, size) in enumerate(points.sizes.items()):
        if number % 20 == 0:
            ticket.report(number / len(points.sizes))
        service = plan.services[key]
        if number < _WORDY:
            point = points[key]
            rows.append(
                Single(key, service.title, service.kind, size, len(point.targets), point.taken_down)
            )
        else:
            rows.append(Single(key, service.title, service.kind, size, None, ()))
    return rows


def cut_sets_of(
    plan: Plan,
    wanted: tuple[str, ...],
    about: str,
    order: int,
    among: str,
    horizon: Duration | None,
    ticket: Ticket,
) -> CutSets:
    """Return the cut sets of some services."""
    from bcp_planner.analysis import cutsets

    def stop() -> bool:
        return ticket.cancelled

    if len(wanted) == 1:
        report: Callable[[float], None] = ticket.report
        sets = cutsets.cut_sets(plan, wanted[0], order, among, horizon, report, stop)
        shown = tuple(cutsets.SharedCutSet(members, wanted) for members in sets[:_MOST_ROWS])
        return CutSets(shown, len(sets), about)
    shared = cutsets.shared_cut_sets(plan, wanted, order, among, horizon, stop)
    return CutSets(shared[:_MOST_ROWS], len(shared), about)
