"""The drawing as a file: SVG, PNG or PDF, by the painter of the screen."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSize, QSizeF
from PySide6.QtGui import QImage, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from bcp_planner.domain.errors import FileProblem
from ui.canvas import painter
from ui.canvas.camera import Camera
from ui.canvas.notes import bounds as note_bounds
from ui.canvas.routes import Routes
from ui.language import tr
from ui.theme import LIGHT

if TYPE_CHECKING:
    from ui.canvas.view import CanvasView

_MARGIN = 48.0
"""Free edge around the drawing, in canvas units."""
_MOST_PIXELS = 60_000_000
"""A larger picture is drawn at a smaller scale."""
_POINTS = 0.75
"""Points a canvas unit at full size: a card is two inches wide."""
A0_WIDTH, A0_HEIGHT = 2384.0, 3370.0
"""A PDF page is as large as the drawing, up to this many points; larger drawings are scaled."""


def save(canvas: CanvasView, path: Path, *, paper: bool = True) -> None:
    """Write what the canvas shows, all of it, in the format of the file's name.

    Args:
        canvas: The canvas; filter, focus, groups and states are as they are seen.
        path: Ends in .svg, .png or .pdf.
        paper: Light colours on white, whatever the theme.

    Raises:
        FileProblem: if it cannot be written.
    """
    writers = {".svg": _svg, ".png": _png, ".pdf": _pdf}
    writer = writers.get(path.suffix.lower())
    if writer is None:
        raise FileProblem(
            tr("{name}: a drawing is saved as .svg, .png or .pdf; choose one", name=path.name)
        )
    bounds = canvas.scene.bounds()
    if canvas.notes.shown:
        bounds = bounds.united(note_bounds(canvas.plan))
    bounds = bounds.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)
    try:
        written = writer(canvas, path, bounds, paper)
    except OSError as error:
        raise FileProblem(
            tr("{path}: {value}; choose another place", path=path, value=error.strerror or error)
        ) from error
    if not written:
        raise FileProblem(
            tr("{path}: the drawing could not be written; choose another place", path=path)
        )


def paint_all(canvas: CanvasView, on: QPainter, bounds: QRectF, scale: float, paper: bool) -> None:
    """Paint the whole drawing, `bounds` in canvas units, as vectors at a scale."""
    theme = replace(LIGHT, canvas=LIGHT.surface) if paper else canvas.theme
    how = replace(
        canvas.picture.how(),
        theme=theme,
        pictures=None,
        moving=False,
        hidden=frozenset(),
        ratio=1.0,
    )
    # Painted at full detail and shrunk by the painter: paper is read from nearer than a screen.
    camera = Camera(1.0, bounds.left(), bounds.top())
    on.save()
    on.scale(scale, scale)
    on.fillRect(QRectF(QPointF(0, 0), bounds.size()), theme.canvas)
    painter.paint(on, canvas.scene, Routes(canvas.scene), camera, bounds.size(), how)
    on.restore()


def _svg(canvas: CanvasView, path: Path, bounds: QRectF, paper: bool) -> bool:
    writer = QSvgGenerator()
    writer.setFileName(str(path))
    writer.setSize(bounds.size().toSize())
    writer.setViewBox(QRectF(QPointF(0, 0), bounds.size()))
    writer.setTitle(canvas.plan.info.name or tr("Plan"))
    on = QPainter()
    if not on.begin(writer):
        return False
    paint_all(canvas, on, bounds, 1.0, paper)
    return on.end()


def _png(canvas: CanvasView, path: Path, bounds: QRectF, paper: bool) -> bool:
    scale = min(2.0, math.sqrt(_MOST_PIXELS / max(1.0, bounds.width() * bounds.height())))
    size = QSize(round(bounds.width() * scale), round(bounds.height() * scale))
    picture = QImage(size.expandedTo(QSize(1, 1)), QImage.Format.Format_RGB32)
    on = QPainter(picture)
    paint_all(canvas, on, bounds, scale, paper)
    on.end()
    return picture.save(str(path))


def _pdf(canvas: CanvasView, path: Path, bounds: QRectF, paper: bool) -> bool:
    wide = bounds.width() > bounds.height()
    most = (A0_HEIGHT, A0_WIDTH) if wide else (A0_WIDTH, A0_HEIGHT)
    scale = min(_POINTS, most[0] / bounds.width(), most[1] / bounds.height())
    writer = QPdfWriter(str(path))
    writer.setTitle(canvas.plan.info.name or tr("Plan"))
    writer.setCreator(tr("Business Continuity Planner"))
    size = QSizeF(bounds.width() * scale, bounds.height() * scale)
    writer.setPageSize(
        QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    )
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setResolution(288)
    on = QPainter()
    if not on.begin(writer):
        return False
    paint_all(canvas, on, bounds, scale * 288 / 72, paper)
    return on.end()
