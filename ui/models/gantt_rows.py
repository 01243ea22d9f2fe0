"""The recovery as rows of a Gantt chart: what is waited for, worked on and reached, and when."""

from __future__ import annotations

from typing import NamedTuple

from bcp_planner.analysis.results import Recovery, ServiceRecovery
from bcp_planner.domain.durations import Duration
from bcp_planner.domain.plan import Plan
from ui import words
from ui.language import tr


class GanttRow(NamedTuple):
    """One service of the chart, or a heading (`service` empty); there are thousands of them.

    Attributes:
        service: Its id; empty for the heading of a wave.
        name: What stands in the column of names.
        wave: Number of its wave, from 1; 0 when it rides through.
        result: How it comes back; None for headings.
        rto_at: When its RTO runs out.
        mtpd_at: By when it must be back so that its catching up ends within its MTPD.
        critical: Whether it lies on the critical path.
        teams: Teams bound, in words.
    """

    service: str
    name: str
    wave: int
    result: ServiceRecovery | None = None
    rto_at: Duration | None = None
    mtpd_at: Duration | None = None
    critical: bool = False
    teams: str = ""

    @property
    def misses(self) -> bool:
        """Whether an objective is missed."""
        result = self.result
        return result is not None and (result.rto_met is False or result.mtpd_met is False)


def gantt_rows(plan: Plan, recovery: Recovery) -> list[GanttRow]:
    """Return the rows of the chart: waves, in each by start; at the end what rides through."""
    rows: list[GanttRow] = []
    critical = frozenset(recovery.critical_path)
    for number, wave in enumerate(recovery.waves, start=1):
        working = [key for key in wave if not recovery.services[key].rides_through]
        if working:
            heading = tr(
                "Wave {number} · {working}",
                number=number,
                working=words.count(len(working), "service"),
            )
            rows.append(GanttRow("", heading, number))
            working.sort(key=lambda key: _start(recovery.services[key]))
            rows.extend(
                _row(plan, recovery.services[key], key, number, critical) for key in working
            )
    riding = [key for key, result in recovery.services.items() if result.rides_through]
    if riding:
        rows.append(
            GanttRow(
                "", tr("Ride through · {riding}", riding=words.count(len(riding), "service")), 0
            )
        )
        rows.extend(_row(plan, recovery.services[key], key, 0, critical) for key in riding)
    return rows


def _start(result: ServiceRecovery) -> tuple[Duration, Duration]:
    return (result.start or 0, result.up_at or 0)


def _row(
    plan: Plan, result: ServiceRecovery, key: str, wave: int, critical: frozenset[str]
) -> GanttRow:
    service = plan.services.get(key)
    down = result.down_at
    rto_at = mtpd_at = None
    teams = ""
    if service is not None:
        if down is not None and service.rto is not None:
            rto_at = down + service.rto
        if down is not None and service.mtpd is not None:
            mtpd_at = max(down, down + service.mtpd - (service.wrt or 0))
        needs = ((plan.teams.get(team), people) for team, people in service.needs.items())
        teams = ", ".join(f"{team.title} ×{people}" for team, people in needs if team)
    return GanttRow(
        key, words.title(plan, key), wave, result, rto_at, mtpd_at, key in critical, teams
    )


def end_of(rows: list[GanttRow], recovery: Recovery) -> Duration:
    """Return the latest moment worth drawing: the last return, or an objective soon after it."""
    last = max([recovery.makespan or 0, recovery.declared, 1])
    near = [at for row in rows for at in (row.rto_at, row.mtpd_at) if at is not None]
    return max([last, *(at for at in near if at <= last * 1.25)])


def sentence(plan: Plan, row: GanttRow) -> str:
    """Return the row in words, for tooltips and screen readers."""
    result = row.result
    if result is None:
        return row.name
    if result.rides_through:
        return tr(
            "{name} rides through: what it needs is back before its tolerance ends.", name=row.name
        )
    unsure = result.time_lower_bound
    parts = [
        tr("{name}: lost at {down_at}", name=row.name, down_at=words.moment(result.down_at)),
        tr(
            "work starts at {start} ({why_not_sooner})",
            start=words.not_before(result.start, unsure),
            why_not_sooner=why_not_sooner(plan, row),
        ),
        tr("back at {up_at}", up_at=words.not_before(result.up_at, unsure)),
        tr("outage {at_least}", at_least=words.at_least(result.outage, unsure)),
    ]
    if row.teams:
        parts.append(tr("bound: {teams}", teams=row.teams))
    parts.extend(verdicts(plan, row))
    return "\n".join(parts)


def verdicts(plan: Plan, row: GanttRow) -> list[str]:
    """Return what its objectives say, one sentence each."""
    result, service = row.result, plan.services.get(row.service)
    if result is None or service is None:
        return []
    found: list[str] = []
    if result.rto_met is not None:
        late = words.duration(abs(result.slack or 0))
        said = (
            tr("RTO {rto} met with {late} to spare", rto=words.duration(service.rto), late=late)
            if result.rto_met
            else tr("RTO {rto} missed by {late}", rto=words.duration(service.rto), late=late)
        )
        found.append(said)
    if result.mtpd_met is not None:
        limit = words.duration(service.mtpd)
        kept = result.mtpd_met
        found.append(
            tr("MTPD {limit} kept", limit=limit)
            if kept
            else tr("MTPD {limit} exceeded", limit=limit)
        )
    if result.rpo_met is not None:
        limit = words.duration(service.rpo)
        lost = words.at_least(result.data_loss, result.data_loss_lower_bound)
        found.append(
            tr("RPO {limit} met: {lost}", limit=limit, lost=lost)
            if result.rpo_met
            else tr("RPO {limit} missed: {lost}", limit=limit, lost=lost)
        )
    return found


def why_not_sooner(plan: Plan, row: GanttRow) -> str:
    """Return why its work could not start earlier, in words."""
    result = row.result
    if result is None:
        return ""
    ids = result.reason_ids
    if result.reason == "requirement" and ids:
        return tr("waits for {ids}", ids=words.title(plan, ids[0]))
    if result.reason == "team" and ids:
        team = plan.teams.get(ids[-1])
        name = team.title if team else ids[-1]
        busy = tr(", busy with {ids}", ids=words.title(plan, ids[0])) if len(ids) > 1 else ""
        return tr("waits for {name}{busy}", name=name, busy=busy)
    return {
        "declaration": tr("waits for the declaration"),
        "loss": tr("not lost before"),
    }.get(result.reason, "")
