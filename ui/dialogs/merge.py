"""A copy that went its own way is joined with the plan: what comes from where, what to decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from bcp_planner.domain.errors import EditRefused
from bcp_planner.domain.merge import Side, decided, kept
from ui import words
from ui.dialogs.review import ReviewDialog
from ui.language import mark, shown, tr
from ui.models import merging
from ui.models.merging import HERE, SIDES, THERE, Clashing, Taken
from ui.models.rows import RowColumn, RowsModel
from ui.panels.empty import OrEmpty
from ui.panels.lists import dress
from ui.plain_text import brief, plain
from ui.sizing import open_at, scaled
from ui.workspace import Workspace

if TYPE_CHECKING:
    from bcp_planner.domain.plan import Plan
    from bcp_planner.joining import Joined

_COLUMNS = (mark("What"), mark("Field"), mark("Before"), HERE, THERE, mark("Keep"))
_MINE, _THEIRS, _KEEP = 3, 4, 5
_LONGEST = 5_000
"""Letters of a value that are shown in a cell."""
_HINT = mark("Tab goes from one choice to the next; the arrow keys choose.")


class MergeDialog(ReviewDialog):
    """Shows what joining a copy brings, lets every conflict be decided, and joins in one step."""

    def __init__(self, parent: QWidget, space: Workspace, name: str, joined: Joined) -> None:
        super().__init__(parent, tr("Merge with {name}", name=name), tr("Merge"))
        self._space, self._name, self._joined = space, name, joined
        self._mine = space.bridge.plan
        self.choices: list[QComboBox] = []
        self.conflicts = QTableWidget(0, len(_COLUMNS))
        self.taken = _taken_table()
        self._build()
        self._fill()
        open_at(self, 1060, 560)

    @property
    def plan(self) -> Plan:
        """The joined plan with every conflict as it is chosen.

        Raises:
            EditRefused: if the choices contradict each other.
        """
        merged = self._joined.merged
        sides = [Side(box.currentData()) for box in self.choices]
        return decided(merged.plan, list(zip(merged.conflicts, sides, strict=True)))

    def take(self) -> None:
        """Join the copies as one step of undo, or say why not."""
        bridge = self._space.bridge
        if bridge.plan is not self._mine:
            self.say_wrong(tr("The plan was changed meanwhile; close this and merge once more."))
            return
        try:
            plan = self.plan
        except EditRefused as refused:
            why = shown(str(refused).rstrip("."))
            self.say_wrong(tr("These choices contradict each other: {why}.", why=why))
            return
        if bridge.edit(mark("Merge with {name}", name=self._name), plan, kind="import"):
            self.accept()

    # ------------------------------------------------------------------------------- inside

    def _build(self) -> None:
        self.said.setText(merging.summary(self._joined))
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.conflicts, 1)
        column.addLayout(self._at_once())
        self.pages.addTab(page, tr("Conflicts"))
        self._or_empty = OrEmpty(self.taken[0])
        self.pages.addTab(self._or_empty, tr("Without conflict"))
        _dress(self.conflicts)

    def _at_once(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(10, 4, 10, 10)
        hint = QLabel(shown(_HINT), wordWrap=True)
        hint.setProperty("muted", "true")
        row.addWidget(hint, 1)
        for side, text in (
            (Side.MINE, tr("Keep this plan’s everywhere")),
            (Side.THEIRS, tr("Keep the other copy’s everywhere")),
        ):
            button = QPushButton(text)
            button.clicked.connect(lambda _, side=side: self.choose_all(side))
            row.addWidget(button)
        return row

    def choose_all(self, side: Side) -> None:
        """Keep one side of every conflict."""
        for box in self.choices:
            if box.isEnabled():
                box.setCurrentIndex(box.findData(side.value))

    def _fill(self) -> None:
        joined = self._joined
        rows = merging.clashing(joined, self._mine, joined.theirs_plan)
        self.conflicts.setRowCount(len(rows))
        for number, row in enumerate(rows):
            self._fill_row(number, row)
        self.conflicts.resizeRowsToContents()
        self.pages.setTabText(0, tr("Conflicts ({count:,})", count=len(rows)))
        self.pages.setTabVisible(0, bool(rows))
        taken = merging.taken(joined.base, self._mine, joined.theirs_plan, joined.merged.plan)
        self.taken[1].show(taken)
        self.pages.setTabText(1, tr("Without conflict ({count:,})", count=len(taken)))
        if joined.merged.plan == self._mine:
            self._or_empty.say(tr("Everything in the other copy is in this plan already."))
            self.go.setEnabled(False)

    def _fill_row(self, number: int, row: Clashing) -> None:
        texts = (
            brief(row.what),
            row.field,
            brief(row.before, _LONGEST),
            _with_author(brief(row.mine, _LONGEST), row.mine_by),
            _with_author(brief(row.theirs, _LONGEST), row.theirs_by),
        )
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            item.setToolTip(plain(text))
            self.conflicts.setItem(number, column, item)
        box = _choice(row)
        self.choices.append(box)
        self.conflicts.setCellWidget(number, _KEEP, box)


def _choice(row: Clashing) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(
        tr(
            "Keep for {what}, {field}: here {mine}, in the other copy {theirs}",
            what=brief(row.what),
            field=row.field,
            mine=brief(row.mine),
            theirs=brief(row.theirs),
        )
    )
    box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    for side, name in SIDES.items():
        box.addItem(shown(name), side.value)
    box.setCurrentIndex(box.findData(kept(row.conflict).value))
    if not row.can_choose:
        box.setItemText(box.currentIndex(), tr("Both"))
        box.setEnabled(False)
    return box


def _with_author(text: str, author: str) -> str:
    return f"{text}\n{author}" if author else text


def _dress(table: QTableWidget) -> None:
    table.setHorizontalHeaderLabels([shown(name) for name in _COLUMNS])
    table.setAccessibleName(tr("Conflicts"))
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    header = table.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    for place, width in enumerate((170, 140, 120)):
        table.setColumnWidth(place, scaled(table, width))
    for place in (_MINE, _THEIRS):
        header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
    header.setSectionResizeMode(_KEEP, QHeaderView.ResizeMode.ResizeToContents)


def _field_of(row: Taken) -> str:
    return row.change.field or words.choice(row.change.verdict)


def _taken_table() -> tuple[QTableView, RowsModel[Taken]]:
    model: RowsModel[Taken] = RowsModel(
        (
            RowColumn(mark("What"), lambda row: row.change.what),
            RowColumn(
                mark("Field"), lambda row: row.change.field or words.choice(row.change.verdict)
            ),
            RowColumn(mark("Before"), lambda row: row.change.before),
            RowColumn(mark("After"), lambda row: row.change.after),
            RowColumn(mark("From"), lambda row: row.side),
        )
    )
    view = QTableView()
    model.setParent(view)
    dress(view, model, tr("Changes taken over from both sides"), (260, 150, 170, 170))
    view.setTabKeyNavigation(False)
    return view, model
