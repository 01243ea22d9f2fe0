"""A form for records of one type, generated from the descriptions of their fields."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from bcp_planner.domain.fields import FieldOf, Kind, fields_of
from bcp_planner.domain.service import ImpactPoint
from ui import icons
from ui.forms.aside import Aside
from ui.forms.editors import (
    ChoiceEditor,
    Editor,
    EstimateEditor,
    FlagEditor,
    LineEditor,
    LinesEditor,
    LongTextEditor,
    ReferenceEditor,
)
from ui.forms.impacts import ImpactsEditor
from ui.forms.lists import CountsEditor, RecordsEditor, ReferencesEditor
from ui.language import shown, tr
from ui.workspace import Workspace

_SKIPPED = (Kind.POINT,)
_WIDE = (Kind.LONG_TEXT, Kind.LINES, Kind.RECORDS, Kind.COUNTS, Kind.REFERENCES)
"""Kinds whose editor needs the whole width, below its label."""

_SIMPLE: Mapping[Kind, type[Editor]] = {
    Kind.LONG_TEXT: LongTextEditor,
    Kind.LINES: LinesEditor,
    Kind.ESTIMATE: EstimateEditor,
    Kind.FLAG: FlagEditor,
    Kind.CHOICE: ChoiceEditor,
    Kind.REFERENCE: ReferenceEditor,
    Kind.REFERENCES: ReferencesEditor,
    Kind.COUNTS: CountsEditor,
}


class Section(QWidget):
    """Fields under a heading that folds them away.

    Signals:
        folded(str, bool): the heading was clicked; its title and whether it is folded now.
    """

    folded = Signal(str, bool)

    def __init__(self, title: str, space: Workspace) -> None:
        super().__init__()
        self.title, self._space = title, space
        self.head = QToolButton()
        self.head.setText(shown(title))
        self.head.setCheckable(True)
        self.head.setChecked(True)
        self.head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.head.setFont(space.theme.font(bold=True))
        self.head.setProperty("fold", "true")
        self.head.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.body = QWidget()
        self.grid = QGridLayout(self.body)
        self.grid.setContentsMargins(8, 2, 4, 8)
        self.grid.setHorizontalSpacing(8)
        self.grid.setVerticalSpacing(6)
        self.grid.setColumnMinimumWidth(0, 88)
        self.grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.body)
        self.head.clicked.connect(lambda open_: self.folded.emit(self.title, not open_))
        self.head.toggled.connect(self._fold)
        space.themes.changed.connect(self._draw)
        self._draw()

    def set_folded(self, *, folded: bool) -> None:
        """Fold or unfold."""
        self.head.setChecked(not folded)

    def _fold(self, open_: bool) -> None:
        self.body.setVisible(open_)
        self._draw()

    def _draw(self) -> None:
        name = "down" if self.head.isChecked() else "next"
        self.head.setIcon(icons.icon(name, self._space.theme))


class RecordForm(QWidget):
    """Editors for every field of a record type, for one record or several at once.

    Signals:
        edited(str, object): the person gave a field another value.
    """

    edited = Signal(str, object)

    def __init__(
        self,
        record: type[Any],
        space: Workspace,
        *,
        skip: Collection[str] = (),
        asides: Mapping[str, Sequence[str]] | None = None,
        above: Sequence[tuple[str, QWidget]] = (),
    ) -> None:
        """Build the editors.

        Args:
            record: The record type.
            space: The window's shared objects.
            skip: Fields that are left out.
            asides: Group to the titles of columns beside its editors, filled by `set_aside`.
            above: Labels and widgets of the caller's own, in line with the fields and before them.
        """
        super().__init__()
        self._space = space
        self.editors: dict[str, Editor] = {}
        self.sections: dict[str, Section] = {}
        self._labels: dict[str, QLabel] = {}
        self._asides: dict[tuple[str, int], Aside] = {}
        self._titles = asides or {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        for text, widget in above:
            grid = self._section("").grid
            row = grid.rowCount()
            label = _small(text)
            label.setBuddy(widget)
            grid.addWidget(label, row, 0)
            grid.addWidget(widget, row, 1)
        for name, field in sorted(fields_of(record).items(), key=_is_id):
            if name not in skip and field.about.kind not in _SKIPPED:
                self._add(field)
        self._column.addStretch()

    def show_records(self, records: Sequence[Any]) -> None:
        """Show the common values of some records; where they differ, that they do."""
        if not records:
            return
        first = records[0]
        for name, editor in self.editors.items():
            value = getattr(first, name)
            mixed = any(getattr(record, name) != value for record in records[1:])
            editor.show_value(value, mixed=mixed)

    def set_aside(
        self,
        name: str,
        column: int,
        text: str,
        tone: str = "muted",
        why: Callable[[], str] | None = None,
    ) -> None:
        """Write beside a field; `tone` is `muted`, `good` or `wrong`, `why` makes the tooltip."""
        self._asides[name, column].write(text, tone, why)

    def focus_field(self, name: str) -> None:
        """Put the keyboard into a field, unfolding its heading."""
        editor = self.editors.get(name)
        if editor is None:
            return
        for section in self.sections.values():
            if section.isAncestorOf(editor):
                section.set_folded(folded=False)
        target = editor.focusProxy() or editor
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if isinstance(target, QLineEdit):
            target.selectAll()

    def set_read_only(self, *, read_only: bool) -> None:
        """Let nothing be edited, or everything again."""
        for editor in self.editors.values():
            editor.setEnabled(not read_only)

    def changeEvent(self, event: QEvent) -> None:
        """Take over another term for the longest tolerable outage."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            for editor in self.editors.values():
                self._word(editor.field)
                editor.reword()

    # ------------------------------------------------------------------------------- inside

    def _word(self, field: FieldOf) -> None:
        label = self._labels[field.name]
        label.setText(shown(field.about.label))
        label.setToolTip(shown(field.about.help))

    def _add(self, field: FieldOf) -> None:
        section = self._section(field.about.group)
        grid, row = section.grid, section.grid.rowCount()
        label = self._labels[field.name] = QLabel()
        self._word(field)
        label.setProperty("muted", "true")
        editor = self._editor(field)
        self.editors[field.name] = editor
        label.setBuddy(editor.focusProxy() or editor)
        editor.committed.connect(lambda value: self.edited.emit(field.name, value))
        beside = self._titles.get(field.about.group, ())
        if field.about.kind in _WIDE:
            grid.addWidget(label, row, 0, 1, 2 + len(beside))
            grid.addWidget(editor, row + 1, 0, 1, 2 + len(beside))
            return
        label.setWordWrap(True)
        grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        label.setContentsMargins(0, 5, 0, 0)
        grid.addWidget(editor, row, 1)
        if beside:  # the editor is narrow: what is wrong needs the whole width
            grid.addWidget(editor.wrong, row + 1, 0, 1, 2 + len(beside))
        for number in range(len(beside)):
            aside = Aside()
            aside.setContentsMargins(0, 5, 0, 0)
            self._asides[field.name, number] = aside
            grid.addWidget(aside, row, 2 + number, Qt.AlignmentFlag.AlignTop)

    def _section(self, title: str) -> Section:
        if title not in self.sections:
            section = Section(title or tr("Fields"), self._space)
            section.head.setVisible(bool(title))
            self.sections[title] = section
            self._column.addWidget(section)
            for number, text in enumerate(self._titles.get(title, ())):
                section.grid.addWidget(_small(text), 0, 2 + number)
            if self._titles.get(title):
                section.grid.addWidget(_small(tr("Declared")), 0, 1)
        return self.sections[title]

    def _editor(self, field: FieldOf) -> Editor:
        if field.about.record is ImpactPoint:
            return ImpactsEditor(field, self._space.bridge, self._space.themes)
        if field.about.kind is Kind.RECORDS:
            return RecordsEditor(field, self._space.bridge, self._space.themes)
        made = _SIMPLE.get(field.about.kind, LineEditor)
        return made(field, lambda: self._space.bridge.plan)


def _is_id(entry: tuple[str, FieldOf]) -> bool:
    return entry[1].about.kind is Kind.ID  # people look for the name first


def _small(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("muted", "true")
    return label
