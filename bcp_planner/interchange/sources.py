"""The files of one import: single files and folders, read once and bounded."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bcp_planner.domain.errors import InputRefused
from bcp_planner.domain.files import file_problem, read_bytes
from bcp_planner.interchange import guards


@dataclass(frozen=True, slots=True)
class Source:
    """One file.

    Attributes:
        name: Its name for messages; with its folders when a folder was given.
        content: All its bytes.
        asked_for: Whether it was named itself, and not only lies in a folder that was named.
    """

    name: str
    content: bytes
    asked_for: bool = True

    @property
    def ending(self) -> str:
        """The ending of its name, lower case, with the dot."""
        return os.path.splitext(self.name)[1].lower()  # noqa: PTH122 - a name, not a path

    @property
    def stem(self) -> str:
        """The name without folders and ending."""
        return os.path.splitext(os.path.basename(self.name))[0]  # noqa: PTH119, PTH122


def gathered(paths: Sequence[Path]) -> list[Source]:
    """Return every file named, and every file in the folders named, in a stable order.

    Links and hidden files inside folders are left alone.

    Raises:
        FileProblem: if one cannot be read.
        InputRefused: if there are too many of them, or too much.
    """
    found: list[Source] = []
    room = guards.LARGEST_TOGETHER
    for path, name, asked_for in _files(paths):
        content = read_bytes(path, guards.LARGEST_FILE)
        room -= len(content)
        if room < 0 or len(found) >= guards.MOST_FILES:
            most = guards.LARGEST_TOGETHER // 1_000_000
            why = f"more than {guards.MOST_FILES:,} files or {most} MB; import it in parts"
            raise InputRefused(path.name, [why])
        found.append(Source(name, content, asked_for))
    return found


def _files(paths: Sequence[Path]) -> Iterator[tuple[Path, str, bool]]:
    for path in paths:
        if not path.is_dir():
            yield path, path.name, True
            continue
        try:
            for inner in sorted(_inside(path)):
                yield inner, inner.relative_to(path).as_posix(), False
        except OSError as error:
            raise file_problem(path, error) from error


def _inside(folder: Path) -> Iterator[Path]:
    for where, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            path = Path(where, name)
            if not name.startswith(".") and path.is_file() and not path.is_symlink():
                yield path
