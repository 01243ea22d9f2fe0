"""The action card of one role: one sheet, front and back."""

from __future__ import annotations

from collections.abc import Iterator

from bcp_planner.documents import forms, people
from bcp_planner.documents.lines import Text
from bcp_planner.documents.story import (
    Block,
    Callout,
    Column,
    Facts,
    Fitted,
    Heading,
    NewPage,
    PageOf,
    Row,
    Rules,
    Table,
    Words,
)
from bcp_planner.documents.subject import Subject
from bcp_planner.documents.wording import length
from bcp_planner.domain.arrangements import Role
from bcp_planner.domain.entities import Contact


def card_index(subject: Subject) -> Table:
    """Return which card is whose, and on which page."""
    rows = [
        Row(
            [
                Words(role.name or role.id, bold=True),
                subject.person(role.holder) or "not named",
                PageOf(f"card-{role.id}"),
            ],
            writing=True,
        )
        for role in subject.plan.roles.values()
    ]
    columns = [
        Column("Role", weight=1.2),
        Column("Holder", weight=1.2),
        Column("Page", 40, align="right"),
        Column("Handed to", writing=True),
        Column("At", 54, writing=True),
    ]
    return Table(columns, rows)


def role_card(subject: Subject, role: Role, level: int = 1) -> Iterator[Block]:
    """Yield front and back of the card of a role, which are the two sides of one sheet."""
    yield NewPage(front=True)
    yield Fitted([tuple(_front(subject, role, level))], 1)
    yield NewPage()
    yield Fitted([tuple(_back(subject, role))], 1)


def _front(subject: Subject, role: Role, level: int) -> Iterator[Block]:
    yield Heading(role.name or role.id, level, anchor=f"card-{role.id}", note=role.purpose)
    holder = subject.contact(role.holder)
    facts: list[tuple[str, Text]] = [
        ("Reports to", subject.role(role.reports_to) or "nobody in this plan"),
        ("Holder", holder.title if holder else "not named"),
        ("Then", people.numbered([subject.person(key) for key in role.succession]) or "nobody"),
        ("May", role.authority or "not laid down"),
    ]
    yield Facts(facts)
    yield forms.checklist(
        [
            ("Immediately", role.immediately),
            ("First hour", role.first_hour),
            ("While it lasts", role.ongoing),
            ("Hand-over", role.hand_over),
            ("Stand-down", role.stand_down),
        ]
    )
    if role.do_not:
        yield Callout("Do not", points=role.do_not, tone="bad")


def _back(subject: Subject, role: Role) -> Iterator[Block]:
    yield Heading(f"{role.name or role.id}, back of the card", 2, numbered=False, listed=False)
    yield Heading("Numbers for this role", 3, numbered=False, listed=False)
    yield Table(
        [Column("Role", weight=1), Column("Name", weight=1.2), Column("Number", weight=1.4)],
        [
            Row(
                [subject.role(key), Words(contact.title, bold=True), subject.edition.phone(contact)]
            )
            for key, contact in _partners(subject, role)
        ],
        empty="The plan names nobody to call.",
    )
    info = subject.plan.info
    places: list[tuple[str, Text]] = [
        ("Bridge", info.bridge),
        ("Command centre", info.command_centre),
        ("If it is lost", info.alternate_centre),
        ("Forms", "first meeting, decision log, action log, situation report"),
        ("Messages of this role", _messages(subject, role)),
    ]
    yield Facts(places, columns=1)
    yield Heading("Hand-over", 3, numbered=False, listed=False)
    yield forms.blank(
        [
            Column("From", writing=True),
            Column("To", writing=True),
            Column("Time", 58, writing=True),
            Column("Open issues", weight=2, writing=True),
        ],
        4,
    )
    yield Heading("Notes", 3, numbered=False, listed=False)
    yield Rules(4, fills=True)


def _partners(subject: Subject, role: Role) -> Iterator[tuple[str, Contact]]:
    """Yield the other roles with their holders."""
    for key, other in subject.plan.roles.items():
        contact = subject.contact(other.holder)
        if key != role.id and contact is not None:
            yield key, contact


def _messages(subject: Subject, role: Role) -> str:
    found = [
        f"{message.audience}: {length(message.first_by)}"
        + (f", then every {length(message.then_every)}" if message.then_every else "")
        for message in subject.plan.communications.values()
        if message.owner == role.id
    ]
    return "; ".join(found) or "none"
