"""Who does it: the roster of teams, with leads, numbers, people and hours of work."""

from __future__ import annotations

from collections.abc import Iterator

from bcp_planner.documents.case import Case
from bcp_planner.documents.edition import Edition
from bcp_planner.documents.story import (
    Block,
    Cell,
    Column,
    Heading,
    Paragraph,
    Row,
    Table,
    Tick,
    Words,
)
from bcp_planner.documents.wording import clock, count
from bcp_planner.domain.entities import Team


def teams(case: Case, edition: Edition) -> Iterator[Block]:
    """Yield the roster: teams with work in the order in which they are needed, then the others."""
    yield Heading(
        "Teams",
        anchor="teams",
        note="Call in this order. Nobody starts before the declaration and the time to assemble.",
        flows=True,
    )
    needed = _first_needed(case)
    working = sorted((key for key in case.plan.teams if key in needed), key=needed.__getitem__)
    if not working:
        yield Paragraph("No task of this runbook names a team.")
    else:
        yield _roster(case, edition, working)
    others = [team for key, team in case.plan.teams.items() if key not in needed]
    if others:
        yield Heading("Not needed for this scenario", 2, numbered=False, listed=False)
        yield Table(
            [Column("Team"), Column("Lead"), Column("Number")],
            [Row([team.title, *_person(edition, team.lead)]) for team in others],
        )
    yield from _unassigned(case)


def _first_needed(case: Case) -> dict[str, int]:
    """Return for each team with work when it is first needed."""
    first: dict[str, int] = {}
    for wave in case.waves:
        for task in wave.tasks:
            start = case.found(task.service).start or 0
            named = {*case.service(task.service).needs, *([task.team] if task.team else [])}
            for team in named:
                first[team] = min(first.get(team, start), start)
    return first


def _roster(case: Case, edition: Edition, keys: list[str]) -> Table:
    columns = [
        Column("", 18),
        Column("Team", weight=1.3),
        Column("Lead", weight=1.4),
        Column("Alternate", weight=1.4),
        Column("People", 42, align="right"),
        Column("Ready", 54),
        Column("Work", 62),
        Column("Arrived", 52, writing=True),
    ]
    return Table(columns, [_team_row(case, edition, case.plan.teams[key]) for key in keys])


def _team_row(case: Case, edition: Edition, team: Team) -> Row:
    found = [case.found(key) for key in case.recovered if _works_on(case, team.id, key)]
    begun = [one.start for one in found if one.start is not None]
    ended = [one.finish for one in found if one.finish is not None]
    tasks = sum(task.team == team.id for wave in case.waves for task in wave.tasks)
    ready = case.recovery.declared + (team.mobilisation or 0)
    cells: list[Cell] = [
        Tick(),
        Words(team.title, team.meeting_point and f"meets: {team.meeting_point}", bold=True),
        _words(edition, team.lead),
        _words(edition, team.alternate),
        "any" if team.capacity is None else str(team.capacity),
        clock(ready, lower_bound=team.mobilisation is None),
        Words(
            f"{clock(min(begun))} to {clock(max(ended))}" if begun and ended else "–",
            count(tasks, "task"),
        ),
    ]
    return Row(cells, writing=True)


def _works_on(case: Case, team_id: str, key: str) -> bool:
    service = case.service(key)
    return team_id in service.needs or any(step.team == team_id for step in service.steps)


def _person(edition: Edition, contact_id: str | None) -> tuple[str, str]:
    contact = edition.plan.contacts.get(contact_id) if contact_id else None
    if contact is None:
        return "not named", ""
    return contact.title, edition.phones(contact)


def _words(edition: Edition, contact_id: str | None) -> Words:
    title, phone = _person(edition, contact_id)
    return Words(title, phone)


def _unassigned(case: Case) -> Iterator[Block]:
    """Yield a note on tasks for which no team is named."""
    missing = sum(task.team is None for wave in case.waves for task in wave.tasks)
    if missing:
        yield Paragraph(
            f"{count(missing, 'task names', 'tasks name')} no team: assign them before wave 1."
        )
