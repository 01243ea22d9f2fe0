"""Happenings in words: what players are told, what they should do, and where the plan says so."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from bcp_planner.analysis.case import Case
from bcp_planner.domain.durations import format_human
from bcp_planner.domain.exercising import Inject
from bcp_planner.exercises.happenings import Happening

_MOST_NAMES = 6
CONTROL = "Exercise control"
OFFICES = (
    CONTROL,
    "Operations on duty",
    "Owner",
    "Recovery team",
    "Response team",
    "Service owners",
    "Top management",
    "Users",
)
"""Senders and receivers that the plan does not name."""
CHANNELS = ("E-mail", "In person", "Phone")


def inject_of(case: Case, one: Happening, key: str, module: str) -> Inject:
    """Return the inject that tells players of a happening.

    Args:
        case: The scenario worked out.
        one: What happens.
        key: Number of the inject.
        module: The part of the exercise that it belongs to.
    """
    text, expected, reference, sender, delivery = _WORDS[one.rule](case, one)
    return Inject(
        key=key,
        at=one.at,
        text=text,
        expected=expected,
        reference=reference,
        services=one.services[:_MOST_NAMES],
        sender=sender,
        receiver=_receiver(case, one),
        delivery=delivery,
        controller=CONTROL,
        module=module,
        kind="contingency" if one.contingency else "inject",
        origin=one.origin,
    )


def named(case: Case, services: Sequence[str]) -> str:
    """Return the names of services for a sentence, the last ones as a number when many."""
    names = [case.service(key).title for key in services[:_MOST_NAMES]]
    more = len(services) - len(names)
    if more > 0:
        return f"{', '.join(names)} and {more} more"
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)


def task_reference(case: Case, service_id: str) -> str:
    """Return the first runbook task of a service, or empty when it needs no work."""
    for wave in case.waves:
        for task in wave.tasks:
            if task.service == service_id:
                first, last = task.number, case.last_task[service_id]
                return (
                    f"Runbook, task {first}"
                    if first == last
                    else f"Runbook, tasks {first} to {last}"
                )
    return ""


def _head(case: Case) -> str:
    top = next((role for role in case.plan.roles.values() if role.reports_to is None), None)
    return top.name or top.id if top else "Response team"


def _receiver(case: Case, one: Happening) -> str:
    if one.rule == "message":
        owner = case.plan.communications[one.subject].owner
        role = case.plan.roles.get(owner or "")
        return role.name or role.id if role else _head(case)
    if one.rule == "absence":
        return "Response team"
    return _head(case)


Words = tuple[str, str, str, str, str]
"""Text, expected action, plan reference, sender, delivery."""


def _loss(case: Case, one: Happening) -> Words:
    root, *others = one.services
    text = f"{case.service(root).title} has failed."
    if others:
        text += " " + f"At once, users report as down: {named(case, others)}."
    expected = (
        "Open the log with time and source. Confirm what is lost and what is not. "
        "Assess against the activation criteria and say who decides."
    )
    return text, expected, "Runbook, section 1, decision", "Operations on duty", "Phone"


def _tolerance(case: Case, one: Happening) -> Words:
    service = case.service(one.services[0])
    cause = one.cause
    lost = case.service(cause.provider).title if cause else "what it needs"
    carried = format_human(cause.tolerance) if cause else ""
    text = (
        f"The manual workaround or reserve of {service.title} is used up, {carried} after the "
        f"loss of {lost}. {service.title} stops."
    )
    first = [step.text for step in service.continuity_steps[:2]]
    steps = "; ".join(step.rstrip(".;") for step in first)
    steps = steps or "Say how the work goes on, or that it stops, and who is told"
    expected = f"{steps}. Check whether the recovery order still fits."
    return text, expected, task_reference(case, service.id), service.owner or "Users", "Phone"


def _near_miss(case: Case, one: Happening) -> Words:
    text, expected, reference, sender, delivery = _tolerance(case, one)
    provider = one.cause.provider if one.cause else ""
    back = case.recovery.services.get(provider)
    if back is not None and back.up_at is not None:
        name = case.service(provider).title
        known = f"the plan has {name} back at T+{format_human(back.up_at)}"
        expected = f"Only if recovery is late; {known}. {expected}"
    else:
        expected = f"Only if recovery is late. {expected}"
    return text, expected, reference, sender, delivery


def _degraded(case: Case, one: Happening) -> Words:
    text = f"Still running, but worse (slow, by hand or on a reserve): {named(case, one.services)}."
    expected = (
        "Decide what is served first and what waits. Note how long this can be kept up and what "
        "would make it fail."
    )
    return text, expected, "Runbook, section on what is lost", "Users", "E-mail"


def _team(case: Case, one: Happening) -> Words:
    team = case.plan.teams[one.subject]
    first = next(
        (key for wave in case.waves for key in wave.services if key in one.services),
        one.services[0],
    )
    text = f"Ready to work, and asking what to do first: {team.title}."
    title, number = case.service(first).title, len(one.services)
    expected = (
        f"Give them {title}, the first of {number} on their list. Agree on when they report next."
        if number > 1
        else f"Give them {title}. Agree on when they report next."
    )
    return text, expected, task_reference(case, first), team.title, "Phone"


def _decide(case: Case, one: Happening) -> Words:
    if one.subject == "declare":
        text = "Everybody looks at you: is this scenario declared and the plan activated?"
        expected = (
            "Decide, with options and reason in the log, and say the time aloud. The plan counts "
            f"on the declaration at T+{format_human(one.at)}. Call the teams; tell the first "
            "audiences."
        )
        return text, expected, "Runbook, section 1, decision", CONTROL, "In person"
    text = "Nothing has been declared so far. Owners ask whether they will be back in time."
    expected = (
        "Declare now: later than this the same recovery order misses an objective that it could "
        f"still meet ({named(case, one.services)})."
        if one.services
        else "Declare now: later than this the same recovery order misses an objective that it "
        "could still meet."
    )
    return text, expected, "Runbook, section 1, latest declaration", "Service owners", "Phone"


def _data(case: Case, one: Happening) -> Words:
    service, found = case.service(one.services[0]), case.found(one.services[0])
    source = "isolated backup" if case.scenario.corrupts_data else "most recent copy"
    text = (
        f"{service.title} is restored from its {source}. Everything entered in the "
        f"{format_human(found.data_loss)} before the loss is missing."
    )
    verdict = {True: "The RPO is met.", False: "The RPO is missed.", None: ""}[found.rpo_met]
    what = (
        "Decide who re-enters what from paper, tell the owner, and compare with the systems that "
        "exchange data with it before it is opened."
    )
    expected = " ".join(part for part in (verdict, what) if part)
    return text, expected, task_reference(case, service.id), "Recovery team", "Phone"


def _target(case: Case, one: Happening) -> Words:
    service = case.service(one.services[0])
    outage = case.found(service.id).outage
    rto = format_human(service.rto or 0)
    text = f"About to pass: the RTO of {service.title}, {rto} after its loss."
    known = f"an outage of {format_human(outage)}" if outage is not None else "no return at all"
    expected = (
        f"The plan itself predicts {known}. Say so, tell those who depend on it when it will be "
        "back, and decide whether another order or more people would help."
    )
    return text, expected, task_reference(case, service.id), service.owner or "Owner", "Phone"


def _limit(case: Case, one: Happening) -> Words:
    service = case.service(one.services[0])
    mtpd = format_human(service.mtpd or 0)
    text = (
        f"About to be reached: the longest disruption that can be tolerated ({mtpd}, with the "
        f"time to catch up) of {service.title}."
    )
    expected = (
        "Escalate to the top level with options: other place, other supplier, stop of the "
        "activity. Inform the authorities where an obligation exists."
    )
    return text, expected, task_reference(case, service.id), "Top management", "Phone"


def _back(case: Case, one: Happening) -> Words:
    service = case.service(one.services[0])
    text = f"The team says that {service.title} is back and asks for the next task."
    check = next((step.validation for step in reversed(service.steps) if step.validation), "")
    expected = (
        f"Validate before users are let in: {check}. The owner accepts; log the time; tell those "
        "who wait for it."
        if check
        else "Validate before users are let in. The owner accepts; log the time; tell those who "
        "wait for it."
    )
    reference = f"Runbook, checkpoint after task {case.last_task[service.id]}"
    return text, expected, reference, "Recovery team", "Phone"


def _message(case: Case, one: Happening) -> Words:
    told = case.plan.communications[one.subject]
    text = f"Asking what is going on, having heard nothing so far: {told.audience}."
    approver = case.plan.roles.get(told.approver or "")
    signed = (approver.name or approver.id) if approver else ""
    content = told.message.rstrip(".") or "what is known, and when they will hear more"
    return (
        text,
        _tell(told.channel, signed, content),
        "Communication plan",
        told.audience,
        (told.channel or "Phone"),
    )


def _tell(channel: str, signed: str, content: str) -> str:
    if channel:
        return (
            f"Tell them by {channel}, approved by {signed}: {content}."
            if signed
            else f"Tell them by {channel}: {content}."
        )
    return f"Tell them, approved by {signed}: {content}." if signed else f"Tell them: {content}."


def _absence(case: Case, one: Happening) -> Words:
    role = case.plan.roles[one.subject]
    title = role.name or role.id
    deputies = [case.plan.contacts[key].title for key in role.succession]
    text = f"{title} cannot be reached; the phone goes to voice mail."
    expected = (
        f"{deputies[0]} takes over and says so; the change is logged with its time."
        if deputies
        else "The plan names no successor: note it, and agree on one now."
    )
    return text, expected, f"Role card, {title}", CONTROL, "In person"


_WORDS: Mapping[str, Callable[[Case, Happening], Words]] = {
    "loss": _loss,
    "tolerance": _tolerance,
    "near-miss": _near_miss,
    "degraded": _degraded,
    "team": _team,
    "decision": _decide,
    "data": _data,
    "target": _target,
    "limit": _limit,
    "back": _back,
    "message": _message,
    "absence": _absence,
}
