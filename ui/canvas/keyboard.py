"""Keys and commands of the canvas."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QNativeGestureEvent
from PySide6.QtWidgets import QGestureEvent, QInputDialog, QPinchGesture

from ui.canvas import clipboard, viewing
from ui.canvas.arrangement import STEP
from ui.canvas.keys import command_of
from ui.canvas.tools.layout import LayoutPreview
from ui.canvas.walk import neighbour
from ui.language import tr

if TYPE_CHECKING:
    from ui.canvas.view import CanvasView

_STEPS = {"left": (-STEP, 0.0), "right": (STEP, 0.0), "up": (0.0, -STEP), "down": (0.0, STEP)}
_FAR = 10
WINDOW_COMMANDS = frozenset(
    {"edit-rto", "blast-radius", "recovery-order", "play", "table", "key-help", "undo", "redo"}
)
"""Commands that the window carries out: they are handed on by the signal `command`."""


class Keyboard:
    """Carries out commands by name, from keys, menus and the command palette."""

    def __init__(self, canvas: CanvasView) -> None:
        self.canvas = canvas
        self._space_used = False
        self._commands = self._table()

    def names(self) -> list[str]:
        """Return the names of all commands."""
        return sorted({*self._commands, *WINDOW_COMMANDS})

    def _table(self) -> dict[str, Callable[[], object]]:
        canvas, act = self.canvas, self.canvas.commands
        table: dict[str, Callable[[], object]] = {
            "new": canvas.drafts.in_the_middle,
            "rename": self._rename,
            "delete": lambda: canvas.notes.remove() or act.delete(),
            "note": lambda: canvas.notes.add("note"),
            "frame": lambda: canvas.notes.add("frame"),
            "delete-and-join": act.delete_and_join,
            "chain-down": canvas.drafts.chain,
            "chain-up": lambda: canvas.drafts.chain(up=True),
            "link": act.link_selected,
            "link-series": lambda: act.link_selected(series=True),
            "redundant": act.make_redundant,
            "tidy": act.preview_tidy,
            "tidy-tiers": lambda: act.preview_tidy(tiers=True),
            "tidy-sites": lambda: act.preview_tidy(lanes="site"),
            "pin": act.toggle_pin,
            "duplicate": act.duplicate,
            "copy": lambda: clipboard.copy(canvas),
            "cut": lambda: clipboard.cut(canvas),
            "paste": lambda: clipboard.paste(canvas),
            "select-all": lambda: canvas.selection.set(self._visible()),
            "upstream": lambda: self._stream(up=True, everything=False),
            "upstream-all": lambda: self._stream(up=True, everything=True),
            "downstream": lambda: self._stream(up=False, everything=False),
            "downstream-all": lambda: self._stream(up=False, everything=True),
            "focus": self._focus,
            "group": self._group,
            "ungroup": act.ungroup,
            "collapse": lambda: self._fold(collapse=True),
            "expand": lambda: self._fold(collapse=False),
            "minimap": canvas.strips.toggle_minimap,
            "palette-of-kinds": canvas.strips.toggle_palette,
            "fit": canvas.fit,
            "fit-selection": canvas.fit_selection,
            "actual-size": lambda: canvas.zoom_to(1.0),
            "zoom-in": lambda: canvas.zoom_to(canvas.camera.scale * 1.25),
            "zoom-out": lambda: canvas.zoom_to(canvas.camera.scale / 1.25),
            "back": canvas.back,
            "forward": canvas.forward,
            "show-all": canvas.show_all,
            "escape": self._escape,
        }
        for way, (dx, dy) in _STEPS.items():
            table[f"nudge-{way}"] = lambda dx=dx, dy=dy: self._arrow(dx, dy)
            table[f"nudge-{way}-far"] = lambda dx=dx, dy=dy: self._arrow(dx * _FAR, dy * _FAR)
            table[f"walk-{way}"] = lambda way=way: self._walk(way)
        for depth in range(1, 10):
            table[f"depth-{depth}"] = lambda depth=depth: self._depth(depth)
        for edge in ("left", "centre", "right", "top", "middle", "bottom"):
            table[f"align-{edge}"] = lambda edge=edge: act.align(edge)
        for axis in ("across", "down"):
            table[f"distribute-{axis}"] = lambda axis=axis: act.distribute(axis)
        return table

    def run(self, command: str) -> bool:
        """Do what a name says; return whether it is known."""
        if command in WINDOW_COMMANDS:
            self.canvas.command.emit(command)
            return True
        action = self._commands.get(command)
        if action is None:
            return False
        action()
        return True

    def press(self, event: QKeyEvent) -> bool:
        """Act on a key; return whether it was one of ours."""
        canvas = self.canvas
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            if not event.isAutoRepeat():
                canvas.pointer.space = True
                self._space_used = False
                canvas.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
            return True
        command = command_of(event)
        canvas.hover.lift()
        if canvas.gesture is not None:
            # A gesture runs: all but Esc, and Enter for a preview, would pull the ground from it.
            if command == "edit-rto" and isinstance(canvas.gesture, LayoutPreview):
                canvas.end(QPointF(), Qt.KeyboardModifier.NoModifier)
                return True
            return canvas.cancel_gesture() if command == "escape" else True
        return bool(command) and self.run(command)

    def release(self, event: QKeyEvent) -> bool:
        """Act on a key let go: a tap on Space plays the scenario, holding it pans."""
        if event.key() != Qt.Key.Key_Space:
            return False
        if event.isAutoRepeat():
            return True
        canvas = self.canvas
        canvas.pointer.space = False
        canvas.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        if not self._space_used and canvas.gesture is None:
            self.run("play")
        return True

    def space_was_used(self) -> None:
        """Note that Space served to pan, so that letting it go plays nothing."""
        self._space_used = True

    def pinch(self, event: QEvent) -> bool:
        """Zoom with two fingers, on a touch screen or a touch pad; return whether it was that."""
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() is not Qt.NativeGestureType.ZoomNativeGesture:
                return False
            self.canvas.zoom_by(1.0 + event.value(), event.position())
            return True
        pinch = (
            event.gesture(Qt.GestureType.PinchGesture) if isinstance(event, QGestureEvent) else None
        )
        if not isinstance(pinch, QPinchGesture):
            return False
        self.canvas.cancel_gesture()  # the first finger alone was taken for a mouse
        centre = self.canvas.viewport().mapFromGlobal(pinch.centerPoint())
        self.canvas.zoom_by(pinch.scaleFactor(), QPointF(centre))
        return True

    # -------------------------------------------------------------------------------- inside

    def _visible(self) -> list[str]:
        scene = self.canvas.scene
        return [name for item in range(len(scene.ids)) for name in self.canvas.services_of(item)]

    def _rename(self) -> None:
        current = self.canvas.selection.current
        if self.canvas.notes.note is not None:
            self.canvas.notes.write(self.canvas.notes.chosen)
        elif current is not None:
            self.canvas.rename(current)

    def _stream(self, *, up: bool, everything: bool) -> None:
        canvas, selection = self.canvas, self.canvas.selection
        found = viewing.stream(canvas.plan, selection.services, up=up, everything=everything)
        selection.set(found, current=selection.current)

    def _focus(self) -> None:
        canvas, current = self.canvas, self.canvas.selection.current
        focus = canvas.sight.viewing.focus
        if current is not None and not (focus is not None and focus.service == current):
            canvas.focus(current, 1)

    def _depth(self, depth: int) -> None:
        canvas = self.canvas
        if canvas.sight.viewing.focus is not None:
            canvas.focus(canvas.sight.viewing.focus.service, depth)

    def _group(self) -> None:
        canvas = self.canvas
        if not canvas.selection.services:
            canvas.bridge.messages.notice(
                tr("Select the services that belong together, then group them.")
            )
            return
        name, agreed = QInputDialog.getText(canvas, tr("Group services"), tr("Name of the group:"))
        if agreed:
            canvas.commands.group(name)

    def _fold(self, *, collapse: bool) -> None:
        """Collapse or expand the groups of the selection; all of them when nothing is selected."""
        self.canvas.sight.fold(self.canvas.selection.services, collapse=collapse)

    def _arrow(self, dx: float, dy: float) -> None:
        """Move what is selected; with nothing selected, the view."""
        canvas = self.canvas
        if canvas.notes.nudge(dx, dy):
            return
        if canvas.selection.services:
            canvas.motion.instantly(lambda: canvas.commands.nudge(dx, dy))
        else:
            canvas.look(canvas.camera.panned(-dx * 4, -dy * 4))

    def _walk(self, way: str) -> None:
        canvas = self.canvas
        found = neighbour(canvas.plan, canvas.sight.positions, canvas.selection.current, way)
        if found is not None:
            canvas.selection.set([found])
            item = canvas.scene.index.get(found)
            if item is not None:
                canvas.lens.bring_into_view(item)

    def _escape(self) -> None:
        canvas = self.canvas
        canvas.notes.choose("")
        if canvas.selection.services or canvas.selection.requirements:
            canvas.selection.set()
        elif canvas.sight.viewing.focus is not None or canvas.sight.viewing.only is not None:
            canvas.step_out()
