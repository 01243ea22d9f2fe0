"""From a plan to a file: analyse, write the document, put it on disk."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from bcp_planner.documents.kinds import KINDS, Kind
from bcp_planner.documents.options import LARGE_PAPERS, PAPERS, Options
from bcp_planner.documents.orders import Orders
from bcp_planner.documents.selection import in_words, named, services_of
from bcp_planner.domain.codec import shown
from bcp_planner.domain.entities import Scenario
from bcp_planner.domain.errors import InputRefused
from bcp_planner.domain.files import write_bytes
from bcp_planner.domain.plan import Plan

if TYPE_CHECKING:
    from bcp_planner.documents.story import Document

Progress: TypeAlias = Callable[[float], None]
"""Called with the share that is done, 0 to 1; raises `Cancelled` to stop the work."""


@dataclass(frozen=True, slots=True)
class Printed:
    """What was written.

    Attributes:
        path: The file.
        pages: How many pages it has; 0 for a Word file, which has none before it is opened.
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
    orders: Orders | None = None,
    approved: Plan | None = None,
    progress: Progress | None = None,
) -> Printed:
    """Write one document of a plan; an existing file is replaced only by a complete one.

    Args:
        kind: An id in `KINDS`.
        plan: The plan.
        target: The file to write: Word when its name ends in `.docx`, PDF otherwise.
        scenario: Which scenario the document is about, for kinds that need one.
        options: Paper, copy number, contacts, services, password.
        now: Date and time that is printed; with the same one the bytes are the same.
        orders: The recovery orders to print; worked out when not given.
        approved: The plan as it was last approved, for the list of changes since.
        progress: Told the share that is done; may raise `Cancelled`.

    Raises:
        InputRefused: if the kind, the paper or a service is unknown, the scenario is missing, or
            the kind cannot be written as Word.
        FileProblem: if the file cannot be written; nothing was changed.
        Cancelled: if `progress` asked to stop; nothing was changed.
    """
    from bcp_planner.documents import output

    chosen = options or Options()
    report = progress or _silent
    word = target.suffix.lower() == ".docx"
    _check_word(kind, chosen, word=word)
    document = compose(
        kind,
        plan,
        scenario=scenario,
        options=chosen,
        now=now,
        orders=orders,
        approved=approved,
        progress=report,
    )
    report(0.2)
    if word:
        from bcp_planner.documents import word_file

        write_bytes(
            target, word_file.docx_bytes(document, now=now, paper_name=_checked(chosen).paper)
        )
        report(1.0)
        return Printed(target, 0)
    data, pages = output.pdf_bytes(
        document,
        paper_name=_checked(chosen).paper,
        progress=lambda share: report(0.2 + 0.8 * share),
        password=chosen.password,
    )
    write_bytes(target, data)
    return Printed(target, pages)


def compose(  # noqa: PLR0913
    kind: str,
    plan: Plan,
    *,
    scenario: Scenario | None = None,
    options: Options | None = None,
    now: datetime.datetime,
    orders: Orders | None = None,
    approved: Plan | None = None,
    progress: Progress | None = None,
) -> Document:
    """Return one document of a plan, ready for `output.pdf_bytes`; arguments as in `render`.

    Raises:
        InputRefused: as `render` does.
    """
    found = KINDS.get(kind)
    if found is None:
        raise InputRefused(kind, [f"no such document; there are: {', '.join(KINDS)}"])
    if found.needs_scenario and scenario is None:
        raise InputRefused(found.title, ["choose a scenario for it"])
    chosen = _checked(options or Options())
    for key in chosen.services:
        if key not in plan.services:
            raise InputRefused("services", [f"{shown(key)} is no service of the plan"])
    chosen = _narrowed(plan, found, chosen)
    from bcp_planner.documents.edition import Edition
    from bcp_planner.documents.subject import Subject

    edition = Edition(plan, chosen, now, approved)
    about = scenario if found.needs_scenario or found.takes_scenario else None
    return found.document(Subject(edition, about, orders, progress))


def _narrowed(plan: Plan, kind: Kind, options: Options) -> Options:
    """Return the options with the services of the chosen groups, for kinds that can be of some."""
    if not kind.takes_services:
        return replace(options, services=(), groups=())
    if not options.groups:
        return options
    options = replace(options, groups=named(plan, options.groups))
    found = services_of(plan, options.groups)
    if not options.services:
        return replace(options, services=found)
    both = tuple(key for key in options.services if key in set(found))
    if not both:
        raise InputRefused("services", [f"none is of {in_words(options.groups)}"])
    return replace(options, services=both)


def _check_word(kind: str, options: Options, *, word: bool) -> None:
    found = KINDS.get(kind)
    if not word or found is None:
        return
    if not found.word:
        able = ", ".join(one.id for one in KINDS.values() if one.word)
        raise InputRefused(found.title, [f"only as PDF; Word files can be made of: {able}"])
    if options.password:
        raise InputRefused(found.title, ["a password can only protect a PDF file"])


def _silent(share: float) -> None:
    """Take a share of progress and do nothing."""


def _checked(options: Options) -> Options:
    """Return the options with the paper by its proper name."""
    papers = (*PAPERS, *LARGE_PAPERS)
    for paper in papers:
        if paper.casefold() == options.paper.casefold():
            return replace(options, paper=paper)
    raise InputRefused(options.paper, [f"no such paper; choose {', '.join(papers)}"])
