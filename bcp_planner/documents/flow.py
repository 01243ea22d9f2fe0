"""From blocks to pages: what goes where, with no stretch split that belongs together.

Every block becomes slabs, pieces of fixed height that know how to draw themselves. Slabs are placed
once; page numbers that a slab prints (contents, references) are filled in when it is drawn, after
everything has its place, so that a document is laid out a single time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from bcp_planner.documents.pen import Box, Pen
from bcp_planner.documents.sheet import Paper
from bcp_planner.documents.story import Imprint
from bcp_planner.documents.tagging import Element

PageNumbers: TypeAlias = Mapping[str, int]
"""Anchor -> number of the page it is on."""

Draw: TypeAlias = Callable[[Pen, Box, PageNumbers], None]


@dataclass(slots=True, eq=False)
class Slab:
    """A piece of a page that is never split.

    Attributes:
        height: Points.
        draw: Draws into a box of the frame's width and this height.
        before: White space above it, dropped at the top of a page.
        keep: Whether it must stand on the same page as the slab after it.
        head: Slab drawn again above this one when it opens a page: the head of its table.
        anchors: Names of this place.
        split: Makes smaller slabs of it: the first of at most the first height, the others of at
            most the second; None when it cannot be split.
        sinks: Whether the chain it begins goes to the foot of the page.
        fills: Whether it grows to take what is left of the page.
    """

    height: float
    draw: Draw
    before: float = 0.0
    keep: bool = False
    head: Slab | None = None
    anchors: tuple[str, ...] = ()
    split: Callable[[float, float], list[Slab]] | None = None
    sinks: bool = False
    fills: bool = False
    element: Element | None = None
    """What it is in the structure; None for an artefact, or when it marks its parts itself."""
    marks_itself: bool = False
    scope: str = ""
    """Put before the anchors it names and leads to, so that documents of a set stay apart."""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """The slabs after it start on a new page of this paper, with this identity.

    When `room` is given, they go on below what is there as long as so much height is left. With a
    `blank` slab the new page is the front of a sheet: the slab stands alone on the back before it.
    """

    paper: Paper
    imprint: Imprint | None = None
    room: float = 0.0
    blank: Slab | None = None


@dataclass(slots=True)
class Page:
    """A page with the slabs on it and the top of each."""

    paper: Paper
    imprint: Imprint | None = None
    slabs: list[tuple[float, Slab]] = field(default_factory=list[tuple[float, "Slab"]])


class _Pages:
    """Fills pages from top to bottom."""

    def __init__(self, paper: Paper) -> None:
        self.done: list[Page] = []
        self._page = Page(paper)
        self._top = paper.frame.top

    @property
    def frame(self) -> Box:
        """The frame of the current page."""
        return self._page.paper.frame

    def start(self, paper: Paper | None = None, imprint: Imprint | None = None) -> None:
        """Begin a new page, unless the current one is still empty and of the same paper."""
        if self._page.slabs:
            self.done.append(self._page)
        self._page = Page(paper or self._page.paper, imprint or self._page.imprint)
        self._top = self._page.paper.frame.top

    def turn(self, blank: Slab) -> None:
        """Go on to the front of a sheet, past a page with nothing but this slab."""
        if len(self.done) % 2:
            self.place(blank)
            self.start()

    def room(self) -> float:
        """Return the height that is left."""
        return self._top - self.frame.y

    def has_room(self, paper: Paper, height: float) -> bool:
        """Say whether the current page is of this paper and has so much height left."""
        return self._page.paper == paper and self.room() >= height

    def is_fresh(self) -> bool:
        """Say whether nothing is on the current page."""
        return not self._page.slabs

    def place(self, slab: Slab) -> None:
        """Put a slab below what is there."""
        if self.is_fresh():
            if slab.head is not None:
                self._put(replace(slab.head, marks_itself=False))
        elif not slab.sinks:
            self._top -= slab.before
        if slab.fills:
            slab.height = self.room()
        self._put(slab)

    def _put(self, slab: Slab) -> None:
        self._page.slabs.append((self._top, slab))
        self._top -= slab.height

    def sink(self, height: float) -> None:
        """Go down until just this height is left."""
        self._top = self.frame.y + height

    def finish(self) -> list[Page]:
        """Return all pages; at least one."""
        if self._page.slabs or not self.done:
            self.done.append(self._page)
        return self.done


def paginate(
    slabs: Iterable[Slab | PageBreak], paper: Paper, most: int | None = None
) -> list[Page]:
    """Return the pages that hold the slabs, in order.

    A chain of slabs that keep with the next moves to a new page as a whole when it does not fit; a
    slab higher than a page is split.

    Args:
        slabs: What to place.
        paper: Of the first page.
        most: Stops after so many pages; None places everything.
    """
    pages = _Pages(paper)
    chain: list[Slab] = []
    for slab in slabs:
        if most is not None and len(pages.done) >= most:
            return pages.done[:most]
        if isinstance(slab, PageBreak):
            _place_chain(pages, chain)
            chain = []
            if not (slab.room and pages.has_room(slab.paper, slab.room)):
                pages.start(slab.paper, slab.imprint)
            if slab.blank is not None:
                pages.turn(slab.blank)
            continue
        chain.append(slab)
        if not slab.keep:
            _place_chain(pages, chain)
            chain = []
    _place_chain(pages, chain)
    return pages.finish()


def _place_chain(pages: _Pages, chain: list[Slab]) -> None:
    if not chain or _is_needless_space(pages, chain):
        return
    if _height(chain) > pages.room() - (0 if pages.is_fresh() else chain[0].before):
        pages.start()
    if _height(chain) + _head_height(chain[0]) <= pages.room():
        if chain[0].sinks:
            pages.sink(_height(chain))
        for slab in chain:
            pages.place(slab)
    else:
        _place_tall(pages, chain)


def _is_needless_space(pages: _Pages, chain: list[Slab]) -> bool:
    """Say whether a chain is only white space that would fall on a page edge."""
    slab = chain[0]
    empty = len(chain) == 1 and slab.height == 0 and not slab.anchors
    return empty and (pages.is_fresh() or slab.before > pages.room())


def _height(chain: list[Slab]) -> float:
    return sum(slab.height for slab in chain) + sum(slab.before for slab in chain[1:])


def _head_height(slab: Slab) -> float:
    return slab.head.height if slab.head else 0.0


def _place_tall(pages: _Pages, chain: list[Slab]) -> None:
    """Place what no single page can hold, slab by slab, splitting those that are too high."""
    for index, slab in enumerate(chain):
        head = _head_height(slab)
        room = pages.room() - (head if pages.is_fresh() else slab.before)
        whole = pages.frame.height - head
        pair = _height(chain[index : index + 2])
        if room < pair <= whole and not pages.is_fresh():
            pages.start()
            room = whole
        if slab.height <= room:
            pages.place(slab)
            continue
        if slab.split is None or slab.height <= whole:
            pages.start()
            pages.place(slab)
            continue
        parts = slab.split(room if room > whole / 3 else whole, whole)
        parts[0].anchors = slab.anchors
        for part in parts:
            part.scope, part.marks_itself = slab.scope, slab.marks_itself
            if part.height > pages.room() - (head if pages.is_fresh() else part.before):
                pages.start()
            pages.place(part)
