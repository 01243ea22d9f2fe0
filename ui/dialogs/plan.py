"""The plan's own header and its lists of teams, contacts and scenarios."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListView,
    QListWidget,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from bcp_planner.domain import edits
from bcp_planner.domain.entities import PlanInfo
from bcp_planner.domain.errors import EditRefused
from bcp_planner.domain.fields import Kind, fields_of
from bcp_planner.domain.plan import LISTS, Plan
from ui import words
from ui.forms.form import RecordForm
from ui.language import mark, shown, tr
from ui.models.records import new_record
from ui.models.roles import ROW_ROLE
from ui.models.rows import RowColumn, RowsModel
from ui.panels.empty import OrEmpty
from ui.sizing import open_at, scaled
from ui.workspace import Workspace


@dataclass(frozen=True, slots=True)
class ListOf:
    """One of the plan's lists as the dialog words it."""

    table: str
    empty: str

    @property
    def title(self) -> str:
        """What the list is called."""
        return words.choice(self.table)

    @property
    def one(self) -> str:
        """What one of its records is called."""
        return re.sub(r"(?<!^)(?=[A-Z])", " ", self.record.__name__).lower()

    @property
    def record(self) -> type[Any]:
        """The type of its records."""
        return LISTS[self.table]


LISTS_OF = (
    ListOf("teams", mark("Teams carry out the recovery. Add the first one.")),
    ListOf("contacts", mark("People and desks that are called. Add the first one.")),
    ListOf("scenarios", mark("A scenario says what is lost. Add the first one.")),
    ListOf("roles", mark("Who decides and who leads when it happens. Add the first one.")),
    ListOf(
        "strategies", mark("How to carry on when something of one kind is lost. Add the first one.")
    ),
    ListOf("vital_records", mark("Papers and data that must survive. Add the first one.")),
    ListOf("resources", mark("What the work needs as time goes by. Add the first one.")),
    ListOf("communications", mark("Who is told what, by whom and how. Add the first one.")),
    ListOf("copies", mark("Who holds a copy of the plan. Add the first one.")),
    ListOf("revisions", mark("What changed from version to version. Add the first one.")),
    ListOf("actions", mark("What is to be improved, by whom and when. Add the first one.")),
    ListOf("lessons", mark("What exercises and incidents taught. Add the first one.")),
    ListOf("evidence", mark("How long recoveries take, and how it is known. Add the first one.")),
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
        self.add_button, self.remove_button = QPushButton(tr("Add")), QPushButton(tr("Delete"))
        for button, verb in ((self.add_button, tr("Add")), (self.remove_button, tr("Delete"))):
            button.setAccessibleName(f"{verb}: {shown(about.one)}")
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
        self.model.show([(key, title_of(record)) for key, record in table.items()])
        if table:
            keys = list(table)
            at = max(0, min(row, len(keys) - 1))
            if current is not None and current in table:
                at = keys.index(current)
            self.view.setCurrentIndex(self.model.index(at, 0))
        self._show_current()

    def add(self) -> None:
        """Add a record and let its name be typed."""
        one = self.about.one

        def added(plan: Plan) -> Plan:
            new_id = edits.free_id(plan.table(self.about.table), f"new-{one}")
            record = blank(self.about.record, plan, new_id, tr("New {one}", one=shown(one)))
            return edits.add(plan, self.about.table, record)

        if self._space.bridge.try_edit(mark("Add a {one}", one=one), added):
            self.view.setCurrentIndex(self.model.index(self.model.rowCount() - 1, 0))
            self.form.focus_field(next(iter(self.form.editors)))

    def remove(self) -> None:
        """Delete the chosen record, with what refers to it."""
        current = self.current
        if current is not None:
            title = self.view.currentIndex().data()
            self._space.bridge.try_edit(
                mark("Delete {title}", title=title),
                lambda plan: edits.remove(plan, self.about.table, [current]),
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
        label = mark(
            "Set {label} of {title}",
            label=fields_of(self.about.record)[name].about.label,
            title=title,
        )
        done = self._space.bridge.try_edit(
            label, lambda plan: edits.update(plan, self.about.table, current, **{name: value})
        )
        if not done:
            self._show_current()


class PlanDialog(QDialog):
    """The plan's header and its lists; every edit is a step that undo takes back."""

    def __init__(self, parent: QWidget, space: Workspace, section: str = "plan") -> None:
        super().__init__(parent)
        self._space = space
        self.setWindowTitle(tr("Plan details"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.header = RecordForm(PlanInfo, space)
        self.header.edited.connect(self._on_edited)
        self.pages: dict[str, ListPage] = {}
        self.sections = QListWidget()
        self.sections.setAccessibleName(tr("Parts of the plan"))
        self.sections.setFixedWidth(scaled(self, 180))
        self.sections.setProperty("sections", "true")
        self.stack = QStackedWidget()
        self.stack.addWidget(scrolled(self.header))
        self._names = ["plan", *(about.table for about in LISTS_OF)]
        self.sections.addItems([tr("Plan"), *(about.title for about in LISTS_OF)])
        tall = self.sections.fontMetrics().height() + 12
        for row in range(self.sections.count()):
            self.sections.item(row).setSizeHint(QSize(0, tall))
        self.sections.currentRowChanged.connect(self._on_section)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.accept)
        row = QHBoxLayout()
        row.addWidget(self.sections)
        row.addWidget(self.stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.addLayout(row, 1)
        column.addWidget(buttons)
        open_at(self, 960, 660)
        for signal in (space.bridge.changed, space.bridge.replaced):
            signal.connect(self._refresh)
        self._refresh()
        self.sections.setCurrentRow(self._names.index(section))

    def _on_section(self, row: int) -> None:
        name = self._names[row]
        if name == "plan":
            self.stack.setCurrentIndex(0)
            return
        if name not in self.pages:
            self.pages[name] = ListPage(self._space, LISTS_OF[row - 1])
            self.stack.addWidget(self.pages[name])
        self.stack.setCurrentWidget(self.pages[name])

    def _refresh(self) -> None:
        self.header.show_records([self._space.bridge.plan.info])
        self.header.set_read_only(read_only=self._space.bridge.read_only)

    def _on_edited(self, name: str, value: object) -> None:
        label = mark("Set {label} of the plan", label=fields_of(PlanInfo)[name].about.label)
        done = self._space.bridge.try_edit(
            label, lambda plan: edits.update_info(plan, **{name: value})
        )
        if not done:
            self._refresh()


def title_of(record: Any) -> str:  # noqa: ANN401 - any record of a plan
    """Return what a record is called: its title, else its first text, else its id."""
    title = getattr(record, "title", "")
    if isinstance(title, str) and title:
        return title
    texts = (
        getattr(record, name)
        for name, field in fields_of(type(record)).items()
        if field.about.kind in (Kind.TEXT, Kind.LONG_TEXT, Kind.DATE)
    )
    return next((text for text in texts if text), record.id)


def blank(record: type[Any], plan: Plan, new_id: str, name: str) -> Any:  # noqa: ANN401
    """Return a record with an id, a name where it has one, and little else.

    Raises:
        EditRefused: if it must refer to something that the plan does not have yet.
    """
    made = new_record(record, plan, ())
    if made is None:
        raise EditRefused(
            tr("It refers to something that the plan does not have yet; add that first")
        )
    values: dict[str, Any] = {"id": new_id}
    if "name" in fields_of(record):
        values["name"] = name
    return replace(made, **values)


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
