"""`python -m bcp_planner`: the commands, without Qt; with no command, the window."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Sequence
from pathlib import Path


def opens_window(arguments: Sequence[str]) -> bool:
    """Tell whether the program was started for its window: with nothing, or a file alone.

    Commands have no ending; files of other programs are offered for import in the window.
    """
    if len(arguments) != 1:
        return not arguments
    return not arguments[0].startswith("-") and bool(Path(arguments[0]).suffix)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command, or open the window, and return the exit code."""
    words = sys.argv[1:] if arguments is None else list(arguments)
    if opens_window(words):
        # By name: this package works, and is checked, without the room that has the window.
        return importlib.import_module("ui.__main__").main(words)
    return run_command(words)


def run_command(words: Sequence[str]) -> int:
    """Run one command and return its exit code; an interrupt counts while it loads, too."""
    try:
        from bcp_planner import cli
    except KeyboardInterrupt:
        print("interrupted; nothing was changed", file=sys.stderr)
        return 130
    return cli.main(words)


if __name__ == "__main__":
    sys.exit(main())
