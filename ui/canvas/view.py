"""The canvas: the widget on which the plan is drawn and edited."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

import numpy as np
from PySide6.QtCore import (
    QEvent,
    QPoint,
    QPointF,
    QRectF,
    QSizeF,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from bcp_planner.analysis.layout import CELL
from bcp_planner.analysis.placement import place_beside
from bcp_planner.analysis.results import Impact, Recovery
from bcp_planner.domain.change import Change
from bcp_planner.domain.durations import Duration
from bcp_planner.domain.plan import Plan
from ui.bridge import PlanBridge
from ui.canvas import hit as hitting
from ui.canvas import links, painter, viewing
from ui.canvas.acts import Tie
from ui.canvas.arrangement import Arrangement, edges_of, snapped
from ui.canvas.camera import Camera
from ui.canvas.cards import CardPictures, spoken
from ui.canvas.commands import Commands
from ui.canvas.hit import Hit, Part
from ui.canvas.inline_editor import InlineEditor
from ui.canvas.keyboard import Keyboard
from ui.canvas.links import Stroke
from ui.canvas.minimap import Minimap
from ui.canvas.motion import Motion
from ui.canvas.overlay import paint_overlay
from ui.canvas.painter import Paint
from ui.canvas.pointer import Pointer
from ui.canvas.quick_add import QuickAdd
from ui.canvas.routes import Routes
from ui.canvas.scene import CARD_H, CARD_W, Point, Scene, Shown, build
from ui.canvas.states import Moment, moment
from ui.canvas.strip import CountStrip, PathStrip
from ui.canvas.tools.tool import Gesture
from ui.canvas.viewing import Focus, Viewing
from ui.selection import Selection
from ui.theme import Theme, ThemeStore

_REST = 80
"""Milliseconds after the last movement until everything is painted."""
_VEIL = 350
"""Milliseconds over a card until all but its neighbours fades."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A service whose name is being typed: nothing of it is in the plan yet."""

    at: Point
    tie: Tie | None = None
    kind: str | None = None


class CanvasView(QAbstractScrollArea):
    """Shows the plan as a drawing and edits it.

    Signals:
        status_changed(shown, total, hidden_links): how much of the plan is drawn.
        context_menu_requested(global position, hit): a right click, after it selected.
        command(name): a key was pressed for something that the window does: `edit-rto`,
            `blast-radius`, `recovery-order`, `play`, `table`, `key-help`, `undo`, `redo`.
        viewing_changed(): another filter, focus or grouping.
    """

    status_changed = Signal(int, int, int)
    context_menu_requested = Signal(QPoint, object)
    command = Signal(str)
    viewing_changed = Signal()

    def __init__(
        self,
        bridge: PlanBridge,
        selection: Selection,
        theme: ThemeStore,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.bridge, self.selection, self._themes = bridge, selection, theme
        self.arrangement = Arrangement()
        self.viewing = Viewing()
        self.own_places: dict[str, Point] | None = None
        self.camera = Camera()
        self.scene: Scene = build(bridge.plan, {}, Shown())
        self.routes = Routes(self.scene)
        self.gesture: Gesture | None = None
        self.hidden_items: frozenset[int] = frozenset()
        self.hover = Hit()
        self.veiled = False
        self.pulse: tuple[str, float] | None = None
        self.draft: Draft | None = None
        self._moment: Moment | None = None
        self._pictures = CardPictures()
        self._base: QPixmap | None = None
        self._moving = False
        self._fit_when_shown = True
        self._selected: list[int] | None = None
        self._places: list[tuple[Viewing, Camera]] = []
        self._place = -1
        self.motion = Motion(self)
        self.commands = Commands(self)
        self.pointer = Pointer(self)
        self.keyboard = Keyboard(self)
        self._make_parts()
        self._connect()
        self.apply_theme()
        self.reopen()

    def _make_parts(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Canvas")
        port = self.viewport()
        port.setMouseTracking(True)
        port.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        port.grabGesture(Qt.GestureType.PinchGesture)
        self.setAcceptDrops(True)
        self.editor = InlineEditor(port)
        self.quick_add = QuickAdd(port)
        self.counts = CountStrip(port)
        self.path = PathStrip(port)
        self.minimap = Minimap(self)
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._veil = QTimer(self, singleShot=True, interval=_VEIL)

    def _connect(self) -> None:
        self.bridge.changed.connect(self._on_changed)
        self.bridge.replaced.connect(self.reopen)
        self.selection.changed.connect(self._on_selection)
        self._themes.changed.connect(self.apply_theme)
        self._rest.timeout.connect(self._come_to_rest)
        self._veil.timeout.connect(self._draw_veil)
        self.path.left.connect(self.show_all)

    # ------------------------------------------------------------------------ what is shown

    @property
    def plan(self) -> Plan:
        """The plan as it is now."""
        return self.bridge.plan

    @property
    def theme(self) -> Theme:
        """The colours in use."""
        return self._themes.current

    @property
    def has_own_places(self) -> bool:
        """Whether this view has positions of its own that the plan does not keep."""
        return self.own_places is not None

    @property
    def shown_positions(self) -> Mapping[str, Point]:
        """Where services and collapsed groups stand in this view."""
        return self.arrangement.positions if self.own_places is None else self.own_places

    def reopen(self) -> None:
        """Show another plan from the beginning."""
        self._drop_gesture()
        self.arrangement.reset(self.plan)
        self.viewing = viewing.first_view(self.plan)
        self._places, self._place = [], -1
        self._arrange_view({})
        self._rebuild()
        self.fit()
        self._fit_when_shown = True
        self.viewing_changed.emit()

    def _on_changed(self, change: Change) -> None:
        self._drop_gesture()
        topology = {"services", "requirements"} & set(change.tables)
        self.selection.keep_within(self.plan)
        if not topology:
            return
        before = self.scene
        self.arrangement.follow(self.plan)
        self._follow_view()
        self._rebuild()
        self.motion.tween(before)

    def _follow_view(self) -> None:
        """Keep this view's own positions, with places for what is new."""
        if self.viewing.focus and self.viewing.focus.service not in self.plan.services:
            self.viewing = replace(self.viewing, focus=None)
            self.viewing_changed.emit()
        if self.own_places is None:
            return
        self._arrange_view(self.own_places, only_missing=not self.viewing.collapsed)

    def _arrange_view(self, previous: Mapping[str, Point], *, only_missing: bool = False) -> None:
        """Find this view's own positions, if it needs any."""
        visible = self.viewing.visible(self.plan)
        if self.viewing.collapsed:
            self.own_places = viewing.collapsed_positions(self.plan, self.viewing, previous)
        elif self.viewing.focus is not None and visible is not None:
            if only_missing:
                lacking = [key for key in visible if key not in previous]
                kept = {k: p for k, p in previous.items() if k in visible}
                found = place_beside(lacking, edges_of(self.plan), kept, CELL)
                self.own_places = {**kept, **found}
            elif self._is_scattered(visible):
                self.own_places = viewing.focused_positions(
                    self.plan, [key for key in self.plan.services if key in visible]
                )
            else:
                self.own_places = None
        else:
            self.own_places = None

    def _is_scattered(self, services: Iterable[str]) -> bool:
        """Whether services stand too far apart to be read together."""
        spots = np.array([self.arrangement.positions[key] for key in services])
        if not len(spots):
            return False
        spread = np.ptp(spots, axis=0) + (CARD_W, CARD_H)
        size = self.size_f()
        return bool(min(size.width() / spread[0], size.height() / spread[1]) < 0.5)

    def _rebuild(self) -> None:
        """Make the arrays anew and paint everything."""
        self.scene = build(self.plan, self.shown_positions, self.viewing.shown(self.plan))
        self.show_scene(self.scene)
        self._selected = None
        self.hover = Hit()
        self._say()
        scene = self.scene
        self.status_changed.emit(scene.shown, scene.total, scene.hidden_links)

    def show_scene(self, scene: Scene, *, moving: bool = False) -> None:
        """Paint a scene: the plan's, or one between two of them."""
        self.scene = scene
        self.routes = Routes(scene, around=not moving)
        self.minimap.renew()
        self.repaint_all(moving=moving)

    def view_as(self, new: Viewing, *, remember: bool = True) -> None:
        """Look at another part of the plan."""
        if new == self.viewing:
            return
        before, previous = self.scene, self.shown_positions
        self.viewing = new
        self._arrange_view(previous if new.collapsed else {})
        self._rebuild()
        self.motion.tween(before, always=True)
        if remember:
            self.fit()
            self.remember_place()
        self.viewing_changed.emit()

    def visible_filter(self, ids: Iterable[str] | None) -> None:
        """Show only some services; None shows all again."""
        self.view_as(replace(self.viewing, only=None if ids is None else frozenset(ids)))

    def focus(self, service_id: str, depth: int = 1) -> None:
        """Show a service with what is within so many requirements of it."""
        if service_id in self.plan.services:
            depth = max(1, min(9, depth))
            self.view_as(
                replace(self.viewing, focus=Focus(service_id, depth), collapsed=frozenset())
            )

    def show_all(self) -> None:
        """Leave focus and filter."""
        self.view_as(replace(self.viewing, focus=None, only=None))

    def group_by(self, grouping: str, *, collapsed: bool = False) -> None:
        """Group services: a key of `viewing.GROUPINGS`; optionally all groups as one card each."""
        found = viewing.groups(self.plan, grouping)
        closed = frozenset(group.id for group in found) if collapsed else frozenset[str]()
        self.view_as(replace(self.viewing, grouping=grouping, collapsed=closed))

    def toggle_group(self, group_id: str) -> None:
        """Collapse a group into one card, or open it."""
        self.view_as(self.viewing.toggled(group_id))

    def group_titles(self, grouping: str) -> dict[str, str]:
        """Return the group of each service by title."""
        return {m: g.title for g in viewing.groups(self.plan, grouping) for m in g.members}

    def keep_own_places(self, positions: Mapping[str, Point]) -> None:
        """Move cards in this view only."""
        if self.own_places is not None:
            self.own_places = {**self.own_places, **positions}
            self._rebuild()

    # ----------------------------------------------------------------------- scenario states

    def show_impact(
        self, impact: Impact | None, at: Duration | None = None, recovery: Recovery | None = None
    ) -> None:
        """Colour by state: at a moment (milliseconds), or the worst that happens."""
        self._moment = moment(impact, recovery, at)
        self.minimap.renew()
        self.repaint_all()

    # -------------------------------------------------------------------------------- camera

    def size_f(self) -> QSizeF:
        """Return the size of what is painted on, in pixels."""
        return QSizeF(self.viewport().size())

    def look(self, camera: Camera) -> None:
        """Look through another camera."""
        if camera != self.camera:
            self.camera = camera
            self._fit_when_shown = False
            self._place_editor()
            self.minimap.update()
            self.repaint_all(moving=True)

    def fit(self) -> None:
        """Show everything."""
        bounds = self.scene.bounds()
        if bounds.isNull():
            self.look(Camera().centred(QPointF(0, 0), self.size_f()))
        else:
            self.motion.fly(Camera.fitting(bounds, self.size_f()))

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
        item = self.scene.index.get(service_id)
        if item is None:
            if service_id not in self.plan.services:
                return
            self._reveal(service_id)
            item = self.scene.index.get(service_id)
        if item is not None:
            x, y = self.scene.xy[item].tolist()
            near = replace(self.camera, scale=max(self.camera.scale, 0.8))
            self.motion.fly(near.centred(QPointF(x, y), self.size_f()))
            if pulse:
                self.motion.pulse(service_id)
            self.remember_place()

    def _reveal(self, service_id: str) -> None:
        """Open what hides a service: its group, or filter and focus."""
        home = [
            g.id
            for g in viewing.groups(self.plan, self.viewing.grouping)
            if service_id in g.members
        ]
        opened = replace(self.viewing, collapsed=self.viewing.collapsed - set(home))
        visible = opened.visible(self.plan)
        if visible is not None and service_id not in visible:
            opened = replace(opened, only=None, focus=None)
        self.view_as(opened, remember=False)

    def remember_place(self) -> None:
        """Note what is looked at, for Back."""
        here = (self.viewing, self.camera)
        if self._places and self._places[self._place] == here:
            return
        self._places = [*self._places[: self._place + 1], here][-50:]
        self._place = len(self._places) - 1

    def back(self) -> None:
        """Look where one looked before."""
        self._step_place(-1)

    def forward(self) -> None:
        """Look again where one looked before Back."""
        self._step_place(1)

    def _step_place(self, step: int) -> None:
        if 0 <= self._place + step < len(self._places):
            self._place += step
            seen, camera = self._places[self._place]
            self.view_as(seen, remember=False)
            self.motion.fly(camera)

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
        self._say()
        item = self.current_item()
        how = self.how_to_paint()
        text = spoken(how.face(self.scene, item, full=True)) if item is not None else ""
        self.setAccessibleDescription(text)
        self.viewport().update()

    # --------------------------------------------------------------------------------- hover

    @property
    def hover_card(self) -> int | None:
        """The item under the pointer."""
        parts = (Part.CARD, Part.NEEDS_HANDLE, Part.NEEDED_HANDLE)
        return self.hover.index if self.hover.part in parts else None

    @property
    def handle_item(self) -> int | None:
        """The item whose handles are shown: the hovered one, else the only selected one."""
        item = self.hover_card
        if item is None and len(self.selected_items()) == 1:
            item = self.selected_items()[0]
        if item is None or item >= len(self.scene.ids) or item in self.scene.groups:
            return None
        return item if self.camera.scale >= 0.3 else None

    def hit(self, at: QPointF) -> Hit:
        """Return what lies under a pixel."""
        found = hitting.hit(self.scene, self.hit_routes(), self.camera, at, self.handle_item)
        if found.part is Part.EMPTY:
            for group_id, rect in painter.frame_rects(self.scene).items():
                title = QRectF(rect.topLeft(), QSizeF(rect.width(), 36))
                if self.camera.rect_to_screen(title).contains(at):
                    return Hit(Part.FRAME, name=group_id)
        return found

    def hit_routes(self) -> Routes | None:
        """Return the curves while lines are drawn as curves."""
        seen = links.in_view(self.scene, self.camera.visible(self.size_f()), both_out=True)
        return self.routes if seen.size <= links.CURVED and self.camera.scale >= 0.2 else None

    def hover_routes(self) -> Routes:
        """Return the curves that hovered and selected lines are drawn with."""
        return self.hit_routes() or Routes(self.scene, around=False)

    def hover_at(self, at: QPointF) -> None:
        """Follow the pointer while nothing is pressed."""
        found = self.hit(at)
        if found == self.hover:
            return
        if found.index != self.hover.index or self.hover_card is None:
            self.veiled = False
            self._veil.start()
        self.hover = found
        cursors = {
            Part.NEEDS_HANDLE: Qt.CursorShape.CrossCursor,
            Part.NEEDED_HANDLE: Qt.CursorShape.CrossCursor,
            Part.LINE: Qt.CursorShape.PointingHandCursor,
            Part.BADGE: Qt.CursorShape.PointingHandCursor,
        }
        self.viewport().setCursor(cursors.get(found.part, Qt.CursorShape.ArrowCursor))
        self._say()
        self.viewport().update()

    def _draw_veil(self) -> None:
        if self.hover_card is not None and self.gesture is None:
            self.veiled = True
            self.viewport().update()

    # -------------------------------------------------------------------------------- gestures

    def begin(self, gesture: Gesture) -> None:
        """Start a gesture."""
        self.gesture = gesture
        self.veiled = False
        self.viewport().setCursor(gesture.cursor)
        self._say()
        self.viewport().update()

    def end(self, at: QPointF, keys: Qt.KeyboardModifier) -> None:
        """End the running gesture with its edit."""
        gesture, self.gesture = self.gesture, None
        if gesture is not None:
            self.motion.quiet = True
            gesture.release(at, keys)
            self.motion.quiet = False
        self._after_gesture()

    def cancel_gesture(self) -> bool:
        """End the running gesture without a trace; return whether there was one."""
        gesture, self.gesture = self.gesture, None
        if gesture is not None:
            gesture.cancel()
            self._after_gesture()
        self.pointer.pressed = None
        return gesture is not None

    def _drop_gesture(self) -> None:
        if self.gesture is not None:
            self.cancel_gesture()

    def _after_gesture(self) -> None:
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        self._say()
        self.viewport().update()

    def hide_items(self, items: frozenset[int]) -> None:
        """Leave items out of the picture while a gesture paints them."""
        self.hidden_items = items
        self.repaint_all()

    # --------------------------------------------------------------------- naming and creating

    def rename(self, service_id: str) -> None:
        """Open the name field on a card."""
        item = self.scene.index.get(service_id)
        if item is None or service_id not in self.plan.services:
            return
        self.selection.set([service_id])
        self.bring_into_view(item)

        def done(text: str, how: str) -> None:
            self.commands.rename(service_id, text)
            if how in ("tab", "backtab"):
                self.chain(up=how == "backtab")

        self._editing = service_id
        self.editor.begin(
            self.plan.services[service_id].title, self._editor_rect(), done, lambda: None
        )

    def draft_at(self, world: QPointF, tie: Tie | None = None, kind: str | None = None) -> None:
        """Open the name field of a new service; it is made when the name is confirmed."""
        if self.bridge.read_only:
            self.bridge.try_edit("Add service", lambda plan: replace(plan))
            return
        self.selection.set()
        self.draft = Draft(snapped((world.x(), world.y())), tie, kind)
        self._editing = None
        self.editor.begin("New service", self._editor_rect(), self._make_draft, self._drop_draft)
        self.viewport().update()

    def _make_draft(self, text: str, how: str) -> None:
        draft, self.draft = self.draft, None
        if draft is None:
            return
        made = self.create(text, draft.at, draft.tie, draft.kind)
        self.viewport().update()
        if made and how in ("tab", "backtab"):
            self.chain(up=how == "backtab")

    def _drop_draft(self) -> None:
        self.draft = None
        self.viewport().update()

    def create(self, name: str, at: Point, tie: Tie | None = None, kind: str | None = None) -> str:
        """Add a service; return its id, empty when refused."""
        place = at
        if self.own_places is not None:
            place = self._place_for(tie, self.arrangement.positions)
        made = self.commands.create(name, place, tie, kind)
        if made and self.viewing.only is not None:
            self.view_as(replace(self.viewing, only=self.viewing.only | {made}), remember=False)
        if made and self.own_places is not None and not self.viewing.collapsed:
            self.keep_own_places({made: at})
        return made

    def chain(self, *, up: bool = False) -> None:
        """Draft a service that the current one needs, or (`up`) one that needs it."""
        current = self.selection.current
        if current is None or current not in self.shown_positions:
            return
        tie = Tie(provider=current) if up else Tie(dependant=current)
        spot = self._place_for(tie, self.shown_positions)
        self._bring_point_into_view(spot)
        self.draft_at(QPointF(*spot), tie)

    def _place_for(self, tie: Tie | None, positions: Mapping[str, Point]) -> Point:
        """Return a free place beside what a new service will be tied to."""
        new = "\x00new"
        pairs: list[tuple[str, str]] = []
        if tie and tie.requirement:
            requirement = self.plan.requirements[tie.requirement]
            pairs.append((requirement.dependant, new))
        elif tie and tie.dependant:
            pairs.append((tie.dependant, new))
        elif tie and tie.provider:
            pairs.append((new, tie.provider))
        return snapped(place_beside([new], pairs, positions, CELL)[new])

    def new_service(self) -> None:
        """Draft a service in the middle of what is seen, on free ground."""
        middle = self.camera.visible(self.size_f()).center()
        spot = {"\x00middle": (middle.x(), middle.y() - CELL[1])}
        pairs = [("\x00middle", "\x00new")]
        found = place_beside(["\x00new"], pairs, {**self.shown_positions, **spot}, CELL)
        self._bring_point_into_view(found["\x00new"])
        self.draft_at(QPointF(*found["\x00new"]))

    def quick_add_at(self, at: QPointF, tie: Tie) -> None:
        """Open the list for the free end of a new line."""
        services = self.plan.services
        drop = self.camera.to_world(at)
        upwards = tie.provider is not None
        spot = (drop.x(), drop.y() + CARD_H / 2 * (-1 if upwards else 1))
        own = {tie.dependant, tie.provider}
        title = "Another provider"
        if tie.requirement is not None:
            own |= {self.plan.requirements[tie.requirement].dependant}
        elif tie.dependant is not None:
            title = f"{services[tie.dependant].title} needs …"
        elif tie.provider is not None:
            title = f"… needs {services[tie.provider].title}"
        offers = sorted(
            ((s.id, s.title) for s in services.values() if s.id not in own),
            key=lambda offer: offer[1].casefold(),
        )

        def chosen(service_id: str | None, name: str) -> None:
            self.draft = None
            if service_id is not None:
                self.commands.tie(service_id, tie)
            else:
                self.create(name, snapped(spot), tie)

        self.draft = Draft(snapped(spot), tie)
        self.quick_add.begin(title, at.toPoint(), offers, chosen, self._drop_draft)
        self.viewport().update()

    def draft_rect(self) -> QRectF:
        """Return where the draft's card is, in pixels."""
        x, y = self.draft.at if self.draft else (0.0, 0.0)
        rect = QRectF(x - CARD_W / 2, y - CARD_H / 2, CARD_W, CARD_H)
        return self.camera.rect_to_screen(rect)

    def draft_anchor(self) -> QPointF | None:
        """Return where the draft's line begins, in pixels."""
        tie = self.draft.tie if self.draft else None
        if tie is None:
            return None
        if tie.requirement is not None and tie.requirement in self.scene.badges:
            x, y = self.scene.badge_xy[self.scene.badges.index(tie.requirement)].tolist()
            return self.camera.to_screen(QPointF(x, y))
        item = self.scene.index.get(tie.dependant or tie.provider or "")
        if item is None:
            return None
        lower, upper = hitting.handle_points(self.scene, item, self.camera)
        return upper if tie.provider is not None else lower

    def _editor_rect(self) -> QRectF:
        item = self.scene.index.get(self._editing or "")
        if item is not None:
            return self.camera.rect_to_screen(self.scene.rect(item))
        return self.draft_rect()

    def _place_editor(self) -> None:
        if self.editor.active:
            self.editor.move_to(self._editor_rect())

    def bring_into_view(self, item: int) -> None:
        x, y = self.scene.xy[item].tolist()
        self._bring_point_into_view((x, y))

    def _bring_point_into_view(self, spot: Point) -> None:
        """Look so that a card at a place is seen whole and its text can be read."""
        camera = self.camera
        if camera.scale < 0.5:
            camera = replace(camera, scale=0.8).centred(QPointF(*spot), self.size_f())
        seen = camera.visible(self.size_f())
        room = seen.adjusted(CARD_W * 0.6, CARD_H, -CARD_W * 0.6, -CARD_H)
        x = min(max(spot[0], room.left()), room.right())
        y = min(max(spot[1], room.top()), room.bottom())
        self.look(replace(camera, left=camera.left + spot[0] - x, top=camera.top + spot[1] - y))

    # ------------------------------------------------------------------------------- painting

    def how_to_paint(self) -> Paint:
        """Return what the painter needs for the screen."""
        return Paint(
            plan=self.plan,
            theme=self.theme,
            moment=self._moment,
            moving=self._moving,
            hidden=self.hidden_items,
            pictures=self._pictures,
            ratio=self.devicePixelRatioF(),
            summary=self.summary,
        )

    def summary(self, group: object) -> str:
        """Return what a collapsed group says of its members."""
        from ui.canvas.summary import summary

        return summary(self.plan, group, self._moment)

    def repaint_all(self, *, moving: bool = False) -> None:
        """Paint the picture anew; while moving only as much as a frame has time for."""
        self._moving = moving
        self._base = None
        if moving:
            self._rest.start()
        self.viewport().update()

    def _come_to_rest(self) -> None:
        if self.gesture is None or self._moving:
            self.repaint_all()

    def paintEvent(self, event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        wanted = self.viewport().size() * ratio
        if self._base is None or self._base.size() != wanted:
            self._base = self._painted(wanted, ratio)
        canvas = QPainter(self.viewport())
        canvas.drawPixmap(0, 0, self._base)
        paint_overlay(canvas, self)
        if not self.plan.services and self.draft is None:
            self._paint_empty(canvas)
        canvas.end()

    def _painted(self, size: object, ratio: float) -> QPixmap:
        picture = QPixmap(size)  # type: ignore[arg-type]
        picture.setDevicePixelRatio(ratio)
        canvas = QPainter(picture)
        painter.paint(
            canvas, self.scene, self.routes, self.camera, self.size_f(), self.how_to_paint()
        )
        canvas.end()
        return picture

    def paint_part(self, canvas: QPainter, scene: Scene, items: list[int], *, lines: bool) -> None:
        """Paint some items of a scene, and their lines, on top of the picture."""
        how = replace(self.how_to_paint(), hidden=frozenset())
        chosen = np.array(items, dtype=np.int64)
        if lines:
            touched = scene.lines_of(items)
            routes = Routes(scene, around=touched.size <= 40)
            painter.paint_lines(canvas, scene, routes, touched[:3_000], self.camera, how)
        if painter.detail(self.camera.scale) <= painter.Detail.BLOCKS:
            painter.paint_blocks(canvas, scene, chosen, self.camera, how)
        else:
            painter.paint_cards(canvas, scene, chosen, self.camera, how)

    def paint_badges(self, canvas: QPainter, badges: list[int]) -> None:
        """Paint junctions on top of the picture."""
        for badge in badges:
            painter.paint_badge(canvas, self.scene, badge, self.camera, self.how_to_paint())

    def paint_requirement(self, canvas: QPainter, requirement_id: str) -> None:
        """Paint a requirement as selected."""
        scene, accent = self.scene, self.theme.accent
        lines = np.array(scene.lines_of_requirement(requirement_id), dtype=np.int64)
        links.paint_curves(
            canvas, self.hover_routes(), lines, self.camera, Stroke(accent, 3.0), self.theme
        )
        if requirement_id in scene.badges:
            badge = scene.badges.index(requirement_id)
            painter.paint_badge(canvas, scene, badge, self.camera, self.how_to_paint(), accent)

    def _paint_empty(self, canvas: QPainter) -> None:
        from ui.canvas.empty import paint_empty

        paint_empty(canvas, QRectF(QPointF(0, 0), self.size_f()), self.theme)

    def apply_theme(self) -> None:
        """Take the colours of the theme in use."""
        self._pictures.clear()
        for part in (self.editor, self.quick_add, self.counts, self.path):
            part.apply(self.theme)
        self.minimap.renew()
        self.repaint_all()

    def _say(self) -> None:
        """Update the strips."""
        scene = self.scene
        hint = self.gesture.hint if self.gesture else self._hover_hint()
        self.counts.say(
            scene.shown, scene.total, scene.hidden_links, len(self.selection.services), hint
        )
        self.path.say(self._path_text())
        self._place_strips()

    def _hover_hint(self) -> str:
        hints = {
            Part.NEEDS_HANDLE: "Drag to what it needs",
            Part.NEEDED_HANDLE: "Drag to what needs it",
            Part.BADGE: "Drag from here to add a provider; double-click changes how many are needed",
        }
        return hints.get(self.hover.part, "")

    def _path_text(self) -> str:
        parts: list[str] = []
        if self.viewing.only is not None:
            parts.append("filtered")
        focus = self.viewing.focus
        if focus is not None and focus.service in self.plan.services:
            steps = "1 step" if focus.depth == 1 else f"{focus.depth} steps"
            parts.append(f"{self.plan.services[focus.service].title}, {steps} around it")
            if self.own_places is not None:
                parts.append("arranged for this view")
        return "   ›   ".join(parts)

    def _place_strips(self) -> None:
        area = self.viewport().rect()
        self.counts.move(12, area.height() - self.counts.height() - 12)
        self.path.move(12, 12)
        corner = QPoint(
            area.width() - self.minimap.width() - 12, area.height() - self.minimap.height() - 12
        )
        self.minimap.move(corner)

    # ------------------------------------------------------------- what menus and buttons call

    def add_service(self) -> None:
        """Draft a service in the middle of the view."""
        self.new_service()

    def rename_current(self) -> None:
        """Open the name field of the current service."""
        self.run("rename")

    def link_selected(self) -> None:
        """Make the first selected service need the others."""
        self.commands.link_selected()

    def duplicate(self) -> None:
        """Copy what is selected beside it."""
        self.commands.duplicate()

    def copy(self) -> None:
        """Put what is selected on the clipboard."""
        self.run("copy")

    def cut(self) -> None:
        """Put what is selected on the clipboard and remove it."""
        self.run("cut")

    def paste(self) -> None:
        """Add what is on the clipboard."""
        self.run("paste")

    def tidy(self) -> None:
        """Lay out the selected services, or all."""
        self.commands.tidy()

    def zoom_in(self) -> None:
        """Zoom in a step."""
        self.run("zoom-in")

    def zoom_out(self) -> None:
        """Zoom out a step."""
        self.run("zoom-out")

    def zoom_real(self) -> None:
        """Zoom to 100 %."""
        self.zoom_to(1.0)

    def reveal(self, services: Iterable[str]) -> None:
        """Bring services into view: one pulses, several are fitted."""
        known = [key for key in services if key in self.plan.services]
        if len(known) == 1:
            self.center_on(known[0])
        elif known:
            items = [self.scene.index[key] for key in known if key in self.scene.index]
            if items:
                self.motion.fly(Camera.fitting(self.scene.bounds(items), self.size_f()))

    # --------------------------------------------------------------------------------- events

    def run(self, command: str) -> bool:
        """Do what a key or a menu entry is called; return whether there is such a command."""
        return self.keyboard.run(command)

    def toggle_minimap(self) -> None:
        """Show or hide the overview."""
        self.minimap.setVisible(self.minimap.isHidden())
        self._place_strips()

    def event(self, event: QEvent) -> bool:
        # Tab makes a chain of services here; without a selection it moves on as everywhere.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            tab = event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
            if tab and self.selection.current is not None and self.keyboard.press(event):
                return True
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if self.gesture is not None and event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave and self.gesture is None:
            self.hover = Hit()
            self.veiled = False
            self.viewport().update()
        if event.type() == QEvent.Type.Gesture:
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
        self.context_menu_requested.emit(event.globalPos(), self.hit(at))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.pointer.space = False
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fit_when_shown:
            self.motion.instantly(self.fit)
            self._fit_when_shown = True
        self._place_strips()
        self._base = None


WindowCommand = Callable[[str], None]
