"""A canvas that glides comes to where one that jumps is at once."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from bcp_planner.domain import edits
from bcp_planner.domain.plan import Plan
from tests.builders import plan
from ui.canvas.view import CanvasView

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.canvas.conftest import Open

Walk = tuple[Callable[[CanvasView], None], ...]


def wide() -> Plan:
    """Return a chain of services that stand far apart: in focus they are arranged anew."""
    names = ["Odd", "Power", "Grid", *(f"Service {number}" for number in range(90))]
    made = plan()
    for dependant, provider in pairwise(names):
        made.needs(dependant, provider)
    positions = {name: (5_000.0 * n, 0.0) for n, name in enumerate(names)}
    return edits.move_services(made.build(), positions)


WALKS: dict[str, Walk] = {
    "into a focus": (lambda canvas: canvas.focus("Power"),),
    "back to the whole": (lambda canvas: canvas.focus("Power"), CanvasView.show_all),
    "back to the focus before": (
        lambda canvas: canvas.focus("Power"),
        lambda canvas: canvas.focus("Grid"),
        CanvasView.back,
    ),
    "back from a jump": (
        lambda canvas: canvas.center_on("Service 3"),
        lambda canvas: canvas.center_on("Service 80"),
        CanvasView.back,
    ),
    "groups as cards": (lambda canvas: canvas.group_by("kind", collapsed=True),),
}


@pytest.mark.parametrize("walk", WALKS.values(), ids=WALKS)
def test_movement_ends_where_a_jump_does(walk: Walk, open_plan: Open, qtbot: QtBot) -> None:
    jumping, gliding = open_plan(wide()).canvas, open_plan(wide()).canvas
    gliding.motion.enabled = True

    for step in walk:
        step(jumping)
        step(gliding)
        qtbot.waitUntil(lambda: not gliding.motion.is_running)

    assert gliding.camera.scale == pytest.approx(jumping.camera.scale)
    assert (gliding.camera.left, gliding.camera.top) == pytest.approx(
        (jumping.camera.left, jumping.camera.top)
    )
    assert (gliding.scene.xy == jumping.scene.xy).all()
