"""A piece of the dependency picture for a text: the activities and what they need directly."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bcp_planner.documents import picture as pictures
from bcp_planner.documents.pen import Box
from bcp_planner.documents.story import Block, Figure, Paragraph
from bcp_planner.documents.style import NOTE
from bcp_planner.documents.subject import Subject
from bcp_planner.documents.wording import count

_MOST = 36
"""Services that stay readable on one page that lies on its side."""
_AROUND = 120.0


def extract(subject: Subject) -> Iterator[Block]:
    """Yield the drawing of the most urgent activities with what they need; nothing when empty."""
    keys, left = _drawn(subject)
    frame = subject.edition.frame(landscape=True)
    room = Box(0, 0, frame.width, frame.height - _AROUND)
    found = pictures.picture(subject.case, aspect=room.width / room.height, services=keys)
    if found is None or len(keys) < 2:
        return
    if left:
        words = f"{count(left, 'activity', 'activities')} with what they need not drawn."
        yield Paragraph(f"{words} The tables hold them all.", NOTE)
    yield Figure(pictures.draw_plain_legend, 20, "Legend of the drawing below.")
    sheets = replace(found, plain=True, largest=1.0).whole(room)
    drawn = f"Drawing of {count(len(keys), 'service')}: activities and what they need directly."
    yield Figure(sheets.drawings()[0], 0, f"{drawn} The tables below say the same in words.")


def _drawn(subject: Subject) -> tuple[list[str], int]:
    """Return activities by urgency with their providers, as many as fit, and how many did not."""
    found: dict[str, None] = {}
    for number, key in enumerate(subject.activities):
        wanted = [key, *(one for need in subject.needs[key] for one in need.providers)]
        if len(found | dict.fromkeys(wanted)) > _MOST:
            return list(found), len(subject.activities) - number
        found.update(dict.fromkeys(wanted))
    return list(found), 0
