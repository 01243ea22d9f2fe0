"""Editors of one field each: they show a value, parse what is typed and say what is wrong."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from bcp_planner.domain.entities import Estimate
from bcp_planner.domain.fields import FieldOf, Kind
from bcp_planner.domain.plan import Plan
from ui import language, words
from ui.forms.text import WrongText, estimate, from_text, to_text
from ui.language import mark, shown, tr
from ui.models.choices import ChoicesModel
from ui.sizing import scaled

PlanNow = Callable[[], Plan]
"""Gives the plan as it is now, to turn ids into names and back."""

_EMPTY_MEANS = re.compile(r"empty means ([^.;]+)")
_MIXED = mark("several values")
_NONE = mark("(none)")


class Editor(QWidget):
    """What every editor has in common.

    Signals:
        committed(object): the person finished a value that fits the field.
    """

    committed = Signal(object)

    def __init__(self, field: FieldOf, plan: PlanNow) -> None:
        super().__init__()
        self.field, self.plan = field, plan
        self.wrong = QLabel()
        self.wrong.setProperty("wrong", "true")
        self.wrong.setWordWrap(True)
        self.wrong.hide()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(2)

    def show_value(self, value: object, *, mixed: bool = False) -> None:
        """Show a value; `mixed` when several records have different ones."""
        raise NotImplementedError

    @property
    def problem(self) -> str:
        """The sentence on what is wrong with what was typed; empty when nothing is."""
        return self.wrong.text()

    def say_wrong(self, text: str) -> None:
        """Show what is wrong beside the field; empty when all is well again."""
        self.wrong.setText(text)
        self.wrong.setVisible(bool(text))
        self.wrong.setAccessibleName(text)

    def reword(self) -> None:
        """Name the field anew, in the terms that the plan uses now."""
        if (focus := self.focusProxy()) is not None:
            self._name(focus)

    def _end_with_wrong(self, focus: QWidget) -> None:
        self.column.addWidget(self.wrong)
        self._name(focus)
        self.setFocusProxy(focus)

    def _name(self, widget: QWidget, part: str = "") -> None:
        about = self.field.about
        widget.setAccessibleName(f"{shown(about.label)} {part}".strip())
        widget.setAccessibleDescription(shown(about.help))
        widget.setToolTip(shown(about.help))


def _is_for_the_plan(event: QEvent, can_undo: bool, can_redo: bool) -> bool:
    """Leave Undo and Redo to the plan when a field has nothing typed to take back.

    Returns:
        Whether the field must not see the event, a question whether it wants the key.
    """
    if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.ShortcutOverride:
        return False
    undo, redo = map(event.matches, (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo))
    if (undo and not can_undo) or (redo and not can_redo):
        event.ignore()
        return True
    return False


class TypedLine(QLineEdit):
    """A line that takes back what was typed on Escape, and keeps it on Enter."""

    def __init__(self) -> None:
        super().__init__()
        self.shown = ""
        self.setMinimumWidth(44)

    def show_text(self, text: str) -> None:
        """Show a text as the unchanged one; one that is too long for a line cannot be changed."""
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0)
        elif self.isUndoAvailable():
            place = self.cursorPosition()
            self.setText(text)  # what was typed is kept: the next Undo is the plan's
            self.setCursorPosition(place)
        self.shown = self.text()
        self.setReadOnly(self.shown != text)

    def mark(self, *, wrong: bool) -> None:
        """Draw the line as wrong or right."""
        if self.property("wrong") != ("true" if wrong else "false"):
            self.setProperty("wrong", "true" if wrong else "false")
            self.style().unpolish(self)
            self.style().polish(self)

    def event(self, event: QEvent) -> bool:
        if self._would_delete(event):
            event.accept()
            return True
        return _is_for_the_plan(event, self.isUndoAvailable(), self.isRedoAvailable()) or (
            super().event(event)
        )

    def _would_delete(self, event: QEvent) -> bool:
        """Whether it is a key for the letters of this line, whose service must not go instead."""
        deleting = {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}
        return self.isReadOnly() and isinstance(event, QKeyEvent) and event.key() in deleting

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text() != self.shown:
            self.setText(self.shown)
            self.editingFinished.emit()
            return
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()  # keeps the value; a dialog around it stays open


class LineEditor(Editor):
    """One line of text: words, durations, numbers, dates, tags."""

    def __init__(self, field: FieldOf, plan: PlanNow) -> None:
        super().__init__(field, plan)
        self.line = TypedLine()
        self.line.editingFinished.connect(self._on_finished)
        self.column.addWidget(self.line)
        self._end_with_wrong(self.line)

    def show_value(self, value: object, *, mixed: bool = False) -> None:
        self.line.show_text("" if mixed else to_text(self.field, value, self.plan()))
        self.line.setPlaceholderText(shown(_MIXED) if mixed else placeholder(self.field))
        self.line.mark(wrong=False)
        self.say_wrong("")

    def _on_finished(self) -> None:
        text = self.line.text()
        if text == self.line.shown:
            self.line.mark(wrong=False)
            self.say_wrong("")
            return
        try:
            value = from_text(self.field, text, self.plan())
        except WrongText as wrong:
            self.line.mark(wrong=True)
            self.say_wrong(str(wrong))
            return
        self.line.show_text(to_text(self.field, value, self.plan()))
        self.line.mark(wrong=False)
        self.say_wrong("")
        self.committed.emit(value)


class LongTextEditor(Editor):
    """Several lines of text; kept when the field is left, or with Ctrl+Enter."""

    hint = ""

    def __init__(self, field: FieldOf, plan: PlanNow) -> None:
        super().__init__(field, plan)
        self._given = self._shown = ""
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(scaled(self, 74))
        self.text.installEventFilter(self)
        self.column.addWidget(self.text)
        self._end_with_wrong(self.text)

    def show_value(self, value: object, *, mixed: bool = False) -> None:
        said = "" if mixed else self.text_of(value)
        self.text.setPlaceholderText(shown(_MIXED) if mixed else shown(self.hint))
        if said != self._given or self._typed() != self._shown:
            self.text.setPlainText(said)
            self._given, self._shown = said, self._typed()

    def text_of(self, value: object) -> str:
        """Return a value as the text to edit."""
        return str(value)

    def value_of(self, text: str) -> object:
        """Return what an edited text means."""
        return text

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        written = self.text.document()
        if _is_for_the_plan(event, written.isUndoAvailable(), written.isRedoAvailable()):
            return True
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            self._commit()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
            if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._commit()
                return True
        return False

    def _commit(self) -> None:
        text = self._typed()
        self.text.document().clearUndoRedoStacks()
        if text != self._shown:
            self._shown = text
            self.committed.emit(self.value_of(text.strip()))

    def _typed(self) -> str:
        """Return what stands in the field, with the spaces that must not break a line."""
        raw = self.text.document().toRawText()
        return raw.replace("\u2029", "\n").replace("\u2028", "\n")


class LinesEditor(LongTextEditor):
    """Several entries, one a line."""

    hint = mark("one on each line")

    def text_of(self, value: object) -> str:
        return "\n".join(cast("tuple[str, ...]", value))

    def value_of(self, text: str) -> object:
        return tuple(line.strip() for line in text.split("\n") if line.strip())


class EstimateEditor(Editor):
    """A working time: the likely one, and if wanted the best and the worst case."""

    def __init__(self, field: FieldOf, plan: PlanNow) -> None:
        super().__init__(field, plan)
        row = QHBoxLayout()
        row.setSpacing(4)
        self.lines: list[TypedLine] = []
        for part, hint in (
            (tr("best case"), tr("best")),
            (tr("likely"), tr("likely")),
            (tr("worst case"), tr("worst")),
        ):
            line = TypedLine()
            line.setPlaceholderText(hint)
            line.editingFinished.connect(self._on_finished)
            self._name(line, part)
            row.addWidget(line)
            self.lines.append(line)
        self.column.addLayout(row)
        self._end_with_wrong(self.lines[1])
        self.lines[1].setAccessibleName(tr("{label} likely", label=shown(field.about.label)))

    def show_value(self, value: object, *, mixed: bool = False) -> None:
        texts = ["", "", ""]
        if isinstance(value, Estimate) and not mixed:
            times = (value.optimistic, value.likely, value.pessimistic)
            texts = [words.duration(time) for time in times]
            if value.is_certain:
                texts = ["", texts[1], ""]
        for line, text in zip(self.lines, texts, strict=True):
            line.show_text(text)
            line.mark(wrong=False)
        self.lines[1].setPlaceholderText(shown(_MIXED) if mixed else shown(words.UNKNOWN))
        self.say_wrong("")

    def _on_finished(self) -> None:
        texts = [line.text().strip() for line in self.lines]
        if texts == [line.shown for line in self.lines]:
            self.say_wrong("")
            return
        try:
            value = self._parsed(texts)
        except WrongText as wrong:
            self.say_wrong(str(wrong))
            return
        self.show_value(value)
        self.committed.emit(value)

    def _parsed(self, texts: list[str]) -> Estimate | None:
        best, likely, worst = texts
        if not likely and not best and not worst:
            return None
        if "/" in likely:
            return cast("Estimate", from_text(self.field, likely, self.plan()))
        if not likely:
            raise WrongText(tr("Type the likely time as well."))
        middle = self._time(likely)
        return estimate(
            self._time(best) if best else middle, middle, self._time(worst) if worst else middle
        )

    def _time(self, text: str) -> int:
        return cast("Estimate", from_text(self.field, text, self.plan())).likely


class FlagEditor(Editor):
    """Yes or no."""

    def __init__(self, field: FieldOf, plan: PlanNow) -> None:
        super().__init__(field, plan)
        self.box = QCheckBox(tr("yes"))
        self.box.setMinimumHeight(scaled(self, 28))  # as tall as a line, so that labels align
        self.box.clicked.connect(self._on_clicked)
        self.column.addWidget(self.box)
        self._end_with_wrong(self.box)

    def show_value(self, value: object, *, mixed: bool = False) -> None:
        self.box.setTristate(mixed)
        state = Qt.CheckState.Checked if value else Qt.CheckState.Unchecked
        self.box.setCheckState(Qt.CheckState.PartiallyChecked if mixed else state)

    def _on_clicked(self) -> None:
        self.box.setTristate(False)
        self.committed.emit(self.box.isChecked())


class ChoiceEditor(Editor):
    """One of a few values."""

    def __init__(self, field: FieldOf, plan: PlanNow) -> None:
        super().__init__(field, plan)
        self.box = quiet_combo()
        for option in field.about.choices:
            self.box.addItem(words.choice(option), option)
        self.box.setPlaceholderText(shown(_MIXED))
        self.box.activated.connect(lambda: self.committed.emit(self.box.currentData()))
        self.column.addWidget(self.box)
        self._end_with_wrong(self.box)

    def show_value(self, value: object, *, mixed: bool = False) -> None:
        self.box.setCurrentIndex(-1 if mixed else self.box.findData(value))


class ReferenceEditor(Editor):
    """A record of another list, by name."""

    def __init__(self, field: FieldOf, plan: PlanNow) -> None:
        super().__init__(field, plan)
        self.box = quiet_combo()
        self._choices = ChoicesModel(plan, field.about.target, self.box)
        self.box.setModel(self._choices)
        self.box.setPlaceholderText(shown(_MIXED))
        self.box.activated.connect(lambda: self.committed.emit(self.box.currentData()))
        self.column.addWidget(self.box)
        self._end_with_wrong(self.box)

    def show_value(self, value: object, *, mixed: bool = False) -> None:
        keys = list(self.plan().table(self.field.about.target))
        self._choices.offer(keys, shown(_NONE) if self.field.optional else None)
        self.box.setCurrentIndex(-1 if mixed else self._choices.place_of(value))


def quiet_combo() -> QComboBox:
    """Return a list that the mouse wheel only turns while it has the focus."""
    box = QComboBox()
    box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(6)
    box.installEventFilter(_wheel_guard())
    return box


class _WheelGuard(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        wheel = event.type() == QEvent.Type.Wheel
        if wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return False


_GUARDS: list[_WheelGuard] = []


def _wheel_guard() -> _WheelGuard:
    if not _GUARDS:
        _GUARDS.append(_WheelGuard())
    return _GUARDS[0]


def placeholder(field: FieldOf) -> str:
    """Return what an empty field says: unknown is unknown, not nothing and not zero."""
    hints: Mapping[Kind, str] = {
        Kind.TAGS: tr("words, separated by commas"),
        Kind.DATE: language.dated("2026-03-31"),
    }
    meaning = _EMPTY_MEANS.search(field.about.help)
    if meaning is not None:
        return shown(meaning.group(1))
    if field.optional and field.about.kind is not Kind.DATE:
        return shown(words.UNKNOWN)
    return hints.get(field.about.kind, "")
