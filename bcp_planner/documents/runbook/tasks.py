"""The task tables, wave by wave, with room to write and a checkpoint after each wave."""

from __future__ import annotations

from collections.abc import Iterator

from bcp_planner.documents.case import Case, Task, Wave
from bcp_planner.documents.lines import Span, Text
from bcp_planner.documents.runbook.ready import due, ready, validation
from bcp_planner.documents.story import (
    Band,
    Block,
    Callout,
    Cell,
    Column,
    Heading,
    NewPage,
    Paragraph,
    Row,
    Table,
    Tick,
    Together,
    Words,
)
from bcp_planner.documents.style import NOTE
from bcp_planner.documents.wording import (
    clock,
    count,
    length,
    name,
    need_in_words,
    sentence,
)

_SPARE_ROWS = 2

_COLUMNS = (
    Column("", 18, align="centre"),
    Column("No.", 47),
    Column("Task", weight=2.1),
    Column("Service", weight=1.3),
    Column("Team", weight=1.1),
    Column("After", 49),
    Column("Planned start, end, duration", 60),
    Column("Latest end", 54),
    Column("Actual start", 42, writing=True),
    Column("Actual end", 42, writing=True),
    Column("OK or fail", 34, writing=True),
    Column("Initials", 40, writing=True),
    Column("If it fails", weight=1.1),
)


def tasks(case: Case) -> Iterator[Block]:
    """Yield the tasks of every wave on sheets of their own."""
    yield NewPage(landscape=True, flows=True)
    yield Heading("Tasks", anchor="tasks", note=_note(case), flows=True)
    if not case.waves:
        yield Paragraph("There is nothing to bring back.")
    else:
        yield from ready(case)
    yield from _deadlocks(case)
    for wave in case.waves:
        yield NewPage(landscape=True)
        yield from _wave(case, wave)
    yield NewPage()


def _note(case: Case) -> str:
    total = sum(len(wave.tasks) for wave in case.waves)
    return (
        f"{count(total, 'task')} in {count(len(case.waves), 'wave')}. Tick the box, write clock "
        "times and initials. “After” names the tasks that must be done first. "
        "Where the plan does not say when a single step starts or ends, only its duration stands."
    )


def _deadlocks(case: Case) -> Iterator[Block]:
    """Yield what to do about services that wait for each other."""
    if not case.recovery.relaxed:
        return
    points: list[Text] = [
        sentence(
            "Bring up ",
            name(case.service(requirement.dependant).title, bold=True),
            " without ",
            *need_in_words(case.plan, requirement),
        )
        for key in case.recovery.relaxed
        for requirement in [case.plan.requirements[key]]
    ]
    yield Callout(
        "These wait for each other and can only start with help",
        "The order below breaks the loop where the longest tolerance allows it:",
        "warning",
        points,
    )


def _wave(case: Case, wave: Wave) -> Iterator[Block]:
    bound = any(case.found(key).time_lower_bound for key in wave.services)
    yield Heading(
        f"Wave {wave.number}: {clock(wave.start)} to {clock(wave.end, lower_bound=bound)}",
        2,
        anchor=f"wave-{wave.number}",
        note=f"{count(len(wave.services), 'service')}, {count(len(wave.tasks), 'task')}",
    )
    roster = _roster(case, wave)
    if roster:
        yield Paragraph(roster, NOTE)
    rows: list[Row | Band] = []
    for index, task in enumerate(wave.tasks):
        first = index == 0 or wave.tasks[index - 1].service != task.service
        last = index + 1 == len(wave.tasks) or wave.tasks[index + 1].service != task.service
        rows.append(_row(case, task, first=first, last=last))
    spare = [Row([Tick(), f"W{wave.number}-"], writing=True) for _ in range(_SPARE_ROWS)]
    yield Table(_COLUMNS, [*rows, *spare], leads_on=True)
    yield validation(case, wave)
    yield _checkpoint(case, wave)


def _roster(case: Case, wave: Wave) -> Text:
    """Return who leads each team of a wave, and who stands in."""
    parts: list[str | Span] = []
    for key in dict.fromkeys(task.team for task in wave.tasks if task.team in case.plan.teams):
        team = case.plan.teams[key or ""]
        lead = case.plan.contacts.get(team.lead or "")
        deputy = case.plan.contacts.get(team.alternate or "")
        parts += ["; " if parts else "", name(team.title), ": "]
        parts.append(name(lead.title) if lead else "no lead named")
        parts += [", else ", name(deputy.title)] if deputy else []
    return sentence(*parts, ".") if parts else ""


def _row(case: Case, task: Task, *, first: bool, last: bool) -> Row:
    found = case.found(task.service)
    bound = found.time_lower_bound
    start = clock(task.start, lower_bound=bound) if task.start is not None else ""
    end = clock(task.end, lower_bound=bound) if task.end is not None else ""
    if task.start is None and first:
        start = "never"
    team = case.plan.teams[task.team].title if task.team else "–"
    cells: list[Cell] = [
        Tick(),
        Words(task.number, bold=True),
        Words(_what(case, task), _detail(case, task, first=first)),
        Words(case.service(task.service).title, bold=task.service in case.critical),
        team,
        ", ".join(task.after) or "–",
        _when(task, start, end),
        _latest(task, last=last),
        "",
        "",
        "",
        "",
        task.step.if_fails if task.step and task.step.if_fails else "Call the lead.",
    ]
    return Row(cells, writing=True, anchor=f"service-{task.service}" if first else "")


def _when(task: Task, start: str, end: str) -> Words:
    """Return the planned start, the planned end as far as it is known, and the duration."""
    takes = length(task.duration, unknown="no estimate")
    rest = [f"to {end}" if end else "", takes]
    return Words(start, "\n".join(part for part in rest if part))


def _latest(task: Task, *, last: bool) -> Words:
    """Return the latest end of a service's work, on the last of its tasks."""
    if not last:
        return Words("·")
    if task.latest is None:
        return Words("none")
    late = task.end is None or task.end > task.latest
    return Words(
        clock(task.latest), "too late for a target" if late else "", tone="bad" if late else None
    )


def _what(case: Case, task: Task) -> Text:
    if task.step is not None:
        return task.text
    return sentence(f"{task.text} ", name(case.service(task.service).title))


def _detail(case: Case, task: Task, *, first: bool) -> Text:
    """Return what else must be known: what to leave out, how long, how to check."""
    parts: list[Text] = []
    if first:
        for key in case.relaxed_of(task.service):
            need = need_in_words(case.plan, case.plan.requirements[key])
            parts.append(sentence("Bring up without ", *need, "."))
        parts += filter(None, [_beyond(case, task.service)])
    about = ["automated" if task.step and task.step.automated else ""]
    if first:
        about.append(_people(case, task.service))
    if any(about):
        parts.append(", ".join(part for part in about if part).capitalize() + ".")
    if task.step and task.step.validation:
        parts.append(sentence("Check: ", name(task.step.validation)))
    return _joined(parts)


def _people(case: Case, service_id: str) -> str:
    needs = case.service(service_id).needs
    return ", ".join(
        f"{people} of {case.plan.teams[team].title}"
        for team, people in needs.items()
        if team in case.plan.teams and people > 1
    )


def _beyond(case: Case, key: str) -> str:
    """Return what to make of steps that take longer than the work they are planned with."""
    spent, found = case.steps_beyond(key), case.found(key)
    if spent is None or found.start is None or found.finish is None:
        return ""
    planned = length(found.finish - found.start)
    if case.impact.services[key].fails_itself:
        return f"Its steps add up to {length(spent)}; {planned} are planned."
    return f"Not hit itself: {planned} are planned for its restart. Take the steps it needs."


def _joined(parts: list[Text]) -> Text:
    spans: list[str | Span] = []
    for part in parts:
        if spans:
            spans.append(" ")
        spans += [part] if isinstance(part, str) else list(part)
    return sentence(*spans)


def _checkpoint(case: Case, wave: Wave) -> Together:
    following = wave.number + 1 if wave.number < len(case.waves) else None
    words = f"go on to wave {following}" if following else "go on to section 7"
    owners = dict.fromkeys(owner for key in wave.services if (owner := case.service(key).owner))
    columns = [
        Column(f"Checkpoint after wave {wave.number}", weight=2.6),
        Column(words.capitalize(), 76, align="centre"),
        Column("Repeat the wave", 70, align="centre"),
        Column("Stop, roll back", 70, align="centre"),
        Column("Decided by", writing=True),
        Column("Time", 56, writing=True),
    ]
    questions = "Every service checked? Data complete up to a known time? Owners accept?"
    tell = f"Tell: {', '.join(list(owners)[:12])}" if owners else ""
    more = f" and {len(owners) - 12} more" if len(owners) > 12 else ""
    told = _joined([part for part in (f"{tell}{more}." if tell else "", due(case, wave)) if part])
    cells: list[Cell] = [Words(questions, told), Tick(), Tick(), Tick()]
    return Together([Table(columns, [Row(cells, writing=True)])])
