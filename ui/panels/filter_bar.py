"""The bar that finds and filters: a line, a counter to jump by, a chip for each condition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui import icons, words
from ui.language import mark, shown, tr
from ui.panels.filter_line import FilterLine
from ui.query import CONTAINS, Condition, Query, is_chosen
from ui.workspace import Workspace

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_ROOMY = 560
"""Width in pixels from which on the buttons for the next and the last one found have room."""


class FilterBar(QWidget):
    """Finds services and, if wanted, hides all others.

    Signals:
        found(str): this service is the one to look at now.
        left(): the person is done here.
    """

    found = Signal(str)
    left = Signal()

    def __init__(self, space: Workspace) -> None:
        super().__init__()
        self._space = space
        self._place = -1
        self.setProperty("bar", "true")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.line = FilterLine(space)
        self.line.setAccessibleName(tr("Find or filter services"))
        self.line.setPlaceholderText(tr("Any word, or owner:ward  kind:data  rto<4h"))
        self.counter = QLabel()
        self.counter.setProperty("muted", "true")
        self.only = QCheckBox(tr("Show only these"))
        self.only.setToolTip(tr("Hides all others on the canvas, in the table and the outline."))
        self.only.toggled.connect(lambda on: space.filter.say(self.line.text(), hides=on))
        self.form = QPushButton(tr("Conditions…"))
        self.form.setToolTip(tr("Put a filter together without typing it."))
        self.form.clicked.connect(self.open_form)
        self.before = self._button("up", tr("Previous one found (Shift+Enter)"), -1)
        self.after = self._button("down", tr("Next one found (Enter)"), 1)
        self.close_button = self._button("close", tr("Clear the filter and close (Esc)"), 0)
        self._chips = QWidget()
        self._chips.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._problem = QLabel(wordWrap=True)
        self._problem.setProperty("wrong", "true")
        self._lay_out()
        space.filter.changed.connect(self._follow)
        space.themes.changed.connect(self._recolour)
        self._recolour()
        self.hide()

    def begin(self, *, hides: bool = False) -> None:
        """Show the bar and let the keyboard type into it."""
        self.show()
        if hides:
            self.only.setChecked(True)
        self.line.selectAll()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        """Clear the filter and go."""
        self._space.filter.clear()
        self.hide()
        self.left.emit()

    def step(self, by: int) -> None:
        """Go to the next service found, or back to the one before; round at the ends."""
        self.line.apply()
        matches = self._space.filter.matches
        if not matches:
            return
        start = self._place if self._place >= 0 else (-1 if by > 0 else 0)
        self._place = (start + by) % len(matches)
        self._count()
        self.found.emit(matches[self._place])

    def open_form(self) -> None:
        """Offer the conditions as a form."""
        from ui.dialogs.conditions import ConditionsDialog

        ConditionsDialog(self.window(), self._space).open()

    # ------------------------------------------------------------------------------- inside

    def _button(self, icon: str, tip: str, by: int) -> QToolButton:
        button = QToolButton()
        button.setProperty("picture", icon)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.clicked.connect(self.leave if not by else lambda: self.step(by))
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.line, 1)
        for part in (self.counter, self.before, self.after, self.only, self.form):
            row.addWidget(part)
        row.addWidget(self.close_button)
        chips = QHBoxLayout(self._chips)
        chips.setContentsMargins(0, 0, 0, 0)
        chips.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 12, 6)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._chips)
        column.addWidget(self._problem)
        self._chips.hide()
        self._problem.hide()

    def _follow(self) -> None:
        found = self._space.filter
        self._place = -1
        self.only.blockSignals(True)
        self.only.setChecked(found.hides)
        self.only.blockSignals(False)
        self._problem.setText(found.problem)
        self._problem.setVisible(bool(found.problem))
        self._show_chips()
        self._count()
        if found.hides and found.conditions:
            self.show()

    def _count(self) -> None:
        found = self._space.filter
        total = len(found.matches)
        if not found.conditions or found.problem:
            self.counter.setText("")
        elif not total:
            self.counter.setText(tr("none fits"))
        elif self._place >= 0:
            self.counter.setText(tr("{place:,} of {total:,}", place=self._place + 1, total=total))
        else:
            self.counter.setText(tr("{total:,} found", total=total))

    def _show_chips(self) -> None:
        row = self._chips.layout()
        while row is not None and (item := row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        fields = [each for each in self._space.filter.conditions if each.field]
        if isinstance(row, QHBoxLayout):
            for condition in fields:
                row.addWidget(self._chip(condition))
            row.addStretch()
        self._chips.setVisible(bool(fields))

    def _chip(self, condition: Condition) -> QToolButton:
        said = in_words(self._space.filter.query, condition)
        chip = QToolButton()
        chip.setText(f"{said}   ✕")
        chip.setProperty("chip", "true")
        chip.setToolTip(tr("Remove this condition"))
        chip.setAccessibleName(tr("Remove the condition {said}", said=said))
        chip.clicked.connect(lambda: self._space.filter.drop(condition))
        return chip

    def _recolour(self) -> None:
        for button in (self.before, self.after, self.close_button):
            button.setIcon(icons.icon(str(button.property("picture")), self._space.theme))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.step(-1 if shift else 1)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for part in (self.before, self.after, self.form):
            part.setVisible(self.width() >= _ROOMY)

    def minimumSizeHint(self) -> QSize:
        return QSize(280, super().minimumSizeHint().height())


_SAID = {
    "<": mark("less than"),
    "<=": mark("at most"),
    ">": mark("more than"),
    ">=": mark("at least"),
    "=": mark("is"),
}


def in_words(query: Query, condition: Condition) -> str:
    """Return a condition as a chip says it: `RTO less than 4h`."""
    column = query.column(condition.field)
    label = column.label if column is not None else condition.field.capitalize()
    value = {"none": tr("unknown"), "any": tr("known")}.get(condition.value, condition.value)
    minus = tr("not ") if condition.contrary else ""
    label = shown(label)
    if condition.sign == CONTAINS:
        parts = [part.strip() for part in value.split(",")]
        if column is not None and is_chosen(column):
            parts = [words.choice(part) for part in parts]
        return f"{minus}{label}: {tr(' or ').join(parts)}"
    return f"{minus}{label} {shown(_SAID[condition.sign])} {value}"
