"""Documents of a promised number of pages: shorter tables first, then smaller type; nothing cut."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bcp_planner.documents.flow import paginate
from bcp_planner.documents.layout import Layout
from bcp_planner.documents.pen import Typesetting
from bcp_planner.documents.sheet import paper
from bcp_planner.documents.story import Block, Fitted, Imprint, NewPage

_STEP = 0.94
_LEAST = 0.05


def expanded(
    setting: Typesetting, paper_name: str, imprint: Imprint, blocks: Sequence[Block]
) -> Iterator[Block]:
    """Yield the blocks of a document, each `Fitted` one replaced by the version that fits."""
    for block in blocks:
        if not isinstance(block, Fitted):
            yield block
            continue
        version, scale = _choice(setting, paper_name, imprint, block)
        yield from _set(version, scale)


def _set(version: Sequence[Block], scale: float) -> Iterator[Block]:
    """Yield the blocks of a version, all their pages at a scale."""
    if scale < 1:
        yield NewPage(scale=scale)
    for block in version:
        yield replace(block, scale=scale) if isinstance(block, NewPage) else block


def _choice(
    setting: Typesetting, paper_name: str, imprint: Imprint, block: Fitted
) -> tuple[Sequence[Block], float]:
    """Return the first version that has few enough pages; the last one smaller if none has."""

    def fits(version: Sequence[Block], scale: float) -> bool:
        layout = Layout(setting, paper_name, imprint)
        slabs = layout.slabs([NewPage(scale=scale), *_set(version, scale)])
        return len(paginate(slabs, paper(paper_name), block.pages + 1)) <= block.pages

    for version in block.versions:
        if fits(version, 1.0):
            return version, 1.0
    last, scale = block.versions[-1], _STEP
    while scale > _LEAST and not fits(last, scale):
        scale *= _STEP
    return last, scale
