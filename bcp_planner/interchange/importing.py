"""An import as one pure step: what the plan would become, and a report. Nothing is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bcp_planner.domain.collection import uncollected
from bcp_planner.domain.errors import InputRefused
from bcp_planner.domain.plan import Plan
from bcp_planner.interchange import formats
from bcp_planner.interchange.draft import Wishes
from bcp_planner.interchange.incoming import ImportReport, Incoming, Skipped, Term, merge
from bcp_planner.interchange.sources import Source


@dataclass(frozen=True, slots=True)
class Preview:
    """What an import would do.

    Attributes:
        plan: The plan as it would be.
        report: What would be added, changed and left out.
        terms: Words of the sources and what they become; another choice makes another preview.
        read_as: Name of each group of files and title of the format it was read as.
        is_own: Whether all files hold whole plans as this program writes them.
    """

    plan: Plan
    report: ImportReport
    terms: tuple[Term, ...]
    read_as: tuple[tuple[str, str], ...]
    is_own: bool = False


def preview(
    plan: Plan,
    sources: Sequence[Source],
    format_name: str | None = None,
    terms: Mapping[str, str] | None = None,
) -> Preview:
    """Return what importing files into a plan would do.

    Raises:
        InputRefused: if a file cannot be used; nothing is half done.
    """
    groups, left = formats.grouped(sources, format_name)
    if not groups:
        raise InputRefused("", ["there is no file in it that can be read"])
    reports: list[ImportReport] = []
    words: list[Term] = []
    with uncollected():
        for group in groups:
            incoming = formats.read(group, Wishes(terms or {}, plan))
            incoming = _with_silence_told(incoming, group)
            plan, report = merge(plan, incoming, group.label)
            reports.append(report)
            words.extend(incoming.terms)
    total = _summed(reports, tuple(left))
    read_as = tuple((group.label, group.reader.title) for group in groups)
    return Preview(plan, total, tuple(words), read_as, all(g.reader.is_own for g in groups))


def _with_silence_told(incoming: Incoming, group: formats.Group) -> Incoming:
    """Return what files bring, with a note when they say nothing about what needs what."""
    brought = {record.table for record in incoming.records}
    if "services" not in brought or "requirements" in brought or group.reader.is_own:
        return incoming
    why = "nothing in it says what needs what, so no requirement is made"
    return replace(incoming, skipped=(*incoming.skipped, Skipped(f"{group.label} (note)", why)))


def _summed(reports: Sequence[ImportReport], skipped: tuple[Skipped, ...]) -> ImportReport:
    added: dict[str, tuple[str, ...]] = {}
    changed: dict[str, tuple[str, ...]] = {}
    for report in reports:
        for total, part in ((added, report.added), (changed, report.changed)):
            for name, ids in part.items():
                total[name] = tuple(dict.fromkeys((*total.get(name, ()), *ids)))
        skipped += report.skipped
    return ImportReport(added, changed, skipped)
