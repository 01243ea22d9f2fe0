"""What the organisation has arranged: strategies, records, resources, messages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bcp_planner.documents.story import Band, Cell, Column, Row, Table, Words
from bcp_planner.documents.subject import Subject
from bcp_planner.documents.wording import length, names, sentence
from bcp_planner.domain.arrangements import LOSS_TYPES, Communication, Strategy

MOST_NAMES = 24
_MOST_WHOLE = 12
"""A longer matrix may be divided between pages."""


def service_names(subject: Subject, keys: Sequence[str]) -> Words:
    """Return the titles of services in a cell, cut with a count when there are too many."""
    more = f" and {len(keys) - MOST_NAMES} more" if len(keys) > MOST_NAMES else ""
    return Words(sentence(*names(subject.plan, keys[:MOST_NAMES]), more) if keys else "–")


def strategies(subject: Subject) -> Table:
    """Return the strategies by what is lost."""
    columns = [
        Column("Strategy", weight=1.5),
        Column("Used when", weight=1.1),
        Column("Place or source", weight=1.1),
        Column("Capacity", 48, align="right"),
        Column("Starts within", 52),
        Column("Lasts", 44),
        Column("Preconditions, contract", weight=1.4),
    ]
    rows: list[Row | Band] = []
    for loss in LOSS_TYPES:
        found = [
            strategy
            for strategy in subject.plan.strategies.values()
            if strategy.loss_type == loss and subject.concerns(strategy.services)
        ]
        if found:
            rows.append(Band(f"Loss of {loss}"))
            rows += [_strategy(subject, strategy) for strategy in found]
    return Table(columns, rows, empty="The plan has no strategies.")


def _strategy(subject: Subject, strategy: Strategy) -> Row:
    share = strategy.capacity_percent
    keeps = sentence("For ", *names(subject.plan, strategy.services[:MOST_NAMES]))
    return Row(
        [
            Words(strategy.name or strategy.id, keeps if strategy.services else "", bold=True),
            strategy.trigger or "–",
            strategy.place or "–",
            "–" if share is None else f"{share:g} %",
            length(strategy.time_to_start),
            length(strategy.lasts),
            Words(strategy.conditions, strategy.contract),
        ]
    )


def losses_without_strategy(subject: Subject) -> list[str]:
    """Return the kinds of loss for which the plan has no strategy."""
    known = {strategy.loss_type for strategy in subject.plan.strategies.values()}
    return [loss for loss in LOSS_TYPES if loss not in known]


def vital_records(subject: Subject) -> Table:
    """Return the records without which work cannot go on."""
    columns = [
        Column("Record", weight=1.4),
        Column("Form", weight=0.9),
        Column("Where it is", weight=1.1),
        Column("Where its copy is", weight=1.1),
        Column("RPO", 40),
        Column("Owner", weight=0.9),
        Column("Access", weight=1.3),
        Column("Needed within", 52),
        Column("Seen on", 50, writing=True),
    ]
    rows = [
        Row(
            [
                Words(
                    record.name or record.id,
                    sentence(*names(subject.plan, record.services[:MOST_NAMES])),
                    bold=True,
                ),
                record.form or "–",
                record.place or "–",
                record.copy_place or Words("no copy named", tone="warning"),
                length(record.rpo),
                record.owner or "–",
                record.access or "–",
                length(record.needed_within),
            ]
        )
        for record in subject.plan.vital_records.values()
        if subject.concerns(record.services)
    ]
    return Table(columns, rows, empty="The plan lists no vital records.")


def resources(subject: Subject) -> Table:
    """Return how much of everything is needed as time goes by."""
    columns = [
        Column("Resource", weight=1.7),
        Column("Normal", 44, align="right"),
        Column("T+4 h", 38, align="right"),
        Column("T+1 d", 38, align="right"),
        Column("T+3 d", 38, align="right"),
        Column("T+1 w", 38, align="right"),
        Column("T+30 d", 40, align="right"),
        Column("Source", weight=1.4),
        Column("Obtained", 56, writing=True),
    ]
    rows: list[Row] = []
    for need in subject.plan.resources.values():
        if need.service is not None and not subject.concerns([need.service]):
            continue
        title = subject.service(need.service).title if need.service else ""
        amounts = (
            need.normal,
            need.at_4_hours,
            need.at_1_day,
            need.at_3_days,
            need.at_1_week,
            need.at_1_month,
        )
        cells: list[Cell] = [Words(need.name or need.id, title, bold=True)]
        rows.append(Row([*cells, *map(_amount, amounts), need.source or "–"]))
    return Table(columns, rows, empty="The plan lists no resources.")


def _amount(number: float | None) -> str:
    return "–" if number is None else f"{number:,g}"


def messages(subject: Subject, *, told: bool = True) -> Table:
    """Return who is told what, by whom, from when on, and how often."""
    columns = [
        Column("Audience", weight=1),
        Column("What they need", weight=2),
        Column("How", weight=1),
        Column("By, approved by", weight=1.2),
        Column("First within, then", 60),
        *([Column("Told at", 48, writing=True)] if told else []),
    ]
    rows = [_message(subject, message) for message in sorted_messages(subject)]
    whole = len(rows) <= _MOST_WHOLE
    return Table(columns, rows, empty="The plan has no communication matrix.", whole=whole)


def templates(subject: Subject) -> Table | None:
    """Return the words to send to each audience; None when the plan has none."""
    columns = [
        Column("Audience", weight=1),
        Column("Words to send", weight=3.4),
        Column("Sent at, by", 84, writing=True),
    ]
    rows = [
        Row([Words(one.audience or one.id, bold=True), one.template], writing=True)
        for one in sorted_messages(subject)
        if one.template
    ]
    return Table(columns, rows) if rows else None


def sorted_messages(subject: Subject) -> list[Communication]:
    """Return the messages in the order in which they fall due."""
    never = float("inf")

    def due(message: Communication) -> float:
        return never if message.first_by is None else message.first_by

    return sorted(subject.plan.communications.values(), key=due)


def _message(subject: Subject, message: Communication) -> Row:
    every = f"every {length(message.then_every)}" if message.then_every else ""
    return Row(
        [
            Words(message.audience or message.id, bold=True),
            message.message or "–",
            message.channel or "–",
            Words(subject.role(message.owner) or "–", subject.role(message.approver)),
            Words(length(message.first_by), every),
        ],
        writing=True,
    )


def joined(words: Iterable[str]) -> str:
    """Return the words that are there, separated by commas."""
    return ", ".join(word for word in words if word)
