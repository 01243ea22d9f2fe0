"""What an import would do, before it is done, and what the words of the files become."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHeaderView,
    QInputDialog,
    QLabel,
    QListView,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from bcp_planner.domain.errors import PlannerError
from ui import words
from ui.jobs import Channel
from ui.language import mark, shown, tr
from ui.workspace import Workspace

if TYPE_CHECKING:
    from bcp_planner.interchange.importing import Preview
    from bcp_planner.interchange.incoming import ImportReport, Term
    from bcp_planner.interchange.sources import Source

_ONE = {
    "services": "service",
    "requirements": "requirement",
    "teams": "team",
    "contacts": "contact",
    "scenarios": "scenario",
}
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
_NARROW = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon


class ImportDialog(QDialog):
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
        super().__init__(parent)
        self.setWindowTitle(tr("Import {name}", name=name))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.preview = preview
        self._space, self._sources = space, sources
        self._chosen: dict[str, str] = {}
        self._reading: Channel[Preview] = Channel(tr("Reading the files"), self)
        self._reading.ready.connect(self._show)
        self._reading.failed.connect(self._on_failed)
        self._reading.busy_changed.connect(self._on_busy)
        self._build()
        self._show(preview)
        self.resize(760, 600)

    def _build(self) -> None:
        self.said = QLabel(wordWrap=True)
        self.unmatched = QLabel(wordWrap=True)
        self.wrong = QLabel(wordWrap=True)
        self.wrong.setProperty("wrong", "true")
        self.wrong.hide()
        self.format = QComboBox()
        self.format.setAccessibleName(tr("Read as"))
        self.format.addItem(tr("As recognised"), None)
        for name, title in _reader_names():
            self.format.addItem(title, name)
        self.format.activated.connect(lambda _: self._ask_again())
        form = QFormLayout()
        form.addRow(tr("Read as"), self.format)
        self.read_as = QLabel(wordWrap=True)
        self.read_as.setProperty("muted", "true")
        form.addRow("", self.read_as)
        self.pages = QTabWidget()
        self.mapping = _mapping_table()
        self.pages.addTab(self.mapping, tr("Mapping"))
        self._lists = {word: _list(word) for word in _pages()}
        for word, view in self._lists.items():
            self.pages.addTab(view, word)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.go = buttons.addButton(tr("Import"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setProperty("primary", "true")
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        column.addWidget(self.said)
        column.addWidget(self.unmatched)
        column.addLayout(form)
        column.addWidget(self.pages, 1)
        column.addWidget(self.wrong)
        column.addWidget(buttons)

    # -------------------------------------------------------------------------------- showing

    def _show(self, preview: Preview) -> None:
        from bcp_planner.interchange.draft import NEW

        self.preview = preview
        self.wrong.hide()
        self.said.setText(summary(preview.report))
        unmatched = sum(1 for term in preview.terms if term.sort == "name" and term.choice == NEW)
        self.unmatched.setText(
            tr(
                "{names} in the lists of dependencies have no row of their own and are added as "
                "services; choose below where another one is meant.",
                names=words.count(unmatched, "name"),
            )
        )
        self.unmatched.setVisible(bool(unmatched))
        self.read_as.setText("; ".join(f"{name}: {title}" for name, title in preview.read_as))
        self._show_terms(_unique(preview.terms))
        report = preview.report
        told = {
            is_note: [
                f"{item.what}: {item.why}" for item in report.skipped if item.is_note is is_note
            ]
            for is_note in (False, True)
        }
        lines = (_lines(report.added), _lines(report.changed), told[False], told[True])
        for number, (word, found) in enumerate(zip(_pages(), lines, strict=True), start=1):
            model = self._lists[word].model()
            if isinstance(model, QStringListModel):
                model.setStringList(found)
            self.pages.setTabText(number, f"{word} ({len(found):,})")

    def _show_terms(self, terms: Sequence[Term]) -> None:
        self.pages.setTabVisible(0, bool(terms))
        self.mapping.setRowCount(len(terms))
        for row, term in enumerate(terms):
            times = term.example or words.count(term.count, "time")
            texts = (term.word, shown(_SORTS.get(term.sort, term.sort)), times)
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.mapping.setItem(row, column, item)
            self.mapping.setCellWidget(row, 3, self._box(term))

    def _box(self, term: Term) -> QComboBox:
        """Return the list of what a word can become."""
        box = QComboBox()
        box.setAccessibleName(tr("What {word} becomes", word=term.word))
        box.setSizeAdjustPolicy(_NARROW)
        box.setMinimumContentsLength(22)
        choices = [(title_of(choice), choice) for choice in _choices(term.sort)]
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
        self.wrong.setText(str(problem))
        self.wrong.show()
        self.go.setEnabled(False)

    def _on_accepted(self) -> None:
        if self._chosen:
            settings = self._space.settings
            settings.import_terms = {**settings.import_terms, **self._chosen}
        self.accept()

    def done(self, result: int) -> None:
        self._reading.cancel()
        super().done(result)


def _pages() -> tuple[str, ...]:
    return tr("Added"), tr("Changed"), tr("Left out"), tr("Notes")


def _mapping_table() -> QTableWidget:
    table = QTableWidget(0, 4)
    table.setHorizontalHeaderLabels(
        [tr("In the file"), tr("What it is"), tr("For example"), tr("Becomes")]
    )
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setAccessibleName(tr("What the words of the files become"))
    table.verticalHeader().hide()
    header = table.horizontalHeader()
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
    header.setSectionResizeMode(3, QHeaderView.ResizeMode.ResizeToContents)
    return table


def _list(name: str) -> QListView:
    view = QListView()
    view.setModel(QStringListModel(view))
    view.setAccessibleName(name)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setUniformItemSizes(True)
    return view


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


def _lines(lists: Mapping[str, tuple[str, ...]]) -> list[str]:
    return [f"{_named(name)} {key}" for name, keys in lists.items() for key in keys]


def _named(list_name: str) -> str:
    return words.choice(_ONE.get(list_name, list_name))


def summary(report: ImportReport) -> str:
    """Return what an import adds and changes, in a sentence."""
    added, changed = _counted(report.added), _counted(report.changed)
    parts = [
        tr("Adds {added}", added=added) if added else "",
        tr("changes {changed}", changed=changed) if changed else "",
    ]
    text = tr(" and ").join(part for part in parts if part) or tr("Nothing in it is new")
    return f"{text[:1].upper()}{text[1:]}."


def _counted(lists: Mapping[str, tuple[str, ...]]) -> str:
    found = [words.count(len(ids), _ONE[name]) for name, ids in lists.items() if name in _ONE]
    if "plan" in lists:
        found.append(tr("the plan's details"))
    return ", ".join(found)
