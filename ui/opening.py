"""What is on screen while the rest of the program is read: an empty window in its place.

Reading numpy, the plan's types and a hundred modules of panels takes a few tenths of a second.
This window needs none of them, nor anything of Qt's name space `Qt`, whose two hundred
enumerations take 15 ms to make.
"""

from __future__ import annotations

import time

from PySide6.QtCore import QCoreApplication, QRect, QSize
from PySide6.QtGui import QColor, QGuiApplication, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMainWindow, QWidget

from ui.language import tr
from ui.settings import Settings

SHARE_OF_SCREEN = 0.86
"""Of the width and height that is free, at the first start."""
_LARGEST = QSize(1920, 1240)
_SMALL = 1000
"""Width of a screen that is used as a whole."""
_FRAME = QSize(8, 36)
"""What the desktop puts around a window."""

FILLS = {"light": "#eef1f4", "dark": "#181d22"}
"""Colour of the window by theme, as in `theme`, which takes longer to read."""

_PATIENCE_S = 0.25
"""How long to wait for a desktop that is slow to show a window."""

_MIDDLE = 128
"""Lightness under which the desktop's colours are dark ones."""

_INKS = {"light": "#52606e", "dark": "#a9b5c1"}


class OpeningWindow(QMainWindow):
    """An empty window where the real one will be, in its colour."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.painted = False
        self.setWindowTitle(tr("Business Continuity Planner"))
        put_in_place(self, settings)
        theme = _theme_of(settings)
        palette = self.palette()  # its constructor needs `Qt`
        palette.setColor(QPalette.ColorRole.Window, QColor(FILLS[theme]))
        palette.setColor(QPalette.ColorRole.WindowText, QColor(_INKS[theme]))
        self.setPalette(palette)
        centre = QWidget()
        row = QHBoxLayout(centre)
        row.addStretch()
        row.addWidget(QLabel(tr("Opening…")))
        row.addStretch()
        self.setCentralWidget(centre)

    def show_at_once(self) -> None:
        """Show the window and come back when it is on the screen."""
        self.show()
        until = time.monotonic() + _PATIENCE_S
        while not self.painted and time.monotonic() < until:
            QCoreApplication.processEvents()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.painted = True


def put_in_place(window: QWidget, settings: Settings) -> None:
    """Give a window its last place; without one that fits, most of the screen, in its middle."""
    screen = QGuiApplication.primaryScreen().availableGeometry()
    fits = window.restoreGeometry(settings.geometry) and (
        window.width() <= screen.width() and window.height() <= screen.height()
    )
    if not fits or settings.geometry.isEmpty():
        share = 1.0 if screen.width() < _SMALL else SHARE_OF_SCREEN
        size = (screen.size() * share).boundedTo(_LARGEST) - (_FRAME if share == 1.0 else QSize())
        place = QRect(screen.topLeft(), size)
        place.moveCenter(screen.center())
        window.setGeometry(place)


def _theme_of(settings: Settings) -> str:
    if settings.theme in FILLS:
        return settings.theme
    ground = QGuiApplication.palette().color(QPalette.ColorRole.Window)
    return "dark" if ground.lightness() < _MIDDLE else "light"
