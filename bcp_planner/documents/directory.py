"""The call tree, the contact list, and the record of call tests."""

from __future__ import annotations

from collections.abc import Iterator

from bcp_planner.documents import forms, people
from bcp_planner.documents.basis import closing
from bcp_planner.documents.first_page import answers
from bcp_planner.documents.lines import Text
from bcp_planner.documents.story import (
    Block,
    Callout,
    Column,
    Contents,
    Cover,
    Document,
    Heading,
    NewPage,
    Row,
    Rules,
    Table,
    Words,
)
from bcp_planner.documents.subject import Subject
from bcp_planner.documents.wording import count

KIND = "Call tree and contact list"


def document(subject: Subject) -> Document:
    """Return call tree, contacts and test record."""
    info = subject.plan.info
    title = info.name or info.organisation or "Unnamed plan"
    imprint = subject.edition.imprint(KIND, title, "CONTACTS")
    return Document(imprint, tuple(_blocks(subject, title)))


def _blocks(subject: Subject, title: str) -> Iterator[Block]:
    contacts = subject.plan.contacts
    private = sum(contact.private for contact in contacts.values())
    purpose: list[tuple[str, Text]] = [
        ("What it is for", "Reaching the right people in the right order."),
        ("Contents", f"{count(len(contacts), 'contact')}, {private} of them private."),
        (
            "Handle with care",
            "Private numbers are left out of this copy."
            if not subject.edition.options.contacts
            else "It holds private numbers. Return old copies; never leave it in a printer.",
        ),
        *answers(subject.edition),
    ]
    yield Cover(KIND, title, "", purpose, subject.edition.control())
    yield Contents()
    yield NewPage(landscape=True)
    yield Heading("Call tree", anchor="tree")
    yield from people.calls_note(subject)
    yield people.call_tree(subject)
    yield _tally()
    yield Heading("Contacts", anchor="contacts")
    yield people.contact_list(subject)
    yield NewPage()
    yield from _test_record(subject)
    yield from closing(subject)


def _tally() -> Table:
    columns = [
        Column("Started at", writing=True),
        Column("Finished at", writing=True),
        Column("Reached in 15 min", writing=True),
        Column("in 30 min", writing=True),
        Column("in 60 min", writing=True),
        Column("Dead numbers", writing=True),
        Column("Caller", weight=1.6, writing=True),
    ]
    return Table(columns, [Row([], writing=True)])


def _test_record(subject: Subject) -> Iterator[Block]:
    yield Heading("Call tests", anchor="tests")
    held = [event for event in subject.plan.events.values() if event.kind == "drill"]
    yield Table(
        [Column("Test", weight=1.2), Column("Date", 66), Column("How it went", weight=2)],
        [Row([Words(one.title, bold=True), one.starts[:10], one.summary or "–"]) for one in held],
        empty="No call test is recorded.",
    )
    yield Heading("Record of the next test", 2)
    columns = [
        Column("Date", 62, writing=True),
        Column("Start", 44, writing=True),
        Column("To call", 44, writing=True),
        Column("% in 15 min", 50, writing=True),
        Column("% in 30 min", 50, writing=True),
        Column("% in 60 min", 50, writing=True),
        Column("Dead numbers, corrected by", writing=True),
    ]
    yield forms.blank(columns, 6)
    yield Heading("Message", 2)
    yield Callout(
        "Say this word for word",
        "This is … (name) for … (organisation). Something has happened: … (one sentence). "
        "This is / is not an exercise. Come to … / join … at … (time). Confirm now. "
        "Do not speak to the media.",
    )
    yield Rules(5)
