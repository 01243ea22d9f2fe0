"""Wallet cards: the size of a credit card, eight on a sheet, with cut marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bcp_planner.documents.charts import fitted
from bcp_planner.documents.lines import Line
from bcp_planner.documents.pen import Box, Pen
from bcp_planner.documents.story import Block, Document, Figure, NewPage
from bcp_planner.documents.style import (
    ACCENT,
    BLACK,
    FAINT,
    HAIR,
    MM,
    MUTED,
    WHITE,
    Look,
)
from bcp_planner.documents.subject import Subject

KIND = "Wallet cards"
_WIDE, _HIGH = 85 * MM, 54 * MM
_ACROSS, _DOWN = 2, 4
_MARK = 4 * MM


def document(subject: Subject) -> Document:
    """Return one sheet of cards; print it on both sides of card, or fold."""
    info = subject.plan.info
    title = info.name or info.organisation or "Unnamed plan"
    return Document(subject.edition.imprint(KIND, title, "WALLET"), tuple(_blocks(subject)))


def _blocks(subject: Subject) -> Iterator[Block]:
    yield NewPage()
    yield Figure(lambda pen, box: _sheet(subject, pen, box), 0, in_words(subject))


def people_to_call(subject: Subject) -> list[tuple[str, str]]:
    """Return three people with numbers: the holders of the first roles, else the contacts."""
    keys = [role.holder for role in subject.plan.roles.values() if role.holder]
    keys = list(dict.fromkeys([*keys, *subject.plan.contacts]))[:3]
    found = [subject.plan.contacts[key] for key in keys]
    numbers = [
        "left out" if subject.edition.hides(contact) else contact.other_phone or contact.phone
        for contact in found
    ]
    return [(contact.title, number) for contact, number in zip(found, numbers, strict=True)]


def in_words(subject: Subject) -> str:
    """Return what a card says, for those who cannot see it."""
    info = subject.plan.info
    named = "; ".join(f"{who} {number}" for who, number in people_to_call(subject))
    actions = " ".join(f"{n}. {words}." for n, words in enumerate(info.first_actions, 1))
    return (
        f"Eight cards alike. Hot line {info.hotline}. {info.bridge}. Meet at "
        f"{info.command_centre}. {actions} {named}"
    )


def _sheet(subject: Subject, pen: Pen, box: Box) -> None:
    left = box.x + (box.width - _ACROSS * _WIDE) / 2
    top = box.top - (box.height - _DOWN * _HIGH) / 2
    for row in range(_DOWN):
        for column in range(_ACROSS):
            place = Box(left + column * _WIDE, top - (row + 1) * _HIGH, _WIDE, _HIGH)
            _card(subject, pen, place)
    _cut_marks(pen, left, top)


def _cut_marks(pen: Pen, left: float, top: float) -> None:
    """Draw marks outside the cards, and hair lines where they touch."""
    right, bottom = left + _ACROSS * _WIDE, top - _DOWN * _HIGH
    for column in range(_ACROSS + 1):
        x = left + column * _WIDE
        pen.stroke([(x, top + 1), (x, top + _MARK)], BLACK, 0.5)
        pen.stroke([(x, bottom - 1), (x, bottom - _MARK)], BLACK, 0.5)
        pen.stroke([(x, bottom), (x, top)], HAIR, 0.4)
    for row in range(_DOWN + 1):
        y = top - row * _HIGH
        pen.stroke([(left - 1, y), (left - _MARK, y)], BLACK, 0.5)
        pen.stroke([(right + 1, y), (right + _MARK, y)], BLACK, 0.5)
        pen.stroke([(left, y), (right, y)], HAIR, 0.4)


def _card(subject: Subject, pen: Pen, card: Box) -> None:
    info = subject.plan.info
    inner = card.inset(9, 8)
    head = Box(card.x, card.top - 20, card.width, 20)
    pen.box(head.inset(3, 2), fill=ACCENT)
    title = info.organisation or info.name or "Business continuity"
    look = Look(8.5, 10, bold=True, ink=WHITE)
    fitted(pen, title, head.x + 9, head.y + 6.5, inner.width * 0.98, look)
    y = head.y - 8
    for label, value in (
        ("Hot line", info.hotline),
        ("Bridge", info.bridge),
        ("Meet", info.command_centre),
        ("or", info.alternate_centre),
    ):
        pen.label(label, inner.x, y, Look(6.5, 8, ink=MUTED))
        words = value or "………………………………"
        fitted(pen, words, inner.x + 34, y, inner.width - 34, Look(8, 9.5, bold=True))
        y -= 10.2
    pen.stroke([(inner.x, y + 6), (inner.right, y + 6)], FAINT, 0.4)
    y = _actions(subject, pen, Box(inner.x, inner.y, inner.width, y + 3 - inner.y))
    for who, number in people_to_call(subject):
        fitted(pen, who, inner.x, y, inner.width * 0.48, Look(7, 8.4))
        fitted(
            pen, number, inner.x + inner.width * 0.5, y, inner.width * 0.5, Look(7.5, 9, bold=True)
        )
        y -= 9
    identity = f"{info.version} · {subject.edition.today}".strip(" ·")
    small = Look(5, 6, ink=MUTED)
    width = min(pen.setting.width(identity, small) + 1, inner.width)
    fitted(pen, identity, inner.right - width, card.y + 5, width, small)


_PEOPLE_ROOM = 34.0


def _actions(subject: Subject, pen: Pen, box: Box) -> float:
    """Draw the first actions, small enough to leave room for three people; return where."""
    actions = subject.plan.info.first_actions or ("Make sure people are safe.",)
    look = Look(7, 8.2)
    room = box.height - _PEOPLE_ROOM
    lines = _numbered(pen, actions, box.width, look)
    while sum(map(len, lines)) * look.leading > room and look.size > 1:
        look = Look(look.size * 0.93, look.leading * 0.93)
        lines = _numbered(pen, actions, box.width, look)
    place = box
    for group in lines:
        pen.block_of_text(group, place, look)
        place = Box(place.x, place.y, place.width, place.height - len(group) * look.leading)
    pen.stroke(
        [(box.x, box.y + _PEOPLE_ROOM - 5), (box.right, box.y + _PEOPLE_ROOM - 5)], FAINT, 0.4
    )
    return box.y + _PEOPLE_ROOM - 13


def _numbered(pen: Pen, items: Sequence[str], width: float, look: Look) -> list[tuple[Line, ...]]:
    return [pen.setting.lines(f"{n}. {words}", width, look) for n, words in enumerate(items, 1)]
