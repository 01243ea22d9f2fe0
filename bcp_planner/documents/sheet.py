"""Paper: its sizes, its margins, and what stands on every page."""

from __future__ import annotations

from dataclasses import dataclass

from bcp_planner.documents.pen import Box, Pen
from bcp_planner.documents.story import Imprint
from bcp_planner.documents.style import (
    ACCENT,
    ACCENT_SOFT,
    AMBER,
    AMBER_SOFT,
    FAINT,
    HAIRLINE,
    MM,
    MUTED,
    RED,
    RED_SOFT,
    RULE,
    Ink,
    Look,
)

PAPERS: dict[str, tuple[float, float]] = {
    "A4": (210 * MM, 297 * MM),
    "Letter": (612.0, 792.0),
    "A3": (297 * MM, 420 * MM),
    "Tabloid": (792.0, 1224.0),
    "A2": (420 * MM, 594 * MM),
    "A1": (594 * MM, 841 * MM),
    "A0": (841 * MM, 1189 * MM),
}
"""Paper -> width and height of the upright sheet."""

_BINDER = 24 * MM
_EDGE = 15 * MM
_TOP = 25 * MM
_BOTTOM = 22 * MM
_SMALL = Look(7.5, 10, ink=MUTED)
_SMALL_STRONG = Look(7.5, 10, bold=True, ink=MUTED)
_UNREADABLE = 0.5
_BANNER = Look(7.8, 10, bold=True)


@dataclass(frozen=True, slots=True)
class Paper:
    """One kind of page: its size and the frame that text fills.

    The punched edge is the left one of an upright page and the upper one of a page that lies on
    its side, so that both hang in the same binder.
    """

    width: float
    height: float
    frame: Box
    """Of the text, in its own measure: larger than on the sheet where type is set smaller."""
    scale: float = 1.0
    """How large a point of the text is on the sheet."""

    @property
    def printed_frame(self) -> Box:
        """The frame as it is on the sheet."""
        return scaled(self.frame, self.scale)

    @property
    def sideways(self) -> bool:
        """Whether the page is wider than high."""
        return self.width > self.height


def scaled(box: Box, scale: float) -> Box:
    """Return a box in another measure with the same origin."""
    return Box(box.x * scale, box.y * scale, box.width * scale, box.height * scale)


def paper(name: str, *, landscape: bool = False, scale: float = 1.0) -> Paper:
    """Return the paper of a name in `PAPERS`, for text that is set at a scale."""
    short, long = PAPERS[name]
    if landscape:
        top = _TOP + 7 * MM
        frame = Box(_EDGE, _BOTTOM, long - 2 * _EDGE, short - top - _BOTTOM)
        return Paper(long, short, scaled(frame, 1 / scale), scale)
    frame = Box(_BINDER, _BOTTOM, short - _BINDER - _EDGE, long - _TOP - _BOTTOM)
    return Paper(short, long, scaled(frame, 1 / scale), scale)


def banner_inks(classification: str) -> tuple[Ink, Ink]:
    """Return the ink and ground of a classification; the words say it without the colour."""
    word = classification.casefold()
    if any(part in word for part in ("strict", "secret", "restricted")):
        return RED, RED_SOFT
    if "confidential" in word or "exercise" in word:
        return AMBER, AMBER_SOFT
    return ACCENT, ACCENT_SOFT


def draw_surroundings(pen: Pen, page: Paper, imprint: Imprint, number: int, total: str) -> None:
    """Draw head and foot of a page: classification, title, identity, page number."""
    frame = page.printed_frame
    band = frame.top + 9.5 * MM
    _draw_banner(pen, Box(frame.x, band, frame.width, 4.6 * MM), imprint.classification)
    _draw_banner(pen, Box(frame.x, 6.5 * MM, frame.width, 4.6 * MM), imprint.classification)
    if number > 1:
        _draw_head(pen, frame, imprint)
    _draw_foot(pen, frame, imprint, f"Page {number} of {total}")


def _draw_banner(pen: Pen, box: Box, classification: str) -> None:
    colour, ground = banner_inks(classification)
    look = Look(_BANNER.size, _BANNER.leading, bold=True, ink=colour)
    words = classification.upper()
    size_down = min(1.0, (box.width - 12) / max(pen.setting.width(words, look), 1.0))
    look = Look(look.size * size_down, look.leading, bold=True, ink=colour)
    pen.box(box, fill=ground, outline=colour, width=0.5)
    pen.label(words, box.x + box.width / 2, box.y + box.height / 2 - 2.8, look, "centre")


def _draw_head(pen: Pen, frame: Box, imprint: Imprint) -> None:
    y = frame.top + 4.6 * MM
    middle = frame.width / 2 - 6
    _squeezed(pen, f"{imprint.kind} · {imprint.title}", frame.x, y, middle * 1.4, _SMALL_STRONG)
    _squeezed(pen, imprint.organisation, frame.right, y, middle * 0.55, _SMALL, right=True)
    pen.stroke([(frame.x, y - 4.2), (frame.right, y - 4.2)], RULE, HAIRLINE)


def _draw_foot(pen: Pen, frame: Box, imprint: Imprint, page_words: str) -> None:
    y = frame.y - 6.2 * MM
    pen.stroke([(frame.x, y + 10), (frame.right, y + 10)], RULE, HAIRLINE)
    copy = f"Copy {imprint.copy_number}" if imprint.copy_number else "Uncontrolled when printed"
    words = (imprint.document_id, imprint.version, f"Printed {imprint.printed}", copy)
    line = "  ·  ".join(word for word in words if word)
    page_look = Look(8.5, 10, bold=True, ink=ACCENT)
    room = frame.width - pen.setting.width(page_words, page_look) - 14
    _squeezed(pen, line, frame.x, y, room, _SMALL, down=True)
    pen.label(page_words, frame.right, y, page_look, "right")


def _squeezed(  # noqa: PLR0913 - where, how wide and which way
    pen: Pen,
    text: str,
    x: float,
    y: float,
    room: float,
    look: Look,
    *,
    right: bool = False,
    down: bool = False,
) -> None:
    """Draw text on one line, in two lines when it is too long; set smaller rather than cut.

    Two lines end where one would stand; with `down` they begin there, below a rule.
    """
    lines = pen.setting.lines(text, room, look)
    while len(lines) > 2 and look.size > _UNREADABLE:
        look = Look(look.size * 0.88, look.leading * 0.88, look.bold, look.ink or FAINT)
        lines = pen.setting.lines(text, room, look)
    top = y if down else y + (len(lines) - 1) * look.size * 1.08
    for index, line in enumerate(lines):
        width = line.width * look.size / 1000
        start = x - width if right else x
        pen.line_of_text(line, start, top - index * look.size * 1.08, look.size, look.ink)
