"""The outline follows edits one by one, and ends as if it had been built anew."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from bcp_planner.domain import edits
from bcp_planner.domain.entities import Service
from bcp_planner.domain.plan import Plan

if TYPE_CHECKING:
    from tests.ui.conftest import Person

Show = Callable[[Plan], "Person"]

_NAMES = ("Mail", "Shop", "Bank", "Wiki", "Archive")
PLAN = Plan(services={name: Service(id=name, name=name, kind="application") for name in _NAMES})


def _seen(person: Person) -> list[tuple[str, list[str]]]:
    headings = person.window.outline.model.headings
    return [(heading.key, [item.text for item in heading.items]) for heading in headings]


def test_edits_lead_to_the_same_tree_as_building_it_anew(show: Show) -> None:
    person = show(PLAN)
    bridge, outline = person.window.space.bridge, person.window.outline
    steps = (
        lambda plan: edits.update(plan, "services", "Mail", name="Zebra"),
        lambda plan: edits.update(plan, "services", "Shop", name="Able"),
        lambda plan: edits.update(plan, "services", "Bank", name="bank"),
        lambda plan: edits.remove(plan, "services", ["Wiki"]),
        lambda plan: edits.add(plan, "services", Service(id="n", name="New", kind="application")),
        lambda plan: edits.add(plan, "services", Service(id="d", name="Data", kind="data")),
        lambda plan: edits.update(plan, "services", "Shop", kind="data"),
        lambda plan: edits.remove(plan, "services", ["d", "Shop"]),
    )
    for step in steps:
        bridge.edit("Edit", step(bridge.plan))
        followed = _seen(person)
        outline.refresh()
        assert followed == _seen(person)


def test_a_renamed_service_stays_selected(show: Show) -> None:
    person = show(PLAN)
    person.select("Mail")

    bridge = person.window.space.bridge
    bridge.edit("Rename", edits.update(bridge.plan, "services", "Mail", name="Zebra"))

    outline = person.window.outline
    chosen = [outline.model.item(index) for index in outline.view.selectedIndexes()]
    assert [item.key for item in chosen if item] == ["Mail"]
    assert person.window.space.selection.services == {"Mail"}
