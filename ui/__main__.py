"""Start of the program: `bcp-planner`, or `python -m ui`.

Commands are passed on before anything of Qt is imported, so that they work with no display.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from bcp_planner.__main__ import opens_window


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window, or run one command, and return the exit code.

    Args:
        arguments: Nothing for an empty window; a plan file; `--sample NAME` for a copy of a
            shipped sample; or a command with its own arguments.
    """
    words = sys.argv[1:] if arguments is None else list(arguments)
    if words[:1] == ["--sample"] and len(words) == 2:
        return _window(sample=words[1])
    if opens_window(words):
        return _window(plan=Path(words[0]) if words else None)
    from bcp_planner import cli

    return cli.main(words)


def _window(plan: Path | None = None, sample: str | None = None) -> int:
    from ui import app

    return app.run(plan=plan, sample=sample)


if __name__ == "__main__":
    sys.exit(main())
