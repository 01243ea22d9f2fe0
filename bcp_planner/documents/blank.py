"""What is left blank: lines to write on, and the back of a sheet."""

from __future__ import annotations

from collections.abc import Iterator

from bcp_planner.documents.flow import PageNumbers, Slab
from bcp_planner.documents.pen import Box, Pen, Typesetting
from bcp_planner.documents.style import NOTE, RULE, WRITING_ROW
from bcp_planner.documents.tagging import Element


def rules(count: int, *, fills: bool) -> Iterator[Slab]:
    """Yield lines to write on, and as many more as there is room for."""
    for _ in range(count):
        yield Slab(WRITING_ROW, _draw_rules)
    if fills:
        yield Slab(0.0, _draw_rules, fills=True)


def rows_in(height: float) -> int:
    """Return how many rows for handwriting a height has room for."""
    return int(height / WRITING_ROW + 0.01)


def _draw_rules(pen: Pen, box: Box, _: PageNumbers) -> None:
    for number in range(1, rows_in(box.height) + 1):
        y = box.top - number * WRITING_ROW
        pen.stroke([(box.x, y), (box.right, y)], RULE)


def blank_page(setting: Typesetting, width: float) -> Slab:
    """Return what stands on the back of a sheet before something that is handed out."""
    words = setting.lines("This page is left blank.", width, NOTE)

    def draw(pen: Pen, box: Box, _: PageNumbers) -> None:
        pen.block_of_text(words, box, NOTE, "centre")

    return Slab(NOTE.leading, draw, element=Element("P"))
