"""Cards that are moved align with others, and guides show with what."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt

from tests.builders import plan
from tests.ui.canvas.conftest import Hand, Open
from ui.canvas.arrangement import STEP
from ui.canvas.snap import snap
from ui.canvas.tools.move import MoveGesture

if TYPE_CHECKING:
    from ui.canvas.scene import Floats

NOBODY: Floats = np.zeros((0, 2))


def card(x: float, y: float) -> QRectF:
    return QRectF(x - 60, y - 20, 120, 40)


def test_middles_align_and_a_guide_runs_through_both() -> None:
    found = snap(card(4, 200), np.array([(0.0, 0.0)]), np.array([(60.0, 20.0)]), reach=7)

    assert found.dx == -4
    (guide,) = found.guides
    assert guide.x1() == guide.x2() == 0
    assert guide.y1() < -20
    assert guide.y2() > 220


def test_edges_of_cards_of_different_sizes_align() -> None:
    found = snap(card(103, 200), np.array([(70.0, 0.0)]), np.array([(30.0, 20.0)]), reach=7)

    assert found.dx == -3  # both left edges at 40
    assert found.guides[0].x1() == 40


@given(st.floats(-5_000, 5_000), st.floats(-5_000, 5_000))
def test_alone_a_card_goes_to_the_nearest_point_of_the_grid(x: float, y: float) -> None:
    found = snap(card(x, y), NOBODY, NOBODY, reach=7)

    for at, by in ((x, found.dx), (y, found.dy)):
        assert abs(by) <= STEP / 2 + 1e-6
        assert (at + by) / STEP == pytest.approx(round((at + by) / STEP), abs=1e-6)
    assert found.guides == ()


@pytest.fixture
def hand(open_plan: Open) -> Hand:
    return open_plan(plan().service("A", position=(0, 0)).service("B", position=(0, 240)).build())


def held_over(hand: Hand, keys: Qt.KeyboardModifier) -> MoveGesture:
    """Hold B a little aside of A's middle."""
    start = hand.place("B")
    hand.press(start)
    hand.move(start + QPoint(30, 0))
    gesture = hand.canvas.gesture
    assert isinstance(gesture, MoveGesture)
    gesture.move(QPointF(start + QPoint(5, 41)), keys)
    return gesture


def let_go(hand: Hand) -> None:
    before = hand.plan
    hand.canvas.cancel_gesture()
    hand.release(hand.place("B"))
    assert hand.plan is before


def test_a_dragged_card_aligns_with_the_card_above(hand: Hand) -> None:
    gesture = held_over(hand, Qt.KeyboardModifier.NoModifier)

    assert gesture.delta[0] == 0
    assert len(gesture.guides) == 1
    let_go(hand)


def test_alt_lets_a_card_go_anywhere(hand: Hand) -> None:
    gesture = held_over(hand, Qt.KeyboardModifier.AltModifier)

    assert gesture.delta == pytest.approx(
        (5 / hand.canvas.camera.scale, 41 / hand.canvas.camera.scale)
    )
    assert gesture.guides == ()
    let_go(hand)
