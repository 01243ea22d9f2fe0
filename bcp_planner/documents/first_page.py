"""What the first page answers at two in the morning: when, who decides, whom to call, do, meet."""

from __future__ import annotations

from bcp_planner.documents.edition import Edition
from bcp_planner.documents.lines import Span, Text
from bcp_planner.documents.wording import name, sentence
from bcp_planner.domain.entities import Contact

FIRST_ACTIONS = (
    "Make sure people are safe; call the emergency number if they are not",
    "Report it to the one who decides",
    "Write down what happened and when",
)
"""What anybody does first while the plan lays down nothing."""
_MOST_ACTIONS = 5
_NOBODY = "The plan names nobody. Agree on one person now and write the name in section 1."


def deciders(edition: Edition) -> list[tuple[str, str]]:
    """Return who may declare, with numbers: the top role and its succession, else the owner."""
    plan = edition.plan
    top = next((role for role in plan.roles.values() if role.reports_to is None), None)
    contacts = _top_contacts(edition)
    if top and contacts:
        people = [(contact.title, edition.phone(contact)) for contact in contacts]
        return [(f"{people[0][0]} ({top.name or top.id})", people[0][1]), *people[1:]]
    named = [person for person in (plan.info.owner, plan.info.approved_by) if person]
    return [(person, _number_of(edition, person)) for person in named]


def _top_contacts(edition: Edition) -> list[Contact]:
    """Return the holder of the top role and who follows."""
    plan = edition.plan
    top = next((role for role in plan.roles.values() if role.reports_to is None), None)
    ids = [*([top.holder] if top.holder else []), *top.succession] if top else []
    return [plan.contacts[key] for key in ids]


def _number_of(edition: Edition, person: str) -> str:
    """Return the number of a person, when a contact of that name is in the plan."""
    for contact in edition.plan.contacts.values():
        if contact.name and contact.name in person:
            return edition.phone(contact)
    return ""


def who_decides(edition: Edition) -> Text:
    """Return the names of those who decide, in the order in which they are asked."""
    people = deciders(edition)
    if not people:
        return _NOBODY
    parts: list[str | Span] = []
    for index, (who, _) in enumerate(people):
        parts += [", then " if index else "", name(who)]
    return sentence(*parts)


def with_numbers(edition: Edition) -> list[str | Span]:
    """Return those who decide with their numbers, in the order in which they are called."""
    parts: list[str | Span] = []
    for index, (who, phone) in enumerate(deciders(edition)):
        parts += [", then " if index else "", name(who), f", {phone}" if phone else ""]
    return parts or ["nobody is named in the plan"]


def answers(edition: Edition) -> list[tuple[str, Text]]:
    """Return who decides, whom to call first, what to do first and where to meet."""
    info = edition.plan.info
    hotline = f"Hot line {info.hotline}; then " if info.hotline else ""
    centre = [info.command_centre] if info.command_centre else []
    if info.alternate_centre:
        centre.append(f"if it is lost: {info.alternate_centre}")
    if info.bridge:
        centre.append(info.bridge)
    return [
        ("Who decides", who_decides(edition)),
        ("Whom to call first", sentence(hotline, *with_numbers(edition))),
        ("What to do first", first_actions(edition)),
        ("Where to meet", "; ".join(centre) or "Not laid down. Agree on a place now."),
    ]


def first_actions(edition: Edition) -> str:
    """Return the first five actions of anybody, one a line."""
    actions = edition.plan.info.first_actions or FIRST_ACTIONS
    return "\n".join(f"{n}. {words}" for n, words in enumerate(actions[:_MOST_ACTIONS], 1))
