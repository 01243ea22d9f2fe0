"""What an import would do, before it is done, and what the words of the files become."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFormLayout,
    QHeaderView,
    QInputDialog,
    QLabel,
    QTableView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from bcp_planner.domain.errors import PlannerError
from ui import words
from ui.dialogs.review import ReviewDialog
from ui.jobs import Channel
from ui.language import mark, shown, tr, whole
from ui.models import bringing
from ui.models.differences import Difference
from ui.models.rows import RowsModel
from ui.panels.lists import dress
from ui.plain_text import plain
from ui.sizing import open_at
from ui.workspace import Workspace

if TYPE_CHECKING:
    from bcp_planner.interchange.importing import Preview
    from bcp_planner.interchange.incoming import Skipped, Term
    from bcp_planner.interchange.sources import Source

_SORTS = {
    "column": mark("Column"),
    "name": mark("Name without a row"),
    "kind": mark("Type"),
    "relation": mark("Relation"),
}
_ANOTHER = "\0another"
"""Stands in a list of choices for asking which of all services is meant."""
_SHORT = frozenset({"id", "rto", "rpo", "mtpd", "wrt"})
_MOST_TERMS = 300
_WHERE = (380,)
_NARROW = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon


class ImportDialog(ReviewDialog):
    """Shows what would be added, changed and left out; another choice shows another preview.

    Nothing is written: ``preview`` holds what was shown last, to be kept when it is accepted.
    """

    def __init__(
        self,
        parent: QWidget,
        space: Workspace,
        name: str,
        sources: Sequence[Source],
        preview: Preview,
    ) -> None:
        super().__init__(parent, tr("Import {name}", name=name), tr("Import"))
        self.preview = preview
        self._before = space.bridge.plan
        self._space, self._sources = space, sources
        self._chosen: dict[str, str] = {}
        self._reading: Channel[Preview] = Channel(tr("Reading the files"), self)
        self._reading.ready.connect(self._show)
        self._reading.failed.connect(self._on_failed)
        self._reading.busy_changed.connect(self._on_busy)
        self._build()
        self._show(preview)
        open_at(self, 900, 640)

    def _build(self) -> None:
        self.unmatched = QLabel(wordWrap=True)
        self.format = QComboBox()
        self.format.setAccessibleName(tr("Read as"))
        self.format.addItem(tr("As recognised"), None)
        for name, title in _reader_names():
            self.format.addItem(shown(title), name)
        self.format.activated.connect(lambda _: self._ask_again())
        form = QFormLayout()
        form.addRow(tr("Read as"), self.format)
        self.read_as = QLabel(wordWrap=True)
        self.read_as.setProperty("muted", "true")
        form.addRow("", self.read_as)
        self.above.addWidget(self.unmatched)
        self.above.addLayout(form)
        self.mapping = _mapping_table(tr("What the words of the files become"))
        self.names = _mapping_table(tr("What the names without a row become"))
        self.added: RowsModel[bringing.Key] = RowsModel(
            bringing.added_columns(lambda: self.preview.plan), self
        )
        self.changed: RowsModel[Difference] = RowsModel(bringing.changed_columns(), self)
        self.left_out: RowsModel[Skipped] = RowsModel(bringing.left_out_columns(), self)
        self.notes: RowsModel[Skipped] = RowsModel(bringing.left_out_columns(), self)
        self.pages.addTab(self.mapping, tr("Mapping"))
        self.pages.addTab(self.names, "")
        for title, model, widths in self._lists():
            view = QTableView()
            dress(view, model, title, widths)
            self.pages.addTab(view, title)

    def _lists(self) -> Sequence[tuple[str, RowsModel[Any], Sequence[int]]]:
        return (
            (tr("Added"), self.added, (120, 400)),
            (tr("Changed"), self.changed, (260, 160, 200)),
            (tr("Left out"), self.left_out, _WHERE),
            (tr("Notes"), self.notes, _WHERE),
        )

    # -------------------------------------------------------------------------------- showing

    def _show(self, preview: Preview) -> None:
        from bcp_planner.interchange.draft import NEW

        self.preview = preview
        self.wrong.hide()
        self.said.setText(bringing.summary(preview.report))
        unmatched = sum(1 for term in preview.terms if term.sort == "name" and term.choice == NEW)
        self.unmatched.setText(
            tr(
                "Added as services, since only lists of dependencies name them: {names}. Choose "
                "under Names where another one is meant.",
                names=words.count(unmatched, "name"),
            )
        )
        self.unmatched.setVisible(bool(unmatched))
        self.read_as.setText(
            "; ".join(f"{name}: {shown(title)}" for name, title in preview.read_as)
        )
        terms = _unique(preview.terms)
        names = [term for term in terms if term.sort == "name"]
        self._show_terms(self.mapping, [term for term in terms if term.sort != "name"])
        self._show_terms(self.names, names)
        self.pages.setTabText(1, tr("Names ({count:,})", count=len(names)))
        report = preview.report
        self.added.show(bringing.added(report))
        self.added.repaint()
        self.changed.show(bringing.changed(self._before, preview.plan, report))
        self.left_out.show(bringing.left_out(report, notes=False))
        self.notes.show(bringing.left_out(report, notes=True))
        for number, (title, model, _) in enumerate(self._lists(), start=2):
            self.pages.setTabText(number, f"{title} ({whole(model.rowCount())})")

    def _show_terms(self, table: QTableWidget, terms: Sequence[Term]) -> None:
        self.pages.setTabVisible(self.pages.indexOf(table), bool(terms))
        table.setRowCount(len(terms))
        for row, term in enumerate(terms):
            times = term.example or words.count(term.count, "time")
            texts = (term.word, shown(_SORTS.get(term.sort, term.sort)), times)
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setToolTip(plain(text))
                table.setItem(row, column, item)
            table.setCellWidget(row, 3, self._box(term))

    def _box(self, term: Term) -> QComboBox:
        """Return the list of what a word can become."""
        box = QComboBox()
        box.setAccessibleName(tr("What {word} becomes", word=term.word))
        box.setSizeAdjustPolicy(_NARROW)
        box.setMinimumContentsLength(22)
        choices = [(shown(title_of(choice)), choice) for choice in _choices(term.sort)]
        if term.sort == "name":
            names = dict.fromkeys((*term.offers, term.choice))
            own = [choice for _, choice in choices]
            choices += [(tr("Is {name}", name=name), name) for name in names if name not in own]
            choices.append((tr("Is another service …"), _ANOTHER))
        for title, choice in choices:
            box.addItem(title, choice)
        box.setCurrentIndex(max(0, box.findData(term.choice)))
        box.activated.connect(lambda _: self._on_chosen(term, box))
        return box

    def _on_chosen(self, term: Term, box: QComboBox) -> None:
        choice: str = box.currentData()
        if choice != _ANOTHER:
            self.choose(term.word, choice)
            return
        names = sorted((s.title for s in self.preview.plan.services.values()), key=str.casefold)
        chosen, sure = QInputDialog.getItem(
            self, tr("Is another service"), tr("{word} is:", word=term.word), names, 0
        )
        if sure and chosen in names:
            self.choose(term.word, chosen)
        else:
            box.setCurrentIndex(max(0, box.findData(term.choice)))

    # -------------------------------------------------------------------------------- choosing

    def choose(self, word: str, meaning: str) -> None:
        """Say what a word of the files becomes, and show what follows from it."""
        self._chosen[word] = meaning
        self._ask_again()

    def _ask_again(self) -> None:
        from bcp_planner.interchange import importing

        plan, sources = self._space.bridge.plan, self._sources
        terms = {**self._space.settings.import_terms, **self._chosen}
        name: str | None = self.format.currentData()
        self._reading.ask(lambda _: importing.preview(plan, sources, name, terms))

    def _on_busy(self, busy: bool) -> None:
        self.go.setEnabled(not busy)

    def _on_failed(self, problem: Exception) -> None:
        if not isinstance(problem, PlannerError):
            raise problem
        self.say_wrong(shown(str(problem)))
        self.go.setEnabled(False)

    def take(self) -> None:
        """Keep the choices for the next file, and take what is shown."""
        if self._chosen:
            settings = self._space.settings
            settings.import_terms = {**settings.import_terms, **self._chosen}
        self.accept()

    def done(self, result: int) -> None:
        self._reading.cancel()
        super().done(result)


def _mapping_table(name: str) -> QTableWidget:
    table = QTableWidget(0, 4)
    table.setHorizontalHeaderLabels(
        [tr("In the file"), tr("What it is"), tr("For example"), tr("Becomes")]
    )
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setAccessibleName(name)
    table.verticalHeader().hide()
    header = table.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
    header.setSectionResizeMode(3, QHeaderView.ResizeMode.ResizeToContents)
    return table


def _reader_names() -> Sequence[tuple[str, str]]:
    from bcp_planner.interchange import formats

    return formats.reader_names()


def _choices(sort: str) -> Sequence[str]:
    from bcp_planner.interchange import draft, headings

    known = {
        "kind": draft.KINDS,
        "relation": draft.RELATIONS,
        "column": headings.FIELDS,
        "name": (draft.NEW, draft.LEAVE_OUT),
    }
    return known.get(sort, ())


def _unique(terms: Sequence[Term]) -> list[Term]:
    """Return each word once, columns first, then by how often they stand there."""
    found = {(term.sort, term.word): term for term in terms if term.word}
    order = list(_SORTS)
    ranked = sorted(found.values(), key=lambda t: (order.index(t.sort), -t.count))
    return ranked[:_MOST_TERMS]


def title_of(choice: str) -> str:
    """Return a choice as people read it: ``Depends on``, ``RTO``, ``Leave out``."""
    plain = choice.replace("_", " ")
    return plain.upper() if choice in _SHORT else plain[:1].upper() + plain[1:]
