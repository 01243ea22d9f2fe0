"""Icons in the colours of the theme, from the shipped drawings."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtSvg import QSvgRenderer

import resources
from bcp_planner.analysis.results import Severity, State
from ui.canvas.glyphs import draw_kind, draw_status
from ui.canvas.states import Status, look
from ui.theme import Theme

_STATUS = {
    State.UP: Status.UP,
    State.AT_RISK: Status.AT_RISK,
    State.DEGRADED: Status.DEGRADED,
    State.DOWN: Status.DOWN,
}
_SIZES = (16, 20, 24, 32, 48)
_SCALES = (1.0, 2.0)
_KIND = "kind-"


@cache
def _source(name: str) -> str:
    return resources.path(f"icons/{name}.svg").read_text(encoding="utf-8")


def pixmap(name: str, colour: QColor, size: int, scale: float = 1.0) -> QPixmap:
    """Return one drawing in one colour; `size` in logical pixels.

    `kind-` and a kind of service stands for the sign that its cards carry on the canvas.
    """
    picture, place = _blank(size, scale), QRectF(0, 0, size, size)
    painter = QPainter(picture)
    if name.startswith(_KIND):
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_kind(painter, name.removeprefix(_KIND), place, colour)
    else:
        drawing = _source(name).replace("currentColor", colour.name())
        QSvgRenderer(QByteArray(drawing.encode())).render(painter, place)
    painter.end()
    return picture


def icon(name: str, theme: Theme) -> QIcon:
    """Return an icon for buttons and menus, with its paler disabled look."""
    return _icon(name, theme.text.name(), theme.border_strong.name())


@cache
def _icon(name: str, colour: str, disabled: str) -> QIcon:
    made = QIcon()
    for mode, tint in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Disabled, disabled)):
        for size in (16, 24):
            for scale in _SCALES:
                made.addPixmap(pixmap(name, QColor(tint), size, scale), mode)
    return made


@cache
def no_icon() -> QIcon:
    """Return an empty icon, which keeps the place of one in a list."""
    return QIcon(_blank(16, 1.0))


@cache
def app_icon() -> QIcon:
    """Return the program's own icon."""
    made = QIcon()
    for size in (*_SIZES, 128):
        made.addPixmap(pixmap("app", QColor(), size))
    return made


@cache
def tinted(name: str, colour: str, size: int = 16) -> QIcon:
    """Return an icon in one given colour (its `QColor.name()`), for lists."""
    made = QIcon()
    for scale in _SCALES:
        made.addPixmap(pixmap(name, QColor(colour), size, scale))
    return made


def severity_icon(severity: Severity, theme: Theme) -> QIcon:
    """Return the mark of a finding's severity."""
    colours = {
        Severity.ERROR: theme.error,
        Severity.WARNING: theme.warning,
        Severity.NOTE: theme.note,
    }
    return tinted(severity.value, colours[severity].name())


def kind_icon(kind: str, theme: Theme) -> QIcon:
    """Return the mark of a kind of service."""
    return tinted(f"{_KIND}{kind}", theme.muted.name())


def state_icon(state: State, theme: Theme) -> QIcon:
    """Return the mark of a state, the same as on the canvas."""
    return status_icon(_STATUS[state], theme)


def status_icon(status: Status, theme: Theme) -> QIcon:
    """Return the mark of a status, the same as on the canvas."""
    ink = theme.good if status is Status.UP else look(status, theme).ink
    return _status_icon(status, ink.name(), theme.surface.name())


@cache
def _status_icon(status: Status, ink: str, paper: str) -> QIcon:
    made = QIcon()
    for scale in _SCALES:
        picture = _blank(16, scale)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if status is Status.UP:
            painter.setPen(QPen(QColor(ink), 1.6))
            painter.drawEllipse(QPointF(8, 8), 4.5, 4.5)
        draw_status(painter, status, QPointF(8, 8), 6.5, QColor(ink), QColor(paper))
        painter.end()
        made.addPixmap(picture)
    return made


def _blank(size: int, scale: float) -> QPixmap:
    picture = QPixmap(round(size * scale), round(size * scale))
    picture.setDevicePixelRatio(scale)
    picture.fill(Qt.GlobalColor.transparent)
    return picture
