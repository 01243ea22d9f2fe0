"""The dependency picture: what a scenario reaches, drawn in layers, what is needed below.

One page while the words stay readable, otherwise sheets that are laid side by side.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from bcp_planner.analysis.results import State
from bcp_planner.documents.case import Case
from bcp_planner.documents.pen import Box, Pen
from bcp_planner.documents.style import (
    ACCENT,
    ACCENT_SOFT,
    BLACK,
    FAINT,
    MUTED,
    WHITE,
    Ink,
    Look,
)
from bcp_planner.domain.entities import Requirement

MOST = 150
"""Services drawn at most; the tables name the others."""

_LONGEST_NAME = 300
"""Letters of a name that a card has room for, in the smallest type."""
_CARD = (98.0, 37.0)
_CELL = (106.0, 52.0)
_STRETCH = (1.3, 1.7)
"""Cells grow at most so much, across and down, to use the room of a page."""
_LEAST_SCALE = 0.64
_LARGEST_SCALE = 1.1
_EDGE = 8.0
_MOST_SHEETS = 9
_NAME = Look(9, 10.4)
_LETTER = Look(7, 8, bold=True)


@dataclass(frozen=True, slots=True)
class Picture:
    """Cards with their centres, in points from the upper left corner; y grows downward."""

    case: Case
    centres: Mapping[str, tuple[float, float]]
    width: float
    height: float
    largest: float = _LARGEST_SCALE
    """How much it may be enlarged."""
    plain: bool = False
    """Whether no scenario is shown: cards carry their tier in place of a state."""

    def grid(self, frame: Box, most: int = _MOST_SHEETS) -> Sheets:
        """Return on how many sheets of this frame the picture stays readable."""
        whole = self._on(frame, 1, 1)
        if whole.scale >= _LEAST_SCALE:
            return whole
        choices = [
            self._on(frame, across, down)
            for across in range(1, most + 1)
            for down in range(1, most // across + 1)
        ]
        good = [choice for choice in choices if choice.scale >= _LEAST_SCALE]
        return min(good, key=lambda sheets: (sheets.count, -sheets.scale), default=whole)

    def whole(self, frame: Box) -> Sheets:
        """Return the picture on one sheet, as large or small as it must be."""
        return self._on(frame, 1, 1)

    def _on(self, frame: Box, across: int, down: int) -> Sheets:
        room = Box(0, 0, frame.width * across, frame.height * down)
        scale = min(room.width / self.width, room.height / self.height, self.largest)
        return Sheets(self, across, down, scale, frame)

    def stretched(self, room: Box, scale: float) -> Picture:
        """Return the picture with cards of the same size further apart, to use the room."""
        across = max(min(room.width / scale / self.width, _STRETCH[0]), 1.0)
        down = max(min(room.height / scale / self.height, _STRETCH[1]), 1.0)
        left, top = _CARD[0] / 2 + _EDGE, _CARD[1] / 2 + _EDGE
        centres = {
            key: (left + (x - left) * across, top + (y - top) * down)
            for key, (x, y) in self.centres.items()
        }
        width = 2 * left + (self.width - 2 * left) * across
        height = 2 * top + (self.height - 2 * top) * down
        return replace(self, centres=centres, width=width, height=height)

    def draw(self, pen: Pen, within: Box | None = None) -> None:
        """Draw it with the origin at the lower left corner: all, or what is within a box."""
        shown = set(self.centres) if within is None else set(self._touching(within))
        for requirement in self.case.plan.requirements.values():
            if within is None or self._passes(requirement, within):
                self._draw_requirement(pen, requirement)
        for key in self.centres:
            if key in shown:
                self._draw_card(pen, key)

    def _touching(self, within: Box) -> Iterator[str]:
        """Yield the cards that lie at least partly within a box."""
        across, along = _CARD[0] / 2 + _EDGE, _CARD[1] / 2 + _EDGE
        for key in self.centres:
            x, y = self._point(key)
            beside = x + across < within.x or x - across > within.right
            if not beside and within.y <= y + along and y - along <= within.top:
                yield key

    def _passes(self, requirement: Requirement, within: Box) -> bool:
        """Tell whether a line of a requirement may cross a box."""
        ends = [key for key in (requirement.dependant, *requirement.providers)
                if key in self.centres]  # fmt: skip
        points = [self._point(key) for key in ends]
        side = _CARD[0] / 2 + 34  # lines of a cycle go round the side of the card
        return bool(points) and not (
            max(x for x, _ in points) + side < within.x
            or min(x for x, _ in points) - side > within.right
            or max(y for _, y in points) + _CARD[1] < within.y
            or min(y for _, y in points) - _CARD[1] > within.top
        )

    def _point(self, key: str) -> tuple[float, float]:
        x, y = self.centres[key]
        return x, self.height - y

    # Lines -----------------------------------------------------------------------------------

    def _draw_requirement(self, pen: Pen, requirement: Requirement) -> None:
        if requirement.dependant not in self.centres:
            return
        drawn = [key for key in requirement.providers if key in self.centres]
        for key in drawn:
            self._draw_line(pen, requirement, key)
        if drawn and requirement.is_redundant:
            x, y = self._point(requirement.dependant)
            words = f"{requirement.needed} of {len(requirement.providers)}"
            look = Look(7, 8, bold=True, ink=MUTED)
            width = pen.setting.width(words, look) + 5
            place = Box(x + 6, y - _CARD[1] / 2 - 10.5, width, 9)
            pen.box(place, fill=WHITE, outline=FAINT, round_by=2)
            pen.label(words, place.x + width / 2, place.y + 2.4, look, "centre")

    def _draw_line(self, pen: Pen, requirement: Requirement, provider: str) -> None:
        (x1, y1), (x2, y2) = self._point(provider), self._point(requirement.dependant)
        lost = self._is_cause(requirement, provider)
        dash = (3.0, 2.0) if requirement.strength == "soft" else ()
        colour, width = (BLACK, 1.1) if lost else (FAINT, 0.6)
        half = _CARD[1] / 2
        if y2 > y1:
            start, end = (x1, y1 + half), (x2, y2 - half - 4)
            bend = max((end[1] - start[1]) * 0.5, 14)
            path = [start, (x1, start[1] + bend), (x2, end[1] - bend), end]
        else:
            # A line against the layers (a cycle) goes round the side.
            side = _CARD[0] / 2
            start, end = (x1 + side, y1), (x2 + side + 4, y2)
            path = [start, (x1 + side + 26, y1), (x2 + side + 30, y2), end]
        pen.curve(path, colour, width, dash)
        self._draw_head(pen, path[-1], upward=y2 > y1, colour=colour)

    def _draw_head(self, pen: Pen, tip: tuple[float, float], *, upward: bool, colour: Ink) -> None:
        x, y = tip
        if upward:
            pen.shape([(x - 2.3, y - 0.4), (x + 2.3, y - 0.4), (x, y + 4)], fill=colour)
        else:
            pen.shape([(x + 0.4, y - 2.3), (x + 0.4, y + 2.3), (x - 4, y)], fill=colour)

    def _is_cause(self, requirement: Requirement, provider: str) -> bool:
        cause = self.case.impact.services[requirement.dependant].cause
        return (
            cause is not None
            and cause.requirement == requirement.id
            and self.case.impact.services[provider].state is State.DOWN
        )

    # Cards -----------------------------------------------------------------------------------

    def _draw_card(self, pen: Pen, key: str) -> None:
        x, y = self._point(key)
        width, height = _CARD
        card = Box(x - width / 2, y - height / 2, width, height)
        found = self.case.impact.services[key]
        letter, fill, outline, line, dash = _card_style(found.state, fails=found.fails_itself)
        pen.box(card, fill=fill, outline=outline, width=line, dash=dash, round_by=3)
        if key in self.case.critical:
            ring = WHITE if found.fails_itself else ACCENT
            pen.box(card.inset(2.2), outline=ring, width=0.8, round_by=2)
        dark = found.fails_itself
        self._draw_words(pen, key, card, WHITE if dark else BLACK)
        if self.plain:
            tier = self.case.service(key).tier
            letter = "" if tier is None else str(tier)
        if not letter:
            return
        badge = Box(card.x - 3.5, card.top - 6.5, 10, 10)
        pen.box(badge, fill=WHITE, outline=outline, width=0.6, round_by=1.5)
        look = replace(_LETTER, ink=outline)
        pen.label(letter, badge.x + badge.width / 2, badge.y + 2.6, look, "centre")

    def _draw_words(self, pen: Pen, key: str, card: Box, colour: Ink) -> None:
        text = self.case.service(key).title
        if len(text) > _LONGEST_NAME:
            text = f"{text[: _LONGEST_NAME - 1]}…"
        number = self.case.last_task.get(key, "")
        room = Box(card.x + 8, card.y + 3, card.width - 13, card.height - 6)
        below = 8.0 if number else 0.0
        look = replace(_NAME, ink=colour)
        lines = pen.setting.lines(text, room.width, look)
        while len(lines) * look.leading > room.height - below and look.size > 2.5:
            look = replace(look, size=look.size * 0.92, leading=look.leading * 0.92)
            lines = pen.setting.lines(text, room.width, look)
        spare = (room.height - below - len(lines) * look.leading) / 2
        pen.block_of_text(lines, Box(room.x, room.y, room.width, room.height - spare), look)
        quiet = Look(6.8, 8, ink=WHITE if colour == WHITE else MUTED)
        pen.label(number, card.right - 5, card.y + 3.6, quiet, "right")


@dataclass(frozen=True, slots=True)
class Sheets:
    """A picture spread over sheets that lie side by side."""

    picture: Picture
    across: int
    down: int
    scale: float
    room: Box
    """The room on each sheet."""

    @property
    def count(self) -> int:
        """How many sheets there are."""
        return self.across * self.down

    def drawings(self) -> list[Callable[[Pen, Box], None]]:
        """Return what draws each sheet, row by row from the upper left."""
        return [
            self._sheet(column, row) for row in range(self.down) for column in range(self.across)
        ]

    def drawn_into(self, pen: Pen, box: Box) -> None:
        """Draw all sheets as one small picture."""
        share = box.width / (self.room.width * self.across)
        room = Box(0, 0, self.room.width * self.across, self.room.height * self.down)
        fitted = self.picture.stretched(room, self.scale)
        left = (room.width - fitted.width * self.scale) / 2
        top = room.height - fitted.height * self.scale
        pen.clip(box)
        pen.scale(share * self.scale, box.x + left * share, box.y + top * share)
        fitted.draw(pen)
        pen.release()
        pen.release()

    def _sheet(self, column: int, row: int) -> Callable[[Pen, Box], None]:
        def draw(pen: Pen, box: Box) -> None:
            room = Box(0, 0, box.width * self.across, box.height * self.down)
            fitting = min(room.width / self.picture.width, room.height / self.picture.height)
            scale = min(self.scale, fitting)
            fitted = self.picture.stretched(room, scale)
            left = box.x - column * box.width + (room.width - fitted.width * scale) / 2
            pen.clip(box)
            below = box.top + row * box.height - fitted.height * scale
            pen.scale(scale, left, below)
            seen = Box((box.x - left) / scale, (box.y - below) / scale,
                       box.width / scale, box.height / scale)  # fmt: skip
            fitted.draw(pen, seen if self.count > 1 else None)
            pen.release()
            pen.release()

        return draw


def _card_style(state: State, *, fails: bool) -> tuple[str, Ink, Ink, float, tuple[float, ...]]:
    """Return letter, fill, outline, line width and dashes of a card."""
    if fails:
        return "F", BLACK, BLACK, 1.2, ()
    return {
        State.DOWN: ("D", WHITE, BLACK, 1.5, ()),
        State.DEGRADED: ("G", WHITE, BLACK, 0.9, (3.0, 2.0)),
        State.AT_RISK: ("R", WHITE, MUTED, 0.7, (1.0, 1.6)),
        State.UP: ("U", ACCENT_SOFT, MUTED, 0.6, ()),
    }[state]


def picture(case: Case, *, aspect: float, services: Sequence[str] | None = None) -> Picture | None:
    """Lay out services and what they need; None when there is nothing to draw.

    Args:
        case: The scenario worked out.
        aspect: Width divided by height of the page.
        services: What to draw; None for what the scenario reaches.
    """
    from bcp_planner.analysis.layout import layout

    drawn = _drawn(case) if services is None else list(services)
    if not drawn:
        return None
    shown = set(drawn)
    edges = [
        (requirement.dependant, provider)
        for requirement in case.plan.requirements.values()
        for provider in requirement.providers
        if requirement.dependant in shown and provider in shown
    ]
    places = layout(drawn, edges, cell=_CELL, aspect=aspect)
    left = min(x for x, _ in places.values()) - _CARD[0] / 2 - _EDGE
    top = min(y for _, y in places.values()) - _CARD[1] / 2 - _EDGE
    centres = {key: (x - left, y - top) for key, (x, y) in places.items()}
    width = max(x for x, _ in centres.values()) + _CARD[0] / 2 + _EDGE
    height = max(y for _, y in centres.values()) + _CARD[1] / 2 + _EDGE
    return Picture(case, centres, width, height)


def _drawn(case: Case) -> list[str]:
    """Return the services of the picture: all that are not up, or the most telling of them."""
    reached = case.in_state(State.DOWN, State.DEGRADED, State.AT_RISK)
    if len(reached) <= MOST:
        return reached
    critical = case.critical

    def weight(key: str) -> tuple[bool, bool, int]:
        found = case.impact.services[key]
        return (not found.fails_itself, key not in critical, case.service(key).tier or 99)

    return sorted(reached, key=weight)[:MOST]


def left_out(case: Case, shown: Picture) -> int:
    """Return how many affected services the picture leaves to the tables."""
    reached: Sequence[str] = case.in_state(State.DOWN, State.DEGRADED, State.AT_RISK)
    return len(reached) - len(shown.centres)


def draw_plain_legend(pen: Pen, box: Box) -> None:
    """Draw what cards and lines mean when no scenario is shown."""
    entries: Sequence[tuple[str, Callable[[Pen, Box], None]]] = (
        ("a service, its tier in the corner", _draw_plain_sample),
        ("is needed by", lambda pen, place: _draw_line_sample(pen, place, FAINT, 0.6, ())),
        ("makes better", lambda pen, place: _draw_line_sample(pen, place, FAINT, 0.6, (3, 2))),
    )
    _draw_entries(pen, box, entries)


def _draw_plain_sample(pen: Pen, box: Box) -> None:
    pen.box(box, fill=ACCENT_SOFT, outline=MUTED, width=0.6, round_by=2)


def draw_legend(pen: Pen, box: Box) -> None:
    """Draw what the cards and lines of the picture mean, on two lines."""
    entries: Sequence[tuple[str, Callable[[Pen, Box], None]]] = (
        ("fails itself", lambda pen, place: _draw_sample(pen, place, State.DOWN, fails=True)),
        ("goes down", lambda pen, place: _draw_sample(pen, place, State.DOWN)),
        ("degraded", lambda pen, place: _draw_sample(pen, place, State.DEGRADED)),
        ("at risk: a spare is lost", lambda pen, place: _draw_sample(pen, place, State.AT_RISK)),
        ("on the critical path", _draw_critical_sample),
        ("takes down", lambda pen, place: _draw_line_sample(pen, place, BLACK, 1.1, ())),
        ("is needed by", lambda pen, place: _draw_line_sample(pen, place, FAINT, 0.6, ())),
        ("makes better", lambda pen, place: _draw_line_sample(pen, place, FAINT, 0.6, (3, 2))),
    )
    _draw_entries(pen, box, entries)


def _draw_entries(
    pen: Pen, box: Box, entries: Sequence[tuple[str, Callable[[Pen, Box], None]]]
) -> None:
    look = Look(8.5, 11, ink=MUTED)
    x, y = box.x, box.top - 10
    for words, sample in entries:
        width = 25 + pen.setting.width(words, look) + 14
        if x + width > box.right and x > box.x:
            x, y = box.x, y - 14
        sample(pen, Box(x, y - 2, 20, 10))
        pen.label(words, x + 25, y, look)
        x += width


def _draw_sample(pen: Pen, box: Box, state: State, *, fails: bool = False) -> None:
    letter, fill, outline, line, dash = _card_style(state, fails=fails)
    pen.box(box, fill=fill, outline=outline, width=line, dash=dash, round_by=2)
    ink = WHITE if fails else outline
    look = replace(_LETTER, ink=ink)
    pen.label(letter, box.x + box.width / 2, box.y + 2.6, look, "centre")


def _draw_critical_sample(pen: Pen, box: Box) -> None:
    pen.box(box, outline=BLACK, width=1.2, round_by=2)
    pen.box(box.inset(2), outline=ACCENT, width=0.7, round_by=1)


def _draw_line_sample(
    pen: Pen, box: Box, colour: Ink, width: float, dash: tuple[float, ...]
) -> None:
    middle = box.y + box.height / 2
    pen.stroke([(box.x, middle), (box.right - 4, middle)], colour, width, dash)
    pen.shape(
        [(box.right - 4, middle - 2.3), (box.right - 4, middle + 2.3), (box.right, middle)],
        fill=colour,
    )


EXPLANATION = (
    "Arrows run from what is needed to what needs it, so a loss travels along them. "
    "Numbers such as W2-07 are the tasks after which a service is back."
)
"""The caption of the picture."""
