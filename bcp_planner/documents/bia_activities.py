"""The activities of a business impact analysis: who answered, objectives, and a sheet for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bcp_planner.documents.arrangements import service_names
from bcp_planner.documents.heat import intolerable_after
from bcp_planner.documents.lines import Span, Text
from bcp_planner.documents.priorities import verdict
from bcp_planner.documents.story import (
    Block,
    Column,
    Facts,
    Heading,
    Paragraph,
    Row,
    Space,
    Table,
    Together,
    Words,
)
from bcp_planner.documents.subject import Subject
from bcp_planner.documents.wording import about, length, names, need_in_words, sentence
from bcp_planner.domain.entities import Service

_NO_OWNER = "no owner"
_MOST_NEEDS = 12


def owners(subject: Subject) -> dict[str, list[str]]:
    """Return who answers for which activities, in the order of urgency."""
    found: dict[str, list[str]] = {}
    for key in subject.activities:
        found.setdefault(subject.service(key).owner or _NO_OWNER, []).append(key)
    return found


def participants(subject: Subject) -> Table:
    """Return who was asked about what, with room for the day of the interview."""
    rows = [
        Row(
            [
                Words(owner, bold=True),
                ", ".join(_units(subject, keys)) or "–",
                service_names(subject, keys),
            ],
            writing=True,
        )
        for owner, keys in owners(subject).items()
    ]
    columns = [
        Column("Participant", weight=1.1),
        Column("Department", weight=0.8),
        Column("Answers for", weight=1.6),
        Column("Interviewed on", 84, writing=True),
        Column("By", 76, writing=True),
    ]
    return Table(columns, rows, empty="The plan has no activity.")


def _units(subject: Subject, keys: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(one for key in keys if (one := subject.service(key).unit)))


# Objectives ------------------------------------------------------------------------------------


def objectives(subject: Subject) -> Table:
    """Return the objectives of every activity: whence they come, and whether they fit together."""
    term = subject.plan.info.outage_term
    columns = [
        Column("Activity", weight=1.6),
        Column(term, 46, align="right"),
        Column("Driven by", 66),
        Column("RTO", 46, align="right"),
        Column("Source of the RTO", weight=1.1),
        Column("WRT", 42, align="right"),
        Column(f"RTO and WRT within {term}", 92),
        Column("RPO", 42, align="right"),
        Column("Least acceptable level (MBCO)", weight=1.4),
        Column("Approved by, date", 92, writing=True),
    ]
    rows = [_objective(subject, key) for key in subject.activities]
    return Table(columns, rows, empty="The plan has no activity.")


def _objective(subject: Subject, key: str) -> Row:
    service = subject.service(key)
    driver = intolerable_after(service)
    spent = None if service.rto is None else service.rto + (service.wrt or 0)
    return Row(
        [
            Words(service.title, service.owner or _NO_OWNER, bold=True),
            length(service.mtpd),
            Words(driver[1], f"from {length(driver[0])}") if driver else "not rated",
            length(service.rto),
            _source(subject, key),
            length(service.wrt),
            verdict(spent, service.mtpd) if spent is not None else "no RTO",
            length(service.rpo),
            service.minimum_level or "–",
        ],
        writing=True,
    )


def _source(subject: Subject, key: str) -> Words:
    """Return whether an objective is declared, follows from others, or both and they differ."""
    found = subject.objectives[key]
    if found.rto is None:
        return Words("none" if found.required_rto is None else "inherited")
    if found.required_rto is not None and found.required_rto < found.rto:
        return Words("declared", f"needed in {length(found.required_rto)}", tone="warning")
    return Words("declared")


# Sheets ----------------------------------------------------------------------------------------


def sheets(subject: Subject) -> Iterator[Block]:
    """Yield the appendix: everything that was said about each activity."""
    yield Heading(
        "Activity sheets",
        anchor="sheets",
        flows=True,
        note="What was said about each activity, as it was entered.",
    )
    if not subject.activities:
        yield Paragraph("The plan has no activity.")
    for key in subject.activities:
        service = subject.service(key)
        title = Heading(service.title, 3, numbered=False, listed=False, note=about(service))
        yield Together([title, Facts(_facts(subject, key)), Space(2)])


def _facts(subject: Subject, key: str) -> list[tuple[str, Text]]:
    service, term = subject.service(key), subject.plan.info.outage_term
    targets = [
        f"{label} {length(value)}"
        for label, value in (
            (term, service.mtpd),
            ("RTO", service.rto),
            ("WRT", service.wrt),
            ("RPO", service.rpo),
        )
        if value is not None
    ]
    facts: list[tuple[str, Text]] = [
        ("Owner", service.owner or _NO_OWNER),
        ("Department", service.unit),
        ("Targets", ", ".join(targets) or "none"),
        ("Least level", service.minimum_level),
        ("Peak times", service.peak_times),
        ("Place", service.site),
        ("Impacts", "\n".join(_ratings(service)) or "not rated"),
        ("Needs", _needs(subject, key)),
        ("Needed by", names(subject.plan, [one.dependant for one in subject.needed_by[key]])),
        ("Carrying on", "\n".join(step.text for step in service.continuity_steps)),
        ("About", service.description),
    ]
    return [(label, words) for label, words in facts if words]


def _ratings(service: Service) -> list[str]:
    """Return the severities of each category as they grow: `Legal: moderate after 4 h`."""
    found: list[str] = []
    for category in dict.fromkeys(point.category for point in service.impacts):
        points = sorted(
            (point for point in service.impacts if point.category == category),
            key=lambda point: point.after,
        )
        grows = ", ".join(f"{point.level} after {length(point.after)}" for point in points)
        found.append(f"{category}: {grows}")
    return found


def _needs(subject: Subject, key: str) -> Text:
    parts: list[str | Span] = []
    for requirement in subject.needs[key][:_MOST_NEEDS]:
        parts += ["; " if parts else "", *need_in_words(subject.plan, requirement)]
    more = len(subject.needs[key]) - _MOST_NEEDS
    return sentence(*parts, f" and {more} more" if more > 0 else "") if parts else ""
