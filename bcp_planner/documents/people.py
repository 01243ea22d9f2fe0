"""Who is who: contacts by group, the call tree, roles with their succession."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bcp_planner.documents.story import (
    Band,
    Block,
    Cell,
    Column,
    Heading,
    Paragraph,
    Row,
    Table,
    Tick,
    Words,
)
from bcp_planner.documents.subject import Subject
from bcp_planner.documents.wording import count
from bcp_planner.domain.arrangements import Role
from bcp_planner.domain.entities import Contact


def group_of(subject: Subject, contact: Contact) -> str:
    """Return the heading of a contact: its own, or what its place in the plan suggests."""
    if contact.group:
        return contact.group
    roles = subject.plan.roles.values()
    if any(contact.id in (role.holder, *role.succession) for role in roles):
        return "Crisis team"
    if any(contact.id in (team.lead, team.alternate) for team in subject.plan.teams.values()):
        return "Recovery teams"
    own = subject.plan.info.organisation
    return "Others outside" if contact.organisation not in ("", own) else "Others"


def by_group(subject: Subject) -> dict[str, list[Contact]]:
    """Return the contacts by group: those who act first, then the others."""
    groups: dict[str, list[Contact]] = {}
    for contact in subject.plan.contacts.values():
        groups.setdefault(group_of(subject, contact), []).append(contact)
    first = ("Crisis team", "Recovery teams")
    return dict(sorted(groups.items(), key=lambda item: item[0] not in first))


# The list --------------------------------------------------------------------------------------


def contact_list(subject: Subject) -> Table:
    """Return every contact once, by group, with the day it was last verified."""
    columns = [
        Column("Name", weight=1.4),
        Column("Number, second number", weight=1.1),
        Column("E-mail, hours", weight=1.2),
        Column("Reference", weight=0.9),
        Column("If unreachable", weight=0.9),
        Column("Last verified, by", 96),
        Column("Tried on", 50, writing=True),
    ]
    rows: list[Row | Band] = []
    for group, contacts in by_group(subject).items():
        rows.append(Band(group, count(len(contacts), "contact")))
        rows += [_contact_row(subject, contact) for contact in contacts]
    return Table(columns, rows, empty="The plan has no contacts.")


def _contact_row(subject: Subject, contact: Contact) -> Row:
    hidden = subject.edition.hides(contact)
    own = subject.plan.info.organisation
    outside = contact.organisation if contact.organisation != own else ""
    about = ", ".join(part for part in (contact.function, outside) if part)
    return Row(
        [
            Words(contact.title, about, bold=True),
            subject.edition.phone(contact) if hidden else Words(contact.phone, contact.other_phone),
            Words("" if hidden else contact.email, contact.hours),
            "" if hidden else contact.reference,
            subject.person(contact.alternate) or "–",
            _verified(subject, contact),
        ],
        anchor=f"contact-{contact.id}",
    )


def _verified(subject: Subject, contact: Contact) -> Words:
    if not contact.verified_on:
        return Words("never", tone="bad")
    old = _months_before(subject.edition.today, contact.verified_on) >= OLD_AFTER_MONTHS
    day = f"{contact.verified_on}, old" if old else contact.verified_on
    return Words(day, contact.verified_by or "by nobody named", tone="warning" if old else None)


OLD_AFTER_MONTHS = 6
"""After so many months a number counts as unverified."""


def _months_before(today: str, day: str) -> int:
    """Return the whole months from one ISO date to another."""
    try:
        months = (int(today[:4]) - int(day[:4])) * 12 + int(today[5:7]) - int(day[5:7])
        return months - (today[8:10] < day[8:10])
    except ValueError:
        return OLD_AFTER_MONTHS


# The call tree ---------------------------------------------------------------------------------


def tree(subject: Subject) -> list[tuple[int, Contact]]:
    """Return who is called, in order, with the level: callers before those they call.

    Without any caller in the plan it follows the roles: the holder of the top role calls the
    holders below and the leads of the teams. Each contact stands there once.
    """
    callers = _callers(subject)
    called: dict[str | None, list[str]] = {}
    for key in subject.plan.contacts:
        if key in callers:
            called.setdefault(callers[key], []).append(key)
    tops = [key for key in called if key is not None and key not in callers]
    found: list[tuple[int, Contact]] = []
    seen: set[str] = set()
    stack: list[tuple[int, str]] = [(0, key) for key in reversed(tops)]
    rest = list(callers)
    while stack or rest:
        level, key = stack.pop() if stack else (0, rest.pop(0))
        if key in seen:
            continue
        seen.add(key)
        found.append((level, subject.plan.contacts[key]))
        stack += [(level + 1, other) for other in reversed(called.get(key, []))]
    return found


def _callers(subject: Subject) -> dict[str, str]:
    """Return for each contact of the tree who calls it."""
    contacts = subject.plan.contacts
    own = {
        key: contact.called_by
        for key, contact in contacts.items()
        if contact.called_by in contacts and contact.called_by != key
    }
    if own:
        return {key: caller for key, caller in own.items() if caller is not None}
    roles = subject.plan.roles
    found: dict[str, str] = {}
    top = next(
        (role.holder for role in roles.values() if not role.reports_to and role.holder), None
    )
    for role in roles.values():
        above = roles.get(role.reports_to or "")
        caller = above.holder if above and above.holder else top
        if role.holder and caller and role.holder != caller:
            found.setdefault(role.holder, caller)
    for team in subject.plan.teams.values():
        if team.lead and top and team.lead != top:
            found.setdefault(team.lead, top)
    return found


def call_tree(subject: Subject) -> Table:
    """Return the call tree as an indented list with room to write."""
    entries = tree(subject)
    callers = _callers(subject)
    names = {key: subject.person(caller) for key, caller in callers.items()}
    calls: dict[str, list[str]] = {}
    for key, caller in callers.items():
        calls.setdefault(caller, []).append(subject.person(key))
    replaces: dict[str, list[str]] = {}
    for contact in subject.plan.contacts.values():
        if contact.alternate:
            replaces.setdefault(contact.alternate, []).append(contact.title)
    columns = [
        Column("", 18, align="centre"),
        Column("Level", 32),
        Column("Name, stands in for", weight=1.4),
        Column("Number, second number, e-mail", weight=1.3),
        Column("Called by, calls", weight=1.2),
        Column("If no answer", weight=0.8),
        Column("Called at", 44, writing=True),
        Column("Reached: yes, no, message", 54, writing=True),
        Column("Can come at", 44, writing=True),
        Column("Initials", 44, writing=True),
    ]
    rows = [
        _tree_row(
            subject,
            level,
            contact,
            Words(names.get(contact.id, "") or "starts", _listed("calls", calls, contact)),
            _listed("for", replaces, contact),
        )
        for level, contact in entries
    ]
    return Table(columns, rows, empty="Nobody is named as a caller, in a role or as a lead.")


_INDENT = 8.0
"""Pushes a name to the right, once a level, in points."""
_DEEPEST = 8


_MOST_CALLED = 8


def _listed(word: str, found: dict[str, list[str]], contact: Contact) -> str:
    """Return a word and the names that go with a contact; nothing without any."""
    titles = found.get(contact.id, [])
    if not titles:
        return ""
    more = f" and {len(titles) - _MOST_CALLED} more" if len(titles) > _MOST_CALLED else ""
    return f"{word} {', '.join(titles[:_MOST_CALLED])}{more}"


def _tree_row(subject: Subject, level: int, contact: Contact, calls: Words, stands_in: str) -> Row:
    hidden = subject.edition.hides(contact)
    about = [part for part in (contact.function, stands_in) if part]
    numbers = [part for part in (contact.other_phone, contact.email) if part]
    cells: list[Cell] = [
        Tick(),
        str(level + 1),
        Words(
            contact.title,
            "\n".join(about),
            bold=level == 0,
            indent=_INDENT * min(level, _DEEPEST),
        ),
        subject.edition.phone(contact) if hidden else Words(contact.phone, "\n".join(numbers)),
        calls,
        subject.person(contact.alternate) or "report back",
    ]
    return Row(cells, writing=True)


def most_called(subject: Subject) -> list[tuple[Contact, int]]:
    """Return the callers who have to reach more than five people."""
    callers = list(_callers(subject).values())
    return [
        (subject.plan.contacts[key], number)
        for key in dict.fromkeys(callers)
        if (number := callers.count(key)) > 5
    ]


# Roles -----------------------------------------------------------------------------------------


def roles_table(subject: Subject) -> Table:
    """Return the roles of the response with holder, succession and authority."""
    columns = [
        Column("Role", weight=1.1),
        Column("Holder", weight=1.1),
        Column("Succession", weight=1.2),
        Column("Authority and limits", weight=1.5),
        Column("On duty now", 84, writing=True),
    ]
    rows = [_role_row(subject, role) for role in subject.plan.roles.values()]
    return Table(columns, rows, empty="The plan names no roles.")


def _role_row(subject: Subject, role: Role) -> Row:
    holder = subject.contact(role.holder)
    following = [subject.person(key) for key in role.succession]
    above = subject.role(role.reports_to)
    return Row(
        [
            Words(
                role.name or role.id, f"reports to {above}" if above else role.purpose, bold=True
            ),
            Words(holder.title, subject.edition.phones(holder)) if holder else "not named",
            numbered(following) or "nobody named",
            role.authority or "–",
        ],
        writing=True,
    )


def numbered(words: Sequence[str]) -> str:
    """Return words as a numbered list on one line: `1 Ann Lee, 2 Bo Chen`."""
    return ", ".join(f"{number} {word}" for number, word in enumerate(words, 1) if word)


def many_hats(subject: Subject) -> list[tuple[Contact, list[str]]]:
    """Return the people on whom several roles and teams rest, most first."""
    hats: dict[str, list[str]] = {}
    for role in subject.plan.roles.values():
        if role.holder:
            hats.setdefault(role.holder, []).append(role.name or role.id)
    for team in subject.plan.teams.values():
        if team.lead:
            hats.setdefault(team.lead, []).append(f"leads {team.title}")
    found = [
        (subject.plan.contacts[key], duties) for key, duties in hats.items() if len(duties) > 1
    ]
    return sorted(found, key=lambda entry: -len(entry[1]))


def calls_note(subject: Subject) -> Iterator[Block]:
    """Yield the rule of the call tree and a warning about callers with too many calls."""
    yield Heading("How to call", 2, numbered=False, listed=False)
    yield Paragraph(
        "Call in order from the top. No answer after eight rings: try the second number, then the "
        "stand-in, then call the people below yourself and report it. Say the message word for "
        "word. The last one called in each branch calls back the first."
    )
    for contact, number in most_called(subject):
        yield Paragraph(f"{contact.title} has {number} people to call; five is the sensible limit.")
