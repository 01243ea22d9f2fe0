"""The bar above the canvas: which scenario is looked at, and for which aim."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from ui import words
from ui.language import mark, shown, tr
from ui.plain_text import brief
from ui.situation import AIMS
from ui.workspace import Workspace

_NONE = mark("No scenario – the plan as it is")

_MIDDLE, _NARROW = 540, 400
"""Widths in pixels from which on the aim, and the word beside the scenarios, have room."""


_AROUND = 52
"""Pixels of margins and gaps; without room for it, editing is in the menu only."""


class ScenarioBar(QWidget):
    """Chooses the scenario and the aim of its recovery."""

    def __init__(self, space: Workspace) -> None:
        super().__init__()
        self._space = space
        self.setProperty("bar", "true")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.choice = QComboBox()
        self.choice.setAccessibleName(tr("Scenario"))
        self.choice.setToolTip(tr("A scenario says what is lost, and when."))
        self.choice.setMinimumContentsLength(26)
        self.choice.setMinimumWidth(120)
        self.choice.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.choice.setMaximumWidth(420)
        self.choice.activated.connect(self._on_chosen)
        self.new = QPushButton(tr("New…"))
        self.new.setAccessibleName(tr("New scenario"))
        self.edit = QPushButton(tr("Edit…"))
        self.edit.setAccessibleName(tr("Edit this scenario"))
        self.aim = QComboBox()
        self.aim.setAccessibleName(tr("Aim of the recovery order"))
        self.aim.setMinimumWidth(90)
        self._labels: dict[QComboBox, QLabel] = {}
        for aim in AIMS:
            self.aim.addItem(shown(words.AIM_WORDS[aim]), aim)
            self.aim.setItemData(
                self.aim.count() - 1, shown(words.AIM_HELP[aim]), Qt.ItemDataRole.ToolTipRole
            )
        self.aim.setCurrentIndex(AIMS.index(space.situation.aim))
        self.aim.activated.connect(lambda: space.situation.choose_aim(self.aim.currentData()))
        self._lay_out()
        for signal in (space.bridge.changed, space.bridge.replaced):
            signal.connect(self.refresh)
        space.situation.scenario_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Offer the scenarios of the plan as it is now."""
        plan, situation = self._space.bridge.plan, self._space.situation
        self.choice.clear()
        self.choice.addItem(shown(_NONE), None)
        for scenario in plan.scenarios.values():
            self.choice.addItem(brief(scenario.title), scenario.id)
        chosen = 0
        if situation.scenario_id is not None:
            chosen = max(0, self.choice.findData(situation.scenario_id))
        elif situation.scenario is not None:
            self.choice.addItem(brief(situation.scenario.title), "")
            chosen = self.choice.count() - 1
        self.choice.setCurrentIndex(chosen)
        self.edit.setText(tr("Keep…") if situation.is_what_if else tr("Edit…"))
        self.edit.setEnabled(situation.scenario is not None)
        self.aim.setEnabled(situation.scenario is not None)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 7, 12, 7)
        row.setSpacing(8)
        for label, field in ((tr("&Scenario"), self.choice), (tr("&Aim"), self.aim)):
            name = QLabel(label)
            name.setProperty("muted", "true")
            name.setBuddy(field)
            self._labels[field] = name
            row.addWidget(name)
            row.addWidget(field)
            if field is self.choice:
                row.addWidget(self.edit)
                row.addWidget(self.new)
                row.addSpacing(12)
        row.addStretch()

    def _on_chosen(self, index: int) -> None:
        data = self.choice.itemData(index)
        if data != "":
            self._space.situation.choose(data)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width()
        self._labels[self.choice].setVisible(room >= _NARROW)
        needed = self.choice.minimumWidth() + self.edit.sizeHint().width()
        self.edit.setVisible(room >= needed + self.new.sizeHint().width() + _AROUND)
        for part in (self.aim, self._labels[self.aim]):
            part.setVisible(room >= _MIDDLE)

    def minimumSizeHint(self) -> QSize:
        return QSize(284, super().minimumSizeHint().height())
