"""All commands and services in one list, found by a few letters."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt
from PySide6.QtGui import QIcon, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QMenu, QTableView, QVBoxLayout

from ui import icons, words
from ui.actions import COMMANDS
from ui.language import shown, tr
from ui.models.roles import ROW_ROLE
from ui.models.rows import RowColumn, RowsModel
from ui.sizing import open_at, scaled

if TYPE_CHECKING:
    from ui.main_window import MainWindow

_MOST = 200


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the palette."""

    text: str
    detail: str
    search: str
    icon: QIcon
    do: Callable[[], object]


class Palette(QDialog):
    """A search line over everything that can be done or gone to."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window, Qt.WindowType.Popup)
        self._window = window
        self.setWindowTitle(tr("Commands and services"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._entries = [
            *commands_of(window),
            *choices_of(window),
            *scenarios_of(window),
            *services_of(window),
        ]
        self.line = QLineEdit()
        hint = tr("Type a command or a service")
        self.line.setPlaceholderText(hint)
        self.line.setAccessibleName(hint)
        self.line.textChanged.connect(self._filter)
        self.line.installEventFilter(self)
        self.model: RowsModel[Entry] = RowsModel(
            (
                RowColumn(tr("Name"), lambda row: row.text, lambda row: row.icon),
                RowColumn(tr("Detail"), lambda row: row.detail, right=True),
            ),
            self,
        )
        self.view = QTableView()
        self._dress_view()
        self.count = QLabel()
        self.count.setProperty("muted", "true")
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 8)
        for widget in (self.line, self.view, self.count):
            column.addWidget(widget)
        open_at(self, 620, 420)
        centre = window.geometry()
        self.move(centre.topLeft() + QPoint((centre.width() - self.width()) // 2, 90))
        self._filter("")
        self.line.setFocus()

    def _dress_view(self) -> None:
        view = self.view
        view.setModel(self.model)
        view.setAccessibleName(tr("Found"))
        view.setShowGrid(False)
        view.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(scaled(view, 28))
        view.horizontalHeader().hide()
        view.horizontalHeader().setStretchLastSection(True)
        view.setColumnWidth(0, 400)
        view.clicked.connect(self._take)

    def _filter(self, text: str) -> None:
        found = matching(self._entries, text)
        self.model.show(found[:_MOST])
        if found:
            self.view.selectRow(0)
        cut = tr(" (first {most} shown)", most=_MOST) if len(found) > _MOST else ""
        self.count.setText(tr("{found:,} found{cut}", found=len(found), cut=cut) if text else "")

    def _take(self, index: QModelIndex) -> None:
        entry = index.data(ROW_ROLE)
        if isinstance(entry, Entry):
            self.accept()
            entry.do()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        key, row = event.key(), self.view.currentIndex().row()
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 10}
        if key in steps:
            last = self.model.rowCount() - 1
            self.view.selectRow(min(max(0, row + steps[Qt.Key(key)]), last))
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self.model.index(max(0, row), 0))
            return True
        return False


def matching(entries: list[Entry], text: str) -> list[Entry]:
    """Return the entries that hold every word typed; those that start with it first."""
    wanted = text.casefold().split()
    found = [entry for entry in entries if all(word in entry.search for word in wanted)]
    first = " ".join(wanted)
    return sorted(found, key=lambda entry: not entry.text.casefold().startswith(first))


def commands_of(window: MainWindow) -> Iterator[Entry]:
    """Yield the commands that can be used now."""
    theme = window.space.theme
    for command in COMMANDS:
        action = window.actions_by_name[command.name]
        if action.isEnabled() and command.name != "palette":
            picture = icons.icon(command.icon, theme) if command.icon else icons.no_icon()
            search = f"{shown(command.text)} {shown(command.tip)} {command.text}".casefold()
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            yield Entry(action.text(), keys, search, picture, action.trigger)


def choices_of(window: MainWindow) -> Iterator[Entry]:
    """Yield what the submenus offer: themes, languages, panels, samples, ways to group."""
    known = {window.actions_by_name[command.name] for command in COMMANDS}
    for menu in window.menuBar().findChildren(QMenu):
        for submenu in (action.menu() for action in menu.actions()):
            if not isinstance(submenu, QMenu):
                continue
            submenu.aboutToShow.emit()  # it is filled anew then
            title = submenu.title().replace("&", "")
            for action in submenu.actions():
                if action.isSeparator() or not action.isEnabled() or action in known:
                    continue
                text = f"{title}: {action.text().replace('&', '')}"
                yield Entry(text, "", text.casefold(), icons.no_icon(), action.trigger)


def scenarios_of(window: MainWindow) -> Iterator[Entry]:
    """Yield all scenarios; choosing one shows what it does."""
    space = window.space

    def choose(key: str) -> Callable[[], None]:
        return lambda: space.situation.choose(key)

    for key, scenario in space.bridge.plan.scenarios.items():
        search = f"{scenario.title} {key} {scenario.description}".casefold()
        picture = icons.icon("scenario", space.theme)
        yield Entry(scenario.title, tr("Scenario"), search, picture, choose(key))


def services_of(window: MainWindow) -> Iterator[Entry]:
    """Yield all services; choosing one selects it and brings it into view."""
    space = window.space

    def go(key: str) -> Callable[[], None]:
        def gone() -> None:
            space.selection.set([key])
            window.show_services([key])
            window.canvas.setFocus()

        return gone

    for key, service in space.bridge.plan.services.items():
        line = (service.title, key, service.kind, service.owner, service.description)
        search = " ".join((*line, *service.tags)).casefold()
        picture = icons.kind_icon(service.kind, space.theme)
        yield Entry(service.title, words.choice(service.kind), search, picture, go(key))
