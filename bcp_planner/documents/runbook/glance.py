"""The recovery at a glance: chart over time, waves, and the dependency picture."""

from __future__ import annotations

from collections.abc import Iterator

from bcp_planner.documents import picture as pictures
from bcp_planner.documents import timeline
from bcp_planner.documents.case import Case, Wave
from bcp_planner.documents.edition import Edition
from bcp_planner.documents.pen import Box
from bcp_planner.documents.story import (
    Block,
    Column,
    Figure,
    Fitted,
    Heading,
    NewPage,
    PageOf,
    Paragraph,
    Row,
    Table,
    Together,
    Words,
)
from bcp_planner.documents.style import NOTE
from bcp_planner.documents.wording import clock, count, names, sentence

_AROUND = 138.0
"""Height that heading, legend and caption take from a page with a drawing."""


def glance(case: Case) -> Iterator[Block]:
    """Yield the chart of all waves on one page, and the list of waves."""
    keys = timeline.chosen(case)
    few = len(keys) <= timeline.FEW_ROWS
    yield NewPage(landscape=few)
    yield Fitted([tuple(_chart(case, keys, landscape=few))], 1)
    yield NewPage(landscape=few, flows=True)
    yield Heading("Waves", 2)
    words = Paragraph(
        "A wave groups what can be worked on at the same stage. A task starts as soon as the "
        "tasks it names are done and its team is free; it does not wait for the whole wave.",
    )
    yield Together([words, _wave_table(case)])


def _chart(case: Case, keys: list[str], *, landscape: bool) -> Iterator[Block]:
    yield NewPage(landscape=landscape)
    yield Heading("Recovery at a glance", anchor="glance", note=_note(case, len(keys)))
    if keys:
        yield Figure(timeline.legend(case.plan.info.outage_term), 28, "Legend of the chart below.")
    yield timeline.timeline(case, keys)


def _note(case: Case, shown: int) -> str:
    hidden = len(case.recovered) - shown
    if hidden <= 0:
        return ""
    return (
        f"The services that decide: misses, critical path, highest tier. "
        f"{count(hidden, 'other is', 'others are')} in the task tables."
    )


def _wave_table(case: Case) -> Table:
    columns = [
        Column("Wave", 38),
        Column("Starts", 60),
        Column("Done", 66),
        Column("Services", weight=2.4),
        Column("Teams", weight=1.4),
        Column("Page", 34, align="right"),
    ]
    return Table(columns, [_wave_row(case, wave) for wave in case.waves], empty="No waves.")


def _wave_row(case: Case, wave: Wave) -> Row:
    bound = any(case.found(key).time_lower_bound for key in wave.services)
    team_ids = dict.fromkeys(task.team for task in wave.tasks if task.team)
    teams = ", ".join(case.plan.teams[key].title for key in team_ids if key in case.plan.teams)
    shown = wave.services[:40]
    more = f" and {len(wave.services) - 40} more" if len(wave.services) > 40 else ""
    return Row(
        [
            Words(str(wave.number), bold=True, anchor=f"wave-{wave.number}"),
            clock(wave.start),
            clock(wave.end, lower_bound=bound),
            Words(sentence(*names(case.plan, shown), more)),
            teams or "–",
            PageOf(f"wave-{wave.number}"),
        ]
    )


def dependencies(case: Case, edition: Edition) -> Iterator[Block]:
    """Yield the drawing of everything the scenario reaches, upright or sideways as fits best."""
    ways = [
        sheets for side in (True, False) if (sheets := _laid_out(case, edition, landscape=side))
    ]
    if not ways:
        yield NewPage()
        yield Heading("What depends on what", anchor="picture")
        yield Paragraph("The scenario reaches nothing.")
        return
    best = min(ways, key=lambda way: (way[1].count, -way[1].scale))
    yield NewPage(landscape=best[0])
    yield Heading("What depends on what", anchor="picture", note=pictures.EXPLANATION)
    yield from _drawing(case, best[1], edition.frame(landscape=best[0]).height - _AROUND)
    yield NewPage()


def _laid_out(
    case: Case, edition: Edition, *, landscape: bool
) -> tuple[bool, pictures.Sheets] | None:
    """Return the picture on sheets of one orientation."""
    frame = edition.frame(landscape=landscape)
    room = Box(0, 0, frame.width, frame.height - _AROUND)
    found = pictures.picture(case, aspect=room.width / room.height)
    return None if found is None else (landscape, found.grid(room))


def _drawing(case: Case, sheets: pictures.Sheets, height: float) -> Iterator[Block]:
    hidden = pictures.left_out(case, sheets.picture)
    if hidden:
        words = f"{count(hidden, 'affected service is', 'affected services are')} not drawn."
        yield Paragraph(f"{words} Section 2 lists them all.", NOTE)
    for number, draw in enumerate(sheets.drawings(), 1):
        yield Figure(pictures.draw_legend, 26, "Legend of the drawing below.")
        # Sheets that are laid side by side are of one height; a single one takes what is left.
        own = 0.0 if sheets.count == 1 else height
        yield Figure(draw, own, _in_words(case), _part(sheets, number))


def _part(sheets: pictures.Sheets, number: int) -> str:
    if sheets.count == 1:
        return ""
    row, column = divmod(number - 1, sheets.across)
    return (
        f"Sheet {number} of {sheets.count}: row {row + 1} of {sheets.down}, "
        f"column {column + 1} of {sheets.across}. Lay the sheets side by side."
    )


def _in_words(case: Case) -> str:
    return (
        f"Drawing of {count(len(case.impact.services), 'service')} and their requirements as far "
        f"as {case.scenario.title} reaches them; section 2 says the same in words."
    )
