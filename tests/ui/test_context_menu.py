"""A right click offers all that gestures and keys do with what is under the pointer."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from bcp_planner.domain.notes import Note
from bcp_planner.domain.plan import Plan
from tests.builders import plan
from tests.ui.conftest import Person
from ui.canvas.hit import Hit, Part
from ui.context_menu import context_menu

Show = Callable[[Plan], Person]

PLAN = (
    plan()
    .service("Shop", position=(0, 0), site="Leeds")
    .service("Database", position=(-240, 240), site="Leeds")
    .service("Power", position=(0, 480))
    .needs("Shop", "Database")
    .needs("Database", "Power")
    .build()
)


def texts(menu: QMenu) -> list[str]:
    """Return the entries, also those of submenus."""
    found: list[str] = []
    for action in menu.actions():
        below = action.menu()
        if isinstance(below, QMenu):
            found += texts(below)
        elif action.text():
            found.append(action.text())
    return found


def on_card(person: Person, service: str) -> QMenu:
    person.select(service)
    item = person.window.canvas.scene.index[service]
    return context_menu(person.window, Hit(Part.CARD, item), QPointF(5, 5))


def choose(menu: QMenu, text: str) -> None:
    next(action for action in menu.actions() if action.text() == text).trigger()


@pytest.mark.parametrize(
    "text",
    [
        *("Rename", "Add what it needs", "Add what needs it", "Connect selected services"),
        *("Connect selected services one after the other", "Delete and join the neighbours"),
        *("What if the selection fails", "Recovery order", "Focus on the neighbourhood"),
        *("Select who needs it", "Select all who need it in the end", "Select what it needs"),
        *("Select all that it rests on", "Group…", "Ungroup", "Collapse groups", "Tidy layout"),
        *("Pin or unpin", "Align tops", "Distribute across", "Cut", "Copy", "Duplicate", "Delete"),
    ],
)
def test_a_service_offers_what_gestures_do(show: Show, text: str) -> None:
    assert text in texts(on_card(show(PLAN), "Shop"))


def test_keys_stand_beside_what_they_do(show: Show) -> None:
    menu = on_card(show(PLAN), "Shop")
    keys = {action.text(): action.shortcut().toString() for action in menu.actions()}

    assert keys["Add what it needs"] == "Tab"
    assert keys["Delete and join the neighbours"] == "Ctrl+Del"


def test_a_neighbour_is_joined_from_the_menu_in_one_step(show: Show) -> None:
    person = show(PLAN)
    before, steps = person.plan, person.steps

    choose(on_card(person, "Database"), "Delete and join the neighbours")

    assert [(r.dependant, r.providers) for r in person.plan.requirements.values()] == [
        ("Shop", ("Power",))
    ]
    assert person.steps == steps + 1
    person.space.bridge.undo()
    assert person.plan == before


def test_the_ground_offers_a_new_service_where_the_pointer_is(show: Show) -> None:
    person = show(PLAN)
    canvas = person.window.canvas
    menu = context_menu(person.window, Hit(), QPointF(90, 70))

    choose(menu, "New service here")
    QTest.keyClicks(canvas.drafts.editor, "Mail")
    QTest.keyClick(canvas.drafts.editor, Qt.Key.Key_Return)

    new = next(s for s in person.plan.services.values() if s.name == "Mail")
    seen = canvas.camera.to_world(QPointF(90, 70))
    x, y = new.position or (0.0, 0.0)
    assert abs(x - seen.x()) < 120
    assert abs(y - seen.y()) < 60
    assert {"Paste", "Add a note", "Tidy layout", "Overview map"} <= {*texts(menu)}


def test_a_group_is_closed_and_opened_from_its_menu(show: Show) -> None:
    person = show(PLAN)
    canvas = person.window.canvas
    canvas.group_by("site")
    group = canvas.scene.frames[0].id

    choose(context_menu(person.window, Hit(Part.FRAME, name=group), QPointF()), "Close this group")
    assert canvas.scene.ids[0] == group
    choose(context_menu(person.window, Hit(Part.CARD, 0), QPointF()), "Open this group")
    assert not canvas.scene.groups


def test_a_note_is_deleted_from_its_menu_in_one_step(show: Show) -> None:
    note = Note(id="n", text="Ask Ann")
    person = show(PLAN.put("notes", note))
    steps = person.steps

    choose(context_menu(person.window, Hit(Part.NOTE, name="n"), QPointF()), "Delete this note")

    assert not person.plan.notes
    assert person.steps == steps + 1


def test_a_line_offers_what_can_be_done_with_it(show: Show) -> None:
    menu = context_menu(show(PLAN).window, Hit(Part.LINE, 0), QPointF())

    assert texts(menu) == ["Go to the inspector", "Make redundant", "Delete"]
