"""What an outage costs as it grows."""

from __future__ import annotations

from bcp_planner.documents.charts import Curve, draw_curves
from bcp_planner.documents.story import Figure
from bcp_planner.documents.subject import Subject
from bcp_planner.domain.durations import DAY, WEEK, Duration
from bcp_planner.domain.entities import Service

_MOST_CURVES = 6
_POINTS = 84


def cost_at(service: Service, outage: Duration) -> float:
    """Return the cost of an outage of a service, in the plan's currency (semantics.md 4)."""
    from bcp_planner.analysis.aims import outage_cost

    return outage_cost(service, outage)


def costly(subject: Subject) -> list[str]:
    """Return the services whose outage has a price, the dearest week first."""
    found = [
        key
        for key in subject.chosen
        if subject.service(key).cost_steps or subject.service(key).penalties
    ]
    return sorted(found, key=lambda key: -cost_at(subject.service(key), WEEK))


def cost_figure(
    subject: Subject, keys: list[str], height: float = 250.0, most: int = _MOST_CURVES
) -> Figure:
    """Return the curves of the dearest services over three days, or a week for slow ones."""
    shown = keys[: min(most, _MOST_CURVES)]
    early = max(cost_at(subject.service(key), 3 * DAY) for key in shown)
    end = 3 * DAY if early else WEEK
    curves = [
        Curve(
            subject.service(key).title,
            [
                (end * step // _POINTS, cost_at(subject.service(key), end * step // _POINTS))
                for step in range(_POINTS + 1)
            ],
        )
        for key in shown
    ]
    unit = subject.plan.info.currency or "cost"
    words = "; ".join(f"{curve.name}: {curve.points[-1][1]:,.0f}" for curve in curves)
    hidden = len(keys) - len(shown)
    return Figure(
        lambda pen, box: draw_curves(curves, unit, pen, box),
        height,
        f"Curves of accumulated cost over the length of an outage. At the end: {words}.",
        f"The {len(shown)} dearest; the business impact analysis has all {len(keys)}."
        if hidden > 0
        else "",
    )
