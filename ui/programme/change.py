"""The change of the plan that an action stands for, made on a copy."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from bcp_planner.domain import edits
from bcp_planner.domain.entities import Requirement, Scenario, Service, Team
from bcp_planner.domain.errors import EditRefused, PlannerError
from bcp_planner.domain.exercising import Action
from bcp_planner.domain.plan import Plan
from bcp_planner.exercises import learning
from ui import words
from ui.forms.form import RecordForm
from ui.language import shown, tr
from ui.models.differences import of_fields
from ui.programme.readiness import scrolled
from ui.sizing import open_at
from ui.workspace import Workspace

_TABLES: dict[str, type[Any]] = {
    "services": Service,
    "requirements": Requirement,
    "teams": Team,
    "scenarios": Scenario,
}


class ChangeDialog(QDialog):
    """Choose a record, change a copy of it; what differs is what the action stands for."""

    def __init__(self, parent: QWidget, space: Workspace, action: Action) -> None:
        super().__init__(parent)
        self._space, self._before = space, space.bridge.plan
        self._after = _started(self._before, action)
        self.setWindowTitle(tr("The change that an action stands for"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.choice = QComboBox()
        self.choice.setAccessibleName(tr("What is changed"))
        for key in (*action.services, *self._before.services):
            if self.choice.findData(("services", key)) < 0 and key in self._before.services:
                self.choice.addItem(words.title(self._before, key), ("services", key))
        for key, one in self._before.requirements.items():
            names = words.titles(self._before, one.providers)
            text = tr(
                "{name} needs {providers}",
                name=words.title(self._before, one.dependant),
                providers=names,
            )
            self.choice.addItem(text, ("requirements", key))
        for table in ("teams", "scenarios"):
            for key in self._before.table(table):
                self.choice.addItem(
                    f"{words.choice(table)}: {_title(self._before, table, key)}", (table, key)
                )
        self.choice.currentIndexChanged.connect(lambda _: self._show())
        self.stack = QStackedWidget()
        self.forms: dict[str, RecordForm] = {}
        self.said = QLabel(wordWrap=True)
        said = QLabel(
            tr("The plan itself stays as it is until the change is carried out."), wordWrap=True
        )
        said.setProperty("muted", "true")
        anew = QPushButton(tr("Start anew"))
        anew.clicked.connect(self._on_anew)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(anew, QDialogButtonBox.ButtonRole.ResetRole)
        buttons.addButton(tr("&Keep with the action"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (said, self.choice, self.stack, self.said, buttons):
            column.addWidget(widget, 1 if widget is self.stack else 0)
        open_at(self, 640, 720)
        self._show()

    @property
    def text(self) -> str:
        """The change, as an action carries it."""
        return learning.change_text(self._before, self._after)

    def _show(self) -> None:
        table, key = self.choice.currentData()
        if table not in self.forms:
            form = RecordForm(_TABLES[table], self._space, skip=("id", "position"))
            form.edited.connect(self._on_edited)
            form.setProperty("panel", "true")
            form.setContentsMargins(8, 8, 8, 8)
            self.forms[table] = form
            self.stack.addWidget(scrolled(form))
        self.stack.setCurrentIndex(list(self.forms).index(table))
        record = self._after.table(table).get(key)
        if record is not None:
            self.forms[table].show_records([record])
        differences = of_fields(self._before, self._after)
        self.said.setText(
            "\n".join(
                f"{d.what}, {d.field}: {d.before or '–'} → {d.after or '–'}" for d in differences
            )
            or tr("Nothing is changed yet.")
        )

    def _on_edited(self, name: str, value: object) -> None:
        table, key = self.choice.currentData()
        try:
            self._after = edits.update(self._after, table, key, **{name: value})
        except EditRefused as refused:
            self._space.messages.notice(f"{shown(str(refused))}.")
        self._show()

    def _on_anew(self) -> None:
        self._after = self._before
        self._show()


def _started(plan: Plan, action: Action) -> Plan:
    try:
        return learning.with_change(plan, action)
    except PlannerError:  # it does not fit the plan any more; begin anew
        return plan


def _title(plan: Plan, table: str, key: str) -> str:
    title = getattr(plan.table(table)[key], "title", "")
    return title if isinstance(title, str) and title else key
