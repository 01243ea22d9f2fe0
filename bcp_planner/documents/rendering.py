"""From a plan to a file: analyse, write the document, put it on disk."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from bcp_planner.documents.kinds import KINDS
from bcp_planner.documents.options import PAPERS, Options
from bcp_planner.domain.entities import Scenario
from bcp_planner.domain.errors import InputRefused
from bcp_planner.domain.plan import Plan

if TYPE_CHECKING:
    from bcp_planner.analysis.results import Recovery
    from bcp_planner.documents.edition import Edition
    from bcp_planner.documents.story import Document

Progress: TypeAlias = Callable[[float], None]
"""Called with the share that is done, 0 to 1; raises `Cancelled` to stop the work."""


@dataclass(frozen=True, slots=True)
class Printed:
    """What was written.

    Attributes:
        path: The file.
        pages: How many pages it has.
    """

    path: Path
    pages: int


def render(  # noqa: PLR0913
    kind: str,
    plan: Plan,
    target: Path,
    *,
    scenario: Scenario | None = None,
    options: Options | None = None,
    now: datetime.datetime,
    recovery: Recovery | None = None,
    progress: Progress | None = None,
) -> Printed:
    """Write one document of a plan as PDF; an existing file is replaced only by a complete one.

    Args:
        kind: An id in `KINDS`.
        plan: The plan.
        target: The file to write.
        scenario: Which scenario the document is about, for kinds that need one.
        options: Paper, copy number, contacts.
        now: Date and time that is printed; with the same one the bytes are the same.
        recovery: The recovery order to print; worked out when not given.
        progress: Told the share that is done; may raise `Cancelled`.

    Raises:
        InputRefused: if the kind or paper is unknown or the scenario is missing.
        FileProblem: if the file cannot be written; nothing was changed.
        Cancelled: if `progress` asked to stop; nothing was changed.
    """
    from bcp_planner.documents import output

    chosen = _checked(options or Options())
    report = progress or _silent
    document = _document(kind, plan, scenario, chosen, now, recovery)
    report(0.2)
    data, pages = output.pdf_bytes(
        document, paper_name=chosen.paper, progress=lambda share: report(0.2 + 0.8 * share)
    )
    output.write_whole(target, data)
    return Printed(target, pages)


def _silent(share: float) -> None:
    """Take a share of progress and do nothing."""


def _checked(options: Options) -> Options:
    """Return the options with the paper by its proper name."""
    for paper in PAPERS:
        if paper.casefold() == options.paper.casefold():
            return replace(options, paper=paper)
    raise InputRefused(options.paper, [f"no such paper; choose {' or '.join(PAPERS)}"])


def _document(
    kind: str,
    plan: Plan,
    scenario: Scenario | None,
    options: Options,
    now: datetime.datetime,
    recovery: Recovery | None,
) -> Document:
    found = KINDS.get(kind)
    if found is None:
        raise InputRefused(kind, [f"no such document; there are: {', '.join(KINDS)}"])
    if found.needs_scenario and scenario is None:
        raise InputRefused(found.title, ["choose a scenario for it"])
    from bcp_planner.documents.edition import Edition

    return _runbook(Edition(plan, options, now), scenario or Scenario(id=""), recovery)


def _runbook(edition: Edition, scenario: Scenario, recovery: Recovery | None) -> Document:
    from bcp_planner.analysis.impact import impact
    from bcp_planner.documents.case import case
    from bcp_planner.documents.runbook import runbook

    plan = edition.plan
    if recovery is None:
        from bcp_planner.analysis.recovery import recover

        recovery = recover(plan, scenario)
    return runbook(case(plan, scenario, impact(plan, scenario), recovery), edition)
