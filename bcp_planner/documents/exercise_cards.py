"""Inject cards: six on a sheet with cut marks, number and time on the back.

Front and back sheets alternate; printed on both sides and turned over the long edge, each number
comes to lie behind its card.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from bcp_planner.documents.charts import fitted
from bcp_planner.documents.exercise_event import event_of, imprint_of
from bcp_planner.documents.pen import Box, Pen
from bcp_planner.documents.story import Block, Document, Figure, NewPage
from bcp_planner.documents.style import ACCENT, BLACK, FAINT, HAIR, MM, MUTED, WHITE, Look
from bcp_planner.documents.subject import Subject
from bcp_planner.documents.wording import clock
from bcp_planner.domain.exercising import Event, Inject

KIND = "Inject cards"
_ACROSS, _DOWN = 2, 3
_MARK = 4 * MM
_WORD = "EXERCISE"


def document(subject: Subject) -> Document:
    """Return the inject cards of an exercise; they hold no expected answers."""
    event = event_of(subject, closed=False)
    return Document(imprint_of(subject, event, KIND, "CARDS"), tuple(_blocks(event)))


def _blocks(event: Event) -> Iterator[Block]:
    size = _ACROSS * _DOWN
    for first in range(0, len(event.injects), size):
        cards = event.injects[first : first + size]
        yield NewPage(front=True)
        yield Figure(partial(_fronts, cards), 0, " ".join(_front_in_words(one) for one in cards))
        yield NewPage()
        backs = " ".join(f"Card {one.key} at {clock(one.at)}." for one in cards)
        yield Figure(partial(_backs, event, cards), 0, f"Backs: {backs}")
    if not event.injects:
        yield Figure(lambda pen, box: None, 40, "No cards.", "The exercise has no injects.")


def _front_in_words(one: Inject) -> str:
    return f"{_WORD}. From {one.sender} to {one.receiver} by {one.delivery}: {one.text}"


def _places(box: Box) -> list[Box]:
    """Return where the cards of a sheet are, row by row from the upper left."""
    frame = box.inset(_MARK + 1, _MARK + 1)
    wide, high = frame.width / _ACROSS, frame.height / _DOWN
    return [
        Box(frame.x + column * wide, frame.top - (row + 1) * high, wide, high)
        for row in range(_DOWN)
        for column in range(_ACROSS)
    ]


def _marks(pen: Pen, box: Box) -> None:
    frame = box.inset(_MARK + 1, _MARK + 1)
    for column in range(_ACROSS + 1):
        x = frame.x + column * frame.width / _ACROSS
        pen.stroke([(x, frame.top + 1), (x, frame.top + _MARK)], BLACK, 0.5)
        pen.stroke([(x, frame.y - 1), (x, frame.y - _MARK)], BLACK, 0.5)
        pen.stroke([(x, frame.y), (x, frame.top)], HAIR, 0.4)
    for row in range(_DOWN + 1):
        y = frame.y + row * frame.height / _DOWN
        pen.stroke([(frame.x - 1, y), (frame.x - _MARK, y)], BLACK, 0.5)
        pen.stroke([(frame.right + 1, y), (frame.right + _MARK, y)], BLACK, 0.5)
        pen.stroke([(frame.x, y), (frame.right, y)], HAIR, 0.4)


def _band(pen: Pen, card: Box) -> Box:
    """Draw the word that stands on each side of each card; return what is left of it."""
    for y in (card.top - 24, card.y + 6):
        band = Box(card.x + 8, y, card.width - 16, 18)
        pen.box(band, fill=ACCENT)
        look = Look(10.5, 12, bold=True, ink=WHITE)
        pen.label(f"{_WORD}   {_WORD}   {_WORD}", band.x + band.width / 2, y + 5.4, look, "centre")
    return Box(card.x + 16, card.y + 32, card.width - 32, card.height - 66)


def _fronts(cards: Sequence[Inject], pen: Pen, box: Box) -> None:
    _marks(pen, box)
    for one, card in zip(cards, _places(box), strict=False):
        inner = _band(pen, card)
        y = inner.top - 12
        for label, value in (("From", one.sender), ("To", one.receiver), ("By", one.delivery)):
            pen.label(label, inner.x, y, Look(8.5, 11, ink=MUTED))
            fitted(pen, value or "–", inner.x + 34, y, inner.width - 34, Look(10, 12, bold=True))
            y -= 15
        pen.stroke([(inner.x, y + 6), (inner.right, y + 6)], FAINT, 0.5)
        _message(pen, one.text, Box(inner.x, inner.y, inner.width, y - inner.y))


def _message(pen: Pen, text: str, box: Box) -> None:
    """Draw the words to hand out as large as they fit."""
    look = Look(14, 19)
    lines = pen.setting.lines(text, box.width, look)
    while len(lines) * look.leading > box.height and look.size > 3:
        look = Look(look.size * 0.94, look.leading * 0.94)
        lines = pen.setting.lines(text, box.width, look)
    pen.block_of_text(lines, box, look)


def _backs(event: Event, cards: Sequence[Inject], pen: Pen, box: Box) -> None:
    """Draw the backs, with left and right exchanged."""
    _marks(pen, box)
    places = _places(box)
    for index, one in enumerate(cards):
        row, column = divmod(index, _ACROSS)
        card = places[row * _ACROSS + (_ACROSS - 1 - column)]
        inner = _band(pen, card)
        middle = inner.x + inner.width / 2
        pen.label(one.key, middle, inner.y + inner.height * 0.5, Look(60, 64, bold=True), "centre")
        at = inner.y + inner.height * 0.34
        pen.label(clock(one.at), middle, at, Look(17, 20, bold=True), "centre")
        details = [one.module, "only if needed" if one.kind == "contingency" else "", event.title]
        for line, words in enumerate(part for part in details if part):
            look = Look(9, 12, ink=MUTED)
            width = min(pen.setting.width(words, look), inner.width)
            fitted(pen, words, middle - width / 2, at - 20 - 13 * line, inner.width, look)
