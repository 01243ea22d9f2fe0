"""What exercises and incidents have taught about a service: lessons, times measured, actions."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from bcp_planner.domain.entities import Service
from bcp_planner.domain.plan import Plan
from bcp_planner.exercises import learning, lessons
from bcp_planner.exercises.age import age_in_days
from ui import words
from ui.language import shown, tr
from ui.workspace import Workspace

_MOST = 6


class Learnt(QWidget):
    """Sentences under a heading; nothing at all where nothing was learnt."""

    def __init__(self, space: Workspace) -> None:
        super().__init__()
        self._space = space
        self.head = QLabel(tr("Learnt"))
        self.head.setFont(space.theme.font(bold=True))
        self.said = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.said.setAccessibleName(tr("Learnt"))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 4, 4)
        column.setSpacing(2)
        column.addWidget(self.head)
        column.addWidget(self.said)

    def show_service(self, service: Service | None) -> None:
        """Show what was learnt about a service."""
        today = datetime.datetime.now().astimezone().date()
        plan = self._space.bridge.plan
        lines = list(_lines(plan, service.id, today)) if service else []
        self.said.setText("\n".join(lines))
        self.setVisible(bool(lines))


def _lines(plan: Plan, service_id: str, today: datetime.date) -> Iterator[str]:
    for lesson in lessons.lessons_by_service(plan).get(service_id, ())[:_MOST]:
        source = plan.events.get(lesson.event or "")
        yield f"• {lesson.text}" + (f" ({source.title})" if source else "")
    known = learning.capability(plan, service_id)
    measured = known.tested if known.event is None else known.event
    if measured is not None:
        age = age_in_days(known.date, today)
        old = age is not None and age > learning.FRESH_DAYS
        yield tr(
            "• Measured on {day}: {time}{age}",
            day=known.date or "–",
            time=words.duration(measured),
            age=tr(", more than a year ago") if old else "",
        )
    for action in learning.by_urgency(plan, today):
        if service_id in action.services and action.status in learning.OPEN:
            late = learning.is_overdue(action, today)
            status = (
                tr("{status}, overdue", status=shown(action.status))
                if late
                else shown(action.status)
            )
            yield tr("• Action, {status}: {text}", status=status, text=action.text)
