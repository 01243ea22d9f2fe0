"""Charts as vectors: severity over time, bars against targets, cost over the length of an outage.

Readable in black and white: severity has a figure and a density, curves have dashes and names.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from bcp_planner.documents.pen import Box, Pen
from bcp_planner.documents.story import Drawing
from bcp_planner.documents.style import (
    ACCENT,
    ACCENT_SOFT,
    BLACK,
    FAINT,
    HAIR,
    MUTED,
    RED,
    WHITE,
    Ink,
    Look,
    ink,
)
from bcp_planner.documents.wording import length
from bcp_planner.domain.durations import DAY, HOUR, MINUTE, WEEK, Duration
from bcp_planner.domain.entities import IMPACT_LEVELS

HEAT: Sequence[tuple[Ink, Ink]] = (
    (WHITE, FAINT),
    (ink("#E9EFF2"), BLACK),
    (ink("#B9CCD5"), BLACK),
    (ink("#5F8CA0"), WHITE),
    (ink("#0B2E3D"), WHITE),
)
"""Ground and figure of each level of severity: darker is worse, on a black printer too."""

_FIGURE = Look(8, 9.6, bold=True)
_SMALL = Look(7.5, 9, ink=MUTED)


def heat(level: int) -> Drawing:
    """Return the cell of a heat map: severity 0 to 4."""
    ground, figure = HEAT[level]

    def draw(pen: Pen, box: Box) -> None:
        cell = box.inset(0.6)
        pen.box(cell, fill=ground, outline=None if level else HAIR)
        words = str(level) if level else "·"
        look = Look(_FIGURE.size, _FIGURE.leading, bold=True, ink=figure)
        pen.label(words, box.x + box.width / 2, box.y + box.height / 2 - 2.9, look, "centre")

    return Drawing(draw, 11.4, full=True, words=str(level))


def draw_heat_legend(pen: Pen, box: Box) -> None:
    """Draw what the figures of the heat map mean."""
    x = box.x
    for level, words in enumerate(IMPACT_LEVELS):
        place = Box(x, box.y + 3, 18, 11)
        heat(level).draw(pen, place)
        pen.label(words, x + 22, box.y + 6, _SMALL)
        x += 22 + pen.setting.width(words, _SMALL) + 16


# Time on a logarithmic axis --------------------------------------------------------------------

_MARKS: Sequence[Duration] = (
    MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 4 * HOUR, 12 * HOUR, DAY, 3 * DAY, WEEK, 4 * WEEK,
    13 * WEEK, 52 * WEEK,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Scale:
    """Time from a first to a last moment, each step a multiple of the one before."""

    first: Duration
    last: Duration

    @classmethod
    def of(cls, values: Sequence[Duration]) -> Scale:
        """Return the scale that holds some durations."""
        known = [value for value in values if value > 0] or [HOUR]
        low = max((mark for mark in _MARKS if mark <= min(known)), default=_MARKS[0])
        high = min((mark for mark in _MARKS if mark >= max(known)), default=max(known))
        return cls(low, max(high, low * 4))

    def x(self, value: Duration, box: Box) -> float:
        """Return where a duration is drawn."""
        inner = box.inset(7, 0)
        if value <= self.first:
            return inner.x
        share = math.log(value / self.first) / math.log(self.last / self.first)
        return inner.x + inner.width * min(share, 1.0)

    def marks(self) -> list[Duration]:
        """Return the round durations inside."""
        return [mark for mark in _MARKS if self.first <= mark <= self.last]


def draw_scale(scale: Scale, pen: Pen, box: Box) -> None:
    """Draw the axis of a column of bars."""
    last = -1e9
    for mark in scale.marks():
        x = scale.x(mark, box)
        pen.stroke([(x, box.y), (x, box.y + 3)], FAINT, 0.5)
        if x - last > 30:
            near_edge = x - box.x < 14
            align = "left" if near_edge else "centre"
            pen.label(length(mark), x - 3 if near_edge else x, box.y + 5.5, _SMALL, align)
            last = x


def target_bar(
    scale: Scale, achieved: Duration | None, target: Duration | None, limit: Duration | None
) -> Drawing:
    """Return a bar to the time that is achieved, with the target and the limit as marks."""

    def draw(pen: Pen, box: Box) -> None:
        for mark in scale.marks():
            pen.stroke([(x := scale.x(mark, box), box.y), (x, box.top)], HAIR)
        middle = box.y + box.height / 2
        start = box.x + 4
        if achieved is not None:
            end = scale.x(achieved, box)
            bar = Box(start, middle - 3, max(end - start, 1.5), 6)
            late = target is not None and achieved > target
            pen.box(bar, fill=ACCENT_SOFT, outline=ACCENT, width=0.6)
            if late and target is not None:
                over = Box(scale.x(target, box), middle - 3, end - scale.x(target, box), 6)
                pen.box(over, fill=WHITE, outline=RED, width=0.7)
                pen.hatch(over, RED, 2.2, 0.6)
        if target is not None:
            x = scale.x(target, box)
            pen.shape([(x - 2.6, middle + 6), (x + 2.6, middle + 6), (x, middle + 1.4)], fill=BLACK)
        if limit is not None:
            x = scale.x(limit, box)
            pen.shape(
                [(x - 2.7, middle), (x, middle + 2.7), (x + 2.7, middle), (x, middle - 2.7)],
                fill=RED,
            )

    parts = (("achieved", achieved), ("target", target), ("limit", limit))
    words = ", ".join(f"{word} {length(value)}" for word, value in parts if value is not None)
    return Drawing(draw, 11.4, full=True, words=words)


def target_legend(term: str) -> Callable[[Pen, Box], None]:
    """Return what draws the legend, with the plan's term for the longest tolerable outage."""
    return partial(_draw_target_legend, term)


def _draw_target_legend(term: str, pen: Pen, box: Box) -> None:
    """Draw what the bars and marks mean."""
    x, y = box.x, box.y + 8
    for words, kind in (
        ("achieved", "bar"),
        ("past the target", "late"),
        ("strictest RTO", "target"),
        (term, "limit"),
    ):
        if kind == "bar":
            pen.box(Box(x, y - 3, 18, 6), fill=ACCENT_SOFT, outline=ACCENT, width=0.6)
        elif kind == "late":
            pen.box(Box(x, y - 3, 18, 6), fill=WHITE, outline=RED, width=0.7)
            pen.hatch(Box(x, y - 3, 18, 6), RED, 2.2, 0.6)
        elif kind == "target":
            pen.shape([(x + 11, y + 3), (x + 16, y + 3), (x + 13.5, y - 2)], fill=BLACK)
        else:
            pen.shape(
                [(x + 11, y), (x + 13.7, y + 2.7), (x + 16.4, y), (x + 13.7, y - 2.7)], fill=RED
            )
        pen.label(words, x + 23, y - 2.5, _SMALL)
        x += 23 + pen.setting.width(words, _SMALL) + 16


# Curves and bars -------------------------------------------------------------------------------

_DASHES: Sequence[tuple[float, ...]] = ((), (5, 2), (1.5, 1.5), (7, 2, 1.5, 2), (3, 3), (9, 2))
_INKS: Sequence[Ink] = (ACCENT, BLACK, RED, MUTED, ink("#1E6B3A"), ink("#8A5A00"))


@dataclass(frozen=True, slots=True)
class Curve:
    """A line of a chart: its name and points of time and amount."""

    name: str
    points: Sequence[tuple[Duration, float]]


def money(amount: float) -> str:
    """Return an amount in few characters: `1.2 M`, `350 k`."""
    for unit, word in ((1e9, " bn"), (1e6, " M"), (1e3, " k")):
        if abs(amount) >= unit:
            return f"{amount / unit:.3g}{word}"
    return f"{amount:.3g}"


def _round_up(value: float) -> float:
    power: float = 10.0 ** math.floor(math.log10(value))
    return power * next(step for step in (1, 2, 2.5, 5, 10) if power * step >= value * 0.999)


def draw_curves(curves: Sequence[Curve], unit: str, pen: Pen, box: Box) -> None:
    """Draw curves over time with their names in a legend below."""
    rows = math.ceil(len(curves) / 2)
    chart = Box(box.x + 48, box.y + 20 + rows * 13, box.width - 58, box.height - 34 - rows * 13)
    end = max(moment for curve in curves for moment, _ in curve.points)
    top = _round_up(max(*(amount for curve in curves for _, amount in curve.points), 1.0))
    for step in range(5):
        y = chart.y + chart.height * step / 4
        pen.stroke([(chart.x, y), (chart.right, y)], HAIR if step else MUTED, 0.5)
        pen.label(money(top * step / 4), chart.x - 5, y - 2.5, _SMALL, "right")
    pen.label(unit, chart.x - 5, chart.top + 8, _SMALL, "right")
    for step in range(7):
        x = chart.x + chart.width * step / 6
        pen.stroke([(x, chart.y), (x, chart.y - 3)], MUTED, 0.5)
        pen.label(length(end * step // 6) if step else "0", x, chart.y - 12, _SMALL, "centre")
    for index, curve in enumerate(curves):
        points = [
            (chart.x + chart.width * moment / end, chart.y + chart.height * amount / top)
            for moment, amount in curve.points
        ]
        style = (_INKS[index % len(_INKS)], 1.4, _DASHES[index % len(_DASHES)])
        pen.stroke(points, *style)
        left = box.x + 48 + (index % 2) * chart.width / 2
        y = chart.y - 24 - (index // 2) * 13
        pen.stroke([(left, y + 2.5), (left + 24, y + 2.5)], *style)
        fitted(pen, curve.name, left + 29, y, chart.width / 2 - 36, Look(8.5, 11))


def fitted(pen: Pen, text: str, x: float, y: float, room: float, look: Look) -> None:
    """Draw text from a baseline on; smaller, and then on several lines, when it is too long."""
    width = max(pen.setting.width(text, look), 0.1)
    if width * _SMALLEST <= room:
        size = look.size * min(1.0, room / width)
        pen.label(text, x, y, Look(size, look.leading, look.bold, look.ink))
        return
    high = look.size * 1.5
    small = Look(look.size * _SMALLEST, look.size * _SMALLEST * 1.15, look.bold, look.ink)
    lines = pen.setting.lines(text, room, small)
    while len(lines) * small.leading > high and small.size > 0.5:
        small = Look(small.size * 0.94, small.leading * 0.94, look.bold, look.ink)
        lines = pen.setting.lines(text, room, small)
    top = y + look.size * 0.35 + len(lines) * small.leading / 2
    pen.block_of_text(lines, Box(x, 0, room, top), small)


_SMALLEST = 0.65
"""How small a single line is set, as a share of its usual size, before it is broken."""


def share_bar(parts: Sequence[tuple[str, int, str]], pen: Pen, box: Box) -> None:
    """Draw one bar split by counts: words, count, and how it is filled.

    Fills are `full`, `light`, `hatch` and `none`, which differ without colour.
    """
    total = sum(number for _, number, _ in parts) or 1
    x = box.x
    bar = Box(box.x, box.top - 20, box.width, 18)
    legend = box.x
    for words, number, fill in parts:
        width = bar.width * number / total
        place = Box(x, bar.y, width, bar.height)
        if width:
            _fill(pen, place, fill)
        sign = Box(legend, bar.y - 14, 9, 9)
        _fill(pen, sign, fill)
        label = f"{words}: {number}"
        pen.label(label, legend + 13, bar.y - 12, Look(8.5, 11))
        legend += 13 + pen.setting.width(label, Look(8.5, 11)) + 14
        x += width


def _fill(pen: Pen, place: Box, fill: str) -> None:
    ground = {"full": ACCENT, "light": ACCENT_SOFT}.get(fill, WHITE)
    outline = RED if fill == "hatch" else ACCENT
    pen.box(place, fill=ground, outline=outline, width=0.7)
    if fill == "hatch":
        pen.hatch(place, RED, 3, 0.8)


def count_bar(number: int, most: int) -> Drawing:
    """Return a bar for a count, with the count at its end."""

    def draw(pen: Pen, box: Box) -> None:
        width = (box.width - 34) * number / max(most, 1)
        # In the middle of a low row, beside the first line of a high one.
        y = max(box.y + box.height / 2 - 3.4, box.top - 13.2)
        bar = Box(box.x + 3, y, max(width, 1.0), 6.8)
        pen.box(bar, fill=ACCENT_SOFT, outline=ACCENT, width=0.6)
        pen.label(f"{number:,}", bar.right + 4, bar.y + 0.6, Look(8.5, 10, bold=True))

    return Drawing(draw, 11.4, full=True, words=str(number))
