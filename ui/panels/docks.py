"""The panels around the canvas as docks: which there are, where they start, how they look."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDockWidget,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QTabWidget,
    QToolButton,
    QWidget,
)

from ui import icons
from ui.language import mark, shown, tr
from ui.sizing import scaled
from ui.workspace import Workspace

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

_LEFT = Qt.DockWidgetArea.LeftDockWidgetArea
_RIGHT = Qt.DockWidgetArea.RightDockWidgetArea
_BOTTOM = Qt.DockWidgetArea.BottomDockWidgetArea


_MARGINS = (10, 3, 4, 3)
_NARROWEST = 220
"""Pixels to which a panel can be made narrow."""
_SMALL = QSize(1000, 600)
"""Of a screen: below it the outline shares its place with the inspector, and the panels under
the canvas wait until they are asked for."""
_LOWEST = 110
"""Pixels to which it can be made low."""


@dataclass(frozen=True, slots=True)
class Place:
    """One dock: its stable name, its title, and where it starts."""

    name: str
    title: str
    area: Qt.DockWidgetArea


PLACES = (
    Place("outline", mark("Outline"), _LEFT),
    Place("inspector", mark("Inspector"), _RIGHT),
    Place("findings", mark("Findings"), _BOTTOM),
    Place("impact", mark("Impact"), _BOTTOM),
    Place("recovery", mark("Recovery"), _BOTTOM),
    Place("table", mark("Table"), _BOTTOM),
    Place("weak", mark("Weak points"), _BOTTOM),
    Place("simulation", mark("Simulation"), _BOTTOM),
    Place("history", mark("History"), _BOTTOM),
    Place("why", mark("Why?"), _RIGHT),
)


class DockTitle(QWidget):
    """A quiet title bar; nothing at all while the dock is a tab, because the tab has the title."""

    def __init__(self, dock: QDockWidget, space: Workspace) -> None:
        super().__init__(dock)
        self._space = space
        self._hidden = False
        self._label = QLabel(dock.windowTitle())
        self._label.setProperty("heading", "true")
        self._close = QToolButton()
        self._close.setAccessibleName(tr("Close {windowtitle}", windowtitle=dock.windowTitle()))
        self._close.setToolTip(tr("Close this panel; the View menu brings it back"))
        self._close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._close.clicked.connect(dock.close)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(*_MARGINS)
        row.addWidget(self._label)
        row.addStretch()
        row.addWidget(self._close)
        self.setProperty("panel", "true")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        space.themes.changed.connect(self._recolour)
        self._recolour()

    def set_hidden(self, *, hidden: bool) -> None:
        """Take no room, or the usual room."""
        if hidden != self._hidden:
            self._hidden = hidden
            for part in (self._label, self._close):
                part.setVisible(not hidden)
            self._row.setContentsMargins(*((0, 0, 0, 0) if hidden else _MARGINS))
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(0, 0) if self._hidden else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0) if self._hidden else super().minimumSizeHint()

    def _recolour(self) -> None:
        self._close.setIcon(icons.icon("close", self._space.theme))


class Docks(QObject):
    """All docks of one window.

    Signals:
        arranged(): a dock was shown, hidden or moved.
    """

    arranged = Signal()

    def __init__(
        self, window: QMainWindow, space: Workspace, panels: Mapping[str, QWidget]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._docks = {place.name: self._made(place, panels[place.name], space) for place in PLACES}
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._settle_titles)
        self.arrange()

    def __getitem__(self, name: str) -> QDockWidget:
        return self._docks[name]

    def names(self) -> list[str]:
        """Return the names of all docks."""
        return list(self._docks)

    def opened(self) -> list[str]:
        """Return the names of the docks that are not closed."""
        return [name for name, dock in self._docks.items() if not dock.isHidden()]

    def open(self, names: Collection[str]) -> None:
        """Open these docks and close the others, wherever they are.

        Qt's own memory of an arrangement loses which docks are open when one that was drawn out of
        tabs stands in a window of its own.
        """
        for name, dock in self._docks.items():
            dock.setVisible(name in names)

    def toggles(self) -> list[QAction]:
        """Return an action for each dock that shows or hides it."""
        return [dock.toggleViewAction() for dock in self._docks.values()]

    def arrange(self) -> None:
        """Put every dock where it starts."""
        window = self._window
        room = QGuiApplication.primaryScreen().availableSize()
        narrow, low = room.width() < _SMALL.width(), room.height() < _SMALL.height()
        first: dict[Qt.DockWidgetArea, QDockWidget] = {}
        for dock in self._docks.values():
            dock.setFloating(False)  # while it has a place to go back to
            window.removeDockWidget(dock)  # else the tabs that they had stay on the screen
        for place in PLACES:
            dock = self._docks[place.name]
            area = _RIGHT if narrow and place.area == _LEFT else place.area
            window.addDockWidget(area, dock)
            if area in first:
                window.tabifyDockWidget(first[area], dock)
            first.setdefault(area, dock)
            dock.setVisible(not (low and area == _BOTTOM))
        if not low:
            self._docks["findings"].raise_()
        self._docks["inspector"].raise_()
        self.share_out()

    def share_out(self) -> None:
        """Give the docks their usual sizes, less in a small window: the canvas comes first."""
        window = self._window
        wide = [self._docks["outline"], self._docks["inspector"]]
        left, right = scaled(window, 236), scaled(window, 410)
        sizes = [min(left, window.width() // 6), min(right, window.width() * 3 // 10)]
        window.resizeDocks(wide, sizes, Qt.Orientation.Horizontal)
        high = min(scaled(window, 270), window.height() * 3 // 10)
        window.resizeDocks([self._docks["findings"]], [high], Qt.Orientation.Vertical)

    def lift(self) -> None:
        """Show panels in windows of their own once more, now that they can belong to a window.

        Those that were there before it, as a start remembers them, would lie behind it.
        """
        for dock in self._docks.values():
            if dock.isFloating() and dock.isVisible():
                dock.hide()
                dock.show()

    def show(self, name: str, *, focus: bool = False) -> None:
        """Bring one panel to the front; `focus` also puts the keyboard into it."""
        dock = self._docks[name]
        dock.show()
        dock.raise_()
        if focus:
            dock.widget().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def toggle(self, name: str) -> None:
        """Hide a panel that is in front, else bring it to the front."""
        dock = self._docks[name]
        if dock.isVisible() and not dock.visibleRegion().isEmpty():
            dock.hide()
        else:
            self.show(name, focus=True)

    def _made(self, place: Place, panel: QWidget, space: Workspace) -> QDockWidget:
        dock = QDockWidget(shown(place.title), self._window)
        dock.setObjectName(place.name)
        if not panel.minimumWidth():
            panel.setMinimumWidth(_NARROWEST)  # else the widest panel decides for the window
        if not panel.minimumHeight():
            panel.setMinimumHeight(_LOWEST)
        panel.setProperty("panel", "true")
        panel.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        dock.setWidget(panel)
        dock.setTitleBarWidget(DockTitle(dock, space))
        changes: tuple[Callable[..., object], ...] = (
            dock.visibilityChanged.connect,
            dock.dockLocationChanged.connect,
            dock.topLevelChanged.connect,
        )
        for connect in changes:
            connect(self._on_moved)
        return dock

    def _on_moved(self) -> None:
        self._soon.start()
        self.arranged.emit()

    def _settle_titles(self) -> None:
        for dock in self._docks.values():
            tabbed = bool(self._window.tabifiedDockWidgets(dock)) and not dock.isFloating()
            title = dock.titleBarWidget()
            if isinstance(title, DockTitle):
                title.set_hidden(hidden=tabbed)


def tabs_on_top(window: QMainWindow) -> None:
    """Let tabbed docks have their tabs above, as pages of a book do."""
    every = _LEFT | _RIGHT | _BOTTOM | Qt.DockWidgetArea.TopDockWidgetArea
    window.setTabPosition(every, QTabWidget.TabPosition.North)
    options = QMainWindow.DockOption
    window.setDockOptions(
        options.AllowTabbedDocks
        | options.AllowNestedDocks
        | options.AnimatedDocks
        | options.GroupedDragging  # a tab can be drawn out
    )
    window.setCorner(Qt.Corner.BottomLeftCorner, _LEFT)
    window.setCorner(Qt.Corner.BottomRightCorner, _RIGHT)
