"""How long the real window does not answer: opening, typing, edits, selections, results.

Each act is done in a window with all panels and a file, and events are handled until every
analysis has answered; the longest time in one piece that the drawing thread works is the pause.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from bcp_planner.domain import edits
from bcp_planner.domain.durations import HOUR
from bcp_planner.domain.plan import Plan
from bcp_planner.session import PlanSession
from benchmarks.canvas.figures import Figure, spent
from benchmarks.plans import layered
from ui.app import new_window
from ui.main_window import MainWindow
from ui.settings import Settings

_PAUSE_MS = 50.0
_BULK_MS = 100.0
_OPENING_MS = 1500.0
_SETTLED_S = 0.4
_LONGEST_S = 60.0


def figures(count: int, folder: Path) -> Iterator[Figure]:
    """Measure one window with a plan of so many services; its file is written to the folder."""
    path = folder / "large.bcplan"
    PlanSession.create(path, layered(count)).close()
    settings = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
    window = new_window(Settings(settings))
    window.resize(1600, 1000)
    window.show()
    window.inspector.prepare()
    QApplication.processEvents()
    yield Figure("opening to first paint", _opening(window, path), _OPENING_MS)
    _pause(window, lambda: None)
    for name, act in _acts(window).items():
        target = _BULK_MS if name.startswith("all") else _PAUSE_MS
        yield Figure(f"longest pause: {name}", _pause(window, act), target)
    window.hide()
    window.space.hub.cancel()
    window.space.bridge.close()


def _opening(window: MainWindow, path: Path) -> float:
    def act() -> None:
        window.files.open(path)
        window.canvas.viewport().repaint()

    return spent(act)


def _acts(window: MainWindow) -> dict[str, Callable[[], object]]:
    space = window.space
    ids = list(space.bridge.plan.services)
    one, other = ids[len(ids) // 2], ids[-1]

    def edit(change: Callable[[Plan], Plan]) -> Callable[[], object]:
        return lambda: space.bridge.edit("Edit", change(space.bridge.plan))

    def set_on_one(**values: object) -> Callable[[], object]:
        return edit(lambda plan: edits.update(plan, "services", one, **values))

    return {
        "a service selected": lambda: space.selection.set([one]),
        "another selected": lambda: space.selection.set([other]),
        "a letter typed": lambda: _type(window, "x"),
        "Enter after typing": lambda: _press_enter(window),
        "renamed": set_on_one(name="Another name"),
        "RTO set": set_on_one(rto=9 * HOUR),
        "moved": set_on_one(position=(10.0, 20.0)),
        "connected": edit(lambda plan: edits.connect(plan, ids[3], [other])),
        "undone": space.bridge.undo,
        "deleted": edit(lambda plan: edits.remove(plan, "services", [one])),
        "deletion undone": space.bridge.undo,
        "all selected": lambda: space.selection.set(ids),
        "one selected after all": lambda: space.selection.set([other]),
        "a scenario's results": lambda: space.situation.try_failure([other]),
        "another moment": lambda: space.situation.move_to(HOUR),
        "renamed under a scenario": set_on_one(name="Yet another name"),
    }


def _field(window: MainWindow) -> QWidget:
    editor = window.inspector.services.form.editors["name"]
    return editor.focusProxy() or editor


def _type(window: MainWindow, text: str) -> None:
    _field(window).setFocus()
    QTest.keyClicks(_field(window), text)


def _press_enter(window: MainWindow) -> None:
    QTest.keyClick(_field(window), Qt.Key.Key_Return)


def _pause(window: MainWindow, act: Callable[[], object]) -> float:
    """Return the longest piece of work from an act until all is quiet again."""
    longest = spent(act)
    begun = quiet = time.monotonic()
    while time.monotonic() - quiet < _SETTLED_S and time.monotonic() - begun < _LONGEST_S:
        longest = max(longest, spent(QApplication.processEvents))
        if window.space.hub.busy:
            quiet = time.monotonic()
        time.sleep(0.002)
    return longest
