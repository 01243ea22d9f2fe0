"""Services while they are named: a card and a field, nothing in the plan until it is confirmed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from bcp_planner.analysis.layout import CELL
from bcp_planner.analysis.placement import place_beside
from bcp_planner.interchange.kinds import kind_of
from ui.canvas.acts import Tie
from ui.canvas.arrangement import snapped
from ui.canvas.hit import handle_points
from ui.canvas.inline_editor import InlineEditor
from ui.canvas.kind_chips import KindChips
from ui.canvas.quick_add import QuickAdd
from ui.canvas.scene import CARD_H, CARD_W, Point
from ui.language import tr
from ui.theme import Theme

if TYPE_CHECKING:
    from ui.canvas.view import CanvasView

_NEW = "\x00new"


@dataclass(frozen=True, slots=True)
class Draft:
    """A service that is not in the plan yet."""

    at: Point
    tie: Tie | None = None
    kind: str | None = None


class Drafts:
    """The name field and the quick list of one canvas."""

    def __init__(self, canvas: CanvasView) -> None:
        self.canvas = canvas
        self.now: Draft | None = None
        self.editor = InlineEditor(canvas)
        self.quick_add = QuickAdd(canvas)
        self.chips = KindChips(canvas, self.editor)
        self._renamed: str | None = None
        self.editor.textEdited.connect(self._on_text)

    def apply(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.editor.apply(theme)
        self.quick_add.apply(theme)
        self.chips.apply(theme)

    def close(self) -> None:
        """Close what is open without keeping it."""
        self.editor.abandon()
        self.quick_add.abandon()
        self._drop()

    # -------------------------------------------------------------------------------- name

    def rename(self, service_id: str) -> None:
        """Open the name field on a card."""
        canvas = self.canvas
        item = canvas.scene.index.get(service_id)
        if item is None or service_id not in canvas.plan.services or not self._may_edit():
            return
        canvas.selection.set([service_id])
        canvas.lens.bring_into_view(item)
        self._renamed = service_id

        def done(text: str, how: str) -> None:
            canvas.commands.rename(service_id, text)
            self._go_on(how)

        self.editor.begin(
            canvas.plan.services[service_id].title, self._field_rect(), done, lambda: None
        )

    def begin(self, at: Point, tie: Tie | None = None, kind: str | None = None) -> None:
        """Open the name field of a new service at a place."""
        canvas = self.canvas
        if not self._may_edit():
            return
        canvas.selection.set()
        self.now, self._renamed = Draft(snapped(at), tie, kind), None
        self.chips.begin(self.kind("", self.now), self.rect(), self._choose_kind)
        self.editor.begin(tr("New service"), self._field_rect(), self._make, self._drop)
        canvas.viewport().update()

    def _choose_kind(self, kind: str) -> None:
        if self.now is not None:
            self.now = replace(self.now, kind=kind)

    def _on_text(self, text: str) -> None:
        if self.now is not None:
            self.chips.mark(self.kind(text, self.now))

    def kind(self, name: str, draft: Draft) -> str:
        """Return the kind of a draft: the chosen one, else what its name sounds like."""
        if draft.kind is not None:
            return draft.kind
        return kind_of(name, self._likely(draft.tie))

    def _likely(self, tie: Tie | None) -> str:
        """Return the kind to begin with: another provider is like those there are already."""
        plan = self.canvas.plan
        if tie is not None and tie.requirement is not None:
            return plan.services[plan.requirements[tie.requirement].providers[0]].kind
        return self.canvas.commands.kind

    def _may_edit(self) -> bool:
        """Whether there is a point in typing; else say why not."""
        bridge = self.canvas.bridge
        if bridge.read_only:
            bridge.messages.notice(bridge.read_only_reason)
        return not bridge.read_only

    def begin_at(self, pixel: QPointF) -> None:
        """Open the name field of a new service at a pixel."""
        world = self.canvas.camera.to_world(pixel)
        self.begin((world.x(), world.y()))

    def chain(self, *, up: bool = False) -> None:
        """Draft a service that the current one needs, or (`up`) one that needs it."""
        canvas = self.canvas
        current = canvas.selection.current
        if current is None or current not in canvas.sight.positions:
            return
        tie = Tie(provider=current) if up else Tie(dependant=current)
        spot = self._place_for(tie, canvas.sight.positions)
        canvas.lens.bring_point_into_view(spot)
        self.begin(spot, tie)

    def preview(self, at: Point, kind: str) -> None:
        """Show a card where a service would be made, without asking for its name yet."""
        self.now = Draft(snapped(at), None, kind)
        self.canvas.viewport().update()

    def drop(self) -> None:
        """Take the card of a draft away."""
        self._drop()

    def in_the_middle(self, kind: str | None = None) -> None:
        """Draft a service in the middle of what is seen, on free ground."""
        canvas = self.canvas
        middle = canvas.camera.visible(canvas.size_f()).center()
        above = {"\x00middle": (middle.x(), middle.y() - CELL[1])}
        placed = {**canvas.sight.positions, **above}
        spot = place_beside([_NEW], [("\x00middle", _NEW)], placed, CELL)[_NEW]
        canvas.lens.bring_point_into_view(spot)
        self.begin(spot, kind=kind)

    def _make(self, text: str, how: str) -> None:
        draft, self.now = self.now, None
        self.chips.hide()
        if draft is not None and self.create(text, draft):
            self._go_on(how)
        self.canvas.viewport().update()

    def _go_on(self, how: str) -> None:
        """Draft the next one after Tab."""
        if how in ("tab", "backtab"):
            self.chain(up=how == "backtab")

    def _drop(self) -> None:
        self.now = None
        self.chips.hide()
        self.canvas.viewport().update()

    def create(self, name: str, draft: Draft) -> str:
        """Make a draft real; return the id of the service, empty when it was refused."""
        canvas, sight = self.canvas, self.canvas.sight
        at = draft.at
        if sight.own_places is not None:
            at = self._place_for(draft.tie, sight.arrangement.positions)
        made = canvas.commands.create(name, at, draft.tie, self.kind(name, draft))
        if made and sight.viewing.only is not None:
            only = sight.viewing.only | {made}
            sight.view_as(replace(sight.viewing, only=only), remember=False)
        if made and sight.own_places is not None and not sight.viewing.collapsed:
            sight.keep({made: draft.at})
        return made

    def _place_for(self, tie: Tie | None, positions: Mapping[str, Point]) -> Point:
        """Return a free place beside what a new service will be tied to."""
        pairs: list[tuple[str, str]] = []
        if tie and tie.requirement:
            dependant = self.canvas.plan.requirements[tie.requirement].dependant
            pairs.append((dependant, _NEW))
        elif tie and tie.dependant:
            pairs.append((tie.dependant, _NEW))
        elif tie and tie.provider:
            pairs.append((_NEW, tie.provider))
        return snapped(place_beside([_NEW], pairs, positions, CELL)[_NEW])

    # ------------------------------------------------------------------------------- quick

    def ask(self, at: QPointF, tie: Tie) -> None:
        """Open the list for the free end of a new line, at a pixel."""
        canvas = self.canvas
        drop = canvas.camera.to_world(at)
        upwards = tie.provider is not None
        spot = (drop.x(), drop.y() + CARD_H / 2 * (-1 if upwards else 1))
        self.now = draft = Draft(snapped(spot), tie)

        def chosen(service_id: str | None, name: str) -> None:
            self.now = None
            if service_id is None:
                self.create(name, draft)
            else:
                canvas.commands.tie(service_id, tie)

        services = canvas.plan.services
        own = {tie.dependant, tie.provider}
        if tie.requirement is not None:
            own.add(canvas.plan.requirements[tie.requirement].dependant)
        offers = sorted(
            ((s.id, s.title) for s in services.values() if s.id not in own),
            key=lambda offer: offer[1].casefold(),
        )
        self.quick_add.begin(self._question(tie), at.toPoint(), offers, chosen, self._drop)
        canvas.viewport().update()

    def _question(self, tie: Tie) -> str:
        services = self.canvas.plan.services
        if tie.dependant is not None:
            return tr("{title} needs …", title=services[tie.dependant].title)
        if tie.provider is not None:
            return tr("… needs {title}", title=services[tie.provider].title)
        return tr("Another provider")

    # ------------------------------------------------------------------------------- where

    def rect(self) -> QRectF:
        """Return where the draft's card is, in pixels."""
        x, y = self.now.at if self.now else (0.0, 0.0)
        card = QRectF(x - CARD_W / 2, y - CARD_H / 2, CARD_W, CARD_H)
        return self.canvas.camera.rect_to_screen(card)

    def anchor(self) -> QPointF | None:
        """Return where the draft's line begins, in pixels; None without one."""
        tie, canvas = self.now.tie if self.now else None, self.canvas
        if tie is None:
            return None
        if tie.requirement is not None and tie.requirement in canvas.scene.badges:
            x, y = canvas.scene.badge_xy[canvas.scene.badges.index(tie.requirement)].tolist()
            return canvas.camera.to_screen(QPointF(x, y))
        item = canvas.scene.index.get(tie.dependant or tie.provider or "")
        if item is None:
            return None
        lower, upper = handle_points(canvas.scene, item, canvas.camera)
        return upper if tie.provider is not None else lower

    def _field_rect(self) -> QRectF:
        item = self.canvas.scene.index.get(self._renamed or "")
        if item is not None:
            return self.canvas.camera.rect_to_screen(self.canvas.scene.rect(item))
        return self.rect()

    def follow(self) -> None:
        """Keep the field on its card while the picture moves."""
        if self.editor.active:
            self.editor.move_to(self._field_rect())
            self.chips.move_to(self.rect())
