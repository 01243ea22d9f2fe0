"""What is kept of the curves of lines: as much as screens need, not more with every look."""

from __future__ import annotations

import pytest

from tests.builders import plan
from tests.ui.canvas.conftest import Hand, Open
from ui.canvas import routes
from ui.canvas.routes import Routes


@pytest.fixture
def hand(open_plan: Open) -> Hand:
    return open_plan(plan().needs("A", "B").needs("B", "C").needs("C", "D").build())


def test_only_the_last_curves_are_kept(hand: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(routes, "MOST_KEPT", 2)
    found = Routes(hand.canvas.scene)
    curves = [found.of(line) for line in range(3)]

    assert list(found._found) == [1, 2]
    assert found.of(2) is curves[2]
    assert found.of(0).path == curves[0].path


def test_only_the_last_arrow_head_is_kept(hand: Hand) -> None:
    route = Routes(hand.canvas.scene).of(0)
    heads = [route.head(size) for size in (9.0, 9.5, 10.0)]

    assert len(route._heads) == 1
    assert route.head(10.0) is heads[-1]
    assert heads[0].boundingRect().width() < heads[-1].boundingRect().width()
