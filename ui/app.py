"""Start of the window."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication

import resources
from ui import language
from ui.opening import OpeningWindow
from ui.settings import APPLICATION, ORGANISATION, Settings

if TYPE_CHECKING:
    from ui.handed_over import HandedOver
    from ui.main_window import MainWindow
    from ui.messages import Messages
    from ui.stopwatch import Stopwatch

_READY_AFTER_MS = 200
_WARM_AFTER_MS = 3000
"""After the first paint, when nobody waits for the screen."""

_LAST_WORK_MS = 30_000

_TURN_S = 0.0005
"""How long an analysis may hold the interpreter while the screen waits for its turn."""

_FIRST_FONTS = ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf")


def run(plan: Path | None = None, sample: str | None = None, watch: Stopwatch | None = None) -> int:
    """Open the window and stay until it is closed.

    Args:
        plan: A plan file to open.
        sample: Name of a shipped sample to open a copy of.
        watch: Notes when the first window and the finished one are seen, then the program ends.

    Returns:
        The exit code.
    """
    app = application(sys.argv[:1])
    settings = Settings()
    language.use(settings.language)
    handed_over = _listen(app)
    opening = OpeningWindow(settings)
    opening.show_at_once()
    if watch is not None:
        watch.first_window()
    import signal

    from ui import diagnosis, jobs  # from here on everything is read, which takes its time
    from ui.canvas import clipboard
    from ui.crash import CrashHook

    diagnosis.write_log()
    hook = CrashHook(app)
    hook.install()
    window = new_window(settings)
    window.space.hub.failed.connect(lambda _, error: hook.tell(error))
    window.show()
    opening.close()
    window.canvas.setFocus()
    if watch is not None:
        app.processEvents()
        watch.ready()
        QTimer.singleShot(0, window.close)
    QTimer.singleShot(0, lambda: _begin(window, plan, sample, handed_over))
    QTimer.singleShot(0, window.inspector.prepare)
    QTimer.singleShot(_READY_AFTER_MS, window.files.get_ready)
    QTimer.singleShot(_WARM_AFTER_MS, window.space.hub.warm)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    code = app.exec()
    # A worker that began while the window closed must not tell what is being taken down.
    jobs.wait_for_all(_LAST_WORK_MS)
    clipboard.let_go()
    hook.remove()
    return code


def application(arguments: list[str]) -> QApplication:
    """Return the Qt application with the program's name and style."""
    app = QApplication(arguments)
    QCoreApplication.setOrganizationName(ORGANISATION)
    QCoreApplication.setApplicationName(APPLICATION)
    QGuiApplication.setApplicationDisplayName("Business Continuity Planner")
    # The menu entry whose name and icon a Wayland desktop shows; else it looks for Python's.
    QGuiApplication.setDesktopFileName(APPLICATION)
    app.setStyle("Fusion")
    sys.setswitchinterval(_TURN_S)
    return app


def new_window(settings: Settings, messages: Messages | None = None) -> MainWindow:
    """Return a window with an empty plan."""
    from ui import icons
    from ui.main_window import MainWindow
    from ui.messages import Messages
    from ui.theme import ThemeStore
    from ui.workspace import workspace

    _choose_font()
    QGuiApplication.setWindowIcon(icons.app_icon())
    space = workspace(settings, messages or Messages(), ThemeStore(settings.theme))
    window = MainWindow(space)
    window.files.start_new()
    return window


def _listen(app: QApplication) -> HandedOver | None:
    """Listen for files that macOS hands over, before any event is handled."""
    if sys.platform != "darwin":
        return None
    from ui.handed_over import HandedOver

    return HandedOver(app)


def _begin(
    window: MainWindow, plan: Path | None, sample: str | None, handed_over: HandedOver | None
) -> None:
    if handed_over is None or not handed_over.show_with(
        lambda path: start_with(window, path, None)
    ):
        start_with(window, plan, sample)


def start_with(window: MainWindow, plan: Path | None, sample: str | None) -> None:
    """Open what the program was started with."""
    from ui.plan_paths import is_plan_file

    if plan is not None and is_plan_file(plan):
        window.files.open(plan)
    elif plan is not None:
        window.files.import_beside(plan)
    elif sample is not None:
        window.files.open_sample(sample)
    else:
        window.offer_draft()


@cache
def _choose_font() -> None:
    """Use the desktop's font on Windows and macOS, elsewhere the shipped one."""
    if sys.platform in ("win32", "darwin"):
        return
    for name in _FIRST_FONTS:
        QFontDatabase.addApplicationFont(str(resources.path(f"fonts/{name}")))
    font = QFont("Noto Sans")
    font.setPointSizeF(max(9.0, QApplication.font().pointSizeF()))
    QApplication.setFont(font)
