"""Describing one scenario: what fails, when, and how soon it is declared."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from bcp_planner.domain import edits
from bcp_planner.domain.entities import Scenario
from bcp_planner.domain.errors import EditRefused
from ui.dialogs.plan import scrolled
from ui.forms.form import RecordForm
from ui.language import mark, shown, tr
from ui.sizing import open_at
from ui.workspace import Workspace


class ScenarioDialog(QDialog):
    """Edits a scenario aside; the plan changes in one step when it is kept."""

    def __init__(self, parent: QWidget, space: Workspace, scenario: Scenario) -> None:
        super().__init__(parent)
        self._space = space
        self.scenario = scenario
        new = not scenario.id
        self.setWindowTitle(tr("New scenario") if new else tr("Edit scenario"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        said = QLabel(
            tr(
                "Say what is lost, not what happened: the same loss has many causes and one "
                "recovery."
            )
        )
        said.setProperty("muted", "true")
        said.setWordWrap(True)
        self.form = RecordForm(Scenario, space, skip=("id",))
        self.form.edited.connect(self._on_edited)
        self.form.show_records([scenario])
        self.wrong = QLabel(wordWrap=True)
        self.wrong.setProperty("wrong", "true")
        self.wrong.hide()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        keep = buttons.addButton(tr("Keep in the plan"), QDialogButtonBox.ButtonRole.AcceptRole)
        keep.setProperty("primary", "true")
        keep.setToolTip("Ctrl+Enter")
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self, self._on_kept)
        buttons.accepted.connect(self._on_kept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.addWidget(said)
        column.addWidget(scrolled(self.form), 1)
        column.addWidget(self.wrong)
        column.addWidget(buttons)
        open_at(self, 560, 560)
        self.form.focus_field("name")

    def _on_edited(self, name: str, value: object) -> None:
        self.scenario = replace(self.scenario, **{name: value})
        self.form.show_records([self.scenario])

    def _on_kept(self) -> None:
        self.setFocus()  # a field that is being typed into commits
        plan = self._space.bridge.plan
        scenario = self.scenario
        if not scenario.fails:
            self._refuse(tr("Add at least one service that fails."))
            return
        if not scenario.id:
            name = scenario.name or tr("New scenario")
            scenario = replace(scenario, id=edits.free_id(plan.scenarios, name), name=name)
        try:
            new = edits.set_failures(plan, scenario)
        except EditRefused as refused:
            self._refuse(shown(f"{refused}."))
            return
        verb = tr("Edit") if scenario.id in plan.scenarios else tr("Add")
        if self._space.bridge.edit(
            mark("{verb} scenario {title}", verb=verb, title=scenario.title), new
        ):
            self._space.situation.choose(scenario.id)
            self.accept()

    def _refuse(self, text: str) -> None:
        self.wrong.setText(text)
        self.wrong.show()
