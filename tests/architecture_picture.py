"""The picture of the rooms and of the way of an edit through them, for whoever carries on the code.

The rooms and their order are those that `make lint` holds, read from `pyproject.toml`.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen, QPolygonF

ROOT = Path(__file__).parents[1]
WIDE, HIGH, DENSE = 1180, 730, 2
_LEFT, _TOP, _ROOM_WIDE, _ROOM_HIGH, _GAP = 40, 66, 560, 62, 34
_INK, _MUTED, _ACCENT = QColor("#1c2430"), QColor("#5b6775"), QColor("#1f6feb")
_FILL, _BORDER, _PAPER = QColor("#eef4ff"), QColor("#9db7dd"), QColor("#ffffff")

HOLDS = {
    "ui": "everything with a screen; the only room that knows Qt",
    "cli": "the command line; no display, no Qt",
    "session": "PlanSession: the present plan, undo, listeners",
    "documents": "printed documents, one module each",
    "interchange": "other programs\u2019 files, one module each",
    "exercises": "tabletop packs, exercises, incidents, lessons",
    "analysis": "what follows: impact, recovery, findings",
    "storage": "the plan file, history, backups, encryption",
    "domain": "what a plan is: records, edits; standard library only",
}
"""What each room is for."""

_WAY = (
    ("gesture or form", "ui"),
    ("function: plan \u2192 plan", "domain/edits.py"),
    ("compare, refuse contradictions", "session.py, domain/change.py"),
    ("changed rows and history, one transaction", "storage/writing.py"),
    ("the new value, listeners told", "session.py"),
    ("views change what is concerned", "ui"),
    ("analysis in another thread, newest answer wins", "ui/analysis_hub.py, analysis"),
)


def layers() -> list[list[str]]:
    """Return the rooms from the highest to the lowest, those side by side in one list."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        contracts = tomllib.load(file)["tool"]["importlinter"]["contracts"]
    (found,) = [one["layers"] for one in contracts if one["id"] == "layers"]
    return [[name.split(".")[-1] for name in re.findall(r"[\w.]+", layer)] for layer in found]


def draw(target: Path) -> None:
    """Write the picture as PNG."""
    image = QImage(WIDE * DENSE, HIGH * DENSE, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(DENSE)
    image.fill(_PAPER)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _title(painter, _LEFT, "Rooms: a room imports only those below it")
    _title(painter, _LEFT + _ROOM_WIDE + 60, "The way of one edit")
    _rooms(painter)
    _way(painter)
    painter.end()
    image.save(str(target))


def _font(size: int, *, bold: bool = False) -> QFont:
    font = QFont("Noto Sans")
    font.setPixelSize(size)
    font.setBold(bold)
    return font


def _title(painter: QPainter, left: int, text: str) -> None:
    painter.setFont(_font(18, bold=True))
    painter.setPen(_INK)
    painter.drawText(QPointF(left, 40), text)


def _rooms(painter: QPainter) -> None:
    for row, rooms in enumerate(layers()):
        top = _TOP + row * (_ROOM_HIGH + _GAP)
        wide = (_ROOM_WIDE - 16 * (len(rooms) - 1)) / len(rooms)
        for column, name in enumerate(rooms):
            box = QRectF(_LEFT + column * (wide + 16), top, wide, _ROOM_HIGH)
            _box(painter, box, name if name == "ui" else f"bcp_planner/{name}", HOLDS[name])
            if row:
                middle = box.center().x()
                _arrow(painter, QPointF(middle, top - _GAP + 5), QPointF(middle, top - 5), _BORDER)


def _way(painter: QPainter) -> None:
    left, wide = _LEFT + _ROOM_WIDE + 60, WIDE - _LEFT * 2 - _ROOM_WIDE - 60
    high = (len(layers()) * (_ROOM_HIGH + _GAP) - _GAP - 22 * (len(_WAY) - 1)) / len(_WAY)
    for number, (said, where) in enumerate(_WAY):
        top = _TOP + number * (high + 22)
        _box(painter, QRectF(left, top, wide, high), f"{number + 1}  {said}", where)
        if number:
            middle = left + wide / 2
            _arrow(painter, QPointF(middle, top - 20), QPointF(middle, top - 3), _ACCENT)


def _box(painter: QPainter, box: QRectF, title: str, said: str) -> None:
    painter.setPen(QPen(_BORDER, 1.4))
    painter.setBrush(_FILL)
    painter.drawRoundedRect(box, 8, 8)
    inner = box.adjusted(12, 7, -8, -7)
    painter.setFont(_font(15, bold=True))
    painter.setPen(_INK)
    painter.drawText(inner, Qt.AlignmentFlag.AlignTop, title)
    painter.setFont(_font(12))
    painter.setPen(_MUTED)
    painter.drawText(inner, Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap, said)


def _arrow(painter: QPainter, start: QPointF, end: QPointF, colour: QColor) -> None:
    painter.setPen(QPen(colour, 2))
    painter.drawLine(start, end)
    painter.setBrush(colour)
    painter.setPen(Qt.PenStyle.NoPen)
    head = [end, end + QPointF(-5, -8), end + QPointF(5, -8)]
    painter.drawPolygon(QPolygonF(head))
