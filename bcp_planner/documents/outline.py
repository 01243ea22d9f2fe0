"""The bookmarks beside the pages: the headings of a document, as a tree that folds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from bcp_planner.documents.pdf_file import PdfFile, text_string


@dataclass(slots=True, eq=False)
class Bookmark:
    """A line of the outline.

    Attributes:
        title: Its words.
        target: The place it leads to, as a PDF destination.
        level: 0 for the uppermost.
        below: The lines it opens.
        number: Of its object in the file.
    """

    title: str
    target: str
    level: int
    below: list[Bookmark] = field(default_factory=list["Bookmark"])
    number: int = 0

    @property
    def is_open(self) -> bool:
        """Whether what is below it shows at first."""
        return self.level == 0


def nested(bookmarks: Sequence[Bookmark]) -> list[Bookmark]:
    """Return the uppermost lines, the others below them; no level may be skipped."""
    roots: list[Bookmark] = []
    path: list[Bookmark] = []
    for one in bookmarks:
        del path[one.level :]
        (path[-1].below if path else roots).append(one)
        path.append(one)
    return roots


def write_outline(file: PdfFile, bookmarks: Sequence[Bookmark]) -> int:
    """Write the outline; return the number of its root."""
    roots = nested(bookmarks)
    for one in bookmarks:
        one.number = file.reserve()
    root = file.reserve()
    _write_row(file, roots, root)
    return file.put(f"<< /Type /Outlines {_family(roots)} /Count {_shown(roots)} >>", root)


def _write_row(file: PdfFile, row: Sequence[Bookmark], parent: int) -> None:
    for index, one in enumerate(row):
        parts = [f"<< /Title {text_string(one.title)} /Dest {one.target} /Parent {parent} 0 R"]
        if index:
            parts.append(f"/Prev {row[index - 1].number} 0 R")
        if index + 1 < len(row):
            parts.append(f"/Next {row[index + 1].number} 0 R")
        if one.below:
            count = _shown(one.below) if one.is_open else -_shown(one.below)
            parts.append(f"{_family(one.below)} /Count {count}")
        file.put(" ".join([*parts, ">>"]), one.number)
        _write_row(file, one.below, one.number)


def _family(row: Sequence[Bookmark]) -> str:
    return f"/First {row[0].number} 0 R /Last {row[-1].number} 0 R"


def _shown(row: Sequence[Bookmark]) -> int:
    """Return how many lines show when these do."""
    return len(row) + sum(_shown(one.below) for one in row if one.below and one.is_open)
