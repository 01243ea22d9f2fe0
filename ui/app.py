"""Start of the window."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication

import resources
from ui import icons
from ui.crash import CrashHook
from ui.main_window import MainWindow
from ui.messages import Messages
from ui.settings import APPLICATION, ORGANISATION, Settings
from ui.theme import ThemeStore
from ui.workspace import workspace

_FIRST_FONTS = ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf")


def run(plan: Path | None = None, sample: str | None = None) -> int:
    """Open the window and stay until it is closed.

    Args:
        plan: A plan file to open.
        sample: Name of a shipped sample to open a copy of.

    Returns:
        The exit code.
    """
    app = application(sys.argv[:1])
    hook = CrashHook(app)
    hook.install()
    window = new_window(Settings())
    window.space.hub.failed.connect(lambda _, error: hook.tell(error))
    window.show()
    window.canvas.setFocus()
    QTimer.singleShot(0, lambda: start_with(window, plan, sample))
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    code = app.exec()
    hook.remove()
    return code


def application(arguments: list[str]) -> QApplication:
    """Return the Qt application with the program's name, style and fonts."""
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )
    app = QApplication(arguments)
    QCoreApplication.setOrganizationName(ORGANISATION)
    QCoreApplication.setApplicationName(APPLICATION)
    QGuiApplication.setApplicationDisplayName("Business Continuity Planner")
    app.setStyle("Fusion")
    app.setWindowIcon(icons.app_icon())
    _choose_font(app)
    return app


def new_window(settings: Settings, messages: Messages | None = None) -> MainWindow:
    """Return a window with an empty plan."""
    space = workspace(settings, messages or Messages(), ThemeStore(settings.theme))
    window = MainWindow(space)
    window.files.start_new()
    return window


def start_with(window: MainWindow, plan: Path | None, sample: str | None) -> None:
    """Open what the program was started with."""
    if plan is not None:
        window.files.open(plan)
    elif sample is not None:
        window.files.open_sample(sample)
    else:
        window.offer_draft()


def _choose_font(app: QApplication) -> None:
    """Use the desktop's font on Windows and macOS, elsewhere the shipped one."""
    if sys.platform in ("win32", "darwin"):
        return
    for name in _FIRST_FONTS:
        QFontDatabase.addApplicationFont(str(resources.path(f"fonts/{name}")))
    font = QFont("Noto Sans")
    font.setPointSizeF(max(9.0, app.font().pointSizeF()))
    app.setFont(font)
