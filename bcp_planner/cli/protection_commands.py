"""Commands that keep a plan from eyes it is not meant for."""

from __future__ import annotations

import argparse
from pathlib import Path

from bcp_planner.cli import plans
from bcp_planner.cli.output import Output
from bcp_planner.domain.privacy import without_persons
from bcp_planner.session import PlanSession
from bcp_planner.storage import sealed


def encrypt(arguments: argparse.Namespace) -> Output:
    """Write a copy that opens with a passphrase only."""
    sealed.encrypt(arguments.plan, arguments.target, _passphrase(arguments.passphrase_file))
    return _written(arguments.target, "encrypted copy written")


def decrypt(arguments: argparse.Namespace) -> Output:
    """Write the plan file that an encrypted one holds."""
    sealed.decrypt(arguments.plan, arguments.target, _passphrase(arguments.passphrase_file))
    return _written(arguments.target, "plan written, readable by its owner only")


def redact(arguments: argparse.Namespace) -> Output:
    """Write a copy without personal data and without history, which would still hold it."""
    bare = without_persons(plans.read(arguments.plan))
    PlanSession.create(arguments.target, bare).close()
    return _written(arguments.target, "copy without personal data written")


def _written(target: Path, what: str) -> Output:
    return Output({"written": str(target)}, lambda: [f"{target}: {what}"])


def _passphrase(path: Path) -> str:
    return plans.first_line(path, "--passphrase-file")
