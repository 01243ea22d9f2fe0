"""What a closed group says of its members, in the room that its card has."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QFont, QFontMetricsF

from ui.canvas.cards import in_two_lines

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

ALL = "334 services · 323 down · 11 affected · RTO from 1 d 22 h"


@pytest.fixture
def metrics(qapp: QApplication) -> QFontMetricsF:
    return QFontMetricsF(QFont())


def test_what_fits_stays_on_one_line(metrics: QFontMetricsF) -> None:
    assert in_two_lines(ALL, metrics, metrics.horizontalAdvance(ALL) + 1) == [ALL]


def test_a_long_text_is_broken_between_two_things_said(metrics: QFontMetricsF) -> None:
    first, second = "334 services · 323 down", "11 affected · RTO from 1 d 22 h"
    width = max(map(metrics.horizontalAdvance, (first, second))) + 1

    assert in_two_lines(ALL, metrics, width) == [first, second]


def test_what_has_no_room_is_left_out_whole(metrics: QFontMetricsF) -> None:
    width = metrics.horizontalAdvance("334 services · 323 down") + 1

    assert in_two_lines(ALL, metrics, width) == ["334 services · 323 down", "11 affected"]


def test_one_thing_that_is_too_long_alone_is_cut(metrics: QFontMetricsF) -> None:
    (line,) = in_two_lines("334 services", metrics, metrics.horizontalAdvance("334 ser"))

    assert line.endswith("…")
