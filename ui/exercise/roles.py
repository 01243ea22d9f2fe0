"""Who has which role now, and handing it over."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bcp_planner.domain.plan import Plan
from bcp_planner.exercises.standing import Standing
from ui.exercise.grid import Grid
from ui.exercise.log_writer import LogWriter
from ui.language import tr
from ui.workspace import Workspace


class RolesHeld(QWidget):
    """The roles of the plan with who has them; Return hands the chosen one over."""

    def __init__(self, space: Workspace, writer: LogWriter) -> None:
        super().__init__()
        self._space, self._writer = space, writer
        self._at: Standing | None = None
        self.grid = Grid(tr("Roles"), (tr("Role"), tr("Held by"), tr("Named in the plan")), wide=2)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.grid.on_key(key, self.hand_over)
        self.grid.doubleClicked.connect(lambda *_: self.hand_over())
        button = QPushButton(tr("Hand &over…"))
        button.setToolTip(tr("Logs who takes the chosen role (Return)"))
        button.clicked.connect(self.hand_over)
        said = QLabel(tr("A hand-over is an entry of the log, with its time."))
        said.setProperty("muted", "true")
        row = QHBoxLayout()
        row.setContentsMargins(8, 0, 8, 6)
        row.addWidget(said, 1)
        row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.grid, 1)
        column.addLayout(row)

    def show_standing(self, at: Standing) -> None:
        """Show who has which role now."""
        self._at = at
        plan = at.case.plan
        self.grid.show_rows(
            [
                (
                    key,
                    (
                        role.name or key,
                        at.roles.get(key) or tr("nobody yet"),
                        ", ".join(_named(plan, key)) or "–",
                    ),
                )
                for key, role in plan.roles.items()
            ]
        )

    def hand_over(self) -> None:
        """Ask who takes the chosen role, and log it."""
        at, key = self._at, self.grid.chosen()
        if at is None or not key:
            return
        plan = at.case.plan
        names = _named(plan, key)
        held = at.roles.get(key, "")
        proposal = next((name for name in names if name != held), "")
        title = plan.roles[key].name or key
        taker = self._space.messages.ask_for_text(
            tr("Hand over: {role}", role=title), tr("Who takes it?"), proposal
        )
        if taker:
            said = (
                tr("{held} hands over to {taker}", held=held, taker=taker)
                if held
                else tr("{taker} takes it", taker=taker)
            )
            self._writer.write("role", said, subject=key, by=taker)


def _named(plan: Plan, role_id: str) -> list[str]:
    role = plan.roles[role_id]
    ids = (role.holder or "", *role.succession)
    return [plan.contacts[key].title for key in ids if key in plan.contacts]
