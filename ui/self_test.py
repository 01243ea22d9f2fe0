"""`bcp-planner --self-test`: whether this installation does its work, on a sample plan.

Everything happens in a window over a folder of its own, with settings of its own; nothing of the
person's is read or written.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ui.start_time import draw_without_screen

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from bcp_planner.domain.plan import Plan
    from ui.main_window import MainWindow
    from ui.messages import Messages

FOLDER = "Prüfung mit Leerzeichen – 測試"
"""Spaces and letters of other scripts in a path have broken many a program."""

_PATIENCE_S = 120.0
_PICTURE = (640, 400)


class Failed(Exception):
    """A step did not do what it should; the message says what."""


def main() -> int:
    """Do every step, print what was done and how long it took, and return the exit code."""
    draw_without_screen()
    with tempfile.TemporaryDirectory(prefix="bcp-planner-") as base:
        folder = Path(base) / FOLDER
        folder.mkdir()
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "LOCALAPPDATA"):
            os.environ[name] = str(folder / "own data")
        from PySide6.QtCore import qInstallMessageHandler

        from ui import app

        qInstallMessageHandler(_tell)
        test = SelfTest(app.application(["bcp-planner"]), folder)
        try:
            return test.run()
        finally:
            test.close()
            shutil.rmtree(folder, ignore_errors=True)


def _tell(_kind: object, _context: object, text: str) -> None:
    """Pass on what Qt has to say, but for what a screen in memory cannot do."""
    if not text.startswith("This plugin does not support"):
        sys.stderr.write(f"{text}\n")


class SelfTest:
    """The steps, in order; each takes over where the last one stopped."""

    def __init__(self, application: QApplication, folder: Path) -> None:
        from PySide6.QtCore import QSettings

        from ui.app import new_window
        from ui.settings import Settings

        self._application, self._folder = application, folder
        self._uncaught: list[str] = []
        sys.excepthook = lambda kind, error, _: self._uncaught.append(f"{kind.__name__}: {error}")
        store = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
        self._window: MainWindow = new_window(Settings(store), _messages())
        self._before: Plan = self._plan

    @property
    def _plan(self) -> Plan:
        return self._window.space.bridge.plan

    def run(self) -> int:
        """Do the steps until one fails."""
        steps: Sequence[tuple[str, Callable[[], str]]] = (
            ("show", self._show),
            ("open", self._open),
            ("edit", self._edit),
            ("undo", self._undo),
            ("analyse", self._analyse),
            ("improve", self._improve),
            ("print", self._print),
            ("reopen", self._reopen),
            ("encrypt", self._encrypt),
        )
        for name, step in steps:
            began = time.monotonic()
            try:
                said = step()
                _hold(not self._uncaught, "; ".join(self._uncaught))
            except Exception as problem:
                print(f"{name:8} FAILED: {type(problem).__name__}: {problem}", flush=True)  # noqa: T201
                return 1
            took = (time.monotonic() - began) * 1000
            print(f"{name:8} {said} ({took:.0f} ms)", flush=True)  # noqa: T201
        print("self-test passed", flush=True)  # noqa: T201
        return 0

    def close(self) -> None:
        """Close the window."""
        self._window.close()
        self._application.processEvents()

    def _show(self) -> str:
        self._window.show()
        self._application.processEvents()
        _hold(self._window.isVisible(), "the window is not visible")
        return "window is on the screen"

    def _open(self) -> str:
        self._window.files.open_sample("hospital")
        self._application.processEvents()
        _hold(len(self._plan.services) > 10, "the sample has hardly any services")
        self._before = self._plan
        picture = self._window.canvas.grab().toImage().scaled(*_PICTURE)
        width, height = picture.width(), picture.height()
        colours = {picture.pixel(x, y) for x in range(0, width, 4) for y in range(0, height, 4)}
        _hold(len(colours) > 5, "the canvas is blank")
        return f"{len(self._plan.services)} services drawn"

    def _edit(self) -> str:
        from bcp_planner.domain import edits

        name = next(iter(self._plan.services))
        new = edits.update(self._plan, "services", name, name="Renamed by the self-test")
        _hold(self._window.space.bridge.edit("Rename a service", new), "the edit was refused")
        return "a service renamed, saved to disk"

    def _undo(self) -> str:
        self._window.actions_by_name["undo"].trigger()
        _hold(self._plan == self._before, "undo did not bring the plan back")
        return "the plan is as before"

    def _analyse(self) -> str:
        space = self._window.space
        scenario = next(iter(self._plan.scenarios.values()))
        space.situation.choose(scenario.id)
        self._wait(lambda: space.hub.recovery is not None and not space.hub.busy)
        recovery = space.hub.recovery
        _hold(recovery is not None and bool(recovery.order), "there is no recovery order")
        return f"{len(recovery.order) if recovery else 0} services in recovery order"

    def _improve(self) -> str:
        """Run OR-tools in its own process, which a frozen program must be able to start."""
        from bcp_planner.analysis import optimal

        if not optimal.available():
            return "the optional optimiser is not installed"
        from bcp_planner.analysis.recovery import recover

        scenario = next(iter(self._plan.scenarios.values()))
        found = recover(self._plan, scenario, seconds=3.0)
        _hold(bool(found.order), "the optimiser gave no order")
        return f"{found.aim.name}: {'proven best' if found.aim.proven else 'best found'}"

    def _print(self) -> str:
        import datetime

        from bcp_planner import documents

        target = self._folder / "Ablauf – runbook.pdf"
        scenario = next(iter(self._plan.scenarios.values()))
        printed = documents.render(
            "runbook",
            self._plan,
            target,
            scenario=scenario,
            now=datetime.datetime.now().astimezone(),
        )
        _hold(target.read_bytes().startswith(b"%PDF-"), "the runbook is no PDF")
        return f"runbook of {printed.pages} pages"

    def _reopen(self) -> str:
        path = self._window.space.bridge.path
        if path is None:
            raise Failed("the plan has no file")
        copy = self._folder / "Kopie.bcplan"
        session = self._window.space.bridge.session
        if session is not None:
            session.save_copy(copy)
        self._window.files.open(copy)
        _hold(self._window.space.bridge.path == copy.resolve(), "the copy was not opened")
        _hold(self._plan == self._before, "the copy holds another plan")
        return "a copy holds the same plan"

    def _encrypt(self) -> str:
        from bcp_planner.storage import key_work, sealed

        sealed_copy, back = self._folder / "geheim.bcplan.age", self._folder / "zurück.bcplan"
        with key_work.beside(lambda: False):  # in a process of its own, as the window does it
            sealed.encrypt(self._folder / "Kopie.bcplan", sealed_copy, "Öffne dich")
            sealed.decrypt(sealed_copy, back, "Öffne dich")
        return f"an encrypted copy of {sealed_copy.stat().st_size // 1000} kB opens again"

    def _wait(self, done: Callable[[], bool]) -> None:
        until = time.monotonic() + _PATIENCE_S
        while not done():
            self._application.processEvents()
            time.sleep(0.005)
            if time.monotonic() > until:
                raise Failed(f"nothing came within {_PATIENCE_S:.0f} s")


def _messages() -> Messages:
    """Return messages that fail the test instead of waiting for somebody to press a button."""
    from ui.messages import Messages

    class Failing(Messages):
        def problem(self, text: str) -> None:
            raise Failed(text)

    return Failing()


def _hold(condition: bool, otherwise: str) -> None:
    if not condition:
        raise Failed(otherwise)
