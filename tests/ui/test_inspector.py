"""Editing what is selected."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit

from bcp_planner.domain.durations import DAY, HOUR, MINUTE
from bcp_planner.domain.entities import ContinuityStep, Estimate, Service, Step
from bcp_planner.domain.fields import Kind, fields_of
from bcp_planner.domain.plan import Plan
from tests.builders import plan
from ui.forms.editors import EstimateEditor
from ui.forms.lists import CountsEditor, RecordsEditor, ReferencesEditor

if TYPE_CHECKING:
    from tests.ui.conftest import Person

Show = Callable[[Plan], "Person"]

PLAN = (
    plan("Web shop")
    .team("DBA", 2)
    .service("Shop", kind="product", rto="4 h")
    .service("Database", kind="data", recovery="2 h", rto="1 d", steps=("Restore", "Check"))
    .service("Server", kind="infrastructure", recovery="3 h")
    .service("Spare", kind="infrastructure", recovery="3 h")
    .needs("Shop", "Database")
    .needs("Database", "Server", "Spare", of=1)
    .scenario("Crash", "Server", "Spare")
    .build()
)


def test_every_field_but_the_position_has_an_editor(show: Show) -> None:
    person = show(PLAN)

    expected = {n for n, f in fields_of(Service).items() if f.about.kind is not Kind.POINT}
    assert set(person.window.inspector.services.form.editors) == expected


def test_durations_are_typed_as_people_type_them(show: Show) -> None:
    person = show(PLAN)
    person.select("Shop")

    for text, value in (("4h", 4 * HOUR), ("1d 12h", DAY + 12 * HOUR), ("90 min", 90 * MINUTE)):
        person.fill("mtpd", text)
        assert person.plan.services["Shop"].mtpd == value


@pytest.mark.parametrize("name", ["rto", "owner", "description"])
def test_undo_in_a_field_that_was_kept_goes_to_the_plan(show: Show, name: str) -> None:
    person = show(PLAN)
    person.select("Shop")
    before, field = person.plan, person.field(name)
    field.setFocus()
    QTest.keyClicks(field, "8 h")
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    kept = person.plan
    assert kept != before

    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert person.plan == before
    QTest.keyClick(field, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert person.plan == kept


def test_undo_in_a_field_takes_back_what_was_typed_first(show: Show) -> None:
    person = show(PLAN)
    person.select("Shop")
    before, field = person.plan, person.field("owner")
    assert isinstance(field, QLineEdit)
    field.setFocus()
    QTest.keyClicks(field, "Ann")

    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert field.text() == ""
    assert person.plan is before


def test_wrong_text_is_explained_beside_the_field_and_changes_nothing(show: Show) -> None:
    person = show(PLAN)
    person.select("Shop")

    person.fill("rto", "soon")

    editor = person.window.inspector.services.form.editors["rto"]
    assert "“soon” is not a duration" in editor.problem
    assert person.plan == PLAN
    person.fill("rto", "5 h")
    assert editor.problem == ""
    assert person.plan.services["Shop"].rto == 5 * HOUR


def test_escape_takes_back_what_was_typed(show: Show) -> None:
    person = show(PLAN)
    person.select("Shop")
    line = person.field("rto")
    assert isinstance(line, QLineEdit)

    QTest.keyClicks(line, "9")
    QTest.keyClick(line, Qt.Key.Key_Escape)

    assert line.text() == "4 h"
    assert person.plan == PLAN


def test_unknown_is_shown_as_unknown(show: Show) -> None:
    person = show(PLAN)
    person.select("Shop")
    line = person.field("rpo")
    assert isinstance(line, QLineEdit)

    assert (line.text(), line.placeholderText()) == ("", "unknown")
    person.fill("rto", "")
    assert person.plan.services["Shop"].rto is None


def test_an_estimate_takes_one_value_or_three(show: Show) -> None:
    person = show(PLAN)
    person.select("Database")
    editor = person.window.inspector.services.form.editors["recovery"]
    assert isinstance(editor, EstimateEditor)
    best, likely, worst = editor.lines

    for line, text in ((best, "1h"), (worst, "5h")):
        line.setText(text)
        QTest.keyClick(line, Qt.Key.Key_Return)
    assert person.plan.services["Database"].recovery == Estimate(HOUR, 2 * HOUR, 5 * HOUR)

    likely.setText("30 min")
    QTest.keyClick(likely, Qt.Key.Key_Return)
    assert "must not exceed" in editor.problem
    for line in editor.lines:
        line.clear()
    QTest.keyClick(likely, Qt.Key.Key_Return)
    assert person.plan.services["Database"].recovery is None


def test_several_services_are_edited_together_in_one_step(show: Show) -> None:
    person = show(PLAN)
    before = person.steps
    person.select("Shop", "Database")
    line = person.field("rto")
    assert isinstance(line, QLineEdit)
    assert (line.text(), line.placeholderText()) == ("", "several values")

    person.fill("rto", "8 h")

    assert {person.plan.services[key].rto for key in ("Shop", "Database")} == {8 * HOUR}
    assert person.steps == before + 1


def test_leaving_a_field_of_several_values_alone_keeps_them(show: Show) -> None:
    person = show(PLAN)
    person.select("Shop", "Database")

    QTest.keyClick(person.field("rto"), Qt.Key.Key_Return)

    assert person.plan == PLAN


def test_people_needed_are_added_and_counted(show: Show) -> None:
    person = show(PLAN)
    person.select("Database")
    editor = person.window.inspector.services.form.editors["needs"]
    assert isinstance(editor, CountsEditor)

    editor.add("DBA")
    assert person.plan.services["Database"].needs == {"DBA": 1}
    editor._remover("DBA")()
    assert person.plan.services["Database"].needs == {}


def test_steps_are_a_small_table(show: Show) -> None:
    person = show(PLAN)
    person.select("Database")
    editor = person.window.inspector.services.form.editors["steps"]
    assert isinstance(editor, RecordsEditor)

    editor.model.setData(editor.model.index(0, 2), "20 min")
    editor.view.setCurrentIndex(editor.model.index(0, 0))
    editor.move_row(1)

    expected = (Step(text="Check"), Step(text="Restore", duration=20 * MINUTE))
    assert person.plan.services["Database"].steps == expected
    editor.add_row()
    editor.view.clearSelection()
    editor.view.selectRow(0)
    editor.remove_rows()
    assert [step.text for step in person.plan.services["Database"].steps] == ["Restore", ""]


def test_a_continuity_procedure_is_written_step_by_step(show: Show) -> None:
    person = show(PLAN)
    person.select("Shop")
    editor = person.window.inspector.services.form.editors["procedure"]
    assert isinstance(editor, RecordsEditor)
    titles = [editor.model.headerData(n, Qt.Orientation.Horizontal) for n in range(6)]
    assert titles == ["Phase", "Step", "Who", "How", "Expected duration", "Needs"]

    editor.add_row()
    for column, text in ((1, "Sell on paper"), (2, "Cashier"), (4, "10 min"), (5, "Pad")):
        assert editor.model.setData(editor.model.index(0, column), text)

    assert person.plan.services["Shop"].procedure == (
        ContinuityStep(text="Sell on paper", who="Cashier", duration=10 * MINUTE, needs="Pad"),
    )


def test_a_wrong_cell_is_explained(show: Show) -> None:
    person = show(PLAN)
    person.select("Database")
    editor = person.window.inspector.services.form.editors["steps"]
    assert isinstance(editor, RecordsEditor)

    assert not editor.model.setData(editor.model.index(0, 2), "20")

    assert "is not a duration" in editor.problem
    assert person.plan == PLAN


def test_long_text_is_kept_when_the_field_is_left(show: Show) -> None:
    person = show(PLAN)
    person.select("Shop")
    text = person.field("description")
    assert isinstance(text, QPlainTextEdit)

    text.setPlainText("Sells things.")
    QTest.keyClick(text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert person.plan.services["Shop"].description == "Sells things."


def test_an_id_is_changed_everywhere(show: Show) -> None:
    person = show(PLAN)
    person.select("Database")

    person.fill("id", "db")

    assert person.plan.requirements["r1"].providers == ("db",)
    assert person.space.selection.services == {"db"}


def test_an_id_that_is_taken_is_refused(show: Show) -> None:
    person = show(PLAN)
    person.select("Database")

    person.fill("id", "Shop")

    assert person.plan == PLAN
    assert "already" in person.messages.said[0]


def test_targets_stand_beside_what_is_required_and_achieved(show: Show) -> None:
    person = show(PLAN)
    person.choose("Crash")
    person.select("Database")
    person.wait_for_results()
    form = person.window.inspector.services.form

    required, achieved = form._asides["rto", 0], form._asides["rto", 1]

    assert required.text() == "4 h"
    assert "because Shop has an RTO of 4 h" in required.explain()
    assert required.property("wrong") == "true"
    assert achieved.text() == "3 h"
    assert achieved.property("good") == "true"


def test_a_requirement_is_edited(show: Show) -> None:
    person = show(PLAN)
    person.space.selection.set((), ["r2"])
    form = person.window.inspector.requirements.form
    assert person.window.inspector.currentWidget() is person.window.inspector.requirements

    person.fill("tolerance", "45 min", form)
    person.fill("needs", "2", form)
    box = person.field("strength", form)
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData("soft"))
    box.activated.emit(box.currentIndex())

    changed = person.plan.requirements["r2"]
    assert (changed.tolerance, changed.needs, changed.strength) == (45 * MINUTE, 2, "soft")


def test_needs_follows_when_providers_get_fewer(show: Show) -> None:
    person = show(PLAN)
    person.space.selection.set((), ["r2"])
    form = person.window.inspector.requirements.form
    person.fill("needs", "2", form)
    editor = form.editors["providers"]
    assert isinstance(editor, ReferencesEditor)

    editor._remover("Spare")()

    assert person.plan.requirements["r2"].providers == ("Server",)
    assert person.plan.requirements["r2"].needs == 1
    editor._remover("Server")()
    assert "at least one" in editor.problem


def test_a_need_is_added_by_keyboard(show: Show) -> None:
    person = show(PLAN)
    person.select("Shop")
    adder = person.window.inspector.services.relations.adder

    adder.setCurrentIndex(adder.findData("Server"))
    adder.activated.emit(adder.currentIndex())

    pairs = [(r.dependant, r.providers) for r in person.plan.requirements.values()]
    assert ("Shop", ("Server",)) in pairs


def test_enter_on_the_canvas_leads_to_the_rto(show: Show) -> None:
    person = show(PLAN)
    person.select("Shop")
    person.window.canvas.setFocus()

    QTest.keyClick(person.window.canvas, Qt.Key.Key_Return)

    assert person.window.focusWidget() is person.field("rto")
