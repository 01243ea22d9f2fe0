"""Looking back on an event: measured against planned, corrections, evidence, actions, lessons."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from bcp_planner.domain.durations import format_human
from bcp_planner.domain.exercising import Event
from bcp_planner.exercises import learning, log
from bcp_planner.exercises.review import Correction, Review, corrections, review
from ui import words
from ui.exercise.grid import Grid
from ui.exercise.preparing import Prose
from ui.language import mark, tr
from ui.workspace import Workspace


class LookingBackTab(QWidget):
    """What an event has shown, and what changes because of it."""

    def __init__(self, space: Workspace) -> None:
        super().__init__()
        self._space = space
        self._event: Event | None = None
        self._found: Review | None = None
        self._offered: Sequence[Correction] = ()
        self.said = QLabel(wordWrap=True)
        self.measured = Grid(
            tr("Measured times"),
            (
                tr("Service"),
                "RTO",
                tr("Outage"),
                tr("Back"),
                tr("Planned"),
                tr("Work"),
                tr("Planned"),
            ),
            wide=0,
        )
        self.corrections = Grid(
            tr("Corrections of the plan"), (tr("Correction"), tr("What was seen")), wide=0
        )
        self.agreed = Grid(
            tr("Actions"), (tr("Action"), tr("Owner"), tr("Due"), tr("Status")), wide=0
        )
        self.summary = Prose()
        self.summary.setPlaceholderText(tr("How it went, in a few sentences"))
        self.summary.setAccessibleName(tr("Summary"))
        self.summary.left.connect(self._keep_summary)
        self.line = QLineEdit(placeholderText=tr("An action (verb first) or a lesson"))
        self.line.setAccessibleName(tr("New action or lesson"))
        column = QVBoxLayout(self)
        column.addLayout(self._build_buttons())
        column.addWidget(self.said)
        column.addWidget(self._build_parts(), 1)
        column.addLayout(self._build_line())

    def _build_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for text, tip, action in (
            (tr("&Accept correction"), tr("Changes the plan as the chosen line says"), self.accept),
            (
                tr("Keep measured &times"),
                tr("Adds what was measured as evidence"),
                self.keep_evidence,
            ),
            (tr("Check the lo&g"), tr("Proves that no entry was changed"), self.check_log),
            (
                tr("&Close the event"),
                tr("Nothing can be logged after that but corrections"),
                self.close_it,
            ),
        ):
            button = QPushButton(text)
            button.setToolTip(tip)
            button.clicked.connect(action)
            row.addWidget(button)
            self.closing = button
        row.addStretch()
        return row

    def _build_parts(self) -> QSplitter:
        left, right = QWidget(), QWidget()
        for part, items in (
            (
                left,
                ((tr("Measured against planned"), self.measured), (tr("Summary"), self.summary)),
            ),
            (right, ((tr("Corrections"), self.corrections), (tr("Actions"), self.agreed))),
        ):
            column = QVBoxLayout(part)
            column.setContentsMargins(0, 0, 0, 0)
            for title, widget in items:
                label = QLabel(title)
                label.setProperty("heading", "true")
                column.addWidget(label)
                column.addWidget(widget, 1 if widget is self.summary else 3)
        parts = QSplitter()
        parts.addWidget(left)
        parts.addWidget(right)
        parts.setSizes([1000, 1000])
        return parts

    def _build_line(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self.line, 1)
        for text, action in (
            (tr("Add ac&tion"), self.add_action),
            (tr("Add &lesson"), self.add_lesson),
        ):
            button = QPushButton(text)
            button.clicked.connect(action)
            row.addWidget(button)
        return row

    # ------------------------------------------------------------------------------- showing

    def show_event(self, event: Event | None) -> None:
        """Show what an event has shown."""
        self._event = event
        self.setEnabled(event is not None)
        plan = self._space.bridge.plan
        if event is None or not log.entries_of(plan, event.id):
            self._found, self._offered = None, ()
            self.said.setText(tr("Nothing was logged yet."))
        else:
            self._found = review(plan, event.id)
            self._offered = corrections(self._found)
            self.said.setText(self._in_short(self._found))
        if not self.summary.hasFocus():
            self.summary.setPlainText(event.summary if event else "")
        self.closing.setEnabled(event is not None and event.status != "closed")
        self._show_tables()

    def _in_short(self, found: Review) -> str:
        plan = self._space.bridge.plan
        met, judged = found.achieved
        text = tr("RTO met by {met} of {judged} measured services.", met=met, judged=judged)
        if found.unexpected:
            text += tr(
                " Down, not predicted: {unexpected}.",
                unexpected=words.titles(plan, found.unexpected),
            )
        if found.not_seen:
            text += tr(
                " Predicted, not seen down: {not_seen}.",
                not_seen=words.titles(plan, found.not_seen),
            )
        return text

    def _show_tables(self) -> None:
        plan, found = self._space.bridge.plan, self._found
        verdicts = {True: "met", False: "missed", None: "–"}
        rows = [
            (
                one.service,
                (
                    words.title(plan, one.service),
                    verdicts[one.rto_met],
                    _length(one.outage),
                    _since(one.up),
                    _since(one.planned_up),
                    _length(one.work),
                    _length(one.planned_work),
                ),
            )
            for one in (found.measured if found else ())
        ]
        self.measured.show_rows(rows)
        self.corrections.show_rows([(one.text, (one.text, one.why)) for one in self._offered])
        today = datetime.datetime.now().astimezone().date()
        source = self._event.id if self._event else ""
        self.agreed.show_rows(
            [
                (one.id, (one.text, one.owner, one.due, _status(one, today)))
                for one in learning.by_urgency(plan, today)
                if one.source == source
            ]
        )

    # --------------------------------------------------------------------------------- doing

    def accept(self) -> None:
        """Change the plan as the chosen correction says."""
        text = self.corrections.chosen()
        chosen = next((one for one in self._offered if one.text == text), None)
        if chosen is not None:
            self._space.bridge.edit(chosen.text.rstrip("."), chosen.plan)

    def keep_evidence(self) -> None:
        """Add what was measured to the plan."""
        if self._found is None or self._event is None:
            return
        evidence = learning.evidence_of(self._found)
        if not evidence:
            self._space.messages.notice(tr("This event has measured no working times."))
            return
        plan = learning.put_evidence(self._space.bridge.plan, evidence)
        if self._space.bridge.edit(
            mark("Keep what {title} has measured", title=self._event.title), plan
        ):
            told = words.count(len(evidence), "measured time")
            self._space.messages.notice(tr("{told} kept as evidence.", told=told))

    def check_log(self) -> None:
        """Say whether the log is as it was written."""
        if self._event is None:
            return
        plan = self._space.bridge.plan
        problems = log.verify(plan, self._event.id)
        count = words.count(len(log.entries_of(plan, self._event.id)), "entry", "entries")
        said = " ".join(f"{one.text}." for one in problems)
        self._space.messages.tell(said or tr("{count}; none was changed.", count=count))

    def close_it(self) -> None:
        """Close the event."""
        event = self._event
        if event is None:
            return
        question = tr(
            "Close {title}? After that only corrections can be added to its log.", title=event.title
        )
        if self._space.messages.confirm(question, tr("Close it")):
            self._keep_summary()
            self._space.bridge.try_edit(
                mark("Close {title}", title=event.title), lambda plan: log.close(plan, event.id)
            )

    def _keep_summary(self) -> None:
        event, text = self._event, self.summary.toPlainText()
        if event is not None and text != event.summary:
            plan = self._space.bridge.plan
            changed = replace(plan.events[event.id], summary=text)
            self._space.bridge.edit(
                mark("Edit {title}", title=event.title), plan.put("events", changed)
            )

    def add_action(self) -> None:
        """Add what is typed as a corrective action."""
        text, event = self.line.text().strip(), self._event
        if text and event is not None:
            plan = learning.add_action(self._space.bridge.plan, text, source=event.id)
            if self._space.bridge.edit(mark("Add action"), plan):
                self.line.clear()

    def add_lesson(self) -> None:
        """Add what is typed as a lesson about the service that is chosen above."""
        text, event = self.line.text().strip(), self._event
        if text and event is not None:
            service = self.measured.chosen()
            services = [service] if service else []
            plan = learning.add_lesson(self._space.bridge.plan, text, services, event.id)
            if self._space.bridge.edit(mark("Add lesson"), plan):
                self.line.clear()


def _since(at: int | None) -> str:
    return "–" if at is None else f"T+{format_human(at)}"


def _length(duration: int | None) -> str:
    return "–" if duration is None else format_human(duration)


def _status(action: learning.Action, today: datetime.date) -> str:
    return f"{action.status}, overdue" if learning.is_overdue(action, today) else action.status
