"""The formats that can be read and written, and how they are recognised.

A format is one module; it is listed here with the endings of its files. Modules are imported only
when they are needed, because some bring large libraries along.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bcp_planner.domain.codec import shown
from bcp_planner.domain.errors import InputRefused
from bcp_planner.domain.files import write_bytes
from bcp_planner.domain.plan import Plan
from bcp_planner.interchange.incoming import Incoming


@dataclass(frozen=True, slots=True)
class Format:
    """One format.

    Attributes:
        name: What ``--from`` and ``--as`` call it.
        title: What people call it.
        endings: Endings of its files, lower case, with the dot.
        read: Returns what one file brings, or None when the format cannot be read.
        write: Returns the bytes of a plan, or None when the format cannot be written.
    """

    name: str
    title: str
    endings: tuple[str, ...]
    read: Callable[[Path], Incoming] | None = None
    write: Callable[[Plan], bytes] | None = None


def _read_plan_json(path: Path) -> Incoming:
    from bcp_planner.interchange import plan_json

    return plan_json.read(path)


def _write_plan_json(plan: Plan) -> bytes:
    from bcp_planner.interchange import plan_json

    return plan_json.to_text(plan).encode()


FORMATS: tuple[Format, ...] = (
    Format("plan-json", "Plan as JSON", (".json",), _read_plan_json, _write_plan_json),
)


def read_all(sources: Sequence[Path], name: str | None) -> Iterator[tuple[Incoming, str]]:
    """Yield what each source brings, with the name of the source for messages."""
    for source in sources:
        reader = _chosen(name, source, "read").read
        if reader is not None:
            yield reader(source), source.name


def write(plan: Plan, target: Path, name: str | None) -> None:
    """Write a plan to a file in the named format, or the one its ending tells."""
    writer = _chosen(name, target, "written").write
    if writer is not None:
        write_bytes(target, writer(plan))


def _chosen(name: str | None, path: Path, purpose: str) -> Format:
    """Return the format asked for, or the one the file's name tells."""
    usable = [f for f in FORMATS if (f.read if purpose == "read" else f.write) is not None]
    for candidate in usable:
        if candidate.name == name or (
            name is None and path.name.lower().endswith(candidate.endings)
        ):
            return candidate
    known = ", ".join(candidate.name for candidate in usable)
    what = f"{shown(name)} is no format" if name else "the format is not known by its name"
    raise InputRefused(path.name, [f"{what} that can be {purpose}; choose one of: {known}"])
