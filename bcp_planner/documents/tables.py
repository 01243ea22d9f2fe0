"""Tables: columns to widths, rows to slabs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bcp_planner.documents.blank import rows_in
from bcp_planner.documents.flow import PageNumbers, Slab
from bcp_planner.documents.lines import Line, Text, breaks_anywhere, words_of
from bcp_planner.documents.pen import Align, Box, Pen, Typesetting
from bcp_planner.documents.story import (
    Band,
    Cell,
    Chip,
    Column,
    Drawing,
    PageOf,
    Row,
    Table,
    Tick,
    Words,
)
from bcp_planner.documents.style import (
    ACCENT,
    ACCENT_SOFT,
    BASELINE,
    BLACK,
    CELL,
    CELL_DETAIL,
    CELL_STRONG,
    HAIR,
    HEAD_CELL,
    LINE,
    NOTE,
    RULE,
    SHADE,
    TONES,
    WRITING_ROW,
    Look,
)
from bcp_planner.documents.tagging import Element

_PAD = 3.6
_ABOVE = 3.4
_BELOW = 3.2
_TICK = 8.2
_CHIP = 10.5
_BESIDE = 10.0
_LEVEL = (CELL_DETAIL.leading - CELL_STRONG.leading) * BASELINE
"""Puts words of the detail on the base line of the words before them."""


def table_slabs(setting: Typesetting, table: Table, width: float) -> Iterator[Slab]:
    """Yield the slabs of a table: its head, then one a row."""
    grid = Grid(setting, table.columns, width, longest_words(setting, table))
    head, first = grid.head() if grid.has_head else (None, None)
    if first is not None:
        yield replace(first, keep=True, before=4.0)
    if not table.rows:
        yield grid.note(table.empty)
        yield space(8)
        return
    last = len(table.rows) - 1
    for index, row in enumerate(table.rows):
        slab = grid.band(row) if isinstance(row, Band) else grid.row(row)
        slab.head = head
        # The last row does not stand alone on a page.
        near_end = index == last - 1 and slab.height < 60
        leads = table.leads_on if index == last else table.whole
        slab.keep = (
            isinstance(row, Band) or near_end or leads or (index == last and table.foot != "")
        )
        yield slab
    if table.foot:
        yield grid.note(table.foot)
    if table.fills:
        yield grid.filler(table.rows[-1])
    yield replace(space(8), keep=table.leads_on)


def space(height: float) -> Slab:
    """Return white space, which is dropped at the edge of a page."""

    def draw(pen: Pen, box: Box, pages: PageNumbers) -> None:
        """Leave it blank."""

    return Slab(0.0, draw, before=height)


def column_widths(
    columns: Sequence[Column], width: float, least: Sequence[float] = ()
) -> list[float]:
    """Return the widths in points; columns without one share the rest by weight.

    Args:
        columns: The columns.
        width: Of the whole table.
        least: Width that keeps the longest word of each column whole, where there is room for it.
    """
    words = least or [0.0] * len(columns)
    given = [
        max(column.width, word) if column.width else 0.0
        for column, word in zip(columns, words, strict=True)
    ]
    fixed = sum(given)
    weights = sum(column.weight for column in columns if not column.width)
    rest = max(width - fixed, width * 0.2)
    if not weights:
        return [own * width / fixed for own in given]
    scale = (width - rest) / fixed if fixed else 1.0
    flexible = [index for index, column in enumerate(columns) if not column.width]
    shares = {index: rest * columns[index].weight / weights for index in flexible}
    if least:
        shares = _stretched(shares, least)
    return [shares.get(index, own * scale) for index, own in enumerate(given)]


def _stretched(shares: dict[int, float], least: Sequence[float]) -> dict[int, float]:
    """Widen the columns whose longest word does not fit, at the cost of those with room."""
    wanted = {
        index: max(min(least[index], share * 1.8), share * 0.66) for index, share in shares.items()
    }
    lacking = {index: wanted[index] - share for index, share in shares.items()}
    need = sum(lack for lack in lacking.values() if lack > 0)
    spare = sum(-lack for lack in lacking.values() if lack < 0)
    if not need or not spare:
        return shares
    given = min(1.0, spare / need)
    taken = need * given / spare
    return {
        index: share + (lacking[index] * given if lacking[index] > 0 else lacking[index] * taken)
        for index, share in shares.items()
    }


_SAMPLE = 400
"""Rows that are looked at to find the longest words of a table."""


def longest_words(setting: Typesetting, table: Table) -> list[float]:
    """Return the width each column needs so that no word of it is broken."""
    longest = [_longest_word(setting, column.title, HEAD_CELL) for column in table.columns]
    for row in table.rows[:_SAMPLE]:
        for index, cell in enumerate(row.cells if isinstance(row, Row) else ()):
            if table.columns[index].width:
                continue
            for text, look in _texts(cell):
                longest[index] = max(longest[index], _longest_word(setting, text, look))
    return [width + 2 * _PAD + 0.5 for width in longest]


def _texts(cell: Cell) -> list[tuple[Text, Look]]:
    if isinstance(cell, str):
        return [(cell, CELL)]
    if isinstance(cell, Words):
        return [(cell.text, CELL_STRONG if cell.bold else CELL), (cell.detail, CELL_DETAIL)]
    return []


def _longest_word(setting: Typesetting, text: Text, look: Look) -> float:
    """Return the width of the longest word; only words that could be too wide are measured."""
    plain = text if isinstance(text, str) else "".join(span.text for span in text)
    words = [word for word in words_of(plain) if len(word) > 7 and not breaks_anywhere(word)]
    longest = sorted(words, key=len)[-2:]
    return max((setting.width(word, look) for word in longest), default=0.0)


@dataclass(slots=True)
class _Set:
    """A cell whose text is broken into lines: (lines, look) from top to bottom."""

    cell: Cell
    blocks: list[tuple[tuple[Line, ...], Look]]
    indent: float = 0.0
    minimum: float = 0.0

    @property
    def height(self) -> float:
        text = sum(len(lines) * look.leading for lines, look in self.blocks)
        return max(text, self.minimum)


class Grid:
    """The columns of one table on a page of a given width."""

    def __init__(
        self,
        setting: Typesetting,
        columns: Sequence[Column],
        width: float,
        least: Sequence[float] = (),
    ) -> None:
        """Give every column its place; `least` keeps the longest words whole."""
        self._setting = setting
        self._columns = columns
        self._width = width
        self._widths = column_widths(columns, width, least)
        starts = [0.0]
        for own in self._widths:
            starts.append(starts[-1] + own)
        self._starts = starts
        self._element = Element("Table")

    @property
    def has_head(self) -> bool:
        """Whether any column has a title."""
        return any(column.title or column.draw_head for column in self._columns)

    def head(self) -> tuple[Slab, Slab]:
        """Return the head row as it is repeated, and as it stands first: the one that is read."""
        titles = [
            self._lines(column.title, index, HEAD_CELL) if column.title else ()
            for index, column in enumerate(self._columns)
        ]
        height = max(map(len, titles), default=1) * HEAD_CELL.leading + _ABOVE + _BELOW

        def rest(pen: Pen, box: Box, _: PageNumbers) -> None:
            """Draw the head as a whole: it is repeated, so readers skip it."""
            for index in range(len(self._columns)):
                title(pen, box, index)
            pen.stroke([(box.x, box.y), (box.right, box.y)], ACCENT, 0.9)

        def title(pen: Pen, box: Box, index: int) -> None:
            column = self._columns[index]
            place = self._place(index, box)
            if column.draw_head is not None:
                column.draw_head(pen, place)
                return
            text = place.inset(_PAD, _BELOW)
            used = len(titles[index]) * HEAD_CELL.leading
            text = Box(text.x, text.y, text.width, used)
            pen.block_of_text(titles[index], text, HEAD_CELL, column.align)

        def first(pen: Pen, box: Box, _: PageNumbers) -> None:
            row = Element("TR", self._element)
            for index in range(len(self._columns)):
                pen.begin(Element("TH", row, attributes="/O /Table /Scope /Column"))
                title(pen, box, index)
                pen.end()
            pen.begin(None)
            pen.stroke([(box.x, box.y), (box.right, box.y)], ACCENT, 0.9)
            pen.end()

        return Slab(height, rest), Slab(height, first, marks_itself=True)

    def _place(self, index: int, box: Box) -> Box:
        """Return the whole cell of a column in a row."""
        return Box(box.x + self._starts[index], box.y, self._widths[index], box.height)

    def row(self, row: Row) -> Slab:
        """Return the slab of a row."""
        cells = [self._set(cell, index) for index, cell in enumerate(row.cells)]
        height = max((cell.height for cell in cells), default=0.0) + _ABOVE + _BELOW
        height += 5.0 if row.roomy else -3.4 if row.tight else 0.0
        height = max(height, WRITING_ROW if row.writing else 0.0)

        def draw(pen: Pen, box: Box, pages: PageNumbers) -> None:
            self._draw_cells(
                pen, cells, box, pages, shaded=row.shaded, raised=1.7 if row.tight else 0.0
            )

        def split(first: float, whole: float) -> list[Slab]:
            return [self._part(part) for part in self._split(cells, first, whole)]

        anchors = (row.anchor,) if row.anchor else ()
        return Slab(height, draw, anchors=anchors, split=split, marks_itself=True)

    def band(self, band: Band) -> Slab:
        """Return the slab of a row across all columns that opens a group."""
        room = self._width - 2 * _PAD
        title = self._setting.lines(band.text, room, CELL_STRONG)
        detail = self._setting.lines(band.detail, room, CELL_DETAIL) if band.detail else ()
        used = title[-1].width * CELL_STRONG.size / 1000 + _BESIDE
        beside = self._setting.width(band.detail, CELL_DETAIL) + used <= room
        beside = beside and not title[-1].leftward and not (detail and detail[0].leftward)
        below_it = 0 if beside else len(detail)
        text = len(title) * CELL_STRONG.leading + below_it * CELL_DETAIL.leading
        look = Look(CELL_STRONG.size, CELL_STRONG.leading, bold=True, ink=ACCENT)

        def draw(pen: Pen, box: Box, _: PageNumbers) -> None:
            pen.box(box, fill=ACCENT_SOFT)
            place = Box(box.x + _PAD, box.y, room, box.height - _ABOVE)
            pen.block_of_text(title, place, look)
            above = len(title) - beside
            below = Box(place.x, box.y, room, place.height - above * CELL_STRONG.leading)
            if beside:
                below = Box(place.x + used, below.y - _LEVEL, room - used, below.height + _LEVEL)
            pen.block_of_text(detail, below, CELL_DETAIL)
            pen.stroke([(box.x, box.y), (box.right, box.y)], RULE)

        anchors = (band.anchor,) if band.anchor else ()
        across = f"/O /Table /ColSpan {len(self._columns)}"
        cell = Element("TD", Element("TR", self._element), attributes=across)
        return Slab(text + _ABOVE + _BELOW, draw, anchors=anchors, element=cell)

    def filler(self, last: Row | Band) -> Slab:
        """Return rows to write in, as many as there is room for; they count on from the last."""
        first = last.cells[0] if isinstance(last, Row) and last.cells else ""
        number = int(first) if isinstance(first, str) and first.isdecimal() else 0

        def draw(pen: Pen, box: Box, pages: PageNumbers) -> None:
            for index in range(1, rows_in(box.height) + 1):
                top = box.top - (index - 1) * WRITING_ROW
                cells = [self._set(str(number + index), 0)] if number else []
                place = Box(box.x, top - WRITING_ROW, box.width, WRITING_ROW)
                self._draw_cells(pen, cells, place, pages)

        return Slab(0.0, draw, fills=True, marks_itself=True)

    def note(self, text: str) -> Slab:
        """Return a quiet line across all columns."""
        lines = self._setting.lines(text, self._width - 2 * _PAD, NOTE)

        def draw(pen: Pen, box: Box, _: PageNumbers) -> None:
            pen.block_of_text(lines, box.inset(_PAD, _ABOVE), NOTE)
            pen.stroke([(box.x, box.y), (box.right, box.y)], HAIR)

        return Slab(len(lines) * NOTE.leading + _ABOVE + _BELOW, draw, element=Element("P"))

    # Cells -----------------------------------------------------------------------------------

    def _lines(self, text: Text, index: int, look: Look, indent: float = 0.0) -> tuple[Line, ...]:
        room = self._widths[index] - 2 * _PAD - indent
        return self._setting.lines(text, room, look)

    def _set(self, cell: Cell, index: int) -> _Set:
        if isinstance(cell, str):
            return _Set(cell, [(self._lines(cell, index, CELL), CELL)] if cell else [])
        if isinstance(cell, Words):
            return self._set_words(cell, index)
        if isinstance(cell, Tick):
            blocks = [(self._lines(cell.label, index, CELL, _TICK + 4), CELL)]
            return _Set(cell, blocks if cell.label else [], _TICK + 4, _TICK + 2)
        if isinstance(cell, Chip):
            look = replace(CELL, ink=TONES[cell.tone][0])
            return _Set(cell, [(self._lines(cell.text, index, look, _CHIP + 3), look)], _CHIP + 3)
        if isinstance(cell, PageOf):
            return _Set(cell, [], 0.0, CELL.leading)
        return _Set(cell, [], 0.0, cell.height)

    def _set_words(self, cell: Words, index: int) -> _Set:
        look = CELL_STRONG if cell.bold else CELL
        if cell.tone is not None:
            look = replace(look, ink=TONES[cell.tone][0])
        parts = [(cell.text, look), (cell.detail, CELL_DETAIL)]
        blocks = [(self._lines(text, index, own, cell.indent), own) for text, own in parts if text]
        return _Set(cell, blocks, cell.indent)

    def _draw_cells(
        self,
        pen: Pen,
        cells: Sequence[_Set],
        box: Box,
        pages: PageNumbers,
        *,
        shaded: bool = False,
        raised: float = 0.0,
    ) -> None:
        pen.begin(None)
        self._draw_ground(pen, box, shaded=shaded)
        pen.end()
        row = Element("TR", self._element)
        for index in range(len(self._columns)):
            cell = cells[index] if index < len(cells) else _Set("", [])
            element = _cell_element(row, cell.cell, pages)
            if cell.cell == "" and not cell.blocks:
                pen.skip(element)
                continue
            pen.begin(element)
            self._draw_cell(pen, cell, index, box, pages, raised=raised)
            pen.end()

    def _draw_ground(self, pen: Pen, box: Box, *, shaded: bool) -> None:
        if shaded:
            pen.box(box, fill=SHADE)
        pen.stroke([(box.x, box.y), (box.right, box.y)], HAIR, 0.5)
        for index, column in enumerate(self._columns):
            if column.writing:
                for x in (self._starts[index], self._starts[index + 1]):
                    pen.stroke([(box.x + x, box.y), (box.x + x, box.top)], RULE)

    def _draw_cell(
        self,
        pen: Pen,
        cell: _Set,
        index: int,
        box: Box,
        pages: PageNumbers,
        *,
        raised: float = 0.0,
    ) -> None:
        align: Align = self._columns[index].align
        left = box.x + self._starts[index] + _PAD
        room = self._widths[index] - 2 * _PAD
        place = Box(left, box.y + _BELOW, room, box.height - _ABOVE - _BELOW + raised)
        kind = cell.cell
        if isinstance(kind, Tick):
            middle = left + (room - _TICK) / 2 if align == "centre" else left
            _draw_tick(pen, middle, place.top - 0.6)
        elif isinstance(kind, Chip):
            draw_chip(pen, kind, left, place.top)
        elif isinstance(kind, PageOf):
            self._draw_page(pen, kind, place, align, pages)
        elif isinstance(kind, Drawing):
            inner = Box(left, place.top - kind.height, room, kind.height)
            kind.draw(pen, self._place(index, box) if kind.full else inner)
        if isinstance(kind, Words) and kind.anchor:
            pen.link(place, kind.anchor)
        for lines, look in cell.blocks:
            text = Box(left + cell.indent, place.y, room - cell.indent, place.top - place.y)
            pen.block_of_text(lines, text, look, align)
            used = len(lines) * look.leading
            place = Box(place.x, place.y, place.width, place.height - used)

    def _draw_page(
        self, pen: Pen, cell: PageOf, place: Box, align: Align, pages: PageNumbers
    ) -> None:
        number = pages.get(cell.anchor)
        if number is not None:
            pen.words(str(number), place, CELL, align)
            pen.link(place, cell.anchor)

    # Rows higher than a page -----------------------------------------------------------------

    def _part(self, cells: list[_Set]) -> Slab:
        height = max((cell.height for cell in cells), default=0.0) + _ABOVE + _BELOW

        def draw(pen: Pen, box: Box, pages: PageNumbers) -> None:
            self._draw_cells(pen, cells, box, pages)

        return Slab(height, draw, marks_itself=True)

    def _split(self, cells: list[_Set], first: float, whole: float) -> Iterator[list[_Set]]:
        rest, room = cells, first
        while any(cell.blocks for cell in rest):
            parts = [_cut(cell, room - _ABOVE - _BELOW) for cell in rest]
            yield [part for part, _ in parts]
            rest, room = [left for _, left in parts], whole


def _cell_element(row: Element, cell: Cell, pages: PageNumbers) -> Element:
    """Return what a cell is in the structure: a link when it leads to a place that is there."""
    words = cell.words if isinstance(cell, Drawing) else ""
    element = Element("TD", row, words)
    anchor = cell.anchor if isinstance(cell, Words | PageOf) else ""
    return Element("Link", element) if anchor and anchor in pages else element


def _cut(cell: _Set, room: float) -> tuple[_Set, _Set]:
    """Return what of a cell fits, at least one line, and what is left."""
    taken: list[tuple[tuple[Line, ...], Look]] = []
    left: list[tuple[tuple[Line, ...], Look]] = []
    for lines, look in cell.blocks:
        count = len(lines) if not left else 0
        fits = max(int(room // look.leading), 0 if taken else 1)
        count = min(count, fits)
        if count:
            taken.append((lines[:count], look))
        if count < len(lines):
            left.append((lines[count:], look))
        room -= count * look.leading
    return replace(cell, blocks=taken), _Set("", left, cell.indent)


def _draw_tick(pen: Pen, x: float, top: float) -> None:
    pen.box(Box(x, top - _TICK, _TICK, _TICK), outline=BLACK, width=LINE)


def draw_chip(pen: Pen, chip: Chip, x: float, top: float) -> None:
    """Draw the letter of a verdict in its field; bad ones are filled, others outlined."""
    colour, ground = TONES[chip.tone]
    box = Box(x, top - _CHIP + 0.6, _CHIP, _CHIP)
    strong = chip.tone == "bad"
    pen.box(box, fill=colour if strong else ground, outline=colour, width=LINE, round_by=1.6)
    look = Look(7.5, 9, bold=True, ink="1 1 1" if strong else colour)
    pen.label(chip.letter, x + _CHIP / 2, box.y + 2.7, look, "centre")
