"""The events list of an exercise: looked through, changed, ordered, kept in step with the plan."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from bcp_planner.domain.durations import DurationError, format_human, parse_human
from bcp_planner.domain.exercising import Event, Inject
from bcp_planner.exercises import preparation
from bcp_planner.exercises.msel import clock_text
from ui import words
from ui.exercise.grid import Grid
from ui.language import mark, tr
from ui.workspace import Workspace

_SHORT = {
    "at": "T+",
    "sender": mark("From"),
    "receiver": mark("To"),
    "delivery": mark("Delivery"),
    "reference": mark("Plan reference"),
}
_LONG = {"text": mark("Inject"), "expected": mark("Expected action")}


class Prose(QPlainTextEdit):
    """Several lines of text; says when the focus leaves it, so that they can be kept."""

    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class PreparingTab(QWidget):
    """The injects of one event, with a form for the chosen one."""

    def __init__(self, space: Workspace) -> None:
        super().__init__()
        self._space = space
        self._event: Event | None = None
        self.list = Grid(
            tr("Injects"), (tr("No."), "T+", tr("Type"), tr("Inject"), tr("To")), wide=3
        )
        self.list.currentCellChanged.connect(lambda *_: self._show_inject())
        self.short = {name: QLineEdit() for name in _SHORT}
        self.long = {name: Prose() for name in _LONG}
        form = QFormLayout()
        for name, label in _SHORT.items():
            form.addRow(f"&{label}" if label != "T+" else "&T+", self.short[name])
            self.short[name].editingFinished.connect(lambda name=name: self._keep_short(name))
        for name, label in _LONG.items():
            form.addRow(label, self.long[name])
            self.long[name].setTabChangesFocus(True)
            self.long[name].setAccessibleName(label)
            self.long[name].left.connect(self._keep_long)
        self.said = QLabel(wordWrap=True)
        self.said.setProperty("muted", "true")
        row = QHBoxLayout()
        for text, tip, action in (
            (tr("&Add"), tr("Adds an inject of your own after the chosen one"), self._add),
            (
                tr("&Remove"),
                tr("Removes the chosen inject; it is not proposed again"),
                self._remove,
            ),
            (
                tr("&Up"),
                tr("Moves the chosen inject up; it keeps its number"),
                lambda: self._move(-1),
            ),
            (
                tr("&Down"),
                tr("Moves the chosen inject down; it keeps its number"),
                lambda: self._move(1),
            ),
            (tr("What has &changed?"), tr("What the plan of today says otherwise"), self.compare),
        ):
            button = QPushButton(text)
            button.setToolTip(tip)
            button.clicked.connect(action)
            row.addWidget(button)
        self.accept_button = QPushButton(tr("Take o&ver"))
        self.accept_button.setToolTip(tr("Takes over what nobody has edited by hand"))
        self.accept_button.clicked.connect(self._accept)
        self.accept_button.hide()
        row.addWidget(self.accept_button)
        row.addStretch()
        side = QWidget()
        side.setLayout(form)
        parts = QSplitter()
        parts.addWidget(self.list)
        parts.addWidget(side)
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 2)
        column = QVBoxLayout(self)
        column.addLayout(row)
        column.addWidget(self.said)
        column.addWidget(parts, 1)

    def show_event(self, event: Event | None) -> None:
        """Show the list of an event; nothing for None."""
        self._event = event
        injects = event.injects if event else ()
        rows = [
            (one.key, (one.key, clock_text(one.at), one.kind, one.text, one.receiver))
            for one in injects
        ]
        self.list.show_rows(rows)
        self.setEnabled(event is not None and event.status != "closed")
        self._show_inject()

    def chosen(self) -> Inject | None:
        """Return the chosen inject."""
        key = self.list.chosen()
        injects = self._event.injects if self._event else ()
        return next((one for one in injects if one.key == key), None)

    def _show_inject(self) -> None:
        inject = self.chosen()
        for name, field in self.short.items():
            value = getattr(inject, name) if inject else ""
            field.setText(format_human(value) if isinstance(value, int) else value)
        for name, field in self.long.items():
            field.setPlainText(getattr(inject, name) if inject else "")

    def _keep_short(self, name: str) -> None:
        inject, text = self.chosen(), self.short[name].text().strip()
        if inject is None:
            return
        value: object = text
        if name == "at":
            try:
                value = parse_human(text)
            except DurationError as error:
                self._space.messages.notice(f"{error}.")
                self._show_inject()
                return
        if value != getattr(inject, name):
            self._edit(inject, {name: value})

    def _keep_long(self) -> None:
        inject = self.chosen()
        if inject is None:
            return
        values = {name: field.toPlainText() for name, field in self.long.items()}
        changed: dict[str, object] = {
            name: text for name, text in values.items() if text != getattr(inject, name)
        }
        if changed:
            self._edit(inject, changed)

    def _edit(self, inject: Inject, values: dict[str, object]) -> None:
        event = self._event
        if event is not None:
            self._space.bridge.try_edit(
                mark("Edit inject {key}", key=inject.key),
                lambda plan: preparation.edit_inject(plan, event.id, inject.key, **values),
            )

    def _add(self) -> None:
        event, after = self._event, self.chosen()
        if event is None:
            return
        at = after.at if after else 0
        module = after.module if after else (event.modules[0] if event.modules else "")
        own = Inject(
            key="", at=at, text=tr("New inject"), module=module, controller=tr("Exercise control")
        )
        key = preparation.next_key(event)
        self._space.bridge.try_edit(
            mark("Add inject"), lambda plan: preparation.add_inject(plan, event.id, own)
        )
        self.list.choose(key)
        self.long["text"].setFocus()
        self.long["text"].selectAll()

    def _remove(self) -> None:
        event, inject = self._event, self.chosen()
        if event is not None and inject is not None:
            self._space.bridge.try_edit(
                mark("Remove inject {key}", key=inject.key),
                lambda plan: preparation.remove_inject(plan, event.id, inject.key),
            )

    def _move(self, by: int) -> None:
        event, inject = self._event, self.chosen()
        if event is not None and inject is not None:
            place = event.injects.index(inject) + by
            self._space.bridge.try_edit(
                mark("Move inject {key}", key=inject.key),
                lambda plan: preparation.move_inject(plan, event.id, inject.key, place),
            )

    # ---------------------------------------------------------------------- in step with the plan

    def compare(self) -> None:
        """Say what the plan of today says otherwise."""
        if self._event is None:
            return
        found = preparation.refresh(self._space.bridge.plan, self._event.id)
        by_hand = sum(one.by_hand for one in found)
        self.accept_button.setVisible(len(found) > by_hand)
        if not found:
            self.said.setText(tr("The exercise is in step with the plan."))
            return
        lines = [
            f"{one.what} {one.before.key if one.before else 'new'}"
            f"{' (' + ', '.join(one.fields) + ')' if one.fields else ''}"
            f"{', edited by hand: left alone' if one.by_hand else ''}"
            for one in found[:8]
        ]
        more = tr("; and {value} more", value=len(found) - 8) if len(found) > 8 else ""
        self.said.setText(
            tr(
                "{found}: {lines}{more}. Nothing is changed until you take it over.",
                found=words.count(len(found), "difference"),
                lines="; ".join(lines),
                more=more,
            )
        )

    def _accept(self) -> None:
        event = self._event
        if event is None:
            return
        plan = self._space.bridge.plan
        wanted = [one for one in preparation.refresh(plan, event.id) if not one.by_hand]
        self._space.bridge.edit(
            mark("Bring the exercise in step"), preparation.accept(plan, event.id, wanted)
        )
        self.compare()
