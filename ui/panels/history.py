"""Every change of the plan: who, when, what; and back to any point."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from bcp_planner.domain.errors import PlannerError
from bcp_planner.domain.plan import Plan
from ui.language import mark, shown, stamped, tr
from ui.models.roles import ROW_ROLE
from ui.models.rows import RowColumn, RowsModel, RowsSorter
from ui.panels.empty import OrEmpty
from ui.sizing import scaled
from ui.workspace import Workspace

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from bcp_planner.storage.history import HistoryEntry

_MOST = 2000
"""Entries shown; older ones stay in the file."""

_KINDS = {"edit": "", "undo": mark("Undo: "), "redo": mark("Redo: "), "import": ""}


class HistoryPanel(QWidget):
    """The list of changes, newest first; named versions; comparing two of them.

    Signals:
        jumped(tuple): the canvas should show these services.
    """

    jumped = Signal(tuple)

    def __init__(self, space: Workspace) -> None:
        super().__init__()
        self._space = space
        self.setProperty("panel", "true")
        self.model: RowsModel[HistoryEntry] = RowsModel(
            (
                RowColumn(tr("When"), lambda row: stamped(row.at, seconds=True)),
                RowColumn(
                    tr("What"), lambda row: shown(_KINDS.get(row.kind, "")) + shown(row.label)
                ),
                RowColumn(tr("Who"), lambda row: row.who),
            ),
            self,
        )
        self._sorter = RowsSorter(self.model, self)
        self.view = QTableView()
        self._dress_view()
        self.filter = QLineEdit(placeholderText=tr("Filter the history"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setAccessibleName(tr("Filter the history"))
        self.filter.textChanged.connect(self._sorter.set_filter)
        self.back = QPushButton(tr("Go back to here"))
        self.back.setToolTip(
            tr("Brings back the plan as it was after this change; undo takes it back")
        )
        self.back.clicked.connect(self.go_back)
        self.keep = QPushButton(tr("Name this version…"))
        self.keep.setToolTip(tr("Keeps the plan as it is now under a name"))
        self.keep.clicked.connect(self._name_version)
        self.compare_button = QPushButton(tr("Compare…"))
        self.compare_button.setToolTip(
            tr("Shows what differs between two versions: fields, and what follows from them")
        )
        self.compare_button.clicked.connect(self.compare)
        self.versions = QComboBox()
        self.versions.setAccessibleName(tr("Named versions"))
        self.versions.setToolTip(tr("Finds the change after which a version was named"))
        self.versions.activated.connect(self._find_version)
        self._or_empty = OrEmpty(self.view)
        self._lay_out()
        self._soon = QTimer(self, singleShot=True, interval=200)
        self._soon.timeout.connect(self.refresh)
        for signal in (space.bridge.history_changed, space.bridge.replaced):
            signal.connect(self._on_changed)
        self.view.selectionModel().selectionChanged.connect(self._enable)
        self.refresh()

    def refresh(self) -> None:
        """Read the history again."""
        entries = list(self._space.bridge.history(_MOST))
        self.model.show(entries)
        self._read_versions()
        self._or_empty.say("" if entries else tr("Every change of the plan is listed here."))
        self._enable()

    def go_back(self) -> None:
        """Make the plan what it was after the chosen change, as one undoable step."""
        entry, session = self._chosen(), self._space.bridge.session
        if entry is None or session is None:
            return
        try:
            plan: Plan = session.plan_at(entry.id)
        except PlannerError as problem:
            self._space.messages.problem(f"{problem}.")
            return
        self._space.bridge.edit(mark("Go back to “{label}”", label=entry.label), plan)

    def compare(self) -> None:
        """Compare the plan with how it was after the chosen change, or with any other."""
        from ui.dialogs.compare import CompareDialog

        dialog = CompareDialog(self.window(), self._space, self._chosen())
        dialog.jumped.connect(self.jumped)
        dialog.show()

    # ------------------------------------------------------------------------------- inside

    def _read_versions(self) -> None:
        session = self._space.bridge.session
        named = session.versions() if session is not None else ()
        self.versions.clear()
        self.versions.addItem(tr("Versions"))
        for version in reversed(named):
            self.versions.addItem(version.name, version.entry)
        self.versions.setVisible(bool(named))

    def _find_version(self, index: int) -> None:
        wanted = self.versions.itemData(index)
        for row, entry in enumerate(self.model.rows):
            if entry.id == wanted:
                place = self._sorter.mapFromSource(self.model.index(row, 0))
                self.view.selectRow(place.row())
                self.view.scrollTo(place)

    def _dress_view(self) -> None:
        view = self.view
        view.setModel(self._sorter)
        view.setAccessibleName(tr("History"))
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setShowGrid(False)
        view.setWordWrap(False)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(scaled(view, 26))
        view.horizontalHeader().setStretchLastSection(True)
        view.horizontalHeader().setHighlightSections(False)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        view.horizontalHeader().setDefaultAlignment(left)
        view.setColumnWidth(0, 150)
        view.setColumnWidth(1, 420)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(8, 6, 8, 4)
        row.setSpacing(8)
        row.addWidget(self.filter, 1)
        row.addWidget(self.versions)
        row.addWidget(self.compare_button)
        row.addWidget(self.back)
        row.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._or_empty, 1)
        self.setFocusProxy(self.view)

    def _on_changed(self) -> None:
        if self.isVisible():
            self._soon.start()

    def _chosen(self) -> HistoryEntry | None:
        indexes = self.view.selectionModel().selectedRows()
        return indexes[0].data(ROW_ROLE) if indexes else None

    def _enable(self) -> None:
        self.back.setEnabled(self._chosen() is not None and not self._space.bridge.read_only)
        self.compare_button.setEnabled(bool(self.model.rows))
        self.keep.setEnabled(bool(self.model.rows) and not self._space.bridge.read_only)

    def _name_version(self) -> None:
        session = self._space.bridge.session
        name = self._space.messages.ask_for_text(tr("Name this version"), tr("Name of the version"))
        if session is None or not name:
            return
        try:
            session.name_version(name)
        except PlannerError as problem:
            self._space.messages.notice(f"{problem}.")
        else:
            self._space.messages.notice(tr("This version is kept as “{name}”.", name=name))
            self._read_versions()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._soon.start()
