"""The plan's own header and its lists of teams, contacts and scenarios."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListView,
    QPushButton,
    QScrollArea,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from bcp_planner.domain import edits
from bcp_planner.domain.entities import Contact, PlanInfo, Scenario, Team
from bcp_planner.domain.fields import fields_of
from bcp_planner.domain.plan import Plan
from ui.forms.form import RecordForm
from ui.models.roles import ROW_ROLE
from ui.models.rows import RowColumn, RowsModel
from ui.panels.empty import OrEmpty
from ui.workspace import Workspace


@dataclass(frozen=True, slots=True)
class ListOf:
    """One of the plan's lists as the dialog words it."""

    table: str
    title: str
    one: str
    record: type[Any]
    empty: str


LISTS_OF = (
    ListOf("teams", "Teams", "team", Team, "Teams carry out the recovery. Add the first one."),
    ListOf(
        "contacts",
        "Contacts",
        "contact",
        Contact,
        "People and desks that are called. Add the first one.",
    ),
    ListOf(
        "scenarios",
        "Scenarios",
        "scenario",
        Scenario,
        "A scenario says what is lost. Add the first one.",
    ),
)


class ListPage(QWidget):
    """A list of records on the left, the chosen one as a form on the right."""

    def __init__(self, space: Workspace, about: ListOf) -> None:
        super().__init__()
        self._space, self.about = space, about
        self.model: RowsModel[tuple[str, str]] = RowsModel(
            (RowColumn(about.title, lambda row: row[1]),), self
        )
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setAccessibleName(about.title)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.selectionModel().currentChanged.connect(self._on_current)
        self.form = RecordForm(about.record, space, skip=("id",))
        self.form.edited.connect(self._on_edited)
        self.add_button, self.remove_button = QPushButton("Add"), QPushButton("Delete")
        for button, verb in ((self.add_button, "Add"), (self.remove_button, "Delete")):
            button.setAccessibleName(f"{verb} a {about.one}")
        self.add_button.clicked.connect(self.add)
        self.remove_button.clicked.connect(self.remove)
        self._or_empty = OrEmpty(scrolled(self.form))
        self._lay_out()
        for signal in (space.bridge.changed, space.bridge.replaced):
            signal.connect(self.refresh)
        self.refresh()

    @property
    def current(self) -> str | None:
        """Id of the record in the form."""
        row = self.view.currentIndex().data(ROW_ROLE)
        return row[0] if row else None

    def refresh(self) -> None:
        """Show the list as it is now."""
        table = self._space.bridge.plan.table(self.about.table)
        current, row = self.current, self.view.currentIndex().row()
        self.model.show([(key, record.title) for key, record in table.items()])  # type: ignore[union-attr]
        if table:
            keys = list(table)
            at = keys.index(current) if current in table else max(0, min(row, len(keys) - 1))
            self.view.setCurrentIndex(self.model.index(at, 0))
        self._show_current()

    def add(self) -> None:
        """Add a record and let its name be typed."""
        one = self.about.one

        def added(plan: Plan) -> Plan:
            new_id = edits.free_id(plan.table(self.about.table), f"new-{one}")
            record = self.about.record(id=new_id, name=f"New {one}")
            return edits.add(plan, self.about.table, record)

        if self._space.bridge.try_edit(f"Add a {one}", added):
            self.view.setCurrentIndex(self.model.index(self.model.rowCount() - 1, 0))
            self.form.focus_field("name")

    def remove(self) -> None:
        """Delete the chosen record, with what refers to it."""
        current = self.current
        if current is not None:
            title = self.view.currentIndex().data()
            self._space.bridge.try_edit(
                f"Delete {title}", lambda plan: edits.remove(plan, self.about.table, [current])
            )

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view, 1)
        row = QHBoxLayout()
        row.addWidget(self.add_button)
        row.addWidget(self.remove_button)
        row.addStretch()
        column.addLayout(row)
        split = QSplitter()
        split.addWidget(left)
        split.addWidget(self._or_empty)
        split.setStretchFactor(1, 1)
        split.setSizes([220, 480])
        outer = QVBoxLayout(self)
        outer.setContentsMargins(12, 12, 12, 12)
        outer.addWidget(split)

    def _on_current(self, index: QModelIndex) -> None:
        if index.isValid():
            self._show_current()

    def _show_current(self) -> None:
        current = self.current
        record = self._space.bridge.plan.table(self.about.table).get(current or "")
        self._or_empty.say("" if record is not None else self.about.empty)
        self.remove_button.setEnabled(record is not None)
        if record is not None:
            self.form.show_records([record])
        self.form.set_read_only(read_only=self._space.bridge.read_only)

    def _on_edited(self, name: str, value: object) -> None:
        current = self.current
        if current is None:
            return
        title = self.view.currentIndex().data()
        label = f"Set {fields_of(self.about.record)[name].about.label} of {title}"
        done = self._space.bridge.try_edit(
            label, lambda plan: edits.update(plan, self.about.table, current, **{name: value})
        )
        if not done:
            self._show_current()


class PlanDialog(QDialog):
    """Header, teams, contacts and scenarios; every edit is a step that undo takes back."""

    def __init__(self, parent: QWidget, space: Workspace, section: str = "plan") -> None:
        super().__init__(parent)
        self._space = space
        self.setWindowTitle("Plan details")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.header = RecordForm(PlanInfo, space)
        self.header.edited.connect(self._on_edited)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(scrolled(self.header), "Plan")
        self.pages = {about.table: ListPage(space, about) for about in LISTS_OF}
        for page in self.pages.values():
            self.tabs.addTab(page, page.about.title)
        names = ["plan", *self.pages]
        self.tabs.setCurrentIndex(names.index(section))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 10)
        column.addWidget(self.tabs)
        column.addWidget(buttons)
        self.resize(820, 620)
        for signal in (space.bridge.changed, space.bridge.replaced):
            signal.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        self.header.show_records([self._space.bridge.plan.info])
        self.header.set_read_only(read_only=self._space.bridge.read_only)

    def _on_edited(self, name: str, value: object) -> None:
        label = f"Set {fields_of(PlanInfo)[name].about.label} of the plan"
        done = self._space.bridge.try_edit(
            label, lambda plan: edits.update_info(plan, **{name: value})
        )
        if not done:
            self._refresh()


def scrolled(form: QWidget) -> QScrollArea:
    """Return a form in a scroll area on the colour of panels."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    form.setProperty("panel", "true")
    form.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    form.setContentsMargins(12, 12, 12, 12)
    area.setWidget(form)
    return area
