"""Frames of the canvas in software raster, 1600 x 1000, and what a step of dragging costs.

A frame in movement has to stay under 10 ms for 60 frames a second; at rest everything is painted
once.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterator

from PySide6.QtGui import QPainter, QPixmap

from bcp_planner.domain.entities import Requirement, Service
from bcp_planner.domain.plan import Plan
from benchmarks.canvas.figures import Figure, spent
from benchmarks.graphs import TIERS, ServiceGraph, service_graph
from ui.bridge import PlanBridge
from ui.canvas.view import CanvasView
from ui.canvas.viewing import Viewing
from ui.selection import Selection
from ui.theme import ThemeStore

_KINDS = ("process", "application", "application", "data", "infrastructure", "facility")
_FRAMES = 25
_MOVING_MS = 10.0


class _Open(PlanBridge):
    """A bridge with a plan and no file."""

    def __init__(self, plan: Plan) -> None:
        super().__init__()
        self._unfiled = plan


def figures(count: int) -> Iterator[Figure]:
    """Measure frames at three scales, and dragging, at one size."""
    plan = plan_of(service_graph(count))
    canvas = CanvasView(_Open(plan), Selection(), ThemeStore("light"))
    canvas.motion.enabled = False
    canvas.resize(1600, 1000)
    canvas.sight.view_as(Viewing())
    canvas.fit()
    for name, scale in (("all in view", canvas.camera.scale), ("middle", 0.3), ("near", 1.0)):
        canvas.zoom_to(scale)
        _frame(canvas, moving=True)
        moving = statistics.median(_frame(canvas, moving=True) for _ in range(_FRAMES))
        zoomed = statistics.median(_frame(canvas, moving=True, zoom=1.01) for _ in range(_FRAMES))
        rest = statistics.median(_frame(canvas, moving=False) for _ in range(5))
        yield Figure(f"frame while panning, {name}", moving, _MOVING_MS)
        yield Figure(f"frame while zooming, {name}", zoomed, _MOVING_MS)
        yield Figure(f"frame at rest, {name}", rest)
        yield Figure(f"step of dragging a card, {name}", _dragged(canvas), _MOVING_MS)


def _frame(canvas: CanvasView, *, moving: bool, zoom: float = 1.0) -> float:
    if zoom == 1.0:
        canvas.look(canvas.camera.panned(3, 2))
    else:
        canvas.zoom_to(canvas.camera.scale * zoom)
    canvas.picture.renew(moving=moving)
    target = QPixmap(1600, 1000)
    painter = QPainter(target)
    taken = spent(lambda: canvas.picture.paint(painter))
    painter.end()
    return taken


def _dragged(canvas: CanvasView) -> float:
    """Return what a step costs: where the card is, and it and its lines on the kept picture."""
    item = len(canvas.scene.ids) // 2
    canvas.hide_items(frozenset({item}))
    target = QPixmap(1600, 1000)
    _frame(canvas, moving=False)
    x, y = canvas.scene.xy[item].tolist()
    near = canvas.scene.near([item])

    def step(number: int) -> None:
        moved = near.moved({item: (x + number, y)})
        painter = QPainter(target)
        canvas.picture.paint(painter)
        canvas.picture.paint_part(painter, moved, [item], lines=True)
        painter.end()

    taken = statistics.median(spent(lambda n=n: step(n)) for n in range(_FRAMES))
    canvas.hide_items(frozenset())
    return taken


def plan_of(graph: ServiceGraph) -> Plan:
    """Return a plan with the services and requirements of a graph."""
    assert len(_KINDS) == TIERS
    services = {
        node: Service(
            id=node,
            name=f"Service {node}",
            kind=_KINDS[graph.tier[node]],
            tier=graph.tier[node] + 1,
            tags=(f"site:{graph.site[node]}",),
        )
        for node in graph.nodes
    }
    requirements = {
        f"r{number}": Requirement(id=f"r{number}", dependant=a, providers=(b,))
        for number, (a, b) in enumerate(graph.edges)
    }
    return Plan(services=services, requirements=requirements)
