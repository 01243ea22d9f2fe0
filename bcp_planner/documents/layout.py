"""Blocks to slabs: how each kind of block looks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from bcp_planner.documents import cover
from bcp_planner.documents.blank import blank_page, rules
from bcp_planner.documents.flow import Draw, PageBreak, PageNumbers, Slab
from bcp_planner.documents.lines import Line, Text
from bcp_planner.documents.pen import Box, Pen, Typesetting
from bcp_planner.documents.sheet import paper
from bcp_planner.documents.story import (
    Block,
    Callout,
    Contents,
    Cover,
    Facts,
    Figure,
    Heading,
    Imprint,
    Measures,
    NewPage,
    Paragraph,
    Part,
    Points,
    Rules,
    Space,
    Table,
    Together,
)
from bcp_planner.documents.style import (
    ACCENT,
    BLACK,
    BODY,
    FAINT,
    HAIR,
    HEADINGS,
    LABEL,
    LINE,
    MUTED,
    NOTE,
    RULE,
    TONES,
    Look,
)
from bcp_planner.documents.tables import space, table_slabs
from bcp_planner.documents.tagging import Element

_ROOM_TO_FLOW = 0.4
"""Share of a page that must be left for a section to begin below another."""
_BEFORE_SECTION = 30.0
_SHORT_LIST = 8
"""So many points or facts stay together on a page."""

_NUMBERING = {"number": "Decimal", "dot": "Disc", "check": "None"}
"""How a list is numbered, in the words of ISO 32000-1, 14.8.5.5."""

Slabs: TypeAlias = Iterator[Slab | PageBreak]
_DrawLines: TypeAlias = Callable[[Pen, Box, Sequence[Line]], None]


@dataclass(frozen=True, slots=True)
class Listed:
    """A heading of the contents and the bookmarks."""

    number: str
    text: str
    level: int
    anchor: str
    scope: str = ""


def numbered(blocks: Iterable[Block]) -> Iterator[tuple[Block, Listed | None]]:
    """Pair every block with its entry in the contents; only headings and parts have one."""
    counts = [0, 0, 0]
    unnamed = 0
    scope = ""
    for block in blocks:
        if isinstance(block, Part):
            counts, scope = [0, 0, 0], f"{block.anchor}/"
            words = f"{block.imprint.kind}: {block.imprint.title}"
            yield block, Listed("", words, 0, scope)
            continue
        if not isinstance(block, Heading):
            yield block, None
            continue
        number = _next_number(counts, block.level) if block.numbered else ""
        unnamed += 1
        anchor = block.anchor or f"h{unnamed}"
        yield block, Listed(number, block.text, block.level, scope + anchor, scope)


def _next_number(counts: list[int], level: int) -> str:
    counts[level - 1] += 1
    counts[level:] = [0] * (len(counts) - level)
    return ".".join(str(count) for count in counts[:level] if count)


class Layout:
    """Turns the blocks of one document into slabs."""

    def __init__(self, setting: Typesetting, paper_name: str, imprint: Imprint) -> None:
        """Lay out on paper of a name in `sheet.PAPERS`."""
        self._setting = setting
        self._paper_name = paper_name
        self._imprint = imprint
        self._paper = paper(paper_name, landscape=False)
        self._scope = ""
        self._begins_part = False
        self._uppermost: dict[str, int] = {}
        self._depth = 0
        self.listed: list[Listed] = []

    def slabs(self, blocks: Sequence[Block]) -> Slabs:
        """Yield the slabs of a document in order."""
        pairs = list(numbered(blocks))
        for block, entry in pairs:
            if isinstance(block, Heading) and entry:
                known = self._uppermost.get(entry.scope, block.level)
                self._uppermost[entry.scope] = min(known, block.level)
        self.listed = [
            entry
            for block, entry in pairs
            if entry and (not isinstance(block, Heading) or block.listed)
        ]
        for block, entry in pairs:
            for slab in self._block(block, entry):
                if isinstance(slab, Slab) and self._scope:
                    self._put_into_part(slab)
                yield slab

    def _put_into_part(self, slab: Slab) -> None:
        slab.scope = self._scope
        if self._begins_part:
            slab.anchors = ("", *slab.anchors)
            self._begins_part = False

    @property
    def _width(self) -> float:
        return self._paper.frame.width

    def _room(self, *, flows: bool) -> float:
        """Return the height that must be left for something to begin below what is there."""
        return self._paper.frame.height * _ROOM_TO_FLOW if flows else 0.0

    def _block(self, block: Block, entry: Listed | None) -> Slabs:
        match block:
            case Heading():
                yield from self._heading(block, entry)
            case Table():
                yield from table_slabs(self._setting, block, self._width)
            case Paragraph():
                yield from self._text(block.text, block.look)
            case NewPage():
                name = block.paper or self._paper_name
                self._paper = paper(name, landscape=block.landscape, scale=block.scale)
                blank = blank_page(self._setting, self._width) if block.front else None
                yield PageBreak(self._paper, room=self._room(flows=block.flows), blank=blank)
            case Part():
                yield from self._part(block)
            case Together():
                yield from self._together(block)
            case _:
                yield from self._simple_block(block)

    def _simple_block(self, block: Block) -> Slabs:
        match block:
            case Points():
                yield from self._points(block)
            case Facts():
                yield from self._facts(block)
            case Callout():
                yield self._callout(block)
            case Measures():
                yield self._measures(block)
            case Figure():
                yield from self._figure(block)
            case Space():
                yield space(block.height)
            case Rules():
                yield from rules(block.count, fills=block.fills)
            case Contents():
                yield from self._contents(block)
            case Cover():
                yield from cover.cover_slabs(self._setting, block, self._imprint, self._width)
            case _:
                raise TypeError(type(block).__name__)

    def _part(self, block: Part) -> Slabs:
        """Begin a document of the set on a page of its own."""
        self._imprint = block.imprint
        self._paper = paper(self._paper_name, landscape=False)
        self._scope = f"{block.anchor}/"
        self._depth = 0
        yield PageBreak(self._paper, block.imprint)
        self._begins_part = True

    # Text ------------------------------------------------------------------------------------

    def _heading(self, block: Heading, entry: Listed | None) -> Slabs:
        if block.level == 1:
            yield PageBreak(self._paper, room=self._room(flows=block.flows))
        look = HEADINGS[block.level]
        number = entry.number if entry else ""
        indent = self._setting.width(number, look) + look.size * 0.7 if number else 0.0
        lines = self._setting.lines(block.text, self._width - indent, look)
        note = self._setting.lines(block.note, self._width, NOTE) if block.note else ()
        height = len(lines) * look.leading + len(note) * NOTE.leading + look.after

        def draw(pen: Pen, box: Box, _: PageNumbers) -> None:
            quiet = replace(look, ink=FAINT if block.level == 1 else MUTED)
            pen.words(number, box, quiet)
            pen.block_of_text(lines, _right_part(box, indent), look)
            below = _lowered(box, len(lines) * look.leading + 1)
            pen.block_of_text(note, below, NOTE)

        anchors = (entry.anchor.removeprefix(entry.scope),) if entry else ()
        before = _BEFORE_SECTION if block.flows else look.before
        slab = Slab(height, draw, before=before, keep=True, anchors=anchors)
        slab.element = Element(f"H{self._structure_level(block.level)}")
        yield slab

    def _structure_level(self, level: int) -> int:
        """Return the level in the structure, which begins at 1 and never skips one."""
        own = level - self._uppermost.get(self._scope, 1) + 1
        self._depth = max(1, min(own, self._depth + 1))
        return self._depth

    def _text(self, text: Text, look: Look) -> Slabs:
        lines = self._setting.lines(text, self._width, look)
        yield from _line_slabs(lines, look, self._draw_lines(look), Element("P"))

    def _draw_lines(self, look: Look) -> _DrawLines:
        def draw(pen: Pen, box: Box, lines: Sequence[Line]) -> None:
            pen.block_of_text(lines, box, look, "centre" if look.centred else "left")

        return draw

    def _points(self, block: Points) -> Slabs:
        indent = 16.0 if block.mark != "number" or len(block.items) < 10 else 21.0
        listing = Element("L", attributes=f"/O /List /ListNumbering /{_NUMBERING[block.mark]}")
        last = len(block.items) - 1
        for index, item in enumerate(block.items):
            lines = self._setting.lines(item, self._width - indent, block.look)
            own = Element("LI", listing)
            slabs = _line_slabs(
                lines,
                replace(block.look, after=2.5 if index < len(block.items) - 1 else 6),
                self._draw_point(block, index, indent, own, lines[0]),
                None,
            )
            for slab in slabs:
                slab.marks_itself = True
                # A short list stays together; of a long one the last two items do.
                slab.keep = index < last and (len(block.items) <= _SHORT_LIST or index == last - 1)
                yield slab

    def _draw_point(
        self, block: Points, index: int, indent: float, item: Element, first: Line
    ) -> _DrawLines:
        look, body = block.look, Element("LBody", item)

        def draw(pen: Pen, box: Box, lines: Sequence[Line]) -> None:
            if lines and lines[0] is first:
                pen.begin(Element("Lbl", item) if block.mark == "number" else None)
                _draw_mark(pen, block.mark, index, box, look)
                pen.end()
            pen.begin(body)
            pen.block_of_text(lines, _right_part(box, indent), look)
            pen.end()

        return draw

    # Groups ----------------------------------------------------------------------------------

    def _together(self, block: Together) -> Slabs:
        slabs = [slab for inner in block.blocks for slab in self._block(inner, None)]
        kept = [slab for slab in slabs if isinstance(slab, Slab)]
        for slab in kept[:-1]:
            slab.keep = True
        yield from kept

    def _facts(self, block: Facts) -> Slabs:
        gutter = 14.0
        width = (self._width - gutter * (block.columns - 1)) / block.columns
        label_width = min(width * 0.36, 120.0)
        for start in range(0, len(block.rows), block.columns):
            group = block.rows[start : start + block.columns]
            cells = [
                (
                    self._setting.lines(label, label_width - 6, LABEL),
                    self._setting.lines(value or "–", width - label_width, BODY),
                )
                for label, value in group
            ]
            tallest = max(max(len(a) * LABEL.leading, len(b) * BODY.leading) for a, b in cells)
            slab = Slab(tallest + 5.4, _draw_facts(cells, width, gutter, label_width))
            slab.element = Element("P")
            ends = start + block.columns >= len(block.rows)
            slab.keep = not ends and len(block.rows) <= _SHORT_LIST
            yield slab
        yield space(8)

    def _callout(self, block: Callout) -> Slab:
        colour, ground = TONES[block.tone]
        room = self._width - 26
        title_look = Look(10, 13.6, bold=True, ink=colour)
        title = self._setting.lines(block.title, room, title_look)
        body = self._setting.lines(block.text, room, BODY) if block.text else ()
        items = [self._setting.lines(item, room - 12, BODY) for item in block.points]
        text = len(title) * title_look.leading + len(body) * BODY.leading
        text += sum(len(lines) * BODY.leading + 1.5 for lines in items)

        def draw(pen: Pen, box: Box, _: PageNumbers) -> None:
            frame = Box(box.x, box.y + 8, box.width, box.height - 8)
            pen.box(frame, fill=ground)
            pen.box(Box(frame.x, frame.y, 3.2, frame.height), fill=colour)
            inner = Box(frame.x + 15, frame.y, room, frame.height - 8)
            pen.block_of_text(title, inner, title_look)
            inner = _lowered(inner, len(title) * title_look.leading)
            pen.block_of_text(body, inner, BODY)
            inner = _lowered(inner, len(body) * BODY.leading)
            for lines in items:
                pen.disc(inner.x + 2.4, inner.top - BODY.leading * 0.56, 1.3, fill=colour)
                pen.block_of_text(lines, _right_part(inner, 12), BODY)
                inner = _lowered(inner, len(lines) * BODY.leading + 1.5)

        return Slab(text + 24, draw, before=5, element=Element("P"))

    def _measures(self, block: Measures) -> Slab:
        gap = 10.0
        width = (self._width - gap * (len(block.items) - 1)) / max(len(block.items), 1)
        cards = [cover.card(self._setting, item, width) for item in block.items]
        height = max((own for own, _ in cards), default=0.0)

        def draw(pen: Pen, box: Box, _: PageNumbers) -> None:
            for index, (_height, paint) in enumerate(cards):
                paint(pen, Box(box.x + index * (width + gap), box.y + 10, width, height))

        return Slab(height + 10, draw, before=4, element=Element("P"))

    def _figure(self, block: Figure) -> Slabs:
        caption = self._setting.lines(block.caption, self._width, NOTE) if block.caption else ()
        below = len(caption) * NOTE.leading + (4 if caption else 0)

        def draw(pen: Pen, box: Box, _: PageNumbers) -> None:
            block.draw(pen, Box(box.x, box.y + below, box.width, box.height - below))
            pen.block_of_text(caption, Box(box.x, box.y, box.width, below - 4), NOTE)

        full = block.height <= 0
        height = self._paper.frame.height * 0.55 if full else block.height + below + 6
        figure = Element("Figure", alternative=block.alternative)
        yield Slab(height, draw, before=4, fills=full, element=figure)

    # Whole pages -----------------------------------------------------------------------------

    def _contents(self, block: Contents) -> Slabs:
        yield PageBreak(self._paper)
        look = HEADINGS[1]

        def title(pen: Pen, box: Box, _: PageNumbers) -> None:
            pen.words("Contents", box, look)

        yield Slab(look.leading + look.after, title, keep=True, element=Element("P"))
        contents = Element("TOC")
        for entry in self.listed:
            if 0 < entry.level <= block.depth and entry.scope == self._scope:
                slab = self._contents_line(entry)
                slab.element = Element("Link", Element("Reference", Element("TOCI", contents)))
                yield slab

    def _contents_line(self, entry: Listed) -> Slab:
        top_level = entry.level == 1
        look = Look(10 if top_level else 9.5, 15 if top_level else 13.6, bold=top_level)
        indent = 0.0 if top_level else 24.0
        hang = 24.0 if top_level else 30.0
        room = self._width - indent - hang - 40
        lines = self._setting.lines(entry.text, room, look)

        def draw(pen: Pen, box: Box, pages: PageNumbers) -> None:
            inner = _right_part(box, indent)
            pen.words(entry.number, inner, replace(look, ink=MUTED))
            pen.block_of_text(lines, _right_part(inner, hang), look)
            number = str(pages.get(entry.anchor.removeprefix(entry.scope), ""))
            pen.label(number, box.right, box.y + look.leading * 0.22, look, "right")
            end = lines[-1].width * look.size / 1000 + indent + hang
            y = box.y + look.leading * 0.22
            start = box.x + end + 6
            if not lines[-1].leftward and start < box.right - 26:
                pen.stroke([(start, y), (box.right - 24, y)], RULE, 0.5, (0.5, 3))
            pen.link(box, entry.anchor.removeprefix(entry.scope))

        return Slab(len(lines) * look.leading, draw, before=6 if top_level else 0)


def _line_slabs(
    lines: Sequence[Line], look: Look, draw_lines: _DrawLines, element: Element | None
) -> Iterator[Slab]:
    """Yield the slabs of a paragraph: no first or last line alone on a page."""
    groups = [list(lines)] if len(lines) <= 3 else _grouped(lines)
    for index, group in enumerate(groups):
        last = index == len(groups) - 1
        height = len(group) * look.leading + (look.after if last else 0.0)

        def draw(pen: Pen, box: Box, _: PageNumbers, own: Sequence[Line] = group) -> None:
            draw_lines(pen, box, own)

        yield Slab(height, draw, before=look.before if index == 0 else 0.0, element=element)


def _grouped(lines: Sequence[Line]) -> list[list[Line]]:
    return [list(lines[:2]), *([line] for line in lines[2:-2]), list(lines[-2:])]


def _draw_facts(
    cells: list[tuple[tuple[Line, ...], tuple[Line, ...]]],
    width: float,
    gutter: float,
    label_width: float,
) -> Draw:
    def draw(pen: Pen, box: Box, _: PageNumbers) -> None:
        for index, (label, value) in enumerate(cells):
            x = box.x + index * (width + gutter)
            top = Box(x, box.y, label_width, box.height - 2)
            pen.block_of_text(label, Box(x, box.y, label_width - 6, top.height - 1.1), LABEL)
            pen.block_of_text(
                value, Box(x + label_width, box.y, width - label_width, top.height), BODY
            )
            pen.stroke([(x, box.y), (x + width, box.y)], HAIR, 0.5)

    return draw


def _draw_mark(pen: Pen, mark: str, index: int, box: Box, look: Look) -> None:
    if mark == "number":
        pen.words(f"{index + 1}.", box, replace(look, bold=True, ink=ACCENT))
    elif mark == "check":
        pen.box(Box(box.x, box.top - look.leading * 0.86, 8.2, 8.2), outline=BLACK, width=LINE)
    else:
        pen.disc(box.x + 5, box.top - look.leading * 0.54, 1.4, fill=ACCENT)


def _right_part(box: Box, indent: float) -> Box:
    return Box(box.x + indent, box.y, box.width - indent, box.height)


def _lowered(box: Box, by: float) -> Box:
    return Box(box.x, box.y, box.width, box.height - by)
