"""What the canvas does to the plan, each one edit and one step to undo."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from bcp_planner.analysis import dot
from bcp_planner.analysis.layout import FINER
from bcp_planner.domain import edits
from bcp_planner.domain.plan import Plan
from ui.canvas import acts, alignment
from ui.canvas.acts import Tie
from ui.canvas.arrangement import STEP, arranged, finer_arranged, snapped
from ui.canvas.scene import Point
from ui.canvas.tools.layout import LayoutPreview
from ui.canvas.viewing import GROUP_PREFIX
from ui.jobs import Channel
from ui.language import mark, tr

if TYPE_CHECKING:
    from ui.canvas.view import CanvasView


class Commands:
    """Edits of what is selected on a canvas."""

    def __init__(self, canvas: CanvasView) -> None:
        self.canvas = canvas
        self.kind = "application"
        self._finer: Channel[Mapping[str, Point] | None] = Channel(tr("Fewer crossings"), canvas)
        self._finer.ready.connect(self._on_finer)

    @property
    def _plan(self) -> Plan:
        return self.canvas.plan

    @property
    def _chosen(self) -> list[str]:
        """Selected services in the plan's order, the current one first."""
        selection = self.canvas.selection
        ordered = [key for key in self._plan.services if key in selection.services]
        return sorted(ordered, key=lambda key: key != selection.current)

    def _edit(self, label: str, change: Callable[[Plan], Plan], merge: str | None = None) -> bool:
        return self.canvas.bridge.try_edit(label, change, merge)

    def _placed(self, plan: Plan) -> Plan:
        """Return the plan with the positions that are seen: placing by hand keeps the picture."""
        return acts.place(plan, self.canvas.sight.arrangement.unsaved(plan))

    # ------------------------------------------------------------------- make and connect

    def create(self, name: str, at: Point, tie: Tie | None = None, kind: str | None = None) -> str:
        """Add a service at a place; return its id, empty when it was refused."""
        made: list[str] = []

        def change(plan: Plan) -> Plan:
            new, service_id = acts.create(
                self._placed(plan), name, kind or self.kind, snapped(at), tie
            )
            made.append(service_id)
            return new

        if not self._edit(mark("Add {value}", value=" ".join(name.split()) or "service"), change):
            return ""
        self.canvas.selection.set(made, current=made[-1])
        item = self.canvas.scene.index.get(made[-1])
        if item is not None:
            self.canvas.lens.bring_into_view(item)
        return made[-1]

    def tie(self, service_id: str, tie: Tie) -> None:
        """Connect a service that exists."""
        self._edit(
            self._tie_label(service_id, tie), lambda plan: acts.connect(plan, service_id, tie)
        )

    def _tie_label(self, service_id: str, tie: Tie) -> str:
        services = self._plan.services
        upper, lower = service_id, tie.provider or service_id
        if tie.requirement is not None:
            upper = self._plan.requirements[tie.requirement].dependant
        elif tie.dependant is not None:
            upper = tie.dependant
        return tr(
            "Connect {title} to {title2}", title=services[upper].title, title2=services[lower].title
        )

    def join_provider(self, requirement_id: str, service_id: str) -> None:
        """Add a provider to a requirement."""
        tie = Tie(requirement=requirement_id)
        self._edit(
            self._tie_label(service_id, tie),
            lambda plan: acts.add_provider(plan, requirement_id, service_id),
        )

    def link_selected(self, *, series: bool = False) -> None:
        """Make the first selected service need the others, or each the next one."""
        chosen = self._chosen
        if series:
            spot = self.canvas.sight.arrangement.positions
            chosen.sort(key=lambda key: (spot[key][1], spot[key][0]))
        self._edit(mark("Link services"), lambda plan: acts.link(plan, chosen, series=series))

    def make_redundant(self, needs: int = 1) -> None:
        """Join the selected lines, or the lines to the selected providers, into one: k of n."""
        selection = self.canvas.selection
        before = set(self._plan.requirements)
        self._edit(
            mark("Make redundant"),
            lambda plan: acts.make_redundant(
                plan,
                selection.services,
                [r for r in plan.requirements if r in selection.requirements],
                needs,
            ),
        )
        gone = before - set(self._plan.requirements)
        selection.set(selection.services, selection.requirements - gone, selection.current)

    def step_needs(self, requirement_id: str) -> None:
        """Let a requirement need one more of its providers, and one again after all."""
        self._edit(
            mark("Change how many are needed"),
            lambda plan: acts.step_needs(plan, requirement_id),
            merge=f"needs:{requirement_id}",
        )

    def rename(self, service_id: str, name: str) -> None:
        """Give a service another name."""
        title = " ".join(name.split())
        if title and service_id in self._plan.services:
            self._edit(
                mark("Rename {title}", title=self._plan.services[service_id].title),
                lambda plan: edits.update(plan, "services", service_id, name=title),
            )

    # ----------------------------------------------------------------------------- remove

    def delete(self) -> None:
        """Remove the selected services and requirements."""
        selection = self.canvas.selection
        services, lines = selection.services, selection.requirements
        if not services and not lines:
            return
        label = (
            mark("Delete {services}", services=acts.title(self._plan, services))
            if services
            else mark("Delete requirement")
        )
        self._edit(label, lambda plan: acts.remove(plan, services, lines))

    def delete_and_join(self) -> None:
        """Remove the selected services; what needed them needs what they needed."""
        chosen = self._chosen
        if chosen:
            label = mark("Delete and join {chosen}", chosen=acts.title(self._plan, chosen))
            self._edit(label, lambda plan: edits.remove_and_join(plan, chosen))

    # ------------------------------------------------------------------------------- copy

    def copy_to(self, items: Sequence[int], by: Point) -> None:
        """Copy the services of items to the side, with the lines among them."""
        names = [name for item in items for name in self.canvas.services_of(item)]
        self._copy(names, by)

    def duplicate(self) -> None:
        """Copy what is selected beside it."""
        self._copy(self._chosen, (2 * STEP, 2 * STEP))

    def _copy(self, names: Sequence[str], by: Point) -> None:
        if not names:
            return
        made: list[str] = []

        def change(plan: Plan) -> Plan:
            plan = self._placed(plan)
            services = [plan.services[name] for name in names]
            new, ids = edits.copy_services(plan, services, acts.copied_along(plan, names), by)
            made.extend(ids)
            return new

        if self._edit(mark("Duplicate {title}", title=acts.title(self._plan, names)), change):
            self.canvas.selection.set(made)

    # ------------------------------------------------------------------------------- move

    def move_items(self, positions: Mapping[int, Point], merge: str | None = None) -> None:
        """Put items elsewhere; where the picture has places of its own, only there."""
        scene = self.canvas.scene
        by_name = {scene.ids[item]: point for item, point in positions.items()}
        self.move(by_name, merge=merge)

    def move(
        self, positions: Mapping[str, Point], label: str = "", merge: str | None = None
    ) -> None:
        """Put services elsewhere."""
        if self.canvas.sight.own_places is not None:
            self.canvas.sight.keep(positions)
            return
        label = label or mark("Move {positions}", positions=acts.title(self._plan, list(positions)))
        self._edit(label, lambda plan: acts.place(self._placed(plan), positions), merge)

    def nudge(self, dx: float, dy: float) -> None:
        """Move the selected services a little; steps in a row are undone as one."""
        spot = self.canvas.sight.positions
        chosen = [key for key in self._chosen if key in spot]
        if chosen:
            moved = {key: (spot[key][0] + dx, spot[key][1] + dy) for key in chosen}
            self.move(moved, merge="nudge:" + ",".join(sorted(chosen))[:200])

    def align(self, edge: str) -> None:
        """Align the selected services: left, centre, right, top, middle or bottom."""
        spot = self.canvas.sight.positions
        chosen = {key: spot[key] for key in self._chosen if key in spot}
        self.move(
            alignment.align(chosen, edge, self.canvas.selection.current), mark("Align services")
        )

    def distribute(self, axis: str) -> None:
        """Space the selected services evenly: across or down."""
        spot = self.canvas.sight.positions
        chosen = {key: spot[key] for key in self._chosen if key in spot}
        self.move(alignment.distribute(chosen, axis), mark("Distribute services"))

    def toggle_pin(self) -> None:
        """Pin the selected services, or unpin them when all are pinned."""
        chosen = self._chosen
        if not chosen:
            return
        pinned = not all(self._plan.services[key].pinned for key in chosen)
        title = acts.title(self._plan, chosen)
        label = mark("Pin {title}", title=title) if pinned else mark("Unpin {title}", title=title)

        def change(plan: Plan) -> Plan:
            plan = self._placed(plan)
            return edits.update_many(plan, "services", chosen, pinned=pinned)

        self._edit(label, change)

    def preview_tidy(self, *, tiers: bool = False, lanes: str = "") -> None:
        """Show how the selected services (all when fewer than two are) would be laid out.

        Enter or a click takes it, as one step; Esc puts everything back.
        """
        canvas, names = self.canvas, self._to_tidy()
        found = self._tidied(names, tiers=tiers, lanes=lanes)
        spot = canvas.sight.arrangement.positions
        if canvas.bridge.read_only or all(spot.get(key) == at for key, at in found.items()):
            self._take_layout(names, found)
            return
        canvas.cancel_gesture()
        preview = LayoutPreview(canvas, found, lambda places: self._take_layout(names, places))
        if not (tiers or lanes):
            self._look_on(names, preview)
        canvas.begin(preview)

    def _look_on(self, names: Sequence[str], preview: LayoutPreview) -> None:
        """Look for a layout with fewer crossings while the first one is looked at."""
        plan, spot = self._plan, self.canvas.sight.arrangement.positions
        if len(names) > FINER or not dot.available() or self._pinned(names):
            return
        before = {key: spot[key] for key in names if key in spot}
        preview.look_on()
        self._finer.ask(lambda ticket: finer_arranged(plan, names, before, ticket))

    def look_no_further(self) -> None:
        """End the search for a layout with fewer crossings: none is looked at any more."""
        self._finer.cancel()

    def _on_finer(self, better: Mapping[str, Point] | None) -> None:
        if isinstance(self.canvas.gesture, LayoutPreview):
            self.canvas.gesture.improve(better)

    def _take_layout(self, names: Sequence[str], places: Mapping[str, Point]) -> None:
        whole = len(names) == len(self._plan.services)
        label = mark("Tidy layout") if whole else mark("Tidy selection")
        done = self._edit(label, lambda plan: acts.place(self._placed(plan), places))
        if done and len(self._chosen) <= 1:
            self.canvas.fit()

    def _pinned(self, names: Sequence[str]) -> dict[str, Point]:
        spot = self.canvas.sight.arrangement.positions
        return {k: spot[k] for k in names if self._plan.services[k].pinned and k in spot}

    def _to_tidy(self) -> list[str]:
        visible = self.canvas.sight.viewing.visible(self._plan)
        if len(self._chosen) > 1:
            return self._chosen
        return [key for key in self._plan.services if visible is None or key in visible]

    def _tidied(self, names: Sequence[str], *, tiers: bool, lanes: str) -> Mapping[str, Point]:
        spot = self.canvas.sight.arrangement.positions
        return arranged(
            self._plan,
            names,
            previous={k: spot[k] for k in names if k in spot},
            fixed=self._pinned(names) or None,
            tiers=tiers,
            lanes=self.canvas.sight.titles(lanes) if lanes else None,
        )

    # ------------------------------------------------------------------------------ group

    def group(self, name: str) -> None:
        """Put the selected services into a group of their own."""
        self._regroup(
            name.strip() or mark("Group"),
            mark("Group {chosen}", chosen=acts.title(self._plan, self._chosen)),
        )

    def ungroup(self) -> None:
        """Take the selected services out of their groups."""
        self._regroup(None, mark("Ungroup {chosen}", chosen=acts.title(self._plan, self._chosen)))

    def _regroup(self, name: str | None, label: str) -> None:
        chosen = self._chosen
        if not chosen:
            return

        def change(plan: Plan) -> Plan:
            records = [acts.tagged(plan.services[key], name, GROUP_PREFIX) for key in chosen]
            return plan.put("services", *records)

        if self._edit(label, change) and name is not None:
            self.canvas.sight.view_as(replace(self.canvas.sight.viewing, grouping="group"))
