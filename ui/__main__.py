"""Start of the program: `bcp-planner`, or `python -m ui`.

Commands are passed on before anything of Qt is imported, so that they work with no display.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from bcp_planner.__main__ import opens_window, run_command


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window, or run one command, and return the exit code.

    Args:
        arguments: Nothing for an empty window; a plan file; `--sample NAME` for a copy of a
            shipped sample; `--guide FOLDER` for the user guide as web pages; one of the words of
            `_WORDS`; or a command with its own arguments.
    """
    if getattr(sys, "frozen", False):
        import multiprocessing

        multiprocessing.freeze_support()  # a child process of ours ends in here
    words = sys.argv[1:] if arguments is None else list(arguments)
    if words[:1] == ["--sample"] and len(words) == 2:
        return _window(sample=words[1])
    if words[:1] == ["--guide"] and len(words) == 2:
        return _guide(Path(words[1]))
    if len(words) == 1 and words[0] in _WORDS:
        return _WORDS[words[0]]()
    if opens_window(words):
        return _window(plan=Path(words[0]) if words else None)
    return run_command(words)


def _window(plan: Path | None = None, sample: str | None = None) -> int:
    from ui import app

    return app.run(plan=plan, sample=sample)


def _guide(folder: Path) -> int:
    from ui import help as guide
    from ui.app import application
    from ui.start_time import draw_without_screen

    draw_without_screen()
    application(sys.argv[:1])
    print(guide.write_pages(folder)[0])
    return 0


def _self_test() -> int:
    from ui import self_test

    return self_test.main()


def _start_time() -> int:
    from ui import start_time

    return start_time.main()


def _one_start() -> int:
    from ui import app
    from ui.stopwatch import Stopwatch

    return app.run(watch=Stopwatch())


def _diagnose() -> int:
    from ui import diagnosis

    print(diagnosis.report())
    return 0


_WORDS: dict[str, Callable[[], int]] = {
    "--self-test": _self_test,
    "--start-time": _start_time,
    "--one-start": _one_start,
    "--diagnose": _diagnose,
}


if __name__ == "__main__":
    sys.exit(main())
