"""How what an event has measured is kept: depth of validation and conditions."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from bcp_planner.domain.exercising import DEPTHS
from bcp_planner.domain.plan import Plan
from bcp_planner.exercises.learning import evidence_of
from bcp_planner.exercises.review import Review
from ui import words
from ui.exercise.grid import Grid
from ui.language import shown, tr
from ui.sizing import open_at


class EvidenceDialog(QDialog):
    """Shows what will be kept, and asks how thoroughly it was validated."""

    def __init__(self, parent: QWidget, plan: Plan, found: Review) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keep measured times"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        kept = evidence_of(found)
        said = QLabel(
            tr(
                "{count} will be kept with the day of the event. They can be used to set estimates "
                "anew, and count as old after a year.",
                count=words.count(len(kept), "measured time"),
            ),
            wordWrap=True,
        )
        self.grid = Grid(
            tr("Measured times"), (tr("Service"), tr("Work"), tr("Time"), tr("Outage")), wide=0
        )
        self.grid.show_rows(
            [
                (
                    one.id,
                    (
                        words.title(plan, one.service),
                        shown(one.work),
                        words.duration(one.duration),
                        words.duration(one.outage),
                    ),
                )
                for one in kept
            ]
        )
        self._depth = QComboBox()
        for depth in DEPTHS:
            self._depth.addItem(words.choice(depth) if depth else tr("Not said"), depth)
        self._conditions = QLineEdit(placeholderText=tr("Load, time of day, who was there"))
        form = QFormLayout()
        form.addRow(tr("&Validated up to"), self._depth)
        form.addRow(tr("&Conditions"), self._conditions)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(tr("&Keep"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(said)
        column.addWidget(self.grid, 1)
        column.addLayout(form)
        column.addWidget(buttons)
        open_at(self, 640, 460)

    @property
    def depth(self) -> str:
        """How thoroughly the recoveries were validated."""
        return str(self._depth.currentData())

    @property
    def conditions(self) -> str:
        """Under which conditions."""
        return self._conditions.text().strip()
