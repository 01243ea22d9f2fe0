"""The kinds of services at the edge of the canvas, to be dragged onto it or clicked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QToolButton, QVBoxLayout

from bcp_planner.domain.entities import SERVICE_KINDS
from ui import words
from ui.canvas.kind_chips import SIGN, sign
from ui.canvas.tools.place import PlaceGesture
from ui.language import shown, tr
from ui.theme import Theme

if TYPE_CHECKING:
    from ui.canvas.view import CanvasView

_THRESHOLD = 6


class KindButton(QToolButton):
    """One kind: a click adds such a service in the middle, a drag where it is dropped."""

    def __init__(self, canvas: CanvasView, kind: str) -> None:
        super().__init__()
        self._canvas, self.kind = canvas, kind
        self._pressed: QPointF | None = None
        name = shown(words.choice(kind))
        self.setToolTip(tr("{name}: drag it onto the canvas, or click", name=name))
        self.setAccessibleName(tr("Add a service of the kind {name}", name=name))
        self.setIconSize(QSize(SIGN, SIGN))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(lambda: canvas.drafts.in_the_middle(kind))

    def _at(self, event: QMouseEvent) -> QPointF:
        return QPointF(self._canvas.viewport().mapFromGlobal(event.globalPosition().toPoint()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        canvas, start = self._canvas, self._pressed
        if isinstance(canvas.gesture, PlaceGesture):
            canvas.gesture.move(self._at(event), event.modifiers())
        elif start is not None and (event.position() - start).manhattanLength() >= _THRESHOLD:
            self._pressed = None
            self.setDown(False)
            canvas.setFocus()  # so that Esc is heard
            canvas.begin(PlaceGesture(canvas, self.kind))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        if isinstance(self._canvas.gesture, PlaceGesture):
            self._canvas.end(self._at(event), event.modifiers())
        else:
            super().mouseReleaseEvent(event)


class KindPalette(QFrame):
    """All kinds below one another."""

    def __init__(self, canvas: CanvasView) -> None:
        super().__init__(canvas.viewport())
        self._canvas = canvas
        self.wanted = True
        self.setAccessibleName(tr("Kinds of services"))
        self.buttons = {kind: KindButton(canvas, kind) for kind in SERVICE_KINDS}
        column = QVBoxLayout(self)
        column.setContentsMargins(3, 3, 3, 3)
        column.setSpacing(1)
        for button in self.buttons.values():
            column.addWidget(button)
        self.setCursor(Qt.CursorShape.ArrowCursor)

    def place(self) -> None:
        """Stand at the left edge, where there is room for it and something to draw on."""
        area, size = self._canvas.viewport().rect(), self.sizeHint()
        roomy = area.height() >= size.height() + 110 and area.width() >= 8 * size.width()
        self.setVisible(self.wanted and roomy and not self._canvas.bridge.read_only)
        self.setGeometry(12, 56, size.width(), size.height())

    def apply(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.setStyleSheet(
            f"KindPalette {{ background: {theme.surface.name()}; border: 1px solid"
            f" {theme.border.name()}; border-radius: 8px; }}"
            " QToolButton { background: transparent; border: 1px solid transparent;"
            " border-radius: 5px; padding: 3px; }"
            f" QToolButton:hover {{ background: {theme.raised.name()}; }}"
            f" QToolButton:focus {{ border-color: {theme.accent.name()}; }}"
        )
        for kind, button in self.buttons.items():
            button.setIcon(sign(kind, theme))

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
            return True  # the canvas below must not take it
        return super().event(event)
