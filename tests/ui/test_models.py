"""Every model of a list keeps the rules of Qt's models."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QDialog, QTableView

from bcp_planner.domain import edits
from bcp_planner.domain.durations import HOUR
from bcp_planner.domain.entities import Service, Step
from bcp_planner.domain.plan import Plan
from tests.builders import plan
from ui.dialogs.paste import PasteDialog
from ui.models.groups import GroupsModel, Heading, Item
from ui.models.records import RecordsModel
from ui.models.rows import RowColumn, RowsModel, RowsSorter
from ui.models.services import ServicesModel

if TYPE_CHECKING:
    from tests.ui.conftest import Person

Show = Callable[[Plan], "Person"]

PLAN = (
    plan()
    .service("Mail", rto="30 min", kind="application", owner="Ada")
    .service("DNS", rto="4 h", kind="network")
    .service("Power", kind="facility", rto="1 d")
    .service("Desk", kind="people")
    .needs("Mail", "DNS")
    .needs("DNS", "Power")
    .scenario("Dark", "Power")
    .build()
)


def test_the_services_model_is_sound(show: Show, qtmodeltester: Any) -> None:
    person = show(PLAN)
    person.choose("Dark")
    person.wait_for_results()

    qtmodeltester.check(person.window.table.model)
    qtmodeltester.check(person.window.table.sorted)


def test_all_models_of_the_panels_are_sound(
    show: Show,
    qtmodeltester: Any,
) -> None:
    person = show(PLAN)
    person.choose("Dark")
    person.wait_for_results()
    window = person.window
    person.select("Mail")
    person.fill("owner", "Grace")
    window.history.refresh()
    models: list[QAbstractItemModel] = [
        window.findings.model,
        window.impact.model,
        person.order_list().model,
        window.outline.model,
        window.history.model,
        window.history._sorter,
    ]

    for model in models:
        assert model.rowCount() > 0
        qtmodeltester.check(model)


@pytest.mark.parametrize("command", ["palette", "teams", "new-scenario", "compare", "exercises"])
def test_every_model_of_the_window_and_of_dialogs_is_sound(
    show: Show, qtmodeltester: Any, command: str
) -> None:
    person = show(PLAN)
    person.choose("Dark")
    person.wait_for_results()
    person.select("Mail")
    for panel in person.window.docks.names():
        person.window.docks.show(panel)
    person.run(command)
    person.wait_for_results()

    found = person.window.findChildren(QAbstractItemModel)
    own = [model for model in found if type(model).__module__.startswith("ui.")]
    assert len(own) >= 8
    for model in own:
        qtmodeltester.check(model)
    for dialog in person.window.findChildren(QDialog):
        dialog.close()


def test_a_tree_of_groups_is_sound(qtmodeltester: Any) -> None:
    model = GroupsModel()
    items = tuple(Item(str(number), f"Item {number}", "more") for number in range(3))
    model.show([Heading("a", "A", items), Heading("b", "B", ())])

    qtmodeltester.check(model)
    assert model.item(model.index_of("2")) == items[2]


def test_nested_records_are_sound(qtmodeltester: Any) -> None:
    model = RecordsModel(Step, lambda: PLAN)
    model.show((Step(text="Stop"), Step(text="Start")))

    qtmodeltester.check(model)


def test_rows_sort_by_their_keys(qtmodeltester: Any) -> None:
    model: RowsModel[int] = RowsModel((RowColumn("Number", str, key=lambda row: row),))
    sorter = RowsSorter(model)
    model.show([10, 9, 100])

    sorter.sort(0)

    qtmodeltester.check(sorter)
    assert [sorter.index(row, 0).data() for row in range(3)] == ["9", "10", "100"]


def test_rows_come_and_go_without_a_reset(show: Show, qtmodeltester: Any) -> None:
    person = show(PLAN)
    model: ServicesModel = person.window.table.model
    resets: list[None] = []
    model.modelReset.connect(lambda: resets.append(None))
    bridge = person.space.bridge

    bridge.edit("Add", edits.add(bridge.plan, "services", Service(id="new", name="New")))
    bridge.edit("Remove", edits.remove(bridge.plan, "services", ["DNS"]))
    bridge.undo()

    qtmodeltester.check(model)
    shown = [model.service_id(row) for row in range(model.rowCount())]
    assert shown == list(bridge.plan.services)
    assert not resets


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (Qt.SortOrder.AscendingOrder, ["Mail", "DNS", "Power", "Desk"]),
        (Qt.SortOrder.DescendingOrder, ["Power", "DNS", "Mail", "Desk"]),
    ],
)
def test_durations_sort_by_length_and_unknown_last(
    show: Show, order: Qt.SortOrder, expected: list[str]
) -> None:
    person = show(PLAN)
    table = person.window.table

    table.view.sortByColumn(table.model.column_of("rto"), order)

    assert [table._id_at(row) for row in range(4)] == expected


def test_a_cell_is_edited_in_one_step(show: Show) -> None:
    person = show(PLAN)
    model, before = person.window.table.model, person.steps
    index = model.index(0, model.column_of("rto"))

    assert model.setData(index, "3 h")

    assert person.plan.services["Mail"].rto == 3 * HOUR
    assert index.data() == "3 h"
    assert person.steps == before + 1
    assert person.space.bridge.undo_label == "Set RTO of Mail"


def test_an_edit_of_a_selected_row_sets_all_selected_ones_in_one_step(show: Show) -> None:
    person = show(PLAN)
    person.select("Mail", "DNS")
    model = person.window.table.model
    before = person.steps

    assert model.setData(model.index(model.row_of("Mail") or 0, model.column_of("rto")), "3 h")

    assert {key for key, s in person.plan.services.items() if s.rto == 3 * HOUR} == {"Mail", "DNS"}
    assert person.steps == before + 1
    assert person.space.bridge.undo_label == "Set RTO of 2 services"


def test_a_name_is_always_one_services_own(show: Show) -> None:
    person = show(PLAN)
    person.select("Mail", "DNS")
    model = person.window.table.model

    model.setData(model.index(model.row_of("Mail") or 0, model.column_of("name")), "Post")

    assert [service.name for service in person.plan.services.values()].count("Post") == 1


def test_a_wrong_cell_is_refused_with_the_service_named(show: Show) -> None:
    person = show(PLAN)
    model = person.window.table.model

    assert not model.setData(model.index(0, model.column_of("rto")), "3")

    assert person.messages.said[0].startswith("Mail: “3” is not a duration")
    assert person.plan == PLAN


def test_figures_cannot_be_typed_into(show: Show) -> None:
    model = show(PLAN).window.table.model

    for name in ("state", "down_at", "blast", "verdict", "required_rto", "outage"):
        flags = model.flags(model.index(0, model.column_of(name)))
        assert not flags & Qt.ItemFlag.ItemIsEditable


def test_the_table_filters_by_any_words(show: Show) -> None:
    table = show(PLAN).window.table

    table.filter.setText("ada mail")
    table.filter.apply()

    assert [table._id_at(row) for row in range(table.sorted.rowCount())] == ["Mail"]
    assert table.counted.text() == "1 of 4 services"


def test_table_and_selection_keep_in_step(show: Show) -> None:
    person = show(PLAN)
    table = person.window.table

    person.select("DNS", "Desk")
    rows = {index.row() for index in table.view.selectionModel().selectedIndexes()}
    assert {table._id_at(row) for row in rows} == {"DNS", "Desk"}

    table.view.selectRow(2)
    assert person.space.selection.services == {"Power"}


def test_cells_are_copied_as_a_spreadsheet_takes_them(show: Show) -> None:
    person = show(PLAN)
    table = person.window.table
    view, model = table.view, table.sorted
    view.setSelectionMode(view.SelectionMode.ExtendedSelection)
    view.clearSelection()
    for row in range(2):
        for name in ("name", "kind"):
            index = model.index(row, table.model.column_of(name))
            view.selectionModel().select(index, view.selectionModel().SelectionFlag.Select)

    text = table._as_text(view.selectionModel().selectedIndexes())

    assert text == "Mail\tApplication\nDNS\tNetwork"


def test_rows_pasted_below_the_end_become_services(show: Show, qapp: Any) -> None:
    person = show(PLAN)
    table, before = person.window.table, person.steps
    qapp.clipboard().setText("Mail server\tapplication\nPrinter\tequipment\n")
    table.view.setCurrentIndex(table.sorted.index(3, table.model.column_of("name")))

    table.paste()
    assert person.plan == PLAN
    person.dialog(PasteDialog).accept()

    assert person.plan.services["Desk"].name == "Mail server"
    assert person.plan.services["printer"].kind == "equipment"
    assert person.steps == before + 1
    assert person.space.bridge.undo_label == "Paste 2 rows, 1 new service"


def test_a_column_of_names_becomes_requirements_after_a_look_at_them(show: Show, qapp: Any) -> None:
    person = show(PLAN)
    table, before = person.window.table, person.steps
    qapp.clipboard().setText(
        "Name\tKind\tOwner\tRTO (h)\tDepends on\n"
        "Shop\tapplication\tAda\t4\tMail; Database\nDatabase\tdata\tGrace\t2\tPower\n"
    )

    table.paste()
    dialog = person.dialog(PasteDialog)
    assert isinstance(dialog, PasteDialog)
    assert person.plan == PLAN
    assert {(row.service, row.after) for row in dialog.rows if row.field == "needs"} == {
        ("Shop", "Mail"),
        ("Shop", "Database"),
        ("Database", "Power"),
    }
    dialog.accept()

    shop = next(s for s in person.plan.services.values() if s.name == "Shop")
    assert (shop.owner, shop.rto) == ("Ada", 4 * HOUR)
    assert len(person.plan.requirements) == len(PLAN.requirements) + 3
    assert person.steps == before + 1


def test_pasted_services_are_seen_and_the_list_shows_what_they_become(
    show: Show, qapp: Any
) -> None:
    person = show(PLAN)
    canvas = person.window.canvas
    canvas.look(replace(canvas.camera, left=canvas.camera.left + 50_000))
    qapp.clipboard().setText("Name\tRTO\nOrders\tsoon\nPayroll\t4 h\n")
    canvas.setFocus()

    canvas.run("paste")
    dialog = person.dialog(PasteDialog)
    assert dialog.left_out.text().startswith("Left out: The clipboard, row 2")
    assert dialog.findChild(QTableView).isColumnHidden(3)  # nothing was there before
    dialog.accept()

    new = [key for key in person.plan.services if key not in PLAN.services]
    items = [canvas.scene.index[key] for key in new]
    person.qtbot.waitUntil(
        lambda: canvas.camera.visible(canvas.size_f()).contains(canvas.scene.bounds(items))
    )


def test_pasting_can_be_given_up(show: Show, qapp: Any) -> None:
    person = show(PLAN)
    qapp.clipboard().setText("A\nB\n")
    person.window.canvas.setFocus()

    person.window.canvas.run("paste")
    person.dialog(PasteDialog).reject()

    assert person.plan == PLAN


def test_what_a_service_needs_is_edited_in_a_cell(show: Show) -> None:
    person = show(PLAN)
    model, before = person.window.table.model, person.steps
    index = model.index(model.row_of("Mail") or 0, model.column_of("requires"))
    assert index.data() == "DNS"

    assert model.setData(index, "1 of DNS, Power; Desk")

    assert index.data() == "1 of DNS, Power; Desk"
    assert person.steps == before + 1
    assert not model.setData(index, "Nobody")
    assert "Nobody" in person.messages.said[-1]
    assert person.steps == before + 1


def test_a_wrong_cell_pasted_changes_nothing(show: Show, qapp: Any) -> None:
    person = show(PLAN)
    table = person.window.table
    qapp.clipboard().setText("New name\tspaceship")
    table.view.setCurrentIndex(table.sorted.index(0, table.model.column_of("name")))

    table.paste()

    assert person.plan == PLAN
    assert "spaceship" in person.messages.said[0]
