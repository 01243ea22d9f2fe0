"""Why a figure has its value, in words for tooltips and the panel that answers it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from bcp_planner.analysis.results import Explanation, State
from bcp_planner.domain.durations import Duration
from ui.language import duration_read_back, localised, mark, shown
from ui.workspace import Workspace

if TYPE_CHECKING:
    from bcp_planner.analysis.results import (
        Finding,
        Impact,
        Recovery,
        ServiceObjectives,
        Simulation,
    )
    from bcp_planner.domain.plan import Plan

FIGURES: Mapping[str, str] = {
    "state": mark("State"),
    "down_at": mark("Down at"),
    "degraded_at": mark("Degraded at"),
    "at_risk_at": mark("At risk at"),
    "blast": mark("Blast radius"),
    "required_rto": mark("Required RTO"),
    "achieved": mark("Achieved if all is lost"),
    "start": mark("Start of the work"),
    "finish": mark("End of the work"),
    "up_at": mark("Back at"),
    "outage": mark("Outage"),
    "slack": mark("RTO and slack"),
    "mtpd_met": mark("MTPD"),
    "data_loss": mark("Data loss and RPO"),
    "cost": mark("Cost of the outage"),
    "latest_finish": mark("Latest finish"),
    "room": mark("Room to grow"),
}
"""Figures that can be asked about, in the order in which they are offered."""

WHOLE: Mapping[str, str] = {
    "makespan": mark("Everything back"),
    "latest_declaration": mark("Latest declaration"),
    "aim": mark("How good the order is"),
}
"""Figures of the whole recovery that can be asked about, whatever is selected."""

_SAME = {
    "verdict": "slack",
    "rto_met": "slack",
    "rpo_met": "data_loss",
    "blast_at_once": "blast",
    "blast_within": "blast",
}
"""Columns that are answered by the question about another figure."""

_IMPACT = frozenset({"state", "down_at", "degraded_at", "at_risk_at"})
_OBJECTIVES = frozenset({"required_rto", "achieved"})
_MOST_NAMES = 12
_FIGURES = re.compile(r"[\d,.]+(?: ?%)?(?: – [\d,.]+ ?%)?")
_PRODUCT = re.compile(r"((?:\d+ (?:d|h|min|s) ?)+)× (\d+)")


@dataclass(frozen=True, slots=True)
class ChainStep:
    """One step from a failed service to the explained one."""

    service: str
    at: Duration
    added: Duration


def figure_of(column: str) -> str | None:
    """Return which figure explains a column of the table; None for fields."""
    name = _SAME.get(column, column)
    return name if name in FIGURES else None


def explanation(space: Workspace, service: str, figure: str) -> Explanation | None:
    """Return why a figure of a service has its value; None while there is no such figure."""
    name = figure_of(figure)
    if name is None or service not in space.bridge.plan.services:
        return None
    if name in _OWN:
        return _OWN[name](space, service)
    result = _result(space, name)
    if result is None:
        return None
    known = result if isinstance(result, Mapping) else result.services
    if service not in known:
        return None
    from bcp_planner.analysis.explain import explain

    try:
        return explain(space.bridge.plan, result, service, name)
    except (KeyError, ValueError):
        return None  # the plan has just changed, the new result is on its way


def _result(
    space: Workspace, figure: str
) -> Impact | Recovery | Mapping[str, ServiceObjectives] | None:
    if figure in _IMPACT:
        return space.hub.impact
    return space.hub.objectives if figure in _OBJECTIVES else space.hub.recovery


def chain(space: Workspace, service: str) -> list[ChainStep]:
    """Return the causes of a loss, from what failed to this service; empty while it is up."""
    impact = space.hub.impact
    found = impact.services.get(service) if impact else None
    if impact is None or found is None or found.state is State.UP:
        return []
    return [ChainStep(link.service, link.down_at, link.added) for link in impact.chain(service)]


def tip(space: Workspace, service: str, figure: str) -> str:
    """Return the answer as a tooltip, rich text; empty without one."""
    found = explanation(space, service, figure)
    return "" if found is None else rich(found)


def rich(found: Explanation) -> str:
    """Return an explanation as rich text: the sentence, the terms, the formula."""
    terms = [
        (escape(shown(one)), escape(value_said(two))) for one, two in found.terms[:_MOST_NAMES]
    ]
    rows = "".join(
        f"<tr><td>{name}&nbsp;&nbsp;</td><td align='right'>{value}</td></tr>"
        for name, value in terms
    )
    table = f"<table cellspacing='0' cellpadding='1'>{rows}</table>" if rows else ""
    sentence, formula = escape(shown(found.sentence)), escape(shown(found.formula))
    return f"<p><b>{sentence}</b></p>{table}<p><i>{formula}</i></p>"


def whole(space: Workspace, figure: str) -> Explanation | None:
    """Return why a figure of the whole recovery has its value; None while there is none."""
    recovery = space.hub.recovery
    if recovery is None:
        return None
    from bcp_planner.analysis.explain_whole import explain_whole

    try:
        return explain_whole(space.bridge.plan, recovery, figure)
    except KeyError:
        return None  # the plan has just changed, the new result is on its way


def finding_tip(space: Workspace, finding: Finding) -> str:
    """Return why a finding is one, as a tooltip."""
    from bcp_planner.analysis.explain_findings import explain_finding

    try:
        return rich(explain_finding(space.bridge.plan, finding, space.hub.objectives))
    except (KeyError, ValueError):
        return ""  # the plan has just changed


def value_said(text: str) -> str:
    """Return a value of an explanation as the language of the window writes it."""
    said = shown(text)
    if said != text:
        return said
    if _PRODUCT.fullmatch(text):
        return duration_read_back(text)
    return localised(text) if _FIGURES.fullmatch(text) else text


def whole_tip(space: Workspace) -> str:
    """Return why the recovery as a whole is as its summary says, as a tooltip."""
    answers = (whole(space, figure) for figure in WHOLE)
    # Where the aim is to have all back soonest, two of them are the same.
    return "<hr>".join(rich(found) for found in dict.fromkeys(answers) if found)


def simulation_tip(plan: Plan, simulation: Simulation, service: str, figure: str) -> str:
    """Return why a simulated figure has its value, as a tooltip."""
    from bcp_planner.analysis.explain import explain

    return rich(explain(plan, simulation, service, figure))


# ------------------------------------------------------------------------- figures of the window


def _blast(space: Workspace, service: str) -> Explanation | None:
    if service not in space.hub.blast:
        return None
    from bcp_planner.analysis.explain_whole import explain_blast

    return explain_blast(space.bridge.plan, service, space.situation.horizon)


def _room(space: Workspace, service: str) -> Explanation | None:
    found, recovery = space.hub.room.get(service), space.hub.recovery
    if found is None or recovery is None or service not in recovery.services:
        return None
    from bcp_planner.analysis.explain_whole import explain_room

    return explain_room(space.bridge.plan, recovery, found, service)


_OWN: Mapping[str, Callable[[Workspace, str], Explanation | None]] = {
    "blast": _blast,
    "room": _room,
}
