"""What an edit leaves in place is drawn as if everything had been built anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from bcp_planner.domain import edits
from tests.builders import plan
from tests.ui.canvas.conftest import Hand, Open

if TYPE_CHECKING:
    from collections.abc import Callable

    from bcp_planner.domain.plan import Plan
    from ui.canvas.scene import Scene


@pytest.fixture
def hand(open_plan: Open) -> Hand:
    return open_plan(plan().needs("A", "B").needs("B", "C").needs("A", "D").build())


def _edit(hand: Hand, change: Callable[[Plan], Plan]) -> None:
    bridge = hand.canvas.bridge
    assert bridge.edit("Edit", change(bridge.plan))


def _is_as_built_anew(hand: Hand) -> bool:
    hand.canvas.motion.enabled = False
    now, anew = hand.canvas.scene, hand.canvas.sight.scene()
    same = (np.array_equal(now.xy, anew.xy), np.array_equal(now.ends, anew.ends))
    return all(same) and now.ids == anew.ids and now.requirements == anew.requirements


def test_a_moved_card_takes_its_lines_along(hand: Hand) -> None:
    hand.canvas.motion.enabled = False
    _edit(hand, lambda plan: edits.move_services(plan, {"A": (1200.0, -600.0)}))

    assert hand.canvas.scene.xy[hand.canvas.scene.index["A"]].tolist() == [1200.0, -600.0]
    assert _is_as_built_anew(hand)


def test_names_and_targets_leave_the_scene_as_it_is(hand: Hand) -> None:
    before = hand.canvas.scene
    _edit(hand, lambda plan: edits.update(plan, "services", "A", name="Another", rto=60_000))

    assert hand.canvas.scene is before
    assert _is_as_built_anew(hand)


def test_what_decides_about_groups_is_drawn_anew(hand: Hand) -> None:
    before = hand.canvas.scene
    _edit(hand, lambda plan: edits.update(plan, "services", "A", kind="data"))

    assert hand.canvas.scene is not before


def test_dragged_lines_run_as_they_will_when_dropped(open_plan: Open) -> None:
    scene = open_plan(grid_plan()).canvas.scene
    for item in range(len(scene.ids)):
        places = {item: (333.0, 77.0)}
        whole, near = scene.moved(places), scene.near([item]).moved(places)
        assert _ends(near, item) == _ends(whole, item)


def _ends(scene: Scene, item: int) -> list[tuple[object, ...]]:
    lines = scene.lines_of([item]).tolist()
    names = [(scene.requirements[line], int(scene.lower[line])) for line in lines]
    return [(name, *scene.ends[line].tolist()) for name, line in zip(names, lines, strict=True)]


def grid_plan() -> Plan:
    """Return services in layers that need their neighbours below, some one of two of them."""
    made = plan()
    for layer in range(4):
        for place in range(5):
            below = [f"{layer + 1}-{(place + step) % 5}" for step in range(2)]
            if (layer + place) % 2:
                made.needs(f"{layer}-{place}", *below, of=1)
            else:
                made.needs(f"{layer}-{place}", below[0])
                made.needs(f"{layer}-{place}", below[1])
    return made.build()
