"""The whole drawing in a corner, with a frame around what is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from ui.canvas import bulk
from ui.canvas.camera import Camera
from ui.canvas.colours import kind_block
from ui.canvas.states import Status, look
from ui.language import tr

if TYPE_CHECKING:
    from ui.canvas.view import CanvasView

SIZE = (210, 140)


class Minimap(QWidget):
    """Blocks of at least a pixel for all items; a press moves the view there."""

    def __init__(self, canvas: CanvasView) -> None:
        super().__init__(canvas.viewport())
        self.canvas = canvas
        self.setFixedSize(*SIZE)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(tr("Overview of the whole drawing"))
        self.setToolTip(tr("Overview: press to go there (M)"))
        self._picture: QPixmap | None = None
        self.hide()

    def renew(self) -> None:
        """Paint the blocks anew next time: something stands elsewhere."""
        self._picture = None
        self.update()

    def _camera(self) -> Camera:
        bounds = self.canvas.scene.bounds()
        bounds = bounds.united(self.canvas.camera.visible(self.canvas.size_f()))
        return Camera.fitting(bounds, QSizeF(*SIZE), largest=0.2, margin=8)

    def paintEvent(self, event: QPaintEvent) -> None:
        canvas, theme = self.canvas, self.canvas.theme
        camera = self._camera()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.border, 1))
        painter.setBrush(theme.surface)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        self._paint_blocks(painter, camera)
        painter.setPen(QPen(theme.accent, 1.5))
        fill = QColor(theme.accent)
        fill.setAlphaF(0.12)
        painter.setBrush(fill)
        seen = camera.rect_to_screen(canvas.camera.visible(canvas.size_f()))
        painter.drawRect(seen.intersected(QRectF(self.rect()).adjusted(2, 2, -2, -2)))

    def _paint_blocks(self, painter: QPainter, camera: Camera) -> None:
        scene, how = self.canvas.scene, self.canvas.picture.how()
        size = np.maximum(scene.half * 2 * camera.scale, 1.2)
        place = (scene.xy - scene.half - (camera.left, camera.top)) * camera.scale
        rects = np.hstack((place, size))
        colours = [kind_block(kind, how.theme) for kind in range(-1, 10)]
        status = np.zeros(len(scene.ids), dtype=np.int64)
        if how.moment is not None:
            status = how.statuses.of(scene, how.moment)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        for kind, colour in zip(range(-1, 10), colours, strict=True):
            bulk.draw_rects(painter, rects[(scene.kind == kind) & (status <= Status.UP)], colour)
        for value in np.unique(status[status > Status.UP]).tolist():
            bulk.draw_rects(painter, rects[status == value], look(Status(value), how.theme).ink)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._go(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event.position())

    def _go(self, at: QPointF) -> None:
        canvas = self.canvas
        canvas.look(canvas.camera.centred(self._camera().to_world(at), canvas.size_f()))
