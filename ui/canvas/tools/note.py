"""Dragging a note, or its corner."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter

from bcp_planner.domain.notes import Note
from ui.canvas import notes
from ui.canvas.note_desk import resized
from ui.language import tr

if TYPE_CHECKING:
    from ui.canvas.view import CanvasView


class NoteGesture:
    """Drag of a note: a frame takes along what is inside of it. One edit on release."""

    cursor = Qt.CursorShape.SizeAllCursor

    def __init__(self, canvas: CanvasView, at: QPointF, note: Note) -> None:
        self.canvas, self.note = canvas, note
        self.start = canvas.camera.to_world(at)
        self.larger = notes.is_corner(note, canvas.camera, at)
        self.inside = [] if self.larger else canvas.notes.inside(note)
        self.here = self.start
        self.hint = tr("Esc: put back")
        if self.inside:
            self.hint = tr("What is inside moves along; Alt: the frame alone · Esc: put back")
        self.alone = False

    def move(self, at: QPointF, keys: Qt.KeyboardModifier) -> None:
        self.here = self.canvas.camera.to_world(at)
        self.alone = bool(keys & Qt.KeyboardModifier.AltModifier)
        self.canvas.viewport().update()

    def release(self, at: QPointF, keys: Qt.KeyboardModifier) -> None:
        self.move(at, keys)
        if self.here == self.start:
            return
        if self.larger:
            self.canvas.notes.resize(self.note, self.here)
        else:
            inside = [] if self.alone else self.inside
            self.canvas.notes.move(self.note, self.here - self.start, inside)

    def cancel(self) -> None:
        pass

    def paint(self, painter: QPainter) -> None:
        note, way = self.note, self.here - self.start
        if self.larger:
            shown = resized(note, self.here)
        else:
            x, y = note.position or (0.0, 0.0)
            shown = replace(note, position=(x + way.x(), y + way.y()))
        notes.paint_note(painter, shown, self.canvas.camera, self.canvas.theme)
        if self.inside and not self.alone and not self.larger:
            items = [self.canvas.scene.index[key] for key in self.inside]
            places = self.canvas.scene.xy[items].tolist()
            moved = {n: (x + way.x(), y + way.y()) for n, (x, y) in zip(items, places, strict=True)}
            self.canvas.picture.paint_part(
                painter, self.canvas.scene.moved(moved), items, lines=False
            )
