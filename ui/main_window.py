"""The window: canvas in the middle, panels around it, commands from one table."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QHeaderView,
    QMainWindow,
    QMenu,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from ui import jobs, language, style, words
from ui.canvas.hit import Hit
from ui.canvas.seen import see_again, seen
from ui.canvas.view import CanvasView
from ui.canvas.viewing import GROUPINGS
from ui.commands import Commands
from ui.context_menu import context_menu
from ui.dialogs.print import Printing
from ui.file_watch import FileWatch
from ui.files import Files
from ui.language import mark, shown, tr
from ui.menus import MENUS, ActionSet
from ui.merging import Merging
from ui.opening import put_in_place
from ui.panels.docks import Docks, tabs_on_top
from ui.panels.filter_bar import FilterBar
from ui.panels.findings import FindingsPanel
from ui.panels.history import HistoryPanel
from ui.panels.impact import ImpactPanel
from ui.panels.inspector import Inspector
from ui.panels.later import LATER, Later
from ui.panels.legend import Legend
from ui.panels.notices import Banner, Toast
from ui.panels.outline import OutlinePanel
from ui.panels.recovery import RecoveryPanel
from ui.panels.scenario_bar import ScenarioBar
from ui.panels.status import StatusLine
from ui.panels.table import TablePanel
from ui.panels.time_bar import TimeBar
from ui.panels.welcome import Offer, Welcome
from ui.plan_paths import drafts, is_draft, sample_names, sample_title
from ui.sizing import scaled
from ui.workspace import Workspace

_CANVAS_COMMANDS = {
    "edit-rto": "inspector",
    "blast-radius": "what-if",
    "recovery-order": "recovery-view",
    "play": "play",
    "table": "table",
    "key-help": "keys",
    "undo": "undo",
    "redo": "redo",
}
"""Keys of the canvas that are commands of the window."""

_THEMES = (("system", mark("As the desktop")), ("light", mark("Light")), ("dark", mark("Dark")))


class MainWindow(QMainWindow):
    """One window with one plan; what its commands do is in `commands`."""

    def __init__(self, space: Workspace) -> None:
        super().__init__()
        self.space = space
        self.files = Files(space)
        self.printing = Printing(space)
        self.merging = Merging(self, space)
        self.do = Commands(self)
        space.messages.window = self
        space.bridge.setParent(self)  # what hangs on it ends with the window
        self.setObjectName("main")
        self.setAcceptDrops(True)
        style.apply(space.theme)
        self._build_centre()
        self._build_docks()
        self.actions_by_name = ActionSet(self)
        self._build_menus()
        self.file_watch = FileWatch(self, space, self.banner, self.files.save_copy)
        self._connect()
        self._restore()
        self.actions_by_name.recolour(space.theme)
        self._on_replaced()

    # ------------------------------------------------------------------------------ building

    def _build_centre(self) -> None:
        space = self.space
        self.canvas = CanvasView(space.bridge, space.selection, space.themes)
        self.canvas.setAccessibleName(tr("Canvas"))
        self.banner = Banner()
        self.scenario_bar = ScenarioBar(space)
        self.filter_bar = FilterBar(space)
        self.time_bar = TimeBar(space)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.banner, self.scenario_bar, self.filter_bar):
            column.addWidget(widget)
        column.addWidget(self.canvas, 1)
        column.addWidget(self.time_bar)
        self.setCentralWidget(centre)
        self.toast = Toast(centre)
        self.legend = Legend(self.canvas.viewport(), space)
        self.welcome = Welcome(self.canvas.viewport(), space, self._offers())

    def _offers(self) -> list[Offer]:
        samples = sample_names()
        offers = [
            Offer(
                tr("Add the first service"),
                tr("Start with what your customers get, then what it needs."),
                "plus",
                self.do.add_service,
            )
        ]
        offers.append(
            Offer(
                tr("Import a spreadsheet…"),
                tr("Excel, CSV, a CMDB export, a diagram: shown before anything changes."),
                "import",
                self.files.choose_and_import,
            )
        )
        if samples:
            offers.append(
                Offer(
                    tr("Take the first steps"),
                    tr("A tour of the window on the hospital sample, in eight steps."),
                    "step",
                    self.do.take_tour,
                )
            )
            offers.append(
                Offer(
                    tr("Open the sample “{name}”", name=sample_title(samples[0])),
                    tr("A complete plan to look around in and to change."),
                    "plan",
                    lambda: self.files.open_sample(samples[0]),
                )
            )
        offers.append(
            Offer(
                tr("Open a plan…"), tr("A plan file, or a plan as JSON."), "open", self.do.open_plan
            )
        )
        return offers

    def _build_docks(self) -> None:
        space = self.space
        tabs_on_top(self)
        self.outline = OutlinePanel(space)
        self.inspector = Inspector(space)
        self.findings = FindingsPanel(space)
        self.impact = ImpactPanel(space)
        self.recovery = RecoveryPanel(space)
        self.table = TablePanel(space)
        self.history = HistoryPanel(space)
        panels: dict[str, QWidget] = {
            "outline": self.outline,
            "inspector": self.inspector,
            "findings": self.findings,
            "impact": self.impact,
            "recovery": self.recovery,
            "table": self.table,
            "history": self.history,
        }
        self.later = {name: Later(lambda make=make: make(space)) for name, make in LATER.items()}
        self.docks = Docks(self, space, {**panels, **self.later})
        self.status = StatusLine(space, (*space.hub.channels, *self.files.channels, self.printing))
        self.setStatusBar(self.status)

    def _build_menus(self) -> None:
        for title, entries in MENUS:
            menu = self.menuBar().addMenu(shown(title))
            self.actions_by_name.fill_menu(menu, entries)
        bar = QToolBar(tr("Tools"))
        bar.setObjectName("tools")
        bar.setMovable(False)
        size = scaled(bar, 19)
        bar.setIconSize(QSize(size, size))
        bar.setAccessibleName(tr("Tools"))
        self.actions_by_name.fill_toolbar(bar)
        self.addToolBar(bar)

    def submenu(self, name: str) -> QMenu:
        """Return one of the menus whose entries are not commands."""
        titles = {
            "samples": tr("New from sample"),
            "recent": tr("Open recent"),
            "panels": tr("Panels"),
            "theme": tr("Theme"),
            "language": "Language / Sprache",
            "grouping": tr("Group by"),
        }
        menu = QMenu(titles[name], self)
        fill = getattr(self, f"_fill_{name}")
        menu.aboutToShow.connect(lambda: fill(menu))
        fill(menu)
        return menu

    def _fill_samples(self, menu: QMenu) -> None:
        menu.clear()
        for name in sample_names():
            menu.addAction(sample_title(name), lambda name=name: self.files.open_sample(name))

    def _fill_recent(self, menu: QMenu) -> None:
        menu.clear()
        recent = self.space.settings.recent
        for path in recent:
            menu.addAction(path.name, lambda path=path: self.files.open(path)).setToolTip(str(path))
        started = drafts()[:8]
        if started:
            menu.addSection(tr("Drafts"))
            for path in started:
                menu.addAction(path.stem, lambda path=path: self.files.open(path))
        if recent:
            menu.addSeparator()
            menu.addAction(tr("Forget these files"), self.space.settings.forget_recent)
        if menu.isEmpty():
            menu.addAction(tr("No file yet")).setEnabled(False)
        menu.setToolTipsVisible(True)

    def _fill_panels(self, menu: QMenu) -> None:
        menu.clear()
        for toggle in self.docks.toggles():
            menu.addAction(toggle)
        menu.addSeparator()
        menu.addAction(self.actions_by_name["first-arrangement"])

    def _fill_theme(self, menu: QMenu) -> None:
        menu.clear()
        group = QActionGroup(menu)
        for choice, text in _THEMES:
            entry = QAction(shown(text), group, checkable=True)
            entry.setChecked(choice == self.space.themes.choice)
            entry.triggered.connect(lambda _, choice=choice: self._choose_theme(choice))
            menu.addAction(entry)

    def _fill_language(self, menu: QMenu) -> None:
        menu.clear()
        group = QActionGroup(menu)
        for choice, text in language.CHOICES.items():
            said = tr("As the system") if choice == "system" else text
            entry = QAction(said, group, checkable=True)
            entry.setChecked(choice == self.space.settings.language)
            entry.triggered.connect(lambda _, choice=choice: self._choose_language(choice))
            menu.addAction(entry)

    def _choose_language(self, choice: str) -> None:
        self.space.settings.language = choice
        self.space.messages.tell(
            tr(
                "The window is shown in the chosen language when the program is started again. "
                "Printed documents, exports and the guide stay English."
            )
        )

    def _fill_grouping(self, menu: QMenu) -> None:
        menu.clear()
        group = QActionGroup(menu)
        for key, text in GROUPINGS.items():
            entry = QAction(shown(text), group, checkable=True)
            entry.setChecked(key == self.canvas.sight.viewing.grouping)
            entry.triggered.connect(lambda _, key=key: self.canvas.group_by(key))
            menu.addAction(entry)

    # ---------------------------------------------------------------------------- connecting

    def _connect(self) -> None:
        space = self.space
        space.messages.noticed.connect(self.toast.say)
        space.themes.changed.connect(self._recolour)
        space.bridge.leaving.connect(self._keep_view)
        space.bridge.replaced.connect(self._on_replaced)
        space.bridge.changed.connect(self._on_changed)
        for signal in (
            space.bridge.history_changed,
            space.selection.changed,
            space.situation.scenario_changed,
        ):
            signal.connect(self.actions_by_name_refresh)
        space.hub.shown_changed.connect(self._show_moment)
        self.canvas.picture.rto_met = space.hub.rto_met
        space.hub.recovery_ready.connect(self.canvas.picture.renew)
        space.situation.scenario_changed.connect(self._on_scenario)
        self.canvas.command.connect(self._on_canvas_command)
        self.canvas.status_changed.connect(self.status.set_shown)
        self.canvas.context_menu_requested.connect(self._on_context_menu)
        self.scenario_bar.new.clicked.connect(self.do.new_scenario)
        self.scenario_bar.edit.clicked.connect(self.do.edit_scenario)
        self.outline.deleted.connect(self.do.delete_in_outline)
        self.outline.note_chosen.connect(self.canvas.notes.choose)
        self.outline.note_opened.connect(self.do.open_note)
        self.table.reviewed.connect(self.do.review_cells)
        self.canvas.review = self.do.review_paste
        self.filter_bar.found.connect(self.do.look_at)
        self.filter_bar.left.connect(self.canvas.setFocus)
        space.filter.changed.connect(lambda: self.canvas.sight.filter(space.filter.shown))
        self.canvas.filter_left.connect(space.filter.clear)
        self.findings.counted.connect(self._on_findings_counted)
        for panel in (
            self.findings,
            self.impact,
            self.recovery,
            self.outline,
            self.table,
            self.history,
            *self.later.values(),
        ):
            panel.jumped.connect(self.show_services)

    def _on_canvas_command(self, name: str) -> None:
        command = _CANVAS_COMMANDS.get(name)
        if command is not None and self.actions_by_name[command].isEnabled():
            self.actions_by_name[command].trigger()

    def _on_context_menu(self, place: QPoint, hit: Hit) -> None:
        at = self.canvas.viewport().mapFromGlobal(place)
        context_menu(self, hit, QPointF(at)).popup(place)

    def actions_by_name_refresh(self) -> None:
        """Enable the commands that can be used now."""
        self.actions_by_name.refresh()

    def _recolour(self) -> None:
        style.apply(self.space.theme)
        self.actions_by_name.recolour(self.space.theme)

    def changeEvent(self, event: QEvent) -> None:
        """Write the headings of tables anew when the plan has another term for an outage."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            for heading in self.findChildren(QHeaderView):
                heading.viewport().update()

    def _choose_theme(self, choice: str) -> None:
        self.space.settings.theme = choice
        self.space.themes.choose(choice)

    def _on_changed(self) -> None:
        self._write_title()

    def _on_replaced(self) -> None:
        self._write_title()
        bridge = self.space.bridge
        self.actions_by_name.refresh()
        if bridge.path is not None:
            see_again(self.canvas, self.space.settings.view_of(bridge.path))
            self.canvas.setFocus()

    def _keep_view(self) -> None:
        path, session = self.space.bridge.path, self.space.bridge.session
        if session is not None and session.sealed is not None:
            return  # the names of folded groups are of the plan, and settings are not encrypted
        if path is not None and self.space.bridge.plan.services:
            self.space.settings.keep_view(path, seen(self.canvas))

    def offer_draft(self) -> None:
        """Say that there is a plan which never got a place of its own, and offer to open it."""
        started = drafts()
        if started:
            text = tr("“{stem}” was started and has no place of its own yet.", stem=started[0].stem)
            self.banner.say(text, tr("Open it"), lambda: self.files.open(started[0]))

    def _write_title(self) -> None:
        bridge = self.space.bridge
        name = words.plan_title(bridge.plan)
        place = ""
        if bridge.path is not None:
            place = tr(" – draft") if is_draft(bridge.path) else f" – {bridge.path.name}"
        if bridge.session is not None and bridge.session.sealed is not None:
            place += tr(" (encrypted)")
        mark = tr(" (read-only)") if bridge.read_only else ""
        self.setWindowTitle(
            tr(
                "{name}{place}{mark} – Business Continuity Planner",
                name=name,
                place=place,
                mark=mark,
            )
        )

    def _on_scenario(self) -> None:
        if self.space.situation.scenario is not None:
            self.docks.show("impact")

    def _on_findings_counted(self, errors: int) -> None:
        self.docks["findings"].setWindowTitle(
            tr("Findings ({errors})", errors=errors) if errors else tr("Findings")
        )

    def _show_moment(self) -> None:
        self.canvas.show_moment(self.space.hub.shown)

    def show_services(self, services: Iterable[str]) -> None:
        """Bring services into view on the canvas."""
        self.canvas.reveal(tuple(services))

    # ----------------------------------------------------------------------- start and close

    def _restore(self) -> None:
        settings = self.space.settings
        put_in_place(self, settings)
        if settings.docks.isEmpty() or not self.restoreState(settings.docks):
            self.docks.share_out()
        elif settings.panels:
            self.docks.open(settings.panels)

    def _remember(self) -> None:
        settings = self.space.settings
        self._keep_view()
        settings.geometry = self.saveGeometry()
        settings.docks = self.saveState()
        settings.panels = self.docks.opened()
        settings.aim = self.space.situation.aim
        self.table.save_header()
        settings.save()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self.docks.lift)

    def closeEvent(self, event: QCloseEvent) -> None:
        focused = QApplication.focusWidget()
        if focused is not None:
            focused.clearFocus()  # a field that is being typed into commits
        if not self.files.may_leave():
            event.ignore()
            return
        self._remember()
        self.hide()  # waiting below is nobody's business
        for channel in (*self.space.hub.channels, *self.files.channels, self.printing):
            channel.cancel()
        jobs.wait_for_all()
        self.space.bridge.close()
        event.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped(event)
        if path is not None:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.files.open(path)


def _dropped(event: QDropEvent) -> Path | None:
    files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
    return Path(files[0]) if len(files) == 1 else None
