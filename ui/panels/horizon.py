"""The field for the horizon: within which time after a failure losses are counted."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from bcp_planner.domain.durations import DurationError, parse_human
from ui import words
from ui.language import mark, shown, tr
from ui.sizing import scaled
from ui.workspace import Workspace

_HELP = mark(
    "Losses are counted that come within this time after a failure: 0 counts what "
    "goes down at once."
)


class HorizonField(QWidget):
    """Shows and sets the horizon that all panels share."""

    def __init__(self, space: Workspace) -> None:
        super().__init__()
        self._space = space
        label = QLabel(tr("&Horizon"))
        label.setProperty("muted", "true")
        self.line = QLineEdit()
        self.line.setFixedWidth(scaled(self, 84))
        self.line.setToolTip(shown(_HELP))
        self.line.setAccessibleName(tr("Horizon"))
        self.line.setAccessibleDescription(shown(_HELP))
        self.line.editingFinished.connect(self._on_typed)
        label.setBuddy(self.line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(label)
        row.addWidget(self.line)
        space.situation.horizon_changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        self.line.setText(words.duration(self._space.situation.horizon))

    def _on_typed(self) -> None:
        try:
            horizon = parse_human(self.line.text())
        except DurationError as wrong:
            self._space.messages.notice(f"{wrong}.")
        else:
            self._space.situation.choose_horizon(horizon)
        self._show()
