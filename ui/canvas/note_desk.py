"""Making, writing, moving and removing the notes of one canvas, each one step to undo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QPlainTextEdit

from bcp_planner.domain import edits
from bcp_planner.domain.notes import LEAST, Note
from bcp_planner.domain.plan import Plan
from ui.canvas import notes
from ui.canvas.arrangement import snapped
from ui.canvas.hit import items_in
from ui.language import mark, tr

if TYPE_CHECKING:
    from ui.canvas.view import CanvasView

_AROUND = (-28.0, -52.0, 28.0, 28.0)
"""Room between a frame and the services it is drawn around."""
_FRAME = (420.0, 280.0)


class NoteDesk:
    """The notes of one canvas.

    Attributes:
        chosen: Id of the note that keys act on; empty when none.
    """

    def __init__(self, canvas: CanvasView) -> None:
        self.canvas = canvas
        self.chosen = ""
        self.editor = NoteEditor(canvas)
        canvas.selection.changed.connect(self._on_selection)

    @property
    def note(self) -> Note | None:
        """The chosen note."""
        return self.canvas.plan.notes.get(self.chosen)

    @property
    def shown(self) -> bool:
        """Whether services stand where the plan has them, and the notes with them."""
        return self.canvas.sight.own_places is None

    def choose(self, note_id: str) -> None:
        """Let the keys act on a note, on no service."""
        if note_id:
            self.canvas.selection.set()
        self.chosen = note_id
        self.canvas.viewport().update()

    def add(self, kind: str) -> None:
        """Add a note in the middle of the view, or a frame around the selection; write on it."""
        area = self._place(kind)
        plan = self.canvas.plan
        made = Note(
            id=edits.free_id(plan.notes, kind),
            kind=kind,
            position=snapped((area.center().x(), area.center().y())),
            width=area.width(),
            height=area.height(),
        )
        if self.canvas.bridge.try_edit(
            mark("Add a {kind}", kind=kind), lambda plan: plan.put("notes", made)
        ):
            self.choose(made.id)
            self.write(made.id)

    def show(self, note_id: str) -> None:
        """Bring a note into the middle of the view and let the keys act on it."""
        canvas, note = self.canvas, self.canvas.plan.notes.get(note_id)
        if note is None:
            return
        if not self.shown:
            canvas.sight.show_plain()
        at = QPointF(*(note.position or (0.0, 0.0)))
        canvas.motion.instantly(lambda: canvas.look(canvas.camera.centred(at, canvas.size_f())))
        self.choose(note_id)

    def write(self, note_id: str) -> None:
        """Open the field in which a note is written."""
        note = self.canvas.plan.notes.get(note_id)
        if note is not None:
            self.choose(note_id)
            self.editor.begin(note, lambda text: self._change(note_id, mark("Write"), text=text))

    def remove(self) -> bool:
        """Remove the chosen note; return whether there was one."""
        note = self.note
        if note is None:
            return False
        self.chosen = ""
        return self.canvas.bridge.try_edit(
            mark("Delete a {kind}", kind=note.kind), lambda plan: plan.without("notes", [note.id])
        )

    def nudge(self, dx: float, dy: float) -> bool:
        """Move the chosen note by canvas units; return whether there was one."""
        note = self.note
        if note is None:
            return False
        x, y = note.position or (0.0, 0.0)
        self._change(note.id, mark("Move"), merge=f"note:{note.id}", position=(x + dx, y + dy))
        return True

    def move(self, note: Note, delta: QPointF, inside: list[str]) -> None:
        """Move a note, and the services that are inside of it."""
        x, y = note.position or (0.0, 0.0)
        at = snapped((x + delta.x(), y + delta.y()))
        dx, dy = at[0] - x, at[1] - y
        spots = self.canvas.sight.arrangement.positions

        def change(plan: Plan) -> Plan:
            for key in inside:
                place = (spots[key][0] + dx, spots[key][1] + dy)
                plan = edits.update(plan, "services", key, position=place)
            return plan.put("notes", replace(note, position=at))

        self.canvas.bridge.try_edit(mark("Move a {kind}", kind=note.kind), change)

    def resize(self, note: Note, corner: QPointF) -> None:
        """Drag the lower right corner of a note to a point of the drawing."""
        self.canvas.bridge.try_edit(
            mark("Resize a {kind}", kind=note.kind),
            lambda plan: plan.put("notes", resized(note, corner)),
        )

    def inside(self, note: Note) -> list[str]:
        """Return the services whose centre is inside a frame."""
        if note.kind != "frame":
            return []
        area, spots = notes.rect_of(note), self.canvas.sight.arrangement.positions
        return [key for key, spot in spots.items() if area.contains(QPointF(*spot))]

    def paint(self, painter: QPainter) -> None:
        """Paint which note is chosen."""
        note = self.note
        if note is not None and self.shown and self.canvas.gesture is None:
            notes.paint_chosen(painter, note, self.canvas.camera, self.canvas.theme)

    # ------------------------------------------------------------------------------- inside

    def _place(self, kind: str) -> QRectF:
        canvas = self.canvas
        chosen = canvas.selected_items()
        if kind == "frame" and chosen:
            return canvas.scene.bounds(chosen).adjusted(*_AROUND)
        middle = canvas.camera.visible(canvas.size_f()).center()
        width, height = _FRAME if kind == "frame" else (Note(id="x").width, Note(id="x").height)
        area = QRectF(middle.x() - width / 2, middle.y() - height / 2, width, height)
        return area if kind == "frame" else self._beside_cards(area)

    def _beside_cards(self, area: QRectF) -> QRectF:
        """Return the nearest place in the view where a note covers no card, if there is one."""
        canvas = self.canvas
        view = canvas.camera.visible(canvas.size_f())
        step = area.height() / 2
        around = range(-8, 9)
        ways = sorted(((x, y) for x in around for y in around), key=lambda w: w[0] ** 2 + w[1] ** 2)
        for x, y in ways:
            moved = area.translated(x * step, y * step)
            if view.contains(moved) and not items_in(canvas.scene, moved):
                return moved
        return area

    def _change(self, note_id: str, verb: str, merge: str | None = None, **values: object) -> None:
        note = self.canvas.plan.notes.get(note_id)
        if note is not None:
            self.canvas.bridge.try_edit(
                f"{verb} a {note.kind}",
                lambda plan: edits.update(plan, "notes", note_id, **values),
                merge,
            )

    def _on_selection(self) -> None:
        selection = self.canvas.selection
        if selection.services or selection.requirements:
            self.chosen = ""


def resized(note: Note, corner: QPointF) -> Note:
    """Return a note whose lower right corner is at a point, its upper left one as it was."""
    area = notes.rect_of(note)
    width = max(2 * LEAST, corner.x() - area.left())
    height = max(LEAST, corner.y() - area.top())
    middle = (area.left() + width / 2, area.top() + height / 2)
    return replace(note, width=width, height=height, position=middle)


class NoteEditor(QPlainTextEdit):
    """A field on top of a note: a click elsewhere or Ctrl+Enter keep the text, Esc does not."""

    def __init__(self, canvas: CanvasView) -> None:
        super().__init__(canvas.viewport())
        self._canvas = canvas
        self._note: Note | None = None
        self._keep: Callable[[str], None] | None = None
        self.setAccessibleName(tr("Text of the note"))
        self.setTabChangesFocus(True)
        self.setPlaceholderText(tr("Write here; Esc leaves it as it was"))
        self.hide()

    def begin(self, note: Note, keep: Callable[[str], None]) -> None:
        """Open the field with the text of a note."""
        self._note = note
        self._keep = keep
        self.setPlainText(note.text)
        self.selectAll()
        self.follow()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def follow(self) -> None:
        """Stay on the note while the view moves."""
        if self._note is not None:
            seen = self._canvas.camera.rect_to_screen(notes.rect_of(self._note)).toRect()
            height = 44 if self._note.kind == "frame" else max(64, seen.height())
            self.setGeometry(seen.x(), seen.y(), max(180, min(seen.width(), 480)), height)

    def finish(self, *, keep: bool) -> None:
        """Close the field."""
        note, self._note = self._note, None
        if note is None:
            return
        focused = self.hasFocus()
        self.hide()
        if focused:
            self._canvas.setFocus()
        text = self.toPlainText().strip()
        if keep and self._keep is not None and text != note.text:
            self._keep(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        is_title = self._note is not None and self._note.kind == "frame"
        if enter and (is_title or event.modifiers() & Qt.KeyboardModifier.ControlModifier):
            self.finish(keep=True)
        elif event.key() == Qt.Key.Key_Escape:
            self.finish(keep=False)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.finish(keep=True)
