"""A filter put together from lists, for those who do not type it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from bcp_planner.domain.fields import Kind
from ui import icons, words
from ui.language import shown, tr
from ui.models.columns import FieldColumn
from ui.query import ANY, CONTAINS, NONE, Condition, Query, is_measured, written
from ui.sizing import scaled
from ui.workspace import Workspace

_FIRST = ("owner", "kind", "tags", "tier", "rto", "unit", "site", "name", "state", "blast")
"""Fields that are asked for most, on top of the list."""


class ConditionsDialog(QDialog):
    """A row for each condition; what is shown follows at once."""

    def __init__(self, parent: QWidget, space: Workspace) -> None:
        super().__init__(parent)
        self._space = space
        self._rows: list[ConditionRow] = []
        self.setWindowTitle(tr("Filter by conditions"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        said = QLabel(tr("Shows only the services that meet all of these conditions."))
        said.setProperty("muted", "true")
        self.counted = QLabel()
        self.problem = QLabel(wordWrap=True)
        self.problem.setProperty("wrong", "true")
        self.more = QPushButton(tr("Add a condition"))
        self.more.clicked.connect(self._add_another)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        clear = buttons.addButton(tr("Show all"), QDialogButtonBox.ButtonRole.ResetRole)
        clear.clicked.connect(self._clear)
        buttons.rejected.connect(self.reject)
        self._list = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.addWidget(said)
        column.addLayout(self._list)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.problem)
        column.addStretch()
        column.addWidget(self.counted)
        column.addWidget(buttons)
        self.setMinimumWidth(scaled(self, 520))
        for condition in space.filter.conditions:
            self.add(condition)
        if not self._rows:
            self.add()
        self._tell()

    @property
    def rows(self) -> tuple[ConditionRow, ...]:
        """The conditions, from above."""
        return tuple(self._rows)

    def add(self, condition: Condition | None = None) -> ConditionRow:
        """Add a row, for a condition that there is or for a new one."""
        row = ConditionRow(self._space, condition)
        row.changed = self.apply
        row.remove.clicked.connect(lambda: self._remove(row))
        self._rows.append(row)
        self._list.addWidget(row)
        return row

    def apply(self) -> None:
        """Show what meets the conditions as they are now."""
        conditions = [found for row in self._rows if (found := row.condition()) is not None]
        self._space.filter.say(written(conditions), hides=True)
        self._tell()

    # ------------------------------------------------------------------------------- inside

    def _add_another(self) -> None:
        self.add().field.setFocus()

    def _remove(self, row: ConditionRow) -> None:
        self._rows.remove(row)
        row.hide()
        row.deleteLater()
        self.apply()
        self.more.setFocus()

    def _clear(self) -> None:
        for row in tuple(self._rows):
            self._remove(row)
        self.add()

    def _tell(self) -> None:
        found, total = self._space.filter, len(self._space.bridge.plan.services)
        shown = len(found.matches) if found.conditions else total
        self.counted.setText(
            tr("{shown:,} of {total:,} services are shown.", shown=shown, total=total)
        )
        self.problem.setText(found.problem)


class ConditionRow(QWidget):
    """One condition: a field, how it is compared, and with what."""

    def __init__(self, space: Workspace, condition: Condition | None) -> None:
        super().__init__()
        self._space = space
        self.changed = lambda: None
        self.field, self.sign, self.value = QComboBox(), QComboBox(), QComboBox()
        self.field.setAccessibleName(tr("Field"))
        self.sign.setAccessibleName(tr("Comparison"))
        self.value.setAccessibleName(tr("Value"))
        self.value.setEditable(True)
        self.value.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        line = self.value.lineEdit()
        if isinstance(line, QLineEdit):
            line.setPlaceholderText(tr("Value"))
        self.remove = QToolButton()
        self.remove.setAccessibleName(tr("Remove this condition"))
        self.remove.setToolTip(tr("Remove this condition"))
        self.remove.setIcon(icons.icon("close", space.theme))
        self._fill_fields()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        for widget, stretch in ((self.field, 2), (self.sign, 2), (self.value, 3)):
            row.addWidget(widget, stretch)
        row.addWidget(self.remove)
        if condition is not None:
            self._show(condition)
        else:
            self._on_field()
        self.field.activated.connect(self._on_field)
        self.sign.activated.connect(self._on_sign)
        self.value.editTextChanged.connect(lambda _: self.changed())

    def condition(self) -> Condition | None:
        """Return the condition; None while it has no value."""
        sign, contrary, fixed = self.sign.currentData()
        value = fixed or self.value.currentText().strip().replace('"', "")
        if not value:
            return None
        return Condition(value, self.field.currentData(), sign, contrary)

    # ------------------------------------------------------------------------------- inside

    @property
    def _query(self) -> Query:
        return self._space.filter.query

    def _fill_fields(self) -> None:
        self.field.addItem(tr("Any field"), "")
        names = self._query.names()
        for name in (*_FIRST, *(name for name in names if name not in _FIRST)):
            column = self._query.column(name)
            if column is not None:
                self.field.addItem(shown(column.label), name)

    def _show(self, condition: Condition) -> None:
        column = self._query.column(condition.field)
        self.field.setCurrentIndex(max(0, self.field.findData(column.name if column else "")))
        self._fill_signs()
        fixed = condition.value if condition.value in (NONE, ANY) else ""
        wanted = [condition.sign, condition.contrary, fixed]
        data = [list(self.sign.itemData(place)) for place in range(self.sign.count())]
        self.sign.setCurrentIndex(data.index(wanted) if wanted in data else 0)
        self._fill_values()
        self.value.setEditText("" if fixed else condition.value)
        self.value.setEnabled(not fixed)

    def _on_field(self) -> None:
        self._fill_signs()
        self._fill_values()
        self._on_sign()

    def _on_sign(self) -> None:
        _, _, fixed = self.sign.currentData()
        self.value.setEnabled(not fixed)
        self.changed()

    def _fill_signs(self) -> None:
        self.sign.clear()
        column = self._query.column(self.field.currentData())
        if column is not None and is_measured(column):
            signs = (("<=", tr("at most")), (">=", tr("at least")), ("<", tr("less than")))
            for sign, text in (*signs, (">", tr("more than")), ("=", tr("is exactly"))):
                self.sign.addItem(text, (sign, False, ""))
        else:
            self.sign.addItem(tr("contains"), (CONTAINS, False, ""))
            self.sign.addItem(tr("does not contain"), (CONTAINS, True, ""))
        if column is not None:
            self.sign.addItem(tr("is known"), (CONTAINS, False, ANY))
            self.sign.addItem(tr("is not known"), (CONTAINS, False, NONE))

    def _fill_values(self) -> None:
        self.value.blockSignals(True)
        self.value.clear()
        column = self._query.column(self.field.currentData())
        if isinstance(column, FieldColumn) and column.field.about.kind is Kind.CHOICE:
            self.value.addItems([words.choice(each) for each in column.field.about.choices])
        elif column is not None and not is_measured(column):
            services = self._space.bridge.plan.services.values()
            texts = {column.text(service) for service in services} - {""}
            self.value.addItems(sorted(text for text in texts if len(text) <= 40)[:100])
        self.value.setEditText("")
        self.value.blockSignals(False)
