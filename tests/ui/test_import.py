"""Importing through the window: what will happen is shown first, and done in one step."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from PySide6.QtWidgets import QComboBox

from bcp_planner.domain.durations import HOUR
from bcp_planner.domain.plan import Plan
from tests.builders import plan as new_plan
from tests.ui.conftest import Person
from ui.app import start_with
from ui.dialogs.import_ import ImportDialog
from ui.messages import of_kind
from ui.models.rows import RowsModel

Show: TypeAlias = Callable[..., Person]


def _opened(person: Person, source: Path) -> ImportDialog:
    person.messages.answers.append(source)
    person.run("import")
    person.qtbot.waitUntil(lambda: bool(person.window.findChildren(ImportDialog)))
    (dialog,) = person.window.findChildren(ImportDialog)
    return dialog


def _cells(model: RowsModel[Any]) -> list[tuple[str, ...]]:
    columns = range(model.columnCount())
    return [
        tuple(str(model.index(row, column).data() or "") for column in columns)
        for row in range(model.rowCount())
    ]


def test_an_import_is_shown_then_done_as_one_step(show: Show, tmp_path: Path) -> None:
    person = show(Plan())
    source = tmp_path / "apps.csv"
    source.write_text("Name;RTO;Depends on;Colour\nShop;4 h;DB;red\nDB;soon;;\n", encoding="utf-8")
    dialog = _opened(person, source)

    assert dialog.said.text() == "Adds 2 services and 1 requirement."
    assert _cells(dialog.added) == [
        ("Service", "Shop", "Application, RTO 4 h"),
        ("Service", "DB", "Data"),
        ("Requirement", "Shop needs DB", ""),
    ]
    assert any("soon" in why for _, why in _cells(dialog.left_out))
    assert person.plan == Plan()

    before = person.steps
    dialog.go.click()
    assert person.plan.services["Shop"].rto == 4 * HOUR
    assert person.steps == before + 1
    person.run("undo")
    assert person.plan.services == {}


def test_another_meaning_of_a_column_is_shown_and_remembered(show: Show, tmp_path: Path) -> None:
    person = show(Plan())
    source = tmp_path / "apps.csv"
    source.write_text("Ding,Zeit\nShop,4\n", encoding="utf-8")
    dialog = _opened(person, source)
    assert dialog.said.text() == "Nothing in it is new."

    words = [dialog.mapping.item(row, 0).text() for row in range(dialog.mapping.rowCount())]
    box = dialog.mapping.cellWidget(words.index("Ding"), 3)
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData("name"))
    box.activated.emit(box.currentIndex())
    person.qtbot.waitUntil(lambda: dialog.said.text() == "Adds 1 service.")
    person.qtbot.waitUntil(dialog.go.isEnabled)
    dialog.go.click()

    assert set(person.plan.services) == {"Shop"}
    assert person.space.settings.import_terms == {"Ding": "name"}


def test_a_format_that_does_not_fit_is_said_and_nothing_can_be_done(
    show: Show, tmp_path: Path
) -> None:
    person = show(Plan())
    source = tmp_path / "apps.csv"
    source.write_text("Name\nShop\n", encoding="utf-8")
    dialog = _opened(person, source)

    dialog.format.setCurrentIndex(dialog.format.findData("graphml"))
    dialog.format.activated.emit(dialog.format.currentIndex())
    person.qtbot.waitUntil(lambda: bool(dialog.wrong.text()))
    person.qtbot.waitUntil(lambda: not dialog._reading.busy)
    assert "apps.csv" in dialog.wrong.text()
    assert not dialog.go.isEnabled()
    dialog.reject()
    assert person.plan == Plan()


def test_a_folder_is_imported_as_a_whole(show: Show, tmp_path: Path) -> None:
    person = show(Plan())
    (tmp_path / "a.dot").write_text("digraph { a -> b }")
    (tmp_path / "b.dot").write_text("digraph { b -> c }")
    person.messages.answers.append(tmp_path)
    person.run("import-folder")
    person.qtbot.waitUntil(lambda: bool(person.window.findChildren(ImportDialog)))
    (dialog,) = person.window.findChildren(ImportDialog)
    dialog.go.click()
    assert set(person.plan.services) == {"a", "b", "c"}


def test_the_plan_is_exported_by_the_ending(show: Show, tmp_path: Path) -> None:
    person = show(new_plan().needs("Shop", "DB").scenario("Fire", "DB").build())
    for name, scenario in (("plan.html", None), ("plan.xlsx", None), ("order.xml", "Fire")):
        person.space.situation.choose(scenario)
        target = tmp_path / name
        person.messages.answers.append(target)
        person.run("export-as")
        person.qtbot.waitUntil(lambda name=name: f"Written: {name}." in person.messages.said)
        assert target.stat().st_size > 500


def test_a_recovery_order_needs_a_scenario(show: Show, tmp_path: Path) -> None:
    person = show(new_plan().needs("Shop", "DB").build())
    person.messages.answers.append(tmp_path / "order.xml")
    person.run("export-as")
    person.qtbot.waitUntil(lambda: bool(person.messages.said))
    assert "recovery order is of a scenario: choose one above" in person.messages.said[0]
    assert not (tmp_path / "order.xml").exists()


@pytest.mark.parametrize("agreed", [True, False])
def test_a_file_alone_at_the_start_is_offered_for_import_beside_it(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, agreed: bool
) -> None:
    source = tmp_path / "apps.csv"
    source.write_text("Name;Depends on\nShop;DB\nDB;\n", encoding="utf-8")
    asked: list[str] = []

    def confirm(question: str, action: str) -> bool:
        asked.append(question)
        return agreed

    monkeypatch.setattr(person.messages, "confirm", confirm)

    start_with(person.window, source, None)
    person.qtbot.waitUntil(lambda: not person.window.files.channels[0].busy)
    for dialog in person.window.findChildren(ImportDialog):
        dialog.go.click()

    assert asked == [
        "“apps.csv” is not a plan file: import it into a new plan, “apps.bcplan”, next to it?"
    ]
    assert (tmp_path / "apps.bcplan").exists() is agreed
    assert [service.name for service in person.plan.services.values()] == ["Shop", "DB"] * agreed
    assert source.read_text(encoding="utf-8").startswith("Name;")


def test_a_file_that_is_not_there_is_named(person: Person, tmp_path: Path) -> None:
    start_with(person.window, tmp_path / "gone.json", None)

    assert person.messages.said == ["There is no file gone.json there."]


def test_a_name_without_a_row_is_offered_and_the_answer_remembered(
    show: Show, tmp_path: Path
) -> None:
    person = show(Plan())
    source = tmp_path / "apps.csv"
    source.write_text("Name;Depends on\nOracle Database;\nShop;Oracle DB\n", encoding="utf-8")
    dialog = _opened(person, source)
    assert dialog.said.text() == "Adds 3 services and 1 requirement."
    assert not dialog.unmatched.isHidden()

    assert dialog.pages.tabText(1) == "Names (1)"
    box = dialog.names.cellWidget(0, 3)
    assert isinstance(box, QComboBox)
    choices = [box.itemText(index) for index in range(box.count())]
    assert choices[:3] == ["Add as a service", "Leave out", "Is Oracle Database"]
    box.setCurrentIndex(2)
    box.activated.emit(2)
    person.qtbot.waitUntil(lambda: dialog.said.text() == "Adds 2 services and 1 requirement.")
    person.qtbot.waitUntil(dialog.go.isEnabled)
    dialog.go.click()

    assert set(person.plan.services) == {"Oracle Database", "Shop"}
    assert person.space.settings.import_terms == {"Oracle DB": "Oracle Database"}


def test_types_and_relations_of_a_diagram_are_shown_and_may_be_changed(
    show: Show, tmp_path: Path
) -> None:
    person = show(Plan())
    source = tmp_path / "diagram.dot"
    source.write_text('digraph { a [type="widget"]; a -> b }', encoding="utf-8")
    dialog = _opened(person, source)
    terms = {
        dialog.mapping.item(row, 0).text(): dialog.mapping.cellWidget(row, 3)
        for row in range(dialog.mapping.rowCount())
    }
    assert set(terms) == {"widget", "edge"}
    for word, choice in (("edge", "is needed by"), ("widget", "network")):
        dialog.choose(word, choice)
    person.qtbot.waitUntil(lambda: not dialog._reading.busy)
    person.qtbot.waitUntil(dialog.go.isEnabled)
    dialog.go.click()

    (requirement,) = person.plan.requirements.values()
    assert (requirement.dependant, requirement.providers) == ("b", ("a",))
    assert person.plan.services["a"].kind == "network"


def test_a_graph_holds_what_the_canvas_shows(show: Show, tmp_path: Path) -> None:
    person = show(new_plan().needs("Shop", "DB").needs("Till", "Scale").build())
    person.window.canvas.visible_filter(["Shop", "DB"])
    for name, parts in (("view.dot", ("Shop", "DB")), ("all.csv", ("Shop", "Till"))):
        target = tmp_path / name
        person.messages.answers.append(target)
        person.run("export-as")
        person.qtbot.waitUntil(lambda name=name: f"Written: {name}." in person.messages.said)
        text = target.read_text(encoding="utf-8")
        assert all(part in text for part in parts)
        assert ("Till" in text) == (name == "all.csv")


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("Plan.xlsx", "Excel workbook (*.xlsx)", "Plan.xlsx"),
        ("Plan.xlsx", "GraphML (*.graphml)", "Plan.graphml"),
        ("Plan", "Graphviz DOT (*.dot *.gv)", "Plan.dot"),
        ("Plan.gv", "Graphviz DOT (*.dot *.gv)", "Plan.gv"),
        ("Plan.html", "Excel workbook (*.xlsx)", "Plan.html"),
        ("Plan.xlsx", "Recovery order as CSV (*recovery.csv)", "Plan-recovery.csv"),
        ("Plan.xlsx", "All files (*)", "Plan.xlsx"),
    ],
)
def test_a_file_gets_the_ending_of_the_kind_that_was_chosen(
    name: str, kind: str, expected: str
) -> None:
    assert of_kind(Path(name), kind, ".xlsx") == Path(expected)


def test_an_opened_spreadsheet_is_shown_before_it_becomes_a_plan(
    person: Person, tmp_path: Path
) -> None:
    source = tmp_path / "apps.csv"
    source.write_text("Name;Depends on\nShop;DB\nDB;\n", encoding="utf-8")
    person.window.files.open(source)
    person.qtbot.waitUntil(lambda: bool(person.window.findChildren(ImportDialog)))
    assert not person.plan.services
    (dialog,) = person.window.findChildren(ImportDialog)
    dialog.go.click()
    assert set(person.plan.services) == {"Shop", "DB"}


def test_the_workbook_to_fill_in_is_written_from_an_empty_plan(
    person: Person, tmp_path: Path
) -> None:
    target = tmp_path / "mine.xlsx"
    person.messages.answers.append(target)
    person.run("template")
    person.qtbot.waitUntil(lambda: "Written: mine.xlsx." in person.messages.said)
    assert target.stat().st_size > 5_000


def test_what_changes_is_shown_field_by_field(show: Show, tmp_path: Path) -> None:
    person = show(new_plan().service("Shop", rto="4 h").build())
    source = tmp_path / "apps.csv"
    source.write_text("Name;RTO\nShop;8 h\n", encoding="utf-8")
    dialog = _opened(person, source)
    assert _cells(dialog.changed) == [("Shop", "RTO", "4 h", "8 h")]
    assert dialog.said.text() == "Changes 1 service."
    assert not dialog.pages.isTabVisible(1)
