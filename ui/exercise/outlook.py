"""The forecast in words: when all is back, what is missed, what is due by when."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea

from bcp_planner.exercises.forecast import Forecast
from bcp_planner.exercises.msel import clock_text
from bcp_planner.exercises.situation import decisions_in_words
from bcp_planner.exercises.standing import Standing
from ui import words
from ui.language import mark, shown, tr

_MISSES, _DECISIONS, _NEXT = 6, 5, 4
_HOW_FORECAST = mark(
    "The recovery of the plan with the times of the log put in: what is done counts as logged, "
    "what is under way ends when the plan expects it but not before now, and the rest follows in "
    "the adopted order with the teams of the plan."
)
_HOW_DECIDED = mark(
    "“By” is the latest start of a work that breaks no target of the service or of what waits for "
    "it, if the work takes as long as the plan says."
)


class Outlook(QScrollArea):
    """What will happen from here, from the actual times so far."""

    def __init__(self) -> None:
        super().__init__(widgetResizable=True)
        self.setAccessibleName(tr("Outlook"))
        self.said = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.said.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.said.setAccessibleName(tr("Forecast"))
        self.said.setContentsMargins(8, 6, 8, 6)
        self.said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.said.setToolTip(
            f"<p>{escape(shown(_HOW_FORECAST))}</p><p>{escape(shown(_HOW_DECIDED))}</p>"
        )
        self.setWidget(self.said)

    def show_forecast(self, at: Standing, found: Forecast) -> None:
        """Show another forecast."""
        self.said.setText("\n".join(_lines(at, found)))


def _lines(at: Standing, found: Forecast) -> Iterator[str]:
    plan, back = at.case.plan, found.recovery.makespan
    yield tr("All back: {at}", at=clock_text(back) if back is not None else tr("never"))
    if found.outside:
        names = words.titles(plan, list(found.outside))
        yield tr("ABORT: outside the blast radius limit: {names}", names=names)
    if at.event.kind == "resilience experiment" and at.event.abort_condition:
        yield tr("Stop when: {condition}", condition=at.event.abort_condition)
    for one in found.misses[:_MISSES]:
        name, due = words.title(plan, one.service), clock_text(one.due)
        if one.passed:
            yield tr(
                "{target} of {name} missed, was due {due}", target=one.target, name=name, due=due
            )
        else:
            yield tr(
                "{target} of {name} will be missed, due {due}",
                target=one.target,
                name=name,
                due=due,
            )
    yield from (shown(text) for text in decisions_in_words(at, found)[:_DECISIONS])
    for key, moment in found.next_down[:_NEXT]:
        yield tr("{at}: {name} goes down", at=clock_text(moment), name=words.title(plan, key))
