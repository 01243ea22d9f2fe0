"""The rhythm of communication: who is to be told when, what was sent, what is overdue."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from bcp_planner.exercises.msel import clock_text
from bcp_planner.exercises.standing import Due, Standing
from ui.exercise.grid import Grid
from ui.exercise.log_writer import LogWriter
from ui.language import tr


class MessagesDue(QWidget):
    """Messages by the time at which they are due; Return says that the chosen one was sent.

    Signals:
        fell_due(str): somebody is to be told now who was not before; a sentence.
    """

    fell_due = Signal(str)

    def __init__(self, writer: LogWriter) -> None:
        super().__init__()
        self._writer = writer
        self._at: Standing | None = None
        self._told: set[tuple[str, int]] = set()
        self.grid = Grid(
            tr("Messages due"),
            (tr("Due"), tr("Audience"), tr("Message"), tr("Owner"), tr("Sent")),
            wide=2,
        )
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.grid.on_key(key, self.sent)
        self.grid.doubleClicked.connect(lambda *_: self.sent())
        self.said = QLabel(wordWrap=True)
        self.said.setProperty("muted", "true")
        self.said.setContentsMargins(8, 0, 8, 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.grid, 1)
        column.addWidget(self.said)

    def show_standing(self, at: Standing) -> None:
        """Show what is due now; says so once for each message that falls due."""
        self._at = at
        due = [] if _is_over(at) else at.due_messages()
        plan = at.case.plan
        rows: list[tuple[str, tuple[str, ...]]] = []
        for one in due:
            told = plan.communications[one.communication]
            owner = plan.roles.get(told.owner or "")
            when = clock_text(one.at) + (f" {tr('overdue')}" if one.at < at.now else "")
            name = (owner.name or owner.id) if owner else "–"
            rows.append(
                (one.communication, (when, told.audience, told.message, name, f"{one.sent}×"))
            )
        self.grid.show_rows(rows)
        self.said.setText(self._hint(at, due))
        self._remind(at, due)

    @staticmethod
    def _hint(at: Standing, due: list[Due]) -> str:
        if not at.case.plan.communications:
            return tr("The plan has no communications; add them under Plan details.")
        if at.declared is None:
            return tr("The rhythm begins with the declaration.")
        return tr("Return: the chosen message was sent.") if due else tr("Nobody is to be told.")

    def overdue(self) -> int:
        """Return how many messages should have gone out by now."""
        at = self._at
        if at is None or _is_over(at):
            return 0
        return sum(one.at <= at.now for one in at.due_messages())

    def _remind(self, at: Standing, due: list[Due]) -> None:
        now_due = [one for one in due if one.at <= at.now]
        keys = {(one.communication, one.sent) for one in now_due}
        new = keys - self._told
        self._told |= keys
        names = [at.case.plan.communications[one.communication].audience for one in now_due]
        if new and at.event.status == "running":
            self.fell_due.emit(tr("To be told now: {names}", names=", ".join(names)))

    def forget(self) -> None:
        """Start anew with another event."""
        self._told.clear()

    def sent(self) -> None:
        """Log that the chosen message has gone out."""
        key = self.grid.chosen()
        if self._at is not None and key:
            told = self._at.case.plan.communications[key]
            self._writer.write("communication", told.message or told.audience, subject=key)


def _is_over(at: Standing) -> bool:
    """Return whether nobody is to be told any more: it is closed or stood down."""
    return at.event.status == "closed" or any(one.kind == "stood down" for one in at.entries)
