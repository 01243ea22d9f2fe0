"""What the analysis says about one service, in words, beside its fields."""

from __future__ import annotations

from functools import partial
from html import escape

from bcp_planner.analysis.results import ServiceRecovery, State
from bcp_planner.domain.entities import Service
from bcp_planner.domain.plan import Plan
from ui import why, words
from ui.canvas.states import WORDS
from ui.forms.form import RecordForm
from ui.language import shown, tr
from ui.models.gantt_rows import GanttRow, why_not_sooner
from ui.panels.impact import reason
from ui.workspace import Workspace

_REQUIRED, _ACHIEVED = 0, 1


def show_targets(form: RecordForm, space: Workspace, service: Service | None) -> None:
    """Write required and achieved values beside the declared targets of a service."""
    for name in ("rto", "mtpd", "rpo"):
        for column in (_REQUIRED, _ACHIEVED):
            form.set_aside(name, column, "–")
    if service is None:
        return
    _show_required(form, space, service)
    recovery = space.hub.recovery
    result = recovery.services.get(service.id) if recovery else None
    if result is not None:
        _show_achieved(form, space, service, result)


def _show_required(form: RecordForm, space: Workspace, service: Service) -> None:
    found = space.hub.objectives.get(service.id)
    if found is None or found.required_rto is None:
        return
    conflict = service.rto is None or service.rto > found.required_rto
    tip = partial(why.tip, space, service.id, "required_rto")
    tone = "wrong" if conflict and found.driver is not None else "muted"
    form.set_aside("rto", _REQUIRED, words.duration(found.required_rto), tone, tip)


def _show_achieved(
    form: RecordForm, space: Workspace, service: Service, result: ServiceRecovery
) -> None:
    if result.rides_through:
        for name in ("rto", "mtpd"):
            tip = partial(why.tip, space, service.id, "outage")
            form.set_aside(name, _ACHIEVED, tr("rides through"), "good", tip)
        return
    outage = words.at_least(result.outage, result.time_lower_bound)
    tip = partial(why.tip, space, service.id, "outage")
    form.set_aside("rto", _ACHIEVED, outage, _tone(result.rto_met), tip)
    if result.outage is not None:
        whole = result.outage + (service.wrt or 0)
        tip = partial(why.tip, space, service.id, "mtpd_met")
        text = words.at_least(whole, result.time_lower_bound)
        form.set_aside("mtpd", _ACHIEVED, text, _tone(result.mtpd_met), tip)
    lost = words.at_least(result.data_loss, result.data_loss_lower_bound)
    tip = partial(why.tip, space, service.id, "data_loss")
    form.set_aside("rpo", _ACHIEVED, lost, _tone(result.rpo_met), tip)


def _tone(met: bool | None) -> str:
    return {True: "good", False: "wrong"}.get(met, "muted") if met is not None else "muted"


def situation_text(space: Workspace, service: Service) -> str:
    """Return what the chosen scenario does to a service, as rich text; empty without one."""
    impact, plan = space.hub.impact, space.bridge.plan
    found = impact.services.get(service.id) if impact else None
    if impact is None or found is None:
        return _alone(space, service)
    look = space.theme.state(found.state)
    lines = [
        tr("<b style='color:{name}'>{label}</b>", name=look.ink.name(), label=shown(look.label))
    ]
    at, colours = space.situation.moment, space.hub.shown
    if at is not None and colours is not None:
        lines.insert(
            0,
            tr(
                "<b>{words}</b> at {at}",
                words=shown(WORDS[colours.of(service.id)]),
                at=words.moment(at),
            ),
        )
    if found.state is State.DOWN:
        lines[-1] += tr(
            " from {down_at} unless recovered before", down_at=words.moment(found.down_at)
        )
    elif found.state is State.DEGRADED:
        lines[-1] += tr(" from {degraded_at}", degraded_at=words.moment(found.degraded_at))
    if found.state is not State.UP:
        lines.append(escape(reason(plan, impact, service.id)))
    lines.extend(_recovery_lines(space, plan, service))
    return "<br>".join(line for line in lines if line)


def _alone(space: Workspace, service: Service) -> str:
    size = space.hub.blast.get(service.id)
    if size is None:
        return ""
    if size == 0:
        return tr("If it fails alone, nothing else goes down.")
    return tr(
        "If it fails alone, <b>{size}</b> go down with it.", size=words.count(size, "other service")
    )


def _recovery_lines(space: Workspace, plan: Plan, service: Service) -> list[str]:
    recovery = space.hub.recovery
    result = recovery.services.get(service.id) if recovery else None
    if result is None:
        return []
    if result.rides_through:
        return [tr("<b>Rides through</b>: this recovery brings back what it needs in time.")]
    why = why_not_sooner(plan, GanttRow(service.id, service.title, 0, result))
    unsure = result.time_lower_bound
    start = tr("Work from {start}", start=words.not_before(result.start, unsure)) + (
        f" ({escape(why)})" if why else ""
    )
    up_at = words.not_before(result.up_at, unsure)
    return [tr("{start}, back at <b>{up_at}</b>", start=start, up_at=up_at)]
