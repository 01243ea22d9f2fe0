"""Random use of the window for a long time: `python -m benchmarks.soak --minutes 60`.

A plan of 10,000 services is opened, edited, undone, looked at under failures, dragged, zoomed and
searched, with every panel and some dialogs, as `benchmarks.restless` draws it. Each minute memory,
open files, widgets and objects are printed; the verdict compares the last fifth of the time with
the second fifth.
"""

from __future__ import annotations

import argparse
import gc
import os
import random
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.restless import ACTS, Act, Person
from ui.start_time import draw_without_screen

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


GROWTH_MB = 25
"""How much memory may grow from the second to the last fifth."""
GROWTH_FILES, GROWTH_WIDGETS = 3, 60
_BETWEEN_ACTS_MS = 20
_REST_MS = 300
_ACTS_A_REST = 8
_RENAMES, _LOOKS, _ROUNDS = 80, 100, 3
"""With so many of them what is kept up to a bound is full before the clock runs."""


class Usage(NamedTuple):
    """What the process holds at one moment."""

    megabytes: float
    files: int
    widgets: int
    objects: int

    def line(self, minutes: float) -> str:
        """Return it as one line."""
        return (
            f"{minutes:6.1f} min {self.megabytes:7.0f} MB {self.files:4} open files "
            f"{self.widgets:6,} widgets {self.objects:10,} objects"
        )


def main() -> int:
    """Run from the command line; 1 when memory or handles grow, or anything is raised."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--services", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    draw_without_screen()
    with tempfile.TemporaryDirectory(prefix="bcp-planner-soak-") as folder:
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
            os.environ[name] = folder
        soak = Soak(arguments, Path(folder))
        soak.run()
    print(f"{sum(soak.done.values())} acts: {dict(soak.done)}")
    print(f"raised: {len(soak.raised)}", *soak.raised[:10], sep="\n  ")
    grown = growth(soak.measured)
    print(f"from the second to the last fifth: {grown}")
    kept = not soak.raised and not grown.is_too_much
    print("flat" if kept else "NOT flat")
    return 0 if kept else 1


class Growth(NamedTuple):
    """What the last fifth holds more than the second, by medians."""

    megabytes: float
    files: float
    widgets: float

    @property
    def is_too_much(self) -> bool:
        """Whether something is not let go."""
        return (
            self.megabytes > GROWTH_MB or self.files > GROWTH_FILES or self.widgets > GROWTH_WIDGETS
        )

    def __str__(self) -> str:
        """Return it in words, with the limits."""
        return (
            f"{self.megabytes:+.0f} MB (limit {GROWTH_MB}), {self.files:+.0f} open files "
            f"(limit {GROWTH_FILES}), {self.widgets:+.0f} widgets (limit {GROWTH_WIDGETS})"
        )


def growth(measured: Sequence[Usage]) -> Growth:
    """Compare the last fifth of what was measured with the second one."""
    fifth = max(1, len(measured) // 5)
    early, late = measured[fifth : 2 * fifth] or measured[:1], measured[-fifth:]

    def more(read: Callable[[Usage], float]) -> float:
        return statistics.median(map(read, late)) - statistics.median(map(read, early))

    return Growth(more(lambda u: u.megabytes), more(lambda u: u.files), more(lambda u: u.widgets))


class Soak:
    """A window in random use; acts come from a timer, so that everything runs as in real use."""

    def __init__(self, arguments: argparse.Namespace, folder: Path) -> None:
        from PySide6.QtCore import QSettings, QTimer

        from bcp_planner.session import PlanSession
        from benchmarks.plans import layered
        from ui.app import application, new_window
        from ui.settings import Settings

        self.app: QApplication = application([])
        store = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
        self.window = new_window(Settings(store))
        self.path = folder / "large.bcplan"
        PlanSession.create(self.path, layered(arguments.services)).close()
        self.person = Person(self.window, random.Random(arguments.seed))
        self.raised: list[str] = []
        sys.excepthook = lambda _, error, __: self._note(error)
        self.done: Counter[str] = Counter()
        self.measured: list[Usage] = []
        self.seconds = arguments.minutes * 60
        self.between = min(60.0, self.seconds / 20)
        self.timer = QTimer(singleShot=True, interval=_BETWEEN_ACTS_MS)
        self.timer.timeout.connect(self._on_time)

    def run(self) -> None:
        """Use the window until the time is over."""
        self.window.show()
        self.window.files.open(self.path)
        self._fill()
        self.done.clear()
        self.begun = self.due = time.monotonic()
        self.timer.start()
        self.app.exec()

    def _fill(self) -> None:
        """Fill what is kept up to a bound: compiled analyses, steps of undo, pictures of cards."""
        canvas, hub = self.window.canvas, self.window.space.hub
        hub.warm()  # as the program does after its start; compiling takes 50 MB, once
        while hub.warming or hub.busy:
            self.app.processEvents()
            time.sleep(_BETWEEN_ACTS_MS / 1000)
        for act in ACTS * _ROUNDS:
            self._do(act)
            self.app.processEvents()
        for _ in range(_RENAMES):
            self.person.rename()
            self.app.processEvents()
        for _ in range(_LOOKS):
            self.person.show()
            canvas.viewport().repaint()

    def _on_time(self) -> None:
        now = time.monotonic()
        if now >= self.due:
            self.due += self.between
            self._measure((now - self.begun) / 60)
        if now - self.begun >= self.seconds:
            self.window.close()
            self.app.quit()
            return
        self._do(self.person.any_act())
        rests = self.done.total() % _ACTS_A_REST == 0
        self.timer.start(_REST_MS if rests else _BETWEEN_ACTS_MS)

    def _do(self, act: Act) -> None:
        self.done[act.__name__] += 1
        try:
            act(self.person)
        except Exception as error:  # whatever it is, it is counted and the hour goes on
            self._note(error)

    def _note(self, error: BaseException) -> None:
        self.raised.append(f"{type(error).__name__}: {error}")

    def _measure(self, minutes: float) -> None:
        gc.collect()
        self.measured.append(usage(self.app))
        print(self.measured[-1].line(minutes), flush=True)


def usage(app: QApplication) -> Usage:
    """Return resident memory in MB, open files, sockets and pipes, widgets, and Python objects."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    memory = pages * os.sysconf("SC_PAGE_SIZE") / 1e6
    files = sum(1 for _ in Path("/proc/self/fd").iterdir())
    objects = len(gc.get_objects()) + gc.get_freeze_count()
    return Usage(memory, files, len(app.allWidgets()), objects)


if __name__ == "__main__":
    sys.exit(main())
