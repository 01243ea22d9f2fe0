"""Action cards, one sheet a role, and the blank forms of the incident room."""

from __future__ import annotations

from collections.abc import Iterator

from bcp_planner.documents import forms
from bcp_planner.documents.basis import closing
from bcp_planner.documents.first_page import answers
from bcp_planner.documents.lines import Text
from bcp_planner.documents.role_card import role_card
from bcp_planner.documents.story import Block, Contents, Cover, Document, Heading, Paragraph
from bcp_planner.documents.subject import Subject
from bcp_planner.documents.wording import count

KIND = "Action cards and forms"


def document(subject: Subject) -> Document:
    """Return the cards of all roles and the forms."""
    info = subject.plan.info
    title = info.name or info.organisation or "Unnamed plan"
    return Document(subject.edition.imprint(KIND, title, "CARDS"), tuple(_blocks(subject, title)))


def _blocks(subject: Subject, title: str) -> Iterator[Block]:
    purpose: list[tuple[str, Text]] = [
        ("What it is for", "One sheet a role, printed on both sides and handed out at the start."),
        ("How to use it", "Tick, write time and initials. Keep the card; it is part of the log."),
        ("Contents", f"{count(len(subject.plan.roles), 'role')}, then blank forms to copy."),
        *answers(subject.edition),
    ]
    yield Cover(KIND, title, "", purpose, subject.edition.control())
    yield Contents(depth=1)
    if not subject.plan.roles:
        yield Heading("Roles", anchor="roles")
        yield Paragraph("The plan names no roles. Add them to print their cards.")
    for role in subject.plan.roles.values():
        yield from role_card(subject, role)
    yield from forms.first_meeting()
    yield from forms.decision_log()
    yield from forms.action_log()
    yield from forms.situation_report()
    yield from forms.expenses()
    yield from closing(subject)
