"""What the plan of today says otherwise than an exercise made from an earlier one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from bcp_planner.domain.exercising import Inject
from bcp_planner.exercises.msel import clock_text
from bcp_planner.exercises.preparation import Difference
from ui import words
from ui.language import shown, tr
from ui.plain_text import plain
from ui.sizing import open_at


class DifferencesDialog(QDialog):
    """Each difference with a box to tick; nothing is changed until it is taken over."""

    def __init__(
        self,
        parent: QWidget,
        found: Sequence[Difference],
        take: Callable[[Sequence[Difference]], bool],
    ) -> None:
        """Show differences; `take` is called with those that are ticked."""
        super().__init__(parent)
        self._found, self._take = list(found), take
        self.setWindowTitle(tr("In step with the plan"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        said = QLabel(
            tr(
                "{count} since the list was made. What somebody has edited by hand is not ticked: "
                "taking it over loses that edit.",
                count=words.count(len(found), "difference"),
            ),
            wordWrap=True,
        )
        self.table = self._build_table()
        take_over = QPushButton(tr("&Take over what is ticked"))
        take_over.clicked.connect(self._on_taken)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(take_over, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(said)
        column.addWidget(self.table, 1)
        column.addWidget(buttons)
        open_at(self, 980, 560)

    def _build_table(self) -> QTableWidget:
        table = QTableWidget(len(self._found), 4)
        table.setAccessibleName(tr("Differences"))
        table.setHorizontalHeaderLabels(
            [tr("No."), tr("What"), tr("In the exercise"), tr("By the plan of today")]
        )
        table.verticalHeader().hide()
        table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        table.setWordWrap(True)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        for column in (2, 3):
            table.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        for row, one in enumerate(self._found):
            for column, text in enumerate(_cells(one)):
                item = QTableWidgetItem(text)
                item.setToolTip(plain(text))
                table.setItem(row, column, item)
            first = table.item(row, 0)
            if first is not None:
                first.setFlags(first.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                ticked = Qt.CheckState.Unchecked if one.by_hand else Qt.CheckState.Checked
                first.setCheckState(ticked)
        table.setColumnWidth(1, 150)
        table.resizeRowsToContents()
        return table

    def ticked(self) -> list[Difference]:
        """Return what is ticked."""
        return [
            one
            for row, one in enumerate(self._found)
            if (item := self.table.item(row, 0)) is not None
            and item.checkState() is Qt.CheckState.Checked
        ]

    def tick(self, row: int, *, on: bool) -> None:
        """Tick a row, or not."""
        item = self.table.item(row, 0)
        if item is not None:
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)

    def _on_taken(self) -> None:
        if self._take(self.ticked()):
            self.accept()


def _cells(one: Difference) -> tuple[str, str, str, str]:
    key = one.before.key if one.before else tr("new")
    what = [shown(one.what), ", ".join(one.fields), tr("edited by hand") if one.by_hand else ""]
    return (
        key,
        "\n".join(part for part in what if part),
        _said(one.before, one.fields),
        _said(one.after, one.fields),
    )


def _said(inject: Inject | None, fields: Sequence[str]) -> str:
    if inject is None:
        return "–"
    if not fields:
        return f"{clock_text(inject.at)} {inject.text}"
    return "\n".join(_value(inject, name) for name in fields)


def _value(inject: Inject, name: str) -> str:
    value = getattr(inject, name)
    if name == "at":
        return clock_text(value)
    return ", ".join(value) if isinstance(value, tuple) else str(value)
