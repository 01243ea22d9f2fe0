"""The self-assessment: a level for each topic, with how it is known, and the one before."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from functools import partial

from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from bcp_planner.analysis.results import Explanation
from bcp_planner.domain.exercising import Answer, Assessment
from bcp_planner.domain.plan import Plan
from bcp_planner.exercises import maturity
from bcp_planner.exercises.maturity import HIGHEST, LEVELS, TOPICS, Topic
from ui import why
from ui.language import mark, shown, tr
from ui.programme.charts import BarChart, BarRow
from ui.programme.readiness import tone_of
from ui.workspace import Workspace


class MaturityTab(QWidget):
    """Questions on the left, what they come to on the right."""

    def __init__(self, space: Workspace) -> None:
        super().__init__()
        self._space = space
        self._today = datetime.datetime.now().astimezone().date()
        self._shown: Assessment | None = None
        self.choice = QComboBox()
        self.choice.setAccessibleName(tr("Assessment"))
        self.choice.currentIndexChanged.connect(lambda _: self._on_chosen())
        self.begin_button = QPushButton(tr("&Begin an assessment"))
        self.begin_button.setToolTip(tr("Of today; the levels of the last one are proposed"))
        self.begin_button.clicked.connect(self.begin)
        self.by = QLineEdit(placeholderText=tr("Who takes part"))
        self.by.setAccessibleName(tr("Who takes part"))
        self.by.editingFinished.connect(self._keep_by)
        self.said = QLabel(wordWrap=True)
        self.chart = BarChart(space, tr("Level of each topic"))
        self.levels: dict[str, QComboBox] = {}
        self.notes: dict[str, QLineEdit] = {}
        head = QHBoxLayout()
        for widget, stretch in ((self.choice, 0), (self.by, 1), (self.begin_button, 0)):
            head.addWidget(widget, stretch)
        self.questions = self._build_questions()
        row = QHBoxLayout()
        row.addWidget(self.questions, 3)
        right = QVBoxLayout()
        right.addWidget(self.said)
        right.addWidget(self.chart)
        right.addStretch()
        row.addLayout(right, 2)
        column = QVBoxLayout(self)
        column.addLayout(head)
        column.addLayout(row, 1)

    def _build_questions(self) -> QScrollArea:
        page = QWidget()
        grid = QGridLayout(page)
        grid.setColumnStretch(1, 1)
        for number, topic in enumerate(TOPICS):
            name = shown(topic.name)
            head = QLabel(name)
            head.setProperty("heading", "true")
            title = QLabel(shown(topic.question), wordWrap=True)
            title.setToolTip(tr("At the top: {text}", text=shown(topic.top)))
            level = QComboBox()
            level.setAccessibleName(tr("Level of {topic}", topic=name))
            level.addItem("–", None)
            for value, word in enumerate(LEVELS):
                level.addItem(f"{value} {shown(word)}", value)
            level.activated.connect(lambda _, key=topic.name: self._keep_level(key))
            note = QLineEdit(placeholderText=tr("How it is known, what is missing"))
            note.setAccessibleName(tr("Evidence for {topic}", topic=name))
            note.editingFinished.connect(lambda key=topic.name: self._keep_note(key))
            grid.addWidget(head, 2 * number, 0)
            grid.addWidget(title, 2 * number, 1)
            grid.addWidget(level, 2 * number + 1, 0)
            grid.addWidget(note, 2 * number + 1, 1)
            self.levels[topic.name], self.notes[topic.name] = level, note
        area = QScrollArea(widgetResizable=True)
        area.setWidget(page)
        return area

    def show_plan(self, plan: Plan, today: datetime.date) -> None:
        """Show the newest assessment, or the one that was chosen."""
        self._today = today
        chosen = plan.assessments.get(self._shown.id) if self._shown else None
        self._shown = chosen or maturity.newest(plan)
        self.choice.blockSignals(True)
        self.choice.clear()
        for one in sorted(plan.assessments.values(), key=lambda one: one.date, reverse=True):
            self.choice.addItem(one.date or one.id, one.id)
        if self._shown is not None:
            self.choice.setCurrentIndex(self.choice.findData(self._shown.id))
        self.choice.blockSignals(False)
        self._draw(plan)

    def _on_chosen(self) -> None:
        plan = self._space.bridge.plan
        self._shown = plan.assessments.get(str(self.choice.currentData()))
        self._draw(plan)

    def _draw(self, plan: Plan) -> None:
        one = self._shown
        for widget in (self.questions, self.by, self.choice):
            widget.setEnabled(one is not None)
        answers = {answer.topic: answer for answer in one.answers} if one else {}
        if not self.by.hasFocus():
            self.by.setText(one.by if one else "")
        for topic, box in self.levels.items():
            answer = answers.get(topic)
            box.setCurrentIndex(box.findData(answer.level if answer else None))
            if not self.notes[topic].hasFocus():
                self.notes[topic].setText(answer.note if answer else "")
        self._sum_up(plan)

    def _sum_up(self, plan: Plan) -> None:
        one = self._shown
        mean = maturity.mean_level(one) if one else None
        self.said.setToolTip(_why_mean(maturity.levels(one)) if one and mean is not None else "")
        if one is None or mean is None:
            self.said.setText(
                tr("No assessment yet. It takes half an hour with those who do the work.")
                if one is None
                else tr("Answer the questions; what nobody knows stays “–”.")
            )
        else:
            found = maturity.levels(one)
            lowest = min(found, key=found.__getitem__)
            self.said.setText(
                tr(
                    "Mean level {mean} of {highest}; lowest: {topic} ({level}). "
                    "{answered} of {all} answered.",
                    mean=f"{mean:.1f}",
                    highest=HIGHEST,
                    topic=shown(lowest),
                    level=found[lowest],
                    answered=len(found),
                    all=len(TOPICS),
                )
            )
        self.chart.show_rows(self._bars(plan))

    def _bars(self, plan: Plan) -> list[BarRow]:
        one = self._shown
        now = maturity.levels(one) if one else {}
        earlier = [two for two in plan.assessments.values() if one and two.date < one.date]
        last = max(earlier, key=lambda two: two.date, default=None)
        before = maturity.levels(last) if last else {}
        answers = {answer.topic: answer for answer in one.answers} if one else {}
        rows: list[BarRow] = []
        for topic in TOPICS:
            level = now.get(topic.name)
            share = None if level is None else level / HIGHEST
            said = ""
            if level is not None and topic.name in before and before[topic.name] != level:
                said = tr("was {level}", level=before[topic.name])
            figure = "–" if level is None else str(level)
            because = partial(_why_level, topic, answers.get(topic.name), before.get(topic.name))
            rows.append(BarRow(shown(topic.name), share, figure, said, tone_of(share), because))
        return rows

    # --------------------------------------------------------------------------------- doing

    def begin(self) -> None:
        """Begin an assessment of today."""
        self._shown = None
        self._space.bridge.try_edit(
            mark("Begin an assessment"), lambda plan: maturity.begin(plan, self._today)
        )

    def _keep_level(self, topic: str) -> None:
        self._answer(topic, level=self.levels[topic].currentData())

    def _keep_note(self, topic: str) -> None:
        self._answer(topic, note=self.notes[topic].text().strip())

    def _answer(self, topic: str, **values: object) -> None:
        one = self._shown
        if one is not None:
            self._space.bridge.try_edit(
                mark("Assess {topic}", topic=topic),
                lambda plan: maturity.answered(plan, one.id, topic, **values),
                merge=f"assess:{one.id}:{topic}",
            )

    def _keep_by(self) -> None:
        one = self._shown
        if one is not None:
            self._space.bridge.try_edit(
                mark("Assess: who takes part"),
                lambda plan: maturity.signed(plan, one.id, self.by.text().strip()),
            )


def _why_mean(found: Mapping[str, int]) -> str:
    """Return how the mean level comes about, rich text; the lowest levels come first."""
    lowest = sorted(found.items(), key=lambda one: one[1])
    terms = [(shown(topic), _level_said(level)) for topic, level in lowest]
    return why.rich(
        Explanation(
            tr("The levels answered, added up and divided by their number; “–” does not count."),
            tuple(terms),
            tr("{total} in all, over {number}.", total=sum(found.values()), number=len(found)),
        )
    )


def _why_level(topic: Topic, answer: Answer | None, before: int | None) -> str:
    """Return what a topic asks, what was answered and how that is known, rich text."""
    terms = [
        (tr("Level"), _level_said(answer.level if answer else None)),
        (tr("How it is known"), answer.note if answer and answer.note else tr("not said")),
    ]
    if before is not None:
        terms.append((tr("In the assessment before"), _level_said(before)))
    top = tr("At the top: {text}", text=shown(topic.top))
    return why.rich(Explanation(top, tuple(terms), shown(topic.question)))


def _level_said(level: int | None) -> str:
    return "–" if level is None else f"{level} {shown(LEVELS[level])}"
