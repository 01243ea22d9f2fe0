"""What if we did something else first: two forecasts side by side, before it is decided."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from bcp_planner.domain.durations import Duration
from bcp_planner.domain.plan import Plan
from bcp_planner.exercises.forecast import Alternative
from bcp_planner.exercises.msel import clock_text
from ui import words
from ui.exercise.grid import Grid
from ui.language import tr
from ui.sizing import open_at

_TARGETS = 4


class InsteadDialog(QDialog):
    """Compares the adopted order with another one; deciding for it logs why."""

    def __init__(
        self,
        parent: QWidget,
        plan: Plan,
        first: str,
        found: Alternative,
        decide: Callable[[str], bool],
    ) -> None:
        """Compare.

        Args:
            parent: The window above.
            plan: To name services by.
            first: Id of the service that would come first.
            found: Both forecasts.
            decide: Called with the reason when the other order is decided on.
        """
        super().__init__(parent)
        self._decide = decide
        name = words.title(plan, first)
        self.setWindowTitle(tr("What if {name} came first?", name=name))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.grid = Grid(
            tr("Both orders"),
            (tr("Service"), tr("Back as adopted"), tr("Back if changed"), tr("Difference")),
            wide=0,
        )
        self.grid.show_rows(
            [
                (
                    key,
                    (words.title(plan, key), _moment(before), _moment(after), _gap(before, after)),
                )
                for key, before, after in found.changes
            ]
        )
        self.said = QLabel(" ".join(_verdict(plan, found)), wordWrap=True)
        self.reason = QLineEdit(placeholderText=tr("Why this order is decided on"))
        self.reason.setAccessibleName(tr("Reason of the decision"))
        self.reason.textChanged.connect(lambda text: self.yes.setEnabled(bool(text.strip())))
        self.yes = QPushButton(tr("&Decide on this order"))
        self.yes.setToolTip(tr("Adopts the order and logs the decision with both options"))
        self.yes.setEnabled(False)
        self.reason.setVisible(bool(found.changes))
        self.yes.clicked.connect(self._on_decided)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(self.yes, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (self.said, self.grid, self.reason, buttons):
            column.addWidget(widget, 1 if widget is self.grid else 0)
        open_at(self, 720, 440)

    def _on_decided(self) -> None:
        if self._decide(self.reason.text().strip()):
            self.accept()


def _verdict(plan: Plan, found: Alternative) -> Iterator[str]:
    if not found.changes:
        yield tr("Nothing would change.")
        return
    before, after = found.adopted.recovery.makespan, found.other.recovery.makespan
    yield tr(
        "All back: {before} as adopted, {after} if changed.",
        before=_moment(before),
        after=_moment(after),
    )
    for targets, said in (
        (found.spared, tr("Would be met: {names}.")),
        (found.added, tr("Would be MISSED: {names}.")),
    ):
        if targets:
            names = [f"{one.target} {words.title(plan, one.service)}" for one in targets]
            yield said.replace("{names}", ", ".join(names[:_TARGETS]) + _more(len(names)))


def _more(number: int) -> str:
    return tr(" and {number} more", number=number - _TARGETS) if number > _TARGETS else ""


def _moment(at: Duration | None) -> str:
    return clock_text(at) if at is not None else tr("never")


def _gap(before: Duration | None, after: Duration | None) -> str:
    if before is None or after is None:
        return "–"
    later = words.duration(abs(after - before))
    return (
        tr("{length} later", length=later)
        if after > before
        else tr("{length} sooner", length=later)
    )
