"""Frames of the canvas and its layout, in processor time: `python -m benchmarks.canvas [SERVICES]`.

Software raster, 1600 x 1000, no screen needed. A frame in movement has to stay under 10 ms for
60 frames a second; at rest everything is painted once.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable

from bcp_planner.analysis.layout import layout
from bcp_planner.domain.entities import Requirement, Service
from bcp_planner.domain.plan import Plan
from benchmarks.graphs import TIERS, ServiceGraph, crossings_per_edge, service_graph

_KINDS = ("process", "application", "application", "data", "infrastructure", "facility")
_FRAMES = 20


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


def spent(action: Callable[[], object]) -> float:
    """Return the milliseconds of processor time that an action takes."""
    start = time.process_time()
    action()
    return (time.process_time() - start) * 1000


def layouts() -> None:
    """Print time and crossings of the layout at several sizes."""
    print(f"{'services':>9} {'layout ms':>10} {'crossings/edge':>15}")
    for count in (100, 300, 1_000, 5_000, 10_000):
        graph = service_graph(count)
        taken = statistics.median(spent(lambda g=graph: layout(g.nodes, g.edges)) for _ in range(3))
        crossings = crossings_per_edge(layout(graph.nodes, graph.edges), graph.edges)
        print(f"{count:>9,} {taken:>10.0f} {crossings:>15.1f}")


def frames(count: int) -> None:
    """Print what opening, frames, dragging and an edit cost at one size."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QPainter, QPixmap
    from PySide6.QtWidgets import QApplication

    from ui.bridge import PlanBridge
    from ui.canvas.view import CanvasView
    from ui.canvas.viewing import Viewing
    from ui.selection import Selection
    from ui.theme import ThemeStore

    application = QApplication.instance() or QApplication([])
    graph = service_graph(count)
    plan = plan_of(graph)

    class Open(PlanBridge):
        """A bridge with a plan and no file."""

        @property
        def plan(self) -> Plan:
            return plan

    bridge, selection, themes = Open(), Selection(), ThemeStore("light")
    made: list[CanvasView] = []
    opening = spent(lambda: made.append(CanvasView(bridge, selection, themes)))
    canvas = made[0]
    canvas.motion.enabled = False
    canvas.resize(1600, 1000)
    print(f"\n{count:,} services, {len(graph.edges):,} requirements")
    print(f"open {opening:.0f} ms, scene {spent(canvas.rebuild):.0f} ms")
    canvas.sight.view_as(Viewing())
    target = QPixmap(1600, 1000)

    def frame(moving: bool) -> float:
        canvas.look(canvas.camera.panned(3, 2))
        canvas.picture.renew(moving=moving)
        painter = QPainter(target)
        taken = spent(lambda: canvas.picture.paint(painter))
        painter.end()
        return taken

    canvas.fit()
    for name, scale in (("fit", canvas.camera.scale), ("mid", 0.3), ("near", 1.0)):
        canvas.zoom_to(scale)
        frame(moving=True)
        moving = statistics.median(frame(moving=True) for _ in range(_FRAMES))
        rest = statistics.median(frame(moving=False) for _ in range(5))
        print(f"{name:>5}: {moving:5.1f} ms moving, {rest:6.1f} ms at rest")
    drag = spent(lambda: [canvas.scene.moved({0: (n, n)}) for n in range(10)]) / 10
    print(f" drag: {drag:5.1f} ms for a step's geometry")
    del application


def main() -> None:
    """Run everything."""
    loop = spent(lambda: sum(range(10_000_000)))
    print(f"adding ten million numbers takes {loop:.0f} ms here; compare with that in mind\n")
    layouts()
    for count in [int(word) for word in sys.argv[1:]] or [1_000, 10_000]:
        frames(count)


if __name__ == "__main__":
    main()
