"""Continuity procedures: how each activity carries on, step by step, with room to write."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bcp_planner.documents.story import (
    Band,
    Block,
    Column,
    Heading,
    NewPage,
    Paragraph,
    Row,
    Table,
    Tick,
    Words,
)
from bcp_planner.documents.subject import Subject
from bcp_planner.documents.wording import length, names, sentence
from bcp_planner.domain.entities import ContinuityStep, Service

_PHASES: Mapping[str, str] = {
    "workaround": "Workaround: what to do at once",
    "start-up": "Start-up of the emergency operation",
    "minimum level": "Operate at the minimum level",
    "catch up": "Catch up the backlog",
    "stop": "Stop and go back to normal",
}
_COLUMNS = (
    Column("", 18, align="centre"),
    Column("No.", 26),
    Column("Step", weight=1.7),
    Column("Who", weight=0.9),
    Column("How", weight=2),
    Column("Expected duration", 58),
    Column("Needs", weight=1.1),
    Column("Done at", 54, writing=True),
    Column("Initials", 48, writing=True),
)
_MOST_NAMES = 60


def procedures(subject: Subject) -> Iterator[Block]:
    """Yield the procedure of every activity that has one, and say which have none."""
    yield Heading(
        "Continuity procedures",
        anchor="procedures",
        note="One sheet an activity: how it carries on while what it needs is away.",
    )
    written = [key for key in subject.activities if subject.service(key).continuity_steps]
    if not written:
        yield Paragraph("No activity has a workaround or a procedure written down.")
    without = [key for key in subject.activities if not subject.service(key).continuity_steps]
    if without and written:
        more = len(without) - _MOST_NAMES
        yield Paragraph(
            sentence(
                "No procedure is written down for ",
                *names(subject.plan, without[:_MOST_NAMES]),
                f" and {more} more." if more > 0 else ".",
            )
        )
    for key in written:
        service = subject.service(key)
        if key != written[0]:
            yield NewPage(landscape=True)
        yield Heading(service.title, 2, note=_about(service))
        yield _table(service)


def _about(service: Service) -> str:
    parts = [
        f"Least acceptable level: {service.minimum_level}" if service.minimum_level else "",
        f"RTO {length(service.rto)}" if service.rto is not None else "",
        f"owner: {service.owner}" if service.owner else "",
    ]
    return " · ".join(part for part in parts if part)


def _table(service: Service) -> Table:
    rows: list[Row | Band] = []
    phase = ""
    for number, step in enumerate(service.continuity_steps, 1):
        if step.phase != phase:
            phase = step.phase
            rows.append(Band(_PHASES[phase]))
        rows.append(_row(number, step))
    return Table(_COLUMNS, rows, fills=True)


def _row(number: int, step: ContinuityStep) -> Row:
    return Row(
        [
            Tick(),
            str(number),
            Words(step.text, bold=True),
            step.who or "–",
            step.how or "–",
            length(step.duration),
            step.needs or "–",
        ],
        writing=True,
    )
