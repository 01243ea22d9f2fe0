"""The outline is the keyboard's twin of the canvas: services by site, notes and frames too."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from bcp_planner.domain.notes import Note
from bcp_planner.domain.plan import Plan
from tests.builders import plan
from ui.panels.outline import by_name

if TYPE_CHECKING:
    from tests.ui.conftest import Person

Show = Callable[[Plan], "Person"]

PLAN = (
    plan()
    .service("Shop", site="Leeds")
    .service("Database", tags=("site:York",))
    .service("Power")
    .build()
    .put("notes", Note(id="n1", text="Ask the landlord", position=(500, 500)))
)


def headings(person: Person) -> dict[str, list[str]]:
    found = person.window.outline.model.headings
    return {heading.text: [item.text for item in heading.items] for heading in found}


def choose_note(person: Person) -> None:
    view, model = person.window.outline.view, person.window.outline.model
    last = model.index(model.rowCount() - 1, 0)
    view.setCurrentIndex(model.index(0, 0, last))


def test_services_stand_under_their_sites(show: Show) -> None:
    person = show(PLAN)
    grouping = person.window.outline.grouping

    grouping.setCurrentIndex(grouping.findText("By site"))
    grouping.activated.emit(grouping.currentIndex())

    assert headings(person) == {
        "Leeds": ["Shop"],
        "York": ["Database"],
        "(none)": ["Power"],
        "Notes and frames": ["Ask the landlord"],
    }


def test_a_note_is_deleted_from_the_outline_in_one_step(show: Show) -> None:
    person = show(PLAN)
    person.select("Shop")
    choose_note(person)
    assert person.window.canvas.notes.chosen == "n1"
    assert not person.space.selection.services

    QTest.keyClick(person.window.outline.view, Qt.Key.Key_Delete)

    assert not person.plan.notes
    assert len(person.plan.services) == 3
    assert person.steps == 1
    assert "Notes and frames" not in headings(person)


def test_enter_shows_a_note_and_lets_it_be_written_on(show: Show) -> None:
    person = show(PLAN)
    canvas = person.window.canvas
    canvas.motion.enabled = False
    canvas.group_by("kind", collapsed=True)
    choose_note(person)
    view = person.window.outline.view

    view.activated.emit(view.currentIndex())
    canvas.notes.editor.setPlainText("Ring the landlord")
    canvas.notes.editor.finish(keep=True)

    assert person.plan.notes["n1"].text == "Ring the landlord"
    assert canvas.sight.viewing.is_whole
    assert headings(person)["Notes and frames"] == ["Ring the landlord"]


def test_a_filter_leaves_no_notes(show: Show) -> None:
    person = show(PLAN)

    person.space.filter.say("site:leeds", hides=True)

    assert list(headings(person).values()) == [["Shop"]]


def test_numbers_in_names_are_sorted_by_size() -> None:
    names = ["Server 10", "server 9", "Server 010", "Server", "Server 9b", "Alpha", "Server 2"]
    assert sorted(names, key=by_name) == [
        "Alpha",
        "Server",
        "Server 2",
        "server 9",
        "Server 9b",
        "Server 10",
        "Server 010",
    ]
