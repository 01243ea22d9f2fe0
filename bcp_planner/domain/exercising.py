"""Exercises and incidents, one kind of record, and what is learnt from them.

Columns of the master scenario events list and of the improvement plan follow FEMA HSEEP.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from bcp_planner.domain.durations import Duration
from bcp_planner.domain.fields import Field, Kind

EVENT_KINDS = (
    "tabletop",
    "drill",
    "functional",
    "full test",
    "failover test",
    "resilience experiment",
    "incident",
)
EVENT_STATUSES = ("planned", "running", "closed")
RATINGS = ("", "P", "S", "M", "U")
"""Performed without challenges, with some, with major challenges, unable to be performed."""
_RATING = (
    "P: performed without challenges; S: with some; M: with major challenges; "
    "U: could not be performed."
)
ACTION_TYPES = ("prevent", "detect", "mitigate", "process", "repair")
ACTION_STATUSES = ("open", "in progress", "done", "verified", "re-opened", "dropped")
EVIDENCE_KINDS = ("estimate", "promise", "test", "event")
DEPTHS = ("", "booted", "logged in", "transaction done", "data reconciled", "under full load")
"""How thoroughly a recovery was validated, least first."""
INJECT_KINDS = ("inject", "contingency", "expected action", "administrative")
CAPABILITY_ELEMENTS = ("", "planning", "organisation", "equipment", "training", "exercise")
PRIORITIES = ("", "high", "medium", "low")
CAUSE_CATEGORIES = ("technical", "process", "people", "organisation", "supplier", "external")
LOG_KINDS = (
    "note",
    "inject",
    "task started",
    "task finished",
    "decision",
    "observation",
    "communication",
    "role",
    "declared",
    "service down",
    "service up",
    "correction",
    "detected",
    "stood down",
    "evidence",
    "clock",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """Somebody who takes part, and as what."""

    name: Annotated[str, Field(Kind.TEXT, "Name", "Who.")]
    function: Annotated[
        str, Field(Kind.TEXT, "Takes part as", "Player, facilitator, evaluator, observer ...")
    ] = ""
    role: Annotated[
        str | None,
        Field(Kind.REFERENCE, "Role", "Role of the plan that is played.", target="roles"),
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Objective:
    """What an exercise is to show, and how it went."""

    text: Annotated[str, Field(Kind.TEXT, "Objective", "Specific and measurable.")]
    rating: Annotated[str, Field(Kind.CHOICE, "Rating", _RATING, choices=RATINGS)] = ""
    strengths: Annotated[str, Field(Kind.LONG_TEXT, "Strengths", "What worked.")] = ""
    improvements: Annotated[str, Field(Kind.LONG_TEXT, "To improve", "What did not.")] = ""
    reference: Annotated[str, Field(Kind.TEXT, "Plan reference", "Part of the plan tested.")] = ""
    tasks: Annotated[
        tuple[str, ...], Field(Kind.LINES, "Critical tasks", "What evaluators look for.")
    ] = ()
    analysis: Annotated[
        str, Field(Kind.LONG_TEXT, "Analysis", "Why it went so: the gap in the system.")
    ] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """One answer of a five-whys tree."""

    text: Annotated[str, Field(Kind.LONG_TEXT, "Because", "The answer: a gap, never a person.")]
    level: Annotated[
        int, Field(Kind.INTEGER, "Level", "1 for the first why.", minimum=1, maximum=9)
    ] = 1
    category: Annotated[
        str,
        Field(Kind.CHOICE, "Category", "Kind of cause.", choices=("", *CAUSE_CATEGORIES)),
    ] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inject:
    """One entry of the master scenario events list."""

    key: Annotated[str, Field(Kind.TEXT, "No.", "Number, unique in the exercise.")]
    at: Annotated[Duration, Field(Kind.DURATION, "T+", "Time after the disruption.")] = 0
    text: Annotated[str, Field(Kind.LONG_TEXT, "Inject", "What the players are told.")] = ""
    expected: Annotated[
        str, Field(Kind.LONG_TEXT, "Expected action", "What the players should do.")
    ] = ""
    reference: Annotated[str, Field(Kind.TEXT, "Plan reference", "Where the plan says so.")] = ""
    services: Annotated[
        tuple[str, ...],
        Field(Kind.REFERENCES, "Services", "What it is about.", target="services"),
    ] = ()
    sender: Annotated[str, Field(Kind.TEXT, "From", "Who it seems to come from.")] = ""
    receiver: Annotated[str, Field(Kind.TEXT, "To", "Who gets it.")] = ""
    delivery: Annotated[str, Field(Kind.TEXT, "Delivery", "Phone, e-mail, in person ...")] = ""
    controller: Annotated[str, Field(Kind.TEXT, "Controller", "Who delivers it.")] = ""
    module: Annotated[str, Field(Kind.TEXT, "Module", "Part of the exercise.")] = ""
    kind: Annotated[
        str, Field(Kind.CHOICE, "Type", "Contingencies are given if needed.", choices=INJECT_KINDS)
    ] = "inject"
    objective: Annotated[str, Field(Kind.TEXT, "Objective", "What it tests.")] = ""
    wall: Annotated[
        Duration | None,
        Field(Kind.DURATION, "Delivered after", "Time from the start of play; empty: as T+."),
    ] = None
    origin: Annotated[
        str, Field(Kind.TEXT, "Origin", "Rule and services it was generated from; empty: own.")
    ] = ""
    edited: Annotated[
        bool, Field(Kind.FLAG, "Edited", "Changed by hand, so never replaced unasked.")
    ] = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """An exercise or an incident."""

    id: Annotated[str, Field(Kind.ID, "ID", "Short identifier, unique among the events.")]
    name: Annotated[str, Field(Kind.TEXT, "Name", "What people call it.", always=True)] = ""
    kind: Annotated[
        str, Field(Kind.CHOICE, "Kind", "What it is.", choices=EVENT_KINDS, always=True)
    ] = "tabletop"
    scenario: Annotated[
        str | None, Field(Kind.REFERENCE, "Scenario", "What is lost.", target="scenarios")
    ] = None
    status: Annotated[
        str, Field(Kind.CHOICE, "Status", "Where it stands.", choices=EVENT_STATUSES)
    ] = "planned"
    starts: Annotated[
        str, Field(Kind.TEXT, "Starts", "Date and time, ISO 8601 with offset, of T+0.")
    ] = ""
    length: Annotated[
        Duration | None, Field(Kind.DURATION, "Length", "Time of play on the wall clock.")
    ] = None
    scenario_start: Annotated[
        str, Field(Kind.TEXT, "Scenario clock", "Date and time in the story at T+0, ISO 8601.")
    ] = ""
    afterwards: Annotated[
        bool, Field(Kind.FLAG, "Entered afterwards", "It is over; its timeline is entered later.")
    ] = False
    place: Annotated[str, Field(Kind.TEXT, "Place", "Where it is held.")] = ""
    sponsor: Annotated[str, Field(Kind.TEXT, "Sponsor", "Who wants it and receives it.")] = ""
    contact: Annotated[str, Field(Kind.TEXT, "Point of contact", "Who answers questions.")] = ""
    severity: Annotated[str, Field(Kind.TEXT, "Severity", "Class of an incident.")] = ""
    order: Annotated[
        tuple[str, ...],
        Field(
            Kind.REFERENCES,
            "Recovery order",
            "Adopted for this event; empty: the best found.",
            target="services",
        ),
    ] = ()
    scope: Annotated[str, Field(Kind.LONG_TEXT, "Scope", "What is in and what is out.")] = ""
    objectives: Annotated[
        tuple[Objective, ...],
        Field(Kind.RECORDS, "Objectives", "What it is to show.", record=Objective),
    ] = ()
    participants: Annotated[
        tuple[Participant, ...],
        Field(Kind.RECORDS, "Participants", "Who takes part.", record=Participant),
    ] = ()
    modules: Annotated[
        tuple[str, ...], Field(Kind.LINES, "Modules", "Parts of the exercise, in order.")
    ] = ()
    injects: Annotated[
        tuple[Inject, ...], Field(Kind.RECORDS, "Injects", "The events list.", record=Inject)
    ] = ()
    questions: Annotated[
        tuple[str, ...], Field(Kind.LINES, "Questions", "To ask the participants.")
    ] = ()
    hypothesis: Annotated[
        str, Field(Kind.LONG_TEXT, "Hypothesis", "What a resilience experiment expects.")
    ] = ""
    left_out: Annotated[
        tuple[str, ...],
        Field(Kind.LINES, "Left out", "Origins of proposed injects that were not wanted."),
    ] = ()
    blast_limit: Annotated[
        tuple[str, ...],
        Field(
            Kind.REFERENCES,
            "Blast radius limit",
            "The only services that an experiment may take down.",
            target="services",
        ),
    ] = ()
    abort_condition: Annotated[
        str, Field(Kind.LONG_TEXT, "Abort condition", "When the experiment is stopped.")
    ] = ""
    result: Annotated[
        str, Field(Kind.LONG_TEXT, "Result", "Whether the hypothesis held, and how it is known.")
    ] = ""
    summary: Annotated[str, Field(Kind.LONG_TEXT, "Summary", "How it went.")] = ""
    trigger: Annotated[
        str, Field(Kind.LONG_TEXT, "Trigger", "What set it off, apart from what made it possible.")
    ] = ""
    detection: Annotated[
        str, Field(Kind.LONG_TEXT, "Detection", "How it was noticed, and how to halve the delay.")
    ] = ""
    harm: Annotated[
        str, Field(Kind.LONG_TEXT, "Harm", "Customers, transactions, money, obligations.")
    ] = ""
    factors: Annotated[
        tuple[str, ...], Field(Kind.LINES, "Contributing factors", "What contributed to it.")
    ] = ()
    whys: Annotated[
        tuple[Why, ...], Field(Kind.RECORDS, "Five whys", "Why, and why that.", record=Why)
    ] = ()
    helped: Annotated[tuple[str, ...], Field(Kind.LINES, "What helped", "In the response.")] = ()
    hindered: Annotated[
        tuple[str, ...], Field(Kind.LINES, "What hindered", "In the response.")
    ] = ()
    lucky: Annotated[
        tuple[str, ...], Field(Kind.LINES, "Where we got lucky", "Next time we may not.")
    ] = ()
    feedback: Annotated[
        str, Field(Kind.LONG_TEXT, "Feedback", "What the participants' forms say.")
    ] = ""
    log_count: Annotated[
        int | None,
        Field(Kind.INTEGER, "Entries at closing", "How many the log had.", minimum=0),
    ] = None
    log_seal: Annotated[
        str, Field(Kind.TEXT, "Seal at closing", "Seal of the last entry when it was closed.")
    ] = ""

    @property
    def title(self) -> str:
        """The name, or the id while it has no name."""
        return self.name or self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class LogEntry:
    """An entry of an event's log; never changed, each sealed by a hash over the one before."""

    id: Annotated[str, Field(Kind.ID, "No.", "Event and number of the entry.")]
    event: Annotated[str, Field(Kind.REFERENCE, "Event", "Whose log.", target="events")]
    recorded: Annotated[str, Field(Kind.TEXT, "Recorded", "Wall clock, ISO 8601 with offset.")] = ""
    at: Annotated[Duration, Field(Kind.DURATION, "T+", "Time after the disruption.")] = 0
    kind: Annotated[
        str, Field(Kind.CHOICE, "Kind", "What it records.", choices=LOG_KINDS, always=True)
    ] = "note"
    text: Annotated[str, Field(Kind.LONG_TEXT, "Text", "What happened.")] = ""
    service: Annotated[
        str,
        # Not a reference: entries stay as they were written when a service is renamed or removed.
        Field(Kind.TEXT, "Service", "Id of what it is about, as it was then."),
    ] = ""
    subject: Annotated[
        str, Field(Kind.TEXT, "Subject", "Task, inject or entry that it is about.")
    ] = ""
    by: Annotated[str, Field(Kind.TEXT, "By", "Person or role.")] = ""
    options: Annotated[str, Field(Kind.LONG_TEXT, "Options", "Considered in a decision.")] = ""
    reason: Annotated[str, Field(Kind.LONG_TEXT, "Reason", "Why it was decided so.")] = ""
    source: Annotated[str, Field(Kind.TEXT, "Source", "Where it is known from.")] = ""
    withdraws: Annotated[
        bool, Field(Kind.FLAG, "Withdraws", "The entry that this one corrects does not count.")
    ] = False
    seal: Annotated[
        str, Field(Kind.TEXT, "Seal", "SHA-256 over the entry before and this one.")
    ] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """How long a recovery takes, and how that is known."""

    id: Annotated[str, Field(Kind.ID, "ID", "Short identifier, unique in its list.")]
    service: Annotated[str, Field(Kind.REFERENCE, "Service", "Of what.", target="services")]
    kind: Annotated[
        str, Field(Kind.CHOICE, "Kind", "How it is known.", choices=EVIDENCE_KINDS, always=True)
    ] = "estimate"
    duration: Annotated[
        Duration | None, Field(Kind.DURATION, "Working time", "Measured or stated.")
    ] = None
    outage: Annotated[
        Duration | None, Field(Kind.DURATION, "Outage", "From its loss to its return.")
    ] = None
    work: Annotated[
        str,
        Field(
            Kind.CHOICE,
            "Work",
            "Recovery after its own failure, or restart after the loss of what it needs.",
            choices=("recovery", "restart"),
        ),
    ] = "recovery"
    data_loss: Annotated[
        Duration | None, Field(Kind.DURATION, "Data loss", "Measured recovery point.")
    ] = None
    date: Annotated[str, Field(Kind.DATE, "Date", "Day of the test or event.")] = ""
    conditions: Annotated[str, Field(Kind.LONG_TEXT, "Conditions", "Scope and conditions.")] = ""
    depth: Annotated[
        str, Field(Kind.TEXT, "Depth", "Booted, logged in, transaction done, reconciled.")
    ] = ""
    event: Annotated[
        str | None, Field(Kind.REFERENCE, "Event", "Where it was measured.", target="events")
    ] = None

    @property
    def title(self) -> str:
        """Service, kind and day, by which people tell one from another."""
        return ", ".join(part for part in (self.service, self.kind, self.date) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """A corrective action, open until a re-test has verified it."""

    id: Annotated[str, Field(Kind.ID, "ID", "Short identifier, unique among the actions.")]
    text: Annotated[str, Field(Kind.LONG_TEXT, "Action", "What is to be done.", always=True)] = ""
    type: Annotated[
        str, Field(Kind.CHOICE, "Type", "What kind of remedy.", choices=ACTION_TYPES)
    ] = "process"
    source: Annotated[
        str | None, Field(Kind.REFERENCE, "Source", "Event it came from.", target="events")
    ] = None
    services: Annotated[
        tuple[str, ...],
        Field(Kind.REFERENCES, "Services", "What it is about.", target="services"),
    ] = ()
    owner: Annotated[str, Field(Kind.TEXT, "Owner", "Who sees to it.")] = ""
    element: Annotated[
        str,
        Field(Kind.CHOICE, "Element", "What has to change.", choices=CAPABILITY_ELEMENTS),
    ] = ""
    priority: Annotated[str, Field(Kind.CHOICE, "Priority", "How urgent.", choices=PRIORITIES)] = ""
    finding: Annotated[str, Field(Kind.LONG_TEXT, "Finding", "The gap that it closes.")] = ""
    started: Annotated[str, Field(Kind.DATE, "Start", "Day it was begun.")] = ""
    due: Annotated[str, Field(Kind.DATE, "Due", "Latest day.")] = ""
    done_on: Annotated[str, Field(Kind.DATE, "Done", "Day it was done.")] = ""
    verified_on: Annotated[str, Field(Kind.DATE, "Verified", "Day of the re-test.")] = ""
    verified_by: Annotated[str, Field(Kind.TEXT, "Verified by", "Who saw it work.")] = ""
    status: Annotated[
        str, Field(Kind.CHOICE, "Status", "Where it stands.", choices=ACTION_STATUSES, always=True)
    ] = "open"
    evidence: Annotated[str, Field(Kind.LONG_TEXT, "Evidence", "How it is known to work.")] = ""
    change: Annotated[
        str,
        Field(Kind.LONG_TEXT, "Change of the plan", "Plan JSON with the records it would change."),
    ] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """Something learnt, shown wherever its services are."""

    id: Annotated[str, Field(Kind.ID, "ID", "Short identifier, unique among the lessons.")]
    text: Annotated[str, Field(Kind.LONG_TEXT, "Lesson", "What was learnt.", always=True)] = ""
    services: Annotated[
        tuple[str, ...],
        Field(Kind.REFERENCES, "Services", "What it is about.", target="services"),
    ] = ()
    event: Annotated[
        str | None, Field(Kind.REFERENCE, "Event", "Where it was learnt.", target="events")
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What an assessment says of one topic."""

    topic: Annotated[str, Field(Kind.TEXT, "Topic", "What is assessed.")]
    level: Annotated[
        int | None, Field(Kind.INTEGER, "Level", "0 unaware to 5 optimised.", minimum=0, maximum=5)
    ] = None
    note: Annotated[str, Field(Kind.LONG_TEXT, "Evidence", "How it is known, what is missing.")] = (
        ""
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """A self-assessment of how mature the continuity work is, on one day."""

    id: Annotated[str, Field(Kind.ID, "ID", "Short identifier, unique among the assessments.")]
    date: Annotated[str, Field(Kind.DATE, "Date", "Day of the assessment.", always=True)] = ""
    by: Annotated[str, Field(Kind.TEXT, "By", "Who took part.")] = ""
    answers: Annotated[
        tuple[Answer, ...], Field(Kind.RECORDS, "Answers", "A level a topic.", record=Answer)
    ] = ()
