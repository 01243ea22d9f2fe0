"""What goes down in the scenario, in the order of time, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QVBoxLayout, QWidget

from bcp_planner.analysis.results import Impact, ServiceImpact, State
from bcp_planner.domain.durations import Duration
from bcp_planner.domain.plan import Plan
from ui import icons, why, words
from ui.language import mark, shown, tr
from ui.models.roles import ROW_ROLE
from ui.models.rows import RowColumn, RowsModel
from ui.panels.empty import OrEmpty
from ui.panels.seen import WhenSeen
from ui.sizing import scaled
from ui.workspace import Workspace

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QIcon

_NO_SCENARIO = mark(
    "Choose a scenario above, or select services and press B, to see what goes "
    "down with them, when, and why."
)


_FIGURES = {
    State.UP: "state",
    State.AT_RISK: "at_risk_at",
    State.DEGRADED: "degraded_at",
    State.DOWN: "down_at",
}


class Effect(NamedTuple):
    """What happens to one service, for one row; there are thousands of them."""

    service: str
    name: str
    at: Duration
    state: State


class ImpactPanel(QWidget):
    """The list of effects by time; at a moment, what has not happened yet is pale.

    Signals:
        jumped(tuple): the service of the row that was chosen.
    """

    jumped = Signal(tuple)

    def __init__(self, space: Workspace) -> None:
        super().__init__()
        self._space = space
        self.model: RowsModel[Effect] = RowsModel(
            (
                RowColumn(
                    tr("When"),
                    lambda row: words.moment(row.at),
                    help=tr("Time after the loss."),
                    why=self._tip,
                ),
                RowColumn(tr("Service"), lambda row: row.name, self._kind),
                RowColumn(
                    tr("Becomes"),
                    lambda row: shown(words.STATE_WORDS[row.state]),
                    self._mark,
                    why=self._tip,
                ),
                RowColumn(tr("Because"), self._why, why=self._tip),
            ),
            self,
        )
        self.model.colour = self._colour
        self.view = QTableView()
        _tidy(self.view, self.model, tr("What goes down, when and why"))
        self.view.clicked.connect(self._on_chosen)
        self.view.activated.connect(self._on_chosen)
        self._or_empty = OrEmpty(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._or_empty)
        self.setFocusProxy(self.view)
        self._seen = WhenSeen(self, self.refresh)
        space.hub.impact_ready.connect(self._seen.ask)
        space.situation.moment_changed.connect(self._on_moment)
        space.themes.changed.connect(self.model.repaint)
        self.refresh()

    def refresh(self) -> None:
        """Show the newest blast radius."""
        impact = self._space.hub.impact
        self.model.show(effects(self._space.bridge.plan, impact) if impact else [])
        if impact is None:
            self._or_empty.say(_NO_SCENARIO)
        else:
            self._or_empty.say("" if self.model.rows else tr("Nothing happens to any service."))
        self._on_moment()

    def _on_moment(self) -> None:
        self.model.repaint()
        moment = self._space.situation.moment
        if moment is None:
            return
        past = [row for row, effect in enumerate(self.model.rows) if effect.at <= moment]
        if past:
            self.view.scrollTo(self.model.index(past[-1], 0))

    def _colour(self, row: Effect) -> QColor | None:
        moment = self._space.situation.moment
        pale = moment is not None and row.at > moment
        return self._space.theme.border_strong if pale else None

    def _why(self, row: Effect) -> str:
        impact = self._space.hub.impact
        return reason(self._space.bridge.plan, impact, row.service) if impact else ""

    def _tip(self, row: Effect) -> str:
        return why.tip(self._space, row.service, _FIGURES[row.state])

    def _kind(self, row: Effect) -> QIcon | None:
        service = self._space.bridge.plan.services.get(row.service)
        return icons.kind_icon(service.kind, self._space.theme) if service else None

    def _mark(self, row: Effect) -> QIcon:
        return icons.state_icon(row.state, self._space.theme)

    def _on_chosen(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(row, Effect) and row.service in self._space.bridge.plan.services:
            self._space.selection.set([row.service])
            self.jumped.emit((row.service,))


def _tidy(view: QTableView, model: RowsModel[Effect], name: str) -> None:
    view.setModel(model)
    view.setAccessibleName(name)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(scaled(view, 27))
    header = view.horizontalHeader()
    header.setStretchLastSection(True)
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    for column, width in enumerate((110, 250, 120)):
        view.setColumnWidth(column, width)


def effects(plan: Plan, impact: Impact) -> list[Effect]:
    """Return what happens to each service that is not up, earliest first."""
    found = [
        Effect(key, words.title(plan, key), at, effect.state)
        for key, effect in impact.services.items()
        if (at := _when(effect)) is not None
    ]
    rank = list(State)
    return sorted(found, key=lambda row: (row.at, -rank.index(row.state), row.name.casefold()))


def _when(effect: ServiceImpact) -> Duration | None:
    state = effect.state
    if state is State.DOWN:
        return effect.down_at
    if state is State.DEGRADED:
        return effect.degraded_at
    return effect.at_risk_at if state is State.AT_RISK else None


def reason(plan: Plan, impact: Impact, service_id: str) -> str:
    """Return why a service is in its state, in words, with the chain back to what failed."""
    effect = impact.services[service_id]
    if effect.fails_itself and effect.state is State.DOWN:
        return tr("Fails in this scenario")
    if effect.state is State.AT_RISK:
        return tr("A spare of what it needs is gone")
    if effect.cause is None:
        return ""
    carries_on = (
        tr(" and carries on for {tolerance}", tolerance=words.duration(effect.cause.tolerance))
        if effect.cause.tolerance
        else ""
    )
    chain = impact.chain(service_id)
    if effect.state is not State.DOWN or len(chain) < 2:
        verb = tr("Needs") if effect.state is State.DOWN else tr("Relies on")
        return f"{verb} {words.title(plan, effect.cause.provider)}{carries_on}"
    path = " → ".join(words.title(plan, link.service) for link in chain)
    return f"{path}{carries_on}"
