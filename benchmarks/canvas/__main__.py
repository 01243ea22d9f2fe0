"""Speed of the canvas and the window: `python -m benchmarks.canvas [--json] [SERVICES]`.

No screen is needed. Ends with 1 when a target is missed.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.canvas import layouts
from benchmarks.canvas.figures import Figure, as_json, spent, table

_PARTS = ("layout", "frames", "window")


def main() -> int:
    """Measure everything, or the parts that are named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("services", nargs="?", type=int, default=10_000)
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    parser.add_argument("--only", choices=_PARTS, action="append", help="only this part")
    arguments = parser.parse_args()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    loop = spent(lambda: sum(range(10_000_000)))
    with tempfile.TemporaryDirectory(prefix="bcp-planner-canvas-") as folder:
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
            os.environ[name] = folder
        wanted = frozenset(arguments.only or _PARTS)
        found = list(_measured(arguments.services, Path(folder), wanted))
    if arguments.json:
        print(as_json(found))
    else:
        print(f"adding ten million numbers takes {loop:.0f} ms here; compare with that in mind")
        print(table(found))
    return 0 if all(figure.kept for figure in found) else 1


def _measured(count: int, folder: Path, wanted: frozenset[str]) -> Iterator[Figure]:
    if "layout" in wanted:
        yield from layouts.figures()
    from ui.app import application

    kept = application([])
    from benchmarks.canvas import frames, pauses

    if "frames" in wanted:
        yield from frames.figures(count)
    if "window" in wanted:
        yield from pauses.figures(count, folder)
    del kept


if __name__ == "__main__":
    sys.exit(main())
