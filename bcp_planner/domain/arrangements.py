"""What an organisation has arranged for a disruption: roles, strategies, resources, messages.

Fields follow what printed continuity plans hold: ISO 22301 clause 8.4 (response structure, plans),
and the records of distribution and of changes that continuity plan templates carry.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from bcp_planner.domain.durations import Duration
from bcp_planner.domain.fields import Field, Kind

LOSS_TYPES = (
    "people",
    "premises",
    "technology",
    "data",
    "suppliers",
    "utilities",
    "transport",
    "equipment",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A role of the response structure with its succession; printed as an action card."""

    id: Annotated[str, Field(Kind.ID, "ID", "Short identifier, unique among the roles.")]
    name: Annotated[str, Field(Kind.TEXT, "Name", "Title of the role.", always=True)] = ""
    purpose: Annotated[str, Field(Kind.LONG_TEXT, "Purpose", "What it is for, in a sentence.")] = ""
    holder: Annotated[
        str | None, Field(Kind.REFERENCE, "Holder", "Who has it.", target="contacts")
    ] = None
    succession: Annotated[
        tuple[str, ...],
        Field(Kind.REFERENCES, "Succession", "Who takes over, in this order.", target="contacts"),
    ] = ()
    reports_to: Annotated[
        str | None, Field(Kind.REFERENCE, "Reports to", "The role above it.", target="roles")
    ] = None
    authority: Annotated[
        str, Field(Kind.LONG_TEXT, "Authority", "What it may decide and spend, and its limits.")
    ] = ""
    immediately: Annotated[
        tuple[str, ...], Field(Kind.LINES, "Immediately", "Actions of the first minutes.")
    ] = ()
    first_hour: Annotated[
        tuple[str, ...], Field(Kind.LINES, "First hour", "Actions of the first hour.")
    ] = ()
    ongoing: Annotated[
        tuple[str, ...], Field(Kind.LINES, "Ongoing", "Actions while it lasts.")
    ] = ()
    hand_over: Annotated[
        tuple[str, ...], Field(Kind.LINES, "Hand-over", "What to hand over to the next person.")
    ] = ()
    stand_down: Annotated[
        tuple[str, ...], Field(Kind.LINES, "Stand-down", "Actions when it is over.")
    ] = ()
    do_not: Annotated[tuple[str, ...], Field(Kind.LINES, "Do not", "What to leave alone.")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Strategy:
    """How the organisation carries on when something of one kind is lost."""

    id: Annotated[str, Field(Kind.ID, "ID", "Short identifier, unique among the strategies.")]
    name: Annotated[str, Field(Kind.TEXT, "Name", "The strategy.", always=True)] = ""
    loss_type: Annotated[
        str, Field(Kind.CHOICE, "Loss of", "What has been lost.", choices=LOSS_TYPES, always=True)
    ] = "technology"
    services: Annotated[
        tuple[str, ...],
        Field(Kind.REFERENCES, "Services", "What it keeps going.", target="services"),
    ] = ()
    trigger: Annotated[str, Field(Kind.TEXT, "Trigger", "When it is used.")] = ""
    place: Annotated[str, Field(Kind.TEXT, "Place or source", "Where, or from whom.")] = ""
    capacity_percent: Annotated[
        float | None,
        Field(Kind.NUMBER, "Capacity %", "Share of normal capacity.", minimum=0, maximum=1000),
    ] = None
    time_to_start: Annotated[
        Duration | None, Field(Kind.DURATION, "Time to start", "Until it carries the load.")
    ] = None
    lasts: Annotated[
        Duration | None, Field(Kind.DURATION, "Lasts", "How long it can be kept up.")
    ] = None
    conditions: Annotated[
        str, Field(Kind.LONG_TEXT, "Preconditions", "What must be in place for it.")
    ] = ""
    contract: Annotated[str, Field(Kind.TEXT, "Contract", "Contract or reference.")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VitalRecord:
    """A record without which work cannot go on."""

    id: Annotated[str, Field(Kind.ID, "ID", "Short identifier, unique among the records.")]
    name: Annotated[str, Field(Kind.TEXT, "Name", "The record.", always=True)] = ""
    form: Annotated[str, Field(Kind.TEXT, "Form", "Paper, electronic, key material ...")] = ""
    owner: Annotated[str, Field(Kind.TEXT, "Owner", "Who keeps it.")] = ""
    place: Annotated[str, Field(Kind.TEXT, "Place", "Where it is.")] = ""
    copy_place: Annotated[str, Field(Kind.TEXT, "Copy", "Where its copy is.")] = ""
    needed_within: Annotated[
        Duration | None, Field(Kind.DURATION, "Needed within", "Latest time to have it.")
    ] = None
    rpo: Annotated[
        Duration | None,
        Field(Kind.DURATION, "RPO", "How old its copy may be: the most content that may be lost."),
    ] = None
    access: Annotated[
        str, Field(Kind.TEXT, "Access", "Who may open it, and where the key is kept.")
    ] = ""
    services: Annotated[
        tuple[str, ...],
        Field(Kind.REFERENCES, "Services", "What needs it.", target="services"),
    ] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ResourceNeed:
    """How much of a resource is needed as time goes by: seats, people, equipment."""

    id: Annotated[str, Field(Kind.ID, "ID", "Short identifier, unique among the resources.")]
    name: Annotated[str, Field(Kind.TEXT, "Resource", "What is needed.", always=True)] = ""
    service: Annotated[
        str | None, Field(Kind.REFERENCE, "Service", "What needs it.", target="services")
    ] = None
    normal: Annotated[
        float | None, Field(Kind.NUMBER, "Normal", "Amount in normal times.", minimum=0)
    ] = None
    at_4_hours: Annotated[
        float | None, Field(Kind.NUMBER, "T+4 h", "Amount after 4 hours.", minimum=0)
    ] = None
    at_1_day: Annotated[
        float | None, Field(Kind.NUMBER, "T+1 d", "Amount after 1 day.", minimum=0)
    ] = None
    at_3_days: Annotated[
        float | None, Field(Kind.NUMBER, "T+3 d", "Amount after 3 days.", minimum=0)
    ] = None
    at_1_week: Annotated[
        float | None, Field(Kind.NUMBER, "T+1 w", "Amount after 1 week.", minimum=0)
    ] = None
    at_1_month: Annotated[
        float | None, Field(Kind.NUMBER, "T+30 d", "Amount after 30 days.", minimum=0)
    ] = None
    source: Annotated[str, Field(Kind.TEXT, "Source", "Where it comes from.")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Communication:
    """Who is told what, how, by whom and how often."""

    id: Annotated[str, Field(Kind.ID, "ID", "Short identifier, unique in its list.")]
    audience: Annotated[str, Field(Kind.TEXT, "Audience", "Who is told.", always=True)] = ""
    message: Annotated[
        str, Field(Kind.LONG_TEXT, "What they need", "What the audience must learn.")
    ] = ""
    template: Annotated[
        str, Field(Kind.LONG_TEXT, "Template", "The words to send, with gaps to fill in.")
    ] = ""
    channel: Annotated[str, Field(Kind.TEXT, "Channel", "How they are reached.")] = ""
    owner: Annotated[
        str | None, Field(Kind.REFERENCE, "Owner", "The role that tells them.", target="roles")
    ] = None
    approver: Annotated[
        str | None, Field(Kind.REFERENCE, "Approver", "The role that approves.", target="roles")
    ] = None
    first_by: Annotated[
        Duration | None, Field(Kind.DURATION, "First by", "After the declaration.")
    ] = None
    then_every: Annotated[
        Duration | None, Field(Kind.DURATION, "Then every", "Rhythm after that.")
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A numbered copy of the printed plan and who holds it."""

    id: Annotated[str, Field(Kind.ID, "Copy no.", "Number of the copy.")]
    holder: Annotated[str, Field(Kind.TEXT, "Holder", "Who has it.", always=True)] = ""
    place: Annotated[str, Field(Kind.TEXT, "Place", "Where it is kept.")] = ""
    handed_out: Annotated[str, Field(Kind.DATE, "Handed out", "Day it was handed out.")] = ""
    returned: Annotated[str, Field(Kind.DATE, "Returned", "Returned or destroyed on.")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """An entry of the record of changes."""

    id: Annotated[str, Field(Kind.ID, "Version", "Version of the plan.")]
    date: Annotated[str, Field(Kind.DATE, "Date", "Day of the change.")] = ""
    section: Annotated[str, Field(Kind.TEXT, "Section", "What was changed.")] = ""
    change: Annotated[str, Field(Kind.LONG_TEXT, "Change", "How it was changed.")] = ""
    author: Annotated[str, Field(Kind.TEXT, "Author", "Who changed it.")] = ""
    approver: Annotated[str, Field(Kind.TEXT, "Approver", "Who approved it.")] = ""
