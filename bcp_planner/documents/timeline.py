"""The recovery as a chart over time: who is worked on when, against which target.

Black and white is enough to read it: the critical path is filled, other work is light, time past a
target is hatched, targets are triangles.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from bcp_planner.analysis.results import ServiceRecovery
from bcp_planner.documents.case import Case
from bcp_planner.documents.pen import Box, Pen
from bcp_planner.documents.story import Chip, Column, Drawing, Row, Table, Words
from bcp_planner.documents.style import (
    ACCENT,
    ACCENT_SOFT,
    BLACK,
    FAINT,
    HAIR,
    MUTED,
    RED,
    Look,
)
from bcp_planner.documents.wording import clock, length
from bcp_planner.domain.durations import DAY, HOUR, MINUTE, WEEK, Duration

MOST_ROWS = 39
"""What fits on one upright page."""

FEW_ROWS = 20
"""What fits on one page that lies on its side."""

_STEPS: Sequence[Duration] = (
    *(count * MINUTE for count in (1, 2, 5, 10, 15, 30)),
    *(count * HOUR for count in (1, 2, 3, 4, 6, 12)),
    *(count * DAY for count in (1, 2, 3)),
    *(count * WEEK for count in (1, 2, 4, 8, 13, 26, 52, 104, 260, 520)),
)
_TICK = Look(7.5, 9, ink=MUTED)


@dataclass(frozen=True, slots=True)
class Axis:
    """Time from 0 to `end`, drawn from left to right."""

    end: Duration

    def x(self, moment: Duration, box: Box) -> float:
        """Return where a moment is drawn inside a box."""
        share = min(max(moment / self.end, 0.0), 1.0)
        return box.x + 6 + share * (box.width - 12)

    def ticks(self, width: float) -> list[Duration]:
        """Return round moments, as many as have room for their words."""
        most = max(int(width // 44), 2)
        step = next((step for step in _STEPS if self.end / step <= most), _STEPS[-1])
        return list(range(0, self.end + 1, step))


def axis_of(case: Case) -> Axis:
    """Return the axis that holds a recovery and the targets near its end."""
    ends = [case.recovery.declared, MINUTE]
    for key in case.recovered:
        found = case.found(key)
        ends += [moment for moment in (found.up_at, found.start, found.down_at) if moment]
    end = max(ends)
    targets = [moment for key in case.recovered if (moment := _target(case, key)) is not None]
    return Axis(max([end, *(moment for moment in targets if moment <= end * 1.25)]))


def _target(case: Case, key: str) -> Duration | None:
    down, rto = case.found(key).down_at, case.service(key).rto
    return None if down is None or rto is None else down + rto


def _limit(case: Case, key: str) -> Duration | None:
    """Return the moment at which a service must be back so that its MTPD is kept."""
    down, service = case.found(key).down_at, case.service(key)
    if down is None or service.mtpd is None:
        return None
    return down + service.mtpd - (service.wrt or 0)


def chosen(case: Case, most: int = MOST_ROWS) -> list[str]:
    """Return the services of the chart: all, or those that decide, in the order of start."""
    everyone = list(case.recovered)
    if len(everyone) <= most:
        return everyone
    missed, critical = set(case.missed), case.critical
    place = {key: index for index, key in enumerate(everyone)}

    def weight(key: str) -> tuple[bool, bool, int, int]:
        return (key not in missed, key not in critical, case.service(key).tier or 99, place[key])

    return sorted(sorted(everyone, key=weight)[:most], key=place.__getitem__)


def timeline(case: Case, keys: Sequence[str]) -> Table:
    """Return the chart as a table, one row a service."""
    axis = axis_of(case)
    critical = case.critical
    wave_of = {key: wave.number for wave in case.waves for key in wave.services}
    columns = [
        Column("Back after", 50),
        Column("Service", weight=1),
        Column("", weight=2, draw_head=lambda pen, box: _draw_axis(pen, box, axis)),
        Column("Back", 62, align="right"),
        Column("Against its target", 126),
    ]
    rows = [
        Row(
            [
                case.last_task[key],
                Words(case.service(key).title, bold=key in critical, anchor=f"service-{key}"),
                _bar(case, key, axis),
                Words(
                    clock(case.found(key).up_at, lower_bound=case.found(key).time_lower_bound),
                    bold=key in critical,
                ),
                verdict(case, key),
            ],
            tight=True,
            shaded=wave_of[key] % 2 == 0,
        )
        for key in keys
    ]
    return Table(columns, rows, empty="This scenario takes nothing down.")


def verdict(case: Case, key: str) -> Chip | str:
    """Return whether a service meets its targets, and by how much."""
    found = case.found(key)
    if found.mtpd_met is False:
        return Chip(
            "X", f"over {case.plan.info.outage_term} {length(case.service(key).mtpd)}", "bad"
        )
    if found.rto_met is False:
        late = "never back" if found.slack is None else f"late {length(abs(found.slack))}"
        return Chip("L", late, "bad")
    if found.rto_met is None:
        return "no target"
    spare = f"{length(found.slack)} spare"
    if found.time_lower_bound:
        return Chip("?", f"at most {spare}", "warning")
    return Chip("M", spare, "good")


def _bar(case: Case, key: str, axis: Axis) -> Drawing:
    found = case.found(key)
    critical = key in case.critical
    target, limit = _target(case, key), _limit(case, key)
    declared = case.recovery.declared

    def draw(pen: Pen, box: Box) -> None:
        _draw_grid(pen, box, axis, declared)
        _draw_work(pen, box, axis, found, critical=critical)
        _draw_lateness(pen, box, axis, found, target)
        _draw_targets(pen, box, axis, target, limit)

    words = f"{clock(found.start)} to {clock(found.up_at)}"
    return Drawing(draw, 11.4, full=True, words=words)


def _draw_axis(pen: Pen, box: Box, axis: Axis) -> None:
    for tick in axis.ticks(box.width):
        x = axis.x(tick, box)
        pen.stroke([(x, box.y), (x, box.y + 3)], FAINT, 0.5)
        words = clock(tick).replace("T+00:00", "T")
        align = "left" if x - box.x < 12 else "right" if box.right - x < 16 else "centre"
        shift = {"left": -4, "right": 5, "centre": 0}[align]
        pen.label(words, x + shift, box.y + 5.5, _TICK, align)  # type: ignore[arg-type]


def _draw_grid(pen: Pen, box: Box, axis: Axis, declared: Duration) -> None:
    for tick in axis.ticks(box.width):
        x = axis.x(tick, box)
        pen.stroke([(x, box.y), (x, box.top)], HAIR)
    x = axis.x(declared, box)
    pen.stroke([(x, box.y), (x, box.top)], MUTED, 0.7, (1.5, 1.5))


def _draw_work(pen: Pen, box: Box, axis: Axis, found: ServiceRecovery, *, critical: bool) -> None:
    middle = box.y + box.height / 2
    down = axis.x(found.down_at or 0, box)
    back = axis.x(axis.end if found.up_at is None else found.up_at, box)
    pen.stroke([(down, middle), (back, middle)], FAINT, 0.8)
    pen.stroke([(down, middle - 2.6), (down, middle + 2.6)], FAINT, 0.8)
    if found.start is None or found.finish is None:
        return
    start, finish = axis.x(found.start, box), axis.x(found.finish, box)
    work = Box(start, middle - 3.4, max(finish - start, 1.2), 6.8)
    pen.box(work, fill=ACCENT if critical else ACCENT_SOFT, outline=ACCENT, width=0.7)
    if found.up_at is not None and found.up_at > found.finish:
        waiting = Box(finish, middle - 2.2, back - finish, 4.4)
        pen.box(waiting, outline=ACCENT, width=0.6, dash=(1.5, 1.2))


def _draw_lateness(
    pen: Pen, box: Box, axis: Axis, found: ServiceRecovery, target: Duration | None
) -> None:
    up = axis.end if found.up_at is None else found.up_at
    if target is None or up <= target:
        return
    left, right = axis.x(target, box), axis.x(up, box)
    late = Box(left, box.y + box.height / 2 - 5, right - left, 3.2)
    pen.box(late, fill="1 1 1", outline=RED, width=0.5)
    pen.hatch(late, RED, 2.2, 0.6)


def _draw_targets(
    pen: Pen, box: Box, axis: Axis, target: Duration | None, limit: Duration | None
) -> None:
    top = box.y + box.height / 2 + 5.4
    if target is not None and target <= axis.end:
        x = axis.x(target, box)
        pen.shape([(x - 2.6, top), (x + 2.6, top), (x, top - 4.6)], fill=BLACK)
    if limit is not None and 0 <= limit <= axis.end:
        x = axis.x(limit, box)
        y = top - 2.3
        pen.shape([(x - 2.7, y), (x, y + 2.7), (x + 2.7, y), (x, y - 2.7)], fill=RED)


def legend(term: str) -> Callable[[Pen, Box], None]:
    """Return what draws the legend, with the plan's term for the longest tolerable outage."""
    return partial(_draw_legend, term)


def _draw_legend(term: str, pen: Pen, box: Box) -> None:
    """Draw what the signs of the chart mean, on two lines."""
    look = Look(8.5, 11, ink=MUTED)
    x, y = box.x, box.top - 9
    for sign, words in (
        (_sign_critical, "work on the critical path"),
        (_sign_work, "other work"),
        (_sign_wait, "waits for others to finish"),
        (_sign_outage, "lost, waiting"),
        (_sign_late, "past its target"),
        (_sign_target, "RTO"),
        (_sign_limit, f"latest return that keeps the {term}"),
        (_sign_declared, "declared"),
    ):
        width = 24 + pen.setting.width(words, look) + 16
        if x + width > box.right and x > box.x:
            x, y = box.x, y - 13
        sign(pen, Box(x, y - 1.5, 18, 9))
        pen.label(words, x + 23, y, look)
        x += width


def _sign_critical(pen: Pen, box: Box) -> None:
    pen.box(box.inset(0, 1), fill=ACCENT, outline=ACCENT, width=0.7)


def _sign_work(pen: Pen, box: Box) -> None:
    pen.box(box.inset(0, 1), fill=ACCENT_SOFT, outline=ACCENT, width=0.7)


def _sign_wait(pen: Pen, box: Box) -> None:
    pen.box(box.inset(0, 2.2), outline=ACCENT, width=0.6, dash=(1.5, 1.2))


def _sign_outage(pen: Pen, box: Box) -> None:
    middle = box.y + box.height / 2
    pen.stroke([(box.x, middle), (box.right, middle)], FAINT, 0.8)
    pen.stroke([(box.x, middle - 2.6), (box.x, middle + 2.6)], FAINT, 0.8)


def _sign_late(pen: Pen, box: Box) -> None:
    late = box.inset(0, 2.6)
    pen.box(late, outline=RED, width=0.5)
    pen.hatch(late, RED, 2.2, 0.6)


def _sign_target(pen: Pen, box: Box) -> None:
    x, top = box.right - 6, box.top - 1.6
    pen.shape([(x - 2.6, top), (x + 2.6, top), (x, top - 4.6)], fill=BLACK)


def _sign_limit(pen: Pen, box: Box) -> None:
    x, y = box.right - 6, box.y + box.height / 2
    pen.shape([(x - 2.7, y), (x, y + 2.7), (x + 2.7, y), (x, y - 2.7)], fill=RED)


def _sign_declared(pen: Pen, box: Box) -> None:
    x = box.right - 6
    pen.stroke([(x, box.y), (x, box.top)], MUTED, 0.7, (1.5, 1.5))
