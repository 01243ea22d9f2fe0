"""The cover page, and the cards that show one big figure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from bcp_planner.documents.flow import PageNumbers, Slab
from bcp_planner.documents.pen import Box, Pen, Typesetting
from bcp_planner.documents.story import Column, Cover, Imprint, Measure, Row, Words
from bcp_planner.documents.style import (
    ACCENT,
    BLACK,
    BODY,
    HAIR,
    LABEL,
    MUTED,
    NOTE,
    TONES,
    Look,
)
from bcp_planner.documents.tables import Grid
from bcp_planner.documents.tagging import Element

_KIND = Look(11, 14, bold=True, ink=ACCENT)
_TITLES = (Look(32, 37, bold=True), Look(25, 30, bold=True), Look(18, 22, bold=True))
_SUBTITLE = Look(13, 18, ink=MUTED)
_ORGANISATION = Look(11, 15, bold=True, ink=BLACK)


def cover_slabs(
    setting: Typesetting, cover: Cover, imprint: Imprint, width: float
) -> Iterator[Slab]:
    """Yield the cover: what it is, what it is for, and at its foot the document control."""
    yield _title(setting, cover, imprint, width)
    grid = Grid(setting, [Column("", 116), Column("")], width)
    for heading, words in cover.purpose:
        yield grid.row(Row([Words(heading, bold=True, tone="note"), Words(words)], roomy=True))
    rows = [("Document", imprint.document_id), *cover.control]
    pairs = [rows[start : start + 2] for start in range(0, len(rows), 2)]
    for index, pair in enumerate(pairs):
        slab = _control_row(setting, pair, width)
        slab.keep = index < len(pairs) - 1
        slab.sinks = index == 0
        slab.before = 10 if index == 0 else 0
        yield slab


def _title(setting: Typesetting, cover: Cover, imprint: Imprint, width: float) -> Slab:
    looks = [look for look in _TITLES if len(setting.lines(cover.title, width, look)) < 4]
    title_look = (looks or [_TITLES[-1]])[0]
    parts: list[tuple[str, Look, float]] = [
        (imprint.organisation, _ORGANISATION, 30.0),
        (cover.kind, _KIND, 64.0 if imprint.organisation else 34.0),
        (cover.title, title_look, 8.0),
        (cover.subtitle, _SUBTITLE, 8.0),
    ]
    parts = [part for part in parts if part[0]]
    height = sum(gap + setting.height(words, width, look) for words, look, gap in parts) + 26

    def draw(pen: Pen, box: Box, _: PageNumbers) -> None:
        top = box.top
        for words, look, gap in parts:
            top -= gap
            if look is _KIND:
                pen.box(Box(box.x, top + 9, 46, 3.2), fill=ACCENT)
            top -= pen.words(words, Box(box.x, 0, width, top), look)

    return Slab(height, draw, element=Element("P"))


_LABEL_ROOM = 88.0


def _control_row(setting: Typesetting, row: list[tuple[str, str]], width: float) -> Slab:
    half = (width - 18) / 2
    cells = [
        (
            setting.lines(label, _LABEL_ROOM - 6, LABEL),
            setting.lines(value or "–", half - _LABEL_ROOM, BODY),
        )
        for label, value in row
    ]
    tallest = max(max(len(a) * LABEL.leading, len(b) * BODY.leading) for a, b in cells)

    def draw(pen: Pen, box: Box, _: PageNumbers) -> None:
        for index, (label, value) in enumerate(cells):
            x = box.x + index * (half + 18)
            pen.stroke([(x, box.top), (x + half, box.top)], HAIR, 0.5)
            pen.block_of_text(label, Box(x, 0, _LABEL_ROOM - 6, box.top - 4), LABEL)
            place = Box(x + _LABEL_ROOM, 0, half - _LABEL_ROOM, box.top - 3)
            pen.block_of_text(value, place, BODY)

    return Slab(tallest + 6.5, draw, element=Element("P"))


_VALUE = Look(19, 23, bold=True)


def card(
    setting: Typesetting, item: Measure, width: float
) -> tuple[float, Callable[[Pen, Box], None]]:
    """Return the height of a card with one figure, and what draws it."""
    colour, ground = TONES[item.tone]
    room = width - 18
    value_look = replace(_VALUE, ink=BLACK if item.tone == "plain" else colour)
    while value_look.size > 11 and len(setting.lines(item.value, room, value_look)) > 1:
        value_look = replace(value_look, size=value_look.size - 1, leading=value_look.leading - 1.1)
    label = setting.lines(item.label, room, LABEL)
    value = setting.lines(item.value, room, value_look)
    detail = setting.lines(item.detail, room, NOTE) if item.detail else ()
    height = 17 + len(label) * LABEL.leading + len(value) * value_look.leading
    height += len(detail) * NOTE.leading

    def draw(pen: Pen, box: Box) -> None:
        pen.box(box, fill=ground)
        pen.box(Box(box.x, box.top - 2.2, box.width, 2.2), fill=colour)
        inner = Box(box.x + 9, box.y, room, box.height - 9)
        for lines, look in ((label, LABEL), (value, value_look), (detail, NOTE)):
            pen.block_of_text(lines, inner, look)
            inner = Box(inner.x, inner.y, inner.width, inner.height - len(lines) * look.leading)

    return height, draw
