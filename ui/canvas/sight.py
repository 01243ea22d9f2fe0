"""What one canvas looks at: the view, where its cards stand, and where one has been before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from ui import words
from ui.canvas import viewing
from ui.canvas.arrangement import Arrangement
from ui.canvas.camera import Camera
from ui.canvas.edited import moved
from ui.canvas.scene import CARD_H, CARD_W, Point, Scene, Shown, build
from ui.canvas.viewing import Focus, Viewing
from ui.language import counted, tr

if TYPE_CHECKING:
    from bcp_planner.domain.change import Change
    from bcp_planner.domain.plan import Plan
    from ui.canvas.view import CanvasView

_PLACES = 50
_FEW = 100
"""Filtered services that are drawn one by one, even where groups were closed."""


class Sight:
    """The view of a canvas.

    Attributes:
        arrangement: Where the plan's services stand.
        viewing: What of them is looked at.
        own_places: Positions that only this view has (a focus drawn on its own, collapsed
            groups); None while services stand where the plan has them.
    """

    def __init__(self, canvas: CanvasView) -> None:
        self.canvas = canvas
        self.arrangement = Arrangement()
        self.viewing = Viewing()
        self.own_places: dict[str, Point] | None = None
        self._places: list[tuple[Viewing, Camera]] = []
        self._place = -1
        self._whole: Camera | None = None
        self._closed: frozenset[str] = frozenset()
        self._shown: tuple[Plan, Viewing, Shown] | None = None

    @property
    def positions(self) -> Mapping[str, Point]:
        """Where services and collapsed groups stand in this view."""
        return self.arrangement.positions if self.own_places is None else self.own_places

    @property
    def shown(self) -> Shown:
        """What is drawn of the plan as it is now; found once for each plan and view."""
        plan = self.canvas.plan
        if self._shown is None or self._shown[0] is not plan or self._shown[1] is not self.viewing:
            self._shown = plan, self.viewing, self.viewing.shown(plan)
        return self._shown[2]

    def scene(self) -> Scene:
        """Return the arrays of what is looked at."""
        return build(self.canvas.plan, self.positions, self.shown)

    def scene_with(self, places: Mapping[str, Point]) -> Scene:
        """Return the arrays with services where the plan would have them, all groups open."""
        plan = self.canvas.plan
        shown = replace(self.shown, collapsed=frozenset())
        return build(plan, {**self.arrangement.positions, **places}, shown)

    def scene_after(self, change: Change, before: Scene) -> Scene:
        """Return the arrays after an edit; where it only moves services, the old ones moved."""
        elsewhere = moved(change)
        if elsewhere is not None and self.own_places is not None:
            return before
        if elsewhere is None or len(before.ids) != before.total:
            return self.scene()
        places = self.positions
        return before.moved({before.index[s.id]: places[s.id] for s in elsewhere})

    def reopen(self) -> None:
        """Begin with another plan."""
        self.arrangement.reset(self.canvas.plan)
        self.viewing = viewing.first_view(self.canvas.plan)
        self._places, self._place, self._whole = [], -1, None
        self._arrange({})

    def follow(self, change: Change) -> None:
        """Take in an edit: places for what is new, everything else stays."""
        self.arrangement.follow(self.canvas.plan)
        focus, services = self.viewing.focus, self.canvas.plan.services
        self.viewing = replace(
            self.viewing, trail=tuple(s for s in self.viewing.trail if s.service in services)
        )
        if focus is not None and focus.service not in services:
            self.viewing = self.viewing.stepped_out()
            self._arrange({})
            self.canvas.viewing_changed.emit()
        if self.own_places is not None and self._touches_places(change):
            plan = self.canvas.plan
            drawn = viewing.items(plan, self.shown)
            self.own_places = viewing.joined_positions(plan, drawn, self.own_places)

    def _touches_places(self, change: Change) -> bool:
        """Tell whether an edit can alter what stands where in a view with places of its own."""
        if self.viewing.collapsed and "services" not in change.tables:
            return False
        return moved(change) is None

    def _arrange(self, previous: Mapping[str, Point]) -> None:
        """Find this view's own positions, if it needs any."""
        plan = self.canvas.plan
        visible = self.viewing.visible(plan)
        if self.viewing.collapsed:
            drawn = viewing.items(plan, self.shown)
            self.own_places = viewing.collapsed_positions(plan, drawn, previous)
        elif self.viewing.focus is None or visible is None or not self._is_scattered(visible):
            self.own_places = None
        else:
            ordered = [key for key in plan.services if key in visible]
            self.own_places = viewing.focused_positions(plan, ordered)

    def _is_scattered(self, services: Iterable[str]) -> bool:
        """Whether services stand too far apart to be read together."""
        spots = np.array([self.arrangement.positions[key] for key in services])
        if not len(spots):
            return False
        spread = np.ptp(spots, axis=0) + np.array((CARD_W, CARD_H))
        size = self.canvas.size_f()
        return bool(min(size.width() / spread[0], size.height() / spread[1]) < 0.5)

    # --------------------------------------------------------------------------- look at it

    def view_as(self, new: Viewing, *, remember: bool = True) -> None:
        """Look at another part of the plan; the picture glides there."""
        if new == self.viewing:
            return
        canvas = self.canvas
        before, previous = canvas.scene, self.positions
        if not self._places:
            self.remember()
        if self.viewing.is_whole and not new.is_whole:
            self._whole = canvas.motion.destination
        self.viewing = new
        self._arrange(previous if new.collapsed else {})
        canvas.rebuild()
        back = self._whole if new.is_whole and not before.groups else None
        target = back or canvas.whole()  # before cards glide: where they will stand, not where from
        canvas.motion.tween(before, always=True)
        if remember:
            canvas.motion.fly(target)
            self.remember()
        canvas.viewing_changed.emit()

    def focus(self, service_id: str, depth: int) -> None:
        """Look at a service with what is within so many requirements of it."""
        if service_id in self.canvas.plan.services:
            self.view_as(self.viewing.around(Focus(service_id, max(1, min(9, depth)))))

    def step_out(self) -> None:
        """Go back to the neighbourhood that led to this one, from the first one to everything."""
        self.view_as(self.viewing.stepped_out())

    def go_to(self, step: int) -> None:
        """Go back to a step of the trail, counted from 0; -1 leaves focus and filter."""
        if step < 0:
            self.canvas.show_all()
        else:
            self.view_as(self.viewing.around(self.viewing.steps[step]))

    def show_all(self) -> None:
        """Leave focus and filter."""
        self.view_as(replace(self.viewing, focus=None, trail=(), only=None))

    def show_plain(self) -> None:
        """Show everything where the plan has it: nothing in focus, filtered or collapsed."""
        self.view_as(Viewing(grouping=self.viewing.grouping))

    def filter(self, only: frozenset[str] | None) -> None:
        """Show only some services; None shows all again. Typing makes no steps to go back.

        Groups open for few services, and close again with the filter.
        """
        if self.viewing.only is None:
            self._closed = self.viewing.collapsed
        few = only is not None and len(only) <= _FEW
        new = replace(self.viewing, only=only, collapsed=frozenset() if few else self._closed)
        if new != self.viewing:
            self.canvas.motion.instantly(lambda: self.view_as(new, remember=False))
            self.canvas.motion.instantly(self.canvas.fit)

    def group_by(self, grouping: str, *, collapsed: bool) -> None:
        """Group services by one of `viewing.GROUPINGS`, open or all collapsed."""
        found = viewing.groups(self.canvas.plan, grouping)
        closed = frozenset(group.id for group in found) if collapsed else frozenset[str]()
        self.view_as(replace(self.viewing, grouping=grouping, collapsed=closed))

    def toggle(self, group_id: str) -> None:
        """Collapse a group into one card, or open it."""
        self.view_as(self.viewing.toggled(group_id))

    def fold(self, services: frozenset[str], *, collapse: bool) -> None:
        """Collapse or open the groups of some services; all groups when none are given."""
        found = viewing.groups(self.canvas.plan, self.viewing.grouping)
        ids = {g.id for g in found if not services or not services.isdisjoint(g.members)}
        closed = self.viewing.collapsed
        self.view_as(replace(self.viewing, collapsed=closed | ids if collapse else closed - ids))

    def reveal(self, service_id: str) -> None:
        """Open what hides a service: its group, or filter and focus."""
        plan = self.canvas.plan
        found = viewing.groups(plan, self.viewing.grouping)
        home = {group.id for group in found if service_id in group.members}
        opened = replace(self.viewing, collapsed=self.viewing.collapsed - home)
        visible = opened.visible(plan)
        if visible is not None and service_id not in visible:
            opened = replace(opened, only=None, focus=None, trail=())
        self.view_as(opened, remember=False)

    def titles(self, grouping: str) -> dict[str, str]:
        """Return the group of each service by title."""
        found = viewing.groups(self.canvas.plan, grouping)
        return {member: group.title for group in found for member in group.members}

    def keep(self, positions: Mapping[str, Point]) -> None:
        """Move cards in this view only."""
        if self.own_places is not None:
            self.own_places = {**self.own_places, **positions}
            self.canvas.rebuild()

    def crumbs(self) -> list[str]:
        """Return the neighbourhoods that led here, by name, the last one with its depth."""
        plan = self.canvas.plan
        named = [words.title(plan, step.service) for step in self.viewing.steps]
        if self.viewing.focus is not None:
            steps = counted(self.viewing.focus.depth, "step", "steps")
            named[-1] = tr("{title}, {steps} around it", title=named[-1], steps=steps)
        return named

    def remark(self) -> str:
        """Return what else makes this view differ from the whole."""
        parts = [tr("filtered")] if self.viewing.only is not None else []
        if self.viewing.focus is not None and self.own_places is not None:
            parts.append(tr("arranged for this view"))
        return ", ".join(parts)

    @property
    def can_step(self) -> tuple[bool, bool]:
        """Whether there is a place to go back to, and one to go forward to."""
        return self._place > 0, self._place + 1 < len(self._places)

    # ------------------------------------------------------------------------ back, forward

    def remember(self) -> None:
        """Note what is looked at, for Back."""
        here = (self.viewing, self.canvas.motion.destination)
        if not self._places or self._places[self._place] != here:
            self._places = [*self._places[: self._place + 1], here][-_PLACES:]
            self._place = len(self._places) - 1
            self.canvas.say()

    def step(self, by: int) -> None:
        """Go back (-1) or forward (1) among the places one has been."""
        if 0 <= self._place + by < len(self._places):
            self._place += by
            seen, camera = self._places[self._place]
            self.view_as(self._that_exists(seen), remember=False)
            self.canvas.motion.fly(camera)
            self.canvas.say()

    def _that_exists(self, view: Viewing) -> Viewing:
        """Return a view of earlier without what the plan no longer holds."""
        services, focus = self.canvas.plan.services, view.focus
        kept = tuple(step for step in view.trail if step.service in services)
        view = replace(view, trail=kept, only=self.viewing.only)
        return view.stepped_out() if focus and focus.service not in services else view
