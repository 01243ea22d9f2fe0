"""Looking back on an event: measured against planned, corrections, evidence, actions, lessons."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from bcp_planner.domain.durations import Duration
from bcp_planner.domain.errors import PlannerError
from bcp_planner.domain.exercising import DEPTHS, Action, Event
from bcp_planner.domain.plan import Plan
from bcp_planner.exercises import learning, lessons, log
from bcp_planner.exercises.msel import clock_text
from bcp_planner.exercises.review import Correction, Review, corrections, review
from ui import words
from ui.exercise.evidence import EvidenceDialog
from ui.exercise.grid import Grid, titled
from ui.jobs import Channel
from ui.language import dated, mark, shown, tr
from ui.workspace import Workspace

_NO_TIMES = mark(
    "A tabletop is talked through, with a clock that jumps: it corrects no times, only what the "
    "plan does not connect."
)


class _Seen(NamedTuple):
    found: Review
    offered: Sequence[Correction]


class LookingBackTab(QWidget):
    """What an event has shown, and what changes because of it."""

    def __init__(self, space: Workspace) -> None:
        super().__init__()
        self._space = space
        self._event: Event | None = None
        self._seen: _Seen | None = None
        self.looking: Channel[_Seen] = Channel(tr("Comparing with the plan"), self)
        self.looking.ready.connect(self._take)
        self.looking.failed.connect(self._refuse)
        self.said = QLabel(wordWrap=True)
        self.measured = Grid(
            tr("Measured times"),
            (
                tr("Service"),
                "RTO",
                tr("Outage"),
                tr("Back"),
                tr("Planned back"),
                tr("Work"),
                tr("Planned work"),
            ),
            wide=0,
            least=0.2,
        )
        self.corrections = Grid(
            tr("Corrections of the plan"), (tr("Correction"), tr("What was seen")), wide=0
        )
        self.agreed = Grid(
            tr("Actions"), (tr("Action"), tr("Owner"), tr("Due"), tr("Status")), wide=0
        )
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
            (tr("Keep measured &times…"), tr("Adds what was measured as evidence"), self.keep),
            (tr("Check the lo&g"), tr("Proves that no entry was changed"), self.check_log),
        ):
            row.addWidget(_button(text, tip, action))
        tip = tr("Nothing can be logged after that but corrections")
        self.closing = _button(tr("&Close the event"), tip, self.close_it)
        row.addWidget(self.closing)
        row.addStretch()
        return row

    def _build_parts(self) -> QSplitter:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(titled(tr("Corrections of the plan"), self.corrections), 3)
        self.no_times = QLabel(shown(_NO_TIMES), wordWrap=True)
        self.no_times.setProperty("muted", "true")
        self.no_times.setContentsMargins(6, 0, 0, 0)
        column.addWidget(self.no_times)
        row = QHBoxLayout()
        row.setContentsMargins(6, 0, 0, 0)  # below the list
        self.accepting = _button(
            tr("&Accept correction"), tr("Changes the plan as the chosen line says"), self.accept
        )
        self.deferring = _button(
            tr("&Make it an action"),
            tr("Keeps the chosen correction as an action that carries this change"),
            self.defer,
        )
        row.addWidget(self.accepting)
        row.addWidget(self.deferring)
        row.addStretch()
        column.addLayout(row)
        column.addWidget(titled(tr("Actions"), self.agreed), 2)
        parts = QSplitter()
        parts.addWidget(titled(tr("Measured against planned"), self.measured))
        parts.addWidget(right)
        parts.setSizes([1350, 1000])  # seven columns of figures on the left
        return parts

    def _build_line(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self.line, 1)
        row.addWidget(_button(tr("Add act&ion"), "", self.add_action))
        tip = tr("About the service that is chosen above")
        row.addWidget(_button(tr("Add &lesson"), tip, self.add_lesson))
        return row

    # ------------------------------------------------------------------------------- showing

    def show_event(self, event: Event | None) -> None:
        """Show what an event has shown."""
        if event is None or self._event is None or event.id != self._event.id:
            self._seen = None
        self._event = event
        self.setEnabled(event is not None)
        self.closing.setEnabled(event is not None and event.status != "closed")
        plan = self._space.bridge.plan
        if event is None or not log.entries_of(plan, event.id):
            self._seen = None
            self.looking.cancel()
            self.said.setText(tr("Nothing was logged yet."))
        else:
            if self._seen is None:
                self.said.setText(tr("Comparing with the plan…"))
            self.looking.ask(lambda _: _look(plan, event.id))
        self._show_tables()

    def _take(self, seen: _Seen) -> None:
        if self._event is not None and seen.found.at.event.id == self._event.id:
            self._seen = seen
            self.said.setText(self._in_short(seen.found))
            self._show_tables()

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, PlannerError):
            raise error
        self.said.setText(f"{shown(str(error))}.")

    def _in_short(self, found: Review) -> str:
        plan = self._space.bridge.plan
        met, judged = found.achieved
        parts = [
            tr("RTO met by {met} of {judged} measured services.", met=met, judged=judged)
            if judged
            else tr(
                "No outage was measured: the log does not say of any service with an RTO that "
                "it is back."
            )
        ]
        for text, services in (
            (tr("Down, not predicted: {names}."), found.unexpected),
            (tr("Predicted, not seen down: {names}."), found.not_seen),
        ):
            if services:
                parts.append(text.replace("{names}", words.titles(plan, services)))
        if found.at.event.kind == "resilience experiment":
            parts.append(
                tr(
                    "The hypothesis did not hold: down outside the limit: {names}.",
                    names=words.titles(plan, found.outside),
                )
                if found.outside
                else tr("Nothing went down outside the limit; say under Review whether it held.")
            )
        return " ".join(parts)

    def _show_tables(self) -> None:
        plan, seen = self._space.bridge.plan, self._seen
        verdicts = {True: tr("met"), False: tr("missed"), None: "–"}
        self.measured.show_rows(
            [
                (
                    one.service,
                    (
                        words.title(plan, one.service),
                        verdicts[one.rto_met],
                        words.duration(one.outage),
                        _clock(one.up),
                        _clock(one.planned_up),
                        words.duration(one.work),
                        words.duration(one.planned_work),
                    ),
                )
                for one in (seen.found.measured if seen else ())
            ]
        )
        offered = seen.offered if seen else ()
        self.corrections.show_rows(
            [(one.text, (shown(one.text), shown(one.why))) for one in offered]
        )
        for button in (self.accepting, self.deferring):
            button.setEnabled(bool(offered))
        is_tabletop = self._event is not None and self._event.kind == "tabletop"
        self.no_times.setVisible(is_tabletop)
        today = datetime.datetime.now().astimezone().date()
        source = self._event.id if self._event else ""
        self.agreed.show_rows(
            [
                (one.id, (one.text, one.owner, dated(one.due), status_of(one, today)))
                for one in learning.by_urgency(plan, today)
                if one.source == source
            ]
        )

    # --------------------------------------------------------------------------------- doing

    def _chosen(self) -> Correction | None:
        text = self.corrections.chosen()
        offered = self._seen.offered if self._seen else ()
        return next((one for one in offered if one.text == text), None)

    def accept(self) -> None:
        """Change the plan as the chosen correction says."""
        chosen, seen = self._chosen(), self._seen
        if chosen is None or seen is None:
            return
        change = Action(id="-", change=learning.change_text(seen.found.at.case.plan, chosen.plan))
        self._space.bridge.try_edit(
            chosen.text.rstrip("."), lambda plan: learning.with_change(plan, change)
        )

    def defer(self) -> None:
        """Keep the chosen correction as an action that carries the change."""
        chosen, seen, event = self._chosen(), self._seen, self._event
        if chosen is None or seen is None or event is None:
            return
        before = seen.found.at.case.plan
        self._space.bridge.try_edit(
            mark("Add action"),
            lambda plan: learning.add_action(
                plan,
                chosen.text,
                source=event.id,
                finding=chosen.why,
                services=learning.services_of(before, chosen.plan),
                change=learning.change_text(before, chosen.plan),
            ),
        )

    def keep(self) -> None:
        """Ask how deep and under which conditions it was measured, and keep it as evidence."""
        if self._seen is None or self._event is None:
            return
        if not learning.evidence_of(self._seen.found):
            self._space.messages.notice(tr("This event has measured no working times."))
            return
        dialog = EvidenceDialog(self, self._space.bridge.plan, self._seen.found)
        dialog.accepted.connect(lambda: self.keep_evidence(dialog.depth, dialog.conditions))
        dialog.open()

    def keep_evidence(self, depth: str = DEPTHS[0], conditions: str = "") -> None:
        """Add what was measured to the plan."""
        if self._seen is None or self._event is None:
            return
        evidence = learning.evidence_of(self._seen.found, depth=depth, conditions=conditions)
        plan = learning.put_evidence(self._space.bridge.plan, evidence)
        label = mark("Keep what {name} has measured", name=self._event.title)
        if self._space.bridge.edit(label, plan):
            count = words.count(len(evidence), "measured time")
            self._space.messages.notice(tr("{count} kept as evidence.", count=count))

    def check_log(self) -> None:
        """Say whether the log is as it was written, and where it is not."""
        if self._event is None:
            return
        plan = self._space.bridge.plan
        problems = log.verify(plan, self._event.id)
        count = words.count(len(log.entries_of(plan, self._event.id)), "entry", "entries")
        said = " ".join(f"{shown(one.text)}." for one in problems)
        self._space.messages.tell(said or tr("{count}, none was changed.", count=count))

    def close_it(self) -> None:
        """Close the event, after asking."""
        event = self._event
        if event is None:
            return
        question = tr(
            "Close {name}? Its log takes corrections only after that. What was measured, lessons "
            "and actions can still be added.",
            name=event.title,
        )
        if self._space.messages.confirm(question, tr("Close it")):
            self._space.bridge.record(
                mark("Close {name}", name=event.title), lambda plan: log.close(plan, event.id)
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
            plan = lessons.add_lesson(self._space.bridge.plan, text, services, event.id)
            if self._space.bridge.edit(mark("Add lesson"), plan):
                self.line.clear()
                about = words.titles(plan, services) or tr("no service in particular")
                self._space.messages.notice(tr("Lesson kept, about {names}.", names=about))


def _look(plan: Plan, event_id: str) -> _Seen:
    found = review(plan, event_id)
    return _Seen(found, corrections(found))


def status_of(action: Action, today: datetime.date) -> str:
    """Return the status of an action in words, with whether it is overdue."""
    said = words.choice(action.status)
    return tr("{status}, overdue", status=said) if learning.is_overdue(action, today) else said


def _button(text: str, tip: str, action: Callable[[], object]) -> QPushButton:
    button = QPushButton(text)
    button.setToolTip(tip)
    button.clicked.connect(action)
    return button


def _clock(moment: Duration | None) -> str:
    """Return a time after the disruption as the clock of the exercise shows it."""
    return "–" if moment is None else clock_text(moment)
