"""What a document rests on: assumptions, gaps in the data, and how old it is. Hides nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bcp_planner.documents.arrangements import losses_without_strategy, service_names
from bcp_planner.documents.control import document_control
from bcp_planner.documents.edition import Edition
from bcp_planner.documents.lines import Text
from bcp_planner.documents.story import Block, Column, Facts, Heading, Points, Row, Table
from bcp_planner.documents.subject import Subject
from bcp_planner.documents.wording import count, length


def closing(subject: Subject) -> Iterator[Block]:
    """Yield the last two sections of every long document: what it rests on, and its control."""
    yield from assumptions(subject)
    yield from document_control(subject.edition)


def assumptions(subject: Subject) -> Iterator[Block]:
    """Yield assumptions, gaps and the age of the data."""
    info = subject.plan.info
    declared = info.declared_after
    yield Heading("Assumptions and age of the data", anchor="assumptions", flows=True)
    points: list[Text] = [
        *info.assumptions,
        "Working times are the likely ones, teams have enough people unless said otherwise.",
        "The plan does not say how long the declaration takes: it counts as immediate."
        if declared is None
        else f"The declaration comes {length(declared)} after the disruption.",
        "A figure marked ≥ rests on an estimate that is missing; the real time is longer.",
    ]
    yield Points(points)
    yield Heading("Gaps", 2)
    yield _gaps(subject)
    yield Heading("Age of the data", 2)
    yield Facts(ages(subject.edition), columns=1)


def _gaps(subject: Subject) -> Table:
    plan, chosen = subject.plan, subject.chosen
    services = {key: plan.services[key] for key in chosen}
    activities, term = subject.activities, plan.info.outage_term
    rows = [
        _gap(subject, "No owner", [key for key, one in services.items() if not one.owner]),
        _gap(subject, "Activity without RTO", [k for k in activities if services[k].rto is None]),
        _gap(
            subject, f"Activity without {term}", [k for k in activities if services[k].mtpd is None]
        ),
        _gap(
            subject,
            "Activity without impact over time",
            [k for k in activities if not services[k].impacts],
        ),
        _gap(subject, "No recovery time", [k for k, s in services.items() if s.recovery is None]),
        _gap(subject, "No recovery steps", [k for k, one in services.items() if not one.steps]),
    ]
    lacking = losses_without_strategy(subject)
    if lacking:
        rows.append(Row(["No strategy for the loss of", str(len(lacking)), ", ".join(lacking)]))
    vacant = [role.name or role.id for role in plan.roles.values() if not role.holder]
    if vacant:
        rows.append(Row(["Role without holder", str(len(vacant)), ", ".join(vacant)]))
    columns = [Column("What is missing", 150), Column("", 44, align="right"), Column("Where")]
    return Table(columns, [row for row in rows if row is not None], empty="Nothing is missing.")


def _gap(subject: Subject, words: str, keys: Sequence[str]) -> Row | None:
    return Row([words, f"{len(keys):,}", service_names(subject, keys)]) if keys else None


def ages(edition: Edition) -> list[tuple[str, Text]]:
    """Return how old everything is."""
    plan = edition.plan
    info = plan.info
    dates = sorted(one.verified_on for one in plan.contacts.values() if one.verified_on)
    never = sum(not one.verified_on for one in plan.contacts.values())
    verified = f"oldest {dates[0]}, newest {dates[-1]}" if dates else "none was ever verified"
    if never and dates:
        verified += f"; {count(never, 'was', 'were')} never verified"
    tests = sorted(one.date for one in plan.evidence.values() if one.date)
    held = [event for event in plan.events.values() if event.status == "closed" and event.starts]
    last = max(held, key=lambda event: event.starts, default=None)
    overdue = info.review_due and info.review_due < edition.today
    return [
        ("Plan data", f"state {edition.state}, printed {edition.printed}"),
        ("Version", edition.version),
        ("Approved", f"{info.approved_by} {info.approved_on}".strip() or "not approved"),
        ("Review due", f"{info.review_due} – OVERDUE" if overdue else info.review_due or "no date"),
        ("Contacts", verified if plan.contacts else "the plan has no contacts"),
        ("Measured times", f"newest {tests[-1]}" if tests else "nothing was measured"),
        ("Last exercise", f"{last.title}, {last.starts[:10]}" if last else "none was held"),
    ]
