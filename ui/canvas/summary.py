"""What a collapsed group says of its members."""

from __future__ import annotations

from bcp_planner.domain.plan import Plan
from ui import words
from ui.canvas.cards import PART
from ui.canvas.scene import Group
from ui.canvas.states import Moment, Status
from ui.language import counted, tr


def summary(plan: Plan, group: Group, moment: Moment | None) -> str:
    """Return one line: how many services, the strictest target, how many are affected."""
    members = [plan.services[key] for key in group.members if key in plan.services]
    parts = [counted(len(members), "service", "services")]
    if moment is not None:
        found = [moment.of(service.id) for service in members]
        down = sum(status in (Status.DOWN, Status.FAILED) for status in found)
        touched = sum(status in (Status.DEGRADED, Status.AT_RISK) for status in found)
        parts += [tr("{down} down", down=down)] if down else []
        parts += [tr("{touched} affected", touched=touched)] if touched else []
    targets = [service.rto for service in members if service.rto is not None]
    if targets:
        parts.append(tr("RTO from {min}", min=words.duration(min(targets))))
    return PART.join(parts)
