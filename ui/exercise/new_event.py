"""What an exercise or incident begins with: scenario, kind, name, and when it began."""

from __future__ import annotations

import datetime

from PySide6.QtCore import QDateTime, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateTimeEdit,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from bcp_planner.domain.exercising import EVENT_KINDS
from bcp_planner.domain.plan import Plan
from ui import language, words
from ui.language import mark, shown, tr
from ui.plain_text import brief

KIND_HELP = {
    "tabletop": mark("People talk it through around a table; nothing is switched off."),
    "drill": mark("One part is practised for real, such as calling everybody."),
    "functional": mark("The response is played in real time, with simulated effects."),
    "full test": mark("Recovery is carried out and measured, in a place of its own."),
    "failover test": mark("Work is moved to the standby and back."),
    "resilience experiment": mark("Something is taken away in operation, within a limit."),
}


class NewExerciseDialog(QDialog):
    """Scenario, kind and name of an exercise."""

    def __init__(self, parent: QWidget, plan: Plan) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("New exercise"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.scenario = _scenarios(plan)
        self.kind = QComboBox()
        for kind in EVENT_KINDS:
            if kind != "incident":
                self.kind.addItem(words.choice(kind), kind)
        self.kind.currentIndexChanged.connect(self._explain)
        self.said = QLabel(wordWrap=True)
        self.said.setProperty("muted", "true")
        self.name = QLineEdit(placeholderText=tr("Made from kind and scenario"))
        form = QFormLayout()
        form.addRow(tr("What is &lost"), self.scenario)
        form.addRow(tr("&Kind"), self.kind)
        form.addRow("", self.said)
        form.addRow(tr("&Name"), self.name)
        _finish(self, form, tr("&Prepare"))
        self._explain()

    def _explain(self) -> None:
        self.said.setText(shown(KIND_HELP[str(self.kind.currentData())]))


class NewIncidentDialog(QDialog):
    """Scenario, severity and beginning of an incident, under way or over."""

    def __init__(self, parent: QWidget, plan: Plan) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("New incident"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.scenario = _scenarios(plan)
        self.scenario.insertItem(0, tr("Not known yet"), "")
        self.scenario.setCurrentIndex(0)
        self.name = QLineEdit(placeholderText=tr("Made from the scenario"))
        self.severity = QLineEdit()
        self.begin = QDateTimeEdit(
            QDateTime.currentDateTime(),
            calendarPopup=True,
            displayFormat=f"{language.date_format()} HH:mm",
        )
        self.afterwards = QCheckBox(tr("It is &over: the timeline is entered from records"))
        form = QFormLayout()
        form.addRow(tr("Which &scenario fits"), self.scenario)
        form.addRow(tr("&Name"), self.name)
        form.addRow(tr("Se&verity"), self.severity)
        form.addRow(tr("&Began"), self.begin)
        form.addRow("", self.afterwards)
        _finish(self, form, tr("O&pen the board"))

    @property
    def starts(self) -> str:
        """When it began, ISO 8601 with offset."""
        typed = self.begin.dateTime().toString(Qt.DateFormat.ISODate)
        return datetime.datetime.fromisoformat(typed).astimezone().isoformat(timespec="seconds")


def _scenarios(plan: Plan) -> QComboBox:
    box = QComboBox()
    for key, one in plan.scenarios.items():
        box.addItem(brief(one.title), key)
    return box


def _finish(dialog: QDialog, form: QFormLayout, action: str) -> None:
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    buttons.addButton(action, QDialogButtonBox.ButtonRole.AcceptRole)
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    column = QVBoxLayout(dialog)
    column.addLayout(form)
    column.addStretch()
    column.addWidget(buttons)
    dialog.resize(520, dialog.sizeHint().height())
