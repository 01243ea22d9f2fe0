"""Blank sheets for writing: logs, decisions, actions, situation reports, the first meeting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bcp_planner.documents.story import (
    Band,
    Block,
    Column,
    Heading,
    Points,
    Row,
    Rules,
    Table,
    Tick,
    Words,
)

COPY_FIRST = "Copy this sheet before it is full."


def blank(
    columns: Sequence[Column], rows: int, *, numbered: bool = False, fills: bool = False
) -> Table:
    """Return a table to write in, with at least so many rows."""
    return Table(
        columns,
        [Row([str(n)] if numbered else [], writing=True) for n in range(1, rows + 1)],
        fills=fills,
    )


def decision_log(rows: int = 12) -> Iterator[Block]:
    """Yield the log of decisions."""
    yield Heading("Decision log", note=COPY_FIRST)
    yield blank(
        [
            Column("No.", 28),
            Column("Time", 48, writing=True),
            Column("Decision", weight=2, writing=True),
            Column("Options considered", weight=1.3, writing=True),
            Column("Reason", weight=1.3, writing=True),
            Column("By", 52, writing=True),
            Column("Told to", 58, writing=True),
        ],
        rows,
        numbered=True,
        fills=True,
    )


def action_log(rows: int = 12) -> Iterator[Block]:
    """Yield the log of actions."""
    yield Heading("Action log", note=COPY_FIRST)
    yield blank(
        [
            Column("No.", 28),
            Column("Given at", 52, writing=True),
            Column("Action", weight=3, writing=True),
            Column("Owner", 78, writing=True),
            Column("Due", 52, writing=True),
            Column("Done at", 52, writing=True),
        ],
        rows,
        numbered=True,
        fills=True,
    )


def situation_report() -> Iterator[Block]:
    """Yield the form of a situation report."""
    yield Heading("Situation report", note=COPY_FIRST)
    yield Table(
        [
            Column("", 80),
            Column("", writing=True),
            Column("", 80),
            Column("", writing=True),
        ],
        [
            Row(
                [Words("Report no.", bold=True), "", Words("Date, time, zone", bold=True)],
                writing=True,
            ),
            Row([Words("From (role)", bold=True), "", Words("To", bold=True)], writing=True),
            Row(
                [Words("Next report at", bold=True), "", Words("Approved by", bold=True)],
                writing=True,
            ),
        ],
    )
    titles = (
        "What has happened, and since when",
        "People: safe, hurt, missing",
        "What is down, what is running, what is at risk",
        "What is being done, expected return",
        "Decisions and help needed",
        "Messages sent, media, authorities",
    )
    for title in titles:
        yield Heading(title, 3, numbered=False, listed=False)
        yield Rules(2, fills=title == titles[-1])


def expenses(rows: int = 12) -> Iterator[Block]:
    """Yield the log of expenses, which insurers ask for."""
    yield Heading("Expenses log", note="Insurers ask for it. Keep receipts with this sheet.")
    yield blank(
        [
            Column("No.", 28),
            Column("Date, time", 66, writing=True),
            Column("What for", weight=3, writing=True),
            Column("Amount", 76, writing=True),
            Column("Approved by", 90, writing=True),
            Column("Receipt", 50, writing=True),
        ],
        rows,
        numbered=True,
        fills=True,
    )


AGENDA: Sequence[tuple[str, str]] = (
    ("People", "Is everybody safe? Who is missing? Is welfare arranged?"),
    ("Situation", "What is known, what is only believed, what has been tried?"),
    ("Impacts", "Which activities stop, when does it become unacceptable?"),
    ("Priorities", "What must be back first? Which runbook fits?"),
    ("Decisions", "Activate the plan? Declare? Spend? Close a site?"),
    ("Actions", "Who does what by when? Read them back."),
    ("Communications", "Who is told what, by whom, approved by whom?"),
    ("Next meeting", "When and where? Who relieves whom?"),
)


def first_meeting() -> Iterator[Block]:
    """Yield the agenda of the first meeting with room for notes."""
    yield Heading(
        "First meeting",
        note="Thirty minutes at most, standing. The scribe writes; telephones are off.",
    )
    yield Table(
        [
            Column("Date, time", writing=True),
            Column("Chair", writing=True),
            Column("Scribe", writing=True),
            Column("Present", weight=2.4, writing=True),
        ],
        [Row([], writing=True)],
    )
    columns = [
        Column("", 18),
        Column("Item", 98),
        Column("Questions", weight=1.3),
        Column("Notes", weight=1.7, writing=True),
    ]
    rows = [
        Row([Tick(), Words(f"{number}. {item}", bold=True), Words(questions, "\n\n")])
        for number, (item, questions) in enumerate(AGENDA, 1)
    ]
    yield Table(columns, rows)


def stand_down(criteria: Sequence[str]) -> Iterator[Block]:
    """Yield the criteria of stand-down with room for evidence."""
    columns = [
        Column("", 20),
        Column("Criterion", weight=2),
        Column("Evidence", writing=True),
        Column("Confirmed by", 92, writing=True),
        Column("Time", 52, writing=True),
    ]
    yield Table(columns, [Row([Tick(), words], writing=True) for words in criteria], whole=True)


def sign_off(roles: Sequence[str]) -> Table:
    """Return the table in which people sign."""
    columns = [
        Column("Role", 130),
        Column("Name", writing=True),
        Column("Signature", writing=True),
        Column("Date, time, zone", 104, writing=True),
    ]
    return Table(columns, [Row([role], writing=True) for role in roles], whole=True)


def checklist(groups: Sequence[tuple[str, Sequence[str]]]) -> Table:
    """Return groups of actions with box, time and initials."""
    columns = [
        Column("", 18, align="centre"),
        Column("Action", weight=1),
        Column("Time", 54, writing=True),
        Column("Initials", 50, writing=True),
    ]
    rows: list[Row | Band] = []
    for title, items in groups:
        if items:
            rows.append(Band(title))
            rows += [Row([Tick(), item], roomy=True) for item in items]
    return Table(columns, rows, empty="No actions are written down for this role.")


def welfare() -> Iterator[Block]:
    """Yield the first-hour check list."""
    yield Points(
        [
            "People are safe; the emergency services are called where needed",
            "The extent is known: places, services, people",
            "The log is open: T, time zone, names",
            "Every role is filled; cards are handed out",
            "The threshold is checked; the decision to activate is written down",
            "The first message to staff is approved and sent",
            "The time of the next meeting is set",
        ],
        "check",
    )
