"""Supplier and site sheets: what depends on each, by when, and what its contract promises."""

from __future__ import annotations

from collections.abc import Iterator

from bcp_planner.documents.basis import closing
from bcp_planner.documents.lines import Text
from bcp_planner.documents.priorities import verdict
from bcp_planner.documents.story import (
    Block,
    Column,
    Contents,
    Cover,
    Document,
    Facts,
    Heading,
    Measure,
    Measures,
    NewPage,
    PageOf,
    Paragraph,
    Points,
    Row,
    Rules,
    Table,
    Words,
)
from bcp_planner.documents.subject import Subject
from bcp_planner.documents.wording import clock, count, length, name, sentence
from bcp_planner.domain.durations import Duration

KIND = "Supplier and site sheets"
_MOST_LOST = 30


def document(subject: Subject) -> Document:
    """Return an overview and a sheet for every supplier and site."""
    info = subject.plan.info
    title = info.name or info.organisation or "Unnamed plan"
    return Document(subject.edition.imprint(KIND, title, "SUP"), tuple(_blocks(subject, title)))


def _blocks(subject: Subject, title: str) -> Iterator[Block]:
    suppliers, sites = subject.of_kind("supplier"), subject.of_kind("facility")
    purpose: list[tuple[str, Text]] = [
        ("What it is for", "Talking to suppliers and landlords about what is needed of them."),
        ("Contents", f"{count(len(suppliers), 'supplier')} and {count(len(sites), 'site')}."),
    ]
    yield Cover(KIND, title, "", purpose, subject.edition.control())
    yield Contents(depth=1)
    yield NewPage(landscape=True)
    for heading, anchor, keys in (
        ("Suppliers", "suppliers", suppliers),
        ("Sites", "sites", sites),
    ):
        note = "Most harmful when lost alone first."
        yield Heading(heading, anchor=anchor, note=note, flows=True)
        yield _overview(subject, sorted(keys, key=lambda key: -subject.blast[key]))
    yield NewPage()
    for key in (*suppliers, *sites):
        yield from _sheet(subject, key)
    yield from closing(subject)


def promised(subject: Subject, key: str) -> Duration | None:
    """Return what is known of the return: the contract, else its own recovery time."""
    service = subject.service(key)
    if service.contract_recovery is not None:
        return service.contract_recovery
    return service.recovery.likely if service.recovery else None


def contracts(subject: Subject) -> Table:
    """Return the suppliers with what they promise, against what is needed, and whom to call."""
    columns = [
        Column("Supplier", weight=1.5),
        Column("Contract", weight=1),
        Column("Promised within", 60, align="right"),
        Column("Needed within", 84, align="right"),
        Column("Enough?", 92),
        Column("Whom to call", weight=1.2),
    ]
    rows: list[Row] = []
    for key in _suppliers_of(subject):
        service, contact = subject.service(key), subject.contact(subject.service(key).contact)
        agreed = service.contract_recovery
        rows.append(
            Row(
                [
                    Words(service.title, service.owner, bold=True),
                    service.contract or "–",
                    length(agreed, unknown="nothing"),
                    length(subject.target(key)),
                    "nothing agreed" if agreed is None else verdict(agreed, subject.target(key)),
                    Words(contact.title, subject.edition.phones(contact)) if contact else "–",
                ]
            )
        )
    return Table(columns, rows, empty="The plan names no supplier that these activities need.")


def _suppliers_of(subject: Subject) -> list[str]:
    """Return the suppliers of the plan; of a selection, those that it needs directly."""
    suppliers = subject.of_kind("supplier")
    if not subject.is_selection:
        return suppliers
    chosen = set(subject.chosen)
    direct = {key for one in chosen for need in subject.needs[one] for key in need.providers}
    return [key for key in suppliers if key in direct | chosen]


def _overview(subject: Subject, keys: list[str]) -> Table:
    columns = [
        Column("Name", weight=1.6),
        Column("Owner", weight=1.1),
        Column("Direct dependants", 62, align="right"),
        Column("Takes down alone", 62, align="right"),
        Column("Needed within", 84, align="right"),
        Column("Contract", 58, align="right"),
        Column("Enough?", 98),
        Column("Spare", 46),
        Column("Page", 34, align="right"),
    ]
    rows: list[Row] = []
    for key in keys:
        service = subject.service(key)
        spare = any(one.is_redundant for one in subject.needed_by[key])
        rows.append(
            Row(
                [
                    Words(service.title, bold=True, anchor=f"sheet-{key}"),
                    service.owner or "nobody",
                    str(len({one.dependant for one in subject.needed_by[key]})),
                    str(subject.blast[key]),
                    length(subject.target(key)),
                    length(service.contract_recovery, unknown="none"),
                    verdict(service.contract_recovery, subject.target(key))
                    if service.contract_recovery is not None
                    else "nothing agreed",
                    "yes" if spare else "none",
                    PageOf(f"sheet-{key}"),
                ]
            )
        )
    return Table(columns, rows, empty="The plan names none.")


def _sheet(subject: Subject, key: str) -> Iterator[Block]:
    service, found = subject.service(key), subject.objectives[key]
    yield Heading(
        service.title,
        anchor=f"sheet-{key}",
        note="Supplier" if service.kind == "supplier" else "Site",
    )
    target, contract = found.required_rto, service.contract_recovery
    late = target is not None and contract is not None and contract > target
    yield Measures(
        [
            Measure(
                "Needed within",
                length(target, unknown="no target below it"),
                "strictest RTO that rests on it",
            ),
            Measure(
                "Contract promises",
                length(contract, unknown="nothing"),
                service.contract,
                "bad" if late else "plain",
            ),
            Measure("Takes down alone", str(subject.blast[key]), "services, spares counted"),
        ]
    )
    contact = subject.contact(service.contact)
    facts: list[tuple[str, Text]] = [
        ("Owner", service.owner),
        ("Place", service.site),
        (
            "Contact",
            sentence(name(contact.title), f", {subject.edition.phone(contact)}")
            if contact
            else "none named",
        ),
        ("Stand-in", subject.person(contact.alternate) if contact else ""),
        (
            "Because of",
            sentence(name(subject.service(found.driver).title)) if found.driver else "–",
        ),
        ("About", service.description),
    ]
    yield Facts(facts)
    yield Heading("Direct dependants", 2, numbered=False, listed=False)
    yield _dependants(subject, key)
    yield from _lost(subject, key)
    strategies = [one for one in subject.plan.strategies.values() if key in one.services]
    if strategies:
        yield Heading("Strategies", 2, numbered=False, listed=False)
        yield Points([f"{one.name or one.id}: {one.place}" for one in strategies])
    yield Heading("Agreed, asked, open", 2, numbered=False, listed=False)
    yield Rules(4)


def _dependants(subject: Subject, key: str) -> Table:
    columns = [
        Column("Who needs it", weight=1.6),
        Column("How", 92),
        Column("Carries on for", 60, align="right"),
        Column("RTO", 50, align="right"),
        Column("Owner", weight=1),
        Column("Workaround, note", weight=1.3),
    ]
    rows: list[Row] = []
    for one in subject.needed_by[key]:
        user = subject.service(one.dependant)
        how = "must have" if one.strength == "hard" else "makes better"
        if one.is_redundant:
            how += f", {one.needed} of {len(one.providers)}"
        rows.append(
            Row(
                [
                    Words(user.title, bold=True),
                    how,
                    length(one.tolerance) if one.tolerance else "not at all",
                    length(user.rto),
                    user.owner or "nobody",
                    one.note or "–",
                ]
            )
        )
    return Table(columns, rows, empty="Nothing needs it directly.")


def _lost(subject: Subject, key: str) -> Iterator[Block]:
    if not subject.blast[key]:
        yield Paragraph("When it fails alone, nothing goes down: there are spares or tolerance.")
        return
    lost = subject.lost_with(key)
    yield Heading("What goes down when it fails alone", 2, numbered=False, listed=False)
    rows = [
        Row(
            [
                clock(at),
                Words(subject.service(other).title),
                length(subject.service(other).rto),
                subject.service(other).owner or "nobody",
            ]
        )
        for other, at in lost[:_MOST_LOST]
    ]
    columns = [
        Column("Lost at", 70),
        Column("Service", weight=1.6),
        Column("RTO", 56, align="right"),
        Column("Owner", weight=1),
    ]
    yield Table(columns, rows)
    if len(lost) > _MOST_LOST:
        yield Paragraph(f"and {count(len(lost) - _MOST_LOST, 'more service')} later.")
