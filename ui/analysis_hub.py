"""Keeps every analysis of the open plan fresh, off the GUI thread; the newest answer wins."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from bcp_planner.domain.change import Change
from bcp_planner.domain.durations import Duration
from bcp_planner.domain.entities import Scenario, Service
from bcp_planner.domain.errors import PlannerError
from bcp_planner.domain.plan import Plan
from ui.bridge import PlanBridge
from ui.canvas.states import Moment, moment
from ui.jobs import Channel, Ticket
from ui.language import tr
from ui.situation import Situation

if TYPE_CHECKING:
    from bcp_planner.analysis.moments import Moments
    from bcp_planner.analysis.results import (
        Finding,
        Impact,
        Recovery,
        Room,
        ServiceObjectives,
    )

_PAUSE_MS = 150
"""Rest after an edit before the plan is analysed again, so that typing is never in its way."""

SEARCH_SECONDS = 2.0
"""How long a better recovery order is looked for after each change."""

LONG_SECONDS = 30.0
"""How long when the person asks to look longer."""

MANY_ROOMS = 1500
"""Services in an order beyond which the room to grow is first told for the critical path."""


class AnalysisHub(QObject):
    """The results that belong to the plan and the situation on screen.

    A result stays while a newer one is computed. Without a scenario `impact` and `recovery` are
    None.

    Signals:
        impact_ready(), recovery_ready(), objectives_ready(), findings_ready(), blast_ready(),
        room_ready():
            the attribute of that name holds a newer value.
        failed(str, Exception): an analysis broke; what it was called.
        busy_changed(): something began or ended.
        shown_changed(): `shown` is another picture: scenario, results or moment changed.

    Attributes:
        blast: How many others each service takes down when it fails alone.
        blast_at_once: The same, counting only what goes down immediately.
        blast_within: The same, counting what goes down within the horizon of the situation.
        room: How much longer the work on each service may take; of the critical path first in
            very long orders.
    """

    impact_ready = Signal()
    recovery_ready = Signal()
    objectives_ready = Signal()
    findings_ready = Signal()
    blast_ready = Signal()
    room_ready = Signal()
    failed = Signal(str, object)
    busy_changed = Signal()
    shown_changed = Signal()

    def __init__(self, bridge: PlanBridge, situation: Situation) -> None:
        super().__init__(bridge)
        self._bridge, self._situation = bridge, situation
        self._replaced = False
        self.impact: Impact | None = None
        self.recovery: Recovery | None = None
        self.objectives: Mapping[str, ServiceObjectives] = {}
        self.findings: tuple[Finding, ...] = ()
        self.blast: Mapping[str, int] = {}
        self.blast_at_once: Mapping[str, int] = {}
        self.blast_within: Mapping[str, int] = {}
        self.room: Mapping[str, Room] = {}
        self._followed: tuple[str, ...] | None = None
        self._of_panels: list[Channel[object]] = []
        self.shown: Moment | None = None
        self._worst: Moment | None = None
        self._moments: Moments | None = None
        self._impact = self._channel(tr("Blast radius"), self._on_impact)
        self._recovery = self._channel(tr("Recovery order"), self._on_recovery)
        self._objectives = self._channel(tr("Objectives"), self._on_objectives)
        self._findings = self._channel(tr("Findings"), self._on_findings)
        self._blast = self._channel(tr("Single failures"), self._on_blast)
        self._room = self._channel(tr("Room to grow"), self._on_room)
        self._warming: Channel[None] = Channel(tr("Getting ready"), self)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.refresh)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._show)
        bridge.changed.connect(self._on_plan_changed)
        bridge.replaced.connect(self._drop)
        bridge.replaced.connect(self._mark_replaced)
        bridge.settled.connect(self._on_settled)
        situation.scenario_changed.connect(self._ask_scenario)
        situation.aim_changed.connect(self._ask_recovery)
        situation.moment_changed.connect(self._show)
        situation.horizon_changed.connect(self._ask_blast)
        situation.order_changed.connect(self._ask_recovery)

    @property
    def channels(self) -> tuple[Channel[object], ...]:
        """Every channel, to show what is running and to stop it."""
        own = (self._impact, self._recovery, self._objectives, self._findings, self._blast)
        return (*own, self._room, *self._of_panels)

    @property
    def searching(self) -> bool:
        """Whether a better recovery order is being looked for."""
        return self._recovery.busy

    def channel_for(self, label: str, on_ready: Callable[..., None]) -> Channel[object]:
        """Return a new channel for questions of a panel; what the plan does not allow is told."""
        channel: Channel[object] = Channel(label, self)
        channel.ready.connect(on_ready)
        channel.failed.connect(lambda error: self._tell(label, error))
        channel.busy_changed.connect(lambda _: self.busy_changed.emit())
        self._of_panels.append(channel)
        return channel

    def rto_met(self, service_id: str) -> bool | None:
        """Return whether the recovery keeps a service's RTO; None where nothing can be said."""
        found = self.recovery.services.get(service_id) if self.recovery else None
        return found.rto_met if found else None

    def search_longer(self) -> None:
        """Look much longer for a better recovery order."""
        self._situation.follow_order(None)
        self._ask_recovery(LONG_SECONDS)

    def stop_search(self) -> None:
        """End the search with the best order it has found."""
        self._recovery.finish()

    @property
    def busy(self) -> bool:
        """Whether any answer is on its way or about to be asked for."""
        waiting = self._pause.isActive() or self._soon.isActive()
        return waiting or any(channel.busy for channel in self.channels)

    def refresh(self) -> None:
        """Analyse the plan as it is now."""
        self._pause.stop()
        plan = self._bridge.plan
        self._ask_scenario()
        self._objectives.ask(lambda ticket: _objectives(plan))
        self._findings.ask(lambda ticket: _findings(plan))
        self._ask_blast()

    def warm(self) -> None:
        """Compile the analyses in the background, so that large plans need not wait for it."""
        self._warming.ask(_warm)

    @property
    def warming(self) -> bool:
        """Whether the analyses are being compiled."""
        return self._warming.busy

    def cancel(self) -> None:
        """Stop everything that is running; results stay as they are."""
        self._drop()
        self._warming.cancel()

    def _drop(self) -> None:
        self._pause.stop()
        for channel in self.channels:
            channel.cancel()

    # ------------------------------------------------------------------------------- asking

    def _ask_scenario(self) -> None:
        plan, scenario = self._bridge.plan, self._situation.scenario
        if scenario is None:
            self._impact.cancel()
            self._recovery.cancel()
            self._room.cancel()
            self._on_impact(None)
            self._on_recovery(None)
            return
        self._impact.ask(lambda ticket: _impact(plan, scenario))
        self._ask_recovery()

    def _ask_recovery(self, seconds: float = SEARCH_SECONDS) -> None:
        plan, scenario, aim = self._bridge.plan, self._situation.scenario, self._situation.aim
        order = self._situation.order
        if scenario is None:
            return
        if order is not None:
            self._recovery.ask(lambda ticket: _follow(plan, scenario, order, aim))
        else:
            self._recovery.ask(lambda ticket: _recover(plan, scenario, aim, seconds, ticket))

    def _ask_blast(self) -> None:
        plan, horizon = self._bridge.plan, self._situation.horizon
        self._blast.ask(lambda ticket: _blast_sizes(plan, horizon, ticket))

    def _ask_room(self, recovery: Recovery) -> None:
        plan, scenario = self._bridge.plan, self._situation.scenario
        if scenario is not None:
            self._room.ask(lambda ticket: _rooms(plan, scenario, recovery, ticket))

    def _on_plan_changed(self, change: Change) -> None:
        if _matters(change):
            self._pause.start()

    def _mark_replaced(self) -> None:
        self._replaced = True

    def _on_settled(self) -> None:
        if not self._replaced:
            return
        self._replaced = False
        self.objectives, self.findings, self.blast = {}, (), {}
        self.blast_at_once, self.blast_within = {}, {}
        self._on_impact(None)
        self._on_recovery(None)
        self.objectives_ready.emit()
        self.findings_ready.emit()
        self.blast_ready.emit()
        self._pause.start()

    # ------------------------------------------------------------------------------ answers

    def _channel(self, label: str, on_ready: Callable[..., None]) -> Channel[object]:
        channel: Channel[object] = Channel(label, self)
        channel.ready.connect(on_ready)
        channel.failed.connect(lambda error: self.failed.emit(label, error))
        channel.busy_changed.connect(lambda _: self.busy_changed.emit())
        return channel

    def _on_impact(self, result: tuple[Impact, Moment | None] | None) -> None:
        self.impact, self._worst = result or (None, None)
        self._moments = None
        self.impact_ready.emit()
        self._show_soon()

    def _on_recovery(self, result: Recovery | PlannerError | None) -> None:
        if isinstance(result, PlannerError):
            self._refuse_order(result)
            return
        self._followed = self._situation.order
        self.recovery = result
        self.room = {}
        self._moments = None
        self.recovery_ready.emit()
        self._show_soon()
        if result is not None and not self._recovery.busy:
            self._ask_room(result)

    def _refuse_order(self, problem: PlannerError) -> None:
        """Say why the person's order cannot be followed, and go back to the one before."""
        self._bridge.messages.notice(f"{problem}.")
        before = self._followed if self._followed != self._situation.order else None
        self._situation.follow_order(before)

    def _on_room(self, result: Mapping[str, Room]) -> None:
        self.room = result
        self.room_ready.emit()

    def _tell(self, label: str, error: Exception) -> None:
        if isinstance(error, PlannerError):
            self._bridge.messages.problem(f"{str(error).rstrip('.')}.")
        else:
            self.failed.emit(label, error)

    def _show_soon(self) -> None:
        """Paint what follows from results after the lists took them, in a piece of its own."""
        if self.impact is None:
            self._show()
        else:
            self._soon.start()

    def _show(self) -> None:
        """Work out the status of every service at the moment that is looked at."""
        self._soon.stop()
        at, before = self._situation.moment, self.shown
        if self.impact is None or at is None:
            self.shown = self._worst
        else:
            states = self._prepared(self.impact).at(at)
            self.shown = moment(self.impact, self.recovery, at, states)
        if self.shown is not before:
            self.shown_changed.emit()

    def _prepared(self, impact: Impact) -> Moments:
        if self._moments is None:
            from bcp_planner.analysis.moments import Moments

            self._moments = Moments(self._bridge.plan, impact, self.recovery)
        return self._moments

    def _on_objectives(self, result: Mapping[str, ServiceObjectives]) -> None:
        self.objectives = result
        self.objectives_ready.emit()

    def _on_findings(self, result: tuple[Finding, ...]) -> None:
        self.findings = result
        self.findings_ready.emit()

    def _on_blast(self, result: tuple[Mapping[str, int], ...]) -> None:
        self.blast, self.blast_at_once, self.blast_within = result
        self.blast_ready.emit()


def _matters(change: Change) -> bool:
    """Tell whether an edit can alter any figure: moving cards about cannot."""
    if change.info is not None or set(change.tables) != {"services"}:
        return True
    services = change.tables["services"]
    return any(_without_place(old) != _without_place(new) for old, new in services.records.values())


def _without_place(record: object) -> object:
    if not isinstance(record, Service):
        return record
    from dataclasses import replace

    return replace(record, position=None, pinned=False)


# The analyses are imported in the worker: their libraries take longer than the first paint may.


def _impact(plan: Plan, scenario: Scenario) -> tuple[Impact, Moment | None]:
    """Return the blast radius, and the picture of the worst that happens."""
    from bcp_planner.analysis.impact import impact

    found = impact(plan, scenario)
    return found, moment(found, None, None)


def _recover(plan: Plan, scenario: Scenario, aim: str, seconds: float, ticket: Ticket) -> Recovery:
    from bcp_planner.analysis.recovery import recover

    return recover(
        plan,
        scenario,
        aim=aim,
        seconds=seconds,
        on_better=ticket.better,
        cancelled=lambda: ticket.cancelled,
    )


def _follow(
    plan: Plan, scenario: Scenario, order: tuple[str, ...], aim: str
) -> Recovery | PlannerError:
    from bcp_planner.analysis.recovery import follow

    try:
        return follow(plan, scenario, order, aim=aim)
    except PlannerError as problem:
        return problem


def _rooms(
    plan: Plan, scenario: Scenario, recovery: Recovery, ticket: Ticket
) -> Mapping[str, Room]:
    from bcp_planner.analysis.sensitivity import sensitivity

    def rooms(
        some: tuple[str, ...] | None, progress: Callable[[float], None] | None = None
    ) -> Mapping[str, Room]:
        return sensitivity(
            plan,
            scenario,
            recovery.order,
            services=some,
            progress=progress,
            cancelled=lambda: ticket.cancelled,
        )

    if len(recovery.order) > MANY_ROOMS:
        ticket.better(rooms(recovery.critical_path))
    return rooms(None, ticket.report)


def _warm(ticket: Ticket) -> None:
    from bcp_planner.analysis.warm import make_ready

    make_ready(lambda: ticket.cancelled)


def _objectives(plan: Plan) -> Mapping[str, ServiceObjectives]:
    from bcp_planner.analysis.objectives import objectives

    found = objectives(plan)
    next(iter(found.values()), None)  # what all of them rest on is worked out here, not on screen
    return found


def _findings(plan: Plan) -> tuple[Finding, ...]:
    from bcp_planner.analysis.findings import findings

    return tuple(findings(plan))


def _blast_sizes(
    plan: Plan, horizon: Duration, ticket: Ticket
) -> tuple[Mapping[str, int], Mapping[str, int], Mapping[str, int]]:
    from bcp_planner.analysis.singles import blast_sizes

    return blast_sizes(plan), blast_sizes(plan, 0), blast_sizes(plan, horizon)
