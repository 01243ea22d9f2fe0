"""The command line: every command works without a display and without importing Qt."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from bcp_planner.cli.arguments import UsageError, parse
from bcp_planner.domain.errors import PlannerError

DONE, FINDINGS, UNUSABLE, INTERRUPTED = 0, 1, 2, 130


def main(words: Sequence[str]) -> int:
    """Run one command and return its exit code (interface.md, command line)."""
    _write_utf8()
    try:
        arguments = parse(words)
        output = arguments.run(arguments)
        print(output.json_text() if arguments.json else output.text())
        sys.stdout.flush()
    except KeyboardInterrupt:
        print("interrupted; nothing was changed", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of our output (head, less) has gone; the rest has nowhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except SystemExit as end:  # --help and --version
        return int(end.code or 0)
    except (PlannerError, UsageError) as problem:
        print(f"bcp-planner: {' '.join(str(problem).splitlines())}", file=sys.stderr)
        return UNUSABLE
    except OSError as problem:
        print(f"bcp-planner: {problem}; the output could not be written", file=sys.stderr)
        return UNUSABLE
    return output.exit_code


def _write_utf8() -> None:
    """Write UTF-8 whatever the terminal's locale says; plans hold every script."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
