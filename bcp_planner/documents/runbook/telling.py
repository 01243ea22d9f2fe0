"""Who is told what, when and by whom."""

from __future__ import annotations

from collections.abc import Iterator

from bcp_planner.documents.case import Case
from bcp_planner.documents.story import Block, Column, Heading, Row, Table, Tick, Words
from bcp_planner.documents.wording import clock, length
from bcp_planner.domain.arrangements import Communication

_MOST_WHOLE = 12
"""A longer table may be divided between pages."""


def telling(case: Case) -> Iterator[Block]:
    """Yield the communication points of the plan, with times for this scenario."""
    messages = sorted(
        case.plan.communications.values(),
        key=lambda message: float("inf") if message.first_by is None else message.first_by,
    )
    if not messages:
        return
    yield Heading("Who is told", 2, note="First times count from the disruption, as everywhere.")
    columns = [
        Column("", 18),
        Column("Audience", weight=1.1),
        Column("What they need", weight=2),
        Column("How", weight=0.8),
        Column("By, approved by", weight=1.1),
        Column("First by, then", 58),
        Column("Told at", 48, writing=True),
    ]
    rows = [_row(case, message) for message in messages]
    yield Table(columns, rows, whole=len(rows) <= _MOST_WHOLE)


def _row(case: Case, message: Communication) -> Row:
    first = None if message.first_by is None else case.recovery.declared + message.first_by
    rhythm = f"every {length(message.then_every)}" if message.then_every else ""
    return Row(
        [
            Tick(),
            Words(message.audience, bold=True),
            message.message,
            message.channel,
            Words(_role(case, message.owner), _role(case, message.approver)),
            Words("–" if first is None else clock(first), rhythm),
        ],
        writing=True,
    )


def _role(case: Case, role_id: str | None) -> str:
    role = case.plan.roles.get(role_id) if role_id else None
    return (role.name or role.id) if role else ""
