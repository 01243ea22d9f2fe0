"""What pasting would change, before anything changes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QTableView, QVBoxLayout, QWidget

from bcp_planner.domain.plan import Plan
from ui.language import counted, shown, tr
from ui.models.paste import Effect, Pasted, effects
from ui.models.rows import RowColumn, RowsModel
from ui.panels.lists import dress
from ui.sizing import open_at

_WIDTHS = (140, 190, 120, 150)
_BEFORE = 3
_MOST_LEFT_OUT = 5


class PasteDialog(QDialog):
    """New services, changed fields and new requirements in a list; one button takes them all."""

    def __init__(
        self, parent: QWidget, before: Plan, pasted: Pasted, take: Callable[[], object]
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Paste into the plan"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.rows = effects(before, pasted.plan)
        said = QLabel(summary(before, pasted.plan, self.rows))
        said.setWordWrap(True)
        said.setProperty("heading", "true")
        self.model: RowsModel[Effect] = RowsModel(
            (
                RowColumn(tr("What"), lambda row: row.what),
                RowColumn(tr("Service"), lambda row: row.service),
                RowColumn(tr("Field"), lambda row: shown(row.field)),
                RowColumn(tr("Before"), lambda row: row.before),
                RowColumn(tr("After"), lambda row: row.after),
            ),
            self,
        )
        self.model.show(self.rows)
        view = QTableView()
        view.setProperty("framed", "true")
        dress(view, self.model, tr("What pasting changes"), _WIDTHS)
        view.setColumnHidden(_BEFORE, not any(row.before for row in self.rows))
        self.left_out = QLabel(_left_out(pasted.left_out))
        self.left_out.setWordWrap(True)
        self.left_out.setProperty("wrong", "true")
        self.left_out.setVisible(bool(pasted.left_out))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.go = buttons.addButton(tr("Paste"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setProperty("primary", "true")
        self.go.setDefault(True)
        self.go.setEnabled(bool(self.rows))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.accepted.connect(take)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        for widget in (said, view, self.left_out, buttons):
            column.addWidget(widget)
        open_at(self, 960, 520)


def summary(before: Plan, after: Plan, rows: list[Effect]) -> str:
    """Return in a sentence what pasting does."""
    new = len(after.services) - len(before.services)
    lines = len(after.requirements) - len(before.requirements)
    changed = sum(bool(row.before or row.after) and row.what == tr("Changed") for row in rows)
    parts = [
        counted(new, "new service", "new services") if new else "",
        counted(changed, "changed field", "changed fields") if changed else "",
        counted(lines, "new requirement", "new requirements") if lines else "",
    ]
    said = ", ".join(part for part in parts if part)
    if not said:
        return tr("Nothing changes: the plan says all of this already.")
    return tr("Pasting brings {said}. Undo takes it back in one step.", said=said)


def _left_out(sentences: tuple[str, ...]) -> str:
    more = len(sentences) - _MOST_LEFT_OUT
    lines = [shown(sentence) for sentence in sentences[:_MOST_LEFT_OUT]]
    lines += [tr("and {more} more are left out", more=more)] if more > 0 else []
    return tr("Left out: {lines}", lines="; ".join(lines))
