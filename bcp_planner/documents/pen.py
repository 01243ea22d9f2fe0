"""Drawing on a page: the few operators every table, chart and form is made of.

Works in points with the origin at the lower left, as PDF does. Operators are gathered as text and
handed over once a page, which is what makes long documents fast.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from bcp_planner.documents.lines import Breaker, Line, Text
from bcp_planner.documents.shaping import Piece, Shaper
from bcp_planner.documents.style import BASELINE, BLACK, HAIRLINE, Ink, Look
from bcp_planner.documents.tagging import Element, Structure

Align = Literal["left", "right", "centre"]


class Box(NamedTuple):
    """A rectangle: its lower left corner, width and height."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width

    @property
    def top(self) -> float:
        """The upper edge."""
        return self.y + self.height

    def inset(self, across: float, along: float | None = None) -> Box:
        """Return the box made smaller on all sides."""
        up = across if along is None else along
        return Box(self.x + across, self.y + up, self.width - 2 * across, self.height - 2 * up)


@dataclass(frozen=True, slots=True)
class Link:
    """A place on a page that jumps to an anchor of the document, and the element it is."""

    box: Box
    anchor: str
    element: Element | None


class Typesetting:
    """Measures and breaks the text of one document."""

    def __init__(self) -> None:
        """Start a document with no glyph in use."""
        self.shaper = Shaper()
        self._breaker = Breaker(self.shaper)

    def lines(self, text: Text, width: float, look: Look) -> tuple[Line, ...]:
        """Return the lines of a text in a column of the given width in points."""
        return self._breaker.lines(text, max(width, 1.0) / look.size * 1000, bold=look.bold)

    def width(self, text: str, look: Look) -> float:
        """Return the length of a text on one line in points."""
        return self._breaker.width(text, bold=look.bold) * look.size / 1000

    def height(self, text: Text, width: float, look: Look) -> float:
        """Return the height of a text in a column in points."""
        return len(self.lines(text, width, look)) * look.leading


def _show(piece: Piece, size: float, colour: Ink) -> str:
    """Return the operators that draw one piece; bold is imitated where a face has no bold."""
    text = f"[{piece.code}]TJ"
    if piece.rise:
        text = f"{_number(piece.rise * size / 1000)} Ts {text} 0 Ts"
    if piece.thick:
        text = f"2 Tr {_number(size * 0.018)} w {colour} RG {text} 0 Tr"
    return f"/{piece.use.name} {size:g} Tf {text}"


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


class Pen:
    """Draws one page."""

    def __init__(self, setting: Typesetting) -> None:
        """Draw with the fonts of the given document."""
        self.setting = setting
        self.operators: list[str] = []
        self.links: list[Link] = []
        self.structure: Structure | None = None
        """Told which element each piece belongs to; None where that is not asked."""
        self.scope = ""
        """Put before the anchors of links: the document of a set that is being drawn."""
        self._element: Element | None = None

    # Structure -------------------------------------------------------------------------------

    def begin(self, element: Element | None) -> None:
        """Say that what follows, until `end`, belongs to an element; None for an artefact."""
        if self.structure is None:
            return
        self._element = element
        if element is None:
            self.operators.append("/Artifact BMC")
        else:
            mark = self.structure.mark(element)
            self.operators.append(f"/{element.kind} <</MCID {mark}>> BDC")

    def skip(self, element: Element) -> None:
        """Say that an element is there but empty, such as a cell left blank."""
        if self.structure is not None:
            self.structure.join(element)

    def end(self) -> None:
        """End the last `begin`."""
        if self.structure is not None:
            self.operators.append("EMC")

    # Text ------------------------------------------------------------------------------------

    def line_of_text(self, line: Line, x: float, y: float, size: float, colour: Ink) -> None:
        """Draw a line with its baseline starting at a point."""
        if not line.pieces:
            return
        parts = [f"BT {colour} rg {x:.2f} {y:.2f} Td"]
        before = 0.0
        for index, piece in enumerate(line.pieces):
            if line.places:
                shift = line.places[index] * size / 1000
                parts.append(f"{shift - before:.3f} 0 Td")
                before = shift
            parts.append(_show(piece, size, colour))
        parts.append("ET")
        self.operators.append(" ".join(parts))

    def block_of_text(
        self, lines: Sequence[Line], box: Box, look: Look, align: Align = "left"
    ) -> None:
        """Draw lines downward from the top of a box; leftward ones begin at the right edge."""
        y = box.top - look.leading * BASELINE
        for line in lines:
            x = box.x + _offset(line, look.size, box.width, align)
            self.line_of_text(line, x, y, look.size, look.ink)
            y -= look.leading

    def words(self, text: Text, box: Box, look: Look, align: Align = "left") -> float:
        """Draw text wrapped to the width of a box, from its top; return the height used."""
        lines = self.setting.lines(text, box.width, look)
        self.block_of_text(lines, box, look, align)
        return len(lines) * look.leading

    def label(self, text: str, x: float, y: float, look: Look, align: Align = "left") -> None:
        """Draw text on one line, its baseline at y and its start, middle or end at x."""
        line = self.setting.lines(text, 1e7, look)[0]
        width = line.width * look.size / 1000
        shift = {"left": 0.0, "centre": width / 2, "right": width}[align]
        self.line_of_text(line, x - shift, y, look.size, look.ink)

    # Shapes ----------------------------------------------------------------------------------

    def stroke(
        self,
        points: Sequence[tuple[float, float]],
        colour: Ink = BLACK,
        width: float = HAIRLINE,
        dash: tuple[float, ...] = (),
    ) -> None:
        """Draw a line through points."""
        self.operators.append(
            f"{colour} RG {_number(width)} w {_dash(dash)}{_path(points)} S{_undash(dash)}"
        )

    def shape(
        self,
        points: Sequence[tuple[float, float]],
        *,
        fill: Ink | None = None,
        outline: Ink | None = None,
        width: float = HAIRLINE,
    ) -> None:
        """Draw a closed figure."""
        self._closed(_path(points) + " h", fill, outline, width, ())

    def box(
        self,
        box: Box,
        *,
        fill: Ink | None = None,
        outline: Ink | None = None,
        width: float = HAIRLINE,
        dash: tuple[float, ...] = (),
        round_by: float = 0.0,
    ) -> None:
        """Draw a rectangle, with round corners on wish."""
        path = _round(box, round_by) if round_by else _rectangle(box)
        self._closed(path, fill, outline, width, dash)

    def disc(
        self,
        x: float,
        y: float,
        radius: float,
        *,
        fill: Ink | None = None,
        outline: Ink | None = None,
        width: float = HAIRLINE,
    ) -> None:
        """Draw a circle around a point."""
        box = Box(x - radius, y - radius, 2 * radius, 2 * radius)
        self._closed(_round(box, radius), fill, outline, width, ())

    def curve(
        self,
        points: Sequence[tuple[float, float]],
        colour: Ink = BLACK,
        width: float = HAIRLINE,
        dash: tuple[float, ...] = (),
    ) -> None:
        """Draw a Bézier curve: a start, then groups of two control points and an end."""
        (x, y), *others = points
        groups = [others[place : place + 3] for place in range(0, len(others), 3)]
        path = f"{_number(x)} {_number(y)} m " + " ".join(
            " ".join(f"{_number(a)} {_number(b)}" for a, b in group) + " c" for group in groups
        )
        self.operators.append(
            f"{colour} RG {_number(width)} w {_dash(dash)}{path} S{_undash(dash)}"
        )

    def hatch(self, box: Box, colour: Ink, gap: float = 3.0, width: float = 0.5) -> None:
        """Fill a box with lines rising to the right: a tone that survives a copying machine."""
        if box.width <= 0 or box.height <= 0:
            return
        parts = [f"q {_rectangle(box)} W n {colour} RG {_number(width)} w"]
        steps = math.ceil((box.width + box.height) / gap)
        for step in range(1, steps + 1):
            x = box.x + step * gap
            parts.append(
                f"{_number(x - box.height)} {_number(box.y)} m {_number(x)} {_number(box.top)} l"
            )
        parts.append("S Q")
        self.operators.append(" ".join(parts))

    def clip(self, box: Box) -> None:
        """Draw only inside a box until `release`."""
        self.operators.append(f"q {_rectangle(box)} W n")

    def release(self) -> None:
        """End the last `clip` or `scale`."""
        self.operators.append("Q")

    def scale(self, factor: float, x: float, y: float) -> None:
        """Move the origin to a point and scale what follows, until `release`."""
        self.operators.append(f"q {factor:.4f} 0 0 {factor:.4f} {x:.2f} {y:.2f} cm")

    # Places ----------------------------------------------------------------------------------

    def link(self, box: Box, anchor: str) -> None:
        """Make a box jump to an anchor."""
        self.links.append(Link(box, self.scope + anchor, self._element))

    def _closed(
        self,
        path: str,
        fill: Ink | None,
        outline: Ink | None,
        width: float,
        dash: tuple[float, ...],
    ) -> None:
        parts: list[str] = []
        if fill is not None:
            parts.append(f"{fill} rg")
        if outline is not None:
            parts.append(f"{outline} RG {_number(width)} w {_dash(dash)}")
        paint = {(True, True): "B", (True, False): "f", (False, True): "S"}.get(
            (fill is not None, outline is not None), "n"
        )
        self.operators.append(" ".join([*parts, path, paint]) + _undash(dash))


def _offset(line: Line, size: float, room: float, align: Align) -> float:
    spare = room - line.width * size / 1000
    if align == "centre":
        return spare / 2
    return spare if (align == "right") != line.leftward else 0.0


def _path(points: Sequence[tuple[float, float]]) -> str:
    (x, y), *others = points
    rest = " ".join(f"{_number(a)} {_number(b)} l" for a, b in others)
    return f"{_number(x)} {_number(y)} m {rest}"


def _rectangle(box: Box) -> str:
    return f"{box.x:.2f} {box.y:.2f} {box.width:.2f} {box.height:.2f} re"


def _round(box: Box, radius: float) -> str:
    """Return the path of a rectangle with quarter circles as corners."""
    r = min(radius, box.width / 2, box.height / 2)
    k = r * 0.4477
    x, y, right, top = box.x, box.y, box.right, box.top
    corners = (
        ((x + r, y), (right - r, y), (right - k, y), (right, y + k), (right, y + r)),
        ((right, y + r), (right, top - r), (right, top - k), (right - k, top), (right - r, top)),
        ((right - r, top), (x + r, top), (x + k, top), (x, top - k), (x, top - r)),
        ((x, top - r), (x, y + r), (x, y + k), (x + k, y), (x + r, y)),
    )
    parts = [f"{_number(x + r)} {_number(y)} m"]
    for _, line_end, *bend in corners:
        parts.append(f"{_number(line_end[0])} {_number(line_end[1])} l")
        parts.append(" ".join(f"{_number(a)} {_number(b)}" for a, b in bend) + " c")
    return " ".join(parts) + " h"


def _dash(dash: tuple[float, ...]) -> str:
    return f"[{' '.join(_number(part) for part in dash)}] 0 d " if dash else ""


def _undash(dash: tuple[float, ...]) -> str:
    return " [] 0 d" if dash else ""
