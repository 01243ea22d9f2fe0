"""Impact over time: how bad the loss of an activity is as the outage grows."""

from __future__ import annotations

from collections.abc import Sequence

from bcp_planner.documents.charts import heat
from bcp_planner.documents.story import Band, Cell, Column, Row, Table, Words
from bcp_planner.documents.subject import Subject
from bcp_planner.documents.wording import length
from bcp_planner.domain.durations import DAY, HOUR, WEEK, Duration
from bcp_planner.domain.entities import IMPACT_LEVELS, Service

STEPS: Sequence[tuple[str, Duration]] = (
    ("1 h", HOUR),
    ("4 h", 4 * HOUR),
    ("8 h", 8 * HOUR),
    ("24 h", DAY),
    ("3 d", 3 * DAY),
    ("1 w", WEEK),
    ("2 w", 2 * WEEK),
    ("1 m", 30 * DAY),
)
"""The elapsed times of the heat map."""


def severity(service: Service, category: str | None, at: Duration) -> int:
    """Return the severity 0 to 4 in a category, or in the worst one, after an outage."""
    return max(
        (
            IMPACT_LEVELS.index(point.level)
            for point in service.impacts
            if point.after <= at and category in (None, point.category)
        ),
        default=0,
    )


def intolerable_after(service: Service) -> tuple[Duration, str] | None:
    """Return when the loss first becomes intolerable, and in which category."""
    points = [
        (point.after, point.category) for point in service.impacts if point.level == "intolerable"
    ]
    return min(points, default=None)


def heat_table(subject: Subject, keys: Sequence[str], *, by_category: bool) -> Table:
    """Return the heat map: one row a category, grouped by activity, the worst of all last."""
    columns = [
        Column("Activity" if not by_category else "Category", weight=1),
        *(Column(words, 34, align="centre") for words, _ in STEPS),
        Column(subject.plan.info.outage_term, 58, align="right"),
    ]
    rows: list[Row | Band] = []
    for key in keys:
        service = subject.service(key)
        if by_category:
            rows.append(Band(service.title, service.owner))
            rows += [
                _row(service, category, category)
                for category in dict.fromkeys(point.category for point in service.impacts)
            ]
        rows.append(_row(service, "Overall" if by_category else service.title, None))
    return Table(columns, rows, empty="No activity has its impact over time rated.")


def _row(service: Service, title: str, category: str | None) -> Row:
    cells: list[Cell] = [Words(title, bold=category is None)]
    cells += [heat(severity(service, category, at)) for _, at in STEPS]
    return Row([*cells, length(service.mtpd) if category is None else ""], tight=True)
