"""Every command by name; the modules behind them are imported only when they run."""

from __future__ import annotations

import argparse
import importlib
from collections.abc import Callable, Mapping
from typing import cast

from bcp_planner.cli.output import Output

Command = Callable[[argparse.Namespace], Output]


def _in(module: str, function: str) -> Command:
    def run(arguments: argparse.Namespace) -> Output:
        found = importlib.import_module(f"bcp_planner.cli.{module}")
        return cast("Command", getattr(found, function))(arguments)

    return run


COMMANDS: Mapping[str, Command] = {
    "new": _in("file_commands", "new"),
    "import": _in("file_commands", "import_"),
    "export": _in("file_commands", "export"),
    "formats": _in("file_commands", "list_formats"),
    "schema": _in("file_commands", "schema"),
    "check": _in("analysis_commands", "check"),
    "objectives": _in("analysis_commands", "objectives"),
    "impact": _in("analysis_commands", "impact"),
    "recover": _in("analysis_commands", "recover"),
    "cutsets": _in("weak_point_commands", "cutsets"),
    "singles": _in("weak_point_commands", "singles"),
    "simulate": _in("uncertainty_commands", "simulate"),
    "compare": _in("uncertainty_commands", "compare"),
    "documents": _in("document_commands", "documents"),
    "print": _in("document_commands", "print_"),
    "tour": _in("document_commands", "tour"),
    "exercise": _in("exercise_commands", "exercise"),
    "actions": _in("exercise_commands", "actions"),
    "diagnose": _in("exercise_commands", "diagnose"),
    "verify-log": _in("exercise_commands", "verify_log"),
    "merge": _in("merge_commands", "merge"),
    "encrypt": _in("protection_commands", "encrypt"),
    "decrypt": _in("protection_commands", "decrypt"),
    "redact": _in("protection_commands", "redact"),
}
