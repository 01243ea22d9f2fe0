"""Opening the plan that a command names, and the scenario it speaks of."""

from __future__ import annotations

import argparse
import os
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from bcp_planner.domain.codec import shown
from bcp_planner.domain.entities import Failure, Scenario
from bcp_planner.domain.errors import FileProblem, InputRefused
from bcp_planner.domain.plan import Plan
from bcp_planner.session import PlanSession
from bcp_planner.storage.sealed import is_sealed

_PASSPHRASE_FILE = "BCP_PLANNER_PASSPHRASE_FILE"


def read(path: Path) -> Plan:
    """Return the plan in a plan file; a plan JSON is read as well.

    Raises:
        PlannerError: if it cannot be read.
    """
    if path.suffix.lower() == ".json":
        from bcp_planner.interchange import plan_json

        return plan_json.read_plan(path)
    with opened(path) as session:
        return session.plan


@contextmanager
def opened(path: Path, *, edit: bool = False) -> Generator[PlanSession]:
    """Open a plan file for the duration of a block; unless to edit, take it from nobody."""
    session = PlanSession.open(path, edit=edit, passphrase=passphrase_for(path))
    try:
        yield session
    finally:
        session.close()


def passphrase_for(path: Path) -> str | None:
    """Return what opens an encrypted plan; None for another, and when nothing is named.

    The passphrase is in a file, so that no list of processes or commands shows it.

    Raises:
        InputRefused: if a file is named that holds none.
    """
    named = os.environ.get(_PASSPHRASE_FILE)
    return first_line(Path(named), _PASSPHRASE_FILE) if named and is_sealed(path) else None


def first_line(path: Path, where: str) -> str:
    """Return the first line of a file, which is a passphrase.

    Args:
        path: The file.
        where: What named it, for messages.

    Raises:
        InputRefused: if it cannot be read or is empty.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputRefused(where, [f"{path} cannot be read as text"]) from error
    if not lines or not lines[0]:
        raise InputRefused(where, [f"the first line of {path} is empty"])
    return lines[0]


@contextmanager
def opened_for_edit(path: Path) -> Generator[PlanSession]:
    """Open a plan file for changing it; refuse when that is not possible."""
    with opened(path, edit=True) as session:
        refuse_read_only(session)
        yield session


def refuse_read_only(session: PlanSession) -> None:
    """Refuse a plan that cannot be changed, before anything is worked out for it."""
    if session.read_only:
        raise FileProblem(f"{session.path}: {session.read_only}")


def scenario_of(plan: Plan, arguments: argparse.Namespace) -> Scenario:
    """Return the scenario that ``--scenario`` or ``--fail`` names.

    Raises:
        InputRefused: if it names what the plan does not have.
    """
    if arguments.scenario is not None:
        return named_scenario(plan, arguments.scenario)
    fails: list[tuple[str, int]] = arguments.fail
    problems = [
        f"{shown(service)} is not a service of the plan"
        for service, _ in fails
        if service not in plan.services
    ]
    names = [service for service, _ in fails]
    problems += [f"{shown(n)} is named twice" for n in dict.fromkeys(names) if names.count(n) > 1]
    if problems:
        raise InputRefused("--fail", problems)
    failures = tuple(Failure(service=service, at=at) for service, at in fails)
    return Scenario(id="command-line", name="Failure of " + ", ".join(names), fails=failures)


def named_scenario(plan: Plan, scenario_id: str) -> Scenario:
    """Return a scenario of the plan by its id."""
    scenario = plan.scenarios.get(scenario_id)
    if scenario is None:
        known = ", ".join(plan.scenarios) or "none yet"
        raise InputRefused("--scenario", [f"{shown(scenario_id)} is not one of: {known}"])
    return scenario


def service_of(plan: Plan, service_id: str) -> str:
    """Return the id of a service, refused when the plan has no such service."""
    if service_id not in plan.services:
        raise InputRefused("SERVICE", [f"{shown(service_id)} is not a service of the plan"])
    return service_id
