"""The canvas: the widget on which the plan is drawn and edited."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from bcp_planner.analysis.results import Impact, Recovery
from bcp_planner.domain.change import Change
from bcp_planner.domain.durations import Duration
from bcp_planner.domain.plan import Plan
from ui.bridge import PlanBridge
from ui.canvas.camera import Camera
from ui.canvas.cards import spoken
from ui.canvas.commands import Commands
from ui.canvas.drafts import Drafts
from ui.canvas.edited import only_cards
from ui.canvas.empty import paint_empty
from ui.canvas.hover import Hover
from ui.canvas.keyboard import Keyboard
from ui.canvas.lens import Lens
from ui.canvas.motion import Motion
from ui.canvas.note_desk import NoteDesk
from ui.canvas.notes import bounds as note_bounds
from ui.canvas.overlay import paint_overlay
from ui.canvas.picture import Picture
from ui.canvas.pointer import Pointer
from ui.canvas.routes import Routes
from ui.canvas.scene import Scene, Shown, build
from ui.canvas.sight import Sight
from ui.canvas.states import Moment, moment
from ui.canvas.strips import Strips
from ui.canvas.tools.tool import Gesture
from ui.language import tr
from ui.selection import Selection
from ui.theme import Theme, ThemeStore

if TYPE_CHECKING:
    from ui.models.paste import Pasted


def _at_once(pasted: Pasted, take: Callable[[], None]) -> None:
    """Paste without a look before; the window puts its preview in place of this."""
    take()


class CanvasView(QAbstractScrollArea):
    """Shows the plan as a drawing and edits it.

    Its parts: `sight` knows what is looked at, `picture` and `overlay` paint it, `pointer` and
    `keyboard` turn input into gestures and `commands`, `drafts` names new services, `hover`
    follows the pointer and `motion` animates.

    Signals:
        status_changed(shown, total, hidden_links): how much of the plan is drawn.
        context_menu_requested(global position, hit): a right click, after it selected.
        command(name): a key was pressed for something that the window does, one of
            `keyboard.WINDOW_COMMANDS`.
        viewing_changed(): another filter, focus or grouping.
        filter_left(): everything shall be shown, whatever is filtered elsewhere.
    """

    status_changed = Signal(int, int, int)
    context_menu_requested = Signal(QPoint, object)
    command = Signal(str)
    viewing_changed = Signal()
    filter_left = Signal()

    def __init__(
        self,
        bridge: PlanBridge,
        selection: Selection,
        theme: ThemeStore,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.bridge, self.selection, self._themes = bridge, selection, theme
        self.camera = Camera()
        self.scene: Scene = build(bridge.plan, {}, Shown())
        self.routes = Routes(self.scene)
        self.gesture: Gesture | None = None
        self.pulse: tuple[str, float] | None = None
        self.fit_when_shown = True
        self.review: Callable[[Pasted, Callable[[], None]], None] = _at_once
        self._selected: list[int] | None = None
        self._set_up_widget()
        self.sight = Sight(self)
        self.picture = Picture(self)
        self.motion = Motion(self)
        self.lens = Lens(self)
        self.hover = Hover(self)
        self.commands = Commands(self)
        self.drafts = Drafts(self)
        self.notes = NoteDesk(self)
        self.pointer = Pointer(self)
        self.strips = Strips(self)
        self.keyboard = Keyboard(self)
        self._connect()
        self.apply_theme()
        self.reopen()

    def _set_up_widget(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Canvas"))
        port = self.viewport()
        port.setMouseTracking(True)
        port.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        if sys.platform != "darwin":  # there touch pads send both, and would zoom twice
            port.grabGesture(Qt.GestureType.PinchGesture)

    def _connect(self) -> None:
        self.bridge.changed.connect(self._on_changed)
        self.bridge.replaced.connect(self.reopen)
        self.selection.changed.connect(self._on_selection)
        self._themes.changed.connect(self.apply_theme)
        self.strips.path.chosen.connect(self._on_crumb)
        self.strips.path.stepped.connect(self._on_step)
        self.strips.path.deepened.connect(self.deepen)

    # ------------------------------------------------------------------------ what is shown

    @property
    def plan(self) -> Plan:
        """The plan as it is now."""
        return self.bridge.plan

    @property
    def theme(self) -> Theme:
        """The colours in use."""
        return self._themes.current

    def reopen(self) -> None:
        """Show another plan from the beginning."""
        self.cancel_gesture()
        self.drafts.close()
        self.selection.keep_within(self.plan)
        self.sight.reopen()
        self.rebuild()
        self.lens.first_look()
        self.viewing_changed.emit()

    def _on_changed(self, change: Change) -> None:
        self.cancel_gesture()
        self.selection.keep_within(self.plan)
        if not self.scene.total and len(self.plan.services) > 1:
            self.reopen()  # imported or pasted into an empty plan: nobody has looked at it yet
        elif only_cards(change):
            self.picture.renew()
            self.say()
        elif change.tables.keys() & {"services", "requirements"}:
            before = self.scene
            self.sight.follow(change)
            self._take(self.sight.scene_after(change, before))
            self.motion.tween(before)
        elif "notes" in change.tables:
            self.picture.renew()

    def rebuild(self) -> None:
        """Make the arrays anew and paint everything."""
        self._take(self.sight.scene())

    def _take(self, scene: Scene) -> None:
        self.show_scene(scene)
        self._selected = None
        self.hover.leave()
        self.say()
        scene = self.scene
        self.status_changed.emit(scene.shown, scene.total, scene.hidden_links)

    def show_scene(self, scene: Scene, *, moving: bool = False) -> None:
        """Paint a scene: the plan's, or one between two of them."""
        self.scene = scene
        self.routes = Routes(scene, around=not moving)
        self.strips.minimap.renew()
        self.picture.renew(moving=moving)

    def visible_filter(self, ids: Iterable[str] | None) -> None:
        """Show only some services; None shows all again."""
        only = None if ids is None else frozenset(ids)
        self.sight.view_as(replace(self.sight.viewing, only=only))

    def focus(self, service_id: str, depth: int = 1) -> None:
        """Show a service with what is within so many requirements of it, 1 to 9."""
        self.sight.focus(service_id, depth)

    def deepen(self, by: int) -> None:
        """Show one requirement more (1) or less (-1) around the service in focus."""
        focus = self.sight.viewing.focus
        if focus is not None:
            self.focus(focus.service, focus.depth + by)

    def step_out(self) -> None:
        """Go back to the neighbourhood that led to this one, in the end to everything."""
        if self.sight.viewing.focus is not None:
            self.sight.step_out()
        else:
            self.show_all()

    def _on_crumb(self, step: int) -> None:
        self.sight.go_to(step)
        self.setFocus()

    def _on_step(self, by: int) -> None:
        self.sight.step(by)
        self.setFocus()

    def show_all(self) -> None:
        """Leave focus and filter."""
        self.sight.show_all()
        self.filter_left.emit()

    def group_by(self, grouping: str, *, collapsed: bool = False) -> None:
        """Group services: a key of `viewing.GROUPINGS`; optionally all groups as one card each."""
        self.sight.group_by(grouping, collapsed=collapsed)

    def back(self) -> None:
        """Look where one looked before."""
        self.sight.step(-1)

    def forward(self) -> None:
        """Look again where one looked before Back."""
        self.sight.step(1)

    def show_impact(
        self, impact: Impact | None, at: Duration | None = None, recovery: Recovery | None = None
    ) -> None:
        """Colour services by state; the arguments are those of `states.moment`."""
        self.show_moment(moment(impact, recovery, at))

    def show_moment(self, shown: Moment | None) -> None:
        """Colour services by their status at a moment; None takes the colours away."""
        self.picture.moment = shown
        self.strips.minimap.renew()
        self.picture.renew()
        self._describe()

    # -------------------------------------------------------------------------------- camera

    def size_f(self) -> QSizeF:
        """Return the size of what is painted on, in pixels."""
        return QSizeF(self.viewport().size())

    def look(self, camera: Camera) -> None:
        """Look through another camera."""
        if camera != self.camera:
            self.camera = camera
            self.fit_when_shown = False
            self.drafts.follow()
            self.notes.editor.follow()
            self.strips.minimap.update()
            self.picture.renew(moving=True)

    def fit(self) -> None:
        """Show everything."""
        self.motion.fly(self.whole())

    def whole(self) -> Camera:
        """Return the camera that shows everything."""
        bounds = self.scene.bounds()
        if self.notes.shown:
            bounds = bounds.united(note_bounds(self.plan))
        if bounds.isNull():
            return Camera().centred(QPointF(0, 0), self.size_f())
        return Camera.fitting(bounds, self.size_f())

    def fit_selection(self) -> None:
        """Show what is selected as large as it goes; everything when nothing is."""
        chosen = self.selected_items()
        if not chosen:
            self.fit()
            return
        bounds = self.scene.bounds(chosen)
        self.motion.fly(Camera.fitting(bounds, self.size_f(), largest=1.5))

    def zoom_to(self, scale: float) -> None:
        """Zoom to a scale about the middle."""
        self.zoom_by(scale / self.camera.scale, QRectF(QPointF(0, 0), self.size_f()).center())

    def zoom_by(self, factor: float, at: QPointF) -> None:
        """Zoom about a pixel."""
        whole = Camera.fitting(self.scene.bounds(), self.size_f()).scale
        self.look(self.camera.zoomed(factor, at, smallest=min(0.1, whole * 0.6)))

    def center_on(self, service_id: str, *, pulse: bool = True) -> None:
        """Bring a service into the middle, readable, and let it pulse once."""
        self.lens.center_on(service_id, pulse=pulse)

    def reveal(self, services: Iterable[str]) -> None:
        """Bring services into view: one pulses, several are fitted."""
        self.lens.reveal(services)

    # ----------------------------------------------------------------------------- selection

    def services_of(self, item: int) -> list[str]:
        """Return the services an item stands for."""
        group = self.scene.groups.get(item)
        return list(group.members) if group else [self.scene.ids[item]]

    def selected_items(self) -> list[int]:
        """Return the items of the selected services."""
        if self._selected is None:
            chosen = self.selection.services
            found = [self.scene.index[key] for key in chosen if key in self.scene.index]
            groups = [n for n, g in self.scene.groups.items() if chosen.issuperset(g.members)]
            self._selected = sorted(found + groups) if chosen else []
        return self._selected

    def current_item(self) -> int | None:
        """Return the item that the keyboard acts from."""
        return self.scene.index.get(self.selection.current or "")

    def _on_selection(self) -> None:
        self._selected = None
        self.say()
        self._describe()
        self.viewport().update()

    def _describe(self) -> None:
        """Say the current service and its state to screen readers."""
        item = self.current_item()
        face = None if item is None else self.picture.how().face(self.scene, item, full=True)
        self.setAccessibleDescription(spoken(face) if face else "")

    # ------------------------------------------------------------------------------- gestures

    def begin(self, gesture: Gesture) -> None:
        """Start a gesture."""
        self.gesture = gesture
        self.hover.veiled = False
        self.viewport().setCursor(gesture.cursor)
        self.say()
        self.viewport().update()

    def end(self, at: QPointF, keys: Qt.KeyboardModifier) -> None:
        """End the running gesture with its edit."""
        gesture, self.gesture = self.gesture, None
        if gesture is not None:
            self.motion.instantly(lambda: gesture.release(at, keys))
        self._after_gesture()

    def cancel_gesture(self) -> bool:
        """End the running gesture without a trace; return whether there was one."""
        gesture, self.gesture = self.gesture, None
        if gesture is not None:
            gesture.cancel()
            self._after_gesture()
        self.pointer.pressed = None
        return gesture is not None

    def _after_gesture(self) -> None:
        self.pointer.drift.stop()
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        self.say()
        self.viewport().update()

    def hide_items(self, items: frozenset[int]) -> None:
        """Leave items out of the picture while a gesture paints them."""
        self.picture.hidden = items
        self.picture.renew()

    # ------------------------------------------------------------------------------- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        canvas = QPainter(self.viewport())
        self.picture.paint(canvas)
        if not self.plan.services and not self.plan.notes and self.drafts.now is None:
            paint_empty(canvas, QRectF(QPointF(0, 0), self.size_f()), self.theme)
        paint_overlay(canvas, self)
        canvas.end()

    def apply_theme(self) -> None:
        """Take the colours of the theme in use."""
        for part in (self.drafts, self.strips):
            part.apply(self.theme)
        self.strips.minimap.renew()
        self.picture.forget_cards()

    def say(self) -> None:
        """Write the strips anew: how much is shown, what can be done, where one is."""
        self.strips.say()

    # ------------------------------------------------------------- what menus and buttons call

    def add_service(self) -> None:
        """Draft a service in the middle of the view."""
        self.drafts.in_the_middle()

    def rename(self, service_id: str) -> None:
        """Open the name field on a card."""
        self.drafts.rename(service_id)

    def link_selected(self) -> None:
        """Make the first selected service need the others."""
        self.commands.link_selected()

    def export(self, path: Path) -> None:
        """Write the drawing to a file named .svg, .png or .pdf.

        Raises:
            FileProblem: if it cannot be written.
        """
        from ui.canvas.export import save

        save(self, path)

    # --------------------------------------------------------------------------------- events

    def run(self, command: str) -> bool:
        """Do what a key or a menu entry is called; return whether there is such a command."""
        return self.keyboard.run(command)

    def event(self, event: QEvent) -> bool:
        # Tab makes a chain of services here; without a selection it moves on as everywhere.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            tab = event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
            if tab and self.selection.current is not None and self.keyboard.press(event):
                return True
        if self.gesture is not None and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # Esc belongs to the gesture, and no shortcut acts underneath it.
            return True
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave and self.gesture is None:
            self.hover.leave()
        if event.type() in (QEvent.Type.Gesture, QEvent.Type.NativeGesture):
            return self.keyboard.pinch(event)
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.keyboard.press(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if not self.keyboard.release(event):
            super().keyReleaseEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pointer.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.pointer.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.pointer.double_click(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.pointer.wheel(event)
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = QPointF(self.viewport().mapFromGlobal(event.globalPos()))
        self.context_menu_requested.emit(event.globalPos(), self.hover.at(at))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.pointer.space = False
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.fit_when_shown:
            self.lens.first_look()
        elif self._was_seen_whole(QSizeF(event.oldSize())):
            self.motion.instantly(self.fit)
        self.strips.place()

    def _was_seen_whole(self, before: QSizeF) -> bool:
        """Whether everything was seen before a change of size, and no longer is."""
        bounds = self.scene.bounds()
        if not before.isValid() or bounds.isNull() or before.isEmpty():
            return False
        now = self.camera.visible(self.size_f()).contains(bounds)
        return not now and self.camera.visible(before).contains(bounds)
