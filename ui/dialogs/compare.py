"""Two versions of the plan side by side: fields and results, with a jump to each difference."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from bcp_planner.cli import plans
from bcp_planner.domain.errors import PlannerError
from bcp_planner.domain.plan import Plan
from ui import words
from ui.jobs import Channel, Ticket
from ui.language import mark, shown, stamped, tr
from ui.models import differences
from ui.models.differences import Difference
from ui.models.roles import ROW_ROLE
from ui.models.rows import RowColumn, RowsModel
from ui.panels.empty import OrEmpty
from ui.sizing import open_at, scaled
from ui.workspace import Workspace

if TYPE_CHECKING:
    from bcp_planner.storage.history import HistoryEntry

_SECONDS = 2.0
"""Time for each recovery order; both plans get the same."""
_PICK_ENTRIES = 200
_OTHER_FILE = mark("Another plan file…")
_SAME = mark("Nothing is different.")
_UNPICKED = mark("Choose two different versions above, or another plan file.")
_COUNTING = mark("Impact and recovery of both are being computed …")

Read = Callable[[], Plan]


class CompareDialog(QDialog):
    """Stays open beside the window, so that each difference can be looked at on the canvas.

    Signals:
        jumped(tuple): the canvas should show these services.
    """

    jumped = Signal(tuple)

    def __init__(
        self, parent: QWidget, space: Workspace, entry: HistoryEntry | None = None
    ) -> None:
        super().__init__(parent)
        self._space = space
        self.setWindowTitle(tr("Compare two versions"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.before, self.after = QComboBox(), QComboBox()
        self.fields, self.results = _table(tr("Fields"), space), _table(tr("Results"), space)
        self.pages = QTabWidget()
        self._or_empty: dict[str, OrEmpty] = {}
        for page, title, (view, _) in (
            ("fields", tr("Fields"), self.fields),
            ("results", tr("Results"), self.results),
        ):
            self._or_empty[page] = OrEmpty(view)
            self.pages.addTab(self._or_empty[page], title)
            view.activated.connect(self._jump)
        self._work: Channel[list[Difference]] = Channel(tr("Comparing"), self)
        self._work.ready.connect(self._show_results)
        self._work.failed.connect(self._on_failed)
        self._work.progressed.connect(self._show_progress)
        self._lay_out()
        self._offer(entry)
        for box in (self.before, self.after):
            box.activated.connect(lambda _, box=box: self._on_picked(box))
        self.compare()

    def compare(self) -> None:
        """Show what differs between the two that are chosen."""
        try:
            before, after = self._plan(self.before), self._plan(self.after)
        except PlannerError as problem:
            self._on_failed(problem)
            return
        rows = differences.of_fields(before, after)
        self.fields[1].show(rows)
        same = _UNPICKED if self.before.currentIndex() == self.after.currentIndex() else _SAME
        self._or_empty["fields"].say("" if rows else same)
        self.pages.setTabText(0, tr("Fields ({rows:,})", rows=len(rows)))
        self._show_results([])
        self._or_empty["results"].say(_COUNTING if rows else same)
        self._work.cancel()
        if rows:
            self._work.ask(lambda ticket: _results(before, after, ticket))

    # ------------------------------------------------------------------------------- inside

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        for text, box in ((tr("&From"), self.before), (tr("&To"), self.after)):
            label = QLabel(text)
            label.setBuddy(box)
            box.setAccessibleName(text.strip("&"))
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            row.addWidget(label)
            row.addWidget(box, 1)
        hint = QLabel(tr("Enter or a double-click shows the service on the canvas."))
        hint.setProperty("muted", "true")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(hint, 1)
        foot.addWidget(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(10)
        column.addLayout(row)
        column.addWidget(self.pages, 1)
        column.addLayout(foot)
        open_at(self, 900, 560)

    def _offer(self, entry: HistoryEntry | None) -> None:
        bridge, session = self._space.bridge, self._space.bridge.session
        choices: list[tuple[str, Read]] = []
        if session is not None:
            for version in reversed(session.versions()):
                name = version.name
                choices.append(
                    (tr("Version “{name}”", name=name), lambda name=name: session.version(name))
                )
            entries = session.history(_PICK_ENTRIES)
            if entry is not None and all(each.id != entry.id for each in entries):
                entries = [entry, *entries]
            for each in entries:
                when = stamped(each.at, seconds=True)
                choices.append(
                    (f"{when}  {shown(each.label)}", lambda key=each.id: session.plan_at(key))
                )
        for box in (self.before, self.after):
            box.addItem(tr("The plan as it is now"), lambda: bridge.plan)
            for text, read in choices:
                box.addItem(text, read)
            box.addItem(shown(_OTHER_FILE), None)
        self.before.setCurrentIndex(self._first(entry, choices))

    def _first(self, entry: HistoryEntry | None, choices: list[tuple[str, Read]]) -> int:
        """Return what is compared with at first: the chosen change, else the newest version."""
        if entry is None:
            return min(1, len(choices))
        when = stamped(entry.at, seconds=True)
        return self.before.findText(f"{when}  {shown(entry.label)}")

    def _on_picked(self, box: QComboBox) -> None:
        if box.currentData() is None:
            self._pick_file(box)
        self.compare()

    def _pick_file(self, box: QComboBox) -> None:
        """Ask for another plan file and offer it from now on; without one, the plan as it is."""
        messages, folder = self._space.messages, self._space.settings.folder
        path = messages.ask_for_file(tr("Compare with"), folder, tr("Plans (*.bcplan *.json)"))
        box.setCurrentIndex(0)
        if path is None:
            return
        try:
            other = plans.read(path)
        except PlannerError as problem:
            messages.problem(f"{str(problem).rstrip('.')}.")
            return
        for each in (self.before, self.after):
            each.insertItem(1, tr("File {name}", name=path.name), lambda: other)
        box.setCurrentIndex(1)

    def _plan(self, box: QComboBox) -> Plan:
        read: Read = box.currentData()
        return read()

    def _show_results(self, rows: list[Difference]) -> None:
        self.results[1].show(rows)
        self._or_empty["results"].say("" if rows else tr("Nothing follows from the differences."))
        self.pages.setTabText(
            1, tr("Results ({rows:,})", rows=len(rows)) if rows else tr("Results")
        )

    def _show_progress(self, fraction: float) -> None:
        said = tr("{percent} % done", percent=round(100 * fraction))
        self._or_empty["results"].say(f"{shown(_COUNTING)} {said}")

    def _on_failed(self, problem: Exception) -> None:
        if not isinstance(problem, PlannerError):
            raise problem
        self._or_empty["results"].say(f"{problem}.")

    def _jump(self, index: QModelIndex) -> None:
        row: Difference | None = index.data(ROW_ROLE)
        known = self._space.bridge.plan.services
        services = tuple(key for key in row.services if key in known) if row else ()
        if services:
            self._space.selection.set(services)
            self.jumped.emit(services)
        elif row and row.services:
            self._space.messages.notice(tr("It is not in the plan as it is now."))

    def done(self, result: int) -> None:
        self._work.cancel()
        super().done(result)


def _results(before: Plan, after: Plan, ticket: Ticket) -> list[Difference]:
    from bcp_planner.analysis.compare import compare

    found = compare(
        before,
        after,
        seconds=_SECONDS,
        cancelled=lambda: ticket.cancelled,
        progress=ticket.report,
    )
    return differences.of_results(found, before, after)


def _table(name: str, space: Workspace) -> tuple[QTableView, RowsModel[Difference]]:
    model: RowsModel[Difference] = RowsModel(
        (
            RowColumn(tr("What"), lambda row: row.what),
            RowColumn(tr("Field") if name == "Fields" else tr("Figure"), lambda row: row.field),
            RowColumn(tr("Before"), lambda row: row.before),
            RowColumn(tr("After"), lambda row: row.after),
            RowColumn(tr("Change"), lambda row: shown(row.verdict) or tr("changed")),
        )
    )

    def colour(row: Difference) -> QColor | None:
        tones = {"worse": space.theme.error, "better": space.theme.good}
        return tones.get(row.verdict)

    model.colour = colour
    view = QTableView()
    model.setParent(view)
    view.setModel(model)
    view.setAccessibleName(tr("Differences in {lower}", lower=words.choice(name).lower()))
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(scaled(view, 26))
    header = view.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    for place, width in enumerate((260, 130, 180, 180)):
        view.setColumnWidth(place, width)
    header.setSectionResizeMode(4, QHeaderView.ResizeMode.Stretch)
    return view, model
