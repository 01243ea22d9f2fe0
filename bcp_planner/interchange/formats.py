"""The formats that can be read and written, and how they are recognised.

A format is one module; it is listed in ``readers`` or ``writers`` with the endings of its files.
Modules are imported only when they are needed, because some bring large libraries along.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bcp_planner.domain.codec import one_line, shown
from bcp_planner.domain.entities import Scenario
from bcp_planner.domain.errors import InputRefused
from bcp_planner.domain.files import write_bytes
from bcp_planner.domain.plan import Plan
from bcp_planner.interchange.draft import Wishes
from bcp_planner.interchange.incoming import Incoming, Skipped
from bcp_planner.interchange.readers import READERS, Reader
from bcp_planner.interchange.sources import Source
from bcp_planner.interchange.writers import WRITERS, Writer


@dataclass(frozen=True, slots=True)
class Group:
    """Files that are read together as one format."""

    reader: Reader
    sources: tuple[Source, ...]

    @property
    def label(self) -> str:
        """The names of the files, for messages."""
        names = [source.name for source in self.sources]
        return ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")  # noqa: PLR2004


def grouped(sources: Iterable[Source], name: str | None) -> tuple[list[Group], list[Skipped]]:
    """Return the files by the format they are read as, and those in folders that are none.

    Args:
        sources: The files of one import.
        name: The format they all are, or None to recognise each.

    Raises:
        InputRefused: if the format of a file that was asked for is not known.
    """
    together: dict[str, list[Source]] = {}
    groups: list[tuple[Reader, list[Source]]] = []
    skipped: list[Skipped] = []
    for source in sources:
        reader = _reader(name) if name else recognised(source)
        if reader is None and source.asked_for:
            raise InputRefused(source.name, [f"its format is not known; {_choose_reader()}"])
        if reader is None:
            skipped.append(Skipped(one_line(source.name), "no format that can be read"))
        elif not reader.together or reader.name not in together:
            groups.append((reader, together.setdefault(reader.name, [source])))
            if not reader.together:
                groups[-1] = (reader, [source])
        else:
            together[reader.name].append(source)
    return [Group(reader, tuple(files)) for reader, files in groups], skipped


def recognised(source: Source) -> Reader | None:
    """Return the format of a file by its content and its name."""
    head = source.content[:200_000].lstrip(b"\xef\xbb\xbf \t\r\n")
    for reader in READERS:
        if source.ending in reader.endings and reader.fits(head, source):
            return reader
    return None


def read(group: Group, wishes: Wishes) -> Incoming:
    """Return what files of one format bring.

    Raises:
        InputRefused: if one cannot be used; the sentence says which and why.
    """
    try:
        return group.reader.read(group.sources, wishes)
    except InputRefused as error:
        if str(error) == "; ".join(error.problems):  # it does not say which files
            raise InputRefused(group.label, error.problems) from error
        raise


def write(plan: Plan, target: Path, name: str | None, scenario: Scenario | None = None) -> None:
    """Write a plan to a file in the named format, or the one its ending tells.

    Args:
        plan: The plan.
        target: The file to write.
        name: The format, or None to take it from the ending.
        scenario: Whose recovery order is written, by formats that show one.

    Raises:
        InputRefused: if the format is not known, cannot hold this plan, or lacks a scenario.
        FileProblem: if the file cannot be written.
    """
    writer = _writer(target, name)
    if writer.write_recovery is None:
        write_bytes(target, writer.write(plan) if writer.write else b"")
        return
    if scenario is None:
        known = ", ".join(plan.scenarios) or "none yet"
        why = f"a recovery order is of a scenario; name one with --scenario: {known}"
        raise InputRefused(target.name, [why])
    write_bytes(target, writer.write_recovery(plan, scenario))


def shows_recovery(target: Path) -> bool:
    """Whether the format that the name of a file tells shows the recovery order of a scenario."""
    named = (w for w in WRITERS if target.name.lower().endswith(w.endings))
    return next((writer.write_recovery is not None for writer in named), False)


def _writer(target: Path, name: str | None) -> Writer:
    for writer in WRITERS:
        if writer.name == name or (name is None and target.name.lower().endswith(writer.endings)):
            return writer
    known = ", ".join(writer.name for writer in WRITERS)
    what = f"{shown(name)} is no format that can be written"
    if not name:
        what = "the format is not known by its name; say it with --as"
    raise InputRefused(target.name, [f"{what}; choose one of: {known}"])


def _reader(name: str) -> Reader:
    for reader in READERS:
        if reader.name == name:
            return reader
    raise InputRefused(
        "--from", [f"{shown(name)} is no format that can be read; {_choose_reader()}"]
    )


def _choose_reader() -> str:
    return "choose one of: " + ", ".join(reader.name for reader in READERS)


def reader_names() -> Sequence[tuple[str, str]]:
    """Return name and title of every format that can be read."""
    return [(reader.name, reader.title) for reader in READERS]


def written_kinds() -> Sequence[tuple[str, tuple[str, ...]]]:
    """Return title and endings of every format that can be written, for file dialogs."""
    return [(writer.title, writer.endings) for writer in WRITERS]


def endings() -> tuple[str, ...]:
    """Return every ending of a file that can be read, for file dialogs."""
    return tuple(dict.fromkeys(ending for reader in READERS for ending in reader.endings))
