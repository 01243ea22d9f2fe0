"""Thousands of lines and rectangles in one call, straight from arrays: no object of Qt for each."""

from __future__ import annotations

from typing import cast

import numpy as np
import shiboken6
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter

from ui.canvas.scene import Floats


def draw_lines(painter: QPainter, ends: Floats) -> None:
    """Draw lines x1, y1, x2, y2 (n, 4) in pixels with the pen of the painter."""
    kept = np.ascontiguousarray(ends, dtype=np.float64)
    if len(kept):
        first = cast("QLineF", shiboken6.wrapInstance(kept.ctypes.data, QLineF))
        painter.drawLines(first, len(kept))  # pyright: ignore[reportCallIssue, reportArgumentType]


def draw_rects(painter: QPainter, rects: Floats, colour: QColor) -> None:
    """Fill rectangles x, y, width, height (n, 4) in pixels with a colour, without a border."""
    kept = np.ascontiguousarray(rects, dtype=np.float64)
    if len(kept):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(colour))
        first = cast("QRectF", shiboken6.wrapInstance(kept.ctypes.data, QRectF))
        painter.drawRects(first, len(kept))
