"""The plan on a page: one A3 sheet for the wall of the incident room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bcp_planner.documents.charts import Scale, draw_scale, fitted, target_bar
from bcp_planner.documents.lines import Line, words_of
from bcp_planner.documents.options import LARGE_PAPERS
from bcp_planner.documents.pen import Box, Pen
from bcp_planner.documents.story import Block, Document, Figure, NewPage
from bcp_planner.documents.style import ACCENT, BLACK, HAIR, MUTED, WHITE, Look
from bcp_planner.documents.subject import Subject
from bcp_planner.documents.wording import clock, length
from bcp_planner.domain.arrangements import LOSS_TYPES

KIND = "Plan on a page"
_GAP = 12.0
_MOST = 14
_TEXT = Look(12.5, 16.3)
"""What text begins with; it is set smaller until everything fits."""


@dataclass(frozen=True, slots=True)
class Panel:
    """A framed part of the sheet: a title and rows of a label and words."""

    title: str
    rows: Sequence[tuple[str, str]]
    label_share: float = 0.34
    checks: bool = False


def document(subject: Subject) -> Document:
    """Return the sheet; on A3, or Tabloid where Letter is used."""
    info = subject.plan.info
    title = info.name or info.organisation or "Unnamed plan"
    chosen = subject.edition.options.paper
    name = chosen if chosen in LARGE_PAPERS else {"Letter": "Tabloid"}.get(chosen, "A3")
    imprint = subject.edition.imprint(KIND, title, "PAGE")
    return Document(imprint, tuple(_blocks(subject, title, name)), paper=name)


def _blocks(subject: Subject, title: str, paper: str) -> Iterator[Block]:
    yield NewPage(landscape=True, paper=paper)
    panels = _panels(subject)
    words = " ".join(
        f"{panel.title}: " + "; ".join(f"{label} {text}".strip() for label, text in panel.rows)
        for panel in panels
    )
    yield Figure(lambda pen, box: _draw(subject, title, panels, pen, box), 0, words)


def _limited(rows: list[tuple[str, str]], most: int = _MOST) -> list[tuple[str, str]]:
    hidden = len(rows) - most
    return [*rows[:most], ("", f"and {hidden:,} more")] if hidden > 0 else rows


def _panels(subject: Subject) -> list[Panel]:
    info, plan = subject.plan.info, subject.plan
    roles = [
        (role.name or role.id, _holder(subject, role.holder, role.succession))
        for role in plan.roles.values()
    ]
    strategies = [
        (
            loss,
            "; ".join(
                one.name or one.id for one in plan.strategies.values() if one.loss_type == loss
            )
            or "no strategy",
        )
        for loss in LOSS_TYPES
    ]
    messages = [
        (
            length(one.first_by, unknown="no time"),
            f"{one.audience} ({subject.role(one.owner) or 'nobody named'})",
        )
        for one in sorted(plan.communications.values(), key=lambda one: one.first_by or 10**18)
    ]
    outside = [
        (one.organisation or one.title, f"{one.title}, {subject.edition.phone(one)}")
        for one in plan.contacts.values()
        if one.organisation not in ("", info.organisation)
    ]
    return [
        Panel("Activate when", _limited([("", words) for words in info.activation]), 0.0, True),
        Panel("First actions", [("", words) for words in info.first_actions], 0.0, True),
        Panel(
            "Report and meet",
            [
                ("Hot line", info.hotline or "–"),
                ("Bridge", info.bridge or "–"),
                ("Command centre", info.command_centre or "–"),
                ("If it is lost", info.alternate_centre or "–"),
            ],
        ),
        Panel("Who is in charge", _limited(roles)),
        Panel("If this is lost", strategies, 0.28),
        Panel("Who is told, counted from the declaration", _limited(messages), 0.2),
        Panel("Outside help", _limited(outside)),
        Panel("Scenarios: all back, declare by", _scenarios(subject), 0.62),
    ]


def _holder(subject: Subject, holder: str | None, succession: Sequence[str]) -> str:
    contact = subject.contact(holder)
    if contact is None:
        return "not named"
    then = ", ".join(subject.person(key) for key in succession)
    return f"{contact.title}, {subject.edition.phone(contact)}" + (f"; then {then}" if then else "")


def _scenarios(subject: Subject) -> list[tuple[str, str]]:
    rows: list[tuple[str, str]] = []
    for scenario in list(subject.plan.scenarios.values())[:_MOST]:
        found = subject.about(scenario).case.recovery
        latest = found.latest_declaration
        by = f", by {clock(latest)}" if latest is not None else ""
        rows.append(
            (scenario.title, clock(found.makespan, lower_bound=found.time_lower_bound) + by)
        )
    return rows


# Drawing ---------------------------------------------------------------------------------------


def _draw(subject: Subject, title: str, panels: list[Panel], pen: Pen, box: Box) -> None:
    head = Box(box.x, box.top - 34, box.width, 34)
    fitted(pen, title, head.x, head.y + 11, head.width * 0.7, Look(24, 28, bold=True, ink=ACCENT))
    info = subject.plan.info
    about = f"{info.owner}  ·  {subject.edition.version}".strip(" ·")
    room = head.width * 0.28
    width = min(pen.setting.width(about, Look(9, 11, ink=MUTED)), room)
    fitted(pen, about, head.right - width, head.y + 12, room, Look(9, 11, ink=MUTED))
    body = Box(box.x, box.y, box.width, box.height - 40)
    side = (body.width - 2 * _GAP) * 0.29
    middle = body.width - 2 * (side + _GAP)
    left = Box(body.x, body.y, side, body.height)
    centre = Box(left.right + _GAP, body.y, middle, body.height)
    right = Box(centre.right + _GAP, body.y, side, body.height)
    _stack(pen, left, [panels[0], panels[1], panels[2], panels[6]])
    half = Box(centre.x, centre.y + centre.height * 0.3, middle, centre.height * 0.7)
    _activities(subject, pen, half)
    _stack(pen, Box(centre.x, centre.y, middle, centre.height * 0.3 - _GAP), [panels[7]])
    _stack(pen, right, [panels[3], panels[4], panels[5]])


def _stack(pen: Pen, box: Box, panels: Sequence[Panel]) -> None:
    """Draw panels below each other, each as high as its text asks for."""
    panels = [
        panel if panel.rows else replace(panel, label_share=0.0, checks=False) for panel in panels
    ]
    room = box.height - _GAP * (len(panels) - 1)
    look = _TEXT
    heights = [_height(pen, panel, box.width, look) for panel in panels]
    while sum(heights) > room and look.size > 1:
        look = replace(look, size=look.size * 0.95, leading=look.leading * 0.95)
        heights = [_height(pen, panel, box.width, look) for panel in panels]
    spare = (room - sum(heights)) / len(panels)
    top = box.top
    for panel, height in zip(panels, heights, strict=True):
        _panel(pen, panel, Box(box.x, top - height - spare, box.width, height + spare), look)
        top -= height + spare + _GAP


def _rows(
    pen: Pen, panel: Panel, width: float, look: Look
) -> list[tuple[tuple[Line, ...], tuple[Line, ...]]]:
    inner = width - 20
    strong = replace(look, bold=True)
    label = _label_width(pen, panel, inner, strong)
    indent = 14.0 if panel.checks else 0.0
    return [
        (
            pen.setting.lines(words, label - 6, strong) if label else (),
            pen.setting.lines(text, inner - label - indent, look),
        )
        for words, text in panel.rows or [("", "Nothing is laid down.")]
    ]


def _label_width(pen: Pen, panel: Panel, inner: float, look: Look) -> float:
    """Return the width of the labels of a panel: wide enough for their longest word."""
    usual = inner * panel.label_share
    words = [word for label, _ in panel.rows for word in words_of(label)]
    longest = max((pen.setting.width(word, look) for word in words), default=0.0)
    return min(max(usual, longest + 8), inner * 0.5) if usual else 0.0


def _height(pen: Pen, panel: Panel, width: float, look: Look) -> float:
    rows = _rows(pen, panel, width, look)
    return 34 + sum(max(len(a), len(b)) * look.leading + 3.5 for a, b in rows)


def _panel(pen: Pen, panel: Panel, box: Box, look: Look) -> None:
    _frame(pen, box, panel.title)
    inner = Box(box.x + 10, box.y, box.width - 20, box.height - 26)
    strong = replace(look, bold=True)
    label = _label_width(pen, panel, inner.width, strong)
    indent = 14.0 if panel.checks else 0.0
    for words, text in _rows(pen, panel, box.width, look):
        pen.block_of_text(words, Box(inner.x, inner.y, label - 6, inner.height), strong)
        if panel.checks:
            size = look.size * 0.85
            mark = Box(inner.x, inner.top - look.leading * 0.86, size, size)
            pen.box(mark, outline=BLACK, width=0.6)
        before = label + indent
        place = Box(inner.x + before, inner.y, inner.width - before, inner.height)
        pen.block_of_text(text, place, look)
        used = max(len(words), len(text)) * look.leading + 3.5
        inner = Box(inner.x, inner.y, inner.width, inner.height - used)


def _frame(pen: Pen, box: Box, title: str) -> None:
    pen.box(box, outline=ACCENT, width=0.8)
    head = Box(box.x, box.top - 19, box.width, 19)
    pen.box(head, fill=ACCENT)
    look = Look(10.5, 13, bold=True, ink=WHITE)
    fitted(pen, title, head.x + 10, head.y + 5.5, head.width - 20, look)


_SMALLEST_NAME = 9.0
_ROWS = (20.0, 34.0)
"""Least and greatest height of an activity."""


def _activities(subject: Subject, pen: Pen, box: Box) -> None:
    """Draw the most urgent activities with bars to what is achieved."""
    _frame(pen, box, "What must be back first")
    most = int((box.height - 66) // _ROWS[0])
    keys = subject.activities[:most]
    hidden = len(subject.activities) - len(keys)
    step = min(_ROWS[1], (box.height - (80 if hidden else 66)) / max(len(keys), 1))
    times = [
        value
        for key in keys
        for value in (
            subject.objectives[key].achieved,
            subject.target(key),
            subject.service(key).mtpd,
        )
        if value is not None
    ]
    scale = Scale.of(times)
    widths = (0.36, 0.12, 0.12, 0.4)
    starts = [box.x + 10 + (box.width - 20) * sum(widths[:n]) for n in range(4)]
    y = box.top - 34
    quiet = Look(8, 10, ink=MUTED, bold=True)
    term = subject.plan.info.outage_term
    words = ("Activity", "RTO", term, f"Bar: achieved. Triangle: target. Diamond: {term}.")
    for x, end, title in zip(starts, [*starts[1:], box.right - 6], words, strict=True):
        fitted(pen, title, x, y, end - x - 4, quiet)
    y -= 20
    draw_scale(scale, pen, Box(starts[3], y, box.right - 10 - starts[3], 10))
    titles = [subject.service(key).title for key in keys]
    look = _one_size(pen, titles, starts[1] - starts[0] - 8, Look(11, 14, bold=True))
    for key in keys:
        pen.stroke([(box.x + 10, y), (box.right - 10, y)], HAIR, 0.5)
        row = Box(box.x, y - step, box.width - 10, step)
        _activity(subject, key, scale, starts, pen, row, look)
        y -= step
    if hidden:
        pen.label(f"and {hidden:,} more", starts[0], y - 11, quiet)
    if not keys:
        pen.label("The plan has no activity.", starts[0], y - 11, quiet)


def _one_size(pen: Pen, titles: Sequence[str], room: float, look: Look) -> Look:
    """Return a look in which all titles fit on one line, or the smallest worth reading."""
    widest = max((pen.setting.width(title, look) for title in titles), default=0.0)
    share = max(min(1.0, room / widest if widest else 1.0), _SMALLEST_NAME / look.size)
    return replace(look, size=look.size * share, leading=look.leading * share)


def _activity(
    subject: Subject,
    key: str,
    scale: Scale,
    starts: Sequence[float],
    pen: Pen,
    row: Box,
    look: Look,
) -> None:
    service, found = subject.service(key), subject.objectives[key]
    y = row.y + row.height / 2 - 3
    fitted(pen, service.title, starts[0], y, starts[1] - starts[0] - 8, look)
    figures = Look(10.5, 13)
    fitted(pen, length(service.rto), starts[1], y, starts[2] - starts[1] - 6, figures)
    fitted(pen, length(service.mtpd), starts[2], y, starts[3] - starts[2] - 6, figures)
    place = Box(starts[3], row.y, row.right - starts[3], row.height)
    bar = target_bar(scale, found.achieved, found.required_rto, service.mtpd)
    bar.draw(pen, place)
