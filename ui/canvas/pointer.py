"""Mouse and wheel of the canvas: what is pressed becomes a gesture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent

from ui.canvas.acts import Tie
from ui.canvas.drift import Drift
from ui.canvas.hit import Hit, Part, handle_points
from ui.canvas.tools.band import BandGesture
from ui.canvas.tools.connect import ConnectGesture
from ui.canvas.tools.move import MoveGesture
from ui.canvas.tools.note import NoteGesture
from ui.canvas.tools.pan import PanGesture
from ui.canvas.tools.tool import Gesture

if TYPE_CHECKING:
    from ui.canvas.view import CanvasView

_THRESHOLD = 4.0
"""Pixels that the pointer moves before a press becomes a drag."""
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier


class Pointer:
    """Turns presses, moves and releases into selection and gestures of a canvas."""

    def __init__(self, canvas: CanvasView) -> None:
        self.canvas = canvas
        self.pressed: tuple[QPointF, Hit, Qt.KeyboardModifier] | None = None
        self.space = False
        self.drift = Drift(canvas)

    def press(self, event: QMouseEvent) -> None:
        """Begin: a pan at once, everything else when the pointer has moved a little."""
        at, canvas = event.position(), self.canvas
        canvas.setFocus(Qt.FocusReason.MouseFocusReason)
        canvas.drafts.editor.finish("away")
        canvas.notes.editor.finish(keep=True)
        if canvas.gesture is not None:
            return
        middle = event.button() == Qt.MouseButton.MiddleButton
        if middle or (self.space and event.button() == Qt.MouseButton.LeftButton):
            canvas.keyboard.space_was_used()
            canvas.begin(PanGesture(canvas, at))
            return
        found = canvas.hover.at(at)
        if event.button() == Qt.MouseButton.RightButton:
            self._select_for_menu(found)
        elif event.button() == Qt.MouseButton.LeftButton:
            self.pressed = (at, found, event.modifiers())
            if found.part is Part.CARD and not event.modifiers() & (_CTRL | _SHIFT):
                self._select_card(found.index, only_if_new=True)

    def move(self, event: QMouseEvent) -> None:
        """Follow: a gesture if one runs, else what is hovered."""
        at, canvas = event.position(), self.canvas
        if canvas.gesture is not None:
            canvas.gesture.move(at, event.modifiers())
            if not isinstance(canvas.gesture, PanGesture):
                self.drift.follow(at, event.modifiers())
            return
        if self.pressed is None:
            canvas.hover.follow(at)
            return
        start, found, keys = self.pressed
        if (at - start).manhattanLength() >= _THRESHOLD:
            self.pressed = None
            gesture = self._drag(start, found, keys)
            if gesture is not None:
                canvas.begin(gesture)
                gesture.move(at, event.modifiers())

    def release(self, event: QMouseEvent) -> None:
        """End: the gesture's one edit, or a click."""
        canvas = self.canvas
        if canvas.gesture is not None:
            canvas.end(event.position(), event.modifiers())
        elif self.pressed is not None and event.button() == Qt.MouseButton.LeftButton:
            _, found, keys = self.pressed
            self._click(found, keys)
        self.pressed = None
        canvas.hover.follow(event.position())

    def double_click(self, event: QMouseEvent) -> None:
        """Create on empty ground, rename a card, open or close a group."""
        if event.button() != Qt.MouseButton.LeftButton or self.space:
            return
        self.pressed = None
        canvas, found = self.canvas, self.canvas.hover.at(event.position())
        if found.part is Part.CARD and found.index in canvas.scene.groups:
            canvas.sight.toggle(canvas.scene.ids[found.index])
        elif found.part in (Part.CARD, Part.NEEDS_HANDLE, Part.NEEDED_HANDLE):
            canvas.rename(canvas.scene.ids[found.index])
        elif found.part is Part.FRAME:
            canvas.sight.toggle(found.name)
        elif found.part is Part.NOTE:
            canvas.notes.write(found.name)
        elif found.part is Part.BADGE:
            canvas.commands.step_needs(canvas.scene.badges[found.index])
        elif found.part is Part.EMPTY:
            canvas.drafts.begin_at(event.position())

    def wheel(self, event: QWheelEvent) -> None:
        """Scroll, or zoom about the pointer with Ctrl."""
        canvas = self.canvas
        pixels, steps = event.pixelDelta(), event.angleDelta()
        if event.modifiers() & _CTRL:
            amount = pixels.y() / 240 if not pixels.isNull() else steps.y() / 480
            canvas.zoom_by(2**amount, event.position())
            return
        push = QPointF(pixels) if not pixels.isNull() else QPointF(steps) * 0.6
        if event.modifiers() & _SHIFT and not push.x():
            push = QPointF(push.y(), 0)
        canvas.look(canvas.camera.panned(push.x(), push.y()))

    def _drag(self, start: QPointF, found: Hit, keys: Qt.KeyboardModifier) -> Gesture | None:
        canvas = self.canvas
        scene = canvas.scene
        if found.part in (Part.NEEDS_HANDLE, Part.NEEDED_HANDLE):
            name = scene.ids[found.index]
            needs = found.part is Part.NEEDS_HANDLE
            tie = Tie(dependant=name) if needs else Tie(provider=name)
            return ConnectGesture(
                canvas, handle_points(scene, found.index, canvas.camera)[not needs], tie
            )
        if found.part is Part.BADGE:
            x, y = scene.badge_xy[found.index].tolist()
            tie = Tie(requirement=scene.badges[found.index])
            return ConnectGesture(canvas, canvas.camera.to_screen(QPointF(x, y)), tie)
        if found.part is Part.CARD:
            if not set(canvas.services_of(found.index)) <= canvas.selection.services:
                self._select_card(found.index, only_if_new=True)
            items = canvas.selected_items()
            return MoveGesture(canvas, start, items, copies=bool(keys & (_ALT | _CTRL)))
        if found.part is Part.NOTE and found.name in canvas.plan.notes:
            canvas.notes.choose(found.name)
            return NoteGesture(canvas, start, canvas.plan.notes[found.name])
        return BandGesture(canvas, start, adds=bool(keys & _SHIFT))

    def _click(self, found: Hit, keys: Qt.KeyboardModifier) -> None:
        canvas, selection = self.canvas, self.canvas.selection
        adds = bool(keys & (_CTRL | _SHIFT))
        if found.part in (Part.CARD, Part.NEEDS_HANDLE, Part.NEEDED_HANDLE):
            self._click_card(found.index, adds=adds)
        elif found.part in (Part.LINE, Part.BADGE):
            scene = canvas.scene
            badge = found.part is Part.BADGE
            name = scene.badges[found.index] if badge else scene.requirements[found.index]
            if not name:
                return
            canvas.notes.choose("")
            if adds:
                selection.set(
                    selection.services, selection.requirements ^ {name}, selection.current
                )
            else:
                selection.set((), (name,))
        elif not adds:
            selection.set()
        canvas.notes.choose(found.name if found.part is Part.NOTE else "")

    def _click_card(self, item: int, *, adds: bool) -> None:
        selection = self.canvas.selection
        names = self.canvas.services_of(item)
        if not adds:
            selection.set(names, current=names[-1] if names else None)
        elif set(names) <= selection.services:
            selection.set(
                selection.services - set(names), selection.requirements, selection.current
            )
        else:
            current = selection.current or names[-1]
            selection.set([*selection.services, *names], selection.requirements, current)

    def _select_card(self, item: int, *, only_if_new: bool) -> None:
        names = self.canvas.services_of(item)
        selection = self.canvas.selection
        if only_if_new and set(names) <= selection.services:
            return
        selection.set(names, current=names[-1] if names else None)

    def _select_for_menu(self, found: Hit) -> None:
        if found.part is Part.CARD:
            self._select_card(found.index, only_if_new=True)
        elif found.part in (Part.LINE, Part.BADGE):
            scene = self.canvas.scene
            badge = found.part is Part.BADGE
            name = scene.badges[found.index] if badge else scene.requirements[found.index]
            if name not in self.canvas.selection.requirements:
                self.canvas.selection.set((), (name,))
