"""The response structure as a chart: which role reports to which, and who holds it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bcp_planner.documents.charts import fitted
from bcp_planner.documents.pen import Box, Pen
from bcp_planner.documents.story import Figure
from bcp_planner.documents.style import ACCENT, ACCENT_SOFT, FAINT, MUTED, Look
from bcp_planner.documents.subject import Subject
from bcp_planner.domain.arrangements import Role

_HIGH, _GAP_DOWN, _GAP_ACROSS = 34.0, 20.0, 8.0
_MOST_ACROSS = 6
"""Roles side by side at most; more stand in a second line."""
_NAME = Look(8.5, 10, bold=True, ink=ACCENT)
_HOLDER = Look(7.5, 9, ink=MUTED)


def levels(subject: Subject) -> list[list[Role]]:
    """Return the roles by how far they are below the top; circles stand with the top."""
    roles = subject.plan.roles
    found: list[list[Role]] = []
    for role in roles.values():
        depth = _depth(roles, role)
        found += [[] for _ in range(depth + 1 - len(found))]
        found[depth].append(role)
    return [level for level in found if level]


def _depth(roles: Mapping[str, Role], role: Role) -> int:
    seen = {role.id}
    depth = 0
    above = roles.get(role.reports_to or "")
    while above is not None and above.id not in seen:
        seen.add(above.id)
        depth += 1
        above = roles.get(above.reports_to or "")
    return depth if above is None else 0


def chart(subject: Subject) -> Figure | None:
    """Return the chart; None when there is nothing to show above a list."""
    rows = [
        level[start : start + _MOST_ACROSS]
        for level in levels(subject)
        for start in range(0, len(level), _MOST_ACROSS)
    ]
    if len(rows) < 2:
        return None

    def draw(pen: Pen, box: Box) -> None:
        places = _places(rows, box)
        for role in subject.plan.roles.values():
            above = places.get(role.reports_to or "")
            if above is not None and places[role.id].top < above.y:
                _join(pen, above, places[role.id])
        for role_id, place in places.items():
            _card(
                pen,
                place,
                subject.role(role_id),
                subject.person(subject.plan.roles[role_id].holder),
            )

    height = len(rows) * (_HIGH + _GAP_DOWN) - _GAP_DOWN + 4
    return Figure(draw, height, _in_words(subject))


def _places(rows: Sequence[Sequence[Role]], box: Box) -> dict[str, Box]:
    """Return where each role stands: in rows, each in the middle."""
    across = max(len(row) for row in rows)
    width = min((box.width - (across - 1) * _GAP_ACROSS) / across, 130.0)
    places: dict[str, Box] = {}
    for index, row in enumerate(rows):
        whole = len(row) * width + (len(row) - 1) * _GAP_ACROSS
        x = box.x + (box.width - whole) / 2
        y = box.top - (index + 1) * _HIGH - index * _GAP_DOWN
        for role in row:
            places[role.id] = Box(x, y, width, _HIGH)
            x += width + _GAP_ACROSS
    return places


def _join(pen: Pen, above: Box, below: Box) -> None:
    """Draw the line of command from one role to another."""
    middle = below.top + _GAP_DOWN / 2
    start, end = above.x + above.width / 2, below.x + below.width / 2
    pen.stroke([(start, above.y), (start, middle), (end, middle), (end, below.top)], FAINT, 0.7)


def _card(pen: Pen, box: Box, title: str, holder: str) -> None:
    pen.box(box, fill=ACCENT_SOFT, outline=ACCENT, width=0.7, round_by=2.5)
    room = box.width - 12
    fitted(pen, title, box.x + 6, box.y + 20, room, _NAME)
    look = _HOLDER if holder else replace(_HOLDER, bold=True)
    fitted(pen, holder or "not named", box.x + 6, box.y + 8, room, look)


def _in_words(subject: Subject) -> str:
    """Return the structure for those who cannot see the chart."""
    said = [
        f"{role.name or role.id} ({subject.person(role.holder) or 'not named'})"
        + (f" reports to {above}" if (above := subject.role(role.reports_to)) else " leads")
        for role in subject.plan.roles.values()
    ]
    return "Response structure: " + "; ".join(said) + "."
