"""Random use of the window for a long time: `python -m benchmarks.soak --minutes 60`.

A plan of 10,000 services is opened and edited, undone, looked at under scenarios, panned, zoomed
and searched, as a restless person would. Memory and open files are printed; both must end where
they were after the first tenth, when caches are full.
"""

from __future__ import annotations

import argparse
import gc
import os
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from ui.start_time import draw_without_screen

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from ui.main_window import MainWindow

GROWTH_MB = 150
"""How much memory may grow after the first tenth: undo keeps every value of the session."""


def main() -> int:
    """Run from the command line; 1 when memory or open files grow, or anything is raised."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--services", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    draw_without_screen()
    raised: list[str] = []
    sys.excepthook = lambda kind, error, _: raised.append(f"{kind.__name__}: {error}")
    with tempfile.TemporaryDirectory(prefix="bcp-planner-soak-") as folder:
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
            os.environ[name] = folder
        measured, done = soak(arguments, Path(folder))
    print(f"{sum(done.values())} actions: {dict(done)}")
    start, end = measured[max(1, len(measured) // 10)], measured[-1]
    grown, files = end[0] - start[0], end[1] - start[1]
    print(f"memory {start[0]:.0f} -> {end[0]:.0f} MB, open files {start[1]} -> {end[1]}")
    print(f"raised: {len(raised)}", *raised[:10], sep="\n  ")
    return 1 if raised or grown > GROWTH_MB or files > 3 else 0


def soak(
    arguments: argparse.Namespace, folder: Path
) -> tuple[list[tuple[float, int]], Counter[str]]:
    """Use the window and return memory (MB) and open files over time, and what was done."""
    from PySide6.QtCore import QSettings

    from bcp_planner.session import PlanSession
    from benchmarks.plans import layered
    from ui.app import application, new_window
    from ui.settings import Settings

    app = application([])
    store = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
    window = new_window(Settings(store))
    path = folder / "large.bcplan"
    PlanSession.create(path, layered(arguments.services)).close()
    window.show()
    window.files.open(path)
    chance = random.Random(arguments.seed)
    done: Counter[str] = Counter()
    measured: list[tuple[float, int]] = []
    end = time.monotonic() + arguments.minutes * 60
    pause = max(2.0, arguments.minutes * 60 / 60)
    due = time.monotonic()
    while time.monotonic() < end:
        done[act(window, app, chance)] += 1
        app.processEvents()
        if time.monotonic() >= due:
            gc.collect()
            measured.append(usage())
            print(f"{measured[-1][0]:7.0f} MB {measured[-1][1]:4} open files", flush=True)
            due += pause
    window.close()
    return measured, done


def act(window: MainWindow, app: QApplication, chance: random.Random) -> str:
    """Do one thing and return what it is called."""
    from bcp_planner.domain import edits

    space = window.space
    services = list(space.bridge.plan.services)
    name = chance.choice(services)
    kind = chance.choice(("rename", "undo", "redo", "select", "zoom", "show", "fail", "rest"))
    if kind == "rename":
        text = f"Service {chance.randrange(10**6)}"
        new = edits.update(space.bridge.plan, "services", name, name=text)
        space.bridge.edit("Rename", new)
    elif kind in ("undo", "redo"):
        action = window.actions_by_name[kind]
        if action.isEnabled():
            action.trigger()
    elif kind == "select":
        space.selection.set([name])
    elif kind == "zoom":
        chance.choice((window.canvas.zoom_in, window.canvas.zoom_out, window.canvas.fit))()
    elif kind == "show":
        window.show_services([name])
    elif kind == "fail":
        space.situation.try_failure([name])
    else:
        until = time.monotonic() + 0.3
        while time.monotonic() < until:
            app.processEvents()
    return kind


def usage() -> tuple[float, int]:
    """Return resident memory in MB and the number of open files, sockets and pipes."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6, sum(1 for _ in Path("/proc/self/fd").iterdir())


if __name__ == "__main__":
    sys.exit(main())
