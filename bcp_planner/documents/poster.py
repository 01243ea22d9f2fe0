"""The dependency poster: what depends on what, on one large sheet or on tiles."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from bcp_planner.documents import picture as pictures
from bcp_planner.documents.options import LARGE_PAPERS
from bcp_planner.documents.pen import Box, Pen
from bcp_planner.documents.story import (
    Block,
    Document,
    Figure,
    Heading,
    NewPage,
    Paragraph,
)
from bcp_planner.documents.style import ACCENT, BLACK, MM, NOTE, Look
from bcp_planner.documents.subject import Subject
from bcp_planner.documents.wording import count

KIND = "Dependency poster"
MOST = 1_200
"""Services drawn at most: more would not be readable on any paper."""
_MOST_TILES = 40
_ENLARGED = 3.0
_AROUND = 120.0
_BESIDE_MARK = "\u00a0" * 4
"""Keeps the caption of a tile clear of its cut mark."""


def document(subject: Subject) -> Document:
    """Return the poster of the plan, with the state of a scenario when one is given."""
    info = subject.plan.info
    title = info.name or info.organisation or "Unnamed plan"
    if subject.scenario is not None:
        title = f"{title}: {subject.scenario.title}"
    return Document(subject.edition.imprint(KIND, title, "MAP"), tuple(_blocks(subject)))


def _blocks(subject: Subject) -> Iterator[Block]:
    large = subject.edition.options.paper in LARGE_PAPERS
    keys = _drawn(subject)
    frame = subject.edition.frame(landscape=True)
    room = Box(0, 0, frame.width, frame.height - _AROUND)
    found = (
        pictures.picture(subject.case, aspect=room.width / room.height, services=keys)
        if keys
        else None
    )
    yield NewPage(landscape=True)
    yield Heading("What depends on what", anchor="poster", numbered=False, note=_note(subject))
    if found is None:
        yield Paragraph("The plan has no services yet.")
        return
    hidden = len(subject.chosen) - len(keys)
    if hidden > 0:
        yield Paragraph(f"{count(hidden, 'service')} with fewer connections not drawn.", NOTE)
    found = replace(found, plain=subject.scenario is None, largest=_ENLARGED if large else 1.1)
    legend = pictures.draw_plain_legend if found.plain else pictures.draw_legend
    yield Figure(legend, 26, "Legend of the drawing below.")
    sheets = found.whole(room) if large else found.grid(_tile(frame), _MOST_TILES)
    if sheets.count == 1:
        yield Figure(sheets.drawings()[0], 0, in_words(subject, keys))
        return
    yield Figure(_overview(found, sheets), 0, "How the tiles lie side by side, with numbers.")
    yield from _tiles(subject, sheets, keys, _tile(frame).height)


def _tile(frame: Box) -> Box:
    """Return the room of a drawing on a tile: the page without its caption."""
    return Box(0, 0, frame.width - 2, frame.height - 34)


def _note(subject: Subject) -> str:
    words = "Arrows run from what is needed to what needs it, so a loss travels along them."
    if subject.scenario is not None:
        return f"{words} Shown: the state that “{subject.scenario.title}” leads to."
    return f"{words} What is needed lies below what needs it."


def _drawn(subject: Subject) -> list[str]:
    """Return the services to draw: chosen ones with all they need, or the most connected."""
    if subject.is_selection:
        return _with_needs(subject)[:MOST]
    keys = list(subject.plan.services)
    if len(keys) <= MOST:
        return keys
    ranked = sorted(keys, key=lambda key: (-_weight(subject, key), subject.urgency(key)))
    kept = set(ranked[:MOST])
    return [key for key in keys if key in kept]


def _weight(subject: Subject, key: str) -> int:
    return len(subject.needs[key]) + len(subject.needed_by[key])


def _with_needs(subject: Subject) -> list[str]:
    found = dict.fromkeys(subject.chosen)
    ahead = list(found)
    while ahead:
        for requirement in subject.needs[ahead.pop()]:
            new = [key for key in requirement.providers if key not in found]
            found.update(dict.fromkeys(new))
            ahead += new
    return list(found)


def in_words(subject: Subject, keys: list[str]) -> str:
    """Return what the drawing shows, for those who cannot see it."""
    return (
        f"Drawing of {count(len(keys), 'service')} and their requirements; the continuity plan "
        "and the business impact analysis say the same in words."
    )


# Tiles -----------------------------------------------------------------------------------------


def _overview(found: pictures.Picture, sheets: pictures.Sheets) -> Callable[[Pen, Box], None]:
    """Return what draws the whole picture small, with the tiles and their numbers over it."""

    def draw(pen: Pen, box: Box) -> None:
        tile = sheets.room
        shape = tile.width * sheets.across / (tile.height * sheets.down)
        width = min(box.width, box.height * shape)
        place = Box(box.x + (box.width - width) / 2, box.top - width / shape, width, width / shape)
        sheets.drawn_into(pen, place)
        for number in range(sheets.count):
            row, column = divmod(number, sheets.across)
            wide, high = place.width / sheets.across, place.height / sheets.down
            part = Box(place.x + column * wide, place.top - (row + 1) * high, wide, high)
            pen.box(part, outline=ACCENT, width=1.0)
            look = Look(min(high * 0.5, 26), 20, bold=True, ink=ACCENT)
            pen.label(str(number + 1), part.x + 5, part.top - look.size, look)

    return draw


def _tiles(
    subject: Subject, sheets: pictures.Sheets, keys: list[str], height: float
) -> Iterator[Block]:
    for number, draw in enumerate(sheets.drawings()):
        row, column = divmod(number, sheets.across)
        words = f"Tile {number + 1} of {sheets.count}: row {row + 1}, column {column + 1}"
        yield NewPage(landscape=True)
        yield Figure(
            _marked(draw),
            height,
            in_words(subject, keys),
            f"{_BESIDE_MARK}{words}. Cut at the marks and lay the tiles side by side.",
        )


def _marked(draw: Callable[[Pen, Box], None]) -> Callable[[Pen, Box], None]:
    def marked(pen: Pen, box: Box) -> None:
        draw(pen, box)
        _marks(pen, box)

    return marked


def _marks(pen: Pen, box: Box) -> None:
    """Draw cut marks at the corners of a tile, outside of it."""
    size = 3.5 * MM
    for x, towards in ((box.x, -1), (box.right, 1)):
        for y, up in ((box.y, -1), (box.top, 1)):
            pen.stroke([(x, y), (x + towards * size, y)], BLACK, 0.5)
            pen.stroke([(x, y), (x, y + up * size)], BLACK, 0.5)
