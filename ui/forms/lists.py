"""Editors of fields that hold several things: people needed, providers, nested records."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSpinBox,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from bcp_planner.domain.fields import FieldOf, Kind
from ui.bridge import PlanBridge
from ui.forms.cells import CellDelegate
from ui.forms.editors import Editor, PlanNow, quiet_combo
from ui.forms.text import name_in
from ui.language import shown, tr
from ui.models.choices import ChoicesModel
from ui.models.records import RecordsModel, new_record
from ui.plain_text import plain
from ui.sizing import indented, open_at, scaled
from ui.theme import ThemeStore

_MOST_PEOPLE = 999
_FEW = 3
"""Columns up to which words take all the room there is."""


class NamedRows(Editor):
    """Rows of names with a button to take each out, and a list to add from."""

    def __init__(self, field: FieldOf, plan: PlanNow) -> None:
        super().__init__(field, plan)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(3)
        self.column.addLayout(self._rows)
        self.adder = quiet_combo()
        self._choices = ChoicesModel(plan, field.about.target, self.adder)
        self.adder.setModel(self._choices)
        self.adder.activated.connect(self._on_added)
        self.column.addWidget(self.adder)
        self._end_with_wrong(self.adder)
        self.adder.setAccessibleName(tr("Add to {label}", label=shown(field.about.label)))

    def ids(self) -> list[str]:
        """Return the ids that are shown."""
        raise NotImplementedError

    def add(self, record_id: str) -> None:
        """Take one more in."""
        raise NotImplementedError

    def fill(self, rows: list[QWidget]) -> None:
        """Show these rows, and offer what is not among them."""
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for row in rows:
            self._rows.addWidget(row)
        plan, target = self.plan(), self.field.about.target
        taken = frozenset(self.ids())
        offered = [key for key in plan.table(target) if key not in taken]
        self._choices.offer(offered, tr("Add …"))
        self.adder.setCurrentIndex(0)
        self.adder.setEnabled(self.adder.count() > 1)

    def row(
        self, record_id: str, remove: Callable[[], None], extra: QWidget | None = None
    ) -> QWidget:
        """Return a row with a name, something more if wanted, and a button that removes it."""
        name = name_in(self.plan(), self.field.about.target, record_id)
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(2, 0, 0, 0)
        line.setSpacing(4)
        label = QLabel(name)
        label.setToolTip(plain(name))
        label.setMinimumWidth(40)
        line.addWidget(label, 1)
        if extra is not None:
            line.addWidget(extra)
        button = QPushButton(tr("Remove"))
        button.setProperty("link", "true")
        button.setAccessibleName(tr("Remove {name}", name=name))
        button.clicked.connect(remove)
        line.addWidget(button)
        return row

    def _on_added(self) -> None:
        chosen = self.adder.currentData()
        if chosen is not None:
            self.add(str(chosen))


class CountsEditor(NamedRows):
    """Records of another list, each with a number: the people needed of each team."""

    def __init__(self, field: FieldOf, plan: PlanNow) -> None:
        self._counts: dict[str, int] = {}
        super().__init__(field, plan)

    def ids(self) -> list[str]:
        return list(self._counts)

    def show_value(self, value: object, *, mixed: bool = False) -> None:
        self._counts = {} if mixed else dict(cast("Mapping[str, int]", value))
        self.fill([self.row(key, self._remover(key), self._spin(key)) for key in self._counts])
        self.say_wrong(tr("These differ between the selected services.") if mixed else "")

    def add(self, record_id: str) -> None:
        self._commit({**self._counts, record_id: 1})

    def _remover(self, key: str) -> Callable[[], None]:
        return lambda: self._commit({k: n for k, n in self._counts.items() if k != key})

    def _spin(self, key: str) -> QSpinBox:
        spin = indented(QSpinBox(minimum=1, maximum=_MOST_PEOPLE, value=self._counts[key]))
        spin.setAccessibleName(
            tr("People of {plan}", plan=name_in(self.plan(), self.field.about.target, key))
        )
        spin.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        spin.editingFinished.connect(lambda: self._commit({**self._counts, key: spin.value()}))
        return spin

    def _commit(self, counts: dict[str, int]) -> None:
        if counts != self._counts:
            self.show_value(counts)
            self.committed.emit(counts)


class ReferencesEditor(NamedRows):
    """Records of another list, in order."""

    def __init__(self, field: FieldOf, plan: PlanNow) -> None:
        self._ids: tuple[str, ...] = ()
        super().__init__(field, plan)

    def ids(self) -> list[str]:
        return list(self._ids)

    def show_value(self, value: object, *, mixed: bool = False) -> None:
        self._ids = () if mixed else cast("tuple[str, ...]", value)
        self.fill([self.row(key, self._remover(key)) for key in self._ids])
        self.say_wrong(tr("These differ between what is selected.") if mixed else "")

    def add(self, record_id: str) -> None:
        self._commit((*self._ids, record_id))

    def _remover(self, key: str) -> Callable[[], None]:
        return lambda: self._commit(tuple(item for item in self._ids if item != key))

    def _commit(self, ids: tuple[str, ...]) -> None:
        if len(ids) < (self.field.about.minimum or 0):
            self.say_wrong(
                tr("{label}: at least one is needed.", label=shown(self.field.about.label))
            )
            return
        self.show_value(ids)
        self.committed.emit(ids)


class RecordsEditor(Editor):
    """Nested records as a small table."""

    def __init__(
        self, field: FieldOf, bridge: PlanBridge, themes: ThemeStore, *, large: bool = False
    ) -> None:
        super().__init__(field, lambda: bridge.plan)
        self._bridge, self._themes = bridge, themes
        self.model = RecordsModel(cast("type[Any]", field.about.record), lambda: bridge.plan, self)
        self.model.edited.connect(self.committed)
        self.model.refused.connect(self.say_wrong)
        self.view = QTableView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(CellDelegate(bridge, self.view))
        self.view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.view.verticalHeader().hide()
        self.view.verticalHeader().setDefaultSectionSize(scaled(self.view, 26))
        self.view.horizontalHeader().setStretchLastSection(True)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self.view.horizontalHeader().setDefaultAlignment(left)
        self.view.setProperty("framed", "true")
        self.view.setTabKeyNavigation(False)
        self.column.addWidget(self.view)
        self.column.addLayout(self._buttons(large=large))
        self._end_with_wrong(self.view)
        self._large = large
        self._widths()

    def show_value(self, value: object, *, mixed: bool = False) -> None:
        self.model.show(() if mixed else cast("tuple[Any, ...]", value))
        self.say_wrong(tr("These differ between the selected services.") if mixed else "")
        self._fit()

    def add_row(self) -> None:
        """Add a record with nothing filled in, and let its first cell be typed."""
        made = new_record(self.model.record, self._bridge.plan, self.model.records)
        if made is None:
            target = next(iter(self.model.fields)).about.target
            self.say_wrong(tr("There is nothing left to add; first add {target}.", target=target))
            return
        self.model.replace_all((*self.model.records, made))
        self._fit()
        index = self.model.index(self.model.rowCount() - 1, 0)
        self.view.setCurrentIndex(index)
        if self.model.fields[0].about.kind is not Kind.REFERENCE:
            self.view.edit(index)

    def remove_rows(self) -> None:
        """Remove the selected records."""
        gone = {index.row() for index in self.view.selectionModel().selectedIndexes()}
        kept = [r for row, r in enumerate(self.model.records) if row not in gone]
        if gone:
            self.model.replace_all(tuple(kept))
            self._fit()

    def move_row(self, step: int) -> None:
        """Move the current record up (-1) or down (1)."""
        row = self.view.currentIndex().row()
        other = row + step
        if 0 <= row < self.model.rowCount() and 0 <= other < self.model.rowCount():
            records = list(self.model.records)
            records[row], records[other] = records[other], records[row]
            self.model.replace_all(tuple(records))
            self.view.selectRow(other)

    # ------------------------------------------------------------------------------- inside

    def _buttons(self, *, large: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2)
        commands: list[tuple[str, str, Callable[[], object]]] = [
            (tr("Add"), "", self.add_row),
            (tr("Remove"), "", self.remove_rows),
            ("↑", tr("Move up"), lambda: self.move_row(-1)),
            ("↓", tr("Move down"), lambda: self.move_row(1)),
        ]
        if not large:
            commands.append((tr("Enlarge…"), "", self._enlarge))
        for text, tip, do in commands:
            button = QPushButton(text)
            button.setToolTip(tip)
            button.setProperty("link", "true")
            spoken = (tip or text).rstrip("…")
            button.setAccessibleName(f"{spoken}: {shown(self.field.about.label)}")
            button.clicked.connect(do)
            row.addWidget(button)
        row.addStretch()
        return row

    def _widths(self) -> None:
        for place, field in enumerate(self.model.fields):
            wide = field.about.kind in (Kind.TEXT, Kind.LONG_TEXT, Kind.REFERENCE)
            width = (220 if wide else 120) if self._large else (150 if wide else 92)
            if wide and place == 0:  # what the record is about; the others may be empty
                width += 100
            self.view.setColumnWidth(place, scaled(self, width))
            if wide and len(self.model.fields) <= _FEW:
                header = self.view.horizontalHeader()
                header.setStretchLastSection(False)
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)

    def _fit(self) -> None:
        if self._large:
            return
        shown = min(6, max(1, self.model.rowCount()))
        head = self.view.horizontalHeader().sizeHint().height()
        self.view.setFixedHeight(
            shown * self.view.verticalHeader().defaultSectionSize() + head + 14
        )

    def _enlarge(self) -> None:
        dialog = QDialog(self.window())
        dialog.setWindowTitle(shown(self.field.about.label))
        twin = RecordsEditor(self.field, self._bridge, self._themes, large=True)
        twin.show_value(self.model.records)
        twin.committed.connect(self._take)
        done = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        done.rejected.connect(dialog.accept)
        column = QVBoxLayout(dialog)
        about = QLabel(shown(self.field.about.help))
        about.setProperty("muted", "true")
        for widget in (about, twin, done):
            column.addWidget(widget)
        open_at(dialog, 900, 480)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _take(self, records: object) -> None:
        self.show_value(records)
        self.committed.emit(records)
