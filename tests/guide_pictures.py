"""The pictures of the user guide, taken from the real window with the hospital sample."""

from __future__ import annotations

import datetime
import json
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, TypeVar
from unittest import mock

from tests import architecture_picture
from tests.guide import LATE, READY_ON, SCENARIO

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.exercise.running import RunningTab
    from ui.main_window import MainWindow

T = TypeVar("T", bound="QWidget")

_SPREADSHEET = """Applications of the group,,,,
As of November,,,,
,,Recovery targets,,
Application,Owner,RTO,RPO,Depends on
Online shop,Sales,4 h,15 min,"Shop database, Payment provider"
Shop database,IT operations,2 h,15 min,Storage
Storage,IT operations,1 h,,
Payment provider,Finance,8 h,,
"""
_LONGEST_SECONDS = 60
_TALL = 460
_AROUND = "lims"
"""The service whose neighbourhood the canvas shows: what fails below it, what stops above it."""
_MINUTE = 60_000


class _Then(datetime.datetime):
    """The day of the figures in the guide: a picture taken on any other day is the same."""

    @classmethod
    def now(cls, tz: datetime.tzinfo | None = None) -> datetime.datetime:
        return datetime.datetime(READY_ON.year, READY_ON.month, READY_ON.day, 9, 30, tzinfo=tz)


_TELL_THE_DAY = (
    "ui.dialogs.print",
    "ui.exercise.log_writer",
    "ui.exercise.timing",
    "ui.programme.window",
)


def take(folder: Path) -> None:
    """Write every picture of the guide into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    _have_a_screen()
    for theme in ("light", "dark"):
        with _window(theme) as window:
            window.space.selection.set([LATE])
            window.canvas.focus(_AROUND)
            _let_pass(1.5)
            window.canvas.zoom_to(0.9 * window.canvas.camera.scale)
            _let_pass(0.5)
            window.grab().save(str(folder / f"window-{theme}.png"))
    with _window("light") as window, _on_the_day():
        for name, shown in _PICTURES.items():
            widget = shown(window)
            _wait(lambda: not window.space.hub.busy)
            _let_pass(0.5)
            widget.grab().save(str(folder / f"{name}.png"))
            if widget.isWindow():
                widget.close()
    architecture_picture.draw(folder / "architecture.png")  # in the font of the window


def _have_a_screen() -> None:
    """Let Qt draw in memory, on a screen of a usual size: panels stand as people see them."""
    size = {"x": 0, "y": 0, "width": 1920, "height": 1200, "logicalDpi": 96, "dpr": 1}
    with tempfile.NamedTemporaryFile("w", suffix=".json", delete=False) as file:
        json.dump({"screens": [{"name": "guide", **size}]}, file)
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={file.name}"
    from PySide6.QtWidgets import QApplication

    from ui.app import application

    if QApplication.instance() is None:
        application([])


@contextmanager
def _on_the_day() -> Iterator[None]:
    """Let the windows that show or write what day it is take it for the day of the figures."""
    clock = SimpleNamespace(**{**vars(datetime), "datetime": _Then})
    with ExitStack() as stack:
        for name in _TELL_THE_DAY:
            stack.enter_context(mock.patch.object(import_module(name), "datetime", clock))
        yield


@contextmanager
def _window(theme: str) -> Iterator[MainWindow]:
    """Open the window with the hospital sample and one of its scenarios."""
    with tempfile.TemporaryDirectory() as own:
        os.environ["XDG_DATA_HOME"] = own
        from PySide6.QtCore import QSettings

        from ui.app import new_window
        from ui.settings import Settings

        store = QSettings(f"{own}/settings.ini", QSettings.Format.IniFormat)
        store.setValue("theme", theme)
        window = new_window(Settings(store))
        window.resize(1560, 1040)
        window.show()
        window.files.open_sample("hospital")
        window.space.situation.choose(SCENARIO)
        _wait(lambda: not window.space.hub.busy and window.space.hub.recovery is not None)
        window.canvas.fit()
        _let_pass(1.5)
        yield window
        window.close()
        _let_pass(0.2)


def _inspector(window: MainWindow) -> QWidget:
    window.space.selection.set([LATE])
    return _dock(window, "inspector")


def _dock(window: MainWindow, name: str) -> QWidget:
    from PySide6.QtCore import Qt

    window.do.show_panel(name)
    found = window.docks[name]
    window.resizeDocks([found], [_TALL], Qt.Orientation.Vertical)
    _let_pass(0.2)
    return found


def _import(window: MainWindow) -> QWidget:
    from ui.dialogs.import_ import ImportDialog

    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "applications.csv"
        source.write_text(_SPREADSHEET, encoding="utf-8")
        window.files.add_from(source)
        return _shown(window, ImportDialog)


def _print(window: MainWindow) -> QWidget:
    from ui.dialogs.print import PrintDialog

    window.actions_by_name["print"].trigger()
    dialog = _shown(window, PrintDialog)
    dialog.resize(1200, 860)
    dialog.kind.setCurrentIndex(dialog.kind.findData("runbook"))
    dialog.preview()
    _wait(dialog.paper_button.isEnabled)  # the whole document, not its first pages
    dialog.page.setValue(5)
    return dialog


def _exercise(window: MainWindow) -> QWidget:
    from ui.exercise.board import ExerciseBoard

    window.actions_by_name["exercises"].trigger()
    board = _shown(window, ExerciseBoard)
    before = len(window.space.bridge.plan.events)
    board.prepare(SCENARIO, "tabletop")
    _wait(lambda: len(window.space.bridge.plan.events) > before)
    board.tabs.setCurrentWidget(board.running)
    _wait(lambda: board.running.forecast is not None)
    _play(board.running)
    return board


def _play(board: RunningTab) -> None:
    """Run the exercise for a while: injects given, the scenario declared, tasks under way."""
    for minutes, step in (
        (0, board.give_inject),
        (10, board.give_inject),
        (35, board.declared),
        (55, board.advance_task),
        (80, board.advance_task),
        (85, lambda: _begin(board, 1)),
    ):
        board.clock.jump(minutes * _MINUTE)
        board.refresh()
        step()
        _let_pass(0.5)


def _begin(board: RunningTab, row: int) -> None:
    board.tasks.setCurrentCell(row, 0)
    board.advance_task()


def _programme(window: MainWindow) -> QWidget:
    from ui.programme.window import ProgrammeWindow

    window.actions_by_name["programme"].trigger()
    return _shown(window, ProgrammeWindow)


def _shown(window: MainWindow, kind: type[T]) -> T:
    _wait(lambda: any(one.isVisible() for one in window.findChildren(kind)))
    return next(one for one in window.findChildren(kind) if one.isVisible())


_PICTURES: dict[str, Callable[[MainWindow], QWidget]] = {
    "inspector": _inspector,
    "impact": lambda window: _dock(window, "impact"),
    "recovery": lambda window: _dock(window, "recovery"),
    "findings": lambda window: _dock(window, "findings"),
    "import": _import,
    "print": _print,
    "exercise": _exercise,
    "programme": _programme,
}


def _wait(done: Callable[[], bool]) -> None:
    until = time.monotonic() + _LONGEST_SECONDS
    while not done():
        if time.monotonic() > until:
            raise TimeoutError("the window does not show what the picture is of")
        _let_pass(0.02)


def _let_pass(seconds: float) -> None:
    from PySide6.QtWidgets import QApplication

    until = time.monotonic() + seconds
    while time.monotonic() < until:
        QApplication.processEvents()
        time.sleep(0.01)
