"""Commands that print documents, and the tour of the main job."""

from __future__ import annotations

import argparse
import datetime
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bcp_planner import documents as room
from bcp_planner.analysis.impact import impact
from bcp_planner.analysis.recovery import recover
from bcp_planner.analysis.results import State
from bcp_planner.cli import plans
from bcp_planner.cli.analysis_commands import impact_lines, recovery_lines
from bcp_planner.cli.file_commands import sample
from bcp_planner.cli.output import Output, table
from bcp_planner.documents.selection import GROUPINGS
from bcp_planner.domain.codec import shown
from bcp_planner.domain.entities import Scenario
from bcp_planner.domain.errors import InputRefused
from bcp_planner.domain.plan import Plan


def documents(_: argparse.Namespace) -> Output:
    """List the kinds of documents."""
    kinds = room.KINDS.values()
    return Output(
        {
            "documents": [
                {"id": k.id, "title": k.title, "scenario": k.needs_scenario, "text": k.description}
                for k in kinds
            ]
        },
        lambda: table(
            ("document", "title", "scenario"),
            ((k.id, k.title, "needed" if k.needs_scenario else "") for k in kinds),
        ),
    )


def print_(arguments: argparse.Namespace) -> Output:
    """Write one document as PDF, or as Word."""
    kind = room.KINDS.get(arguments.document)
    if kind is None:
        known = ", ".join(room.KINDS)
        raise InputRefused("DOCUMENT", [f"{shown(arguments.document)} is not one of: {known}"])
    plan = plans.read(arguments.plan)
    scenario: Scenario | None = None
    if arguments.scenario is not None:
        scenario = plans.named_scenario(plan, arguments.scenario)
    elif kind.needs_scenario:
        known = ", ".join(plan.scenarios) or "none; add a scenario to the plan first"
        raise InputRefused("--scenario", [f"{kind.title} needs one of: {known}"])
    target: Path = arguments.output
    options = room.Options(
        paper=arguments.paper,
        copy_number=arguments.copy,
        contacts=not arguments.no_contacts,
        services=arguments.services,
        groups=_groups(kind, arguments),
        event=arguments.event,
        password=_password(arguments.password_file),
    )
    approved = plans.read(arguments.since) if arguments.since is not None else None
    room.render(
        kind.id,
        plan,
        target,
        scenario=scenario,
        options=options,
        now=_now(),
        approved=approved,
    )
    return Output({"written": str(target)}, lambda: [f"{target}: written"])


def _groups(kind: room.Kind, arguments: argparse.Namespace) -> tuple[tuple[str, str], ...]:
    """Return the groups of services that were asked for."""
    found = tuple((by, name) for by in GROUPINGS for name in getattr(arguments, by))
    if found and not kind.takes_services:
        raise InputRefused(f"--{found[0][0]}", [f"{kind.title} is always about the whole plan"])
    return found


def _password(path: Path | None) -> str:
    """Return the first line of a file; a password on the command line could be seen by others."""
    if path is None:
        return ""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputRefused("--password-file", [f"{path} cannot be read as text"]) from error
    if not lines or not lines[0].strip():
        raise InputRefused("--password-file", [f"{path} has no password in its first line"])
    return lines[0]


def _now() -> datetime.datetime:
    return datetime.datetime.now().astimezone()


def tour(arguments: argparse.Namespace) -> Output:
    """Do the main job on a sample: blast radius, recovery order and runbook of its worst case."""
    plan = sample(arguments.sample)
    scenario = worst_scenario(plan)
    # A new folder of its own: a fixed name in the common one may be another user's.
    folder = arguments.folder or Path(tempfile.mkdtemp(prefix="bcp-planner-"))
    target: Path = folder / f"{arguments.sample}-runbook.pdf"
    room.render("runbook", plan, target, scenario=scenario, options=room.Options(), now=_now())

    def lines() -> Iterator[str]:
        yield f"{plan.info.name}: {len(plan.services)} services"
        yield ""
        yield from impact_lines(plan, scenario, impact(plan, scenario))
        yield ""
        yield from recovery_lines(plan, scenario, recover(plan, scenario))
        yield ""
        yield f"Runbook written to {target}"

    return Output({"scenario": scenario.id, "runbook": str(target)}, lines)


def worst_scenario(plan: Plan) -> Scenario:
    """Return the scenario that takes most services down; the first of equals.

    Raises:
        InputRefused: if the plan has no scenario.
    """
    if not plan.scenarios:
        raise InputRefused(plan.info.name, ["the plan has no scenario yet; add one first"])
    return max(plan.scenarios.values(), key=lambda scenario: _services_down(plan, scenario))


def _services_down(plan: Plan, scenario: Scenario) -> int:
    states = impact(plan, scenario).services.values()
    return sum(found.state is State.DOWN for found in states)
