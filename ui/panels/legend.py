"""What the marks mean, with how many services are in each state at the moment shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from bcp_planner.analysis.results import State
from ui import icons, words
from ui.workspace import Workspace

_MEANING = {
    State.UP: "Up: works as usual.",
    State.AT_RISK: "At risk: works, but a spare is gone.",
    State.DEGRADED: "Degraded: works slowly, in part, or on its tolerance.",
    State.DOWN: "Down: does not work.",
}


class Legend(QWidget):
    """One mark, word and number for each state."""

    def __init__(self, space: Workspace) -> None:
        super().__init__()
        self._space = space
        self._marks: dict[State, QLabel] = {}
        self._words: dict[State, QLabel] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for state in reversed(State):
            mark, word = QLabel(), QLabel()
            for label in (mark, word):
                label.setToolTip(_MEANING[state])
            row.addWidget(mark)
            row.addWidget(word)
            row.addSpacing(8)
            self._marks[state], self._words[state] = mark, word
        space.themes.changed.connect(self._redraw)
        self._redraw()
        self.show_states({})

    def show_states(self, states: Mapping[str, State]) -> None:
        """Count the services in each state; an empty mapping shows the words alone."""
        counts = Counter(states.values())
        for state, label in self._words.items():
            number = f" {counts[state]:,}" if states else ""
            label.setText(f"{words.STATE_WORDS[state]}{number}")
            label.setAccessibleName(f"{words.STATE_WORDS[state]}: {counts[state]}")

    def _redraw(self) -> None:
        for state, label in self._marks.items():
            picture = icons.state_icon(state, self._space.theme)
            label.setPixmap(picture.pixmap(QSize(14, 14), self.devicePixelRatioF()))
