"""What a document says: a small vocabulary of blocks, free of pages and positions.

Documents are written as a sequence of these values; `flow` turns them into pages. Tests read them
as they are.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from bcp_planner.documents.lines import Text
from bcp_planner.documents.pen import Align, Box, Pen
from bcp_planner.documents.style import BODY, Look

Tone: TypeAlias = Literal["bad", "warning", "good", "note", "plain"]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 begins a new page, because sections are handed out.

    Attributes:
        text: Words without a number.
        level: 1 to 3.
        anchor: Name that links use; empty gives it a name of its own.
        numbered: Whether it counts in 1, 1.1, 1.1.1.
        listed: Whether it stands in the contents and in the bookmarks.
        note: A quiet line below it.
        flows: Whether one of level 1 may begin on a page that has much room left.
    """

    text: str
    level: int = 1
    anchor: str = ""
    numbered: bool = True
    listed: bool = True
    note: str = ""
    flows: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    text: Text
    look: Look = BODY


@dataclass(frozen=True, slots=True)
class Points:
    """A list: with dots, numbers, or boxes to tick."""

    items: Sequence[Text]
    mark: Literal["dot", "number", "check"] = "dot"
    look: Look = BODY


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels and values in one or two columns."""

    rows: Sequence[tuple[str, Text]]
    columns: int = 2


@dataclass(frozen=True, slots=True)
class Callout:
    """Something that must not be missed."""

    title: str
    text: Text = ""
    tone: Tone = "note"
    points: Sequence[Text] = ()


@dataclass(frozen=True, slots=True)
class Measure:
    """One big figure: what it is, its value, and a word about it."""

    label: str
    value: str
    detail: str = ""
    tone: Tone = "plain"


@dataclass(frozen=True, slots=True)
class Measures:
    """Big figures side by side."""

    items: Sequence[Measure]


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing.

    Attributes:
        draw: Draws into the box it is given.
        height: Height in points; 0 takes the rest of the page, or a page when little is left.
        alternative: What the drawing shows, in words, for those who cannot see it.
        caption: Line printed below it.
    """

    draw: Callable[[Pen, Box], None]
    height: float
    alternative: str
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: a width in points, or a share of what is left.

    Attributes:
        title: Words of the head.
        width: Points; 0 shares the rest by `weight`.
        weight: Share of the rest.
        align: Of head and cells.
        writing: Whether it is left blank for handwriting, with lines on both sides.
        draw_head: Draws its head in place of words, such as the axis of a chart.
    """

    title: str
    width: float = 0.0
    weight: float = 1.0
    align: Align = "left"
    writing: bool = False
    draw_head: Callable[[Pen, Box], None] | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """A cell of text with a quieter detail below it."""

    text: Text
    detail: Text = ""
    bold: bool = False
    tone: Tone | None = None
    anchor: str = ""
    """Where a click on the cell leads."""
    indent: float = 0.0
    """Pushes it away from where lines begin, in points."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A cell with an empty box to tick, and an optional word beside it."""

    label: str = ""


@dataclass(frozen=True, slots=True)
class Chip:
    """A cell with a verdict: a letter in a coloured field, and words."""

    letter: str
    text: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class PageOf:
    """A cell with the page number of an anchor."""

    anchor: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """A cell that is drawn, such as a small bar.

    Attributes:
        draw: Draws into the box it is given.
        height: Height it needs, in points.
        full: Whether the box is the whole cell, without the white space around text.
    """

    draw: Callable[[Pen, Box], None]
    height: float = 11.0
    full: bool = False
    words: str = ""
    """What it shows, in words, where drawings cannot be seen."""


Cell: TypeAlias = str | Words | Tick | Chip | PageOf | Drawing


@dataclass(frozen=True, slots=True)
class Row:
    """One row; it is never split unless it is taller than a page.

    Attributes:
        cells: One for each column; missing ones are blank.
        writing: Whether it is high enough to write in.
        shaded: Whether it stands out.
        roomy: Whether it has more white space than others.
        tight: Whether it has less.
        anchor: Name under which links find it.
    """

    cells: Sequence[Cell]
    writing: bool = False
    shaded: bool = False
    roomy: bool = False
    tight: bool = False
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Band:
    """A row across all columns that opens a group; it stays with the row after it."""

    text: str
    detail: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose head is repeated on every page."""

    columns: Sequence[Column]
    rows: Sequence[Row | Band]
    empty: str = "None."
    """Printed in place of a table that has no rows."""
    foot: str = ""
    """A quiet line below the rows, such as how many more there are."""
    leads_on: bool = False
    """Whether its last rows stay with what follows."""
    whole: bool = False
    """Whether it stays on one page, and with what leads to it, when it fits on one."""
    fills: bool = False
    """Whether rows to write in follow, down to the foot of the page; they go on counting when the
    last row begins with a number."""


@dataclass(frozen=True, slots=True)
class Space:
    """White space between blocks."""

    height: float


@dataclass(frozen=True, slots=True)
class Rules:
    """Blank lines to write on.

    Attributes:
        count: How many.
        fills: Whether more follow, down to the foot of the page.
    """

    count: int
    fills: bool = False


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows starts on a fresh page, upright or sideways.

    Attributes:
        landscape: Whether the page lies on its side.
        paper: A name in `sheet.PAPERS`; empty for the paper of the document.
        front: Whether it must be the front of a sheet when both sides are printed.
        flows: Whether a page of this paper that has much room left will do.
        scale: How large the text is set; 1 is the usual size.
    """

    landscape: bool = False
    paper: str = ""
    front: bool = False
    flows: bool = False
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class Fitted:
    """Blocks that fill no more than so many pages, from a page of their own on.

    Attributes:
        versions: The same content, with ever shorter tables; the first one that fits is printed.
            When none does, the last one is set smaller.
        pages: How many pages there may be.
    """

    versions: Sequence[Sequence[Block]]
    pages: int


@dataclass(frozen=True, slots=True)
class Part:
    """A document inside a set: it has its own identity, numbers, contents and names of places.

    Attributes:
        imprint: What identifies it on its pages.
        anchor: Name of its first page in the set.
    """

    imprint: Imprint
    anchor: str


@dataclass(frozen=True, slots=True)
class Together:
    """Blocks that stay on one page when they fit on one."""

    blocks: Sequence[Block]


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents: every listed heading with its page, each a link."""

    depth: int = 2


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page, drawn as a whole.

    Attributes:
        kind: What sort of document it is.
        title: Its name.
        subtitle: A line below.
        purpose: Short paragraphs of heading and words.
        control: Labels and values of document control.
    """

    kind: str
    title: str
    subtitle: str
    purpose: Sequence[tuple[str, Text]]
    control: Sequence[tuple[str, str]]


Block: TypeAlias = (
    Heading
    | Paragraph
    | Points
    | Facts
    | Callout
    | Measures
    | Figure
    | Table
    | Space
    | Rules
    | NewPage
    | Fitted
    | Part
    | Together
    | Contents
    | Cover
)


@dataclass(frozen=True, slots=True)
class Imprint:
    """What identifies a document on every page and in its file.

    Attributes:
        title: Name of the document.
        kind: Sort of document, such as "DR runbook".
        subject: One line about it.
        organisation: Whose it is.
        author: Who keeps it.
        document_id: Its number.
        version: Its version, such as "2.1, draft".
        classification: Words on top and bottom of every page.
        printed: Date and time of printing, as text.
        moment: Date and time of printing, for the properties of the file.
        copy_number: Which numbered copy this is; empty means an uncontrolled one.
        language: Language code of the words the program adds.
    """

    title: str
    kind: str
    subject: str = ""
    organisation: str = ""
    author: str = ""
    document_id: str = ""
    version: str = ""
    classification: str = ""
    printed: str = ""
    moment: datetime.datetime | None = None
    copy_number: str = ""
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document."""

    imprint: Imprint
    blocks: Sequence[Block] = field(default_factory=tuple)
    paper: str = ""
    """The paper it must be on, a name in `sheet.PAPERS`; empty leaves the choice to the user."""
