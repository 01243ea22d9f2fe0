"""What a scenario does to each item at one moment, and how that is drawn: colour and mark."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtGui import QColor

from bcp_planner.analysis.results import Impact, Recovery, ServiceImpact, ServiceRecovery, State
from bcp_planner.domain.durations import Duration
from ui.canvas.colours import mix
from ui.language import mark
from ui.theme import Theme


class Status(IntEnum):
    """State of a service at a moment, worse is larger; NONE while no scenario is shown."""

    NONE = 0
    UP = 1
    BACK = 2
    AT_RISK = 3
    DEGRADED = 4
    WORKING = 5
    DOWN = 6
    FAILED = 7


_OF_STATE = {
    State.UP: Status.UP,
    State.AT_RISK: Status.AT_RISK,
    State.DEGRADED: Status.DEGRADED,
    State.DOWN: Status.DOWN,
}

WORDS: Mapping[Status, str] = {
    Status.NONE: "",
    Status.UP: mark("Not affected"),
    Status.BACK: mark("Back"),
    Status.AT_RISK: mark("At risk"),
    Status.DEGRADED: mark("Degraded"),
    Status.WORKING: mark("Being recovered"),
    Status.DOWN: mark("Down"),
    Status.FAILED: mark("Fails"),
}


@dataclass(frozen=True, slots=True)
class Moment:
    """The status of every service at one moment.

    Attributes:
        status: Service id to status; absent means not affected.
        progress: Service id to the share of its recovery work that is done, 0 to 1.
        lost: (requirement, provider) pairs whose loss took something down.
    """

    status: Mapping[str, Status]
    progress: Mapping[str, float]
    lost: frozenset[tuple[str, str]]

    def of(self, service_id: str) -> Status:
        """Return the status of a service."""
        return self.status.get(service_id, Status.UP)


def moment(
    impact: Impact | None,
    recovery: Recovery | None,
    at: Duration | None,
    states: Mapping[str, State] | None = None,
) -> Moment | None:
    """Return what is shown at a moment.

    Args:
        impact: Blast radius; None when no scenario is chosen.
        recovery: A recovery order to follow as well, or None.
        at: Milliseconds from the disruption; None means the worst that happens.
        states: The state of every service at that moment, for what feels the recovery of others;
            without it, states follow the times of the blast radius.
    """
    if impact is None:
        return None
    status: dict[str, Status] = {}
    progress: dict[str, float] = {}
    for service_id, effect in impact.services.items():
        if states is None or at is None:
            status[service_id] = _impact_status(effect, at)
        else:
            status[service_id] = _now(effect, states.get(service_id, State.UP))
    for service_id, back in (recovery.services if recovery and at is not None else {}).items():
        found = _recovery_status(back, status.get(service_id, Status.DOWN), at or 0)
        if found is not None:
            status[service_id], progress[service_id] = found
    return Moment(status, progress, _lost(impact, status))


def _lost(impact: Impact, status: Mapping[str, Status]) -> frozenset[tuple[str, str]]:
    """Return the (requirement, provider) pairs that hurt now."""
    hurting = (Status.DEGRADED, Status.WORKING, Status.DOWN, Status.FAILED)
    return frozenset(
        (effect.cause.requirement, effect.cause.provider)
        for service_id, effect in impact.services.items()
        if effect.cause is not None
        and status.get(service_id) in hurting
        and status.get(effect.cause.provider) in hurting
    )


def _now(effect: ServiceImpact, state: State) -> Status:
    failed = effect.fails_itself and state is State.DOWN
    return Status.FAILED if failed else _OF_STATE[state]


def _impact_status(effect: ServiceImpact, at: Duration | None) -> Status:
    if at is None:
        return _now(effect, effect.state)
    if effect.down_at is not None and effect.down_at <= at:
        return Status.FAILED if effect.fails_itself else Status.DOWN
    if effect.degraded_at is not None and effect.degraded_at <= at:
        return Status.DEGRADED
    if effect.at_risk_at is not None and effect.at_risk_at <= at:
        return Status.AT_RISK
    return Status.UP


def _recovery_status(
    back: ServiceRecovery, before: Status, at: Duration
) -> tuple[Status, float] | None:
    if back.rides_through:
        return (Status.UP, 0.0) if before >= Status.DOWN else None
    if back.up_at is not None and at >= back.up_at:
        hurt = before in (Status.AT_RISK, Status.DEGRADED)
        return None if hurt else (Status.BACK, 1.0)
    if back.start is None or at < back.start or before < Status.DOWN:
        return None
    length = (back.finish or back.start) - back.start
    return Status.WORKING, min(1.0, (at - back.start) / length) if length else 1.0


@dataclass(frozen=True, slots=True)
class Look:
    """Colours of a status: area, and ink for border, mark and text."""

    fill: QColor
    ink: QColor


def look(status: Status, theme: Theme) -> Look:
    """Return the colours of a status in a theme."""
    if status in (Status.NONE, Status.UP):
        return Look(theme.card, theme.card_border)
    if status is Status.BACK:
        good = theme.states[State.UP]
        return Look(good.fill, good.ink)
    if status is Status.WORKING:
        return Look(mix(theme.accent_soft, theme.card, 0.7), theme.accent)
    state = {Status.AT_RISK: State.AT_RISK, Status.DEGRADED: State.DEGRADED}.get(status, State.DOWN)
    return Look(theme.states[state].fill, theme.states[state].ink)
