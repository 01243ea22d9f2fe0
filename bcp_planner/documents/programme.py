"""The exercise programme on a page: readiness, calendar, coverage, open actions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from bcp_planner.documents.pen import Box, Pen
from bcp_planner.documents.story import (
    Block,
    Chip,
    Column,
    Document,
    Drawing,
    Fitted,
    Heading,
    Measure,
    Measures,
    Row,
    Table,
    Tone,
    Words,
)
from bcp_planner.documents.style import ACCENT, RULE, SHADE
from bcp_planner.documents.subject import Subject
from bcp_planner.documents.wording import count
from bcp_planner.domain.plan import Plan
from bcp_planner.exercises import maturity
from bcp_planner.exercises.learning import OPEN, by_urgency, is_overdue
from bcp_planner.exercises.programme import (
    Coverage,
    Covered,
    Points,
    calendar,
    coverage,
    readiness,
)

KIND = "Exercise programme"
_PAGES = 1
_ROWS = (4, 3, 2, 1)
"""Rows of calendar and actions, and names in a cell; fewer where texts are long."""


def document(subject: Subject) -> Document:
    """Return the programme of exercises and reviews."""
    title = subject.plan.info.name or subject.plan.info.organisation or "Unnamed plan"
    versions = [tuple(_blocks(subject, most)) for most in _ROWS]
    return Document(subject.edition.imprint(KIND, title, "PROG"), (Fitted(versions, _PAGES),))


def _blocks(subject: Subject, most: int) -> Iterator[Block]:
    plan, today = subject.plan, subject.edition.now.date()
    score, points = readiness(plan, today)
    overdue = sum(is_overdue(one, today) for one in plan.actions.values())
    events = [one for one in plan.events.values() if one.status == "closed"]
    tone: Tone = "good" if score >= 80 else "warning" if score >= 50 else "bad"
    yield Heading(KIND, numbered=False, note=f"On {today.isoformat()}")
    yield Measures(
        [
            Measure("Readiness", f"{score:.0f}", "of 100 points", tone),
            Measure("Held", str(len(events)), "exercises and incidents"),
            Measure("Actions overdue", str(overdue), "", "bad" if overdue else "good"),
            *_maturity(plan),
        ]
    )
    yield Heading("Points won, and what wins the rest", 2, numbered=False)
    columns = [
        Column("Figure", weight=2.9),
        Column("Count", 54, align="right"),
        Column("Points", 44),
        Column("", 48, align="right"),
        Column("What wins the rest", weight=2.4),
    ]
    yield Table(columns, [_points(one) for one in points], empty="There is nothing to count yet.")
    yield Heading("Calendar", 2, numbered=False)
    columns = [Column("Day", 62), Column("", 84), Column("What", weight=3), Column("", 62)]
    rows = [
        Row(
            [one.date, one.what, one.title, Chip("!", "overdue", "bad") if one.overdue else ""],
            tight=True,
        )
        for one in calendar(plan, today)
        if one.what != "action" and (one.overdue or one.date >= today.isoformat())
    ]
    yield Table(columns, rows[:most], empty="Nothing is planned.")
    found = coverage(plan, today)
    yield Heading("Coverage", 2, numbered=False)
    yield _coverage(found, most)
    actions = [one for one in by_urgency(plan, today) if one.status in OPEN]
    yield Heading(f"Most urgent of {count(len(actions), 'open action')}", 2, numbered=False)
    columns = [Column("Due", 62), Column("Action", weight=3), Column("Owner"), Column("", 104)]
    rows = [
        Row(
            [
                one.due or "–",
                one.text,
                one.owner or "nobody",
                Chip("!", f"{one.status}, overdue", "bad")
                if is_overdue(one, today)
                else one.status,
            ],
            tight=True,
        )
        for one in actions[:most]
    ]
    yield Table(columns, rows, empty="No actions are open.")


def _bar(share: float, pen: Pen, box: Box) -> None:
    """Draw the share that is won."""
    whole = Box(box.x, box.y + 1, box.width, box.height - 2)
    pen.box(whole, fill=SHADE, outline=RULE, width=0.5)
    if share > 0:
        pen.box(Box(whole.x, whole.y, whole.width * share, whole.height), fill=ACCENT)


def _maturity(plan: Plan) -> Iterator[Measure]:
    assessed = maturity.newest(plan)
    mean = maturity.mean_level(assessed) if assessed else None
    if assessed is not None and mean is not None:
        yield Measure("Maturity", f"{mean:.1f}", f"of {maturity.HIGHEST}, {assessed.date}")


def _points(one: Points) -> Row:
    figure = one.figure
    bar = Drawing(partial(_bar, figure.share or 0.0), 9)
    rest = one.how if figure.part < figure.whole else ""
    words = Words(figure.name[:1].upper() + figure.name[1:])
    counted = f"{figure.part} of {figure.whole}"
    return Row([words, counted, bar, f"{one.won:.0f} of {one.possible}", rest], tight=True)


def _coverage(found: Coverage, most: int) -> Table:
    """Return what has been exercised, and what has not, a row for each sort."""
    columns = [
        Column("", 104),
        Column("Exercised", 62, align="right"),
        Column("Last, deepest", 128),
        Column("Not yet", weight=3),
    ]
    sorts = (
        ("Critical services", found.services),
        ("Scenarios", found.scenarios),
        ("Roles", found.roles),
        ("People", found.people),
    )
    return Table(columns, [_sort(title, items, most) for title, items in sorts if items])


def _sort(title: str, items: Sequence[Covered], most: int) -> Row:
    done = [one for one in items if one.events]
    never = [one.title for one in items if not one.events]
    more = f" and {len(never) - most} more" if len(never) > most else ""
    last = max(done, key=lambda one: one.last, default=None)
    newest = f"{last.last}, {last.deepest}" if last else "never"
    counted = f"{len(done)} of {len(items)}"
    missing = ", ".join(never[:most]) + more or "–"
    return Row([Words(title, bold=True), counted, newest, missing], tight=True)
