"""Both themes can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from bcp_planner.domain.entities import SERVICE_KINDS
from ui import icons
from ui.canvas import glyphs
from ui.theme import DARK, LIGHT, Theme, ThemeStore, contrast

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)


@THEMES
@pytest.mark.parametrize("ground", ["surface", "raised", "window", "canvas", "accent_soft"])
@pytest.mark.parametrize("text", ["text", "muted", "accent", "error", "warning", "note", "good"])
def test_text_keeps_wcag_aa(theme: Theme, ground: str, text: str) -> None:
    assert contrast(getattr(theme, text), getattr(theme, ground)) >= 4.5


@THEMES
@pytest.mark.parametrize("line", ["border_strong", "card_border", "line", "line_soft", "critical"])
def test_lines_that_mean_something_can_be_seen(theme: Theme, line: str) -> None:
    assert contrast(getattr(theme, line), theme.card) >= 3
    assert contrast(getattr(theme, line), theme.canvas) >= 3


@THEMES
def test_states_can_be_read_on_their_own_fill(theme: Theme) -> None:
    for look in theme.states.values():
        assert contrast(look.ink, look.fill) >= 4.5
        assert contrast(theme.text, look.fill) >= 4.5
        assert contrast(look.ink, theme.canvas) >= 3


def test_contrast_is_that_of_wcag() -> None:
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("white")) == pytest.approx(4.48, abs=0.01)


def test_a_chosen_theme_is_told_once(qtbot: QtBot) -> None:
    store = ThemeStore("light")

    with qtbot.waitSignal(store.changed):
        store.choose("dark")

    assert store.current is DARK
    with qtbot.assertNotEmitted(store.changed):
        store.choose("dark")


@pytest.mark.parametrize("kind", SERVICE_KINDS)
def test_a_kind_has_one_sign_in_lists_and_on_the_canvas(qapp: QApplication, kind: str) -> None:
    ink, size = QColor("black"), 24
    on_the_canvas = QPixmap(size, size)
    on_the_canvas.fill(Qt.GlobalColor.transparent)
    painter = QPainter(on_the_canvas)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    glyphs.draw_kind(painter, kind, QRectF(0, 0, size, size), ink)
    painter.end()

    drawn = icons.pixmap(f"kind-{kind}", ink, size)

    assert drawn.toImage() == on_the_canvas.toImage()
