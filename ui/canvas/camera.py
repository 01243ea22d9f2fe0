"""Which part of the drawing is seen, and how large."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, QSizeF

LARGEST = 4.0
SMALLEST = 0.004


@dataclass(frozen=True, slots=True)
class Camera:
    """Maps canvas units to widget pixels: `pixel = (unit - corner) * scale`."""

    scale: float = 1.0
    left: float = 0.0
    top: float = 0.0

    def to_screen(self, point: QPointF) -> QPointF:
        """Return where a point of the drawing is seen."""
        return QPointF((point.x() - self.left) * self.scale, (point.y() - self.top) * self.scale)

    def to_world(self, point: QPointF) -> QPointF:
        """Return the point of the drawing that is seen at a pixel."""
        return QPointF(point.x() / self.scale + self.left, point.y() / self.scale + self.top)

    def rect_to_screen(self, rect: QRectF) -> QRectF:
        """Return where a rectangle of the drawing is seen."""
        return QRectF(self.to_screen(rect.topLeft()), rect.size() * self.scale)

    def visible(self, size: QSizeF) -> QRectF:
        """Return the part of the drawing that a widget of this size shows."""
        return QRectF(QPointF(self.left, self.top), size / self.scale)

    def panned(self, dx: float, dy: float) -> Camera:
        """Return the camera after the drawing was pushed by pixels."""
        return replace(self, left=self.left - dx / self.scale, top=self.top - dy / self.scale)

    def zoomed(self, factor: float, at: QPointF, smallest: float = SMALLEST) -> Camera:
        """Return the camera zoomed so that what is seen at a pixel stays there."""
        scale = min(LARGEST, max(smallest, self.scale * factor))
        fixed = self.to_world(at)
        return Camera(scale, fixed.x() - at.x() / scale, fixed.y() - at.y() / scale)

    def centred(self, point: QPointF, size: QSizeF) -> Camera:
        """Return the camera with a point of the drawing in the middle."""
        half = size / (2 * self.scale)
        return replace(self, left=point.x() - half.width(), top=point.y() - half.height())

    @classmethod
    def fitting(
        cls, rect: QRectF, size: QSizeF, largest: float = 1.0, margin: float = 48
    ) -> Camera:
        """Return the camera that shows a rectangle of the drawing as large as it goes."""
        width = max(40.0, size.width() - 2 * margin)
        height = max(40.0, size.height() - 2 * margin)
        scale = min(largest, width / max(rect.width(), 1), height / max(rect.height(), 1))
        return cls(max(SMALLEST, scale)).centred(rect.center(), size)

    def towards(self, other: Camera, part: float, size: QSizeF) -> Camera:
        """Return the camera a part of the way (0 to 1) to another one, zooming evenly."""
        scale = self.scale * (other.scale / self.scale) ** part
        mine, its = self.visible(size).center(), other.visible(size).center()
        if abs(other.scale - self.scale) > 1e-9:
            # Follow the straight line on screen, not in the drawing: it looks like one movement.
            part = (1 / self.scale - 1 / scale) / (1 / self.scale - 1 / other.scale)
        return Camera(scale).centred(mine + (its - mine) * part, size)
