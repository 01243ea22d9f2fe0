"""What must be there before the work starts, and how each service is accepted afterwards."""

from __future__ import annotations

from collections.abc import Iterator

from bcp_planner.documents.case import Case, Wave
from bcp_planner.documents.lines import Text
from bcp_planner.documents.story import Block, Column, Heading, Points, Row, Table, Tick, Words
from bcp_planner.documents.wording import clock, sentence
from bcp_planner.domain.arrangements import Communication


def ready(case: Case) -> Iterator[Block]:
    """Yield the check of preconditions and the places of emergency access, before wave 1."""
    keys = [
        key
        for key in case.recovered
        if case.service(key).preconditions or case.service(key).break_glass
    ]
    yield Heading("Before wave 1", 2, anchor="ready")
    general: list[Text] = [
        "Team leads have arrived or answered; each has the pages of the first wave",
        "Emergency access is fetched; two people sign for every envelope that is opened",
        "What was lost stays switched off and is cut off from the network",
        "Copies and backups that will be used are found and readable",
    ]
    yield Points(general, "check")
    if not keys:
        return
    columns = [
        Column("", 18, align="centre"),
        Column("Service", weight=1.2),
        Column("Must be there", weight=2),
        Column("Emergency access", weight=1.6),
        Column("Wave", 36, align="right"),
        Column("Checked by", 80, writing=True),
        Column("Time", 50, writing=True),
    ]
    wave_of = {key: wave.number for wave in case.waves for key in wave.services}
    rows = [
        Row(
            [
                Tick(),
                Words(case.service(key).title, bold=True),
                case.service(key).preconditions or "–",
                case.service(key).break_glass or "–",
                str(wave_of[key]),
            ],
            writing=True,
        )
        for key in keys
    ]
    yield Table(columns, rows)


def validation(case: Case, wave: Wave) -> Table:
    """Return the acceptance of every service of a wave: test, data, business."""
    columns = [
        Column("Validation", weight=1.2),
        Column("Technical test", weight=2),
        Column("Passed", 44, align="centre"),
        Column("Data complete up to", 88, writing=True),
        Column("Accepted by", 96, writing=True),
        Column("Time", 50, writing=True),
    ]
    rows = [_acceptance(case, key) for key in wave.services]
    return Table(columns, rows, leads_on=True)


def _acceptance(case: Case, key: str) -> Row:
    service = case.service(key)
    tests = [step.validation for step in service.steps if step.validation]
    owner = f"owner: {service.owner}" if service.owner else "no owner named"
    test = tests[-1] if tests else "No test written down: one real transaction, end to end."
    return Row([Words(service.title, owner), test, Tick()], writing=True)


def due(case: Case, wave: Wave) -> Text:
    """Return which messages fall due until the end of a wave and after the wave before."""
    before = wave.start or 0
    if wave.number == 1:
        before = -1
    end = wave.end
    found: list[tuple[int, Communication]] = []
    for message in case.plan.communications.values():
        if message.first_by is None:
            continue
        moment = case.recovery.declared + message.first_by
        if before < moment and (end is None or moment <= end or wave.number == len(case.waves)):
            found.append((moment, message))
    found.sort(key=lambda entry: entry[0])
    words = [f"{message.audience or message.id} by {clock(at)}" for at, message in found]
    return sentence("Messages due: ", ", ".join(words), ".") if words else ""
